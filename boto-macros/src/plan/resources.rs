//! The plans of resources and collections: every method with its final name, in boto3's order of precedence.

use super::{
    by_hand::{self, Methods},
    items::{Hold, CONNECTION_METHODS},
    spell::{snake, type_name, Scope},
    OperationPlan, Plan, RecordPlan, Role,
};
use boto_model::{
    resource::{Action, Made, Param, Relation, Resource, ResourceSet, Source},
    ShapeId, Traits,
};

/// All resources of a service.
#[derive(Default)]
pub struct Resources {
    /// The definitions, as text for the program.
    pub text: String,
    /// What the connection leads to.
    pub service: ResourcePlan,
    /// The resources.
    pub kinds: Vec<ResourcePlan>,
    /// The operations that list, each with the setters of its collections.
    pub listings: Vec<(usize, Vec<(usize, String)>)>,
    /// The names of collections.
    pub aliases: Vec<CollectionAlias>,
}

/// A resource.
#[derive(Default)]
pub struct ResourcePlan {
    /// Its name in the definitions.
    pub kind: String,
    /// Its type.
    pub name: String,
    /// The identifiers: name, and accessor and argument.
    pub identifiers: Vec<(String, String)>,
    /// The shape of its data and the structure that holds it.
    pub data: Option<(ShapeId, usize)>,
    /// Members of the data with their accessors.
    pub attributes: Vec<(usize, String)>,
    /// Whether it can be loaded.
    pub loads: Option<usize>,
    /// What can be done.
    pub actions: Vec<ActionPlan>,
    /// What can be done with many.
    pub batches: Vec<ActionPlan>,
    /// Where it leads.
    pub relations: Vec<RelationPlan>,
    /// What it lists.
    pub collections: Vec<CollectionPlan>,
    /// What no definition has, with the names of the methods.
    pub by_hand: Vec<(Methods, Vec<String>)>,
    /// What can be waited for: name, method, operation.
    pub waiters: Vec<(String, String, usize)>,
    /// What was left out, for the documentation.
    pub left_out: Vec<String>,
    /// What names it for spans.
    pub owner: Option<usize>,
}

/// An action.
#[derive(Clone)]
pub struct ActionPlan {
    /// Its name in the definitions.
    pub name: String,
    /// The method.
    pub method: String,
    /// The operation.
    pub operation: usize,
    /// Members of the input that are arguments; `None` if the method takes the input itself.
    pub arguments: Option<Vec<usize>>,
    /// What comes of it.
    pub answer: Answer,
}

/// What comes of an action.
#[derive(Clone, PartialEq)]
pub enum Answer {
    /// The output.
    Output,
    /// A resource of that type.
    One(String),
    /// One, if the input names it.
    Maybe(String),
    /// Resources of that type.
    Many(String),
}

/// A relation to one or more other resources.
pub struct RelationPlan {
    /// Its name in the definitions.
    pub name: String,
    /// The method.
    pub method: String,
    /// The type it leads to.
    pub kind: String,
    /// Identifiers that are given.
    pub open: Vec<String>,
    /// Data is looked at, so it may have to be loaded.
    pub data: bool,
    /// It leads to many.
    pub many: bool,
}

/// A collection that a resource has.
pub struct CollectionPlan {
    /// The action that lists.
    pub list: ActionPlan,
    /// The type of its resources.
    pub kind: String,
    /// The action of the same owner that makes one.
    pub create: Option<ActionPlan>,
}

/// A collection under its own name.
pub struct CollectionAlias {
    /// The name.
    pub name: String,
    /// The operation that lists.
    pub operation: usize,
    /// The type of its resources.
    pub kind: String,
    /// The action that makes one.
    pub create: Option<ActionPlan>,
}

/// Names that every resource has.
const RESOURCE_METHODS: &[&str] =
    &["new", "untyped", "connection", "load", "reload", "is_loaded", "data", "clone", "with_base"];

