//! `cargo xtask scenarios`: which tests of ours say what botocore's tests of settings, credentials, tokens and sessions
//! say. `docs/scenarios.tsv` has a line for each; here it is checked and counted.

use crate::models::root;
use std::{collections::BTreeMap, fs};

/// What became of a scenario.
#[derive(Clone, Debug, PartialEq)]
enum Verdict {
    /// A test of ours asserts the same.
    Ours(Place),
    /// A test of ours asserts what is done otherwise, on purpose.
    Differs(Place, String),
    /// It does not apply.
    Not(String),
    /// It is missing.
    Open(String),
}

/// A test, and a row of the table in it perhaps.
#[derive(Clone, Debug, PartialEq)]
struct Place {
    file: String,
    test: String,
    row: Option<String>,
}

/// Runs `cargo xtask scenarios`.
pub fn main(arguments: &[String]) -> Result<(), String> {
    if !arguments.is_empty() {
        return Err("cargo xtask scenarios   takes no arguments".to_owned());
    }
    let all = read()?;
    check(&all)?;
    print!("{}", table(&all));
    Ok(())
}

fn read() -> Result<Vec<(String, Verdict)>, String> {
    let path = root().join("docs/scenarios.tsv");
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    lines
        .map(|(index, line)| {
            let flaw = || format!("{}:{}: expected a scenario, a tab and a verdict", path.display(), index + 1);
            let (id, verdict) = line.split_once('\t').ok_or_else(flaw)?;
            let verdict = match (verdict.strip_prefix("n/a: "), verdict.strip_prefix("open: ")) {
                (Some(why), _) => Verdict::Not(why.to_owned()),
                (_, Some(why)) => Verdict::Open(why.to_owned()),
                _ => match verdict.split_once(" differs: ") {
                    Some((place, why)) => Verdict::Differs(parse(place).ok_or_else(flaw)?, why.to_owned()),
                    None => Verdict::Ours(parse(verdict).ok_or_else(flaw)?),
                },
            };
            Ok((id.to_owned(), verdict))
        })
        .collect()
}

/// `file::test[row]`.
fn parse(text: &str) -> Option<Place> {
    let (file, rest) = text.split_once("::")?;
    let (test, row) = match rest.split_once('[') {
        Some((test, row)) => (test, Some(row.strip_suffix(']')?.to_owned())),
        None => (rest, None),
    };
    Some(Place { file: file.to_owned(), test: test.to_owned(), row })
}

/// Whether every test that is named exists, with its row, and no scenario is listed twice.
fn check(all: &[(String, Verdict)]) -> Result<(), String> {
    let mut files = BTreeMap::<&str, String>::new();
    let (mut seen, mut flaws) = (BTreeMap::new(), Vec::new());
    for (id, verdict) in all {
        if seen.insert(id, ()).is_some() {
            flaws.push(format!("{id}: twice"));
        }
        let (Verdict::Ours(place) | Verdict::Differs(place, _)) = verdict else { continue };
        let text = files
            .entry(&place.file)
            .or_insert_with(|| fs::read_to_string(root().join(&place.file)).unwrap_or_default());
        if !has_test(text, &place.test) {
            flaws.push(format!("{id}: no test {} in {}", place.test, place.file));
        }
        if let Some(row) = place.row.as_ref().filter(|row| !text.contains(&format!("\"{row}\""))) {
            flaws.push(format!("{id}: no row {row:?} in {}", place.file));
        }
    }
    match flaws.is_empty() {
        true => Ok(()),
        false => Err(format!("docs/scenarios.tsv:\n{}", flaws.join("\n"))),
    }
}

/// Whether a source has a function of that name with a test's attribute.
fn has_test(source: &str, name: &str) -> bool {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let begins = [format!("fn {name}("), format!("async fn {name}(")];
    lines.iter().enumerate().any(|(at, line)| {
        let above = lines[..at].iter().rev().take_while(|line| line.starts_with("#["));
        begins.iter().any(|begin| line.starts_with(begin))
            && above.into_iter().any(|line| line.starts_with("#[test]") || line.starts_with("#[tokio::test"))
    })
}

