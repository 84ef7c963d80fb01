//! Typed items for [`BatchWriter`].

use crate::{
    field::Record,
    lookup, project,
    resource::{BatchWriter, Resource},
    value::Value,
    BoxFuture, Result,
};

/// A writer of many items of that table.
pub fn batch_writer(table: &Resource) -> BatchWriter {
    BatchWriter::of(table)
}

/// Puts the item of an input of `PutItem`.
pub fn put<'a>(writer: &'a mut BatchWriter, input: &dyn Record) -> BoxFuture<'a, Result<()>> {
    let item = member(writer, "PutItem", "Item", input);
    Box::pin(async move { writer.put_item(item?).await })
}

/// Deletes the item of the key of an input of `DeleteItem`.
pub fn delete<'a>(writer: &'a mut BatchWriter, input: &dyn Record) -> BoxFuture<'a, Result<()>> {
    let key = member(writer, "DeleteItem", "Key", input);
    Box::pin(async move { writer.delete_item(key?).await })
}

fn member(writer: &BatchWriter, operation: &str, name: &str, input: &dyn Record) -> Result<Value> {
    let service = writer.connection().service();
    let shape = lookup::operation(service, operation)?.input;
    let members = shape.map(|shape| project::to_object(service, shape, input)).unwrap_or_default();
    Ok(members[name].clone())
}
