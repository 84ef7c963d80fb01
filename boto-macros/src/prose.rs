//! The prose of the user's own model files: botocore's `documentation`, which is HTML, as Markdown.

use boto_model::document::Json;
use std::collections::HashMap;

/// Documentation by what it is of.
#[derive(Debug, Default)]
pub struct Prose {
    operations: HashMap<String, String>,
    shapes: HashMap<String, String>,
    members: HashMap<(String, String), String>,
}

impl Prose {
    /// Takes the documentation out of a model.
    pub fn of(model: &Json) -> Prose {
        let mut prose = Prose::default();
        for (name, operation) in entries(model, "operations") {
            prose.operations.extend(text(operation).map(|text| (name.clone(), text)));
        }
        for (name, shape) in entries(model, "shapes") {
            prose.shapes.extend(text(shape).map(|text| (name.clone(), text)));
            for (member, reference) in entries(shape, "members") {
                prose.members.extend(text(reference).map(|text| ((name.clone(), member.clone()), text)));
            }
        }
        prose
    }

    /// What is said of an operation.
    pub fn operation(&self, name: &str) -> Option<&str> {
        self.operations.get(name).map(String::as_str)
    }

    /// What is said of a shape.
    pub fn shape(&self, name: &str) -> Option<&str> {
        self.shapes.get(name).map(String::as_str)
    }

    /// What is said of a member.
    pub fn member(&self, shape: &str, member: &str) -> Option<&str> {
        self.members.get(&(shape.to_owned(), member.to_owned())).map(String::as_str)
    }
}

fn entries<'a>(json: &'a Json, key: &str) -> &'a [(String, Json)] {
    json.get(key).map_or(&[], Json::entries)
}

fn text(of: &Json) -> Option<String> {
    let text = markdown(of.get("documentation")?.as_str()?);
    (!text.is_empty()).then_some(text)
}

/// HTML as Markdown: paragraphs, lists, code, links and emphasis; other tags go, their text stays.
pub fn markdown(html: &str) -> String {
    let mut out = Markdown::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.text(&rest[..at]);
        // A `<` that opens no tag is text.
        let opens = rest[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        match rest[at..].find('>').filter(|_| opens) {
            Some(end) => {
                out.tag(&rest[at + 1..at + end]);
                rest = &rest[at + end + 1..];
            }
            None => {
                out.text("<");
                rest = &rest[at + 1..];
            }
        }
    }
    out.text(rest);
    out.finish()
}

#[derive(Default)]
struct Markdown {
    out: String,
    links: Vec<String>,
    in_code: bool,
}

impl Markdown {
    fn tag(&mut self, tag: &str) {
        let closes = tag.starts_with('/');
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        match name.to_ascii_lowercase().as_str() {
            "p" | "div" | "note" | "important" | "ul" | "ol" | "dl" | "pre" | "h1" | "h2" | "h3" | "br" => {
                self.paragraph()
            }
            "li" if !closes => {
                self.paragraph();
                self.out.push_str("- ");
            }
            "dt" | "dd" | "li" => self.paragraph(),
            "code" if self.in_code == closes => {
                self.in_code = !closes;
                self.out.push('`');
            }
            "b" | "strong" => self.out.push_str("**"),
            "i" | "em" => self.out.push('*'),
            "a" if closes => {
                if let Some(link) = self.links.pop().filter(|link| !link.is_empty()) {
                    self.out.extend(["](", &link, ")"]);
                }
            }
            "a" => {
                let link = tag.split_once("href=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default();
                let link = if link.starts_with("http") && !link.contains([' ', '(', ')']) { link } else { "" };
                if !link.is_empty() {
                    self.out.push('[');
                }
                self.links.push(link.to_owned());
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        for c in entities(text).chars() {
            match c {
                c if c.is_whitespace() || c.is_control() => {
                    if !self.out.ends_with([' ', '\n']) && !self.out.is_empty() {
                        self.out.push(' ');
                    }
                }
                '`' => self.out.push('\''),
                '[' | ']' | '<' | '>' | '*' | '_' | '\\' | '#' if !self.in_code => self.out.extend(['\\', c]),
                c => self.out.push(c),
            }
        }
    }

    fn paragraph(&mut self) {
        if self.out.ends_with("- ") {
            return;
        }
        let length = self.out.trim_end().len();
        self.out.truncate(length);
        if !self.out.is_empty() {
            self.out.push_str("\n\n");
        }
    }

    fn finish(mut self) -> String {
        if self.in_code {
            self.out.push('`');
        }
        while self.links.pop().is_some_and(|link| !link.is_empty()) {
            self.out.push(']');
        }
        self.out.trim_end().trim_end_matches('-').trim_end().to_owned()
    }
}

fn entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&nbsp;", " ")];
    let decoded = named.iter().fold(text.to_owned(), |text, (entity, plain)| text.replace(entity, plain));
    decoded.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_markdown() {
        for (html, wanted) in [
            ("<p>Sends a <code>Message</code>.</p>", "Sends a `Message`."),
            ("<p>One</p> <p>two &lt;three&gt;</p>", "One\n\ntwo \\<three\\>"),
            ("<ul><li><p>a</p></li><li>b</li></ul>", "- a\n\n- b"),
            ("see <a href=\"https://a.b/c\">the page</a>", "see [the page](https://a.b/c)"),
            ("see <a>nothing</a>", "see nothing"),
            ("<b>bold</b> and <i>not</i>", "**bold** and *not*"),
            ("a < b", "a \\< b"),
            ("<code>open", "`open`"),
            ("array[0]", "array\\[0\\]"),
            ("", ""),
        ] {
            assert_eq!(markdown(html), wanted, "{html}");
        }
    }
}
