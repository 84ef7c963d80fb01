//! Reading CBOR into fields, through the tables and without a tree in between.

use super::{Item, Scanner};
use crate::{
    codec::{
        coerce, date, open_list, open_map, open_record, position_by_name as position, text, too_deep, Flaw, Open, DEPTH,
    },
    field::{Change, Field, Record},
    value::Object,
    DateTime, Value,
};
use boto_model::{shape::Structure, Kind, Member, Service, ShapeId};
use std::borrow::Cow;

/// Reads CBOR into the record of that structure. No bytes, and null, change nothing.
pub fn read(service: &Service, shape: ShapeId, bytes: &[u8], into: &mut dyn Record) -> Result<(), Flaw> {
    match &service.shape(shape).kind {
        Kind::Structure(structure) => read_structure(service, structure, bytes, into),
        _ => Err(Flaw::new("the table has no structure here")),
    }
}

/// As [`read`], for a structure already at hand.
pub fn read_structure(s: &Service, structure: &Structure, bytes: &[u8], into: &mut dyn Record) -> Result<(), Flaw> {
    let mut reader = Reader { service: s, scan: Scanner::new(bytes), nothing: false };
    if bytes.is_empty() || reader.scan.null() {
        return Ok(());
    }
    match reader.scan.item()? {
        Item::Map(count) if structure.union => reader.variant(structure, count, DEPTH, &mut |write| write(into))?,
        Item::Map(count) => reader.members(structure, count, into, DEPTH)?,
        other => return Err(Flaw::wanted("map", other.noun()).at(0)),
    }
    finish(&reader.scan)
}

/// Reads CBOR into the field of that member.
pub fn value(service: &Service, member: &Member, bytes: &[u8], field: &mut dyn Field) -> Result<(), Flaw> {
    let mut reader = Reader { service, scan: Scanner::new(bytes), nothing: false };
    if bytes.is_empty() || reader.scan.null() {
        return Ok(());
    }
    reader.value(member, field, DEPTH)?;
    finish(&reader.scan)
}

/// CBOR as a value, without a table.
pub fn parse(bytes: &[u8]) -> Result<Value, Flaw> {
    let mut scan = Scanner::new(bytes);
    let value = document(&mut scan, DEPTH)?;
    finish(&scan)?;
    Ok(value)
}

struct Reader<'a> {
    service: &'a Service,
    scan: Scanner<'a>,
    /// The last value was none: a union without a member.
    nothing: bool,
}

impl<'a> Reader<'a> {
    /// The members of a structure. Unknown ones are skipped, of repeated ones the last counts.
    fn members(&mut self, s: &Structure, mut left: Option<u64>, into: &mut dyn Record, depth: u32) -> Result<(), Flaw> {
        let mut hint = 0;
        while self.scan.more(&mut left) {
            let key = key(&mut self.scan)?;
            match position(&s.members, hint, &key) {
                Some(index) => {
                    let member = &s.members[index];
                    hint = index + 1;
                    if !self.scan.null() {
                        self.value(member, into.get_mut(index, &member.name), depth)
                            .map_err(|flaw| flaw.within(&member.name))?;
                        if std::mem::take(&mut self.nothing) {
                            into.forget(&member.name);
                        }
                    }
                }
                None => self.scan.skip()?,
            }
        }
        Ok(())
    }

    /// The one member of a union that is set; an unknown one is kept as it came.
    fn variant(&mut self, s: &Structure, mut left: Option<u64>, depth: u32, open: Open<'_>) -> Result<(), Flaw> {
        let mut set = false;
        while self.scan.more(&mut left) {
            let at = self.scan.offset();
            let key = key(&mut self.scan)?;
            let known = position(&s.members, 0, &key);
            if self.scan.null() {
                continue;
            }
            if known.is_none() && key == "__type" {
                self.scan.skip()?;
                continue;
            }
            if std::mem::replace(&mut set, true) {
                return Err(Flaw::new("more than one member of a union is set").at(at));
            }
            match known {
                Some(index) => {
                    let member = &s.members[index];
                    open(&mut |record| {
                        self.value(member, record.get_mut(index, &member.name), depth)
                            .map_err(|flaw| flaw.within(&member.name))
                    })?;
                }
                None => {
                    let value = document(&mut self.scan, depth)?;
                    open(&mut |record| {
                        record.put_unknown(&key, value.clone());
                        Ok(())
                    })?;
                }
            }
        }
        self.nothing = !set;
        Ok(())
    }

