//! Tables from the archive, or from a model of the user's own.

use super::{
    errors::{count, did_you_mean, Errors},
    Prose,
};
use boto_model::{
    archive,
    document::{Invalid, Json},
    import::{botocore, smithy},
    infer,
    resource::{self, ResourceSet},
    Service,
};
use proc_macro2::Span;
use std::path::{Component, Path, PathBuf};
use syn::LitStr;

/// A whole service.
pub struct Loaded {
    /// The name one connects by.
    pub name: String,
    /// The tables.
    pub service: Service,
    /// From the archive.
    pub official: bool,
    /// The words of the user's own model.
    pub prose: Option<Prose>,
    /// The user's files that were read.
    pub track: Vec<String>,
    /// The user's definitions of resources, and the file they stand in.
    own_resources: Option<(String, ResourceSet)>,
}

impl Loaded {
    /// The definitions of the service's resources that somebody wrote.
    pub fn resources(&self, span: Span, errors: &mut Errors) -> Option<ResourceSet> {
        if let Some((file, own)) = &self.own_resources {
            for flaw in own.check(&self.service).flaws {
                errors.add(span, format!("{file}: {flaw}"));
            }
            return Some(own.clone());
        }
        if self.official {
            resource::resources(&self.name)
        } else {
            None
        }
    }

    /// The resources that the rules make of the tables.
    pub fn inferred(&self) -> ResourceSet {
        infer::infer(&self.service).set
    }
}

/// Loads a service: a name is looked up in the archive, anything with a slash or `.json` is a path.
pub fn load(service: &LitStr, api_version: Option<&LitStr>, errors: &mut Errors) -> Option<Loaded> {
    let text = service.value();
    if text.contains(['/', '\\']) || text.ends_with(".json") {
        if let Some(version) = api_version {
            errors.add(version.span(), "`api_version` chooses among the versions of the archive; a path has its own");
        }
        match from_path(&text) {
            Ok(loaded) => Some(loaded),
            Err(problem) => {
                errors.add(service.span(), problem);
                None
            }
        }
    } else {
        from_archive(service, &text, api_version, errors)
    }
}

fn from_archive(service: &LitStr, name: &str, version: Option<&LitStr>, errors: &mut Errors) -> Option<Loaded> {
    let Some(opened) = archive::open(name) else {
        errors.add(service.span(), unknown_service(name));
        return None;
    };
    if let Some(version) = version {
        let held = &opened.metadata().api_version;
        if version.value() != **held {
            errors.add(version.span(), unknown_version(name, &version.value(), held));
        }
    }
    Some(Loaded {
        name: name.to_owned(),
        service: opened,
        official: true,
        prose: None,
        track: Vec::new(),
        own_resources: None,
    })
}

fn unknown_service(name: &str) -> String {
    if name.trim().is_empty() {
        return "which service? write its name, as in `service!(\"sqs\")`".to_owned();
    }
    let near = did_you_mean(name, archive::services());
    let number = count(archive::services().count(), "service");
    format!("no service `{name}` among the {number} there are{near}")
}

fn unknown_version(name: &str, wanted: &str, held: &str) -> String {
    if archive::versions(name).contains(&wanted) {
        return format!("version {wanted} of {name} is not in the archive, which holds the newest one, {held}; give the path of a model instead");
    }
    format!("no version `{wanted}` of {name}; the archive holds {held}")
}

/// Reads a model file; relative paths begin at the manifest of the crate that invokes the macro.
fn from_path(text: &str) -> Result<Loaded, String> {
    let base = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let path = straight(&base.join(text));
    let mut track = Vec::new();
    let mut model = read(&path, &mut track)?.ok_or_else(|| format!("no file {}", path.display()))?;
    let mut neighbour = |name: &str| -> Result<Option<Json>, String> {
        let Some(mut found) = read(&beside(&path, &format!("{name}.json")), &mut track)? else { return Ok(None) };
        if let Some(extras) = read(&beside(&path, &format!("{name}.sdk-extras.json")), &mut track)? {
            botocore::apply_extras(&mut found, &extras);
        }
        Ok(Some(found))
    };
    let paginators = neighbour("paginators-1")?;
    let waiters = neighbour("waiters-2")?;
    let rules = neighbour("endpoint-rule-set-1")?;
    if let Some(extras) = read(&beside(&path, "service-2.sdk-extras.json"), &mut track)? {
        botocore::apply_extras(&mut model, &extras);
    }
    let neighbours =
        botocore::Neighbours { paginators: paginators.as_ref(), waiters: waiters.as_ref(), rules: rules.as_ref() };
    let prose = Prose::of(&model);
    let name = service_name(&path);
    let in_file = |error: Invalid| format!("{}: {error}", path.display());
    let table = match smithy::is_smithy(&model) {
        true => smithy::service(&name, &model),
        false => botocore::service(&name, &model, &neighbours),
    };
    let table = table.map_err(in_file)?;
    let service = Service::open(table).map_err(|error| format!("{}: {error}", path.display()))?;
    let own_resources = own_resources(&path, &service, &mut track)?;
    Ok(Loaded { name, service, official: false, prose: Some(prose), track, own_resources })
}

