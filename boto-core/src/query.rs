//! JMESPath over values, by the `jmespath` crate: for paginators, waiters and resources.

mod path;

use crate::{
    field::Record,
    value::{Object, Value},
    Error, ErrorKind, Result,
};
use jmespath::{Expression, Rcvar, Variable};
use path::Path;
use std::{collections::BTreeMap, fmt, sync::Arc};

/// A compiled JMESPath expression.
#[derive(Clone)]
pub struct Query {
    text: Arc<str>,
    root: Root,
}

/// The cheap case, and all the others.
#[derive(Clone)]
enum Root {
    /// Members, places and projections, walked without converting anything.
    Path(Arc<Path>),
    /// Anything else.
    General(Arc<Expression<'static>>),
}

impl Query {
    /// Compiles an expression. A syntax error names the expression and the place.
    pub fn new(text: &str) -> Result<Query> {
        let root = match Path::parse(text).filter(|_| !text.is_empty()) {
            Some(path) => Root::Path(Arc::new(path)),
            None => Root::General(Arc::new(compile(text)?)),
        };
        Ok(Query { text: text.into(), root })
    }

    /// The expression as written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the expression finds; `Null` if nothing.
    pub fn search(&self, value: &Value) -> Result<Value> {
        match &self.root {
            Root::Path(path) => Ok(path.search(value)),
            Root::General(expression) => Ok(plain(&*expression.search(variable(value)).map_err(|e| self.flaw(&e))?)),
        }
    }

    /// What the expression finds in a record of that shape. Only the members it names are looked at.
    pub fn search_record(
        &self,
        service: &boto_model::Service,
        shape: boto_model::ShapeId,
        record: &dyn Record,
    ) -> Result<Value> {
        let members = service.shape(shape).members();
        let wanted = |name: &str| match &self.root {
            Root::Path(path) => path.first().is_none_or(|first| first == name),
            // A name that does not occur in the text cannot be asked for.
            Root::General(_) => {
                let text = &*self.text;
                text.contains(name) || text.contains(['*', '@'])
            }
        };
        let mut object = Object::default();
        for (index, member) in members.iter().enumerate().filter(|(_, m)| wanted(&m.name)) {
            let value = crate::project::to_value(service, member, record.get(index, &member.name));
            if !matches!(value, Value::Null) {
                object.0.insert(member.name.to_string(), value);
            }
        }
        self.search(&Value::Map(object))
    }

    fn flaw(&self, error: &dyn fmt::Display) -> Error {
        Error::new(ErrorKind::Validation, format!("JMESPath {:?}: {}", &*self.text, one_line(error)))
    }
}

impl fmt::Debug for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Query({:?})", &*self.text)
    }
}

fn compile(text: &str) -> Result<Expression<'static>> {
    jmespath::compile(text)
        .map_err(|e| Error::new(ErrorKind::Validation, format!("JMESPath {text:?}: {}", one_line(&e))))
}

fn one_line(error: &dyn fmt::Display) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}

fn variable(value: &Value) -> Rcvar {
    Rcvar::new(match value {
        Value::Null | Value::Stream(_) | Value::Events(_) => Variable::Null,
        Value::Bool(b) => Variable::Bool(*b),
        Value::Int(i) => Variable::Number((*i).into()),
        Value::Float(f) => serde_json::Number::from_f64(*f).map_or(Variable::Null, Variable::Number),
        Value::Number(n) => n.parse().map_or_else(|_| Variable::String(n.to_string()), Variable::Number),
        Value::String(s) => Variable::String(s.clone()),
        Value::Blob(bytes) => Variable::String(crate::codec::text::base64(bytes)),
        Value::Time(time) => Variable::String(time.format(boto_model::TimestampFormat::Iso8601).unwrap_or_default()),
        Value::List(list) => Variable::Array(list.iter().map(variable).collect()),
        Value::Map(object) => {
            let mut members = BTreeMap::new();
            for (name, value) in &object.0 {
                members.insert(name.clone(), variable(value));
            }
            Variable::Object(members)
        }
    })
}

fn plain(variable: &Variable) -> Value {
    match variable {
        Variable::Null | Variable::Expref(_) => Value::Null,
        Variable::Bool(b) => Value::Bool(*b),
        Variable::String(s) => Value::String(s.clone()),
        Variable::Number(n) => match (n.as_i64(), n.as_f64()) {
            (Some(i), _) => Value::Int(i),
            (None, Some(f)) => Value::Float(f),
            _ => Value::Number(n.to_string().into()),
        },
        Variable::Array(list) => Value::List(list.iter().map(|v| plain(v)).collect()),
        Variable::Object(object) => {
            Value::Map(object.iter().map(|(name, value)| (name.clone(), plain(value))).collect())
        }
    }
}
