//! Enumerations: open, so a value the model does not know survives a round trip.

use super::plan::{EnumPlan, Plan};
use super::{docs, put, record, Choices, Source};
use boto_model::Kind;

/// Writes an enumeration with its one table.
pub fn write(out: &mut Source, plan: &Plan, enumeration: &EnumPlan, choices: &Choices) {
    let name = &enumeration.name;
    let shape = plan.service.shape(enumeration.shape);
    let values = match &shape.kind {
        Kind::String { values } => &values[..],
        _ => &[],
    };
    docs::enumeration(out, plan, enumeration, choices.docs);
    out.texts(&["#[derive(boto::Clone)]\n#[non_exhaustive]\npub enum ", name, " {\n"]);
    for (variant, value) in enumeration.variants.iter().zip(values) {
        docs::value(out, value, choices.docs);
        out.texts(&[variant, ",\n"]);
    }
    docs::line(out, choices.docs, "A value that this version of the model does not list.");
    out.text("Unknown(boto::Box<str>),\n}\n");

    put!(
        out,
        "impl boto::Enum for {name} {{\nconst VALUES: boto::Values<Self> = boto::Values {{ texts: {:?}, ends: &[",
        values.concat()
    );
    let mut end = 0;
    for value in values {
        end += value.len();
        put!(out, "{end}, ");
    }
    out.text("], variants: &[");
    for variant in &enumeration.variants {
        out.texts(&["Self::", variant, ", "]);
    }
    out.text(
        "], unknown: Self::Unknown };\n\
         fn as_unknown(&self) -> boto::Option<&str> { match self { Self::Unknown(value) => boto::Some(value), _ => boto::None } }\n}\n",
    );
    put!(
        out,
        "impl boto::Field for {name} {{\n\
         fn view(&self) -> boto::View<'_> {{ boto::enum_view(self) }}\n\
         fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {{ boto::enum_change(self, change) }}\n}}\n\
         impl boto::PartialEq for {name} {{ fn eq(&self, other: &Self) -> bool {{ boto::enum_same(self, other) }} }}\n\
         impl boto::Eq for {name} {{}}\n\
         impl boto::Hash for {name} {{ fn hash<H: boto::Hasher>(&self, to: &mut H) {{ boto::enum_hash(self, to) }} }}\n\
         impl boto::Default for {name} {{ fn default() -> Self {{ Self::Unknown(boto::Default::default()) }} }}\n\
         impl boto::Debug for {name} {{ fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {{ boto::Debug::fmt(self.as_str(), f) }} }}\n\
         impl boto::Display for {name} {{ fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {{ boto::Display::fmt(self.as_str(), f) }} }}\n\
         impl boto::From<&str> for {name} {{ fn from(value: &str) -> Self {{ boto::enum_from(value) }} }}\n\
         impl boto::From<boto::String> for {name} {{ fn from(value: boto::String) -> Self {{ boto::enum_from(&value) }} }}\n"
    );
    record::serde(out, name, "to.serialize_str(self.as_str())", "boto::enum_deserialize(from)", choices);
    out.texts(&["impl ", name, " {\n"]);
    docs::line(out, choices.docs, "The value as it goes over the wire.");
    out.text("pub fn as_str(&self) -> &str { boto::enum_str(self) }\n}\n");
}
