//! `cargo xtask models show SERVICE [OPERATION …]`: tables for a human.

mod tree;

use boto_model::{archive, suggest, Metadata, Operation, Protocol, Service, ShapeId};

/// Prints a service and its operations, or these operations in full.
pub fn main(arguments: &[String]) -> Result<(), String> {
    let (name, operations) = arguments.split_first().ok_or("models show: which service?")?;
    let service = archive::open(name).ok_or_else(|| unknown("service", name, archive::services()))?;
    if operations.is_empty() {
        print!("{}", overview(&service));
    }
    for operation in operations {
        let found = service.operation(operation);
        let found = found.ok_or_else(|| unknown("operation", operation, service.operation_names()))?;
        print!("{}", in_full(&service, found));
    }
    Ok(())
}

fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.collect();
    let near = suggest::nearest(name, known.iter().copied());
    let hint = if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(", ")) };
    format!("no {what} {name:?} among {}{hint}", known.len())
}

fn overview(service: &Service) -> String {
    let mut out = head(service.metadata(), service);
    let width = service.operation_names().map(str::len).max().unwrap_or(0);
    for at in 0..service.operation_count() {
        let operation = service.operation_at(at);
        let name = |id: Option<ShapeId>| id.map_or("nothing", |id| service.shape_name(id));
        let pages = if service.paginator(&operation.name).is_some() { " (pages)" } else { "" };
        out += &format!("  {:width$}  {} → {}{pages}\n", operation.name, name(operation.input), name(operation.output));
    }
    for waiter in service.waiters() {
        out += &format!(
            "  waiter {}: {} every {} s, {} times\n",
            waiter.name, waiter.operation, waiter.delay, waiter.max_attempts
        );
    }
    if let Some(rules) = service.rules() {
        let parameters: Vec<&str> = rules.parameters.iter().map(|p| &*p.name).collect();
        out += &format!("  endpoint rules over {}\n", parameters.join(", "));
    }
    out
}

fn head(metadata: &Metadata, service: &Service) -> String {
    let protocols: Vec<&str> = metadata.protocols.iter().map(|p| Protocol::as_str(*p)).collect();
    let mut out = format!("{} {}: {}\n", metadata.name, metadata.api_version, metadata.full_name);
    let mut fact = |name: &str, value: &str| {
        if !value.is_empty() {
            out += &format!("  {name:17}{value}\n");
        }
    };
    fact("service id", &metadata.service_id);
    fact("protocols", &protocols.join(", "));
    fact("json version", metadata.json_version.as_deref().unwrap_or_default());
    fact("target prefix", metadata.target_prefix.as_deref().unwrap_or_default());
    fact("endpoint prefix", &metadata.endpoint_prefix);
    fact("signing name", metadata.signing_name.as_deref().unwrap_or_default());
    fact("signature", &metadata.signature_version);
    fact("auth", &metadata.auth.join(", "));
    fact("xml namespace", metadata.xml_namespace.as_ref().map_or("", |n| &n.uri));
    fact("global endpoint", metadata.global_endpoint.as_deref().unwrap_or_default());
    fact("http/2", metadata.h2.as_deref().unwrap_or_default());
    fact("query errors", if metadata.query_compatible { "in x-amzn-query-error" } else { "" });
    fact("api versions", &archive::versions(&metadata.name).join(", "));
    fact("operations", &service.operation_count().to_string());
    fact("shapes", &service.shape_count().to_string());
    out
}

