//! Structures.

use super::plan::{FieldPlan, Hold, Plan, RecordPlan, Role};
use super::{docs, put, Choices, Serde, Source};
use boto_model::{Member, ShapeId};

/// Writes a structure with what every structure can do.
pub fn write(out: &mut Source, plan: &Plan, record: &RecordPlan, choices: &Choices) {
    out.belongs_to(match record.role {
        Role::Input(operation) | Role::Output(operation) => Some(operation),
        Role::Nested => None,
    });
    let members = record.shape.map_or(&[][..], |id| plan.service.shape(id).members());
    docs::record(out, plan, record, choices.docs);
    out.text("#[derive(boto::Clone, boto::Default");
    derives(out, &record.name, choices);
    out.text(")]\n");
    if record.non_exhaustive {
        out.text("#[non_exhaustive]\n");
    }
    out.texts(&["pub struct ", &record.name, " {\n"]);
    for (field, member) in record.fields.iter().zip(members) {
        docs::member(out, plan, record.shape, member, choices.docs);
        out.texts(&["pub ", &field.name, ": "]);
        field_type(out.buffer(), plan, field, member, "");
        out.text(",\n");
    }
    out.text("}\n");
    projections(out, record);
    faces(out, &record.name, record.shape, choices);
}

/// Appends the user's derives for that type.
pub fn derives(out: &mut Source, name: &str, choices: &Choices) {
    for (of, path) in &choices.derives {
        if of.as_deref().is_none_or(|of| of == name) {
            out.texts(&[", ", path]);
        }
    }
}

/// Writes the type of a field.
pub fn field_type(out: &mut String, plan: &Plan, field: &FieldPlan, member: &Member, scope: &str) {
    let close = match field.hold {
        Hold::Stream => return out.push_str("boto::ByteStream"),
        Hold::OptionalStream => return out.push_str("boto::Option<boto::ByteStream>"),
        Hold::Plain => "",
        Hold::Optional => "boto::Option<",
        Hold::Boxed => "boto::Box<",
        Hold::OptionalBoxed => "boto::Option<boto::Box<",
    };
    out.push_str(close);
    plan.types.write_element(out, &plan.service, member, false, scope);
    out.push_str(match field.hold {
        Hold::Optional | Hold::Boxed => ">",
        Hold::OptionalBoxed => ">>",
        _ => "",
    });
}

/// The two projections through which codecs see a structure.
fn projections(out: &mut Source, record: &RecordPlan) {
    out.texts(&["impl boto::Record for ", &record.name, " {\n"]);
    if record.fields.is_empty() {
        out.text(
            "fn get(&self, _: usize, _: &str) -> &dyn boto::Field { boto::absent() }\n\
             fn get_mut(&mut self, _: usize, _: &str) -> &mut dyn boto::Field { boto::nowhere() }\n}\n",
        );
        return;
    }
    out.text("fn get(&self, index: usize, _: &str) -> &dyn boto::Field { match index {\n");
    for (index, field) in record.fields.iter().enumerate() {
        put!(out, "{index} => &self.{},\n", field.name);
    }
    out.text("_ => boto::absent(),\n} }\nfn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field { match index {\n");
    for (index, field) in record.fields.iter().enumerate() {
        put!(out, "{index} => &mut self.{},\n", field.name);
    }
    out.text("_ => boto::nowhere(),\n} }\n}\n");
}

/// `Debug`, `PartialEq` and serde through the tables: functions of the library do the work for all types.
pub fn faces(out: &mut Source, name: &str, shape: Option<ShapeId>, choices: &Choices) {
    let shape = shape.map_or_else(|| "boto::NO_SHAPE".to_owned(), |id| id.0.to_string());
    put!(
        out,
        "impl boto::Debug for {name} {{ fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {{ boto::debug(TABLE, {shape}, self, \"{name}\", f) }} }}\n\
         impl boto::PartialEq for {name} {{ fn eq(&self, other: &Self) -> bool {{ boto::same(TABLE, {shape}, self, other) }} }}\n"
    );
    serde(
        out,
        name,
        &format!("boto::serialize(TABLE, {shape}, self, to)"),
        &format!("boto::deserialize(TABLE, {shape}, from)"),
        choices,
    );
}

/// `Serialize` and `Deserialize` with these bodies, unless the user wants neither.
pub fn serde(out: &mut Source, name: &str, serialize: &str, deserialize: &str, choices: &Choices) {
    if choices.serde == Serde::None {
        return;
    }
    put!(
        out,
        "impl boto::Serialize for {name} {{ fn serialize<S: boto::Serializer>(&self, to: S) -> boto::Result<S::Ok, S::Error> {{ {serialize} }} }}\n\
         impl<'de> boto::Deserialize<'de> for {name} {{ fn deserialize<D: boto::Deserializer<'de>>(from: D) -> boto::Result<Self, D::Error> {{ {deserialize} }} }}\n"
    );
}