/// Names that every collection has.
const COLLECTION_METHODS: &[&str] = &[
    "limit",
    "page_size",
    "filter",
    "untyped",
    "each",
    "all",
    "pages",
    "collect",
    "create",
    "batch",
    "input_mut",
    "for_each",
    "with_base",
];

/// Names in the module that no resource may have.
const ROOT_NAMES: &[&str] = &["Connection", "Call", "Collection", "TABLE", "OPENED", "RESOURCES", "types", "boto"];

impl Resources {
    /// Plans these definitions. All operations that they call are in the plan.
    pub fn new(plan: &Plan, set: &ResourceSet, left_out: Vec<Vec<String>>) -> Resources {
        if set.resources.is_empty() {
            return Resources::default();
        }
        let mut root = Scope::with(ROOT_NAMES.iter().copied().chain([plan.marker.as_str()]));
        let names: Vec<(String, String)> =
            set.resources.iter().map(|r| (r.name.clone(), root.claim(type_name(&r.name)))).collect();
        let make = Make { plan, names: &names };
        let mut methods = Scope::with(CONNECTION_METHODS.iter().map(|name| (*name).to_owned()));
        for operation in &plan.operations {
            methods.claim(operation.method.clone());
        }
        let service = make.resource(&set.service, &mut methods);
        let mut kinds = Vec::new();
        for (index, (resource, left_out)) in set.resources.iter().zip(left_out).enumerate() {
            let mut methods = Scope::with(RESOURCE_METHODS.iter().copied());
            let owner = Some(plan.operations.len() + index);
            kinds.push(ResourcePlan { left_out, owner, ..make.resource(resource, &mut methods) });
        }
        let mut out = Resources { text: set.to_json(), service, kinds, ..Resources::default() };
        out.listings(plan);
        out.aliases(&mut root);
        out
    }

    fn collections(&self) -> impl Iterator<Item = &CollectionPlan> {
        std::iter::once(&self.service).chain(&self.kinds).flat_map(|owner| &owner.collections)
    }

    fn listings(&mut self, plan: &Plan) {
        let mut operations: Vec<usize> = self.collections().map(|many| many.list.operation).collect();
        operations.sort_unstable();
        operations.dedup();
        let batches: Vec<String> =
            self.kinds.iter().flat_map(|kind| &kind.batches).map(|batch| batch.method.clone()).collect();
        for operation in operations {
            let mut scope =
                Scope::with(COLLECTION_METHODS.iter().map(|name| (*name).to_owned()).chain(batches.clone()));
            let found = &plan.operations[operation];
            let fields = plan.input(operation).map_or(&[][..], |record| &record.fields);
            let setters = found.setters.iter().map(|(index, _)| {
                let name = fields[*index].name.clone();
                let taken = scope.has(&name);
                let name = if taken { format!("with_{}", name.trim_start_matches("r#")) } else { name };
                (*index, scope.claim(name))
            });
            let setters = setters.collect();
            self.listings.push((operation, setters));
        }
    }

    fn aliases(&mut self, root: &mut Scope) {
        let mut aliases: Vec<CollectionAlias> = Vec::new();
        for many in self.collections() {
            let CollectionPlan { list, kind, create } = many;
            let same = |alias: &&mut CollectionAlias| alias.operation == list.operation && alias.kind == *kind;
            match aliases.iter_mut().find(same) {
                // Two owners have one type, and only one of them may know how to make one.
                Some(alias) => alias.create = None,
                None => aliases.push(CollectionAlias {
                    name: root.claim(format!("{kind}Collection")),
                    operation: list.operation,
                    kind: kind.clone(),
                    create: create.clone(),
                }),
            }
        }
        self.aliases = aliases;
    }
}

struct Make<'a> {
    plan: &'a Plan,
    names: &'a [(String, String)],
}

