//! Scalars as text: numbers, percent-encoding, base64.

use base64::{
    alphabet,
    engine::{general_purpose::GeneralPurpose, DecodePaddingMode, GeneralPurposeConfig},
    Engine,
};
use std::borrow::Cow;

/// Appends an integer in decimal.
pub fn push_int(out: &mut Vec<u8>, value: i64) {
    if value < 0 {
        out.push(b'-');
    }
    push_uint(out, value.unsigned_abs());
}

/// Appends an unsigned integer in decimal.
pub fn push_uint(out: &mut Vec<u8>, mut value: u64) {
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (value % 10) as u8;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

/// An integer in decimal.
pub fn int_text(value: i64) -> String {
    let mut out = Vec::with_capacity(20);
    push_int(&mut out, value);
    String::from_utf8(out).unwrap_or_default()
}

/// A 64-bit float: the shortest text that reads back as the same number, laid out as Python's `repr` does, or `NaN`,
/// `Infinity`, `-Infinity`.
pub fn float_text(value: f64) -> String {
    if value.is_finite() {
        layout(&format!("{value:e}"))
    } else {
        special(value).to_owned()
    }
}

/// A 32-bit float, as [`float_text`].
pub fn float32_text(value: f32) -> String {
    if value.is_finite() {
        layout(&format!("{value:e}"))
    } else {
        special(f64::from(value)).to_owned()
    }
}

/// The name of a number that is not finite.
pub fn special(value: f64) -> &'static str {
    if value.is_nan() {
        "NaN"
    } else if value > 0.0 {
        "Infinity"
    } else {
        "-Infinity"
    }
}

/// `1.5e-7` as Python prints it: plain from 10⁻⁴ to 10¹⁶, else with a signed exponent of two digits at least.
fn layout(scientific: &str) -> String {
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |m| ("-", m));
    let digits: String = mantissa.chars().filter(|c| *c != '.').collect();
    let mut out = String::from(sign);
    if !(-4..16).contains(&exponent) {
        out.push_str(&digits[..1]);
        if digits.len() > 1 {
            out.push('.');
            out.push_str(&digits[1..]);
        }
        out.push_str(if exponent < 0 { "e-" } else { "e+" });
        out.push_str(&format!("{:02}", exponent.unsigned_abs()));
    } else if exponent < 0 {
        out.push_str("0.");
        out.extend(std::iter::repeat_n('0', exponent.unsigned_abs() as usize - 1));
        out.push_str(&digits);
    } else {
        let whole = exponent as usize + 1;
        for at in 0..whole {
            out.push(digits.as_bytes().get(at).map_or('0', |b| char::from(*b)));
        }
        out.push('.');
        out.push_str(digits.get(whole..).filter(|rest| !rest.is_empty()).unwrap_or("0"));
    }
    out
}

/// An integer: decimal digits with an optional sign, or a number with an exponent or fraction whose value is an
/// integer.
pub fn parse_int(text: &str) -> Option<i64> {
    let text = text.trim();
    if let Ok(value) = text.parse::<i64>() {
        return Some(value);
    }
    if !text.bytes().any(|b| matches!(b, b'.' | b'e' | b'E')) {
        return None;
    }
    let value = parse_float(text)?;
    integral(value)
}

/// The float as an integer, if it is one (and small enough for no digit to be lost).
pub fn integral(value: f64) -> Option<i64> {
    (value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_992.0).then_some(value as i64)
}

/// A float: decimal notation, or the names of the numbers that are not finite.
pub fn parse_float(text: &str) -> Option<f64> {
    let text = text.trim();
    match text {
        "NaN" => Some(f64::NAN),
        "Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        _ => text.parse().ok(),
    }
}

/// Whether the text is a number as JSON writes it.
pub fn is_number(text: &str) -> bool {
    fn digits(text: &str) -> Option<&str> {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        (rest.len() < text.len()).then_some(rest)
    }
    let whole = text.strip_prefix('-').unwrap_or(text);
    if whole.starts_with('0') && whole[1..].starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let rest = digits(whole).and_then(|rest| match rest.strip_prefix('.') {
        Some(fraction) => digits(fraction),
        None => Some(rest),
    });
    let rest = rest.and_then(|rest| match rest.strip_prefix(['e', 'E']) {
        Some(exponent) => digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)),
        None => Some(rest),
    });
    rest == Some("")
}

