//! Writing fields as CBOR, through the tables.

use crate::{
    codec::{
        coerce::{self, Plain},
        present, too_deep, Flaw, DEPTH,
    },
    field::{Field, Record, View},
    DateTime, Value,
};
use boto_model::{Kind, Member, Service, ShapeId};

/// Appends the record of that structure as a CBOR map.
pub fn write(service: &Service, shape: ShapeId, record: &dyn Record, out: &mut Vec<u8>) -> Result<(), Flaw> {
    Writer { service, out }.record(service.shape(shape).members(), record, DEPTH)
}

/// Appends what a member holds.
pub fn write_member(service: &Service, member: &Member, view: View<'_>, out: &mut Vec<u8>) -> Result<(), Flaw> {
    Writer { service, out }.value(member, view, DEPTH)
}

struct Writer<'a> {
    service: &'a Service,
    out: &'a mut Vec<u8>,
}

impl Writer<'_> {
    fn record(&mut self, members: &[Member], record: &dyn Record, depth: u32) -> Result<(), Flaw> {
        let depth = depth.checked_sub(1).ok_or_else(too_deep)?;
        if let Some((name, value)) = record.unknown() {
            head(self.out, 5, 1);
            push_text(self.out, name);
            return document(self.out, value.view(), depth);
        }
        let count = members.iter().enumerate().filter(|(i, m)| present(record, *i, m).is_some()).count();
        head(self.out, 5, count as u64);
        for (index, member) in members.iter().enumerate() {
            if let Some(view) = present(record, index, member) {
                push_text(self.out, &member.name);
                self.value(member, view, depth).map_err(|flaw| flaw.within(&member.name))?;
            }
        }
        Ok(())
    }

    fn value(&mut self, member: &Member, view: View<'_>, depth: u32) -> Result<(), Flaw> {
        let shape = self.service.shape(member.target);
        let mismatch = || Flaw::wanted(coerce::noun(&shape.kind), view.noun());
        let inner = depth.checked_sub(1);
        match &shape.kind {
            Kind::Structure(s) => {
                let record = view.record().ok_or_else(mismatch)?;
                self.record(&s.members, record, depth)
            }
            Kind::List { member, .. } => {
                let list = view.list().ok_or_else(mismatch)?;
                let inner = inner.ok_or_else(too_deep)?;
                head(self.out, 4, list.len() as u64);
                for index in 0..list.len() {
                    match list.get(index).view() {
                        View::Absent => self.out.push(0xf6),
                        view => self.value(member, view, inner).map_err(|flaw| flaw.element(index))?,
                    }
                }
                Ok(())
            }
            Kind::Map { value, .. } => {
                let map = view.map().ok_or_else(mismatch)?;
                let inner = inner.ok_or_else(too_deep)?;
                head(self.out, 5, map.len() as u64);
                for (key, field) in map.iter() {
                    push_text(self.out, key);
                    match field.view() {
                        View::Absent => self.out.push(0xf6),
                        view => self.value(value, view, inner).map_err(|flaw| flaw.entry(key))?,
                    }
                }
                Ok(())
            }
            Kind::Document => document(self.out, view, depth),
            kind => {
                match coerce::scalar(kind, view)? {
                    Plain::Text(s) => push_text(self.out, s),
                    Plain::Bool(b) => self.out.push(0xf4 + u8::from(b)),
                    Plain::Int(i) if matches!(kind, Kind::Float) => {
                        self.out.push(0xfa);
                        self.out.extend_from_slice(&(i as f32).to_be_bytes());
                    }
                    Plain::Int(i) if matches!(kind, Kind::Double) => push_float(self.out, i as f64),
                    Plain::Int(i) => push_int(self.out, i),
                    Plain::Float(f) if matches!(kind, Kind::Float) && f.is_finite() => {
                        self.out.push(0xfa);
                        self.out.extend_from_slice(&(f as f32).to_be_bytes());
                    }
                    Plain::Float(f) => push_float(self.out, f),
                    Plain::Float32(f) if f.is_finite() => {
                        self.out.push(0xfa);
                        self.out.extend_from_slice(&f.to_be_bytes());
                    }
                    Plain::Float32(f) => push_float(self.out, f.into()),
                    Plain::Digits(digits) => push_digits(self.out, kind, digits)?,
                    Plain::Blob(bytes) => push_bytes(self.out, &bytes),
                    Plain::Time(time) => push_time(self.out, time),
                }
                Ok(())
            }
        }
    }
}

