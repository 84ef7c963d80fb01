//! Rust names for the names of a model: deterministic, valid in every edition, and unique within their scope.

use boto_model::suggest::snake_case;
use std::collections::HashSet;

/// Hands out names within one scope; a name that is taken gets the next free number.
#[derive(Default)]
pub struct Scope {
    taken: HashSet<String>,
}

impl Scope {
    /// A scope in which these names are taken already.
    pub fn with(names: impl IntoIterator<Item = impl Into<String>>) -> Scope {
        Scope { taken: names.into_iter().map(Into::into).collect() }
    }

    /// Whether the name is taken.
    pub fn has(&self, name: &str) -> bool {
        self.taken.contains(name)
    }

    /// The name itself if it is free, else with the first free number from 2 behind it.
    pub fn claim(&mut self, name: String) -> String {
        let name = if self.taken.contains(&name) {
            let joint = if name.ends_with(|c: char| c.is_ascii_digit()) { "_" } else { "" };
            (2..)
                .map(|n: u32| format!("{name}{joint}{n}"))
                .find(|candidate| !self.taken.contains(candidate))
                .unwrap_or(name)
        } else {
            name
        };
        self.taken.insert(name.clone());
        name
    }
}

/// The name of a member or operation as a field, method or argument: `QueueUrl` → `queue_url`, `Type` → `r#type`.
pub fn snake(name: &str) -> String {
    escape(plain(&snake_case(name), "member"))
}

/// The name of a module: `cognito-idp` → `cognito_idp`.
pub fn module(name: &str) -> String {
    escape(plain(&name.to_ascii_lowercase(), "service"))
}

/// The name of a type as the model gives it, its first letter raised: `SendMessageRequest`, `scope` → `Scope`.
pub fn type_name(name: &str) -> String {
    let mut out = plain(name, "Shape");
    while out.starts_with('_') && out[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        out.remove(0);
    }
    if let Some(first) = out.get(..1) {
        let raised = first.to_ascii_uppercase();
        out.replace_range(..1, &raised);
    }
    if out == "Self" {
        out.push('_');
    }
    out
}

/// The marker type of a service: `DynamoDB Streams` → `DynamoDbStreams`, `SQS` → `Sqs`.
pub fn marker(service_id: &str) -> String {
    let mut out = String::new();
    for word in snake_case(service_id).split(|c: char| !c.is_ascii_alphanumeric()) {
        push_raised(&mut out, word);
    }
    type_name(&out)
}

/// The variant of an enumeration for a value: `PENDING` → `Pending`, `s3:ObjectCreated:*` → `S3ObjectCreated`,
/// `t2.micro` → `T2Micro`, `1.2` → `V1_2`, `<=` → `LessEqual`.
pub fn variant(value: &str) -> String {
    let mut out = String::new();
    for word in value.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        // Keeps `1.2` and `12` apart.
        if out.ends_with(|c: char| c.is_ascii_digit()) && word.starts_with(|c: char| c.is_ascii_digit()) {
            out.push('_');
        }
        let shouts = word.chars().all(|c| !c.is_ascii_lowercase());
        if shouts {
            push_raised(&mut out, &word.to_ascii_lowercase());
        } else {
            push_raised(&mut out, word);
        }
    }
    if out.is_empty() {
        out = value.chars().filter_map(spelled).collect();
    }
    if out.is_empty() {
        out.push_str(if value.is_empty() { "Empty" } else { "Value" });
    }
    if out.starts_with(|c: char| c.is_ascii_digit()) {
        out.insert(0, 'V');
    }
    if out == "Self" {
        out.push('_');
    }
    out
}

fn push_raised(out: &mut String, word: &str) {
    let mut chars = word.chars();
    out.extend(chars.next().map(|c| c.to_ascii_uppercase()));
    out.push_str(chars.as_str());
}

/// A word for a value that consists of signs only.
fn spelled(sign: char) -> Option<&'static str> {
    Some(match sign {
        '<' => "Less",
        '>' => "Greater",
        '=' => "Equal",
        '!' => "Not",
        '*' => "Star",
        '+' => "Plus",
        '-' => "Minus",
        '/' => "Slash",
        '.' => "Dot",
        ',' => "Comma",
        ';' => "Semicolon",
        ':' => "Colon",
        '%' => "Percent",
        '&' => "And",
        '|' => "Or",
        '_' => "Underscore",
        ' ' => "Space",
        '\t' => "Tab",
        '#' => "Hash",
        '?' => "Question",
        '$' => "Dollar",
        '@' => "At",
        '~' => "Tilde",
        '^' => "Caret",
        '\'' | '"' => "Quote",
        _ => return None,
    })
}

/// The ASCII letters, digits and underscores of a name, with a letter or underscore in front; `fallback` if none is left.
fn plain(name: &str, fallback: &str) -> String {
    // Nearly all are so already, and macros are seldom optimised.
    let bytes = name.as_bytes();
    if bytes.first().is_some_and(u8::is_ascii_alphabetic) && bytes.iter().all(u8::is_ascii_alphanumeric) {
        return name.to_owned();
    }
    let mut out: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    if out.chars().all(|c| c == '_') {
        out = fallback.to_owned();
    }
    if out.starts_with(|c: char| c.is_ascii_digit()) {
        out.insert(0, '_');
    }
    out
}

/// A keyword of any edition becomes a raw identifier, or gets an underscore where raw ones are not allowed.
fn escape(name: String) -> String {
    match name.as_str() {
        "self" | "super" | "crate" | "_" => name + "_",
        _ if KEYWORDS.contains(&name.as_str()) => format!("r#{name}"),
        _ => name,
    }
}

const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_valid_and_readable() {
        for (value, name) in [
            ("PENDING", "Pending"),
            ("s3:ObjectCreated:*", "S3ObjectCreated"),
            ("SuspendedByUser", "SuspendedByUser"),
            ("t2.micro", "T2Micro"),
            ("1.2", "V1_2"),
            ("12", "V12"),
            ("TLSv1.2", "TLSv1_2"),
            ("us-east-1", "UsEast1"),
            ("<=", "LessEqual"),
            ("", "Empty"),
            ("日本", "Value"),
            ("self", "Self_"),
            ("AWS::S3::Bucket", "AwsS3Bucket"),
        ] {
            assert_eq!(variant(value), name, "{value}");
        }
        for (model, name) in [("QueueUrl", "queue_url"), ("Type", "r#type"), ("Self", "self_"), ("2ndIP", "_2nd_ip")] {
            assert_eq!(snake(model), name, "{model}");
        }
        for (model, name) in [("scope", "Scope"), ("__listOfX", "ListOfX"), ("1A", "_1A"), ("Self", "Self_")] {
            assert_eq!(type_name(model), name, "{model}");
        }
        for (id, name) in [("SQS", "Sqs"), ("DynamoDB Streams", "DynamoDbStreams"), ("S3", "S3"), ("WAFV2", "Wafv2")] {
            assert_eq!(marker(id), name, "{id}");
        }
        assert_eq!(module("cognito-idp"), "cognito_idp");
    }

    #[test]
    fn taken_names_get_numbers() {
        let mut scope = Scope::default();
        assert_eq!(scope.claim("a".into()), "a");
        assert_eq!(scope.claim("a".into()), "a2");
        assert_eq!(scope.claim("a".into()), "a3");
        assert_eq!(scope.claim("t2".into()), "t2");
        assert_eq!(scope.claim("t2".into()), "t2_2");
    }
}
