//! Resources, as facts: how identifiers, operations and paths make objects of a service (`resources-1.json`).
//!
//! The format is boto3's; [`ResourceSet::parse`] reads it as it is, the embedded definitions and a user's own alike.
//! [`ResourceSet::read`] knows that of boto3's first version too.

#[cfg(feature = "definitions")]
mod check;
#[cfg(feature = "definitions")]
mod embedded;
#[cfg(feature = "definitions")]
mod legacy;
mod parse;
#[cfg(feature = "definitions")]
mod write;

#[cfg(feature = "definitions")]
pub use check::Checked;
#[cfg(feature = "definitions")]
pub use embedded::{documents, first_resources, first_services, resources, services};

/// The resources of a service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceSet {
    /// The service itself: what can be made and listed without a resource at hand. It has no identifiers.
    pub service: Resource,
    /// The resources, sorted by name.
    pub resources: Vec<Resource>,
    /// Collections with a name of their own.
    pub collections: Vec<Collection>,
}

impl ResourceSet {
    /// The resource of that name.
    pub fn resource(&self, name: &str) -> Option<&Resource> {
        self.resources.iter().find(|r| r.name == name)
    }
}

/// A resource: `Queue`, `Bucket` …
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resource {
    /// Its name; empty for the service.
    pub name: String,
    /// What tells one from another.
    pub identifiers: Vec<Identifier>,
    /// The shape of its data.
    pub shape: Option<String>,
    /// How its data is loaded.
    pub load: Option<Action>,
    /// What can be done with it.
    pub actions: Vec<Action>,
    /// What can be done with many of them at once.
    pub batch_actions: Vec<Action>,
    /// Other resources it leads to: sub-resources (some identifiers are still to be given) and references.
    pub has: Vec<Relation>,
    /// Collections.
    pub has_many: Vec<Action>,
    /// What can be waited for.
    pub waiters: Vec<ResourceWaiter>,
}

/// An identifier.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Identifier {
    /// Its name.
    pub name: String,
    /// The member of the data that holds it too.
    pub member_name: Option<String>,
    /// The operations do without it: the cluster of a service, which may be the default one.
    pub optional: bool,
}

/// A collection with a name of its own (`S3ObjectCollection`), and what can be done with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collection {
    /// Its name.
    pub name: String,
    /// The type of its resources.
    pub kind: String,
    /// The resource that it belongs to; nothing for the service.
    pub parent: Option<String>,
    /// The collection of the parent that lists it; nothing if it cannot be listed.
    pub many: Option<String>,
    /// Actions of the parent that belong to it.
    pub actions: Vec<String>,
}

/// An operation called on behalf of a resource, and what becomes of its answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Action {
    /// Its name, `SendMessage`.
    pub name: String,
    /// The operation.
    pub operation: String,
    /// What goes into the input.
    pub params: Vec<Param>,
    /// The resources that come of it.
    pub resource: Option<Made>,
    /// The part of the answer that counts (JMESPath); `@` is all of it.
    pub path: Option<String>,
}

/// A resource reached from another one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Relation {
    /// Its name.
    pub name: String,
    /// What comes of it.
    pub resource: Made,
}

/// Resources made of what is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Made {
    /// Their type.
    pub kind: String,
    /// Where their identifiers come from.
    pub identifiers: Vec<Param>,
    /// Where their data stands (JMESPath).
    pub path: Option<String>,
}

/// A value and where it goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    /// Where it goes: a member, `Entries[*].Id`, `Filters[0].Name`, or an identifier.
    pub target: String,
    /// Where it comes from.
    pub source: Source,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// An identifier of the resource.
    Identifier(String),
    /// The resource's data (JMESPath).
    Data(String),
    /// The answer (JMESPath).
    Response(String),
    /// The input of the operation (JMESPath).
    RequestParameter(String),
    /// The caller.
    Input,
    /// A string.
    String(String),
    /// An integer.
    Integer(i64),
    /// A boolean.
    Boolean(bool),
}

/// A waiter of a resource.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceWaiter {
    /// Its name, `Exists`.
    pub name: String,
    /// The waiter of the service, `BucketExists`.
    pub waiter: String,
    /// What goes into the input.
    pub params: Vec<Param>,
    /// The part of the last answer that is the resource's data.
    pub path: Option<String>,
}
