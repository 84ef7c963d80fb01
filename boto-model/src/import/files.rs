//! Models in files: a folder as botocore lays them out, or one document of either kind.

use super::botocore::{self, apply_extras, Neighbours};
use super::{smithy, Invalid, Json};
use crate::pack::{self, Tables};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Packs the service of one document, a Smithy model or botocore's `service-2.json` (without neighbours).
///
/// # Errors
/// Where it is no JSON or no model.
pub fn document(name: &str, text: &[u8]) -> Result<Vec<u8>, Invalid> {
    let document = Json::parse(text)?;
    if smithy::is_smithy(&document) {
        return smithy::service(name, &document);
    }
    botocore::service(name, &document, &Neighbours::default())
}

/// The tables of the service in a folder like `sqs/2012-11-05`: `service-2.json`, beside it `paginators-1.json`,
/// `waiters-2.json` and `endpoint-rule-set-1.json` where they are, each with its `….sdk-extras.json` merged in. Every
/// file may be compressed, `….json.gz`, as installed copies of botocore have them (with the feature `archive` or
/// `resources`).
///
/// # Errors
/// Files that are missing, unreadable or malformed, by their name.
pub fn folder(name: &str, path: &Path) -> Result<Tables, Invalid> {
    folder_through(name, path, &|path| std::fs::read(path))
}

/// Reads a whole file.
pub type ReadFile<'a> = &'a dyn Fn(&Path) -> std::io::Result<Vec<u8>>;

/// The same, for a file system of one's own.
///
/// # Errors
/// As [`folder`].
pub fn folder_through(name: &str, folder: &Path, files: ReadFile<'_>) -> Result<Tables, Invalid> {
    let missing = || Invalid::new(folder.display().to_string(), "no service-2.json");
    let model = with_extras(files, folder, "service-2")?.ok_or_else(missing)?;
    let paginators = with_extras(files, folder, "paginators-1")?;
    let waiters = with_extras(files, folder, "waiters-2")?;
    let rules = with_extras(files, folder, "endpoint-rule-set-1")?;
    let neighbours = Neighbours { paginators: paginators.as_ref(), waiters: waiters.as_ref(), rules: rules.as_ref() };
    botocore::tables(name, &model, &neighbours).map_err(|error| {
        // Which of the files it is in, is found out by leaving the others away.
        let alone = [
            ("paginators-1", Neighbours { paginators: neighbours.paginators, ..Neighbours::default() }),
            ("waiters-2", Neighbours { waiters: neighbours.waiters, ..Neighbours::default() }),
            ("endpoint-rule-set-1", Neighbours { rules: neighbours.rules, ..Neighbours::default() }),
        ];
        let fails = |neighbours: &Neighbours<'_>| botocore::tables(name, &model, neighbours).is_err();
        let culprit = match fails(&Neighbours::default()) {
            true => "service-2",
            false => alone.iter().find(|(_, neighbours)| fails(neighbours)).map_or("service-2", |(stem, _)| stem),
        };
        Invalid::new(folder.join(format!("{culprit}.json")).display().to_string(), error.to_string())
    })
}

/// The same, packed.
///
/// # Errors
/// As [`folder`].
pub fn packed_folder(name: &str, path: &Path) -> Result<Vec<u8>, Invalid> {
    folder(name, path).map(pack::write)
}

fn with_extras(files: ReadFile<'_>, folder: &Path, stem: &str) -> Result<Option<Json>, Invalid> {
    let Some(mut document) = read(files, folder, stem)? else { return Ok(None) };
    if let Some(extras) = read(files, folder, &format!("{stem}.sdk-extras"))? {
        apply_extras(&mut document, &extras);
    }
    Ok(Some(document))
}

/// A document by its name without `.json`; none if there is no such file.
fn read(files: ReadFile<'_>, folder: &Path, stem: &str) -> Result<Option<Json>, Invalid> {
    let Some((path, text)) = read_text(files, folder, stem)? else { return Ok(None) };
    Json::parse(&text).map(Some).map_err(|e| Invalid::new(path.display().to_string(), e.to_string()))
}

