//! Validation of an input before anything is sent: all problems in one error, each with its path.
//!
//! What is refused is what botocore refuses: missing required members, unknown members, wrong types, values below a
//! minimum, unions without exactly one member. Upper bounds, patterns and enumerations are left to the service, which
//! may have changed them since the model was made. Null counts as absent, for that is how data without a value arrives
//! from serde.

use crate::{
    codec::{coerce, present, text, DEPTH},
    field::{Record, View},
    Error, ErrorKind, Result,
};
use boto_model::{shape::Structure, suggest, Kind, Location, Member, Service, Shape, ShapeId, Traits};
use std::fmt;

/// How many problems are told; more than anybody reads.
const MOST: usize = 100;

/// Checks an input against its table. `ranges` says whether least values and lengths are checked as well (the setting
/// `parameter_range_validation`). The error has kind
/// [`ErrorKind::Validation`] and the problems as message: `Entries[3].MessageBody: required; Foo: unknown`.
pub fn validate(service: &Service, shape: ShapeId, input: &dyn Record, ranges: bool) -> Result<()> {
    let mut check = Check { service, ranges, problems: Vec::new(), more: 0 };
    match &service.shape(shape).kind {
        Kind::Structure(structure) => check.structure(structure, input, &Path::Root, true, DEPTH),
        _ => check.tell(&Path::Root, "the table has no structure here"),
    }
    if check.problems.is_empty() {
        return Ok(());
    }
    let mut message = check.problems.join("; ");
    if check.more > 0 {
        message.push_str(&format!("; and {} more", check.more));
    }
    Err(Error::new(ErrorKind::Validation, message))
}

/// What a value should be, for people who do not have the table before them.
fn wanted(kind: &Kind) -> String {
    const SHOWN: usize = 4;
    let noun = coerce::noun(kind);
    match kind {
        Kind::Structure(s) if !s.members.is_empty() => {
            let names: Vec<&str> = s.members.iter().take(SHOWN).map(|member| &*member.name).collect();
            format!("{noun} of {}{}", names.join(", "), if s.members.len() > SHOWN { " …" } else { "" })
        }
        Kind::Timestamp => format!("{noun} (2030-01-31T12:00:00Z, or seconds since 1970)"),
        _ => noun.to_owned(),
    }
}

fn found(kind: &Kind, view: View<'_>) -> &'static str {
    match (kind, view) {
        (Kind::Blob { .. }, View::Str(_)) => "text that is not base64",
        (Kind::Timestamp, View::Str(_)) => "text that is no date",
        _ => view.noun(),
    }
}

/// Where a problem is, from the inside out; on the stack, so that inputs without problems cost nothing.
enum Path<'a> {
    Root,
    Member(&'a Path<'a>, &'a str),
    Element(&'a Path<'a>, usize),
    Key(&'a Path<'a>, &'a str),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Root => Ok(()),
            Path::Member(Path::Root, name) => f.write_str(name),
            Path::Member(path, name) => write!(f, "{path}.{name}"),
            Path::Element(path, index) => write!(f, "{path}[{index}]"),
            Path::Key(path, key) => write!(f, "{path} (key {key:?})"),
        }
    }
}

struct Check<'a> {
    service: &'a Service,
    ranges: bool,
    problems: Vec<String>,
    more: usize,
}

