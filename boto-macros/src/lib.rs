//! The macros of boto for Rust. Use them through `boto_core`, which re-exports them.
