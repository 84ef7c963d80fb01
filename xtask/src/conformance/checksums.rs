//! `checksums`: every algorithm over given bytes, and HMAC-SHA256.

use super::{case::same, json::text, Report};
use base64::{engine::general_purpose::STANDARD, Engine as _};
use boto_core::integrity::{Algorithm, Checksum};
use ring::hmac;
use serde_json::Value as Json;

/// Runs the suite.
pub fn run(report: &mut Report) {
    for case in report.cases("checksums") {
        report.case(text(&case["id"]), checksum(&case));
    }
    for case in report.cases("hmac-sha256") {
        report.case(text(&case["id"]), hmac_sha256(&case));
    }
}

fn checksum(case: &Json) -> Result<(), String> {
    let algorithm = text(&case["algorithm"]);
    let algorithm = Algorithm::from_name(algorithm).ok_or_else(|| format!("no algorithm {algorithm}"))?;
    let data = data(&case["data"])?;
    let want = &case["expect"];
    same("base64", &*algorithm.base64(&data), text(&want["base64"]))?;
    // In uneven pieces, as bodies come.
    let mut pieces = Checksum::new(algorithm);
    let mut rest = &data[..];
    let mut size = 1;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(size.min(rest.len()));
        pieces.update(piece);
        (rest, size) = (after, size * 3);
    }
    same("hex", &*hex(&pieces.bytes()), text(&want["hex"]))
}

/// Base64, or one byte many times, or 0 to 255 over and over.
fn data(spec: &Json) -> Result<Vec<u8>, String> {
    let number = |name: &str| spec[name].as_u64().map(|n| n as usize);
    if let Some(text) = spec["b64"].as_str() {
        return STANDARD.decode(text).map_err(|e| e.to_string());
    }
    if let (Some(byte), Some(count)) = (number("byte"), number("count")) {
        return Ok(vec![byte as u8; count]);
    }
    let cycles = number("cycle_0_255").ok_or_else(|| format!("unknown data {spec}"))?;
    Ok((0..cycles * 256).map(|i| i as u8).collect())
}

fn hmac_sha256(case: &Json) -> Result<(), String> {
    let key = hmac::Key::new(hmac::HMAC_SHA256, &unhex(text(&case["key_hex"]))?);
    let tag = hmac::sign(&key, &unhex(text(&case["data_hex"]))?);
    // RFC 4231 shortens one of its results.
    let want = text(&case["expect"]["hex"]);
    same("hex", hex(tag.as_ref()).get(..want.len()).unwrap_or_default(), want)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn unhex(text: &str) -> Result<Vec<u8>, String> {
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(16)).collect();
    let digits = digits.filter(|d| d.len() % 2 == 0).ok_or_else(|| format!("not hex: {text}"))?;
    Ok(digits.chunks(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect())
}
