//! Drafts of resources: which kinds there are, how they are listed and loaded, and what tells one from another.

use super::{
    identify::{self, Id},
    overrides::Overrides,
    view::{Listed, Op, View},
    words,
};
use crate::{Kind, Member, ShapeId};
use std::collections::{BTreeMap, BTreeSet};

/// A kind of resource, as far as it is known.
pub(super) struct Draft {
    pub(super) name: String,
    /// Those of parents first.
    pub(super) ids: Vec<Id>,
    pub(super) load: Option<Load>,
    /// The operations that list it, the best first.
    pub(super) lists: Vec<(String, Listed)>,
    /// The shape of its data.
    pub(super) data: Option<ShapeId>,
}

/// How one is loaded.
#[derive(Clone)]
pub(super) struct Load {
    pub(super) operation: String,
    /// Where its data stands in the answer.
    pub(super) path: String,
    /// The member that takes it, where that is not one of the operation's required ones.
    pub(super) by: Option<String>,
}

/// The verbs of operations that list things, the best first.
const LISTS: [&str; 4] = ["List", "Describe", "Get", "Search"];

/// The verbs of operations that read one thing.
const READS: [&str; 3] = ["Describe", "Get", "Head"];

/// The verbs of operations that begin or end the life of a thing, or change it; the best to learn identifiers from
/// first.
const LIVES: [&str; 18] = [
    "Delete",
    "Terminate",
    "Deregister",
    "Remove",
    "Cancel",
    "Stop",
    "Revoke",
    "Disable",
    "Release",
    "Update",
    "Modify",
    "Create",
    "Put",
    "Register",
    "Import",
    "Start",
    "Publish",
    "Add",
];

/// What `Describe…` may have behind the name of the kind.
const FACES: [&str; 10] = [
    "",
    "Details",
    "Detail",
    "Metadata",
    "Configuration",
    "Config",
    "Info",
    "Information",
    "Description",
    "Properties",
];

/// All kinds that have an identity, and why the others have none.
pub(super) fn drafts(view: &View<'_>, overrides: &Overrides<'_>) -> (Vec<Draft>, BTreeMap<String, &'static str>) {
    let mut dropped = BTreeMap::new();
    let mut raw: Vec<(Draft, Vec<String>)> = Vec::new();
    for name in names(view) {
        if overrides.drops(&name) {
            dropped.insert(name, "dropped by an override");
            continue;
        }
        let mut lists = lists(view, &name, overrides);
        let load = load(view, &name, &lists, overrides);
        if let Some((_, data)) = &load {
            // What goes on to the end goes first, then what brings the data along: `DescribeLogGroups` before `ListLogGroups`.
            let about = |name: &str| view.op(name).is_some_and(|op| op.head == op.noun);
            lists.sort_by_key(|(op, listed)| {
                let paged = view.service.paginator(op).is_some();
                (!about(op), !paged, data.is_none() || *data != Some(listed.element))
            });
        }
        let (load, data) = load.map_or((None, None), |(load, data)| (Some(load), data));
        let data = data.or_else(|| lists.first().map(|(_, listed)| listed.element));
        let data = data.filter(|shape| view.service.shape(*shape).structure().is_some());
        let draft = Draft { name, ids: Vec::new(), load, lists, data };
        let members = overrides.identifiers(&draft.name).unwrap_or_else(|| members(view, &draft));
        match members.is_empty() {
            true => drop(dropped.insert(draft.name, "nothing tells one from another")),
            false => raw.push((draft, members)),
        }
    }
    merge(view, &mut raw, &mut dropped);
    let facets = identify::settle(view, &mut raw);
    dropped.extend(facets.into_iter().map(|name| (name, "known by what another kind is known by")));
    (raw.into_iter().map(|(draft, _)| draft).collect(), dropped)
}

