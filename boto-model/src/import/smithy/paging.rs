//! `@paginated`.

use super::model::local;
use crate::document::{Node, Read};
use crate::{Paginator, Text};

const PAGINATED: &str = "smithy.api#paginated";

/// The paginator of an operation; what it does not say itself, the service says for all.
pub(super) fn paginator(id: &str, operation: &Node<'_>, service: &Node<'_>) -> Read<Option<Paginator>> {
    let Some(own) = operation.smithy_trait(PAGINATED) else { return Ok(None) };
    let general = service.smithy_trait(PAGINATED);
    let fact = |key: &str| -> Read<Option<Text>> {
        match own.text_of(key)? {
            Some(text) => Ok(Some(text)),
            None => general.as_ref().map_or(Ok(None), |g| g.text_of(key)),
        }
    };
    let list = |text: Option<Text>| text.into_iter().collect();
    Ok(Some(Paginator {
        operation: local(id).to_owned().into(),
        input_tokens: list(fact("inputToken")?),
        output_tokens: list(fact("outputToken")?),
        limit_key: fact("pageSize")?,
        result_keys: list(fact("items")?),
        more_results: None,
        non_aggregate_keys: Box::default(),
    }))
}
