//! Operations that others lean on (sessions with directory buckets, the regions of buckets, endpoint discovery), for
//! programs whose tables hold only what they name.

use crate::{connection::Connection, lookup, Error, ErrorKind, Result};
use boto_model::Service;
use std::sync::Arc;

impl Connection {
    /// This connection, with tables that hold the operation.
    pub(crate) fn with_operation(&self, operation: &str) -> Result<Connection> {
        let service = self.service();
        if service.operation_index(operation).is_some() {
            return Ok(self.clone());
        }
        match table(&service.metadata().name).filter(|table| table.operation_index(operation).is_some()) {
            Some(table) => Ok(self.over(Arc::new(table))),
            None => Err(lookup::unknown("operation", operation, service.operation_names())),
        }
    }

    /// This connection, with tables that hold the operation which answers endpoint discovery; and its name.
    pub(crate) fn with_discovery(&self) -> Result<(Connection, String)> {
        let name = |service: &Service| {
            let mut operations = (0..service.operation_names().count()).map(|index| service.operation_at(index));
            operations.find(|operation| operation.endpoint_operation).map(|operation| operation.name.to_string())
        };
        if let Some(name) = name(self.service()) {
            return Ok((self.clone(), name));
        }
        if let Some((table, name)) = table(&self.service().metadata().name).and_then(|t| name(&t).map(|n| (t, n))) {
            return Ok((self.over(Arc::new(table)), name));
        }
        Err(Error::new(ErrorKind::Endpoint, "the tables have no operation that answers endpoint discovery")
            .with_hint("name it in `service!` too, often `DescribeEndpoints`"))
    }
}

fn table(service: &str) -> Option<Service> {
    let bytes: &'static [u8] = match service {
        "dynamodb" => include_bytes!("../tables/dynamodb.bin"),
        "s3" => include_bytes!("../tables/s3.bin"),
        "timestream-query" => include_bytes!("../tables/timestream-query.bin"),
        "timestream-write" => include_bytes!("../tables/timestream-write.bin"),
        _ => return None,
    };
    Service::open(bytes).ok()
}
