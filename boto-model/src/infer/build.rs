//! From drafts to definitions: collections, what makes one, actions, batches, waiters, relations.

use super::{
    draft::Draft,
    identify::{self, Id},
    overrides::Overrides,
    relate,
    view::{Listed, Op, View},
    words,
};
use crate::{
    resource::{Action, Identifier, Made, Param, Relation, Resource, ResourceSet, Source},
    ShapeId,
};
use std::collections::{BTreeMap, BTreeSet};

/// The verbs of operations that make something.
const MAKES: [&str; 12] = [
    "Create", "Register", "Request", "Import", "Allocate", "Put", "Run", "Start", "Add", "Upload", "Publish", "Submit",
];

pub(super) struct Build<'v, 's> {
    pub(super) view: &'v View<'s>,
    pub(super) drafts: &'v [Draft],
    pub(super) overrides: &'v Overrides<'v>,
    /// One for each draft, in their order.
    pub(super) resources: Vec<Resource>,
    pub(super) service: Resource,
    /// Kinds that nothing describes: all that is known of them is what their children ask for.
    pub(super) stand_ins: Vec<Resource>,
    /// Operations that have found their place.
    used: BTreeSet<&'s str>,
    /// Which drafts may go by a member of that name, in lower case.
    named: BTreeMap<String, Vec<usize>>,
}

/// The definitions.
pub(super) fn build<'s>(view: &View<'s>, drafts: &[Draft], overrides: &Overrides<'_>) -> ResourceSet {
    let resources = drafts.iter().map(|draft| start(view, draft)).collect();
    let mut build = Build {
        view,
        drafts,
        overrides,
        resources,
        service: Resource::default(),
        stand_ins: Vec::new(),
        used: BTreeSet::new(),
        named: named(drafts),
    };
    for at in 0..drafts.len() {
        build.collections(at);
    }
    for op in &view.operations {
        build.place(op);
    }
    build.tagging();
    let alone = relate::alone(drafts);
    for at in 0..drafts.len() {
        build.relate(at, &alone);
    }
    build.waiters();
    let Build { mut resources, mut service, stand_ins, .. } = build;
    resources.extend(stand_ins);
    resources.sort_by(|a, b| a.name.cmp(&b.name));
    for resource in resources.iter_mut().chain([&mut service]) {
        resource.actions.sort_by(|a, b| a.name.cmp(&b.name));
        resource.has.sort_by(|a, b| a.name.cmp(&b.name));
    }
    ResourceSet { service, resources, ..ResourceSet::default() }
}

fn named(drafts: &[Draft]) -> BTreeMap<String, Vec<usize>> {
    let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        let arn = format!("{}arn", draft.name.to_ascii_lowercase());
        let own = draft.ids.iter().filter(|id| id.own).flat_map(|id| id.names());
        for name in own.chain([arn.as_str(), "arn"]) {
            let known = named.entry(name.to_owned()).or_default();
            if known.last() != Some(&at) {
                known.push(at);
            }
        }
    }
    named
}

/// What the draft alone says.
fn start(view: &View<'_>, draft: &Draft) -> Resource {
    let identifiers = draft.ids.iter().map(|id| Identifier {
        name: id.name.clone(),
        member_name: id.data.clone(),
        optional: id.optional,
    });
    let load = draft.load.as_ref().and_then(|load| {
        let (params, _) = identify::fill(view, view.op(&load.operation)?, draft)?;
        let (operation, path) = (load.operation.clone(), Some(load.path.clone()));
        Some(Action { name: "load".to_owned(), operation, params, resource: None, path })
    });
    Resource {
        name: draft.name.clone(),
        identifiers: identifiers.collect(),
        shape: draft.data.map(|shape| view.service.shape_name(shape).to_owned()),
        load,
        ..Resource::default()
    }
}

/// Whose identifiers an operation takes: a draft, a stand-in, or nobody's.
#[derive(Clone, Copy, PartialEq)]
enum Owner {
    Service,
    Draft(usize),
    StandIn(usize),
}

