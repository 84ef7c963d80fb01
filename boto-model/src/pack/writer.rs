//! Writing packed tables.

use super::{operation, rules, service, shape, MAGIC};
use crate::{rules::RuleSet, Kind, Metadata, Operation, Paginator, Shape, ShapeId, Text, Waiter};
use std::collections::HashMap;

/// A service's tables as plain lists, in any order of shapes: what importers make and [`write`](fn@write) packs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tables {
    /// What is true of the whole service.
    pub metadata: Metadata,
    /// The operations.
    pub operations: Vec<Operation>,
    /// The shapes; a [`ShapeId`] is an index into them.
    pub shapes: Vec<Shape>,
    /// The endpoint rules, if the service has any.
    pub rules: Option<RuleSet>,
    /// The paginators.
    pub paginators: Vec<Paginator>,
    /// The waiters.
    pub waiters: Vec<Waiter>,
}

/// Packs tables. Operations, paginators and waiters are sorted by name; shapes are renumbered: first those that many
/// refer to, then each where an operation first reaches it, so that neighbours in use are neighbours in the table.
/// Equal tables give equal bytes.
pub fn write(tables: Tables) -> Vec<u8> {
    let rules = tables.rules.as_ref().map(rules::write_record).unwrap_or_default();
    write_with(tables, rules)
}

/// The same with endpoint rules that are packed already.
pub(super) fn write_with(mut tables: Tables, rules: Vec<u8>) -> Vec<u8> {
    tables.operations.sort_by(|a, b| a.name.cmp(&b.name));
    tables.paginators.sort_by(|a, b| a.operation.cmp(&b.operation));
    tables.waiters.sort_by(|a, b| a.name.cmp(&b.name));
    renumber(&mut tables);
    let mut out = Out::default();
    emit(&tables, &mut out);
    let strings = out.number_repeated(true);
    let mut records = emit(&tables, &mut out);
    records.parts[RULES] = rules;
    assemble(&records, &strings)
}

/// Depth first from the operations, then whatever nobody refers to.
fn visit_order(tables: &Tables) -> Vec<usize> {
    let mut seen = vec![false; tables.shapes.len()];
    let mut order = Vec::with_capacity(tables.shapes.len());
    let mut stack = Vec::new();
    let named = tables.operations.iter().flat_map(Operation::shapes);
    for root in named.chain((0..tables.shapes.len() as u32).map(ShapeId)) {
        stack.push(root.0 as usize);
        while let Some(at) = stack.pop() {
            if at >= seen.len() || std::mem::replace(&mut seen[at], true) {
                continue;
            }
            order.push(at);
            let mut next: Vec<usize> = tables.shapes[at].references().map(|id| id.0 as usize).collect();
            next.reverse();
            stack.append(&mut next);
        }
    }
    order
}

fn renumber(tables: &mut Tables) {
    let mut uses = vec![0usize; tables.shapes.len()];
    for id in
        tables.shapes.iter().flat_map(Shape::references).chain(tables.operations.iter().flat_map(Operation::shapes))
    {
        if let Some(count) = uses.get_mut(id.0 as usize) {
            *count += 1;
        }
    }
    let mut order = visit_order(tables);
    let mut hot: Vec<usize> = order.iter().copied().filter(|at| uses[*at] >= HOT).collect();
    hot.sort_by_key(|at| std::cmp::Reverse(uses[*at]));
    hot.truncate(ONE_BYTE);
    order.retain(|at| !hot.contains(at));
    hot.append(&mut order);
    let mut numbers = vec![ShapeId(u32::MAX); tables.shapes.len()];
    for (new, old) in hot.iter().enumerate() {
        numbers[*old] = ShapeId(new as u32);
    }
    let number = |id: &mut ShapeId| *id = numbers.get(id.0 as usize).copied().unwrap_or(ShapeId(u32::MAX));
    for operation in &mut tables.operations {
        operation.input.iter_mut().chain(&mut operation.output).chain(operation.errors.iter_mut()).for_each(number);
    }
    let mut shapes: Vec<Option<Shape>> = std::mem::take(&mut tables.shapes).into_iter().map(Some).collect();
    tables.shapes = hot.into_iter().filter_map(|old| shapes[old].take()).collect();
    tables.shapes.iter_mut().for_each(|shape| retarget(shape, number));
}

/// Gives other numbers to the shapes that a shape refers to.
pub(super) fn retarget(shape: &mut Shape, number: impl Fn(&mut ShapeId)) {
    match &mut shape.kind {
        Kind::Structure(s) => s.members.iter_mut().for_each(|m| number(&mut m.target)),
        Kind::List { member, .. } => number(&mut member.target),
        Kind::Map { key, value, .. } => {
            number(&mut key.target);
            number(&mut value.target);
        }
        _ => {}
    }
}

/// How often a shape must be referred to so that it gets a low number.
const HOT: usize = 6;
/// How many numbers fit into one byte.
const ONE_BYTE: usize = 128;

