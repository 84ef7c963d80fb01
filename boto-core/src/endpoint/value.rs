//! What the rules compute with.

use boto_model::rules::{Literal, Partition};
use std::{borrow::Cow, rc::Rc};

/// A value during evaluation. Text is borrowed from parameters and rules wherever it can be.
#[derive(Clone, Debug)]
pub(super) enum Val<'v> {
    Absent,
    Bool(bool),
    Int(i64),
    Str(Cow<'v, str>),
    List(Rc<[Cow<'v, str>]>),
    Partition(&'v Partition),
    Url(Rc<UrlParts<'v>>),
    Arn(Rc<Arn<'v>>),
}

/// What `parseURL` yields.
#[derive(Debug)]
pub(super) struct UrlParts<'v> {
    pub scheme: Cow<'v, str>,
    pub authority: Cow<'v, str>,
    pub path: Cow<'v, str>,
    pub normalized_path: String,
    pub is_ip: bool,
}

/// What `aws.parseArn` yields.
#[derive(Debug)]
pub(super) struct Arn<'v> {
    pub partition: Cow<'v, str>,
    pub service: Cow<'v, str>,
    pub region: Cow<'v, str>,
    pub account_id: Cow<'v, str>,
    pub resource_id: Rc<[Cow<'v, str>]>,
}

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Name(Box<str>),
    Index(usize),
}

/// `resourceId[0]`, `a.b`, `[1]`; `None` if it is not a path.
pub(super) fn parse_path(path: &str) -> Option<Box<[Step]>> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (name, mut rest) = part.split_at(part.find('[').unwrap_or(part.len()));
        if !name.is_empty() {
            steps.push(Step::Name(name.into()));
        } else if rest.is_empty() {
            return None;
        }
        while !rest.is_empty() {
            let (index, after) = rest.strip_prefix('[')?.split_once(']')?;
            steps.push(Step::Index(index.parse().ok()?));
            rest = after;
        }
    }
    Some(steps.into())
}

impl<'v> Val<'v> {
    pub(super) fn literal(literal: &'v Literal) -> Val<'v> {
        match literal {
            Literal::String(s) => Val::Str(Cow::Borrowed(s)),
            Literal::Bool(b) => Val::Bool(*b),
            Literal::Int(i) => Val::Int(*i),
            Literal::Strings(list) => Val::List(list.iter().map(|s| Cow::Borrowed(&**s)).collect()),
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Val::Str(s) => Some(s),
            _ => None,
        }
    }

    pub(super) fn is_absent(&self) -> bool {
        matches!(self, Val::Absent)
    }

    /// Whether a condition with this result holds: everything but `false` and nothing.
    pub(super) fn holds(&self) -> bool {
        !matches!(self, Val::Absent | Val::Bool(false))
    }

    /// What the path leads to; nothing if there is no such thing.
    pub(super) fn at(&self, path: &[Step]) -> Val<'v> {
        let [first, rest @ ..] = path else { return self.clone() };
        let next = match (self, first) {
            (Val::List(list), Step::Index(i)) => list.get(*i).map_or(Val::Absent, |s| Val::Str(s.clone())),
            (Val::Partition(partition), Step::Name(name)) => partition_at(partition, name),
            (Val::Url(url), Step::Name(name)) => match &**name {
                "scheme" => Val::Str(url.scheme.clone()),
                "authority" => Val::Str(url.authority.clone()),
                "path" => Val::Str(url.path.clone()),
                "normalizedPath" => Val::Str(Cow::Owned(url.normalized_path.clone())),
                "isIp" => Val::Bool(url.is_ip),
                _ => Val::Absent,
            },
            (Val::Arn(arn), Step::Name(name)) => match &**name {
                "partition" => Val::Str(arn.partition.clone()),
                "service" => Val::Str(arn.service.clone()),
                "region" => Val::Str(arn.region.clone()),
                "accountId" => Val::Str(arn.account_id.clone()),
                "resourceId" => Val::List(arn.resource_id.clone()),
                _ => Val::Absent,
            },
            _ => Val::Absent,
        };
        next.at(rest)
    }
}

fn partition_at<'v>(partition: &'v Partition, name: &str) -> Val<'v> {
    let text = |text: &'v str| Val::Str(Cow::Borrowed(text));
    match name {
        "name" => text(&partition.id),
        "dnsSuffix" => text(&partition.dns_suffix),
        "dualStackDnsSuffix" => text(&partition.dual_stack_dns_suffix),
        "implicitGlobalRegion" => text(&partition.implicit_global_region),
        "supportsFIPS" => Val::Bool(partition.supports_fips),
        "supportsDualStack" => Val::Bool(partition.supports_dual_stack),
        _ => Val::Absent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        let name = |s: &str| Step::Name(s.into());
        assert_eq!(*parse_path("a.b[0]").unwrap(), [name("a"), name("b"), Step::Index(0)]);
        assert_eq!(*parse_path("[12]").unwrap(), [Step::Index(12)]);
        for bad in ["", "a..b", "a[", "a[x]", "a[1]b", "[99999999999999999999999]"] {
            assert!(parse_path(bad).is_none(), "{bad}");
        }
    }
}
