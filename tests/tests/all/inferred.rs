//! Inferred resources against real servers: each case of `inferred.json` makes one, finds it in the list, loads it and
//! ends it.

use boto_core::{resource::Resource, Error, ErrorKind, Result, Session};
use boto_tests::{unique, Server};
use serde_json::Value as Json;

/// A case: `service`, `kind`, the members that `create` takes (`UNIQUE` becomes a name), `ends` with its parameters, the
/// attribute to look at; `parent` where the collection belongs to a resource, itself such a case.
#[derive(serde::Deserialize)]
struct Case {
    servers: Vec<String>,
    service: String,
    kind: String,
    #[serde(default)]
    create: Json,
    /// What is made before, each a (service, operation, input); `SET.n.path` stands for parts of the answers.
    #[serde(default)]
    setup: Vec<(String, String, Json)>,
    #[serde(default)]
    collection: Option<String>,
    #[serde(default)]
    parent: Option<Box<Case>>,
    /// The input member with which what is listed is narrowed down.
    #[serde(default)]
    filter: Option<(String, Json)>,
    attribute: String,
    #[serde(default)]
    ends: Option<String>,
    #[serde(default)]
    ends_with: Json,
    /// It stays in the list for a while.
    #[serde(default)]
    lingers: bool,
}

#[tokio::test]
#[ignore = "needs moto: cargo xtask test"]
async fn moto() {
    all("moto", &Server::moto().session(), 102).await;
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn ministack() {
    all("ministack", &Server::ministack().session(), 60).await;
}

async fn all(server: &str, session: &Session, count: usize) {
    let cases: Vec<Case> = serde_json::from_str(include_str!("inferred.json")).unwrap();
    let cases: Vec<&Case> = cases.iter().filter(|case| case.servers.iter().any(|s| s == server)).collect();
    let mut failures = Vec::new();
    for case in &cases {
        if let Err(error) = Box::pin(whole(session, case)).await {
            failures.push(format!("{} {}: {error}", case.service, case.kind));
        }
    }
    let services: std::collections::BTreeSet<&str> = cases.iter().map(|case| case.service.as_str()).collect();
    println!("{server}: {} cases of {} services, {} failed", cases.len(), services.len(), failures.len());
    assert_eq!(cases.len(), count);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

async fn whole(session: &Session, case: &Case) -> Result<()> {
    let (made, collection) = make(session, case).await?;
    let found = collection.all().await.map_err(|e| wrong("list", &e))?;
    if !found.contains(&made) {
        return Err(Error::new(ErrorKind::Usage, format!("{made:?} is not in the list: {found:?}")));
    }
    let value = made.attribute(&case.attribute).await.map_err(|e| wrong("load", &e))?;
    if value.is_null() {
        return Err(Error::new(ErrorKind::Usage, format!("{made:?} has no {}: {:?}", case.attribute, made.data())));
    }
    let Some(ends) = &case.ends else { return Ok(()) };
    made.action(ends)?.params(&case.ends_with_of()).await.map_err(|e| wrong("end", &e))?;
    let left = collection.all().await.map_err(|e| wrong("list again", &e))?;
    match left.contains(&made) && !case.lingers {
        true => Err(Error::new(ErrorKind::Usage, format!("{made:?} is still there"))),
        false => Ok(()),
    }
}

impl Case {
    fn ends_with_of(&self) -> Json {
        if self.ends_with.is_null() {
            serde_json::json!({})
        } else {
            self.ends_with.clone()
        }
    }
}

async fn make(session: &Session, case: &Case) -> Result<(Resource, boto_core::resource::Collection)> {
    let name = case.collection.clone().unwrap_or_else(|| format!("{}Collection", case.kind));
    let class = session.get_collection(&case.service, &name)?;
    let mut collection = class.connect(session);
    if let Some(parent) = &case.parent {
        let (parent, _) = Box::pin(make(session, parent)).await?;
        collection = collection.of(&parent);
    }
    if let Some((name, value)) = &case.filter {
        collection = collection.filter(name, boto_core::value::to_value(value)?);
    }
    let mut answers = Vec::new();
    for (service, operation, input) in &case.setup {
        let input = filled(input, &answers);
        let call = session.connect_to(service)?.call(operation.clone()).params(&input);
        answers.push(serde_json::to_value(&call.await.map_err(|e| wrong("setup", &e))?).unwrap());
    }
    let create = if case.create.is_null() { serde_json::json!({}) } else { filled(&case.create, &answers) };
    let outcome = collection.create()?.params(&create).await.map_err(|e| wrong("create", &e))?;
    Ok((outcome.into_resource()?, collection))
}

/// `UNIQUE` is a name of letters, digits and hyphens, `SET.0.Role.Arn` what an answer said.
fn filled(input: &Json, answers: &[Json]) -> Json {
    match input {
        Json::String(text) if text.starts_with("SET.") => {
            let mut steps = text.split('.').skip(1);
            let at: usize = steps.next().and_then(|at| at.parse().ok()).unwrap_or_default();
            steps.fold(answers[at].clone(), |at, step| match step.parse::<usize>() {
                Ok(index) => at[index].clone(),
                Err(_) => at[step].clone(),
            })
        }
        Json::String(text) if text.contains("UNIQUE") => {
            let name = unique("b");
            // Some want it short, some without hyphens.
            let short: String = name.chars().filter(|c| *c != '-').collect();
            let short = format!("b{}", &short[short.len() - 14..]);
            Json::String(text.replace("UNIQUE", &short))
        }
        Json::Array(list) => list.iter().map(|one| filled(one, answers)).collect(),
        Json::Object(map) => map.iter().map(|(name, value)| (name.clone(), filled(value, answers))).collect(),
        other => other.clone(),
    }
}

fn wrong(step: &str, error: &Error) -> Error {
    Error::new(ErrorKind::Usage, format!("{step}: {error}"))
}
