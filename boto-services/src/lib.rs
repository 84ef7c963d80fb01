//! Prebuilt typed AWS services for [`boto_core`], one feature each.
//!
//! Each module is what `boto_core::service!("…")` makes of the whole service, compiled once for a workspace, so that its
//! types are the same in every crate. Take the features you need; for a few operations of a large service, `service!`
//! with `operations = […]` in your own crate builds faster. All features together are some 150 CPU-seconds and ten
//! gigabytes of compiler memory: nobody needs them all.
//!
//! ```toml
//! boto-services = { version = "0.1", features = ["sqs", "s3"] }
//! ```

pub use boto_core;

/// One line for each service: its feature, which is the name that one connects by, and its marker.
macro_rules! services {
    ($($feature:literal => $module:ident::$marker:ident,)*) => {
        $(
            #[cfg(feature = $feature)]
            boto_core::service!($feature as $module);
        )*

        /// The tables of a service that is compiled in, by the name one connects by: give it to
        /// `Session::builder().tables(boto_services::find)`, and `connect_to("sqs")` works without the archive.
        pub fn find(name: &str) -> Option<std::sync::Arc<boto_model::Service>> {
            match name {
                $(
                    #[cfg(feature = $feature)]
                    $feature => Some($module::$marker::tables()),
                )*
                _ => None,
            }
        }

        /// The names of all services that are compiled in.
        pub const NAMES: &[&str] = &[
            $(
                #[cfg(feature = $feature)]
                $feature,
            )*
        ];
    };
}

