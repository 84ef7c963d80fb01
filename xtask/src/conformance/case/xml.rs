//! XML by meaning: names, attributes, namespaces, children in order, text without the white space around it.

use quick_xml::{events::Event, Reader};

/// An element.
#[derive(Debug, PartialEq, Default)]
pub struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    pub text: String,
    pub children: Vec<Element>,
}

/// The root of a document; `None` if it is not well formed.
pub fn parse(text: &[u8]) -> Option<Element> {
    let mut reader = Reader::from_reader(text);
    reader.config_mut().expand_empty_elements = true;
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => {
                let mut attributes: Vec<(String, String)> = start
                    .attributes()
                    .map(|a| {
                        let a = a.ok()?;
                        let key = std::str::from_utf8(a.key.into_inner()).ok()?.to_owned();
                        Some((key, a.unescape_value().ok()?.into_owned()))
                    })
                    .collect::<Option<_>>()?;
                attributes.sort();
                let name = std::str::from_utf8(start.name().into_inner()).ok()?.to_owned();
                open.push(Element { name, attributes, ..Element::default() });
            }
            Event::End(_) => {
                let mut element = open.pop()?;
                element.text = element.text.trim().to_owned();
                // Maps have no order, and members none that matters.
                element.children.sort_by_key(|c| format!("{c:?}"));
                open.last_mut()?.children.push(element);
            }
            Event::Text(text) => open.last_mut()?.text.push_str(&text.decode().ok()?),
            Event::CData(text) => open.last_mut()?.text.push_str(&text.decode().ok()?),
            Event::GeneralRef(reference) => match reference.resolve_char_ref().ok()? {
                Some(c) => open.last_mut()?.text.push(c),
                None => {
                    let text = quick_xml::escape::resolve_xml_entity(&reference.decode().ok()?)?;
                    open.last_mut()?.text.push_str(text);
                }
            },
            Event::Eof => break,
            _ => {}
        }
    }
    open.pop().filter(|_| open.is_empty())?.children.pop()
}