/// What is only listed, and lists what another kind is too, is another list of that: the grants that may be retired.
fn merge(view: &View<'_>, raw: &mut Vec<(Draft, Vec<String>)>, dropped: &mut BTreeMap<String, &'static str>) {
    let element = |draft: &Draft| {
        let shape = draft.lists.first().map(|(_, listed)| listed.element);
        shape.filter(|shape| view.service.shape(*shape).structure().is_some())
    };
    let lives = |draft: &Draft| {
        draft.load.is_some() || LIVES.iter().any(|verb| view.op(&format!("{verb}{}", draft.name)).is_some())
    };
    let mut alive: BTreeMap<ShapeId, String> = BTreeMap::new();
    for (draft, _) in raw.iter().filter(|(draft, _)| lives(draft)) {
        if let Some(shape) = element(draft) {
            alive.entry(shape).or_insert_with(|| draft.name.clone());
        }
    }
    let mut more: Vec<(String, (String, Listed))> = Vec::new();
    raw.retain(|(draft, _)| {
        let Some(same) = element(draft).and_then(|shape| alive.get(&shape)).filter(|_| !lives(draft)) else {
            return true;
        };
        dropped.insert(draft.name.clone(), "another list of the same");
        more.extend(draft.lists.iter().map(|list| (same.clone(), list.clone())));
        false
    });
    for (name, list) in more {
        if let Some((draft, _)) = raw.iter_mut().find(|(draft, _)| draft.name == name) {
            draft.lists.push(list);
        }
    }
}

/// The nouns that may be kinds: what is listed, and what is read and made or unmade.
fn names(view: &View<'_>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for op in &view.operations {
        if op.head != op.noun || op.noun.is_empty() {
            continue;
        }
        if LISTS.contains(&op.verb) {
            names.extend(op.one.clone());
        }
        let lives = || LIVES.iter().any(|verb| view.op(&format!("{verb}{}", op.noun)).is_some());
        if READS.contains(&op.verb) && words::singulars(op.noun).is_empty() && lives() {
            names.insert(op.noun.to_owned());
        }
    }
    names.remove("Tag");
    names
}

