//! The algorithms, each as a running state.

use super::md5::Md5;
use base64::{engine::general_purpose::STANDARD, Engine};
use ring::digest;

/// A checksum algorithm.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Algorithm {
    /// CRC-32 of IEEE 802.3.
    Crc32,
    /// CRC-32C (Castagnoli).
    Crc32c,
    /// CRC-64/NVME, the default of S3 itself.
    Crc64Nvme,
    /// SHA-1.
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-512.
    Sha512,
    /// MD5.
    Md5,
}

use Algorithm::{Crc32, Crc32c, Crc64Nvme, Md5 as Md5Sum, Sha1, Sha256, Sha512};

impl Algorithm {
    /// All of them, in the order in which a response's checksums are preferred: the cheap before the dear.
    pub const ALL: [Algorithm; 7] = [Crc64Nvme, Crc32c, Crc32, Sha1, Sha256, Sha512, Md5Sum];

    /// The algorithm of that name, as models and configuration write it (`CRC32`, in any case).
    pub fn from_name(name: &str) -> Option<Algorithm> {
        Algorithm::ALL.into_iter().find(|a| a.name().eq_ignore_ascii_case(name))
    }

    /// `CRC32`.
    pub fn name(self) -> &'static str {
        match self {
            Crc32 => "CRC32",
            Crc32c => "CRC32C",
            Crc64Nvme => "CRC64NVME",
            Sha1 => "SHA1",
            Sha256 => "SHA256",
            Sha512 => "SHA512",
            Md5Sum => "MD5",
        }
    }

    /// `x-amz-checksum-crc32`.
    pub fn header(self) -> &'static str {
        match self {
            Crc32 => "x-amz-checksum-crc32",
            Crc32c => "x-amz-checksum-crc32c",
            Crc64Nvme => "x-amz-checksum-crc64nvme",
            Sha1 => "x-amz-checksum-sha1",
            Sha256 => "x-amz-checksum-sha256",
            Sha512 => "x-amz-checksum-sha512",
            Md5Sum => "x-amz-checksum-md5",
        }
    }

    /// The checksum of bytes in memory, in base64 as headers carry it.
    pub fn base64(self, bytes: &[u8]) -> String {
        let mut checksum = Checksum::new(self);
        checksum.update(bytes);
        checksum.base64()
    }
}

/// A checksum in the making.
pub struct Checksum(State);

enum State {
    Crc32(crc32fast::Hasher),
    Crc32c(u32),
    Crc64(crc64fast_nvme::Digest),
    Sha(Box<digest::Context>),
    Md5(Box<Md5>),
}

impl Checksum {
    /// Over nothing yet.
    pub fn new(algorithm: Algorithm) -> Checksum {
        Checksum(match algorithm {
            Crc32 => State::Crc32(crc32fast::Hasher::new()),
            Crc32c => State::Crc32c(0),
            Crc64Nvme => State::Crc64(crc64fast_nvme::Digest::new()),
            Sha1 => State::Sha(Box::new(digest::Context::new(&digest::SHA1_FOR_LEGACY_USE_ONLY))),
            Sha256 => State::Sha(Box::new(digest::Context::new(&digest::SHA256))),
            Sha512 => State::Sha(Box::new(digest::Context::new(&digest::SHA512))),
            Md5Sum => State::Md5(Box::default()),
        })
    }

    /// Goes on over these bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        match &mut self.0 {
            State::Crc32(state) => state.update(bytes),
            State::Crc32c(state) => *state = crc32c::crc32c_append(*state, bytes),
            State::Crc64(state) => state.write(bytes),
            State::Sha(state) => state.update(bytes),
            State::Md5(state) => state.update(bytes),
        }
    }

    /// The checksum, most significant byte first.
    pub fn bytes(self) -> Vec<u8> {
        match self.0 {
            State::Crc32(state) => state.finalize().to_be_bytes().to_vec(),
            State::Crc32c(state) => state.to_be_bytes().to_vec(),
            State::Crc64(state) => state.sum64().to_be_bytes().to_vec(),
            State::Sha(state) => state.finish().as_ref().to_vec(),
            State::Md5(state) => state.finish().to_vec(),
        }
    }

    /// The checksum in base64, as headers carry it.
    pub fn base64(self) -> String {
        STANDARD.encode(self.bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The check values of the catalogues: `123456789`.
    #[test]
    fn check_values() {
        let hex = |a| {
            let mut checksum = Checksum::new(a);
            checksum.update(b"1234");
            checksum.update(b"");
            checksum.update(b"56789");
            checksum.bytes().iter().map(|b| format!("{b:02x}")).collect::<String>()
        };
        assert_eq!(hex(Crc32), "cbf43926");
        assert_eq!(hex(Crc32c), "e3069283");
        assert_eq!(hex(Crc64Nvme), "ae8b14860a799888");
        assert_eq!(hex(Sha1), "f7c3bc1d808e04732adf679965ccc34ca7ae3441");
        assert_eq!(hex(Sha256), "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225");
        assert_eq!(hex(Md5Sum), "25f9e794323b453885f5181f1b624d0b");
        assert!(hex(Sha512).starts_with("d9e6762dd1c8eaf6"));
    }

    #[test]
    fn names_are_found_in_any_case() {
        assert_eq!(Algorithm::from_name("crc64nvme"), Some(Crc64Nvme));
        assert_eq!(Algorithm::from_name("XXHASH3"), None);
        assert!(Algorithm::ALL.iter().all(|a| a.header() == format!("x-amz-checksum-{}", a.name().to_lowercase())));
    }
}
