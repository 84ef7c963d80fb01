//! Who takes part: the traits behind which users, services and people stand, and what providers work with.

use super::{imds::Imds, store::Store};
use crate::{
    config::Config,
    http::{Request, Transport},
    tasks,
    value::Object,
    BoxFuture, Credentials, Error, ErrorKind, Result, Token,
};
use std::{fmt, io::Write, sync::Arc};

/// Gives credentials. The one trait for providers of one's own:
///
/// ```
/// use boto_core::{credentials::Provider, BoxFuture, Credentials, Result};
///
/// #[derive(Debug)]
/// struct Vault;
///
/// impl Provider for Vault {
///     fn name(&self) -> &'static str {
///         "vault"
///     }
///     fn provide(&self) -> BoxFuture<'_, Result<Option<Credentials>>> {
///         Box::pin(async { Ok(Some(Credentials::new("AKID", "SECRET", None))) })
///     }
/// }
/// ```
pub trait Provider: Send + Sync + fmt::Debug {
    /// A short name, for [`super::Chain::explain`] and errors.
    fn name(&self) -> &'static str;
    /// The credentials; `None` lets the chain go on. Those with an expiry are asked for again ahead of it.
    fn provide(&self) -> BoxFuture<'_, Result<Option<Credentials>>>;
}

/// Credentials that stay as they are.
impl Provider for Credentials {
    fn name(&self) -> &'static str {
        self.provider
    }
    fn provide(&self) -> BoxFuture<'_, Result<Option<Credentials>>> {
        Box::pin(async { Ok(Some(self.clone())) })
    }
}

/// Gives bearer tokens.
pub trait TokenProvider: Send + Sync + fmt::Debug {
    /// The token for a service (its signing name); `None` lets the chain go on.
    fn provide<'a>(&'a self, signing_name: &'a str) -> BoxFuture<'a, Result<Option<Token>>>;
}

/// Asks a person, for MFA codes.
pub trait Prompt: Send + Sync + fmt::Debug {
    /// Shows the text and answers what was entered.
    fn ask(&self, text: &str) -> BoxFuture<'_, Result<String>>;
}

/// A [`Prompt`] of a closure, which gets the text to show and may block:
///
/// ```
/// use boto_core::{credentials::prompt, Session};
///
/// let session = Session::builder().prompt(prompt(|text| {
///     println!("{text}");
///     Ok("123456".to_owned())
/// }));
/// ```
pub fn prompt(ask: impl Fn(&str) -> Result<String> + Send + Sync + 'static) -> Arc<dyn Prompt> {
    Arc::new(Closure(Arc::new(ask)))
}

struct Closure(Arc<Ask>);

type Ask = dyn Fn(&str) -> Result<String> + Send + Sync;

impl fmt::Debug for Closure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("prompt")
    }
}

impl Prompt for Closure {
    fn ask(&self, text: &str) -> BoxFuture<'_, Result<String>> {
        let (ask, text) = (Arc::clone(&self.0), text.to_owned());
        Box::pin(async move {
            match tokio::runtime::Handle::try_current() {
                Ok(runtime) => tasks::blocking(&runtime, move || ask(&text))
                    .await
                    .map_err(|_| Error::new(ErrorKind::Credentials, "the prompt for the MFA code panicked"))?,
                Err(_) => ask(&text),
            }
        })
    }
}

/// Asks on the terminal of this process.
#[derive(Clone, Copy, Debug, Default)]
pub struct TerminalPrompt;

impl Prompt for TerminalPrompt {
    fn ask(&self, text: &str) -> BoxFuture<'_, Result<String>> {
        let text = text.to_owned();
        Box::pin(async move {
            let ask = move || ask_terminal(&text);
            let asked = match tokio::runtime::Handle::try_current() {
                Ok(runtime) => tasks::blocking(&runtime, ask).await.map_err(std::io::Error::other),
                Err(_) => Ok(ask()),
            };
            asked.and_then(|answer| answer).map_err(|e| {
                Error::new(ErrorKind::Credentials, format!("cannot ask for the MFA code: {e}"))
                    .with_hint("give the session a prompt of your own")
            })
        })
    }
}

fn ask_terminal(text: &str) -> std::io::Result<String> {
    use std::io::{stderr, stdin, BufReader, IsTerminal};
    // Input and output may be files or pipes; who sits there is asked all the same, as the CLI does.
    #[cfg(unix)]
    if let Ok(terminal) = std::fs::OpenOptions::new().read(true).write(true).open("/dev/tty") {
        return ask(text, BufReader::new(&terminal), &terminal);
    }
    if !stdin().is_terminal() {
        return Err(std::io::Error::new(std::io::ErrorKind::NotConnected, "there is no terminal"));
    }
    ask(text, stdin().lock(), stderr())
}

fn ask(text: &str, mut from: impl std::io::BufRead, mut to: impl Write) -> std::io::Result<String> {
    to.write_all(text.as_bytes())?;
    to.flush()?;
    let mut line = String::new();
    if from.read_line(&mut line)? == 0 {
        return Err(std::io::Error::new(std::io::ErrorKind::UnexpectedEof, "nothing was entered"));
    }
    Ok(line.trim().to_owned())
}

/// Makes the calls to AWS that providers need (STS, SSO, signin). The session implements it over its pipeline.
pub trait Caller: Send + Sync + fmt::Debug {
    /// Makes one call and answers the output's members.
    fn call(&self, call: NestedCall) -> BoxFuture<'_, Result<Object>>;
}

/// Puts something on a request that is ready to be sent, such as a header that depends on the URL.
pub type Stamp = Arc<dyn Fn(&mut Request) -> Result<()> + Send + Sync>;

/// A call that a provider needs.
#[derive(Clone)]
pub struct NestedCall {
    /// The service: `sts`, `sso`, `sso-oidc`, `signin`.
    pub service: &'static str,
    /// The operation, `AssumeRole`.
    pub operation: &'static str,
    /// The input's members.
    pub params: Object,
    /// The region; `None` is the session's.
    pub region: Option<String>,
    /// The credentials to sign with; `None` sends the call unsigned.
    pub credentials: Option<Credentials>,
    /// Called for each attempt with the request that is about to be sent.
    pub stamp: Option<Stamp>,
}

impl fmt::Debug for NestedCall {
    /// Parameters may be secrets and are left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.service, self.operation)
    }
}

/// What providers work with. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Sources {
    /// The settings: profile, files, environment.
    pub config: Config,
    /// For metadata services.
    pub transport: Arc<dyn Transport>,
    /// For calls to AWS.
    pub caller: Arc<dyn Caller>,
    /// For MFA codes.
    pub prompt: Arc<dyn Prompt>,
    /// Assumed roles that are still good.
    pub store: Arc<Store>,
    /// What is known about the metadata service of this machine.
    pub imds: Arc<Imds>,
}

impl Sources {
    /// With the terminal as prompt, and assumed roles kept in memory only.
    pub fn new(config: Config, transport: Arc<dyn Transport>, caller: Arc<dyn Caller>) -> Sources {
        let (store, imds) = (Arc::default(), Arc::default());
        Sources { config, transport, caller, prompt: Arc::new(TerminalPrompt), store, imds }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_show_the_question_and_give_the_line() {
        let mut shown = Vec::new();
        assert_eq!(ask("Enter MFA code for me: ", &b" 123456\r\nmore"[..], &mut shown).unwrap(), "123456");
        assert_eq!(shown, b"Enter MFA code for me: ");
        assert_eq!(ask("?", &b""[..], &mut shown).unwrap_err().kind(), std::io::ErrorKind::UnexpectedEof);
    }
}