/// The definitions of resources beside a model.
fn own_resources(
    model: &Path,
    service: &Service,
    track: &mut Vec<String>,
) -> Result<Option<(String, ResourceSet)>, String> {
    let path = beside(model, "resources-1.json");
    let Some(text) = contents(&path, track)? else { return Ok(None) };
    let text = String::from_utf8(text).map_err(|error| format!("{}: {error}", path.display()))?;
    let file = path.display().to_string();
    let set = ResourceSet::read(&text, service).map_err(|flaw| format!("{file}: {flaw}"))?;
    Ok(Some((file, set)))
}

/// The path without `.` and `..`, so that errors name the file plainly.
fn straight(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(out.components().next_back(), Some(Component::Normal(_))) => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

/// Reads a JSON file and remembers it; `None` if there is no such file.
fn read(path: &Path, track: &mut Vec<String>) -> Result<Option<Json>, String> {
    let Some(bytes) = contents(path, track)? else { return Ok(None) };
    Json::parse(&bytes).map(Some).map_err(|error| format!("{}: {error}", path.display()))
}

/// Reads a file. A pipe or a device would be read by the compiler once more, and may never end.
fn ordinary(path: &Path) -> std::io::Result<Vec<u8>> {
    match std::fs::metadata(path)? {
        known if known.is_file() || known.is_dir() => std::fs::read(path),
        _ => Err(std::io::Error::other("it is no ordinary file")),
    }
}

/// Reads a file and remembers it; `None` if there is no such file.
fn contents(path: &Path, track: &mut Vec<String>) -> Result<Option<Vec<u8>>, String> {
    match ordinary(path) {
        Ok(bytes) => {
            track.push(path.display().to_string());
            Ok(Some(bytes))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("{} cannot be read: {error}", path.display())),
    }
}

/// The words of a service's model in a directory of models: `sqs.json`, `sqs/service-2.json` or
/// `sqs/2012-11-05/service-2.json`. Documentation is a comfort: without such a file, or with a broken one, there is none.
pub fn prose(directory: &Path, service: &str, version: &str) -> Option<Prose> {
    let folder = directory.join(service);
    let places = [
        directory.join(format!("{service}.json")),
        folder.join("service-2.json"),
        folder.join(version).join("service-2.json"),
    ];
    let bytes = places.iter().find_map(|place| ordinary(place).ok())?;
    Json::parse(&bytes).ok().map(|model| Prose::of(&model))
}

/// The neighbour of a model: `paginators-1.json` beside `service-2.json`, `acme.paginators-1.json` beside `acme.json`.
fn beside(model: &Path, name: &str) -> PathBuf {
    match model.file_stem().and_then(|stem| stem.to_str()) {
        Some("service-2") | None => model.with_file_name(name),
        Some(stem) => model.with_file_name(format!("{stem}.{}", name.trim_start_matches("service-2."))),
    }
}

/// The name one connects by: the file's, or for `sqs/2012-11-05/service-2.json` the folder's.
fn service_name(path: &Path) -> String {
    let parts: Vec<&str> = path.iter().filter_map(|part| part.to_str()).collect();
    let is_date = |part: &&&str| part.starts_with(|c: char| c.is_ascii_digit()) && part.contains('-');
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("service");
    if stem != "service-2" {
        return stem.to_owned();
    }
    let folders = parts.iter().rev().skip(1);
    folders.clone().find(|part| !is_date(part)).filter(|_| folders.len() > 0).map_or(stem, |part| part).to_owned()
}

#[cfg(test)]
mod tests {
    use super::prose;
    use std::{fs, process::Command};

    #[test]
    fn words_are_found_in_three_places_and_never_waited_for() {
        let directory = std::env::temp_dir().join(format!("boto-prose-{}", std::process::id()));
        let folder = directory.join("acme/2020-01-01");
        fs::create_dir_all(&folder).unwrap();
        let write = |place: &str, words: &str| {
            let model = format!(r#"{{"operations": {{"Ring": {{"documentation": "<p>{words}</p>"}}}}}}"#);
            fs::write(directory.join(place), model).unwrap();
        };
        let found = || prose(&directory, "acme", "2020-01-01").and_then(|p| p.operation("Ring").map(str::to_owned));
        assert_eq!(found(), None);
        write("acme/2020-01-01/service-2.json", "by version");
        assert_eq!(found().as_deref(), Some("by version"));
        write("acme/service-2.json", "by folder");
        assert_eq!(found().as_deref(), Some("by folder"));
        // A pipe in the first place: nobody will ever write into it.
        let first = directory.join("acme.json");
        if Command::new("mkfifo").arg(&first).status().is_ok_and(|made| made.success()) {
            assert_eq!(found().as_deref(), Some("by folder"));
            fs::remove_file(&first).unwrap();
        }
        write("acme.json", "by name");
        assert_eq!(found().as_deref(), Some("by name"));
        fs::write(&first, "{ \"operations\": ").unwrap();
        assert_eq!(found(), None);
        fs::remove_dir_all(&directory).unwrap();
    }
}
