//! `paginate`: the walks of botocore's paginators, request by request.

use super::{case::value, Report};
use boto_core::{
    codec::{json as text, text::unbase64},
    paginate::{paginators, Machine, Merged, Step},
    Value,
};
use serde_json::{json, Value as Json};

/// Runs the suite.
pub fn run(report: &mut Report) {
    for file in report.files() {
        for case in report.cases(&file) {
            report.case(case["id"].as_str().unwrap_or_default(), one(&case));
        }
    }
}

fn one(case: &Json) -> Result<(), String> {
    let want = &case["expect"];
    let mut pages = Vec::new();
    let walked = walk(case, &mut pages);
    let error = match &walked {
        Ok(_) => None,
        Err(Stop::Wrong(why)) => return Err(why.clone()),
        Err(Stop::Error(error)) => Some(error.clone()),
    };
    if error.is_some() != want.get("error").is_some() {
        return Err(format!("error: got {error:?}, want {}", want["error"]));
    }
    if let Some(list) = want["pages"].as_array() {
        let list: Vec<Value> = list.iter().map(value::plain).collect();
        if pages != list {
            return Err(format!("pages: got {}, want {}", shown(&Value::List(pages)), shown(&Value::List(list))));
        }
    }
    let Ok(Walk { machine, merged }) = walked else { return Ok(()) };
    let token = machine.resume_token();
    if want["partial"] != true {
        let wanted = want["resume_token"].as_str().map(str::to_owned);
        if token.as_deref().map(opened) != wanted.as_deref().map(opened) {
            return Err(format!("resume token: got {token:?}, want {wanted:?}"));
        }
    }
    if let Some(whole) = want.get("full_result") {
        let mut got = merged.finish(&machine).map_err(|e| e.to_string())?;
        let mut whole = value::plain(whole);
        for result in [&mut got, &mut whole] {
            if let Some(token) = result["NextToken"].as_str().map(opened) {
                result["NextToken"] = token.into();
            }
        }
        if got != whole {
            return Err(format!("full result: got {}, want {}", shown(&got), shown(&whole)));
        }
    }
    Ok(())
}

struct Walk {
    machine: Machine,
    merged: Merged,
}

enum Stop {
    /// The walk went astray.
    Wrong(String),
    /// An error of ours.
    Error(String),
}

impl From<boto_core::Error> for Stop {
    fn from(error: boto_core::Error) -> Stop {
        Stop::Error(error.to_string())
    }
}

fn walk(case: &Json, pages: &mut Vec<Value>) -> Result<Walk, Stop> {
    let rules = paginators(&json!({ "pagination": { "Case": case["config"] } }).to_string())?;
    let mut machine = Machine::new(rules.into_iter().next().unwrap_or_default())?;
    let mut merged = Merged::new();
    let calls = case["calls"].as_array().map(Vec::as_slice).unwrap_or_default();
    let config = &case["kwargs"]["PaginationConfig"];
    let number = |json: &Json| json.as_i64().or_else(|| json.as_str()?.parse().ok());
    if let Some(size) = number(&config["PageSize"]) {
        // The case does not say which type its operation has for the limit; the request of botocore does.
        let key = case["config"]["limit_key"].as_str().unwrap_or_default();
        match calls.first().is_some_and(|call| call["params"][key].is_string()) {
            true => machine.set_page_size(size.to_string())?,
            false => machine.set_page_size(size)?,
        }
    }
    if let Some(items) = number(&config["MaxItems"]) {
        machine.set_limit(usize::try_from(items).unwrap_or(0));
    }
    if let Some(token) = config["StartingToken"].as_str() {
        machine.start(token)?;
    }
    let mut params = value::plain(&case["kwargs"]);
    if let Value::Map(object) = &mut params {
        object.0.remove("PaginationConfig");
    }
    for (index, call) in calls.iter().enumerate() {
        for (name, value) in machine.params() {
            params[name] = value;
        }
        if let Value::Map(object) = &mut params {
            object.0.retain(|_, value| !value.is_null());
        }
        let want = value::plain(&call["params"]);
        if params != want {
            let message = format!("request {index}: got {}, want {}", shown(&params), shown(&want));
            return Err(Stop::Wrong(message));
        }
        let mut page = value::plain(&call["response"]);
        let step = machine.after(&mut page)?;
        merged.add(&machine, &page)?;
        pages.push(page);
        match step {
            Step::More if index + 1 == calls.len() && case["expect"]["partial"] != true => {
                return Err(Stop::Wrong("another page is asked for".to_owned()));
            }
            Step::Last if index + 1 < calls.len() => {
                return Err(Stop::Wrong(format!("page {index} is taken for the last one")));
            }
            Step::Stuck(error) => return Err(error.into()),
            Step::More | Step::Last => {}
        }
    }
    Ok(Walk { machine, merged })
}

/// A resume token by meaning.
fn opened(token: &str) -> String {
    let value = unbase64(token).and_then(|bytes| text::parse(&bytes).ok());
    value.map_or_else(|| token.to_owned(), |value| text::to_text(&value))
}

fn shown(value: &Value) -> String {
    text::to_text(value)
}
