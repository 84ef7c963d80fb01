//! Everything that boto3's definitions of nine services have, called once each against a server: loads, actions,
//! collections, waiters, references, sub-resources, batch actions. What is there is made first; what a call needs beyond
//! that is made up from the tables. A call counts as answered if the operation ran, as refused if it ran and said no
//! (there is no such thing, the state is wrong), and as missing if the server does not have the operation.

use boto_core::{
    resource::{Outcome, Resource, ResourceClass},
    Connection, Error, ErrorKind, Result, Session, Value,
};
use boto_model::{resource, Kind, Service, ShapeId, Traits};
use boto_tests::{unique, Server};
use serde_json::{json, Value as Json};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};

/// What came of all calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    answered: usize,
    refused: usize,
    missing: usize,
}

#[tokio::test]
#[ignore = "needs moto: cargo xtask test"]
async fn moto() {
    let count = all("moto", &Server::moto().session()).await;
    assert_at_least(count, MOTO);
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn ministack() {
    let count = all("ministack", &Server::ministack().session()).await;
    assert_at_least(count, MINISTACK);
}

/// (answered, all that the server has): fewer would mean that something broke.
const MOTO: (usize, usize) = (415, 560);
const MINISTACK: (usize, usize) = (385, 575);

fn assert_at_least(count: Count, (answered, ran): (usize, usize)) {
    assert!(count.answered >= answered, "{count:?}");
    assert!(count.answered + count.refused >= ran, "{count:?}");
}

async fn all(server: &str, session: &Session) -> Count {
    let mut sum = Count::default();
    let mut wrong = Vec::new();
    for name in resource::services() {
        let mut sweep = Sweep::new(session, name).unwrap();
        sweep.find().await;
        sweep.everything().await;
        let count = sweep.count;
        println!("{server} {name}: {} answered, {} refused, {} missing", count.answered, count.refused, count.missing);
        sum.answered += count.answered;
        sum.refused += count.refused;
        sum.missing += count.missing;
        wrong.extend(sweep.wrong);
    }
    println!("{server}: {sum:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    sum
}

struct Sweep {
    session: Session,
    connection: Connection,
    service: Arc<Service>,
    name: &'static str,
    /// One of each kind that is there.
    live: BTreeMap<String, Resource>,
    /// What was called already: (resource, what, name).
    called: BTreeSet<(String, &'static str, String)>,
    count: Count,
    /// Errors of our own: nothing a server can be blamed for.
    wrong: Vec<String>,
}

impl Sweep {
    fn new(session: &Session, name: &'static str) -> Result<Sweep> {
        let connection = session.connect_to(name)?;
        let service = Arc::clone(connection.service());
        Ok(Sweep {
            session: session.clone(),
            connection,
            service,
            name,
            live: BTreeMap::new(),
            called: BTreeSet::new(),
            count: Count::default(),
            wrong: Vec::new(),
        })
    }

    fn root(&self) -> Resource {
        self.session.get_service_resource(self.name).unwrap().new(&self.connection, [("", ""); 0]).unwrap()
    }

    /// Makes what can be made, and takes one of each kind that is listed.
    async fn find(&mut self) {
        for (service, operation, input) in setup(self.name) {
            let call = self.session.connect_to(service).unwrap().call(operation).params(&input);
            if let Err(error) = call.await {
                println!("{}: {operation}: {error}", self.name);
            }
        }
        let mut roots = vec![self.root()];
        let mut seen = BTreeSet::new();
        while let Some(root) = roots.pop() {
            let collections: Vec<String> = root.class().collections().map(str::to_owned).collect();
            for name in collections {
                let found = root.collection(&name).unwrap().limit(100).all().await.unwrap_or_default();
                // Others work on the same server: only what is ours is touched, but for what EC2 gives ids to.
                let ours = |r: &Resource| self.name == "ec2" || format!("{r:?}").contains("nine-");
                let Some(found) = found.into_iter().find(ours) else { continue };
                let kind = found.class().name().to_owned();
                self.live.entry(kind.clone()).or_insert_with(|| found.clone());
                if seen.insert(kind) {
                    roots.push(found);
                }
            }
        }
    }

    /// One of that kind: one that is there, or one that might be.
    fn one(&self, class: &Arc<ResourceClass>) -> Resource {
        if let Some(live) = self.live.get(class.name()) {
            return live.clone();
        }
        let made_up = class.identifiers().map(|name| match name {
            "PartNumber" => (name.to_owned(), Value::from(1)),
            _ => (name.to_owned(), Value::from("made-up-0123456789-abcdef")),
        });
        class.new(&self.connection, made_up).unwrap()
    }

    async fn everything(&mut self) {
        let set = resource::resources(self.name).unwrap();
        let mut resources = vec![self.root()];
        for resource in &set.resources {
            resources.push(self.one(&self.session.get_resource(self.name, &resource.name).unwrap()));
        }
        // What ends things goes last.
        for ending in [false, true] {
            for resource in &resources {
                self.of(resource, ending).await;
            }
        }
    }

    async fn of(&mut self, resource: &Resource, ending: bool) {
        let class = Arc::clone(resource.class());
        let ends = |name: &str| {
            ["Delete", "Terminate", "Release", "Detach", "Remove", "Deregister", "Abort"]
                .iter()
                .any(|v| name.starts_with(v))
        };
        if !ending {
            if class.definition().load.is_some() {
                self.done(&class, "load", "load", resource.reload().await);
            }
            for name in class.collections().map(str::to_owned).collect::<Vec<_>>() {
                let collection = resource.collection(&name).unwrap().limit(1);
                self.done(&class, "collection", &name, collection.all().await.map(drop));
            }
            for relation in &class.definition().has {
                let open = relation.resource.identifiers.iter().filter(|p| p.source == resource::Source::Input).count();
                let found = resource.related(&relation.name, vec!["made-up"; open]).await;
                let what = if open > 0 { "sub-resource" } else { "reference" };
                self.done(&class, what, &relation.name, found.map(drop));
            }
            for name in class.waiters().map(str::to_owned).collect::<Vec<_>>() {
                let wait = resource.wait_until(&name).unwrap().max_attempts(1).delay(Duration::ZERO);
                self.done(&class, "waiter", &name, wait.await.map(drop));
            }
        }
        for action in class.definition().actions.iter().filter(|action| ends(&action.name) == ending) {
            let call = resource.action(&action.name).unwrap().params(&self.needed(action));
            let outcome = call.await;
            if let Ok(Outcome::Resource(made)) = &outcome {
                self.live.entry(made.class().name().to_owned()).or_insert_with(|| made.clone());
            }
            self.done(&class, "action", &action.name, outcome.map(drop));
        }
        for action in class.definition().batch_actions.iter().filter(|action| ends(&action.name) == ending) {
            let Some(collection) = self.listing(&class) else { continue };
            let mut batch = collection.limit(1).batch(&action.name).unwrap();
            for (name, value) in self.needed(action).as_object().into_iter().flatten() {
                batch = batch.param(name, boto_core::value::to_value(value).unwrap());
            }
            self.done(&class, "batch action", &action.name, batch.await.map(drop));
        }
    }

    /// A collection that lists resources of a class.
    fn listing(&self, class: &ResourceClass) -> Option<boto_core::resource::Collection> {
        let all = std::iter::once(self.root()).chain(self.live.values().cloned());
        let lists = |resource: &Resource| {
            let many = resource.class().definition().has_many.iter();
            many.into_iter()
                .find(|m| m.resource.as_ref().is_some_and(|made| made.kind == class.name()))
                .map(|m| m.name.clone())
        };
        all.into_iter().find_map(|resource| resource.collection(&lists(&resource)?).ok())
    }

    fn done(&mut self, class: &ResourceClass, what: &'static str, name: &str, outcome: Result<()>) {
        if !self.called.insert((class.name().to_owned(), what, name.to_owned())) {
            return;
        }
        let Err(error) = outcome else {
            self.count.answered += 1;
            return;
        };
        match judged(&error) {
            Some(true) => self.count.refused += 1,
            Some(false) => self.count.missing += 1,
            None => self.wrong.push(format!("{} {} {what} {name}: {error}", self.name, class.name())),
        }
    }

    /// What an operation cannot do without and the definition does not give, made up.
    fn needed(&self, action: &resource::Action) -> Json {
        let Some(shape) = self.service.operation(&action.operation).and_then(|o| o.input) else { return json!({}) };
        let given: BTreeSet<&str> = action.params.iter().filter_map(|p| p.target.split(['.', '[']).next()).collect();
        let members = self.service.shape(shape).members().iter();
        let open = members.filter(|m| m.traits.has(Traits::REQUIRED) && !given.contains(&*m.name));
        open.map(|m| (m.name.to_string(), made_up(&self.service, m.target, &m.name, 0))).collect()
    }
}

/// Whether the server has the operation; nothing for an error that is ours.
fn judged(error: &Error) -> Option<bool> {
    match (error.kind(), error.code(), error.status()) {
        (ErrorKind::Service | ErrorKind::Wait, code, status) => {
            let code = code.unwrap_or_default();
            let missing =
                ["NotImplemented", "InvalidAction", "UnknownOperationException", "InternalFailure", "InternalError"];
            Some(
                !(missing.contains(&code)
                    || matches!(status, Some(500 | 501))
                    || (code == "404" && status == Some(404))),
            )
        }
        // There is no such thing, as an answer without it says.
        (ErrorKind::Unknown, ..) if error.message().starts_with("there is no") => Some(true),
        // The server answers what is no answer of that operation.
        (ErrorKind::Decode | ErrorKind::Transport(_), ..) => Some(false),
        // Rules that keep a made-up name from being sent.
        (ErrorKind::Validation | ErrorKind::Endpoint | ErrorKind::Config, ..) => None,
        _ => None,
    }
}

/// The least that a shape allows.
fn made_up(service: &Service, shape: ShapeId, name: &str, depth: usize) -> Json {
    let found = service.shape(shape);
    let least = found.min.unwrap_or(0.0).max(0.0) as usize;
    match &found.kind {
        _ if depth > 8 => Json::Null,
        Kind::String { values } if !values.is_empty() => json!(values[0]),
        Kind::String { .. } if name.contains("Cidr") => json!("10.9.0.0/24"),
        Kind::String { .. } if name.contains("Policy") => json!(r#"{"Version":"2012-10-17","Statement":[]}"#),
        Kind::String { .. } => {
            let text = unique("made");
            json!(format!("{text}{}", "x".repeat(least.saturating_sub(text.len()))))
        }
        Kind::List { member, .. } => json!([made_up(service, member.target, &member.name, depth + 1)]),
        Kind::Map { value, .. } => json!({"key": made_up(service, value.target, &value.name, depth + 1)}),
        Kind::Structure(structure) => {
            let needed = structure.members.iter().filter(|m| m.traits.has(Traits::REQUIRED));
            needed.map(|m| (m.name.to_string(), made_up(service, m.target, &m.name, depth + 1))).collect()
        }
        Kind::Boolean => json!(false),
        Kind::Blob { .. } => json!("eA=="),
        Kind::Timestamp => json!("2030-01-01T00:00:00Z"),
        Kind::BigInteger | Kind::BigDecimal | Kind::Document => json!(1),
        _ => json!(least.max(1)),
    }
}

/// What is made first, so that there is something.
fn setup(service: &str) -> Vec<(&'static str, &'static str, Json)> {
    let trust = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;
    let policy = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*"}]}"#;
    let name = unique("nine");
    match service {
        "cloudformation" => {
            let template = r#"{"Resources":{"Q":{"Type":"AWS::SQS::Queue"}}}"#;
            vec![("cloudformation", "CreateStack", json!({"StackName": name, "TemplateBody": template}))]
        }
        "cloudwatch" => vec![
            (
                "cloudwatch",
                "PutMetricAlarm",
                json!({"AlarmName": name, "MetricName": "m", "Namespace": "n", "Statistic": "Sum", "Period": 60,
                    "EvaluationPeriods": 1, "Threshold": 1.0, "ComparisonOperator": "GreaterThanThreshold"}),
            ),
            (
                "cloudwatch",
                "PutMetricData",
                json!({"Namespace": "n", "MetricData": [{"MetricName": "m", "Value": 1.0}]}),
            ),
        ],
        "dynamodb" => vec![(
            "dynamodb",
            "CreateTable",
            json!({"TableName": name, "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
                "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}]}),
        )],
        "ec2" => vec![
            ("ec2", "RunInstances", json!({"ImageId": "ami-12c6146b", "MinCount": 1, "MaxCount": 1})),
            ("ec2", "CreateVolume", json!({"AvailabilityZone": "us-east-1a", "Size": 1})),
            ("ec2", "CreateKeyPair", json!({"KeyName": name})),
            ("ec2", "CreateInternetGateway", json!({})),
            ("ec2", "AllocateAddress", json!({"Domain": "vpc"})),
            ("ec2", "CreatePlacementGroup", json!({"GroupName": name, "Strategy": "cluster"})),
        ],
        "glacier" => vec![("glacier", "CreateVault", json!({"accountId": "-", "vaultName": name}))],
        "iam" => vec![
            ("iam", "CreateUser", json!({"UserName": name})),
            ("iam", "CreateGroup", json!({"GroupName": name})),
            ("iam", "AddUserToGroup", json!({"GroupName": name, "UserName": name})),
            ("iam", "CreateRole", json!({"RoleName": name, "AssumeRolePolicyDocument": trust})),
            ("iam", "PutRolePolicy", json!({"RoleName": name, "PolicyName": name, "PolicyDocument": policy})),
            ("iam", "PutUserPolicy", json!({"UserName": name, "PolicyName": name, "PolicyDocument": policy})),
            ("iam", "PutGroupPolicy", json!({"GroupName": name, "PolicyName": name, "PolicyDocument": policy})),
            ("iam", "CreatePolicy", json!({"PolicyName": name, "PolicyDocument": policy})),
            ("iam", "CreateInstanceProfile", json!({"InstanceProfileName": name})),
            ("iam", "CreateAccessKey", json!({"UserName": name})),
            ("iam", "CreateLoginProfile", json!({"UserName": name, "Password": "Secret99secret!"})),
            ("iam", "CreateVirtualMFADevice", json!({"VirtualMFADeviceName": name})),
        ],
        "s3" => vec![
            ("s3", "CreateBucket", json!({"Bucket": name})),
            ("s3", "PutBucketVersioning", json!({"Bucket": name, "VersioningConfiguration": {"Status": "Enabled"}})),
            ("s3", "PutObject", json!({"Bucket": name, "Key": "made-up", "Body": "eA=="})),
            ("s3", "CreateMultipartUpload", json!({"Bucket": name, "Key": "parts"})),
        ],
        "sns" => vec![
            ("sns", "CreateTopic", json!({"Name": name})),
            (
                "sns",
                "CreatePlatformApplication",
                json!({"Name": name, "Platform": "GCM", "Attributes": {"PlatformCredential": "x"}}),
            ),
        ],
        "sqs" => vec![("sqs", "CreateQueue", json!({"QueueName": name}))],
        _ => Vec::new(),
    }
}
