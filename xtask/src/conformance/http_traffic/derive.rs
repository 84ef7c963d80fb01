//! Which call a recorded request came of: by target, action or route.

use super::super::{
    case,
    decoded::{decoded, plain},
    json::text,
};
use boto_model::{shape::Location, Kind, Member, Operation, Service, ShapeId, Traits};
use serde_json::{json, Value as Json};

/// The operation and its input.
pub fn call(service: &Service, request: &Json) -> Result<(String, Json), String> {
    let body = case::bytes(&request["body"]);
    let target = text(&request["headers"]["x-amz-target"]);
    if let Some((_, operation)) = target.rsplit_once('.') {
        return Ok((operation.to_owned(), serde_json::from_slice(&body).map_err(|e| e.to_string())?));
    }
    let form = decoded(&String::from_utf8_lossy(&body));
    if let Some((_, action)) = form.iter().find(|(name, _)| name == "Action") {
        let operation = service.operation(action).ok_or(format!("no operation {action}"))?;
        let input = operation.input.map_or(json!({}), |shape| of_form(service, shape, "", &form));
        return Ok((action.clone(), input));
    }
    let place = Place::of(request).ok_or("no URL")?;
    let fitting = (0..service.operation_count()).map(|index| service.operation_at(index));
    let best = fitting.filter_map(|o| place.fits(service, o, request)).max_by_key(|(score, ..)| *score);
    let (_, operation, mut input) = best.ok_or(format!("no operation is there: {place:?}"))?;
    for member in members(service, operation) {
        if let Some(value) = of_body(service, operation, member, request, &body) {
            input[&*member.name] = value;
        }
    }
    Ok((operation.name.to_string(), input))
}

fn members<'a>(service: &'a Service, operation: &Operation) -> &'a [Member] {
    operation.input.map_or(&[], |shape| service.shape(shape).members())
}

/// A scalar out of its text.
fn scalar(service: &Service, shape: ShapeId, text: &str) -> Json {
    match &service.shape(shape).kind {
        Kind::Boolean => json!(text == "true"),
        Kind::Byte | Kind::Short | Kind::Integer | Kind::Long => text.parse::<i64>().map_or(json!(text), |n| json!(n)),
        Kind::Float | Kind::Double => text.parse::<f64>().map_or(json!(text), |n| json!(n)),
        _ => json!(text),
    }
}

/// What a form says of a structure: EC2's names, and those of the query protocol.
fn of_form(service: &Service, shape: ShapeId, prefix: &str, form: &[(String, String)]) -> Json {
    let mut out = json!({});
    for member in service.shape(shape).members() {
        let wire = member.query_name.as_deref().unwrap_or(member.wire_name());
        let capital =
            wire.chars().next().map_or(String::new(), |c| c.to_uppercase().to_string() + &wire[c.len_utf8()..]);
        for name in [format!("{prefix}{capital}"), format!("{prefix}{wire}")] {
            if let Some(value) = of_member(service, member.target, &name, form) {
                out[&*member.name] = value;
                break;
            }
        }
    }
    out
}

fn of_member(service: &Service, shape: ShapeId, name: &str, form: &[(String, String)]) -> Option<Json> {
    match &service.shape(shape).kind {
        Kind::Structure(_) => {
            let below = of_form(service, shape, &format!("{name}."), form);
            below.as_object().is_some_and(|found| !found.is_empty()).then_some(below)
        }
        Kind::List { member, .. } => {
            let elements = |name: &str| -> Vec<Json> {
                (1..).map_while(|n| of_member(service, member.target, &format!("{name}.{n}"), form)).collect()
            };
            let found = [name.to_owned(), format!("{name}.{}", member.wire_name()), format!("{name}.member")];
            found.iter().map(|name| elements(name)).find(|found| !found.is_empty()).map(Json::Array)
        }
        _ => form.iter().find(|(known, _)| known == name).map(|(_, value)| scalar(service, shape, value)),
    }
}

