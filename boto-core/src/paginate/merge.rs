//! Many pages as one answer.

use super::{machine::set, Machine};
use crate::{
    query::Query,
    value::{Object, Value},
    Result,
};

/// Pages put together: results are appended, numbers summed up, and the members that are the same on every page taken
/// from the first.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    whole: Value,
    same: Option<Vec<(String, Value)>>,
}

impl Merged {
    /// Nothing yet.
    pub fn new() -> Merged {
        Merged { whole: Value::Map(Object::default()), same: None }
    }

    /// Adds a page of that walk.
    pub fn add(&mut self, machine: &Machine, page: &Value) -> Result<()> {
        if self.same.is_none() {
            let mut same = Vec::new();
            for key in &*machine.rules().non_aggregate_keys {
                same.push((key.to_string(), Query::new(key)?.search(page)?));
            }
            self.same = Some(same);
        }
        for key in &machine.result_keys {
            let found = key.search(page)?;
            let sum = match (key.search(&self.whole)?, found) {
                (_, Value::Null) => continue,
                (Value::List(mut list), Value::List(more)) => {
                    list.extend(more);
                    Value::List(list)
                }
                (Value::Map(mut object), Value::Map(more)) => {
                    object.0.extend(more.0);
                    Value::Map(object)
                }
                (Value::Int(a), Value::Int(b)) => Value::Int(a.saturating_add(b)),
                (Value::Float(a), more) if more.as_f64().is_some() => Value::Float(a + more.as_f64().unwrap_or(0.0)),
                (Value::String(text), Value::String(more)) => Value::String(text + &more),
                (Value::Null, found) => found,
                (before, _) => before,
            };
            set(&mut self.whole, key.text(), sum)?;
        }
        Ok(())
    }

    /// The whole, with a `NextToken` to resume with if the walk stopped before the end.
    pub fn finish(mut self, machine: &Machine) -> Result<Value> {
        for (path, value) in self.same.unwrap_or_default() {
            set(&mut self.whole, &path, value)?;
        }
        if let Some(token) = machine.resume_token() {
            self.whole["NextToken"] = token.into();
        }
        Ok(self.whole)
    }
}
