//! The call type of a service, and the setters of optional members on it.

use super::plan::{FieldPlan, Hold, OperationPlan, Plan};
use super::{docs, put, record, Choices, Source};
use boto_model::{Kind, Member, Traits};

/// Writes `Call` and the setters of every operation.
pub fn write(out: &mut Source, plan: &Plan, choices: &Choices) {
    out.belongs_to(None);
    docs::line(out, choices.docs, "A call that is sent when it is awaited.");
    out.text(CALL);
    for operation in &plan.operations {
        setters(out, plan, operation, choices);
    }
}

const CALL: &str = "\
#[must_use = \"a call does nothing until it is awaited\"]
pub struct Call<I, O>(boto::Call<I, O>);
impl<I, O> Call<I, O> {
/// The input as it stands.
pub fn input(&self) -> &I { self.0.input() }
/// The input, to be changed in place.
pub fn input_mut(&mut self) -> &mut I { self.0.input_mut() }
/// The time the whole call may take, all attempts and waits together.
pub fn timeout(self, limit: boto::Duration) -> Self { Self(self.0.timeout(limit)) }
/// How many times to try again at most after the first attempt; 0 for one attempt only.
pub fn retries(self, retries: u32) -> Self { Self(self.0.retries(retries)) }
/// A header to send besides those of the operation.
pub fn header(self, name: &str, value: &str) -> Self { Self(self.0.header(name, value)) }
/// Sets a member of the input by its name in the model: an empty list to be sent, which fields cannot tell from none.
pub fn param(self, name: &str, value: impl boto::Into<boto::Value>) -> Self { Self(self.0.member(name, value)) }
/// Sets members of the input by their names in the model, from anything that serializes to an object.
pub fn params<T: boto::Serialize>(self, members: &T) -> Self { Self(self.0.members(members)) }
/// Repeats this call until what that waiter of the service is for, `BucketExists` or `bucket_exists`.
pub fn wait_until(self, waiter: &str) -> boto::Wait<I, O> { self.0.wait_until(waiter) }
}
impl<I: boto::Record, O> Call<I, O> {
/// Builds the request, signs it and gives it back instead of sending it.
///
/// # Errors
/// What would have kept the call from being sent.
pub async fn dry_run(self) -> boto::Result<boto::Request, boto::Error> { self.0.dry_run().await }
/// A URL, and the headers that must go with it, that anyone may use for that long.
///
/// # Errors
/// What would have kept the call from being sent.
pub async fn presign(self, expires: boto::Duration) -> boto::Result<boto::Presigned, boto::Error> { self.0.presign(expires).await }
/// The pages of this call, fetched one by one as they are asked for.
pub fn paginate(self) -> boto::Pages<I, O> { self.0.paginate() }
}
impl<I: boto::Record + boto::Clone + 'static, O: boto::Page + boto::Paged + 'static> Call<I, O> {
/// The items of all pages, one after the other.
pub fn items(self) -> boto::Items<I, O, O::Item> { boto::items(self.0.paginate()) }
}
impl<I: boto::Record + 'static, O: boto::Record + boto::Default + 'static> Call<I, O> {
/// Calls, and gives what the answer says beside its output too.
///
/// # Errors
/// Those of the operation, and what kept the call from being sent.
pub async fn send(self) -> boto::Result<(O, boto::Metadata), boto::Error> { self.0.send().await }
/// Reads an answer as if it had come to this call, instead of sending it: for stubs and recorded traffic.
///
/// # Errors
/// Those of the operation, if the answer tells of one, and what is wrong with the answer.
pub async fn interpret(self, response: boto::Response) -> boto::Result<(O, boto::Metadata), boto::Error> { self.0.interpret(response).await }
}
impl<I: boto::Record + 'static, O: boto::Answer + 'static> boto::IntoFuture for Call<I, O> {
type Output = boto::Result<O, boto::Error>;
type IntoFuture = boto::BoxFuture<'static, boto::Result<O, boto::Error>>;
fn into_future(self) -> boto::BoxFuture<'static, boto::Result<O, boto::Error>> { boto::Answer::answer(self.0) }
}
impl<I, O> boto::Debug for Call<I, O> { fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult { boto::Debug::fmt(&self.0, f) } }
";

fn setters(out: &mut Source, plan: &Plan, operation: &OperationPlan, choices: &Choices) {
    let model = plan.operation(operation.index);
    let Some(input) = plan.input(operation.index).filter(|_| !operation.setters.is_empty()) else { return };
    let members = model.input.map_or(&[][..], |id| plan.service.shape(id).members());
    out.belongs_to(Some(operation.index));
    // Whatever comes of the call: actions of resources give resources.
    put!(out, "impl<O> Call<types::{}, O> {{\n", plan.types.input(&model.name));
    for (index, setter) in &operation.setters {
        let (field, member) = (&input.fields[*index], &members[*index]);
        docs::member(out, plan, model.input, member, choices.docs);
        out.texts(&["pub fn ", setter, "(mut self, value: "]);
        parameter_type(out, plan, field, member);
        out.texts(&[") -> Self { self.0.input.", &field.name, " = "]);
        conversion(out, plan, field, member, "value");
        out.text("; self }\n");
    }
    out.text("}\n");
}