fn lists(view: &View<'_>, kind: &str, overrides: &Overrides<'_>) -> Vec<(String, Listed)> {
    if let Some(op) = overrides.list(kind).and_then(|name| view.op(name)) {
        return view.listed(op, kind).map(|listed| (op.name.to_owned(), listed)).into_iter().collect();
    }
    let mut found: Vec<(usize, &Op<'_>, Listed)> = Vec::new();
    for op in view.about_many(kind) {
        let Some(rank) = LISTS.iter().position(|verb| *verb == op.verb) else { continue };
        let rank = rank + if op.head == op.noun { 0 } else { LISTS.len() };
        found.extend(view.listed(op, kind).map(|listed| (rank, op, listed)));
    }
    found.sort_by_key(|(rank, op, _)| (*rank, op.name));
    found.into_iter().map(|(_, op, listed)| (op.name.to_owned(), listed)).collect()
}

/// How one of that kind is loaded, and the shape of what comes.
fn load(
    view: &View<'_>,
    kind: &str,
    lists: &[(String, Listed)],
    overrides: &Overrides<'_>,
) -> Option<(Load, Option<ShapeId>)> {
    let element = lists.first().map(|(_, listed)| listed.element);
    if let Some(op) = overrides.load(kind).and_then(|name| view.op(name)) {
        return one(view, kind, op, element).or_else(|| of_many(view, kind, op));
    }
    let mut best: Option<(i32, Load, Option<ShapeId>)> = None;
    for (verb_rank, verb) in (0..).zip(READS) {
        for (face_rank, face) in (0..).zip(FACES) {
            let Some(op) = view.op(&format!("{verb}{kind}{face}")) else { continue };
            let Some((load, data)) = one(view, kind, op, element) else { continue };
            let same = if data.is_some() && data == element { 50 } else { 0 };
            let score = 100 + same - 20 * i32::from(face_rank > 0) - face_rank - 2 * verb_rank;
            if best.as_ref().is_none_or(|(known, ..)| score > *known) {
                best = Some((score, load, data));
            }
        }
    }
    if let Some((_, load, data)) = best {
        return Some((load, data));
    }
    let verbs = ["Describe", "Get", "BatchGet", "BatchDescribe", "List"];
    let many = view.about_many(kind).filter(|op| op.head == op.noun);
    let single = verbs.iter().filter_map(|verb| view.op(&format!("{verb}{kind}")));
    let found = many.chain(single).filter(|op| verbs.contains(&op.verb)).find_map(|op| of_many(view, kind, op));
    // Of some things there are only attributes to be read: queues, topics.
    let attributes = || one(view, kind, view.op(&format!("Get{kind}Attributes"))?, element);
    found.or_else(attributes)
}

/// An operation that reads one thing and takes nothing but what tells which.
fn one(view: &View<'_>, kind: &str, op: &Op<'_>, element: Option<ShapeId>) -> Option<(Load, Option<ShapeId>)> {
    let mut required = view.required(op).peekable();
    let by = match required.peek() {
        Some(_) => None,
        // One of several may be given, and nothing must be: a stream by its name or its ARN.
        None => {
            let scalars = || op.input.iter().filter(|m| view.scalar(m));
            let generic = || scalars().find(|m| ["name", "id", "arn"].contains(&m.name.to_ascii_lowercase().as_str()));
            Some(scalars().find(|m| tells(view, kind, m)).or_else(generic)?.name.to_string())
        }
    };
    if op.output.is_empty() || !required.all(|member| view.scalar(member)) {
        return None;
    }
    let load = |path: &str| Load { operation: op.name.to_owned(), path: path.to_owned(), by: by.clone() };
    let of = |member: &Member| Some((load(&member.name), Some(member.target)));
    let structures: Vec<&Member> =
        op.output.iter().filter(|m| view.service.shape(m.target).structure().is_some()).collect();
    let same = structures.iter().find(|m| Some(m.target) == element);
    // What stands beside plain values is a part only.
    let alone = !op.output.iter().any(|m| view.scalar(m) && words::strip(&m.name, kind).len() < m.name.len());
    let named = structures.iter().find(|m| {
        let rest = words::strip(&m.name, kind);
        let face = FACES.contains(&rest) || ["Attributes", "Summary", "Output", "Data", "Type"].contains(&rest);
        rest.len() < m.name.len() && (rest.is_empty() || (face && alone))
    });
    if let Some(member) = same.or(named) {
        return of(member);
    }
    // The one thing that comes, beside tags and the like.
    let aside = |name: &str| ["tags", "etag", "requestid", "responsemetadata"].contains(&name.to_lowercase().as_str());
    let rest: Vec<&Member> = op.output.iter().filter(|m| !aside(&m.name) && !m.location.is_head()).collect();
    match (rest.as_slice(), structures.as_slice()) {
        ([only], [structure]) if only.name == structure.name => of(structure),
        _ => Some((load("@"), op.operation.output)),
    }
}

/// An operation that reads many and can be told which: by a list, or by one name.
fn of_many(view: &View<'_>, kind: &str, op: &Op<'_>) -> Option<(Load, Option<ShapeId>)> {
    let listed = view.listed(op, kind)?;
    view.service.shape(listed.element).structure()?;
    let telling = |member: &&Member| tells(view, kind, member);
    // What must be given tells more than what may be.
    let by = view.required(op).find(telling).or_else(|| op.input.iter().find(telling))?;
    let alone = |member: &&Member| member.name == by.name || view.scalar(member);
    if !view.required(op).all(|member| alone(&member)) {
        return None;
    }
    let path = format!("{}[0]", listed.path);
    Some((Load { operation: op.name.to_owned(), path, by: Some(by.name.to_string()) }, Some(listed.element)))
}

/// Whether a member of a reading operation says which ones: `DBInstanceIdentifier`, `clusters`, `names`.
fn tells(view: &View<'_>, kind: &str, member: &Member) -> bool {
    let one = match (view.scalar(member), view.scalars(member)) {
        (true, _) => member.name.to_string(),
        (_, true) => words::one_of(&member.name),
        _ => return false,
    };
    let rest = words::strip(&one, kind);
    let known = ["", "id", "identifier", "name", "arn"].contains(&rest.to_ascii_lowercase().as_str());
    // `Name` alone filters many things; a list of names hardly anything else than these.
    known && (rest.len() < one.len() || view.scalars(member))
}

/// The members that tell one from another, as the operation names them that loads it, else the one that ends it, else
/// the list.
fn members(view: &View<'_>, draft: &Draft) -> Vec<String> {
    let kind = draft.name.as_str();
    let scalars = |op: &Op<'_>| -> Vec<String> {
        view.required(op).filter(|m| view.scalar(m)).map(|m| m.name.to_string()).collect()
    };
    let lives = || LIVES.iter().filter_map(|verb| view.op(&format!("{verb}{kind}")));
    if let Some(load) = &draft.load {
        let Some(op) = view.op(&load.operation) else { return Vec::new() };
        let Some(by) = &load.by else { return in_path(op, scalars(op)) };
        let mut found: Vec<String> = scalars(op).into_iter().filter(|name| name != by).collect();
        // The other operations name the one: `cluster` where this one takes `clusters`.
        let one = words::one_of(by);
        let same = |name: &String| name.eq_ignore_ascii_case(&one) || name.eq_ignore_ascii_case(by);
        // `logGroupIdentifiers` takes names too, and names are what the others ask for.
        let any = words::strip(&one, kind).eq_ignore_ascii_case("identifier");
        let named = |name: &String| any && words::strip(name, kind).len() < name.len();
        let theirs = || lives().flat_map(scalars);
        found.push(theirs().find(same).or_else(|| theirs().find(named)).unwrap_or(one));
        return found;
    }
    let ends = lives().take_while(|op| op.verb != "Create").map(|op| {
        let all = in_path(op, scalars(op));
        match op.verb {
            "Update" | "Modify" => all.into_iter().filter(|name| words::identifying(name)).collect(),
            _ => all,
        }
    });
    if let Some(found) = ends.into_iter().find(|found| !found.is_empty()) {
        return found;
    }
    let Some((_, listed)) = draft.lists.first() else { return Vec::new() };
    element_identifier(view, kind, listed.element).into_iter().collect()
}

