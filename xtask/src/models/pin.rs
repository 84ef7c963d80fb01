//! The pinned source distributions: downloaded once, checked by hash, unpacked below `target/pin`.
//!
//! `botocore/elastictranscoder` is an old release of botocore of which only the files of that service are unpacked.

use super::{models, root};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A line of `boto-model/models/PIN`.
struct Pin {
    version: String,
    sha256: String,
}

/// The folder with the unpacked source distribution of what the pin names, `botocore` or `boto3`.
pub fn source(name: &str) -> Result<PathBuf, String> {
    let pin = pin(name)?;
    let (package, part) = name.split_once('/').map_or((name, None), |(package, part)| (package, Some(part)));
    let folder = root().join("target/pin");
    let unpacked = folder.join(format!("{package}-{}", pin.version));
    let stamp = folder.join(format!("{}.sha256", name.replace('/', "-")));
    if fs::read_to_string(&stamp).is_ok_and(|s| s == pin.sha256) && unpacked.is_dir() {
        return Ok(unpacked);
    }
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let file = folder.join(format!("{package}-{}.tar.gz", pin.version));
    if !matches(&file, &pin.sha256) {
        download(package, &pin, &folder)?;
    }
    if !matches(&file, &pin.sha256) {
        return Err(format!("{}: not the file that boto-model/models/PIN names", file.display()));
    }
    unpack(&file, part, &folder).map_err(|e| format!("{}: {e}", file.display()))?;
    fs::write(&stamp, &pin.sha256).map_err(|e| format!("{}: {e}", stamp.display()))?;
    Ok(unpacked)
}

/// Unpacks all of it, or what lies in folders of that name.
fn unpack(file: &Path, part: Option<&str>, folder: &Path) -> std::io::Result<()> {
    let mut packed = tar::Archive::new(flate2::read::GzDecoder::new(fs::File::open(file)?));
    for entry in packed.entries()? {
        let mut entry = entry?;
        if part.is_none_or(|part| entry.path().is_ok_and(|path| path.iter().any(|name| name == part))) {
            entry.unpack_in(folder)?;
        }
    }
    Ok(())
}

fn pin(package: &str) -> Result<Pin, String> {
    let path = models().join("PIN");
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .find_map(|words| match words[..] {
            [name, version, sha256] if name == package => {
                Some(Pin { version: version.to_owned(), sha256: sha256.to_owned() })
            }
            _ => None,
        })
        .ok_or_else(|| format!("{}: no line for {package}", path.display()))
}

fn matches(file: &PathBuf, sha256: &str) -> bool {
    fs::read(file).is_ok_and(|bytes| {
        let digest = ring::digest::digest(&ring::digest::SHA256, &bytes);
        digest.as_ref().iter().map(|b| format!("{b:02x}")).collect::<String>() == sha256
    })
}

/// Asks pip for the file; it refuses any other than the pinned one.
fn download(package: &str, pin: &Pin, folder: &PathBuf) -> Result<(), String> {
    let requirements = folder.join(format!("{package}.txt"));
    let line = format!("{package}=={} --hash=sha256:{}\n", pin.version, pin.sha256);
    fs::write(&requirements, line).map_err(|e| format!("{}: {e}", requirements.display()))?;
    eprintln!("downloading {package} {}", pin.version);
    let status = Command::new("python3")
        .args(["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--require-hashes"])
        .args(["--no-deps", "--no-binary", ":all:", "--dest"])
        .arg(folder)
        .arg("--requirement")
        .arg(&requirements)
        .status()
        .map_err(|e| format!("python3: {e}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("pip could not download {package} {} (exit {status})", pin.version))
    }
}
