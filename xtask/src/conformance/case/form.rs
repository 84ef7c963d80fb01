//! Forms by meaning: the pairs without their order, and the entries of maps without theirs.

use std::collections::BTreeMap;

/// The pairs of a form, sorted, the entries of each map numbered by their content.
pub fn pairs(body: &str) -> Vec<String> {
    let pairs: Vec<(String, String)> = body
        .split('&')
        .map(|pair| pair.replace('+', "%20"))
        .map(|pair| {
            pair.split_once('=').map(|(k, v)| (k.to_owned(), v.to_owned())).unwrap_or((pair.clone(), String::new()))
        })
        .collect();
    let mut out = renumber(pairs).into_iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>();
    out.sort();
    out
}

/// Numbers the entries below `….entry.` by the order of their content.
fn renumber(pairs: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut maps: BTreeMap<String, BTreeMap<String, Vec<(String, String)>>> = BTreeMap::new();
    let mut out = Vec::new();
    for (key, value) in pairs {
        match key.split_once(".entry.").and_then(|(map, rest)| Some((map, rest.split_once('.')?))) {
            Some((map, (number, rest))) => {
                let entry = maps.entry(map.to_owned()).or_default().entry(number.to_owned()).or_default();
                entry.push((rest.to_owned(), value));
            }
            None => out.push((key, value)),
        }
    }
    for (map, entries) in maps {
        let mut entries: Vec<_> = entries
            .into_values()
            .map(|entry| {
                let mut entry = renumber(entry);
                entry.sort();
                entry
            })
            .collect();
        entries.sort();
        for (number, entry) in entries.into_iter().enumerate() {
            out.extend(entry.into_iter().map(|(rest, value)| (format!("{map}.entry.{}.{rest}", number + 1), value)));
        }
    }
    out
}
