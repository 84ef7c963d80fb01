//! Credentials from the STS and the metadata services of real servers: what a profile asks for, as the CLI would do it.

use crate::models::{Folder, Place};
use boto_core::{credentials::Store, ErrorKind, Result, Session};
use boto_tests::{unique, Server};
use serde_json::json;
use std::{ffi::OsString, sync::Arc};

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn ministack() -> Result<()> {
    let server = Server::ministack();
    roles(&server).await?;
    web_identity(&server).await?;
    // Roles are assumed with a signed call.
    let role = role(&server).await?;
    let home = Folder::new();
    home.write(".aws/config", profiles(&server, &role, "not-the-secret"));
    let error = session(&server, &home, &[]).build().credentials()?.credentials().await.expect_err("a wrong secret");
    assert_eq!(error.kind(), ErrorKind::Credentials);
    let text = error.to_string();
    assert!(text.contains(&format!("cannot assume {role}")) && text.contains("403"), "{text}");
    metadata(&server).await
}

#[tokio::test]
#[ignore = "needs moto: cargo xtask test"]
async fn moto() -> Result<()> {
    let server = Server::moto();
    roles(&server).await?;
    web_identity(&server).await
}

/// A role that the server knows.
async fn role(server: &Server) -> Result<String> {
    let trust = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",
        "Action":["sts:AssumeRole","sts:AssumeRoleWithWebIdentity"]}]}"#;
    let allow = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;
    let iam = server.session().connect_to("iam")?;
    let name = unique("boto");
    let params = json!({"RoleName": name, "AssumeRolePolicyDocument": trust});
    let made = iam.call("CreateRole").params(&params).await?;
    let policy = json!({"RoleName": name, "PolicyName": "all", "PolicyDocument": allow});
    iam.call("PutRolePolicy").params(&policy).await?;
    Ok(made["Role"]["Arn"].as_str().expect("an ARN").to_owned())
}

fn profiles(server: &Server, role: &str, secret: &str) -> String {
    format!(
        "[default]\nregion = us-east-1\nrole_arn = {role}\nsource_profile = base\nrole_session_name = tester\n\
         external_id = an external+id\nduration_seconds = 900\n\
         [profile base]\naws_access_key_id = {}\naws_secret_access_key = {secret}\n",
        server.access_key
    )
}

fn session(server: &Server, home: &Folder, env: &[(&'static str, String)]) -> boto_core::session::SessionBuilder {
    let mut all = std::collections::BTreeMap::from([("AWS_ENDPOINT_URL", OsString::from(&server.url))]);
    all.extend(env.iter().map(|(name, value)| (*name, OsString::from(value))));
    let place = Place { env: all, home: home.0.clone() };
    Session::builder().host(Arc::new(place)).settings(|s| s.max_attempts = Some(1))
}

async fn roles(server: &Server) -> Result<()> {
    let role = role(server).await?;
    let home = Folder::new();
    home.write(".aws/config", profiles(server, &role, &server.secret_key));
    let session = session(server, &home, &[]).credential_store(Store::files(None)).build();
    let found = session.credentials()?.credentials().await?;
    assert_eq!(found.provider, "assume-role");
    assert_eq!(found.account_id.as_deref(), role.split(':').nth(4));
    assert_ne!(found.access_key_id, server.access_key);
    assert!(found.session_token.is_some() && found.expiry.is_some());
    // They sign calls, and the server knows whose they are.
    let who = session.connect_to("sts")?.call("GetCallerIdentity").await?;
    let arn = who["Arn"].as_str().unwrap_or_default();
    assert!(arn.contains(":assumed-role/") && arn.ends_with("/tester"), "{arn}");
    session.connect_to("sqs")?.call("ListQueues").await?;
    // They are kept where the CLI keeps them, for its owner alone.
    let kept: Vec<_> = std::fs::read_dir(home.0.join(".aws/cli/cache")).unwrap().map(|e| e.unwrap().path()).collect();
    assert_eq!(kept.len(), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&kept[0]).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let explained = session.credentials()?.explain().await;
    assert!(explained.contains("assume-role: found") && explained.contains(" of account "), "{explained}");
    assert!(!explained.contains(found.secret_access_key.expose()), "{explained}");
    Ok(())
}

async fn web_identity(server: &Server) -> Result<()> {
    let role = role(server).await?;
    let home = Folder::new();
    // What Kubernetes would put there: header, claims and signature, which these servers do not check.
    home.write("token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzeXN0ZW06c2VydmljZWFjY291bnQ6YTpiIn0.c2ln");
    let env = [
        ("AWS_WEB_IDENTITY_TOKEN_FILE", home.0.join("token").display().to_string()),
        ("AWS_ROLE_ARN", role.clone()),
        ("AWS_REGION", "us-east-1".to_owned()),
    ];
    let found = session(server, &home, &env).build().credentials()?.credentials().await?;
    assert_eq!(found.provider, "assume-role-with-web-identity");
    assert!(found.session_token.is_some() && found.expiry.is_some());
    Ok(())
}

/// The metadata services: version 2 for instances, where a token is required, and that of containers.
async fn metadata(server: &Server) -> Result<()> {
    let home = Folder::new();
    let instance = [("AWS_EC2_METADATA_SERVICE_ENDPOINT", server.url.clone())];
    let session = session(server, &home, &instance).build();
    let found = session.credentials()?.credentials().await?;
    assert_eq!((found.provider, found.session_token.is_some(), found.expiry.is_some()), ("iam-role", true, true));
    assert_eq!(session.settled_config().await?.region(), "us-east-1");
    assert!(session.config()?.explain().contains("instance metadata"));

    let container = [("AWS_CONTAINER_CREDENTIALS_FULL_URI", format!("{}/v2/credentials/x", server.url))];
    let found = self::session(server, &home, &container).build().credentials()?.credentials().await?;
    assert_eq!((found.provider, found.session_token.is_some(), found.expiry.is_some()), ("container-role", true, true));
    Ok(())
}
