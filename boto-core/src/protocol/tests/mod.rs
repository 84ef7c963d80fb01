//! Tests over real tables: identity, hostile bodies, and the parts of protocols that are easily got wrong.

mod hostile;
mod identity;
mod random;
mod requests;
mod responses;
mod traits;

use boto_model::{import, Service};
use std::sync::Arc;

/// A service out of a model in botocore's JSON.
fn service(model: &str) -> Arc<Service> {
    let model = boto_model::document::Json::parse(model.as_bytes()).unwrap();
    let packed = import::botocore::service("test", &model, &Default::default()).unwrap();
    Arc::new(Service::open(packed).unwrap())
}

/// A service of the archive.
fn real(name: &str) -> Arc<Service> {
    Arc::new(boto_model::archive::open(name).unwrap())
}
