//! MiniStack with signature checking on, and a key to sign with.

use super::{servers::Server, venv};
use std::path::Path;

/// A running MiniStack and the key of a user who may do everything.
pub struct MiniStack {
    /// The process.
    pub server: Server,
    /// The user's access key id.
    pub access_key: String,
    /// The secret that belongs to it.
    pub secret_key: String,
}

/// MiniStack takes anything signed with the key `test` for its root, unverified: good for making a user, whose
/// signatures it does verify, and for nothing else.
const ROOT: &str = "Content-Type: application/x-www-form-urlencoded\r\n\
    Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/iam/aws4_request, \
    SignedHeaders=host, Signature=00\r\n";

const ALLOW_ALL: &str = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C\
    %22Action%22%3A%22%2A%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D";

/// Installs it if need be, starts it and makes the user.
pub fn start(root: &Path, work: &Path) -> Result<MiniStack, String> {
    let bin = venv::ready(root, work, "ministack")?;
    let server = Server::start("ministack", work, &bin.join("ministack"), "/_ministack/health", &|command, port| {
        command.env("AUTH", "true").env("BIND_HOST", "127.0.0.1").env("GATEWAY_PORT", port.to_string());
        command.env("IOT_MTLS_ENABLED", "0").env("MINISTACK_IMDS_V2_REQUIRED", "1").env("LOG_LEVEL", "ERROR");
    })?;
    iam(&server, "Action=CreateUser&UserName=boto")?;
    iam(&server, &format!("Action=PutUserPolicy&UserName=boto&PolicyName=all&PolicyDocument={ALLOW_ALL}"))?;
    let answer = iam(&server, "Action=CreateAccessKey&UserName=boto")?;
    let element = |name: &str| {
        let (_, rest) = answer.split_once(&format!("<{name}>"))?;
        rest.split_once("</").map(|(text, _)| text.to_owned())
    };
    let (Some(access_key), Some(secret_key)) = (element("AccessKeyId"), element("SecretAccessKey")) else {
        return Err("ministack made an access key without an id or a secret".to_owned());
    };
    Ok(MiniStack { server, access_key, secret_key })
}

fn iam(server: &Server, form: &str) -> Result<String, String> {
    match server.request("POST", "/", ROOT, &format!("{form}&Version=2010-05-08")) {
        Ok((200, body)) => Ok(body),
        Ok((status, body)) => Err(format!("ministack answers {status} to {form}: {body}")),
        Err(error) => Err(format!("ministack does not answer to {form}: {error}")),
    }
}
