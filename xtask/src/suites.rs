//! `cargo xtask suites`: the protocol tests of the pinned botocore through the untyped and the typed face.
//!
//! Writes a crate below `target/` in which `service!` expands the suites' own models, and runs it: typed inputs are filled
//! by serde and encoded, answers are decoded into typed outputs and told by serde. Beside them stands the one service of
//! boto's first object layer that the pinned models have not, from an older release, with the resources it had.

mod cases;

use crate::{
    conformance::{protocols_input, protocols_output},
    expand::macros::names::type_name,
    models::pin,
};
use cases::Model;
use serde_json::Value as Json;
use std::{
    collections::BTreeSet,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What the typed face cannot say, and why.
const TYPED: &[(&str, &str)] = &[
    ("legacy/json/3.1", "the model calls a string what the answer holds as an object"),
    ("legacy/json/6.0", "serde has no streams of events; boto-core's tests read typed ones"),
    ("legacy/rest-xml/14.0", "as before"),
    ("legacy/rest-xml/14.1", "as before"),
];

/// Runs the suites.
pub fn main() -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent directory")?;
    let target = root.join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()));
    let models = cases::read(&pin::source("botocore")?.join("tests/unit/protocols"))?;
    let folder = target.join("typed-suites");
    let cases = write(root, &folder, &models)?;
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "--manifest-path"]).arg(folder.join("Cargo.toml")).arg("--").arg(&cases);
    // The dependencies are those of the workspace, built already.
    let output = cargo.env("CARGO_TARGET_DIR", &target).output().map_err(|e| format!("cargo: {e}"))?;
    if !output.status.success() {
        return Err(format!("the crate of the suites failed:\n{}", String::from_utf8_lossy(&output.stderr)));
    }
    let known: Vec<&(&str, &str)> = protocols_input::DEVIATIONS.iter().chain(protocols_output::DEVIATIONS).collect();
    judge(&String::from_utf8_lossy(&output.stdout), &known)
}

/// Counts, prints what fails, and holds the deviations against what happened.
fn judge(told: &str, known: &[&(&str, &str)]) -> Result<(), String> {
    let mut faults = Vec::new();
    let mut total = 0;
    let mut used = BTreeSet::new();
    for face in ["untyped", "typed"] {
        let (mut passed, mut deviations) = (0, 0);
        for line in told.lines() {
            let case: Json = serde_json::from_str(line).map_err(|e| format!("{line}: {e}"))?;
            let id = case["id"].as_str().unwrap_or_default();
            let listed = |list: &[&(&str, &str)]| list.iter().any(|(name, _)| *name == id);
            let expected = listed(known) || face == "typed" && listed(&TYPED.iter().collect::<Vec<_>>());
            total += 1;
            match (case[face].as_str(), expected) {
                // The same id may name a request and an answer, of which only one deviates.
                (None, _) => passed += 1,
                (Some(_), true) => {
                    deviations += 1;
                    used.insert(id.to_owned());
                }
                (Some(why), false) => faults.push(format!("{id}, {face}: {why}")),
            }
        }
        println!("suites, {face}: {passed} passed, {deviations} known deviations");
    }
    for (id, _) in known.iter().copied().chain(TYPED).filter(|(id, _)| !used.contains(*id)) {
        faults.push(format!("{id} is listed as a deviation but none"));
    }
    if total == 0 {
        faults.push("no case ran".to_owned());
    }
    println!("suites: {total} runs, {} faults", faults.len());
    match faults.is_empty() {
        true => Ok(()),
        false => Err(faults.join("\n")),
    }
}

/// The files of Elastic Transcoder's model, and beside them the definitions that come along.
fn older() -> Result<Vec<(PathBuf, String)>, String> {
    let data = pin::source("botocore/elastictranscoder")?.join("botocore/data");
    let place = Path::new("elastictranscoder/2012-09-25");
    let mut files = Vec::new();
    for name in ["service-2.json", "paginators-1.json", "waiters-2.json"] {
        let file = data.join(place).join(name);
        files.push((place.join(name), fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?));
    }
    let mut documents = boto_model::resource::documents();
    let (_, document) = documents.find(|(name, _)| *name == "elastictranscoder:first").ok_or("no definitions")?;
    files.push((place.join("resources-1.json"), document.to_owned()));
    Ok(files)
}

