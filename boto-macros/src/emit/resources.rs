//! Resources and collections: faces of one line a method over the untyped ones of the library.

use super::plan::{ActionPlan, Answer, OperationPlan, Plan, RelationPlan, ResourcePlan};
use super::{call, docs, more, put, record, Choices, Docs, Source};

/// Writes everything about resources, if there are any.
pub fn write(out: &mut Source, plan: &Plan, choices: &Choices) {
    let resources = &plan.resources;
    if resources.kinds.is_empty() {
        return;
    }
    out.belongs_to(None);
    out.texts(&["static RESOURCES: boto::resources::Definitions = boto::resources::Definitions::new("]);
    raw_string(out, &resources.text);
    put!(out, ", {}::tables, &[]);\n", plan.marker);
    from_connection(out, plan, choices);
    docs::line(out, choices.docs, "Resources of one type, listed page by page as they are asked for.");
    out.text(COLLECTION);
    for kind in &resources.kinds {
        out.belongs_to(kind.owner);
        resource(out, plan, kind, choices);
    }
    out.belongs_to(None);
    for (operation, setters) in &resources.listings {
        listing(out, plan, *operation, setters, choices);
    }
    for alias in &resources.aliases {
        let input = plan.types.input(&plan.operation(alias.operation).name);
        let text =
            format!("The resources of type [`{}`] that `{}` lists.", alias.kind, plan.operation(alias.operation).name);
        docs::line(out, choices.docs, &text);
        put!(out, "pub type {} = Collection<types::{input}, {}>;\n", alias.name, alias.kind);
        if let Some(create) = &alias.create {
            let create = ActionPlan { method: "create".to_owned(), ..create.clone() };
            put!(out, "impl Collection<types::{input}, {}> {{\n", alias.kind);
            action(out, plan, &create, "self.0.create(", choices.docs);
            out.text("}\n");
        }
    }
}

const COLLECTION: &str = "\
#[derive(boto::Clone)]
pub struct Collection<I, T>(boto::resources::Listing<I, T>);
impl<I: boto::Record, T: boto::resources::Resource> Collection<I, T> {
/// At most so many resources.
#[must_use]
pub fn limit(self, limit: usize) -> Self { Self(self.0.limit(limit)) }
/// So many resources per request, where the operation lets one choose.
#[must_use]
pub fn page_size(self, size: u32) -> Self { Self(self.0.page_size(size)) }
/// Only what the operation finds with this parameter, by name.
#[must_use]
pub fn filter(self, name: &str, value: impl boto::Into<boto::Value>) -> Self { Self(self.0.filter(name, value)) }
/// The same collection with what a base does differently: hooks on what is listed, made and done with all.
#[must_use]
pub fn with_base(self, base: &boto::Arc<boto::Base>) -> Self { Self(self.0.with_base(base)) }
/// Does something with every resource, with so many at once as said, and tells with which it failed.
///
/// # Errors
/// Those of the operation that lists.
pub async fn for_each<F: boto::Future<Output = boto::Result<(), boto::Error>>>(&self, at_once: usize, work: impl boto::FnMut(T) -> F) -> boto::Result<boto::resources::BatchOutcome<T>, boto::Error> { boto::resources::for_each(boto::Ok(self.0.untyped()), at_once, work).await }
/// The same collection, untyped.
pub fn untyped(&self) -> boto::UntypedCollection { self.0.untyped() }
/// The resources, one after the other: a stream that fetches pages as they are needed.
pub fn each(&self) -> boto::resources::Each<T> { self.0.each() }
/// The resources, page by page.
pub fn pages(&self) -> boto::resources::Pages<T> { self.0.pages() }
/// All resources, in memory.
///
/// # Errors
/// Those of the operation that lists.
pub async fn all(&self) -> boto::Result<boto::Vec<T>, boto::Error> { self.0.all().await }
/// All resources, in memory.
///
/// # Errors
/// Those of the operation that lists.
pub async fn collect(self) -> boto::Result<boto::Vec<T>, boto::Error> { self.0.all().await }
}
impl<I: boto::Record, T: boto::resources::Resource> boto::resources::Collection for Collection<I, T> {
type Item = T;
fn untyped(&self) -> boto::Result<boto::UntypedCollection, boto::Error> { boto::Ok(self.0.untyped()) }
}
impl<I, T> boto::Debug for Collection<I, T> { fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult { boto::Debug::fmt(&self.0, f) } }
";