/// The text of a document by its name without `.json`, compressed or not, and its path; none if there is no such file.
///
/// # Errors
/// Files that are unreadable, by their name.
pub fn read_text(files: ReadFile<'_>, folder: &Path, stem: &str) -> Result<Option<(PathBuf, Vec<u8>)>, Invalid> {
    for (extension, unpack) in FORMATS {
        let path = folder.join(format!("{stem}.{extension}"));
        let named = |problem: String| Invalid::new(path.display().to_string(), problem);
        let bytes = match files(&path) {
            Ok(bytes) => bytes,
            Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => continue,
            Err(e) => return Err(named(e.to_string())),
        };
        let text = unpack(bytes).ok_or_else(|| named("cannot be decompressed".to_owned()))?;
        return Ok(Some((path, text)));
    }
    Ok(None)
}

type Format = (&'static str, fn(Vec<u8>) -> Option<Vec<u8>>);

#[cfg(any(feature = "archive", feature = "resources"))]
const FORMATS: [Format; 2] = [("json", Some), ("json.gz", gunzip)];
#[cfg(not(any(feature = "archive", feature = "resources")))]
const FORMATS: [Format; 1] = [("json", Some)];

/// Inflates a gzip file of one member (RFC 1952), as far as models go.
#[cfg(any(feature = "archive", feature = "resources"))]
fn gunzip(bytes: Vec<u8>) -> Option<Vec<u8>> {
    /// The largest model has twelve megabytes.
    const LIMIT: usize = 256 << 20;
    let header = bytes.get(..10).filter(|h| h.starts_with(&[0x1f, 0x8b, 8]))?;
    let flags = header[3];
    let mut rest = &bytes[10..];
    if flags & 4 != 0 {
        let length = usize::from(u16::from_le_bytes([*rest.first()?, *rest.get(1)?]));
        rest = rest.get(2 + length..)?;
    }
    // The name and the comment, each up to a zero.
    for flag in [8, 16] {
        if flags & flag != 0 {
            rest = rest.get(rest.iter().position(|b| *b == 0)? + 1..)?;
        }
    }
    if flags & 2 != 0 {
        rest = rest.get(2..)?;
    }
    miniz_oxide::inflate::decompress_to_vec_with_limit(rest, LIMIT).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_with_its_extras() {
        let folder = std::env::temp_dir().join(format!("boto-model-files-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
        write("service-2.json", r#"{"operations": {"Go": {}}, "shapes": {"A": {"type": "string"}}}"#);
        write("service-2.sdk-extras.json", r#"{"merge": {"metadata": {"serviceId": "Acme"}}}"#);
        write("waiters-2.json", r#"{"waiters": {"Gone": {"operation": "Go", "delay": 1, "maxAttempts": 2}}}"#);
        let tables = super::folder("acme", &folder);
        write("waiters-2.json", r#"{"waiters": {"Gone": {"operation": "Go"}}}"#);
        let wrong = super::folder("acme", &folder).unwrap_err();
        write("waiters-2.json", "{");
        let broken = super::folder("acme", &folder).unwrap_err();
        std::fs::remove_dir_all(&folder).unwrap();
        let gone = super::folder("acme", &folder).unwrap_err();
        let tables = tables.unwrap();
        assert_eq!((&*tables.metadata.service_id, tables.waiters.len()), ("Acme", 1));
        assert!(broken.path.ends_with("waiters-2.json"), "{broken}");
        assert!(wrong.path.ends_with("waiters-2.json") && wrong.problem.contains("delay is missing"), "{wrong}");
        assert_eq!(gone.problem, "no service-2.json");
    }

    #[cfg(any(feature = "archive", feature = "resources"))]
    #[test]
    fn compressed_files_are_inflated() {
        let body = miniz_oxide::deflate::compress_to_vec(b"{}", 6);
        let mut named = vec![0x1f, 0x8b, 8, 8 | 4, 0, 0, 0, 0, 0, 3, 2, 0, b'x', b'y'];
        named.extend_from_slice(b"a.json\0");
        named.extend_from_slice(&body);
        assert_eq!(gunzip(named.clone()), Some(b"{}".to_vec()));
        assert!((0..named.len() - 1).all(|length| gunzip(named[..length].to_vec()).is_none()));
    }

    #[test]
    fn documents_of_both_kinds_are_told_apart() {
        assert!(document("x", br#"{"operations": {}}"#).is_ok());
        assert_eq!(document("x", br#"{"smithy": "2.0", "shapes": {}}"#).unwrap_err().problem, "no service \"x\"");
    }
}
