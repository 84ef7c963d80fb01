//! What an answer means: a waiter's acceptors without any I/O.

use crate::{query::Query, value::Value, Error, ErrorKind, Result};
use boto_model::{wait::Expected, Acceptor, Waiter};

/// The acceptors of a waiter, ready to judge answers.
#[derive(Clone, Debug)]
pub struct Judge {
    rules: Vec<Rule>,
}

#[derive(Clone, Debug)]
struct Rule {
    acceptor: Acceptor,
    state: State,
    matcher: Matcher,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Success,
    Failure,
    Retry,
}

#[derive(Clone, Debug)]
enum Matcher {
    /// How the value that the path finds has to fit; whether the path begins at an object of input and output.
    Path(Query, Fit, bool),
    Status,
    Error,
}

#[derive(Clone, Copy, Debug)]
enum Fit {
    Whole,
    All,
    Any,
}

/// Looks an expression up in an answer.
pub type Search<'a> = dyn Fn(&Query, bool) -> Result<Value> + 'a;

/// An answer, as far as waiters look at it.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    /// What a path finds in the output (`true` as second argument: in an object of `input` and `output`); `None` if
    /// the service answered with an error.
    pub search: Option<&'a Search<'a>>,
    /// The code of the error.
    pub code: Option<&'a str>,
    /// The HTTP status.
    pub status: Option<u16>,
}

/// What an answer means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// What was waited for is there.
    Success,
    /// It will never be there; the rule that says so.
    Failure(String),
    /// Ask again; the rule that says so, if one does.
    Retry(Option<String>),
    /// An error of which the waiter knows nothing.
    Unknown,
}

impl Judge {
    /// Compiles the acceptors. A flaw names the acceptor.
    pub fn new(waiter: &Waiter) -> Result<Judge> {
        let rules = waiter.acceptors.iter().enumerate().map(|(index, acceptor)| {
            rule(acceptor).map_err(|e| {
                let message = format!("waiter {}, acceptor {index}: {}", waiter.name, e.message());
                Error::new(ErrorKind::Config, message)
            })
        });
        Ok(Judge { rules: rules.collect::<Result<_>>()? })
    }

    /// What that answer means: the first acceptor that fits says so.
    pub fn verdict(&self, answer: Answer<'_>) -> Result<Verdict> {
        for rule in &self.rules {
            if rule.fits(answer)? {
                return Ok(match rule.state {
                    State::Success => Verdict::Success,
                    State::Failure => Verdict::Failure(rule.told()),
                    State::Retry => Verdict::Retry(Some(rule.told())),
                });
            }
        }
        Ok(if answer.code.is_some() { Verdict::Unknown } else { Verdict::Retry(None) })
    }
}

fn rule(acceptor: &Acceptor) -> Result<Rule> {
    let flaw = |message: String| Err(Error::new(ErrorKind::Config, message));
    let state = match &*acceptor.state {
        "success" => State::Success,
        "failure" => State::Failure,
        "retry" => State::Retry,
        other => return flaw(format!("state {other:?} is not success, failure or retry")),
    };
    let path = |fit: Fit, both: bool| match &acceptor.argument {
        Some(path) => Ok(Matcher::Path(Query::new(path)?, fit, both)),
        None => Err(Error::new(ErrorKind::Config, format!("{} without an argument", acceptor.matcher))),
    };
    let matcher = match &*acceptor.matcher {
        "path" => path(Fit::Whole, false)?,
        "pathAll" => path(Fit::All, false)?,
        "pathAny" => path(Fit::Any, false)?,
        "pathInputOutput" => path(Fit::Whole, true)?,
        "pathAllInputOutput" => path(Fit::All, true)?,
        "pathAnyInputOutput" => path(Fit::Any, true)?,
        "status" => Matcher::Status,
        "error" => Matcher::Error,
        other => return flaw(format!("matcher {other:?} is unknown")),
    };
    Ok(Rule { acceptor: acceptor.clone(), state, matcher })
}

impl Rule {
    fn fits(&self, answer: Answer<'_>) -> Result<bool> {
        let expected = &self.acceptor.expected;
        Ok(match &self.matcher {
            Matcher::Path(query, fit, both) => {
                // An answer that is an error has no output to look at.
                let Some(search) = answer.search else { return Ok(false) };
                let found = search(query, *both)?;
                let mut elements = found.as_list().iter();
                match fit {
                    Fit::Whole => equal(expected, &found),
                    // Of an empty list nothing can be said.
                    Fit::All => elements.len() > 0 && elements.all(|value| equal(expected, value)),
                    Fit::Any => elements.any(|value| equal(expected, value)),
                }
            }
            Matcher::Status => match expected {
                Expected::Int(status) => answer.status.map(i64::from) == Some(*status),
                _ => false,
            },
            Matcher::Error => match expected {
                Expected::Bool(wanted) => answer.code.is_some() == *wanted,
                Expected::String(code) => answer.code == Some(code),
                _ => false,
            },
        })
    }

    /// The rule in words.
    fn told(&self) -> String {
        let expected = match &self.acceptor.expected {
            Expected::String(text) => format!("{text:?}"),
            Expected::Bool(b) => b.to_string(),
            Expected::Int(i) => i.to_string(),
            Expected::Null => "null".to_owned(),
        };
        let argument = self.acceptor.argument.as_deref().unwrap_or_default();
        match &self.matcher {
            Matcher::Path(_, Fit::Whole, _) => format!("{argument} is {expected}"),
            Matcher::Path(_, Fit::All, _) => format!("all of {argument} are {expected}"),
            Matcher::Path(_, Fit::Any, _) => format!("one of {argument} is {expected}"),
            Matcher::Status => format!("the HTTP status is {expected}"),
            Matcher::Error => match &self.acceptor.expected {
                Expected::Bool(true) => "there is an error".to_owned(),
                Expected::Bool(false) => "there is no error".to_owned(),
                _ => format!("the error is {expected}"),
            },
        }
    }
}

fn equal(expected: &Expected, value: &Value) -> bool {
    match expected {
        Expected::String(text) => value.as_str() == Some(text),
        Expected::Bool(b) => value.as_bool() == Some(*b),
        Expected::Int(i) => value.as_i64() == Some(*i),
        Expected::Null => value.is_null(),
    }
}
