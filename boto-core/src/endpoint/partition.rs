//! `aws.partition`: which partition a region belongs to.

use super::pattern::Pattern;
use boto_model::rules::{Partition, Partitions};

/// The partitions, ready to be asked.
#[derive(Debug)]
pub struct Atlas {
    partitions: Box<[Partition]>,
    patterns: Box<[Option<Pattern>]>,
    /// Every region known by name, sorted, with the index of its partition.
    regions: Box<[(Box<str>, u8)]>,
}

impl Atlas {
    /// Makes the partitions ready. A pattern that cannot be parsed matches nothing; its regions are still known by name.
    pub fn new(partitions: &Partitions) -> Atlas {
        let partitions = partitions.partitions.clone();
        let patterns = partitions.iter().map(|p| Pattern::parse(&p.region_regex)).collect();
        let mut regions: Vec<(Box<str>, u8)> = Vec::new();
        for (i, partition) in partitions.iter().enumerate().take(usize::from(u8::MAX)) {
            regions.extend(partition.regions.iter().map(|r| (Box::from(&**r), i as u8)));
        }
        regions.sort();
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

    /// All partitions, the default one first.
    pub fn partitions(&self) -> &[Partition] {
        &self.partitions
    }
}
