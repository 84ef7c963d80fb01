//! A stage for tests: a world, a scripted network and a scripted AWS.

use crate::{
    config::{tests::world::World, Layers, Overrides},
    credentials::{Caller, Chain, NestedCall, Prompt, Sources, Store},
    http::fake::FakeTransport,
    value::Object,
    BoxFuture, Error, ErrorKind, Result, Value,
};
use std::{
    collections::VecDeque,
    sync::{
        atomic::{AtomicUsize, Ordering},
        Arc, Mutex,
    },
};

pub(super) struct Scene {
    pub(super) world: Arc<World>,
    pub(super) aws: Arc<FakeAws>,
    pub(super) network: FakeTransport,
    pub(super) prompt: Arc<FakePrompt>,
    pub(super) chain: Chain,
}

pub(super) type Pairs<'a> = &'a [(&'a str, &'a str)];

/// Without an instance's metadata service.
pub(super) fn scene(env: Pairs<'_>, files: Pairs<'_>) -> Scene {
    let mut env = env.to_vec();
    env.push(("AWS_EC2_METADATA_DISABLED", "true"));
    stage(&env, files, Overrides::default(), Store::memory())
}

pub(super) fn stage(env: Pairs<'_>, files: Pairs<'_>, overrides: Overrides, store: Store) -> Scene {
    let world = World::new(env, files);
    let config = Layers::new(world.clone(), overrides).resolve().unwrap();
    let (aws, network, prompt) = (Arc::<FakeAws>::default(), FakeTransport::new(), Arc::<FakePrompt>::default());
    let mut sources = Sources::new(config, Arc::new(network.clone()), aws.clone());
    sources.prompt = prompt.clone();
    sources.store = Arc::new(store);
    Scene { world, aws, network, prompt, chain: Chain::new(sources) }
}

/// Answers calls in the order of its script.
#[derive(Debug, Default)]
pub(super) struct FakeAws {
    script: Mutex<VecDeque<Result<Object>>>,
    pub(super) calls: Mutex<Vec<NestedCall>>,
}

impl FakeAws {
    pub(super) fn answer(&self, output: Value) -> &Self {
        let Value::Map(output) = output else { panic!("an output is an object") };
        self.script.lock().unwrap().push_back(Ok(output));
        self
    }

    pub(super) fn refuse(&self, code: &str) -> &Self {
        let error = Error::new(ErrorKind::Service, "refused").with_code(code);
        self.script.lock().unwrap().push_back(Err(error));
        self
    }

    /// The names of the operations that were called.
    pub(super) fn operations(&self) -> Vec<&'static str> {
        self.calls.lock().unwrap().iter().map(|c| c.operation).collect()
    }

    /// A text parameter of a call.
    pub(super) fn param(&self, call: usize, name: &str) -> Option<String> {
        match self.calls.lock().unwrap()[call].params.0.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Int(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// The key that a call is signed with.
    pub(super) fn signer(&self, call: usize) -> Option<String> {
        self.calls.lock().unwrap()[call].credentials.as_ref().map(|c| c.access_key_id.clone())
    }
}

impl Caller for FakeAws {
    fn call(&self, call: NestedCall) -> BoxFuture<'_, Result<Object>> {
        self.calls.lock().unwrap().push(call);
        let answer = self.script.lock().unwrap().pop_front();
        Box::pin(async {
            answer.unwrap_or_else(|| Err(Error::new(ErrorKind::Service, "no answer left in the script")))
        })
    }
}

#[derive(Debug, Default)]
pub(super) struct FakePrompt {
    pub(super) asked: AtomicUsize,
}

impl Prompt for FakePrompt {
    fn ask(&self, text: &str) -> BoxFuture<'_, Result<String>> {
        assert!(text.contains("MFA code for"));
        let number = self.asked.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move { Ok(format!("00000{number}")) })
    }
}

/// An object of texts.
pub(super) fn texts(pairs: Pairs<'_>) -> Value {
    Value::Map(Object(pairs.iter().map(|(k, v)| ((*k).to_owned(), Value::String((*v).to_owned()))).collect()))
}

/// What STS answers.
pub(super) fn assumed(key: &str, end: &str) -> Value {
    let keys = [("AccessKeyId", key), ("SecretAccessKey", "hush"), ("SessionToken", "hush"), ("Expiration", end)];
    let user = [("Arn", "arn:aws:sts::123456789012:assumed-role/r/s"), ("AssumedRoleId", "AROA:s")];
    let members = [("Credentials".to_owned(), texts(&keys)), ("AssumedRoleUser".to_owned(), texts(&user))];
    Value::Map(Object(members.into()))
}

/// An hour after the stage's time.
pub(super) const IN_AN_HOUR: &str = "2021-12-25T13:00:00Z";
