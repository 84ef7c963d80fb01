//! Signatures that serve as passwords, with the session's credentials.

use crate::{
    endpoint::{self, Atlas},
    session::Session,
    sign::{
        token::{self, DsqlAction},
        Signing,
    },
    Result,
};
use std::time::Duration;

impl Session {
    /// The password for a database of RDS with IAM authentication; valid for fifteen minutes.
    ///
    /// # Errors
    /// No credentials; regions that are none.
    pub async fn rds_password(&self, host: &str, port: u16, user: &str, region: &str) -> Result<String> {
        self.password(region, |signing| token::rds(signing, host, port, user)).await
    }

    /// The password for a cluster of Aurora DSQL (boto's are valid for fifteen minutes).
    ///
    /// # Errors
    /// As [`Self::rds_password`].
    pub async fn dsql_password(
        &self,
        host: &str,
        action: DsqlAction,
        region: &str,
        expires: Duration,
    ) -> Result<String> {
        let expires = u32::try_from(expires.as_secs()).unwrap_or(u32::MAX);
        self.password(region, |signing| token::dsql(signing, host, action, expires)).await
    }

    /// The password for a replication group of ElastiCache or MemoryDB (`service` is `elasticache` or `memorydb`) with
    /// IAM authentication; valid for fifteen minutes.
    ///
    /// # Errors
    /// As [`Self::rds_password`].
    pub async fn cache_password(&self, service: &str, cluster: &str, user: &str, region: &str) -> Result<String> {
        self.password(region, |signing| token::cache(signing, service, cluster, user)).await
    }

    /// The bearer token for the Kubernetes API of an EKS cluster.
    ///
    /// # Errors
    /// As [`Self::rds_password`]; names of clusters that no header can hold.
    pub async fn eks_token(&self, cluster: &str, region: &str) -> Result<String> {
        let suffix = Atlas::shared().partition(region).map_or("amazonaws.com", |partition| &*partition.dns_suffix);
        let host = format!("sts.{region}.{suffix}");
        self.password(region, |signing| token::eks(signing, &host, cluster)).await
    }

    async fn password(&self, region: &str, make: impl FnOnce(&Signing<'_>) -> Result<String>) -> Result<String> {
        endpoint::check_region(region)?;
        let credentials = self.credentials()?.credentials().await?;
        make(&Signing::new(&credentials, self.keys(), region, "", self.host().now(), &[]))
    }
}
