//! `cargo xtask resources`: what the rules infer, for one service or for all.

use boto_model::{
    archive,
    infer::{infer, Inferred},
    resource::{Action, Resource, Source},
    Service,
};
use std::time::Instant;

/// `resources SERVICE …`, `resources --all`.
pub fn main(arguments: &[String]) -> Result<(), String> {
    match arguments {
        [] => Err("resources: name a service, or --all".to_owned()),
        [all] if all == "--all" => summary(),
        services => services.iter().try_for_each(|name| {
            let service = archive::open(name).ok_or_else(|| format!("no service {name:?}"))?;
            report(&service);
            Ok(())
        }),
    }
}

/// Which of a service's resources can be loaded, and listed without knowing anything but their parents.
fn whole<'i>(inferred: &'i Inferred, service: &Service) -> Vec<&'i str> {
    let set = &inferred.set;
    let given = |many: &Action| {
        let input = service.operation(&many.operation).and_then(|operation| operation.input);
        let members = input.map_or(&[][..], |shape| service.shape(shape).members());
        let target = |name: &str| many.params.iter().any(|p| p.target.split('[').next() == Some(name));
        let needed = members.iter().filter(|m| {
            m.traits.has(boto_model::Traits::REQUIRED) && !m.traits.has(boto_model::Traits::IDEMPOTENCY_TOKEN)
        });
        needed.into_iter().all(|m| target(&m.name))
    };
    let listed = |name: &str| {
        let parents = set.resources.iter().chain([&set.service]);
        let mut lists = parents.flat_map(|parent| &parent.has_many).filter(|many| given(many));
        lists.any(|many| many.resource.as_ref().is_some_and(|m| m.kind == name))
    };
    set.resources.iter().filter(|r| r.load.is_some() && listed(&r.name)).map(|r| r.name.as_str()).collect()
}

fn summary() -> Result<(), String> {
    let (mut with, mut services, mut resources, mut both, mut flaws) = (0, 0, 0, 0, 0);
    let mut slowest = (std::time::Duration::ZERO, "");
    for name in archive::services() {
        let service = archive::open(name).ok_or_else(|| format!("no service {name:?}"))?;
        let start = Instant::now();
        let inferred = infer(&service);
        slowest = slowest.max((start.elapsed(), name));
        let whole = whole(&inferred, &service);
        let checked = inferred.set.check(&service);
        services += 1;
        with += usize::from(!whole.is_empty());
        resources += inferred.set.resources.len();
        both += whole.len();
        flaws += checked.flaws.len();
        let count = inferred.set.resources.len();
        println!("{name:45} {count:4} resources, {:4} with load and list", whole.len());
        for flaw in checked.flaws {
            println!("    {flaw}");
        }
    }
    println!("{with} of {services} services have a resource with load and list");
    println!("{resources} resources, {both} with load and list; {flaws} flaws");
    println!("slowest: {} in {:?}", slowest.1, slowest.0);
    Ok(())
}

fn report(service: &Service) {
    let inferred = infer(service);
    println!("{}", service.metadata().name);
    show("service", &inferred.set.service);
    for resource in &inferred.set.resources {
        show(&resource.name, resource);
    }
    for (kind, reason) in &inferred.dropped {
        println!("  no {kind}: {reason}");
    }
    for flaw in inferred.set.check(service).flaws {
        println!("  flaw: {flaw}");
    }
}

fn show(name: &str, resource: &Resource) {
    let identifiers: Vec<String> =
        resource.identifiers.iter().map(|i| format!("{}{}", i.name, if i.optional { "?" } else { "" })).collect();
    println!("  {name}({})", identifiers.join(", "));
    if let Some(load) = &resource.load {
        println!("    load      {}{} {}", load.operation, params(load), load.path.as_deref().unwrap_or_default());
    }
    for (word, actions) in
        [("action", &resource.actions), ("batch", &resource.batch_actions), ("many", &resource.has_many)]
    {
        for action in actions {
            let made = action.resource.as_ref().map_or(String::new(), |made| {
                let from: Vec<String> =
                    made.identifiers.iter().map(|p| format!("{}={}", p.target, source(&p.source))).collect();
                format!(" → {}({})", made.kind, from.join(", "))
            });
            let operation = if action.name == action.operation { "" } else { &action.operation };
            println!("    {word:9} {} {operation}{}{made}", action.name, params(action));
        }
    }
    for relation in &resource.has {
        let from = relation.resource.identifiers.iter();
        let from: Vec<String> = from.map(|p| format!("{}={}", p.target, source(&p.source))).collect();
        println!("    has       {} {}({})", relation.name, relation.resource.kind, from.join(", "));
    }
    for waiter in &resource.waiters {
        println!("    waiter    {} {}", waiter.name, waiter.waiter);
    }
}

fn params(action: &Action) -> String {
    let params: Vec<String> = action.params.iter().map(|p| format!("{}={}", p.target, source(&p.source))).collect();
    format!("({})", params.join(", "))
}

fn source(source: &Source) -> String {
    match source {
        Source::Identifier(name) => name.clone(),
        Source::Data(path) => format!("data.{path}"),
        Source::Response(path) => format!("answer.{path}"),
        Source::RequestParameter(path) => format!("asked.{path}"),
        Source::Input => "given".to_owned(),
        other => format!("{other:?}"),
    }
}
