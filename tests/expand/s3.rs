// service!("s3", operations = [GetObject, PutObject, ListObjectsV2, SelectObjectContent]);
///Amazon Simple Storage Service: connection, call and types.
#[allow(
    dead_code,
    deprecated,
    missing_debug_implementations,
    missing_copy_implementations,
    non_camel_case_types,
    non_snake_case,
    non_upper_case_globals,
    unreachable_pub,
    unnameable_types,
    unused_imports,
    unused_qualifications,
    unused_results,
    unused_lifetimes,
    single_use_lifetimes,
    unit_bindings,
    variant_size_differences,
    trivial_casts,
    trivial_numeric_casts,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::restriction,
    clippy::cargo
)]
pub mod s3 {
    use ::boto_core::__private as boto;
    static OPENED: boto::Table = boto::Table::new(
        b"bto\x01\x04\x98\x01\xc0\x01\xd7\x01\x15\x01\xe2\x99\x01\x08-\x1f\x1do\xb5\x02\x0c\x02\x03\x02\x03\x0e\x03\x03\x03\x03\x03\x03\x03\x11\x02\x02\x02\x05\x03\x0b\x0b\x8e\x03\x02\x03\x03\x02\x03\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x02\x19\x03\x02\x02\x02\x02\x03\x02\x02\x022\x06\x0d\x0f\x02\x02!\x05.\x03\x03\x19\x03\x08\x08\x03\x03\x10)B\xaa\x01\x03\x08\x02\x02\x07\x03\x03 \x06T\x03\x0e-\x19\x17\x033\x0c\x03\x03\x0f\x03\x03\x14\x12\x03\x0b\x13\xb6\x03\x85\x01\x03\x03\x03\x03\x03\x03\x03\x0f\x8a\x01\x15\x19\x13\x1d8\x03\x08\x11\x17\x1d*\x11\x03\x03\x02\x03\x03\x03\x11\x14\x1a\x0f\x0e \x14\x10\x14\x03\x03#D\x16\x15\x1c\x03\x03\x03\x18\x1c\x15\x0c\x06\x03\x14\x11\x06/-\x0c\x0e\x11\x0e\x0c\x13\x1b\x04\x0d\x0e\x11\x0c\x0e\x0e\x0b\x10\x0f\x11\x0c\x14\x0b\x10\x07\x0f\x0c\x07\x0b\x09)\x13\x04\n\x0c\x0d\x14\x15\x18\x13\x15\x15\x12\x17\x16\x18\x0c\x12\x0f\x0f\x0b\x07\x17\x1c\x08+/\x15\x0e\x19\x19\x13\x1f \x09\x0c\x11\n\x0d\x0b\x04\x17\x14\x0e\x0e\x03\x0c\x0e\x0d\x02\x03\x10\x09\x05\x06\x06\x04\x06\x03\x08\x07\x09\x0d\x1a\x08\x0f\x0d\x11\x05\x14\x1a\x17\x17\x13\x0f\n\x09\x0c\x0c\x10\x07\x0e\x13\x0b\x10\x0d\x13\x10\x10\x0c\x0c\x1f\x0b\x13\x11\n\x08\x16#\x1c\x1c*+\x08\x12\x0b\n\x13\x07\x0c\x08\n\x04\x0f\x0b\x09\x0f\x18\x02\x03\n\x18\x08\x0e\x08\x15\x05\x0b\x02\x13\x11\n\x10\x09\x0c\x0d\x10$\n\x0e\x0f\x12\x13\x09\x03\x0f\x04\x0e\x08\x1a\x04\x0b\x05\x07\x05\x08\x07\"\xa9\x01\x142006-03-01\xa9\x01\x04S3:Amazon Simple Storage Service\x12Amazon S3\x1as3-2006-03-01\x04\x01\x04\xa9\x01\x01\x1caws.auth#sigv4 s3.amazonaws.com\x05\x14Accelerate\x01<DisableMultiRegionAccessPoints\x016DisableS3ExpressSessionAuth\x01\x1cForcePathStyle\x01\x18UseArnRegion\x01\x01\x07\xc3\x01\x01\x8f\x01\x01\xc1\x02;\x02\xbb\x02\xbd\x02\x95\x01\x02\x11\x09\0z\x06\x06\x07\x0c\x08\x0e\n\x11\x17\x13\x1e\x0c\x1b\x1b\x05\x0d\x0d\x0f\x0c\x07\x04\x06\x09\x0c)\x08\x03\x04\x09\x12\x06\x03\x09\x04\x07\x09\x0b\x15\x05\x0b\x09\x0d\x1d;\x0f\x03)\x09\x1f$\x1a\x1b\x1e\x02\x08\x10\x0b\x0b*\x11\x0c\x0c\x11\x09\x0f\x10\x04=\x06\x0b\x10\x04\x0d\n\x02\x09\x13\x09\x19\x0e\x0e\x0f\x040\x0c\x09\x07\x07\x10\x0b\x0d\x0f,/\x062\x0d( \x1d\x0f\x09SL\x18\x14%\x0c\x08Vh\x0d\x09\x0b\x09$\x1a\x1a\x10\x1f\x15\x0bBucketRegionUseFIPSUseDualStackEndpointForcePathStyleAccelerateUseGlobalEndpointUseObjectLambdaEndpointDisableAccessPointsDisableMultiRegionAccessPointsUseArnRegionUseS3ExpressControlEndpointDisableS3ExpressSessionAuthisSetbooleanEqualsaws.partitionpartitionResultstringEqualsgetAttrnameaws-cnsubstringbucketSuffixS3Express does not support S3 Accelerate.parseURLurlisIpuriEncodeuri_encoded_bucketscheme://authoritypathbackendS3ExpressauthSchemesdisableDoubleEncodingsigv4signingNames3expresssigningRegionaws.isVirtualHostableS3BucketS3Express bucket name is not a valid virtual hostable name.sigv4-s3expressnothttps://s3express-control-fips.dualstack.dnsSuffixhttps://s3express-control-fips.https://s3express-control.dualstack.https://s3express-control.s3expressAvailabilityZoneIds3expressAvailabilityZoneDelim--https://.s3express-fips-.dualstack..s3express-Unrecognized S3Express bucket name format.accessPointSuffixhardwareTyperegionPrefixbucketAliasSuffixoutpostIdregionPartitionisValidHostLabelbetaExpected a endpoint to be specified but no endpoint was foundsigv4as3-outpostssigningRegionSet.op-.s3-outposts.aws-globals3us-east-1.s3-fips.dualstack..s3-fips..s3-accelerate.dualstack..s3.dualstack.normalizedPath.s3-accelerate..s3.Invalid region: region was not a valid DNS name.aws.parseArnbucketArnarnTypeservices3-object-lambdaaccesspointresourceId[1]accessPointNameS3 Object Lambda does not support Dual-stackS3 Object Lambda does not support S3 AccelerateregionAccess points are not supported for this operationresourceId[2]Invalid configuration: region from ARN `` does not match client region `` and UseArnRegion is `false`bucketPartitionaccountIdInvalid ARN: The access point name may only contain a-z, A-Z, 0-9 and `-`. Found: `Invalid ARN: The account id may only contain a-z, A-Z, 0-9 and `-`. Found: `Invalid region in ARN: `` (invalid DNS name)Client was configured for partition `` but ARN (``) has `Invalid ARN: The ARN may only contain a single resource component after `accesspoint`.Invalid ARN: Expected a resource of the format `accesspoint:<accesspoint name>` but no name was providedmrapPartitionpartitionoutpostTypearnPrefixhttps://s3-fips.dualstack.us-east-1.https://s3-fips.dualstack.https://s3-fips.us-east-1.https://s3-fips.https://s3.dualstack.us-east-1.https://s3.dualstack.https://s3.\x11\0\x01\0\x01\x03\0\x16AWS::Region\x07\x05\x01\x18AWS::UseFIPS\x01\x07\x07\x01\"AWS::UseDualStack\x01\x01\x09\0\x1aSDK::Endpoint\x07\x0b\x01.AWS::S3::ForcePathStyle\x01\x07\x0d\x01&AWS::S3::Accelerate\x01\x07\x0f\x014AWS::S3::UseGlobalEndpoint\x01\0\x11\x01\0\x06Key\0\0\x0cPrefix\0\0\x14CopySource\0\0\x13\x01\x07\x15\x01NAWS::S3::DisableMultiRegionAccessPoints\x01\x01\x17\x01*AWS::S3::UseArnRegion\0\x19\x01\0\x1b\x01\x02\0\x01\x1d\x01\x05\x03\0\x0c\x02\x02\x1f\x02\x05\x0d\x02\0\x1f\x02\x05\x05\x02\0\0FAccelerate cannot be used with FIPS\x02\x02\x1f\x02\x05\x07\x02\0\x1d\x01\x05\x09\0\0xCannot set dual-stack in combination with a custom endpoint.\x02\x02\x1d\x01\x05\x09\0\x1f\x02\x05\x05\x02\0\0\\A custom endpoint cannot be combined with FIPS\x02\x02\x1d\x01\x05\x09\0\x1f\x02\x05\x0d\x02\0\0nA custom endpoint cannot be combined with S3 Accelerate\x02\x03\x1f\x02\x05\x05\x02\0!\x01\x05\x03\x01#%\x02\x07'\x02\x05#\0)\0+\0\0>Partition does not support FIPS\0\x03\x1d\x01\x05\x01\0-\x04\x05\x01\x03\0\x03\x0c\x02\x01/%\x02\x05/\0\x0c--x-s3\0\x05\x02\x01\x1f\x02\x05\x0d\x02\0\01\0\x02\x1d\x01\x05\x09\03\x01\x05\x09\x015\x04\0\x02\x1d\x01\x05\x1b\0\x1f\x02\x05\x1b\x02\0\x03\0\x01\x1f\x02\x07'\x02\x055\07\x02\0\x01\0\x019\x01\x05\x01\x01;\x01\x01\0\x06\x06\x025=\0?\x025A\0\x02/\x01;\x025C\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\0\x01U\x02\x05\x01\x01\0\x01\x01\0\x06\x06\x025=\0?\x01\x01\0\x02.\x025A\x025C\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x02\0\0W\0\x01\x1f\x02\x07'\x02\x055\07\x02\0\x01\0\x019\x01\x05\x01\x01;\x01\x01\0\x06\x06\x025=\0?\x025A\0\x02/\x01;\x025C\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\0\x01U\x02\x05\x01\x01\0\x01\x01\0\x06\x06\x025=\0?\x01\x01\0\x02.\x025A\x025C\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x02\0\0W\0\x02\x1d\x01\x05\x19\0\x1f\x02\x05\x19\x02\0\x01\0\x01!\x01\x05\x03\x01#\x01\0\x029\x01\x05\x01\x01;[\x01\x07\x1d\x01\x05\x09\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x06\0]\x01\x03\0\x02.\x02#_\0\x02/\x01;\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x06\0a\x01\x03\0\x02.\x02#_\0\x02/\x01;\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x06\0c\x01\x03\0\x02.\x02#_\0\x02/\x01;\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x06\0e\x01\x03\0\x02.\x02#_\0\x02/\x01;\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\0\x01U\x02\x05\x01\x01\0\x01\0\x01!\x01\x05\x03\x01#\x07\0\x02\x1d\x01\x05\x1b\0\x1f\x02\x05\x1b\x02\0\x06\0\x03-\x04\x05\x01\x03\x0c\x03\x1c\x02\x01g-\x04\x05\x01\x03\x1c\x03 \x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0c\x03\x1e\x02\x01g-\x04\x05\x01\x03\x1e\x03\"\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0c\x03&\x02\x01g-\x04\x05\x01\x03&\x03*\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0c\x03(\x02\x01g-\x04\x05\x01\x03(\x03,\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0c\x034\x02\x01g-\x04\x05\x01\x034\x038\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x02\0\0u\0\x03-\x04\x05\x01\x03\x0c\x03\x1c\x02\x01g-\x04\x05\x01\x03\x1c\x03 \x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0c\x03\x1e\x02\x01g-\x04\x05\x01\x03\x1e\x03\"\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0c\x03&\x02\x01g-\x04\x05\x01\x03&\x03*\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0c\x03(\x02\x01g-\x04\x05\x01\x03(\x03,\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0c\x034\x02\x01g-\x04\x05\x01\x034\x038\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x02\0\0u\x02\0\0W\0\x03\x1d\x01\x05\x01\0-\x04\x05\x01\x03\0\x03\x0e\x02\x01w%\x02\x05w\0\x0e--xa-s3\0\x04\x02\x01\x1f\x02\x05\x0d\x02\0\01\0\x02\x1d\x01\x05\x09\03\x01\x05\x09\x015\x04\0\x02\x1d\x01\x05\x1b\0\x1f\x02\x05\x1b\x02\0\x03\0\x01\x1f\x02\x07'\x02\x055\07\x02\0\x01\0\x019\x01\x05\x01\x01;\x01\x01\0\x06\x06\x025=\0?\x025A\0\x02/\x01;\x025C\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\0\x01U\x02\x05\x01\x01\0\x01\x01\0\x06\x06\x025=\0?\x01\x01\0\x02.\x025A\x025C\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x02\0\0W\0\x01\x1f\x02\x07'\x02\x055\07\x02\0\x01\0\x019\x01\x05\x01\x01;\x01\x01\0\x06\x06\x025=\0?\x025A\0\x02/\x01;\x025C\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\0\x01U\x02\x05\x01\x01\0\x01\x01\0\x06\x06\x025=\0?\x01\x01\0\x02.\x025A\x025C\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x02\0\0W\0\x01U\x02\x05\x01\x01\0\x01\0\x01!\x01\x05\x03\x01#\x07\0\x02\x1d\x01\x05\x1b\0\x1f\x02\x05\x1b\x02\0\x06\0\x03-\x04\x05\x01\x03\x0e\x03\x1e\x02\x01g-\x04\x05\x01\x03\x1e\x03\"\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0e\x03 \x02\x01g-\x04\x05\x01\x03 \x03$\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0e\x03(\x02\x01g-\x04\x05\x01\x03(\x03,\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0e\x03*\x02\x01g-\x04\x05\x01\x03*\x03.\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0e\x036\x02\x01g-\x04\x05\x01\x036\x03:\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x02\0\0u\0\x03-\x04\x05\x01\x03\x0e\x03\x1e\x02\x01g-\x04\x05\x01\x03\x1e\x03\"\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0e\x03 \x02\x01g-\x04\x05\x01\x03 \x03$\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0e\x03(\x02\x01g-\x04\x05\x01\x03(\x03,\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0e\x03*\x02\x01g-\x04\x05\x01\x03*\x03.\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\0\x03-\x04\x05\x01\x03\x0e\x036\x02\x01g-\x04\x05\x01\x036\x03:\x02\x01i%\x02\x05i\0k\0\x04\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0o\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0o\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\x01\0s\x01g\0q\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\x01\0s\x01g\0\x02.\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0YO\0\0QS\0\x06\x01\x01\x03\0\x02\0\0u\x02\0\0W\0\x03[\x01\x07\x1d\x01\x05\x01\0\x1d\x01\x05\x19\0\x1f\x02\x05\x19\x02\0\x01\0\x01!\x01\x05\x03\x01#\x05\x01\x02\x1d\x01\x05\x09\03\x01\x05\x09\x015\x06\x04\x025=\0?\x025A\x025C\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x04\0]\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x04\0a\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x04\0c\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x04\0e\x01\x03\0\x02.\x02#_\x02E\0\0GI\x01\x01\x02\x04K\0\x02)\0\0MO\0\0QS\0\x06\x01\x01\x03\0\0\x07\x1d\x01\x05\x01\0-\x04\x05\x01\x03b\x03d\x02\x01y-\x04\x05\x01\x03\x10\x03\x18\x02\x01{-\x04\x05\x01\x03\0\x03\x0e\x02\x01}-\x04\x05\x01\x03@\x03b\x02\x01\x7f!\x01\x05\x03\x01\x81\x01%\x02\x05}\0\x0e--op-s3\0\x02\0\x01\x83\x01\x02\x05\x7f\x01\0\x02\0\x01U\x02\x05\x01\x01\0\x03\0\x01%\x02\x05y\0\x02e\0\x02\0\x01%\x02\x05{\0\x85\x01\0\x02\x02\x01[\x01\x07\x1d\x01\x05\x09\0\0\x87\x01\x01\x02\x1d\x01\x05\x09\03\x01\x05\x09\x015\x06\x04\0m\x01\x01\0\n.ec2.\x025A\x01I\x01\x02\x02\x04K\0\x02)\0\0\x89\x01O\0\0\x8b\x01\x8d\x01\x01\x01\0\0\x02*\x02\x04K\0\x02)\0\0MO\0\0\x8b\x01S\0\x06\x01\x01\x03\0\x01\0\x06\x06\0m\x01\x01\0\".ec2.s3-outposts.\x01\x03\0\x02.\x02\x81\x01_\x01I\x01\x02\x02\x04K\0\x02)\0\0\x89\x01O\0\0\x8b\x01\x8d\x01\x01\x01\0\0\x02*\x02\x04K\0\x02)\0\0MO\0\0\x8b\x01S\0\x06\x01\x01\x03\0\0\x01%\x02\x05y\0\x02o\0\x02\0\x01%\x02\x05{\0\x85\x01\0\x02\x02\x01[\x01\x07\x1d\x01\x05\x09\0\0\x87\x01\x01\x02\x1d\x01\x05\x09\03\x01\x05\x09\x015\x06\x06\0m\x01\x01\0\x8f\x01\x01\x7f\0\x02.\x025A\x01I\x01\x02\x02\x04K\0\x02)\0\0\x89\x01O\0\0\x8b\x01\x8d\x01\x01\x01\0\0\x02*\x02\x04K\0\x02)\0\0MO\0\0\x8b\x01S\0\x06\x01\x01\x03\0\x01\0\x06\x08\0m\x01\x01\0\x8f\x01\x01\x7f\0\x91\x01\x01\x03\0\x02.\x02\x81\x01_\x01I\x01\x02\x02\x04K\0\x02)\0\0\x89\x01O\0\0\x8b\x01\x8d\x01\x01\x01\0\0\x02*\x02\x04K\0\x02)\0\0MO\0\0\x8b\x01S\0\x06\x01\x01\x03\0\x02\0\x06\x03\0\x86\x01Unrecognized hardware type: \"Expected hardware type o or e but got \x01y\0\x02\"\x02\0\0~Invalid Outposts Bucket alias - it must be a valid bucket name.\x02\0\0\x88\x01Invalid ARN: The outpost Id must only contain a-z, A-Z, 0-9 and `-`.\0\x01\x1d\x01\x05\x01\0\x07\x02\x02\x1d\x01\x05\x09\0[\x01\x07\x1d\x01\x073\x01\x05\x09\0\x06\x03\0\"Custom endpoint `\x01\x09\0*` was not a valid URI\0\x02\x1f\x02\x05\x0b\x01\0U\x02\x05\x01\x01\0\x01\0\x01!\x01\x05\x03\x01#\x02\0\x01\x83\x01\x02\x05\x03\x01\0\x19\x02\x02\x1f\x02\x05\x0d\x02\0%\x02\x07'\x02\x05#\0)\0+\0\0VS3 Accelerate cannot be used in this region\x01\x05\x1f\x02\x05\x07\x02\0\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x0d\x01\0[\x01\x07\x1d\x01\x05\x09\0%\x02\x05\x03\0\x93\x01\0\x06\x04\0m\x01\x01\0:.s3-fips.dualstack.us-east-1.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x06\x1f\x02\x05\x07\x02\0\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x0d\x01\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x01\x01\0\x06\x06\0m\x01\x01\0\x99\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x06\x1f\x02\x05\x07\x02\0\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x0d\x01\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x06\0m\x01\x01\0\x99\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x05\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x0d\x01\0[\x01\x07\x1d\x01\x05\x09\0%\x02\x05\x03\0\x93\x01\0\x06\x04\0m\x01\x01\0&.s3-fips.us-east-1.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x06\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x0d\x01\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x01\x01\0\x06\x06\0m\x01\x01\0\x9b\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x06\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x0d\x01\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x06\0m\x01\x01\0\x9b\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x05\x1f\x02\x05\x07\x02\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x02\0[\x01\x07\x1d\x01\x05\x09\0%\x02\x05\x03\0\x93\x01\0\x06\x04\0m\x01\x01\0F.s3-accelerate.dualstack.us-east-1.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x06\x1f\x02\x05\x07\x02\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x02\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x01\x01\0\x06\x04\0m\x01\x01\0\x9d\x01\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x06\x1f\x02\x05\x07\x02\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x02\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x04\0m\x01\x01\0\x9d\x01\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x05\x1f\x02\x05\x07\x02\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x01\0[\x01\x07\x1d\x01\x05\x09\0%\x02\x05\x03\0\x93\x01\0\x06\x04\0m\x01\x01\00.s3.dualstack.us-east-1.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x06\x1f\x02\x05\x07\x02\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x01\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x01\x01\0\x06\x06\0m\x01\x01\0\x9f\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x06\x1f\x02\x05\x07\x02\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x01\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x06\0m\x01\x01\0\x9f\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x07\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x01\0\x1d\x01\x05\x09\03\x01\x05\x09\x015\x1f\x02\x07'\x02\x055\07\x02\0%\x02\x05\x03\0\x93\x01\0\x06\x05\x025=\0?\x025A\x025\xa1\x01\x01\x01\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\x01\x07\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x01\0\x1d\x01\x05\x09\03\x01\x05\x09\x015\x1f\x02\x07'\x02\x055\07\x01\0%\x02\x05\x03\0\x93\x01\0\x06\x06\x025=\0?\x01\x01\0\x02.\x025A\x025C\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x08\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x01\0\x1d\x01\x05\x09\03\x01\x05\x09\x015\x1f\x02\x07'\x02\x055\07\x02\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x02\x01\x01%\x02\x05\x03\0\x97\x01\0\x06\x05\x025=\0?\x025A\x025\xa1\x01\x01\x01\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\0\x06\x05\x025=\0?\x025A\x025\xa1\x01\x01\x01\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\0\x08\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x01\0\x1d\x01\x05\x09\03\x01\x05\x09\x015\x1f\x02\x07'\x02\x055\07\x01\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x02\x01\x01%\x02\x05\x03\0\x97\x01\0\x06\x06\x025=\0?\x01\x01\0\x02.\x025A\x025C\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\0\x06\x06\x025=\0?\x01\x01\0\x02.\x025A\x025C\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x08\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x01\0\x1d\x01\x05\x09\03\x01\x05\x09\x015\x1f\x02\x07'\x02\x055\07\x02\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x05\x025=\0?\x025A\x025\xa1\x01\x01\x01\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x08\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x01\0\x1d\x01\x05\x09\03\x01\x05\x09\x015\x1f\x02\x07'\x02\x055\07\x01\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x06\x025=\0?\x01\x01\0\x02.\x025A\x025C\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x05\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x02\0[\x01\x07\x1d\x01\x05\x09\0%\x02\x05\x03\0\x93\x01\0\x06\x04\0m\x01\x01\0\xa3\x01\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x06\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x02\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x02\x01\x01%\x02\x05\x03\0\x97\x01\0\x06\x04\0m\x01\x01\0\xa3\x01\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\0\x06\x04\0m\x01\x01\0\xa3\x01\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x06\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x02\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x04\0m\x01\x01\0\xa3\x01\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x05\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x01\0[\x01\x07\x1d\x01\x05\x09\0%\x02\x05\x03\0\x93\x01\0\x06\x04\0m\x01\x01\0\xa5\x01\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x06\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x01\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x02\x01\x01%\x02\x05\x03\0\x97\x01\0\x06\x04\0m\x01\x01\0\xa5\x01\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\0\x06\x06\0m\x01\x01\0\xa5\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x06\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x0d\x01\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x06\0m\x01\x01\0\xa5\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x02\0\0\xa7\x01\0\x08\x1d\x01\x05\x09\03\x01\x05\x09\x015%\x02\x07'\x02\x055\0=\0\x08http\0U\x02\x05\x01\x02\0\x1f\x02\x05\x0b\x01\0\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x1f\x02\x05\x0d\x01\0\x01\0\x01!\x01\x05\x03\x01#\x02\0\x01\x83\x01\x02\x05\x03\x01\0\x01\x01\0\x06\x06\x025=\0?\x01\x01\0\x02.\x025A\x025C\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x02\0\0\xa7\x01\0\x02\x1f\x02\x05\x0b\x01\0\xa9\x01\x01\x05\x01\x01\xab\x01\x02\0\x02'\x02\x05\xab\x01\0\x1aresourceId[0]\x01\xad\x01[\x01\x07%\x02\x05\xad\x01\0\0\0\x04\0\x01%\x02\x07'\x02\x05\xab\x01\0\xaf\x01\0\xb1\x01\0\x02\0\x01%\x02\x05\xad\x01\0\xb3\x01\0\x02\0\x02'\x02\x05\xab\x01\0\xb5\x01\x01\xb7\x01[\x01\x07%\x02\x05\xb7\x01\0\0\0\x04\x02\x01\x1f\x02\x05\x07\x02\0\0\xb9\x01\x02\x01\x1f\x02\x05\x0d\x02\0\0\xbb\x01\0\x01[\x01\x07%\x02\x07'\x02\x05\xab\x01\0\xbd\x01\0\0\0\x03\x02\x02\x1d\x01\x05\x13\0\x1f\x02\x05\x13\x02\0\0\xbf\x01\0\x01[\x01\x07\x1d\x01\x07'\x02\x05\xab\x01\0\xc1\x01\0\x02\x02\x03\x1d\x01\x05\x17\0\x1f\x02\x05\x17\x01\0[\x01\x07%\x02\x07'\x02\x05\xab\x01\0\xbd\x01\x06\x01\x01\x03\0\x06\x05\0\xc3\x01\x02\xab\x01\xbd\x01\0\xc5\x01\x01\x03\0\xc7\x01\0\x01!\x01\x07'\x02\x05\xab\x01\0\xbd\x01\x01\xc9\x01\x01\0\x01!\x01\x05\x03\x01#\x02\0\x01%\x02\x07'\x02\x05\xc9\x01\0)\x07'\x02\x05#\0)\0\x02\0\x01\x83\x01\x02\x07'\x02\x05\xab\x01\0\xbd\x01\x02\0\x03\x02\x01%\x02\x07'\x02\x05\xab\x01\0\xcb\x01\0\0\0\0>Invalid ARN: Missing account id\0\x01\x83\x01\x02\x07'\x02\x05\xab\x01\0\xcb\x01\x01\0\x02\0\x01\x83\x01\x02\x05\xb7\x01\x01\0\x03\x01\x02\x1d\x01\x05\x09\03\x01\x05\x09\x015\x06\x08\x025=\0?\x01\xb7\x01\0\x02-\x02\xab\x01\xcb\x01\0\x02.\x025A\x025C\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\xb1\x01S\0\x06\x01\x02\xab\x01\xbd\x01\0\x01\x01\x1f\x02\x05\x05\x02\0\x06\x08\0m\x01\xb7\x01\0\x02-\x02\xab\x01\xcb\x01\0..s3-object-lambda-fips.\x02\xab\x01\xbd\x01\0\x02.\x02\xc9\x01_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\xb1\x01S\0\x06\x01\x02\xab\x01\xbd\x01\0\x01\0\x06\x08\0m\x01\xb7\x01\0\x02-\x02\xab\x01\xcb\x01\0$.s3-object-lambda.\x02\xab\x01\xbd\x01\0\x02.\x02\xc9\x01_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\xb1\x01S\0\x06\x01\x02\xab\x01\xbd\x01\0\x02\0\x06\x03\0\xcd\x01\x01\xb7\x01\0\x02`\x02\0\x06\x03\0\xcf\x01\x02\xab\x01\xcb\x01\0\x02`\x02\0\x06\x03\0\xd1\x01\x02\xab\x01\xbd\x01\0\xd3\x01\x02\0\x06\x07\0\xd5\x01\x02#)\0\xd7\x01\x01\x01\0\xd9\x01\x02\xc9\x01)\0\x02`\x02\0\0\xdb\x01\x02\0\0VInvalid ARN: bucket ARN is missing a region\x02\0\0\xdd\x01\x02\0\x06\x03\0\xa4\x01Invalid ARN: Object Lambda ARNs only support `accesspoint` arn types, but found: `\x01\xad\x01\0\x02`\0\x01%\x02\x05\xad\x01\0\xb3\x01\0\x02\0\x02'\x02\x05\xab\x01\0\xb5\x01\x01\xb7\x01[\x01\x07%\x02\x05\xb7\x01\0\0\0\x03\0\x01[\x01\x07%\x02\x07'\x02\x05\xab\x01\0\xbd\x01\0\0\0\x01\0\x01%\x02\x05\xad\x01\0\xb3\x01\0\x01\0\x01[\x01\x07%\x02\x07'\x02\x05\xab\x01\0\xbd\x01\0\0\0\x03\x02\x02\x1d\x01\x05\x13\0\x1f\x02\x05\x13\x02\0\0\xbf\x01\0\x01[\x01\x07\x1d\x01\x07'\x02\x05\xab\x01\0\xc1\x01\0\x02\x02\x03\x1d\x01\x05\x17\0\x1f\x02\x05\x17\x01\0[\x01\x07%\x02\x07'\x02\x05\xab\x01\0\xbd\x01\x06\x01\x01\x03\0\x06\x05\0\xc3\x01\x02\xab\x01\xbd\x01\0\xc5\x01\x01\x03\0\xc7\x01\0\x01!\x01\x07'\x02\x05\xab\x01\0\xbd\x01\x01\xc9\x01\x01\0\x01!\x01\x05\x03\x01#\x02\0\x01%\x02\x07'\x02\x05\xc9\x01\0)\x06\x01\x02#)\0\x02\0\x01\x83\x01\x02\x07'\x02\x05\xab\x01\0\xbd\x01\x02\0\x02\0\x01%\x02\x07'\x02\x05\xab\x01\0\xaf\x01\0\x95\x01\0\x02\0\x01\x83\x01\x02\x07'\x02\x05\xab\x01\0\xcb\x01\x01\0\x02\0\x01\x83\x01\x02\x05\xb7\x01\x01\0\x06\x02\x01\x1f\x02\x05\x0d\x02\0\0TAccess Points do not support S3 Accelerate\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\xb7\x01\0\x02-\x02\xab\x01\xcb\x01\0>.s3-accesspoint-fips.dualstack.\x02\xab\x01\xbd\x01\0\x02.\x02\xc9\x01_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x02\xab\x01\xbd\x01\0\x01\x02\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\xb7\x01\0\x02-\x02\xab\x01\xcb\x01\0*.s3-accesspoint-fips.\x02\xab\x01\xbd\x01\0\x02.\x02\xc9\x01_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x02\xab\x01\xbd\x01\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0\x06\x08\0m\x01\xb7\x01\0\x02-\x02\xab\x01\xcb\x01\04.s3-accesspoint.dualstack.\x02\xab\x01\xbd\x01\0\x02.\x02\xc9\x01_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x02\xab\x01\xbd\x01\0\x01\x04\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x1d\x01\x05\x09\03\x01\x05\x09\x015\x06\x08\x025=\0?\x01\xb7\x01\0\x02-\x02\xab\x01\xcb\x01\0\x02.\x025A\x025C\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x02\xab\x01\xbd\x01\0\x01\x02\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x06\x08\0m\x01\xb7\x01\0\x02-\x02\xab\x01\xcb\x01\0 .s3-accesspoint.\x02\xab\x01\xbd\x01\0\x02.\x02\xc9\x01_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x02\xab\x01\xbd\x01\0\x02\0\x06\x03\0\xcd\x01\x01\xb7\x01\0\x02`\x02\0\x06\x03\0\xcf\x01\x02\xab\x01\xcb\x01\0\x02`\x02\0\x06\x02\0pInvalid ARN: The ARN was not for the S3 service, found: \x02\xab\x01\xaf\x01\x02\0\x06\x03\0\xd1\x01\x02\xab\x01\xbd\x01\0\xd3\x01\x02\0\x06\x07\0\xd5\x01\x02#)\0\xd7\x01\x01\x01\0\xd9\x01\x02\xc9\x01)\0\x02`\x02\0\0\xdb\x01\0\x01\x83\x01\x02\x05\xb7\x01\x02\0\x05\x02\x01\x1f\x02\x05\x07\x02\0\0FS3 MRAP does not support dual-stack\x02\x01\x1f\x02\x05\x05\x02\0\0:S3 MRAP does not support FIPS\x02\x01\x1f\x02\x05\x0d\x02\0\0LS3 MRAP does not support S3 Accelerate\x02\x01\x1f\x02\x05\x15\x02\0\0\x86\x01Invalid configuration: Multi-Region Access Point ARNs are disabled.\0\x01!\x01\x05\x03\x01\xdf\x01\x02\0\x01%\x02\x07'\x02\x05\xdf\x01\0)\x07'\x02\x05\xab\x01\0\xe1\x01\0\x01\x01\0\x06\x04\0m\x01\xb7\x01\0..accesspoint.s3-global.\x02\xdf\x01_\x01I\x01\x01\x02\x04K\0\x02)\0\0\x89\x01O\0\0\x95\x01\x8d\x01\x01\x01\0\0\x02*\0\x02\0\x06\x05\0\xd5\x01\x02\xdf\x01)\0H` but bucket referred to partition `\x02\xab\x01\xe1\x01\0\x02`\x02\0\02Invalid Access Point Name\x02\0\0\xdd\x01\0\x01%\x02\x07'\x02\x05\xab\x01\0\xaf\x01\0\x8b\x01\0\x06\x02\x01\x1f\x02\x05\x07\x02\0\0NS3 Outposts does not support Dual-stack\x02\x01\x1f\x02\x05\x05\x02\0\0BS3 Outposts does not support FIPS\x02\x01\x1f\x02\x05\x0d\x02\0\0TS3 Outposts does not support S3 Accelerate\x02\x01\x1d\x01\x07'\x02\x05\xab\x01\0\x1aresourceId[4]\0\0xInvalid Arn: Outpost Access Point ARN contains sub resources\0\x01'\x02\x05\xab\x01\0\xb5\x01\x01\x7f\x02\0\x01\x83\x01\x02\x05\x7f\x01\0\x02\x02\x03\x1d\x01\x05\x17\0\x1f\x02\x05\x17\x01\0[\x01\x07%\x02\x07'\x02\x05\xab\x01\0\xbd\x01\x06\x01\x01\x03\0\x06\x05\0\xc3\x01\x02\xab\x01\xbd\x01\0\xc5\x01\x01\x03\0\xc7\x01\0\x01!\x01\x07'\x02\x05\xab\x01\0\xbd\x01\x01\xc9\x01\x01\0\x01!\x01\x05\x03\x01#\x02\0\x01%\x02\x07'\x02\x05\xc9\x01\0)\x07'\x02\x05#\0)\0\x02\0\x01\x83\x01\x02\x07'\x02\x05\xab\x01\0\xbd\x01\x02\0\x02\0\x01\x83\x01\x02\x07'\x02\x05\xab\x01\0\xcb\x01\x01\0\x02\0\x01'\x02\x05\xab\x01\0\xc1\x01\x01\xe3\x01\x02\0\x01'\x02\x05\xab\x01\0\x1aresourceId[3]\x01\xb7\x01\x02\0\x01%\x02\x05\xe3\x01\0\xb3\x01\0\x02\0\x01\x83\x01\x02\x05\xb7\x01\x01\0\x02\x01\x02\x1d\x01\x05\x09\03\x01\x05\x09\x015\x06\x08\0m\x01\xb7\x01\0\x02-\x02\xab\x01\xcb\x01\0\x02.\x01\x7f\0\x02.\x025A\x01I\x01\x02\x02\x04K\0\x02)\0\0\x89\x01O\0\0\x8b\x01\x8d\x01\x01\x01\0\0\x02*\x02\x04K\0\x02)\0\0MO\0\0\x8b\x01S\0\x06\x01\x02\xab\x01\xbd\x01\0\x01\0\x06\n\0m\x01\xb7\x01\0\x02-\x02\xab\x01\xcb\x01\0\x02.\x01\x7f\0\x91\x01\x02\xab\x01\xbd\x01\0\x02.\x02\xc9\x01_\x01I\x01\x02\x02\x04K\0\x02)\0\0\x89\x01O\0\0\x8b\x01\x8d\x01\x01\x01\0\0\x02*\x02\x04K\0\x02)\0\0MO\0\0\x8b\x01S\0\x06\x01\x02\xab\x01\xbd\x01\0\x02\0\x06\x03\0\xcd\x01\x01\xb7\x01\0\x02`\x02\0\x06\x02\0\\Expected an outpost type `accesspoint`, found \x01\xe3\x01\x02\0\0TInvalid ARN: expected an access point name\x02\0\0XInvalid ARN: Expected a 4-component resource\x02\0\x06\x03\0\xcf\x01\x02\xab\x01\xcb\x01\0\x02`\x02\0\x06\x03\0\xd1\x01\x02\xab\x01\xbd\x01\0\xd3\x01\x02\0\x06\x07\0\xd5\x01\x02#)\0\xd7\x01\x01\x01\0\xd9\x01\x02\xc9\x01)\0\x02`\x02\0\x06\x03\0\x98\x01Invalid ARN: The outpost Id may only contain a-z, A-Z, 0-9 and `-`. Found: `\x01\x7f\0\x02`\x02\0\0NInvalid ARN: The Outpost Id was not set\x02\0\x06\x05\0DInvalid ARN: Unrecognized format: \x01\x01\0\x10 (type: \x01\xad\x01\0\x02)\x02\0\0DInvalid ARN: No ARN type specified\x02\x03-\x04\x05\x01\x03\0\x03\x08\x01\x01\xe5\x01%\x02\x05\xe5\x01\0\x08arn:\0[\x01\x07\x1d\x01\x07\xa9\x01\x01\x05\x01\0\x06\x03\0\x1cInvalid ARN: `\x01\x01\0*` was not a valid ARN\x02\x02\x1f\x02\x05\x0b\x02\0\xa9\x01\x01\x05\x01\0\0jPath-style addressing cannot be used with ARN buckets\0\x019\x01\x05\x01\x01;\x01\0\x01!\x01\x05\x03\x01#\x02\0\x01\x1f\x02\x05\x0d\x01\0\x0f\x01\x04\x1f\x02\x05\x07\x02\0[\x01\x07\x1d\x01\x05\x09\0\x1f\x02\x05\x05\x02\0%\x02\x05\x03\0\x93\x01\0\x06\x04\0\xe7\x01\x02#_\0\x02/\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x05\x1f\x02\x05\x07\x02\0[\x01\x07\x1d\x01\x05\x09\0\x1f\x02\x05\x05\x02\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x01\x01\0\x06\x06\0\xe9\x01\x01\x03\0\x02.\x02#_\0\x02/\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x05\x1f\x02\x05\x07\x02\0[\x01\x07\x1d\x01\x05\x09\0\x1f\x02\x05\x05\x02\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x06\0\xe9\x01\x01\x03\0\x02.\x02#_\0\x02/\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x04\x1f\x02\x05\x07\x01\0[\x01\x07\x1d\x01\x05\x09\0\x1f\x02\x05\x05\x02\0%\x02\x05\x03\0\x93\x01\0\x06\x04\0\xeb\x01\x02#_\0\x02/\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x05\x1f\x02\x05\x07\x01\0[\x01\x07\x1d\x01\x05\x09\0\x1f\x02\x05\x05\x02\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x01\x01\0\x06\x06\0\xed\x01\x01\x03\0\x02.\x02#_\0\x02/\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x05\x1f\x02\x05\x07\x01\0[\x01\x07\x1d\x01\x05\x09\0\x1f\x02\x05\x05\x02\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x06\0\xed\x01\x01\x03\0\x02.\x02#_\0\x02/\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x04\x1f\x02\x05\x07\x02\0[\x01\x07\x1d\x01\x05\x09\0\x1f\x02\x05\x05\x01\0%\x02\x05\x03\0\x93\x01\0\x06\x04\0\xef\x01\x02#_\0\x02/\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x05\x1f\x02\x05\x07\x02\0[\x01\x07\x1d\x01\x05\x09\0\x1f\x02\x05\x05\x01\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x01\x01\0\x06\x06\0\xf1\x01\x01\x03\0\x02.\x02#_\0\x02/\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x05\x1f\x02\x05\x07\x02\0[\x01\x07\x1d\x01\x05\x09\0\x1f\x02\x05\x05\x01\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x06\0\xf1\x01\x01\x03\0\x02.\x02#_\0\x02/\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x05\x1f\x02\x05\x07\x01\0\x1d\x01\x05\x09\03\x01\x05\x09\x015\x1f\x02\x05\x05\x01\0%\x02\x05\x03\0\x93\x01\0\x06\x05\x025=\0?\x025A\x025\xa1\x01\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x06\x1f\x02\x05\x07\x01\0\x1d\x01\x05\x09\03\x01\x05\x09\x015\x1f\x02\x05\x05\x01\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x02\x01\x01%\x02\x05\x03\0\x97\x01\0\x06\x05\x025=\0?\x025A\x025\xa1\x01\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\0\x06\x05\x025=\0?\x025A\x025\xa1\x01\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x06\x1f\x02\x05\x07\x01\0\x1d\x01\x05\x09\03\x01\x05\x09\x015\x1f\x02\x05\x05\x01\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x05\x025=\0?\x025A\x025\xa1\x01\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x04\x1f\x02\x05\x07\x01\0[\x01\x07\x1d\x01\x05\x09\0\x1f\x02\x05\x05\x01\0%\x02\x05\x03\0\x93\x01\0\x06\x04\0\xf3\x01\x02#_\0\x02/\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x05\x1f\x02\x05\x07\x01\0[\x01\x07\x1d\x01\x05\x09\0\x1f\x02\x05\x05\x01\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x02\x01\x01%\x02\x05\x03\0\x97\x01\0\x06\x04\0\xf3\x01\x02#_\0\x02/\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\0\x06\x06\0\xf3\x01\x01\x03\0\x02.\x02#_\0\x02/\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x05\x1f\x02\x05\x07\x01\0[\x01\x07\x1d\x01\x05\x09\0\x1f\x02\x05\x05\x01\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x06\0\xf3\x01\x01\x03\0\x02.\x02#_\0\x02/\x01;\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x02\0\0nPath-style addressing cannot be used with S3 Accelerate\0\x02\x1d\x01\x05\x11\0\x1f\x02\x05\x11\x02\0\x01\0\x01!\x01\x05\x03\x01#\x02\0\x01\x83\x01\x02\x05\x03\x02\0\x05\x02\x01\x1f\x02\x05\x07\x02\0\0\xb9\x01\x02\x01\x1f\x02\x05\x0d\x02\0\0\xbb\x01\x01\x02\x1d\x01\x05\x09\03\x01\x05\x09\x015\x06\x04\x025=\0?\x025A\x025C\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\xb1\x01S\0\x06\x01\x01\x03\0\x01\x01\x1f\x02\x05\x05\x02\0\x06\x04\0<https://s3-object-lambda-fips.\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\xb1\x01S\0\x06\x01\x01\x03\0\x01\0\x06\x04\02https://s3-object-lambda.\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\xb1\x01S\0\x06\x01\x01\x03\0\x02\0\0\xa7\x01\0\x01[\x01\x07\x1d\x01\x05\x01\0\x01\0\x01!\x01\x05\x03\x01#\x02\0\x01\x83\x01\x02\x05\x03\x02\0\x0f\x01\x04\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0[\x01\x07\x1d\x01\x05\x09\0%\x02\x05\x03\0\x93\x01\0\x06\x02\0\xe7\x01\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x05\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x01\x01\0\x06\x04\0\xe9\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x05\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x02\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x04\0\xe9\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x04\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0[\x01\x07\x1d\x01\x05\x09\0%\x02\x05\x03\0\x93\x01\0\x06\x02\0\xeb\x01\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x05\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x01\x01\0\x06\x04\0\xed\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x05\x1f\x02\x05\x05\x02\0\x1f\x02\x05\x07\x01\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x04\0\xed\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x04\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0[\x01\x07\x1d\x01\x05\x09\0%\x02\x05\x03\0\x93\x01\0\x06\x02\0\xef\x01\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x05\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x01\x01\0\x06\x04\0\xf1\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x05\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x02\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x04\0\xf1\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x05\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x1d\x01\x05\x09\03\x01\x05\x09\x015%\x02\x05\x03\0\x93\x01\0\x06\x04\x025=\0?\x025A\x025C\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x06\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x1d\x01\x05\x09\03\x01\x05\x09\x015[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x02\x01\x01%\x02\x05\x03\0\x97\x01\0\x06\x04\x025=\0?\x025A\x025C\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\0\x06\x04\x025=\0?\x025A\x025C\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x06\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0\x1d\x01\x05\x09\03\x01\x05\x09\x015[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x04\x025=\0?\x025A\x025C\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x04\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0[\x01\x07\x1d\x01\x05\x09\0%\x02\x05\x03\0\x93\x01\0\x06\x02\0\xf3\x01\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\0\x97\x01\0\0\x05\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x02\0\x02\x01\x01%\x02\x05\x03\0\x97\x01\0\x06\x02\0\xf3\x01\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\0\x06\x04\0\xf3\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x01\x05\x1f\x02\x05\x05\x01\0\x1f\x02\x05\x07\x01\0[\x01\x07\x1d\x01\x05\x09\0[\x01\x07%\x02\x05\x03\0\x93\x01\0\x1f\x02\x05\x0f\x01\0\x06\x04\0\xf3\x01\x01\x03\0\x02.\x02#_\x01I\x01\x01\x02\x04K\0\x02)\0\0MO\0\0\x95\x01S\0\x06\x01\x01\x03\0\x02\0\0\xa7\x01\x02\0\0bA region must be set when sending requests to S3.\x07DEcopqr\x12GetObject\x87\x80\x10\0\x16\x02DE\xab\x01\xad\x01\x04?\n\xaf\x01\xb1\x01\xb3\x01\xb5\x01\xb7\x01\xb9\x01\xbb\x01\xbd\x01\xbf\x01\xc1\x01\xc3\x01\x07GQ\x01c\xab\x01*/{Bucket}?list-type=2\x12PutObject\x87\x80\x10dn\x04opqr\x06PUT\xad\x01\x02\x13\0&SelectObjectContent\x83\x18s\x8c\x01\x08POSTJ/{Bucket}/{Key+}?select&select-type=2\xc5\x01\0Nhttp://s3.amazonaws.com/doc/2006-03-01/\0 GetObjectRequest\x15a\x01\x01\x04\x01\nA\x02\xc7\x01\n\xc9\x01\x03\"If-Modified-Since\nC\x04\xcb\x01\n\xcd\x01\x05&If-Unmodified-Sincea\x03\x06\x04\x03\x08\xcf\x01\x07\x1a\xd1\x01\x08,response-cache-control\x1a\xd3\x01\x098response-content-disposition\x1a\xd5\x01\n2response-content-encoding\x1a\xd7\x01\x0b2response-content-language\x1a\xd9\x01\x0c*response-content-typeZ\xdb\x01\x0d response-expires\x10\x1cE\x0e\n\x05\x0f\x0bJ\x15\x10G\x80\x04\n\x07\x11\x0d\n\x17\x12I\x1c\xdd\x01\x13\n\x19\x14\x1b\n?\x15&x-amz-checksum-mode\x03\x14BucketName\x03A\x12\xc9\x01\x03C\x12\xcd\x01\x83\x12ObjectKey\x01\0\x02\x03\xcf\x01\x03\xd1\x01\x03\xd3\x01\x03\xd5\x01\x03\xd7\x01\x03\xd9\x01\x12\xdb\x01\x03\x1eObjectVersionId\x03\x05#\x15\x03\x07\x04\x17\x01\xdf\x01\x08\xdd\x01\x03\x12AccountId\x04?\x01\x0eENABLED\x14\x1eGetObjectOutput\x10\0.@K\x17\x80\x01\n\xe1\x01\x18&x-amz-delete-marker\n\xe3\x01\x19\x1aaccept-ranges\nM\x1a\xe5\x01\n\xe7\x01\x1b\x1ax-amz-restore\nO\x1c\x1aLast-Modified\nQ\x1d\xe9\x01\x08\x1d\x1e\n\x1f\x1fS\n! U\n#!W\n%\"Y\n'#[\n)$]\n+%_\n-&a\n/'c\n1(e\n3)\xeb\x01\n\xed\x01*$x-amz-missing-meta\nE\x0e\xef\x01\ng+\xf1\x01\ni,\xf3\x01\nk-\xf5\x01\nm.\xf7\x01\n\xf9\x01/\x1aContent-Range\no0\xfb\x01\x08q1\ns2\xfd\x01\n53u\x12w4\xff\x01\n\x05\x0f\x0b\n\x07\x11\x0dJ77y\x80\x04J98{\x80\x80\x02\n\x0f9\x81\x02\n\x11:}\n\x83\x02;0x-amz-replication-statusJ\x85\x02<(x-amz-mp-parts-count\x80\x80\x02J\x87\x02=&x-amz-tagging-count\x80\x80\x02\n\x7f>\x89\x02J\x81\x01?\x8b\x02\x08\n\x83\x01@\x8d\x02\n\x85\x01A\x8f\x02\n\x87\x01B\x91\x02\n\x89\x01C\x93\x02\x0eK\x05\xe1\x01\x03\xe3\x01\x03M\x03\xe7\x01\x12O\x09Q\x03\x1d\x03\x1f\x03!\x03#\x03%\x03'\x03)\x03+\x03-\x03/\x031\x043\x02\x12COMPOSITE\x16FULL_OBJECT\x08\xed\x01\x03g\x03i\x03k\x03m\x03\xf9\x01\x03o\x12q\x03s\x045\x05\x0cAES256\x0eaws:fsx\x14aws:backup\x0eaws:kms\x18aws:kms:dsse\x02w\05\06\x03\x16MetadataKey\x03\x1aMetadataValue#7\x059\x04\x0f\x0f\x95\x02\x97\x02\x99\x02\x9b\x02\x9d\x02\x9f\x02\xa1\x02\xa3\x02\xa5\x02\xa7\x02\xa9\x02\xab\x02\xad\x02\xaf\x02\xb1\x02\x04\x11\x01\xdf\x01\x04\x83\x02\x05\x10COMPLETE\x0ePENDING\x0cFAILED\x0eREPLICA\x12COMPLETED\x08\x85\x02\x08\x87\x02\x04\x7f\x02\x14GOVERNANCE\x14COMPLIANCE\x12\x81\x01\x04\x83\x01\x02\xb3\x02\xb5\x02\x04\x85\x01\x02\xb3\x02\xb5\x02\x08\x87\x01\x08\x89\x01\x14\x12NoSuchKey \x02\x94\x03\0\x14$InvalidObjectState \x02\x93\x03\x02\0\x0f9\0\x14AccessTierF\x048IntelligentTieringAccessTier\x02\x1cARCHIVE_ACCESS&DEEP_ARCHIVE_ACCESS\0(ListObjectsV2Request\x0ba\x01\x01\x04\x01\x1c\x8b\x01H\x1a\x8d\x01I\x1aencoding-type\x1a;J\x10max-keys\\\x09K\x04\x09\x1a\x8f\x01L$continuation-tokenZ\xb7\x02M\x16fetch-owner\x80\x80\x02\x1a\x91\x01N\x16start-after\n\x17\x12I\n\x19\x14\x1b\n\xb9\x02O@x-amz-optional-object-attributes\x03\x8b\x01\x04\x8d\x01\x01\x06url\x08;\x03\x09\x03\nToken\x05\xb7\x02\x03\x91\x01\x018OptionalObjectAttributesList\0P\x04\xb9\x02\x01\x93\x01\0&ListObjectsV2Output\x0d@\x95\x01R\x80\x80\x02@\xbb\x02S\xa0\x80\x04\0\x08Name\x01\0\x09K\0\x8b\x01H\0;J@\xbd\x02_\xa0\x80\x04\0\x8d\x01I\0\xbf\x02a\0\x8f\x01L\0\xc1\x02b\0\x91\x01N\n\x11:}\x05\x95\x01\x01\x14ObjectList\0T\0\x0cObject\x09\0\x03\x06\0O\x1c\0\x1d\x1e@\x13U\xa0\x80\x04\03)@\x97\x01W\x80\x80\x02\0\x0fX\0\xc3\x02Y\0\x93\x01\\\x01*ChecksumAlgorithmList\0V\x04\x13\n\xb1\x01\xb3\x01\xb7\x01\xb5\x01\xaf\x01\xb9\x01\xbb\x01\xbd\x01\xbf\x01\xc1\x01\x09\x97\x01\x04$ObjectStorageClass\x0f\x95\x02\x97\x02\x9f\x02\x99\x02\x9b\x02\x9d\x02\xa1\x02\xa3\x02\xa5\x02\xa7\x02\xa9\x02\xab\x02\xad\x02\xaf\x02\xb1\x02\0\xc3\x02\x02\0\xc5\x02Z\0\xc7\x02[\x03\xc5\x02\x03\xc7\x02\0\x93\x01\x02@\xc9\x02]\x80\x80\x02\0\xcb\x02^\x05\xc9\x02\x12\xcb\x02\x01 CommonPrefixList\0`\0\x18CommonPrefix\x01\0\x09K\x08\xbf\x02\x03\x12NextToken\x14\x18NoSuchBucket \x02\x94\x03\0\x14 PutObjectRequest\x10\x011\n\x06ACLe\x12x-amz-acl@K\x17\x80\x01a\x01\x01\x04\x01\ng+\xf1\x01\ni,\xf3\x01\nk-\xf5\x01\nm.\xf7\x01\nQ\x1d\xe9\x01\n\xcd\x02f\x16Content-MD5\no0\xfb\x01\n\x13V8x-amz-sdk-checksum-algorithm\n\x1f\x1fS\n! U\n#!W\n%\"Y\n'#[\n)$]\n+%_\n-&a\n/'c\n1(e\x08q1\nA\x02\xc7\x01\nC\x04\xcb\x01\n\xcf\x02g0x-amz-grant-full-control\n\xd1\x02h x-amz-grant-read\n\xd3\x02i(x-amz-grant-read-acp\n\xd5\x02j*x-amz-grant-write-acpa\x03\x06\x04\x03J\xd7\x02k0x-amz-write-offset-bytes\x80\x80\x02\x12w4\xff\x01\n53u\n\x0f9\x81\x02\ns2\xfd\x01\n\x05\x0f\x0bJ\x15\x10G\x80\x04\n\x07\x11\x0dJ77y\x80\x04J\x99\x01l\xd9\x02\x80\x04J98{\x80\x80\x02\n\x17\x12I\n\x0eTaggingm\x1ax-amz-tagging\n\x7f>\x89\x02J\x81\x01?\x8b\x02\x08\n\x83\x01@\x8d\x02\n\x85\x01A\x8f\x02\n\x87\x01B\x91\x02\n\x89\x01C\x93\x02\n\x19\x14\x1b\x04\x1eObjectCannedACL\x07\x0eprivate\x16public-read\"public-read-write$authenticated-read\x1aaws-exec-read\"bucket-owner-read2bucket-owner-full-control\x03\xcd\x02\x03\xcf\x02\x03\xd1\x02\x03\xd3\x02\x03\xd5\x02\x09\xd7\x02#\x99\x01\x03\x1aTaggingHeader\0\x1ePutObjectOutput\x16\nM\x1a\xe5\x01\x08\x1d\x1e\n\x1f\x1fS\n! U\n#!W\n%\"Y\n'#[\n)$]\n+%_\n-&a\n/'c\n1(e\n3)\xeb\x01\n53u\nE\x0e\xef\x01\n\x05\x0f\x0b\n\x07\x11\x0dJ77y\x80\x04J\x99\x01l\xd9\x02\x80\x04J98{\x80\x80\x02J\x97\x01W\"x-amz-object-size\x80\x80\x02\n\x11:}\x14\x1cInvalidRequest \x02\x90\x03\0\x14$InvalidWriteOffset \x02\x90\x03\0\x14\x18TooManyParts \x02\x90\x03\0\x14,EncryptionTypeMismatch \x02\x90\x03\0\0\xc5\x01\x0ca\x01\x01\x04\x01!\x03\x06\n\x05\x0f\x0bJ\x15\x10G\x80\x04\n\x07\x11\x0d\x01\xdb\x02t\x01\xdd\x02u\0\xdf\x02v\x01\xe1\x02x\x01\xe3\x02\x85\x01\0\xe5\x02\x89\x01\n\x19\x14\x1b\x03\xdb\x02\x04\xdd\x02\x01\x06SQL\0\xdf\x02\x01@\x0eEnabledw\x80\x80\x02\x05*EnableRequestProgress\0\xe1\x02\x04\0\xe7\x02y\0\xe9\x02\x81\x01\0\xeb\x02\x82\x01\0\x0eParquet\x84\x01\0\x10CSVInput\x07\0\xed\x02z\0\xef\x02{\0\x9b\x01|\0=}\0\x9d\x01~\0\x9f\x01\x7f@\xf1\x02\x80\x01\x80\x80\x02\x04\xed\x02\x03\x06USE\x0cIGNORE\xf3\x02\x03\xef\x02\x03\x9b\x01\x03=\x03\x9d\x01\x03\x9f\x01\x05\xf1\x02\x04\xe9\x02\x03\xf3\x02\x08GZIP\nBZIP2\0\x12JSONInput\x01\0\x08Type\x83\x01\x04\x10JSONType\x02\x10DOCUMENT\nLINES\0\x18ParquetInput\0\0\xe3\x02\x02\0\xe7\x02\x86\x01\0\xeb\x02\x88\x01\0\x12CSVOutput\x05\0\xf5\x02\x87\x01\0\x9b\x01|\0=}\0\x9d\x01~\0\x9f\x01\x7f\x04\xf5\x02\x02\x0cALWAYS\x10ASNEEDED\0\x14JSONOutput\x01\0=}\0\xe5\x02\x02@\xf7\x02\x8a\x01\x80\x80\x02@\xa1\x01\x8b\x01\x80\x80\x02\x09\xf7\x02\x09\xa1\x01\x142SelectObjectContentOutput\x10\0\x01\0\xf9\x02\x8d\x01\x14<SelectObjectContentEventStream\x02\x05\0\x0eRecords\x8e\x01\0\xfb\x02\x8f\x01\0\xfd\x02\x94\x01\0\x08Cont\x96\x01\0\xa1\x01\x97\x01\x14\x18RecordsEvent\x04\x01@\xf9\x02\x17\x80\x10\x14\x14StatsEvent\x04\x01@\xff\x02\x90\x01\x80\x10\0\xfb\x02\x03@\xa3\x01\x91\x01\x80\x80\x02@\xa5\x01\x92\x01\x80\x80\x02@\xa7\x01\x93\x01\x80\x80\x02\x09\xa3\x01\x09\xa5\x01\x09\xa7\x01\x14\x1aProgressEvent\x04\x01@\xff\x02\x95\x01\x80\x10\0\xfd\x02\x03@\xa3\x01\x91\x01\x80\x80\x02@\xa5\x01\x92\x01\x80\x80\x02@\xa7\x01\x93\x01\x80\x80\x02\x14\"ContinuationEvent\x04\0\x14\x10EndEvent\x04\0BucketKeySSECustomerAlgorithmSSECustomerKeyMD5Prefixx-amz-server-side-encryption-customer-algorithmx-amz-server-side-encryption-customer-key-MD5StorageClassRequestChargedChecksumAlgorithmSSECustomerKeyRequestPayerExpectedBucketOwnerx-amz-expected-bucket-ownerETagChecksumCRC32ChecksumCRC32CChecksumCRC64NVMEChecksumSHA1ChecksumSHA256ChecksumSHA512ChecksumMD5ChecksumXXHASH64ChecksumXXHASH3ChecksumXXHASH128ChecksumTypeServerSideEncryptionSSEKMSKeyIdBucketKeyEnabledMaxKeysRecordDelimiterChecksumModeIfMatchIfNoneMatchVersionIdx-amz-server-side-encryption-customer-keyx-amz-request-payerBodyExpirationLastModifiedContentLengthx-amz-checksum-crc32x-amz-checksum-crc32cx-amz-checksum-crc64nvmex-amz-checksum-sha1x-amz-checksum-sha256x-amz-checksum-sha512x-amz-checksum-md5x-amz-checksum-xxhash64x-amz-checksum-xxhash3x-amz-checksum-xxhash128CacheControlContentDispositionContentEncodingContentLanguageContentTypeExpiresWebsiteRedirectLocationx-amz-server-side-encryptionMetadatax-amz-server-side-encryption-aws-kms-key-idx-amz-server-side-encryption-bucket-key-enabledx-amz-request-chargedObjectLockModeObjectLockRetainUntilDateObjectLockLegalHoldStatusObjectLockEventHoldObjectLockEventHoldDurationDaysObjectLockEventHoldDurationYearsDelimiterEncodingTypeContinuationTokenStartAfterRestoreStatusIsTruncatedSizeSSEKMSEncryptionContextQuoteEscapeCharacterFieldDelimiterQuoteCharacterEndBytesScannedBytesProcessedBytesReturneds3GET/{Bucket}/{Key+}CRC64NVMECRC32CRC32CSHA256SHA1SHA512MD5XXHASH64XXHASH3XXHASH128ListObjectsV2SelectObjectContentRequestIf-MatchIfModifiedSinceIf-None-MatchIfUnmodifiedSinceRangeResponseCacheControlResponseContentDispositionResponseContentEncodingResponseContentLanguageResponseContentTypeResponseExpiresPartNumberrequesterDeleteMarkerAcceptRangesx-amz-expirationRestoreContent-Lengthx-amz-checksum-typeMissingMetax-amz-version-idCache-ControlContent-DispositionContent-EncodingContent-LanguageContentRangeContent-Typex-amz-website-redirect-locationx-amz-meta-x-amz-storage-classReplicationStatusPartsCountTagCountx-amz-object-lock-modex-amz-object-lock-retain-until-datex-amz-object-lock-legal-holdx-amz-object-lock-event-holdx-amz-object-lock-event-hold-duration-daysx-amz-object-lock-event-hold-duration-yearsSTANDARDREDUCED_REDUNDANCYSTANDARD_IAONEZONE_IAINTELLIGENT_TIERINGGLACIERDEEP_ARCHIVEOUTPOSTSGLACIER_IRSNOWEXPRESS_ONEZONEFSX_OPENZFSFSX_ONTAPAWS_BACKUP_WARMAWS_BACKUP_LOW_COST_WARMONOFFFetchOwnerOptionalObjectAttributesContentsCommonPrefixesKeyCountNextContinuationTokenOwnerDisplayNameIDIsRestoreInProgressRestoreExpiryDateContentMD5GrantFullControlGrantReadGrantReadACPGrantWriteACPWriteOffsetBytesx-amz-server-side-encryption-contextExpressionExpressionTypeRequestProgressInputSerializationOutputSerializationScanRangeCSVCompressionTypeJSONFileHeaderInfoCommentsAllowQuotedRecordDelimiterNONEQuoteFieldsStartPayloadStatsProgressDetails",
    );
    const TABLE: &boto::Table = &OPENED;
    /// Amazon Simple Storage Service, version 2006-03-01: give it to `Session::connect_to` for a typed [`Connection`].
    #[derive(
        boto::Clone,
        boto::Copy,
        boto::Debug,
        boto::Default,
        boto::PartialEq,
        boto::Eq
    )]
    pub struct S3;
    impl S3 {
        /// The tables of the service, for calls by name.
        pub fn tables() -> boto::Arc<boto::Service> {
            TABLE.service()
        }
    }
    impl boto::Connect for S3 {
        type Connection = Connection;
        fn connect(self, session: &boto::Session) -> Connection {
            Connection(boto::Connection::from_table(session, TABLE.service()))
        }
    }
    /// A connection to Amazon Simple Storage Service: 4 operations, each a method that returns a [`Call`]. Clones are cheap and share everything.
    #[derive(boto::Clone, boto::Debug)]
    pub struct Connection(boto::Connection);
    impl boto::AsRef<boto::Connection> for Connection {
        fn as_ref(&self) -> &boto::Connection {
            &self.0
        }
    }
    impl Connection {
        /// The same connection, untyped: operations by name, values in and out.
        pub fn untyped(&self) -> &boto::Connection {
            &self.0
        }
        /// The same service in another region.
        #[must_use]
        pub fn with_region(&self, region: impl boto::Text) -> Self {
            Self(self.0.with_region(boto::text(region)))
        }
        /// The same service at another URL, `http://127.0.0.1:4566`.
        #[must_use]
        pub fn with_endpoint(&self, url: impl boto::Text) -> Self {
            Self(self.0.with_endpoint(boto::text(url)))
        }
        /// The same service, changed as untyped connections can be: another protocol, other settings.
        #[must_use]
        pub fn with(
            &self,
            change: impl boto::FnOnce(&boto::Connection) -> boto::Connection,
        ) -> Self {
            Self(change(&self.0))
        }
    }
    impl Connection {
        /// Calls `GetObject` (`GET /{Bucket}/{Key+}`).
        ///
        /// # Errors
        /// `NoSuchKey`, `InvalidObjectState`.
        ///
        /// [AWS reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/GetObject)
        pub fn get_object(
            &self,
            bucket: impl boto::Text,
            key: impl boto::Text,
        ) -> Call<types::GetObjectInput, types::GetObjectOutput> {
            Call(
                boto::Call::new(
                    &self.0,
                    "GetObject",
                    types::GetObjectInput {
                        bucket: boto::text(bucket),
                        key: boto::text(key),
                        ..boto::Default::default()
                    },
                ),
            )
        }
    }
    impl Connection {
        /// Calls `ListObjectsV2` (`GET /{Bucket}?list-type=2`).
        ///
        /// Answers in pages.
        ///
        /// # Errors
        /// `NoSuchBucket`.
        ///
        /// [AWS reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/ListObjectsV2)
        pub fn list_objects_v2(
            &self,
            bucket: impl boto::Text,
        ) -> Call<types::ListObjectsV2Input, types::ListObjectsV2Output> {
            Call(
                boto::Call::new(
                    &self.0,
                    "ListObjectsV2",
                    types::ListObjectsV2Input {
                        bucket: boto::text(bucket),
                        ..boto::Default::default()
                    },
                ),
            )
        }
    }
    impl Connection {
        /// Calls `PutObject` (`PUT /{Bucket}/{Key+}`).
        ///
        /// # Errors
        /// `InvalidRequest`, `InvalidWriteOffset`, `TooManyParts`, `EncryptionTypeMismatch`.
        ///
        /// [AWS reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/PutObject)
        pub fn put_object(
            &self,
            bucket: impl boto::Text,
            key: impl boto::Text,
        ) -> Call<types::PutObjectInput, types::PutObjectOutput> {
            Call(
                boto::Call::new(
                    &self.0,
                    "PutObject",
                    types::PutObjectInput {
                        bucket: boto::text(bucket),
                        key: boto::text(key),
                        ..boto::Default::default()
                    },
                ),
            )
        }
    }
    impl Connection {
        /// Calls `SelectObjectContent` (`POST /{Bucket}/{Key+}?select&select-type=2`).
        ///
        /// [AWS reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/SelectObjectContent)
        pub fn select_object_content(
            &self,
            input: types::SelectObjectContentInput,
        ) -> Call<types::SelectObjectContentInput, types::SelectObjectContentOutput> {
            Call(boto::Call::new(&self.0, "SelectObjectContent", input))
        }
    }
    impl boto::Modeled for types::NoSuchKey {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 68);
    }
    impl boto::Modeled for types::InvalidObjectState {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 69);
    }
    impl boto::Modeled for types::NoSuchBucket {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 99);
    }
    impl boto::Modeled for types::InvalidRequest {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 111);
    }
    impl boto::Modeled for types::InvalidWriteOffset {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 112);
    }
    impl boto::Modeled for types::TooManyParts {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 113);
    }
    impl boto::Modeled for types::EncryptionTypeMismatch {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 114);
    }
    /// A call that is sent when it is awaited.
    #[must_use = "a call does nothing until it is awaited"]
    pub struct Call<I, O>(boto::Call<I, O>);
    impl<I, O> Call<I, O> {
        /// The input as it stands.
        pub fn input(&self) -> &I {
            self.0.input()
        }
        /// The input, to be changed in place.
        pub fn input_mut(&mut self) -> &mut I {
            self.0.input_mut()
        }
        /// The time the whole call may take, all attempts and waits together.
        pub fn timeout(self, limit: boto::Duration) -> Self {
            Self(self.0.timeout(limit))
        }
        /// How many times to try again at most after the first attempt; 0 for one attempt only.
        pub fn retries(self, retries: u32) -> Self {
            Self(self.0.retries(retries))
        }
        /// A header to send besides those of the operation.
        pub fn header(self, name: &str, value: &str) -> Self {
            Self(self.0.header(name, value))
        }
        /// Sets a member of the input by its name in the model: an empty list to be sent, which fields cannot tell from none.
        pub fn param(self, name: &str, value: impl boto::Into<boto::Value>) -> Self {
            Self(self.0.member(name, value))
        }
        /// Sets members of the input by their names in the model, from anything that serializes to an object.
        pub fn params<T: boto::Serialize>(self, members: &T) -> Self {
            Self(self.0.members(members))
        }
        /// Repeats this call until what that waiter of the service is for, `BucketExists` or `bucket_exists`.
        pub fn wait_until(self, waiter: &str) -> boto::Wait<I, O> {
            self.0.wait_until(waiter)
        }
    }
    impl<I: boto::Record, O> Call<I, O> {
        /// Builds the request, signs it and gives it back instead of sending it.
        ///
        /// # Errors
        /// What would have kept the call from being sent.
        pub async fn dry_run(self) -> boto::Result<boto::Request, boto::Error> {
            self.0.dry_run().await
        }
        /// A URL, and the headers that must go with it, that anyone may use for that long.
        ///
        /// # Errors
        /// What would have kept the call from being sent.
        pub async fn presign(
            self,
            expires: boto::Duration,
        ) -> boto::Result<boto::Presigned, boto::Error> {
            self.0.presign(expires).await
        }
        /// The pages of this call, fetched one by one as they are asked for.
        pub fn paginate(self) -> boto::Pages<I, O> {
            self.0.paginate()
        }
    }
    impl<
        I: boto::Record + boto::Clone + 'static,
        O: boto::Page + boto::Paged + 'static,
    > Call<I, O> {
        /// The items of all pages, one after the other.
        pub fn items(self) -> boto::Items<I, O, O::Item> {
            boto::items(self.0.paginate())
        }
    }
    impl<
        I: boto::Record + 'static,
        O: boto::Record + boto::Default + 'static,
    > Call<I, O> {
        /// Calls, and gives what the answer says beside its output too.
        ///
        /// # Errors
        /// Those of the operation, and what kept the call from being sent.
        pub async fn send(self) -> boto::Result<(O, boto::Metadata), boto::Error> {
            self.0.send().await
        }
        /// Reads an answer as if it had come to this call, instead of sending it: for stubs and recorded traffic.
        ///
        /// # Errors
        /// Those of the operation, if the answer tells of one, and what is wrong with the answer.
        pub async fn interpret(
            self,
            response: boto::Response,
        ) -> boto::Result<(O, boto::Metadata), boto::Error> {
            self.0.interpret(response).await
        }
    }
    impl<I: boto::Record + 'static, O: boto::Answer + 'static> boto::IntoFuture
    for Call<I, O> {
        type Output = boto::Result<O, boto::Error>;
        type IntoFuture = boto::BoxFuture<'static, boto::Result<O, boto::Error>>;
        fn into_future(self) -> boto::BoxFuture<'static, boto::Result<O, boto::Error>> {
            boto::Answer::answer(self.0)
        }
    }
    impl<I, O> boto::Debug for Call<I, O> {
        fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
            boto::Debug::fmt(&self.0, f)
        }
    }
    impl<O> Call<types::GetObjectInput, O> {
        /// `IfMatch` (header `If-Match`)
        pub fn if_match(mut self, value: impl boto::Text) -> Self {
            self.0.input.if_match = boto::Text::text(value);
            self
        }
        /// `IfModifiedSince` (header `If-Modified-Since`)
        pub fn if_modified_since(
            mut self,
            value: impl boto::Into<boto::DateTime>,
        ) -> Self {
            self.0.input.if_modified_since = boto::Some(boto::Into::into(value));
            self
        }
        /// `IfNoneMatch` (header `If-None-Match`)
        pub fn if_none_match(mut self, value: impl boto::Text) -> Self {
            self.0.input.if_none_match = boto::Text::text(value);
            self
        }
        /// `IfUnmodifiedSince` (header `If-Unmodified-Since`)
        pub fn if_unmodified_since(
            mut self,
            value: impl boto::Into<boto::DateTime>,
        ) -> Self {
            self.0.input.if_unmodified_since = boto::Some(boto::Into::into(value));
            self
        }
        /// `Range` (header `Range`)
        pub fn range(mut self, value: impl boto::Text) -> Self {
            self.0.input.range = boto::Text::text(value);
            self
        }
        /// `ResponseCacheControl`
        pub fn response_cache_control(mut self, value: impl boto::Text) -> Self {
            self.0.input.response_cache_control = boto::Text::text(value);
            self
        }
        /// `ResponseContentDisposition`
        pub fn response_content_disposition(mut self, value: impl boto::Text) -> Self {
            self.0.input.response_content_disposition = boto::Text::text(value);
            self
        }
        /// `ResponseContentEncoding`
        pub fn response_content_encoding(mut self, value: impl boto::Text) -> Self {
            self.0.input.response_content_encoding = boto::Text::text(value);
            self
        }
        /// `ResponseContentLanguage`
        pub fn response_content_language(mut self, value: impl boto::Text) -> Self {
            self.0.input.response_content_language = boto::Text::text(value);
            self
        }
        /// `ResponseContentType`
        pub fn response_content_type(mut self, value: impl boto::Text) -> Self {
            self.0.input.response_content_type = boto::Text::text(value);
            self
        }
        /// `ResponseExpires`
        pub fn response_expires(
            mut self,
            value: impl boto::Into<boto::DateTime>,
        ) -> Self {
            self.0.input.response_expires = boto::Some(boto::Into::into(value));
            self
        }
        /// `VersionId`
        pub fn version_id(mut self, value: impl boto::Text) -> Self {
            self.0.input.version_id = boto::Text::text(value);
            self
        }
        /// `SSECustomerAlgorithm` (header `x-amz-server-side-encryption-customer-algorithm`)
        pub fn sse_customer_algorithm(mut self, value: impl boto::Text) -> Self {
            self.0.input.sse_customer_algorithm = boto::Text::text(value);
            self
        }
        /// `SSECustomerKey`, sensitive (header `x-amz-server-side-encryption-customer-key`)
        pub fn sse_customer_key(mut self, value: impl boto::Text) -> Self {
            self.0.input.sse_customer_key = boto::Text::text(value);
            self
        }
        /// `SSECustomerKeyMD5` (header `x-amz-server-side-encryption-customer-key-MD5`)
        pub fn sse_customer_key_md5(mut self, value: impl boto::Text) -> Self {
            self.0.input.sse_customer_key_md5 = boto::Text::text(value);
            self
        }
        /// `RequestPayer` (header `x-amz-request-payer`)
        pub fn request_payer(
            mut self,
            value: impl boto::Into<types::RequestPayer>,
        ) -> Self {
            self.0.input.request_payer = boto::Some(boto::Into::into(value));
            self
        }
        /// `PartNumber`
        pub fn part_number(mut self, value: i32) -> Self {
            self.0.input.part_number = boto::Some(value);
            self
        }
        /// `ExpectedBucketOwner` (header `x-amz-expected-bucket-owner`)
        pub fn expected_bucket_owner(mut self, value: impl boto::Text) -> Self {
            self.0.input.expected_bucket_owner = boto::Text::text(value);
            self
        }
        /// `ChecksumMode` (header `x-amz-checksum-mode`)
        pub fn checksum_mode(
            mut self,
            value: impl boto::Into<types::ChecksumMode>,
        ) -> Self {
            self.0.input.checksum_mode = boto::Some(boto::Into::into(value));
            self
        }
    }
    impl<O> Call<types::ListObjectsV2Input, O> {
        /// `Delimiter`
        pub fn delimiter(mut self, value: impl boto::Text) -> Self {
            self.0.input.delimiter = boto::Text::text(value);
            self
        }
        /// `EncodingType`
        pub fn encoding_type(
            mut self,
            value: impl boto::Into<types::EncodingType>,
        ) -> Self {
            self.0.input.encoding_type = boto::Some(boto::Into::into(value));
            self
        }
        /// `MaxKeys`
        pub fn max_keys(mut self, value: i32) -> Self {
            self.0.input.max_keys = boto::Some(value);
            self
        }
        /// `Prefix`
        pub fn prefix(mut self, value: impl boto::Text) -> Self {
            self.0.input.prefix = boto::Text::text(value);
            self
        }
        /// `ContinuationToken`
        pub fn continuation_token(mut self, value: impl boto::Text) -> Self {
            self.0.input.continuation_token = boto::Text::text(value);
            self
        }
        /// `FetchOwner`
        pub fn fetch_owner(mut self, value: bool) -> Self {
            self.0.input.fetch_owner = boto::Some(value);
            self
        }
        /// `StartAfter`
        pub fn start_after(mut self, value: impl boto::Text) -> Self {
            self.0.input.start_after = boto::Text::text(value);
            self
        }
        /// `RequestPayer` (header `x-amz-request-payer`)
        pub fn request_payer(
            mut self,
            value: impl boto::Into<types::RequestPayer>,
        ) -> Self {
            self.0.input.request_payer = boto::Some(boto::Into::into(value));
            self
        }
        /// `ExpectedBucketOwner` (header `x-amz-expected-bucket-owner`)
        pub fn expected_bucket_owner(mut self, value: impl boto::Text) -> Self {
            self.0.input.expected_bucket_owner = boto::Text::text(value);
            self
        }
        /// `OptionalObjectAttributes` (header `x-amz-optional-object-attributes`)
        pub fn optional_object_attributes(
            mut self,
            value: impl boto::IntoIterator<
                Item = impl boto::Into<types::OptionalObjectAttributes>,
            >,
        ) -> Self {
            self.0.input.optional_object_attributes = boto::list(value);
            self
        }
    }
    impl<O> Call<types::PutObjectInput, O> {
        /// `ACL` (header `x-amz-acl`)
        pub fn acl(mut self, value: impl boto::Into<types::ObjectCannedACL>) -> Self {
            self.0.input.acl = boto::Some(boto::Into::into(value));
            self
        }
        /// `Body`
        pub fn body(mut self, value: impl boto::Into<boto::ByteStream>) -> Self {
            self.0.input.body = boto::Some(boto::Into::into(value));
            self
        }
        /// `CacheControl` (header `Cache-Control`)
        pub fn cache_control(mut self, value: impl boto::Text) -> Self {
            self.0.input.cache_control = boto::Text::text(value);
            self
        }
        /// `ContentDisposition` (header `Content-Disposition`)
        pub fn content_disposition(mut self, value: impl boto::Text) -> Self {
            self.0.input.content_disposition = boto::Text::text(value);
            self
        }
        /// `ContentEncoding` (header `Content-Encoding`)
        pub fn content_encoding(mut self, value: impl boto::Text) -> Self {
            self.0.input.content_encoding = boto::Text::text(value);
            self
        }
        /// `ContentLanguage` (header `Content-Language`)
        pub fn content_language(mut self, value: impl boto::Text) -> Self {
            self.0.input.content_language = boto::Text::text(value);
            self
        }
        /// `ContentLength` (header `Content-Length`)
        pub fn content_length(mut self, value: i64) -> Self {
            self.0.input.content_length = boto::Some(value);
            self
        }
        /// `ContentMD5` (header `Content-MD5`)
        pub fn content_md5(mut self, value: impl boto::Text) -> Self {
            self.0.input.content_md5 = boto::Text::text(value);
            self
        }
        /// `ContentType` (header `Content-Type`)
        pub fn content_type(mut self, value: impl boto::Text) -> Self {
            self.0.input.content_type = boto::Text::text(value);
            self
        }
        /// `ChecksumAlgorithm` (header `x-amz-sdk-checksum-algorithm`)
        pub fn checksum_algorithm(
            mut self,
            value: impl boto::Into<types::ChecksumAlgorithm>,
        ) -> Self {
            self.0.input.checksum_algorithm = boto::Some(boto::Into::into(value));
            self
        }
        /// `ChecksumCRC32` (header `x-amz-checksum-crc32`)
        pub fn checksum_crc32(mut self, value: impl boto::Text) -> Self {
            self.0.input.checksum_crc32 = boto::Text::text(value);
            self
        }
        /// `ChecksumCRC32C` (header `x-amz-checksum-crc32c`)
        pub fn checksum_crc32_c(mut self, value: impl boto::Text) -> Self {
            self.0.input.checksum_crc32_c = boto::Text::text(value);
            self
        }
        /// `ChecksumCRC64NVME` (header `x-amz-checksum-crc64nvme`)
        pub fn checksum_crc64_nvme(mut self, value: impl boto::Text) -> Self {
            self.0.input.checksum_crc64_nvme = boto::Text::text(value);
            self
        }
        /// `ChecksumSHA1` (header `x-amz-checksum-sha1`)
        pub fn checksum_sha1(mut self, value: impl boto::Text) -> Self {
            self.0.input.checksum_sha1 = boto::Text::text(value);
            self
        }
        /// `ChecksumSHA256` (header `x-amz-checksum-sha256`)
        pub fn checksum_sha256(mut self, value: impl boto::Text) -> Self {
            self.0.input.checksum_sha256 = boto::Text::text(value);
            self
        }
        /// `ChecksumSHA512` (header `x-amz-checksum-sha512`)
        pub fn checksum_sha512(mut self, value: impl boto::Text) -> Self {
            self.0.input.checksum_sha512 = boto::Text::text(value);
            self
        }
        /// `ChecksumMD5` (header `x-amz-checksum-md5`)
        pub fn checksum_md5(mut self, value: impl boto::Text) -> Self {
            self.0.input.checksum_md5 = boto::Text::text(value);
            self
        }
        /// `ChecksumXXHASH64` (header `x-amz-checksum-xxhash64`)
        pub fn checksum_xxhash64(mut self, value: impl boto::Text) -> Self {
            self.0.input.checksum_xxhash64 = boto::Text::text(value);
            self
        }
        /// `ChecksumXXHASH3` (header `x-amz-checksum-xxhash3`)
        pub fn checksum_xxhash3(mut self, value: impl boto::Text) -> Self {
            self.0.input.checksum_xxhash3 = boto::Text::text(value);
            self
        }
        /// `ChecksumXXHASH128` (header `x-amz-checksum-xxhash128`)
        pub fn checksum_xxhash128(mut self, value: impl boto::Text) -> Self {
            self.0.input.checksum_xxhash128 = boto::Text::text(value);
            self
        }
        /// `Expires` (header `Expires`)
        pub fn expires(mut self, value: impl boto::Into<boto::DateTime>) -> Self {
            self.0.input.expires = boto::Some(boto::Into::into(value));
            self
        }
        /// `IfMatch` (header `If-Match`)
        pub fn if_match(mut self, value: impl boto::Text) -> Self {
            self.0.input.if_match = boto::Text::text(value);
            self
        }
        /// `IfNoneMatch` (header `If-None-Match`)
        pub fn if_none_match(mut self, value: impl boto::Text) -> Self {
            self.0.input.if_none_match = boto::Text::text(value);
            self
        }
        /// `GrantFullControl` (header `x-amz-grant-full-control`)
        pub fn grant_full_control(mut self, value: impl boto::Text) -> Self {
            self.0.input.grant_full_control = boto::Text::text(value);
            self
        }
        /// `GrantRead` (header `x-amz-grant-read`)
        pub fn grant_read(mut self, value: impl boto::Text) -> Self {
            self.0.input.grant_read = boto::Text::text(value);
            self
        }
        /// `GrantReadACP` (header `x-amz-grant-read-acp`)
        pub fn grant_read_acp(mut self, value: impl boto::Text) -> Self {
            self.0.input.grant_read_acp = boto::Text::text(value);
            self
        }
        /// `GrantWriteACP` (header `x-amz-grant-write-acp`)
        pub fn grant_write_acp(mut self, value: impl boto::Text) -> Self {
            self.0.input.grant_write_acp = boto::Text::text(value);
            self
        }
        /// `WriteOffsetBytes` (header `x-amz-write-offset-bytes`)
        pub fn write_offset_bytes(mut self, value: i64) -> Self {
            self.0.input.write_offset_bytes = boto::Some(value);
            self
        }
        /// `Metadata` (headers `x-amz-meta-`)
        pub fn metadata(
            mut self,
            value: impl boto::IntoIterator<Item = (impl boto::Text, impl boto::Text)>,
        ) -> Self {
            self.0.input.metadata = boto::text_map(value);
            self
        }
        /// `ServerSideEncryption` (header `x-amz-server-side-encryption`)
        pub fn server_side_encryption(
            mut self,
            value: impl boto::Into<types::ServerSideEncryption>,
        ) -> Self {
            self.0.input.server_side_encryption = boto::Some(boto::Into::into(value));
            self
        }
        /// `StorageClass` (header `x-amz-storage-class`)
        pub fn storage_class(
            mut self,
            value: impl boto::Into<types::StorageClass>,
        ) -> Self {
            self.0.input.storage_class = boto::Some(boto::Into::into(value));
            self
        }
        /// `WebsiteRedirectLocation` (header `x-amz-website-redirect-location`)
        pub fn website_redirect_location(mut self, value: impl boto::Text) -> Self {
            self.0.input.website_redirect_location = boto::Text::text(value);
            self
        }
        /// `SSECustomerAlgorithm` (header `x-amz-server-side-encryption-customer-algorithm`)
        pub fn sse_customer_algorithm(mut self, value: impl boto::Text) -> Self {
            self.0.input.sse_customer_algorithm = boto::Text::text(value);
            self
        }
        /// `SSECustomerKey`, sensitive (header `x-amz-server-side-encryption-customer-key`)
        pub fn sse_customer_key(mut self, value: impl boto::Text) -> Self {
            self.0.input.sse_customer_key = boto::Text::text(value);
            self
        }
        /// `SSECustomerKeyMD5` (header `x-amz-server-side-encryption-customer-key-MD5`)
        pub fn sse_customer_key_md5(mut self, value: impl boto::Text) -> Self {
            self.0.input.sse_customer_key_md5 = boto::Text::text(value);
            self
        }
        /// `SSEKMSKeyId`, sensitive (header `x-amz-server-side-encryption-aws-kms-key-id`)
        pub fn ssekms_key_id(mut self, value: impl boto::Text) -> Self {
            self.0.input.ssekms_key_id = boto::Text::text(value);
            self
        }
        /// `SSEKMSEncryptionContext`, sensitive (header `x-amz-server-side-encryption-context`)
        pub fn ssekms_encryption_context(mut self, value: impl boto::Text) -> Self {
            self.0.input.ssekms_encryption_context = boto::Text::text(value);
            self
        }
        /// `BucketKeyEnabled` (header `x-amz-server-side-encryption-bucket-key-enabled`)
        pub fn bucket_key_enabled(mut self, value: bool) -> Self {
            self.0.input.bucket_key_enabled = boto::Some(value);
            self
        }
        /// `RequestPayer` (header `x-amz-request-payer`)
        pub fn request_payer(
            mut self,
            value: impl boto::Into<types::RequestPayer>,
        ) -> Self {
            self.0.input.request_payer = boto::Some(boto::Into::into(value));
            self
        }
        /// `Tagging` (header `x-amz-tagging`)
        pub fn tagging(mut self, value: impl boto::Text) -> Self {
            self.0.input.tagging = boto::Text::text(value);
            self
        }
        /// `ObjectLockMode` (header `x-amz-object-lock-mode`)
        pub fn object_lock_mode(
            mut self,
            value: impl boto::Into<types::ObjectLockMode>,
        ) -> Self {
            self.0.input.object_lock_mode = boto::Some(boto::Into::into(value));
            self
        }
        /// `ObjectLockRetainUntilDate` (header `x-amz-object-lock-retain-until-date`)
        pub fn object_lock_retain_until_date(
            mut self,
            value: impl boto::Into<boto::DateTime>,
        ) -> Self {
            self.0.input.object_lock_retain_until_date = boto::Some(
                boto::Into::into(value),
            );
            self
        }
        /// `ObjectLockLegalHoldStatus` (header `x-amz-object-lock-legal-hold`)
        pub fn object_lock_legal_hold_status(
            mut self,
            value: impl boto::Into<types::ObjectLockLegalHoldStatus>,
        ) -> Self {
            self.0.input.object_lock_legal_hold_status = boto::Some(
                boto::Into::into(value),
            );
            self
        }
        /// `ObjectLockEventHold` (header `x-amz-object-lock-event-hold`)
        pub fn object_lock_event_hold(
            mut self,
            value: impl boto::Into<types::ObjectLockEventHold>,
        ) -> Self {
            self.0.input.object_lock_event_hold = boto::Some(boto::Into::into(value));
            self
        }
        /// `ObjectLockEventHoldDurationDays` (header `x-amz-object-lock-event-hold-duration-days`)
        pub fn object_lock_event_hold_duration_days(mut self, value: i32) -> Self {
            self.0.input.object_lock_event_hold_duration_days = boto::Some(value);
            self
        }
        /// `ObjectLockEventHoldDurationYears` (header `x-amz-object-lock-event-hold-duration-years`)
        pub fn object_lock_event_hold_duration_years(mut self, value: i32) -> Self {
            self.0.input.object_lock_event_hold_duration_years = boto::Some(value);
            self
        }
        /// `ExpectedBucketOwner` (header `x-amz-expected-bucket-owner`)
        pub fn expected_bucket_owner(mut self, value: impl boto::Text) -> Self {
            self.0.input.expected_bucket_owner = boto::Text::text(value);
            self
        }
    }
    impl<O> Call<types::SelectObjectContentInput, O> {
        /// `SSECustomerAlgorithm` (header `x-amz-server-side-encryption-customer-algorithm`)
        pub fn sse_customer_algorithm(mut self, value: impl boto::Text) -> Self {
            self.0.input.sse_customer_algorithm = boto::Text::text(value);
            self
        }
        /// `SSECustomerKey`, sensitive (header `x-amz-server-side-encryption-customer-key`)
        pub fn sse_customer_key(mut self, value: impl boto::Text) -> Self {
            self.0.input.sse_customer_key = boto::Text::text(value);
            self
        }
        /// `SSECustomerKeyMD5` (header `x-amz-server-side-encryption-customer-key-MD5`)
        pub fn sse_customer_key_md5(mut self, value: impl boto::Text) -> Self {
            self.0.input.sse_customer_key_md5 = boto::Text::text(value);
            self
        }
        /// `RequestProgress`
        pub fn request_progress(
            mut self,
            value: impl boto::Into<types::RequestProgress>,
        ) -> Self {
            self.0.input.request_progress = boto::Some(boto::Into::into(value));
            self
        }
        /// `ScanRange`
        pub fn scan_range(mut self, value: impl boto::Into<types::ScanRange>) -> Self {
            self.0.input.scan_range = boto::Some(boto::Into::into(value));
            self
        }
        /// `ExpectedBucketOwner` (header `x-amz-expected-bucket-owner`)
        pub fn expected_bucket_owner(mut self, value: impl boto::Text) -> Self {
            self.0.input.expected_bucket_owner = boto::Text::text(value);
            self
        }
    }
    ///Inputs, outputs and the types inside them.
    pub mod types {
        use super::{boto, TABLE};
        /// What `GetObject` takes.
        #[derive(boto::Clone, boto::Default)]
        pub struct GetObjectInput {
            /// `Bucket`, required
            pub bucket: boto::String,
            /// `IfMatch` (header `If-Match`)
            pub if_match: boto::Option<boto::String>,
            /// `IfModifiedSince` (header `If-Modified-Since`)
            pub if_modified_since: boto::Option<boto::DateTime>,
            /// `IfNoneMatch` (header `If-None-Match`)
            pub if_none_match: boto::Option<boto::String>,
            /// `IfUnmodifiedSince` (header `If-Unmodified-Since`)
            pub if_unmodified_since: boto::Option<boto::DateTime>,
            /// `Key`, required: at least 1 characters
            pub key: boto::String,
            /// `Range` (header `Range`)
            pub range: boto::Option<boto::String>,
            /// `ResponseCacheControl`
            pub response_cache_control: boto::Option<boto::String>,
            /// `ResponseContentDisposition`
            pub response_content_disposition: boto::Option<boto::String>,
            /// `ResponseContentEncoding`
            pub response_content_encoding: boto::Option<boto::String>,
            /// `ResponseContentLanguage`
            pub response_content_language: boto::Option<boto::String>,
            /// `ResponseContentType`
            pub response_content_type: boto::Option<boto::String>,
            /// `ResponseExpires`
            pub response_expires: boto::Option<boto::DateTime>,
            /// `VersionId`
            pub version_id: boto::Option<boto::String>,
            /// `SSECustomerAlgorithm` (header `x-amz-server-side-encryption-customer-algorithm`)
            pub sse_customer_algorithm: boto::Option<boto::String>,
            /// `SSECustomerKey`, sensitive (header `x-amz-server-side-encryption-customer-key`)
            pub sse_customer_key: boto::Option<boto::String>,
            /// `SSECustomerKeyMD5` (header `x-amz-server-side-encryption-customer-key-MD5`)
            pub sse_customer_key_md5: boto::Option<boto::String>,
            /// `RequestPayer` (header `x-amz-request-payer`)
            pub request_payer: boto::Option<RequestPayer>,
            /// `PartNumber`
            pub part_number: boto::Option<i32>,
            /// `ExpectedBucketOwner` (header `x-amz-expected-bucket-owner`)
            pub expected_bucket_owner: boto::Option<boto::String>,
            /// `ChecksumMode` (header `x-amz-checksum-mode`)
            pub checksum_mode: boto::Option<ChecksumMode>,
        }
        impl boto::Record for GetObjectInput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.bucket,
                    1 => &self.if_match,
                    2 => &self.if_modified_since,
                    3 => &self.if_none_match,
                    4 => &self.if_unmodified_since,
                    5 => &self.key,
                    6 => &self.range,
                    7 => &self.response_cache_control,
                    8 => &self.response_content_disposition,
                    9 => &self.response_content_encoding,
                    10 => &self.response_content_language,
                    11 => &self.response_content_type,
                    12 => &self.response_expires,
                    13 => &self.version_id,
                    14 => &self.sse_customer_algorithm,
                    15 => &self.sse_customer_key,
                    16 => &self.sse_customer_key_md5,
                    17 => &self.request_payer,
                    18 => &self.part_number,
                    19 => &self.expected_bucket_owner,
                    20 => &self.checksum_mode,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.bucket,
                    1 => &mut self.if_match,
                    2 => &mut self.if_modified_since,
                    3 => &mut self.if_none_match,
                    4 => &mut self.if_unmodified_since,
                    5 => &mut self.key,
                    6 => &mut self.range,
                    7 => &mut self.response_cache_control,
                    8 => &mut self.response_content_disposition,
                    9 => &mut self.response_content_encoding,
                    10 => &mut self.response_content_language,
                    11 => &mut self.response_content_type,
                    12 => &mut self.response_expires,
                    13 => &mut self.version_id,
                    14 => &mut self.sse_customer_algorithm,
                    15 => &mut self.sse_customer_key,
                    16 => &mut self.sse_customer_key_md5,
                    17 => &mut self.request_payer,
                    18 => &mut self.part_number,
                    19 => &mut self.expected_bucket_owner,
                    20 => &mut self.checksum_mode,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for GetObjectInput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 0, self, "GetObjectInput", f)
            }
        }
        impl boto::PartialEq for GetObjectInput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 0, self, other)
            }
        }
        impl boto::Serialize for GetObjectInput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 0, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for GetObjectInput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 0, from)
            }
        }
        /// What `GetObject` answers.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct GetObjectOutput {
            /// `Body`
            pub body: boto::ByteStream,
            /// `DeleteMarker` (header `x-amz-delete-marker`)
            pub delete_marker: boto::Option<bool>,
            /// `AcceptRanges` (header `accept-ranges`)
            pub accept_ranges: boto::Option<boto::String>,
            /// `Expiration` (header `x-amz-expiration`)
            pub expiration: boto::Option<boto::String>,
            /// `Restore` (header `x-amz-restore`)
            pub restore: boto::Option<boto::String>,
            /// `LastModified` (header `Last-Modified`)
            pub last_modified: boto::Option<boto::DateTime>,
            /// `ContentLength` (header `Content-Length`)
            pub content_length: boto::Option<i64>,
            /// `ETag` (header `ETag`)
            pub e_tag: boto::Option<boto::String>,
            /// `ChecksumCRC32` (header `x-amz-checksum-crc32`)
            pub checksum_crc32: boto::Option<boto::String>,
            /// `ChecksumCRC32C` (header `x-amz-checksum-crc32c`)
            pub checksum_crc32_c: boto::Option<boto::String>,
            /// `ChecksumCRC64NVME` (header `x-amz-checksum-crc64nvme`)
            pub checksum_crc64_nvme: boto::Option<boto::String>,
            /// `ChecksumSHA1` (header `x-amz-checksum-sha1`)
            pub checksum_sha1: boto::Option<boto::String>,
            /// `ChecksumSHA256` (header `x-amz-checksum-sha256`)
            pub checksum_sha256: boto::Option<boto::String>,
            /// `ChecksumSHA512` (header `x-amz-checksum-sha512`)
            pub checksum_sha512: boto::Option<boto::String>,
            /// `ChecksumMD5` (header `x-amz-checksum-md5`)
            pub checksum_md5: boto::Option<boto::String>,
            /// `ChecksumXXHASH64` (header `x-amz-checksum-xxhash64`)
            pub checksum_xxhash64: boto::Option<boto::String>,
            /// `ChecksumXXHASH3` (header `x-amz-checksum-xxhash3`)
            pub checksum_xxhash3: boto::Option<boto::String>,
            /// `ChecksumXXHASH128` (header `x-amz-checksum-xxhash128`)
            pub checksum_xxhash128: boto::Option<boto::String>,
            /// `ChecksumType` (header `x-amz-checksum-type`)
            pub checksum_type: boto::Option<ChecksumType>,
            /// `MissingMeta` (header `x-amz-missing-meta`)
            pub missing_meta: boto::Option<i32>,
            /// `VersionId` (header `x-amz-version-id`)
            pub version_id: boto::Option<boto::String>,
            /// `CacheControl` (header `Cache-Control`)
            pub cache_control: boto::Option<boto::String>,
            /// `ContentDisposition` (header `Content-Disposition`)
            pub content_disposition: boto::Option<boto::String>,
            /// `ContentEncoding` (header `Content-Encoding`)
            pub content_encoding: boto::Option<boto::String>,
            /// `ContentLanguage` (header `Content-Language`)
            pub content_language: boto::Option<boto::String>,
            /// `ContentRange` (header `Content-Range`)
            pub content_range: boto::Option<boto::String>,
            /// `ContentType` (header `Content-Type`)
            pub content_type: boto::Option<boto::String>,
            /// `Expires` (header `Expires`)
            pub expires: boto::Option<boto::DateTime>,
            /// `WebsiteRedirectLocation` (header `x-amz-website-redirect-location`)
            pub website_redirect_location: boto::Option<boto::String>,
            /// `ServerSideEncryption` (header `x-amz-server-side-encryption`)
            pub server_side_encryption: boto::Option<ServerSideEncryption>,
            /// `Metadata` (headers `x-amz-meta-`)
            pub metadata: boto::Map<boto::String>,
            /// `SSECustomerAlgorithm` (header `x-amz-server-side-encryption-customer-algorithm`)
            pub sse_customer_algorithm: boto::Option<boto::String>,
            /// `SSECustomerKeyMD5` (header `x-amz-server-side-encryption-customer-key-MD5`)
            pub sse_customer_key_md5: boto::Option<boto::String>,
            /// `SSEKMSKeyId`, sensitive (header `x-amz-server-side-encryption-aws-kms-key-id`)
            pub ssekms_key_id: boto::Option<boto::String>,
            /// `BucketKeyEnabled` (header `x-amz-server-side-encryption-bucket-key-enabled`)
            pub bucket_key_enabled: boto::Option<bool>,
            /// `StorageClass` (header `x-amz-storage-class`)
            pub storage_class: boto::Option<StorageClass>,
            /// `RequestCharged` (header `x-amz-request-charged`)
            pub request_charged: boto::Option<RequestCharged>,
            /// `ReplicationStatus` (header `x-amz-replication-status`)
            pub replication_status: boto::Option<ReplicationStatus>,
            /// `PartsCount` (header `x-amz-mp-parts-count`)
            pub parts_count: boto::Option<i32>,
            /// `TagCount` (header `x-amz-tagging-count`)
            pub tag_count: boto::Option<i32>,
            /// `ObjectLockMode` (header `x-amz-object-lock-mode`)
            pub object_lock_mode: boto::Option<ObjectLockMode>,
            /// `ObjectLockRetainUntilDate` (header `x-amz-object-lock-retain-until-date`)
            pub object_lock_retain_until_date: boto::Option<boto::DateTime>,
            /// `ObjectLockLegalHoldStatus` (header `x-amz-object-lock-legal-hold`)
            pub object_lock_legal_hold_status: boto::Option<ObjectLockLegalHoldStatus>,
            /// `ObjectLockEventHold` (header `x-amz-object-lock-event-hold`)
            pub object_lock_event_hold: boto::Option<ObjectLockEventHold>,
            /// `ObjectLockEventHoldDurationDays` (header `x-amz-object-lock-event-hold-duration-days`)
            pub object_lock_event_hold_duration_days: boto::Option<i32>,
            /// `ObjectLockEventHoldDurationYears` (header `x-amz-object-lock-event-hold-duration-years`)
            pub object_lock_event_hold_duration_years: boto::Option<i32>,
        }
        impl boto::Record for GetObjectOutput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.body,
                    1 => &self.delete_marker,
                    2 => &self.accept_ranges,
                    3 => &self.expiration,
                    4 => &self.restore,
                    5 => &self.last_modified,
                    6 => &self.content_length,
                    7 => &self.e_tag,
                    8 => &self.checksum_crc32,
                    9 => &self.checksum_crc32_c,
                    10 => &self.checksum_crc64_nvme,
                    11 => &self.checksum_sha1,
                    12 => &self.checksum_sha256,
                    13 => &self.checksum_sha512,
                    14 => &self.checksum_md5,
                    15 => &self.checksum_xxhash64,
                    16 => &self.checksum_xxhash3,
                    17 => &self.checksum_xxhash128,
                    18 => &self.checksum_type,
                    19 => &self.missing_meta,
                    20 => &self.version_id,
                    21 => &self.cache_control,
                    22 => &self.content_disposition,
                    23 => &self.content_encoding,
                    24 => &self.content_language,
                    25 => &self.content_range,
                    26 => &self.content_type,
                    27 => &self.expires,
                    28 => &self.website_redirect_location,
                    29 => &self.server_side_encryption,
                    30 => &self.metadata,
                    31 => &self.sse_customer_algorithm,
                    32 => &self.sse_customer_key_md5,
                    33 => &self.ssekms_key_id,
                    34 => &self.bucket_key_enabled,
                    35 => &self.storage_class,
                    36 => &self.request_charged,
                    37 => &self.replication_status,
                    38 => &self.parts_count,
                    39 => &self.tag_count,
                    40 => &self.object_lock_mode,
                    41 => &self.object_lock_retain_until_date,
                    42 => &self.object_lock_legal_hold_status,
                    43 => &self.object_lock_event_hold,
                    44 => &self.object_lock_event_hold_duration_days,
                    45 => &self.object_lock_event_hold_duration_years,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.body,
                    1 => &mut self.delete_marker,
                    2 => &mut self.accept_ranges,
                    3 => &mut self.expiration,
                    4 => &mut self.restore,
                    5 => &mut self.last_modified,
                    6 => &mut self.content_length,
                    7 => &mut self.e_tag,
                    8 => &mut self.checksum_crc32,
                    9 => &mut self.checksum_crc32_c,
                    10 => &mut self.checksum_crc64_nvme,
                    11 => &mut self.checksum_sha1,
                    12 => &mut self.checksum_sha256,
                    13 => &mut self.checksum_sha512,
                    14 => &mut self.checksum_md5,
                    15 => &mut self.checksum_xxhash64,
                    16 => &mut self.checksum_xxhash3,
                    17 => &mut self.checksum_xxhash128,
                    18 => &mut self.checksum_type,
                    19 => &mut self.missing_meta,
                    20 => &mut self.version_id,
                    21 => &mut self.cache_control,
                    22 => &mut self.content_disposition,
                    23 => &mut self.content_encoding,
                    24 => &mut self.content_language,
                    25 => &mut self.content_range,
                    26 => &mut self.content_type,
                    27 => &mut self.expires,
                    28 => &mut self.website_redirect_location,
                    29 => &mut self.server_side_encryption,
                    30 => &mut self.metadata,
                    31 => &mut self.sse_customer_algorithm,
                    32 => &mut self.sse_customer_key_md5,
                    33 => &mut self.ssekms_key_id,
                    34 => &mut self.bucket_key_enabled,
                    35 => &mut self.storage_class,
                    36 => &mut self.request_charged,
                    37 => &mut self.replication_status,
                    38 => &mut self.parts_count,
                    39 => &mut self.tag_count,
                    40 => &mut self.object_lock_mode,
                    41 => &mut self.object_lock_retain_until_date,
                    42 => &mut self.object_lock_legal_hold_status,
                    43 => &mut self.object_lock_event_hold,
                    44 => &mut self.object_lock_event_hold_duration_days,
                    45 => &mut self.object_lock_event_hold_duration_years,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for GetObjectOutput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 22, self, "GetObjectOutput", f)
            }
        }
        impl boto::PartialEq for GetObjectOutput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 22, self, other)
            }
        }
        impl boto::Serialize for GetObjectOutput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 22, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for GetObjectOutput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 22, from)
            }
        }
        /// What `ListObjectsV2` takes.
        #[derive(boto::Clone, boto::Default)]
        pub struct ListObjectsV2Input {
            /// `Bucket`, required
            pub bucket: boto::String,
            /// `Delimiter`
            pub delimiter: boto::Option<boto::String>,
            /// `EncodingType`
            pub encoding_type: boto::Option<EncodingType>,
            /// `MaxKeys`
            pub max_keys: boto::Option<i32>,
            /// `Prefix`
            pub prefix: boto::Option<boto::String>,
            /// `ContinuationToken`
            pub continuation_token: boto::Option<boto::String>,
            /// `FetchOwner`
            pub fetch_owner: boto::Option<bool>,
            /// `StartAfter`
            pub start_after: boto::Option<boto::String>,
            /// `RequestPayer` (header `x-amz-request-payer`)
            pub request_payer: boto::Option<RequestPayer>,
            /// `ExpectedBucketOwner` (header `x-amz-expected-bucket-owner`)
            pub expected_bucket_owner: boto::Option<boto::String>,
            /// `OptionalObjectAttributes` (header `x-amz-optional-object-attributes`)
            pub optional_object_attributes: boto::Vec<OptionalObjectAttributes>,
        }
        impl boto::Record for ListObjectsV2Input {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.bucket,
                    1 => &self.delimiter,
                    2 => &self.encoding_type,
                    3 => &self.max_keys,
                    4 => &self.prefix,
                    5 => &self.continuation_token,
                    6 => &self.fetch_owner,
                    7 => &self.start_after,
                    8 => &self.request_payer,
                    9 => &self.expected_bucket_owner,
                    10 => &self.optional_object_attributes,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.bucket,
                    1 => &mut self.delimiter,
                    2 => &mut self.encoding_type,
                    3 => &mut self.max_keys,
                    4 => &mut self.prefix,
                    5 => &mut self.continuation_token,
                    6 => &mut self.fetch_owner,
                    7 => &mut self.start_after,
                    8 => &mut self.request_payer,
                    9 => &mut self.expected_bucket_owner,
                    10 => &mut self.optional_object_attributes,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ListObjectsV2Input {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 71, self, "ListObjectsV2Input", f)
            }
        }
        impl boto::PartialEq for ListObjectsV2Input {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 71, self, other)
            }
        }
        impl boto::Serialize for ListObjectsV2Input {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 71, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ListObjectsV2Input {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 71, from)
            }
        }
        /// What `ListObjectsV2` answers.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct ListObjectsV2Output {
            /// `IsTruncated`
            pub is_truncated: boto::Option<bool>,
            /// `Contents`
            pub contents: boto::Vec<Object>,
            /// `Name`
            pub name: boto::Option<boto::String>,
            /// `Prefix`
            pub prefix: boto::Option<boto::String>,
            /// `Delimiter`
            pub delimiter: boto::Option<boto::String>,
            /// `MaxKeys`
            pub max_keys: boto::Option<i32>,
            /// `CommonPrefixes`
            pub common_prefixes: boto::Vec<CommonPrefix>,
            /// `EncodingType`
            pub encoding_type: boto::Option<EncodingType>,
            /// `KeyCount`
            pub key_count: boto::Option<i32>,
            /// `ContinuationToken`
            pub continuation_token: boto::Option<boto::String>,
            /// `NextContinuationToken`
            pub next_continuation_token: boto::Option<boto::String>,
            /// `StartAfter`
            pub start_after: boto::Option<boto::String>,
            /// `RequestCharged` (header `x-amz-request-charged`)
            pub request_charged: boto::Option<RequestCharged>,
        }
        impl boto::Record for ListObjectsV2Output {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.is_truncated,
                    1 => &self.contents,
                    2 => &self.name,
                    3 => &self.prefix,
                    4 => &self.delimiter,
                    5 => &self.max_keys,
                    6 => &self.common_prefixes,
                    7 => &self.encoding_type,
                    8 => &self.key_count,
                    9 => &self.continuation_token,
                    10 => &self.next_continuation_token,
                    11 => &self.start_after,
                    12 => &self.request_charged,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.is_truncated,
                    1 => &mut self.contents,
                    2 => &mut self.name,
                    3 => &mut self.prefix,
                    4 => &mut self.delimiter,
                    5 => &mut self.max_keys,
                    6 => &mut self.common_prefixes,
                    7 => &mut self.encoding_type,
                    8 => &mut self.key_count,
                    9 => &mut self.continuation_token,
                    10 => &mut self.next_continuation_token,
                    11 => &mut self.start_after,
                    12 => &mut self.request_charged,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ListObjectsV2Output {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 81, self, "ListObjectsV2Output", f)
            }
        }
        impl boto::PartialEq for ListObjectsV2Output {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 81, self, other)
            }
        }
        impl boto::Serialize for ListObjectsV2Output {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 81, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ListObjectsV2Output {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 81, from)
            }
        }
        /// What `PutObject` takes.
        #[derive(boto::Clone, boto::Default)]
        pub struct PutObjectInput {
            /// `ACL` (header `x-amz-acl`)
            pub acl: boto::Option<ObjectCannedACL>,
            /// `Body`
            pub body: boto::Option<boto::ByteStream>,
            /// `Bucket`, required
            pub bucket: boto::String,
            /// `CacheControl` (header `Cache-Control`)
            pub cache_control: boto::Option<boto::String>,
            /// `ContentDisposition` (header `Content-Disposition`)
            pub content_disposition: boto::Option<boto::String>,
            /// `ContentEncoding` (header `Content-Encoding`)
            pub content_encoding: boto::Option<boto::String>,
            /// `ContentLanguage` (header `Content-Language`)
            pub content_language: boto::Option<boto::String>,
            /// `ContentLength` (header `Content-Length`)
            pub content_length: boto::Option<i64>,
            /// `ContentMD5` (header `Content-MD5`)
            pub content_md5: boto::Option<boto::String>,
            /// `ContentType` (header `Content-Type`)
            pub content_type: boto::Option<boto::String>,
            /// `ChecksumAlgorithm` (header `x-amz-sdk-checksum-algorithm`)
            pub checksum_algorithm: boto::Option<ChecksumAlgorithm>,
            /// `ChecksumCRC32` (header `x-amz-checksum-crc32`)
            pub checksum_crc32: boto::Option<boto::String>,
            /// `ChecksumCRC32C` (header `x-amz-checksum-crc32c`)
            pub checksum_crc32_c: boto::Option<boto::String>,
            /// `ChecksumCRC64NVME` (header `x-amz-checksum-crc64nvme`)
            pub checksum_crc64_nvme: boto::Option<boto::String>,
            /// `ChecksumSHA1` (header `x-amz-checksum-sha1`)
            pub checksum_sha1: boto::Option<boto::String>,
            /// `ChecksumSHA256` (header `x-amz-checksum-sha256`)
            pub checksum_sha256: boto::Option<boto::String>,
            /// `ChecksumSHA512` (header `x-amz-checksum-sha512`)
            pub checksum_sha512: boto::Option<boto::String>,
            /// `ChecksumMD5` (header `x-amz-checksum-md5`)
            pub checksum_md5: boto::Option<boto::String>,
            /// `ChecksumXXHASH64` (header `x-amz-checksum-xxhash64`)
            pub checksum_xxhash64: boto::Option<boto::String>,
            /// `ChecksumXXHASH3` (header `x-amz-checksum-xxhash3`)
            pub checksum_xxhash3: boto::Option<boto::String>,
            /// `ChecksumXXHASH128` (header `x-amz-checksum-xxhash128`)
            pub checksum_xxhash128: boto::Option<boto::String>,
            /// `Expires` (header `Expires`)
            pub expires: boto::Option<boto::DateTime>,
            /// `IfMatch` (header `If-Match`)
            pub if_match: boto::Option<boto::String>,
            /// `IfNoneMatch` (header `If-None-Match`)
            pub if_none_match: boto::Option<boto::String>,
            /// `GrantFullControl` (header `x-amz-grant-full-control`)
            pub grant_full_control: boto::Option<boto::String>,
            /// `GrantRead` (header `x-amz-grant-read`)
            pub grant_read: boto::Option<boto::String>,
            /// `GrantReadACP` (header `x-amz-grant-read-acp`)
            pub grant_read_acp: boto::Option<boto::String>,
            /// `GrantWriteACP` (header `x-amz-grant-write-acp`)
            pub grant_write_acp: boto::Option<boto::String>,
            /// `Key`, required: at least 1 characters
            pub key: boto::String,
            /// `WriteOffsetBytes` (header `x-amz-write-offset-bytes`)
            pub write_offset_bytes: boto::Option<i64>,
            /// `Metadata` (headers `x-amz-meta-`)
            pub metadata: boto::Map<boto::String>,
            /// `ServerSideEncryption` (header `x-amz-server-side-encryption`)
            pub server_side_encryption: boto::Option<ServerSideEncryption>,
            /// `StorageClass` (header `x-amz-storage-class`)
            pub storage_class: boto::Option<StorageClass>,
            /// `WebsiteRedirectLocation` (header `x-amz-website-redirect-location`)
            pub website_redirect_location: boto::Option<boto::String>,
            /// `SSECustomerAlgorithm` (header `x-amz-server-side-encryption-customer-algorithm`)
            pub sse_customer_algorithm: boto::Option<boto::String>,
            /// `SSECustomerKey`, sensitive (header `x-amz-server-side-encryption-customer-key`)
            pub sse_customer_key: boto::Option<boto::String>,
            /// `SSECustomerKeyMD5` (header `x-amz-server-side-encryption-customer-key-MD5`)
            pub sse_customer_key_md5: boto::Option<boto::String>,
            /// `SSEKMSKeyId`, sensitive (header `x-amz-server-side-encryption-aws-kms-key-id`)
            pub ssekms_key_id: boto::Option<boto::String>,
            /// `SSEKMSEncryptionContext`, sensitive (header `x-amz-server-side-encryption-context`)
            pub ssekms_encryption_context: boto::Option<boto::String>,
            /// `BucketKeyEnabled` (header `x-amz-server-side-encryption-bucket-key-enabled`)
            pub bucket_key_enabled: boto::Option<bool>,
            /// `RequestPayer` (header `x-amz-request-payer`)
            pub request_payer: boto::Option<RequestPayer>,
            /// `Tagging` (header `x-amz-tagging`)
            pub tagging: boto::Option<boto::String>,
            /// `ObjectLockMode` (header `x-amz-object-lock-mode`)
            pub object_lock_mode: boto::Option<ObjectLockMode>,
            /// `ObjectLockRetainUntilDate` (header `x-amz-object-lock-retain-until-date`)
            pub object_lock_retain_until_date: boto::Option<boto::DateTime>,
            /// `ObjectLockLegalHoldStatus` (header `x-amz-object-lock-legal-hold`)
            pub object_lock_legal_hold_status: boto::Option<ObjectLockLegalHoldStatus>,
            /// `ObjectLockEventHold` (header `x-amz-object-lock-event-hold`)
            pub object_lock_event_hold: boto::Option<ObjectLockEventHold>,
            /// `ObjectLockEventHoldDurationDays` (header `x-amz-object-lock-event-hold-duration-days`)
            pub object_lock_event_hold_duration_days: boto::Option<i32>,
            /// `ObjectLockEventHoldDurationYears` (header `x-amz-object-lock-event-hold-duration-years`)
            pub object_lock_event_hold_duration_years: boto::Option<i32>,
            /// `ExpectedBucketOwner` (header `x-amz-expected-bucket-owner`)
            pub expected_bucket_owner: boto::Option<boto::String>,
        }
        impl boto::Record for PutObjectInput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.acl,
                    1 => &self.body,
                    2 => &self.bucket,
                    3 => &self.cache_control,
                    4 => &self.content_disposition,
                    5 => &self.content_encoding,
                    6 => &self.content_language,
                    7 => &self.content_length,
                    8 => &self.content_md5,
                    9 => &self.content_type,
                    10 => &self.checksum_algorithm,
                    11 => &self.checksum_crc32,
                    12 => &self.checksum_crc32_c,
                    13 => &self.checksum_crc64_nvme,
                    14 => &self.checksum_sha1,
                    15 => &self.checksum_sha256,
                    16 => &self.checksum_sha512,
                    17 => &self.checksum_md5,
                    18 => &self.checksum_xxhash64,
                    19 => &self.checksum_xxhash3,
                    20 => &self.checksum_xxhash128,
                    21 => &self.expires,
                    22 => &self.if_match,
                    23 => &self.if_none_match,
                    24 => &self.grant_full_control,
                    25 => &self.grant_read,
                    26 => &self.grant_read_acp,
                    27 => &self.grant_write_acp,
                    28 => &self.key,
                    29 => &self.write_offset_bytes,
                    30 => &self.metadata,
                    31 => &self.server_side_encryption,
                    32 => &self.storage_class,
                    33 => &self.website_redirect_location,
                    34 => &self.sse_customer_algorithm,
                    35 => &self.sse_customer_key,
                    36 => &self.sse_customer_key_md5,
                    37 => &self.ssekms_key_id,
                    38 => &self.ssekms_encryption_context,
                    39 => &self.bucket_key_enabled,
                    40 => &self.request_payer,
                    41 => &self.tagging,
                    42 => &self.object_lock_mode,
                    43 => &self.object_lock_retain_until_date,
                    44 => &self.object_lock_legal_hold_status,
                    45 => &self.object_lock_event_hold,
                    46 => &self.object_lock_event_hold_duration_days,
                    47 => &self.object_lock_event_hold_duration_years,
                    48 => &self.expected_bucket_owner,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.acl,
                    1 => &mut self.body,
                    2 => &mut self.bucket,
                    3 => &mut self.cache_control,
                    4 => &mut self.content_disposition,
                    5 => &mut self.content_encoding,
                    6 => &mut self.content_language,
                    7 => &mut self.content_length,
                    8 => &mut self.content_md5,
                    9 => &mut self.content_type,
                    10 => &mut self.checksum_algorithm,
                    11 => &mut self.checksum_crc32,
                    12 => &mut self.checksum_crc32_c,
                    13 => &mut self.checksum_crc64_nvme,
                    14 => &mut self.checksum_sha1,
                    15 => &mut self.checksum_sha256,
                    16 => &mut self.checksum_sha512,
                    17 => &mut self.checksum_md5,
                    18 => &mut self.checksum_xxhash64,
                    19 => &mut self.checksum_xxhash3,
                    20 => &mut self.checksum_xxhash128,
                    21 => &mut self.expires,
                    22 => &mut self.if_match,
                    23 => &mut self.if_none_match,
                    24 => &mut self.grant_full_control,
                    25 => &mut self.grant_read,
                    26 => &mut self.grant_read_acp,
                    27 => &mut self.grant_write_acp,
                    28 => &mut self.key,
                    29 => &mut self.write_offset_bytes,
                    30 => &mut self.metadata,
                    31 => &mut self.server_side_encryption,
                    32 => &mut self.storage_class,
                    33 => &mut self.website_redirect_location,
                    34 => &mut self.sse_customer_algorithm,
                    35 => &mut self.sse_customer_key,
                    36 => &mut self.sse_customer_key_md5,
                    37 => &mut self.ssekms_key_id,
                    38 => &mut self.ssekms_encryption_context,
                    39 => &mut self.bucket_key_enabled,
                    40 => &mut self.request_payer,
                    41 => &mut self.tagging,
                    42 => &mut self.object_lock_mode,
                    43 => &mut self.object_lock_retain_until_date,
                    44 => &mut self.object_lock_legal_hold_status,
                    45 => &mut self.object_lock_event_hold,
                    46 => &mut self.object_lock_event_hold_duration_days,
                    47 => &mut self.object_lock_event_hold_duration_years,
                    48 => &mut self.expected_bucket_owner,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for PutObjectInput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 100, self, "PutObjectInput", f)
            }
        }
        impl boto::PartialEq for PutObjectInput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 100, self, other)
            }
        }
        impl boto::Serialize for PutObjectInput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 100, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for PutObjectInput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 100, from)
            }
        }
        /// What `PutObject` answers.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct PutObjectOutput {
            /// `Expiration` (header `x-amz-expiration`)
            pub expiration: boto::Option<boto::String>,
            /// `ETag` (header `ETag`)
            pub e_tag: boto::Option<boto::String>,
            /// `ChecksumCRC32` (header `x-amz-checksum-crc32`)
            pub checksum_crc32: boto::Option<boto::String>,
            /// `ChecksumCRC32C` (header `x-amz-checksum-crc32c`)
            pub checksum_crc32_c: boto::Option<boto::String>,
            /// `ChecksumCRC64NVME` (header `x-amz-checksum-crc64nvme`)
            pub checksum_crc64_nvme: boto::Option<boto::String>,
            /// `ChecksumSHA1` (header `x-amz-checksum-sha1`)
            pub checksum_sha1: boto::Option<boto::String>,
            /// `ChecksumSHA256` (header `x-amz-checksum-sha256`)
            pub checksum_sha256: boto::Option<boto::String>,
            /// `ChecksumSHA512` (header `x-amz-checksum-sha512`)
            pub checksum_sha512: boto::Option<boto::String>,
            /// `ChecksumMD5` (header `x-amz-checksum-md5`)
            pub checksum_md5: boto::Option<boto::String>,
            /// `ChecksumXXHASH64` (header `x-amz-checksum-xxhash64`)
            pub checksum_xxhash64: boto::Option<boto::String>,
            /// `ChecksumXXHASH3` (header `x-amz-checksum-xxhash3`)
            pub checksum_xxhash3: boto::Option<boto::String>,
            /// `ChecksumXXHASH128` (header `x-amz-checksum-xxhash128`)
            pub checksum_xxhash128: boto::Option<boto::String>,
            /// `ChecksumType` (header `x-amz-checksum-type`)
            pub checksum_type: boto::Option<ChecksumType>,
            /// `ServerSideEncryption` (header `x-amz-server-side-encryption`)
            pub server_side_encryption: boto::Option<ServerSideEncryption>,
            /// `VersionId` (header `x-amz-version-id`)
            pub version_id: boto::Option<boto::String>,
            /// `SSECustomerAlgorithm` (header `x-amz-server-side-encryption-customer-algorithm`)
            pub sse_customer_algorithm: boto::Option<boto::String>,
            /// `SSECustomerKeyMD5` (header `x-amz-server-side-encryption-customer-key-MD5`)
            pub sse_customer_key_md5: boto::Option<boto::String>,
            /// `SSEKMSKeyId`, sensitive (header `x-amz-server-side-encryption-aws-kms-key-id`)
            pub ssekms_key_id: boto::Option<boto::String>,
            /// `SSEKMSEncryptionContext`, sensitive (header `x-amz-server-side-encryption-context`)
            pub ssekms_encryption_context: boto::Option<boto::String>,
            /// `BucketKeyEnabled` (header `x-amz-server-side-encryption-bucket-key-enabled`)
            pub bucket_key_enabled: boto::Option<bool>,
            /// `Size` (header `x-amz-object-size`)
            pub size: boto::Option<i64>,
            /// `RequestCharged` (header `x-amz-request-charged`)
            pub request_charged: boto::Option<RequestCharged>,
        }
        impl boto::Record for PutObjectOutput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.expiration,
                    1 => &self.e_tag,
                    2 => &self.checksum_crc32,
                    3 => &self.checksum_crc32_c,
                    4 => &self.checksum_crc64_nvme,
                    5 => &self.checksum_sha1,
                    6 => &self.checksum_sha256,
                    7 => &self.checksum_sha512,
                    8 => &self.checksum_md5,
                    9 => &self.checksum_xxhash64,
                    10 => &self.checksum_xxhash3,
                    11 => &self.checksum_xxhash128,
                    12 => &self.checksum_type,
                    13 => &self.server_side_encryption,
                    14 => &self.version_id,
                    15 => &self.sse_customer_algorithm,
                    16 => &self.sse_customer_key_md5,
                    17 => &self.ssekms_key_id,
                    18 => &self.ssekms_encryption_context,
                    19 => &self.bucket_key_enabled,
                    20 => &self.size,
                    21 => &self.request_charged,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.expiration,
                    1 => &mut self.e_tag,
                    2 => &mut self.checksum_crc32,
                    3 => &mut self.checksum_crc32_c,
                    4 => &mut self.checksum_crc64_nvme,
                    5 => &mut self.checksum_sha1,
                    6 => &mut self.checksum_sha256,
                    7 => &mut self.checksum_sha512,
                    8 => &mut self.checksum_md5,
                    9 => &mut self.checksum_xxhash64,
                    10 => &mut self.checksum_xxhash3,
                    11 => &mut self.checksum_xxhash128,
                    12 => &mut self.checksum_type,
                    13 => &mut self.server_side_encryption,
                    14 => &mut self.version_id,
                    15 => &mut self.sse_customer_algorithm,
                    16 => &mut self.sse_customer_key_md5,
                    17 => &mut self.ssekms_key_id,
                    18 => &mut self.ssekms_encryption_context,
                    19 => &mut self.bucket_key_enabled,
                    20 => &mut self.size,
                    21 => &mut self.request_charged,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for PutObjectOutput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 110, self, "PutObjectOutput", f)
            }
        }
        impl boto::PartialEq for PutObjectOutput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 110, self, other)
            }
        }
        impl boto::Serialize for PutObjectOutput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 110, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for PutObjectOutput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 110, from)
            }
        }
        /// What `SelectObjectContent` takes.
        #[derive(boto::Clone, boto::Default)]
        pub struct SelectObjectContentInput {
            /// `Bucket`, required
            pub bucket: boto::String,
            /// `Key`, required: at least 1 characters
            pub key: boto::String,
            /// `SSECustomerAlgorithm` (header `x-amz-server-side-encryption-customer-algorithm`)
            pub sse_customer_algorithm: boto::Option<boto::String>,
            /// `SSECustomerKey`, sensitive (header `x-amz-server-side-encryption-customer-key`)
            pub sse_customer_key: boto::Option<boto::String>,
            /// `SSECustomerKeyMD5` (header `x-amz-server-side-encryption-customer-key-MD5`)
            pub sse_customer_key_md5: boto::Option<boto::String>,
            /// `Expression`, required
            pub expression: boto::String,
            /// `ExpressionType`, required
            pub expression_type: ExpressionType,
            /// `RequestProgress`
            pub request_progress: boto::Option<RequestProgress>,
            /// `InputSerialization`, required
            pub input_serialization: InputSerialization,
            /// `OutputSerialization`, required
            pub output_serialization: OutputSerialization,
            /// `ScanRange`
            pub scan_range: boto::Option<ScanRange>,
            /// `ExpectedBucketOwner` (header `x-amz-expected-bucket-owner`)
            pub expected_bucket_owner: boto::Option<boto::String>,
        }
        impl boto::Record for SelectObjectContentInput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.bucket,
                    1 => &self.key,
                    2 => &self.sse_customer_algorithm,
                    3 => &self.sse_customer_key,
                    4 => &self.sse_customer_key_md5,
                    5 => &self.expression,
                    6 => &self.expression_type,
                    7 => &self.request_progress,
                    8 => &self.input_serialization,
                    9 => &self.output_serialization,
                    10 => &self.scan_range,
                    11 => &self.expected_bucket_owner,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.bucket,
                    1 => &mut self.key,
                    2 => &mut self.sse_customer_algorithm,
                    3 => &mut self.sse_customer_key,
                    4 => &mut self.sse_customer_key_md5,
                    5 => &mut self.expression,
                    6 => &mut self.expression_type,
                    7 => &mut self.request_progress,
                    8 => &mut self.input_serialization,
                    9 => &mut self.output_serialization,
                    10 => &mut self.scan_range,
                    11 => &mut self.expected_bucket_owner,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for SelectObjectContentInput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 115, self, "SelectObjectContentInput", f)
            }
        }
        impl boto::PartialEq for SelectObjectContentInput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 115, self, other)
            }
        }
        impl boto::Serialize for SelectObjectContentInput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 115, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for SelectObjectContentInput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 115, from)
            }
        }
        /// What `SelectObjectContent` answers.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct SelectObjectContentOutput {
            /// `Payload`
            pub payload: boto::EventStream<SelectObjectContentEventStream>,
        }
        impl boto::Record for SelectObjectContentOutput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.payload,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.payload,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for SelectObjectContentOutput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 140, self, "SelectObjectContentOutput", f)
            }
        }
        impl boto::PartialEq for SelectObjectContentOutput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 140, self, other)
            }
        }
        impl boto::Serialize for SelectObjectContentOutput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 140, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for SelectObjectContentOutput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 140, from)
            }
        }
        /// The error `NoSuchKey`, HTTP status 404.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct NoSuchKey {}
        impl boto::Record for NoSuchKey {
            fn get(&self, _: usize, _: &str) -> &dyn boto::Field {
                boto::absent()
            }
            fn get_mut(&mut self, _: usize, _: &str) -> &mut dyn boto::Field {
                boto::nowhere()
            }
        }
        impl boto::Debug for NoSuchKey {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 68, self, "NoSuchKey", f)
            }
        }
        impl boto::PartialEq for NoSuchKey {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 68, self, other)
            }
        }
        impl boto::Serialize for NoSuchKey {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 68, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for NoSuchKey {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 68, from)
            }
        }
        /// The error `InvalidObjectState`, HTTP status 403.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct InvalidObjectState {
            /// `StorageClass`
            pub storage_class: boto::Option<StorageClass>,
            /// `AccessTier`
            pub access_tier: boto::Option<IntelligentTieringAccessTier>,
        }
        impl boto::Record for InvalidObjectState {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.storage_class,
                    1 => &self.access_tier,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.storage_class,
                    1 => &mut self.access_tier,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for InvalidObjectState {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 69, self, "InvalidObjectState", f)
            }
        }
        impl boto::PartialEq for InvalidObjectState {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 69, self, other)
            }
        }
        impl boto::Serialize for InvalidObjectState {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 69, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for InvalidObjectState {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 69, from)
            }
        }
        /// The structure `Object`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct Object {
            /// `Key`: at least 1 characters
            pub key: boto::Option<boto::String>,
            /// `LastModified`
            pub last_modified: boto::Option<boto::DateTime>,
            /// `ETag`
            pub e_tag: boto::Option<boto::String>,
            /// `ChecksumAlgorithm`
            pub checksum_algorithm: boto::Vec<ChecksumAlgorithm>,
            /// `ChecksumType`
            pub checksum_type: boto::Option<ChecksumType>,
            /// `Size`
            pub size: boto::Option<i64>,
            /// `StorageClass`
            pub storage_class: boto::Option<ObjectStorageClass>,
            /// `Owner`
            pub owner: boto::Option<Owner>,
            /// `RestoreStatus`
            pub restore_status: boto::Option<RestoreStatus>,
        }
        impl boto::Record for Object {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.key,
                    1 => &self.last_modified,
                    2 => &self.e_tag,
                    3 => &self.checksum_algorithm,
                    4 => &self.checksum_type,
                    5 => &self.size,
                    6 => &self.storage_class,
                    7 => &self.owner,
                    8 => &self.restore_status,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.key,
                    1 => &mut self.last_modified,
                    2 => &mut self.e_tag,
                    3 => &mut self.checksum_algorithm,
                    4 => &mut self.checksum_type,
                    5 => &mut self.size,
                    6 => &mut self.storage_class,
                    7 => &mut self.owner,
                    8 => &mut self.restore_status,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for Object {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 84, self, "Object", f)
            }
        }
        impl boto::PartialEq for Object {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 84, self, other)
            }
        }
        impl boto::Serialize for Object {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 84, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for Object {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 84, from)
            }
        }
        /// The structure `Owner`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct Owner {
            /// `DisplayName`
            pub display_name: boto::Option<boto::String>,
            /// `ID`
            pub id: boto::Option<boto::String>,
        }
        impl boto::Record for Owner {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.display_name,
                    1 => &self.id,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.display_name,
                    1 => &mut self.id,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for Owner {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 89, self, "Owner", f)
            }
        }
        impl boto::PartialEq for Owner {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 89, self, other)
            }
        }
        impl boto::Serialize for Owner {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 89, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for Owner {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 89, from)
            }
        }
        /// The structure `RestoreStatus`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct RestoreStatus {
            /// `IsRestoreInProgress`
            pub is_restore_in_progress: boto::Option<bool>,
            /// `RestoreExpiryDate`
            pub restore_expiry_date: boto::Option<boto::DateTime>,
        }
        impl boto::Record for RestoreStatus {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.is_restore_in_progress,
                    1 => &self.restore_expiry_date,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.is_restore_in_progress,
                    1 => &mut self.restore_expiry_date,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for RestoreStatus {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 92, self, "RestoreStatus", f)
            }
        }
        impl boto::PartialEq for RestoreStatus {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 92, self, other)
            }
        }
        impl boto::Serialize for RestoreStatus {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 92, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for RestoreStatus {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 92, from)
            }
        }
        /// The structure `CommonPrefix`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct CommonPrefix {
            /// `Prefix`
            pub prefix: boto::Option<boto::String>,
        }
        impl boto::Record for CommonPrefix {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.prefix,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.prefix,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for CommonPrefix {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 96, self, "CommonPrefix", f)
            }
        }
        impl boto::PartialEq for CommonPrefix {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 96, self, other)
            }
        }
        impl boto::Serialize for CommonPrefix {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 96, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for CommonPrefix {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 96, from)
            }
        }
        /// The error `NoSuchBucket`, HTTP status 404.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct NoSuchBucket {}
        impl boto::Record for NoSuchBucket {
            fn get(&self, _: usize, _: &str) -> &dyn boto::Field {
                boto::absent()
            }
            fn get_mut(&mut self, _: usize, _: &str) -> &mut dyn boto::Field {
                boto::nowhere()
            }
        }
        impl boto::Debug for NoSuchBucket {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 99, self, "NoSuchBucket", f)
            }
        }
        impl boto::PartialEq for NoSuchBucket {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 99, self, other)
            }
        }
        impl boto::Serialize for NoSuchBucket {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 99, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for NoSuchBucket {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 99, from)
            }
        }
        /// The error `InvalidRequest`, HTTP status 400.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct InvalidRequest {}
        impl boto::Record for InvalidRequest {
            fn get(&self, _: usize, _: &str) -> &dyn boto::Field {
                boto::absent()
            }
            fn get_mut(&mut self, _: usize, _: &str) -> &mut dyn boto::Field {
                boto::nowhere()
            }
        }
        impl boto::Debug for InvalidRequest {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 111, self, "InvalidRequest", f)
            }
        }
        impl boto::PartialEq for InvalidRequest {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 111, self, other)
            }
        }
        impl boto::Serialize for InvalidRequest {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 111, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for InvalidRequest {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 111, from)
            }
        }
        /// The error `InvalidWriteOffset`, HTTP status 400.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct InvalidWriteOffset {}
        impl boto::Record for InvalidWriteOffset {
            fn get(&self, _: usize, _: &str) -> &dyn boto::Field {
                boto::absent()
            }
            fn get_mut(&mut self, _: usize, _: &str) -> &mut dyn boto::Field {
                boto::nowhere()
            }
        }
        impl boto::Debug for InvalidWriteOffset {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 112, self, "InvalidWriteOffset", f)
            }
        }
        impl boto::PartialEq for InvalidWriteOffset {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 112, self, other)
            }
        }
        impl boto::Serialize for InvalidWriteOffset {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 112, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for InvalidWriteOffset {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 112, from)
            }
        }
        /// The error `TooManyParts`, HTTP status 400.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct TooManyParts {}
        impl boto::Record for TooManyParts {
            fn get(&self, _: usize, _: &str) -> &dyn boto::Field {
                boto::absent()
            }
            fn get_mut(&mut self, _: usize, _: &str) -> &mut dyn boto::Field {
                boto::nowhere()
            }
        }
        impl boto::Debug for TooManyParts {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 113, self, "TooManyParts", f)
            }
        }
        impl boto::PartialEq for TooManyParts {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 113, self, other)
            }
        }
        impl boto::Serialize for TooManyParts {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 113, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for TooManyParts {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 113, from)
            }
        }
        /// The error `EncryptionTypeMismatch`, HTTP status 400.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct EncryptionTypeMismatch {}
        impl boto::Record for EncryptionTypeMismatch {
            fn get(&self, _: usize, _: &str) -> &dyn boto::Field {
                boto::absent()
            }
            fn get_mut(&mut self, _: usize, _: &str) -> &mut dyn boto::Field {
                boto::nowhere()
            }
        }
        impl boto::Debug for EncryptionTypeMismatch {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 114, self, "EncryptionTypeMismatch", f)
            }
        }
        impl boto::PartialEq for EncryptionTypeMismatch {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 114, self, other)
            }
        }
        impl boto::Serialize for EncryptionTypeMismatch {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 114, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for EncryptionTypeMismatch {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 114, from)
            }
        }
        /// The structure `RequestProgress`.
        #[derive(boto::Clone, boto::Default)]
        pub struct RequestProgress {
            /// `Enabled`
            pub enabled: boto::Option<bool>,
        }
        impl boto::Record for RequestProgress {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.enabled,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.enabled,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for RequestProgress {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 118, self, "RequestProgress", f)
            }
        }
        impl boto::PartialEq for RequestProgress {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 118, self, other)
            }
        }
        impl boto::Serialize for RequestProgress {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 118, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for RequestProgress {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 118, from)
            }
        }
        /// The structure `InputSerialization`.
        #[derive(boto::Clone, boto::Default)]
        pub struct InputSerialization {
            /// `CSV`
            pub csv: boto::Option<CSVInput>,
            /// `CompressionType`
            pub compression_type: boto::Option<CompressionType>,
            /// `JSON`
            pub json: boto::Option<JSONInput>,
            /// `Parquet`
            pub parquet: boto::Option<ParquetInput>,
        }
        impl boto::Record for InputSerialization {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.csv,
                    1 => &self.compression_type,
                    2 => &self.json,
                    3 => &self.parquet,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.csv,
                    1 => &mut self.compression_type,
                    2 => &mut self.json,
                    3 => &mut self.parquet,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for InputSerialization {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 120, self, "InputSerialization", f)
            }
        }
        impl boto::PartialEq for InputSerialization {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 120, self, other)
            }
        }
        impl boto::Serialize for InputSerialization {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 120, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for InputSerialization {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 120, from)
            }
        }
        /// The structure `CSVInput`.
        #[derive(boto::Clone, boto::Default)]
        pub struct CSVInput {
            /// `FileHeaderInfo`
            pub file_header_info: boto::Option<FileHeaderInfo>,
            /// `Comments`
            pub comments: boto::Option<boto::String>,
            /// `QuoteEscapeCharacter`
            pub quote_escape_character: boto::Option<boto::String>,
            /// `RecordDelimiter`
            pub record_delimiter: boto::Option<boto::String>,
            /// `FieldDelimiter`
            pub field_delimiter: boto::Option<boto::String>,
            /// `QuoteCharacter`
            pub quote_character: boto::Option<boto::String>,
            /// `AllowQuotedRecordDelimiter`
            pub allow_quoted_record_delimiter: boto::Option<bool>,
        }
        impl boto::Record for CSVInput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.file_header_info,
                    1 => &self.comments,
                    2 => &self.quote_escape_character,
                    3 => &self.record_delimiter,
                    4 => &self.field_delimiter,
                    5 => &self.quote_character,
                    6 => &self.allow_quoted_record_delimiter,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.file_header_info,
                    1 => &mut self.comments,
                    2 => &mut self.quote_escape_character,
                    3 => &mut self.record_delimiter,
                    4 => &mut self.field_delimiter,
                    5 => &mut self.quote_character,
                    6 => &mut self.allow_quoted_record_delimiter,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for CSVInput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 121, self, "CSVInput", f)
            }
        }
        impl boto::PartialEq for CSVInput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 121, self, other)
            }
        }
        impl boto::Serialize for CSVInput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 121, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for CSVInput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 121, from)
            }
        }
        /// The structure `JSONInput`.
        #[derive(boto::Clone, boto::Default)]
        pub struct JSONInput {
            /// `Type`
            pub r#type: boto::Option<JSONType>,
        }
        impl boto::Record for JSONInput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.r#type,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.r#type,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for JSONInput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 130, self, "JSONInput", f)
            }
        }
        impl boto::PartialEq for JSONInput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 130, self, other)
            }
        }
        impl boto::Serialize for JSONInput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 130, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for JSONInput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 130, from)
            }
        }
        /// The structure `ParquetInput`.
        #[derive(boto::Clone, boto::Default)]
        pub struct ParquetInput {}
        impl boto::Record for ParquetInput {
            fn get(&self, _: usize, _: &str) -> &dyn boto::Field {
                boto::absent()
            }
            fn get_mut(&mut self, _: usize, _: &str) -> &mut dyn boto::Field {
                boto::nowhere()
            }
        }
        impl boto::Debug for ParquetInput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 132, self, "ParquetInput", f)
            }
        }
        impl boto::PartialEq for ParquetInput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 132, self, other)
            }
        }
        impl boto::Serialize for ParquetInput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 132, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ParquetInput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 132, from)
            }
        }
        /// The structure `OutputSerialization`.
        #[derive(boto::Clone, boto::Default)]
        pub struct OutputSerialization {
            /// `CSV`
            pub csv: boto::Option<CSVOutput>,
            /// `JSON`
            pub json: boto::Option<JSONOutput>,
        }
        impl boto::Record for OutputSerialization {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.csv,
                    1 => &self.json,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.csv,
                    1 => &mut self.json,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for OutputSerialization {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 133, self, "OutputSerialization", f)
            }
        }
        impl boto::PartialEq for OutputSerialization {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 133, self, other)
            }
        }
        impl boto::Serialize for OutputSerialization {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 133, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for OutputSerialization {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 133, from)
            }
        }
        /// The structure `CSVOutput`.
        #[derive(boto::Clone, boto::Default)]
        pub struct CSVOutput {
            /// `QuoteFields`
            pub quote_fields: boto::Option<QuoteFields>,
            /// `QuoteEscapeCharacter`
            pub quote_escape_character: boto::Option<boto::String>,
            /// `RecordDelimiter`
            pub record_delimiter: boto::Option<boto::String>,
            /// `FieldDelimiter`
            pub field_delimiter: boto::Option<boto::String>,
            /// `QuoteCharacter`
            pub quote_character: boto::Option<boto::String>,
        }
        impl boto::Record for CSVOutput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.quote_fields,
                    1 => &self.quote_escape_character,
                    2 => &self.record_delimiter,
                    3 => &self.field_delimiter,
                    4 => &self.quote_character,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.quote_fields,
                    1 => &mut self.quote_escape_character,
                    2 => &mut self.record_delimiter,
                    3 => &mut self.field_delimiter,
                    4 => &mut self.quote_character,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for CSVOutput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 134, self, "CSVOutput", f)
            }
        }
        impl boto::PartialEq for CSVOutput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 134, self, other)
            }
        }
        impl boto::Serialize for CSVOutput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 134, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for CSVOutput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 134, from)
            }
        }
        /// The structure `JSONOutput`.
        #[derive(boto::Clone, boto::Default)]
        pub struct JSONOutput {
            /// `RecordDelimiter`
            pub record_delimiter: boto::Option<boto::String>,
        }
        impl boto::Record for JSONOutput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.record_delimiter,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.record_delimiter,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for JSONOutput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 136, self, "JSONOutput", f)
            }
        }
        impl boto::PartialEq for JSONOutput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 136, self, other)
            }
        }
        impl boto::Serialize for JSONOutput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 136, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for JSONOutput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 136, from)
            }
        }
        /// The structure `ScanRange`.
        #[derive(boto::Clone, boto::Default)]
        pub struct ScanRange {
            /// `Start`
            pub start: boto::Option<i64>,
            /// `End`
            pub end: boto::Option<i64>,
        }
        impl boto::Record for ScanRange {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.start,
                    1 => &self.end,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.start,
                    1 => &mut self.end,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ScanRange {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 137, self, "ScanRange", f)
            }
        }
        impl boto::PartialEq for ScanRange {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 137, self, other)
            }
        }
        impl boto::Serialize for ScanRange {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 137, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ScanRange {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 137, from)
            }
        }
        /// The structure `RecordsEvent`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct RecordsEvent {
            /// `Payload`
            pub payload: boto::Option<boto::Bytes>,
        }
        impl boto::Record for RecordsEvent {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.payload,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.payload,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for RecordsEvent {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 142, self, "RecordsEvent", f)
            }
        }
        impl boto::PartialEq for RecordsEvent {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 142, self, other)
            }
        }
        impl boto::Serialize for RecordsEvent {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 142, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for RecordsEvent {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 142, from)
            }
        }
        /// The structure `StatsEvent`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct StatsEvent {
            /// `Details`
            pub details: boto::Option<Stats>,
        }
        impl boto::Record for StatsEvent {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.details,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.details,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for StatsEvent {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 143, self, "StatsEvent", f)
            }
        }
        impl boto::PartialEq for StatsEvent {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 143, self, other)
            }
        }
        impl boto::Serialize for StatsEvent {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 143, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for StatsEvent {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 143, from)
            }
        }
        /// The structure `Stats`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct Stats {
            /// `BytesScanned`
            pub bytes_scanned: boto::Option<i64>,
            /// `BytesProcessed`
            pub bytes_processed: boto::Option<i64>,
            /// `BytesReturned`
            pub bytes_returned: boto::Option<i64>,
        }
        impl boto::Record for Stats {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.bytes_scanned,
                    1 => &self.bytes_processed,
                    2 => &self.bytes_returned,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.bytes_scanned,
                    1 => &mut self.bytes_processed,
                    2 => &mut self.bytes_returned,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for Stats {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 144, self, "Stats", f)
            }
        }
        impl boto::PartialEq for Stats {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 144, self, other)
            }
        }
        impl boto::Serialize for Stats {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 144, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for Stats {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 144, from)
            }
        }
        /// The structure `ProgressEvent`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct ProgressEvent {
            /// `Details`
            pub details: boto::Option<Progress>,
        }
        impl boto::Record for ProgressEvent {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.details,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.details,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ProgressEvent {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 148, self, "ProgressEvent", f)
            }
        }
        impl boto::PartialEq for ProgressEvent {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 148, self, other)
            }
        }
        impl boto::Serialize for ProgressEvent {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 148, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ProgressEvent {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 148, from)
            }
        }
        /// The structure `Progress`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct Progress {
            /// `BytesScanned`
            pub bytes_scanned: boto::Option<i64>,
            /// `BytesProcessed`
            pub bytes_processed: boto::Option<i64>,
            /// `BytesReturned`
            pub bytes_returned: boto::Option<i64>,
        }
        impl boto::Record for Progress {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.bytes_scanned,
                    1 => &self.bytes_processed,
                    2 => &self.bytes_returned,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.bytes_scanned,
                    1 => &mut self.bytes_processed,
                    2 => &mut self.bytes_returned,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for Progress {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 149, self, "Progress", f)
            }
        }
        impl boto::PartialEq for Progress {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 149, self, other)
            }
        }
        impl boto::Serialize for Progress {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 149, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for Progress {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 149, from)
            }
        }
        /// The structure `ContinuationEvent`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct ContinuationEvent {}
        impl boto::Record for ContinuationEvent {
            fn get(&self, _: usize, _: &str) -> &dyn boto::Field {
                boto::absent()
            }
            fn get_mut(&mut self, _: usize, _: &str) -> &mut dyn boto::Field {
                boto::nowhere()
            }
        }
        impl boto::Debug for ContinuationEvent {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 150, self, "ContinuationEvent", f)
            }
        }
        impl boto::PartialEq for ContinuationEvent {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 150, self, other)
            }
        }
        impl boto::Serialize for ContinuationEvent {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 150, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ContinuationEvent {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 150, from)
            }
        }
        /// The structure `EndEvent`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct EndEvent {}
        impl boto::Record for EndEvent {
            fn get(&self, _: usize, _: &str) -> &dyn boto::Field {
                boto::absent()
            }
            fn get_mut(&mut self, _: usize, _: &str) -> &mut dyn boto::Field {
                boto::nowhere()
            }
        }
        impl boto::Debug for EndEvent {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 151, self, "EndEvent", f)
            }
        }
        impl boto::PartialEq for EndEvent {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 151, self, other)
            }
        }
        impl boto::Serialize for EndEvent {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 151, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for EndEvent {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 151, from)
            }
        }
        /// The events of `SelectObjectContentEventStream`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum SelectObjectContentEventStream {
            /// `Records`
            Records(RecordsEvent),
            /// `Stats`
            Stats(StatsEvent),
            /// `Progress`
            Progress(ProgressEvent),
            /// `Cont`
            Cont(ContinuationEvent),
            /// `End`
            End(EndEvent),
            /// A variant that this version of the model does not know.
            Unknown(boto::UnknownVariant),
        }
        impl boto::Default for SelectObjectContentEventStream {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Record for SelectObjectContentEventStream {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match (self, index) {
                    (Self::Records(value), 0) => value,
                    (Self::Stats(value), 1) => value,
                    (Self::Progress(value), 2) => value,
                    (Self::Cont(value), 3) => value,
                    (Self::End(value), 4) => value,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                if boto::Special::active(self) != boto::Some(index) {
                    *self = match index {
                        0 => Self::Records(boto::Default::default()),
                        1 => Self::Stats(boto::Default::default()),
                        2 => Self::Progress(boto::Default::default()),
                        3 => Self::Cont(boto::Default::default()),
                        4 => Self::End(boto::Default::default()),
                        _ => return boto::nowhere(),
                    };
                }
                match self {
                    Self::Records(value) => value,
                    Self::Stats(value) => value,
                    Self::Progress(value) => value,
                    Self::Cont(value) => value,
                    Self::End(value) => value,
                    Self::Unknown(..) => boto::nowhere(),
                }
            }
            fn special(&self) -> boto::Option<&dyn boto::Special> {
                boto::Some(self)
            }
            fn special_mut(&mut self) -> boto::Option<&mut dyn boto::Special> {
                boto::Some(self)
            }
        }
        impl boto::Special for SelectObjectContentEventStream {
            fn active(&self) -> boto::Option<usize> {
                match self {
                    Self::Records(..) => boto::Some(0),
                    Self::Stats(..) => boto::Some(1),
                    Self::Progress(..) => boto::Some(2),
                    Self::Cont(..) => boto::Some(3),
                    Self::End(..) => boto::Some(4),
                    Self::Unknown(..) => boto::None,
                }
            }
            fn put_unknown(&mut self, name: &str, value: boto::Value) {
                *self = Self::Unknown(boto::unknown_variant(name, value));
            }
            fn unknown(&self) -> boto::Option<(&str, &boto::Value)> {
                match self {
                    Self::Unknown(unknown) => {
                        boto::Some((unknown.name(), unknown.value()))
                    }
                    _ => boto::None,
                }
            }
        }
        impl boto::Debug for SelectObjectContentEventStream {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 141, self, "SelectObjectContentEventStream", f)
            }
        }
        impl boto::PartialEq for SelectObjectContentEventStream {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 141, self, other)
            }
        }
        impl boto::Serialize for SelectObjectContentEventStream {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 141, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for SelectObjectContentEventStream {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 141, from)
            }
        }
        /// The values of `RequestPayer`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum RequestPayer {
            /// `requester`
            Requester,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for RequestPayer {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "requester",
                ends: &[9],
                variants: &[Self::Requester],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for RequestPayer {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for RequestPayer {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for RequestPayer {}
        impl boto::Hash for RequestPayer {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for RequestPayer {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for RequestPayer {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for RequestPayer {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for RequestPayer {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for RequestPayer {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for RequestPayer {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for RequestPayer {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl RequestPayer {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ChecksumMode`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ChecksumMode {
            /// `ENABLED`
            Enabled,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ChecksumMode {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "ENABLED",
                ends: &[7],
                variants: &[Self::Enabled],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for ChecksumMode {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ChecksumMode {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ChecksumMode {}
        impl boto::Hash for ChecksumMode {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ChecksumMode {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ChecksumMode {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ChecksumMode {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ChecksumMode {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ChecksumMode {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ChecksumMode {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ChecksumMode {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ChecksumMode {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ChecksumType`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ChecksumType {
            /// `COMPOSITE`
            Composite,
            /// `FULL_OBJECT`
            FullObject,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ChecksumType {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "COMPOSITEFULL_OBJECT",
                ends: &[9, 20],
                variants: &[Self::Composite, Self::FullObject],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for ChecksumType {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ChecksumType {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ChecksumType {}
        impl boto::Hash for ChecksumType {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ChecksumType {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ChecksumType {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ChecksumType {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ChecksumType {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ChecksumType {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ChecksumType {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ChecksumType {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ChecksumType {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ServerSideEncryption`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ServerSideEncryption {
            /// `AES256`
            Aes256,
            /// `aws:fsx`
            AwsFsx,
            /// `aws:backup`
            AwsBackup,
            /// `aws:kms`
            AwsKms,
            /// `aws:kms:dsse`
            AwsKmsDsse,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ServerSideEncryption {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "AES256aws:fsxaws:backupaws:kmsaws:kms:dsse",
                ends: &[6, 13, 23, 30, 42],
                variants: &[
                    Self::Aes256,
                    Self::AwsFsx,
                    Self::AwsBackup,
                    Self::AwsKms,
                    Self::AwsKmsDsse,
                ],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for ServerSideEncryption {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ServerSideEncryption {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ServerSideEncryption {}
        impl boto::Hash for ServerSideEncryption {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ServerSideEncryption {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ServerSideEncryption {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ServerSideEncryption {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ServerSideEncryption {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ServerSideEncryption {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ServerSideEncryption {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ServerSideEncryption {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ServerSideEncryption {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `StorageClass`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum StorageClass {
            /// `STANDARD`
            Standard,
            /// `REDUCED_REDUNDANCY`
            ReducedRedundancy,
            /// `STANDARD_IA`
            StandardIa,
            /// `ONEZONE_IA`
            OnezoneIa,
            /// `INTELLIGENT_TIERING`
            IntelligentTiering,
            /// `GLACIER`
            Glacier,
            /// `DEEP_ARCHIVE`
            DeepArchive,
            /// `OUTPOSTS`
            Outposts,
            /// `GLACIER_IR`
            GlacierIr,
            /// `SNOW`
            Snow,
            /// `EXPRESS_ONEZONE`
            ExpressOnezone,
            /// `FSX_OPENZFS`
            FsxOpenzfs,
            /// `FSX_ONTAP`
            FsxOntap,
            /// `AWS_BACKUP_WARM`
            AwsBackupWarm,
            /// `AWS_BACKUP_LOW_COST_WARM`
            AwsBackupLowCostWarm,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for StorageClass {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "STANDARDREDUCED_REDUNDANCYSTANDARD_IAONEZONE_IAINTELLIGENT_TIERINGGLACIERDEEP_ARCHIVEOUTPOSTSGLACIER_IRSNOWEXPRESS_ONEZONEFSX_OPENZFSFSX_ONTAPAWS_BACKUP_WARMAWS_BACKUP_LOW_COST_WARM",
                ends: &[
                    8, 26, 37, 47, 66, 73, 85, 93, 103, 107, 122, 133, 142, 157, 181,
                ],
                variants: &[
                    Self::Standard,
                    Self::ReducedRedundancy,
                    Self::StandardIa,
                    Self::OnezoneIa,
                    Self::IntelligentTiering,
                    Self::Glacier,
                    Self::DeepArchive,
                    Self::Outposts,
                    Self::GlacierIr,
                    Self::Snow,
                    Self::ExpressOnezone,
                    Self::FsxOpenzfs,
                    Self::FsxOntap,
                    Self::AwsBackupWarm,
                    Self::AwsBackupLowCostWarm,
                ],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for StorageClass {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for StorageClass {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for StorageClass {}
        impl boto::Hash for StorageClass {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for StorageClass {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for StorageClass {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for StorageClass {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for StorageClass {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for StorageClass {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for StorageClass {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for StorageClass {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl StorageClass {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `RequestCharged`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum RequestCharged {
            /// `requester`
            Requester,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for RequestCharged {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "requester",
                ends: &[9],
                variants: &[Self::Requester],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for RequestCharged {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for RequestCharged {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for RequestCharged {}
        impl boto::Hash for RequestCharged {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for RequestCharged {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for RequestCharged {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for RequestCharged {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for RequestCharged {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for RequestCharged {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for RequestCharged {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for RequestCharged {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl RequestCharged {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ReplicationStatus`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ReplicationStatus {
            /// `COMPLETE`
            Complete,
            /// `PENDING`
            Pending,
            /// `FAILED`
            Failed,
            /// `REPLICA`
            Replica,
            /// `COMPLETED`
            Completed,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ReplicationStatus {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "COMPLETEPENDINGFAILEDREPLICACOMPLETED",
                ends: &[8, 15, 21, 28, 37],
                variants: &[
                    Self::Complete,
                    Self::Pending,
                    Self::Failed,
                    Self::Replica,
                    Self::Completed,
                ],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for ReplicationStatus {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ReplicationStatus {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ReplicationStatus {}
        impl boto::Hash for ReplicationStatus {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ReplicationStatus {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ReplicationStatus {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ReplicationStatus {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ReplicationStatus {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ReplicationStatus {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ReplicationStatus {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ReplicationStatus {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ReplicationStatus {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ObjectLockMode`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ObjectLockMode {
            /// `GOVERNANCE`
            Governance,
            /// `COMPLIANCE`
            Compliance,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ObjectLockMode {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "GOVERNANCECOMPLIANCE",
                ends: &[10, 20],
                variants: &[Self::Governance, Self::Compliance],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for ObjectLockMode {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ObjectLockMode {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ObjectLockMode {}
        impl boto::Hash for ObjectLockMode {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ObjectLockMode {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ObjectLockMode {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ObjectLockMode {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ObjectLockMode {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ObjectLockMode {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ObjectLockMode {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ObjectLockMode {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ObjectLockMode {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ObjectLockLegalHoldStatus`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ObjectLockLegalHoldStatus {
            /// `ON`
            On,
            /// `OFF`
            Off,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ObjectLockLegalHoldStatus {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "ONOFF",
                ends: &[2, 5],
                variants: &[Self::On, Self::Off],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for ObjectLockLegalHoldStatus {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ObjectLockLegalHoldStatus {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ObjectLockLegalHoldStatus {}
        impl boto::Hash for ObjectLockLegalHoldStatus {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ObjectLockLegalHoldStatus {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ObjectLockLegalHoldStatus {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ObjectLockLegalHoldStatus {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ObjectLockLegalHoldStatus {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ObjectLockLegalHoldStatus {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ObjectLockLegalHoldStatus {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ObjectLockLegalHoldStatus {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ObjectLockLegalHoldStatus {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ObjectLockEventHold`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ObjectLockEventHold {
            /// `ON`
            On,
            /// `OFF`
            Off,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ObjectLockEventHold {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "ONOFF",
                ends: &[2, 5],
                variants: &[Self::On, Self::Off],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for ObjectLockEventHold {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ObjectLockEventHold {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ObjectLockEventHold {}
        impl boto::Hash for ObjectLockEventHold {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ObjectLockEventHold {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ObjectLockEventHold {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ObjectLockEventHold {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ObjectLockEventHold {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ObjectLockEventHold {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ObjectLockEventHold {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ObjectLockEventHold {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ObjectLockEventHold {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `IntelligentTieringAccessTier`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum IntelligentTieringAccessTier {
            /// `ARCHIVE_ACCESS`
            ArchiveAccess,
            /// `DEEP_ARCHIVE_ACCESS`
            DeepArchiveAccess,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for IntelligentTieringAccessTier {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "ARCHIVE_ACCESSDEEP_ARCHIVE_ACCESS",
                ends: &[14, 33],
                variants: &[Self::ArchiveAccess, Self::DeepArchiveAccess],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for IntelligentTieringAccessTier {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for IntelligentTieringAccessTier {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for IntelligentTieringAccessTier {}
        impl boto::Hash for IntelligentTieringAccessTier {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for IntelligentTieringAccessTier {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for IntelligentTieringAccessTier {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for IntelligentTieringAccessTier {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for IntelligentTieringAccessTier {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for IntelligentTieringAccessTier {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for IntelligentTieringAccessTier {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for IntelligentTieringAccessTier {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl IntelligentTieringAccessTier {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `EncodingType`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum EncodingType {
            /// `url`
            Url,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for EncodingType {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "url",
                ends: &[3],
                variants: &[Self::Url],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for EncodingType {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for EncodingType {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for EncodingType {}
        impl boto::Hash for EncodingType {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for EncodingType {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for EncodingType {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for EncodingType {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for EncodingType {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for EncodingType {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for EncodingType {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for EncodingType {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl EncodingType {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `OptionalObjectAttributes`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum OptionalObjectAttributes {
            /// `RestoreStatus`
            RestoreStatus,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for OptionalObjectAttributes {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "RestoreStatus",
                ends: &[13],
                variants: &[Self::RestoreStatus],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for OptionalObjectAttributes {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for OptionalObjectAttributes {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for OptionalObjectAttributes {}
        impl boto::Hash for OptionalObjectAttributes {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for OptionalObjectAttributes {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for OptionalObjectAttributes {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for OptionalObjectAttributes {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for OptionalObjectAttributes {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for OptionalObjectAttributes {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for OptionalObjectAttributes {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for OptionalObjectAttributes {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl OptionalObjectAttributes {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ChecksumAlgorithm`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ChecksumAlgorithm {
            /// `CRC32`
            Crc32,
            /// `CRC32C`
            Crc32c,
            /// `SHA1`
            Sha1,
            /// `SHA256`
            Sha256,
            /// `CRC64NVME`
            Crc64nvme,
            /// `SHA512`
            Sha512,
            /// `MD5`
            Md5,
            /// `XXHASH64`
            Xxhash64,
            /// `XXHASH3`
            Xxhash3,
            /// `XXHASH128`
            Xxhash128,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ChecksumAlgorithm {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "CRC32CRC32CSHA1SHA256CRC64NVMESHA512MD5XXHASH64XXHASH3XXHASH128",
                ends: &[5, 11, 15, 21, 30, 36, 39, 47, 54, 63],
                variants: &[
                    Self::Crc32,
                    Self::Crc32c,
                    Self::Sha1,
                    Self::Sha256,
                    Self::Crc64nvme,
                    Self::Sha512,
                    Self::Md5,
                    Self::Xxhash64,
                    Self::Xxhash3,
                    Self::Xxhash128,
                ],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for ChecksumAlgorithm {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ChecksumAlgorithm {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ChecksumAlgorithm {}
        impl boto::Hash for ChecksumAlgorithm {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ChecksumAlgorithm {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ChecksumAlgorithm {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ChecksumAlgorithm {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ChecksumAlgorithm {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ChecksumAlgorithm {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ChecksumAlgorithm {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ChecksumAlgorithm {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ChecksumAlgorithm {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ObjectStorageClass`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ObjectStorageClass {
            /// `STANDARD`
            Standard,
            /// `REDUCED_REDUNDANCY`
            ReducedRedundancy,
            /// `GLACIER`
            Glacier,
            /// `STANDARD_IA`
            StandardIa,
            /// `ONEZONE_IA`
            OnezoneIa,
            /// `INTELLIGENT_TIERING`
            IntelligentTiering,
            /// `DEEP_ARCHIVE`
            DeepArchive,
            /// `OUTPOSTS`
            Outposts,
            /// `GLACIER_IR`
            GlacierIr,
            /// `SNOW`
            Snow,
            /// `EXPRESS_ONEZONE`
            ExpressOnezone,
            /// `FSX_OPENZFS`
            FsxOpenzfs,
            /// `FSX_ONTAP`
            FsxOntap,
            /// `AWS_BACKUP_WARM`
            AwsBackupWarm,
            /// `AWS_BACKUP_LOW_COST_WARM`
            AwsBackupLowCostWarm,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ObjectStorageClass {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "STANDARDREDUCED_REDUNDANCYGLACIERSTANDARD_IAONEZONE_IAINTELLIGENT_TIERINGDEEP_ARCHIVEOUTPOSTSGLACIER_IRSNOWEXPRESS_ONEZONEFSX_OPENZFSFSX_ONTAPAWS_BACKUP_WARMAWS_BACKUP_LOW_COST_WARM",
                ends: &[
                    8, 26, 33, 44, 54, 73, 85, 93, 103, 107, 122, 133, 142, 157, 181,
                ],
                variants: &[
                    Self::Standard,
                    Self::ReducedRedundancy,
                    Self::Glacier,
                    Self::StandardIa,
                    Self::OnezoneIa,
                    Self::IntelligentTiering,
                    Self::DeepArchive,
                    Self::Outposts,
                    Self::GlacierIr,
                    Self::Snow,
                    Self::ExpressOnezone,
                    Self::FsxOpenzfs,
                    Self::FsxOntap,
                    Self::AwsBackupWarm,
                    Self::AwsBackupLowCostWarm,
                ],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for ObjectStorageClass {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ObjectStorageClass {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ObjectStorageClass {}
        impl boto::Hash for ObjectStorageClass {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ObjectStorageClass {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ObjectStorageClass {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ObjectStorageClass {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ObjectStorageClass {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ObjectStorageClass {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ObjectStorageClass {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ObjectStorageClass {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ObjectStorageClass {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ObjectCannedACL`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ObjectCannedACL {
            /// `private`
            Private,
            /// `public-read`
            PublicRead,
            /// `public-read-write`
            PublicReadWrite,
            /// `authenticated-read`
            AuthenticatedRead,
            /// `aws-exec-read`
            AwsExecRead,
            /// `bucket-owner-read`
            BucketOwnerRead,
            /// `bucket-owner-full-control`
            BucketOwnerFullControl,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ObjectCannedACL {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "privatepublic-readpublic-read-writeauthenticated-readaws-exec-readbucket-owner-readbucket-owner-full-control",
                ends: &[7, 18, 35, 53, 66, 83, 108],
                variants: &[
                    Self::Private,
                    Self::PublicRead,
                    Self::PublicReadWrite,
                    Self::AuthenticatedRead,
                    Self::AwsExecRead,
                    Self::BucketOwnerRead,
                    Self::BucketOwnerFullControl,
                ],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for ObjectCannedACL {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ObjectCannedACL {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ObjectCannedACL {}
        impl boto::Hash for ObjectCannedACL {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ObjectCannedACL {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ObjectCannedACL {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ObjectCannedACL {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ObjectCannedACL {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ObjectCannedACL {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ObjectCannedACL {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ObjectCannedACL {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ObjectCannedACL {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ExpressionType`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ExpressionType {
            /// `SQL`
            Sql,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ExpressionType {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "SQL",
                ends: &[3],
                variants: &[Self::Sql],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for ExpressionType {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ExpressionType {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ExpressionType {}
        impl boto::Hash for ExpressionType {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ExpressionType {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ExpressionType {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ExpressionType {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ExpressionType {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ExpressionType {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ExpressionType {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ExpressionType {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ExpressionType {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `FileHeaderInfo`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum FileHeaderInfo {
            /// `USE`
            Use,
            /// `IGNORE`
            Ignore,
            /// `NONE`
            None,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for FileHeaderInfo {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "USEIGNORENONE",
                ends: &[3, 9, 13],
                variants: &[Self::Use, Self::Ignore, Self::None],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for FileHeaderInfo {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for FileHeaderInfo {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for FileHeaderInfo {}
        impl boto::Hash for FileHeaderInfo {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for FileHeaderInfo {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for FileHeaderInfo {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for FileHeaderInfo {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for FileHeaderInfo {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for FileHeaderInfo {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for FileHeaderInfo {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for FileHeaderInfo {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl FileHeaderInfo {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `CompressionType`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum CompressionType {
            /// `NONE`
            None,
            /// `GZIP`
            Gzip,
            /// `BZIP2`
            Bzip2,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for CompressionType {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "NONEGZIPBZIP2",
                ends: &[4, 8, 13],
                variants: &[Self::None, Self::Gzip, Self::Bzip2],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for CompressionType {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for CompressionType {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for CompressionType {}
        impl boto::Hash for CompressionType {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for CompressionType {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for CompressionType {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for CompressionType {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for CompressionType {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for CompressionType {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for CompressionType {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for CompressionType {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl CompressionType {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `JSONType`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum JSONType {
            /// `DOCUMENT`
            Document,
            /// `LINES`
            Lines,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for JSONType {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "DOCUMENTLINES",
                ends: &[8, 13],
                variants: &[Self::Document, Self::Lines],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for JSONType {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for JSONType {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for JSONType {}
        impl boto::Hash for JSONType {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for JSONType {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for JSONType {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for JSONType {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for JSONType {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for JSONType {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for JSONType {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for JSONType {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl JSONType {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `QuoteFields`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum QuoteFields {
            /// `ALWAYS`
            Always,
            /// `ASNEEDED`
            Asneeded,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for QuoteFields {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "ALWAYSASNEEDED",
                ends: &[6, 14],
                variants: &[Self::Always, Self::Asneeded],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for QuoteFields {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for QuoteFields {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for QuoteFields {}
        impl boto::Hash for QuoteFields {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for QuoteFields {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for QuoteFields {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for QuoteFields {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for QuoteFields {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for QuoteFields {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for QuoteFields {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for QuoteFields {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl QuoteFields {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        impl boto::Paged for ListObjectsV2Output {
            type Item = Object;
            fn into_items(self) -> boto::Vec<Self::Item> {
                self.contents
            }
        }
    }
}
#[doc(hidden)]
#[allow(dead_code, non_camel_case_types)]
enum __write_service_s3_as_another_name_for_the_second_one {}