impl<'s> Build<'_, 's> {
    /// The collections of one kind: where they belong, and where its identifiers stand in what is listed.
    fn collections(&mut self, at: usize) {
        let draft = &self.drafts[at];
        for (name, listed) in &draft.lists {
            let Some(op) = self.view.op(name) else { continue };
            if draft.load.as_ref().is_some_and(|load| load.operation == *name && load.by.is_none()) {
                continue;
            }
            let found = self.parent_of_list(op, at).or_else(|| self.stand_in(op, draft));
            let (owner, params) = match found {
                Some(found) => found,
                // Whoever lists has to say it; but not which ones, for that is no list.
                None if self.view.required(op).all(|m| self.view.scalar(m)) => (Owner::Service, Vec::new()),
                None => continue,
            };
            let Some(made) = self.made(draft, op, Some(listed), &params) else { continue };
            let action = |params| Action {
                name: op.noun.to_owned(),
                operation: op.name.to_owned(),
                params,
                resource: Some(made.clone()),
                path: None,
            };
            self.used.insert(op.name);
            // What a parent may be told of, but need not, is listed without it too.
            let free = self.view.required(op).next().is_none();
            if free && owner != Owner::Service {
                if let Some(made) = self.made(draft, op, Some(listed), &[]) {
                    let all = Action { resource: Some(made), ..action(Vec::new()) };
                    add(&mut self.service.has_many, all);
                }
            }
            add(&mut self.owner(owner).has_many, action(params));
        }
    }

    /// The drafts of whose identifiers an operation may take some, in their order.
    fn candidates(&self, op: &Op<'s>) -> BTreeSet<usize> {
        let plain = op.lower.iter().cloned();
        let listed = op.lower.iter().map(|lower| words::one_of(lower.strip_suffix("list").unwrap_or(lower)));
        plain.chain(listed).filter_map(|name| self.named.get(&name)).flatten().copied().collect()
    }

    fn owner(&mut self, owner: Owner) -> &mut Resource {
        match owner {
            Owner::Service => &mut self.service,
            Owner::Draft(at) => &mut self.resources[at],
            Owner::StandIn(at) => &mut self.stand_ins[at],
        }
    }

    /// The kind whose identifiers are what a listing operation asks for.
    fn parent_of_list(&self, op: &Op<'s>, at: usize) -> Option<(Owner, Vec<Param>)> {
        let asked = self.view.required(op).count();
        let mut best: Option<(usize, usize, Vec<Param>)> = None;
        for index in self.candidates(op).into_iter().filter(|index| *index != at) {
            let parent = &self.drafts[index];
            let Some((params, required)) = identify::fill(self.view, op, parent) else { continue };
            // Without anything required, only what belongs to the kind's own identity makes it a child.
            let part = || {
                let of_child = |id: &Id| self.drafts[at].ids.iter().any(|own| !own.own && id.known_as(&own.member));
                parent.ids.iter().filter(|id| id.own).all(of_child)
            };
            if params.is_empty() || required < asked || (asked == 0 && !part()) {
                continue;
            }
            if best.as_ref().is_none_or(|(_, known, _)| params.len() > *known) {
                best = Some((index, params.len(), params));
            }
        }
        match best {
            Some((index, _, params)) => Some((Owner::Draft(index), params)),
            None if asked == 0 => Some((Owner::Service, Vec::new())),
            None => None,
        }
    }

    /// A list asks for one thing that no kind is known by, as the account of QuickSight: a kind of its own then, if that
    /// thing is part of what tells the listed ones apart.
    fn stand_in(&mut self, op: &Op<'s>, draft: &Draft) -> Option<(Owner, Vec<Param>)> {
        let mut required = self.view.required(op);
        let (member, None) = (required.next()?, required.next()) else { return None };
        let part = draft.ids.iter().any(|id| id.member.eq_ignore_ascii_case(&member.name));
        if !part || !words::identifying(&member.name) || words::generic(&member.name) || !self.view.scalar(member) {
            return None;
        }
        let whole = words::pascal(&member.name);
        let ending = ["Identifier", "Name", "Arn", "ARN", "Id", "ID", "Url", "Uri", "Key"];
        let ending = ending.into_iter().find(|ending| whole.ends_with(ending))?;
        let kind = whole.strip_suffix(ending)?.to_owned();
        if kind.is_empty() || self.resources.iter().any(|resource| resource.name == kind) {
            return None;
        }
        let ending = words::pascal(ending);
        let params = vec![Param { target: member.name.to_string(), source: Source::Identifier(ending.clone()) }];
        let at = self.stand_ins.iter().position(|resource| resource.name == kind).unwrap_or_else(|| {
            let given = Param { target: ending.clone(), source: Source::Input };
            let made = Made { kind: kind.clone(), identifiers: vec![given], path: None };
            self.service.has.push(Relation { name: kind.clone(), resource: made });
            let identifiers = vec![Identifier { name: ending, ..Identifier::default() }];
            self.stand_ins.push(Resource { name: kind, identifiers, ..Resource::default() });
            self.stand_ins.len() - 1
        });
        Some((Owner::StandIn(at), params))
    }

    /// What resources of a kind are made of: what the parent knows, what comes, what was asked for.
    fn made(&self, draft: &Draft, op: &Op<'s>, listed: Option<&Listed>, params: &[Param]) -> Option<Made> {
        let mut identifiers = Vec::new();
        let mut found = false;
        for id in &draft.ids {
            let given = params.iter().find(|p| id.known_as(&p.target)).map(|p| p.source.clone());
            let from_list = || listed.and_then(|listed| in_list(self.view, &draft.name, listed, id));
            let from_answer = || listed.is_none().then(|| in_answer(self.view, &draft.name, op, id)).flatten();
            let asked = || {
                let own = listed.is_none() && id.own;
                let plain = op.input.iter().find(|m| id.known_as(&m.name) && self.view.scalar(m));
                let plain = plain.map(|m| m.name.to_string());
                let near = || identify::element_member(self.view, op.input, &draft.name, id).map(str::to_owned);
                // `DatabaseInput.Name`.
                let inside = || {
                    let parts = op.input.iter().filter(|m| words::strip(&m.name, &draft.name).len() < m.name.len());
                    parts.into_iter().find_map(|m| {
                        let members = self.view.members(m.target);
                        let found = identify::element_member(self.view, members, &draft.name, id)?;
                        Some(format!("{}.{found}", m.name))
                    })
                };
                let found = plain.or_else(|| own.then(|| near().or_else(inside)).flatten())?;
                Some(Source::RequestParameter(found))
            };
            let came = if id.own { from_list().or_else(from_answer) } else { None };
            // The name that was asked for, rather than an ARN that would do as well.
            let arn = matches!(&came, Some(Source::Response(path)) if path.to_ascii_lowercase().ends_with("arn"));
            let came = match arn && listed.is_none() && id.name == "Name" {
                true => asked().or(came),
                false => came,
            };
            found |= came.is_some() || (listed.is_none() && id.own);
            let source = came.or(given).or_else(asked);
            let source = if id.optional { source } else { source.or_else(from_list).or_else(from_answer) };
            match source {
                Some(source) => identifiers.push(Param { target: id.name.clone(), source }),
                None if id.optional => {}
                None => return None,
            }
        }
        let path = listed.filter(|listed| Some(listed.element) == draft.data).map(|l| format!("{}[]", l.path));
        found.then(|| Made { kind: draft.name.clone(), identifiers, path })
    }

    /// Finds the place of an operation that no collection has: it makes a thing, does something with one or with many,
    /// or belongs to the service.
    fn place(&mut self, op: &Op<'s>) {
        let loads = self.drafts.iter().any(|d| d.load.as_ref().is_some_and(|load| load.operation == op.name));
        if loads || self.used.contains(op.name) {
            return;
        }
        if self.makes(op) || self.batches(op) {
            return;
        }
        let mut best: Option<(usize, usize, Vec<Param>)> = None;
        for at in self.candidates(op) {
            let draft = &self.drafts[at];
            let (start, named) =
                words::mention(op.noun, &draft.name).map_or((1, 0), |(start, end)| (start, end - start));
            let Some((params, required)) = identify::fill(self.view, op, draft) else { continue };
            // What may be told of a kind is no action of it unless the name says so.
            if required == 0 && named == 0 {
                continue;
            }
            let first = if start == 0 { 90 } else { 0 };
            let score = 200 * required + first + 2 * named.min(40) + usize::from(draft.load.is_some());
            if best.as_ref().is_none_or(|(_, known, _)| score > *known) {
                best = Some((at, score, params));
            }
        }
        let Some((at, _, params)) = best else {
            return self.service.actions.push(plain(op, op.name, Vec::new()));
        };
        let kind = &self.drafts[at].name;
        let short = short(op, kind);
        let name = self.overrides.action(kind, op.name).map_or(short, str::to_owned);
        let resource = &mut self.resources[at];
        let taken = resource.actions.iter().any(|action| action.name == name);
        let name = if taken { op.name } else { &name };
        resource.actions.push(plain(op, name, params));
    }

    /// An operation that makes a thing goes to the parent, and what it makes is the thing.
    fn makes(&mut self, op: &Op<'s>) -> bool {
        let Some(rank) = MAKES.iter().position(|verb| *verb == op.verb) else { return false };
        let Some(at) = self.about(op) else { return false };
        let draft = &self.drafts[at];
        // One verb makes; the others do what they say.
        if MAKES[..rank].iter().any(|verb| self.view.op(&format!("{verb}{}", op.noun)).is_some()) {
            return false;
        }
        let parents = self.candidates(op).into_iter().filter(|index| *index != at);
        let parents = parents.filter_map(|index| {
            let parent = &self.drafts[index];
            let of_child = |id: &Id| draft.ids.iter().any(|own| !own.own && id.known_as(&own.member));
            let own = parent.ids.iter().all(of_child);
            let (params, _) = identify::fill(self.view, op, parent).filter(|(params, _)| own && !params.is_empty())?;
            Some((Owner::Draft(index), params))
        });
        let (owner, params) = parents.max_by_key(|(_, params)| params.len()).unwrap_or((Owner::Service, Vec::new()));
        let Some(made) = self.made(draft, op, None, &params) else { return false };
        let name = format!("Create{}", draft.name);
        let free = self.drafts[at].ids.iter().any(|id| id.optional) && owner != Owner::Service;
        let action = Action { resource: Some(made), ..plain(op, &name, params) };
        if free {
            if let Some(made) = self.made(&self.drafts[at], op, None, &[]) {
                let all = Action { resource: Some(made), params: Vec::new(), ..action.clone() };
                self.service.actions.push(all);
            }
        }
        self.owner(owner).actions.push(action);
        if op.verb == "Put" {
            if let Some((params, _)) = identify::fill(self.view, op, &self.drafts[at]) {
                self.resources[at].actions.push(plain(op, "Put", params));
            }
        }
        self.used.insert(op.name);
        true
    }

    /// An operation that takes a list of the identifiers of one kind, and otherwise what its parents know.
    fn batches(&mut self, op: &Op<'s>) -> bool {
        let verb = op.verb.strip_prefix("Batch").unwrap_or(op.verb);
        if ["Get", "Describe", "List", "Put", "Create", "Tag", "Untag"].contains(&verb) {
            return false;
        }
        let Some(at) = self.about(op) else { return false };
        let Some((params, _)) = identify::fill(self.view, op, &self.drafts[at]) else { return false };
        let mut lists = params.iter().filter(|p| p.target.ends_with("[0]"));
        let (Some(list), None) = (lists.next(), lists.next()) else { return false };
        let target = list.target.replace("[0]", "[]");
        let others = params.iter().filter(|p| !p.target.ends_with("[0]")).cloned();
        let source = list.source.clone();
        let all = others.chain([Param { target, source }]).collect();
        let name = if verb.is_empty() { op.verb } else { verb };
        let resource = &mut self.resources[at];
        let taken = resource.actions.iter().any(|action| action.name == name);
        resource.batch_actions.push(plain(op, name, all));
        resource.actions.push(plain(op, if taken { op.name } else { name }, params));
        self.used.insert(op.name);
        true
    }

    /// The draft that an operation is about, by its whole noun.
    fn about(&self, op: &Op<'s>) -> Option<usize> {
        let at = |name: &str| self.drafts.iter().position(|draft| draft.name == name);
        at(op.noun).or_else(|| at(op.one.as_deref().filter(|_| op.head == op.noun)?))
    }
}

