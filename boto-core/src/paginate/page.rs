//! [`Page`]: what pages (and the answers that waiters look at) are made of, typed outputs or values.

use super::{Machine, Step};
use crate::{
    call::{Call, Metadata},
    connection::Connection,
    field::Record,
    lookup,
    query::Query,
    value::{Object, Value},
    BoxFuture, Result,
};

/// What pages are made of: typed outputs, or values.
pub trait Page: Send + Sized + 'static {
    /// Makes one call.
    fn fetch<I: Record + 'static>(call: Call<I, Self>) -> BoxFuture<'static, Result<(Self, Metadata)>>;
    /// Tells the machine of this page, and cuts the page if it says so.
    fn advance(&mut self, machine: &mut Machine, connection: &Connection, operation: &str) -> Result<Step>;
    /// What an expression finds in it.
    fn search(&self, query: &Query, connection: &Connection, operation: &str) -> Result<Value>;
    /// All of it, untyped.
    fn untyped(&self, connection: &Connection, operation: &str) -> Value;
}

impl<O: Record + Default + 'static> Page for O {
    fn fetch<I: Record + 'static>(call: Call<I, O>) -> BoxFuture<'static, Result<(O, Metadata)>> {
        Box::pin(call.send())
    }

    fn advance(&mut self, machine: &mut Machine, connection: &Connection, operation: &str) -> Result<Step> {
        let service = connection.service();
        let output = lookup::operation(service, operation)?.output;
        let members = output.map_or(&[][..], |shape| service.shape(shape).members());
        let mut seen = Object::default();
        for (index, member) in members.iter().enumerate().filter(|(_, member)| machine.looks_at(&member.name)) {
            let value = crate::project::to_value(service, member, self.get(index, &member.name));
            seen.0.insert(member.name.to_string(), value);
        }
        let mut seen = Value::Map(seen);
        let step = machine.after(&mut seen)?;
        if machine.changed() {
            for key in &*machine.rules().result_keys {
                let name = key.split('.').next().unwrap_or_default();
                let member = members.iter().enumerate().find(|(_, member)| member.name == name);
                if let (Some((index, member)), false) = (member, seen[name].is_null()) {
                    crate::project::assign(service, member, self.get_mut(index, name), &seen[name])?;
                }
            }
        }
        Ok(step)
    }

    fn search(&self, query: &Query, connection: &Connection, operation: &str) -> Result<Value> {
        let service = connection.service();
        match lookup::operation(service, operation)?.output {
            Some(shape) => query.search_record(service, shape, self),
            None => query.search(&Value::Map(Object::default())),
        }
    }

    fn untyped(&self, connection: &Connection, operation: &str) -> Value {
        let service = connection.service();
        let output = lookup::operation(service, operation).ok().and_then(|operation| operation.output);
        Value::Map(output.map(|shape| crate::project::to_object(service, shape, self)).unwrap_or_default())
    }
}

impl Page for Value {
    fn fetch<I: Record + 'static>(call: Call<I, Value>) -> BoxFuture<'static, Result<(Value, Metadata)>> {
        Box::pin(call.fetch_value())
    }

    fn advance(&mut self, machine: &mut Machine, _: &Connection, _: &str) -> Result<Step> {
        machine.after(self)
    }

    fn search(&self, query: &Query, _: &Connection, _: &str) -> Result<Value> {
        query.search(self)
    }

    fn untyped(&self, _: &Connection, _: &str) -> Value {
        self.clone()
    }
}
