//! Credentials that a process prints (`credential_process`).

use super::{failure, json, Answer, Found, Sources};
use crate::{
    feature::{Feature, Features},
    host::{Command, Host},
    identity::Secret,
    Credentials, Value,
};
use std::time::Duration;

pub(super) const NAME: &str = "custom-process";
pub(super) const FEATURES: Features =
    Features::NONE.with(Feature::CredentialsProfileProcess).with(Feature::CredentialsProcess);

/// How long the process may take.
const TIME_LIMIT: Duration = Duration::from_secs(60);

/// Runs what the profile names.
pub(super) async fn provide(at: &Sources, profile: &str) -> Found {
    let section = at.config.files().profiles.profile(profile);
    let text = |key: &str| section.and_then(|s| s.text(key)).filter(|v| !v.is_empty());
    match text("credential_process") {
        Some(command) => run(&**at.config.host(), command, text("aws_account_id")).await,
        None => Ok(Answer::Not(format!("the profile {profile:?} has no credential_process"))),
    }
}

/// Runs the command and reads the JSON that it prints: `Version` 1, `AccessKeyId`, `SecretAccessKey`, and where there
/// are `SessionToken`, `Expiration`, `AccountId`.
pub(super) async fn run(host: &dyn Host, command: &str, account_id: Option<&str>) -> Found {
    let mut words = split(command, cfg!(windows))
        .ok_or_else(|| failure(NAME, "credential_process has a quote without its other half"))?;
    if words.iter().any(|w| w.operator) {
        words = shell(command);
    }
    let mut words = words.into_iter().map(|w| w.text.into());
    let program = words.next().ok_or_else(|| failure(NAME, "credential_process is empty"))?;
    // Arguments may be secrets: messages name the program alone.
    let shown = std::path::Path::new(&program).display().to_string();
    let command = Command { program, arguments: words.collect(), time_limit: TIME_LIMIT };
    let mut output = host.run(command).await.map_err(|e| match e.kind() {
        std::io::ErrorKind::TimedOut => failure(NAME, format!("{shown} took longer than {} s", TIME_LIMIT.as_secs())),
        std::io::ErrorKind::NotFound => failure(NAME, format!("there is no program {shown}")),
        _ => failure(NAME, format!("cannot run {shown}: {e}")),
    })?;
    let stdout = zeroize::Zeroizing::new(std::mem::take(&mut output.stdout));
    if output.code != Some(0) {
        let code = output.code.map_or("was killed".to_owned(), |c| format!("ended with exit code {c}"));
        let said = String::from_utf8_lossy(&output.stderr);
        let said = match said.trim() {
            "" => "and said nothing".to_owned(),
            said => format!("and said: {}", said.chars().take(1000).collect::<String>()),
        };
        return Err(failure(NAME, format!("{shown} {code} {said}")));
    }
    let mut answer = json::parse(&stdout).map_err(|e| failure(NAME, format!("the output of {shown} is {e}")))?;
    match answer.0.get("Version") {
        Some(Value::Int(1)) => {}
        Some(_) => return Err(failure(NAME, format!("the output of {shown} has a Version other than 1"))),
        None => return Err(failure(NAME, format!("the output of {shown} has no Version; it must be 1"))),
    }
    let expiry = match answer.0.get("Expiration") {
        None | Some(Value::Null) => None,
        Some(_) => Some(json::time_of(&answer, "Expiration").ok_or_else(|| {
            failure(NAME, format!("the Expiration that {shown} gives is not a time such as 2030-01-01T00:00:00Z"))
        })?),
    };
    let account =
        json::take(&mut answer, "AccountId").or_else(|| json::number(&answer, "AccountId").map(|n| n.to_string()));
    let mut take = |key: &str| {
        json::take(&mut answer, key).ok_or_else(|| failure(NAME, format!("the output of {shown} has no {key}")))
    };
    Ok(Answer::Found(Credentials {
        access_key_id: take("AccessKeyId")?,
        secret_access_key: Secret::new(take("SecretAccessKey")?),
        session_token: take("SessionToken").ok().map(Secret::new),
        expiry,
        account_id: account.or_else(|| account_id.map(str::to_owned)),
        provider: NAME,
        features: FEATURES,
    }))
}

