//! Models in directories: found before the archive, chosen by version, and named when they are wrong.

use boto_core::{
    blocking::*,
    host::{Command, Host, Output, System},
    BoxFuture, DateTime, Result, Session,
};
use boto_tests::unique;
use std::{
    collections::BTreeMap,
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

/// A directory that goes when it is dropped.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Folder {
        let path = std::env::temp_dir().join(unique("boto-models"));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The real world with another environment and home.
#[derive(Debug)]
pub struct Place {
    pub env: BTreeMap<&'static str, OsString>,
    pub home: PathBuf,
}

impl Host for Place {
    fn var(&self, name: &str) -> Option<OsString> {
        self.env.get(name).cloned()
    }
    fn home(&self) -> Option<PathBuf> {
        Some(self.home.clone())
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        System.read(path)
    }
    fn list(&self, path: &Path) -> io::Result<Vec<OsString>> {
        System.list(path)
    }
    fn write_private(&self, path: &Path, contents: &[u8]) -> io::Result<()> {
        System.write_private(path, contents)
    }
    fn now(&self) -> DateTime {
        System.now()
    }
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        System.sleep(duration)
    }
    fn random(&self, buffer: &mut [u8]) {
        System.random(buffer);
    }
    fn run(&self, command: Command) -> BoxFuture<'static, io::Result<Output>> {
        System.run(command)
    }
}

fn builder(home: &Folder, data_path: Option<OsString>) -> boto_core::session::SessionBuilder {
    let env = data_path.map(|path| ("AWS_DATA_PATH", path)).into_iter().collect();
    let place = Place { env, home: home.0.clone() };
    Session::builder().host(Arc::new(place)).region("us-east-1").credentials("AKID", "secret")
}

/// A model with one operation, named after where it comes from.
fn model(version: &str, operation: &str) -> String {
    format!(
        r#"{{"metadata": {{"apiVersion": "{version}", "endpointPrefix": "acme", "protocol": "json",
            "jsonVersion": "1.1", "targetPrefix": "Acme", "serviceId": "Acme", "signatureVersion": "v4", "uid": "a"}},
            "operations": {{"{operation}": {{"name": "{operation}", "http": {{"method": "POST", "requestUri": "/"}},
            "input": {{"shape": "In"}}, "output": {{"shape": "Out"}}}}}},
            "shapes": {{"In": {{"type": "structure", "members": {{"Token": {{"shape": "S"}}}}}},
            "Out": {{"type": "structure", "members": {{"Names": {{"shape": "L"}}, "Token": {{"shape": "S"}}}}}},
            "L": {{"type": "list", "member": {{"shape": "S"}}}}, "S": {{"type": "string"}}}}}}"#
    )
}

fn operations(session: &Session, service: &str) -> Result<Vec<String>> {
    Ok(session.get_connection(service)?.operations().map(str::to_owned).collect())
}

#[test]
fn directories_go_before_the_archive_and_newer_before_older() -> Result<()> {
    let (home, first, second, own) = (Folder::new(), Folder::new(), Folder::new(), Folder::new());
    first.write("acme/2020-01-01/service-2.json", model("2020-01-01", "First"));
    second.write("acme/2020-01-01/service-2.json", model("2020-01-01", "Second"));
    second.write("acme/2018-01-01/service-2.json", model("2018-01-01", "Older"));
    second.write("only-here/2018-01-01/service-2.json", model("2018-01-01", "Only"));
    home.write(".aws/models/acme/2019-01-01/service-2.json", model("2019-01-01", "Home"));
    home.write(".aws/models/sqs/2099-01-01/service-2.json", model("2099-01-01", "FutureOfQueues"));
    home.write(".aws/models/sns/1999-01-01/service-2.json", model("1999-01-01", "PastOfTopics"));
    let path = std::env::join_paths([&first.0, &second.0]).unwrap();
    let session = || builder(&home, Some(path.clone()));

    assert_eq!(operations(&session().build(), "acme")?, ["First"]);
    assert_eq!(operations(&session().build(), "only-here")?, ["Only"]);
    for (wanted, expected) in [
        ("2020-01-01", "First"),
        ("2019-01-01", "Home"),
        ("2019-06-01", "Home"),
        ("2018-01-01", "Older"),
        ("2030-01-01", "First"),
    ] {
        assert_eq!(operations(&session().api_version("acme", wanted).build(), "acme")?, [expected], "{wanted}");
    }
    let none = operations(&session().api_version("acme", "2000-01-01").build(), "acme").unwrap_err().to_string();
    assert!(none.contains("no version of acme \"2000-01-01\"") && none.contains("2018-01-01, 2019-01-01"), "{none}");

    own.write("acme/2020-01-01/service-2.json", model("2020-01-01", "Own"));
    assert_eq!(operations(&session().data_path(&own.0).build(), "acme")?, ["Own"]);

    // A newer model than the archive's wins; an older one only if it is asked for.
    assert_eq!(operations(&session().build(), "sqs")?, ["FutureOfQueues"]);
    assert!(operations(&session().api_version("sqs", "2012-11-05").build(), "sqs")?.contains(&"SendMessage".to_owned()));
    assert!(operations(&session().build(), "sns")?.contains(&"Publish".to_owned()));
    assert_eq!(operations(&session().api_version("sns", "2000-01-01").build(), "sns")?, ["PastOfTopics"]);
    assert_eq!(session().build().available_versions("sns")?, ["1999-01-01", "2010-03-31"]);

    let services = session().build().available_services()?;
    for name in ["acme", "only-here", "sqs", "ec2"] {
        assert!(services.iter().any(|service| service == name), "{name}");
    }
    assert!(services.is_sorted());
    Ok(())
}

