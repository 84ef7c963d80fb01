//! The macros of boto for Rust. Use them through `boto_core`, which re-exports them.

mod derive;
mod emit;
mod errors;
mod input;
mod names;
mod plan;
mod prose;
mod resolve;
mod service;

use proc_macro::TokenStream;

/// Makes a module with the typed face of an AWS service: a connection with a method per operation, and the types that
/// they take and return.
///
/// ```no_run
/// # async fn example() -> boto_core::Result<()> {
/// boto_core::service!("sqs", operations = [CreateQueue, SendMessage]);
///
/// let sqs = boto_core::Session::new().connect_to(sqs::Sqs);
/// let url = sqs.create_queue("jobs").await?.queue_url;
/// sqs.send_message(&url, "hello").delay_seconds(5).await?;
/// # Ok(())
/// # }
/// ```
///
/// # Grammar
/// ```text
/// service!([pub | pub(…)] "service" [as module] [, option = value]* [,])
/// ```
/// | part | meaning |
/// |---|---|
/// | `pub(crate)` … | the visibility of the module; `pub` if none is written |
/// | `"sqs"` | the service, by the name one connects by |
/// | `"models/acme.json"` | a model of your own, relative to the manifest of the crate: botocore JSON, with `acme.paginators-1.json`, `acme.waiters-2.json` and `acme.endpoint-rule-set-1.json` beside it if there are any (beside a `service-2.json`, without the `acme.`) |
/// | `as queues` | the name of the module; without it, the service's with `_` for `-` |
/// | `operations = [SendMessage]` | only these, and the types they need; names as in the model. Few operations build in milliseconds where all of a large service take seconds |
/// | `exclude = [AddPermission]` | not these |
/// | `api_version = "2012-11-05"` | an error if the tables are of another version |
/// | `resources = [Queue]`, `none`, `all` | the resources to emit |
/// | `derives = [Hash, Message = [Eq]]` | further derives, on all structures or on the one of that name |
/// | `docs = none`, `short`, `full` | how much documentation: none, facts (the default), or the prose of your own model too |
/// | `crate = path` | where `boto_core` is, if it is not `::boto_core` |
///
/// # What it makes
/// A module with the marker (`Sqs`) for `Session::connect_to`, `Connection` with a method per operation, `Call` with a
/// setter per optional member, and `types` with `SendMessageInput`, `SendMessageOutput` and the rest under the model's
/// names.
///
/// - Up to four required members are arguments, in the model's order; with more the method takes the input.
/// - Strings are taken in any form, an output's `Option<String>` included: `.next_token(page.next_token)`.
/// - A call is sent when it is awaited; before, it can be given a `timeout`, `retries` or a `header`, or be asked for its
///   request (`dry_run`) or a signed URL (`presign`), for all its pages (`paginate`, `items`) or to wait (`wait_until`).
/// - A setter whose name a call needs for itself is `with_…`: `with_dry_run(true)` is EC2's `DryRun`.
/// - Structures and unions have `Default`, `Clone`, `Debug` (sensitive members as `***`), `PartialEq` and serde under the
///   model's names. Lists and maps are empty by default, required members plain, all others `Option`.
/// - Enumerations and unions are open: what the model does not list is `Unknown` and goes back as it came.
///
/// ```
/// boto_core::service!(pub(crate) "dynamodb" as tables, operations = [PutItem], docs = none);
/// use tables::types::{AttributeValue, PutItemInput, ReturnValue};
///
/// let input = PutItemInput {
///     table_name: "songs".into(),
///     item: [("title".into(), AttributeValue::S("Help!".into()))].into(),
///     return_values: Some(ReturnValue::from("ALL_OLD")),
///     ..Default::default()
/// };
/// assert_eq!(input.return_values, Some(ReturnValue::AllOld));
/// ```
///
/// The module needs nothing but `boto_core`: it works without the prelude, in a function, and under any lint that
/// generated code can satisfy. The same input gives the same output to the byte; there is no network and no clock.
/// With `BOTO_EXPAND=<directory>` in the environment, each expansion is also written there, as `<module>.rs`: source to
/// read, or to check in instead of the macro. With `BOTO_DOCS=<directory>`, the prose of the models in that directory
/// (`sqs.json`, `sqs/service-2.json` or `sqs/2012-11-05/service-2.json`) is part of the documentation.
#[proc_macro]
pub fn service(input: TokenStream) -> TokenStream {
    service::expand(input.into()).into()
}

/// Makes a resource of your own out of a struct, over any service.
#[proc_macro_derive(Resource, attributes(resource))]
pub fn resource(input: TokenStream) -> TokenStream {
    derive::expand(input.into(), derive::Derive::Resource).into()
}

/// Makes a collection of your own out of a struct, over any service.
#[proc_macro_derive(Collection, attributes(collection))]
pub fn collection(input: TokenStream) -> TokenStream {
    derive::expand(input.into(), derive::Derive::Collection).into()
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

    /// boto-services names each service three times; the archive and the rules of naming say how.
    #[test]
    fn prebuilt_services_are_named_right() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../boto-services");
        let source = fs::read_to_string(folder.join("src/lib.rs")).unwrap();
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        let features: Vec<&str> = manifest.lines().filter_map(|line| line.strip_suffix(" = []")).collect();
        let mut rows = Vec::new();
        for row in source.lines().filter_map(|line| line.strip_prefix("    \"")) {
            let Some((name, path)) = row.split_once("\" => ") else { continue };
            let service = boto_model::archive::open(name).unwrap();
            let marker = crate::names::marker(&service.metadata().service_id);
            assert_eq!(path, format!("{}::{marker},", crate::names::module(name)));
            rows.push(name);
        }
        assert_eq!(features.into_iter().filter(|name| *name != "default").collect::<Vec<_>>(), rows);
        assert!((120..=300).contains(&rows.len()), "{}", rows.len());
    }
}
