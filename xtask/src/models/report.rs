//! `cargo xtask models report`: what the archive amounts to, and how long it takes to open parts of it.

use super::models;
use boto_model::{archive, pack, Service, ShapeId};
use std::time::{Duration, Instant};

/// Prints counts, sizes and timings of this build.
pub fn main() -> Result<(), String> {
    println!("{} build, microseconds", if cfg!(debug_assertions) { "debug" } else { "release" });
    println!("  {:40} {:>8}", "index and dictionary (once)", micros(once(|| archive::open("sts").is_some())));
    for (name, operations) in [
        ("sqs", &["SendMessage"][..]),
        ("s3", &["GetObject", "PutObject", "ListObjectsV2"]),
        ("dynamodb", &["GetItem", "Query", "PutItem"]),
        ("ec2", &["DescribeInstances", "RunInstances", "TerminateInstances"]),
    ] {
        timings(name, operations)?;
    }
    counts()
}

fn counts() -> Result<(), String> {
    let (mut services, mut operations, mut shapes, mut members) = (0, 0, 0, 0);
    for service in archive::services().filter_map(archive::open) {
        services += 1;
        operations += service.operation_count();
        shapes += service.shape_count();
        members += (0..service.shape_count() as u32).map(|i| service.shape(ShapeId(i)).members().len()).sum::<usize>();
    }
    println!("services {services}, operations {operations}, shapes {shapes}, members {members}");
    for name in ["archive.bin", "partitions.bin"] {
        let path = models().join(name);
        let length = std::fs::metadata(&path).map_err(|e| format!("{}: {e}", path.display()))?.len();
        println!("{name} {length} bytes");
    }
    Ok(())
}

fn timings(name: &str, few: &[&str]) -> Result<(), String> {
    let open = || archive::open(name);
    println!("{name}");
    // Everything after the first opening finds the block inflated; only this line pays for that.
    println!("  {:40} {:>8}", "open, inflating", micros(once(open)));
    let service = open().ok_or_else(|| format!("no service {name:?}"))?;
    println!("  {:40} {:>8}", "open, inflated", micros(best(open)));
    println!("  {:40} {:>8}", "open and decode everything", micros(best(|| open().map(|s| decode_all(&s)))));
    let label = format!("open and prune to {} operations", few.len());
    println!("  {label:40} {:>8}", micros(best(|| open().map(|s| pack::prune(&s, few)))));
    let all: Vec<&str> = service.operation_names().collect();
    let label = format!("open and prune to all {} operations", all.len());
    println!("  {label:40} {:>8}", micros(best(|| open().map(|s| pack::prune(&s, &all)))));
    for operations in [few, &all[..]] {
        let packed = pack::prune(&service, operations).map_err(|e| e.join(", "))?;
        let label = format!("literal of {} operations, {} bytes: open", operations.len(), packed.len());
        println!("  {label:40} {:>8}", micros(best(|| Service::open(packed.clone()))));
    }
    Ok(())
}

fn decode_all(service: &Service) -> usize {
    let operations = (0..service.operation_count()).map(|at| service.operation_at(at).errors.len());
    let members = (0..service.shape_count() as u32).map(|at| service.shape(ShapeId(at)).members().len());
    operations.sum::<usize>() + members.sum::<usize>()
}

fn once<T>(work: impl Fn() -> T) -> Duration {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed()
}

/// The best of twenty, for the machine has other work too.
fn best<T>(work: impl Fn() -> T) -> Duration {
    (0..20).map(|_| once(&work)).min().unwrap_or_default()
}

fn micros(duration: Duration) -> u128 {
    duration.as_micros()
}
