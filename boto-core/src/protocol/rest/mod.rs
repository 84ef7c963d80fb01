//! The HTTP bindings of the rest protocols, in both directions.

mod list;
mod request;
mod response;

pub(super) use request::{encode, Body};
pub(super) use response::{decode, decode_bound, Parsed};
