//! What to ask next, given the answers so far: a paginator's rules without any I/O.

use crate::{
    codec::json,
    query::Query,
    value::{Object, Value},
    Error, ErrorKind, Result,
};
use base64::{engine::general_purpose::STANDARD, Engine};
use boto_model::Paginator;

/// The state of one walk through the pages.
#[derive(Clone, Debug)]
pub struct Machine {
    rules: Paginator,
    output_tokens: Vec<Query>,
    more_results: Option<Query>,
    /// The limit to put into every request.
    page_size: Option<i64>,
    /// What the next request takes, by input member.
    params: Vec<(String, Value)>,
    /// The tokens of the last answer.
    next: Option<Object>,
}

/// Whether something follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Another page follows.
    More,
    /// That was the last one.
    Last,
}

impl Machine {
    /// Before the first page. Rules without tokens make one page.
    pub fn new(rules: Paginator) -> Result<Machine> {
        let output_tokens = rules.output_tokens.iter().map(|text| Query::new(text)).collect::<Result<_>>()?;
        let more_results = rules.more_results.as_deref().map(Query::new).transpose()?;
        Ok(Machine { rules, output_tokens, more_results, page_size: None, params: Vec::new(), next: None })
    }

    /// Limits pages to so many items, where the operation lets one choose.
    pub fn set_page_size(&mut self, size: i64) {
        self.page_size = Some(size);
        self.limit();
    }

    /// Goes on from a token of [`Self::resume_token`], which is botocore's format too: JSON in base64.
    pub fn start(&mut self, token: &str) -> Result<()> {
        let flaw = || Error::new(ErrorKind::Validation, format!("starting token {token:?}: not a resume token"));
        let text = STANDARD.decode(token).map_err(|_| flaw())?;
        let Ok(Value::Map(tokens)) = json::parse(&text) else { return Err(flaw()) };
        self.take(&tokens);
        Ok(())
    }

    /// Where to go on; `None` if nothing follows.
    pub fn resume_token(&self) -> Option<String> {
        let next = self.next.as_ref()?;
        Some(STANDARD.encode(json::to_text(&Value::Map(next.clone()))))
    }

    /// What the next request takes besides the caller's own members.
    pub fn params(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.params.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Whether any expression looks at that member of the output.
    pub fn looks_at(&self, member: &str) -> bool {
        self.output_tokens.iter().chain(&self.more_results).any(|query| query.text().contains(member))
    }

    /// Takes note of an answer.
    pub fn after(&mut self, output: &Value) -> Result<Step> {
        let before = self.next.take();
        if let Some(more) = &self.more_results {
            if !truthy(&more.search(output)?) {
                return Ok(Step::Last);
            }
        }
        let mut next = Object::default();
        for (query, input) in self.output_tokens.iter().zip(&*self.rules.input_tokens) {
            let token = query.search(output)?;
            next[input] = if truthy(&token) { token } else { Value::Null };
        }
        if next.0.values().all(Value::is_null) {
            return Ok(Step::Last);
        }
        if before.as_ref() == Some(&next) {
            return Err(Error::new(
                ErrorKind::Decode,
                format!("the service answered the same token twice: {}", json::to_text(&Value::Map(next))),
            ));
        }
        self.take(&next);
        self.next = Some(next);
        Ok(Step::More)
    }

    fn take(&mut self, tokens: &Object) {
        self.params.clear();
        for (name, value) in &tokens.0 {
            if self.rules.input_tokens.iter().any(|input| input == name) && !value.is_null() {
                self.params.push((name.clone(), value.clone()));
            }
        }
        self.limit();
    }

    fn limit(&mut self) {
        if let (Some(size), Some(key)) = (self.page_size, &self.rules.limit_key) {
            self.params.retain(|(name, _)| name != &**key);
            self.params.push((key.to_string(), Value::Int(size)));
        }
    }
}

/// Python's idea of truth, which the rules of paginators were written for.
fn truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(b) => *b,
        Value::Int(i) => *i != 0,
        Value::String(text) => !text.is_empty(),
        Value::List(list) => !list.is_empty(),
        Value::Map(object) => !object.0.is_empty(),
        _ => true,
    }
}
