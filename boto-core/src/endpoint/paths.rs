//! The few JMESPath expressions that endpoint parameters are computed with: `keys(RequestItems)`,
//! `TransactItems[*].Get.TableName`, `TransactItems[*].[Put.TableName, Delete.TableName][]`.
//!
//! Member names, `[*]`, `[]`, `[0]`, lists of expressions and `keys`: nothing else is used to find endpoints, and
//! whatever else comes is refused with a clear error.

use super::Param;
use crate::{
    error::{Error, ErrorKind, Result},
    field::{Field, Record, View},
};
use boto_model::{Kind, Service, ShapeId};

/// What the expression finds in the input: a string, a boolean, a list of strings, or nothing.
pub(super) fn search(expression: &str, service: &Service, shape: ShapeId, input: &dyn Record) -> Result<Option<Param>> {
    let mut parser = Parser { text: expression.as_bytes(), at: 0, depth: 0 };
    let steps = match parser.chain() {
        Some(steps) if parser.at == expression.len() => steps,
        _ => {
            let message = format!("cannot compute an endpoint parameter with the expression {expression:?}");
            return Err(Error::new(ErrorKind::Endpoint, message));
        }
    };
    let found = Walk { service }.run(&steps, Item::Record(input, shape));
    Ok(param(&found))
}

fn param(item: &Item<'_>) -> Option<Param> {
    let text = |item: &Item<'_>| match item {
        Item::Text(text) => Some((*text).to_owned()),
        Item::Field(field, _) => match field.view() {
            View::Str(text) => Some(text.to_owned()),
            _ => None,
        },
        _ => None,
    };
    match item {
        Item::List(items) => Some(Param::Strings(items.iter().filter_map(text).collect())),
        Item::Field(field, _) => super::params::param_of(field.view()),
        other => text(other).map(Param::String),
    }
}

enum Step {
    Member(String),
    Index(usize),
    /// `[*]`: what follows is done for each element.
    Each,
    /// `[]`: the same after taking lists within the list apart.
    Flatten,
    /// `[a, b]`.
    Several(Vec<Vec<Step>>),
    /// `keys(a)`.
    Keys(Vec<Step>),
}

struct Parser<'a> {
    text: &'a [u8],
    at: usize,
    depth: u32,
}

impl Parser<'_> {
    /// A chain of steps; `None` if it is no expression of this kind.
    fn chain(&mut self) -> Option<Vec<Step>> {
        self.depth += 1;
        if self.depth > 20 {
            return None;
        }
        let mut steps = Vec::new();
        self.space();
        loop {
            match self.peek() {
                Some(b'[') => steps.push(self.bracket(steps.is_empty())?),
                Some(b'.') if !steps.is_empty() => {
                    self.at += 1;
                    match self.peek()? {
                        b'[' => steps.push(self.several()?),
                        _ => steps.push(Step::Member(self.name()?)),
                    }
                }
                Some(b) if steps.is_empty() && (b.is_ascii_alphabetic() || b == b'_') => {
                    let name = self.name()?;
                    if self.peek() == Some(b'(') {
                        if name != "keys" {
                            return None;
                        }
                        self.at += 1;
                        let inner = self.chain()?;
                        self.take(b')')?;
                        steps.push(Step::Keys(inner));
                    } else {
                        steps.push(Step::Member(name));
                    }
                }
                _ if steps.is_empty() => return None,
                _ => break,
            }
        }
        self.space();
        self.depth -= 1;
        Some(steps)
    }

    fn bracket(&mut self, first: bool) -> Option<Step> {
        let rest = &self.text[self.at..];
        if rest.starts_with(b"[*]") {
            self.at += 3;
            return Some(Step::Each);
        }
        if rest.starts_with(b"[]") {
            self.at += 2;
            return Some(Step::Flatten);
        }
        if rest.get(1).is_some_and(u8::is_ascii_digit) {
            let end = rest.iter().position(|b| *b == b']')?;
            let index = std::str::from_utf8(&rest[1..end]).ok()?.parse().ok()?;
            self.at += end + 1;
            return Some(Step::Index(index));
        }
        if first {
            return self.several();
        }
        None
    }

    fn several(&mut self) -> Option<Step> {
        self.take(b'[')?;
        let mut chains = vec![self.chain()?];
        while self.peek() == Some(b',') {
            self.at += 1;
            chains.push(self.chain()?);
        }
        self.take(b']')?;
        Some(Step::Several(chains))
    }

    fn name(&mut self) -> Option<String> {
        let start = self.at;
        while self.peek().is_some_and(|b| b.is_ascii_alphanumeric() || b == b'_') {
            self.at += 1;
        }
        let name = std::str::from_utf8(&self.text[start..self.at]).ok()?;
        (!name.is_empty()).then(|| name.to_owned())
    }

    fn space(&mut self) {
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn take(&mut self, wanted: u8) -> Option<()> {
        (self.peek()? == wanted).then(|| self.at += 1)
    }
}

