//! Reading XML into fields, through the tables and without a tree in between.

use super::{element_name, Element, Node, Token, Tokens};
use crate::{
    codec::{coerce, open_list, open_map, open_record, Flaw},
    field::{Change, Container, Entries, Field, Record, Slot},
    order::order,
    value::Object,
    Value,
};
use boto_model::{shape::Structure, Kind, Member, Service, Traits};

/// Opens the record of a union (again, if it was open before) and hands it on.
type Open<'o> = dyn FnMut(bool, &mut dyn FnMut(&mut dyn Record) -> Result<(), Flaw>) -> Result<(), Flaw> + 'o;

/// Reads elements into fields.
pub struct Reader<'a> {
    /// The tables.
    pub service: &'a Service,
    /// Where it is.
    pub tokens: Tokens<'a>,
    /// The last value was none: a union without a member, an empty element for a number.
    pub nothing: bool,
    /// The last element was an entry of a flattened map, which has to be put in order when all are there.
    unsettled: bool,
}

impl<'a> Reader<'a> {
    /// At the beginning of these bytes.
    pub fn new(service: &'a Service, bytes: &'a [u8]) -> Result<Reader<'a>, Flaw> {
        Ok(Reader { service, tokens: Tokens::new(bytes)?, nothing: false, unsettled: false })
    }

    /// Reads a structure or union from the element that has just begun, up to and with its end. `body` leaves out the
    /// members that travel elsewhere in the HTTP message.
    pub fn record(
        &mut self,
        structure: &Structure,
        element: &Element<'_>,
        body: bool,
        into: &mut dyn Record,
    ) -> Result<(), Flaw> {
        if structure.union {
            self.variant(structure, &mut |_, write| write(into))
        } else {
            self.members(structure, element, body, into)
        }
    }

    /// Reads the members of a structure from the children (and attributes) of the element that has just begun. `body`
    /// leaves out the members that travel elsewhere in the HTTP message.
    fn members(
        &mut self,
        structure: &Structure,
        element: &Element<'_>,
        body: bool,
        into: &mut dyn Record,
    ) -> Result<(), Flaw> {
        if element.has_attributes() {
            for (index, member) in structure.members.iter().enumerate() {
                if member.traits.has(Traits::XML_ATTRIBUTE) {
                    if let Some(text) = element.attribute(member.wire_name()) {
                        self.text(member, text.into(), into.get_mut(index, &member.name))?;
                    }
                }
            }
        }
        let mut hint = 0;
        // Of repeated elements the first counts, as in botocore: some models predate that an element may repeat. Beyond
        // 128 members the last one does, which no such model has.
        let mut seen = 0u128;
        let mut unsettled = false;
        loop {
            match self.tokens.next()? {
                Token::Start(child) => match self.position(&structure.members, hint, child.name()) {
                    Some(index) if !(body && structure.members[index].location.is_head()) => {
                        let member = &structure.members[index];
                        let bit = 1u128.checked_shl(index as u32).unwrap_or(0);
                        if seen & bit != 0 && !member.traits.has(Traits::FLATTENED) {
                            self.tokens.skip()?;
                            continue;
                        }
                        seen |= bit;
                        // Flattened elements repeat, so that the same member is the likeliest to come next.
                        let flattened = member.traits.has(Traits::FLATTENED);
                        hint = index + usize::from(!flattened);
                        self.member(member, &child, into.get_mut(index, &member.name))
                            .map_err(|flaw| flaw.within(&member.name))?;
                        if flattened {
                            unsettled |= std::mem::take(&mut self.unsettled);
                        }
                        if std::mem::take(&mut self.nothing) {
                            into.forget(&member.name);
                        }
                    }
                    _ => self.tokens.skip()?,
                },
                Token::Text(_) => {}
                Token::End | Token::Eof => {
                    if unsettled {
                        settle(structure, into);
                    }
                    return Ok(());
                }
            }
        }
    }

    #[inline]
    fn position(&self, members: &[Member], hint: usize, name: &str) -> Option<usize> {
        let is = |m: &Member| {
            if m.traits.has(Traits::FLATTENED_SHAPE) {
                // Answers name the element, requests (read back in tests and by servers) the member.
                element_name(self.service, m) == name || m.wire_name() == name
            } else {
                m.wire_name() == name && !m.traits.has(Traits::XML_ATTRIBUTE)
            }
        };
        let hint = hint.min(members.len());
        let (before, after) = members.split_at(hint);
        after.iter().position(is).map(|i| i + hint).or_else(|| before.iter().position(is))
    }

    /// One element of a member: one of many, if it is flattened.
    fn member(&mut self, member: &Member, element: &Element<'_>, field: &mut dyn Field) -> Result<(), Flaw> {
        if member.traits.has(Traits::FLATTENED) {
            match &self.service.shape(member.target).kind {
                Kind::List { member: inner, .. } => {
                    let Some(Slot::List(list)) = field.resume(Container::List) else {
                        return open_list(field).map(drop);
                    };
                    return self.value(inner, element, list.push());
                }
                Kind::Map { key, value, .. } => {
                    let Some(Slot::Map(map)) = field.resume(Container::Map) else {
                        return open_map(field).map(drop);
                    };
                    self.entry(key, value, map)?;
                    self.unsettled = true;
                    return Ok(());
                }
                _ => {}
            }
        }
        self.value(member, element, field)
    }

    /// The content of the element that has just begun, up to and with its end.
    pub fn value(&mut self, member: &Member, element: &Element<'_>, field: &mut dyn Field) -> Result<(), Flaw> {
        match &self.service.shape(member.target).kind {
            Kind::Structure(s) if s.union => self.union(s, field),
            Kind::Structure(s) => self.members(s, element, false, open_record(field)?),
            Kind::List { member, .. } => {
                let list = open_list(field)?;
                let mut index = 0;
                loop {
                    match self.tokens.next()? {
                        Token::Start(child) => {
                            self.value(member, &child, list.push()).map_err(|flaw| flaw.element(index))?;
                            index += 1;
                        }
                        Token::Text(_) => {}
                        Token::End | Token::Eof => return Ok(()),
                    }
                }
            }
            Kind::Map { key, value, .. } => {
                let map = open_map(field)?;
                loop {
                    match self.tokens.next()? {
                        Token::Start(_) => self.entry(key, value, map)?,
                        Token::Text(_) => {}
                        Token::End | Token::Eof => break,
                    }
                }
                map.settle();
                Ok(())
            }
            Kind::Document => {
                let node = self.tokens.node(element)?;
                Ok(field.put(Change::Document(untyped(&node)))?)
            }
            Kind::String { .. } => {
                let text = self.tokens.text()?;
                Ok(field.put(Change::Str(text))?)
            }
            _ => {
                let at = self.tokens.offset();
                let text = self.tokens.text()?;
                self.text(member, text, field).map_err(|flaw| flaw.at(at))
            }
        }
    }

    fn text(&mut self, member: &Member, text: std::borrow::Cow<'_, str>, field: &mut dyn Field) -> Result<(), Flaw> {
        match coerce::from_text(&self.service.shape(member.target).kind, text)? {
            Some(scalar) => Ok(field.put(scalar)?),
            None => {
                self.nothing = true;
                Ok(())
            }
        }
    }

    /// A union: without any child the field stays absent.
    fn union(&mut self, structure: &Structure, field: &mut dyn Field) -> Result<(), Flaw> {
        self.variant(structure, &mut |again, write| match again {
            // Further elements of a flattened list: the variant is kept.
            true => match field.resume(Container::Record) {
                Some(Slot::Record(record)) => write(record),
                _ => write(open_record(field)?),
            },
            false => write(open_record(field)?),
        })
    }

    /// The one child of a union; an unknown one is kept as it came.
    fn variant(&mut self, structure: &Structure, open: &mut Open<'_>) -> Result<(), Flaw> {
        let mut set: Option<usize> = None;
        loop {
            match self.tokens.next()? {
                Token::Start(child) => match self.position(&structure.members, 0, child.name()) {
                    Some(index) if set.is_none_or(|before| before == index) => {
                        let member = &structure.members[index];
                        let again = set.replace(index).is_some();
                        open(again, &mut |record| {
                            self.member(member, &child, record.get_mut(index, &member.name))
                                .map_err(|flaw| flaw.within(&member.name))
                        })?;
                    }
                    None if set.is_none() => {
                        let node = self.tokens.node(&child)?;
                        set = Some(usize::MAX);
                        open(false, &mut |record| {
                            record.put_unknown(&node.name, untyped(&node));
                            Ok(())
                        })?;
                    }
                    _ => return Err(self.tokens.flaw("more than one member of a union is set")),
                },
                Token::Text(_) => {}
                Token::End | Token::Eof => {
                    if std::mem::take(&mut self.unsettled) {
                        open(true, &mut |record| {
                            settle(structure, record);
                            Ok(())
                        })?;
                    }
                    self.nothing = set.is_none();
                    return Ok(());
                }
            }
        }
    }

    /// One entry of a map: the children of the element that has just begun are a key and a value.
    fn entry(&mut self, key_member: &Member, value_member: &Member, map: &mut dyn Entries) -> Result<(), Flaw> {
        let key_name = key_member.location_name.as_deref().unwrap_or("key");
        let value_name = value_member.location_name.as_deref().unwrap_or("value");
        let mut key: Option<std::borrow::Cow<'_, str>> = None;
        let mut early: Option<(Tokens<'a>, Element<'a>)> = None;
        loop {
            match self.tokens.next()? {
                Token::Start(child) if child.name() == key_name => key = Some(self.tokens.text()?),
                Token::Start(child) if child.name() == value_name => match &key {
                    Some(key) => {
                        self.value(value_member, &child, map.push(key.to_string())).map_err(|flaw| flaw.entry(key))?;
                    }
                    None => {
                        // The value stands before its key: come back to it when the key is known.
                        early = Some((self.tokens.clone(), child));
                        self.tokens.skip()?;
                    }
                },
                Token::Start(_) => self.tokens.skip()?,
                Token::Text(_) => {}
                Token::End | Token::Eof => break,
            }
        }
        if let (Some(key), Some((tokens, child))) = (&key, early) {
            let after = std::mem::replace(&mut self.tokens, tokens);
            self.value(value_member, &child, map.push(key.to_string())).map_err(|flaw| flaw.entry(key))?;
            self.tokens = after;
        }
        Ok(())
    }
}

/// Puts flattened maps in order, whose entries came one by one.
fn settle(structure: &Structure, into: &mut dyn Record) {
    for (index, member) in structure.members.iter().enumerate().filter(|(_, m)| m.traits.has(Traits::FLATTENED)) {
        if into.get(index, &member.name).view().map().is_some_and(|map| !map.is_empty()) {
            if let Some(Slot::Map(map)) = into.get_mut(index, &member.name).resume(Container::Map) {
                map.settle();
            }
        }
    }
}

/// An element without a table: its text, or an object of its children (lists where a name repeats).
fn untyped(node: &Node) -> Value {
    if node.children.is_empty() {
        return Value::String(node.text.clone());
    }
    let mut object = Object::default();
    let names = order(node.children.len(), &|a, b| node.children[a].name.cmp(&node.children[b].name));
    for child in names.into_iter().map(|at| &node.children[at]) {
        let value = untyped(child);
        match object.0.get_mut(&child.name) {
            None => {
                object.0.insert(child.name.clone(), value);
            }
            Some(Value::List(list)) => list.push(value),
            Some(single) => {
                let first = std::mem::take(single);
                *single = Value::List(vec![first, value]);
            }
        }
    }
    Value::Map(object)
}
