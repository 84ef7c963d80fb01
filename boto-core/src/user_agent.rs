//! The `User-Agent` header, in the format that all AWS SDKs share (version 2.1):
//! `boto-rust/0.1.0 ua/2.1 os/linux md/arch#x86_64 lang/rust#1.88 m/E,n cfg/retry-mode#standard app/my-app`.

pub use crate::feature::{Feature, Features};
use crate::{config::Config, host::Host};

/// What the header says, apart from what a single call adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserAgent {
    /// Name and version of this SDK.
    pub product: (String, String),
    /// The operating system and its version, which may be empty.
    pub os: (String, String),
    /// The processor architecture.
    pub arch: String,
    /// The programming language and its version.
    pub language: (String, String),
    /// `AWS_EXECUTION_ENV`.
    pub execution_env: Option<String>,
    /// The retry mode.
    pub retry_mode: Option<String>,
    /// Whether endpoint discovery is on.
    pub endpoint_discovery: bool,
    /// The name of the application: `sdk_ua_app_id`, `AWS_SDK_UA_APP_ID`.
    pub app_id: Option<String>,
    /// Names and versions of frameworks on top of this SDK.
    pub frameworks: Vec<(String, String)>,
    /// Appended as it is.
    pub extra: Option<String>,
    /// Instead of everything but `extra`.
    pub replacement: Option<String>,
}

impl UserAgent {
    /// What is true of this build and this process.
    pub fn new(host: &dyn Host) -> UserAgent {
        UserAgent {
            product: ("boto-rust".to_owned(), env!("CARGO_PKG_VERSION").to_owned()),
            os: (std::env::consts::OS.to_owned(), String::new()),
            arch: std::env::consts::ARCH.to_owned(),
            // The oldest compiler this builds with: the actual one would take a build script to find out.
            language: ("rust".to_owned(), env!("CARGO_PKG_RUST_VERSION").to_owned()),
            execution_env: host.var("AWS_EXECUTION_ENV").and_then(|v| v.into_string().ok()),
            retry_mode: None,
            endpoint_discovery: false,
            app_id: None,
            frameworks: Vec::new(),
            extra: None,
            replacement: None,
        }
    }

    /// The header of one call.
    pub fn render(&self, features: Features) -> String {
        self.prepare().render(features)
    }

    /// All that is the same for every call of a connection.
    pub fn prepare(&self) -> Prepared {
        if let Some(replacement) = &self.replacement {
            let whole = join([Some(replacement.clone()), self.extra.clone()]);
            return Prepared { head: whole, tail: String::new(), replaced: true };
        }
        let mut parts = vec![component(&self.product.0, &self.product.1, ""), "ua/2.1".to_owned()];
        let family = self.os.0.to_ascii_lowercase();
        match OS_FAMILIES.iter().find(|(alias, _)| *alias == family) {
            Some((_, family)) => parts.push(component("os", family, &self.os.1)),
            None if family.is_empty() => parts.push("os/other".to_owned()),
            None => parts.extend(["os/other".to_owned(), component("md", &self.os.0, &self.os.1)]),
        }
        if !self.arch.is_empty() {
            parts.push(component("md", "arch", &self.arch.to_ascii_lowercase()));
        }
        parts.push(component("lang", &self.language.0, &self.language.1));
        parts.extend(self.execution_env.iter().filter(|e| !e.is_empty()).map(|env| component("exec-env", env, "")));
        let head = join(parts.drain(..).map(Some));
        parts.extend(self.retry_mode.iter().map(|mode| component("cfg", "retry-mode", mode)));
        parts.extend(self.endpoint_discovery.then(|| "cfg/endpoint-discovery".to_owned()));
        parts.extend(self.app_id.iter().filter(|id| !id.is_empty()).map(|id| format!("app/{}", sanitize(id, true))));
        parts.extend(self.frameworks.iter().map(|(name, version)| component("lib", name, version)));
        parts.extend(self.extra.clone());
        Prepared { head, tail: join(parts.into_iter().map(Some)), replaced: false }
    }
}

/// A header but for the features of the call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    head: String,
    tail: String,
    replaced: bool,
}

impl Prepared {
    /// The header of one call.
    pub fn render(&self, features: Features) -> String {
        let mut out = String::with_capacity(self.head.len() + self.tail.len() + 16);
        out.push_str(&self.head);
        let features = features.component().filter(|_| !self.replaced);
        for part in [features.as_deref().unwrap_or_default(), &self.tail] {
            if !part.is_empty() {
                out.push(' ');
                out.push_str(part);
            }
        }
        out
    }
}

/// The header that those settings ask for.
pub(crate) fn of(config: &Config, host: &dyn Host) -> Prepared {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let agent = UserAgent {
        retry_mode: Some(config.retry_mode().to_owned()),
        endpoint_discovery: config.endpoint_discovery_enabled() == "true",
        app_id: owned(config.user_agent_app_id()),
        extra: owned(config.user_agent_extra()),
        replacement: owned(config.user_agent()),
        ..UserAgent::new(host)
    };
    agent.prepare()
}

