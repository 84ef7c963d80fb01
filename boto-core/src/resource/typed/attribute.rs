//! Attributes: one member of a resource's data under its own type.

use crate::{
    field::{Field, Record},
    project,
    resource::Resource,
    value::Value,
    BoxFuture, Result,
};
use boto_model::{Service, ShapeId};
use std::{
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

/// An attribute about to be read. Awaited, it loads the resource unless that is loaded, and gives the member; members
/// that the service did not send are empty, or `None` where they may be absent.
#[must_use = "an attribute is read when it is awaited"]
pub struct Attribute<T> {
    place: Place,
    loading: Option<BoxFuture<'static, Result<Arc<Value>>>>,
    kind: std::marker::PhantomData<fn() -> T>,
}

struct Place {
    resource: Resource,
    service: &'static Service,
    shape: u32,
    index: usize,
}

/// The attribute that is that member of the shape of the resource's data.
pub fn attribute<T>(resource: &Resource, service: &'static Service, shape: u32, index: usize) -> Attribute<T> {
    let place = Place { resource: resource.clone(), service, shape, index };
    Attribute { loading: None, place, kind: std::marker::PhantomData }
}

impl Place {
    fn loading(&self) -> BoxFuture<'static, Result<Arc<Value>>> {
        let resource = self.resource.clone();
        Box::pin(async move { resource.fresh().await })
    }

    fn read(&self, data: &Value, field: &mut dyn Field) -> Result<()> {
        let service = self.service;
        let Some(member) = service.shape(ShapeId(self.shape)).members().get(self.index) else { return Ok(()) };
        match data.get(&*member.name).filter(|value| !value.is_null()) {
            Some(value) => {
                project::assign(service, member, field, value).map_err(|e| super::at(e, self.resource.class()))
            }
            None => Ok(()),
        }
    }
}

impl<T: Field + Default> Future for Attribute<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<T>> {
        let this = &mut *self;
        let loaded = if this.loading.is_none() { this.place.resource.loaded() } else { None };
        let data = match loaded {
            Some(data) => data,
            None => {
                let loading = this.loading.get_or_insert_with(|| this.place.loading());
                let loaded = std::task::ready!(loading.as_mut().poll(context));
                this.loading = None;
                match loaded {
                    Ok(data) => data,
                    Err(error) => return Poll::Ready(Err(error)),
                }
            }
        };
        let mut value = T::default();
        Poll::Ready(this.place.read(&data, &mut value).map(|()| value))
    }
}

impl<T> std::fmt::Debug for Attribute<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "an attribute of {:?}", self.place.resource)
    }
}

/// All data of a resource that is loaded, as the structure it is.
pub fn record<T: Record + Default>(resource: &Resource, service: &'static Service, shape: u32) -> Option<T> {
    resource.look(|data| {
        let Some(Value::Map(data)) = data else { return None };
        let mut record = T::default();
        // What does not fit is left out here; the attribute itself tells.
        project::fill(service, ShapeId(shape), data, &mut record);
        Some(record)
    })
}