#[test]
fn all_that_stands_beside_a_model_is_read() -> Result<()> {
    let (home, models) = (Folder::new(), Folder::new());
    let folder = "acme/2020-01-01";
    models.write(&format!("{folder}/service-2.json"), model("2020-01-01", "ListNames"));
    let pages =
        r#"{"pagination": {"ListNames": {"input_token": "Token", "output_token": "Token", "result_key": "Names"}}}"#;
    models.write(&format!("{folder}/paginators-1.json"), pages);
    let waiters =
        r#"{"waiters": {"NamesThere": {"operation": "ListNames", "delay": 1, "maxAttempts": 2, "acceptors": []}}}"#;
    models.write(&format!("{folder}/waiters-2.json"), waiters);
    let rules = r#"{"version": "1.0", "parameters": {"Region": {"builtIn": "AWS::Region", "required": false, "documentation": "x", "type": "String"}},
        "rules": [{"conditions": [], "endpoint": {"url": "https://names.acme.example", "properties": {}, "headers": {}}, "type": "endpoint"}]}"#;
    models.write(&format!("{folder}/endpoint-rule-set-1.json"), rules);
    let resources = r#"{"service": {"has": {"Name": {"resource": {"type": "Name", "identifiers": [{"target": "Text", "source": "input"}]}}}},
        "resources": {"Name": {"identifiers": [{"name": "Text"}]}}}"#;
    let file = models.write(&format!("{folder}/resources-1.json"), resources);
    let session = builder(&home, None).data_path(&models.0).build().blocking();

    let acme = session.connect_to("acme")?;
    assert_eq!(acme.service().waiters().len(), 1);
    assert!(acme.service().paginator("ListNames").is_some());
    let request = acme.call("ListNames").dry_run().run()?;
    assert_eq!(request.url.to_string(), "https://names.acme.example/");
    assert_eq!(request.headers["x-amz-target"], "Acme.ListNames");
    let name = session.get_resource("acme", "Name")?.new(&acme, [("Text", "x")])?;
    assert_eq!(format!("{name:?}"), "acme.Name(Text=\"x\")");
    let services = session.available_services()?;
    assert!(services.is_sorted() && services.len() > 400, "{}", services.len());
    assert!(session.available_resources()?.contains(&"acme".to_owned()));

    std::fs::write(&file, "{\"resources\": []}").unwrap();
    let wrong = builder(&home, None).data_path(&models.0).build().get_resource("acme", "Name").unwrap_err().to_string();
    assert!(wrong.contains(file.to_str().unwrap()), "{wrong}");
    Ok(())
}

#[test]
fn smithy_models_do_as_well() -> Result<()> {
    let (home, models) = (Folder::new(), Folder::new());
    let smithy = |operation: &str| {
        format!(
            r#"{{"smithy": "2.0", "shapes": {{
            "acme#Acme": {{"type": "service", "version": "2021-02-03", "operations": [{{"target": "acme#{operation}"}}],
                "traits": {{"aws.api#service": {{"sdkId": "Acme", "arnNamespace": "acme", "endpointPrefix": "acme"}},
                "aws.auth#sigv4": {{"name": "acme"}}, "aws.protocols#awsJson1_1": {{}}}}}},
            "acme#{operation}": {{"type": "operation", "input": {{"target": "smithy.api#Unit"}},
                "output": {{"target": "smithy.api#Unit"}}}}}}}}"#
        )
    };
    models.write("flat.json", smithy("Flat"));
    models.write("nested/service/2021-02-03/nested-2021-02-03.json", smithy("Nested"));
    models.write("old.json", model("2020-01-01", "OldFlat"));
    let session = builder(&home, None).data_path(&models.0).build();
    assert_eq!(operations(&session, "flat")?, ["Flat"]);
    assert_eq!(operations(&session, "nested")?, ["Nested"]);
    assert_eq!(operations(&session, "old")?, ["OldFlat"]);
    assert_eq!(session.available_versions("nested")?, ["2021-02-03"]);
    let services = session.available_services()?;
    assert!(["flat", "nested", "old"].iter().all(|name| services.iter().any(|service| service == name)));
    Ok(())
}

