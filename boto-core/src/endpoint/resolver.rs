//! The answers of one connection, kept.

use super::{compile, evaluate, Atlas, Compiled, Endpoint, Param, Params};
use crate::error::Result;
use boto_model::{rules::RuleSet, Text};
use std::{
    collections::{hash_map::DefaultHasher, HashMap},
    hash::{Hash, Hasher},
    mem,
    sync::{Arc, Mutex, PoisonError},
};

/// The rules of a service and the answers they gave. Cheap to share; one per connection.
#[derive(Debug)]
pub struct Resolver {
    rules: Arc<Compiled>,
    atlas: Arc<Atlas>,
    answers: Mutex<Answers>,
}

/// Two generations: when the young one is full it becomes the old one, and what the old one held and nobody asked for
/// since is forgotten. So the cache is bounded, and what is in use stays.
#[derive(Debug, Default)]
struct Answers {
    young: HashMap<u64, Answer>,
    old: HashMap<u64, Answer>,
}

#[derive(Debug)]
struct Answer {
    asked: Box<[Option<Param>]>,
    endpoint: Arc<Endpoint>,
}

/// How many answers a generation holds: many buckets, but no memory worth speaking of.
const ROOM: usize = 128;

impl Resolver {
    /// Compiles the rules.
    pub fn new(rules: &RuleSet, atlas: &Arc<Atlas>) -> Result<Resolver> {
        Ok(Resolver::of(Arc::new(compile(rules)?), atlas.clone()))
    }

    /// Another connection to a service whose rules are compiled already.
    pub fn of(rules: Arc<Compiled>, atlas: Arc<Atlas>) -> Resolver {
        Resolver { rules, atlas, answers: Mutex::default() }
    }

    /// The compiled rules, to share.
    pub fn rules(&self) -> &Arc<Compiled> {
        &self.rules
    }

    /// Whether the rules have a parameter of that name.
    pub fn has(&self, name: &str) -> bool {
        self.rules.parameters.iter().any(|p| p.name == name)
    }

    /// The parameters' names, and the built-ins that fill them.
    pub fn builtins(&self) -> impl Iterator<Item = (&Text, Option<&str>)> {
        self.rules.parameters.iter().map(|p| (&p.name, p.builtin.as_deref()))
    }

    /// The endpoint for these parameters. Refusals of the rules are [`crate::ErrorKind::Endpoint`] errors.
    pub fn resolve(&self, params: &Params) -> Result<Arc<Endpoint>> {
        let asked: Vec<Option<&Param>> = self.rules.parameters.iter().map(|p| params.get(&p.name)).collect();
        let hash = self.hash(&asked);
        // A panic elsewhere cannot leave the maps half changed.
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(endpoint) = answers.find(hash, &asked, &self.rules.used) {
            return Ok(endpoint);
        }
        drop(answers);
        let endpoint = Arc::new(evaluate::run(&self.rules, &self.atlas, &asked)?);
        let asked = asked.into_iter().map(|param| param.cloned()).collect();
        answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        answers.keep(hash, Answer { asked, endpoint: endpoint.clone() });
        Ok(endpoint)
    }

    fn hash(&self, asked: &[Option<&Param>]) -> u64 {
        let mut hasher = DefaultHasher::new();
        for (param, used) in asked.iter().zip(&self.rules.used) {
            if *used {
                param.hash(&mut hasher);
            }
        }
        hasher.finish()
    }
}

impl Answers {
    fn find(&mut self, hash: u64, asked: &[Option<&Param>], used: &[bool]) -> Option<Arc<Endpoint>> {
        let fits = |answer: &Answer| {
            let mut pairs = answer.asked.iter().zip(asked).zip(used);
            pairs.all(|((then, now), used)| !used || then.as_ref() == *now)
        };
        if let Some(answer) = self.young.get(&hash).filter(|a| fits(a)) {
            return Some(answer.endpoint.clone());
        }
        if !self.old.get(&hash).is_some_and(fits) {
            return None;
        }
        let answer = self.old.remove(&hash)?;
        let endpoint = answer.endpoint.clone();
        self.keep(hash, answer);
        Some(endpoint)
    }

    fn keep(&mut self, hash: u64, answer: Answer) {
        if self.young.len() >= ROOM {
            self.old = mem::take(&mut self.young);
        }
        self.young.insert(hash, answer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use boto_model::rules::{
        Body, EndpointTemplate, Expr, Parameter, ParameterKind, Part, Partition, Partitions, Rule,
    };

    fn resolver() -> Resolver {
        let parameter = |name: &'static str| Parameter {
            name: name.into(),
            kind: ParameterKind::String,
            builtin: None,
            required: false,
            default: None,
        };
        let url = Expr::Template(
            vec![Part::Text("https://".into()), Part::Ref("Bucket".into(), None), Part::Text(".example.com".into())]
                .into(),
        );
        let rules = RuleSet {
            parameters: vec![parameter("Bucket"), parameter("Key")].into(),
            rules: vec![Rule {
                conditions: Box::default(),
                body: Body::Endpoint(Box::new(EndpointTemplate {
                    url,
                    properties: Box::default(),
                    headers: Box::default(),
                })),
            }]
            .into(),
        };
        let partitions = Partitions { partitions: vec![Partition::default()].into() };
        Resolver::new(&rules, &Arc::new(Atlas::new(&partitions))).unwrap()
    }

    fn params(bucket: &str, key: &str) -> Params {
        let mut params = Params::new();
        params.set("Bucket", bucket);
        params.set("Key", key);
        params
    }

    #[test]
    fn parameters_the_rules_do_not_read_share_an_answer() {
        let resolver = resolver();
        let one = resolver.resolve(&params("a", "k1")).unwrap();
        let two = resolver.resolve(&params("a", "k2")).unwrap();
        assert!(Arc::ptr_eq(&one, &two));
        assert_eq!(one.url.to_string(), "https://a.example.com");
    }

    #[test]
    fn answers_are_bounded_and_those_in_use_stay() {
        let resolver = resolver();
        let first = resolver.resolve(&params("first", "")).unwrap();
        for i in 0..1000 {
            resolver.resolve(&params(&format!("bucket{i}"), "")).unwrap();
            assert!(Arc::ptr_eq(&first, &resolver.resolve(&params("first", "")).unwrap()));
        }
        let answers = resolver.answers.lock().unwrap();
        assert!(answers.young.len() + answers.old.len() <= 2 * ROOM);
    }

    #[test]
    fn what_is_not_set_is_named() {
        let error = resolver().resolve(&Params::new()).unwrap_err();
        assert_eq!(error.kind(), crate::ErrorKind::Endpoint);
    }
}
