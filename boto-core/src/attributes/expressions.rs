//! The expressions of DynamoDB with their placeholders, numbered as boto3 numbers them.

use super::{
    attr,
    conditions::{Condition, KeyCondition, Operand, Token, Tokens},
    to_attribute,
};
use crate::{value::Object, Error, ErrorKind, Result, Value};
use serde::{ser::Error as _, Serialize, Serializer};
use std::fmt::{self, Write};

/// The expressions of one call, with what stands for names and values in them: parameters that serialize, for the
/// `params` of calls.
///
/// ```
/// use boto_core::attributes::{attr, key, Expressions};
///
/// let query = Expressions::new()
///     .key(key("id").eq("o-1") & key("at").gte(5))
///     .filter(attr("state").ne("gone") | attr("tags").size().gt(2))
///     .project(["id", "lines[0].price"]);
/// let params = query.params()?;
/// assert_eq!(params["KeyConditionExpression"], "(#n0 = :v0 AND #n1 >= :v1)");
/// assert_eq!(params["FilterExpression"], "(#n2 <> :v2 OR size(#n3) > :v3)");
/// assert_eq!(params["ProjectionExpression"], "#n4, #n5[0].#n6");
/// assert_eq!(params["ExpressionAttributeNames"]["#n2"], "state");
/// assert_eq!(params["ExpressionAttributeValues"][":v1"]["N"], "5");
///
/// let update = Expressions::new()
///     .condition(attr("id").exists())
///     .set("total", attr("total").plus(5))
///     .remove("note");
/// assert_eq!(update.params()?["UpdateExpression"], "SET #n1 = #n2 + :v0 REMOVE #n3");
/// # Ok::<(), boto_core::Error>(())
/// ```
///
/// A typed call takes them as one by name does: `tables.query("orders").params(&query)`,
/// `session.connect_to("dynamodb")?.call("Query").param("TableName", "orders").params(&query)`. What is wrong with a
/// name or a value is told when they are asked for, or the call is awaited.
#[derive(Clone, Default)]
pub struct Expressions {
    names: Object,
    values: Object,
    key: String,
    filter: String,
    condition: String,
    projection: String,
    /// What `SET`, `REMOVE`, `ADD` and `DELETE` say.
    updates: [String; 4],
    defect: Option<Error>,
}

const UPDATES: [&str; 4] = ["SET", "REMOVE", "ADD", "DELETE"];

impl Expressions {
    /// None yet.
    #[inline]
    pub fn new() -> Expressions {
        Expressions::default()
    }

    /// `KeyConditionExpression`, of queries.
    #[must_use]
    #[inline]
    pub fn key(mut self, condition: KeyCondition) -> Expressions {
        self.key = self.written(condition.0);
        self
    }

    /// `FilterExpression`, of queries and scans.
    #[must_use]
    pub fn filter(mut self, condition: impl Into<Condition>) -> Expressions {
        self.filter = self.written(condition.into().0);
        self
    }

    /// `ConditionExpression`, without which nothing is written.
    #[must_use]
    pub fn condition(mut self, condition: impl Into<Condition>) -> Expressions {
        self.condition = self.written(condition.into().0);
        self
    }

    /// `ProjectionExpression`: the attributes to give, by their paths.
    #[must_use]
    pub fn project<T: Into<String>>(mut self, paths: impl IntoIterator<Item = T>) -> Expressions {
        let mut tokens = Tokens::default();
        for path in paths {
            let first = tokens.0.is_empty();
            tokens = if first { tokens.then(attr(path)) } else { tokens.infix(", ", attr(path)) };
        }
        self.projection = self.written(tokens);
        self
    }

    /// `UpdateExpression`: sets the attribute at that path.
    #[must_use]
    pub fn set(self, path: impl Into<String>, value: impl Into<Operand>) -> Expressions {
        self.update(0, Operand::from(attr(path)).0.infix(" = ", value))
    }

    /// `UpdateExpression`: removes the attribute at that path.
    #[must_use]
    pub fn remove(self, path: impl Into<String>) -> Expressions {
        self.update(1, Operand::from(attr(path)).0)
    }

    /// `UpdateExpression`: adds to a number, or to a set (see [`Operand::attribute`]).
    #[must_use]
    pub fn add(self, path: impl Into<String>, value: impl Into<Operand>) -> Expressions {
        self.update(2, Operand::from(attr(path)).0.infix(" ", value))
    }

