//! Smithy models.

use boto_model::document::Json;
use boto_model::import::smithy::{service, tables};
use boto_model::rules::{Body, Expr, Literal};
use boto_model::wait::Expected;
use boto_model::{Kind, Location, Member, Protocol, Service, ShapeId, TimestampFormat, Traits};

/// A model of one service with these traits, one operation and these further shapes.
fn model(service_traits: &str, operation_traits: &str, shapes: &str) -> String {
    format!(
        r#"{{"smithy": "2.0", "shapes": {{
          "acme#Parcels": {{"type": "service", "version": "2020-02-02", "resources": [{{"target": "acme#Parcel"}}],
            "errors": [{{"target": "acme#Busy"}}], "rename": {{"other#Note": "OtherNote"}}, "traits": {{
              "aws.api#service": {{"sdkId": "Parcel Post", "arnNamespace": "parcels"}}, "aws.auth#sigv4": {{"name": "parcel"}},
              "smithy.api#title": "Parcels", {service_traits}}}}},
          "acme#Parcel": {{"type": "resource", "put": {{"target": "acme#PutParcel"}}}},
          "acme#PutParcel": {{"type": "operation", "input": {{"target": "acme#PutParcelInput"}},
            "output": {{"target": "acme#PutParcelOutput"}}, "errors": [{{"target": "acme#Lost"}}],
            "traits": {{{operation_traits}}}}},
          "acme#Busy": {{"type": "structure", "traits": {{"smithy.api#error": "server", "smithy.api#httpError": 503,
            "smithy.api#retryable": {{"throttling": true}}}}}},
          "acme#Lost": {{"type": "structure", "members": {{"message": {{"target": "smithy.api#String"}}}}, "traits": {{
            "smithy.api#error": "client", "aws.protocols#awsQueryError": {{"code": "Parcel.Lost", "httpResponseCode": 410}}}}}},
          {shapes}}}}}"#
    )
}

const REST_SHAPES: &str = r#"
  "acme#PutParcelInput": {"type": "structure", "members": {
    "id": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}, "smithy.api#httpLabel": {}}},
    "sent": {"target": "acme#Moment", "traits": {"smithy.api#httpHeader": "x-sent"}},
    "meta": {"target": "acme#Names", "traits": {"smithy.api#httpPrefixHeaders": "x-meta-"}},
    "page": {"target": "smithy.api#Integer", "traits": {"smithy.api#httpQuery": "p"}},
    "rest": {"target": "acme#Names", "traits": {"smithy.api#httpQueryParams": {}}},
    "token": {"target": "smithy.api#String", "traits": {"smithy.api#idempotencyToken": {}}},
    "note": {"target": "other#Note", "traits": {"smithy.api#jsonName": "NOTE", "smithy.api#xmlName": "Xnote"}},
    "json": {"target": "acme#Json", "traits": {"smithy.api#httpHeader": "x-json"}},
    "bucket": {"target": "smithy.api#String", "traits": {"smithy.rules#contextParam": {"name": "Bucket"}}}}},
  "acme#PutParcelOutput": {"type": "structure", "members": {
    "status": {"target": "smithy.api#Integer", "traits": {"smithy.api#httpResponseCode": {}}},
    "body": {"target": "acme#Events", "traits": {"smithy.api#httpPayload": {}}}}},
  "acme#Moment": {"type": "timestamp", "traits": {"smithy.api#timestampFormat": "epoch-seconds"}},
  "acme#Json": {"type": "string", "traits": {"smithy.api#mediaType": "application/json"}},
  "acme#Names": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "acme#Color"}},
  "acme#Color": {"type": "enum", "members": {"RED": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "red"}},
    "BLUE": {"target": "smithy.api#Unit"}}},
  "other#Note": {"type": "string", "traits": {"smithy.api#sensitive": {}, "smithy.api#length": {"max": 9}, "smithy.api#pattern": "^a"}},
  "acme#Events": {"type": "union", "members": {"tick": {"target": "acme#Tick"}, "gone": {"target": "acme#Lost"}}, "traits": {"smithy.api#streaming": {}}},
  "acme#Tick": {"type": "structure", "members": {
    "at": {"target": "acme#Moment", "traits": {"smithy.api#eventHeader": {}, "smithy.api#timestampFormat": "date-time"}},
    "data": {"target": "smithy.api#Blob", "traits": {"smithy.api#eventPayload": {}}}}}"#;

