//! The macros of boto for Rust. Use them through `boto_core`, which re-exports them.

mod emit;
mod errors;
mod input;
mod names;
mod plan;
mod resolve;
mod service;

use proc_macro::TokenStream;

/// Makes a module with the typed face of an AWS service: a connection with a method per operation, and the types they
/// take and return.
#[proc_macro]
pub fn service(input: TokenStream) -> TokenStream {
    service::expand(input.into()).into()
}
