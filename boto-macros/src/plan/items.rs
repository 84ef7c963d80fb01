//! The plans of single items.

use super::spell::{snake, variant, Scope};
use super::{closure::Reach, recursion::Components};
use boto_model::{Kind, Member, Service, Shape, ShapeId, Traits};

/// Methods that every connection has; an operation of such a name gets a number.
pub const CONNECTION_METHODS: &[&str] = &["untyped", "from_untyped", "with_region", "with_endpoint", "with", "config"];

/// Methods that every call has; the setter of a member of such a name is `with_…`.
const CALL_METHODS: &[&str] = &[
    "timeout",
    "retries",
    "header",
    "param",
    "params",
    "presign",
    "dry_run",
    "interpret",
    "paginate",
    "items",
    "wait_until",
    "input",
    "input_mut",
    "into_future",
    "send",
    "untyped",
];

/// At most so many required members are arguments of the method; with more, it takes the input.
pub const MOST_ARGUMENTS: usize = 4;

/// An operation.
pub struct OperationPlan {
    /// Its index in the pruned tables.
    pub index: usize,
    /// Its input among the records.
    pub input: usize,
    /// The method on the connection.
    pub method: String,
    /// Members of the input that are arguments; `None` if the method takes the input itself.
    pub arguments: Option<Vec<usize>>,
    /// Members of the input that are set on the call, each with the name of its setter.
    pub setters: Vec<(usize, String)>,
    /// How its pages yield items, if they do.
    pub paging: Option<Paging>,
}

/// Where the items of a page stand.
pub struct Paging {
    /// Fields from the output inwards; each is a structure but the last, which is a list (or map).
    pub path: Vec<Step>,
    /// The shape of the last one.
    pub list: ShapeId,
}

/// One step towards the items of a page.
pub struct Step {
    /// The field.
    pub field: String,
    /// How it holds what follows.
    pub hold: Hold,
    /// It is a list and what follows is wanted of each element.
    pub each: bool,
}

/// What a record is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The input of the operation of that index.
    Input(usize),
    /// Its output.
    Output(usize),
    /// Something inside, under the model's name.
    Nested,
}

/// A structure.
pub struct RecordPlan {
    /// The type.
    pub name: String,
    /// Its shape; `None` for an operation without input or output.
    pub shape: Option<ShapeId>,
    /// What it is for.
    pub role: Role,
    /// Whether callers never build it.
    pub non_exhaustive: bool,
    /// Its fields, in the order of the table.
    pub fields: Vec<FieldPlan>,
}

/// A field of a structure or a variant of a union.
pub struct FieldPlan {
    /// The name of field or variant.
    pub name: String,
    /// How it is held.
    pub hold: Hold,
}

/// How a field holds its value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hold {
    /// As it is.
    Plain,
    /// `Option`.
    Optional,
    /// `Box`.
    Boxed,
    /// `Option<Box<_>>`.
    OptionalBoxed,
    /// A body that streams, always there (it may be empty).
    Stream,
    /// A body that streams, or none.
    OptionalStream,
}

/// Another name of a structure.
pub struct Alias {
    /// The name.
    pub name: String,
    /// The structure.
    pub target: String,
    /// The operation whose output it is.
    pub operation: usize,
}

/// A union or event stream.
pub struct UnionPlan {
    /// The type.
    pub name: String,
    /// Its shape.
    pub shape: ShapeId,
    /// Its variants, in the order of the table.
    pub variants: Vec<FieldPlan>,
}

/// An enumeration.
pub struct EnumPlan {
    /// The type.
    pub name: String,
    /// Its shape.
    pub shape: ShapeId,
    /// Its variants, in the order of the table.
    pub variants: Vec<String>,
}

/// A modeled error.
pub struct Fault {
    /// The type.
    pub name: String,
    /// Its shape.
    pub shape: ShapeId,
}

/// What is needed to plan items.
pub struct Make<'a> {
    pub service: &'a Service,
    pub reach: &'a Reach,
    pub boxed: &'a Components,
    /// The circles of members that are all required.
    pub endless: &'a Components,
}

