boto_core::service!("/dev/zero" as endless);

fn main() {}