/// What an operation is called as an action of a kind: without the name of the kind, where nothing else is lost by that.
fn short(op: &Op<'_>, kind: &str) -> String {
    match (op.name, words::mention(op.noun, kind)) {
        ("TagResource", _) => "Tag".to_owned(),
        ("UntagResource", _) => "Untag".to_owned(),
        ("ListTagsForResource", _) => "ListTags".to_owned(),
        // `DeleteFunction`, `UpdateFunctionCode`.
        (_, Some((0, end))) => format!("{}{}", op.verb, &op.noun[end..]),
        // `ListVersionsByFunction`, `AddRoleToDBCluster`.
        (_, Some((start, end))) if end == op.noun.len() => match words::unlinked(&op.noun[..start]) {
            Some(rest) => format!("{}{rest}", op.verb),
            None => op.name.to_owned(),
        },
        _ => op.name.to_owned(),
    }
}

fn plain(op: &Op<'_>, name: &str, params: Vec<Param>) -> Action {
    Action { name: name.to_owned(), operation: op.name.to_owned(), params, resource: None, path: None }
}

/// Adds a collection, unless there is one of that name, which comes of a better operation.
fn add(list: &mut Vec<Action>, action: Action) {
    if !list.iter().any(|known| known.name == action.name) {
        list.push(action);
    }
}

