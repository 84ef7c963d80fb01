//! [`Definitions`]: what the macros know of resources, as they hand it to the program.

use crate::{
    connection::{Connection, ConnectionClass},
    resource::{Base, Resource, ResourceClass},
};
use boto_model::{
    resource::{Made, ResourceSet},
    Service,
};
use std::sync::{Arc, OnceLock};

/// Definitions in boto3's format with the tables they lean on, read when first asked for.
#[derive(Debug)]
pub struct Definitions {
    text: &'static str,
    service: fn() -> Arc<Service>,
    others: &'static [Other],
    hooks: Option<fn() -> Base>,
    base: OnceLock<Arc<Base>>,
    set: OnceLock<Arc<ResourceSet>>,
}

/// A type of resources that is defined elsewhere: what it is called here, and what and where it is.
type Other = (&'static str, fn() -> (&'static Definitions, &'static str));

impl Definitions {
    /// What a macro wrote: the definitions, their tables, and the types they name that are defined elsewhere.
    pub const fn new(text: &'static str, service: fn() -> Arc<Service>, others: &'static [Other]) -> Definitions {
        Definitions { text, service, others, hooks: None, base: OnceLock::new(), set: OnceLock::new() }
    }

    /// As [`Self::new`], with what their type does differently.
    pub const fn with_base(
        text: &'static str,
        service: fn() -> Arc<Service>,
        others: &'static [Other],
        hooks: fn() -> Base,
    ) -> Definitions {
        Definitions { text, service, others, hooks: Some(hooks), base: OnceLock::new(), set: OnceLock::new() }
    }

    /// What their type does differently.
    pub(super) fn base(&'static self) -> Option<&'static Arc<Base>> {
        let hooks = self.hooks?;
        Some(self.base.get_or_init(|| Arc::new(hooks())))
    }

    /// The definition of a type, for the definitions of others that lead to it.
    pub fn of<T: super::Resource>() -> (&'static Definitions, &'static str) {
        (T::definitions(), T::NAME)
    }

    /// The definitions, together with all that they lead to.
    pub fn set(&'static self) -> &'static Arc<ResourceSet> {
        self.set.get_or_init(|| Arc::new(self.collect()))
    }

    /// The class of that name over that connection; without a name, that of the service itself.
    pub(super) fn class(&'static self, connection: &Connection, name: &str) -> Arc<ResourceClass> {
        let set = Arc::clone(self.set());
        let index = set.resources.iter().position(|resource| resource.name == name);
        let base = self.base().filter(|_| index.is_some()).cloned();
        Arc::new(ResourceClass { set, connection: self.connection_class(connection), index, base })
    }

    /// The connection with the tables that the definitions lean on.
    pub(super) fn connection(&'static self, connection: &Connection) -> Connection {
        connection.on(&(self.service)())
    }

    fn connection_class(&'static self, connection: &Connection) -> Arc<ConnectionClass> {
        Arc::clone(self.connection(connection).class())
    }

    /// The resource as one of these definitions, whichever others it came by.
    pub fn adopt(&'static self, name: &str, resource: Resource) -> Resource {
        let class = resource.class();
        let hooked = class.base().is_some() || self.hooks.is_none();
        if Arc::ptr_eq(&class.set, self.set()) && class.name() == name && hooked {
            return resource;
        }
        let connection = resource.connection();
        let class = self.class(connection, name);
        Resource::new(class, self.connection(connection), resource.identifiers().clone(), resource.data())
    }

    fn own(&self) -> ResourceSet {
        // The macro that wrote this text wrote it out of a set, with the writer that belongs to the reader.
        #[allow(clippy::expect_used)]
        ResourceSet::parse(self.text).expect("definitions written by a macro can be read")
    }

    /// Definitions of different places may use one name; the second and later ones get a number.
    fn collect(&'static self) -> ResourceSet {
        let mut set = ResourceSet::default();
        let mut seen: Vec<(&'static Definitions, Vec<(String, String)>)> = Vec::new();
        let mut open = vec![self];
        while let Some(definitions) = open.pop() {
            if seen.iter().any(|(known, _)| std::ptr::eq(*known, definitions)) {
                continue;
            }
            let own = definitions.own();
            if std::ptr::eq(definitions, self) {
                set.service = own.service;
            }
            let mut names = Vec::new();
            for mut resource in own.resources {
                let old = resource.name.clone();
                let mut number = 1;
                while set.resource(&resource.name).is_some() {
                    number += 1;
                    resource.name = format!("{old}{number}");
                }
                names.push((old, resource.name.clone()));
                set.resources.push(resource);
            }
            seen.push((definitions, names));
            open.extend(definitions.others.iter().map(|(_, of)| of().0));
        }
        let named = |definitions: &'static Definitions, kind: &str| -> Option<String> {
            let other = definitions.others.iter().find(|(name, _)| *name == kind).map(|(_, of)| of());
            let (place, kind) = other.unwrap_or((definitions, kind));
            let (_, names) = seen.iter().find(|(known, _)| std::ptr::eq(*known, place))?;
            names.iter().find(|(old, _)| old == kind).map(|(_, new)| new.clone())
        };
        for (definitions, names) in &seen {
            for (_, name) in names {
                let Some(resource) = set.resources.iter_mut().find(|resource| resource.name == *name) else { continue };
                for made in made_by(resource) {
                    made.kind = named(definitions, &made.kind).unwrap_or_default();
                }
            }
        }
        for made in made_by(&mut set.service) {
            made.kind = named(self, &made.kind).unwrap_or_default();
        }
        set
    }
}

/// Everything in a definition that names another type.
fn made_by(resource: &mut boto_model::resource::Resource) -> impl Iterator<Item = &mut Made> {
    let actions = resource.actions.iter_mut().chain(&mut resource.has_many).filter_map(|a| a.resource.as_mut());
    actions.chain(resource.has.iter_mut().map(|relation| &mut relation.resource))
}