fn in_full(service: &Service, operation: &Operation) -> String {
    let http = &operation.http;
    let mut out = format!("{}  {} {} → {}\n", operation.name, http.method, http.uri, http.code);
    let traits = traits(operation);
    if !traits.is_empty() {
        out += &format!("  {}\n", traits.join(", "));
    }
    for (what, shape) in [("input", operation.input), ("output", operation.output)] {
        match shape {
            Some(id) => {
                out += &format!("  {what} {}\n", service.shape_name(id));
                tree::members(&mut out, service, id, 2, &mut vec![id]);
            }
            None => out += &format!("  no {what}\n"),
        }
    }
    for id in &operation.errors {
        out += &format!("  error {}\n", tree::exception(service, *id));
    }
    if let Some(p) = service.paginator(&operation.name) {
        out += &format!("  pages by {} ← {}", p.input_tokens.join(", "), p.output_tokens.join(", "));
        out += &format!("; results {}", p.result_keys.join(", "));
        out += &p.limit_key.iter().map(|k| format!("; limit {k}")).collect::<String>();
        out += &p.more_results.iter().map(|k| format!("; while {k}")).collect::<String>();
        out += "\n";
    }
    for waiter in service.waiters().iter().filter(|w| w.operation == operation.name) {
        out += &format!("  waiter {}, every {} s, {} times\n", waiter.name, waiter.delay, waiter.max_attempts);
        for a in &waiter.acceptors {
            let argument = a.argument.as_deref().unwrap_or_default();
            out += &format!("    {} if {} {argument} is {:?}\n", a.state, a.matcher, a.expected);
        }
    }
    out
}

/// What is particular to an operation.
fn traits(op: &Operation) -> Vec<String> {
    let mut traits = Vec::new();
    let mut flag = |set: bool, name: &str| {
        if set {
            traits.push(name.to_owned());
        }
    };
    flag(op.readonly, "read-only");
    flag(op.idempotent, "idempotent");
    flag(op.deprecated, "deprecated");
    flag(op.unsigned_payload, "unsigned payload");
    flag(op.checksum_required, "checksum required");
    flag(op.endpoint_operation, "answers endpoint discovery");
    let mut fact = |name: &str, value: Option<&str>| traits.extend(value.map(|v| format!("{name} {v}")));
    fact("host prefix", op.host_prefix.as_deref());
    fact("root element", op.input_name.as_deref());
    fact("root namespace", op.input_namespace.as_ref().map(|n| &*n.uri));
    fact("result in", op.result_wrapper.as_deref());
    fact("auth type", op.auth_type.as_deref());
    fact("auth", Some(&*op.auth.join(" ")).filter(|a| !a.is_empty()));
    fact("compressed with", Some(&*op.compression.join(" ")).filter(|c| !c.is_empty()));
    fact("endpoint discovery", op.endpoint_discovery.map(|r| if r { "required" } else { "optional" }));
    traits.extend(op.checksum.iter().map(|c| {
        let algorithm = c.request_algorithm_member.as_deref().unwrap_or("none");
        format!("request checksum by {algorithm}, of responses {}", c.response_algorithms.join(" "))
    }));
    traits.extend(op.static_context_params.iter().map(|p| format!("endpoint parameter {} = {:?}", p.name, p.value)));
    traits.extend(op.operation_context_params.iter().map(|(n, path)| format!("endpoint parameter {n} = {path}")));
    traits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full(service: &str, operation: &str) -> String {
        let service = archive::open(service).unwrap();
        in_full(&service, service.operation(operation).unwrap())
    }

    #[test]
    fn an_operation_is_shown_with_its_members_errors_and_pages() {
        let text = full("sqs", "ListQueues");
        assert!(text.starts_with("ListQueues  POST / → 200\n  input ListQueuesRequest\n"), "{text}");
        assert!(text.contains("\n    QueueUrls   list of string (flattened)\n"), "{text}");
        assert!(text.contains("pages by NextToken ← NextToken; results QueueUrls; limit MaxResults"), "{text}");
        assert!(full("sqs", "SendMessage").contains("\n    QueueUrl*  "));
        assert!(full("s3", "HeadBucket").contains("waiter BucketExists, every 5 s, 20 times"));
    }

    #[test]
    fn recursive_shapes_end() {
        let text = full("dynamodb", "GetItem");
        assert!(text.contains("map of string to AttributeValue"), "{text}");
        assert!(text.lines().count() < 200, "{text}");
    }

    #[test]
    fn unknown_names_are_answered_with_near_ones() {
        let error = main(&["sqss".to_owned()]).unwrap_err();
        assert_eq!(error, "no service \"sqss\" among 439; did you mean sqs, ses, sns?");
        let error = main(&["sqs".to_owned(), "SendMesage".to_owned()]).unwrap_err();
        assert!(error.contains("did you mean SendMessage"), "{error}");
    }
}
