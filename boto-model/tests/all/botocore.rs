//! Botocore models: import, pack, open again.

use boto_model::document::Json;
use boto_model::import::botocore::{apply_extras, service, tables, Neighbours};
use boto_model::rules::{Body, Expr, Literal};
use boto_model::wait::Expected;
use boto_model::{pack, Kind, Location, Protocol, Service, TimestampFormat, Traits};

const MODEL: &str = r#"{
  "metadata": {"apiVersion": "2020-01-01", "endpointPrefix": "acme", "protocol": "rest-xml", "serviceId": "Acme",
    "protocols": ["rest-xml", "carrier-pigeon"], "xmlNamespace": "urn:acme", "protocolSettings": {"h2": "optional"}},
  "operations": {
    "PutThing": {"http": {"method": "PUT", "requestUri": "/{Name}", "responseCode": 201}, "name": "PutThing2020",
      "input": {"shape": "PutThingRequest", "locationName": "Thing", "xmlNamespace": {"uri": "urn:x", "prefix": "p"}},
      "output": {"shape": "Thing", "resultWrapper": "PutThingResult"},
      "errors": [{"shape": "Broken"}, {"shape": "Old", "error": {"code": "OldCode", "httpStatusCode": 409, "senderFault": true}}],
      "endpoint": {"hostPrefix": "{Name}."}, "httpChecksumRequired": true, "endpointdiscovery": {},
      "staticContextParams": {"S": {"value": ["a", "b"]}}, "operationContextParams": {"K": {"path": "keys(@)"}},
      "httpChecksum": {"requestAlgorithmMember": "Alg", "responseAlgorithms": ["CRC32"]}},
    "Nop": {}
  },
  "shapes": {
    "PutThingRequest": {"type": "structure", "required": ["Name", "Ghost"], "payload": "Body", "members": {
      "Name": {"shape": "Str", "location": "uri", "locationName": "Name", "contextParam": {"name": "Ctx"}},
      "when": {"shape": "Time", "locationName": "When", "location": "header"},
      "later": {"shape": "Time", "timestampFormat": "rfc822"},
      "List": {"shape": "Names"}, "Own": {"shape": "Names", "locationName": "own", "flattened": false},
      "Body": {"shape": "Stream"}}},
    "Str": {"type": "character", "min": 1, "max": 2.5, "pattern": "a+", "sensitive": true},
    "Time": {"type": "timestamp", "timestampFormat": "unixTimestamp"},
    "Names": {"type": "list", "flattened": true, "locationName": "item", "sparse": true, "member": {"shape": "Str", "locationName": "n"}},
    "Stream": {"type": "blob", "streaming": true, "requiresLength": true},
    "Thing": {"type": "structure", "xmlOrder": ["b", "a"], "members": {"a": {"shape": "Doc"}, "x": {"shape": "Big"}, "b": {"shape": "Thing"}}},
    "Doc": {"type": "structure", "document": true, "members": {}},
    "Big": {"type": "biginteger"},
    "Broken": {"type": "structure", "members": {}, "exception": true, "fault": true, "retryable": {"throttling": true}},
    "Old": {"type": "structure", "members": {}},
    "Stray": {"type": "structure", "exception": true, "error": {"code": "S.Tray"}}
  }}"#;

fn open(model: &str) -> Service {
    let model = Json::parse(model.as_bytes()).unwrap();
    Service::open(service("acme", &model, &Neighbours::default()).unwrap()).unwrap()
}