/// Appends text percent-encoded: everything but `A–Z a–z 0–9 - . _ ~`, and `/` where it separates (greedy labels).
pub fn push_percent(out: &mut Vec<u8>, text: &[u8], keep_slash: bool) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    out.reserve(text.len());
    for &byte in text {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') || (keep_slash && byte == b'/') {
            out.push(byte);
        } else {
            out.extend_from_slice(&[b'%', HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
        }
    }
}

/// Text percent-encoded, as [`push_percent`].
pub fn percent(text: &str, keep_slash: bool) -> String {
    let mut out = Vec::new();
    push_percent(&mut out, text.as_bytes(), keep_slash);
    String::from_utf8(out).unwrap_or_default()
}

/// Base64 as AWS reads and writes it; padding may be missing.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Bytes as base64.
pub fn base64(bytes: &[u8]) -> String {
    BASE64.encode(bytes)
}

/// Appends bytes as base64.
pub fn push_base64(out: &mut Vec<u8>, bytes: &[u8]) {
    let at = out.len();
    out.resize(at + bytes.len().div_ceil(3) * 4, 0);
    let written = BASE64.encode_slice(bytes, &mut out[at..]).unwrap_or(0);
    out.truncate(at + written);
}

/// The bytes behind base64 text; white space in it is ignored.
pub fn unbase64(text: &str) -> Option<Vec<u8>> {
    let text: Cow<'_, str> = if text.bytes().any(|b| b.is_ascii_whitespace()) {
        text.split_ascii_whitespace().collect::<String>().into()
    } else {
        text.into()
    };
    BASE64.decode(text.as_bytes()).ok()
}

/// The segments of a path without empty ones and dots: `..` takes the one before it away.
pub(crate) fn segments(path: &str) -> Vec<&str> {
    let mut kept: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                kept.pop();
            }
            other => kept.push(other),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_print_as_in_python() {
        for (value, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (-1.5, "-1.5"),
            (0.1, "0.1"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (1.5e-7, "1.5e-07"),
            (123456789.125, "123456789.125"),
            (1e15, "1000000000000000.0"),
            (1e16, "1e+16"),
            (1.25e300, "1.25e+300"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-Infinity"),
        ] {
            assert_eq!(float_text(value), text);
        }
        assert_eq!(float32_text(0.1), "0.1");
        assert_eq!(float32_text(1.1e10), "11000000000.0");
    }

    #[test]
    fn integers_read_leniently() {
        assert_eq!(parse_int(" 42 "), Some(42));
        assert_eq!(parse_int("-9223372036854775808"), Some(i64::MIN));
        assert_eq!(parse_int("1.0e3"), Some(1000));
        assert_eq!(parse_int("1.5"), None);
        assert_eq!(parse_int("1e300"), None);
        assert_eq!(parse_int("12x"), None);
        assert_eq!(int_text(i64::MIN), i64::MIN.to_string());
    }

    #[test]
    fn numbers() {
        for good in ["0", "-1", "10", "1.5", "1e9", "-0.1E-20", "123456789012345678901234567890"] {
            assert!(is_number(good), "{good}");
        }
        for bad in ["", "-", "01", "1.", ".5", "1e", "+1", "0x1", "1 ", "NaN", "1e5.5"] {
            assert!(!is_number(bad), "{bad}");
        }
    }

    #[test]
    fn encodings() {
        assert_eq!(percent("a b/ü+~", false), "a%20b%2F%C3%BC%2B~");
        assert_eq!(percent("a/b", true), "a/b");
        assert_eq!(unbase64("Zm9v\n YmFy").as_deref(), Some(&b"foobar"[..]));
        assert_eq!(unbase64("Zg").as_deref(), Some(&b"f"[..]));
        assert_eq!(unbase64("Z*=="), None);
        let mut out = b"x".to_vec();
        push_base64(&mut out, b"foob");
        assert_eq!(out, b"xZm9vYg==");
    }
}
