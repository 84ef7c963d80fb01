//! Resolution: which layer wins, what the origins say, what bad values do.

use super::world::World;
use crate::config::{Config, Files, Layers, Origin, Overrides};
use crate::host::System;
use std::{path::Path, sync::Arc, time::Duration};

fn resolve(env: &[(&str, &str)], files: &[(&str, &str)], overrides: Overrides) -> crate::Result<Config> {
    Layers::new(World::new(env, files), overrides).resolve()
}

const CONFIG: (&str, &str) = (
    "/home/.aws/config",
    "[default]\nregion = us-west-1\nuse_fips_endpoint = TRUE\ns3 =\n  addressing_style = path\n\n[profile dev]\nregion = eu-west-1\n",
);

#[test]
fn layers_win_in_order() {
    let boto = ("/home/.boto", "[Boto]\nregion = sa-east-1\nhttp_socket_timeout: 7\n");
    let given = || Overrides { region: Some("ap-south-1".into()), ..Default::default() };
    let env = ("AWS_REGION", "us-east-2");
    let region = |c: crate::Result<Config>| {
        let c = c.unwrap();
        (c.region().to_owned(), c.origin("region").unwrap().to_string())
    };
    assert_eq!(region(resolve(&[env], &[CONFIG, boto], given())), ("ap-south-1".into(), "argument".into()));
    assert_eq!(
        region(resolve(&[env], &[CONFIG, boto], Overrides::default())),
        ("us-east-2".into(), "environment variable AWS_REGION".into())
    );
    assert_eq!(
        region(resolve(&[], &[CONFIG, boto], Overrides::default())),
        ("us-west-1".into(), "/home/.aws/config:2 (profile default)".into())
    );
    assert_eq!(
        region(resolve(&[], &[boto], Overrides::default())),
        ("sa-east-1".into(), "/home/.boto:2 (Boto)".into())
    );
    assert_eq!(region(resolve(&[], &[], Overrides::default())), ("us-east-1".into(), "default".into()));
    let config = resolve(&[], &[CONFIG, boto], Overrides::default()).unwrap();
    assert_eq!(config.read_timeout(), Duration::from_secs(7));
    assert!(config.use_fips_endpoint());
    assert_eq!(config.s3_addressing_style(), "path");
    assert_eq!(config.origin("s3_addressing_style").unwrap().to_string(), "/home/.aws/config:5 (profile default)");
}

#[test]
fn settings_of_the_boto_before() {
    let boto = "[Boto]\nproxy = p\nproxy_port = 3128\nproxy_user = me\nproxy_pass = hush\nnum_retries = 4\n\
                https_validate_certificates = False\nca_certificates_file = /ca\n[profile dev]\nregion = eu-west-2\n";
    let files = [("/home/.boto", boto), ("/etc/boto.cfg", "[Boto]\nnum_retries = 9\nmetadata_service_timeout = 2\n")];
    let config = resolve(&[("AWS_PROFILE", "dev")], &files, Overrides::default()).unwrap();
    assert_eq!(config.https_proxy(), Some("http://me:hush@p:3128"));
    assert_eq!((config.max_attempts(), config.verify(), config.region()), (Some(5), false, "eu-west-2"));
    assert_eq!(config.metadata_service_timeout(), Duration::from_secs(2));
    assert_eq!(config.origin("max_attempts").unwrap().to_string(), "/home/.boto:6 (Boto)");
    assert!(!config.explain().contains("hush"));
}

#[test]
fn another_profile_for_one_connection() {
    let config = resolve(&[], &[CONFIG], Overrides::default()).unwrap();
    let dev = config.with(Overrides { profile: Some("dev".into()), ..Default::default() }).unwrap();
    assert_eq!((config.region(), dev.region()), ("us-west-1", "eu-west-1"));
    let slow = config.with(Overrides { read_timeout: Some(Duration::from_secs(5)), ..Default::default() }).unwrap();
    assert_eq!((slow.read_timeout(), slow.region()), (Duration::from_secs(5), "us-west-1"));
    assert_eq!(slow.origin("read_timeout"), Some(&Origin::Argument));
    let again = slow.with(Overrides { region: Some("us-gov-west-1".into()), ..Default::default() }).unwrap();
    assert_eq!((again.read_timeout(), again.region()), (Duration::from_secs(5), "us-gov-west-1"));
}

