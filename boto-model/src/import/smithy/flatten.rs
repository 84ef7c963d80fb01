//! Mixins and `apply` statements, laid into the shapes that they are about.

use super::super::{Invalid, Json};
use std::borrow::Cow;
use std::collections::HashMap;

/// The model without mixins and `apply` statements; the same document if it has none.
pub(super) fn flatten(document: &Json) -> Result<Cow<'_, Json>, Invalid> {
    let shapes = document.get("shapes").map(Json::entries).unwrap_or_default();
    let concerned = |shape: &Json| shape.get("mixins").is_some() || is_apply(shape);
    if !shapes.iter().any(|(_, shape)| concerned(shape)) {
        return Ok(Cow::Borrowed(document));
    }
    let index: HashMap<&str, &Json> = shapes.iter().map(|(id, shape)| (id.as_str(), shape)).collect();
    let mut flat: Vec<(String, Json)> = Vec::with_capacity(shapes.len());
    for (id, shape) in shapes.iter().filter(|(_, shape)| !is_apply(shape)) {
        flat.push((id.clone(), with_mixins(id, shape, &index, MIXIN_DEPTH)?));
    }
    let places: HashMap<String, usize> = flat.iter().enumerate().map(|(at, (id, _))| (id.clone(), at)).collect();
    for (id, apply) in shapes.iter().filter(|(_, shape)| is_apply(shape)) {
        let (shape, member) = id.split_once('$').map_or((id.as_str(), None), |(s, m)| (s, Some(m)));
        let target = places.get(shape).map(|at| &mut flat[*at].1);
        let target = match member {
            Some(member) => target.and_then(|shape| member_mut(shape, member)),
            None => target,
        };
        let target = target.ok_or_else(|| Invalid::new(format!("shapes.{id}"), "applies to nothing"))?;
        if let Some(traits) = apply.get("traits") {
            target.merge(&Json::Object(vec![("traits".to_owned(), traits.clone())]));
        }
    }
    let rest = document.entries().iter().filter(|(key, _)| key != "shapes").cloned();
    Ok(Cow::Owned(Json::Object(rest.chain([("shapes".to_owned(), Json::Object(flat))]).collect())))
}

/// Mixins of mixins of mixins …
const MIXIN_DEPTH: u32 = 32;

fn is_apply(shape: &Json) -> bool {
    shape.get("type").and_then(Json::as_str) == Some("apply")
}

fn member_mut<'a>(shape: &'a mut Json, name: &str) -> Option<&'a mut Json> {
    let Json::Object(entries) = shape else { return None };
    // Lists and maps have their members at the top.
    let at_top = matches!(name, "member" | "key" | "value") && entries.iter().any(|(key, _)| key == name);
    if at_top {
        return entries.iter_mut().find(|(key, _)| key == name).map(|(_, m)| m);
    }
    match entries.iter_mut().find(|(key, _)| key == "members") {
        Some((_, Json::Object(members))) => members.iter_mut().find(|(key, _)| key == name).map(|(_, m)| m),
        _ => None,
    }
}

/// The mixins' members and traits, in their order, and the shape's own over them.
fn with_mixins(id: &str, shape: &Json, index: &HashMap<&str, &Json>, depth: u32) -> Result<Json, Invalid> {
    let Some(Json::List(mixins)) = shape.get("mixins") else { return Ok(shape.clone()) };
    let error = |problem: String| Invalid::new(format!("shapes.{id}.mixins"), problem);
    let depth = depth.checked_sub(1).ok_or_else(|| error("mixins go round in circles".to_owned()))?;
    let mut flat = Json::Object(Vec::new());
    for mixin in mixins {
        let target = mixin.get("target").and_then(Json::as_str).unwrap_or_default();
        let found = index.get(target).ok_or_else(|| error(format!("no shape named {target:?}")))?;
        flat.merge(&inherited(with_mixins(target, found, index, depth)?));
    }
    flat.merge(shape);
    if let Json::Object(entries) = &mut flat {
        entries.retain(|(key, _)| key != "mixins");
    }
    Ok(flat)
}

/// What a mixin gives to those that use it: everything but its local traits.
fn inherited(mut mixin: Json) -> Json {
    const MIXIN: &str = "smithy.api#mixin";
    let local: Vec<String> = match mixin.get("traits").and_then(|t| t.get(MIXIN)?.get("localTraits")) {
        Some(Json::List(names)) => names.iter().filter_map(|n| n.as_str().map(str::to_owned)).collect(),
        _ => Vec::new(),
    };
    let Json::Object(entries) = &mut mixin else { return mixin };
    if let Some((_, Json::Object(traits))) = entries.iter_mut().find(|(key, _)| key == "traits") {
        traits.retain(|(name, _)| name != MIXIN && !local.contains(name));
    }
    mixin
}
