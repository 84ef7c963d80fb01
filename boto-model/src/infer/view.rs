//! What the rules look at: the operations of a service, each with its verb, noun, input and output.

use super::words;
use crate::{Kind, Member, Operation, Service, ShapeId, Traits};
use std::collections::{BTreeMap, BTreeSet};

/// A service as the rules see it.
pub(super) struct View<'s> {
    pub(super) service: &'s Service,
    pub(super) operations: Vec<Op<'s>>,
    /// Index by name.
    names: BTreeMap<&'s str, usize>,
    /// What lists may list, each with the operations whose nouns are about it.
    plurals: BTreeMap<String, Vec<usize>>,
}

/// An operation, taken apart.
pub(super) struct Op<'s> {
    pub(super) name: &'s str,
    pub(super) verb: &'s str,
    pub(super) noun: &'s str,
    pub(super) operation: &'s Operation,
    pub(super) input: &'s [Member],
    pub(super) output: &'s [Member],
    /// The names of the input's members in lower case, in their order.
    pub(super) lower: Vec<String>,
    /// What the noun is about, `Policies` of `PoliciesForUser`, and the singular of that.
    pub(super) head: &'s str,
    pub(super) one: Option<String>,
}

/// A list in an output: where it stands and what it holds.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    /// `Functions`, `DistributionList.Items`, `Reservations[].Instances`.
    pub(super) path: String,
    pub(super) element: ShapeId,
}

impl<'s> View<'s> {
    pub(super) fn new(service: &'s Service) -> View<'s> {
        let members = |shape: Option<ShapeId>| shape.map_or(&[][..], |shape| service.shape(shape).members());
        let mut operations: Vec<Op<'s>> = (0..service.operation_count())
            .map(|at| {
                let operation = service.operation_at(at);
                let (verb, noun) = words::split(&operation.name);
                let (input, output) = (members(operation.input), members(operation.output));
                let lower = input.iter().map(|m| m.name.to_ascii_lowercase()).collect();
                let head = words::head(noun);
                Op { name: &operation.name, verb, noun, operation, input, output, lower, head, one: None }
            })
            .collect();
        let names = operations.iter().enumerate().map(|(at, op)| (op.name, at)).collect();
        let nouns: BTreeSet<&str> = operations.iter().flat_map(|op| [op.noun, op.head]).collect();
        let names_of_all: BTreeSet<&str> = operations.iter().map(|op| op.name).collect();
        let exists = |name: &str| names_of_all.contains(name);
        let mut plurals: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, op) in operations.iter_mut().enumerate() {
            op.one = singular(op.head, &nouns).map(|one| named_by(one, &exists));
            if let Some(one) = &op.one {
                plurals.entry(one.clone()).or_default().push(at);
            }
        }
        View { service, operations, names, plurals }
    }

    /// The operations about many of that kind.
    pub(super) fn about_many(&self, kind: &str) -> impl Iterator<Item = &Op<'s>> {
        self.plurals.get(kind).into_iter().flatten().map(|at| &self.operations[*at])
    }

    pub(super) fn op(&self, name: &str) -> Option<&Op<'s>> {
        self.names.get(name).map(|at| &self.operations[*at])
    }

    /// Whether a member holds one plain value: a string, a number or a choice.
    pub(super) fn scalar(&self, member: &Member) -> bool {
        matches!(self.service.shape(member.target).kind, Kind::String { .. } | Kind::Integer | Kind::Long | Kind::Short)
    }

    /// Whether a member holds a list of plain values.
    pub(super) fn scalars(&self, member: &Member) -> bool {
        match &self.service.shape(member.target).kind {
            Kind::List { member, .. } => self.scalar(member),
            _ => false,
        }
    }

    /// The members that an operation cannot do without, but for tokens that are made up for each call.
    pub(super) fn required<'o>(&self, op: &'o Op<'s>) -> impl Iterator<Item = &'s Member> + use<'s, 'o> {
        let needed = |m: &&Member| m.traits.has(Traits::REQUIRED) && !m.traits.has(Traits::IDEMPOTENCY_TOKEN);
        op.input.iter().filter(needed)
    }

    /// The list of an output that holds what the noun names.
    pub(super) fn listed(&self, op: &Op<'s>, kind: &str) -> Option<Listed> {
        let wanted = words::head(op.noun);
        let mut found: Vec<Listed> = self.service.paginator(op.name).map_or_else(Vec::new, |paginator| {
            paginator.result_keys.iter().filter_map(|key| self.at(op.output, key)).collect()
        });
        if found.is_empty() {
            found = self.lists(op.output, "");
        }
        if found.is_empty() {
            // `DistributionList.Items`.
            let inner = op.output.iter().flat_map(|m| self.lists(self.members(m.target), &format!("{}.", m.name)));
            found = inner.collect();
        }
        let fits = |listed: &&Listed| {
            let last = listed.path.rsplit('.').next().unwrap_or_default();
            last.eq_ignore_ascii_case(wanted)
                || words::mention(&words::pascal(last), kind).is_some()
                || self.service.shape_name(listed.element).starts_with(kind)
        };
        let best = match found.as_slice() {
            [] => return None,
            [only] => only,
            several => several.iter().find(fits)?,
        };
        // `Reservations[].Instances`.
        let deeper = self.lists(self.members(best.element), &format!("{}[].", best.path));
        let named = |l: &&Listed| l.path.rsplit('.').next().is_some_and(|last| last.eq_ignore_ascii_case(wanted));
        match deeper.iter().find(named) {
            Some(deeper) if !fits(&best) => Some(deeper.clone()),
            _ => Some(best.clone()),
        }
    }

    pub(super) fn members(&self, shape: ShapeId) -> &'s [Member] {
        self.service.shape(shape).members()
    }

    fn lists(&self, members: &[Member], before: &str) -> Vec<Listed> {
        let listed = |member: &Member| match &self.service.shape(member.target).kind {
            Kind::List { member: element, .. } => {
                Some(Listed { path: format!("{before}{}", member.name), element: element.target })
            }
            _ => None,
        };
        members.iter().filter_map(listed).collect()
    }

    /// The list at a path of members.
    fn at(&self, members: &[Member], path: &str) -> Option<Listed> {
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let member = members.iter().find(|m| m.name == first)?;
        match rest {
            Some(rest) => {
                let found = self.at(self.members(member.target), rest)?;
                Some(Listed { path: format!("{first}.{}", found.path), ..found })
            }
            None => self.lists(std::slice::from_ref(member), "").pop(),
        }
    }
}

/// The singular of a noun: the one that other operations name, else the likeliest.
fn singular(noun: &str, nouns: &BTreeSet<&str>) -> Option<String> {
    let candidates = words::singulars(noun);
    candidates.iter().find(|one| nouns.contains(one.as_str())).or(candidates.first()).cloned()
}

/// `ListDomainNames` lists domains, if one can be described or deleted.
fn named_by(one: String, exists: &impl Fn(&str) -> bool) -> String {
    let whole = ["Name", "Id", "Arn", "Url"].iter().find_map(|ending| one.strip_suffix(ending));
    let is_kind = |kind: &&str| ["Describe", "Get", "Delete"].iter().any(|verb| exists(&format!("{verb}{kind}")));
    let known = |kind: &str| ["Describe", "Get", "Delete"].iter().any(|verb| exists(&format!("{verb}{kind}")));
    match whole.filter(is_kind) {
        Some(kind) if !known(&one) => kind.to_owned(),
        _ => one,
    }
}