enum Item<'a> {
    Absent,
    Record(&'a dyn Record, ShapeId),
    Field(&'a dyn Field, ShapeId),
    Text(&'a str),
    List(Vec<Item<'a>>),
}

struct Walk<'s> {
    service: &'s Service,
}

impl Walk<'_> {
    fn run<'a>(&self, steps: &[Step], mut item: Item<'a>) -> Item<'a> {
        let mut at = 0;
        while let Some(step) = steps.get(at) {
            at += 1;
            item = match step {
                Step::Member(name) => self.member(&item, name),
                Step::Index(index) => self.elements(&item).into_iter().flatten().nth(*index).unwrap_or(Item::Absent),
                Step::Each | Step::Flatten => {
                    let Some(mut elements) = self.elements(&item) else { return Item::Absent };
                    if matches!(step, Step::Flatten) {
                        elements = elements.into_iter().flat_map(|e| self.elements(&e).unwrap_or(vec![e])).collect();
                    }
                    let end =
                        steps[at..].iter().position(|s| matches!(s, Step::Flatten)).map_or(steps.len(), |n| at + n);
                    let done = elements.into_iter().map(|e| self.run(&steps[at..end], e));
                    let done = done.filter(|e| !is_absent(e)).collect();
                    at = end;
                    Item::List(done)
                }
                Step::Several(chains) => match is_absent(&item) {
                    true => Item::Absent,
                    false => Item::List(chains.iter().map(|c| self.run(c, again(&item))).collect()),
                },
                Step::Keys(chain) => self.keys(&self.run(chain, again(&item))),
            };
        }
        item
    }

    fn member<'a>(&self, item: &Item<'a>, name: &str) -> Item<'a> {
        let (record, shape) = match item {
            Item::Record(record, shape) => (*record, *shape),
            Item::Field(field, shape) => match field.view().record() {
                Some(record) => (record, *shape),
                None => return Item::Absent,
            },
            _ => return Item::Absent,
        };
        match self.service.shape(shape).structure().and_then(|s| s.member(name)) {
            Some((index, member)) => Item::Field(record.get(index, name), member.target),
            None => Item::Absent,
        }
    }

    fn elements<'a>(&self, item: &Item<'a>) -> Option<Vec<Item<'a>>> {
        match item {
            Item::List(items) => Some(items.iter().map(again).collect()),
            Item::Field(field, shape) => {
                let list = field.view().list()?;
                let Kind::List { member, .. } = &self.service.shape(*shape).kind else { return None };
                Some((0..list.len()).map(|i| Item::Field(list.get(i), member.target)).collect())
            }
            _ => None,
        }
    }

    fn keys<'a>(&self, item: &Item<'a>) -> Item<'a> {
        let Item::Field(field, _) = item else { return Item::Absent };
        let Some(map) = field.view().map() else { return Item::Absent };
        Item::List(map.iter().map(|(key, _)| Item::Text(key)).collect())
    }
}

