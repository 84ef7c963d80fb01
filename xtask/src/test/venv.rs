//! Virtual environments with pinned packages.

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

/// The `bin` directory of an environment with exactly the packages of `tests/servers/<name>.txt` (version and hash of
/// each), made on first use and whenever that file changes.
pub fn ready(root: &Path, work: &Path, name: &str) -> Result<PathBuf, String> {
    let list = root.join("tests/servers").join(format!("{name}.txt"));
    let wanted = std::fs::read_to_string(&list).map_err(|e| format!("{}: {e}", list.display()))?;
    let folder = work.join(format!("{name}-venv"));
    let stamp = folder.join("installed.txt");
    let installed = || std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted);
    if installed() {
        return Ok(folder.join("bin"));
    }
    let _lock = Lock::take(work.join(format!("{name}-venv.lock")));
    if installed() {
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

/// Tests are processes of their own, and two of them may want the same environment.
struct Lock(PathBuf);

impl Lock {
    /// Waits for whoever has it, but not for one who has died.
    fn take(path: PathBuf) -> Lock {
        let begun = Instant::now();
        while std::fs::create_dir(&path).is_err() && begun.elapsed() < Duration::from_secs(300) {
            std::thread::sleep(Duration::from_millis(100));
        }
        Lock(path)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir(&self.0);
    }
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
