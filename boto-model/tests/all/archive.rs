//! The archive: everything in it opens, and every reference in it leads somewhere.

use boto_model::{archive, Service, ShapeId};

/// Decodes all that a service has and follows every reference.
fn check(service: &Service) {
    let name = &service.metadata().name;
    let exists = |id: &ShapeId| assert!((id.0 as usize) < service.shape_count(), "{name}: {id:?}");
    for (index, known) in service.operation_names().enumerate() {
        let operation = service.operation_at(index);
        assert_eq!(operation.name, known, "{name}");
        assert_eq!(service.operation_index(known), Some(index), "{name}");
        operation.input.iter().chain(&operation.output).chain(&operation.errors).for_each(exists);
    }
    for id in (0..service.shape_count() as u32).map(ShapeId) {
        let shape = service.shape(id);
        assert!(!shape.name.is_empty(), "{name}: {id:?} does not decode");
        assert_eq!(shape.name, service.shape_name(id), "{name}");
        shape.references().for_each(|id| exists(&id));
    }
    service.exceptions().iter().for_each(exists);
    assert!(service.rules().is_some(), "{name}");
    assert!(service.waiters().iter().all(|w| service.operation(&w.operation).is_some()), "{name}");
}

#[test]
fn every_service_of_the_archive_is_whole() {
    let names: Vec<&str> = archive::services().collect();
    assert_eq!(names.len(), 439);
    assert!(names.is_sorted());
    let mut operations = 0;
    for name in names {
        let service = archive::open(name).unwrap();
        assert_eq!(service.metadata().name, name);
        assert_eq!(Some(&&*service.metadata().api_version), archive::versions(name).last(), "{name}");
        check(&service);
        operations += service.operation_count();
    }
    assert_eq!(operations, 19_796);
}

#[test]
fn what_is_no_service_does_not_open() {
    for name in ["", "sqss", "SQS", archive::ENDPOINTS] {
        assert!(archive::open(name).is_none(), "{name}");
    }
    assert!(archive::versions("sqss").is_empty());
    assert_eq!(archive::versions("cloudsearch"), ["2011-02-01", "2013-01-01"]);
}

#[test]
fn paginators_and_waiters_of_well_known_services_are_there() {
    let s3 = archive::open("s3").unwrap();
    let list = s3.paginator("ListObjectsV2").unwrap();
    assert_eq!((&*list.input_tokens[0], &*list.output_tokens[0]), ("ContinuationToken", "NextContinuationToken"));
    assert_eq!(s3.waiter("bucket_exists").unwrap().operation, "HeadBucket");
    let rds = archive::open("rds").unwrap();
    let copy = rds.shape(rds.operation("CopyDBSnapshot").unwrap().input.unwrap()).structure().unwrap();
    assert!(copy.member("SourceRegion").is_some(), "the extras of the model are merged in");
}

#[test]
fn the_legacy_table_knows_the_regions_of_services() {
    let endpoints = archive::legacy_endpoints();
    let aws = &endpoints.partitions[0];
    assert_eq!((&*aws.id, aws.defaults.hostname.as_deref()), ("aws", Some("{service}.{region}.{dnsSuffix}")));
    let iam = aws.services.iter().find(|s| s.prefix == "iam").unwrap();
    assert_eq!((iam.partition_endpoint.as_deref(), iam.regionalized), (Some("aws-global"), false));
    let (_, global) = iam.endpoints.iter().find(|(name, _)| name == "aws-global").unwrap();
    assert_eq!(global.scope_region.as_deref(), Some("us-east-1"));
}

#[cfg(feature = "import")]
#[test]
fn a_pruned_service_has_the_same_operations_with_the_same_shapes() {
    use boto_model::pack;
    let ec2 = archive::open("ec2").unwrap();
    let wanted = ["DescribeInstances", "RunInstances", "TerminateInstances"];
    let few = Service::open(pack::prune(&ec2, &wanted).unwrap()).unwrap();
    assert_eq!(few.operation_names().collect::<Vec<_>>(), wanted);
    assert_eq!(few.shape_count(), ec2.closure(&wanted).len());
    assert_eq!(few.rules(), ec2.rules());
    check(&few);
    for name in wanted {
        let (a, b) = (ec2.operation(name).unwrap(), few.operation(name).unwrap());
        same_tree(&ec2, a.input.unwrap(), &few, b.input.unwrap(), &mut Vec::new());
        same_tree(&ec2, a.output.unwrap(), &few, b.output.unwrap(), &mut Vec::new());
    }
}

/// Both shapes are the same but for the numbers of what they refer to, all the way down.
#[cfg(feature = "import")]
fn same_tree(a: &Service, x: ShapeId, b: &Service, y: ShapeId, seen: &mut Vec<ShapeId>) {
    if seen.contains(&x) {
        return;
    }
    seen.push(x);
    let (left, right) = (a.shape(x), b.shape(y));
    assert_eq!((&left.name, left.min, left.max), (&right.name, right.min, right.max));
    for (m, n) in left.members().iter().zip(right.members()) {
        assert_eq!(boto_model::Member { target: n.target, ..m.clone() }, *n);
    }
    assert_eq!(left.references().count(), right.references().count());
    left.references().zip(right.references()).for_each(|(x, y)| same_tree(a, x, b, y, seen));
}
