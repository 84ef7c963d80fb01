//! The programs that are built.

/// A program of a user's.
pub struct Program {
    /// Its folder.
    pub name: &'static str,
    /// Its row in the table.
    pub title: &'static str,
    /// The lines below `[dependencies]`; `{core}` is the path of boto-core.
    pub dependencies: &'static str,
    /// `main.rs`.
    pub source: &'static str,
    /// Built with `--peers` only.
    pub peer: bool,
}

/// What a program of ours depends on.
pub const OURS: &str = r#"
boto-core = { path = "{core}" }
tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
"#;

/// As [`OURS`], without what the program has no use for.
const LEAN: &str = r#"
boto-core = { path = "{core}", default-features = false, features = ["tls"] }
tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
"#;

macro_rules! sqs_main {
    () => {
        r#"
#[tokio::main]
async fn main() -> boto_core::Result<()> {
    let sqs = boto_core::Session::new().connect_to(sqs::Sqs);
    for url in sqs.list_queues().await?.queue_urls {
        sqs.send_message(&url, "hello").delay_seconds(1).await?;
        println!("{:?}", sqs.receive_message(&url).wait_time_seconds(2).await?.messages);
    }
    Ok(())
}
"#
    };
}

/// `main` of the SQS program.
pub const SQS_MAIN: &str = sqs_main!();

/// The SQS program.
const SQS: &str =
    concat!("boto_core::service!(\"sqs\", operations = [SendMessage, ReceiveMessage, ListQueues]);\n", sqs_main!());

/// A program with three services.
pub const THREE: &str = r#"
boto_core::service!("sqs", operations = [SendMessage, ReceiveMessage, DeleteMessage]);
boto_core::service!("s3", operations = [PutObject, GetObject, ListObjectsV2]);
boto_core::service!("dynamodb", operations = [PutItem, GetItem, Query]);

#[tokio::main]
async fn main() -> boto_core::Result<()> {
    let session = boto_core::Session::new();
    let (sqs, s3, dynamodb) =
        (session.connect_to(sqs::Sqs), session.connect_to(s3::S3), session.connect_to(dynamodb::DynamoDb));
    for message in sqs.receive_message("https://sqs.us-east-1.amazonaws.com/1/jobs").await?.messages {
        let key = message.message_id.unwrap_or_default();
        s3.put_object("jobs", &key).body(message.body.unwrap_or_default()).await?;
        let id = [("id", dynamodb::types::AttributeValue::S(key))];
        dynamodb.put_item("jobs", id).await?;
        sqs.delete_message("https://sqs.us-east-1.amazonaws.com/1/jobs", message.receipt_handle.unwrap_or_default())
            .await?;
    }
    for object in s3.list_objects_v2("jobs").await?.contents {
        let key = object.key.unwrap_or_default();
        println!("{}", s3.get_object("jobs", &key).await?.body.collect().await?.len());
        let id = [("id", dynamodb::types::AttributeValue::S(key))];
        println!("{:?}", dynamodb.get_item("jobs", id).await?.item);
    }
    println!("{:?}", dynamodb.query("jobs").key_condition_expression("id = :id").await?.items);
    sqs.send_message("https://sqs.us-east-1.amazonaws.com/1/jobs", "done").await?;
    Ok(())
}
"#;

macro_rules! ours {
    ($name:literal, $title:literal, $source:expr) => {
        Program { name: $name, title: $title, dependencies: OURS, source: $source, peer: false }
    };
}

/// What every program of the official SDK depends on.
macro_rules! official {
    () => {
        r#"
aws-config = { version = "1", features = ["behavior-version-latest"] }
tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
"#
    };
}

macro_rules! peer {
    ($name:literal, $title:literal, $crates:literal, $source:expr) => {
        Program { name: $name, title: $title, dependencies: concat!($crates, official!()), source: $source, peer: true }
    };
}

/// The SQS program of the official SDK.
const OFFICIAL_SQS: &str = r#"
#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sqs = aws_sdk_sqs::Client::new(&aws_config::load_from_env().await);
    for url in sqs.list_queues().send().await?.queue_urls() {
        sqs.send_message().queue_url(url).message_body("hello").delay_seconds(1).send().await?;
        println!("{:?}", sqs.receive_message().queue_url(url).wait_time_seconds(2).send().await?.messages());
    }
    Ok(())
}
"#;

