//! Random data for a table, from a seed.

use crate::{value::Object, DateTime, Value};
use boto_model::{Kind, Member, Service, ShapeId, TimestampFormat};

/// Xorshift: small, and the same everywhere.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    fn text(&mut self) -> String {
        const PIECES: &[&str] = &[
            "a",
            "B",
            "7",
            " ",
            "\"",
            "\\",
            "/",
            "<",
            ">",
            "&",
            "'",
            "\n",
            "\r",
            "\t",
            "é",
            "ß",
            "日本",
            "😀",
            "\u{1}",
            ",",
            ";",
            "]]>",
            "&amp;",
            "null",
            "{",
            "}",
            "[",
            ":",
            "\u{2028}",
            "\u{85}",
            "=",
            "+",
            "%20",
            "longer text ",
        ];
        (0..self.below(6)).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }
}

/// What a codec cannot carry.
#[derive(Clone, Copy, PartialEq)]
pub enum Without {
    Nothing,
    /// XML has no empty flattened lists, and no documents.
    EmptyAndDocuments,
}

/// A value for a member; `None` where the codec has none.
pub fn value(service: &Service, member: &Member, random: &mut Random, without: Without, depth: u32) -> Option<Value> {
    let few = |random: &mut Random| match without {
        Without::Nothing => random.below(3),
        Without::EmptyAndDocuments => 1 + random.below(2),
    };
    Some(match &service.shape(member.target).kind {
        Kind::Structure(s) if s.event_stream => return None,
        Kind::Structure(_) if depth == 0 => return None,
        Kind::Structure(_) => Value::Map(structure(service, member.target, random, without, depth - 1)?),
        Kind::List { .. } | Kind::Map { .. } if depth == 0 => return None,
        Kind::List { member, .. } => {
            let list = (0..few(random)).map(|_| value(service, member, random, without, depth - 1));
            Value::List(list.collect::<Option<_>>()?)
        }
        Kind::Map { value: member, .. } => {
            let entries = (0..few(random)).map(|_| {
                let key = random.text();
                Some((key, value(service, member, random, without, depth - 1)?))
            });
            Value::Map(Object(entries.collect::<Option<_>>()?))
        }
        Kind::String { values } if !values.is_empty() && random.below(2) == 0 => {
            Value::String(values[random.below(values.len())].to_string())
        }
        Kind::String { .. } => Value::String(random.text()),
        Kind::Boolean => Value::Bool(random.below(2) == 0),
        Kind::Byte => Value::Int(random.next() as i8 as i64),
        Kind::Short => Value::Int(random.next() as i16 as i64),
        Kind::Integer => Value::Int(random.next() as i32 as i64),
        Kind::Long => Value::Int([random.next() as i64, i64::MIN, i64::MAX, 0][random.below(4)]),
        Kind::Float => Value::Float(
            [0.5, f64::from(-1.25e10f32), f64::from(f32::MAX), f64::INFINITY, 1e-40f32 as f64][random.below(5)],
        ),
        Kind::Double => Value::Float([0.1, -1e300, 5e-324, f64::NEG_INFINITY, f64::NAN, 1.0][random.below(6)]),
        Kind::BigInteger => Value::Number("123456789012345678901234567890".into()),
        Kind::BigDecimal => Value::Number("3.14159".into()),
        Kind::Blob { .. } => Value::Blob((0..random.below(40)).map(|_| random.next() as u8).collect::<Vec<_>>().into()),
        Kind::Timestamp => {
            let whole = member.timestamp_format == Some(TimestampFormat::Rfc822) || random.below(2) == 0;
            let micros = if whole { 0 } else { random.below(1_000_000) as u32 };
            Value::Time(DateTime::from_parts(random.below(4_000_000_000) as i64, micros * 1000))
        }
        Kind::Document if without == Without::EmptyAndDocuments => return None,
        Kind::Document => Value::from_json(r#"{"a": [1, 2.5, "x", null, true, {}], "b": "<&>"}"#).unwrap(),
    })
}

/// A record: of a union one member, of a structure about half of them.
pub fn structure(
    service: &Service,
    shape: ShapeId,
    random: &mut Random,
    without: Without,
    depth: u32,
) -> Option<Object> {
    let structure = service.shape(shape).structure()?;
    let mut object = Object::default();
    if structure.union {
        for _ in 0..10 {
            let member = structure.members.get(random.below(structure.members.len()))?;
            if let Some(value) = value(service, member, random, without, depth) {
                object.insert(&*member.name, value);
                return Some(object);
            }
        }
        return None;
    }
    for member in &structure.members {
        if random.below(2) == 0 {
            if let Some(value) = value(service, member, random, without, depth) {
                object.insert(&*member.name, value);
            }
        }
    }
    Some(object)
}
