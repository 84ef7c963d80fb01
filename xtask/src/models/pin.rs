//! The pinned source distributions: downloaded once, checked by hash, unpacked below `target/pin`.
//!
//! `botocore/elastictranscoder` is an old release of botocore of which only the files of that service are unpacked.

use super::{models, root};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Mutex,
};

/// A line of `boto-model/models/PIN`.
struct Pin {
    version: String,
    sha256: String,
}

/// The folder with the unpacked source distribution of what the pin names, `botocore` or `boto3`.
///
/// Many processes may ask at once: each makes its own in a folder of its own, and whoever is first puts it in place.
pub fn source(name: &str) -> Result<PathBuf, String> {
    // The folder is the process's own; its threads take turns.
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock();
    let pin = pin(name)?;
    let (package, part) = name.split_once('/').map_or((name, None), |(package, part)| (package, Some(part)));
    let folder = root().join("target/pin");
    let unpacked = folder.join(format!("{package}-{}", pin.version));
    if is_whole(&unpacked, &pin) {
        return Ok(unpacked);
    }
    let own = folder.join(format!(".{}-{}", name.replace('/', "-"), std::process::id()));
    let made = make(package, part, &pin, &folder, &own).and_then(|made| {
        match fs::rename(&made, &unpacked) {
            _ if is_whole(&unpacked, &pin) => Ok(()),
            // What is in the way is of another pin, or not whole.
            Err(_) if unpacked.is_dir() => fs::remove_dir_all(&unpacked).and_then(|()| fs::rename(&made, &unpacked)),
            outcome => outcome,
        }
        .map_err(|e| format!("{}: {e}", unpacked.display()))
    });
    let _ = fs::remove_dir_all(&own);
    made.map(|()| unpacked)
}

/// Whether that folder holds all that the pin names.
fn is_whole(unpacked: &Path, pin: &Pin) -> bool {
    fs::read_to_string(unpacked.join(STAMP)).is_ok_and(|stamp| stamp == pin.sha256)
}

/// In an unpacked folder: the hash of what it was unpacked from.
const STAMP: &str = ".sha256";

/// Unpacks the source into a folder of one's own, downloading it before if it is not there.
fn make(package: &str, part: Option<&str>, pin: &Pin, folder: &Path, own: &Path) -> Result<PathBuf, String> {
    let at = |path: &Path| format!("{}: ", path.display());
    fs::create_dir_all(own).map_err(|e| at(own) + &e.to_string())?;
    let file = folder.join(format!("{package}-{}.tar.gz", pin.version));
    if !matches(&file, &pin.sha256) {
        download(package, pin, own)?;
        let downloaded = own.join(file.file_name().unwrap_or_default());
        if !matches(&downloaded, &pin.sha256) {
            return Err(at(&downloaded) + "not the file that boto-model/models/PIN names");
        }
        fs::rename(&downloaded, &file).map_err(|e| at(&file) + &e.to_string())?;
    }
    unpack(&file, part, own).map_err(|e| at(&file) + &e.to_string())?;
    let made = own.join(format!("{package}-{}", pin.version));
    fs::write(made.join(STAMP), &pin.sha256).map_err(|e| at(&made) + &e.to_string())?;
    Ok(made)
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

fn matches(file: &Path, sha256: &str) -> bool {
    fs::read(file).is_ok_and(|bytes| {
        let digest = ring::digest::digest(&ring::digest::SHA256, &bytes);
        digest.as_ref().iter().map(|b| format!("{b:02x}")).collect::<String>() == sha256
    })
}

/// Asks pip for the file; it refuses any other than the pinned one.
fn download(package: &str, pin: &Pin, folder: &Path) -> Result<(), String> {
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
