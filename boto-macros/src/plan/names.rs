//! The names of types.

use super::closure::Reach;
use super::spell::{type_name, Scope};
use boto_model::{Kind, Member, Service, ShapeId, Traits};
use std::collections::HashMap;

/// Type names, and how to write the type of any shape.
pub struct Types {
    named: HashMap<ShapeId, String>,
}

impl Types {
    /// Names every shape of `reach`. `…Input` and `…Output` of every operation of the whole service are kept free.
    pub fn new(service: &Service, reach: &Reach, siblings: &[String]) -> Types {
        let mut scope = Scope::with(siblings.iter().flat_map(|name| {
            let name = type_name(name);
            [format!("{name}Input"), format!("{name}Output")]
        }));
        let own_output: HashMap<ShapeId, String> = (0..service.operation_count())
            .map(|index| service.operation_at(index))
            .filter_map(|operation| Some((operation.output.filter(|id| reach.named.contains(id))?, operation)))
            .map(|(id, operation)| (id, format!("{}Output", type_name(&operation.name))))
            .collect();
        let mut named = HashMap::new();
        for &id in &reach.named {
            let name = type_name(&service.shape(id).name);
            let name = if own_output.get(&id) == Some(&name) {
                name // the output of the operation it is named after
            } else if scope.has(&name) && is_operation_type(&name, siblings) {
                scope.claim(name + "Shape")
            } else {
                scope.claim(name)
            };
            named.insert(id, name);
        }
        Types { named }
    }

    /// The name of a structure, union or enumeration.
    pub fn name(&self, id: ShapeId) -> &str {
        self.named.get(&id).map_or("", String::as_str)
    }

    /// The input type of an operation.
    pub fn input(&self, operation: &str) -> String {
        format!("{}Input", type_name(operation))
    }

    /// The output type of an operation.
    pub fn output(&self, operation: &str) -> String {
        format!("{}Output", type_name(operation))
    }

    /// Writes the type of a shape as it stands in a list, map or union. Paths of types of this service begin with
    /// `scope` (`types::` from outside their module).
    pub fn write(&self, out: &mut String, service: &Service, id: ShapeId, scope: &str) {
        match &service.shape(id).kind {
            Kind::List { member, sparse } => self.write_container(out, service, member, *sparse, "boto::Vec<", scope),
            Kind::Map { value, sparse, .. } => {
                self.write_container(out, service, value, *sparse, "boto::Map<", scope);
            }
            Kind::Structure(s) if s.event_stream => {
                out.extend(["boto::EventStream<", scope, self.name(id), ">"]);
            }
            Kind::Structure(_) => out.extend([scope, self.name(id)]),
            Kind::String { values } if !values.is_empty() => out.extend([scope, self.name(id)]),
            Kind::String { .. } | Kind::BigInteger | Kind::BigDecimal => out.push_str("boto::String"),
            Kind::Boolean => out.push_str("bool"),
            Kind::Byte => out.push_str("i8"),
            Kind::Short => out.push_str("i16"),
            Kind::Integer => out.push_str("i32"),
            Kind::Long => out.push_str("i64"),
            Kind::Float => out.push_str("f32"),
            Kind::Double => out.push_str("f64"),
            Kind::Blob { .. } => out.push_str("boto::Bytes"),
            Kind::Timestamp => out.push_str("boto::DateTime"),
            Kind::Document => out.push_str("boto::Value"),
        }
    }

    fn write_container(&self, out: &mut String, service: &Service, of: &Member, sparse: bool, open: &str, scope: &str) {
        out.push_str(open);
        self.write_element(out, service, of, sparse, scope);
        out.push('>');
    }

    /// Writes the type of an element of a list or map.
    pub fn write_element(&self, out: &mut String, service: &Service, of: &Member, sparse: bool, scope: &str) {
        if sparse {
            out.push_str("boto::Option<");
        }
        if of.traits.has(Traits::JSON_VALUE) {
            out.push_str("boto::Value");
        } else {
            self.write(out, service, of.target, scope);
        }
        if sparse {
            out.push('>');
        }
    }
}

fn is_operation_type(name: &str, siblings: &[String]) -> bool {
    let stem = name.strip_suffix("Input").or_else(|| name.strip_suffix("Output"));
    stem.is_some_and(|stem| siblings.iter().any(|sibling| type_name(sibling) == stem))
}
