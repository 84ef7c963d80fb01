//! Answers without a call.

use crate::{call::Metadata, connection::Connection, http::Response, pipeline, value::Object, Result, Value};

impl Connection {
    /// Reads an answer as if it had come to a call of that operation, of which nothing else is known: for recorded traffic
    /// and tools. [`Call::interpret`](crate::Call::interpret) knows what was asked for. A fault in it is an error here, too.
    /// Nothing is sent, and nothing is tried again.
    pub async fn interpret(&self, operation: &str, response: Response) -> Result<(Value, Metadata)> {
        let mut output = Object::default();
        let metadata = pipeline::interpret(self, operation, None, response, &mut output).await?;
        Ok((Value::Map(output), metadata))
    }
}
