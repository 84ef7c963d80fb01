//! From the pinned models to `archive.bin` and `partitions.bin`: facts only, the same bytes every time.

use super::{archive, dictionary, first, models, pin, root};
use boto_model::pack::{self, Tables};
use boto_model::{document::Json, import};
use std::path::{Path, PathBuf};
use std::{fs, sync::Mutex};

/// A service of the pinned models.
struct Source {
    name: String,
    /// Oldest first.
    versions: Vec<String>,
    folder: PathBuf,
}

/// Makes the tables and says what they amount to.
pub fn main() -> Result<(), String> {
    let data = pin::source("botocore")?.join("botocore/data");
    let sources = sources(&data)?;
    let digested =
        in_parallel(&sources, |s| import::folder(&s.name, &s.folder).map_err(|e| format!("{}: {e}", s.name)))?;
    let endpoints =
        import::endpoints(&json(&data.join("endpoints.json"))?).map_err(|e| format!("endpoints.json: {e}"))?;
    let partitions =
        import::partitions(&json(&data.join("partitions.json"))?).map_err(|e| format!("partitions.json: {e}"))?;

    let dictionary = dictionary::make(&digested);
    let packed = in_parallel(&digested, |tables| {
        let bytes = pack::write(tables.clone());
        Ok((archive::deflate(&bytes, &dictionary), bytes.len()))
    })?;
    let endpoints = boto_model::legacy::write(&endpoints);
    let mut entries = vec![archive::Entry {
        name: boto_model::archive::ENDPOINTS,
        versions: &[],
        compressed: archive::deflate(&endpoints, &dictionary),
        length: endpoints.len(),
    }];
    entries.extend(sources.iter().zip(packed).map(|(source, (compressed, length))| archive::Entry {
        name: &source.name,
        versions: &source.versions,
        compressed,
        length,
    }));
    let bytes = archive::write(&mut entries, &dictionary);
    write("archive.bin", &bytes)?;
    write("partitions.bin", &boto_model::partitions::write(&partitions))?;
    nested(&digested)?;
    resources()?;
    let operations: usize = digested.iter().map(|t| t.operations.len()).sum();
    let shapes: usize = digested.iter().map(|t| t.shapes.len()).sum();
    println!("{} services, {operations} operations, {shapes} shapes: {} bytes", sources.len(), bytes.len());
    Ok(())
}

/// The operations that finding credentials takes; boto-core carries their tables.
const NESTED: &[(&str, &[&str])] = &[
    ("signin", &["CreateOAuth2Token"]),
    ("sso", &["GetRoleCredentials"]),
    ("sso-oidc", &["CreateToken"]),
    ("sts", &["AssumeRole", "AssumeRoleWithWebIdentity"]),
];

/// Operations that others lean on: tables of a program that does not name them do not hold them. Without endpoint rules,
/// which are those of the service at hand.
const COMPANIONS: &[(&str, &[&str])] = &[
    ("dynamodb", &["DescribeEndpoints"]),
    ("s3", &["CreateSession", "HeadBucket"]),
    ("timestream-query", &["DescribeEndpoints"]),
    ("timestream-write", &["DescribeEndpoints"]),
];

/// The resource definitions of the pinned boto3, latest version each, and those of the first object layer; minified and
/// deflated.
fn resources() -> Result<(), String> {
    let data = pin::source("boto3")?.join("boto3/data");
    let mut lines = String::new();
    for name in folders(&data)? {
        let folder = data.join(&name);
        let latest = folders(&folder)?.into_iter().rev().map(|v| folder.join(v).join("resources-1.json"));
        let Some(path) = latest.into_iter().find(|path| path.is_file()) else { continue };
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let json: serde_json::Value = serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
        lines.push_str(&format!("{name} {json}\n"));
    }
    for (name, document) in first::documents()? {
        lines.push_str(&format!("{name}:first {document}\n"));
    }
    write("resources.bin", &miniz_oxide::deflate::compress_to_vec(lines.as_bytes(), 10))
}

fn nested(digested: &[Tables]) -> Result<(), String> {
    let all = NESTED.iter().map(|row| (row, false)).chain(COMPANIONS.iter().map(|row| (row, true)));
    for ((name, operations), bare) in all {
        let found = digested.iter().find(|t| t.metadata.name == *name).ok_or_else(|| format!("no {name}"))?;
        let mut tables = found.clone();
        if bare {
            (tables.rules, tables.paginators, tables.waiters) = (None, Vec::new(), Vec::new());
        }
        let service = boto_model::Service::open(pack::write(tables)).map_err(|e| e.to_string())?;
        let bytes =
            pack::prune(&service, operations).map_err(|missing| format!("{name}: no {}", missing.join(", ")))?;
        let path = root().join("boto-core/tables").join(format!("{name}.bin"));
        fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

fn write(name: &str, bytes: &[u8]) -> Result<(), String> {
    let path = models().join(name);
    fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

fn sources(data: &Path) -> Result<Vec<Source>, String> {
    let mut sources = Vec::new();
    for name in folders(data)? {
        let versions = folders(&data.join(&name))?;
        if let Some(latest) = versions.last() {
            sources.push(Source { folder: data.join(&name).join(latest), name, versions });
        }
    }
    Ok(sources)
}

/// The names of the folders in a folder, sorted.
fn folders(path: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut names: Vec<String> =
        entries.flatten().filter(|e| e.path().is_dir()).filter_map(|e| e.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}

fn json(path: &Path) -> Result<Json, String> {
    let text = fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    Json::parse(&text).map_err(|e| format!("{}: {e}", path.display()))
}

/// Does the work for every item on all processors; the results come in the items' order.
fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> Result<R, String> + Sync) -> Result<Vec<R>, String> {
    let queue = Mutex::new(items.iter().enumerate());
    let results = Mutex::new(Vec::with_capacity(items.len()));
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                // A worker that panicked poisons the locks and fails the command through the scope.
                while let Some((at, item)) = queue.lock().ok().and_then(|mut queue| queue.next()) {
                    let result = work(item);
                    if let Ok(mut results) = results.lock() {
                        results.push((at, result));
                    }
                }
            });
        }
    });
    let mut results = results.into_inner().map_err(|_| "a worker panicked")?;
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}