    fn value(&mut self, member: &Member, field: &mut dyn Field, depth: u32) -> Result<(), Flaw> {
        let kind = &self.service.shape(member.target).kind;
        let at = self.scan.offset();
        if let Kind::Document = kind {
            let value = document(&mut self.scan, depth)?;
            return Ok(field.put(Change::Document(value))?);
        }
        let item = self.scan.item()?;
        let inner = || depth.checked_sub(1).ok_or_else(|| too_deep().at(at));
        match (kind, item) {
            (Kind::Structure(s), Item::Map(count)) if s.union => {
                let depth = inner()?;
                self.variant(s, count, depth, &mut |write| write(open_record(field)?))
            }
            (Kind::Structure(s), Item::Map(count)) => self.members(s, count, open_record(field)?, inner()?),
            (Kind::List { member, .. }, Item::List(mut left)) => {
                let depth = inner()?;
                let list = open_list(field)?;
                let mut index = 0;
                while self.scan.more(&mut left) {
                    if self.scan.null() {
                        list.push_null();
                    } else {
                        self.value(member, list.push(), depth).map_err(|flaw| flaw.element(index))?;
                    }
                    index += 1;
                }
                Ok(())
            }
            (Kind::Map { value, sparse, .. }, Item::Map(mut left)) => {
                let depth = inner()?;
                let map = open_map(field)?;
                while self.scan.more(&mut left) {
                    let key = key(&mut self.scan)?;
                    if !self.scan.null() {
                        let field = map.push(key.clone().into_owned());
                        self.value(value, field, depth).map_err(|flaw| flaw.entry(&key))?;
                    } else if *sparse {
                        map.push(key.into_owned());
                    }
                }
                map.settle();
                Ok(())
            }
            (kind, item) => {
                let noun = item.noun();
                match self.scalar(kind, item).map_err(|flaw| flaw.at(at))? {
                    Some(scalar) => field.put(scalar).map_err(|mismatch| Flaw::from(mismatch).at(at)),
                    None => Err(Flaw::wanted(coerce::noun(kind), noun).at(at)),
                }
            }
        }
    }

    fn scalar(&mut self, kind: &Kind, item: Item<'a>) -> Result<Option<Change<'a>>, Flaw> {
        Ok(match (kind, item) {
            (Kind::Timestamp, Item::Tag(1)) => {
                let item = self.scan.item()?;
                self.scalar(kind, item)?
            }
            (Kind::Timestamp, item) => match number(&item) {
                Some(Value::Int(i)) => Some(Change::Time(DateTime::from_seconds(i))),
                Some(Value::Float(f)) => date::from_float(f).map(Change::Time),
                _ => match item {
                    Item::Text(text) => coerce::from_text(kind, text)?,
                    _ => None,
                },
            },
            (Kind::Blob { .. }, Item::Bytes(bytes)) => Some(Change::Blob(bytes.into_owned().into())),
            (Kind::String { .. }, Item::Text(text)) => Some(Change::Str(text)),
            (Kind::Boolean, Item::Bool(b)) => Some(Change::Bool(b)),
            (Kind::Byte | Kind::Short | Kind::Integer | Kind::Long, item) => match number(&item) {
                Some(Value::Int(i)) => Some(Change::Int(i)),
                Some(Value::Float(f)) => text::integral(f).map(Change::Int),
                Some(number) => Some(Change::Document(number)),
                None => None,
            },
            (Kind::Float | Kind::Double, item) => match number(&item) {
                Some(Value::Int(i)) => Some(Change::Float(i as f64)),
                Some(Value::Float(f)) => Some(Change::Float(f)),
                Some(Value::Number(n)) => text::parse_float(&n).map(Change::Float),
                _ => match item {
                    Item::Text(text) => coerce::from_text(kind, text)?,
                    _ => None,
                },
            },
            (Kind::BigInteger | Kind::BigDecimal, Item::Tag(tag)) => {
                self.big(tag)?.map(|digits| Change::Document(Value::Number(digits.into())))
            }
            (Kind::BigInteger | Kind::BigDecimal, item) => {
                number(&item).map(|n| Change::Document(Value::Number(crate::codec::json::to_text(&n).into())))
            }
            _ => None,
        })
    }

    /// A number beyond 64 bits: tags 2 and 3 (up to 128 bits here).
    fn big(&mut self, tag: u64) -> Result<Option<String>, Flaw> {
        let Item::Bytes(bytes) = self.scan.item()? else { return Ok(None) };
        if bytes.len() > 16 || !(2..=3).contains(&tag) {
            return Ok(None);
        }
        let value = bytes.iter().fold(0u128, |n, b| n << 8 | u128::from(*b));
        Ok(match tag {
            2 => Some(value.to_string()),
            // -1 - n; for the largest n the sum does not fit.
            _ => value.checked_add(1).map(|n| format!("-{n}")),
        })
    }
}

fn key<'a>(scan: &mut Scanner<'a>) -> Result<Cow<'a, str>, Flaw> {
    let at = scan.offset();
    match scan.item()? {
        Item::Text(text) => Ok(text),
        other => Err(Flaw::wanted("a string as key", other.noun()).at(at)),
    }
}

