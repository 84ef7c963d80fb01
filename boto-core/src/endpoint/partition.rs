//! `aws.partition`: which partition a region belongs to.

use super::pattern::Pattern;
use crate::order::sort_by_text;
use boto_model::rules::{Partition, Partitions};
use std::sync::{Arc, OnceLock};

/// The partitions, ready to be asked.
#[derive(Debug)]
pub struct Atlas {
    partitions: Box<[Partition]>,
    patterns: Box<[Option<Pattern>]>,
    /// Every region known by name, sorted, with the index of its partition.
    regions: Box<[(Box<str>, u8)]>,
}

impl Atlas {
    /// The partitions of AWS.
    pub fn shared() -> &'static Arc<Atlas> {
        static AWS: OnceLock<Arc<Atlas>> = OnceLock::new();
        AWS.get_or_init(|| Arc::new(Atlas::new(boto_model::partitions::partitions())))
    }

    /// Makes the partitions ready. A pattern that cannot be parsed matches nothing; its regions are still known by name.
    pub fn new(partitions: &Partitions) -> Atlas {
        let partitions = partitions.partitions.clone();
        let patterns = partitions.iter().map(|p| Pattern::parse(&p.region_regex)).collect();
        let mut regions: Vec<(Box<str>, u8)> = Vec::new();
        for (i, partition) in partitions.iter().enumerate().take(usize::from(u8::MAX)) {
            regions.extend(partition.regions.iter().map(|r| (Box::from(&**r), i as u8)));
        }
        sort_by_text(&mut regions, |(region, _)| region);
        Atlas { partitions, patterns, regions: regions.into() }
    }

    /// The partition of a region: by its name, else by the partitions' patterns, else the first partition.
    pub fn partition(&self, region: &str) -> Option<&Partition> {
        self.known(region).or_else(|| self.partitions.first())
    }

    /// The partition of a region, unless neither name nor pattern is known.
    pub fn known(&self, region: &str) -> Option<&Partition> {
        if let Ok(at) = self.regions.binary_search_by(|(name, _)| (**name).cmp(region)) {
            return self.partitions.get(usize::from(self.regions[at].1));
        }
        // No region is that long; the limit keeps absurd input cheap.
        if region.len() > 63 {
            return None;
        }
        let fits = |pattern: &Option<Pattern>| pattern.as_ref().is_some_and(|p| p.matches(region));
        self.patterns.iter().position(fits).map(|at| &self.partitions[at])
    }

    /// Whether a host (a port may follow) is one of AWS's own.
    pub fn owns(&self, authority: &str) -> bool {
        let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host).to_ascii_lowercase();
        let within = |suffix: &str| host.strip_suffix(suffix).is_some_and(|rest| rest.ends_with('.'));
        self.partitions.iter().any(|p| within(&p.dns_suffix) || within(&p.dual_stack_dns_suffix))
    }

    /// All partitions, the default one first.
    pub fn partitions(&self) -> &[Partition] {
        &self.partitions
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_is_in_the_partition_its_pattern_says() {
        let atlas = Atlas::shared();
        assert!(atlas.partitions().len() >= 8);
        assert!(atlas.patterns.iter().all(Option::is_some));
        for (partition, pattern) in atlas.partitions.iter().zip(&atlas.patterns) {
            assert!(!partition.dns_suffix.is_empty() && !partition.implicit_global_region.is_empty());
            for region in &partition.regions {
                assert_eq!(atlas.known(region).unwrap().id, partition.id);
                let fits = pattern.as_ref().unwrap().matches(region);
                assert!(fits || region.ends_with("-global"), "{region}");
            }
        }
    }

    #[test]
    fn hosts_of_aws() {
        let atlas = Atlas::shared();
        for host in ["s3.us-west-2.amazonaws.com", "b.s3.cn-north-1.amazonaws.com.cn:443", "sqs.us-east-1.api.aws"] {
            assert!(atlas.owns(host), "{host}");
        }
        for host in ["foo.com", "localhost:4566", "evilamazonaws.com", "amazonaws.com.evil.org", "[::1]:9000"] {
            assert!(!atlas.owns(host), "{host}");
        }
    }

    #[test]
    fn unknown_regions() {
        let atlas = Atlas::shared();
        for (region, partition) in [
            ("us-newest-9", "aws"),
            ("cn-west-2", "aws-cn"),
            ("us-gov-north-1", "aws-us-gov"),
            ("us-isof-west-7", "aws-iso-f"),
            ("eusc-de-west-1", "aws-eusc"),
            ("mars-east-1", "aws"),
            ("", "aws"),
        ] {
            assert_eq!(atlas.partition(region).unwrap().id, partition, "{region}");
        }
        assert!(atlas.known("mars-east-1").is_none());
        assert!(atlas.known(&"a".repeat(100_000)).is_none());
    }
}
