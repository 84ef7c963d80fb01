//! The control for every other test: servers that would take any signature prove nothing, so a wrong secret and an
//! unknown key must be refused on each service, with an error that says so.

use boto_core::{ErrorKind, Result};
use boto_tests::{
    services::{dynamodb::DynamoDb, s3::S3, sqs::Sqs},
    Server,
};

#[tokio::test]
async fn embedded() -> Result<()> {
    everywhere(&Server::embedded()).await
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn ministack() -> Result<()> {
    everywhere(&Server::ministack()).await
}

async fn everywhere(server: &Server) -> Result<()> {
    let right = server.session();
    right.connect_to(Sqs).list_queues().await?;
    right.connect_to(S3).list_buckets().await?;
    right.connect_to(DynamoDb).list_tables().await?;

    let cases = [
        (server.access_key.as_str(), "not-the-secret", "signature"),
        ("AKIAXXXXXXXXXXXXXXXX", server.secret_key.as_str(), "key"),
    ];
    for (access_key, secret_key, what) in cases {
        let wrong = server.session_with(access_key, secret_key);
        let typed = [
            wrong.connect_to(Sqs).list_queues().await.map(drop),
            wrong.connect_to(S3).list_buckets().await.map(drop),
            wrong.connect_to(DynamoDb).list_tables().await.map(drop),
        ];
        let mut untyped = Vec::new();
        for (service, operation) in [("sqs", "ListQueues"), ("s3", "ListBuckets"), ("dynamodb", "ListTables")] {
            untyped.push(wrong.connect_to(service)?.call(operation).await.map(drop));
        }
        for outcome in typed.into_iter().chain(untyped) {
            let error = outcome.expect_err(what);
            assert_eq!(error.kind(), ErrorKind::Service, "{error}");
            assert!(matches!(error.status(), Some(400 | 403)), "{error}");
            let codes = match what {
                "signature" => ["SignatureDoesNotMatch", "InvalidSignatureException"].as_slice(),
                _ => &["InvalidAccessKeyId", "InvalidClientTokenId", "UnrecognizedClientException"],
            };
            assert!(codes.iter().any(|code| error.is(code)), "{what}: {error}");
            let text = error.to_string();
            assert!(!text.contains("not-the-secret") && !text.contains(&server.secret_key), "{text}");
        }
    }
    Ok(())
}