/// What the connection leads to.
fn from_connection(out: &mut Source, plan: &Plan, choices: &Choices) {
    let service = &plan.resources.service;
    if service.actions.is_empty() && service.relations.is_empty() && service.collections.is_empty() {
        return;
    }
    const OF: &str = "&boto::resources::service(&RESOURCES, &self.0)";
    out.text("impl Connection {\n");
    for relation in &service.relations {
        self::relation(out, relation, OF, choices.docs);
    }
    for many in &service.collections {
        collection(out, plan, &many.list, &many.kind, OF, choices.docs);
    }
    for found in &service.actions {
        action(out, plan, found, &format!("boto::resources::act({OF}, "), choices.docs);
    }
    out.text("}\n");
}

fn resource(out: &mut Source, plan: &Plan, kind: &ResourcePlan, choices: &Choices) {
    let name = &kind.name;
    let identifiers: String = kind.identifiers.iter().map(|(name, _)| format!("\"{name}\", ")).collect();
    about(out, plan, kind, choices.docs);
    put!(
        out,
        "#[derive(boto::Clone, boto::PartialEq)]\n\
         pub struct {name}(boto::Untyped);\n\
         impl boto::Debug for {name} {{ fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {{ boto::Debug::fmt(&self.0, f) }} }}\n\
         impl boto::resources::Resource for {name} {{\n\
         const NAME: &'static str = \"{0}\";\n\
         const IDENTIFIERS: &'static [&'static str] = &[{identifiers}];\n\
         fn definitions() -> &'static boto::resources::Definitions {{ &RESOURCES }}\n\
         fn from_untyped(untyped: boto::Untyped) -> boto::Result<Self, boto::Error> {{ boto::Ok(Self(RESOURCES.adopt(\"{0}\", untyped))) }}\n\
         fn untyped(&self) -> &boto::Untyped {{ &self.0 }}\n\
         }}\n\
         impl boto::Answer for {name} {{\n\
         fn answer<I: boto::Record + 'static>(call: boto::Call<I, Self>) -> boto::BoxFuture<'static, boto::Result<Self, boto::Error>> {{ boto::resources::one(call) }}\n\
         }}\n\
         impl {name} {{\n",
        kind.kind
    );
    docs::line(out, choices.docs, "The resource with these identifiers. Nothing is sent.");
    out.text("pub fn new(connection: &Connection");
    for (_, argument) in &kind.identifiers {
        out.texts(&[", ", argument, ": impl boto::Text"]);
    }
    put!(
        out,
        ") -> Self {{ Self(boto::resources::resource(&RESOURCES, &connection.0, \"{}\", boto::object([",
        kind.kind
    );
    for (identifier, argument) in &kind.identifiers {
        put!(out, "(\"{identifier}\", boto::Text::text({argument})), ");
    }
    out.text("]))) }\n");
    docs::line(
        out,
        choices.docs,
        "The same resource with what a base does differently: hooks on all that is done with it.",
    );
    out.text("pub fn with_base(&self, base: &boto::Arc<boto::Base>) -> Self { Self(self.0.with_base(base)) }\n");
    docs::line(out, choices.docs, "The same resource, untyped: everything by name.");
    out.text("pub fn untyped(&self) -> &boto::Untyped { &self.0 }\n");
    for (identifier, method) in &kind.identifiers {
        docs::line(out, choices.docs, &format!("The identifier `{identifier}`."));
        put!(out, "pub fn {method}(&self) -> &str {{ boto::resources::identifier(&self.0, \"{identifier}\") }}\n");
    }
    data(out, plan, kind, choices);
    for found in &kind.actions {
        action(out, plan, found, "boto::resources::act(&self.0, ", choices.docs);
    }
    for (methods, names) in &kind.by_hand {
        more::methods(out, plan, kind, *methods, names, choices.docs);
    }
    for found in &kind.relations {
        relation(out, found, "&self.0", choices.docs);
    }
    for many in &kind.collections {
        collection(out, plan, &many.list, &many.kind, "&self.0", choices.docs);
    }
    for (waiter, method, operation) in &kind.waiters {
        let (input, output) = types(plan, *operation);
        docs::line(out, choices.docs, &format!("Waits for it, by the waiter `{waiter}` of the resource."));
        put!(
            out,
            "pub fn {method}(&self) -> boto::Wait<{input}, {output}> {{ boto::resources::waits(&self.0, \"{waiter}\", boto::Default::default()) }}\n"
        );
    }
    for batch in &kind.batches {
        let operation = &plan.operation(batch.operation).name;
        docs::line(out, choices.docs, &format!("Calls `{operation}` with all of these, as many at once as it takes."));
        put!(
            out,
            "pub fn {}_all(these: impl boto::IntoIterator<Item = Self>) -> boto::resources::Batch<Self> {{ boto::resources::Batch::of(these, \"{}\") }}\n",
            batch.method.trim_start_matches("r#"),
            batch.name
        );
    }
    out.text("}\n");
    more::types(out, plan, kind, choices.docs);
    if !kind.batches.is_empty() {
        put!(out, "impl<I: boto::Record> Collection<I, {name}> {{\n");
        for batch in &kind.batches {
            let operation = &plan.operation(batch.operation).name;
            docs::line(
                out,
                choices.docs,
                &format!("Calls `{operation}` with all that is listed, as many at once as it takes."),
            );
            put!(
                out,
                "pub fn {}(&self) -> boto::resources::Batch<{name}> {{ self.0.batch(\"{}\") }}\n",
                batch.method,
                batch.name
            );
        }
        out.text("}\n");
    }
}

