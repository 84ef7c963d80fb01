//! `cargo xtask expand`: what `service!` writes, formatted, from the very same generator.

use proc_macro2::TokenStream;
use std::path::PathBuf;

pub mod macros;

const USAGE: &str = "\
cargo xtask expand SERVICE [OPERATION …]   print what service!(\"SERVICE\", operations = […]) writes
cargo xtask expand '\"sqs\" as queues, …'     the same for any input of service!
cargo xtask expand '#[resource(…)] struct …' what #[derive(Resource)] (or Collection) writes
cargo xtask expand --snapshots             rewrite tests/expand/*.rs";

/// Runs `cargo xtask expand`.
pub fn main(arguments: &[String]) -> Result<(), String> {
    match arguments {
        [] => Err(USAGE.to_owned()),
        [option] if option == "--snapshots" => snapshots(),
        [input] if input.contains("struct ") => derived(input),
        [input] if input.contains('"') => print(input),
        [service] => print(&format!("{service:?}")),
        [service, operations @ ..] => print(&format!("{service:?}, operations = [{}]", operations.join(", "))),
    }
}

fn print(input: &str) -> Result<(), String> {
    let written = expand(input)?;
    println!("{written}");
    Ok(())
}

/// What the derive writes that the struct's attributes are for.
fn derived(input: &str) -> Result<(), String> {
    let tokens: TokenStream = input.parse().map_err(|error| format!("{input}: {error}"))?;
    let derive = match input.contains("#[collection") {
        true => macros::derive::Derive::Collection,
        false => macros::derive::Derive::Resource,
    };
    println!("{}", formatted(macros::derive::expand(tokens, derive))?);
    Ok(())
}

/// The expansion of `service!(input)`, formatted.
pub fn expand(input: &str) -> Result<String, String> {
    let tokens: TokenStream = input.parse().map_err(|error| format!("{input}: {error}"))?;
    formatted(macros::service::expand(tokens))
}

fn formatted(written: TokenStream) -> Result<String, String> {
    let file = syn::parse2(written).map_err(|error| format!("the expansion is no Rust: {error}"))?;
    Ok(prettyplease::unparse(&file))
}

/// Rewrites every snapshot from the input in its first line.
fn snapshots() -> Result<(), String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/expand");
    for entry in std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let shown = path.display();
        let old = std::fs::read_to_string(&path).map_err(|error| format!("{shown}: {error}"))?;
        let head = old.lines().next().unwrap_or_default();
        let input = head.strip_prefix("// service!(").and_then(|rest| rest.strip_suffix(");"));
        let input = input.ok_or_else(|| format!("{shown}: the first line is not `// service!(…);`"))?;
        let new = format!("{head}\n{}", expand(input)?);
        if new != old {
            std::fs::write(&path, new).map_err(|error| format!("{shown}: {error}"))?;
            println!("{shown}: rewritten");
        }
    }
    Ok(())
}
