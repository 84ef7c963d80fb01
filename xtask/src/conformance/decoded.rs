//! What percent-encoded text says.

/// The pairs of a form or of a query, decoded and sorted.
pub fn decoded(text: &str) -> Vec<(String, String)> {
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (plain(&name.replace('+', " ")), plain(&value.replace('+', " ")))
    };
    let mut pairs: Vec<_> = text.split('&').filter(|part| !part.is_empty()).map(pair).collect();
    pairs.sort();
    pairs
}

/// Without percent-encoding.
pub fn plain(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let code = text.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (bytes[at], code) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