fn again<'a>(item: &Item<'a>) -> Item<'a> {
    match item {
        Item::Absent => Item::Absent,
        Item::Record(record, shape) => Item::Record(*record, *shape),
        Item::Field(field, shape) => Item::Field(*field, *shape),
        Item::Text(text) => Item::Text(text),
        Item::List(items) => Item::List(items.iter().map(again).collect()),
    }
}

fn is_absent(item: &Item<'_>) -> bool {
    match item {
        Item::Absent => true,
        Item::Field(field, _) => field.view().is_absent(),
        _ => false,
    }
}

#[cfg(test)]
#[cfg(feature = "import")]
mod tests {
    use super::*;
    use crate::{value::Object, Value};
    use boto_model::{
        document::Json,
        import::botocore::{self, Neighbours},
    };

    const MODEL: &str = r#"{"metadata": {"protocol": "json", "endpointPrefix": "x"}, "operations": {}, "shapes": {
        "Input": {"type": "structure", "members": {
            "RequestItems": {"shape": "Requests"}, "TransactItems": {"shape": "Items"}, "Creation": {"shape": "Table"}}},
        "Requests": {"type": "map", "key": {"shape": "Name"}, "value": {"shape": "Table"}},
        "Items": {"type": "list", "member": {"shape": "Item"}},
        "Item": {"type": "structure", "members": {"Get": {"shape": "Table"}, "Put": {"shape": "Table"}}},
        "Table": {"type": "structure", "members": {"TableName": {"shape": "Name"}, "Names": {"shape": "Names"}}},
        "Names": {"type": "list", "member": {"shape": "Name"}},
        "Name": {"type": "string"}}}"#;

    fn object(members: &[(&str, Value)]) -> Value {
        Value::Map(Object(members.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()))
    }

    fn find(expression: &str) -> Result<Option<Param>> {
        let model = Json::parse(MODEL.as_bytes()).unwrap();
        let service = Service::open(botocore::service("x", &model, &Neighbours::default()).unwrap()).unwrap();
        let table = |name: &str| object(&[("TableName", Value::String(name.to_owned()))]);
        let items =
            vec![object(&[("Get", table("a"))]), object(&[("Put", table("b"))]), object(&[("Get", table("c"))])];
        let Value::Map(input) = object(&[
            ("RequestItems", object(&[("t1", table("x")), ("t2", table("y"))])),
            ("TransactItems", Value::List(items)),
            ("Creation", table("new")),
        ]) else {
            unreachable!()
        };
        search(expression, &service, service.shape_named("Input").unwrap(), &input)
    }

    fn strings(list: &[&str]) -> Option<Param> {
        Some(Param::Strings(list.iter().map(|s| (*s).to_owned()).collect()))
    }

    #[test]
    fn what_the_models_use() {
        assert_eq!(find("keys(RequestItems)").unwrap(), strings(&["t1", "t2"]));
        assert_eq!(find("Creation.TableName").unwrap(), Some(Param::String("new".into())));
        assert_eq!(find("TransactItems[*].Get.TableName").unwrap(), strings(&["a", "c"]));
        let all = "TransactItems[*].[Get.TableName, Put.TableName][]";
        assert_eq!(find(all).unwrap(), strings(&["a", "b", "c"]));
        assert_eq!(find("TransactItems[2].Get.TableName").unwrap(), Some(Param::String("c".into())));
        assert_eq!(find("TransactItems[7].Get.TableName").unwrap(), None);
        assert_eq!(find("Nothing.There").unwrap(), None);
    }

    #[test]
    fn what_is_not_of_this_kind_is_refused() {
        let nested = "keys(".repeat(100);
        for expression in ["", "a |", "length(a)", "a[?b]", "a[", "a.", "[", "keys(a", nested.as_str()] {
            let error = find(expression).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Endpoint, "{expression}");
        }
    }
}