#[test]
fn traits_of_the_reference_win_over_those_of_the_shape() {
    let acme = open(MODEL);
    let input = acme.operation("PutThing").unwrap().input.unwrap();
    let members = acme.shape(input).members();
    let names: Vec<&str> = members.iter().map(|m| &*m.name).collect();
    assert_eq!(names, ["Name", "when", "later", "List", "Own", "Body"]);
    let [name, when, later, list, own, body] = members else { panic!() };
    assert_eq!((name.location, name.location_name.as_deref()), (Location::Uri, None));
    assert!(name.traits.has(Traits::REQUIRED.with(Traits::SENSITIVE)));
    assert_eq!(name.context_param.as_deref(), Some("Ctx"));
    assert_eq!((when.location_name.as_deref(), when.location), (Some("When"), Location::Header));
    assert_eq!(when.timestamp_format, Some(TimestampFormat::UnixTimestamp));
    assert_eq!(later.timestamp_format, Some(TimestampFormat::Rfc822));
    assert_eq!((list.wire_name(), list.traits.has(Traits::FLATTENED)), ("item", true));
    assert_eq!((own.wire_name(), own.traits.has(Traits::FLATTENED)), ("own", false));
    assert!(body.traits.has(Traits::STREAMING));
    assert_eq!(acme.shape(input).structure().unwrap().payload, Some(5));
    let Kind::List { member, sparse: true } = &acme.shape(list.target).kind else { panic!() };
    assert_eq!((&*member.name, member.wire_name()), ("member", "n"));
    let text = acme.shape(name.target);
    assert_eq!((text.min, text.max, text.pattern.as_deref()), (Some(1.0), Some(2.5), Some("a+")));
}

#[test]
fn operations_errors_and_metadata_survive() {
    let acme = open(MODEL);
    let metadata = acme.metadata();
    assert_eq!((metadata.protocol, &*metadata.protocols), (Protocol::RestXml, &[Protocol::RestXml][..]));
    assert_eq!(metadata.xml_namespace.as_ref().map(|n| &*n.uri), Some("urn:acme"));
    assert_eq!((metadata.h2.as_deref(), &*metadata.signature_version), (Some("optional"), "v4"));
    assert_eq!(acme.operation_names().collect::<Vec<_>>(), ["Nop", "PutThing"]);
    let put = acme.operation("PutThing").unwrap();
    assert_eq!((&*put.http.method, &*put.http.uri, put.http.code), ("PUT", "/{Name}", 201));
    assert_eq!(put.input_name.as_deref(), Some("Thing"));
    assert_eq!(put.input_namespace.as_ref().unwrap().prefix.as_deref(), Some("p"));
    assert_eq!(put.result_wrapper.as_deref(), Some("PutThingResult"));
    assert_eq!((put.endpoint_discovery, put.checksum_required), (Some(false), true));
    assert_eq!(put.static_context_params[0].value, Literal::Strings(["a".into(), "b".into()].into()));
    assert_eq!(put.operation_context_params[0].1, "keys(@)");
    let exception = |at: usize| acme.shape(put.errors[at]).structure().unwrap().exception.clone().unwrap();
    assert!(exception(0).throttling && exception(0).retryable && !exception(0).sender_fault);
    assert_eq!((exception(1).code.as_deref(), exception(1).status), (Some("OldCode"), Some(409)));
    let all: Vec<&str> = acme.exceptions().iter().map(|id| &*acme.shape(*id).name).collect();
    assert_eq!(all, ["Broken", "Old", "Stray"]);
    let thing = acme.shape(put.output.unwrap()).members();
    assert_eq!(thing.iter().map(|m| &*m.name).collect::<Vec<_>>(), ["b", "a", "x"]);
    assert_eq!(acme.shape(thing[1].target).kind, Kind::Document);
    let nop = acme.operation("Nop").unwrap();
    assert_eq!((&*nop.http.method, &*nop.http.uri, nop.input), ("POST", "/", None));
    assert!(acme.operation("Missing").is_none());
}