/// Nothing may follow.
fn finish(scan: &Scanner<'_>) -> Result<(), Flaw> {
    if scan.is_at_end() {
        Ok(())
    } else {
        Err(Flaw::new("bytes after the end").at(scan.offset()))
    }
}

/// Any item, without a table. Tagged timestamps become instants, other tags are left out.
fn document(scan: &mut Scanner<'_>, depth: u32) -> Result<Value, Flaw> {
    let at = scan.offset();
    Ok(match scan.item()? {
        Item::List(mut left) => {
            let depth = depth.checked_sub(1).ok_or_else(|| too_deep().at(at))?;
            let mut list = Vec::new();
            while scan.more(&mut left) {
                list.push(document(scan, depth)?);
            }
            Value::List(list)
        }
        Item::Map(mut left) => {
            let depth = depth.checked_sub(1).ok_or_else(|| too_deep().at(at))?;
            let mut object = Object::default();
            while scan.more(&mut left) {
                let key = key(scan)?.into_owned();
                object.0.push(key, document(scan, depth)?);
            }
            object.0.settle();
            Value::Map(object)
        }
        Item::Tag(tag) => {
            let depth = depth.checked_sub(1).ok_or_else(|| too_deep().at(at))?;
            match (tag, document(scan, depth)?) {
                (1, Value::Int(i)) => Value::Time(DateTime::from_seconds(i)),
                (1, Value::Float(f)) => date::from_float(f).map_or(Value::Float(f), Value::Time),
                (_, value) => value,
            }
        }
        Item::Bytes(bytes) => Value::Blob(bytes.into_owned().into()),
        Item::Text(text) => Value::String(text.into_owned()),
        Item::Bool(b) => Value::Bool(b),
        Item::Null | Item::Undefined => Value::Null,
        Item::Break => return Err(Flaw::new("an end without a beginning").at(at)),
        item => number(&item).unwrap_or_default(),
    })
}

/// A number as a value; beyond `i64`, as text.
fn number(item: &Item<'_>) -> Option<Value> {
    Some(match item {
        Item::Uint(n) => i64::try_from(*n).map_or_else(|_| Value::Number(n.to_string().into()), Value::Int),
        Item::Negint(n) => match i64::try_from(*n) {
            Ok(n) => Value::Int(-1 - n),
            Err(_) => Value::Number(format!("-{}", u128::from(*n) + 1).into()),
        },
        Item::Float32(f) => Value::Float(f64::from(*f)),
        Item::Float64(f) => Value::Float(*f),
        _ => return None,
    })
}
