//! Finding things by name, with errors that name the nearest.

use crate::{Error, ErrorKind, Result};
use boto_model::{suggest, Operation, Service};

/// The operation of that name, in the model's spelling or in snake_case.
pub(crate) fn operation<'a>(service: &'a Service, name: &str) -> Result<&'a Operation> {
    if let Some(operation) = service.operation(name) {
        return Ok(operation);
    }
    let index = service.operation_names().position(|candidate| suggest::snake_case(candidate) == name);
    match index {
        Some(index) => Ok(service.operation_at(index)),
        None => Err(unknown("operation", name, service.operation_names()).at(&service.metadata().name, "")),
    }
}

/// The error for a name that does not exist: `no operation "SendMesage" among 23; nearest: SendMessage`.
pub(crate) fn unknown<'a>(what: &str, name: &str, names: impl IntoIterator<Item = &'a str>) -> Error {
    let names: Vec<&str> = names.into_iter().collect();
    let nearest = suggest::nearest(name, names.iter().copied());
    let message = format!("no {what} {name:?} among {}", names.len());
    let error = Error::new(ErrorKind::Unknown, message);
    match nearest.as_slice() {
        [] => error,
        nearest => error.with_hint(format!("did you mean {}?", nearest.join(" or "))),
    }
}
