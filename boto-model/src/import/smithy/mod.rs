//! Smithy models: the JSON AST of a closed Smithy 2.0 model (1.0 differs in nothing that is read here).
//!
//! The traits are put into the terms of botocore's models, as these tables know no others: `@xmlName` and `@jsonName`
//! become `locationName`, `@error` an exception, `@streaming` unions event streams, and so on. Which of them count
//! depends on the protocol: HTTP bindings only in REST protocols, `@xmlName` in XML and query ones, `@jsonName` in
//! `restJson1`. Traits that say nothing about the wire or the client are ignored.

mod bdd;
mod flatten;
mod model;
mod operation;
mod paging;
mod service;
mod shape;
mod waiters;

use super::{nesting, Invalid, Json};
use crate::document::Node;
use crate::pack::{self, Tables};
use model::Model;

/// Packs the service of a model. `name` is what one connects to by; where a model has several services, it also says
/// which: by the name of the shape or its `sdkId`, in any case.
///
/// # Errors
/// Where the model is malformed, with the path to the place: `shapes.acme#Foo.members.bar: no shape named …`.
pub fn service(name: &str, model: &Json) -> Result<Vec<u8>, Invalid> {
    tables(name, model).map(pack::write)
}

/// The tables of a service, not yet packed.
///
/// # Errors
/// As [`service`].
pub fn tables(name: &str, document: &Json) -> Result<Tables, Invalid> {
    let flat = flatten::flatten(document)?;
    let root = Node::root(&flat);
    let shapes = root.get("shapes").ok_or_else(|| root.error("shapes is missing"))?;
    let (id, service) = service::find(name, &shapes)?;
    let mut tables = Tables { metadata: service::metadata(name, id, &service)?, ..Tables::default() };
    let mut model = Model::new(&shapes, &service, &tables.metadata)?;
    for operation in service::operations(&service, &model)? {
        tables.operations.push(operation::operation(operation, &service, &mut model)?);
        let node = model.node(operation)?;
        tables.paginators.extend(paging::paginator(operation, &node, &service)?);
        tables.waiters.extend(waiters::waiters(operation, &node, &model)?);
    }
    tables.shapes = shape::shapes(&mut model)?;
    nesting::ends(&tables.shapes, |number| model.wanted[number].id)?;
    tables.rules = service::rules(&service)?;
    Ok(tables)
}

/// Whether a document is a Smithy model rather than one of botocore's.
pub fn is_smithy(document: &Json) -> bool {
    document.get("smithy").is_some()
}
