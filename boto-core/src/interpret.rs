//! Answers without a call.

use crate::{call::Metadata, connection::Connection, http::Response, pipeline, value::Object, Result, Value};

impl Connection {
    /// Reads an answer as if it had come to a call of that operation: for recorded traffic, stubs and tools. A fault in
    /// it is an error here, too. Nothing is sent, and nothing is tried again.
    pub async fn interpret(&self, operation: &str, response: Response) -> Result<(Value, Metadata)> {
        let mut output = Object::default();
        let metadata = pipeline::interpret(self, operation, response, &mut output).await?;
        Ok((Value::Map(output), metadata))
    }
}
