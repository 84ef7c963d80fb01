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

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    /// `cargo xtask expand --snapshots` rewrites them.
    #[test]
    fn snapshots_are_what_is_written() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/expand");
        let mut seen = 0;
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let (head, body) = text.split_once('\n').unwrap();
            let input = head.strip_prefix("// service!(").and_then(|rest| rest.strip_suffix(");")).unwrap();
            let file = syn::parse2(crate::service::expand(input.parse().unwrap())).unwrap();
            // Not assert_eq!: nobody reads two snapshots side by side in a terminal.
            assert!(
                prettyplease::unparse(&file) == body,
                "{} is stale: cargo xtask expand --snapshots",
                path.display()
            );
            seen += 1;
        }
        assert!(seen >= 3);
    }

    #[test]
    fn output_is_the_same_every_time() {
        let expand = |input: &str| crate::service::expand(input.parse().unwrap()).to_string();
        for input in [r#""sqs""#, r#""dynamodb""#, r#""s3", operations = [PutObject, GetObject]"#] {
            assert!(expand(input) == expand(input), "{input}");
        }
        assert!(
            expand(r#""sqs", operations = [SendMessage, ListQueues]"#)
                == expand(r#""sqs", operations = [ListQueues, SendMessage]"#)
        );
    }
}