const REST_OPERATION: &str = r#"
  "smithy.api#http": {"method": "PUT", "uri": "/parcels/{id}?x=y", "code": 202}, "smithy.api#idempotent": {},
  "smithy.api#endpoint": {"hostPrefix": "{id}."}, "aws.auth#unsignedPayload": {},
  "aws.protocols#httpChecksum": {"requestAlgorithmMember": "alg", "requestChecksumRequired": true},
  "smithy.api#paginated": {"inputToken": "page", "items": "body.items"},
  "smithy.rules#staticContextParams": {"Kind": {"value": true}},
  "smithy.waiters#waitable": {"ParcelGone": {"minDelay": 7, "acceptors": [
    {"state": "success", "matcher": {"errorType": "acme#Lost"}}, {"state": "failure", "matcher": {"success": false}},
    {"state": "retry", "matcher": {"output": {"path": "a.b", "expected": "true", "comparator": "booleanEquals"}}},
    {"state": "retry", "matcher": {"inputOutput": {"path": "input.a", "expected": "x", "comparator": "anyStringEquals"}}}]}}"#;

fn open(text: &str) -> Service {
    Service::open(service("parcels", &Json::parse(text.as_bytes()).unwrap()).unwrap()).unwrap()
}

fn input(service: &Service) -> &[Member] {
    service.shape(service.operation("PutParcel").unwrap().input.unwrap()).members()
}

fn member<'a>(members: &'a [Member], name: &str) -> &'a Member {
    members.iter().find(|m| m.name == name).unwrap()
}

#[test]
fn rest_bindings_become_locations() {
    let traits = r#""aws.protocols#restJson1": {"http": ["http/1.1"], "eventStreamHttp": ["h2"]},
      "smithy.api#paginated": {"outputToken": "next", "pageSize": "size"}"#;
    let parcels = open(&model(traits, REST_OPERATION, REST_SHAPES));
    let m = input(&parcels);
    assert_eq!((member(m, "id").location, member(m, "id").traits.has(Traits::REQUIRED)), (Location::Uri, true));
    let sent = member(m, "sent");
    assert_eq!((sent.location, sent.wire_name()), (Location::Header, "x-sent"));
    assert_eq!(sent.timestamp_format, Some(TimestampFormat::UnixTimestamp));
    assert_eq!((member(m, "meta").location, member(m, "meta").wire_name()), (Location::Headers, "x-meta-"));
    assert_eq!((member(m, "page").location, member(m, "page").wire_name()), (Location::Querystring, "p"));
    assert_eq!(member(m, "rest").location, Location::Querystring);
    assert!(member(m, "token").traits.has(Traits::IDEMPOTENCY_TOKEN));
    let note = member(m, "note");
    assert_eq!((note.wire_name(), note.traits.has(Traits::SENSITIVE)), ("NOTE", true));
    let shape = parcels.shape(note.target);
    assert_eq!((&*shape.name, shape.max, shape.pattern.as_deref()), ("OtherNote", Some(9.0), Some("^a")));
    assert!(member(m, "json").traits.has(Traits::JSON_VALUE));
    assert_eq!(member(m, "bucket").context_param.as_deref(), Some("Bucket"));
    let Kind::Map { value, .. } = &parcels.shape(member(m, "rest").target).kind else { panic!() };
    assert_eq!(parcels.shape(value.target).kind, Kind::String { values: ["red".into(), "BLUE".into()].into() });

    let put = parcels.operation("PutParcel").unwrap();
    let output = parcels.shape(put.output.unwrap()).structure().unwrap();
    assert_eq!((output.members[0].location, output.payload), (Location::StatusCode, Some(1)));
    assert!(!output.members[1].traits.has(Traits::STREAMING), "that is for bytes");
    let events = parcels.shape(output.members[1].target).structure().unwrap();
    assert!(events.event_stream && events.union);
    let tick = parcels.shape(events.members[0].target).structure().unwrap();
    assert!(tick.event && tick.members[0].traits.has(Traits::EVENT_HEADER));
    assert_eq!(tick.members[0].timestamp_format, Some(TimestampFormat::Iso8601));
    assert!(tick.members[1].traits.has(Traits::EVENT_PAYLOAD));
}

