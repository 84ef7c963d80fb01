//! The packed table in an expansion.

use boto_model::Service;
use std::sync::{Arc, OnceLock};

/// A packed table, opened when it is first asked for.
#[derive(Debug)]
pub struct Table {
    bytes: &'static [u8],
    service: OnceLock<Arc<Service>>,
}

impl Table {
    /// A table over these bytes.
    pub const fn new(bytes: &'static [u8]) -> Table {
        Table { bytes, service: OnceLock::new() }
    }

    /// The service; opened once, shared by everyone.
    pub fn service(&'static self) -> Arc<Service> {
        Arc::clone(self.get())
    }

    /// The service, to look at.
    pub fn get(&'static self) -> &'static Arc<Service> {
        self.service.get_or_init(|| {
            // The macro that packed these bytes is pinned to the version of this crate.
            #[allow(clippy::expect_used)]
            Arc::new(Service::open(self.bytes).expect("a table packed by service! opens"))
        })
    }
}