#[test]
fn neighbours_come_along() {
    let model = Json::parse(MODEL.as_bytes()).unwrap();
    let mut paginators = Json::parse(
        br#"{"pagination": {"PutThing": {"input_token": ["a", "b"], "output_token": "t", "result_key": "r.x"}}}"#,
    )
    .unwrap();
    let extras = Json::parse(br#"{"merge": {"pagination": {"PutThing": {"more_results": "More"}}}}"#).unwrap();
    apply_extras(&mut paginators, &extras);
    let waiters = Json::parse(
        br#"{"waiters": {"ThingExists": {"delay": 5, "maxAttempts": 20, "operation": "PutThing", "acceptors": [
          {"state": "success", "matcher": "status", "expected": 200},
          {"state": "retry", "matcher": "path", "argument": "a[].b", "expected": null}]}}}"#,
    )
    .unwrap();
    let rules = Json::parse(
        br#"{"parameters": {"Region": {"type": "String", "required": true, "builtIn": "AWS::Region", "default": "x"}},
          "rules": [{"conditions": [{"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "P"}], "rules": [
            {"endpoint": {"url": "https://{Region}.{P#dnsSuffix}", "properties": {"authSchemes": [{"name": "sigv4", "on": true}]},
              "headers": {"x": ["{Region}"]}}}]}, {"conditions": [], "error": "no"}]}"#,
    )
    .unwrap();
    let neighbours = Neighbours { paginators: Some(&paginators), waiters: Some(&waiters), rules: Some(&rules) };
    let made = tables("acme", &model, &neighbours).unwrap();
    let acme = Service::open(pack::write(made.clone())).unwrap();
    assert_eq!(acme.paginators(), &made.paginators[..]);
    assert_eq!(acme.paginator("PutThing").unwrap().more_results.as_deref(), Some("More"));
    assert_eq!(acme.waiters(), &made.waiters[..]);
    assert_eq!(acme.waiter("thing_exists").unwrap().acceptors[1].expected, Expected::Null);
    assert_eq!(acme.rules(), made.rules.as_ref());
    let Body::Tree(inner) = &acme.rules().unwrap().rules[0].body else { panic!() };
    let Body::Endpoint(endpoint) = &inner[0].body else { panic!() };
    assert!(matches!(endpoint.url, Expr::Template(_)));
}

