//! Building and measuring, in `target/bench-build`.

use crate::check_all::children_seconds;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

/// What a build costs.
#[derive(Clone)]
pub struct Cost {
    /// CPU-seconds, user and system, of all processes.
    pub seconds: f64,
    /// The peak memory of the largest compiler process.
    pub memory_mb: u64,
}

/// Where programs are written and built.
pub struct Bench {
    root: PathBuf,
    work: PathBuf,
}

impl Bench {
    /// Makes the working directory.
    pub fn new() -> Result<Bench, String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let root = root.canonicalize().map_err(|error| error.to_string())?;
        let work = root.join("target/bench-build");
        fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
        Ok(Bench { root, work })
    }

    /// A manifest with these dependencies. They are built as those from a registry are, which never is incremental; cargo
    /// would do otherwise for those named by a path.
    pub fn manifest(&self, dependencies: &str) -> String {
        let dependencies = dependencies.replace("{core}", &self.root.join("boto-core").display().to_string());
        format!(
            "[package]\nname = \"program\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[workspace]\n\n\
             [profile.dev.package.\"*\"]\nincremental = false\n\n[profile.release]\nstrip = true\n\n[dependencies]\n{dependencies}"
        )
    }

    /// Writes a program.
    pub fn write(&self, name: &str, manifest: &str, source: &str) -> Result<(), String> {
        let folder = self.work.join(name);
        let write = |path: PathBuf, text: &str| fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()));
        fs::create_dir_all(folder.join("src")).map_err(|error| error.to_string())?;
        write(folder.join("Cargo.toml"), manifest)?;
        write(folder.join("src/main.rs"), source)
    }

    /// Writes a file beside `main.rs`, for it to include.
    pub fn write_beside(&self, name: &str, file: &str, text: &str) -> Result<(), String> {
        let path = self.folder(name).join("src").join(file);
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// The folder of a program.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.work.join(name)
    }

    /// Downloads what a program needs.
    pub fn fetch(&self, name: &str) -> Result<(), String> {
        self.run(self.cargo(name, &["fetch"])).map(|_| ())
    }

    /// Builds a program from nothing.
    pub fn clean_build(&self, name: &str, options: &[&str]) -> Result<Cost, String> {
        let target = self.work.join(name).join("target");
        if target.exists() {
            fs::remove_dir_all(&target).map_err(|error| format!("{}: {error}", target.display()))?;
        }
        self.build(name, options)
    }

    /// Builds what is not built yet.
    pub fn build(&self, name: &str, options: &[&str]) -> Result<Cost, String> {
        self.run(self.cargo(name, &[&["build", "--offline"], options].concat()))
    }

    /// Builds the program's own crate anew, with this source, its dependencies being built.
    pub fn rebuild(&self, name: &str, source: &str) -> Result<Cost, String> {
        let main = self.work.join(name).join("src/main.rs");
        fs::write(&main, source).map_err(|error| format!("{}: {error}", main.display()))?;
        let incremental = self.work.join(name).join("target/debug/incremental");
        let _ = fs::remove_dir_all(incremental);
        let mut command = self.cargo(name, &["rustc", "--offline", "--"]);
        // Something new for cargo to see, so that it builds even what has not changed.
        command.arg(format!("--cfg=run_{}", std::time::UNIX_EPOCH.elapsed().map_or(0, |now| now.as_nanos())));
        self.run(command)
    }

    /// Seconds that the expansion of the line takes, all of the crate's expansions being this one.
    pub fn expansion(&self, name: &str, line: &str) -> Result<f64, String> {
        let main = self.work.join(name).join("src/main.rs");
        fs::write(&main, format!("{line}\nfn main() {{}}\n"))
            .map_err(|error| format!("{}: {error}", main.display()))?;
        let mut command = self.cargo(name, &["rustc", "--offline", "--profile", "check", "--", "-Ztime-passes"]);
        command.env("RUSTC_BOOTSTRAP", "1");
        command.arg(format!("--cfg=run_{}", std::time::UNIX_EPOCH.elapsed().map_or(0, |now| now.as_nanos())));
        let output = command.output().map_err(|error| error.to_string())?;
        let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        let pass = text.lines().rev().find(|line| line.ends_with("\tmacro_expand_crate"));
        pass.and_then(|line| line.split_whitespace().nth(1)?.trim_end_matches(';').parse().ok())
            .ok_or_else(|| format!("no time of the expansion in:\n{text}"))
    }

    /// Builds boto-macros from nothing.
    pub fn clean_build_of_macros(&self) -> Result<Cost, String> {
        let target = self.work.join("macros");
        let _ = fs::remove_dir_all(&target);
        let mut command = Command::new(env!("CARGO"));
        command.current_dir(&self.root).args(["build", "-p", "boto-macros", "--target-dir"]).arg(&target);
        self.run(command)
    }

    /// How many packages a program is made of, itself included.
    pub fn crates(&self, name: &str) -> Result<usize, String> {
        let output = self
            .cargo(name, &["tree", "--offline", "--prefix", "none", "-e", "normal,build", "--no-dedupe"])
            .output()
            .map_err(|error| error.to_string())?;
        let text = String::from_utf8_lossy(&output.stdout);
        let mut names: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        names.sort_unstable();
        names.dedup();
        Ok(names.len())
    }

    /// The size of the stripped release binary.
    pub fn binary_bytes(&self, name: &str) -> Result<u64, String> {
        let path = self.work.join(name).join("target/release/program");
        fs::metadata(&path).map(|data| data.len()).map_err(|error| format!("{}: {error}", path.display()))
    }

    fn cargo(&self, name: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO"));
        command.current_dir(self.work.join(name)).args(arguments).env_remove("RUSTFLAGS");
        command.env("CARGO_TARGET_DIR", self.work.join(name).join("target"));
        command
    }

    fn run(&self, mut command: Command) -> Result<Cost, String> {
        let before = children_seconds();
        let shown = format!("{command:?}");
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{shown}: {error}"))?;
        let reader = child.stderr.take().map(|mut pipe| {
            thread::spawn(move || {
                let mut text = Vec::new();
                let _ = std::io::Read::read_to_end(&mut pipe, &mut text);
                String::from_utf8_lossy(&text).into_owned()
            })
        });
        let (success, memory_mb) = wait(&mut child)?;
        let text = reader.and_then(|reader| reader.join().ok()).unwrap_or_default();
        if !success {
            return Err(format!("{shown} failed:\n{text}"));
        }
        Ok(Cost { seconds: children_seconds() - before, memory_mb })
    }
}

/// Waits, looking at the memory of the compilers that cargo runs.
fn wait(cargo: &mut Child) -> Result<(bool, u64), String> {
    let children = PathBuf::from(format!("/proc/{0}/task", cargo.id()));
    let mut peak_kb = 0;
    loop {
        if let Some(status) = cargo.try_wait().map_err(|error| error.to_string())? {
            return Ok((status.success(), peak_kb / 1024));
        }
        let tasks = fs::read_dir(&children).into_iter().flatten().flatten();
        for list in tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok()) {
            for id in list.split_whitespace() {
                let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
                let line = status.lines().find(|line| line.starts_with("VmHWM:"));
                let kb = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
                peak_kb = peak_kb.max(kb.unwrap_or(0));
            }
        }
        thread::sleep(Duration::from_millis(20));
    }
}
