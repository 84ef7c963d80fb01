//! The macros of boto for Rust. Use them through `boto_core`, which re-exports them.

mod by_hand;
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
/// | `"models/acme.json"` | a model of your own, relative to the manifest of the crate: botocore JSON, with `acme.paginators-1.json`, `acme.waiters-2.json`, `acme.endpoint-rule-set-1.json` and `acme.resources-1.json` beside it if there are any (beside a `service-2.json`, without the `acme.`) |
/// | `as queues` | the name of the module; without it, the service's with `_` for `-` |
/// | `operations = [SendMessage]` | only these, and the types they need; names as in the model. Few operations build in milliseconds where all of a large service take seconds |
/// | `exclude = [AddPermission]` | not these |
/// | `api_version = "2012-11-05"` | an error if the tables are of another version |
/// | `resources = [Queue]`, `none`, `all` | the resources to emit, with the operations that they need; without it, all that are defined beside all operations, and none beside a few. Where nobody defined any (`all`), or none of that name, they are inferred from the tables |
/// | `derives = [Hash, Message = [Eq]]` | further derives, on all structures or on the one of that name |
/// | `serde = none`, `all` | without it, and with `all`, every type serializes and deserializes; `none` saves a sixth of the time and memory that a large service takes to compile |
/// | `docs = none`, `short`, `full` | how much documentation: none, facts (the default), or the prose of your own model too |
/// | `crate = path` | where `boto_core` is, if it is not `::boto_core` |
///
/// # What it makes
/// A module with the marker (`Sqs`) for `Session::connect_to`, `Connection` with a method per operation, `Call` with a
/// setter per optional member, and `types` with `SendMessageInput`, `SendMessageOutput` and the rest under the model's
/// names.
///
/// - Up to four required members are arguments, in the model's order; with more the method takes the input.
///   The body of what a resource does is an argument too, the last one: `object.put("…")`.
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
/// # Resources
/// Objects over the operations, under the names of boto3's definitions: `sqs::Queue`, `sqs::QueueCollection`. They are
/// cheap to clone and shared by threads, and nothing goes over the network unless something is awaited.
///
/// ```no_run
/// # async fn example() -> boto_core::Result<()> {
/// boto_core::service!("s3", operations = [ListBuckets], resources = [Bucket, Object, ObjectSummary]);
///
/// let s3 = boto_core::Session::new().connect_to(s3::S3);
/// let object = s3.bucket("photos").object("lake.jpg"); // or s3::Object::new(&s3, "photos", "lake.jpg")
/// object.put("…").content_type("image/jpeg").await?;
/// object.wait_until_exists().await?;
/// let size = object.content_length().await?; // an attribute: loaded by HeadObject, once
///
/// let mut old = s3.bucket("photos").objects().prefix("2019/").limit(100).each();
/// while let Some(object) = old.next().await {
///     println!("{}", object?.key());
/// }
/// let outcome = s3.bucket("photos").objects().prefix("2018/").delete().await?; // a thousand at once
/// println!("{} deleted, {} not", outcome.done, outcome.failed.len());
/// # Ok(())
/// # }
/// ```
///
/// - Identifiers, sub-resources and collections are plain methods; attributes, references, `load` and `reload` are
///   awaited; actions are calls with the identifiers filled in, whose answer may be resources.
/// - What leads to a resource that is not emitted is left out, and the documentation says so.
/// - A name that is taken gets its category behind it, as in boto3: `create_queue_resource` beside the operation.
/// - All implement the trait `Resource`, collections `Collection`; `untyped()` gives everything by name.
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

