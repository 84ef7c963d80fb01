//! The methods of resources that no definition has: faces of the library's own.

use super::by_hand::Methods;
use super::plan::{ActionPlan, Plan, ResourcePlan};
use super::{call, docs, put, Docs, Source};

/// Writes the methods of a group under these names.
pub fn methods(out: &mut Source, plan: &Plan, kind: &ResourcePlan, methods: Methods, names: &[String], docs: Docs) {
    // A bucket has to be told which object.
    let known = kind.identifiers.iter().any(|(name, _)| name == "Key");
    let (argument, key) = match known {
        true => ("", "boto::None"),
        false => (", key: impl boto::Text", "boto::Text::text(key)"),
    };
    let mut names = names.iter();
    let mut name = || names.next().map(String::as_str).unwrap_or_default();
    match methods {
        Methods::Upload => {
            docs::line(out, docs, "Uploads a file, in parts if it is large.");
            put!(out, "pub fn {}(&self, path: impl boto::Into<boto::PathBuf>{argument}) -> boto::resources::Transfer<'static> {{ boto::resources::upload_file(&self.0, path.into(), {key}) }}\n", name());
            docs::line(out, docs, "Uploads a body, of known length or not, in parts if it is large.");
            put!(out, "pub fn {}(&self, body: impl boto::Into<boto::ByteStream>{argument}) -> boto::resources::Transfer<'static> {{ boto::resources::upload(&self.0, body.into(), {key}) }}\n", name());
        }
        Methods::Download => {
            docs::line(out, docs, "Downloads to a file, in parts if it is large; it is there when it is whole.");
            put!(out, "pub fn {}(&self{argument}, path: impl boto::Into<boto::PathBuf>) -> boto::resources::Transfer<'static> {{ boto::resources::download_file(&self.0, path.into(), {key}) }}\n", name());
            docs::line(out, docs, "Downloads into a writer, in order, in parts if it is large.");
            put!(out, "pub fn {}<'a>(&self{argument}, to: impl boto::AsyncWrite + boto::Send + boto::Unpin + 'a) -> boto::resources::Transfer<'a> {{ boto::resources::download(&self.0, boto::Box::new(to), {key}) }}\n", name());
        }
        Methods::Copy => {
            docs::line(
                out,
                docs,
                "Copies an object, `bucket/key` or an object of `Bucket`, `Key` and `VersionId`, to this one.",
            );
            put!(out, "pub fn {}(&self, source: impl boto::Into<boto::Value>{argument}) -> boto::resources::Transfer<'static> {{ boto::resources::copy(&self.0, source.into(), {key}) }}\n", name());
        }
        Methods::Items => {
            let scans = |action: &&ActionPlan| plan.operation(action.operation).name.as_ref() == "Scan";
            let Some(scan) = kind.actions.iter().find(scans).map(|action| &action.method) else { return };
            let (input, output) = (plan.types.input("Scan"), plan.types.output("Scan"));
            docs::line(out, docs, "All items, page after page. `scan().items()` is the same, with parameters.");
            put!(
                out,
                "pub fn {}(&self) -> boto::Items<types::{input}, types::{output}, <types::{output} as boto::Paged>::Item> {{ self.{scan}().items() }}\n",
                name()
            );
        }
        Methods::BatchWriter => {
            docs::line(out, docs, "A writer that puts and deletes many items, 25 with each request.");
            put!(
                out,
                "pub fn {}(&self) -> {}BatchWriter {{ {1}BatchWriter(boto::resources::batch_writer(&self.0)) }}\n",
                name(),
                kind.name
            );
        }
    }
}

/// Writes the types that these methods give.
pub fn types(out: &mut Source, plan: &Plan, kind: &ResourcePlan, docs: Docs) {
    if !kind.by_hand.iter().any(|(methods, _)| *methods == Methods::BatchWriter) {
        return;
    }
    docs::line(
        out,
        docs,
        "Puts and deletes many items of a table. What it holds goes out with `finish` at the latest.",
    );
    put!(
        out,
        "#[derive(boto::Debug)]\n\
         pub struct {0}BatchWriter(boto::resources::BatchWriter);\n\
         impl {0}BatchWriter {{\n",
        kind.name
    );
    docs::line(
        out,
        docs,
        "What is given for the same key again, attributes of these names, takes the place of what waits.",
    );
    out.text("#[must_use]\npub fn overwrite_by_keys(self, keys: impl boto::IntoIterator<Item = impl boto::Text>) -> Self { Self(self.0.overwrite_by_keys(boto::texts(keys))) }\n");
    one(out, plan, ("put_item", "PutItem", "Item", "put"), docs);
    one(out, plan, ("delete_item", "DeleteItem", "Key", "delete"), docs);
    docs::line(out, docs, "Sends all that is waiting.");
    errors(out, docs);
    out.text("pub async fn finish(self) -> boto::Result<(), boto::Error> { self.0.finish().await }\n}\n");
}

fn errors(out: &mut Source, docs: Docs) {
    if docs != Docs::None {
        out.text("///\n/// # Errors\n/// Those of the requests.\n");
    }
}

fn one(out: &mut Source, plan: &Plan, (method, operation, name, function): (&str, &str, &str, &str), docs: Docs) {
    let Some(index) = plan.service.operation_index(operation) else { return };
    let members = plan.operation(index).input.map_or(&[][..], |id| plan.service.shape(id).members());
    let Some(at) = members.iter().position(|member| &*member.name == name) else { return };
    let Some(field) = plan.input(index).and_then(|record| record.fields.get(at)) else { return };
    let what = if method == "put_item" { "Puts an item" } else { "Deletes the item of that key" };
    docs::line(out, docs, &format!("{what}, with the next request."));
    errors(out, docs);
    put!(out, "pub async fn {method}(&mut self, {}: ", field.name);
    call::parameter_type(out, plan, field, &members[at]);
    put!(
        out,
        ") -> boto::Result<(), boto::Error> {{ let input = types::{} {{ {}: ",
        plan.types.input(operation),
        field.name
    );
    call::conversion(out, plan, field, &members[at], &field.name);
    put!(out, ", ..boto::Default::default() }}; boto::resources::{function}(&mut self.0, &input).await }}\n");
}
