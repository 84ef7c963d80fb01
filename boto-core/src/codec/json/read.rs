//! Reading JSON into fields, through the tables and without a tree in between.

use super::{document, Scanner};
use crate::{
    codec::{coerce, open_list, open_map, open_record, position, too_deep, Flaw, Open, DEPTH},
    field::{Change, Field, Record},
};
use boto_model::{shape::Structure, Kind, Member, Service, ShapeId};
use std::borrow::Cow;

/// Reads JSON text into the record of that structure. `body` leaves out the members that travel elsewhere in the HTTP
/// message. Text without anything in it, and `null`, change nothing.
pub fn read(service: &Service, shape: ShapeId, bytes: &[u8], body: bool, into: &mut dyn Record) -> Result<(), Flaw> {
    match &service.shape(shape).kind {
        Kind::Structure(structure) => read_structure(service, structure, bytes, body, into),
        _ => Err(Flaw::new("the table has no structure here")),
    }
}

/// As [`read`], for a structure already at hand.
pub fn read_structure(
    service: &Service,
    structure: &Structure,
    bytes: &[u8],
    body: bool,
    into: &mut dyn Record,
) -> Result<(), Flaw> {
    let mut reader = Reader { service, scan: Scanner::new(bytes)?, nothing: false, alike: false };
    if reader.scan.peek() == 0 && reader.scan.end().is_ok() || reader.scan.null()? {
        return reader.scan.end();
    }
    reader.record(structure, body, into, DEPTH)?;
    reader.scan.end()
}

/// Reads one value of JSON text into fields.
pub struct Reader<'a> {
    /// The tables.
    pub service: &'a Service,
    /// Where it is.
    pub scan: Scanner<'a>,
    /// The last value was none: a union without a member, empty text for a number.
    pub nothing: bool,
    /// Inside of a list of maps.
    pub alike: bool,
}

impl<'a> Reader<'a> {
    /// Reads one value into a field; `null` leaves it as it is.
    #[inline]
    pub fn value(&mut self, member: &Member, field: &mut dyn Field, depth: u32) -> Result<(), Flaw> {
        self.of(&self.service.shape(member.target).kind, field, depth)
    }

    /// As [`value`](Self::value), the table being looked up already: elements of lists and maps are all of a kind.
    #[inline]
    pub(super) fn of(&mut self, kind: &Kind, field: &mut dyn Field, depth: u32) -> Result<(), Flaw> {
        // Most values are strings, and short; or structures.
        match (self.scan.peek(), kind) {
            (b'"', Kind::String { .. }) => {
                let text = self.scan.string()?;
                field.put(Change::Str(text)).map_err(|m| Flaw::from(m).at(self.scan.offset()))
            }
            (b'{', Kind::Structure(structure)) if depth > 0 => self.structure(structure, field, depth - 1),
            (first, _) => self.other(first, kind, field, depth),
        }
    }

    fn structure(&mut self, s: &Structure, field: &mut dyn Field, depth: u32) -> Result<(), Flaw> {
        self.scan.take();
        if s.union {
            return self.union(s, field, depth);
        }
        self.members(s, false, open_record(field)?, depth)
    }

    /// A value that is not what it should be, or should be neither string nor structure.
    fn other(&mut self, first: u8, kind: &Kind, field: &mut dyn Field, depth: u32) -> Result<(), Flaw> {
        if first == b'"' {
            let at = self.scan.offset();
            let text = self.scan.string()?;
            return self.string(kind, text, field).map_err(|flaw| flaw.at(at));
        }
        if self.scan.null()? {
            return Ok(());
        }
        let at = self.scan.offset();
        match kind {
            Kind::Structure(_) => Err(match (first, depth) {
                (b'{', _) | (_, 0) => too_deep().at(at),
                _ => self.scan.expected(coerce::noun(kind)),
            }),
            Kind::List { member, .. } => {
                if depth == 0 {
                    return Err(too_deep().at(at));
                }
                self.expect(b'[', kind)?;
                self.list(member, field, depth - 1)
            }
            Kind::Map { value, sparse, .. } => {
                if depth == 0 {
                    return Err(too_deep().at(at));
                }
                self.expect(b'{', kind)?;
                self.map(value, *sparse, field, depth - 1)
            }
            Kind::Document => {
                let value = document::value(&mut self.scan, depth)?;
                Ok(field.put(Change::Document(value))?)
            }
            _ => {
                let scalar = match first {
                    b't' | b'f' => {
                        self.scan.literal(if first == b't' { "true" } else { "false" })?;
                        match kind {
                            Kind::Boolean => Change::Bool(first == b't'),
                            Kind::String { .. } => {
                                Change::Str(Cow::Borrowed(if first == b't' { "true" } else { "false" }))
                            }
                            _ => return Err(Flaw::wanted(coerce::noun(kind), "boolean").at(at)),
                        }
                    }
                    b'{' | b'[' => {
                        let found = if first == b'{' { "object" } else { "array" };
                        let flaw = || Flaw::wanted(coerce::noun(kind), found).at(at);
                        if !matches!(kind, Kind::String { .. }) {
                            return Err(flaw());
                        }
                        // Untyped data keeps what came instead of a string; typed data cannot.
                        let value = document::value(&mut self.scan, depth)?;
                        return field.put(Change::Document(value)).map_err(|_| flaw());
                    }
                    _ => {
                        let digits = self.scan.number()?;
                        coerce::from_number(kind, digits).map_err(|flaw| flaw.at(at))?
                    }
                };
                field.put(scalar).map_err(|mismatch| Flaw::from(mismatch).at(at))
            }
        }
    }

