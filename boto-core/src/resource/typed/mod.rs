//! Typed resources: thin faces over [`super::Resource`], which does all the work.
//!
//! `service!` writes them for the resources of a service, and `#[derive(Resource)]` for a struct of your own; code that
//! is to work with any of them takes these traits.

mod act;
mod attribute;
mod batch;
mod definitions;
mod listing;
mod own;
mod stream;
mod write;

pub use crate::resource::{
    custom::{copy, download, download_file, upload, upload_file, BatchWriter},
    transfer::Transfer,
};
pub(super) use act::Behalf;
pub use act::{act, one, waits};
pub use attribute::{attribute, record, Attribute};
pub use batch::{Batch, BatchOutcome};
pub use definitions::Definitions;
pub use listing::{Listing, Many};
pub use own::{
    collection, done, field, field_or_default, field_with, has, has_all, identify, known, many, maybe, narrow, object,
    one_of, plain, value, Done,
};
pub use stream::{Each, Pages};
pub use write::{batch_writer, delete, put};

use super::make::From;
use crate::{connection::Connection, resource as untyped, value::Object, BoxFuture, Error, Result};
use std::{future::Future, sync::Arc};

/// A type of resource: made by `service!` (`sqs::Queue`) or by `#[derive(Resource)]`.
///
/// ```
/// # boto_core::service!("sqs", operations = [SendMessage], resources = [Queue]);
/// use boto_core::{Resource, Session};
///
/// fn describe<R: Resource>(one: &R) -> String {
///     format!("a {} of {}: {}", R::NAME, one.class().service(), one.identifiers()["Url"])
/// }
///
/// let sqs = Session::new().connect_to(sqs::Sqs);
/// assert_eq!(describe(&sqs.queue("http://q/1")), "a Queue of sqs: \"http://q/1\"");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no resource",
    note = "resources come out of `service!`, or of `#[derive(Resource)]` on a struct"
)]
pub trait Resource: Sized + Send + Sync + 'static {
    /// The name of the type among its definitions, `Queue`.
    const NAME: &'static str;

    /// The names of its identifiers.
    const IDENTIFIERS: &'static [&'static str];

    /// Where the type is defined.
    fn definitions() -> &'static Definitions;

    /// This type's face of an untyped resource.
    ///
    /// # Errors
    /// Identifiers or data that do not fit the fields of the struct.
    fn from_untyped(untyped: untyped::Resource) -> Result<Self>;

    /// The untyped resource below: everything by name.
    fn untyped(&self) -> &untyped::Resource;

    /// The same resource with what a base does differently: hooks on all that is done with it, on loading and on waiters.
    /// It has its data for itself from now on.
    ///
    /// # Errors
    /// As [`Self::from_untyped`].
    fn with_base(&self, base: &Arc<untyped::Base>) -> Result<Self> {
        Self::from_untyped(self.untyped().with_base(base))
    }

    /// What is known of the type.
    fn class(&self) -> &Arc<untyped::ResourceClass> {
        self.untyped().class()
    }

    /// The connection it goes through.
    fn connection(&self) -> &Connection {
        self.untyped().connection()
    }

    /// The identifiers, by the definition's names.
    fn identifiers(&self) -> &Object {
        self.untyped().identifiers()
    }

    /// Whether the data is there.
    fn is_loaded(&self) -> bool {
        self.untyped().is_loaded()
    }

    /// Takes the fields of the struct from the data that is loaded. Types without such fields have nothing to do.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Decode`] where data does not fit a field.
    fn refresh(&mut self) -> Result<()> {
        Ok(())
    }

    /// Loads the data, unless it is there.
    ///
    /// # Errors
    /// Those of the operation, and of [`Self::refresh`].
    fn load(&mut self) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            self.untyped().load().await?;
            self.refresh()
        })
    }

    /// Loads the data anew.
    ///
    /// # Errors
    /// Those of the operation, and of [`Self::refresh`].
    fn reload(&mut self) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            self.untyped().reload().await?;
            self.refresh()
        })
    }
}

/// A collection of resources of one type: made by `service!` (`sqs::QueueCollection`) or by `#[derive(Collection)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no collection",
    note = "collections come out of `service!`, or of `#[derive(Collection)]` on a struct"
)]
pub trait Collection: Sized + Send + Sync {
    /// What it holds.
    type Item: Resource;