/// Where a request went, the bucket in front of the path.
#[derive(Debug)]
struct Place {
    method: String,
    path: Vec<String>,
    query: Vec<(String, String)>,
}

impl Place {
    fn of(request: &Json) -> Option<Place> {
        let (_, rest) = text(&request["uri"]).split_once("://")?;
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let mut path: Vec<String> = path.split('/').map(plain).collect();
        let bucket = [".s3.", ".s3express-", ".s3-"].iter().find_map(|mark| authority.split_once(mark));
        if let Some((bucket, _)) = bucket {
            path.insert(0, bucket.to_owned());
        }
        if path.len() > 1 && path.last().is_some_and(String::is_empty) {
            path.pop();
        }
        Some(Place { method: text(&request["method"]).to_owned(), path, query: decoded(query) })
    }

    /// How well an operation fits, and what of its input stands in the head; nothing if it does not fit.
    fn fits<'a>(
        &self,
        service: &Service,
        operation: &'a Operation,
        request: &Json,
    ) -> Option<(usize, &'a Operation, Json)> {
        let uri = &*operation.http.uri;
        let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
        let mut score = 0;
        for wanted in decoded(query) {
            self.query.iter().find(|pair| **pair == wanted)?;
            score += 10;
        }
        let named = self.query.iter().any(|(name, value)| name == "x-id" && *value == operation.name);
        score += usize::from(named);
        let mut input = json!({});
        let template: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        for (at, part) in template.iter().enumerate() {
            let label = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
            let here = self.path.get(at).filter(|here| !here.is_empty() || part.is_empty())?;
            match label.map(|label| (label.trim_end_matches('+'), label.ends_with('+'))) {
                Some((label, true)) => input[label] = json!(self.path[at..].join("/")),
                Some((label, false)) => input[label] = json!(here),
                None if here == part => score += 5,
                None => return None,
            }
        }
        let greedy = path.ends_with("+}");
        if operation.http.method != self.method || (self.path.len() != template.len() && !greedy) {
            return None;
        }
        let mut whole = json!({});
        for member in members(service, operation) {
            let wire = member.wire_name();
            let found = match member.location {
                Location::Uri => input.get(wire).and_then(Json::as_str).map(str::to_owned),
                Location::Querystring => {
                    self.query.iter().find(|(name, _)| name == wire).map(|(_, value)| value.clone())
                }
                Location::Header => request["headers"][wire.to_lowercase()].as_str().map(str::to_owned),
                _ => continue,
            };
            match found {
                Some(found) => {
                    score += 2;
                    whole[&*member.name] = scalar(service, member.target, &found);
                }
                None if member.traits.has(Traits::REQUIRED) => return None,
                None => {}
            }
        }
        Some((score, operation, whole))
    }
}

/// What the body says of a member: JSON as it is; of bodies in chunks only the end was recorded, but the objects' names say
/// what they are made of, and a header how long they are.
fn of_body(service: &Service, operation: &Operation, member: &Member, request: &Json, body: &[u8]) -> Option<Json> {
    if member.location != Location::Body {
        return None;
    }
    let input = service.shape(operation.input?).structure()?;
    let payload = input.payload.and_then(|index| input.members.get(usize::from(index)));
    match (payload, &service.shape(member.target).kind) {
        (Some(payload), Kind::Blob { .. }) if payload.name == member.name => {
            let length = text(&request["headers"]["x-amz-decoded-content-length"]).parse().ok();
            match length {
                Some(length) => Some(json!("a".repeat(length))),
                None => Some(json!(String::from_utf8_lossy(body))),
            }
        }
        (None, _) => {
            let whole: Json = serde_json::from_slice(body).ok()?;
            whole.get(member.wire_name()).cloned()
        }
        _ => None,
    }
}

/// Whether a call is one that others make by themselves.
pub fn is_companion(operation: &str) -> bool {
    matches!(operation, "CreateSession" | "DescribeEndpoints")
}
