//! A glance at the root of an XML document, without parsing the rest.

/// The root element.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Root<'a> {
    /// Its name, with the prefix if it has one.
    pub name: &'a str,
    /// What is between its tags; empty if the document is cut off.
    pub content: &'a str,
    /// Whether the document ends with its end tag (and not before).
    pub complete: bool,
}

/// The root element; `None` if this is not XML.
pub(super) fn root(document: &[u8]) -> Option<Root<'_>> {
    let mut rest = std::str::from_utf8(document).ok()?.trim_start_matches('\u{feff}').trim();
    // The prologue: declaration, comments, document type.
    loop {
        rest = match rest.get(..2)? {
            "<?" => rest.split_once("?>")?.1,
            "<!" if rest.starts_with("<!--") => rest.split_once("-->")?.1,
            "<!" => rest.split_once('>')?.1,
            _ => break,
        }
        .trim_start();
    }
    let tag = rest.strip_prefix('<')?;
    let name = tag.split(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).next()?;
    if !name.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        return None;
    }
    let Some((start, inside)) = tag.split_once('>') else {
        return Some(Root { name, content: "", complete: false });
    };
    if start.ends_with('/') {
        return Some(Root { name, content: "", complete: is_misc(inside) });
    }
    let Some((content, end)) = inside.rsplit_once("</") else {
        return Some(Root { name, content: "", complete: false });
    };
    let complete = end.strip_prefix(name).and_then(|after| after.trim_start().strip_prefix('>')).is_some_and(is_misc);
    Some(Root { name, content: if complete { content } else { "" }, complete })
}

/// Whether nothing but blanks and comments follows.
fn is_misc(rest: &str) -> bool {
    rest.trim().is_empty() || rest.trim().starts_with("<!--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_name_content_and_completeness() {
        let whole = |name, content| Some(Root { name, content, complete: true });
        let cut = |name| Some(Root { name, content: "", complete: false });
        for (document, expected) in [
            ("<a>b</a>", whole("a", "b")),
            ("<?xml version=\"1.0\"?>\n\n<!-- c --><!DOCTYPE a>\n<a x='1'><a>b</a></a >\n", whole("a", "<a>b</a>")),
            ("\u{feff}<a/>", whole("a", "")),
            ("<a b='/c'/> <!-- d -->", whole("a", "")),
            ("<a>b</a><!-- d -->", whole("a", "b")),
            ("<a><b>c</b>", cut("a")),
            ("<a><b>c", cut("a")),
            ("<a", cut("a")),
            ("<a>b</a><a>", cut("a")),
            ("", None),
            ("{}", None),
            ("<", None),
            ("<1>", None),
            ("<?xml", None),
        ] {
            assert_eq!(root(document.as_bytes()), expected, "{document}");
        }
        assert_eq!(root(b"<a>\xff</a>"), None);
    }
}
