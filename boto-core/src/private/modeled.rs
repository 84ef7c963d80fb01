//! Modeled errors as the types of `service!`.

use super::Table;
use crate::{field::Record, project, Error};
use boto_model::ShapeId;

/// A modeled error, as `service!` makes them.
pub trait Modeled: Record + Default {
    /// The tables, and the number of its shape in them.
    const SHAPE: (&'static Table, u32);
}

impl Error {
    /// The modeled error of that type; `None` if this is another one.
    pub fn modeled<T: Modeled>(&self) -> Option<T> {
        let (table, id) = T::SHAPE;
        let (service, id) = (table.get(), ShapeId(id));
        let shape = service.shape(id);
        let exception = shape.structure()?.exception.as_ref()?;
        let code = exception.code.as_deref().unwrap_or(&shape.name);
        (self.is(code) || self.is(&shape.name)).then(|| {
            let mut modeled = T::default();
            project::fill(service, id, self.fields(), &mut modeled);
            modeled
        })
    }
}