/// How many there are, file by file.
fn table(all: &[(String, Verdict)]) -> String {
    let mut counts = BTreeMap::<&str, [usize; 5]>::new();
    for (id, verdict) in all {
        let file = id.split("::").next().unwrap_or(id);
        for name in [file, "~"] {
            let row = counts.entry(name).or_default();
            row[0] += 1;
            row[match verdict {
                Verdict::Ours(_) => 1,
                Verdict::Differs(..) => 2,
                Verdict::Not(_) => 3,
                Verdict::Open(_) => 4,
            }] += 1;
        }
    }
    let mut out =
        "| file | scenarios | ours | otherwise on purpose | do not apply | open |\n|---|---|---|---|---|---|\n"
            .to_owned();
    for (name, [all, ours, differs, not, open]) in counts {
        let name = if name == "~" { "together".to_owned() } else { format!("`{name}`") };
        out.push_str(&format!("| {name} | {all} | {ours} | {differs} | {not} | {open} |\n"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::pin;
    use boto_core::config::{parse as parse_file, Dialect, Profiles};
    use std::{collections::BTreeSet, path::Path};

    #[test]
    fn every_test_that_is_named_exists() {
        check(&read().unwrap()).unwrap();
        assert!(!has_test("#[test]\nfn other() {}\nfn name() {}", "name"));
        assert!(has_test("#[tokio::test]\n#[ignore]\n    async fn name() {}", "name"));
    }

    #[test]
    fn the_figures_of_the_documentation_are_these() {
        let text = fs::read_to_string(root().join("docs/scenarios.md")).unwrap();
        let table = table(&read().unwrap());
        assert!(text.contains(&table), "docs/scenarios.md should have\n{table}");
    }

    /// The tests of a file of Python, `Class::test` or `test`.
    fn tests_of(source: &str) -> Vec<String> {
        let (mut class, mut found) = (String::new(), Vec::new());
        for line in source.lines() {
            let name = |rest: &str| rest.split(['(', ':']).next().unwrap_or_default().to_owned();
            if let Some(rest) = line.strip_prefix("class ") {
                class = name(rest) + "::";
            } else if let Some(rest) = line.strip_prefix("def ") {
                class.clear();
                found.extend(rest.starts_with("test_").then(|| name(rest)));
            } else if let Some(rest) = line.strip_prefix("    def ").filter(|rest| rest.starts_with("test_")) {
                found.push(class.clone() + &name(rest));
            }
        }
        found
    }

    #[test]
    #[ignore = "needs the pinned source: cargo xtask test"]
    fn every_test_of_the_pin_is_listed() {
        let folder = pin::source("botocore").unwrap().join("tests/unit");
        let files = ["credentials", "config_provider", "configloader", "tokens", "session"];
        let mut theirs = BTreeSet::new();
        for file in files.map(|file| format!("test_{file}.py")) {
            let source = fs::read_to_string(folder.join(&file)).unwrap();
            theirs.extend(tests_of(&source).into_iter().map(|test| format!("{file}::{test}")));
        }
        let ours: BTreeSet<String> =
            read().unwrap().into_iter().map(|(id, _)| id).filter(|id| !id.starts_with("smithy-rs")).collect();
        let missing: Vec<_> = theirs.difference(&ours).collect();
        let gone: Vec<_> = ours.difference(&theirs).collect();
        assert!(missing.is_empty() && gone.is_empty(), "not listed: {missing:#?}\nnot there: {gone:#?}");
        assert_eq!(theirs.len(), 377);
    }

    #[test]
    #[ignore = "needs the pinned source: cargo xtask test"]
    fn settings_of_the_pin_are_all_known() {
        let folder = pin::source("botocore").unwrap().join("botocore");
        let list = fs::read_to_string(root().join("boto-core/src/config/tests/settings.txt")).unwrap();
        let words: BTreeSet<&str> = list.split([' ', '|', '\n', '.']).collect();
        let source = fs::read_to_string(folder.join("configprovider.py")).unwrap();
        let mut count = 0;
        for table in
            ["BOTOCORE_DEFAUT_SESSION_VARIABLES = {", "DEFAULT_S3_CONFIG_VARS = {", "DEFAULT_PROXIES_CONFIG_VARS = {"]
        {
            let (_, rest) = source.split_once(table).unwrap();
            for quoted in rest.split("\n}").next().unwrap().lines().filter(|l| !l.trim().starts_with('#')) {
                for name in quoted.split('\'').skip(1).step_by(2) {
                    let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && !name.is_empty();
                    let known = words.contains(name) || words.contains(&*format!("s3_{name}"));
                    // The defaults of settings stand there too.
                    let default =
                        ["auto", "regional", "standard", "legacy", "preferred", "user_agent_appid"].contains(&name);
                    assert!(
                        !is_name || known || default || name.chars().all(|c| c.is_ascii_digit()),
                        "{name} ({quoted})"
                    );
                    count += 1;
                }
            }
        }
        assert!(count > 100, "{count}");
        let options = fs::read_to_string(root().join("boto-core/src/config/tests/config.rs")).unwrap();
        let source = fs::read_to_string(folder.join("config.py")).unwrap();
        let (_, rest) = source.split_once("OPTION_DEFAULTS = OrderedDict(").unwrap();
        let names: Vec<&str> = rest.split("\n    )").next().unwrap().split("('").skip(1).collect();
        for name in &names {
            let name = name.split('\'').next().unwrap();
            assert!(options.contains(&format!("(\"{name}\", &[")), "{name}");
        }
        assert!(names.len() >= 30, "{names:?}");
    }

    #[test]
    #[ignore = "needs the pinned source: cargo xtask test"]
    fn files_of_the_pin_read_as_there() {
        let folder = pin::source("botocore").unwrap().join("tests/unit/cfg");
        #[rustfmt::skip]
        let rows: &[(&str, Result<&[&str], &str>)] = &[
            ("aws_bad_profile", Ok(&["default", "my profile", "personal1"])),
            ("aws_config", Ok(&["default", "personal"])),
            ("aws_config_bad", Err(":1: expected a section")),
            ("aws_config_badbytes", Err("not valid UTF-8")),
            ("aws_config_nested", Ok(&["default"])),
            ("aws_config_nested_bad", Err(":5: expected a nested property")),
            ("aws_config_nocreds", Ok(&["default"])),
            ("aws_config_other", Ok(&["default", "personal"])),
            ("aws_credentials", Err(":1: expected a section")),
            ("aws_services_config", Ok(&["default"])),
            ("aws_sso_session_config", Ok(&["default"])),
            ("aws_third_config", Ok(&["default", "third"])),
            ("boto_config", Ok(&[])),
            ("boto_config_empty", Ok(&[])),
            ("foo_config", Ok(&["default", "foo"])),
        ];
        let there: BTreeSet<_> =
            fs::read_dir(&folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        assert_eq!(there, rows.iter().map(|(name, _)| (*name).to_owned()).collect());
        for (name, wanted) in rows {
            let bytes = fs::read(folder.join(name)).unwrap();
            let read = parse_file(&bytes, &Path::new(name).into(), Dialect::Aws).map(|d| Profiles::new(Some(d), None));
            match (read, wanted) {
                (Ok(found), Ok(names)) => assert_eq!(found.names().collect::<Vec<_>>(), *names, "{name}"),
                (Err(error), Err(part)) => assert!(error.to_string().contains(part), "{name}: {error}"),
                (found, wanted) => panic!("{name}: {found:?} instead of {wanted:?}"),
            }
        }
    }
}
