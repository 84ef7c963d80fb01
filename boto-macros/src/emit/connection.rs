//! The marker of a service, its connection with a method per operation, and its table.

use super::plan::{OperationPlan, Plan};
use super::{call, docs, put, Choices, Source};

/// Writes marker, table and connection.
pub fn write(out: &mut Source, plan: &Plan, choices: &Choices) {
    table(out, plan);
    docs::marker(out, plan, choices.docs);
    put!(
        out,
        "#[derive(boto::Clone, boto::Copy, boto::Debug, boto::Default, boto::PartialEq, boto::Eq)]\n\
         pub struct {0};\n\
         impl {0} {{\n\
         /// The tables of the service, for calls by name.\n\
         pub fn tables() -> boto::Arc<boto::Service> {{ TABLE.service() }}\n\
         }}\n\
         impl boto::Connect for {0} {{\n\
         type Connection = Connection;\n\
         fn connect(self, session: &boto::Session) -> Connection {{ Connection(boto::Connection::from_table(session, TABLE.service())) }}\n\
         }}\n",
        plan.marker
    );
    docs::connection(out, plan, choices.docs);
    out.text(CONNECTION);
    if !out.splits() {
        out.text("impl Connection {\n");
    }
    for operation in &plan.operations {
        method(out, plan, operation, choices);
    }
    if !out.splits() {
        out.text("}\n");
    }
    for fault in &plan.faults {
        put!(
            out,
            "impl boto::Modeled for types::{} {{ const SHAPE: (&'static boto::Table, u32) = (TABLE, {}); }}\n",
            fault.name,
            fault.shape.0
        );
    }
}

const CONNECTION: &str = "\
#[derive(boto::Clone, boto::Debug)]
pub struct Connection(boto::Connection);
impl boto::AsRef<boto::Connection> for Connection { fn as_ref(&self) -> &boto::Connection { &self.0 } }
impl Connection {
/// The same connection, untyped: operations by name, values in and out.
pub fn untyped(&self) -> &boto::Connection { &self.0 }
/// The same service in another region.
#[must_use]
pub fn with_region(&self, region: impl boto::Text) -> Self { Self(self.0.with_region(boto::text(region))) }
/// The same service at another URL, `http://127.0.0.1:4566`.
#[must_use]
pub fn with_endpoint(&self, url: impl boto::Text) -> Self { Self(self.0.with_endpoint(boto::text(url))) }
/// The same service, changed as untyped connections can be: another protocol, other settings.
#[must_use]
pub fn with(&self, change: impl boto::FnOnce(&boto::Connection) -> boto::Connection) -> Self { Self(change(&self.0)) }
}
";

/// The table, and the constant by which everything else refers to it: a constant is an operand where a static is two
/// places, and there are four such references for each type.
fn table(out: &mut Source, plan: &Plan) {
    out.text("static OPENED: boto::Table = boto::Table::new(b\"");
    let buffer = out.buffer();
    buffer.reserve(plan.service.packed().len() * 2);
    for &byte in plan.service.packed() {
        match byte {
            b'"' | b'\\' => buffer.extend(['\\', byte as char]),
            b' '..=b'~' => buffer.push(byte as char),
            b'\n' => buffer.push_str("\\n"),
            0 => buffer.push_str("\\0"),
            _ => {
                const DIGITS: &[u8; 16] = b"0123456789abcdef";
                let (high, low) = (DIGITS[(byte >> 4) as usize], DIGITS[(byte & 15) as usize]);
                buffer.extend(['\\', 'x', high as char, low as char]);
            }
        }
    }
    out.text("\");\nconst TABLE: &boto::Table = &OPENED;\n");
}

fn method(out: &mut Source, plan: &Plan, operation: &OperationPlan, choices: &Choices) {
    let model = plan.operation(operation.index);
    let (input, output) = (plan.types.input(&model.name), plan.types.output(&model.name));
    let record = plan.input(operation.index);
    let members = model.input.map_or(&[][..], |id| plan.service.shape(id).members());
    out.belongs_to(Some(operation.index));
    if out.splits() {
        out.text("impl Connection {\n");
    }
    docs::operation(out, plan, operation, choices.docs);
    out.texts(&["pub fn ", &operation.method, "(&self"]);
    let fields = record.map_or(&[][..], |record| &record.fields);
    match &operation.arguments {
        None => out.texts(&[", input: types::", &input]),
        Some(arguments) => {
            for &index in arguments {
                out.texts(&[", ", &fields[index].name, ": "]);
                call::parameter_type(out, plan, &fields[index], &members[index]);
            }
        }
    }
    put!(out, ") -> Call<types::{input}, types::{output}> {{ Call(boto::Call::new(&self.0, {:?}, ", &*model.name);
    call::given(out, plan, &input, operation.arguments.as_deref(), fields, members);
    out.text(")) }\n");
    if out.splits() {
        out.text("}\n");
    }
}
