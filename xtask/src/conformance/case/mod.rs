//! What the protocol suites share: services out of a case's own model, data between JSON and values, comparisons.

pub mod answer;
pub mod form;
pub mod request;
pub mod value;
pub mod xml;

use boto_model::{import, Service};
use serde_json::Value as Json;
use std::sync::Arc;

/// The service of a botocore model.
pub fn service(model: &Json) -> Result<Arc<Service>, String> {
    let model = boto_model::document::Json::parse(model.to_string().as_bytes()).map_err(|e| e.to_string())?;
    let packed = import::botocore::service("case", &model, &Default::default()).map_err(|e| e.to_string())?;
    Service::open(packed).map(Arc::new).map_err(|e| e.to_string())
}

/// The bytes of a `{data, encoding}`.
pub fn bytes(body: &Json) -> Vec<u8> {
    let data = body["data"].as_str().unwrap_or_default();
    if body["encoding"] == "base64" {
        boto_core::codec::text::unbase64(data).unwrap_or_default()
    } else {
        data.as_bytes().to_vec()
    }
}

/// A message for two things that should be equal.
pub fn same<T: PartialEq + std::fmt::Debug>(what: &str, got: T, want: T) -> Result<(), String> {
    if got == want {
        Ok(())
    } else {
        Err(format!("{what}: got {got:?}, want {want:?}"))
    }
}