    /// `UpdateExpression`: deletes elements from a set (see [`Operand::attribute`]).
    #[must_use]
    pub fn delete(self, path: impl Into<String>, elements: impl Into<Operand>) -> Expressions {
        self.update(3, Operand::from(attr(path)).0.infix(" ", elements))
    }

    #[inline]
    fn update(mut self, which: usize, tokens: Tokens) -> Expressions {
        let text = self.written(tokens);
        let all = &mut self.updates[which];
        if !all.is_empty() {
            all.push_str(", ");
        }
        all.push_str(&text);
        self
    }

    /// Everything as the parameters of a call.
    ///
    /// # Errors
    /// [`ErrorKind::Validation`], where a path is none, or a value nothing that DynamoDB can hold.
    #[inline]
    pub fn params(&self) -> Result<Object> {
        if let Some(defect) = &self.defect {
            return Err(defect.clone());
        }
        let mut updates = String::new();
        for (word, what) in UPDATES.iter().zip(&self.updates).filter(|(_, what)| !what.is_empty()) {
            let space = if updates.is_empty() { "" } else { " " };
            let _ = write!(updates, "{space}{word} {what}");
        }
        let texts = [
            ("KeyConditionExpression", &self.key),
            ("FilterExpression", &self.filter),
            ("ConditionExpression", &self.condition),
            ("ProjectionExpression", &self.projection),
            ("UpdateExpression", &updates),
        ];
        let placeholders = [("ExpressionAttributeNames", &self.names), ("ExpressionAttributeValues", &self.values)];
        let mut params = Object::new();
        for (name, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
            params.0.insert(name.to_owned(), Value::from(text.clone()));
        }
        for (name, given) in placeholders.into_iter().filter(|(_, given)| !given.is_empty()) {
            params.0.insert(name.to_owned(), Value::Map(given.clone()));
        }
        Ok(params)
    }

    /// An expression with placeholders, which are remembered.
    #[inline]
    fn written(&mut self, tokens: Tokens) -> String {
        let mut text = String::new();
        for token in tokens.0 {
            let outcome = match token {
                Token::Text(part) => {
                    text.push_str(part);
                    Ok(())
                }
                Token::Path(path) => self.path(&path, &mut text),
                Token::Flaw(what) => Err(Error::new(ErrorKind::Validation, what)),
                Token::Plain(value) => to_attribute(&value).map(|value| self.value(value, &mut text)),
                Token::Attribute(value) => {
                    self.value(value, &mut text);
                    Ok(())
                }
            };
            if let Err(error) = outcome {
                self.defect.get_or_insert(error);
            }
        }
        text
    }

    #[inline]
    fn value(&mut self, value: Value, text: &mut String) {
        let placeholder = format!(":v{}", self.values.len());
        text.push_str(&placeholder);
        self.values.0.insert(placeholder, value);
    }

    /// `lines[0].price` as `#n0[0].#n1`.
    #[inline]
    fn path(&mut self, path: &str, text: &mut String) -> Result<()> {
        let flaw = |what: &str| Error::new(ErrorKind::Validation, format!("the path {path:?}: {what}"));
        for (index, step) in path.split('.').enumerate() {
            if index > 0 {
                text.push('.');
            }
            let (name, elements) = step.find('[').map_or((step, ""), |at| step.split_at(at));
            if name.is_empty() {
                return Err(flaw("a name is missing"));
            }
            if name.contains(']') || !are_elements(elements) {
                return Err(flaw("an element of a list is `[0]`, behind a name"));
            }
            let placeholder = format!("#n{}", self.names.len());
            text.push_str(&placeholder);
            text.push_str(elements);
            self.names.0.insert(placeholder, Value::from(name));
        }
        Ok(())
    }
}

/// Whether that is `[0]`, `[1][2]` or nothing.
#[inline]
fn are_elements(mut text: &str) -> bool {
    while !text.is_empty() {
        let Some((number, rest)) = text.strip_prefix('[').and_then(|text| text.split_once(']')) else { return false };
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return false;
        }
        text = rest;
    }
    true
}

impl Serialize for Expressions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.params().map_err(S::Error::custom)?.serialize(serializer)
    }
}

/// The expressions, and how many values there are: they may be secrets.
impl fmt::Debug for Expressions {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Expressions");
        out.field("names", &self.names).field("values", &self.values.len());
        let texts = [("key", &self.key), ("filter", &self.filter), ("condition", &self.condition)];
        for (name, text) in texts.into_iter().chain([("projection", &self.projection)]) {
            if !text.is_empty() {
                out.field(name, text);
            }
        }
        out.field("updates", &self.updates).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::{attr, Condition, Expressions, Operand};
    use crate::{
        attributes::{key, set},
        Value,
    };