    /// A string where the table has something else.
    fn string(&mut self, kind: &Kind, text: Cow<'a, str>, field: &mut dyn Field) -> Result<(), Flaw> {
        if matches!(kind, Kind::Document) {
            return Ok(field.put(Change::Document(crate::Value::String(text.into_owned())))?);
        }
        match coerce::from_text(kind, text)? {
            Some(scalar) => Ok(field.put(scalar)?),
            None => {
                self.nothing = true;
                Ok(())
            }
        }
    }

    fn expect(&mut self, open: u8, kind: &Kind) -> Result<(), Flaw> {
        if self.scan.eat(open) {
            Ok(())
        } else {
            Err(self.scan.expected(coerce::noun(kind)))
        }
    }

    /// A record that may also be a union.
    fn record(&mut self, s: &Structure, body: bool, into: &mut dyn Record, depth: u32) -> Result<(), Flaw> {
        if !self.scan.eat(b'{') {
            return Err(self.scan.expected("structure"));
        }
        if s.union {
            return self.variant(s, depth, &mut |write| write(into));
        }
        self.members(s, body, into, depth)
    }

    /// The members of a structure, after the brace. Unknown ones are skipped, of repeated ones the last counts.
    fn members(&mut self, s: &Structure, body: bool, into: &mut dyn Record, depth: u32) -> Result<(), Flaw> {
        if self.scan.eat(b'}') {
            return Ok(());
        }
        let mut hint = 0;
        loop {
            let expected = s.members.get(hint).is_some_and(|m| self.scan.eat_key(m.wire_name()));
            let index = match expected {
                true => Some(hint),
                false => {
                    let index = position(&s.members, hint, &self.scan.string()?);
                    self.scan.expect(b':')?;
                    index
                }
            };
            match index {
                Some(index) if !(body && s.members[index].location.is_head()) => {
                    let member = &s.members[index];
                    hint = index + 1;
                    if !self.scan.null()? {
                        self.value(member, into.get_mut(index, &member.name), depth)
                            .map_err(|flaw| flaw.within(&member.name))?;
                        if std::mem::take(&mut self.nothing) {
                            into.forget(&member.name);
                        }
                    }
                }
                _ => self.scan.skip()?,
            }
            if !self.scan.more(b'}')? {
                return Ok(());
            }
        }
    }

    /// A union, after the brace: the field stays absent if no member is set.
    fn union(&mut self, s: &Structure, field: &mut dyn Field, depth: u32) -> Result<(), Flaw> {
        self.variant(s, depth, &mut |write| write(open_record(field)?))
    }

    /// The one member of a union that is set; an unknown one is kept as it came.
    fn variant(&mut self, s: &Structure, depth: u32, open: Open<'_>) -> Result<(), Flaw> {
        let mut set = false;
        if self.scan.eat(b'}') {
            self.nothing = true;
            return Ok(());
        }
        loop {
            let at = self.scan.offset();
            let key = self.scan.string()?;
            self.scan.expect(b':')?;
            let known = position(&s.members, 0, &key);
            if self.scan.null()? {
                // A member that is null is not set.
            } else if known.is_none() && key == "__type" {
                self.scan.skip()?;
            } else if set {
                return Err(Flaw::new("more than one member of a union is set").at(at));
            } else {
                set = true;
                match known {
                    Some(index) => {
                        let member = &s.members[index];
                        open(&mut |record| {
                            self.value(member, record.get_mut(index, &member.name), depth)
                                .map_err(|flaw| flaw.within(&member.name))
                        })?;
                    }
                    None => {
                        let value = document::value(&mut self.scan, depth)?;
                        open(&mut |record| {
                            record.put_unknown(&key, value.clone());
                            Ok(())
                        })?;
                    }
                }
            }
            if !self.scan.more(b'}')? {
                self.nothing = !set;
                return Ok(());
            }
        }
    }

    fn list(&mut self, member: &Member, field: &mut dyn Field, depth: u32) -> Result<(), Flaw> {
        let list = open_list(field)?;
        if self.scan.eat(b']') {
            return Ok(());
        }
        let kind = &self.service.shape(member.target).kind;
        if let (Kind::Map { value, sparse: false, .. }, false) = (kind, self.alike) {
            self.alike = true;
            let outcome = self.maps(list, kind, value, depth);
            self.alike = false;
            return outcome;
        }
        let mut index = 0;
        loop {
            if self.scan.null()? {
                list.push_null();
            } else {
                self.of(kind, list.push(), depth).map_err(|flaw| flaw.element(index))?;
            }
            index += 1;
            if !self.scan.more(b']')? {
                return Ok(());
            }
        }
    }

    fn map(&mut self, value: &Member, sparse: bool, field: &mut dyn Field, depth: u32) -> Result<(), Flaw> {
        let map = open_map(field)?;
        if self.scan.eat(b'}') {
            return Ok(());
        }
        let kind = &self.service.shape(value.target).kind;
        loop {
            let key = self.scan.string()?;
            self.scan.expect(b':')?;
            if self.scan.null()? {
                if sparse {
                    map.push(key.into_owned());
                }
            } else {
                self.of(kind, map.push(key.clone().into_owned()), depth).map_err(|flaw| flaw.entry(&key))?;
            }
            if !self.scan.more(b'}')? {
                map.settle();
                return Ok(());
            }
        }
    }
}