/// Makes a resource of your own out of a struct, over any service: identifiers and attributes are its fields, under types
/// of your own. Every service, operation, member, constant and path is checked against the tables while it compiles.
///
/// ```no_run
/// use boto_core::{resource, Resource};
///
/// #[derive(Resource)]
/// #[resource(
///     service = "sqs",
///     load("GetQueueAttributes", params(AttributeNames = ["All"])),
///     action(send = "SendMessage", args("DelaySeconds"), path = "MessageId", output = String),
///     action(take = "ReceiveMessage", makes = Vec<Job>, path = "Messages[]",
///         identifiers(queue = id(url), receipt = "Messages[].ReceiptHandle")),
///     action(purge = "PurgeQueue"),
/// )]
/// struct Jobs {
///     #[resource(identifier = "QueueUrl")]
///     url: String,
///     #[resource(attribute = "Attributes.ApproximateNumberOfMessages")]
///     waiting: u32,
///     #[resource(untyped)]
///     untyped: resource::Resource,
/// }
///
/// #[derive(Resource)]
/// #[resource(service = "sqs", shape = "Message", action(finish = "DeleteMessage"))]
/// struct Job {
///     #[resource(identifier = "QueueUrl")]
///     queue: String,
///     #[resource(identifier = "ReceiptHandle")]
///     receipt: String,
///     #[resource(attribute = "Body")]
///     what: String,
///     #[resource(untyped)]
///     untyped: resource::Resource,
/// }
///
/// # async fn example() -> boto_core::Result<()> {
/// let sqs = boto_core::Session::new().connect_to("sqs")?;
/// let mut jobs = Jobs::new(&sqs, "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs");
/// jobs.load().await?;
/// println!("{} waiting", jobs.waiting);
/// let id: String = jobs.send(5, "sweep the yard").await?;
/// for job in jobs.take().param("MaxNumberOfMessages", 10).await? {
///     println!("{}", job.what);
///     job.finish().await?;
/// }
/// # Ok(())
/// # }
/// ```
///
/// # On the struct
/// | | |
/// |---|---|
/// | `service = "sqs"` | the service, or the path of a model of your own |
/// | `load = "Op"`, `load("Op", params(…), path = "…")` | what loads the attributes; `path` is where they stand in the answer |
/// | `shape = "Message"` | the shape of the data where it comes from a list and is not loaded |
/// | `action(name = "Op", …)` | a method; required members that nothing fills in are its arguments |
/// | `many(name: Type = "Op", …)` | a collection |
/// | `has(name: Type, identifiers(…))` | another resource; `given` identifiers are arguments, those of `data("…")` are loaded |
/// | `waiter(wait_until_exists = "BucketExists")` | a waiter |
/// | `batch(delete_all = "Op", params("Entries[*].Id" = …))` | an action with many at once |
/// | `base = function` | hooks: a function that gives a `resource::Base` |
/// | `crate = path` | where `boto_core` is |
///
/// Within: `params(Member = value)` with constants, lists of them, `id(field)` and `data("path")`; `args("Member")` or
/// `args(name = "Member")` for arguments; `path` and `output = Type` for a part of the answer as any type that
/// deserializes; `makes = Type`, `Option<Type>` or `Vec<Type>` with `identifiers(name = "path in the answer")` for
/// resources, `request("path")` meaning the input.
///
/// # On fields
/// | | |
/// |---|---|
/// | `identifier = "Member"` | goes to that member of every operation that has it; without a name, to the one spelled like the field |
/// | `attribute = "JMESPath"` | found in the data, and deserialized; numbers and booleans may come as strings. Empty (`Default`) until loaded |
/// | `attribute = "…", json` | the string found there is JSON |
/// | `attribute = "…", default` | absent is `Default`; else it is an error unless the type is an `Option` |
/// | `attribute = "…", with = function` | `fn(Value) -> Result<T, impl Display>` |
/// | `untyped` | the untyped resource below; there is one |
///
/// Other fields are `Default`. The trait `Resource` has `load`, `reload`, `is_loaded` and the rest.
#[proc_macro_derive(Resource, attributes(resource))]
pub fn resource(input: TokenStream) -> TokenStream {
    derive::expand(input.into(), derive::Derive::Resource).into()
}