/// Writes the crate, and the file of its cases.
fn write(root: &Path, folder: &Path, models: &[Model]) -> Result<PathBuf, String> {
    let put = |path: &Path, text: &str| match fs::read_to_string(path).is_ok_and(|old| old == text) {
        true => Ok(()),
        false => fs::write(path, text).map_err(|e| format!("{}: {e}", path.display())),
    };
    for name in ["src", "models"] {
        fs::create_dir_all(folder.join(name)).map_err(|e| format!("{}: {e}", folder.display()))?;
    }
    let (mut modules, mut operations, mut faults, mut cases) =
        (String::new(), String::new(), String::new(), String::new());
    for (number, model) in models.iter().enumerate() {
        let mut json = model.json.clone();
        // Which names the type to connect to.
        json["metadata"]["serviceId"] = format!("Suite{number}").into();
        put(&folder.join(format!("models/{number}.json")), &json.to_string())?;
        let _ = writeln!(modules, "boto_core::service!(\"models/{number}.json\" as m{number});");
        for name in json["operations"].as_object().into_iter().flatten().map(|(name, _)| name) {
            let stem = type_name(name);
            let _ = writeln!(
                operations,
                "    Operation {{ model: {number}, name: {name:?}, tables: m{number}::Suite{number}::tables, \
                 encode: run::encode::<m{number}::types::{stem}Input>, decode: run::decode::<m{number}::types::{stem}Output> }},"
            );
        }
        let reached = |shape: &str| {
            let errors = json["operations"].as_object().into_iter().flatten().flat_map(|(_, o)| o["errors"].as_array());
            errors.flatten().any(|error| error["shape"] == shape)
        };
        let shapes = json["shapes"].as_object().into_iter().flatten();
        for (name, _) in shapes.filter(|(name, shape)| shape["exception"] == true && reached(name)) {
            let stem = type_name(name);
            let _ = writeln!(faults, "    Fault {{ model: {number}, read: run::fault::<m{number}::types::{stem}> }},");
        }
        for case in &model.cases {
            let mut case = case.clone();
            case["model_number"] = number.into();
            let _ = writeln!(cases, "{case}");
        }
    }
    let sources = root.join("xtask");
    let main = format!(
        "#[path = {:?}]\nmod case;\n#[path = {:?}]\nmod older;\n#[path = {:?}]\nmod run;\nuse run::{{Fault, Operation}};\n{modules}\n\
         boto_core::service!(\"models/elastictranscoder/2012-09-25/service-2.json\", resources = all);\n\
         const OPERATIONS: &[Operation] = &[\n{operations}];\nconst FAULTS: &[Fault] = &[\n{faults}];\n\
         fn main() {{\n    older::check();\n    run::main(OPERATIONS, FAULTS);\n}}\n",
        sources.join("src/conformance/case/mod.rs"),
        sources.join("typed-suites/older.rs"),
        sources.join("typed-suites/run.rs"),
    );
    put(&folder.join("src/main.rs"), &main)?;
    let crates = |name: &str| root.join(name);
    for (path, text) in older()? {
        fs::create_dir_all(folder.join("models").join(&path).with_file_name(""))
            .map_err(|e| format!("{}: {e}", folder.display()))?;
        put(&folder.join("models").join(path), &text)?;
    }
    let manifest = format!(
        "[package]\nname = \"typed-suites\"\nedition = \"2021\"\npublish = false\n\n[workspace]\n\n[dependencies]\n\
         boto-core = {{ path = {:?}, features = [\"import\"] }}\nboto-model = {{ path = {:?}, features = [\"import\"] }}\n\
         quick-xml = \"0.38\"\nserde = \"1\"\nserde_json = {{ version = \"1\", features = [\"float_roundtrip\"] }}\n\
         tokio = {{ version = \"1\", default-features = false, features = [\"rt\"] }}\n\n\
         [profile.dev]\ndebug = false\n",
        crates("boto-core"),
        crates("boto-model"),
    );
    put(&folder.join("Cargo.toml"), &manifest)?;
    if !folder.join("Cargo.lock").exists() {
        fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).map_err(|e| format!("Cargo.lock: {e}"))?;
    }
    let file = folder.join("cases.jsonl");
    put(&file, &cases)?;
    Ok(file)
}
