//! Records and serde: one adapter over the tables instead of derives on every type.

mod deserialize;
mod serialize;

pub use deserialize::{deserialize_record, RecordSeed};
pub use serialize::{serialize_record, RecordRef};