#[test]
fn operations_metadata_paginators_and_waiters_come_along() {
    let traits = r#""aws.protocols#restJson1": {"eventStreamHttp": ["h2"]},
      "smithy.api#paginated": {"outputToken": "next", "pageSize": "size"}"#;
    let parcels = open(&model(traits, REST_OPERATION, REST_SHAPES));
    let metadata = parcels.metadata();
    assert_eq!((&*metadata.service_id, &*metadata.endpoint_prefix), ("Parcel Post", "parcels"));
    assert_eq!((&*metadata.uid, &*metadata.api_version), ("parcel-post-2020-02-02", "2020-02-02"));
    assert_eq!((metadata.protocol, metadata.h2.as_deref()), (Protocol::RestJson, Some("eventstream")));
    assert_eq!((metadata.signing_name.as_deref(), &*metadata.auth), (Some("parcel"), &["aws.auth#sigv4".into()][..]));
    let put = parcels.operation("PutParcel").unwrap();
    assert_eq!((&*put.http.method, &*put.http.uri, put.http.code), ("PUT", "/parcels/{id}?x=y", 202));
    assert_eq!((put.host_prefix.as_deref(), put.auth_type.as_deref()), (Some("{id}."), Some("v4-unsigned-body")));
    assert!(put.idempotent && put.unsigned_payload && put.checksum.as_ref().unwrap().request_required);
    assert_eq!(put.static_context_params[0].value, Literal::Bool(true));
    let errors: Vec<&str> = put.errors.iter().map(|id| parcels.shape_name(*id)).collect();
    assert_eq!(errors, ["Lost", "Busy"]);
    let busy = parcels.shape(put.errors[1]).structure().unwrap().exception.clone().unwrap();
    assert_eq!((busy.status, busy.throttling, busy.sender_fault), (Some(503), true, false));
    let pages = parcels.paginator("PutParcel").unwrap();
    assert_eq!((&*pages.input_tokens[0], &*pages.output_tokens[0]), ("page", "next"));
    assert_eq!((pages.limit_key.as_deref(), &*pages.result_keys[0]), (Some("size"), "body.items"));
    let waiter = parcels.waiter("parcel_gone").unwrap();
    let facts: Vec<_> = waiter.acceptors.iter().map(|a| (&*a.matcher, a.argument.as_deref(), &a.expected)).collect();
    assert_eq!(waiter.delay, 7);
    assert_eq!(
        facts,
        [
            ("error", None, &Expected::String("Lost".into())),
            ("error", None, &Expected::Bool(true)),
            ("path", Some("a.b"), &Expected::Bool(true)),
            ("pathAnyInputOutput", Some("input.a"), &Expected::String("x".into())),
        ]
    );
}

#[test]
fn rpc_protocols_know_no_http_bindings() {
    let traits = r#""aws.protocols#awsJson1_1": {}, "aws.protocols#awsQuery": {}, "smithy.protocols#rpcv2Cbor": {},
      "smithy.protocols#rpcv2Json": {}, "aws.protocols#awsQueryCompatible": {}"#;
    let parcels = open(&model(traits, REST_OPERATION, REST_SHAPES));
    let metadata = parcels.metadata();
    assert_eq!(&*metadata.protocols, [Protocol::RpcV2Cbor, Protocol::RpcV2Json, Protocol::Json, Protocol::Query]);
    assert_eq!((metadata.json_version.as_deref(), metadata.target_prefix.as_deref()), (Some("1.1"), Some("Parcels")));
    assert!(metadata.query_compatible);
    let put = parcels.operation("PutParcel").unwrap();
    assert_eq!((&*put.http.method, &*put.http.uri, put.http.code), ("POST", "/", 200));
    assert!(input(&parcels).iter().all(|m| m.location == Location::Body && m.location_name.is_none()));
}

