//! Identifiers: whose they are, what they are called, and which members of operations they go to.

use super::{
    draft::Draft,
    view::{Op, View},
    words,
};
use crate::{
    resource::{Param, Source},
    Member, ShapeId, Traits,
};
use std::collections::{BTreeMap, BTreeSet};

/// An identifier of a kind.
#[derive(Clone, Debug)]
pub(super) struct Id {
    /// `Name`; `FunctionName` where it is that of a parent.
    pub(super) name: String,
    /// What the operations call it.
    pub(super) member: String,
    /// Not one of a parent's.
    pub(super) own: bool,
    /// The operations do without.
    pub(super) optional: bool,
    /// The pattern of names lets ARNs pass.
    or_arn: bool,
    /// The member of the data that holds it.
    pub(super) data: Option<String>,
    /// What any operation may call it, in lower case.
    aliases: BTreeSet<String>,
    /// What operations on this kind may call it besides.
    near: BTreeSet<String>,
}

/// Says of all drafts which of their identifiers are their own, and names them. Kinds without any of their own are
/// facets of another: they are taken out, and named.
pub(super) fn settle(view: &View<'_>, raw: &mut Vec<(Draft, Vec<String>)>) -> Vec<String> {
    // What surely is a kind's own: it bears its name.
    let mut strong: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (draft, members) in raw.iter() {
        let own = |m: &&String| words::strip(m, &draft.name).len() < m.len() || words::generic(m);
        for member in members.iter().filter(own) {
            strong.entry(known_as(member, &draft.name)).or_default().insert(draft.name.clone());
        }
    }
    let others = |name: &str, member: &str| {
        let kinds = strong.get(&member.to_ascii_lowercase());
        kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind != name))
    };
    let mut facets = Vec::new();
    raw.retain_mut(|(draft, members)| {
        let sure = |m: &&String| words::strip(m, &draft.name).len() < m.len() || words::generic(m);
        let last_sure = members.iter().filter(sure).count() > 0;
        let whole = |m: &str| draft.name.len() <= m.len() && m[..draft.name.len()].eq_ignore_ascii_case(&draft.name);
        let own = |m: &str| match (last_sure, others(&draft.name, m)) {
            (_, false) => true,
            (true, true) => whole(m) || words::generic(m),
            (false, true) => false,
        };
        let mut flags: Vec<bool> = members.iter().map(|m| own(m)).collect();
        // What is listed without saying whose it is has an identity, whatever else goes by the same.
        let free =
            |name: &str| view.op(name).is_some_and(|op| op.head == op.noun && view.required(op).next().is_none());
        if let (false, Some(last), true) =
            (flags.contains(&true), flags.len().checked_sub(1), draft.lists.iter().any(|(name, _)| free(name)))
        {
            flags[last] = true;
        }
        if !flags.contains(&true) {
            facets.push(draft.name.clone());
            return false;
        }
        let mut ids: Vec<Id> =
            members.iter().zip(flags).map(|(member, own)| Id::new(view, draft, member, own, false)).collect();
        ids.sort_by_key(|id| id.own);
        unique(&mut ids);
        draft.ids = ids;
        true
    });
    optional_parents(view, raw);
    facets
}

/// `databasename` for the `Name` of a `Database`.
fn known_as(member: &str, kind: &str) -> String {
    match words::generic(member) {
        true => format!("{kind}{member}").to_ascii_lowercase(),
        false => member.to_ascii_lowercase(),
    }
}

fn unique(ids: &mut [Id]) {
    for at in 1..ids.len() {
        if ids[..at].iter().any(|id| id.name == ids[at].name) {
            ids[at].name = words::pascal(&ids[at].member);
        }
    }
}

/// An operation may be told of a parent without having to: the cluster of a service. Where all operations on a kind
/// can be, it belongs to its identity.
fn optional_parents(view: &View<'_>, raw: &mut [(Draft, Vec<String>)]) {
    let parents: Vec<(String, BTreeSet<String>)> = raw
        .iter()
        .filter_map(|(draft, _)| match draft.ids.as_slice() {
            [id] if draft.load.is_some() => Some((draft.name.clone(), id.aliases.clone())),
            _ => None,
        })
        .collect();
    for (draft, _) in raw {
        let Some(load) = draft.load.as_ref().and_then(|load| view.op(&load.operation)) else { continue };
        let ends = ["Delete", "Terminate", "Stop", "Deregister", "Update"];
        let ends = ends.iter().find_map(|verb| view.op(&format!("{verb}{}", draft.name)));
        let Some(list) = draft.lists.first().and_then(|(name, _)| view.op(name)) else { continue };
        let found = load.input.iter().find(|member| {
            let lower = member.name.to_ascii_lowercase();
            let parent = parents.iter().any(|(kind, aliases)| *kind != draft.name && aliases.contains(&lower));
            let in_all = |op: &Op<'_>| op.input.iter().any(|m| m.name == member.name);
            let known = draft.ids.iter().any(|id| id.aliases.contains(&lower));
            parent && !known && view.scalar(member) && in_all(list) && ends.is_some_and(in_all)
        });
        if let Some(member) = found {
            let id = Id::new(view, draft, &member.name, false, true);
            draft.ids.insert(0, id);
        }
    }
}

