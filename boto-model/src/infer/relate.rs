//! What leads from one resource to others, and what can be waited for.

use super::{build::Build, draft::Draft, identify, words};
use crate::resource::{Action, Made, Param, Relation, ResourceWaiter, Source};
use std::collections::BTreeMap;

/// What operations on anything with an ARN call it.
const ANYTHING: [&str; 6] = ["resource", "resourcearn", "resourceid", "resourcename", "arn", "resourceidentifier"];

impl Build<'_, '_> {
    /// Tags: operations on whatever has an ARN are actions of all kinds that have one.
    pub(super) fn tagging(&mut self) {
        for (name, short) in [
            ("TagResource", "Tag"),
            ("UntagResource", "Untag"),
            ("ListTagsForResource", "ListTags"),
            ("ListTags", "ListTags"),
            ("AddTagsToResource", "Tag"),
            ("RemoveTagsFromResource", "Untag"),
        ] {
            let Some(op) = self.view.op(name) else { continue };
            let Some(member) = op.input.iter().find(|m| ANYTHING.contains(&m.name.to_ascii_lowercase().as_str()))
            else {
                continue;
            };
            for (draft, resource) in self.drafts.iter().zip(&mut self.resources) {
                let own = draft.ids.iter().find(|id| id.own && id.name == "Arn");
                let source = match own {
                    Some(id) => Source::Identifier(id.name.clone()),
                    None => match identify::data_arn(self.view, draft) {
                        Some(path) => Source::Data(path),
                        None => continue,
                    },
                };
                if resource.actions.iter().any(|action| action.name == short || action.operation == name) {
                    continue;
                }
                let params = vec![Param { target: member.name.to_string(), source }];
                let (short, operation) = (short.to_owned(), name.to_owned());
                resource.actions.push(Action { name: short, operation, params, resource: None, path: None });
            }
        }
    }

    /// The service leads to every kind, a parent to its children, a child to its parents, and data to what they name.
    pub(super) fn relate(&mut self, at: usize, alone: &BTreeMap<String, Vec<usize>>) {
        let draft = &self.drafts[at];
        let to = |kind: &str, identifiers: Vec<Param>| Made { kind: kind.to_owned(), identifiers, path: None };
        let given = |name: &String| Param { target: name.clone(), source: Source::Input };
        let all = draft.ids.iter().map(|id| given(&id.name)).collect();
        self.service.has.push(Relation { name: draft.name.clone(), resource: to(&draft.name, all) });
        for (other_at, other) in self.drafts.iter().enumerate().filter(|(other, _)| *other != at) {
            // Which identifier of the other one each of this one's is.
            let pairs = draft.ids.iter().filter_map(|id| {
                let same = other.ids.iter().find(|o| !o.own && id.known_as(&o.member))?;
                Some((id.name.clone(), same.name.clone()))
            });
            let pairs: Vec<(String, String)> = pairs.collect();
            if !pairs.is_empty() && pairs.len() == draft.ids.len() {
                let own = |(mine, theirs): &(String, String)| Param {
                    target: mine.clone(),
                    source: Source::Identifier(theirs.clone()),
                };
                let back = pairs.iter().map(own).collect();
                relation(&mut self.resources[other_at].has, &draft.name, to(&draft.name, back));
                let known = |name: &String| pairs.iter().find(|(_, theirs)| theirs == name);
                let down = other.ids.iter().map(|id| match known(&id.name) {
                    Some((mine, _)) => Param { target: id.name.clone(), source: Source::Identifier(mine.clone()) },
                    None => given(&id.name),
                });
                relation(&mut self.resources[at].has, &other.name, to(&other.name, down.collect()));
            }
        }
        let (Some(data), Some(_)) = (draft.data, &draft.load) else { return };
        for member in self.view.members(data).iter().filter(|m| self.view.scalar(m) && !words::generic(&m.name)) {
            let own = draft.ids.iter().any(|id| id.data.as_deref() == Some(&member.name) || id.known_as(&member.name));
            let of_own = words::strip(&member.name, &draft.name).len() < member.name.len();
            if own || of_own {
                continue;
            }
            // Of several with the same identifier it is the one that the member is named after.
            let lower = member.name.to_ascii_lowercase();
            let found = alone.get(&lower).into_iter().flatten().filter(|other| **other != at);
            let best = found.min_by_key(|other| {
                let name = &self.drafts[**other].name;
                (!lower.starts_with(&name.to_ascii_lowercase()), name.len())
            });
            if let Some(other) = best.map(|other| &self.drafts[*other]) {
                let source = Source::Data(member.name.to_string());
                let target = other.ids[0].name.clone();
                relation(&mut self.resources[at].has, &other.name, to(&other.name, vec![Param { target, source }]));
            }
        }
    }

    /// A waiter belongs to the kind that its name begins with and whose identifiers its operation takes.
    pub(super) fn waiters(&mut self) {
        for waiter in self.view.service.waiters() {
            let Some(op) = self.view.op(&waiter.operation) else { continue };
            let mut best: Option<(usize, usize, Vec<Param>)> = None;
            for (at, draft) in self.drafts.iter().enumerate() {
                let Some((0, end)) = words::mention(&waiter.name, &draft.name) else { continue };
                let Some((params, _)) = identify::fill(self.view, op, draft) else { continue };
                if best.as_ref().is_none_or(|(_, known, _)| end > *known) && end < waiter.name.len() {
                    best = Some((at, end, params));
                }
            }
            if let Some((at, end, params)) = best {
                let name = waiter.name[end..].to_owned();
                let (waiter, path) = (waiter.name.to_string(), None);
                self.resources[at].waiters.push(ResourceWaiter { name, waiter, params, path });
            }
        }
    }
}

fn relation(has: &mut Vec<Relation>, name: &str, resource: Made) {
    if !has.iter().any(|known| known.name == name) {
        has.push(Relation { name: name.to_owned(), resource });
    }
}

/// The drafts with one identifier, by all that it may be called.
pub(super) fn alone(drafts: &[Draft]) -> BTreeMap<String, Vec<usize>> {
    let mut alone: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        if let [id] = draft.ids.as_slice() {
            for alias in id.aliases() {
                alone.entry(alias.to_owned()).or_default().push(at);
            }
        }
    }
    alone
}
