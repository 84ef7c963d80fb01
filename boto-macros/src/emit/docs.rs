//! Documentation made of facts: what is called, what is required, ranges, patterns, errors, where to read on.

use super::plan::{Alias, EnumPlan, OperationPlan, Plan, RecordPlan, Role, UnionPlan};
use super::{put, Source};
use boto_model::{Kind, Location, Member, Operation, ShapeId, Traits};

/// How much documentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Docs {
    /// None; `missing_docs` is allowed.
    None,
    /// Facts, in few words.
    #[default]
    Short,
    /// Facts, and the model's own prose where a model of the user's has some.
    Full,
}

/// Patterns longer than this say nothing to a reader.
const LONGEST_PATTERN: usize = 120;
/// So many values of an enumeration are named where it is used.
const MOST_VALUES: usize = 6;

/// One line of documentation.
pub fn line(out: &mut Source, docs: Docs, text: &str) {
    if docs != Docs::None {
        out.texts(&["/// ", text, "\n"]);
    }
}

/// The model's own words, if we have them.
fn words(out: &mut Source, text: Option<&str>) {
    for (index, line) in text.into_iter().flat_map(str::lines).enumerate() {
        if index == 0 {
            out.text("///\n");
        }
        out.texts(&["/// ", line, "\n"]);
    }
}

/// A paragraph behind others.
fn paragraph(out: &mut Source, text: &str) {
    out.texts(&["///\n/// ", text, "\n"]);
}

/// The marker type.
pub fn marker(out: &mut Source, plan: &Plan, docs: Docs) {
    if docs == Docs::None {
        return;
    }
    let metadata = plan.service.metadata();
    put!(
        out,
        "/// {}, version {}: give it to `Session::connect_to` for a typed [`Connection`].\n",
        prose(&metadata.full_name),
        metadata.api_version
    );
}

/// The connection.
pub fn connection(out: &mut Source, plan: &Plan, docs: Docs) {
    if docs == Docs::None {
        return;
    }
    let metadata = plan.service.metadata();
    let count = plan.operations.len();
    put!(
        out,
        "/// A connection to {}: {count} operation{}, each a method that returns a [`Call`]. Clones are cheap and share everything.\n",
        prose(&metadata.full_name),
        if count == 1 { "" } else { "s" }
    );
}

/// The method of an operation.
pub fn operation(out: &mut Source, plan: &Plan, operation: &OperationPlan, docs: Docs) {
    if docs == Docs::None {
        return;
    }
    let model = plan.operation(operation.index);
    put!(out, "/// Calls `{}` (`{} {}`).\n", model.name, model.http.method, model.http.uri);
    words(out, plan.prose.as_ref().and_then(|prose| prose.operation(&model.name)));
    let mut facts = Vec::new();
    if model.deprecated {
        facts.push("Deprecated by the service.");
    }
    if model.readonly {
        facts.push("Changes nothing.");
    } else if model.idempotent {
        facts.push("May be repeated without further effect.");
    }
    if plan.service.paginator(&model.name).is_some() {
        facts.push("Answers in pages.");
    }
    if model.auth_type.as_deref() == Some("none") {
        facts.push("Needs no credentials.");
    }
    if !facts.is_empty() {
        paragraph(out, &facts.join(" "));
    }
    if !model.errors.is_empty() {
        out.text("///\n/// # Errors\n/// ");
        errors(out, plan, model);
        out.text(".\n");
    }
    let uid = &plan.service.metadata().uid;
    if !uid.is_empty() && plan.official {
        put!(out, "///\n/// [AWS reference](https://docs.aws.amazon.com/goto/WebAPI/{uid}/{})\n", model.name);
    }
}

fn errors(out: &mut Source, plan: &Plan, model: &Operation) {
    for (index, &error) in model.errors.iter().enumerate() {
        if index > 0 {
            out.text(", ");
        }
        out.texts(&["`", plan.types.name(error), "`"]);
    }
}

/// A structure.
pub fn record(out: &mut Source, plan: &Plan, record: &RecordPlan, docs: Docs) {
    if docs == Docs::None {
        return;
    }
    match record.role {
        Role::Input(index) => put!(out, "/// What `{}` takes.\n", plan.operation(index).name),
        Role::Output(index) => put!(out, "/// What `{}` answers.\n", plan.operation(index).name),
        Role::Nested => {
            let shape = record.shape.map(|id| plan.service.shape(id));
            let name = shape.map_or("", |shape| &shape.name);
            match shape.and_then(|shape| shape.structure()).and_then(|s| s.exception.as_ref()) {
                Some(exception) => {
                    put!(out, "/// The error `{}`", exception.code.as_deref().unwrap_or(name));
                    if let Some(status) = exception.status {
                        put!(out, ", HTTP status {status}");
                    }
                    out.text(".\n");
                }
                None => put!(out, "/// The structure `{name}`.\n"),
            }
            words(out, plan.prose.as_ref().and_then(|prose| prose.shape(name)));
        }
    }
}

