//! From plan to Rust source. Nothing here can fail, and nothing here decides: names and forms come from the plan.
//!
//! Source is written as text, not with `quote!`: in a debug-built macro, lexing a megabyte of text in the compiler takes
//! a tenth of the time of building the same tokens one by one (docs/measurements.md, "Emission").

mod call;
mod connection;
mod docs;
mod enumeration;
mod more;
mod paging;
mod record;
mod resources;
mod source;
mod union;

pub use docs::Docs;
pub use source::{Piece, Source};

pub use super::input::Serde;
use super::{
    by_hand,
    plan::{self, Plan},
};

/// What the user may choose about the emission.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// How much documentation.
    pub docs: Docs,
    /// Paths to derive on structures: for all, or for the structure of that name.
    pub derives: Vec<(Option<String>, String)>,
    /// Whether types serialize and deserialize.
    pub serde: Serde,
    /// Keep apart what belongs to different operations, so that each can carry its own span.
    pub by_operation: bool,
}

/// The body of a service's module: what stands in it, and what stands in `types` within.
pub struct Module {
    /// Marker, connection, call, table.
    pub root: Vec<Piece>,
    /// Structures, unions, enumerations.
    pub types: Vec<Piece>,
}

/// Writes a service. `use …::__private as boto;` must stand before `root`, and `use super::{boto, TABLE};` before `types`.
pub fn module(plan: &Plan, choices: &Choices) -> Module {
    let mut root = Source::new(choices.by_operation);
    connection::write(&mut root, plan, choices);
    call::write(&mut root, plan, choices);
    resources::write(&mut root, plan, choices);

    let mut types = Source::new(choices.by_operation);
    for record in &plan.records {
        record::write(&mut types, plan, record, choices);
    }
    types.belongs_to(None);
    for alias in &plan.aliases {
        docs::alias(&mut types, plan, alias, choices.docs);
        put!(types, "pub type {} = {};\n", alias.name, alias.target);
    }
    for union in &plan.unions {
        union::write(&mut types, plan, union, choices);
    }
    for enumeration in &plan.enums {
        enumeration::write(&mut types, plan, enumeration, choices);
    }
    paging::write(&mut types, plan);
    Module { root: root.finish(), types: types.finish() }
}

/// The attributes of the module: generated code is not the user's to lint.
pub const MODULE_ATTRIBUTES: &str = "#[allow(\
    dead_code, deprecated, missing_debug_implementations, missing_copy_implementations, non_camel_case_types, \
    non_snake_case, non_upper_case_globals, unreachable_pub, unnameable_types, unused_imports, unused_qualifications, \
    unused_results, unused_lifetimes, single_use_lifetimes, unit_bindings, variant_size_differences, trivial_casts, \
    trivial_numeric_casts, clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction, clippy::cargo)]\n";

/// `write!` into a [`Source`], which cannot fail.
macro_rules! put {
    ($source:expr, $($format:tt)*) => {
        $source.write(::std::format_args!($($format)*))
    };
}
use put;