/// Where an identifier stands in what is listed.
fn in_list(view: &View<'_>, kind: &str, listed: &Listed, id: &Id) -> Option<Source> {
    let members = view.members(listed.element);
    if members.is_empty() {
        let plain = matches!(view.service.shape(listed.element).kind, crate::Kind::String { .. });
        return (plain && id.own).then(|| Source::Response(format!("{}[]", listed.path)));
    }
    let here = identify::element_member(view, members, kind, id).map(str::to_owned);
    here.or_else(|| inside(view, members, kind, id)).map(|name| Source::Response(format!("{}[].{name}", listed.path)))
}

/// Where an identifier stands in a structure that is named after the kind.
fn inside(view: &View<'_>, members: &[crate::Member], kind: &str, id: &Id) -> Option<String> {
    let parts = members.iter().filter(|m| words::strip(&m.name, kind).len() < m.name.len());
    parts.into_iter().find_map(|m| {
        let found = identify::element_member(view, view.members(m.target), kind, id)?;
        Some(format!("{}.{found}", m.name))
    })
}

/// Where an identifier stands in the answer to what made the thing: in it, or in a structure in it.
fn in_answer(view: &View<'_>, kind: &str, op: &Op<'_>, id: &Id) -> Option<Source> {
    let deeper = |shape: ShapeId| view.members(shape);
    let named = inside(view, op.output, kind, id).or_else(|| {
        // `Policy.PolicySummary.Id`.
        let parts = op.output.iter().filter(|m| words::strip(&m.name, kind).len() < m.name.len());
        parts.into_iter().find_map(|m| Some(format!("{}.{}", m.name, inside(view, deeper(m.target), kind, id)?)))
    });
    let here = || identify::element_member(view, op.output, kind, id).map(str::to_owned);
    let only = || match op.output {
        [only] => {
            identify::element_member(view, deeper(only.target), kind, id).map(|name| format!("{}.{name}", only.name))
        }
        _ => None,
    };
    // The first of several.
    let first = || {
        let listed = view.listed(op, kind)?;
        identify::element_member(view, deeper(listed.element), kind, id)
            .map(|name| format!("{}[0].{name}", listed.path))
    };
    named.or_else(here).or_else(only).or_else(first).map(Source::Response)
}
