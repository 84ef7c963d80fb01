//! Templates of endpoint rules: `https://{Bucket}.{url#authority}`.

use crate::rules::{Expr, Literal, Part};

/// Reads a string of endpoint rules. `{{` and `}}` stand for the braces themselves.
pub(super) fn parse(text: &str) -> Result<Expr, String> {
    if !text.contains(['{', '}']) {
        return Ok(Expr::Literal(Literal::String(text.to_owned().into())));
    }
    let mut parts = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        plain.push_str(&rest[..at]);
        let brace = &rest[at..at + 1];
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix(brace) {
            plain.push_str(brace);
            rest = after;
            continue;
        }
        if brace == "}" {
            return Err(format!("a '}}' without its '{{' in {text:?}"));
        }
        let end = rest.find('}').ok_or_else(|| format!("a '{{' without its '}}' in {text:?}"))?;
        if !plain.is_empty() {
            parts.push(Part::Text(std::mem::take(&mut plain).into()));
        }
        let (name, path) = match rest[..end].split_once('#') {
            Some((name, path)) => (name, Some(path.to_owned().into())),
            None => (&rest[..end], None),
        };
        if name.is_empty() {
            return Err(format!("a reference without a name in {text:?}"));
        }
        parts.push(Part::Ref(name.to_owned().into(), path));
        rest = &rest[end + 1..];
    }
    plain.push_str(rest);
    if parts.is_empty() {
        return Ok(Expr::Literal(Literal::String(plain.into())));
    }
    if !plain.is_empty() {
        parts.push(Part::Text(plain.into()));
    }
    Ok(Expr::Template(parts.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_text_and_references() {
        let Ok(Expr::Template(parts)) = parse("https://{Bucket}.{url#authority}/{{x}}") else { panic!() };
        assert_eq!(
            *parts,
            [
                Part::Text("https://".into()),
                Part::Ref("Bucket".into(), None),
                Part::Text(".".into()),
                Part::Ref("url".into(), Some("authority".into())),
                Part::Text("/{x}".into()),
            ]
        );
        assert_eq!(parse("{{}}"), Ok(Expr::Literal(Literal::String("{}".into()))));
    }

    #[test]
    fn refuses_stray_braces() {
        for broken in ["{Region", "Region}", "{}", "{#x}"] {
            assert!(parse(broken).is_err(), "{broken}");
        }
    }
}