/// The whole programs; the first is the floor that the others are compared with.
pub const PROGRAMS: &[Program] = &[
    Program {
        name: "reqwest",
        title: "floor: reqwest, rustls with ring, tokio, serde_json, one GET",
        dependencies: r#"
reqwest = { version = "0.13", default-features = false, features = ["rustls-no-provider"] }
rustls = { version = "0.23", default-features = false, features = ["ring", "std", "tls12"] }
serde_json = "1"
tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
"#,
        source: r#"
#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let text = reqwest::get("https://localhost/").await?.text().await?;
    println!("{}", serde_json::from_str::<serde_json::Value>(&text)?);
    Ok(())
}
"#,
        peer: false,
    },
    ours!("sqs", "boto: SQS, send, receive, list", SQS),
    Program {
        name: "sqs-lean",
        title: "boto: the same, default-features = false, features = [\"tls\"]",
        dependencies: LEAN,
        source: SQS,
        peer: false,
    },
    ours!(
        "s3",
        "boto: S3, put, get, list",
        r#"
boto_core::service!("s3", operations = [PutObject, GetObject, ListObjectsV2]);
#[tokio::main]
async fn main() -> boto_core::Result<()> {
    let s3 = boto_core::Session::new().connect_to(s3::S3);
    s3.put_object("bucket", "key").body("hello").await?;
    for object in s3.list_objects_v2("bucket").await?.contents {
        println!("{:?}", s3.get_object("bucket", object.key).await?.body.collect().await?);
    }
    Ok(())
}
"#
    ),
    ours!(
        "dynamodb",
        "boto: DynamoDB, put, get, query",
        r#"
boto_core::service!("dynamodb", operations = [PutItem, GetItem, Query]);
use dynamodb::types::AttributeValue;
#[tokio::main]
async fn main() -> boto_core::Result<()> {
    let tables = boto_core::Session::new().connect_to(dynamodb::DynamoDb);
    let key = || [("id", AttributeValue::S("1".into()))];
    tables.put_item("table", key()).await?;
    println!("{:?}", tables.get_item("table", key()).await?.item);
    println!("{:?}", tables.query("table").limit(3).await?.items);
    Ok(())
}
"#
    ),
    ours!(
        "ec2",
        "boto: EC2, three operations",
        r#"
boto_core::service!("ec2", operations = [DescribeInstances, StartInstances, StopInstances]);
#[tokio::main]
async fn main() -> boto_core::Result<()> {
    let ec2 = boto_core::Session::new().connect_to(ec2::Ec2);
    println!("{:?}", ec2.describe_instances().max_results(5).await?.reservations);
    ec2.stop_instances(["i-1"]).await?;
    ec2.start_instances(["i-1"]).await?;
    Ok(())
}
"#
    ),
    ours!(
        "five",
        "boto: S3, SQS, DynamoDB, STS, Secrets Manager",
        r#"
boto_core::service!("s3", operations = [PutObject, GetObject, ListObjectsV2]);
boto_core::service!("sqs", operations = [SendMessage, ReceiveMessage, ListQueues]);
boto_core::service!("dynamodb", operations = [PutItem, GetItem, Query]);
boto_core::service!("sts", operations = [GetCallerIdentity, AssumeRole]);
boto_core::service!("secretsmanager", operations = [GetSecretValue, PutSecretValue, ListSecrets]);
#[tokio::main]
async fn main() -> boto_core::Result<()> {
    let session = boto_core::Session::new();
    println!("{:?}", session.connect_to(sts::Sts).get_caller_identity().await?.account);
    println!("{:?}", session.connect_to(secretsmanager::SecretsManager).get_secret_value("secret").await?.name);
    println!("{:?}", session.connect_to(s3::S3).list_objects_v2("bucket").await?.contents);
    println!("{:?}", session.connect_to(sqs::Sqs).list_queues().await?.queue_urls);
    println!("{:?}", session.connect_to(dynamodb::DynamoDb).query("table").await?.items);
    Ok(())
}
"#
    ),
    peer!(
        "official-sqs",
        "official: SQS, send, receive, list",
        r#"
aws-sdk-sqs = "1"
"#,
        OFFICIAL_SQS
    ),
    peer!(
        "official-s3",
        "official: S3, put, get, list",
        r#"
aws-sdk-s3 = "1"
"#,
        r#"
#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let s3 = aws_sdk_s3::Client::new(&aws_config::load_from_env().await);
    s3.put_object().bucket("bucket").key("key").body(b"hello".to_vec().into()).send().await?;
    for object in s3.list_objects_v2().bucket("bucket").send().await?.contents() {
        let got = s3.get_object().bucket("bucket").set_key(object.key().map(str::to_owned)).send().await?;
        println!("{:?}", got.body.collect().await?.into_bytes());
    }
    Ok(())
}
"#
    ),
    Program {
        name: "official-sqs-lean",
        title: "official: the same, legacy features switched off",
        dependencies: r#"
aws-config = { version = "1", default-features = false, features = ["behavior-version-latest", "default-https-client", "rt-tokio"] }
aws-sdk-sqs = { version = "1", default-features = false, features = ["default-https-client", "rt-tokio"] }
tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
"#,
        source: OFFICIAL_SQS,
        peer: true,
    },
    peer!(
        "official-ec2",
        "official: EC2, DescribeInstances",
        r#"
aws-sdk-ec2 = "1"
"#,
        r#"
#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let ec2 = aws_sdk_ec2::Client::new(&aws_config::load_from_env().await);
    println!("{:?}", ec2.describe_instances().max_results(5).send().await?.reservations());
    Ok(())
}
"#
    ),
    peer!(
        "official-five",
        "official: S3, SQS, DynamoDB, STS, Secrets Manager",
        r#"
aws-sdk-dynamodb = "1"
aws-sdk-s3 = "1"
aws-sdk-secretsmanager = "1"
aws-sdk-sqs = "1"
aws-sdk-sts = "1"
"#,
        r#"
#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let config = aws_config::load_from_env().await;
    println!("{:?}", aws_sdk_sts::Client::new(&config).get_caller_identity().send().await?.account());
    let secrets = aws_sdk_secretsmanager::Client::new(&config);
    println!("{:?}", secrets.get_secret_value().secret_id("secret").send().await?.name());
    let s3 = aws_sdk_s3::Client::new(&config);
    println!("{:?}", s3.list_objects_v2().bucket("bucket").send().await?.contents());
    println!("{:?}", aws_sdk_sqs::Client::new(&config).list_queues().send().await?.queue_urls());
    println!("{:?}", aws_sdk_dynamodb::Client::new(&config).query().table_name("table").send().await?.items());
    Ok(())
}
"#
    ),
];

