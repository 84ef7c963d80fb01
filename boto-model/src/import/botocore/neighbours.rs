//! What stands beside the service model: paginators and waiters.

use super::super::Json;
use crate::document::{Node, Read};
use crate::wait::Expected;
use crate::{Acceptor, Paginator, Text, Waiter};

pub(super) fn paginators(root: Node<'_>) -> Read<Vec<Paginator>> {
    let Some(pagination) = root.get("pagination") else { return Ok(Vec::new()) };
    let read = |(operation, node): (&str, Node<'_>)| {
        node.object()?;
        Ok(Paginator {
            operation: operation.to_owned().into(),
            input_tokens: one_or_many(&node, "input_token")?,
            output_tokens: one_or_many(&node, "output_token")?,
            limit_key: node.text_of("limit_key")?,
            result_keys: one_or_many(&node, "result_key")?,
            more_results: node.text_of("more_results")?,
            non_aggregate_keys: one_or_many(&node, "non_aggregate_keys")?,
        })
    };
    let read = pagination.entries()?.map(read).collect();
    read
}

fn one_or_many(node: &Node<'_>, key: &str) -> Read<Box<[Text]>> {
    match node.get(key) {
        None => Ok(Box::default()),
        Some(list @ Node { json: Json::List(_), .. }) => list.texts(),
        Some(one) => Ok(Box::new([one.text()?])),
    }
}

pub(super) fn waiters(root: Node<'_>) -> Read<Vec<Waiter>> {
    let Some(waiters) = root.get("waiters") else { return Ok(Vec::new()) };
    let read = waiters.entries()?.map(|(name, node)| waiter(name, node)).collect();
    read
}

fn waiter(name: &str, node: Node<'_>) -> Read<Waiter> {
    let number = |key: &str| node.get(key).ok_or_else(|| node.error(format!("{key} is missing")))?.fitting();
    let acceptors = match node.get("acceptors") {
        Some(acceptors) => acceptors.items()?.map(acceptor).collect::<Read<_>>()?,
        None => Box::default(),
    };
    Ok(Waiter {
        name: name.to_owned().into(),
        operation: node.required("operation")?,
        delay: number("delay")?,
        max_attempts: number("maxAttempts")?,
        acceptors,
    })
}

fn acceptor(node: Node<'_>) -> Read<Acceptor> {
    Ok(Acceptor {
        state: node.required("state")?,
        matcher: node.required("matcher")?,
        argument: node.text_of("argument")?,
        expected: match node.get("expected") {
            None => Expected::Null,
            Some(Node { json: Json::String(s), .. }) => Expected::String(s.clone().into()),
            Some(Node { json: Json::Bool(b), .. }) => Expected::Bool(*b),
            Some(number) => Expected::Int(number.int()?),
        },
    })
}
