//! What to ask next, given the answers so far: a paginator's rules without any I/O.

use super::token;
use crate::{
    query::Query,
    value::{Object, Value},
    Error, ErrorKind, Result,
};
use boto_model::Paginator;

/// The state of one walk through the pages. The rules are those of botocore, limits and resume tokens included.
#[derive(Clone, Debug)]
pub struct Machine {
    rules: Paginator,
    output_tokens: Vec<Query>,
    more_results: Option<Query>,
    pub(super) result_keys: Vec<Query>,
    /// The limit to put into every request.
    page_size: Option<Value>,
    /// How many items there may be in all.
    limit: Option<usize>,
    /// How many items there were.
    items: usize,
    /// Where the first page has to be cut at its beginning.
    start: Option<Start>,
    /// The tokens of the request under way; `None` leaves the caller's own members alone.
    tokens: Option<Object>,
    /// Whether `tokens` came from an answer.
    answered: bool,
    /// Where to go on.
    resume: Option<Object>,
    /// The tokens with which the last page was asked for, and how much of its beginning was cut.
    here: (Object, usize),
    changed: bool,
}

/// Where a walk begins that goes on another one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    /// Items of the first page that were seen already.
    pub(super) skip: usize,
    /// Whether only a part of the first page was left, so that all but its first result were seen already.
    pub(super) within: bool,
}

/// Whether something follows.
#[derive(Clone, Debug)]
pub enum Step {
    /// Another page follows.
    More,
    /// That was the last one.
    Last,
    /// The service answered the same token twice: to go on would never end.
    Stuck(Error),
}

impl Machine {
    /// Before the first page. Rules without tokens make one page.
    pub fn new(rules: Paginator) -> Result<Machine> {
        let compile =
            |texts: &[boto_model::Text]| texts.iter().map(|text| Query::new(text)).collect::<Result<Vec<_>>>();
        Ok(Machine {
            output_tokens: compile(&rules.output_tokens)?,
            more_results: rules.more_results.as_deref().map(Query::new).transpose()?,
            result_keys: compile(&rules.result_keys)?,
            rules,
            page_size: None,
            limit: None,
            items: 0,
            start: None,
            tokens: None,
            answered: false,
            resume: None,
            here: Default::default(),
            changed: false,
        })
    }

    /// The rules.
    pub fn rules(&self) -> &Paginator {
        &self.rules
    }

    /// Limits pages to so many items, an integer or (where the member is one) a string. An error where the operation
    /// lets nobody choose.
    pub fn set_page_size(&mut self, size: impl Into<Value>) -> Result<()> {
        if self.rules.limit_key.is_none() {
            return Err(Error::new(ErrorKind::Usage, "the size of the pages of this operation cannot be chosen"));
        }
        self.page_size = Some(size.into());
        Ok(())
    }

    /// Limits the whole to so many items; the page that has too many is cut.
    pub fn set_limit(&mut self, items: usize) {
        self.limit = Some(items);
    }

    /// Goes on from a token of [`Self::resume_token`], which is botocore's format too: JSON in base64. Its old format,
    /// `token___number`, and a bare token of the service do as well.
    pub fn start(&mut self, text: &str) -> Result<()> {
        let (tokens, start) = token::read(text, &self.rules.input_tokens)?;
        self.tokens = Some(tokens);
        self.start = Some(start);
        Ok(())
    }

    /// Where to go on; `None` before the first page, and if nothing follows.
    pub fn resume_token(&self) -> Option<String> {
        self.resume.as_ref().map(token::write)
    }

    /// Where to go on if only so many items of the last page are done with; `None` if items of this operation cannot be
    /// counted like that.
    pub(super) fn resume_within(&self, seen: usize) -> Option<String> {
        let counted = self.result_keys.first().is_some_and(|key| is_plain(key.text()));
        let (tokens, skipped) = &self.here;
        let known = |name: &String| self.rules.input_tokens.iter().any(|input| **input == **name);
        if !counted || !tokens.0.keys().all(known) {
            return None;
        }
        let mut tokens = tokens.clone();
        for input in &*self.rules.input_tokens {
            tokens.0.get_or_insert_default(&**input);
        }
        tokens[token::SEEN] = i64::try_from(seen.saturating_add(*skipped)).unwrap_or(i64::MAX).into();
        Some(token::write(&tokens))
    }

    /// What the next request takes besides the caller's own members. Null removes one.
    pub fn params(&self) -> Vec<(&str, Value)> {
        let mut params = Vec::new();
        for (name, value) in self.tokens.iter().flat_map(|tokens| &tokens.0) {
            if self.rules.input_tokens.iter().any(|input| *input == **name) {
                // botocore takes the text `None` for nothing, for old resume tokens have it.
                let absent = value.as_str() == Some("None");
                params.push((name.as_str(), if absent { Value::Null } else { value.clone() }));
            }
        }
        if let (Some(size), Some(key)) = (&self.page_size, &self.rules.limit_key) {
            params.retain(|(name, _)| *name != &**key);
            params.push((key, size.clone()));
        }
        params
    }

    /// Whether any expression has to look at that member of the output of the next page.
    pub fn looks_at(&self, member: &str) -> bool {
        let counted = if self.limit.is_some() || self.start.is_some() { &self.result_keys[..] } else { &[] };
        self.output_tokens.iter().chain(&self.more_results).chain(counted).any(|query| query.text().contains(member))
    }