/// What an argument is taken as.
enum Taken {
    /// A string in any form, or none.
    Text,
    /// A number or boolean, as it is: `Into` would only cost, and blur the compiler's advice.
    Plain,
    /// Whatever becomes the type.
    Into,
}

fn taken(plan: &Plan, member: &Member, sparse: bool) -> Taken {
    match &plan.service.shape(member.target).kind {
        _ if sparse || member.traits.has(Traits::JSON_VALUE) => Taken::Into,
        Kind::String { values } if values.is_empty() => Taken::Text,
        Kind::BigInteger | Kind::BigDecimal => Taken::Text,
        Kind::Boolean | Kind::Byte | Kind::Short | Kind::Integer | Kind::Long | Kind::Float | Kind::Double => {
            Taken::Plain
        }
        _ => Taken::Into,
    }
}

/// Writes the type of an argument.
pub fn parameter_type(out: &mut Source, plan: &Plan, field: &FieldPlan, member: &Member) {
    match (&plan.service.shape(member.target).kind, taken(plan, member, false)) {
        (_, Taken::Text) => out.text("impl boto::Text"),
        (_, Taken::Plain) => plan.types.write(out.buffer(), &plan.service, member.target, "types::"),
        (Kind::List { member, sparse }, _) => {
            out.text("impl boto::IntoIterator<Item = ");
            element_type(out, plan, member, *sparse);
            out.text(">");
        }
        (Kind::Map { value, sparse, .. }, _) => {
            out.text("impl boto::IntoIterator<Item = (impl boto::Text, ");
            element_type(out, plan, value, *sparse);
            out.text(")>");
        }
        _ => {
            out.text("impl boto::Into<");
            let hold = match field.hold {
                Hold::Stream | Hold::OptionalStream => Hold::Stream,
                _ => Hold::Plain,
            };
            let plain = FieldPlan { name: String::new(), hold };
            record::field_type(out.buffer(), plan, &plain, member, "types::");
            out.text(">");
        }
    }
}

fn element_type(out: &mut Source, plan: &Plan, member: &Member, sparse: bool) {
    if let Taken::Text = taken(plan, member, sparse) {
        return out.text("impl boto::Text");
    }
    out.text("impl boto::Into<");
    plan.types.write_element(out.buffer(), &plan.service, member, sparse, "types::");
    out.text(">");
}

/// Writes the expression that makes the input: of these arguments, or of one called `input`.
pub fn given(
    out: &mut Source,
    plan: &Plan,
    input: &str,
    arguments: Option<&[usize]>,
    fields: &[FieldPlan],
    members: &[Member],
) {
    match arguments {
        None => out.text("input"),
        Some([]) => out.text("boto::Default::default()"),
        Some(arguments) => {
            out.texts(&["types::", input, " { "]);
            for &index in arguments {
                out.texts(&[&fields[index].name, ": "]);
                conversion(out, plan, &fields[index], &members[index], &fields[index].name);
                out.text(", ");
            }
            if arguments.len() < fields.len() {
                out.text("..boto::Default::default() ");
            }
            out.text("}");
        }
    }
}

/// Writes the expression that makes the field of an argument.
pub fn conversion(out: &mut Source, plan: &Plan, field: &FieldPlan, member: &Member, argument: &str) {
    let optional = matches!(field.hold, Hold::Optional | Hold::OptionalBoxed | Hold::OptionalStream);
    let (open, close) = match (&plan.service.shape(member.target).kind, taken(plan, member, false)) {
        (_, Taken::Text) if optional => ("boto::Text::text(", ")"),
        (_, Taken::Text) => ("boto::text(", ")"),
        (_, Taken::Plain) if optional => ("boto::Some(", ")"),
        (_, Taken::Plain) => ("", ""),
        (Kind::List { member, sparse }, _) => match taken(plan, member, *sparse) {
            Taken::Text => ("boto::texts(", ")"),
            _ => ("boto::list(", ")"),
        },
        (Kind::Map { value, sparse, .. }, _) => match taken(plan, value, *sparse) {
            Taken::Text => ("boto::text_map(", ")"),
            _ => ("boto::map(", ")"),
        },
        _ => match field.hold {
            Hold::Plain | Hold::Stream => ("boto::Into::into(", ")"),
            Hold::Optional | Hold::OptionalStream => ("boto::Some(boto::Into::into(", "))"),
            Hold::Boxed => ("boto::Box::new(boto::Into::into(", "))"),
            Hold::OptionalBoxed => ("boto::Some(boto::Box::new(boto::Into::into(", ")))"),
        },
    };
    out.texts(&[open, argument, close]);
}
