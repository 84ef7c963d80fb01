//! Nothing panics on any contents of a file: a bounded run of random changes to files that are fine.

use crate::config::tests::world::World;
use crate::config::{parse, Dialect, Layers, Overrides};

const SEEDS: [&str; 5] = [
    "[default]\nregion = us-west-2\ns3 =\n  addressing_style = path\n  # c\n\n  b = c ; d\n",
    "\u{feff}[profile \"a b\"]\r\nrole_arn = x\r\nsource_profile = default\r\n[sso-session s]\r\nsso_region = r\r\n",
    "[services s]\ns3 =\n\tendpoint_url = http://a\n[profile x]\nservices = s\nmax_attempts = 3\n",
    "[Credentials]\naws_access_key_id: a\n[Boto]\nhttp_socket_timeout = 1e9\n[profile 'q']\nx=[y]\n",
    "[default]\ncredential_process = a 'b' \"c\\\"d\" | e\nduration_seconds = 99999999999999999999\nuse_fips_endpoint = true\n",
];

/// xorshift: the same run every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

/// Applies a few random changes.
fn change(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    const BITS: [&[u8]; 14] = [
        b"[",
        b"]",
        b"=",
        b"\n",
        b"\n ",
        b"\r",
        b"#",
        b";",
        b"\"",
        b"'",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\0",
        b"[profile ",
    ];
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(bytes.len() + 1);
        match dice.roll(4) {
            0 => drop(bytes.splice(at..at, BITS[dice.roll(BITS.len())].iter().copied())),
            1 if at < bytes.len() => drop(bytes.remove(at)),
            2 if at < bytes.len() => bytes[at] = dice.roll(256) as u8,
            _ => bytes.truncate(at),
        }
    }
    bytes
}

#[test]
fn no_file_makes_it_panic() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let (mut accepted, mut refused) = (0, 0);
    for round in 0..20_000 {
        let bytes = change(SEEDS[round % SEEDS.len()].as_bytes(), &mut dice);
        let dialect = if round % 3 == 0 { Dialect::Boto } else { Dialect::Aws };
        match parse(&bytes, &std::path::Path::new("f").into(), dialect) {
            Ok(_) => accepted += 1,
            Err(_) => refused += 1,
        }
        if round % 10 == 0 {
            let world = World::new(&[], &[]);
            let names = ["/home/.aws/config", "/home/.aws/credentials", "/home/.boto"];
            world.files.lock().unwrap().insert(names[dice.roll(3)].into(), bytes);
            if let Ok(config) = Layers::new(world, Overrides::default()).resolve() {
                let _ = (config.explain(), config.endpoint_url("s3"));
                let _ = crate::credentials::plan(&config, "default");
            }
        }
    }
    assert!(accepted > 1000 && refused > 1000, "{accepted} {refused}");
}

/// A scene in which a certain file, answer or output is read as something else than it should be.
struct Spoilt {
    env: &'static [(&'static str, &'static str)],
    config: &'static str,
    /// The file that is changed; none if it is what a process prints or a service answers.
    file: Option<&'static str>,
    good: &'static str,
}

const SPOILT: [Spoilt; 8] = [
    Spoilt {
        env: &[],
        config: "[default]\nrole_arn = myrole\nsource_profile = b\n[profile b]\naws_access_key_id = a\naws_secret_access_key = b\n",
        file: Some("/home/.aws/cli/cache/793d6e2f27667ab2da104824407e486bfec24a47.json"),
        good: r#"{"Credentials": {"AccessKeyId": "a", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": "2021-12-25T13:00:00Z", "AccountId": "1"}}"#,
    },
    Spoilt {
        env: &[],
        config: "[default]\nsso_session = admin\nsso_role_name = r\nsso_account_id = 1\n[sso-session admin]\nsso_region = us-west-2\nsso_start_url = https://x\n",
        file: Some("/home/.aws/sso/cache/d033e22ae348aeb5660fc2140aec35850c4da997.json"),
        good: r#"{"accessToken": "t", "expiresAt": "2021-12-25T12:05:00Z", "clientId": "i", "clientSecret": "s", "registrationExpiresAt": "2022-12-25T13:30:00Z", "refreshToken": "r"}"#,
    },
    Spoilt {
        env: &[("AWS_LOGIN_CACHE_DIRECTORY", "/c")],
        config: "[default]\nregion = r\nlogin_session = s\n",
        file: Some("/c/043a718774c572bd8a25adbeb1bfcd5c0256ae11cecf9f9c3f925d0e52beaf89.json"),
        good: r#"{"accessToken": {"accessKeyId": "a", "secretAccessKey": "s", "sessionToken": "t", "accountId": "1", "expiresAt": "2021-12-25T18:00:00Z"}, "refreshToken": "r", "dpopKey": "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEG\n-----END PRIVATE KEY-----", "clientId": "c"}"#,
    },
    Spoilt {
        env: &[("AWS_CREDENTIAL_FILE", "/ec2")],
        config: "",
        file: Some("/ec2"),
        good: "AWSAccessKeyId=foo\nAWSSecretKey=bar\n",
    },
    Spoilt {
        env: &[("AWS_WEB_IDENTITY_TOKEN_FILE", "/jwt"), ("AWS_ROLE_ARN", "r")],
        config: "",
        file: Some("/jwt"),
        good: "header.claims.signature\n",
    },
    Spoilt {
        env: &[("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost/x"), ("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/token")],
        config: "",
        file: Some("/token"),
        good: "Basic dG9rZW4=",
    },
    Spoilt {
        env: &[],
        config: "[default]\ncredential_process = p\n",
        file: None,
        good: r#"{"Version": 1, "AccessKeyId": "a", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": "2999-01-01T00:00:00Z", "AccountId": 12}"#,
    },
    Spoilt {
        env: &[("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost/x")],
        config: "",
        file: None,
        good: r#"{"Code": "Success", "AccessKeyId": "a", "SecretAccessKey": "s", "Token": "t", "Expiration": "2999-01-01T00:00:00Z"}"#,
    },
];

#[tokio::test]
async fn no_cache_file_output_or_answer_makes_it_panic() {
    use crate::credentials::{tests::scene::stage, Store};
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let (mut found, mut refused) = (0, 0);
    for round in 0..SPOILT.len() * 300 {
        let which = &SPOILT[round % SPOILT.len()];
        // The first of each is as it should be.
        let bytes = match round < SPOILT.len() {
            true => which.good.as_bytes().to_vec(),
            false => change(which.good.as_bytes(), &mut dice),
        };
        let mut env = which.env.to_vec();
        env.push(("AWS_EC2_METADATA_DISABLED", "true"));
        let files = [("/home/.aws/config", which.config)];
        let scene = stage(&env, &files, Overrides::default(), Store::files(None));
        match which.file {
            Some(file) => drop(scene.world.files.lock().unwrap().insert(file.into(), bytes)),
            None => {
                for _ in 0..4 {
                    scene.network.answer(200, &[], bytes.clone());
                }
                *scene.world.process.lock().unwrap() = Some(Box::new(move |_| {
                    Ok(crate::host::Output { code: Some(0), stdout: bytes.clone(), stderr: bytes.clone() })
                }));
            }
        }
        match scene.chain.credentials().await {
            Ok(_) => found += 1,
            Err(_) => refused += 1,
        }
        let _ = (scene.chain.token("x").await, scene.chain.explain().await);
    }
    assert!(found > 40 && refused > 1000, "{found} {refused}");
}