#[test]
fn nothing_is_read_before_it_is_needed() {
    let world = World::new(&[], &[CONFIG]);
    let layers = Layers::new(world.clone(), Overrides::default());
    assert_eq!(world.reads.load(std::sync::atomic::Ordering::SeqCst), 0);
    let config = layers.resolve().unwrap();
    let reads = || world.reads.load(std::sync::atomic::Ordering::SeqCst);
    assert_eq!(reads(), 4);
    // Nor again for a connection.
    let dev = config.with(Overrides { profile: Some("dev".into()), ..Default::default() }).unwrap();
    let far = dev.with(Overrides { region: Some("ap-south-1".into()), ..Default::default() }).unwrap();
    assert_eq!(
        (far.region(), far.with_metadata_region(None).unwrap().region(), reads()),
        ("ap-south-1", "ap-south-1", 4)
    );
    world.put("/other", "[dev]\nregion = eu-south-1\n");
    let other = dev.with(Overrides { credentials_file: Some("/other".into()), ..Default::default() }).unwrap();
    assert_eq!((other.region(), reads()), ("eu-south-1", 8));
}

#[test]
fn bad_values_say_where() {
    let file = ("/home/.aws/config", "[default]\n\nmax_attempts = none\n");
    let error = resolve(&[], &[file], Overrides::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "max_attempts cannot be \"none\" (/home/.aws/config:3 (profile default)): it must be a whole number of at least 1"
    );
    for (name, value) in [
        ("AWS_REGION", "us east 1"),
        ("AWS_REGION", "evil.example.com/"),
        ("AWS_REGION", "not.a.real#region"),
        ("AWS_RETRY_MODE", "eager"),
        ("AWS_USE_FIPS_ENDPOINT", "maybe"),
        ("AWS_MAX_ATTEMPTS", "0"),
        ("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "1048577"),
        ("AWS_ENDPOINT_URL", "localhost:4566"),
        ("AWS_PROFILE", "nobody"),
    ] {
        let error = resolve(&[(name, value)], &[], Overrides::default()).unwrap_err();
        assert_eq!(error.kind(), crate::ErrorKind::Config);
        assert!(error.to_string().contains(value) && error.to_string().contains(name), "{error}");
    }
}

#[test]
fn unknown_profiles_are_told_apart() {
    let error = resolve(&[("AWS_PROFILE", "dve")], &[CONFIG], Overrides::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the profile \"dve\" (environment variable AWS_PROFILE) does not exist; hint: did you mean \"dev\"? There are: default, dev"
    );
}

#[test]
fn the_default_profile_need_not_exist() {
    let env = [("AWS_PROFILE", "default"), ("AWS_REGION", "eu-west-1")];
    let config = resolve(&env, &[("/home/.aws/config", "[profile dev]\nregion = x\n")], Overrides::default()).unwrap();
    assert_eq!(
        (config.profile_name(), config.region(), config.current_profile().is_none()),
        ("default", "eu-west-1", true)
    );
}

#[test]
fn names_that_are_no_setting_have_no_value() {
    let config = resolve(&[("FOO", "bar")], &[CONFIG], Overrides::default()).unwrap();
    assert!(config.value("foo/bar").is_none() && config.origin("foo/bar").is_none() && config.value("FOO").is_none());
    // As one that nobody set.
    assert!(config.value("client_cert").is_none() && config.origin("client_cert") == Some(&Origin::Default));
}

#[test]
fn settings_given_in_code_win() {
    let file = "[default]\nca_bundle = config-certs.pem\napi_versions =\n  myservice = 2012-01-01\n";
    let given = Overrides {
        ca_bundle: Some("verify-certs.pem".into()),
        api_versions: Some([("myservice".to_owned(), "2014-01-01".to_owned())].into()),
        ..Default::default()
    };
    let env = [("AWS_CA_BUNDLE", "env-certs.pem")];
    let config = resolve(&env, &[("/home/.aws/config", file)], given).unwrap();
    assert_eq!(config.ca_bundle(), Some(std::path::Path::new("verify-certs.pem")));
    assert_eq!(config.api_version("myservice"), Some("2014-01-01"));
    let transport = config.transport().unwrap();
    assert_eq!(transport.tls.ca_bundle.as_deref(), Some("verify-certs.pem".as_ref()));
}

#[test]
fn checks_of_ranges_are_a_setting_of_their_own() {
    let profile = ("/home/.aws/config", "[default]\nparameter_range_validation = false\n");
    let variable = [("BOTO_PARAMETER_RANGE_VALIDATION", "true")];
    let of = |env: &[(&str, &str)], files: &[(&str, &str)], given: Option<bool>| {
        let given = Overrides { parameter_range_validation: given, ..Default::default() };
        let config = resolve(env, files, given).unwrap();
        assert!(config.parameter_validation() && config.explain().contains("parameter_range_validation"));
        config.parameter_range_validation()
    };
    assert!(of(&[], &[], None));
    assert!(!of(&[], &[profile], None));
    assert!(of(&variable, &[profile], None));
    assert!(!of(&variable, &[], Some(false)));
}

/// What botocore's client `Config` takes, and the settings that say the same here.
#[test]
fn every_option_of_botocores_clients_is_a_setting() {
    #[rustfmt::skip]
    let options: &[(&str, &[&str])] = &[
        ("region_name", &["region"]), ("signature_version", &["signature_version"]), ("user_agent", &["user_agent"]),
        ("user_agent_extra", &["user_agent_extra"]), ("user_agent_appid", &["user_agent_app_id"]),
        ("connect_timeout", &["connect_timeout"]), ("read_timeout", &["read_timeout"]),
        ("parameter_validation", &["parameter_validation"]), ("max_pool_connections", &["max_pool_connections"]),
        ("proxies", &["http_proxy", "https_proxy"]),
        ("proxies_config", &["proxy_ca_bundle", "proxy_client_cert", "proxy_use_forwarding_for_https"]),
        ("s3", &["s3_addressing_style", "s3_use_accelerate_endpoint", "s3_use_dualstack_endpoint", "s3_payload_signing_enabled", "s3_use_arn_region", "s3_us_east_1_regional_endpoint"]),
        ("s3_disable_express_session_auth", &["s3_disable_express_session_auth"]), ("retries", &["retry_mode", "max_attempts"]),
        ("client_cert", &["client_cert", "client_key"]), ("inject_host_prefix", &["disable_host_prefix_injection"]),
        ("endpoint_discovery_enabled", &["endpoint_discovery_enabled"]), ("use_dualstack_endpoint", &["use_dualstack_endpoint"]),
        ("use_fips_endpoint", &["use_fips_endpoint"]), ("ignore_configured_endpoint_urls", &["ignore_configured_endpoint_urls"]),
        ("defaults_mode", &["defaults_mode"]), ("tcp_keepalive", &["tcp_keepalive"]),
        ("request_min_compression_size_bytes", &["request_min_compression_size_bytes"]),
        ("disable_request_compression", &["disable_request_compression"]),
        // On the connection: `with_endpoint_param`.
        ("client_context_params", &[]),
        ("sigv4a_signing_region_set", &["sigv4a_signing_region_set"]), ("request_checksum_calculation", &["request_checksum_calculation"]),
        ("response_checksum_validation", &["response_checksum_validation"]), ("account_id_endpoint_mode", &["account_id_endpoint_mode"]),
        ("auth_scheme_preference", &["auth_scheme_preference"]),
    ];
    for (option, settings) in options {
        for setting in *settings {
            assert!(Config::settings().iter().any(|s| s.name == *setting), "{option}: {setting}");
        }
    }
}

#[test]
fn passwords_of_proxies_are_not_shown() {
    let config = resolve(&[("HTTPS_PROXY", "http://me:hush@proxy:3128")], &[], Overrides::default()).unwrap();
    assert_eq!(config.https_proxy(), Some("http://me:hush@proxy:3128"));
    assert!(config.explain().contains("http://***@proxy:3128") && !config.explain().contains("hush"));
    let given = Overrides { http_proxy: Some("me:hush@proxy".into()), ..Default::default() };
    assert_eq!(format!("{given:?}"), r#"{"http_proxy": "***@proxy"}"#);
    let shown = format!("{:?} {:?}", config, config.with(given).unwrap());
    assert!(shown.contains("***@proxy") && !shown.contains("hush"), "{shown}");
}

#[test]
fn settings_of_the_network() {
    let env =
        [("HTTPS_PROXY", "me:hush@proxy:3128"), ("no_proxy", "Internal, .example.com"), ("AWS_CA_BUNDLE", "~/ca.pem")];
    let transport = resolve(&env, &[], Overrides::default()).unwrap().transport().unwrap();
    let proxy = transport.proxies.choose("https", "sqs.us-east-1.amazonaws.com", 443).unwrap();
    assert_eq!((proxy.host.as_str(), proxy.port, transport.proxies.http.is_none()), ("proxy", 3128, true));
    for direct in ["a.internal", "www.example.com", "169.254.169.254", "fd00:ec2::254"] {
        assert!(transport.proxies.choose("https", direct, 443).is_none(), "{direct}");
    }
    assert_eq!(transport.tls.ca_bundle.as_deref(), Some("/home/ca.pem".as_ref()));
    let bad = resolve(&[("HTTPS_PROXY", "http://me:hush@proxy:port")], &[], Overrides::default()).unwrap();
    let error = bad.transport().unwrap_err().to_string();
    assert!(error.contains("environment variable HTTPS_PROXY") && !error.contains("hush"), "{error}");
    let cgi = [("HTTP_PROXY", "http://evil"), ("REQUEST_METHOD", "GET")];
    assert_eq!(resolve(&cgi, &[], Overrides::default()).unwrap().http_proxy(), None);
}

#[test]
fn explain_shows_the_default_region() {
    let text = resolve(&[], &[], Overrides::default()).unwrap().explain();
    assert!(text.contains("us-east-1") && text.contains("default, since nothing names a region"), "{text}");
}

#[test]
fn defaults_modes() {
    for (mode, env, metadata, seconds, origin) in [
        ("legacy", vec![], None, 60.0, "default"),
        ("standard", vec![], None, 3.1, "defaults mode standard"),
        ("In-Region", vec![], None, 1.1, "defaults mode in-region"),
        ("cross-region", vec![], None, 3.1, "defaults mode cross-region"),
        ("mobile", vec![], None, 30.0, "defaults mode mobile"),
        ("auto", vec![], None, 3.1, "defaults mode standard"),
        ("auto", vec![], Some("us-west-1"), 1.1, "defaults mode in-region"),
        ("auto", vec![], Some("us-west-2"), 3.1, "defaults mode cross-region"),
        (
            "auto",
            vec![("AWS_EXECUTION_ENV", "AWS_Lambda_x"), ("AWS_DEFAULT_REGION", "us-west-1")],
            None,
            1.1,
            "defaults mode in-region",
        ),
    ] {
        let over = Overrides { defaults_mode: Some(mode.into()), ..Default::default() };
        let config = resolve(&env, &[CONFIG], over).unwrap().with_metadata_region(metadata.map(str::to_owned)).unwrap();
        assert_eq!(config.connect_timeout(), Duration::from_secs_f64(seconds), "{mode}");
        assert_eq!(config.origin("connect_timeout").unwrap().to_string(), origin);
    }
}

/// Environment, the region of the instance, the region that is called, the mode.
type Run<'a> = (&'a [(&'a str, &'a str)], Option<&'a str>, &'a str, &'a str);

#[test]
fn the_mode_auto_finds_out_where_it_runs() {
    let lambda = ("AWS_EXECUTION_ENV", "AWS_Lambda_python3.6");
    let (east, west) = (("AWS_REGION", "us-east-1"), ("AWS_REGION", "us-west-2"));
    let default = ("AWS_DEFAULT_REGION", "us-west-2");
    // In the order of botocore's cases.
    #[rustfmt::skip]
    let rows: [Run<'_>; 6] = [
        (&[lambda, east], None, "us-east-1", "in-region"),
        (&[lambda, west, default], None, "us-east-1", "cross-region"),
        (&[lambda], Some("us-west-2"), "us-east-1", "cross-region"),
        (&[("AWS_DEFAULT_REGION", "us-east-1")], Some("us-east-1"), "us-east-1", "in-region"),
        (&[], Some("us-west-2"), "us-east-1", "cross-region"),
        (&[], None, "us-west-2", "standard"),
    ];
    for (env, metadata, region, mode) in rows {
        let over =
            Overrides { defaults_mode: Some("auto".into()), region: Some(region.into()), ..Overrides::default() };
        let config = resolve(env, &[], over).unwrap().with_metadata_region(metadata.map(str::to_owned)).unwrap();
        let wanted = format!("defaults mode {mode}");
        for setting in ["connect_timeout", "s3_us_east_1_regional_endpoint"] {
            assert_eq!(config.origin(setting).unwrap().to_string(), wanted, "{env:?} {metadata:?} {region}");
        }
        assert_eq!((config.retry_mode(), config.sts_regional_endpoints()), ("standard", "regional"));
    }
}

#[test]
fn metadata_is_asked_only_without_a_region() {
    let config = resolve(&[], &[], Overrides::default()).unwrap();
    assert!(config.wants_metadata_region());
    let here = config.with_metadata_region(Some("eu-north-1".into())).unwrap();
    assert_eq!((here.region(), here.origin("region")), ("eu-north-1", Some(&Origin::Metadata)));
    assert!(!resolve(&[], &[CONFIG], Overrides::default()).unwrap().wants_metadata_region());
    let off = resolve(&[("AWS_EC2_METADATA_DISABLED", "true")], &[], Overrides::default()).unwrap();
    assert!(!off.wants_metadata_region());
}

/// What botocore's `configprovider` knows: our name, the variables, the properties. Whether the list is whole is checked
/// against the pinned source (`xtask`, `settings_of_the_pin_are_all_known`).
#[test]
fn every_setting_of_botocore_is_known_by_its_names() {
    let mut missing = Vec::new();
    for line in include_str!("settings.txt").lines().filter(|line| !line.starts_with('#')) {
        let [name, variables, keys] = line.split('|').map(str::trim).collect::<Vec<_>>()[..] else { panic!("{line}") };
        let Some(setting) = Config::settings().iter().find(|setting| setting.name == name) else {
            missing.push(line);
            continue;
        };
        let has = |ours: &[&str], theirs: &str| theirs.split_whitespace().all(|name| ours.contains(&name));
        if !has(setting.env, variables) || !has(setting.keys, keys) {
            missing.push(line);
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn names_of_all_settings_are_unique() {
    let mut names: Vec<_> = Config::settings().iter().map(|s| s.name).collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
    for setting in Config::settings() {
        assert!(setting.doc.trim().ends_with('.'), "{}", setting.name);
    }
    let _: Arc<dyn crate::host::Host> = World::new(&[], &[]);
}

#[cfg(unix)]
#[test]
fn files_that_cannot_be_read_are_told_where_a_profile_is_missed() {
    let files = Files::read(&System, Path::new("/dev/zero"), Path::new("/none")).unwrap();
    let error = files.profiles.unknown("prod", "AWS_PROFILE").to_string();
    assert!(error.ends_with("; /dev/zero: ignored, for it cannot be read: it has more than 64 MiB"), "{error}");
    assert_eq!(files.warnings.iter().filter(|w| *w.file == *Path::new("/dev/zero")).count(), 1);
}
