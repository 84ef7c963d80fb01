//! From [`ResourceSet`] back to boto3's format: what `service!` and the derives put into a program.

use super::{Action, Identifier, Made, Param, Relation, Resource, ResourceSet, ResourceWaiter, Source};
use std::fmt::Write;

impl ResourceSet {
    /// The document, without blanks; the same set gives the same bytes. [`ResourceSet::parse`] reads it.
    pub fn to_json(&self) -> String {
        let mut out = Json(String::new());
        out.object(|out| {
            out.key("service");
            resource(out, &self.service);
            out.named("resources", &self.resources, |r| &r.name, resource);
        });
        out.0
    }
}

fn resource(out: &mut Json, it: &Resource) {
    out.object(|out| {
        out.list("identifiers", &it.identifiers, identifier);
        out.text("shape", it.shape.as_deref());
        if let Some(load) = &it.load {
            out.key("load");
            action(out, load);
        }
        out.named("actions", &it.actions, |a| &a.name, action);
        out.named("batchActions", &it.batch_actions, |a| &a.name, action);
        out.named("has", &it.has, |r| &r.name, relation);
        out.named("hasMany", &it.has_many, |a| &a.name, action);
        out.named("waiters", &it.waiters, |w| &w.name, waiter);
    });
}

fn identifier(out: &mut Json, it: &Identifier) {
    out.object(|out| {
        out.text("name", Some(&it.name));
        out.text("memberName", it.member_name.as_deref());
        if it.optional {
            out.key("optional");
            out.0.push_str("true");
        }
    });
}

fn action(out: &mut Json, it: &Action) {
    out.object(|out| {
        out.key("request");
        out.object(|out| {
            out.text("operation", Some(&it.operation));
            out.list("params", &it.params, param);
        });
        if let Some(made) = &it.resource {
            out.key("resource");
            resources_made(out, made);
        }
        out.text("path", it.path.as_deref());
    });
}

fn relation(out: &mut Json, it: &Relation) {
    out.object(|out| {
        out.key("resource");
        resources_made(out, &it.resource);
    });
}

fn resources_made(out: &mut Json, it: &Made) {
    out.object(|out| {
        out.text("type", Some(&it.kind));
        out.list("identifiers", &it.identifiers, param);
        out.text("path", it.path.as_deref());
    });
}

fn waiter(out: &mut Json, it: &ResourceWaiter) {
    out.object(|out| {
        out.text("waiterName", Some(&it.waiter));
        out.list("params", &it.params, param);
        out.text("path", it.path.as_deref());
    });
}

fn param(out: &mut Json, it: &Param) {
    out.object(|out| {
        out.text("target", Some(&it.target));
        let (source, key, value) = match &it.source {
            Source::Identifier(name) => ("identifier", "name", quoted(name)),
            Source::Data(path) => ("data", "path", quoted(path)),
            Source::Response(path) => ("response", "path", quoted(path)),
            Source::RequestParameter(path) => ("requestParameter", "path", quoted(path)),
            Source::Input => ("input", "", String::new()),
            Source::String(text) => ("string", "value", quoted(text)),
            Source::Integer(integer) => ("integer", "value", integer.to_string()),
            Source::Boolean(boolean) => ("boolean", "value", boolean.to_string()),
        };
        out.text("source", Some(source));
        if !key.is_empty() {
            out.key(key);
            out.0.push_str(&value);
        }
    });
}

/// JSON being written.
struct Json(String);

impl Json {
    fn object(&mut self, inner: impl FnOnce(&mut Json)) {
        self.0.push('{');
        inner(self);
        self.0.push('}');
    }

    fn key(&mut self, name: &str) {
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
        self.0.push_str(&quoted(name));
        self.0.push(':');
    }

    fn text(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.key(name);
            self.0.push_str(&quoted(text));
        }
    }

    fn list<T>(&mut self, name: &str, items: &[T], each: fn(&mut Json, &T)) {
        if items.is_empty() {
            return;
        }
        self.key(name);
        self.0.push('[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            each(self, item);
        }
        self.0.push(']');
    }

    fn named<T>(&mut self, name: &str, items: &[T], name_of: fn(&T) -> &String, each: fn(&mut Json, &T)) {
        if items.is_empty() {
            return;
        }
        self.key(name);
        self.object(|out| {
            for item in items {
                out.key(name_of(item));
                each(out, item);
            }
        });
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            // Writing into a String cannot fail.
            '\0'..='\x1f' => drop(write!(out, "\\u{:04x}", c as u32)),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_as_it_was() {
        for name in super::super::services() {
            let set = super::super::resources(name).unwrap();
            assert_eq!(ResourceSet::parse(&set.to_json()).unwrap(), set, "{name}");
        }
        assert_eq!(quoted("a\"b\\c\n"), r#""a\"b\\c\u000a""#);
    }
}