struct Records {
    operations: Vec<Vec<u8>>,
    shapes: Vec<Vec<u8>>,
    /// Metadata, paginators, waiters, rules, exceptions.
    parts: [Vec<u8>; 5],
}

const RULES: usize = 3;

fn emit(tables: &Tables, out: &mut Out) -> Records {
    let exceptions: Vec<ShapeId> = (0..tables.shapes.len() as u32)
        .map(ShapeId)
        .filter(|id| tables.shapes[id.0 as usize].structure().is_some_and(|s| s.exception.is_some()))
        .collect();
    Records {
        operations: tables.operations.iter().map(|o| out.record(|out| operation::write_operation(out, o))).collect(),
        shapes: tables.shapes.iter().map(|s| out.record(|out| shape::write_shape(out, s))).collect(),
        parts: [
            out.record(|out| service::write_metadata(out, &tables.metadata)),
            out.record(|out| service::write_paginators(out, &tables.paginators)),
            out.record(|out| service::write_waiters(out, &tables.waiters)),
            Vec::new(),
            out.record(|out| out.ids(&exceptions)),
        ],
    }
}

fn assemble(records: &Records, strings: &[String]) -> Vec<u8> {
    let strings: Vec<&[u8]> = strings.iter().map(|s| s.as_bytes()).collect();
    let operations: Vec<&[u8]> = records.operations.iter().map(Vec::as_slice).collect();
    let shapes: Vec<&[u8]> = records.shapes.iter().map(Vec::as_slice).collect();
    let tables = [operations, shapes, strings];
    let mut out = Out { bytes: MAGIC.to_vec(), ..Out::default() };
    tables.iter().for_each(|t| out.varint(t.len() as u64));
    records.parts.iter().for_each(|p| out.varint(p.len() as u64));
    tables.iter().flatten().for_each(|record| out.varint(record.len() as u64));
    records.parts.iter().for_each(|p| out.bytes.extend_from_slice(p));
    tables.iter().flatten().for_each(|record| out.bytes.extend_from_slice(record));
    out.bytes
}

/// The end of a record that is being written.
///
/// Everything is written twice: the first time counts the strings, the second knows which of them are in the table.
#[derive(Default)]
pub(crate) struct Out {
    bytes: Vec<u8>,
    strings: HashMap<String, Interned>,
    order: Vec<String>,
}

#[derive(Default)]
struct Interned {
    count: usize,
    number: Option<usize>,
}

impl Out {
    /// What is written meanwhile, as a record of its own.
    pub(crate) fn record(&mut self, write: impl FnOnce(&mut Out)) -> Vec<u8> {
        write(self);
        std::mem::take(&mut self.bytes)
    }

    /// Gives numbers to the strings that occur more than once: the most frequent first, or in the order of first use.
    pub(crate) fn number_repeated(&mut self, by_frequency: bool) -> Vec<String> {
        let mut repeated: Vec<String> = std::mem::take(&mut self.order);
        repeated.retain(|s| s.len() > 1 && self.strings[s].count > 1);
        if by_frequency {
            repeated.sort_by_key(|s| std::cmp::Reverse(self.strings[s].count));
        }
        for (number, string) in repeated.iter().enumerate() {
            if let Some(interned) = self.strings.get_mut(string) {
                interned.number = Some(number);
            }
        }
        repeated
    }

    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    pub(crate) fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    pub(crate) fn varint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    pub(crate) fn signed(&mut self, value: i64) {
        self.varint((value << 1 ^ value >> 63) as u64);
    }

    pub(crate) fn number(&mut self, number: f64) {
        let integral = number as i64;
        if integral as f64 == number && integral.unsigned_abs() < 1 << 53 {
            self.byte(0);
            self.signed(integral);
        } else {
            self.byte(1);
            self.bytes.extend_from_slice(&number.to_le_bytes());
        }
    }

    pub(crate) fn text(&mut self, text: &str) {
        let number = match self.strings.get_mut(text) {
            Some(interned) => {
                interned.count += 1;
                interned.number
            }
            None => {
                self.strings.insert(text.to_owned(), Interned { count: 1, number: None });
                self.order.push(text.to_owned());
                None
            }
        };
        match number {
            Some(number) => self.varint((number as u64) << 1 | 1),
            None => {
                self.varint((text.len() as u64) << 1);
                self.bytes.extend_from_slice(text.as_bytes());
            }
        }
    }

    pub(crate) fn list<T>(&mut self, items: &[T], mut one: impl FnMut(&mut Out, &T)) {
        self.varint(items.len() as u64);
        items.iter().for_each(|item| one(self, item));
    }

    pub(crate) fn texts(&mut self, texts: &[Text]) {
        self.list(texts, |out, text| out.text(text));
    }

    pub(crate) fn texts_if(&mut self, texts: &[Text]) {
        if !texts.is_empty() {
            self.texts(texts);
        }
    }

    pub(crate) fn id(&mut self, id: ShapeId) {
        self.varint(u64::from(id.0));
    }

    pub(crate) fn ids(&mut self, ids: &[ShapeId]) {
        self.list(ids, |out, id| out.id(*id));
    }
}
