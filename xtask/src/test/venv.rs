//! Virtual environments with pinned packages.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// The `bin` directory of an environment with exactly the packages of `tests/servers/<name>.txt` (version and hash of
/// each), made on first use and whenever that file changes.
pub fn ready(root: &Path, work: &Path, name: &str) -> Result<PathBuf, String> {
    let list = root.join("tests/servers").join(format!("{name}.txt"));
    let wanted = std::fs::read_to_string(&list).map_err(|e| format!("{}: {e}", list.display()))?;
    let folder = work.join(format!("{name}-venv"));
    let stamp = folder.join("installed.txt");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(folder.join("bin"));
    }
    println!("installing {name} into {}", folder.display());
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    let mut pip = Command::new(folder.join("bin/python"));
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r"]);
    run(pip.arg(&list))?;
    std::fs::write(&stamp, wanted).map_err(|e| format!("{}: {e}", stamp.display()))?;
    Ok(folder.join("bin"))
}

fn run(command: &mut Command) -> Result<(), String> {
    let output =
        command.output().map_err(|e| format!("cannot run {}: {e}", command.get_program().to_string_lossy()))?;
    if output.status.success() {
        return Ok(());
    }
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Err(format!("{command:?} failed:\n{out}{err}"))
}
