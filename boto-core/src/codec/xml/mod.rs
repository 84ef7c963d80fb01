//! XML: a reader and a writer, both over tables.

mod read;
mod tokens;
mod write;

pub use read::Reader;
pub use tokens::{Element, Node, Token, Tokens};
pub use write::{write, Root};

use boto_model::{Kind, Member, Service, Traits};

/// The name of the elements that carry a member in an answer. A list that is flattened by its own shape names them
/// itself; else the member does, flattened or not, as it always does in requests.
fn element_name<'a>(service: &'a Service, member: &'a Member) -> &'a str {
    if member.traits.has(Traits::FLATTENED_SHAPE) {
        if let Kind::List { member: element, .. } = &service.shape(member.target).kind {
            if let Some(name) = &element.location_name {
                return name;
            }
        }
    }
    member.wire_name()
}