    fn filter(condition: impl Into<Condition>) -> String {
        Expressions::new().filter(condition).params().unwrap()["FilterExpression"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    #[test]
    fn conditions_read_as_those_of_boto3() {
        for (condition, text) in [
            (attr("a").eq("x"), "#n0 = :v0"),
            (attr("a").ne(attr("b")), "#n0 <> #n1"),
            (attr("a").size().lte(attr("b").size()), "size(#n0) <= size(#n1)"),
            (attr("a").is_in([1, 2, 3]), "#n0 IN (:v0, :v1, :v2)"),
            (attr("a").between(1, attr("b")), "#n0 BETWEEN :v0 AND #n1"),
            (attr("a").attribute_type("S"), "attribute_type(#n0, :v0)"),
            (!(attr("a").exists() & attr("b").contains("x")), "(NOT (attribute_exists(#n0) AND contains(#n1, :v0)))"),
            (attr("a").not_exists() | attr("b").lt(1), "(attribute_not_exists(#n0) OR #n1 < :v0)"),
            (key("a").begins_with("x").and(key("b").gt(1)).into(), "(begins_with(#n0, :v0) AND #n1 > :v1)"),
        ] {
            assert_eq!(filter(condition), text);
        }
    }

    #[test]
    fn placeholders_go_on_from_expression_to_expression() {
        let strings = set(&["x".into(), "y".into()]).unwrap();
        let all = Expressions::new()
            .key(key("id").eq("1"))
            .set("a.b[3][0]", attr("a").if_not_exists(0))
            .set("c", attr("d").minus(2))
            .set("e", attr("e").list_append(vec![Value::from(1)]))
            .add("f", 1)
            .delete("g", Operand::attribute(strings));
        let params = all.params().unwrap();
        assert_eq!(params["KeyConditionExpression"], "#n0 = :v0");
        assert_eq!(
            params["UpdateExpression"],
            "SET #n1.#n2[3][0] = if_not_exists(#n3, :v1), #n4 = #n5 - :v2, #n6 = list_append(#n7, :v3) \
             ADD #n8 :v4 DELETE #n9 :v5"
        );
        assert_eq!(params["ExpressionAttributeValues"][":v5"]["SS"][1], "y");
        assert_eq!(params["ExpressionAttributeValues"][":v3"]["L"][0]["N"], "1");
        assert_eq!(params["ExpressionAttributeNames"]["#n2"], "b");
        assert!(params.get("FilterExpression").is_none());
        assert_eq!(crate::to_value(&all).unwrap(), Value::Map(params));
    }

    #[test]
    fn nothing_is_shown_of_values() {
        let condition = attr("a").eq("secret") & attr("b").gt(3);
        assert_eq!(format!("{condition:?}"), "(a = ? AND b > ?)");
        assert!(!format!("{:?}", Expressions::new().filter(condition)).contains("secret"));
    }

    #[test]
    fn what_is_no_path_or_no_value_is_named() {
        for (path, what) in [
            ("", "a name is missing"),
            ("a..b", "a name is missing"),
            ("[0]", "a name is missing"),
            ("a[x]", "an element of a list is `[0]`"),
            ("a[0", "an element of a list is `[0]`"),
            ("a]", "an element of a list is `[0]`"),
            ("a[0]b", "an element of a list is `[0]`"),
        ] {
            let error = Expressions::new().filter(attr(path).exists()).params().unwrap_err();
            assert!(error.to_string().contains(&format!("the path {path:?}: {what}")), "{error}");
        }
        let error = Expressions::new().filter(!attr("a").is_in(Vec::<i32>::new())).params().unwrap_err();
        assert!(error.to_string().contains("`is_in` needs one value"), "{error}");
        let error = Expressions::new().set("a", f64::NAN).params().unwrap_err();
        assert!(error.to_string().contains("NaN"), "{error}");
    }

    #[test]
    fn long_conditions_need_no_stack() {
        let mut condition = attr("a").eq(0);
        for number in 1..=50_000 {
            condition = match number % 2 {
                0 => condition | attr("a").eq(number),
                _ => attr("a").eq(number) & condition,
            };
        }
        assert!(filter(!condition).ends_with("#n50000 = :v50000))"));
    }
}