const XML_SHAPES: &str = r#"
  "acme#PutParcelInput": {"type": "structure", "traits": {"smithy.api#xmlName": "Parcel"}, "members": {
    "flat": {"target": "acme#List", "traits": {"smithy.api#xmlFlattened": {}, "smithy.api#xmlName": "Flat"}},
    "deep": {"target": "acme#List"},
    "kind": {"target": "smithy.api#String", "traits": {"smithy.api#xmlAttribute": {}, "smithy.api#xmlName": "xsi:kind"}},
    "id": {"target": "smithy.api#String", "traits": {"aws.protocols#ec2QueryName": "ID"}},
    "body": {"target": "acme#Letter", "traits": {"smithy.api#httpPayload": {}}}}},
  "acme#PutParcelOutput": {"type": "structure", "members": {}},
  "acme#Letter": {"type": "structure", "members": {}, "traits": {"smithy.api#xmlNamespace": {"uri": "urn:l", "prefix": "l"}}},
  "acme#List": {"type": "list", "member": {"target": "smithy.api#String", "traits": {"smithy.api#xmlName": "item"}}, "traits": {"smithy.api#sparse": {}}}"#;

fn element_name(service: &Service, list: ShapeId) -> Option<&str> {
    match &service.shape(list).kind {
        Kind::List { member, sparse: true } => member.location_name.as_deref(),
        _ => panic!("no sparse list"),
    }
}

#[test]
fn xml_traits_become_names_and_namespaces() {
    let traits = r#""aws.protocols#restXml": {}, "smithy.api#xmlNamespace": {"uri": "urn:acme"}"#;
    let parcels = open(&model(traits, "", XML_SHAPES));
    let put = parcels.operation("PutParcel").unwrap();
    assert_eq!(put.input_name.as_deref(), Some("Parcel"));
    assert_eq!(put.input_namespace.as_ref().map(|n| &*n.uri), Some("urn:acme"));
    let m = input(&parcels);
    let (flat, deep) = (member(m, "flat"), member(m, "deep"));
    assert!(flat.traits.has(Traits::FLATTENED) && !deep.traits.has(Traits::FLATTENED));
    assert_eq!((flat.wire_name(), element_name(&parcels, flat.target)), ("Flat", None));
    assert_eq!(element_name(&parcels, deep.target), Some("item"));
    assert!(member(m, "kind").traits.has(Traits::XML_ATTRIBUTE));
    let body = member(m, "body");
    assert_eq!((body.wire_name(), body.xml_namespace.as_ref().map(|n| &*n.uri)), ("Letter", Some("urn:l")));
}