#[test]
fn wrong_models_are_named() {
    let home = Folder::new();
    let good = model("2020-01-01", "ListNames");
    let folder = "acme/2020-01-01";
    for (file, text, said) in [
        ("acme/2020-01-01/service-2.json", "{", ""),
        ("acme/2020-01-01/service-2.json", r#"{"operations": {"Go": {"input": {"shape": "Gone"}}}}"#, "Gone"),
        ("acme/2020-01-01/paginators-1.json", r#"{"pagination": {"ListNames": {"input_token": 7}}}"#, "input_token"),
        ("acme/2020-01-01/waiters-2.json", r#"{"waiters": {"Up": {"operation": "ListNames"}}}"#, "delay"),
        ("acme/2020-01-01/endpoint-rule-set-1.json", r#"{"rules": 7}"#, "rules"),
        ("acme/2020-01-01/service-2.json.gz", "no gzip", "decompressed"),
        ("acme.json", "nonsense", ""),
    ] {
        let models = Folder::new();
        if !file.contains("service-2") && file != "acme.json" {
            models.write(&format!("{folder}/service-2.json"), &good);
        }
        let path = models.write(file, text);
        let error = builder(&home, None).data_path(&models.0).build().connect_to("acme").unwrap_err().to_string();
        assert!(error.contains(path.to_str().unwrap()) && error.contains(said), "{file}: {error}");
    }
    // Names cannot lead out of the directories.
    let models = Folder::new();
    models.write("secret.json", &good);
    models.write("inner/x", "");
    let session = builder(&home, None).data_path(models.0.join("inner")).build();
    assert!(session.connect_to("../secret").is_err());
    let unknown = session.connect_to("dynamodbb").unwrap_err().to_string();
    assert!(unknown.contains("did you mean dynamodb"), "{unknown}");
}

#[test]
fn what_there_is_can_be_listed() -> Result<()> {
    let home = Folder::new();
    home.write(".aws/config", "[default]\nregion = us-east-1\n[profile work]\n[sso-session s]\n");
    home.write(".aws/credentials", "[keys]\naws_access_key_id = a\n");
    let session = builder(&home, None).build();
    assert_eq!(session.available_profiles()?, ["default", "keys", "work"]);
    // Also when the one that is wanted does not exist.
    assert_eq!(builder(&home, None).profile("gone").build().available_profiles()?, ["default", "keys", "work"]);
    assert_eq!(session.available_partitions()[..2], ["aws", "aws-cn"]);
    assert!(session.available_partitions().contains(&"aws-us-gov"));
    let regions = session.available_regions("sqs")?;
    assert!(regions.iter().any(|r| r == "eu-central-1") && !regions.iter().any(|r| r.contains("fips")), "{regions:?}");
    assert_eq!(session.available_regions_of("sqs", "aws-cn", false)?, ["cn-north-1", "cn-northwest-1"]);
    assert_eq!(session.available_regions_of("iam", "aws", true)?.iter().filter(|r| *r == "aws-global").count(), 1);
    assert!(session.available_regions("iam")?.is_empty());
    let unknown = session.available_regions_of("sqs", "aws-cm", false).unwrap_err().to_string();
    assert!(unknown.contains("did you mean aws-cn"), "{unknown}");
    assert!(session.available_regions("sqss").is_err());
    assert!(session.available_resources()?.contains(&"sqs".to_owned()));
    Ok(())
}

#[test]
fn regions_belong_to_partitions() {
    let session = Session::new();
    for (region, partition) in [("us-west-2", "aws"), ("af-south-99", "aws"), ("cn-north-1", "aws-cn")] {
        assert_eq!(session.partition_of(region).unwrap(), partition, "{region}");
    }
    let unknown = session.partition_of("no-good-1").unwrap_err().to_string();
    assert!(unknown.contains("no region \"no-good-1\""), "{unknown}");
    let near = session.partition_of("eu_west-1").unwrap_err().to_string();
    assert!(near.contains("eu-west-1"), "{near}");
}
