//! Unions and event streams: enums with one variant per member and one for what the model does not know.

use super::plan::{FieldPlan, Plan, UnionPlan};
use super::{docs, put, record, Choices, Source};
use boto_model::Member;

/// Writes a union.
pub fn write(out: &mut Source, plan: &Plan, union: &UnionPlan, choices: &Choices) {
    let members = plan.service.shape(union.shape).members();
    docs::union(out, plan, union, choices.docs);
    out.text("#[derive(boto::Clone");
    record::derives(out, &union.name, choices);
    out.texts(&[")]\n#[non_exhaustive]\npub enum ", &union.name, " {\n"]);
    for (variant, member) in union.variants.iter().zip(members) {
        docs::member(out, plan, Some(union.shape), member, choices.docs);
        out.texts(&[&variant.name, "("]);
        variant_type(out.buffer(), plan, variant, member);
        out.text("),\n");
    }
    docs::line(out, choices.docs, "A variant that this version of the model does not know.");
    out.text("Unknown(boto::UnknownVariant),\n}\n");
    put!(
        out,
        "impl boto::Default for {} {{ fn default() -> Self {{ Self::Unknown(boto::Default::default()) }} }}\n",
        union.name
    );
    match union.variants.is_empty() {
        true => no_projections(out, &union.name),
        false => projections(out, union),
    }
    record::faces(out, &union.name, Some(union.shape), choices);
}

fn variant_type(out: &mut String, plan: &Plan, variant: &FieldPlan, member: &Member) {
    record::field_type(out, plan, variant, member, "");
}

/// Of a union without members, whose patterns would be unreachable.
fn no_projections(out: &mut Source, name: &str) {
    out.texts(&["impl boto::Record for ", name, " {\n"]);
    out.text("fn get(&self, _: usize, _: &str) -> &dyn boto::Field { boto::absent() }\n");
    out.text("fn get_mut(&mut self, _: usize, _: &str) -> &mut dyn boto::Field { boto::nowhere() }\n");
    special(out);
    out.texts(&["impl boto::Special for ", name, " {\n"]);
    put_unknown(out);
    out.text(
        "fn unknown(&self) -> boto::Option<(&str, &boto::Value)> { \
         let Self::Unknown(unknown) = self; boto::Some((unknown.name(), unknown.value())) }\n}\n",
    );
}

fn special(out: &mut Source) {
    out.text("fn special(&self) -> boto::Option<&dyn boto::Special> { boto::Some(self) }\n");
    out.text("fn special_mut(&mut self) -> boto::Option<&mut dyn boto::Special> { boto::Some(self) }\n}\n");
}

fn put_unknown(out: &mut Source) {
    out.text(
        "fn put_unknown(&mut self, name: &str, value: boto::Value) { *self = Self::Unknown(boto::unknown_variant(name, value)); }\n",
    );
}

fn projections(out: &mut Source, union: &UnionPlan) {
    out.texts(&["impl boto::Record for ", &union.name, " {\n"]);
    out.text("fn get(&self, index: usize, _: &str) -> &dyn boto::Field { match (self, index) {\n");
    for (index, variant) in union.variants.iter().enumerate() {
        put!(out, "(Self::{}(value), {index}) => value,\n", variant.name);
    }
    out.text("_ => boto::absent(),\n} }\n");

    out.text("fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {\n");
    out.text("if boto::Special::active(self) != boto::Some(index) { *self = match index {\n");
    for (index, variant) in union.variants.iter().enumerate() {
        put!(out, "{index} => Self::{}(boto::Default::default()),\n", variant.name);
    }
    out.text("_ => return boto::nowhere(),\n} }\nmatch self {\n");
    for variant in &union.variants {
        put!(out, "Self::{}(value) => value,\n", variant.name);
    }
    out.text("Self::Unknown(..) => boto::nowhere(),\n} }\n");

    special(out);

    out.texts(&["impl boto::Special for ", &union.name, " {\n"]);
    out.text("fn active(&self) -> boto::Option<usize> { match self {\n");
    for (index, variant) in union.variants.iter().enumerate() {
        put!(out, "Self::{}(..) => boto::Some({index}),\n", variant.name);
    }
    out.text("Self::Unknown(..) => boto::None,\n} }\n");
    put_unknown(out);
    out.text(
        "fn unknown(&self) -> boto::Option<(&str, &boto::Value)> { match self {\n\
         Self::Unknown(unknown) => boto::Some((unknown.name(), unknown.value())),\n_ => boto::None,\n} }\n}\n",
    );
}
