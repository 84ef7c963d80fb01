//! Many items written to a table of DynamoDB.

use crate::{
    call::Call,
    connection::Connection,
    resource::Resource,
    value::{Object, Value},
    Error, ErrorKind, Result,
};
use std::time::Duration;

/// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html>
const AT_ONCE: usize = 25;

/// How often a request may come back with nothing done before it is an error.
const ATTEMPTS: u32 = 10;

/// Puts and deletes items of one table, 25 with each request. What the table did not get to goes with a later request,
/// after a pause that doubles while nothing gets done.
///
/// What is given is sent at the latest by [`Self::finish`]: a writer that is dropped without loses what it still holds.
#[derive(Debug)]
#[must_use = "what is written goes out with `finish` at the latest"]
pub struct BatchWriter {
    connection: Connection,
    table: String,
    waiting: Vec<Value>,
    at_once: usize,
    keys: Vec<String>,
    idle: u32,
}

impl BatchWriter {
    /// Writes to that table, with a connection to DynamoDB.
    pub fn new(connection: &Connection, table: impl Into<String>) -> BatchWriter {
        let (connection, table) = (connection.clone(), table.into());
        BatchWriter { connection, table, waiting: Vec::new(), at_once: AT_ONCE, keys: Vec::new(), idle: 0 }
    }

    /// Writes to that table, a resource.
    #[inline]
    pub fn of(table: &Resource) -> BatchWriter {
        let name = table.identifier("Name").and_then(Value::as_str).unwrap_or_default();
        BatchWriter::new(table.connection(), name)
    }

    /// The names of the attributes that are the key: what is given for the same key again takes the place of what is
    /// waiting, for DynamoDB refuses two of one key in one request.
    pub fn overwrite_by_keys<N: Into<String>>(mut self, keys: impl IntoIterator<Item = N>) -> Self {
        self.keys = keys.into_iter().map(Into::into).collect();
        self
    }

    /// How many go with one request, 1 to 25; 25 unless set.
    #[inline]
    pub fn at_once(mut self, items: usize) -> Self {
        self.at_once = items.clamp(1, AT_ONCE);
        self
    }

    /// The connection it goes through.
    #[inline]
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// How many are waiting to be sent.
    #[inline]
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Puts an item: attributes by name, each as `{"S": "text"}` and so on.
    ///
    /// # Errors
    /// Those of the request, if one is sent now.
    pub async fn put_item(&mut self, item: impl Into<Value>) -> Result<()> {
        self.add("PutRequest", "Item", item.into()).await
    }

    /// Deletes the item of that key.
    ///
    /// # Errors
    /// Those of the request, if one is sent now.
    pub async fn delete_item(&mut self, key: impl Into<Value>) -> Result<()> {
        self.add("DeleteRequest", "Key", key.into()).await
    }

    /// Sends all that is waiting.
    ///
    /// # Errors
    /// Those of the requests. What was not sent is waiting still.
    #[inline]
    pub async fn flush(&mut self) -> Result<()> {
        while !self.waiting.is_empty() {
            self.send().await?;
        }
        Ok(())
    }

    /// Sends all that is waiting. This is the end of writing.
    ///
    /// # Errors
    /// Those of the requests.
    #[inline]
    pub async fn finish(mut self) -> Result<()> {
        self.flush().await
    }

    /// Boxed, because each typed table has this in its own functions.
    #[inline]
    fn add<'a>(
        &'a mut self,
        kind: &'static str,
        member: &'static str,
        what: Value,
    ) -> crate::BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if !self.keys.is_empty() {
                let key = self.key(&what)?;
                let keys = &self.keys;
                self.waiting
                    .retain(|known| of(known).is_none_or(|known| of_keys(keys, known).ok() != Some(key.clone())));
            }
            self.waiting.push(Value::from([(kind, Value::from([(member, what)]))]));
            match self.waiting.len() >= self.at_once {
                true => self.send().await,
                false => Ok(()),
            }
        })
    }

    #[inline]
    fn key(&self, what: &Value) -> Result<Vec<Value>> {
        of_keys(&self.keys, what).map_err(|name| {
            let error = Error::new(ErrorKind::Validation, format!("the item has no {name}, which is of its key"));
            error.at(self.connection.class().name(), "BatchWriteItem")
        })
    }

    /// One request.
    #[inline]
    async fn send(&mut self) -> Result<()> {
        let count = self.waiting.len().min(self.at_once);
        let now = Value::List(self.waiting[..count].to_vec());
        let mut input = Object::default();
        input["RequestItems"] = Value::from([(self.table.as_str(), now)]);
        let answer = Call::<Object, Value>::new(&self.connection, "BatchWriteItem", input).await?;
        // Only now: what could not be sent is waiting still.
        self.waiting.drain(..count);
        let left = answer["UnprocessedItems"][self.table.as_str()].as_list();
        let all = left.len() >= count;
        self.waiting.extend(left.iter().cloned());
        if left.is_empty() {
            self.idle = 0;
            return Ok(());
        }
        self.idle = if all { self.idle + 1 } else { 0 };
        if self.idle >= ATTEMPTS {
            let message = format!("the table took none of {count} items in {ATTEMPTS} requests one after the other");
            return Err(Error::new(ErrorKind::Service, message).at(self.connection.class().name(), "BatchWriteItem"));
        }
        self.connection.session().host().sleep(Duration::from_millis(50 << self.idle)).await;
        Ok(())
    }
}

/// The item or key of a request.
#[inline]
fn of(request: &Value) -> Option<&Value> {
    request.get("PutRequest").and_then(|put| put.get("Item")).or_else(|| request.get("DeleteRequest")?.get("Key"))
}

/// The values of these keys, or the name that is missing.
#[inline]
fn of_keys(keys: &[String], item: &Value) -> Result<Vec<Value>, String> {
    keys.iter().map(|key| item.get(key.as_str()).cloned().ok_or_else(|| key.clone())).collect()
}
