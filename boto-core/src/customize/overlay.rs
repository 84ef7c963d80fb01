//! Changes to an input that its owner does not see.

use crate::{
    field::{Field, Record, Special, View},
    Value,
};
use boto_model::Member;

/// A record on top of another one, with some members replaced, added or taken away.
pub struct Overlay<'a> {
    base: &'a dyn Record,
    members: &'a [Member],
    /// Usually none, at most a handful: searched from the front.
    replaced: Vec<(&'a str, Value)>,
}

impl<'a> Overlay<'a> {
    /// Nothing changed yet. `members` are those of the record in the tables.
    pub fn new(base: &'a dyn Record, members: &'a [Member]) -> Overlay<'a> {
        Overlay { base, members, replaced: Vec::new() }
    }

    /// The record to go on with: the base itself if nothing was changed.
    pub fn record(&self) -> &dyn Record {
        if self.replaced.is_empty() {
            self.base
        } else {
            self
        }
    }

    /// Whether anything was changed.
    pub fn is_changed(&self) -> bool {
        !self.replaced.is_empty()
    }

    /// The members in the tables.
    pub fn members(&self) -> &'a [Member] {
        self.members
    }

    /// Whether the tables know such a member.
    pub fn knows(&self, name: &str) -> bool {
        self.member(name).is_some()
    }

    /// What a member holds; absent, too, if the tables do not know it.
    pub fn view(&self, name: &str) -> View<'_> {
        self.member(name).map_or(View::Absent, |(index, _)| self.get(index, name).view())
    }

    /// The text of a member that is a string.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.view(name) {
            View::Str(text) => Some(text),
            _ => None,
        }
    }

    /// Replaces or adds a member; nothing happens if the tables do not know it. [`Value::Null`] takes it away.
    pub fn set(&mut self, name: &str, value: Value) {
        if let Some((_, member)) = self.member(name) {
            self.put(&member.name, value);
        }
    }

    /// Moves what an untyped input holds under a name that the tables do not know to a member they know.
    /// `false`, and nothing done, if there is nothing under that name.
    pub fn rename(&mut self, alias: &'static str, name: &str) -> bool {
        let Some((_, member)) = self.member(name) else { return false };
        if self.knows(alias) || !self.unknown_names(&|n| n != alias).iter().any(|n| n == alias) {
            return false;
        }
        // Only untyped records have names beyond the tables, and those go by the name alone.
        let value = copy(self.base.get(usize::MAX, alias).view());
        self.put(&member.name, value);
        self.put(alias, Value::Null);
        true
    }

    fn put(&mut self, name: &'a str, value: Value) {
        match self.replaced.iter_mut().find(|(n, _)| *n == name) {
            Some((_, old)) => *old = value,
            None => self.replaced.push((name, value)),
        }
    }

    fn member(&self, name: &str) -> Option<(usize, &'a Member)> {
        self.members.iter().enumerate().find(|(_, m)| m.name == name)
    }
}

impl Record for Overlay<'_> {
    fn get(&self, index: usize, name: &str) -> &dyn Field {
        match self.replaced.iter().find(|(n, _)| *n == name) {
            Some((_, value)) => value,
            None => self.base.get(index, name),
        }
    }

    fn get_mut(&mut self, _: usize, name: &str) -> &mut dyn Field {
        let known = self.member(name).map(|(_, member)| &*member.name);
        // Nobody writes through here (inputs are read); a name that no table knows has no place to be kept.
        let name = known.unwrap_or_default();
        let at = self.replaced.iter().position(|(n, _)| *n == name).unwrap_or_else(|| {
            self.replaced.push((name, Value::Null));
            self.replaced.len() - 1
        });
        &mut self.replaced[at].1
    }

    fn special(&self) -> Option<&dyn Special> {
        Some(self)
    }
}

impl Special for Overlay<'_> {
    fn active(&self) -> Option<usize> {
        self.base.active()
    }

    fn unknown(&self) -> Option<(&str, &Value)> {
        self.base.unknown()
    }

    fn unknown_names(&self, known: &dyn Fn(&str) -> bool) -> Vec<String> {
        self.base.unknown_names(&|name| known(name) || self.replaced.iter().any(|(n, _)| *n == name))
    }
}

/// A copy as a [`Value`], for what has to outlive the borrow. Streams are shared, events are left out.
fn copy(view: View<'_>) -> Value {
    match view {
        View::Absent | View::Events(_) => Value::Null,
        View::Bool(b) => Value::Bool(b),
        View::Int(i) => Value::Int(i),
        View::Float(f) => Value::Float(f),
        View::Float32(f) => Value::Float(f64::from(f)),
        View::Number(n) => Value::Number(n.into()),
        View::Str(s) => Value::String(s.to_owned()),
        View::Blob(b) => Value::Blob(b.clone()),
        View::Time(t) => Value::Time(t),
        View::List(list) | View::Array(list) => {
            Value::List((0..list.len()).map(|i| copy(list.get(i).view())).collect())
        }
        View::Object(object) => Value::Map(object.clone()),
        View::Stream(stream) => Value::Stream(stream.clone()),
        // An untyped input holds no typed parts.
        View::Record(_) | View::Map(_) => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{members, object, text};
    use super::*;

    #[test]
    fn the_base_stays_as_it_is() {
        let base = object([("Bucket", "b"), ("Key", "k")]);
        let members = members(["Bucket", "Key"]);
        let mut overlay = Overlay::new(&base, &members);
        assert!(!overlay.is_changed());
        overlay.set("Key", text("changed"));
        overlay.set("Unknown", text("dropped"));
        assert_eq!(overlay.text("Key"), Some("changed"));
        assert_eq!(overlay.text("Bucket"), Some("b"));
        assert!(overlay.view("Unknown").is_absent());
        assert_eq!(base, object([("Bucket", "b"), ("Key", "k")]));
        overlay.set("Key", Value::Null);
        assert!(overlay.view("Key").is_absent());
    }

    #[test]
    fn aliases_move_to_the_name_in_the_tables() {
        let base = object([("Filters", "x"), ("Other", "y")]);
        let members = members(["Filter"]);
        let mut overlay = Overlay::new(&base, &members);
        assert!(!overlay.rename("Missing", "Filter"));
        assert!(overlay.rename("Filters", "Filter"));
        assert_eq!(overlay.text("Filter"), Some("x"));
        assert_eq!(overlay.unknown_names(&|n| n == "Filter"), ["Other"]);
    }
}
