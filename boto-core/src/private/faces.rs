//! `Debug` and `PartialEq` of every typed structure and union: one walk over the tables for all of them.

use super::Table;
use crate::field::{Field, Record, View};
use boto_model::{suggest::snake_case, Kind, Member, Service, ShapeId, Traits};
use std::fmt::{self, Debug, Formatter};

/// Prints a structure or union under its Rust name: members that are present, sensitive ones as `***`.
pub fn debug(table: &'static Table, shape: u32, record: &dyn Record, name: &str, f: &mut Formatter<'_>) -> fmt::Result {
    let service = table.get();
    Shown { service, shape: ShapeId(shape), record, name }.fmt(f)
}

struct Shown<'a> {
    service: &'a Service,
    shape: ShapeId,
    record: &'a dyn Record,
    name: &'a str,
}

impl Debug for Shown<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let shape = self.service.shape(self.shape);
        if let Some((variant, value)) = self.record.unknown() {
            return f.debug_tuple("Unknown").field(&variant).field(value).finish();
        }
        if shape.is_union() || self.record.active().is_some() {
            let members = shape.members();
            return match self.record.active().and_then(|index| Some((index, members.get(index)?))) {
                Some((index, member)) => {
                    let view = self.record.get(index, &member.name).view();
                    f.debug_tuple(&member.name).field(&self.member(member, view)).finish()
                }
                None => f.write_str(self.name),
            };
        }
        let mut out = f.debug_struct(self.name);
        for (member, view) in present(self.service, self.shape, self.record) {
            out.field(&snake_case(&member.name), &self.member(member, view));
        }
        out.finish()
    }
}

impl<'a> Shown<'a> {
    fn member(&self, member: &Member, view: View<'a>) -> ShownView<'a> {
        let sensitive = member.traits.has(Traits::SENSITIVE) || self.service.shape(member.target).sensitive;
        ShownView { service: self.service, shape: member.target, view, sensitive }
    }
}

/// The members that are there; optional lists and maps that are empty count as absent.
fn present<'a>(
    service: &'a Service,
    shape: ShapeId,
    record: &'a dyn Record,
) -> impl Iterator<Item = (&'a Member, View<'a>)> {
    let members = service.shape(shape).members().iter().enumerate();
    let there = |(member, view): &(&Member, View<'_>)| match view {
        View::Absent => false,
        View::List(list) => !list.is_empty() || member.traits.has(Traits::REQUIRED),
        View::Map(map) => !map.is_empty() || member.traits.has(Traits::REQUIRED),
        _ => true,
    };
    members.map(|(index, m)| (m, record.get(index, &m.name).view())).filter(there)
}

struct ShownView<'a> {
    service: &'a Service,
    shape: ShapeId,
    view: View<'a>,
    sensitive: bool,
}

impl<'a> ShownView<'a> {
    fn inner(&self, member: &Member, field: &'a dyn Field) -> ShownView<'a> {
        let sensitive = member.traits.has(Traits::SENSITIVE) || self.service.shape(member.target).sensitive;
        ShownView { service: self.service, shape: member.target, view: field.view(), sensitive }
    }
}

impl Debug for ShownView<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.sensitive {
            return f.write_str("***");
        }
        let shape = self.service.shape(self.shape);
        match (&shape.kind, self.view) {
            (_, View::Absent) => f.write_str("None"),
            (Kind::List { member, .. }, View::List(list) | View::Array(list)) => {
                f.debug_list().entries((0..list.len()).map(|i| self.inner(member, list.get(i)))).finish()
            }
            (Kind::Map { value, .. }, View::Map(map)) => {
                f.debug_map().entries(map.iter().map(|(key, field)| (key, self.inner(value, field)))).finish()
            }
            (Kind::Structure(_), View::Record(record)) => {
                Shown { service: self.service, shape: self.shape, record, name: &shape.name }.fmt(f)
            }
            (_, view) => plain(view, f),
        }
    }
}

fn plain(view: View<'_>, f: &mut Formatter<'_>) -> fmt::Result {
    match view {
        View::Bool(value) => value.fmt(f),
        View::Int(value) => value.fmt(f),
        View::Float(value) => value.fmt(f),
        View::Float32(value) => value.fmt(f),
        View::Number(text) => f.write_str(text),
        View::Str(text) => text.fmt(f),
        View::Blob(bytes) => bytes.fmt(f),
        View::Time(time) => time.fmt(f),
        View::Object(object) => object.fmt(f),
        View::Stream(stream) => stream.fmt(f),
        View::Events(events) => events.fmt(f),
        other => f.write_str(other.noun()),
    }
}

/// Whether two records of one shape hold the same. Bodies that stream are the same only if both are in memory.
pub fn same(table: &'static Table, shape: u32, a: &dyn Record, b: &dyn Record) -> bool {
    same_records(table.get(), ShapeId(shape), a, b)
}

fn same_records(service: &Service, shape: ShapeId, a: &dyn Record, b: &dyn Record) -> bool {
    a.unknown() == b.unknown()
        && service.shape(shape).members().iter().enumerate().all(|(index, member)| {
            same_views(service, member.target, a.get(index, &member.name).view(), b.get(index, &member.name).view())
        })
}

fn same_views(service: &Service, shape: ShapeId, a: View<'_>, b: View<'_>) -> bool {
    match (a, b) {
        (View::Absent, View::Absent) => true,
        (View::Bool(a), View::Bool(b)) => a == b,
        (View::Int(a), View::Int(b)) => a == b,
        (View::Float(a), View::Float(b)) => a == b,
        (View::Float32(a), View::Float32(b)) => a == b,
        (View::Number(a), View::Number(b)) => a == b,
        (View::Str(a), View::Str(b)) => a == b,
        (View::Blob(a), View::Blob(b)) => a == b,
        (View::Time(a), View::Time(b)) => a == b,
        (View::Object(a), View::Object(b)) => a == b,
        (View::Record(a), View::Record(b)) => same_records(service, shape, a, b),
        (View::Stream(a), View::Stream(b)) => a.bytes().is_some() && a.bytes() == b.bytes(),
        (View::List(a) | View::Array(a), View::List(b) | View::Array(b)) => {
            // Documents are compared as they are: their elements have no shape.
            let inner = match &service.shape(shape).kind {
                Kind::List { member, .. } => member.target,
                _ => shape,
            };
            a.len() == b.len() && (0..a.len()).all(|i| same_views(service, inner, a.get(i).view(), b.get(i).view()))
        }
        (View::Map(a), View::Map(b)) => {
            let inner = match &service.shape(shape).kind {
                Kind::Map { value, .. } => value.target,
                _ => shape,
            };
            let same = |((k, v), (l, w)): ((&str, &dyn Field), (&str, &dyn Field))| {
                k == l && same_views(service, inner, v.view(), w.view())
            };
            a.len() == b.len() && a.iter().zip(b.iter()).all(same)
        }
        _ => false,
    }
}
