use super::{
    frame::{Decoder, MAX_PAYLOAD},
    *,
};
use crate::{body::ByteStream, DateTime};
use bytes::Bytes;

fn all_headers() -> Vec<Header> {
    let values = [
        HeaderValue::Bool(true),
        HeaderValue::Bool(false),
        HeaderValue::Byte(-49),
        HeaderValue::Short(i16::MIN),
        HeaderValue::Int(-5),
        HeaderValue::Long(i64::MAX),
        HeaderValue::Bytes(Bytes::from_static(b"\0\xff")),
        HeaderValue::String("grüße".to_owned()),
        HeaderValue::Timestamp(1_700_000_000_123),
        HeaderValue::Uuid([7; 16]),
    ];
    values.into_iter().enumerate().map(|(i, value)| Header { name: format!("h{i}"), value }).collect()
}

fn frame(payload: &'static [u8]) -> Frame {
    Frame { headers: all_headers(), payload: Bytes::from_static(payload) }
}

#[test]
fn frames_survive_a_round_trip_in_any_pieces() {
    let frames = [frame(b"one"), Frame::default(), frame(b"{\"three\":3}")];
    let bytes: Vec<u8> = frames.iter().flat_map(|f| f.encode().unwrap().to_vec()).collect();
    for size in [1, 2, 3, 7, 16, 100, bytes.len()] {
        let mut decoder = Decoder::default();
        let mut found = Vec::new();
        for piece in bytes.chunks(size) {
            decoder.feed(Bytes::copy_from_slice(piece));
            while let Some(frame) = decoder.frame().unwrap() {
                found.push(frame);
            }
        }
        assert!(decoder.is_empty());
        assert_eq!(found, frames, "pieces of {size}");
    }
}

#[test]
fn a_frame_within_a_chunk_is_not_copied() {
    let bytes = frame(b"payload").encode().unwrap();
    let inside = bytes.as_ptr_range();
    let decoded = Frame::decode(bytes.clone()).unwrap();
    assert!(inside.contains(&decoded.payload.as_ptr()));
}

#[test]
fn limits_hold_in_both_directions() {
    let big = Frame { payload: Bytes::from(vec![0; MAX_PAYLOAD + 1]), ..Frame::default() };
    assert!(big.encode().is_err());
    let exact = Frame { payload: Bytes::from(vec![0; MAX_PAYLOAD]), ..Frame::default() };
    assert_eq!(Frame::decode(exact.encode().unwrap()).unwrap(), exact);
    let header = |name: String, value: HeaderValue| Frame { headers: vec![Header { name, value }], ..Frame::default() };
    assert!(header(String::new(), HeaderValue::Bool(true)).encode().is_err());
    assert!(header("x".repeat(256), HeaderValue::Bool(true)).encode().is_err());
    assert!(header("x".repeat(255), HeaderValue::Bool(true)).encode().is_ok());
    assert!(header("x".into(), HeaderValue::String("y".repeat(32_768))).encode().is_err());
    let many: Vec<Header> = (0..5).map(|i| Header::text(&i.to_string(), &"y".repeat(32_000))).collect();
    assert!(Frame { headers: many, ..Frame::default() }.encode().is_err());
}

/// Lengths are believed only with their checksum, and judged before anything is buffered for them.
#[test]
fn a_false_length_is_noticed_at_once() {
    let prelude = |total: u32, headers: u32| {
        let mut bytes = [total.to_be_bytes(), headers.to_be_bytes()].concat();
        let checksum = crc32fast::hash(&bytes);
        bytes.extend(checksum.to_be_bytes());
        let mut decoder = Decoder::default();
        decoder.feed(bytes.into());
        decoder.frame()
    };
    assert_eq!(prelude(100, 0), Ok(None));
    for (total, headers) in [(0, 0), (15, 0), (100, 85), (u32::MAX, 0), (u32::MAX, u32::MAX), (1 << 20, 200_000)] {
        assert!(prelude(total, headers).is_err(), "{total} {headers}");
    }
}

