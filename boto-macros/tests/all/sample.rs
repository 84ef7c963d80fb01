//! Whole services over all protocols, with the nastiest names, clashes and recursion: `cargo xtask check-all` does this
//! for every service there is.

#![deny(missing_docs)]

boto_core::service!("apigatewayv2"); // a structure `None`
boto_core::service!("bedrock-runtime"); // types named as an operation's output, event streams in both directions
boto_core::service!("cloudwatch"); // several protocols, CBOR among them
boto_core::service!("glacier"); // a nested structure that is its own operation's output
boto_core::service!("health"); // names in small letters
boto_core::service!("iottwinmaker"); // recursive structures
boto_core::service!("kinesis"); // an event stream over JSON and CBOR
boto_core::service!("lakeformation"); // a union with a recursion
boto_core::service!("lexv2-runtime"); // a structure `Value`
boto_core::service!("migrationhubstrategy"); // a structure `Result`
boto_core::service!("organizations"); // JSON 1.1
boto_core::service!("redshift"); // query; inputs that are nested elsewhere too
boto_core::service!("route53"); // XML
boto_core::service!("s3control"); // XML with host prefixes, inputs named as their shape
boto_core::service!("ses"); // query
boto_core::service!("sso-oidc"); // members in snake_case
boto_core::service!("stepfunctions"); // JSON 1.0
boto_core::service!("sts"); // unsigned operations
boto_core::service!("transcribe"); // values that begin with digits
boto_core::service!("wafv2"); // mutually recursive structures
boto_core::service!("ec2", operations = [DescribeInstances, RunInstances, CreateTags, DescribeVolumes, CreateVolume]);

use boto_core::Session;

#[test]
fn clashing_names_are_told_apart() {
    let answer = bedrock_runtime::types::ConverseOutput::default();
    let _nested: bedrock_runtime::types::ConverseOutputShape = answer.output;
    let _same: glacier::types::ListVaultsOutput = glacier::types::ListVaultsOutput {
        vault_list: vec![glacier::types::DescribeVaultOutput::default()],
        ..Default::default()
    };
    let volume: ec2::types::CreateVolumeOutput = ec2::types::Volume::default();
    assert_eq!(volume, ec2::types::Volume::default());
}

#[test]
fn names_that_calls_need_are_set_with_with() {
    let ec2 = Session::new().connect_to(ec2::Ec2);
    let call = ec2.describe_instances().with_dry_run(true).instance_ids(["i-1"]);
    assert_eq!(call.input().dry_run, Some(true));
}

#[test]
fn every_emitted_table_opens() {
    assert!(wafv2::Wafv2::tables().operation("CreateWebACL").is_some());
    assert_eq!(ec2::Ec2::tables().operation_names().count(), 5);
}