#[test]
fn query_protocols_wrap_results_and_name_errors() {
    let query = open(&model(r#""aws.protocols#awsQuery": {}"#, "", XML_SHAPES));
    let put = query.operation("PutParcel").unwrap();
    assert_eq!((put.result_wrapper.as_deref(), put.input_name.as_deref()), (Some("PutParcelResult"), None));
    let lost = query.shape(put.errors[0]).structure().unwrap().exception.clone().unwrap();
    assert_eq!((lost.code.as_deref(), lost.status), (Some("Parcel.Lost"), Some(410)));
    let ec2 = open(&model(r#""aws.protocols#ec2Query": {}"#, "", XML_SHAPES));
    assert_eq!(member(input(&ec2), "id").query_name.as_deref(), Some("ID"));
}

#[test]
fn mixins_and_apply_statements_are_laid_in() {
    let shapes = r#"
      "acme#PutParcelInput": {"type": "structure", "mixins": [{"target": "acme#Base"}],
        "members": {"own": {"target": "smithy.api#Document"}, "a": {"target": "smithy.api#Long"}}},
      "acme#Base": {"type": "structure", "members": {"a": {"target": "smithy.api#String"}, "b": {"target": "smithy.api#String"}},
        "traits": {"smithy.api#mixin": {}, "smithy.api#deprecated": {}}},
      "acme#PutParcelInput$b": {"type": "apply", "traits": {"smithy.api#required": {}}},
      "acme#PutParcelOutput": {"type": "structure", "members": {}}"#;
    let parcels = open(&model(r#""aws.protocols#awsJson1_0": {}"#, "", shapes));
    let names: Vec<&str> = input(&parcels).iter().map(|m| &*m.name).collect();
    assert_eq!(names, ["a", "b", "own"]);
    assert!(member(input(&parcels), "b").traits.has(Traits::REQUIRED));
    assert_eq!(parcels.shape(member(input(&parcels), "a").target).kind, Kind::Long);
    assert!(parcels.shape(parcels.operation("PutParcel").unwrap().input.unwrap()).deprecated);
}

#[test]
fn a_decision_diagram_unfolds_into_rules() {
    // Node 2: is UseFips true? then result 1, else node 3: is Region set? then result 2, else nothing.
    let traits = r#""aws.protocols#awsJson1_0": {}, "smithy.rules#endpointBdd": {
      "parameters": {"Region": {"type": "string", "builtIn": "AWS::Region"}, "UseFips": {"type": "boolean", "required": true, "default": false}},
      "conditions": [{"fn": "booleanEquals", "argv": [{"ref": "UseFips"}, true]}, {"fn": "isSet", "argv": [{"ref": "Region"}]}],
      "results": [{"endpoint": {"url": "https://fips"}, "type": "endpoint"}, {"error": "no {Region}", "type": "error"}],
      "root": 2, "nodeCount": 3, "nodes": "/////wAAAAH/////AAAAAAX14QEAAAADAAAAAQX14QL/////"}"#;
    let empty = r#""acme#PutParcelInput": {"type": "structure"}, "acme#PutParcelOutput": {"type": "structure"}"#;
    let made = tables("parcels", &Json::parse(model(traits, "", empty).as_bytes()).unwrap()).unwrap();
    let rules = made.rules.unwrap();
    assert_eq!(rules.parameters.len(), 2);
    assert_eq!((rules.rules.len(), rules.rules[0].conditions[0].call.function.as_ref()), (3, "booleanEquals"));
    let Body::Tree(fips) = &rules.rules[0].body else { panic!() };
    assert!(matches!(fips[0].body, Body::Endpoint(_)));
    let Body::Tree(region) = &rules.rules[1].body else { panic!() };
    assert!(matches!(&region[0].body, Body::Error(Expr::Template(_))));
    assert!(matches!(&rules.rules[2].body, Body::Error(Expr::Literal(_))) && rules.rules[2].conditions.is_empty());
    let broken = model(&traits.replace("\"root\": 2", "\"root\": 9"), "", empty);
    let error = tables("parcels", &Json::parse(broken.as_bytes()).unwrap()).unwrap_err().to_string();
    assert_eq!(error, "shapes.acme#Parcels.traits.smithy.rules#endpointBdd: no node 9");
}

#[test]
fn malformed_models_are_refused_with_the_place() {
    let json = r#""aws.protocols#awsJson1_0": {}"#;
    let shape = |input: &str| {
        model(json, "", &format!(r#""acme#PutParcelInput": {input}, "acme#PutParcelOutput": {{"type": "structure"}}"#))
    };
    let cases = [
        (r#"{"smithy": "2.0"}"#.to_owned(), "shapes is missing"),
        (r#"{"shapes": {}}"#.to_owned(), "shapes: no service \"parcels\""),
        (model(r#""x": 1"#, "", r#""x#Y": {"type": "string"}"#), "shapes.acme#Parcels: no protocol that is known"),
        (shape(r#"{"type": "strucutre"}"#), "shapes.acme#PutParcelInput: unknown type \"strucutre\""),
        (
            shape(r#"{"type": "structure", "members": {"a": {"target": "acme#PutParcelInptu"}}}"#),
            "shapes.acme#PutParcelInput.members.a: no shape named \"acme#PutParcelInptu\"; did you mean",
        ),
        (
            shape(r#"{"type": "structure", "mixins": [{"target": "a#B"}]}"#),
            "shapes.acme#PutParcelInput.mixins: no shape",
        ),
        (
            shape(r#"{"type": "structure", "mixins": [{"target": "acme#PutParcelInput"}]}"#),
            "shapes.acme#PutParcelInput.mixins: mixins go round",
        ),
        (
            shape(
                r#"{"type": "structure", "members": {"a": {"target": "acme#Tree"}}},
                "acme#Tree": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "acme#Tree"}}"#,
            ),
            "shapes.acme#Tree: a map that holds itself, without a structure or union in between",
        ),
    ];
    for (text, wanted) in cases {
        let error = tables("parcels", &Json::parse(text.as_bytes()).unwrap()).unwrap_err().to_string();
        assert!(error.starts_with(wanted), "{error}");
    }
}