    /// Whether the last page was cut, at the beginning or the end.
    pub fn changed(&self) -> bool {
        self.changed
    }

    /// Takes note of an answer, and cuts it where it begins or ends within the page.
    pub fn after(&mut self, output: &mut Value) -> Result<Step> {
        self.changed = false;
        self.resume = None;
        let start = self.start.take();
        self.here = (self.tokens.clone().unwrap_or_default(), start.filter(|s| s.within).map_or(0, |s| s.skip));
        if let Some(start) = start {
            self.cut_start(output, start)?;
        }
        if let (Some(limit), Some(key)) = (self.limit, self.result_keys.first()) {
            let found = key.search(output)?;
            let total = self.items.saturating_add(count(&found));
            if total > limit {
                let keep = limit - self.items;
                set(output, key.text(), slice(found, 0, keep))?;
                self.changed = true;
                return self.stop_within(keep + start.map_or(0, |s| s.skip));
            }
            self.items = total;
        }
        let Some(next) = self.next(output)? else { return Ok(Step::Last) };
        if self.limit == Some(self.items) && !self.result_keys.is_empty() {
            self.resume = Some(next);
            return Ok(Step::Last);
        }
        if self.answered && self.tokens.as_ref() == Some(&next) {
            let text = crate::codec::json::to_text(&Value::Map(next));
            let message = format!("the service answered the same token twice: {text}");
            return Ok(Step::Stuck(Error::new(ErrorKind::Decode, message)));
        }
        self.answered = true;
        self.resume = Some(next.clone());
        self.tokens = Some(next);
        Ok(Step::More)
    }

    /// The tokens that the answer names; `None` if nothing follows.
    fn next(&self, output: &Value) -> Result<Option<Object>> {
        if let Some(more) = &self.more_results {
            if !truthy(&more.search(output)?) {
                return Ok(None);
            }
        }
        let mut next = Object::default();
        for (query, input) in self.output_tokens.iter().zip(&*self.rules.input_tokens) {
            let token = query.search(output)?;
            next[input] = if truthy(&token) { token } else { Value::Null };
        }
        Ok(next.0.values().any(|token| !token.is_null()).then_some(next))
    }

    /// Takes away what was seen already of the first page.
    fn cut_start(&mut self, output: &mut Value, start: Start) -> Result<()> {
        if !start.within {
            return Ok(());
        }
        self.changed = true;
        for (index, key) in self.result_keys.iter().enumerate() {
            let found = key.search(output)?;
            let left = match (index, found) {
                (0, found) => slice(found, start.skip, usize::MAX),
                // The other results were given with the first part of the page.
                (_, Value::List(_)) => Value::List(Vec::new()),
                (_, Value::String(_)) => String::new().into(),
                (_, Value::Map(_)) => Value::Null,
                (_, found) => found,
            };
            set(output, key.text(), left)?;
        }
        Ok(())
    }

    /// Remembers to go on after so many items of this page.
    fn stop_within(&mut self, seen: usize) -> Result<Step> {
        let mut tokens = self.tokens.take().unwrap_or_default();
        if let Some(stray) = tokens.0.keys().find(|name| !self.rules.input_tokens.iter().any(|i| **i == ***name)) {
            let message = format!("starting token: {stray} is no token of this operation");
            return Err(Error::new(ErrorKind::Validation, message));
        }
        for input in &*self.rules.input_tokens {
            tokens.0.get_or_insert_default(&**input);
        }
        tokens[token::SEEN] = i64::try_from(seen).unwrap_or(i64::MAX).into();
        self.resume = Some(tokens);
        Ok(Step::Last)
    }
}

fn count(found: &Value) -> usize {
    match found {
        Value::List(list) => list.len(),
        Value::String(text) => text.chars().count(),
        Value::Map(object) => object.0.len(),
        _ => 0,
    }
}

fn slice(found: Value, skip: usize, keep: usize) -> Value {
    match found {
        Value::List(list) => Value::List(list.into_iter().skip(skip).take(keep).collect()),
        Value::String(text) => Value::String(text.chars().skip(skip).take(keep).collect()),
        Value::Map(object) => Value::Map(object.0.into_iter().skip(skip).take(keep).collect()),
        other => other,
    }
}

/// Puts a value at a path of plain members; structures on the way are made.
pub(super) fn set(output: &mut Value, path: &str, value: Value) -> Result<()> {
    if !is_plain(path) {
        return Err(Error::new(ErrorKind::Usage, format!("nothing can be put at {path:?}: not a path of members")));
    }
    let mut at = output;
    for name in path.split('.') {
        if !matches!(at, Value::Map(_)) {
            *at = Value::Map(Object::default());
        }
        at = &mut at[name];
    }
    *at = value;
    Ok(())
}

/// Whether that is a path of members and nothing else.
fn is_plain(path: &str) -> bool {
    let member = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    path.split('.').all(member)
}

/// Python's idea of truth, which the rules of paginators were written for.
fn truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(b) => *b,
        Value::Int(i) => *i != 0,
        Value::Float(f) => *f != 0.0,
        Value::String(text) => !text.is_empty(),
        Value::Blob(bytes) => !bytes.is_empty(),
        Value::List(list) => !list.is_empty(),
        Value::Map(object) => !object.0.is_empty(),
        _ => true,
    }
}