/// A program with three operations of SQS, and beside it a service of that line, of which that is called.
pub fn two(line: &str, calls: &str) -> String {
    let own = "    let session = boto_core::Session::new();\n    let sqs = session.connect_to(sqs::Sqs);\n";
    let main = SQS_MAIN.replace("    let sqs = boto_core::Session::new().connect_to(sqs::Sqs);\n", own);
    let main = main.replace("    Ok(())\n}", &format!("{calls}    Ok(())\n}}"));
    format!("boto_core::service!(\"sqs\", operations = [SendMessage, ReceiveMessage, ListQueues]);\n{line}\n{main}")
}

/// A second service: a title, the line, and what the program calls of it.
pub const SECOND: &[(&str, &str, &str)] = &[
    (
        "DynamoDB, put, get, query",
        "boto_core::service!(\"dynamodb\", operations = [PutItem, GetItem, Query]);",
        r#"    let tables = session.connect_to(dynamodb::DynamoDb);
    let key = || [("id", dynamodb::types::AttributeValue::S("1".into()))];
    tables.put_item("table", key()).await?;
    println!("{:?}", tables.get_item("table", key()).await?.item);
    println!("{:?}", tables.query("table").limit(3).await?.items);
"#,
    ),
    (
        "S3, put, get, list",
        "boto_core::service!(\"s3\", operations = [PutObject, GetObject, ListObjectsV2]);",
        r#"    let s3 = session.connect_to(s3::S3);
    s3.put_object("bucket", "key").body("hello").await?;
    for object in s3.list_objects_v2("bucket").await?.contents {
        println!("{:?}", s3.get_object("bucket", object.key).await?.body.collect().await?);
    }
"#,
    ),
    (
        "Secrets Manager, get, put, list",
        "boto_core::service!(\"secretsmanager\", operations = [GetSecretValue, PutSecretValue, ListSecrets]);",
        r#"    let secrets = session.connect_to(secretsmanager::SecretsManager);
    secrets.put_secret_value("secret").secret_string("hello").await?;
    println!("{:?}", secrets.get_secret_value("secret").await?.name);
    println!("{:?}", secrets.list_secrets().await?.secret_list);
"#,
    ),
    (
        "SNS, publish, subscribe, list",
        "boto_core::service!(\"sns\", operations = [Publish, Subscribe, ListTopics]);",
        r#"    let sns = session.connect_to(sns::Sns);
    sns.publish("hello").topic_arn("topic").await?;
    println!("{:?}", sns.subscribe("topic", "sqs").await?.subscription_arn);
    println!("{:?}", sns.list_topics().await?.topics);
"#,
    ),
    (
        "STS, identity, role, session",
        "boto_core::service!(\"sts\", operations = [GetCallerIdentity, AssumeRole, GetSessionToken]);",
        r#"    let sts = session.connect_to(sts::Sts);
    println!("{:?}", sts.get_caller_identity().await?.arn);
    println!("{:?}", sts.assume_role("role", "me").await?.credentials);
    println!("{:?}", sts.get_session_token().await?.credentials);
"#,
    ),
    (
        "Systems Manager, get, put, list",
        "boto_core::service!(\"ssm\", operations = [GetParameter, PutParameter, GetParametersByPath]);",
        r#"    let ssm = session.connect_to(ssm::Ssm);
    println!("{:?}", ssm.put_parameter("name", "value").await?.version);
    println!("{:?}", ssm.get_parameter("name").await?.parameter);
    println!("{:?}", ssm.get_parameters_by_path("/").await?.parameters);
"#,
    ),
    (
        "IAM, get, create, list",
        "boto_core::service!(\"iam\", operations = [GetUser, CreateRole, ListRoles]);",
        r#"    let iam = session.connect_to(iam::Iam);
    println!("{:?}", iam.get_user().await?.user);
    println!("{:?}", iam.create_role("name", "{}").await?.role);
    println!("{:?}", iam.list_roles().await?.roles);
"#,
    ),
    (
        "Lambda, invoke, get, list",
        "boto_core::service!(\"lambda\", operations = [Invoke, GetFunction, ListFunctions]);",
        r#"    let lambda = session.connect_to(lambda::Lambda);
    println!("{:?}", lambda.invoke("name").payload("{}").await?.status_code);
    println!("{:?}", lambda.get_function("name").await?.configuration);
    println!("{:?}", lambda.list_functions().await?.functions);
"#,
    ),
    (
        "EC2, three operations",
        "boto_core::service!(\"ec2\", operations = [DescribeInstances, StartInstances, StopInstances]);",
        r#"    let ec2 = session.connect_to(ec2::Ec2);
    println!("{:?}", ec2.describe_instances().max_results(5).await?.reservations);
    ec2.stop_instances(["i-1"]).await?;
    ec2.start_instances(["i-1"]).await?;
"#,
    ),
];

/// What is added to the program that has three operations of SQS: a title and the line.
pub const ADDED: &[(&str, &str)] = &[
    ("all of SQS", "boto_core::service!(\"sqs\" as all_of_sqs);"),
    ("all of SQS without resources", "boto_core::service!(\"sqs\" as all_of_sqs, resources = none);"),
    ("all of DynamoDB", "boto_core::service!(\"dynamodb\");"),
    ("all of S3", "boto_core::service!(\"s3\");"),
    ("all of S3 without resources", "boto_core::service!(\"s3\", resources = none);"),
    ("all of EC2", "boto_core::service!(\"ec2\");"),
    ("all of EC2 without serde", "boto_core::service!(\"ec2\", serde = none);"),
    ("three operations of DynamoDB", "boto_core::service!(\"dynamodb\", operations = [PutItem, GetItem, Query]);"),
    ("three operations of S3", "boto_core::service!(\"s3\", operations = [PutObject, GetObject, ListObjectsV2]);"),
    (
        "three operations of EC2",
        "boto_core::service!(\"ec2\", operations = [DescribeInstances, StartInstances, StopInstances]);",
    ),
];
