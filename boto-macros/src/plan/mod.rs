//! What to emit: every Rust item of a service with its final name, decided before a word is written.

mod closure;
mod items;
mod names;
mod recursion;
mod resources;

pub use items::{Alias, EnumPlan, Fault, FieldPlan, Hold, OperationPlan, RecordPlan, Role, Step, UnionPlan};
pub use names::Types;
pub use resources::{ActionPlan, Answer, RelationPlan, ResourcePlan, Resources};

use super::{by_hand, names as spell, prose::Prose};
use boto_model::{Service, ShapeId};
use std::collections::BTreeSet;

/// Every item of one service.
pub struct Plan {
    /// The pruned tables; the shape ids below are theirs.
    pub service: Service,
    /// The words of the user's own model.
    pub prose: Option<Prose>,
    /// Whether it is a service of AWS's, with pages in its reference.
    pub official: bool,
    /// The marker type, `Sqs`.
    pub marker: String,
    /// The names of named types.
    pub types: Types,
    /// Operations, sorted by name.
    pub operations: Vec<OperationPlan>,
    /// Structures: inputs and outputs operation by operation, then nested ones by shape id.
    pub records: Vec<RecordPlan>,
    /// Outputs that are a nested structure under its own name.
    pub aliases: Vec<Alias>,
    /// Unions and event streams, by shape id.
    pub unions: Vec<UnionPlan>,
    /// Enumerations, by shape id.
    pub enums: Vec<EnumPlan>,
    /// Modeled errors, by shape id (their structures are among the records).
    pub faults: Vec<Fault>,
    /// Resources and collections.
    pub resources: Resources,
}

impl Plan {
    /// Plans all operations of a pruned service. `siblings` are the names of all operations of the whole service: they
    /// decide about names, so that a type keeps its name whatever subset it is emitted in.
    pub fn new(service: Service, siblings: &[String], official: bool) -> Plan {
        let reach = closure::Reach::of(&service);
        let types = Types::new(&service, &reach, siblings);
        let boxed = recursion::boxed_edges(&service, &reach.named);
        let endless = recursion::endless_edges(&service, &boxed);
        let make = items::Make { service: &service, reach: &reach, boxed: &boxed, endless: &endless };

        let (mut operations, mut records, mut aliases) = (Vec::new(), Vec::new(), Vec::new());
        let mut methods = spell::Scope::with(items::CONNECTION_METHODS.iter().copied());
        for index in 0..service.operation_count() {
            let operation = service.operation_at(index);
            let input = records.len();
            records.push(make.record(operation.input, types.input(&operation.name), Role::Input(index)));
            let output = types.output(&operation.name);
            match operation.output.filter(|id| reach.shares(*id)) {
                Some(id) if types.name(id) == output => {}
                Some(id) => aliases.push(Alias { name: output, target: types.name(id).to_owned(), operation: index }),
                None => records.push(make.record(operation.output, output, Role::Output(index))),
            }
            operations.push(make.operation(index, input, &mut methods));
        }

        let (mut unions, mut enums, mut faults) = (Vec::new(), Vec::new(), Vec::new());
        for &id in &reach.named {
            let shape = service.shape(id);
            let name = types.name(id).to_owned();
            match &shape.kind {
                boto_model::Kind::Structure(_) if is_union(&service, id) => unions.push(make.union(id, name)),
                boto_model::Kind::Structure(s) => {
                    if s.exception.is_some() {
                        faults.push(Fault { name: name.clone(), shape: id });
                    }
                    records.push(make.record(Some(id), name, Role::Nested));
                }
                boto_model::Kind::String { .. } => enums.push(items::enumeration(shape, id, name)),
                _ => {}
            }
        }
        let marker = spell::marker(&service.metadata().service_id);
        let resources = Resources::default();
        Plan {
            prose: None,
            official,
            marker,
            operations,
            records,
            aliases,
            unions,
            enums,
            faults,
            resources,
            types,
            service,
        }
    }

    /// The input of the operation at that index.
    pub fn input(&self, operation: usize) -> Option<&RecordPlan> {
        self.operations.get(operation).map(|operation| &self.records[operation.input])
    }

    /// The operation at that index.
    pub fn operation(&self, index: usize) -> &boto_model::Operation {
        self.service.operation_at(index)
    }
}

/// Whether a structure becomes an enum. DynamoDB's models do not mark the one union that everybody knows.
fn is_union(service: &Service, id: ShapeId) -> bool {
    let shape = service.shape(id);
    let unmarked = shape.name == "AttributeValue" && service.metadata().service_id.starts_with("DynamoDB");
    shape.is_union() || unmarked
}

/// A set of shapes in the order of their ids.
pub type Shapes = BTreeSet<ShapeId>;
