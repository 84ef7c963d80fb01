//! What calls make use of, as numbers: AWS counts them in the user agent, and all its SDKs share the list.

macro_rules! features {
    ($($variant:ident $name:literal $id:literal),* $(,)?) => {
        /// What a call makes use of; AWS counts these.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)] // the names are those of the list that all SDKs share
        #[non_exhaustive]
        pub enum Feature { $($variant),* }

        /// Names and ids, in the order of [`Feature`].
        const FEATURES: &[(Feature, &str, &str)] = &[$((Feature::$variant, $name, $id)),*];
    };
}

features! {
    ResourceModel "RESOURCE_MODEL" "A",
    Waiter "WAITER" "B",
    Paginator "PAGINATOR" "C",
    RetryModeLegacy "RETRY_MODE_LEGACY" "D",
    RetryModeStandard "RETRY_MODE_STANDARD" "E",
    RetryModeAdaptive "RETRY_MODE_ADAPTIVE" "F",
    S3Transfer "S3_TRANSFER" "G",
    S3CryptoV1n "S3_CRYPTO_V1N" "H",
    S3CryptoV2 "S3_CRYPTO_V2" "I",
    S3ExpressBucket "S3_EXPRESS_BUCKET" "J",
    S3AccessGrants "S3_ACCESS_GRANTS" "K",
    GzipRequestCompression "GZIP_REQUEST_COMPRESSION" "L",
    ProtocolRpcV2Cbor "PROTOCOL_RPC_V2_CBOR" "M",
    EndpointOverride "ENDPOINT_OVERRIDE" "N",
    AccountIdEndpoint "ACCOUNT_ID_ENDPOINT" "O",
    AccountIdModePreferred "ACCOUNT_ID_MODE_PREFERRED" "P",
    AccountIdModeDisabled "ACCOUNT_ID_MODE_DISABLED" "Q",
    AccountIdModeRequired "ACCOUNT_ID_MODE_REQUIRED" "R",
    Sigv4aSigning "SIGV4A_SIGNING" "S",
    ResolvedAccountId "RESOLVED_ACCOUNT_ID" "T",
    ChecksumsReqCrc32 "FLEXIBLE_CHECKSUMS_REQ_CRC32" "U",
    ChecksumsReqCrc32c "FLEXIBLE_CHECKSUMS_REQ_CRC32C" "V",
    ChecksumsReqCrc64 "FLEXIBLE_CHECKSUMS_REQ_CRC64" "W",
    ChecksumsReqSha1 "FLEXIBLE_CHECKSUMS_REQ_SHA1" "X",
    ChecksumsReqSha256 "FLEXIBLE_CHECKSUMS_REQ_SHA256" "Y",
    ChecksumsReqWhenSupported "FLEXIBLE_CHECKSUMS_REQ_WHEN_SUPPORTED" "Z",
    ChecksumsReqWhenRequired "FLEXIBLE_CHECKSUMS_REQ_WHEN_REQUIRED" "a",
    ChecksumsResWhenSupported "FLEXIBLE_CHECKSUMS_RES_WHEN_SUPPORTED" "b",
    ChecksumsResWhenRequired "FLEXIBLE_CHECKSUMS_RES_WHEN_REQUIRED" "c",
    DdbMapper "DDB_MAPPER" "d",
    CredentialsCode "CREDENTIALS_CODE" "e",
    CredentialsJvmSystemProperties "CREDENTIALS_JVM_SYSTEM_PROPERTIES" "f",
    CredentialsEnvVars "CREDENTIALS_ENV_VARS" "g",
    CredentialsEnvVarsStsWebIdToken "CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN" "h",
    CredentialsStsAssumeRole "CREDENTIALS_STS_ASSUME_ROLE" "i",
    CredentialsStsAssumeRoleSaml "CREDENTIALS_STS_ASSUME_ROLE_SAML" "j",
    CredentialsStsAssumeRoleWebId "CREDENTIALS_STS_ASSUME_ROLE_WEB_ID" "k",
    CredentialsStsFederationToken "CREDENTIALS_STS_FEDERATION_TOKEN" "l",
    CredentialsStsSessionToken "CREDENTIALS_STS_SESSION_TOKEN" "m",
    CredentialsProfile "CREDENTIALS_PROFILE" "n",
    CredentialsProfileSourceProfile "CREDENTIALS_PROFILE_SOURCE_PROFILE" "o",
    CredentialsProfileNamedProvider "CREDENTIALS_PROFILE_NAMED_PROVIDER" "p",
    CredentialsProfileStsWebIdToken "CREDENTIALS_PROFILE_STS_WEB_ID_TOKEN" "q",
    CredentialsProfileSso "CREDENTIALS_PROFILE_SSO" "r",
    CredentialsSso "CREDENTIALS_SSO" "s",
    CredentialsProfileSsoLegacy "CREDENTIALS_PROFILE_SSO_LEGACY" "t",
    CredentialsSsoLegacy "CREDENTIALS_SSO_LEGACY" "u",
    CredentialsProfileProcess "CREDENTIALS_PROFILE_PROCESS" "v",
    CredentialsProcess "CREDENTIALS_PROCESS" "w",
    CredentialsBoto2ConfigFile "CREDENTIALS_BOTO2_CONFIG_FILE" "x",
    CredentialsAwsSdkStore "CREDENTIALS_AWS_SDK_STORE" "y",
    CredentialsHttp "CREDENTIALS_HTTP" "z",
    CredentialsImds "CREDENTIALS_IMDS" "0",
    SsoLoginDevice "SSO_LOGIN_DEVICE" "1",
    SsoLoginAuth "SSO_LOGIN_AUTH" "2",
    BearerServiceEnvVars "BEARER_SERVICE_ENV_VARS" "3",
    ObservabilityTracing "OBSERVABILITY_TRACING" "4",
    ObservabilityMetrics "OBSERVABILITY_METRICS" "5",
    ObservabilityOtelTracing "OBSERVABILITY_OTEL_TRACING" "6",
    ObservabilityOtelMetrics "OBSERVABILITY_OTEL_METRICS" "7",
    CredentialsCognito "CREDENTIALS_COGNITO" "8",
    S3TransferUploadDirectory "S3_TRANSFER_UPLOAD_DIRECTORY" "9",
    S3TransferDownloadDirectory "S3_TRANSFER_DOWNLOAD_DIRECTORY" "+",
    CliV1ToV2MigrationDebugMode "CLI_V1_TO_V2_MIGRATION_DEBUG_MODE" "-",
    LoginSameDevice "LOGIN_SAME_DEVICE" "AA",
    LoginCrossDevice "LOGIN_CROSS_DEVICE" "AB",
    CredentialsProfileLogin "CREDENTIALS_PROFILE_LOGIN" "AC",
    CredentialsLogin "CREDENTIALS_LOGIN" "AD",
    ChecksumsReqMd5 "FLEXIBLE_CHECKSUMS_REQ_MD5" "AE",
    ChecksumsReqSha512 "FLEXIBLE_CHECKSUMS_REQ_SHA512" "AF",
    ChecksumsReqXxhash3 "FLEXIBLE_CHECKSUMS_REQ_XXHASH3" "AG",
    ChecksumsReqXxhash64 "FLEXIBLE_CHECKSUMS_REQ_XXHASH64" "AH",
    ChecksumsReqXxhash128 "FLEXIBLE_CHECKSUMS_REQ_XXHASH128" "AI",
    S3RegionRedirect "S3_REGION_REDIRECT" "Ah",
}