/// A word of a command line.
#[derive(Debug, PartialEq, Eq)]
struct Word {
    text: String,
    /// A word of its own that only a shell understands: `|`, `&&`, `>` …
    operator: bool,
}

/// The whole line for the shell. The CLI starts the program itself, other SDKs a shell; what the CLI could not run
/// goes the others' way.
fn shell(command: &str) -> Vec<Word> {
    let (shell, flag) = if cfg!(windows) { ("cmd.exe", "/C") } else { ("sh", "-c") };
    [shell, flag, command].map(|text| Word { text: text.to_owned(), operator: false }).into()
}

/// Splits a command line into words, as a POSIX shell does, or as programs on Windows do; `None` if a quote is open.
fn split(command: &str, windows: bool) -> Option<Vec<Word>> {
    let mut words = Vec::new();
    let mut word: Option<Word> = None;
    let mut quote = None;
    let mut chars = command.chars().peekable();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (None, ' ' | '\t' | '\n' | '\r') => words.extend(word.take()),
            (None, '\'') if !windows => quote = Some('\''),
            (None, '"') => quote = Some('"'),
            (Some(q), c) if q == c => quote = None,
            (None, '\\') if !windows => word.get_or_insert_with(Word::empty).text.push(chars.next()?),
            (Some('"'), '\\') if chars.peek().is_some_and(|n| *n == '"' || (*n == '\\' && !windows)) => {
                word.get_or_insert_with(Word::empty).text.extend(chars.next());
            }
            (None, '\\') if chars.peek() == Some(&'"') => {
                word.get_or_insert_with(Word::empty).text.extend(chars.next())
            }
            (quote, c) => {
                let word = word.get_or_insert_with(Word::empty);
                word.text.push(c);
                word.operator = quote.is_none() && matches!(word.text.as_str(), "|" | "||" | "&&" | ";" | ">" | "<");
            }
        }
        if quote.is_some() {
            // An empty pair of quotes is a word, and a quoted operator is none.
            word.get_or_insert_with(Word::empty).operator = false;
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

impl Word {
    fn empty() -> Word {
        Word { text: String::new(), operator: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_split_like_a_shell_does() {
        let texts = |line: &str, windows| {
            split(line, windows).map(|words| words.into_iter().map(|w| w.text).collect::<Vec<_>>())
        };
        for (line, wanted) in [
            ("my-process", vec!["my-process"]),
            ("my-process --foo 'baz bar'  -x", vec!["my-process", "--foo", "baz bar", "-x"]),
            (r#"a "b \"c\" \d" e\ f '\g'"#, vec!["a", r#"b "c" \d"#, "e f", r"\g"]),
            ("a '' b", vec!["a", "", "b"]),
            ("a'b'\"c\"d", vec!["abcd"]),
            ("  ", vec![]),
        ] {
            assert_eq!(texts(line, false).unwrap(), wanted, "{line}");
        }
        assert_eq!(texts(r#"C:\x\y.exe "a b" 'c d'"#, true).unwrap(), [r"C:\x\y.exe", "a b", "'c", "d'"]);
        assert_eq!(texts("a 'b", false), None);
    }

    #[test]
    fn only_bare_operators_need_a_shell() {
        let operators = |line: &str| split(line, false).unwrap().iter().filter(|w| w.operator).count();
        assert_eq!(operators("echo abc | base64 --decode"), 1);
        for line in ["get 'a | b'", "get \"|\"", "get --url http://x/?a=1&b=2|c", r"get \|", "get $HOME *"] {
            assert_eq!(operators(line), 0, "{line}");
        }
    }
}
