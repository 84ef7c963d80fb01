//! DynamoDB, typed and untyped alike.

mod expressions;
mod typed;
mod untyped;