impl Feature {
    /// The id in the header.
    pub fn id(self) -> &'static str {
        FEATURES[self as usize].2
    }

    /// The name in the list that all SDKs share.
    pub fn name(self) -> &'static str {
        FEATURES[self as usize].1
    }

    /// The feature of that name.
    pub fn named(name: &str) -> Option<Feature> {
        FEATURES.iter().find(|(_, n, _)| *n == name).map(|(feature, ..)| *feature)
    }
}

/// A set of [`Feature`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Features(u128);

impl Features {
    /// The longest list, in bytes, `m/` included.
    const LIMIT: usize = 1024;

    /// None.
    pub const NONE: Features = Features(0);

    /// Adds one.
    pub fn add(&mut self, feature: Feature) {
        self.0 |= 1 << feature as u32;
    }

    /// This with another one.
    #[must_use]
    pub const fn with(self, feature: Feature) -> Features {
        Features(self.0 | 1 << feature as u32)
    }

    /// All of both.
    #[must_use]
    pub fn and(self, other: Features) -> Features {
        Features(self.0 | other.0)
    }

    /// Whether it is in.
    pub fn has(self, feature: Feature) -> bool {
        self.0 & (1 << feature as u32) != 0
    }

    /// The component of the header, `m/E,n`; nothing if none is in.
    pub(crate) fn component(self) -> Option<String> {
        let mut out = String::from("m/");
        for (feature, _, id) in FEATURES {
            if self.has(*feature) && out.len() + 1 + id.len() <= Self::LIMIT {
                if out.len() > 2 {
                    out.push(',');
                }
                out.push_str(id);
            }
        }
        (out.len() > 2).then_some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_keeps_its_place() {
        for (i, (feature, name, id)) in FEATURES.iter().enumerate() {
            assert_eq!(*feature as usize, i);
            assert_eq!((feature.name(), feature.id()), (*name, *id));
            assert_eq!(Feature::named(name), Some(*feature));
            assert_eq!(Features::default().with(*feature).component(), Some(format!("m/{id}")));
        }
        assert!(FEATURES.len() <= 128);
    }

    #[test]
    fn too_long_a_list_ends_at_a_comma() {
        let all = FEATURES.iter().fold(Features::NONE, |all, (feature, ..)| all.with(*feature));
        let list = all.component().unwrap();
        assert!(list.len() <= Features::LIMIT && list.starts_with("m/A,B,C,") && list.ends_with(",Ah"), "{list}");
        assert_eq!(Features::NONE.component(), None);
    }
}
