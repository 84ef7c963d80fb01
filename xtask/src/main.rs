//! Automation for maintainers.
fn main() {}
