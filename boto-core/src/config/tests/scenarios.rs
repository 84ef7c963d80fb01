//! Scenarios of botocore's `test_config_provider.py`, `test_session.py` and `test_args.py`, one a row.

use super::world::World;
use crate::config::{Config, Layers, Overrides};

const PATH: &str = "/home/.aws/config";

fn resolve(env: &[(&str, &str)], config: &str, overrides: Overrides) -> crate::Result<Config> {
    Layers::new(World::new(env, &[(PATH, config)]), overrides).resolve()
}

/// Scenario, environment, file, setting, value as explained.
type Row<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str, &'a str, &'a str);

#[test]
fn values_of_settings() {
    #[rustfmt::skip]
    let rows: &[Row<'_>] = &[
        ("chain_builder_can_provide_env_var", &[("AWS_DATA_PATH", "/d")], "", "data_path", "/d"),
        ("does_provide_none_if_no_variable_exists_in_env_var_list", &[], "", "region", "us-east-1"),
        ("does_provide_value_if_variable_exists_in_env_var_list", &[("AWS_DEFAULT_REGION", "us-west-1")], "", "region", "us-west-1"),
        ("provide_value_from_config_list_looks_for_non_none_vals", &[], "[default]\ns3_use_arn_region =\ns3 =\n  use_arn_region = true", "s3_use_arn_region", "true"),
        ("provide_value_from_config_list_if_all_vars_are_none", &[], "[default]\ns3_us_east_1_regional_endpoint =\n", "s3_us_east_1_regional_endpoint", "legacy"),
        ("does_provide_none_if_var_not_in_config", &[], "[default]\nno_such_var = bar", "retry_mode", "standard"),
        ("chain_provider_does_follow_priority_config", &[], "[default]\nretry_mode = adaptive", "retry_mode", "adaptive"),
        ("chain_provider_does_follow_priority_default", &[], "[other]", "retry_mode", "standard"),
        ("profile_does_not_exist_with_default_profile", &[], "[default]\nregion = eu-north-1\n[profile foo]\nregion = x", "region", "eu-north-1"),
        ("create_client_with_ca_bundle_from_config", &[], "[default]\nca_bundle = config-certs.pem", "ca_bundle", "config-certs.pem"),
        ("create_client_with_ca_bundle_from_env_var", &[("AWS_CA_BUNDLE", "env-certs.pem")], "[default]\nca_bundle = config-certs.pem", "ca_bundle", "env-certs.pem"),
        ("with_csm_enabled_from_env", &[("AWS_CSM_ENABLED", "true")], "", "csm_enabled", "true"),
        ("with_csm_disabled_from_config", &[], "[default]\ncsm_enabled = false", "csm_enabled", "false"),
        ("csm_not_configured", &[], "", "csm_enabled", "false"),
        ("new_session_with_valid_region", &[("AWS_REGION", "us-west-2")], "", "region", "us-west-2"),
        ("does_provide_first_value_when_both_env_vars_exist", &[("AWS_DEFAULT_PROFILE", "default"), ("AWS_PROFILE", "x")], "[profile x]", "profile", "default"),
        ("multiple_env_vars_uses_second_var", &[("AWS_PROFILE", "x")], "[profile x]", "profile", "x"),
        ("region_of_both_variables", &[("AWS_DEFAULT_REGION", "us-west-1"), ("AWS_REGION", "us-west-2")], "", "region", "us-west-2"),
        ("chain_builder_can_provide_config_var", &[], "[default]\nca_bundle = /x", "ca_bundle", "/x"),
        ("chain_builder_can_provide_nested_config_var", &[], "[default]\ns3 =\n  addressing_style = virtual", "s3_addressing_style", "virtual"),
        ("provide_value_from_config_list_retrieves_first_non_none_val", &[], "[default]\ns3_use_arn_region = false\ns3 =\n  use_arn_region = true", "s3_use_arn_region", "false"),
        ("provide_value_from_list_with_nested_var", &[], "[default]\ns3 =\n  use_arn_region = true", "s3_use_arn_region", "true"),
        ("chain_provider_does_follow_priority_env_var", &[("AWS_S3_USE_ARN_REGION", "false")], "[default]\ns3 =\n  use_arn_region = true", "s3_use_arn_region", "false"),
        ("chain_builder_can_provide_default", &[], "", "retry_mode", "standard"),
        ("provide_nested_value_but_not_section", &[], "[default]\ns3 = x", "s3_addressing_style", "auto"),
        ("type_conversions_occur_when_specified", &[("AWS_METADATA_SERVICE_TIMEOUT", "5")], "", "metadata_service_timeout", "5 s"),
        ("path_in_files_may_begin_at_home", &[], "[default]\nca_bundle = ~/ca.pem", "ca_bundle", "/home/ca.pem"),
        ("path_with_variables", &[("AWS_CA_BUNDLE", "$DIR/${SUB}/$NOTHING"), ("DIR", "/d"), ("SUB", "s")], "", "ca_bundle", "/d/s/$NOTHING"),
        ("with_csm_enabled_from_config", &[], "[default]\ncsm_enabled = true", "csm_enabled", "true"),
        ("with_csm_disabled_from_env", &[("AWS_CSM_ENABLED", "false")], "[default]\ncsm_enabled = true", "csm_enabled", "false"),
        ("with_csm_host", &[("AWS_CSM_HOST", "10.0.0.1")], "", "csm_host", "10.0.0.1"),
        ("with_csm_port", &[], "[default]\ncsm_port = 1234", "csm_port", "1234"),
        ("can_specify_multiple_versions_from_config", &[], "[default]\napi_versions =\n  ec2 = 2016-11-15\n  s3 = 2006-03-01", "api_versions", "ec2 = 2016-11-15, s3 = 2006-03-01"),
        ("new_session_with_unknown_region", &[("AWS_REGION", "MyCustomRegion1")], "", "region", "MyCustomRegion1"),
        ("empty_variables_are_not_set", &[("AWS_REGION", "")], "[default]\nregion = us-west-2", "region", "us-west-2"),
        ("empty_properties_are_not_set", &[], "[default]\nregion =", "region", "us-east-1"),
        ("words_in_any_case", &[("AWS_REQUEST_CHECKSUM_CALCULATION", "WHEN_REQUIRED")], "", "request_checksum_calculation", "when_required"),
        ("s3_use_arn_region_of_the_environment_alone", &[("AWS_S3_USE_ARN_REGION", "false")], "", "s3_use_arn_region", "false"),
        ("account_id_endpoint_mode", &[], "[default]\naccount_id_endpoint_mode = disabled", "account_id_endpoint_mode", "disabled"),
        ("sigv4a_signing_region_set", &[("AWS_SIGV4A_SIGNING_REGION_SET", "us-west-2, us-east-1")], "", "sigv4a_signing_region_set", "us-west-2, us-east-1"),
        ("auth_scheme_preference_with_spaces", &[("AWS_AUTH_SCHEME_PREFERENCE", "sigv4a,\tsigv4 , httpBearerAuth")], "", "auth_scheme_preference", "sigv4a, sigv4, httpBearerAuth"),
        ("s3_express", &[], "[default]\ns3 =\n  disable_s3_express_session_auth = true", "s3_disable_express_session_auth", "true"),
        ("user_agent_appid", &[], "[default]\nsdk_ua_app_id = app", "user_agent_app_id", "app"),
        ("tcp_keepalive", &[("BOTOCORE_TCP_KEEPALIVE", "true")], "", "tcp_keepalive", "true"),
        ("s3_of_mode_standard", &[("AWS_DEFAULTS_MODE", "standard")], "", "s3_us_east_1_regional_endpoint", "regional"),
        ("s3_of_mode_standard_unless_said", &[("AWS_DEFAULTS_MODE", "standard"), ("AWS_S3_US_EAST_1_REGIONAL_ENDPOINT", "legacy")], "", "s3_us_east_1_regional_endpoint", "legacy"),
        ("min_compression", &[], "[default]\nrequest_min_compression_size_bytes = 0", "request_min_compression_size_bytes", "0"),
    ];
    for (name, env, file, setting, wanted) in rows {
        let config = resolve(env, file, Overrides::default()).unwrap_or_else(|e| panic!("{name}: {e}"));
        let text = config.explain();
        let line = text.lines().find(|l| l.split_whitespace().next() == Some(*setting));
        let line = line.unwrap_or_else(|| panic!("{name}: no {setting} in {text}"));
        assert!(line[setting.len()..].trim_start().starts_with(wanted), "{name}: {line}");
    }
}