/// Whatever bytes come, there is an error or a frame that encodes to what was read: never a panic, never a loop.
#[test]
fn mutated_frames_never_panic() {
    let seed = [frame(b"payload of some length"), Frame::default()];
    let good: Vec<u8> = seed.iter().flat_map(|f| f.encode().unwrap().to_vec()).collect();
    let mut state = 0x2545_f491_4f6c_dd1du64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below.max(1) as u64) as usize
    };
    for round in 0..40_000 {
        let mut bytes = good.clone();
        for _ in 0..=random(4) {
            let at = random(bytes.len());
            match random(4) {
                0 => bytes[at] = random(256) as u8,
                1 => bytes.truncate(at),
                2 => bytes.insert(at, random(256) as u8),
                _ => bytes[at] ^= 1 << random(8),
            }
            if bytes.is_empty() {
                break;
            }
        }
        // Half of the time the checksums are made right again, so that what lies behind them is reached.
        if round % 2 == 0 && bytes.len() >= 16 {
            let total = bytes.len() as u32;
            bytes[..4].copy_from_slice(&total.to_be_bytes());
            let checksum = crc32fast::hash(&bytes[..8]);
            bytes[8..12].copy_from_slice(&checksum.to_be_bytes());
            let end = bytes.len() - 4;
            let checksum = crc32fast::hash(&bytes[..end]);
            bytes[end..].copy_from_slice(&checksum.to_be_bytes());
        }
        let mut decoder = Decoder::default();
        decoder.feed(bytes.into());
        while let Ok(Some(frame)) = decoder.frame() {
            let again = Frame::decode(frame.encode().unwrap()).unwrap();
            assert_eq!(again, frame);
        }
    }
}

#[tokio::test]
async fn the_initial_response_is_taken_and_nothing_else() {
    let initial = Frame {
        headers: vec![Header::text(":message-type", "event"), Header::text(":event-type", "initial-response")],
        payload: Bytes::from_static(b"{}"),
    };
    let (first, second) = (initial.encode().unwrap(), frame(b"x").encode().unwrap());
    let both = ByteStream::from([&first[..], &second[..]].concat());
    let (payload, rest) = initial_response(both).await.unwrap();
    assert_eq!(payload.unwrap(), "{}");
    assert_eq!(rest.collect().await.unwrap(), second);

    let twice = [&second[..], &second[..]].concat();
    let (payload, rest) = initial_response(ByteStream::from(twice.clone())).await.unwrap();
    assert!(payload.is_none());
    assert_eq!(rest.collect().await.unwrap(), twice);

    assert!(initial_response(ByteStream::default()).await.unwrap().0.is_none());
    assert!(initial_response(ByteStream::from(first.slice(..20))).await.is_err());
}

#[tokio::test]
async fn signed_events_form_a_chain_that_an_empty_one_ends() {
    let begin = || {
        let mut count = 0;
        Signer {
            clock: Box::new(|| DateTime::from_parts(1_700_000_000, 999_000_000)),
            sign: Box::new(move |_, headers, payload| {
                count += 1;
                format!("{count:02x}{:02x}{:02x}", headers.len(), payload.len())
            }),
        }
    };
    let event = frame(b"x").encode().unwrap();
    let body = signed(&ByteStream::from(event.clone()), begin).unwrap();
    for _ in 0..2 {
        let bytes = body.clone().collect().await.unwrap();
        let mut decoder = Decoder::default();
        decoder.feed(bytes);
        let first = decoder.frame().unwrap().unwrap();
        assert_eq!(first.header(":date"), Some(&HeaderValue::Timestamp(1_700_000_000_000)));
        let signature = |count, length| HeaderValue::Bytes(Bytes::from(vec![count, 15, length]));
        assert_eq!(first.header(":chunk-signature"), Some(&signature(1, event.len() as u8)));
        assert_eq!(first.payload, event);
        let last = decoder.frame().unwrap().unwrap();
        assert_eq!((last.header(":chunk-signature"), &last.payload[..]), (Some(&signature(2, 0)), &b""[..]));
        assert!(decoder.is_empty());
    }
}

#[test]
fn values_print_readably() {
    let printed: Vec<String> = all_headers().iter().map(|h| h.value.to_string()).collect();
    assert_eq!(printed[6], "00ff");
    assert_eq!(printed[9], "07070707-0707-0707-0707-070707070707");
}
