//! `cbor`: the decoder vectors that all AWS SDKs share.

use super::Report;
use boto_core::codec::{
    cbor::{Item, Scanner},
    Flaw,
};
use serde_json::{json, Map, Value as Json};

/// Runs the suite.
pub fn run(report: &mut Report) {
    for file in report.files() {
        for case in report.cases(&file) {
            let id = case["id"].as_str().unwrap_or_default().to_owned();
            report.case(&id, one(&case));
        }
    }
}

fn one(case: &Json) -> Result<(), String> {
    let hex = case["input_hex"].as_str().unwrap_or_default();
    let bytes: Vec<u8> =
        (0..hex.len() / 2).filter_map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).ok()).collect();
    let mut scanner = Scanner::new(&bytes);
    let skipped = Scanner::new(&bytes).skip();
    match (tree(&mut scanner, 0), &case["expect"]["value"]) {
        (Err(_), Json::Null) => skipped.map_or(Ok(()), |()| Err("can be skipped".to_owned())),
        (Ok(got), Json::Null) => Err(format!("no error, but {got}")),
        (Err(flaw), _) => Err(flaw.to_string()),
        (Ok(got), want) if same(&got, want) => skipped.map_err(|flaw| format!("cannot be skipped: {flaw}")),
        (Ok(got), want) => Err(format!("got {got}, want {want}")),
    }
}

/// Equal, but that one NaN is as good as another.
fn same(got: &Json, want: &Json) -> bool {
    match (got, want) {
        (Json::Object(a), Json::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(k, v)| b.get(k).is_some_and(|other| same(v, other)))
        }
        (Json::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (a, b) => a == b || format!("{a}") == format!("{b}"),
    }
}

fn tree(scanner: &mut Scanner<'_>, depth: u32) -> Result<Json, Flaw> {
    if depth > 100 {
        return Err(Flaw::new("too deep"));
    }
    Ok(match scanner.item()? {
        Item::Uint(n) => json!({ "uint": n }),
        Item::Negint(n) => {
            let number: serde_json::Number =
                serde_json::from_str(&format!("{}", -1 - i128::from(n))).map_err(|_| Flaw::new("number"))?;
            json!({ "negint": number })
        }
        Item::Bytes(bytes) => json!({ "bytestring": bytes.to_vec() }),
        Item::Text(text) => json!({ "string": text }),
        Item::List(mut left) => {
            let mut list = Vec::new();
            while scanner.more(&mut left) {
                list.push(tree(scanner, depth + 1)?);
            }
            json!({ "list": list })
        }
        Item::Map(mut left) => {
            let mut map = Map::new();
            while scanner.more(&mut left) {
                let Item::Text(key) = scanner.item()? else { return Err(Flaw::new("a key that is no string")) };
                map.insert(key.into_owned(), tree(scanner, depth + 1)?);
            }
            json!({ "map": map })
        }
        Item::Tag(id) => json!({ "tag": { "id": id, "value": tree(scanner, depth + 1)? } }),
        Item::Bool(b) => json!({ "bool": b }),
        Item::Null => json!({ "null": {} }),
        Item::Undefined => json!({ "undefined": {} }),
        Item::Float32(f) => json!({ "float32": f.to_bits() }),
        Item::Float64(f) => json!({ "float64": f.to_bits() }),
        Item::Break => return Err(Flaw::new("an end without a beginning")),
    })
}