/// Labels of a path in their order: it goes from the whole to the part.
fn in_path(op: &Op<'_>, mut names: Vec<String>) -> Vec<String> {
    let uri = &op.operation.http.uri;
    let wire = |name: &String| op.input.iter().find(|m| m.name == *name).map(|m| m.wire_name().to_owned());
    let place = |name: &String| {
        let wire = wire(name).unwrap_or_default();
        uri.find(&format!("{{{wire}}}")).or_else(|| uri.find(&format!("{{{wire}+}}"))).unwrap_or(usize::MAX)
    };
    names.sort_by_key(place);
    names
}

fn element_identifier(view: &View<'_>, kind: &str, element: ShapeId) -> Option<String> {
    let shape = view.service.shape(element);
    if matches!(shape.kind, Kind::String { .. }) {
        return Some(format!("{kind}Name"));
    }
    let members = shape.members();
    let mut endings = ["Id", "Identifier", "Name", "Arn", "Key"];
    // What the other operations ask for most.
    let asked = |ending: &&str| {
        let lower = format!("{kind}{ending}").to_ascii_lowercase();
        view.operations.iter().filter(|op| op.lower.contains(&lower)).count()
    };
    endings.sort_by_cached_key(|ending| std::cmp::Reverse(asked(ending)));
    let wanted = endings.iter().map(|end| format!("{kind}{end}")).chain(endings.iter().map(|end| (*end).to_owned()));
    wanted
        .filter_map(|name| members.iter().find(|m| m.name.eq_ignore_ascii_case(&name)))
        .map(|m| m.name.to_string())
        .next()
}