/// The first byte and the number that goes with it, in its shortest form.
fn head(out: &mut Vec<u8>, major: u8, value: u64) {
    let major = major << 5;
    match value {
        0..=23 => out.push(major | value as u8),
        24..=0xff => out.extend_from_slice(&[major | 24, value as u8]),
        0x100..=0xffff => {
            out.push(major | 25);
            out.extend_from_slice(&(value as u16).to_be_bytes());
        }
        0x1_0000..=0xffff_ffff => {
            out.push(major | 26);
            out.extend_from_slice(&(value as u32).to_be_bytes());
        }
        _ => {
            out.push(major | 27);
            out.extend_from_slice(&value.to_be_bytes());
        }
    }
}

fn push_text(out: &mut Vec<u8>, text: &str) {
    head(out, 3, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

fn push_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    head(out, 2, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

fn push_int(out: &mut Vec<u8>, value: i64) {
    if value >= 0 {
        head(out, 0, value as u64);
    } else {
        // -1 - value never overflows: it is the complement.
        head(out, 1, !(value as u64));
    }
}

/// Floats that are not finite in two bytes, others in eight.
fn push_float(out: &mut Vec<u8>, value: f64) {
    if value.is_nan() {
        out.extend_from_slice(&[0xf9, 0x7e, 0x00]);
    } else if value.is_infinite() {
        out.extend_from_slice(&[0xf9, if value > 0.0 { 0x7c } else { 0xfc }, 0x00]);
    } else {
        out.push(0xfb);
        out.extend_from_slice(&value.to_be_bytes());
    }
}

/// Tag 1: seconds since 1970, as an integer if they are whole.
fn push_time(out: &mut Vec<u8>, time: DateTime) {
    out.push(0xc1);
    if time.subsec_nanos() < 1000 {
        push_int(out, time.seconds());
    } else {
        push_float(out, time.to_float());
    }
}

/// A number of any size: as an integer or float if it fits, else as a big integer of up to 128 bits.
fn push_digits(out: &mut Vec<u8>, kind: &Kind, digits: &str) -> Result<(), Flaw> {
    if let Ok(int) = digits.parse::<i64>() {
        push_int(out, int);
        return Ok(());
    }
    if !matches!(kind, Kind::BigInteger) {
        let float = digits.parse().map_err(|_| Flaw::wanted("number", "other text"))?;
        push_float(out, float);
        return Ok(());
    }
    let negative = digits.starts_with('-');
    let magnitude: u128 = digits
        .trim_start_matches(['-', '+'])
        .parse()
        .map_err(|_| Flaw::new("an integer beyond 128 bits cannot be sent"))?;
    out.push(if negative { 0xc3 } else { 0xc2 });
    let bytes = if negative { magnitude.saturating_sub(1) } else { magnitude }.to_be_bytes();
    let first = bytes.iter().position(|b| *b != 0).unwrap_or(15);
    push_bytes(out, &bytes[first..]);
    Ok(())
}

/// Any data, without a table.
fn document(out: &mut Vec<u8>, view: View<'_>, depth: u32) -> Result<(), Flaw> {
    match view {
        View::Absent => out.push(0xf6),
        View::Bool(b) => out.push(0xf4 + u8::from(b)),
        View::Int(i) => push_int(out, i),
        View::Float(f) => push_float(out, f),
        View::Float32(f) => push_float(out, f.into()),
        View::Number(n) => push_digits(out, &Kind::Double, n)?,
        View::Str(s) => push_text(out, s),
        View::Blob(b) => push_bytes(out, b),
        View::Time(t) => push_time(out, t),
        View::List(list) | View::Array(list) => {
            let depth = depth.checked_sub(1).ok_or_else(too_deep)?;
            head(out, 4, list.len() as u64);
            for index in 0..list.len() {
                document(out, list.get(index).view(), depth).map_err(|flaw| flaw.element(index))?;
            }
        }
        View::Object(object) => {
            let depth = depth.checked_sub(1).ok_or_else(too_deep)?;
            head(out, 5, object.0.len() as u64);
            for (key, value) in &object.0 {
                push_text(out, key);
                document(out, Value::view(value), depth).map_err(|flaw| flaw.entry(key))?;
            }
        }
        view => return Err(Flaw::wanted("document", view.noun())),
    }
    Ok(())
}
