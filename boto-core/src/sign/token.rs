//! Signatures that serve as passwords: to databases (RDS, Aurora DSQL), caches, and Kubernetes clusters.
//!
//! Each is a presigned URL, sent not over HTTP but as a password or token.

use super::{v4, Signing};
use crate::{
    error::Result,
    http::{HeaderMap, HeaderName, Method, Request, Url},
    ByteStream,
};
use base64::{engine::general_purpose::URL_SAFE_NO_PAD, Engine as _};

/// What one may do in Aurora DSQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DsqlAction {
    /// Connect as a role of one's own.
    Connect,
    /// Connect as administrator.
    ConnectAdmin,
}

/// The password for a database of RDS with IAM authentication; valid for fifteen minutes. Of `signing` the credentials,
/// region and time count.
pub fn rds(signing: &Signing<'_>, host: &str, port: u16, user: &str) -> Result<String> {
    let query = [("Action", "connect"), ("DBUser", user)];
    presigned(signing, "rds-db", &format!("{host}:{port}"), &query, 900)
}

/// The password for a cluster of Aurora DSQL, valid for `expires` seconds (boto: 900).
pub fn dsql(signing: &Signing<'_>, host: &str, action: DsqlAction, expires: u32) -> Result<String> {
    let action = match action {
        DsqlAction::Connect => "DbConnect",
        DsqlAction::ConnectAdmin => "DbConnectAdmin",
    };
    presigned(signing, "dsql", host, &[("Action", action)], expires)
}

/// The password for a replication group of ElastiCache or MemoryDB (`service` is `elasticache` or `memorydb`) with IAM
/// authentication; valid for fifteen minutes.
pub fn cache(signing: &Signing<'_>, service: &str, cluster: &str, user: &str) -> Result<String> {
    presigned(signing, service, cluster, &[("Action", "connect"), ("User", user)], 900)
}

/// The bearer token for the Kubernetes API of an EKS cluster: a presigned `GetCallerIdentity` that names the cluster.
/// `host` is that of STS in the cluster's region, `sts.eu-west-1.amazonaws.com`.
pub fn eks(signing: &Signing<'_>, host: &str, cluster: &str) -> Result<String> {
    let mut request = get(host);
    v4::extend_query(&mut request, &[("Action", "GetCallerIdentity"), ("Version", "2011-06-15")]);
    let name = super::plain_value(cluster, "name of the cluster")?;
    request.headers.insert(HeaderName::from_static("x-k8s-aws-id"), name);
    let signing = Signing { service: "sts", ..Signing::new_like(signing) };
    v4::presign(&mut request, &signing, 60)?;
    Ok(format!("k8s-aws-v1.{}", URL_SAFE_NO_PAD.encode(request.url.to_string())))
}

fn presigned(
    signing: &Signing<'_>,
    service: &str,
    authority: &str,
    query: &[(&str, &str)],
    expires: u32,
) -> Result<String> {
    let mut request = get(authority);
    v4::extend_query(&mut request, query);
    v4::presign(&mut request, &Signing { service, ..Signing::new_like(signing) }, expires)?;
    let url = request.url;
    Ok(format!("{}{}?{}", url.authority, url.path, url.query))
}

fn get(authority: &str) -> Request {
    Request {
        method: Method::GET,
        url: Url {
            scheme: "https".to_owned(),
            authority: authority.to_owned(),
            path: "/".to_owned(),
            query: String::new(),
        },
        headers: HeaderMap::new(),
        body: ByteStream::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{identity::Credentials, sign::Keys, DateTime};

    #[test]
    fn eks_tokens_name_the_cluster_in_a_signed_header() {
        let credentials = Credentials::new("AKID", "secret", Some("token".to_owned()));
        let keys = Keys::new();
        let signing = Signing::new(&credentials, &keys, "cn-north-1", "eks", DateTime::from_parts(0, 0), b"");
        let token = eks(&signing, "sts.cn-north-1.amazonaws.com.cn", "prod").unwrap();
        let url = URL_SAFE_NO_PAD.decode(token.strip_prefix("k8s-aws-v1.").unwrap()).unwrap();
        let url = String::from_utf8(url).unwrap();
        assert!(
            url.starts_with("https://sts.cn-north-1.amazonaws.com.cn/?Action=GetCallerIdentity&Version=2011-06-15&")
        );
        assert!(url.contains("X-Amz-Expires=60&X-Amz-SignedHeaders=host%3Bx-k8s-aws-id&X-Amz-Security-Token=token&"));
        assert!(url.contains("%2Fcn-north-1%2Fsts%2Faws4_request"));
        assert!(eks(&signing, "sts.amazonaws.com", "a\nb").is_err());
    }
}
