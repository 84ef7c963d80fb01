//! Secrets: never in `Debug`, in errors, in explanations.

use super::scene::{scene, stage};
use crate::{config::Overrides, credentials::Store, BoxFuture, Credentials, Result};
use std::sync::Arc;

const FILE: &str =
    "[default]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = hush\naws_session_token = hush\n\
                    s3 =\n  nested = hush\n";

#[tokio::test]
async fn nothing_prints_them() {
    let files = [("/home/.aws/credentials", FILE), ("/home/.boto", "[Credentials]\naws_secret_access_key = hush\n")];
    let scene = stage(&[("AWS_SECRET_ACCESS_KEY", "hush")], &files, Overrides::default(), Store::memory());
    let found = scene.chain.credentials().await.unwrap();
    let config = &scene.chain.sources().config;
    let printed = [
        format!("{found:?}"),
        format!("{:?}", scene.chain),
        format!("{:#?}", config),
        format!("{:?}", config.files()),
        config.explain(),
        scene.chain.explain().await,
    ];
    for text in printed {
        assert!(!text.contains("hush"), "{text}");
    }
}

#[tokio::test]
async fn explanations_list_everybody_in_order() {
    let scene = scene(&[], &[("/home/.aws/credentials", FILE)]);
    let text = scene.chain.explain().await;
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    assert_eq!(lines[0], "credentials for profile \"default\":");
    assert_eq!(lines[1], "1. env: AWS_ACCESS_KEY_ID is not set");
    assert_eq!(lines[2], "2. assume-role: the profile \"default\" has no role_arn");
    assert_eq!(lines[5], "5. shared-credentials-file: found ****************MPLE, without end");
    assert_eq!(lines[12], "12. iam-role: not asked");
    assert_eq!(lines.len(), 13);
}

#[derive(Debug)]
struct Own(Option<&'static str>);

impl crate::credentials::Provider for Own {
    fn name(&self) -> &'static str {
        "own"
    }
    fn provide(&self) -> BoxFuture<'_, Result<Option<Credentials>>> {
        Box::pin(async { Ok(self.0.map(|key| Credentials::new(key, "hush", None))) })
    }
}

#[tokio::test]
async fn providers_of_ones_own_come_first() {
    use crate::credentials::Chain;
    let scene = scene(&[], &[("/home/.aws/credentials", FILE)]);
    let sources = scene.chain.sources().clone();
    let chain = |key| Chain::with_providers(sources.clone(), vec![Arc::new(Own(key))], vec![]);
    assert_eq!(chain(Some("mine")).credentials().await.unwrap().access_key_id, "mine");
    assert_eq!(chain(None).credentials().await.unwrap().access_key_id, "AKIDEXAMPLE");
    assert!(chain(None).explain().await.contains("1. own: has none"));
    let none = Chain::anonymous(sources.clone());
    assert!(none.is_anonymous() && none.credentials().await.is_err());
}