impl Make<'_> {
    pub fn record(&self, shape: Option<ShapeId>, name: String, role: Role) -> RecordPlan {
        let fields = shape.map_or_else(Vec::new, |id| self.fields(id, role));
        let non_exhaustive = match role {
            Role::Input(_) => false,
            Role::Output(_) => true,
            Role::Nested => shape.is_some_and(|id| !self.reach.from_inputs.contains(&id)),
        };
        RecordPlan { name, shape, role, non_exhaustive, fields }
    }

    fn fields(&self, id: ShapeId, role: Role) -> Vec<FieldPlan> {
        let mut scope = Scope::default();
        let members = self.service.shape(id).members();
        let names = members.iter().map(|member| scope.claim(snake(&member.name)));
        names.enumerate().map(|(index, name)| FieldPlan { name, hold: self.hold(id, index, role) }).collect()
    }

    fn hold(&self, owner: ShapeId, index: usize, role: Role) -> Hold {
        let shape = self.service.shape(owner);
        let member = &shape.members()[index];
        let target = self.service.shape(member.target);
        let required = is_required(member);
        let is_payload = shape.structure().is_some_and(|s| s.payload == Some(index as u16));
        match &target.kind {
            Kind::List { .. } | Kind::Map { .. } => Hold::Plain,
            Kind::Blob { streaming, .. } if is_payload && (*streaming || member.traits.has(Traits::STREAMING)) => {
                if required || matches!(role, Role::Output(_)) {
                    Hold::Stream
                } else {
                    Hold::OptionalStream
                }
            }
            Kind::Structure(s) if s.event_stream => Hold::Plain,
            Kind::Structure(_) if self.boxed.has(owner, member.target) => {
                if required && !self.endless.has(owner, member.target) {
                    Hold::Boxed
                } else {
                    Hold::OptionalBoxed
                }
            }
            _ if required => Hold::Plain,
            _ => Hold::Optional,
        }
    }

    pub fn operation(&self, index: usize, input: usize, methods: &mut Scope) -> OperationPlan {
        let operation = self.service.operation_at(index);
        let method = methods.claim(snake(&operation.name));
        let members = operation.input.map_or(&[][..], |id| self.service.shape(id).members());
        let required: Vec<usize> = (0..members.len()).filter(|i| is_required(&members[*i])).collect();
        let arguments = (required.len() <= MOST_ARGUMENTS).then_some(required);
        let fields = operation.input.map_or_else(Vec::new, |id| self.fields(id, Role::Input(index)));
        let mut scope = Scope::with(CALL_METHODS.iter().copied());
        let setters = (0..members.len())
            .filter(|i| !is_required(&members[*i]))
            .map(|i| {
                let name = fields[i].name.clone();
                let taken = scope.has(&name);
                (i, scope.claim(if taken { format!("with_{}", name.trim_start_matches("r#")) } else { name }))
            })
            .collect();
        OperationPlan {
            index,
            input,
            method,
            arguments,
            setters,
            paging: self.paging(&operation.name, operation.output),
        }
    }

    /// Follows the first result key of the paginator, as far as it is a plain path.
    fn paging(&self, operation: &str, output: Option<ShapeId>) -> Option<Paging> {
        let paginator = self.service.paginator(operation)?;
        let mut at = output?;
        let mut path = Vec::new();
        let key = paginator.result_keys.first()?;
        let mut parts = key.split('.').peekable();
        while let Some(part) = parts.next() {
            let name = part.strip_suffix("[]").unwrap_or(part);
            let structure = self.service.shape(at).structure().filter(|_| !super::is_union(self.service, at))?;
            let (index, member) = structure.member(name)?;
            let role = if path.is_empty() { Role::Output(0) } else { Role::Nested };
            let field = self.fields(at, role).swap_remove(index);
            let each = part.ends_with("[]") && parts.peek().is_some();
            at = member.target;
            if each {
                let Kind::List { member, sparse: false } = &self.service.shape(at).kind else { return None };
                at = member.target;
            }
            path.push(Step { field: field.name, hold: field.hold, each });
        }
        match &self.service.shape(at).kind {
            Kind::List { .. } => Some(Paging { path, list: at }),
            _ => None,
        }
    }

    pub fn union(&self, id: ShapeId, name: String) -> UnionPlan {
        let mut scope = Scope::with(["Unknown"]);
        let members = self.service.shape(id).members();
        let variants = members
            .iter()
            .map(|member| {
                let name = variant_name(&variant(&member.name));
                let boxed = self.boxed.has(id, member.target);
                FieldPlan { name: scope.claim(name), hold: if boxed { Hold::Boxed } else { Hold::Plain } }
            })
            .collect();
        UnionPlan { name, shape: id, variants }
    }
}

/// Plans an enumeration.
pub fn enumeration(shape: &Shape, id: ShapeId, name: String) -> EnumPlan {
    let mut scope = Scope::with(["Unknown"]);
    let values = match &shape.kind {
        Kind::String { values } => &values[..],
        _ => &[],
    };
    EnumPlan { name, shape: id, variants: values.iter().map(|v| scope.claim(variant_name(&variant(v)))).collect() }
}

/// `Unknown` is every open type's name for what the model does not list.
fn variant_name(name: &str) -> String {
    if name == "Unknown" { "UnknownValue" } else { name }.to_owned()
}

/// Whether a caller must give it: idempotency tokens are filled in.
pub fn is_required(member: &Member) -> bool {
    member.traits.has(Traits::REQUIRED) && !member.traits.has(Traits::IDEMPOTENCY_TOKEN)
}