/// Makes a collection of your own out of a struct, over any service: its fields are what narrows it down.
///
/// ```no_run
/// use boto_core::{resource, Collection, Resource};
///
/// #[derive(Resource)]
/// #[resource(service = "sqs", action(purge = "PurgeQueue"))]
/// struct Jobs {
///     #[resource(identifier = "QueueUrl")]
///     url: String,
///     #[resource(untyped)]
///     untyped: resource::Resource,
/// }
///
/// #[derive(Collection)]
/// #[collection(
///     service = "sqs",
///     list = "ListQueues",
///     resource = Jobs,
///     identifiers(url = "QueueUrls[]"),
///     create("CreateQueue", identifiers(url = "QueueUrl")),
/// )]
/// struct AllJobs {
///     #[collection(param = "QueueNamePrefix")]
///     prefix: Option<String>,
///     #[collection(untyped)]
///     untyped: resource::Collection,
/// }
///
/// # async fn example() -> boto_core::Result<()> {
/// let sqs = boto_core::Session::new().connect_to("sqs")?;
/// let nightly = AllJobs { prefix: Some("nightly-".into()), ..AllJobs::new(&sqs) };
/// let made: Jobs = nightly.create("nightly-backup").await?;
/// for jobs in nightly.all().await? {
///     jobs.purge().await?;
/// }
/// # Ok(())
/// # }
/// ```
///
/// On the struct stand `service`, `list`, `resource`, `identifiers` and, where wanted, `params`, `path` (where the data
/// of each stands), `create`, `base` and `crate`, as for `#[derive(Resource)]`. A field is a `param` (`None` is not sent)
/// or the one that is `untyped`; others are `Default`. The trait `Collection` has `all`, `each`, `pages` and `batch`.
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

    /// boto-core may be built without its feature `resources`.
    #[test]
    fn operations_alone_know_of_no_resources() {
        let expansion = crate::service::expand(r#""sqs", operations = [SendMessage, ListQueues]"#.parse().unwrap());
        for absent in ["boto :: resources", "boto :: Base", "boto :: Untyped"] {
            assert!(!expansion.to_string().contains(absent), "{absent}");
        }
    }

    /// Editors expand once with what is written and once with a marker behind it, and look for the marker where the word
    /// stood: up to it both must be the same.
    #[test]
    fn a_name_not_written_to_its_end_stands_among_the_names_that_fit() {
        let expand = |input: &str| crate::service::expand(input.parse().unwrap()).to_string();
        for (list, known) in [
            ("operations = [|]", "DeleteMessage"),
            ("operations = [SendMessage, |]", "DeleteMessage"),
            ("operations = [SendMesage, |]", "DeleteMessage"),
            ("operations = [SendMessage,], exclude = [|]", "DeleteMessage"),
            ("resources = [|]", "Queue"),
            ("resources = [Queue, |]", "Message"),
        ] {
            let around = |word: &str, pattern: &str| {
                let expansion = expand(&format!("\"sqs\", {}", list.replace('|', word)));
                let found = expansion.rsplit_once(&format!("match () {{ {pattern} =>")).expect("the word is a pattern");
                (found.0.to_owned(), found.1.to_owned())
            };
            let (before, behind) = around("Dele", "Dele");
            for (word, pattern) in [("DeleMarker", "DeleMarker"), ("", "_")] {
                let (other, offers) = around(word, pattern);
                assert!(before == other, "{list} {word}");
                for text in [&behind, &offers] {
                    let offers = text.split_once("} ;").expect("the end of the names").0;
                    assert!(offers.contains(&format!("type {known} = () ;")), "{list} {word}: {offers}");
                }
            }
        }
        // Before others, without a comma.
        assert!(expand(r#""sqs", operations = [Dele SendMessage]"#).contains("Dele =>"));
        assert!(expand(r#""sqs", oper"#).contains("oper =>"));
        assert!(!expand(r#""sqs", operations = [DeleteMessage]"#).contains("fn offer"));
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