impl Id {
    fn new(view: &View<'_>, draft: &Draft, member: &str, own: bool, optional: bool) -> Id {
        let kind = draft.name.as_str();
        let rest = words::strip(member, kind);
        let name = match (own, rest) {
            (false, _) => words::pascal(member),
            (true, "") if member.eq_ignore_ascii_case(kind) => bare(view, draft),
            (true, "") => words::pascal(member),
            (true, rest) => words::pascal(rest),
        };
        let mut aliases = BTreeSet::from([known_as(member, kind)]);
        let mut near = BTreeSet::new();
        if own {
            let rest = rest.to_ascii_lowercase();
            near.insert(member.to_ascii_lowercase());
            if words::generic(&rest) || rest.is_empty() {
                aliases.insert(format!("{kind}{name}").to_ascii_lowercase());
                near.insert(kind.to_ascii_lowercase());
                near.insert(name.to_ascii_lowercase());
            }
        }
        let data = draft.data.and_then(|shape| data_member(view, shape, kind, member, &name));
        let or_arn = draft.load.as_ref().and_then(|load| view.op(&load.operation)).is_some_and(|op| {
            let target = op.input.iter().find(|m| m.name == member).map(|m| m.target);
            let pattern = target.and_then(|shape| view.service.shape(shape).pattern.as_deref());
            pattern.is_some_and(|pattern| pattern.contains("arn"))
        });
        Id { name, member: member.to_owned(), own, optional, or_arn, data, aliases, near }
    }

    /// Whether a member of an operation is this, in lower case; `near` if the operation is one on this kind.
    fn is(&self, lower: &str, near: bool) -> bool {
        self.aliases.contains(lower) || (near && self.near.contains(lower))
    }

    /// All that it may be called, in lower case.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.aliases.union(&self.near).map(String::as_str)
    }

    /// What any operation may call it, in lower case.
    pub(super) fn aliases(&self) -> impl Iterator<Item = &str> {
        self.aliases.iter().map(String::as_str)
    }

    /// Whether a member of anything stands for this one.
    pub(super) fn known_as(&self, member: &str) -> bool {
        self.aliases.contains(&member.to_ascii_lowercase())
    }
}

/// What to call an identifier that operations call by the kind alone: by what lists of it hold.
fn bare(view: &View<'_>, draft: &Draft) -> String {
    let endings = ["Arn", "Name", "Id", "Url"];
    if let Some((_, listed)) = draft.lists.first() {
        let last = listed.path.rsplit('.').next().unwrap_or_default().trim_end_matches('s');
        if let Some(ending) = endings.iter().find(|ending| last.ends_with(*ending)) {
            return (*ending).to_owned();
        }
    }
    let members = draft.data.map_or(&[][..], |shape| view.members(shape));
    let has = |ending: &&&str| {
        let names = [format!("{}{ending}", draft.name), (**ending).to_owned()];
        members.iter().any(|m| names.iter().any(|name| m.name.eq_ignore_ascii_case(name)))
    };
    ["Id", "Name", "Arn"].iter().find(has).map_or_else(|| "Id".to_owned(), |ending| (*ending).to_owned())
}

/// The member of data that holds an identifier under its own name or that of its kind.
fn data_member(view: &View<'_>, shape: ShapeId, kind: &str, member: &str, name: &str) -> Option<String> {
    let members = view.members(shape);
    [member.to_owned(), format!("{kind}{name}"), name.to_owned()]
        .iter()
        .find_map(|wanted| members.iter().find(|m| m.name.eq_ignore_ascii_case(wanted)))
        .map(|m| m.name.to_string())
}