services! {
    "accessanalyzer" => accessanalyzer::AccessAnalyzer,
    "account" => account::Account,
    "acm" => acm::Acm,
    "acm-pca" => acm_pca::AcmPca,
    "amp" => amp::Amp,
    "apigateway" => apigateway::ApiGateway,
    "apigatewaymanagementapi" => apigatewaymanagementapi::ApiGatewayManagementApi,
    "apigatewayv2" => apigatewayv2::ApiGatewayV2,
    "appconfig" => appconfig::AppConfig,
    "appconfigdata" => appconfigdata::AppConfigData,
    "application-autoscaling" => application_autoscaling::ApplicationAutoScaling,
    "apprunner" => apprunner::AppRunner,
    "appsync" => appsync::AppSync,
    "athena" => athena::Athena,
    "autoscaling" => autoscaling::AutoScaling,
    "backup" => backup::Backup,
    "batch" => batch::Batch,
    "bedrock" => bedrock::Bedrock,
    "bedrock-agent" => bedrock_agent::BedrockAgent,
    "bedrock-agent-runtime" => bedrock_agent_runtime::BedrockAgentRuntime,
    "bedrock-runtime" => bedrock_runtime::BedrockRuntime,
    "budgets" => budgets::Budgets,
    "ce" => ce::CostExplorer,
    "cloudcontrol" => cloudcontrol::CloudControl,
    "cloudformation" => cloudformation::CloudFormation,
    "cloudfront" => cloudfront::CloudFront,
    "cloudfront-keyvaluestore" => cloudfront_keyvaluestore::CloudFrontKeyValueStore,
    "cloudtrail" => cloudtrail::CloudTrail,
    "cloudwatch" => cloudwatch::CloudWatch,
    "codeartifact" => codeartifact::Codeartifact,
    "codebuild" => codebuild::CodeBuild,
    "codeconnections" => codeconnections::CodeConnections,
    "codedeploy" => codedeploy::CodeDeploy,
    "codepipeline" => codepipeline::CodePipeline,
    "cognito-identity" => cognito_identity::CognitoIdentity,
    "cognito-idp" => cognito_idp::CognitoIdentityProvider,
    "comprehend" => comprehend::Comprehend,
    "config" => config::ConfigService,
    "detective" => detective::Detective,
    "dms" => dms::DatabaseMigrationService,
    "docdb" => docdb::DocDb,
    "dynamodb" => dynamodb::DynamoDb,
    "dynamodbstreams" => dynamodbstreams::DynamoDbStreams,
    "ec2" => ec2::Ec2,
    "ecr" => ecr::Ecr,
    "ecr-public" => ecr_public::EcrPublic,
    "ecs" => ecs::Ecs,
    "efs" => efs::Efs,
    "eks" => eks::Eks,
    "eks-auth" => eks_auth::EksAuth,
    "elasticache" => elasticache::ElastiCache,
    "elasticbeanstalk" => elasticbeanstalk::ElasticBeanstalk,
    "elb" => elb::ElasticLoadBalancing,
    "elbv2" => elbv2::ElasticLoadBalancingV2,
    "emr" => emr::Emr,
    "emr-serverless" => emr_serverless::EmrServerless,
    "es" => es::ElasticsearchService,
    "events" => events::EventBridge,
    "firehose" => firehose::Firehose,
    "fsx" => fsx::FSx,
    "glacier" => glacier::Glacier,
    "glue" => glue::Glue,
    "guardduty" => guardduty::GuardDuty,
    "iam" => iam::Iam,
    "identitystore" => identitystore::Identitystore,
    "iot" => iot::IoT,
    "iot-data" => iot_data::IoTDataPlane,
    "kafka" => kafka::Kafka,
    "keyspaces" => keyspaces::Keyspaces,
    "kinesis" => kinesis::Kinesis,
    "kinesisanalyticsv2" => kinesisanalyticsv2::KinesisAnalyticsV2,
    "kms" => kms::Kms,
    "lambda" => lambda::Lambda,
    "logs" => logs::CloudWatchLogs,
    "memorydb" => memorydb::MemoryDb,
    "mq" => mq::Mq,
    "mwaa" => mwaa::Mwaa,
    "neptune" => neptune::Neptune,
    "opensearch" => opensearch::OpenSearch,
    "opensearchserverless" => opensearchserverless::OpenSearchServerless,
    "organizations" => organizations::Organizations,
    "pi" => pi::Pi,
    "pinpoint-sms-voice-v2" => pinpoint_sms_voice_v2::PinpointSmsVoiceV2,
    "pipes" => pipes::Pipes,
    "polly" => polly::Polly,
    "pricing" => pricing::Pricing,
    "ram" => ram::Ram,
    "rds" => rds::Rds,
    "rds-data" => rds_data::RdsData,
    "redshift" => redshift::Redshift,
    "redshift-data" => redshift_data::RedshiftData,
    "redshift-serverless" => redshift_serverless::RedshiftServerless,
    "rekognition" => rekognition::Rekognition,
    "resource-explorer-2" => resource_explorer_2::ResourceExplorer2,
    "resource-groups" => resource_groups::ResourceGroups,
    "resourcegroupstaggingapi" => resourcegroupstaggingapi::ResourceGroupsTaggingApi,
    "route53" => route53::Route53,
    "route53resolver" => route53resolver::Route53Resolver,
    "s3" => s3::S3,
    "s3control" => s3control::S3Control,
    "s3tables" => s3tables::S3Tables,
    "sagemaker" => sagemaker::SageMaker,
    "sagemaker-runtime" => sagemaker_runtime::SageMakerRuntime,
    "scheduler" => scheduler::Scheduler,
    "schemas" => schemas::Schemas,
    "secretsmanager" => secretsmanager::SecretsManager,
    "securityhub" => securityhub::SecurityHub,
    "service-quotas" => service_quotas::ServiceQuotas,
    "servicediscovery" => servicediscovery::ServiceDiscovery,
    "ses" => ses::Ses,
    "sesv2" => sesv2::SeSv2,
    "sns" => sns::Sns,
    "sqs" => sqs::Sqs,
    "ssm" => ssm::Ssm,
    "sso" => sso::Sso,
    "sso-admin" => sso_admin::SsoAdmin,
    "sso-oidc" => sso_oidc::SsoOidc,
    "stepfunctions" => stepfunctions::Sfn,
    "sts" => sts::Sts,
    "swf" => swf::Swf,
    "textract" => textract::Textract,
    "timestream-query" => timestream_query::TimestreamQuery,
    "timestream-write" => timestream_write::TimestreamWrite,
    "transcribe" => transcribe::Transcribe,
    "transfer" => transfer::Transfer,
    "translate" => translate::Translate,
    "verifiedpermissions" => verifiedpermissions::VerifiedPermissions,
    "wafv2" => wafv2::Wafv2,
    "xray" => xray::XRay,
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_compiled_in_is_found() {
        for name in super::NAMES {
            assert_eq!(super::find(name).unwrap().metadata().name, *name);
        }
        assert!(super::find("no-such-service").is_none());
    }
}