fn about(out: &mut Source, plan: &Plan, kind: &ResourcePlan, docs: Docs) {
    if docs == Docs::None {
        return;
    }
    put!(out, "/// The resource `{}`", kind.kind);
    let names: Vec<&str> = kind.identifiers.iter().map(|(name, _)| name.as_str()).collect();
    if !names.is_empty() {
        put!(out, ", known by its `{}`", names.join("`, `"));
    }
    out.text(". Clones are cheap and share what is loaded.\n");
    if let Some(load) = kind.loads {
        put!(out, "///\n/// Its attributes are loaded by `{}`, once.\n", plan.operation(load).name);
    }
    if !kind.left_out.is_empty() {
        let names = kind.left_out.join("`, `");
        put!(out, "///\n/// Left out with the resources they lead to: `{names}`.\n");
    }
}

/// Loading, and what is loaded.
fn data(out: &mut Source, plan: &Plan, kind: &ResourcePlan, choices: &Choices) {
    if kind.data.is_none() && kind.loads.is_none() {
        return;
    }
    docs::line(out, choices.docs, "Whether the data is there.");
    out.text("pub fn is_loaded(&self) -> bool { self.0.is_loaded() }\n");
    if kind.loads.is_some() {
        docs::line(out, choices.docs, "Loads the data, unless it is there.");
        errors(out, choices.docs);
        out.text("pub async fn load(&self) -> boto::Result<(), boto::Error> { self.0.load().await }\n");
        docs::line(out, choices.docs, "Loads the data anew.");
        errors(out, choices.docs);
        out.text("pub async fn reload(&self) -> boto::Result<(), boto::Error> { self.0.reload().await }\n");
    }
    let Some((shape, found)) = kind.data else { return };
    let (structure, members) = (&plan.records[found], plan.service.shape(shape).members());
    docs::line(out, choices.docs, "The data, if it is there.");
    put!(
        out,
        "pub fn data(&self) -> boto::Option<types::{}> {{ boto::resources::record(&self.0, TABLE.get(), {}) }}\n",
        structure.name,
        shape.0
    );
    for (index, method) in &kind.attributes {
        docs::line(out, choices.docs, &format!("The attribute `{}`.", members[*index].name));
        out.texts(&["pub fn ", method, "(&self) -> boto::resources::Attribute<"]);
        record::field_type(out.buffer(), plan, &structure.fields[*index], &members[*index], "types::");
        put!(out, "> {{ boto::resources::attribute(&self.0, TABLE.get(), {}, {index}) }}\n", shape.0);
    }
}

fn errors(out: &mut Source, docs: Docs) {
    if docs != Docs::None {
        out.text("///\n/// # Errors\n/// Those of the operation.\n");
    }
}

fn types(plan: &Plan, operation: usize) -> (String, String) {
    let name = &plan.operation(operation).name;
    (format!("types::{}", plan.types.input(name)), format!("types::{}", plan.types.output(name)))
}

/// Writes the arguments of a method that calls an operation, and then the input made of them.
fn taking<'a>(out: &mut Source, plan: &'a Plan, action: &ActionPlan) -> impl FnOnce(&mut Source) + 'a {
    let operation: &OperationPlan = &plan.operations[action.operation];
    let input = plan.types.input(&plan.operation(action.operation).name);
    let fields = plan.input(operation.index).map_or(&[][..], |record| &record.fields);
    let model = plan.operation(operation.index).input;
    let members = model.map_or(&[][..], |id| plan.service.shape(id).members());
    match &action.arguments {
        None => out.texts(&[", input: types::", &input]),
        Some(arguments) => {
            for &index in arguments {
                out.texts(&[", ", &fields[index].name, ": "]);
                call::parameter_type(out, plan, &fields[index], &members[index]);
            }
        }
    }
    let arguments = action.arguments.clone();
    move |out: &mut Source| call::given(out, plan, &input, arguments.as_deref(), fields, members)
}