impl Make<'_> {
    fn resource(&self, resource: &Resource, methods: &mut Scope) -> ResourcePlan {
        let service = resource.name.is_empty();
        let identifiers =
            resource.identifiers.iter().map(|i| (i.name.clone(), method(methods, &i.name, "identifier"))).collect();
        let actions = resource.actions.iter().filter_map(|action| {
            // The operation itself is there under that name already.
            let word = if service { "resource" } else { "action" };
            self.action(action, |name| method(methods, name, word))
        });
        let actions: Vec<ActionPlan> = actions.collect();
        let has = |name: &str| self.plan.service.operation_index(name).is_some();
        let by_hand = by_hand::of(&self.plan.service.metadata().name, &resource.name);
        let by_hand = by_hand.filter(|group| group.operations(&has).is_some()).map(|group| {
            let names = group.methods.names().iter().map(|name| method(methods, name, "action"));
            (group.methods, names.collect())
        });
        let by_hand = by_hand.collect();
        let batches = resource.batch_actions.iter().filter_map(|action| self.action(action, snake)).collect();
        let relations = resource.has.iter().filter_map(|relation| self.relation(relation, methods)).collect();
        let collections =
            resource.has_many.iter().filter_map(|many| self.collection(many, &actions, methods)).collect();
        let waiters = resource.waiters.iter().filter_map(|waiter| {
            let operation = self.operation(&self.plan.service.waiter(&waiter.waiter)?.operation)?.index;
            Some((waiter.name.clone(), methods.claim(format!("wait_until_{}", plain(&waiter.name))), operation))
        });
        let waiters = waiters.collect();
        let data = resource.shape.as_deref().and_then(|shape| self.data(shape));
        let attributes = data.map_or_else(Vec::new, |(shape, _)| self.attributes(resource, shape, methods));
        ResourcePlan {
            kind: resource.name.clone(),
            name: self.name(&resource.name).unwrap_or_default(),
            identifiers,
            data,
            attributes,
            loads: resource.load.as_ref().and_then(|load| Some(self.operation(&load.operation)?.index)),
            actions,
            batches,
            by_hand,
            relations,
            collections,
            waiters,
            left_out: Vec::new(),
            owner: None,
        }
    }

    fn name(&self, kind: &str) -> Option<String> {
        self.names.iter().find(|(known, _)| known == kind).map(|(_, name)| name.clone())
    }

    fn operation(&self, name: &str) -> Option<&OperationPlan> {
        self.plan.service.operation_index(name).map(|index| &self.plan.operations[index])
    }

    /// The structure that holds data of that shape; none if callers build it.
    fn data(&self, shape: &str) -> Option<(ShapeId, usize)> {
        let id = self.plan.service.shape_named(shape)?;
        let holds = |record: &RecordPlan| record.shape == Some(id) && !matches!(record.role, Role::Input(_));
        self.plan.records.iter().position(holds).map(|record| (id, record))
    }

    fn attributes(&self, resource: &Resource, shape: ShapeId, methods: &mut Scope) -> Vec<(usize, String)> {
        let identifies =
            |name: &str| resource.identifiers.iter().any(|i| i.name == name || i.member_name.as_deref() == Some(name));
        let members = self.plan.service.shape(shape).members().iter().enumerate();
        members
            .filter(|(_, member)| !identifies(&member.name))
            .map(|(index, member)| (index, method(methods, &member.name, "attribute")))
            .collect()
    }

    fn action(&self, action: &Action, spell: impl FnOnce(&str) -> String) -> Option<ActionPlan> {
        let operation = self.operation(&action.operation)?;
        let answer = match &action.resource {
            None => Answer::Output,
            Some(made) => self.answer(made, &action.operation)?,
        };
        Some(ActionPlan {
            name: action.name.clone(),
            method: spell(&action.name),
            operation: operation.index,
            arguments: self.arguments(operation, &action.params),
            answer,
        })
    }

    /// The required members that the definition does not fill in, and then a body: it is what such an action is about.
    fn arguments(&self, operation: &OperationPlan, params: &[Param]) -> Option<Vec<usize>> {
        let input = self.plan.operation(operation.index).input;
        let members = input.map_or(&[][..], |id| self.plan.service.shape(id).members());
        let known = |name: &str| params.iter().any(|p| top(&p.target) == name && p.source != Source::Input);
        let fields = self.plan.input(operation.index).map_or(&[][..], |record| &record.fields);
        let open = || (0..members.len()).filter(|index| !known(&members[*index].name));
        let mut required: Vec<usize> = open().filter(|index| super::items::is_required(&members[*index])).collect();
        if required.len() > super::items::MOST_ARGUMENTS {
            return None;
        }
        required.extend(open().filter(|index| fields.get(*index).is_some_and(|f| f.hold == Hold::OptionalStream)));
        Some(required)
    }

    fn answer(&self, made: &Made, operation: &str) -> Option<Answer> {
        let kind = self.name(&made.kind)?;
        let paths = || {
            made.identifiers.iter().filter_map(|param| match &param.source {
                Source::Response(path) | Source::RequestParameter(path) => Some(path),
                _ => None,
            })
        };
        if paths().any(|path| path.contains("[]") || path.contains("[*]")) {
            return Some(Answer::Many(kind));
        }
        let input = self.plan.service.operation(operation).and_then(|operation| operation.input);
        let required = |path: &str| {
            let member = input.and_then(|id| self.plan.service.shape(id).structure()?.member(top(path)));
            member.is_some_and(|(_, member)| member.traits.has(Traits::REQUIRED))
        };
        let optional = made.identifiers.iter().any(|param| match &param.source {
            Source::RequestParameter(path) => !required(path),
            _ => false,
        });
        Some(if optional { Answer::Maybe(kind) } else { Answer::One(kind) })
    }

    fn relation(&self, relation: &Relation, methods: &mut Scope) -> Option<RelationPlan> {
        let kind = self.name(&relation.resource.kind)?;
        let params = &relation.resource.identifiers;
        let mut scope = Scope::default();
        let open: Vec<String> = params
            .iter()
            .filter(|param| param.source == Source::Input)
            .map(|param| scope.claim(snake(&param.target)))
            .collect();
        let paths = || {
            params.iter().filter_map(|param| match &param.source {
                Source::Data(path) => Some(path),
                _ => None,
            })
        };
        let word = if open.is_empty() { "reference" } else { "subresource" };
        Some(RelationPlan {
            name: relation.name.clone(),
            method: method(methods, &relation.name, word),
            kind,
            open,
            data: paths().next().is_some(),
            many: paths().any(|path| path.contains("[]") || path.contains("[*]")),
        })
    }

    fn collection(&self, many: &Action, actions: &[ActionPlan], methods: &mut Scope) -> Option<CollectionPlan> {
        let kind = self.name(&many.resource.as_ref()?.kind)?;
        let list = self.action(many, |name| method(methods, name, "collection"))?;
        let creates = |action: &&ActionPlan| {
            action.name.starts_with("Create") && matches!(&action.answer, Answer::One(made) if *made == kind)
        };
        let create = actions.iter().filter(creates).min_by_key(|action| action.name.len()).cloned();
        Some(CollectionPlan { list, kind, create })
    }
}

/// The method of that name; where it is taken, with the category behind it, as in boto3.
fn method(scope: &mut Scope, name: &str, category: &str) -> String {
    let name = snake(name);
    match scope.has(&name) {
        true => scope.claim(format!("{}_{category}", name.trim_start_matches("r#"))),
        false => scope.claim(name),
    }
}

fn plain(name: &str) -> String {
    snake(name).trim_start_matches("r#").to_owned()
}

/// The member at the root of a path or target.
fn top(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or_default()
}
