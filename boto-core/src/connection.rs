//! Stand-in.
use crate::session::Session;
use boto_model::Service;
use std::sync::Arc;
/// What one can connect to.
pub trait Connect {
    /// The connection.
    type Connection;
    /// Connects.
    fn connect(self, session: &Session) -> Self::Connection;
}
/// Connection.
#[derive(Clone, Debug)]
pub struct Connection {
    #[allow(dead_code)]
    service: Arc<Service>,
}
impl Connection {
    /// From a table.
    pub fn from_table(_session: &Session, service: Arc<Service>) -> Connection {
        Connection { service }
    }
    /// Region.
    #[must_use]
    pub fn with_region(self, _region: impl Into<String>) -> Self {
        self
    }
    /// Endpoint.
    #[must_use]
    pub fn with_endpoint(self, _url: impl Into<String>) -> Self {
        self
    }
}