/// The output of an operation that has a type under another name.
pub fn alias(out: &mut Source, plan: &Plan, alias: &Alias, docs: Docs) {
    if docs != Docs::None {
        put!(out, "/// What `{}` answers.\n", plan.operation(alias.operation).name);
    }
}

/// A union.
pub fn union(out: &mut Source, plan: &Plan, union: &UnionPlan, docs: Docs) {
    if docs == Docs::None {
        return;
    }
    let shape = plan.service.shape(union.shape);
    let noun = if shape.structure().is_some_and(|s| s.event_stream) { "events of" } else { "union" };
    put!(out, "/// The {noun} `{}`.\n", shape.name);
    words(out, plan.prose.as_ref().and_then(|prose| prose.shape(&shape.name)));
}

/// An enumeration.
pub fn enumeration(out: &mut Source, plan: &Plan, enumeration: &EnumPlan, docs: Docs) {
    if docs != Docs::None {
        let name = &plan.service.shape(enumeration.shape).name;
        put!(out, "/// The values of `{name}`.\n");
        words(out, plan.prose.as_ref().and_then(|prose| prose.shape(name)));
    }
}

/// A value of an enumeration.
pub fn value(out: &mut Source, value: &str, docs: Docs) {
    if docs != Docs::None {
        out.text("/// `");
        code(out.buffer(), value);
        out.text("`\n");
    }
}

/// A field, a variant of a union or a setter, of the structure `owner`.
pub fn member(out: &mut Source, plan: &Plan, owner: Option<ShapeId>, member: &Member, docs: Docs) {
    if docs == Docs::None {
        return;
    }
    out.texts(&["/// `", &member.name, "`"]);
    let has = |traits| member.traits.has(traits);
    let flags = [
        (has(Traits::REQUIRED), ", required"),
        (has(Traits::IDEMPOTENCY_TOKEN), ", made up if absent"),
        (has(Traits::SENSITIVE) || plan.service.shape(member.target).sensitive, ", sensitive"),
        (has(Traits::DEPRECATED), ", deprecated"),
    ];
    for (set, text) in flags {
        if set {
            out.text(text);
        }
    }
    place(out, member);
    constraints(out, plan, member.target);
    out.text("\n");
    if let (Some(prose), Some(owner)) = (&plan.prose, owner) {
        words(out, prose.member(&plan.service.shape(owner).name, &member.name));
    }
}

fn place(out: &mut Source, member: &Member) {
    let place = match member.location {
        Location::Header => "header",
        Location::Headers => "headers",
        _ => return,
    };
    out.texts(&[" (", place, " `", member.wire_name(), "`)"]);
}

fn constraints(out: &mut Source, plan: &Plan, id: ShapeId) {
    let shape = plan.service.shape(id);
    let unit = match &shape.kind {
        Kind::String { .. } => " characters",
        Kind::Blob { .. } => " bytes",
        Kind::List { .. } => " elements",
        Kind::Map { .. } => " entries",
        _ => "",
    };
    match (shape.min, shape.max) {
        (Some(min), Some(max)) => put!(out, ": {min} to {max}{unit}"),
        (Some(min), None) => put!(out, ": at least {min}{unit}"),
        (None, Some(max)) => put!(out, ": at most {max}{unit}"),
        (None, None) => {}
    }
    if let Some(pattern) = shape.pattern.as_deref().filter(|p| p.len() <= LONGEST_PATTERN && *p != ".*") {
        out.text(", matches `");
        code(out.buffer(), pattern);
        out.text("`");
    }
    if let Kind::Map { key, .. } = &shape.kind {
        values(out, plan, key.target);
    }
}

/// Names the values of keys, which are plain strings in Rust.
fn values(out: &mut Source, plan: &Plan, id: ShapeId) {
    let Kind::String { values } = &plan.service.shape(id).kind else { return };
    if values.is_empty() {
        return;
    }
    out.text("; keys are ");
    for (index, value) in values.iter().take(MOST_VALUES).enumerate() {
        out.text(if index == 0 { "`" } else { ", `" });
        code(out.buffer(), value);
        out.text("`");
    }
    if values.len() > MOST_VALUES {
        put!(out, " and {} more", values.len() - MOST_VALUES);
    }
}

/// Text inside backquotes: on one line, without backquotes of its own.
fn code(out: &mut String, text: &str) {
    out.extend(text.chars().map(|c| match c {
        '`' => '\'',
        c if c.is_control() => ' ',
        c => c,
    }));
}

/// Text of a model outside backquotes: on one line, without what Markdown would read as its own.
fn prose(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '<' | '>' | '[' | ']' | '*' | '_' | '`' | '\\'))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
