//! The commands of the README: what a newcomer types first must work.

use std::{path::Path, process::Command};

/// The `cargo run …` lines of the README's shell blocks, in order.
pub fn commands(root: &Path) -> Result<Vec<String>, String> {
    let text = std::fs::read_to_string(root.join("README.md")).map_err(|e| format!("README.md: {e}"))?;
    let found = in_text(&text);
    if found.is_empty() {
        return Err("README.md shows no `cargo run` command in a ```sh block".to_owned());
    }
    Ok(found)
}

/// The process of such a command (no quoting: the README has no need of it).
pub fn process(root: &Path, command: &str) -> Command {
    let mut words = command.split_whitespace();
    let mut process = Command::new(words.next().unwrap_or_default());
    process.args(words).current_dir(root);
    process
}

fn in_text(text: &str) -> Vec<String> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in text.lines() {
        if line.starts_with("```") {
            inside = line == "```sh";
        } else if inside && line.starts_with("cargo run ") {
            found.push(line.split(" #").next().unwrap_or(line).trim().to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_stand_in_shell_blocks() {
        let text = "cargo run no\n```sh\ngit clone x\ncargo run -p a   # why\ncargo xtask test\n```\n```rust\ncargo run no\n```\n";
        assert_eq!(in_text(text), ["cargo run -p a"]);
    }
}