/// The families the format knows, and what other names they go by.
const OS_FAMILIES: &[(&str, &str)] = &[
    ("android", "android"),
    ("darwin", "macos"),
    ("ios", "ios"),
    ("linux", "linux"),
    ("macos", "macos"),
    ("tvos", "tvos"),
    ("watchos", "watchos"),
    ("win32", "windows"),
    ("windows", "windows"),
];

/// `prefix/name` or `prefix/name#value`.
fn component(prefix: &str, name: &str, value: &str) -> String {
    let mut out = format!("{}/{}", sanitize(prefix, true), sanitize(name, false));
    if !value.is_empty() {
        out.push('#');
        out.push_str(&sanitize(value, true));
    }
    out
}

/// Joins with blanks; what cannot stand in a header becomes a dash, so that no setting can smuggle in another header.
fn join(parts: impl IntoIterator<Item = Option<String>>) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|p| !p.is_empty()).collect();
    parts.join(" ").chars().map(|c| if matches!(c, ' '..='~') { c } else { '-' }).collect()
}

/// Puts a dash for every character that the format does not allow; `#` only where a value stands.
pub fn sanitize(text: &str, allow_hash: bool) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "!$%&'*+-.^_`|~,".contains(c) || (allow_hash && c == '#');
    text.chars().map(|c| if allowed(c) { c } else { '-' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain() -> UserAgent {
        UserAgent {
            product: ("boto-rust".to_owned(), "0.1.0".to_owned()),
            os: ("linux".to_owned(), "5.4".to_owned()),
            arch: "x86_64".to_owned(),
            language: ("rust".to_owned(), "1.88".to_owned()),
            execution_env: None,
            retry_mode: Some("standard".to_owned()),
            endpoint_discovery: false,
            app_id: None,
            frameworks: Vec::new(),
            extra: None,
            replacement: None,
        }
    }

    #[test]
    fn parts_stand_in_the_order_of_the_format() {
        let agent = UserAgent {
            execution_env: Some("AWS_Lambda_rust".to_owned()),
            app_id: Some("my app".to_owned()),
            frameworks: vec![("poem".to_owned(), "3".to_owned())],
            extra: Some("tool/1".to_owned()),
            ..plain()
        };
        let features = Features::default().with(Feature::CredentialsProfile).with(Feature::RetryModeStandard);
        assert_eq!(
            agent.render(features),
            "boto-rust/0.1.0 ua/2.1 os/linux#5.4 md/arch#x86_64 lang/rust#1.88 exec-env/AWS_Lambda_rust m/E,n \
             cfg/retry-mode#standard app/my-app lib/poem#3 tool/1"
        );
    }

    #[test]
    fn sessions_of_botocore_look_like_this() {
        let extra = || Some("custom-thing/other".to_owned());
        let env = || Some("FooEnv".to_owned());
        let replaced = UserAgent { replacement: Some("something-else".to_owned()), ..plain() };
        let newer = UserAgent { product: ("boto-rust".to_owned(), "24.0".to_owned()), ..plain() };
        #[rustfmt::skip]
        let rows = [
            ("can_change_user_agent_name", replaced, "something-else", ""),
            ("can_change_user_agent_version", newer, "boto-rust/24.0 ", ""),
            ("can_append_to_user_agent", UserAgent { extra: extra(), ..plain() }, "boto-rust/", " custom-thing/other"),
            ("execution_env_set", UserAgent { execution_env: env(), retry_mode: None, ..plain() }, "boto-rust/", " exec-env/FooEnv"),
            ("agent_extra_and_exec_env", UserAgent { execution_env: env(), extra: extra(), retry_mode: None, ..plain() }, "boto-rust/", " exec-env/FooEnv custom-thing/other"),
            ("execution_env_not_set", UserAgent { retry_mode: None, ..plain() }, "boto-rust/", " lang/rust#1.88"),
        ];
        for (name, agent, start, end) in rows {
            let text = agent.render(Features::default());
            assert!(text.starts_with(start) && text.ends_with(end), "{name}: {text}");
        }
    }

    #[test]
    fn unknown_systems_are_other() {
        let agent = UserAgent { os: ("freebsd".to_owned(), "14".to_owned()), ..plain() };
        assert!(agent.render(Features::default()).contains(" os/other md/freebsd#14 "));
        let agent = UserAgent { os: ("Darwin".to_owned(), "23".to_owned()), ..plain() };
        assert!(agent.render(Features::default()).contains(" os/macos#23 "));
    }

    #[test]
    fn no_setting_smuggles_in_a_header() {
        let agent = UserAgent { extra: Some("a\r\nx: y\u{e9}".to_owned()), ..plain() };
        assert!(agent.render(Features::default()).ends_with(" a--x: y-"));
        let agent = UserAgent { replacement: Some("mine\n".to_owned()), ..agent };
        assert_eq!(agent.render(Features::default()), "mine- a--x: y-");
    }
}