/// An action; `call` is the beginning of the expression that makes the call, up to its name.
fn action(out: &mut Source, plan: &Plan, action: &ActionPlan, call: &str, docs: Docs) {
    let (input, output) = types(plan, action.operation);
    let operation = &plan.operation(action.operation).name;
    let (answer, comes) = match &action.answer {
        Answer::Output => (output, String::new()),
        Answer::One(kind) => (kind.clone(), format!(" and gives the [`{kind}`]")),
        Answer::Maybe(kind) => {
            (format!("boto::Option<{kind}>"), format!(" and gives the [`{kind}`] that the input names"))
        }
        Answer::Many(kind) => (format!("boto::Vec<{kind}>"), format!(" and gives each [`{kind}`]")),
    };
    docs::line(out, docs, &format!("Calls `{operation}`{comes}."));
    out.texts(&["pub fn ", &action.method, "(&self"]);
    let input_of = taking(out, plan, action);
    put!(out, ") -> Call<{input}, {answer}> {{ Call({call}\"{}\", ", action.name);
    input_of(out);
    out.text(")) }\n");
}

fn collection(out: &mut Source, plan: &Plan, list: &ActionPlan, kind: &str, of: &str, docs: Docs) {
    let (input, _) = types(plan, list.operation);
    docs::line(out, docs, &format!("Each [`{kind}`] that `{}` lists.", plan.operation(list.operation).name));
    out.texts(&["pub fn ", &list.method, "(&self"]);
    let input_of = taking(out, plan, list);
    put!(out, ") -> Collection<{input}, {kind}> {{ Collection(boto::resources::Listing::new({of}, \"{}\", ", list.name);
    input_of(out);
    out.text(")) }\n");
}

fn relation(out: &mut Source, relation: &RelationPlan, of: &str, docs: Docs) {
    let RelationPlan { name, method, kind, open, data, many } = relation;
    if *data {
        let (word, answer, function) = match many {
            true => ("each", format!("boto::Vec<{kind}>"), "references"),
            false => ("the", format!("boto::Option<{kind}>"), "reference"),
        };
        docs::line(out, docs, &format!("Gives {word} [`{kind}`] that it refers to; loads it unless it is loaded."));
        errors(out, docs);
        put!(
            out,
            "pub async fn {method}(&self) -> boto::Result<{answer}, boto::Error> {{ boto::resources::{function}(self.0.clone(), \"{name}\").await }}\n"
        );
        return;
    }
    docs::line(out, docs, &format!("The [`{kind}`] that belongs to it. Nothing is sent."));
    out.texts(&["pub fn ", method, "(&self"]);
    for argument in open {
        out.texts(&[", ", argument, ": impl boto::Text"]);
    }
    put!(out, ") -> {kind} {{ {kind}(boto::resources::sub({of}, \"{name}\", [");
    for argument in open {
        put!(out, "boto::text({argument}), ");
    }
    out.text("])) }\n");
}

/// The setters of what an operation lists by.
fn listing(out: &mut Source, plan: &Plan, operation: usize, setters: &[(usize, String)], choices: &Choices) {
    let model = plan.operation(operation);
    let Some(input) = plan.input(operation).filter(|_| !setters.is_empty()) else { return };
    let members = model.input.map_or(&[][..], |id| plan.service.shape(id).members());
    put!(out, "impl<T: boto::resources::Resource> Collection<types::{}, T> {{\n", plan.types.input(&model.name));
    for (index, setter) in setters {
        let (field, member) = (&input.fields[*index], &members[*index]);
        docs::member(out, plan, model.input, member, choices.docs);
        out.texts(&["#[must_use]\npub fn ", setter, "(mut self, value: "]);
        call::parameter_type(out, plan, field, member);
        out.texts(&[") -> Self { self.0.input.", &field.name, " = "]);
        call::conversion(out, plan, field, member, "value");
        out.text("; self }\n");
    }
    out.text("}\n");
}

/// Text as a literal that can still be read.
fn raw_string(out: &mut Source, text: &str) {
    let mut hashes = String::from("#");
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    out.texts(&["r", &hashes, "\"", text, "\"", &hashes]);
}
