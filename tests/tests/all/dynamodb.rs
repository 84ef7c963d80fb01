//! DynamoDB, typed and untyped alike.

mod typed;
mod untyped;
