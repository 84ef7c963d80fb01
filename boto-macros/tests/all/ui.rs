//! What `service!` refuses, and how it says so.

/// Every mistake is underlined where it was made. `TRYBUILD=overwrite cargo test -p boto-macros` rewrites the texts.
#[test]
fn mistakes_are_underlined_where_they_were_made() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*/*.rs");
}