/// A model of lists in lists, so many.
fn deep(lists: usize) -> String {
    let nested = |n: usize| format!(r#""L{n}": {{"type": "list", "member": {{"shape": "L{}"}}}}, "#, n + 1);
    format!(r#"{{"shapes": {{{}"L{lists}": {{"type": "string"}}}}}}"#, (0..lists).map(nested).collect::<String>())
}

#[test]
fn malformed_models_are_refused_with_the_place() {
    let cases = [
        ("[]", "expected an object, found list"),
        (r#"{"metadata": {"protocol": "smoke"}}"#, "metadata.protocol: unknown protocol \"smoke\""),
        (r#"{"shapes": {"A": {}}}"#, "shapes.A: type is missing"),
        (r#"{"shapes": {"A": {"type": "strnig"}}}"#, "shapes.A: unknown type \"strnig\""),
        (r#"{"shapes": {"A": {"type": "list"}}}"#, "shapes.A: member is missing"),
        (
            r#"{"shapes": {"Item": {"type": "structure", "members": {"Bar": {"shape": "Itme"}}}}}"#,
            "shapes.Item.members.Bar: no shape named \"Itme\"; did you mean \"Item\"?",
        ),
        (r#"{"shapes": {"A": {"type": "string", "enum": ["a", 1]}}}"#, "shapes.A.enum[1]: expected a string"),
        (r#"{"shapes": {"A": {"type": "structure", "payload": "X"}}}"#, "shapes.A.payload: no member named"),
        (r#"{"operations": {"Op": {"http": {"responseCode": 70000}}}}"#, "operations.Op.http.responseCode: 70000"),
        (r#"{"operations": {"Op": 7}}"#, "operations.Op: expected an object, found number"),
        (
            r#"{"shapes": {"In": {"type": "list", "member": {"shape": "Tree"}}, "S": {"type": "string"},
                "Tree": {"type": "list", "member": {"shape": "Trees"}},
                "Trees": {"type": "map", "key": {"shape": "S"}, "value": {"shape": "Tree"}}}}"#,
            "shapes.Tree: a list that holds itself, without a structure or union in between",
        ),
        (&deep(65), "shapes.L0: a list of lists and maps more than 64 deep"),
    ];
    // What stands between ends it, and so does depth.
    let fine = r#"{"shapes": {"Tree": {"type": "structure", "members": {"more": {"shape": "Trees"}}},
        "Trees": {"type": "list", "member": {"shape": "Tree"}}}}"#;
    for model in [fine, &deep(64)] {
        assert!(service("x", &Json::parse(model.as_bytes()).unwrap(), &Neighbours::default()).is_ok());
    }
    for (model, wanted) in cases {
        let model = Json::parse(model.as_bytes()).unwrap();
        let error = service("x", &model, &Neighbours::default()).unwrap_err().to_string();
        assert!(error.starts_with(wanted), "{error}");
    }
}

#[test]
fn the_root_of_a_payload_is_named_by_whoever_says_its_namespace() {
    let name = |protocol: &str, reference: &str| {
        let service = open(&format!(
            r#"{{"metadata": {{"protocol": "{protocol}", "apiVersion": "1"}},
            "operations": {{"Put": {{"input": {{"shape": "In"}}, "http": {{"method": "PUT", "requestUri": "/"}}}}}},
            "shapes": {{"In": {{"type": "structure", "payload": "Body", "members": {{"Body": {{"shape": "Thing"{reference}}}}}}},
                "Thing": {{"type": "structure", "members": {{}}, "locationName": "Own"}}}}}}"#
        ));
        let input = service.operation("Put").unwrap().input.unwrap();
        service.shape(input).members()[0].location_name.clone()
    };
    let namespace = r#", "xmlNamespace": {"uri": "urn:x"}"#;
    let named = |name: &str| format!(r#", "locationName": "{name}""#);
    // As all models of AWS have it.
    assert_eq!(name("rest-xml", &format!("{}{namespace}", named("Body"))).as_deref(), Some("Body"));
    assert_eq!(name("rest-xml", &named("Other")).as_deref(), Some("Other"));
    // As Smithy's suite was translated.
    assert_eq!(name("rest-xml", &named("Body")).as_deref(), Some("Own"));
    assert_eq!(name("rest-json", &named("Body")).as_deref(), Some("Body"));
    assert_eq!(name("rest-xml", "").as_deref(), Some("Own"));
}

#[test]
fn a_pruned_table_keeps_the_closure_and_the_places_of_members() {
    let acme = open(MODEL);
    let bytes = pack::prune(&acme, &["PutThing"]).unwrap();
    let pruned = Service::open(bytes.clone()).unwrap();
    assert_eq!(pruned.operation_names().collect::<Vec<_>>(), ["PutThing"]);
    let (all, few) = (acme.operation("PutThing").unwrap(), pruned.operation("PutThing").unwrap());
    assert_eq!(all.http, few.http);
    let names = |s: &Service, id| s.shape(id).members().iter().map(|m| m.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&acme, all.input.unwrap()), names(&pruned, few.input.unwrap()));
    assert!(pruned.shape_named("Stray").is_none() && pruned.shape_named("Old").is_some());
    assert_eq!(pack::prune(&pruned, &["PutThing"]).unwrap(), bytes);
    assert_eq!(pack::prune(&acme, &["PutThing", "Nope"]), Err(vec!["Nope".to_owned()]));
}

#[test]
fn corrupt_tables_never_panic() {
    let model = Json::parse(MODEL.as_bytes()).unwrap();
    let good = service("acme", &model, &Neighbours::default()).unwrap();
    let touch = |bytes: Vec<u8>| {
        let Ok(service) = Service::open(bytes) else { return };
        for i in 0..service.operation_count() {
            service.operation_at(i).errors.iter().for_each(|id| drop(service.shape(*id).clone()));
        }
        (0..service.shape_count() as u32).for_each(|i| drop(service.shape(boto_model::ShapeId(i)).clone()));
        let _ = (service.rules(), service.paginators(), service.waiters(), service.operation("PutThing"));
    };
    for length in 0..good.len() {
        touch(good[..length].to_vec());
    }
    for at in 0..good.len() {
        for byte in [0, 1, 0x7f, 0x80, 0xff] {
            let mut bad = good.clone();
            bad[at] = byte;
            touch(bad);
        }
    }
}