impl Check<'_> {
    #[cold]
    fn tell(&mut self, path: &Path<'_>, problem: impl fmt::Display) {
        if self.problems.len() == MOST {
            self.more += 1;
        } else if matches!(path, Path::Root) {
            self.problems.push(problem.to_string());
        } else {
            self.problems.push(format!("{path}: {problem}"));
        }
    }

    fn structure(&mut self, s: &Structure, record: &dyn Record, path: &Path<'_>, top: bool, depth: u32) {
        let Some(depth) = depth.checked_sub(1) else { return self.tell(path, "nested deeper than 128 levels") };
        let unknown = record.unknown_names(&|name| s.members.iter().any(|m| m.name == name));
        for name in &unknown {
            let near = suggest::nearest(name, s.members.iter().map(|m| &*m.name));
            let hint = near.first().map(|near| format!("; did you mean {near}?")).unwrap_or_default();
            self.tell(&Path::Member(path, name), format_args!("unknown{hint}"));
        }
        if s.union && !s.event_stream {
            let known = s.members.iter().enumerate().filter(|(i, m)| !record.get(*i, &m.name).view().is_absent());
            // The unknown variant without a name is a typed union that was never set.
            let kept = record.unknown().is_some_and(|(name, _)| !name.is_empty());
            match known.count() + unknown.len() + usize::from(kept) {
                1 => {}
                0 => self.tell(path, "one member of the union must be set, none is"),
                n => self.tell(path, format_args!("one member of the union must be set, {n} are")),
            }
        }
        for (index, member) in s.members.iter().enumerate() {
            match present(record, index, member) {
                Some(view) => self.member(member, view, &Path::Member(path, &member.name), depth),
                None if !member.traits.has(Traits::REQUIRED) => {}
                // Absent idempotency tokens are filled in.
                None if top && member.traits.has(Traits::IDEMPOTENCY_TOKEN) => {}
                None => self.tell(&Path::Member(path, &member.name), "required"),
            }
        }
    }

    /// What is there, with the places where empty text cannot be.
    fn member(&mut self, member: &Member, view: View<'_>, path: &Path<'_>, depth: u32) {
        if member.traits.has(Traits::JSON_VALUE) && member.location == Location::Header {
            return;
        }
        if let View::Str("") = view {
            if member.location == Location::Uri {
                return self.tell(path, "must not be empty: it is part of the URI");
            }
            if member.traits.has(Traits::HOST_LABEL) {
                return self.tell(path, "must not be empty: it is part of the host name");
            }
        }
        self.value(member, view, path, depth);
    }

    fn value(&mut self, member: &Member, view: View<'_>, path: &Path<'_>, depth: u32) {
        let shape = self.service.shape(member.target);
        let wrong = |check: &mut Self| {
            check.tell(path, format_args!("expected {}, found {}", wanted(&shape.kind), found(&shape.kind, view)));
        };
        let Some(inner) = depth.checked_sub(1) else { return self.tell(path, "nested deeper than 128 levels") };
        match &shape.kind {
            Kind::Structure(s) => match view {
                View::Events(_) if s.event_stream => {}
                _ => match view.record() {
                    Some(record) => self.structure(s, record, path, false, inner),
                    None => wrong(self),
                },
            },
            Kind::List { member: element, sparse } => {
                let Some(list) = view.list() else { return wrong(self) };
                self.minimum(shape, list.len() as f64, " elements", path);
                for index in 0..list.len() {
                    match list.get(index).view() {
                        View::Absent if *sparse => {}
                        View::Absent => self.tell(&Path::Element(path, index), "must not be null"),
                        view => self.value(element, view, &Path::Element(path, index), inner),
                    }
                }
            }
            Kind::Map { key: key_member, value, sparse } => {
                let Some(map) = view.map() else { return wrong(self) };
                let key_shape = self.service.shape(key_member.target);
                for (key, field) in map.iter() {
                    if key_shape.min.is_some() {
                        self.minimum(key_shape, key.chars().count() as f64, " characters", &Path::Key(path, key));
                    }
                    match field.view() {
                        View::Absent if *sparse => {}
                        View::Absent => self.tell(&Path::Member(path, key), "must not be null"),
                        view => self.value(value, view, &Path::Member(path, key), inner),
                    }
                }
            }
            Kind::Document => self.document(view, path, inner),
            Kind::Blob { .. } if matches!(view, View::Stream(_)) => {}
            kind => match coerce::scalar(kind, view) {
                Ok(plain) => {
                    if shape.min.is_some() {
                        self.range(shape, &plain, path);
                    }
                }
                Err(_) => wrong(self),
            },
        }
    }

    fn range(&mut self, shape: &Shape, plain: &coerce::Plain<'_>, path: &Path<'_>) {
        match plain {
            coerce::Plain::Text(s) => self.minimum(shape, s.chars().count() as f64, " characters", path),
            coerce::Plain::Int(i) => self.minimum(shape, *i as f64, "", path),
            coerce::Plain::Float(f) => self.minimum(shape, *f, "", path),
            coerce::Plain::Float32(f) => self.minimum(shape, f64::from(*f), "", path),
            coerce::Plain::Digits(digits) => {
                if let Some(value) = text::parse_float(digits) {
                    self.minimum(shape, value, "", path);
                }
            }
            coerce::Plain::Bool(_) | coerce::Plain::Blob(_) | coerce::Plain::Time(_) => {}
        }
    }

    fn minimum(&mut self, shape: &Shape, value: f64, unit: &str, path: &Path<'_>) {
        if let Some(min) = shape.min.filter(|min| self.ranges && value < *min) {
            self.tell(path, format_args!("at least {min}{unit}, not {value}"));
        }
    }

    /// Documents are what JSON can say.
    fn document(&mut self, view: View<'_>, path: &Path<'_>, depth: u32) {
        let Some(inner) = depth.checked_sub(1) else { return self.tell(path, "nested deeper than 128 levels") };
        match view {
            View::Absent
            | View::Bool(_)
            | View::Int(_)
            | View::Float(_)
            | View::Float32(_)
            | View::Number(_)
            | View::Str(_) => {}
            View::List(list) | View::Array(list) => {
                for index in 0..list.len() {
                    self.document(list.get(index).view(), &Path::Element(path, index), inner);
                }
            }
            View::Object(object) => {
                for (key, value) in &object.0 {
                    self.document(crate::field::Field::view(value), &Path::Member(path, key), inner);
                }
            }
            view => self.tell(path, format_args!("expected what JSON can say, found {}", view.noun())),
        }
    }
}
