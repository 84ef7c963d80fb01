//! Resources and collections, by name.

use super::Session;
use crate::{
    cache::{ClassKind, ClassName},
    config,
    connection::ConnectionClass,
    resource::{Base, CollectionClass, Origin, Places, ResourceClass},
    Result,
};
use boto_model::resource;
use std::{collections::BTreeSet, path::Path, sync::Arc};

impl Session {
    /// The class of a resource, `("sqs", "Queue")`. Definitions come from where [`Origin`] says, in its order; all
    /// services have resources.
    ///
    /// # Errors
    /// Names that do not exist; definitions on the search path that make no sense.
    pub fn get_resource(&self, service: &str, resource: &str) -> Result<Arc<ResourceClass>> {
        self.inner
            .classes
            .get_or_build(name(ClassKind::Resource, service, resource, ""), || self.resource_class(service, resource))
    }

    /// The class of a resource with what a base does differently.
    ///
    /// # Errors
    /// As [`Self::get_resource`].
    pub fn get_resource_with(&self, service: &str, resource: &str, base: &Arc<Base>) -> Result<Arc<ResourceClass>> {
        self.inner.classes.get_or_build(name(ClassKind::Resource, service, resource, base.name()), || {
            Ok(self.resource_class(service, resource)?.with_base(base))
        })
    }

    /// The class of a service as a resource: its actions, collections and sub-resources, without identifiers.
    ///
    /// # Errors
    /// As [`Self::get_resource`].
    pub fn get_service_resource(&self, service: &str) -> Result<Arc<ResourceClass>> {
        self.inner.classes.get_or_build(name(ClassKind::Resource, service, "", ""), || {
            let class = self.get_connection(service)?;
            // The first object layer knew nothing of services as a whole.
            for origin in [Origin::Added, Origin::File, Origin::BuiltIn, Origin::Inferred] {
                if let Some(set) = self.places(&class, |places| self.inner.resources.set(&class, places, origin))? {
                    return Ok(ResourceClass::of_service(set, class));
                }
            }
            Ok(ResourceClass::of_service(Arc::default(), class))
        })
    }

    /// The class of a collection, `("s3", "BucketCollection")`.
    ///
    /// # Errors
    /// As [`Self::get_resource`].
    pub fn get_collection(&self, service: &str, collection: &str) -> Result<Arc<CollectionClass>> {
        self.inner.classes.get_or_build(name(ClassKind::Collection, service, collection, ""), || {
            self.collection_class(service, collection)
        })
    }

    /// The class of a collection with what a base does differently.
    ///
    /// # Errors
    /// As [`Self::get_resource`].
    pub fn get_collection_with(
        &self,
        service: &str,
        collection: &str,
        base: &Arc<Base>,
    ) -> Result<Arc<CollectionClass>> {
        self.inner.classes.get_or_build(name(ClassKind::Collection, service, collection, base.name()), || {
            Ok(self.collection_class(service, collection)?.with_base(base))
        })
    }

    /// The services with resources that somebody has defined, sorted: the built-in ones, those added, and those that
    /// directories hold definitions for. All others have those that are inferred.
    ///
    /// # Errors
    /// Settings that make no sense.
    pub fn available_resources(&self) -> Result<Vec<String>> {
        let folders = config::folders(self.config()?, &self.inner.data_paths);
        let mut names: BTreeSet<String> =
            resource::services().chain(resource::first_services()).map(str::to_owned).collect();
        names.extend(self.inner.resources.added());
        names.extend(crate::resource::services_in(&**self.host(), &folders));
        Ok(names.into_iter().collect())
    }

    /// The names of all resources of a service, sorted, wherever their definitions come from.
    ///
    /// # Errors
    /// As [`Self::get_resource`].
    pub fn resources_of(&self, service: &str) -> Result<Vec<String>> {
        let class = self.get_connection(service)?;
        self.places(&class, |places| self.inner.resources.names(&class, places))
    }

    /// Where the definition of a resource comes from; `None` if there is none of that name.
    ///
    /// # Errors
    /// As [`Self::get_resource`].
    pub fn origin_of(&self, service: &str, resource: &str) -> Result<Option<Origin>> {
        let class = self.get_connection(service)?;
        self.places(&class, |places| self.inner.resources.origin(&class, places, resource))
    }

    /// Adds definitions of resources and collections for a service, in boto3's format (`resources-1.json`) or in that of
    /// its first version. They go before the built-in ones; classes already at hand stay as they are. Mistakes name
    /// their place.
    ///
    /// # Errors
    /// Names that are no service; definitions that make no sense.
    pub fn add_resources(&self, service: &str, definitions: &str) -> Result<()> {
        self.inner.resources.add(&*self.get_connection(service)?, definitions)?;
        self.inner.classes.clear();
        Ok(())
    }

    /// As [`Self::add_resources`], from a file. Mistakes name it.
    ///
    /// # Errors
    /// As [`Self::add_resources`]; files that cannot be read.
    pub fn add_resources_from(&self, service: &str, path: impl AsRef<Path>) -> Result<()> {
        self.inner.resources.add_file(&*self.get_connection(service)?, &**self.host(), path.as_ref())?;
        self.inner.classes.clear();
        Ok(())
    }

    fn resource_class(&self, service: &str, resource: &str) -> Result<ResourceClass> {
        let class = self.get_connection(service)?;
        self.places(&class, |places| {
            self.inner.resources.find(
                &class,
                places,
                ("resource", resource),
                |set| ResourceClass::find(set, &class, resource),
                |set| set.resources.iter().map(|r| r.name.clone()).collect(),
            )
        })
    }

    fn collection_class(&self, service: &str, collection: &str) -> Result<CollectionClass> {
        let class = self.get_connection(service)?;
        self.places(&class, |places| {
            self.inner.resources.find(
                &class,
                places,
                ("collection", collection),
                |set| CollectionClass::find(set, &class, collection),
                CollectionClass::names,
            )
        })
    }

    fn places<T>(&self, class: &ConnectionClass, look: impl FnOnce(Places<'_>) -> Result<T>) -> Result<T> {
        let config = self.config()?;
        let folders = config::folders(config, &self.inner.data_paths);
        look(Places { host: &**self.host(), folders: &folders, version: config.api_version(class.name()) })
    }
}

fn name(kind: ClassKind, service: &str, name: &str, base: &str) -> ClassName {
    ClassName { kind, service: service.to_owned(), name: name.to_owned(), base: base.to_owned() }
}