/// The member of a listed thing that an identifier of that kind is taken from.
pub(super) fn element_member<'s>(view: &View<'_>, members: &'s [Member], kind: &str, id: &Id) -> Option<&'s str> {
    let plain = |m: &&Member| view.scalar(m);
    let find =
        |wanted: &str| members.iter().filter(plain).find(|m| m.name.eq_ignore_ascii_case(wanted)).map(|m| &*m.name);
    if let Some(exact) = find(&id.member) {
        return Some(exact);
    }
    let ends: &[&str] = match id.name.as_str() {
        "Name" if id.or_arn => &["Name", "Arn"],
        "Name" => &["Name"],
        "Arn" => &["Arn"],
        "Id" | "Identifier" => &["Identifier", "Id", "Arn", "Name"],
        "Url" | "Uri" => &["Url", "Uri"],
        other if id.own => {
            // `ApplicationId` of an `App`.
            let ending = || ["Id", "Name", "Arn"].into_iter().find(|ending| other.ends_with(ending));
            return find(&format!("{kind}{other}")).or_else(|| find(other)).or_else(|| find(ending()?));
        }
        _ => return None,
    };
    if !id.own {
        return None;
    }
    ends.iter().find_map(|end| find(&format!("{kind}{end}")).or_else(|| find(end))).or_else(|| find(kind)).or_else(
        || {
            // `resourceShareArn` of a kind with a longer name.
            let ending =
                |m: &&Member| ends.iter().any(|end| m.name.ends_with(end) && words::strip(&m.name, kind) == *end);
            members.iter().filter(plain).find(ending).map(|m| &*m.name)
        },
    )
}

/// Where the identifiers of a kind go in an operation's input; nothing if one has no place there. With that: how many of
/// them the operation cannot do without.
pub(super) fn fill(view: &View<'_>, op: &Op<'_>, draft: &Draft) -> Option<(Vec<Param>, usize)> {
    let near = words::mention(op.noun, &draft.name).is_some();
    let mut params: Vec<Param> = Vec::new();
    let mut required = 0;
    for id in &draft.ids {
        let free = |m: &Member| !params.iter().any(|p| p.target.split('[').next() == Some(&*m.name));
        let members = || op.input.iter().zip(&op.lower).filter(|(m, _)| free(m));
        let single = draft.ids.iter().filter(|id| id.own).count() == 1;
        let loads = draft.load.as_ref().filter(|load| single && load.operation == op.name);
        let by = loads.and_then(|load| load.by.as_deref());
        if let Some(member) = by.filter(|_| id.own).and_then(|by| op.input.iter().find(|m| m.name == by)) {
            required += usize::from(member.traits.has(Traits::REQUIRED));
            let target = if view.scalar(member) { by.map(str::to_owned) } else { by.map(|by| format!("{by}[0]")) };
            params.push(param(target.unwrap_or_default(), id));
            continue;
        }
        let one = members().find(|(m, lower)| id.is(lower, near) && view.scalar(m));
        let listed = |m: &Member, lower: &str| {
            let one = words::one_of(lower.strip_suffix("list").unwrap_or(lower));
            (id.is(&one, near) || (id.own && near && named(&one, id))) && view.scalars(m)
        };
        if let Some((member, _)) = one {
            required += usize::from(member.traits.has(Traits::REQUIRED));
            params.push(param(member.name.to_string(), id));
        } else if let Some((member, _)) = members().find(|(m, lower)| listed(m, lower)) {
            required += usize::from(member.traits.has(Traits::REQUIRED));
            params.push(param(format!("{}[0]", member.name), id));
        } else if let Some((member, source)) = arn(view, op, draft, near && id.own).filter(|(m, _)| free(m)) {
            params.push(Param { target: member.name.to_string(), source });
        } else if !id.optional {
            return None;
        }
    }
    Some((params, required))
}

fn named(one: &str, id: &Id) -> bool {
    let lower = one.to_ascii_lowercase();
    lower == id.name.to_ascii_lowercase() || (lower == "id" && id.name == "Identifier")
}

fn param(target: String, id: &Id) -> Param {
    Param { target, source: Source::Identifier(id.name.clone()) }
}

/// An operation that wants the ARN of what is known by another name: it stands in the data.
fn arn<'s>(view: &View<'s>, op: &Op<'s>, draft: &Draft, own: bool) -> Option<(&'s Member, Source)> {
    let wanted = format!("{}Arn", draft.name);
    let known = data_arn(view, draft)?;
    let member = op.input.iter().find(|m| {
        view.scalar(m) && (m.name.eq_ignore_ascii_case(&wanted) || (own && m.name.eq_ignore_ascii_case("Arn")))
    })?;
    Some((member, Source::Data(known)))
}

/// The member of a kind's data that holds its ARN, if it can be loaded.
pub(super) fn data_arn(view: &View<'_>, draft: &Draft) -> Option<String> {
    draft.load.as_ref()?;
    let members = view.members(draft.data?);
    let wanted = [format!("{}Arn", draft.name), "Arn".to_owned(), "ResourceArn".to_owned()];
    let found = wanted.iter().find_map(|name| members.iter().find(|m| m.name.eq_ignore_ascii_case(name)));
    found.map(|m| m.name.to_string())
}
