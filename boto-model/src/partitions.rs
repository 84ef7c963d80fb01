//! The partitions of AWS, which every program needs: some kilobytes that are always there.

#[cfg(feature = "import")]
use crate::pack::Out;
use crate::pack::{Reader, Source};
use crate::rules::{Partition, Partitions};
use std::sync::OnceLock;

static PACKED: &[u8] = include_bytes!("../models/partitions.bin");

/// The partitions of the pinned models, in their order; the first is the default.
pub fn partitions() -> &'static Partitions {
    static PARTITIONS: OnceLock<Partitions> = OnceLock::new();
    PARTITIONS.get_or_init(|| read(PACKED).unwrap_or_default())
}

/// Reads what [`write`](fn@write) made; `None` if the bytes are corrupt.
fn read(packed: &'static [u8]) -> Option<Partitions> {
    let partitions = Reader::whole(Source::literal(packed)).list(|r| {
        let flags = r.byte()?;
        Some(Partition {
            id: r.text()?,
            region_regex: r.text()?,
            dns_suffix: r.text()?,
            dual_stack_dns_suffix: r.text()?,
            implicit_global_region: r.text()?,
            supports_fips: flags & 1 != 0,
            supports_dual_stack: flags & 2 != 0,
            regions: r.texts()?,
        })
    })?;
    Some(Partitions { partitions })
}

/// Packs partitions; what stands in `models/partitions.bin`.
#[cfg(feature = "import")]
pub fn write(partitions: &Partitions) -> Vec<u8> {
    let mut out = Out::default();
    out.record(|out| {
        out.list(&partitions.partitions, |out, p| {
            out.byte(u8::from(p.supports_fips) | u8::from(p.supports_dual_stack) << 1);
            out.text(&p.id);
            out.text(&p.region_regex);
            out.text(&p.dns_suffix);
            out.text(&p.dual_stack_dns_suffix);
            out.text(&p.implicit_global_region);
            out.texts(&p.regions);
        });
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_partitions_of_the_pin_are_all_there() {
        let partitions = &partitions().partitions;
        assert_eq!((&*partitions[0].id, &*partitions[0].dns_suffix), ("aws", "amazonaws.com"));
        assert!(partitions[0].regions.iter().any(|r| r == "eu-central-1"));
        let china = partitions.iter().find(|p| p.id == "aws-cn").unwrap();
        assert_eq!(china.dual_stack_dns_suffix, "api.amazonwebservices.com.cn");
        assert!(partitions.iter().all(|p| p.supports_fips && !p.region_regex.is_empty()));
    }

    #[test]
    fn corrupt_bytes_read_as_nothing() {
        assert!((0..PACKED.len()).all(|length| read(&PACKED[..length]).is_none()));
    }
}
