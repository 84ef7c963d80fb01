//! Every waiter and paginator of the pinned models, over answers made up from the shapes.

use boto_core::{
    paginate::{Machine, Step},
    query::Query,
    value::Object,
    wait::{Answer, Judge, Verdict},
    DateTime, Value,
};
use boto_model::{archive, suggest::snake_case, wait::Expected, Kind, Service, ShapeId};

/// How deep made-up answers are: deeper than any path.
const DEPTH: usize = 7;

/// An answer in which everything is there: lists have one element, and strings are what is given.
fn full(service: &Service, shape: ShapeId, text: &str, depth: usize) -> Value {
    if depth == 0 {
        return Value::Null;
    }
    let inner = |shape| full(service, shape, text, depth - 1);
    match &service.shape(shape).kind {
        Kind::Structure(structure) => {
            let members = structure.members.iter().map(|member| (member.name.to_string(), inner(member.target)));
            Value::Map(members.collect::<Object>())
        }
        Kind::List { member, .. } => Value::List(vec![inner(member.target)]),
        Kind::Map { value, .. } => Value::from([("key", inner(value.target))]),
        Kind::Boolean => Value::Bool(true),
        Kind::String { .. } => text.into(),
        Kind::Timestamp => Value::Time(DateTime::from_seconds(1)),
        Kind::Blob { .. } => Value::Blob(text.to_owned().into_bytes().into()),
        Kind::Document => Value::Null,
        _ => Value::Int(text.len() as i64),
    }
}

#[test]
fn every_waiter_understands_what_it_waits_for() {
    let (mut waiters, mut acceptors) = (0, 0);
    for name in archive::services() {
        let service = archive::open(name).unwrap();
        for waiter in service.waiters() {
            let place = format!("{name} {}", waiter.name);
            assert_eq!(
                service.waiter(&snake_case(&waiter.name)).map(|found| &found.name),
                Some(&waiter.name),
                "{place}"
            );
            let operation = service.operation(&waiter.operation).unwrap_or_else(|| panic!("{place}: no operation"));
            assert!(waiter.delay > 0 && waiter.max_attempts > 0, "{place}");
            let judge = Judge::new(waiter).unwrap_or_else(|e| panic!("{place}: {e}"));
            for acceptor in &*waiter.acceptors {
                let text = match &acceptor.expected {
                    Expected::String(text) => text.to_string(),
                    _ => "text".to_owned(),
                };
                let output = operation.output.map_or(Value::Null, |shape| full(&service, shape, &text, DEPTH));
                let search = |query: &Query, _: bool| query.search(&output);
                let answer = match &*acceptor.matcher {
                    "error" => Answer { search: None, code: Some(&text), status: Some(400) },
                    "status" => {
                        let Expected::Int(status) = acceptor.expected else { panic!("{place}: a status that is none") };
                        Answer { search: None, code: None, status: Some(u16::try_from(status).unwrap()) }
                    }
                    _ => Answer { search: Some(&search), code: None, status: Some(200) },
                };
                let verdict = judge.verdict(answer).unwrap_or_else(|e| panic!("{place}: {e}"));
                if let ("path" | "pathAll" | "pathAny", Expected::Bool(_) | Expected::Int(_) | Expected::Null) =
                    (&*acceptor.matcher, &acceptor.expected)
                {
                    // Whether it is as expected depends on the values; that it finds something does not.
                    let found = Query::new(acceptor.argument.as_deref().unwrap()).unwrap().search(&output).unwrap();
                    assert!(!found.is_null(), "{place}: {:?} finds nothing", acceptor.argument);
                } else if !matches!((&*acceptor.matcher, &acceptor.expected), ("error", Expected::Bool(false))) {
                    assert!(!matches!(verdict, Verdict::Unknown | Verdict::Retry(None)), "{place}: {acceptor:?}");
                }
                acceptors += 1;
            }
            waiters += 1;
        }
    }
    println!("{waiters} waiters, {acceptors} acceptors");
    // As many as the pinned source has.
    assert_eq!((waiters, acceptors), (410, 1292));
}

#[test]
fn every_paginator_goes_on_resumes_and_ends() {
    let (mut paginators, mut walked) = (0, 0);
    for name in archive::services() {
        let service = archive::open(name).unwrap();
        for operation in service.operation_names() {
            let Some(rules) = service.paginator(operation) else { continue };
            let place = format!("{name} {operation}");
            paginators += 1;
            let operation = service.operation(operation).unwrap();
            let input = operation.input.map(|shape| service.shape(shape));
            let takes = |name: &str| input.and_then(|input| input.structure()?.member(name)).is_some();
            assert!(rules.limit_key.as_deref().is_none_or(takes), "{place}: {:?}", rules.limit_key);
            let output = operation.output.unwrap_or_else(|| panic!("{place}: no output"));
            let page = |text: &str| full(&service, output, text, DEPTH);
            for key in &*rules.result_keys {
                assert!(!Query::new(key).unwrap().search(&page("x")).unwrap().is_null(), "{place}: no {key}");
            }
            let new = || Machine::new(rules.clone()).unwrap_or_else(|e| panic!("{place}: {e}"));
            let mut machine = new();
            if rules.input_tokens.is_empty() {
                assert!(matches!(machine.after(&mut page("x")).unwrap(), Step::Last), "{place}");
                continue;
            }
            walked += 1;
            assert!(machine.params().is_empty() && machine.resume_token().is_none(), "{place}");
            assert!(matches!(machine.after(&mut page("x")).unwrap(), Step::More), "{place}: no second page");
            let owned = |machine: &Machine| -> Vec<(String, Value)> {
                machine.params().into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
            };
            let params = owned(&machine);
            assert!(params.iter().any(|(_, value)| !value.is_null()), "{place}");
            assert!(params.iter().all(|(name, _)| takes(name)), "{place}: {params:?}");
            // Somebody else goes on from there.
            let mut other = new();
            other.start(&machine.resume_token().unwrap()).unwrap();
            assert_eq!(owned(&other), params, "{place}");
            // Another page, then the same one again, then the last.
            assert!(matches!(machine.after(&mut page("other")).unwrap(), Step::More), "{place}: no third page");
            let mut stuck = machine.clone();
            assert!(matches!(stuck.after(&mut page("other")).unwrap(), Step::Stuck(_)), "{place}: no end");
            assert!(matches!(machine.after(&mut Value::Map(Object::default())).unwrap(), Step::Last), "{place}");
            assert!(machine.resume_token().is_none(), "{place}");
        }
    }
    println!("{paginators} paginators, {walked} with tokens");
    assert_eq!((paginators, walked), (3449, 3449));
}
