//! The archive of all services.