#[test]
fn derived_values() {
    let config = resolve(&[("AWS_DISABLE_HOST_PREFIX_INJECTION", "true")], "", Overrides::default()).unwrap();
    assert!(!config.inject_host_prefix());
    let config = resolve(&[], "[default]\napi_versions =\n  ec2 = 2015-03-01\n", Overrides::default()).unwrap();
    assert!(config.inject_host_prefix());
    assert_eq!((config.api_version("ec2"), config.api_version("s3")), (Some("2015-03-01"), None));
}

#[test]
fn sections_of_services_that_do_not_exist() {
    let config = resolve(&[], "[default]\nservices = nope\n", Overrides::default()).unwrap();
    let error = config.endpoint_url("s3").unwrap_err().to_string();
    assert_eq!(error, "the section [services nope] (/home/.aws/config:2) does not exist");
    // An argument wins without a look at it.
    let given = config.with(Overrides { endpoint_url: Some("http://a".into()), ..Default::default() }).unwrap();
    assert_eq!(given.endpoint_url("s3").unwrap().as_deref(), Some("http://a"));
    let bad = "[default]\nservices = s\n[services s]\ns3 =\n  endpoint_url = nonsense\n";
    let error = resolve(&[], bad, Overrides::default()).unwrap().endpoint_url("s3").unwrap_err().to_string();
    assert!(error.contains("/home/.aws/config:5 (services s)"), "{error}");
}

