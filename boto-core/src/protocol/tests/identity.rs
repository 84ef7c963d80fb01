//! What is written is read again, for the shapes of every service; and what is changed on the way does no harm.

use super::random::{structure, Random, Without};
use crate::{
    codec::{cbor, json, xml, Flaw},
    field::{Record, View},
    value::Object,
    Value,
};
use boto_model::{Kind, Service, ShapeId};
use std::collections::BTreeSet;

type Write = fn(&Service, ShapeId, &dyn Record, &mut Vec<u8>) -> Result<(), Flaw>;
type Read = fn(&Service, ShapeId, &[u8], &mut dyn Record) -> Result<(), Flaw>;

/// A codec as a pair of functions over records.
struct Codec {
    name: &'static str,
    without: Without,
    write: Write,
    read: Read,
}

const CODECS: &[Codec] = &[
    Codec {
        name: "json",
        without: Without::Nothing,
        write: |service, shape, record, out| json::write(service, shape, record, false, out),
        read: |service, shape, bytes, out| json::read(service, shape, bytes, false, out),
    },
    Codec { name: "cbor", without: Without::Nothing, write: cbor::write, read: cbor::read },
    Codec {
        name: "xml",
        without: Without::EmptyAndDocuments,
        write: |service, shape, record, out| {
            let root = xml::Root { name: "root", namespace: None };
            xml::write(service, &root, shape, View::Record(record), false, out)
        },
        read: |service, shape, bytes, out| {
            let mut reader = xml::Reader::new(service, bytes)?;
            if let (Some(root), Some(structure)) = (reader.tokens.root()?, service.shape(shape).structure()) {
                reader.record(structure, &root, false, out)?;
            }
            reader.tokens.finish()
        },
    },
];

/// Structures whose members cannot be told apart in XML, for some models use an element name twice, and all that hold
/// such a structure.
fn unclear(service: &Service) -> BTreeSet<ShapeId> {
    let all = || (0..service.shape_count()).map(|number| ShapeId(number as u32));
    let twice = |shape: &ShapeId| {
        let members = service.shape(*shape).members();
        members.iter().map(|m| m.wire_name()).collect::<BTreeSet<_>>().len() != members.len()
    };
    let mut found: BTreeSet<ShapeId> = all().filter(twice).collect();
    loop {
        let holds = |shape: &ShapeId| match &service.shape(*shape).kind {
            Kind::Structure(s) => s.members.iter().any(|m| found.contains(&m.target)),
            Kind::List { member, .. } => found.contains(&member.target),
            Kind::Map { value, .. } => found.contains(&value.target),
            _ => false,
        };
        let more: Vec<ShapeId> = if found.is_empty() { Vec::new() } else { all().filter(holds).collect() };
        let before = found.len();
        found.extend(more);
        if found.len() == before {
            return found;
        }
    }
}

/// Runs over every structure, or over `each` of them taken at random, of every service whose number is `part` modulo
/// `parts`.
fn every_service(
    part: usize,
    parts: usize,
    each: Option<usize>,
    check: &mut dyn FnMut(&Service, ShapeId, &mut Random),
) {
    for (number, name) in boto_model::archive::services().enumerate() {
        if number % parts != part {
            continue;
        }
        let service = super::real(name);
        let mut random = Random(0x9E37_79B9_7F4A_7C15 ^ number as u64);
        let (count, unclear) = (service.shape_count(), unclear(&service));
        for number in 0..each.unwrap_or(count) {
            let shape = ShapeId(each.map_or(number, |_| random.below(count)) as u32);
            if service.shape(shape).structure().is_some() && !unclear.contains(&shape) {
                check(&service, shape, &mut random);
            }
        }
    }
}

#[test]
fn encode_then_decode_is_identity() {
    let mut checked = 0;
    every_service(0, 1, None, &mut |service, shape, random| {
        for codec in CODECS {
            let Some(input) = structure(service, shape, random, codec.without, 2) else { continue };
            let (mut bytes, mut output) = (Vec::new(), Object::default());
            let place = || format!("{} {} of {}", codec.name, service.shape_name(shape), service.metadata().name);
            (codec.write)(service, shape, &input, &mut bytes).unwrap_or_else(|e| panic!("{}: {e}", place()));
            let text = || String::from_utf8_lossy(&bytes).into_owned();
            (codec.read)(service, shape, &bytes, &mut output)
                .unwrap_or_else(|e| panic!("{}: {e}: {}", place(), text()));
            // As text, because NaN equals nothing.
            let (input, output) = (Value::Map(input).to_json(), Value::Map(output).to_json());
            assert_eq!(output, input, "{}: {}", place(), text());
            checked += 1;
        }
    });
    assert!(checked > 150_000, "{checked}");
}

#[test]
fn changed_bytes_are_read_or_refused() {
    every_service(3, 20, Some(12), &mut |service, shape, random| {
        for codec in CODECS {
            let Some(input) = structure(service, shape, random, codec.without, 3) else { continue };
            let mut bytes = Vec::new();
            (codec.write)(service, shape, &input, &mut bytes).unwrap();
            for _ in 0..30 {
                let mut changed = bytes.clone();
                for _ in 0..=random.below(3) {
                    let at = random.below(changed.len());
                    match random.below(5) {
                        0 => changed.truncate(at),
                        1 => changed.insert(at, random.next() as u8),
                        2 if at < changed.len() => {
                            changed[at] = b"{}[]<>/&;\"\\,:0e-\x00\xff\x5f\x9f\xbf\xdb"[random.below(22)]
                        }
                        3 if at < changed.len() => changed[at] ^= 1 << random.below(8),
                        _ => changed.extend_from_within(at.min(changed.len())..),
                    }
                }
                let mut output = Object::default();
                // Either is fine; what is not is a panic, or an answer that does not come.
                let _ = (codec.read)(service, shape, &changed, &mut output);
            }
        }
    });
}
