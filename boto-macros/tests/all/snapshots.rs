//! The reviewed expansions of `tests/expand` are Rust: they compile here, beside what the macro makes today.
//! That they are what the generator writes is tested in the crate itself.

mod written {
    include!("../../../tests/expand/sqs.rs");
    include!("../../../tests/expand/dynamodb.rs");
    include!("../../../tests/expand/s3.rs");
}

#[test]
fn checked_in_source_serves_as_well_as_the_macro() {
    let session = boto_core::Session::new();
    let sqs = session.connect_to(written::sqs::Sqs);
    let call = sqs.send_message("url", "text").delay_seconds(5);
    assert_eq!(call.input().delay_seconds, Some(5));
}
