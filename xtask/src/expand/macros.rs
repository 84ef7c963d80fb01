//! The macro crate's own modules: a proc-macro crate cannot be called from outside the compiler.
#![allow(dead_code)]

#[path = "../../../boto-macros/src/by_hand.rs"]
pub mod by_hand;
#[path = "../../../boto-macros/src/derive/mod.rs"]
pub mod derive;
#[path = "../../../boto-macros/src/emit/mod.rs"]
pub mod emit;
#[path = "../../../boto-macros/src/errors.rs"]
pub mod errors;
#[path = "../../../boto-macros/src/input.rs"]
pub mod input;
#[path = "../../../boto-macros/src/names.rs"]
pub mod names;
#[path = "../../../boto-macros/src/plan/mod.rs"]
pub mod plan;
#[path = "../../../boto-macros/src/prose.rs"]
pub mod prose;
#[path = "../../../boto-macros/src/resolve/mod.rs"]
pub mod resolve;
#[path = "../../../boto-macros/src/service.rs"]
pub mod service;