    /// The untyped collection below, narrowed down as this one is.
    ///
    /// # Errors
    /// Fields of the struct that cannot be sent as parameters.
    fn untyped(&self) -> Result<untyped::Collection>;

    /// The resources, one after the other; pages are fetched as they are needed.
    fn each(&self) -> Each<Self::Item> {
        Each::new(self.untyped().map(|collection| collection.each()))
    }

    /// The resources, page by page.
    fn pages(&self) -> Pages<Self::Item> {
        Pages::new(self.untyped().map(|collection| collection.pages()))
    }

    /// Does something with every resource, with so many at once as said (at least one), all in the task that awaits it.
    /// Goes on where it fails, and tells which failed.
    ///
    /// # Errors
    /// Those of the operation that lists.
    fn for_each<F, W>(&self, at_once: usize, work: W) -> impl Future<Output = Result<BatchOutcome<Self::Item>>> + Send
    where
        F: Future<Output = Result<()>> + Send,
        W: FnMut(Self::Item) -> F + Send,
    {
        for_each(self.untyped(), at_once, work)
    }

    /// All resources, in memory. See [`Self::each`] for many.
    ///
    /// # Errors
    /// Those of the operation that lists.
    fn all(&self) -> BoxFuture<'static, Result<Vec<Self::Item>>> {
        let each = self.each();
        Box::pin(each.collect())
    }

    /// A batch action of the collection's resources, by its name or the same in snake_case (`delete`).
    fn batch(&self, name: &str) -> Batch<Self::Item> {
        Batch::new(self.untyped().and_then(|collection| collection.batch(name)))
    }
}

/// [`Collection::for_each`], of whatever lists.
pub async fn for_each<T, F, W>(
    collection: Result<untyped::Collection>,
    at_once: usize,
    mut work: W,
) -> Result<BatchOutcome<T>>
where
    T: Resource,
    F: Future<Output = Result<()>>,
    W: FnMut(T) -> F,
{
    let begin = |untyped| {
        let begun = T::from_untyped(untyped).map(&mut work);
        async move { begun?.await }
    };
    BatchOutcome::typed(collection?.for_each(at_once, begin).await?)
}

/// The resource of that type with these identifiers.
pub fn resource(
    definitions: &'static Definitions,
    connection: &Connection,
    name: &str,
    identifiers: Object,
) -> untyped::Resource {
    let class = definitions.class(connection, name);
    untyped::Resource::new(class, definitions.connection(connection), identifiers, None)
}

/// The service itself as a resource: what can be made and listed without one at hand.
pub fn service(definitions: &'static Definitions, connection: &Connection) -> untyped::Resource {
    resource(definitions, connection, "", Object::default())
}

/// A sub-resource: all that it needs is known or given.
pub fn sub<const N: usize>(from: &untyped::Resource, name: &str, given: [String; N]) -> untyped::Resource {
    // What the macro wrote is there, and nothing of it is looked for in data: so this makes exactly one.
    related(from, name, given.into()).ok().and_then(|mut made| made.pop()).unwrap_or_else(|| from.clone())
}

/// The resources of one type that the data of another names.
pub async fn references<T: Resource>(from: untyped::Resource, name: &'static str) -> Result<Vec<T>> {
    let data = from.fresh().await?;
    related(&from.holding(data), name, Vec::new())?.into_iter().map(T::from_untyped).collect()
}

/// The one resource that the data of another names, if it names one.
pub async fn reference<T: Resource>(from: untyped::Resource, name: &'static str) -> Result<Option<T>> {
    Ok(references(from, name).await?.pop())
}

fn related(from: &untyped::Resource, name: &str, given: Vec<String>) -> Result<Vec<untyped::Resource>> {
    let class = from.class();
    let relation = class.pick("relation", &class.definition().has, name, |relation| &relation.name)?;
    let given = given.into_iter().map(Into::into).collect();
    from.make(&relation.resource, From { given, ..From::default() })
}

/// An identifier that is a string.
pub fn identifier<'a>(of: &'a untyped::Resource, name: &str) -> &'a str {
    of.identifiers()[name].as_str().unwrap_or_default()
}

/// An error at a type of resources.
fn at(error: Error, class: &untyped::ResourceClass) -> Error {
    error.at(class.service(), class.name())
}
