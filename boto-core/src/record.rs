//! What every record can do through its table: be printed, compared, and travel through serde. One adapter over the
//! tables instead of derives on every type.

mod deserialize;
mod serialize;

pub use deserialize::{deserialize_record, RecordSeed};
pub use serialize::{serialize_record, RecordRef};

use crate::field::{List, Map, Record, View};
use boto_model::{suggest, Kind, Member, Service, ShapeId, Traits};
use std::fmt;

/// Prints a record: the members that are set, in Rust's names; sensitive ones as `***`, bodies by their size.
pub fn debug_record(service: &Service, shape: ShapeId, record: &dyn Record, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = f.debug_struct(service.shape_name(shape));
    if let Some((name, _)) = record.unknown() {
        return out.field(name, &Hidden).finish();
    }
    for (index, member) in service.shape(shape).members().iter().enumerate() {
        let field = record.get(index, &member.name);
        if !field.unset() {
            out.field(&suggest::snake_case(&member.name), &Shown { service, member, view: field.view() });
        }
    }
    out.finish()
}

/// What a member holds, to be printed.
struct Shown<'a> {
    service: &'a Service,
    member: &'a Member,
    view: View<'a>,
}

/// What is not printed.
struct Hidden;

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Shown { service, member, view } = *self;
        let shape = service.shape(member.target);
        if shape.sensitive || member.traits.has(Traits::SENSITIVE) {
            return Hidden.fmt(f);
        }
        match (view, &shape.kind) {
            (View::Record(record), Kind::Structure(_)) => debug_record(service, member.target, record, f),
            (View::Object(object), Kind::Structure(_)) => debug_record(service, member.target, object, f),
            (View::List(list), Kind::List { member, .. }) => {
                let shown = |i| Shown { service, member, view: list.get(i).view() };
                f.debug_list().entries((0..list.len()).map(shown)).finish()
            }
            (view, Kind::Map { value, .. }) => {
                let Some(map) = view.map() else { return f.write_str(view.noun()) };
                let mut out = f.debug_map();
                map.visit(&mut |key, field| {
                    out.entry(&key, &Shown { service, member: value, view: field.view() });
                });
                out.finish()
            }
            (View::Absent, _) => f.write_str("None"),
            (View::Bool(b), _) => b.fmt(f),
            (View::Int(i), _) => i.fmt(f),
            (View::Float(x), _) => x.fmt(f),
            (View::Float32(x), _) => x.fmt(f),
            (View::Number(n), _) => f.write_str(n),
            (View::Str(s), _) => s.fmt(f),
            (View::Time(t), _) => write!(f, "{t}"),
            (View::Blob(b), _) => write!(f, "<{} bytes>", b.len()),
            (View::Object(object), _) => f.write_str(&crate::Value::Map(object.clone()).to_json()),
            (View::List(list), _) => write!(f, "<{} elements>", list.len()),
            (view, _) => write!(f, "<{}>", view.noun()),
        }
    }
}

/// Whether two records of a shape are equal. Bodies that stream are equal if both are in memory with the same bytes.
pub fn eq_record(service: &Service, shape: ShapeId, a: &dyn Record, b: &dyn Record) -> bool {
    match (a.unknown(), b.unknown()) {
        (None, None) => {}
        (Some(a), Some(b)) => return a == b,
        _ => return false,
    }
    service.shape(shape).members().iter().enumerate().all(|(index, member)| {
        let (a, b) = (a.get(index, &member.name).view(), b.get(index, &member.name).view());
        eq_view(service, member, a, b)
    })
}

fn eq_view(service: &Service, member: &Member, a: View<'_>, b: View<'_>) -> bool {
    let kind = &service.shape(member.target).kind;
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
        (View::Record(a), View::Record(b)) => eq_record(service, member.target, a, b),
        (View::Object(a), View::Object(b)) => a == b,
        (View::List(a), View::List(b)) => eq_list(service, kind, a, b),
        (View::Map(a), View::Map(b)) => eq_map(service, kind, a, b),
        (View::Stream(a), View::Stream(b)) => match (a.bytes(), b.bytes()) {
            (Some(a), Some(b)) => a == b,
            _ => false,
        },
        _ => false,
    }
}

fn eq_list(service: &Service, kind: &Kind, a: &dyn List, b: &dyn List) -> bool {
    let Kind::List { member, .. } = kind else { return false };
    a.len() == b.len() && (0..a.len()).all(|i| eq_view(service, member, a.get(i).view(), b.get(i).view()))
}

/// Both maps give their entries in the order of keys.
fn eq_map(service: &Service, kind: &Kind, a: &dyn Map, b: &dyn Map) -> bool {
    let Kind::Map { value, .. } = kind else { return false };
    let mut entries = Vec::with_capacity(a.len());
    a.visit(&mut |key, field| entries.push((key, field)));
    let mut entries = entries.into_iter();
    let mut equal = a.len() == b.len();
    b.visit(&mut |key, field| {
        equal = equal
            && entries
                .next()
                .is_some_and(|(other, theirs)| other == key && eq_view(service, value, theirs.view(), field.view()));
    });
    equal
}