/// The service's id, environment, file, the host of its endpoint.
type Endpoint<'a> = (&'a str, &'a [(&'a str, &'a str)], String, Option<&'a str>);

#[test]
fn endpoints_of_services() {
    const SERVICE: &str = "[services my-services]\nbatch =\n  endpoint_url = http://service-from-config\n";
    const BOTH: &str = "[default]\nservices = my-services\nendpoint_url = http://global-from-config\n";
    let (global, own) =
        (("AWS_ENDPOINT_URL", "http://global-from-env"), ("AWS_ENDPOINT_URL_BATCH", "http://service-from-env"));
    let other = ("AWS_ENDPOINT_URL_S3", "http://s3-from-env");
    let section = |name: &str| {
        format!("[default]\nservices = my-services\n[services my-services]\n{name} =\n  endpoint_url = http://service-from-config\n")
    };
    let default = "[default]\nendpoint_url = http://global-from-config\n".to_owned();
    // In the order of botocore's cases.
    #[rustfmt::skip]
    let rows: [Endpoint<'_>; 13] = [
        ("Batch", &[], String::new(), None),
        ("Batch", &[global], String::new(), Some("global-from-env")),
        ("Batch", &[own, global], String::new(), Some("service-from-env")),
        ("Batch", &[global, other], String::new(), Some("global-from-env")),
        ("Batch", &[], default.clone(), Some("global-from-config")),
        ("Batch", &[], section("batch"), Some("service-from-config")),
        ("Batch", &[], format!("{BOTH}{SERVICE}"), Some("service-from-config")),
        ("Batch", &[global], default.clone(), Some("global-from-env")),
        ("Batch", &[own], default.clone(), Some("service-from-env")),
        ("S3", &[], format!("{BOTH}{SERVICE}"), Some("global-from-config")),
        ("SageMaker Runtime", &[], section("sagemaker_runtime"), Some("service-from-config")),
        ("API Gateway", &[], section("api_gateway"), Some("service-from-config")),
        ("Batch", &[own, global, ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")], default.clone(), None),
    ];
    for (index, (service, env, file, wanted)) in rows.into_iter().enumerate() {
        let config = resolve(env, &file, Overrides::default()).unwrap();
        let wanted = wanted.map(|host| format!("http://{host}"));
        assert_eq!(config.endpoint_url(service).unwrap().as_deref(), wanted.as_deref(), "{index}: {service}");
    }
}

#[test]
fn homes() {
    use crate::config::home;
    let var = |pairs: &'static [(&str, &str)]| {
        move |name: &str| pairs.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).into())
    };
    let all = var(&[("HOME", "/h"), ("USERPROFILE", "/u"), ("HOMEDRIVE", "C:"), ("HOMEPATH", "\\p")]);
    assert_eq!(home(true, &all), Some("/h".into()));
    assert_eq!(home(true, &var(&[("USERPROFILE", "/u"), ("HOMEDRIVE", "C:")])), Some("/u".into()));
    assert_eq!(home(true, &var(&[("HOMEDRIVE", "C:"), ("HOMEPATH", "\\p")])), Some("C:\\p".into()));
    assert_eq!(home(false, &var(&[("USERPROFILE", "/u")])), None);
}

#[cfg(unix)]
#[test]
fn paths_need_not_be_utf_8() {
    use std::os::unix::ffi::OsStringExt;
    let path = std::ffi::OsString::from_vec(b"/x/\xff".to_vec());
    let world = World::new(&[], &[]);
    world.env.lock().unwrap().insert("AWS_CONFIG_FILE".into(), path.clone());
    world.files.lock().unwrap().insert(path.into(), b"[default]\nregion = eu-west-3\n".to_vec());
    assert_eq!(Layers::new(world, Overrides::default()).resolve().unwrap().region(), "eu-west-3");
}
