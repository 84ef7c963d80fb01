// service!("dynamodb", operations = [GetItem, PutItem, Query]);
///Amazon DynamoDB: connection, call and types.
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
pub mod dynamodb {
    use ::boto_core::__private as boto;
    static OPENED: boto::Table = boto::Table::new(
        b"bto\x01\x03J&a\x0e\x01\xe7\x1e\n\x13\x17\x0c\x14>\x17\x0e&\x10\x06\x16\x16\x16\x1b\x1b\x1b\x17\x16\x14\x17\x18\x02\x12\x02 !\x16\x12X\x14!\x18\x1eF1\x18'\x08\n!\x1f\x1b/\x1aF\x1e\x1a0\x0fL\x040\x09\n\x02!\"\x05#-##!*0$(\x83\x01E\x1a\x06\x12\x18\x0f\x1d\x0c\x09\x07\x10\x09\x16\x04\x0b\x0e\x14\x18\x04\x13\x12\x12\x05\x04\x03\x0f\x0d\x11\x12\x09\x11\x1b\x13\x19#\x07\x15\x06\x05\x0d\x11\x05\x05\x0c\x10\x08\x08\x0eI\x142012-08-10IK\x1eAmazon DynamoDBK&dynamodb-2012-08-10\x02\x01\x02\x061.0\"DynamoDB_20120810\x04v4\x01\x1caws.auth#sigv4\0\x01\x05\x1b\x01?\x01G;\x03ACE\x01\x03\06\x06\x0c\x07\x08\x09\x15\x0b\x0f\x11\x05\x0d\x0f\x0e\x0dAF\x0c\x07\x09\x12\xe0\x01\x04\x08\x0c\x11\x08z\x03\x03\x0d\x0d\n\x0e\x1d\x16\x18\x09\x11o\x08\x0c\x09\x07\x10\x06\x09\x08\x0c\x0c\x05\x03\x083TRegionUseDualStackUseFIPSEndpointAccountIdAccountIdEndpointModeResourceArnResourceArnListIsSearchOperationisSetaws.partitionPartitionResultparsedEndpointbooleanEqualsInvalid Configuration: FIPS and custom endpoint are not supportedInvalid Configuration: Dualstack and custom endpoint are not supportedstringEqualsgetAttrauthoritydualStackDnsSuffixEndpoint override is not supported for dual-stack endpoints. Please enable dual-stack functionality by enabling the configuration. For more details, see: https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.htmlnamedynamodbsupportsFIPSsupportsDualStackrequiredInvalid Configuration: AccountIdEndpointMode is required and FIPS is enabled, but FIPS account endpoints are not supportednotawsus-gov-east-1us-gov-west-1cn-north-1cn-northwest-1https://search-dynamodb-fips.https://dynamodb-fips.https://search-dynamodb.dnsSuffixhttps://dynamodb.Invalid Configuration: AccountIdEndpointMode is required but account endpoints are not supported in this regiondisabledaws.parseArnParsedArnserviceisValidHostLabelregionaccountIdhttps://.search-ddb.metricValues.ddb.[0]FirstArnCredentials-sourced account ID parameter is invalidAccountIdEndpointMode is required but no AccountID was provided or able to be loaded\x09\x01\x01\0\x16AWS::Region\x07\x03\x01\"AWS::UseDualStack\x01\x07\x05\x01\x18AWS::UseFIPS\x01\x01\x07\0\x1aSDK::Endpoint\x01\x09\0(AWS::Auth::AccountId\x01\x0b\0@AWS::Auth::AccountIdEndpointMode\0\x0d\0\0\x0f\x02\0\x11\x01\x04\0\x04\x13\x01\x05\x07\0\x13\x01\x05\x01\0\x15\x01\x05\x01\x01\x17\x10parseURL\x01\x05\x07\x01\x19\x05\x02\x01\x1b\x02\x05\x05\x02\0\0\x1d\x02\x01\x1b\x02\x05\x03\x02\0\0\x1f\x02\x01!\x02\x07#\x02\x05\x19\0%\x06\x04\0\x12dynamodb.\x01\x01\0\x02.\x02\x17'\0\0)\x02\x01!\x02\x07#\x02\x05\x19\0%\x06\x04\0 search-dynamodb.\x01\x01\0\x02.\x02\x17'\0\0)\x01\0\x06\x01\x01\x07\0\0\0\x01\x13\x01\x05\x07\0\x03\x02\x01\x1b\x02\x05\x05\x02\0\0\x1d\x02\x01\x1b\x02\x05\x03\x02\0\0\x1f\x01\0\x06\x01\x01\x07\0\0\0\x01\x13\x01\x05\x01\0\x01\0\x01\x15\x01\x05\x01\x01\x17\x0b\0\x01!\x02\x05\x01\0\nlocal\0\x03\x02\x01\x1b\x02\x05\x05\x02\0\0\x80\x01Invalid Configuration: FIPS and local endpoint are not supported\x02\x01\x1b\x02\x05\x03\x02\0\0\x8a\x01Invalid Configuration: Dualstack and local endpoint are not supported\x01\0\0*http://localhost:8000\x01\x16authSchemes\x01\x01\x02\x03+\0\0\nsigv4\x16signingName\0\0-\x1asigningRegion\0\0\x12us-east-1\0\0\x02\x1b\x02\x05\x05\x02\0\x1b\x02\x05\x03\x02\0\x02\0\x02\x1b\x02\x07#\x02\x05\x17\0/\x02\0\x1b\x02\x07#\x02\x05\x17\01\x02\0\x04\x02\x02\x13\x01\x05\x0b\0!\x02\x05\x0b\03\0\05\0\x057\x01\x07!\x02\x07#\x02\x05\x17\0+\09\07\x01\x07!\x02\x05\x01\0;\07\x01\x07!\x02\x05\x01\0=\07\x01\x07!\x02\x05\x01\0?\07\x01\x07!\x02\x05\x01\0A\0\x02\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x04\0C\x01\x01\0\x02.\x02\x17'\0\0\x01\0\x06\x04\0E\x01\x01\0\x02.\x02\x17'\0\0\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x04\0C\x01\x01\0\x02.\x02\x17'\0\0\x01\0\x06\x04\0E\x01\x01\0\x02.\x02\x17'\0\0\x02\0\0\x9e\x01FIPS and DualStack are enabled, but this partition does not support one or both\0\x01\x1b\x02\x05\x05\x02\0\x02\0\x01\x1b\x02\x07#\x02\x05\x17\0/\x02\0\x05\x02\x02\x13\x01\x05\x0b\0!\x02\x05\x0b\03\0\05\0\x01!\x02\x07#\x02\x05\x17\0+\0\x14aws-us-gov\0\x03\0\x057\x01\x07!\x02\x07#\x02\x05\x17\0+\09\07\x01\x07!\x02\x05\x01\0;\07\x01\x07!\x02\x05\x01\0=\07\x01\x07!\x02\x05\x01\0?\07\x01\x07!\x02\x05\x01\0A\0\x02\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x04\0G\x01\x01\0\x02.\x02\x17I\0\0\x01\0\x06\x04\0K\x01\x01\0\x02.\x02\x17I\0\0\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x04\0G\x01\x01\0\x02.\x02\x17I\0\0\x01\0\x06\x04\0K\x01\x01\0\x02.\x02\x17I\0\0\0\x057\x01\x07!\x02\x07#\x02\x05\x17\0+\09\07\x01\x07!\x02\x05\x01\0;\07\x01\x07!\x02\x05\x01\0=\07\x01\x07!\x02\x05\x01\0?\07\x01\x07!\x02\x05\x01\0A\0\x02\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x04\0C\x01\x01\0\x02.\x02\x17I\0\0\x01\0\x06\x04\0E\x01\x01\0\x02.\x02\x17I\0\0\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x04\0C\x01\x01\0\x02.\x02\x17I\0\0\x01\0\x06\x04\0E\x01\x01\0\x02.\x02\x17I\0\0\x02\0\0pFIPS is enabled but this partition does not support FIPS\0\x01\x1b\x02\x05\x03\x02\0\x02\0\x01\x1b\x02\x07#\x02\x05\x17\01\x02\0\x07\0\x057\x01\x07!\x02\x07#\x02\x05\x17\0+\09\07\x01\x07!\x02\x05\x01\0;\07\x01\x07!\x02\x05\x01\0=\07\x01\x07!\x02\x05\x01\0?\07\x01\x07!\x02\x05\x01\0A\0\x03\x02\x02\x13\x01\x05\x0b\0!\x02\x05\x0b\03\0\0M\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x04\0G\x01\x01\0\x02.\x02\x17'\0\0\x01\0\x06\x04\0K\x01\x01\0\x02.\x02\x17'\0\0\0\x09\x13\x01\x05\x0b\07\x01\x07!\x02\x05\x0b\0O\07\x01\x07\x1b\x02\x05\x05\x02\0\x13\x01\x05\x0d\0Q\x01\x05\x0d\x01S!\x02\x07#\x02\x05S\0U\0-\0W\x02\x07#\x02\x05S\0Y\x01\0!\x02\x07#\x02\x05S\0Y\x06\x01\x01\x01\0W\x02\x07#\x02\x05S\0[\x01\0\x02\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x06\0]\x02S[\0_\x01\x01\0\x02.\x02\x17'\x01a\x01\x01\0\0\x02O\0\x01\0\x06\x06\0]\x02S[\0c\x01\x01\0\x02.\x02\x17'\x01a\x01\x01\0\0\x02O\0\0\n\x13\x01\x05\x0b\07\x01\x07!\x02\x05\x0b\0O\07\x01\x07\x1b\x02\x05\x05\x02\0\x13\x01\x05\x0f\0#\x02\x05\x0f\0e\x01gQ\x01\x05g\x01S!\x02\x07#\x02\x05S\0U\0-\0W\x02\x07#\x02\x05S\0Y\x01\0!\x02\x07#\x02\x05S\0Y\x06\x01\x01\x01\0W\x02\x07#\x02\x05S\0[\x01\0\x02\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x06\0]\x02S[\0_\x01\x01\0\x02.\x02\x17'\x01a\x01\x01\0\0\x02O\0\x01\0\x06\x06\0]\x02S[\0c\x01\x01\0\x02.\x02\x17'\x01a\x01\x01\0\0\x02O\0\0\x04\x13\x01\x05\x0b\07\x01\x07!\x02\x05\x0b\0O\07\x01\x07\x1b\x02\x05\x05\x02\0\x13\x01\x05\x09\0\x02\0\x01W\x02\x05\x09\x01\0\x02\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x06\0]\x01\x09\0_\x01\x01\0\x02.\x02\x17'\x01a\x01\x01\0\0\x02O\0\x01\0\x06\x06\0]\x01\x09\0c\x01\x01\0\x02.\x02\x17'\x01a\x01\x01\0\0\x02O\0\x02\0\0i\x02\x02\x13\x01\x05\x0b\0!\x02\x05\x0b\03\0\0k\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x04\0G\x01\x01\0\x02.\x02\x17'\0\0\x01\0\x06\x04\0K\x01\x01\0\x02.\x02\x17'\0\0\x02\0\0\x84\x01DualStack is enabled but this partition does not support DualStack\0\x057\x01\x07!\x02\x07#\x02\x05\x17\0+\09\07\x01\x07!\x02\x05\x01\0;\07\x01\x07!\x02\x05\x01\0=\07\x01\x07!\x02\x05\x01\0?\07\x01\x07!\x02\x05\x01\0A\0\x03\x02\x02\x13\x01\x05\x0b\0!\x02\x05\x0b\03\0\0M\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x04\0G\x01\x01\0\x02.\x02\x17I\0\0\x01\0\x06\x04\0K\x01\x01\0\x02.\x02\x17I\0\0\0\x09\x13\x01\x05\x0b\07\x01\x07!\x02\x05\x0b\0O\07\x01\x07\x1b\x02\x05\x05\x02\0\x13\x01\x05\x0d\0Q\x01\x05\x0d\x01S!\x02\x07#\x02\x05S\0U\0-\0W\x02\x07#\x02\x05S\0Y\x01\0!\x02\x07#\x02\x05S\0Y\x06\x01\x01\x01\0W\x02\x07#\x02\x05S\0[\x01\0\x02\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x06\0]\x02S[\0_\x01\x01\0\x02.\x02\x17I\x01a\x01\x01\0\0\x02O\0\x01\0\x06\x06\0]\x02S[\0c\x01\x01\0\x02.\x02\x17I\x01a\x01\x01\0\0\x02O\0\0\n\x13\x01\x05\x0b\07\x01\x07!\x02\x05\x0b\0O\07\x01\x07\x1b\x02\x05\x05\x02\0\x13\x01\x05\x0f\0#\x02\x05\x0f\0e\x01gQ\x01\x05g\x01S!\x02\x07#\x02\x05S\0U\0-\0W\x02\x07#\x02\x05S\0Y\x01\0!\x02\x07#\x02\x05S\0Y\x06\x01\x01\x01\0W\x02\x07#\x02\x05S\0[\x01\0\x02\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x06\0]\x02S[\0_\x01\x01\0\x02.\x02\x17I\x01a\x01\x01\0\0\x02O\0\x01\0\x06\x06\0]\x02S[\0c\x01\x01\0\x02.\x02\x17I\x01a\x01\x01\0\0\x02O\0\0\x04\x13\x01\x05\x0b\07\x01\x07!\x02\x05\x0b\0O\07\x01\x07\x1b\x02\x05\x05\x02\0\x13\x01\x05\x09\0\x02\0\x01W\x02\x05\x09\x01\0\x02\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x06\0]\x01\x09\0_\x01\x01\0\x02.\x02\x17I\x01a\x01\x01\0\0\x02O\0\x01\0\x06\x06\0]\x01\x09\0c\x01\x01\0\x02.\x02\x17I\x01a\x01\x01\0\0\x02O\0\x02\0\0i\x02\x02\x13\x01\x05\x0b\0!\x02\x05\x0b\03\0\0k\x01\x02\x13\x01\x05\x11\0\x1b\x02\x05\x11\x02\0\x06\x04\0G\x01\x01\0\x02.\x02\x17I\0\0\x01\0\x06\x04\0K\x01\x01\0\x02.\x02\x17I\0\0\x02\0\0JInvalid Configuration: Missing Region\x09\x1f$%&'<=>?\x0eGetItem\x8f\x80@\x04\x17\x05\x1f$%&'\x0ePutItem\x8f\x80@)7\x09<\x1f$=>%&?'\x1b\x8f\x80@@G\x05\x1f$%&'\x83\x1aAttributeName\x02\0\xfe\xff\x07\0\x1cAttributeValue\n\0\x02S\x07\0\x02N\x08\0\x02B\x09\0\x04SS\n\0\x04NS\x0b\0\x04BS\x0c\0\x02M\x0d\0\x02L\x0e\0\x1d\x0f\0\x08BOOL\x10\x0b*ConsumedCapacityUnits\x03\x18ErrorMessage\0\x18GetItemInput\x07A\x05\x05\x04\x0b\x01\x1f\x06\0!\x11\0\x0d\x12\0\x07\x13\0\x0f\x14\0\x11\x15\x83\x10TableArn\x03\0\x02\0\x80\x10\x02\x1f\0\0\0\x01\x03(StringAttributeValue\x03(NumberAttributeValue\x0e(BinaryAttributeValue\x01.StringSetAttributeValue\0\x07\x01.NumberSetAttributeValue\0\x08\x01.BinarySetAttributeValue\0\x09\x02\"MapAttributeValue\0\0\0\x01\x01$ListAttributeValue\0\x01\x05$NullAttributeValue\x05*BooleanAttributeValue\x81\"AttributeNameList\x01\0\x02\0\0\x05\x0d\x04\x07\x03\x0eINDEXES\nTOTAL\x09\x03\x0f\x024ExpressionAttributeNameMap\0\x16\0\0\x03>ExpressionAttributeNameVariable\0\x1aGetItemOutput\x02\0\x13\x18\0\x03\x19\x02\x18AttributeMap\0\0\0\x01\0\x03\x08\0\x05\x05\0#\x02\0%\x02\0'\x02\0\nTable\x1a\0*LocalSecondaryIndexes\x1b\0,GlobalSecondaryIndexes\x1b\0\x1aVectorIndexes\x1d\0\x10Capacity\x03\0%\x02\0'\x02\0#\x02\x026SecondaryIndexesCapacityMap\0\x1c\0\x1a\x83)\x07\0\x06\0\xfe\x03\x1e[a-zA-Z0-9_.-]+\x020VectorIndexesCapacityMap\0\x1c\0\x1e\0\x1cVectorCapacity\x02\00VectorSearchRequestBytes\x02\0.VectorWriteRequestBytes\x02\x14LProvisionedThroughputExceededException \0\x02\0\x01\x03\0+ \x01(ThrottlingReasonList\0!\0 ThrottlingReason\x02\0\x0creason\"\0\x10resource#\x03\x0cReason\x03\x10Resource\x142ResourceNotFoundException \0\x01\0\x01\x03\x14(RequestLimitExceeded \0\x02\0\x01\x03\0+ \x14&InternalServerError \0\x01\0\x01\x03\x14&ThrottlingException \0\x02\0\x01(\0\"throttlingReasons \x030AvailabilityErrorMessage\0\x18PutItemInput\x0bA\x05\x05\x04\x0b\x01\x13*\0\x10Expected+\0\x18ReturnValues0\0\x07\x13\0-1\0\x152\0/3\0\x11\x15\014\036\x020PutItemInputAttributeMap\0\0\0\x01\x02(ExpectedAttributeMap\0\0\0,\0,ExpectedAttributeValue\x04\0\nValue\x01\0\x0cExists-\0\x17.\0\x19/\x05\x1aBooleanObject\x04\x17\x0d\x04EQ\x04NE\x04IN\x04LE\x04LT\x04GE\x04GT\x0eBETWEEN\x10NOT_NULL\x1d\x10CONTAINS\x18NOT_CONTAINS\x16BEGINS_WITH\x01\x19\0\x01\x04\x16ReturnValue\x05\x095\x16UPDATED_OLD\x0eALL_NEW\x16UPDATED_NEW\x04-\x02\x08SIZE\x09\x04\x15\x02\x06AND\x04OR\x03/\x026ExpressionAttributeValueMap\05\0\x01\x03@ExpressionAttributeValueVariable\x043\x025\x09\0\x1aPutItemOutput\x03\0\x14Attributes\x18\0\x03\x19\078\07\x02\0\"ItemCollectionKey9\0&SizeEstimateRangeGB:\x02:ItemCollectionKeyAttributeMap\0\0\0\x01\x01>ItemCollectionSizeEstimateRange\0;\x0b>ItemCollectionSizeEstimateBound\x14>ConditionalCheckFailedException \0\x02\0\x01\x03\0\x13\x18\x14PItemCollectionSizeLimitExceededException \0\x01\0\x01\x03\x148TransactionConflictException \0\x01\0\x01\x03\x14@ReplicatedWriteConflictException \x08\x01\0\x01\x03\0\x14QueryInput\x11A\x05\x05\x04\x0b\0)\x1c\09A\0!\x11\0;B\0\x0d\x12\0=C\0\x16QueryFilterE\0\x152\0 ScanIndexForward-\0?\x06\0\x07\x13\0\x0f\x14\0 FilterExpression3\0,KeyConditionExpressionF\0\x11\x15\014\x049\x04\x1cALL_ATTRIBUTES0ALL_PROJECTED_ATTRIBUTES&SPECIFIC_ATTRIBUTES\nCOUNT\x88*PositiveIntegerObject\x01\0\x02\x02=\0\0\0D\0\x12Condition\x02\0\x19/\x01\x17.\x02$FilterConditionMap\0\0\0D\x03\x1aKeyExpression\0\x16QueryOutput\x05\0AH\0CI\0EI\0G\x06\0\x03\x19\x01\x10ItemList\0\x18\x08\x0eIntegermessageConsumedCapacityTableNameReturnConsumedCapacityNONEResourceArnConsistentReadProjectionExpressionExpressionAttributeNamesItemConditionalOperatorComparisonOperatorAttributeValueListQueryNULLKeyAttributesToGetCapacityUnitsReadCapacityUnitsWriteCapacityUnitsIndexNameThrottlingReasonsReturnItemCollectionMetricsConditionExpressionExpressionAttributeValuesReturnValuesOnConditionCheckFailureALL_OLDItemCollectionMetricsSelectLimitKeyConditionsExclusiveStartKeyItemsCountScannedCountLastEvaluatedKeydynamodbDynamoDB",
    );
    const TABLE: &boto::Table = &OPENED;
    /// Amazon DynamoDB, version 2012-08-10: give it to `Session::connect_to` for a typed [`Connection`].
    #[derive(
        boto::Clone,
        boto::Copy,
        boto::Debug,
        boto::Default,
        boto::PartialEq,
        boto::Eq
    )]
    pub struct DynamoDb;
    impl DynamoDb {
        /// The tables of the service, for calls by name.
        pub fn tables() -> boto::Arc<boto::Service> {
            TABLE.service()
        }
    }
    impl boto::Connect for DynamoDb {
        type Connection = Connection;
        fn connect(self, session: &boto::Session) -> Connection {
            Connection(boto::Connection::from_table(session, TABLE.service()))
        }
    }
    /// A connection to Amazon DynamoDB: 3 operations, each a method that returns a [`Call`]. Clones are cheap and share everything.
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
        /// Calls `GetItem` (`POST /`).
        ///
        /// # Errors
        /// `ProvisionedThroughputExceededException`, `ResourceNotFoundException`, `RequestLimitExceeded`, `InternalServerError`, `ThrottlingException`.
        ///
        /// [AWS reference](https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/GetItem)
        pub fn get_item(
            &self,
            table_name: impl boto::Text,
            key: impl boto::IntoIterator<
                Item = (impl boto::Text, impl boto::Into<types::AttributeValue>),
            >,
        ) -> Call<types::GetItemInput, types::GetItemOutput> {
            Call(
                boto::Call::new(
                    &self.0,
                    "GetItem",
                    types::GetItemInput {
                        table_name: boto::text(table_name),
                        key: boto::map(key),
                        ..boto::Default::default()
                    },
                ),
            )
        }
    }
    impl Connection {
        /// Calls `PutItem` (`POST /`).
        ///
        /// # Errors
        /// `ConditionalCheckFailedException`, `ProvisionedThroughputExceededException`, `ResourceNotFoundException`, `ItemCollectionSizeLimitExceededException`, `TransactionConflictException`, `RequestLimitExceeded`, `InternalServerError`, `ReplicatedWriteConflictException`, `ThrottlingException`.
        ///
        /// [AWS reference](https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/PutItem)
        pub fn put_item(
            &self,
            table_name: impl boto::Text,
            item: impl boto::IntoIterator<
                Item = (impl boto::Text, impl boto::Into<types::AttributeValue>),
            >,
        ) -> Call<types::PutItemInput, types::PutItemOutput> {
            Call(
                boto::Call::new(
                    &self.0,
                    "PutItem",
                    types::PutItemInput {
                        table_name: boto::text(table_name),
                        item: boto::map(item),
                        ..boto::Default::default()
                    },
                ),
            )
        }
    }
    impl Connection {
        /// Calls `Query` (`POST /`).
        ///
        /// Answers in pages.
        ///
        /// # Errors
        /// `ProvisionedThroughputExceededException`, `ResourceNotFoundException`, `RequestLimitExceeded`, `InternalServerError`, `ThrottlingException`.
        ///
        /// [AWS reference](https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/Query)
        pub fn query(
            &self,
            table_name: impl boto::Text,
        ) -> Call<types::QueryInput, types::QueryOutput> {
            Call(
                boto::Call::new(
                    &self.0,
                    "Query",
                    types::QueryInput {
                        table_name: boto::text(table_name),
                        ..boto::Default::default()
                    },
                ),
            )
        }
    }
    impl boto::Modeled for types::ProvisionedThroughputExceededException {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 31);
    }
    impl boto::Modeled for types::ResourceNotFoundException {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 36);
    }
    impl boto::Modeled for types::RequestLimitExceeded {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 37);
    }
    impl boto::Modeled for types::InternalServerError {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 38);
    }
    impl boto::Modeled for types::ThrottlingException {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 39);
    }
    impl boto::Modeled for types::ConditionalCheckFailedException {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 60);
    }
    impl boto::Modeled for types::ItemCollectionSizeLimitExceededException {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 61);
    }
    impl boto::Modeled for types::TransactionConflictException {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 62);
    }
    impl boto::Modeled for types::ReplicatedWriteConflictException {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 63);
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
    impl<O> Call<types::GetItemInput, O> {
        /// `AttributesToGet`: at least 1 elements
        pub fn attributes_to_get(
            mut self,
            value: impl boto::IntoIterator<Item = impl boto::Text>,
        ) -> Self {
            self.0.input.attributes_to_get = boto::texts(value);
            self
        }
        /// `ConsistentRead`
        pub fn consistent_read(mut self, value: bool) -> Self {
            self.0.input.consistent_read = boto::Some(value);
            self
        }
        /// `ReturnConsumedCapacity`
        pub fn return_consumed_capacity(
            mut self,
            value: impl boto::Into<types::ReturnConsumedCapacity>,
        ) -> Self {
            self.0.input.return_consumed_capacity = boto::Some(boto::Into::into(value));
            self
        }
        /// `ProjectionExpression`
        pub fn projection_expression(mut self, value: impl boto::Text) -> Self {
            self.0.input.projection_expression = boto::Text::text(value);
            self
        }
        /// `ExpressionAttributeNames`
        pub fn expression_attribute_names(
            mut self,
            value: impl boto::IntoIterator<Item = (impl boto::Text, impl boto::Text)>,
        ) -> Self {
            self.0.input.expression_attribute_names = boto::text_map(value);
            self
        }
    }
    impl<O> Call<types::PutItemInput, O> {
        /// `Expected`
        pub fn expected(
            mut self,
            value: impl boto::IntoIterator<
                Item = (impl boto::Text, impl boto::Into<types::ExpectedAttributeValue>),
            >,
        ) -> Self {
            self.0.input.expected = boto::map(value);
            self
        }
        /// `ReturnValues`
        pub fn return_values(
            mut self,
            value: impl boto::Into<types::ReturnValue>,
        ) -> Self {
            self.0.input.return_values = boto::Some(boto::Into::into(value));
            self
        }
        /// `ReturnConsumedCapacity`
        pub fn return_consumed_capacity(
            mut self,
            value: impl boto::Into<types::ReturnConsumedCapacity>,
        ) -> Self {
            self.0.input.return_consumed_capacity = boto::Some(boto::Into::into(value));
            self
        }
        /// `ReturnItemCollectionMetrics`
        pub fn return_item_collection_metrics(
            mut self,
            value: impl boto::Into<types::ReturnItemCollectionMetrics>,
        ) -> Self {
            self.0.input.return_item_collection_metrics = boto::Some(
                boto::Into::into(value),
            );
            self
        }
        /// `ConditionalOperator`
        pub fn conditional_operator(
            mut self,
            value: impl boto::Into<types::ConditionalOperator>,
        ) -> Self {
            self.0.input.conditional_operator = boto::Some(boto::Into::into(value));
            self
        }
        /// `ConditionExpression`
        pub fn condition_expression(mut self, value: impl boto::Text) -> Self {
            self.0.input.condition_expression = boto::Text::text(value);
            self
        }
        /// `ExpressionAttributeNames`
        pub fn expression_attribute_names(
            mut self,
            value: impl boto::IntoIterator<Item = (impl boto::Text, impl boto::Text)>,
        ) -> Self {
            self.0.input.expression_attribute_names = boto::text_map(value);
            self
        }
        /// `ExpressionAttributeValues`
        pub fn expression_attribute_values(
            mut self,
            value: impl boto::IntoIterator<
                Item = (impl boto::Text, impl boto::Into<types::AttributeValue>),
            >,
        ) -> Self {
            self.0.input.expression_attribute_values = boto::map(value);
            self
        }
        /// `ReturnValuesOnConditionCheckFailure`
        pub fn return_values_on_condition_check_failure(
            mut self,
            value: impl boto::Into<types::ReturnValuesOnConditionCheckFailure>,
        ) -> Self {
            self.0.input.return_values_on_condition_check_failure = boto::Some(
                boto::Into::into(value),
            );
            self
        }
    }
    impl<O> Call<types::QueryInput, O> {
        /// `IndexName`: 3 to 255 characters, matches `[a-zA-Z0-9_.-]+`
        pub fn index_name(mut self, value: impl boto::Text) -> Self {
            self.0.input.index_name = boto::Text::text(value);
            self
        }
        /// `Select`
        pub fn select(mut self, value: impl boto::Into<types::Select>) -> Self {
            self.0.input.select = boto::Some(boto::Into::into(value));
            self
        }
        /// `AttributesToGet`: at least 1 elements
        pub fn attributes_to_get(
            mut self,
            value: impl boto::IntoIterator<Item = impl boto::Text>,
        ) -> Self {
            self.0.input.attributes_to_get = boto::texts(value);
            self
        }
        /// `Limit`: at least 1
        pub fn limit(mut self, value: i32) -> Self {
            self.0.input.limit = boto::Some(value);
            self
        }
        /// `ConsistentRead`
        pub fn consistent_read(mut self, value: bool) -> Self {
            self.0.input.consistent_read = boto::Some(value);
            self
        }
        /// `KeyConditions`
        pub fn key_conditions(
            mut self,
            value: impl boto::IntoIterator<
                Item = (impl boto::Text, impl boto::Into<types::Condition>),
            >,
        ) -> Self {
            self.0.input.key_conditions = boto::map(value);
            self
        }
        /// `QueryFilter`
        pub fn query_filter(
            mut self,
            value: impl boto::IntoIterator<
                Item = (impl boto::Text, impl boto::Into<types::Condition>),
            >,
        ) -> Self {
            self.0.input.query_filter = boto::map(value);
            self
        }
        /// `ConditionalOperator`
        pub fn conditional_operator(
            mut self,
            value: impl boto::Into<types::ConditionalOperator>,
        ) -> Self {
            self.0.input.conditional_operator = boto::Some(boto::Into::into(value));
            self
        }
        /// `ScanIndexForward`
        pub fn scan_index_forward(mut self, value: bool) -> Self {
            self.0.input.scan_index_forward = boto::Some(value);
            self
        }
        /// `ExclusiveStartKey`
        pub fn exclusive_start_key(
            mut self,
            value: impl boto::IntoIterator<
                Item = (impl boto::Text, impl boto::Into<types::AttributeValue>),
            >,
        ) -> Self {
            self.0.input.exclusive_start_key = boto::map(value);
            self
        }
        /// `ReturnConsumedCapacity`
        pub fn return_consumed_capacity(
            mut self,
            value: impl boto::Into<types::ReturnConsumedCapacity>,
        ) -> Self {
            self.0.input.return_consumed_capacity = boto::Some(boto::Into::into(value));
            self
        }
        /// `ProjectionExpression`
        pub fn projection_expression(mut self, value: impl boto::Text) -> Self {
            self.0.input.projection_expression = boto::Text::text(value);
            self
        }
        /// `FilterExpression`
        pub fn filter_expression(mut self, value: impl boto::Text) -> Self {
            self.0.input.filter_expression = boto::Text::text(value);
            self
        }
        /// `KeyConditionExpression`
        pub fn key_condition_expression(mut self, value: impl boto::Text) -> Self {
            self.0.input.key_condition_expression = boto::Text::text(value);
            self
        }
        /// `ExpressionAttributeNames`
        pub fn expression_attribute_names(
            mut self,
            value: impl boto::IntoIterator<Item = (impl boto::Text, impl boto::Text)>,
        ) -> Self {
            self.0.input.expression_attribute_names = boto::text_map(value);
            self
        }
        /// `ExpressionAttributeValues`
        pub fn expression_attribute_values(
            mut self,
            value: impl boto::IntoIterator<
                Item = (impl boto::Text, impl boto::Into<types::AttributeValue>),
            >,
        ) -> Self {
            self.0.input.expression_attribute_values = boto::map(value);
            self
        }
    }
    ///Inputs, outputs and the types inside them.
    pub mod types {
        use super::{boto, TABLE};
        /// What `GetItem` takes.
        #[derive(boto::Clone, boto::Default)]
        pub struct GetItemInput {
            /// `TableName`, required: 1 to 1024 characters
            pub table_name: boto::String,
            /// `Key`, required
            pub key: boto::Map<AttributeValue>,
            /// `AttributesToGet`: at least 1 elements
            pub attributes_to_get: boto::Vec<boto::String>,
            /// `ConsistentRead`
            pub consistent_read: boto::Option<bool>,
            /// `ReturnConsumedCapacity`
            pub return_consumed_capacity: boto::Option<ReturnConsumedCapacity>,
            /// `ProjectionExpression`
            pub projection_expression: boto::Option<boto::String>,
            /// `ExpressionAttributeNames`
            pub expression_attribute_names: boto::Map<boto::String>,
        }
        impl boto::Record for GetItemInput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.table_name,
                    1 => &self.key,
                    2 => &self.attributes_to_get,
                    3 => &self.consistent_read,
                    4 => &self.return_consumed_capacity,
                    5 => &self.projection_expression,
                    6 => &self.expression_attribute_names,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.table_name,
                    1 => &mut self.key,
                    2 => &mut self.attributes_to_get,
                    3 => &mut self.consistent_read,
                    4 => &mut self.return_consumed_capacity,
                    5 => &mut self.projection_expression,
                    6 => &mut self.expression_attribute_names,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for GetItemInput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 4, self, "GetItemInput", f)
            }
        }
        impl boto::PartialEq for GetItemInput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 4, self, other)
            }
        }
        impl boto::Serialize for GetItemInput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 4, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for GetItemInput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 4, from)
            }
        }
        /// What `GetItem` answers.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct GetItemOutput {
            /// `Item`
            pub item: boto::Map<AttributeValue>,
            /// `ConsumedCapacity`
            pub consumed_capacity: boto::Option<ConsumedCapacity>,
        }
        impl boto::Record for GetItemOutput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.item,
                    1 => &self.consumed_capacity,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.item,
                    1 => &mut self.consumed_capacity,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for GetItemOutput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 23, self, "GetItemOutput", f)
            }
        }
        impl boto::PartialEq for GetItemOutput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 23, self, other)
            }
        }
        impl boto::Serialize for GetItemOutput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 23, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for GetItemOutput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 23, from)
            }
        }
        /// What `PutItem` takes.
        #[derive(boto::Clone, boto::Default)]
        pub struct PutItemInput {
            /// `TableName`, required: 1 to 1024 characters
            pub table_name: boto::String,
            /// `Item`, required
            pub item: boto::Map<AttributeValue>,
            /// `Expected`
            pub expected: boto::Map<ExpectedAttributeValue>,
            /// `ReturnValues`
            pub return_values: boto::Option<ReturnValue>,
            /// `ReturnConsumedCapacity`
            pub return_consumed_capacity: boto::Option<ReturnConsumedCapacity>,
            /// `ReturnItemCollectionMetrics`
            pub return_item_collection_metrics: boto::Option<
                ReturnItemCollectionMetrics,
            >,
            /// `ConditionalOperator`
            pub conditional_operator: boto::Option<ConditionalOperator>,
            /// `ConditionExpression`
            pub condition_expression: boto::Option<boto::String>,
            /// `ExpressionAttributeNames`
            pub expression_attribute_names: boto::Map<boto::String>,
            /// `ExpressionAttributeValues`
            pub expression_attribute_values: boto::Map<AttributeValue>,
            /// `ReturnValuesOnConditionCheckFailure`
            pub return_values_on_condition_check_failure: boto::Option<
                ReturnValuesOnConditionCheckFailure,
            >,
        }
        impl boto::Record for PutItemInput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.table_name,
                    1 => &self.item,
                    2 => &self.expected,
                    3 => &self.return_values,
                    4 => &self.return_consumed_capacity,
                    5 => &self.return_item_collection_metrics,
                    6 => &self.conditional_operator,
                    7 => &self.condition_expression,
                    8 => &self.expression_attribute_names,
                    9 => &self.expression_attribute_values,
                    10 => &self.return_values_on_condition_check_failure,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.table_name,
                    1 => &mut self.item,
                    2 => &mut self.expected,
                    3 => &mut self.return_values,
                    4 => &mut self.return_consumed_capacity,
                    5 => &mut self.return_item_collection_metrics,
                    6 => &mut self.conditional_operator,
                    7 => &mut self.condition_expression,
                    8 => &mut self.expression_attribute_names,
                    9 => &mut self.expression_attribute_values,
                    10 => &mut self.return_values_on_condition_check_failure,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for PutItemInput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 41, self, "PutItemInput", f)
            }
        }
        impl boto::PartialEq for PutItemInput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 41, self, other)
            }
        }
        impl boto::Serialize for PutItemInput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 41, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for PutItemInput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 41, from)
            }
        }
        /// What `PutItem` answers.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct PutItemOutput {
            /// `Attributes`
            pub attributes: boto::Map<AttributeValue>,
            /// `ConsumedCapacity`
            pub consumed_capacity: boto::Option<ConsumedCapacity>,
            /// `ItemCollectionMetrics`
            pub item_collection_metrics: boto::Option<ItemCollectionMetrics>,
        }
        impl boto::Record for PutItemOutput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.attributes,
                    1 => &self.consumed_capacity,
                    2 => &self.item_collection_metrics,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.attributes,
                    1 => &mut self.consumed_capacity,
                    2 => &mut self.item_collection_metrics,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for PutItemOutput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 55, self, "PutItemOutput", f)
            }
        }
        impl boto::PartialEq for PutItemOutput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 55, self, other)
            }
        }
        impl boto::Serialize for PutItemOutput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 55, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for PutItemOutput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 55, from)
            }
        }
        /// What `Query` takes.
        #[derive(boto::Clone, boto::Default)]
        pub struct QueryInput {
            /// `TableName`, required: 1 to 1024 characters
            pub table_name: boto::String,
            /// `IndexName`: 3 to 255 characters, matches `[a-zA-Z0-9_.-]+`
            pub index_name: boto::Option<boto::String>,
            /// `Select`
            pub select: boto::Option<Select>,
            /// `AttributesToGet`: at least 1 elements
            pub attributes_to_get: boto::Vec<boto::String>,
            /// `Limit`: at least 1
            pub limit: boto::Option<i32>,
            /// `ConsistentRead`
            pub consistent_read: boto::Option<bool>,
            /// `KeyConditions`
            pub key_conditions: boto::Map<Condition>,
            /// `QueryFilter`
            pub query_filter: boto::Map<Condition>,
            /// `ConditionalOperator`
            pub conditional_operator: boto::Option<ConditionalOperator>,
            /// `ScanIndexForward`
            pub scan_index_forward: boto::Option<bool>,
            /// `ExclusiveStartKey`
            pub exclusive_start_key: boto::Map<AttributeValue>,
            /// `ReturnConsumedCapacity`
            pub return_consumed_capacity: boto::Option<ReturnConsumedCapacity>,
            /// `ProjectionExpression`
            pub projection_expression: boto::Option<boto::String>,
            /// `FilterExpression`
            pub filter_expression: boto::Option<boto::String>,
            /// `KeyConditionExpression`
            pub key_condition_expression: boto::Option<boto::String>,
            /// `ExpressionAttributeNames`
            pub expression_attribute_names: boto::Map<boto::String>,
            /// `ExpressionAttributeValues`
            pub expression_attribute_values: boto::Map<AttributeValue>,
        }
        impl boto::Record for QueryInput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.table_name,
                    1 => &self.index_name,
                    2 => &self.select,
                    3 => &self.attributes_to_get,
                    4 => &self.limit,
                    5 => &self.consistent_read,
                    6 => &self.key_conditions,
                    7 => &self.query_filter,
                    8 => &self.conditional_operator,
                    9 => &self.scan_index_forward,
                    10 => &self.exclusive_start_key,
                    11 => &self.return_consumed_capacity,
                    12 => &self.projection_expression,
                    13 => &self.filter_expression,
                    14 => &self.key_condition_expression,
                    15 => &self.expression_attribute_names,
                    16 => &self.expression_attribute_values,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.table_name,
                    1 => &mut self.index_name,
                    2 => &mut self.select,
                    3 => &mut self.attributes_to_get,
                    4 => &mut self.limit,
                    5 => &mut self.consistent_read,
                    6 => &mut self.key_conditions,
                    7 => &mut self.query_filter,
                    8 => &mut self.conditional_operator,
                    9 => &mut self.scan_index_forward,
                    10 => &mut self.exclusive_start_key,
                    11 => &mut self.return_consumed_capacity,
                    12 => &mut self.projection_expression,
                    13 => &mut self.filter_expression,
                    14 => &mut self.key_condition_expression,
                    15 => &mut self.expression_attribute_names,
                    16 => &mut self.expression_attribute_values,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for QueryInput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 64, self, "QueryInput", f)
            }
        }
        impl boto::PartialEq for QueryInput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 64, self, other)
            }
        }
        impl boto::Serialize for QueryInput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 64, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for QueryInput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 64, from)
            }
        }
        /// What `Query` answers.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct QueryOutput {
            /// `Items`
            pub items: boto::Vec<boto::Map<AttributeValue>>,
            /// `Count`
            pub count: boto::Option<i32>,
            /// `ScannedCount`
            pub scanned_count: boto::Option<i32>,
            /// `LastEvaluatedKey`
            pub last_evaluated_key: boto::Map<AttributeValue>,
            /// `ConsumedCapacity`
            pub consumed_capacity: boto::Option<ConsumedCapacity>,
        }
        impl boto::Record for QueryOutput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.items,
                    1 => &self.count,
                    2 => &self.scanned_count,
                    3 => &self.last_evaluated_key,
                    4 => &self.consumed_capacity,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.items,
                    1 => &mut self.count,
                    2 => &mut self.scanned_count,
                    3 => &mut self.last_evaluated_key,
                    4 => &mut self.consumed_capacity,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for QueryOutput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 71, self, "QueryOutput", f)
            }
        }
        impl boto::PartialEq for QueryOutput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 71, self, other)
            }
        }
        impl boto::Serialize for QueryOutput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 71, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for QueryOutput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 71, from)
            }
        }
        /// The structure `ConsumedCapacity`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct ConsumedCapacity {
            /// `TableName`: 1 to 1024 characters
            pub table_name: boto::Option<boto::String>,
            /// `CapacityUnits`
            pub capacity_units: boto::Option<f64>,
            /// `ReadCapacityUnits`
            pub read_capacity_units: boto::Option<f64>,
            /// `WriteCapacityUnits`
            pub write_capacity_units: boto::Option<f64>,
            /// `Table`
            pub table: boto::Option<Capacity>,
            /// `LocalSecondaryIndexes`
            pub local_secondary_indexes: boto::Map<Capacity>,
            /// `GlobalSecondaryIndexes`
            pub global_secondary_indexes: boto::Map<Capacity>,
            /// `VectorIndexes`
            pub vector_indexes: boto::Map<VectorCapacity>,
        }
        impl boto::Record for ConsumedCapacity {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.table_name,
                    1 => &self.capacity_units,
                    2 => &self.read_capacity_units,
                    3 => &self.write_capacity_units,
                    4 => &self.table,
                    5 => &self.local_secondary_indexes,
                    6 => &self.global_secondary_indexes,
                    7 => &self.vector_indexes,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.table_name,
                    1 => &mut self.capacity_units,
                    2 => &mut self.read_capacity_units,
                    3 => &mut self.write_capacity_units,
                    4 => &mut self.table,
                    5 => &mut self.local_secondary_indexes,
                    6 => &mut self.global_secondary_indexes,
                    7 => &mut self.vector_indexes,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ConsumedCapacity {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 25, self, "ConsumedCapacity", f)
            }
        }
        impl boto::PartialEq for ConsumedCapacity {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 25, self, other)
            }
        }
        impl boto::Serialize for ConsumedCapacity {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 25, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ConsumedCapacity {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 25, from)
            }
        }
        /// The structure `Capacity`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct Capacity {
            /// `ReadCapacityUnits`
            pub read_capacity_units: boto::Option<f64>,
            /// `WriteCapacityUnits`
            pub write_capacity_units: boto::Option<f64>,
            /// `CapacityUnits`
            pub capacity_units: boto::Option<f64>,
        }
        impl boto::Record for Capacity {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.read_capacity_units,
                    1 => &self.write_capacity_units,
                    2 => &self.capacity_units,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.read_capacity_units,
                    1 => &mut self.write_capacity_units,
                    2 => &mut self.capacity_units,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for Capacity {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 26, self, "Capacity", f)
            }
        }
        impl boto::PartialEq for Capacity {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 26, self, other)
            }
        }
        impl boto::Serialize for Capacity {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 26, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for Capacity {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 26, from)
            }
        }
        /// The structure `VectorCapacity`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct VectorCapacity {
            /// `VectorSearchRequestBytes`
            pub vector_search_request_bytes: boto::Option<f64>,
            /// `VectorWriteRequestBytes`
            pub vector_write_request_bytes: boto::Option<f64>,
        }
        impl boto::Record for VectorCapacity {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.vector_search_request_bytes,
                    1 => &self.vector_write_request_bytes,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.vector_search_request_bytes,
                    1 => &mut self.vector_write_request_bytes,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for VectorCapacity {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 30, self, "VectorCapacity", f)
            }
        }
        impl boto::PartialEq for VectorCapacity {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 30, self, other)
            }
        }
        impl boto::Serialize for VectorCapacity {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 30, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for VectorCapacity {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 30, from)
            }
        }
        /// The error `ProvisionedThroughputExceededException`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct ProvisionedThroughputExceededException {
            /// `message`
            pub message: boto::Option<boto::String>,
            /// `ThrottlingReasons`
            pub throttling_reasons: boto::Vec<ThrottlingReason>,
        }
        impl boto::Record for ProvisionedThroughputExceededException {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.message,
                    1 => &self.throttling_reasons,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.message,
                    1 => &mut self.throttling_reasons,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ProvisionedThroughputExceededException {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 31, self, "ProvisionedThroughputExceededException", f)
            }
        }
        impl boto::PartialEq for ProvisionedThroughputExceededException {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 31, self, other)
            }
        }
        impl boto::Serialize for ProvisionedThroughputExceededException {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 31, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ProvisionedThroughputExceededException {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 31, from)
            }
        }
        /// The structure `ThrottlingReason`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct ThrottlingReason {
            /// `reason`
            pub reason: boto::Option<boto::String>,
            /// `resource`
            pub resource: boto::Option<boto::String>,
        }
        impl boto::Record for ThrottlingReason {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.reason,
                    1 => &self.resource,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.reason,
                    1 => &mut self.resource,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ThrottlingReason {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 33, self, "ThrottlingReason", f)
            }
        }
        impl boto::PartialEq for ThrottlingReason {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 33, self, other)
            }
        }
        impl boto::Serialize for ThrottlingReason {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 33, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ThrottlingReason {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 33, from)
            }
        }
        /// The error `ResourceNotFoundException`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct ResourceNotFoundException {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for ResourceNotFoundException {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.message,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.message,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ResourceNotFoundException {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 36, self, "ResourceNotFoundException", f)
            }
        }
        impl boto::PartialEq for ResourceNotFoundException {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 36, self, other)
            }
        }
        impl boto::Serialize for ResourceNotFoundException {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 36, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ResourceNotFoundException {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 36, from)
            }
        }
        /// The error `RequestLimitExceeded`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct RequestLimitExceeded {
            /// `message`
            pub message: boto::Option<boto::String>,
            /// `ThrottlingReasons`
            pub throttling_reasons: boto::Vec<ThrottlingReason>,
        }
        impl boto::Record for RequestLimitExceeded {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.message,
                    1 => &self.throttling_reasons,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.message,
                    1 => &mut self.throttling_reasons,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for RequestLimitExceeded {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 37, self, "RequestLimitExceeded", f)
            }
        }
        impl boto::PartialEq for RequestLimitExceeded {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 37, self, other)
            }
        }
        impl boto::Serialize for RequestLimitExceeded {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 37, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for RequestLimitExceeded {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 37, from)
            }
        }
        /// The error `InternalServerError`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct InternalServerError {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for InternalServerError {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.message,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.message,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for InternalServerError {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 38, self, "InternalServerError", f)
            }
        }
        impl boto::PartialEq for InternalServerError {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 38, self, other)
            }
        }
        impl boto::Serialize for InternalServerError {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 38, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for InternalServerError {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 38, from)
            }
        }
        /// The error `ThrottlingException`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct ThrottlingException {
            /// `message`
            pub message: boto::Option<boto::String>,
            /// `throttlingReasons`
            pub throttling_reasons: boto::Vec<ThrottlingReason>,
        }
        impl boto::Record for ThrottlingException {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.message,
                    1 => &self.throttling_reasons,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.message,
                    1 => &mut self.throttling_reasons,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ThrottlingException {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 39, self, "ThrottlingException", f)
            }
        }
        impl boto::PartialEq for ThrottlingException {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 39, self, other)
            }
        }
        impl boto::Serialize for ThrottlingException {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 39, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ThrottlingException {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 39, from)
            }
        }
        /// The structure `ExpectedAttributeValue`.
        #[derive(boto::Clone, boto::Default)]
        pub struct ExpectedAttributeValue {
            /// `Value`
            pub value: boto::Option<AttributeValue>,
            /// `Exists`
            pub exists: boto::Option<bool>,
            /// `ComparisonOperator`
            pub comparison_operator: boto::Option<ComparisonOperator>,
            /// `AttributeValueList`
            pub attribute_value_list: boto::Vec<AttributeValue>,
        }
        impl boto::Record for ExpectedAttributeValue {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.value,
                    1 => &self.exists,
                    2 => &self.comparison_operator,
                    3 => &self.attribute_value_list,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.value,
                    1 => &mut self.exists,
                    2 => &mut self.comparison_operator,
                    3 => &mut self.attribute_value_list,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ExpectedAttributeValue {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 44, self, "ExpectedAttributeValue", f)
            }
        }
        impl boto::PartialEq for ExpectedAttributeValue {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 44, self, other)
            }
        }
        impl boto::Serialize for ExpectedAttributeValue {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 44, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ExpectedAttributeValue {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 44, from)
            }
        }
        /// The structure `ItemCollectionMetrics`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct ItemCollectionMetrics {
            /// `ItemCollectionKey`
            pub item_collection_key: boto::Map<AttributeValue>,
            /// `SizeEstimateRangeGB`
            pub size_estimate_range_gb: boto::Vec<f64>,
        }
        impl boto::Record for ItemCollectionMetrics {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.item_collection_key,
                    1 => &self.size_estimate_range_gb,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.item_collection_key,
                    1 => &mut self.size_estimate_range_gb,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ItemCollectionMetrics {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 56, self, "ItemCollectionMetrics", f)
            }
        }
        impl boto::PartialEq for ItemCollectionMetrics {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 56, self, other)
            }
        }
        impl boto::Serialize for ItemCollectionMetrics {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 56, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ItemCollectionMetrics {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 56, from)
            }
        }
        /// The error `ConditionalCheckFailedException`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct ConditionalCheckFailedException {
            /// `message`
            pub message: boto::Option<boto::String>,
            /// `Item`
            pub item: boto::Map<AttributeValue>,
        }
        impl boto::Record for ConditionalCheckFailedException {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.message,
                    1 => &self.item,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.message,
                    1 => &mut self.item,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ConditionalCheckFailedException {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 60, self, "ConditionalCheckFailedException", f)
            }
        }
        impl boto::PartialEq for ConditionalCheckFailedException {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 60, self, other)
            }
        }
        impl boto::Serialize for ConditionalCheckFailedException {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 60, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ConditionalCheckFailedException {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 60, from)
            }
        }
        /// The error `ItemCollectionSizeLimitExceededException`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct ItemCollectionSizeLimitExceededException {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for ItemCollectionSizeLimitExceededException {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.message,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.message,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ItemCollectionSizeLimitExceededException {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(
                    TABLE,
                    61,
                    self,
                    "ItemCollectionSizeLimitExceededException",
                    f,
                )
            }
        }
        impl boto::PartialEq for ItemCollectionSizeLimitExceededException {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 61, self, other)
            }
        }
        impl boto::Serialize for ItemCollectionSizeLimitExceededException {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 61, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ItemCollectionSizeLimitExceededException {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 61, from)
            }
        }
        /// The error `TransactionConflictException`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct TransactionConflictException {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for TransactionConflictException {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.message,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.message,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for TransactionConflictException {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 62, self, "TransactionConflictException", f)
            }
        }
        impl boto::PartialEq for TransactionConflictException {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 62, self, other)
            }
        }
        impl boto::Serialize for TransactionConflictException {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 62, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for TransactionConflictException {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 62, from)
            }
        }
        /// The error `ReplicatedWriteConflictException`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct ReplicatedWriteConflictException {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for ReplicatedWriteConflictException {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.message,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.message,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ReplicatedWriteConflictException {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 63, self, "ReplicatedWriteConflictException", f)
            }
        }
        impl boto::PartialEq for ReplicatedWriteConflictException {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 63, self, other)
            }
        }
        impl boto::Serialize for ReplicatedWriteConflictException {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 63, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ReplicatedWriteConflictException {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 63, from)
            }
        }
        /// The structure `Condition`.
        #[derive(boto::Clone, boto::Default)]
        pub struct Condition {
            /// `AttributeValueList`
            pub attribute_value_list: boto::Vec<AttributeValue>,
            /// `ComparisonOperator`, required
            pub comparison_operator: ComparisonOperator,
        }
        impl boto::Record for Condition {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.attribute_value_list,
                    1 => &self.comparison_operator,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.attribute_value_list,
                    1 => &mut self.comparison_operator,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for Condition {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 68, self, "Condition", f)
            }
        }
        impl boto::PartialEq for Condition {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 68, self, other)
            }
        }
        impl boto::Serialize for Condition {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 68, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for Condition {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 68, from)
            }
        }
        /// The union `AttributeValue`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum AttributeValue {
            /// `S`
            S(boto::String),
            /// `N`
            N(boto::String),
            /// `B`
            B(boto::Bytes),
            /// `SS`
            Ss(boto::Vec<boto::String>),
            /// `NS`
            Ns(boto::Vec<boto::String>),
            /// `BS`
            Bs(boto::Vec<boto::Bytes>),
            /// `M`
            M(boto::Map<AttributeValue>),
            /// `L`
            L(boto::Vec<AttributeValue>),
            /// `NULL`
            Null(bool),
            /// `BOOL`
            Bool(bool),
            /// A variant that this version of the model does not know.
            Unknown(boto::UnknownVariant),
        }
        impl boto::Default for AttributeValue {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Record for AttributeValue {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match (self, index) {
                    (Self::S(value), 0) => value,
                    (Self::N(value), 1) => value,
                    (Self::B(value), 2) => value,
                    (Self::Ss(value), 3) => value,
                    (Self::Ns(value), 4) => value,
                    (Self::Bs(value), 5) => value,
                    (Self::M(value), 6) => value,
                    (Self::L(value), 7) => value,
                    (Self::Null(value), 8) => value,
                    (Self::Bool(value), 9) => value,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                if boto::Special::active(self) != boto::Some(index) {
                    *self = match index {
                        0 => Self::S(boto::Default::default()),
                        1 => Self::N(boto::Default::default()),
                        2 => Self::B(boto::Default::default()),
                        3 => Self::Ss(boto::Default::default()),
                        4 => Self::Ns(boto::Default::default()),
                        5 => Self::Bs(boto::Default::default()),
                        6 => Self::M(boto::Default::default()),
                        7 => Self::L(boto::Default::default()),
                        8 => Self::Null(boto::Default::default()),
                        9 => Self::Bool(boto::Default::default()),
                        _ => return boto::nowhere(),
                    };
                }
                match self {
                    Self::S(value) => value,
                    Self::N(value) => value,
                    Self::B(value) => value,
                    Self::Ss(value) => value,
                    Self::Ns(value) => value,
                    Self::Bs(value) => value,
                    Self::M(value) => value,
                    Self::L(value) => value,
                    Self::Null(value) => value,
                    Self::Bool(value) => value,
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
        impl boto::Special for AttributeValue {
            fn active(&self) -> boto::Option<usize> {
                match self {
                    Self::S(..) => boto::Some(0),
                    Self::N(..) => boto::Some(1),
                    Self::B(..) => boto::Some(2),
                    Self::Ss(..) => boto::Some(3),
                    Self::Ns(..) => boto::Some(4),
                    Self::Bs(..) => boto::Some(5),
                    Self::M(..) => boto::Some(6),
                    Self::L(..) => boto::Some(7),
                    Self::Null(..) => boto::Some(8),
                    Self::Bool(..) => boto::Some(9),
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
        impl boto::Debug for AttributeValue {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 1, self, "AttributeValue", f)
            }
        }
        impl boto::PartialEq for AttributeValue {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 1, self, other)
            }
        }
        impl boto::Serialize for AttributeValue {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 1, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for AttributeValue {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 1, from)
            }
        }
        /// The values of `ReturnConsumedCapacity`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ReturnConsumedCapacity {
            /// `INDEXES`
            Indexes,
            /// `TOTAL`
            Total,
            /// `NONE`
            None,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ReturnConsumedCapacity {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "INDEXESTOTALNONE",
                ends: &[7, 12, 16],
                variants: &[Self::Indexes, Self::Total, Self::None],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for ReturnConsumedCapacity {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ReturnConsumedCapacity {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ReturnConsumedCapacity {}
        impl boto::Hash for ReturnConsumedCapacity {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ReturnConsumedCapacity {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ReturnConsumedCapacity {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ReturnConsumedCapacity {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ReturnConsumedCapacity {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ReturnConsumedCapacity {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ReturnConsumedCapacity {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ReturnConsumedCapacity {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ReturnConsumedCapacity {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ComparisonOperator`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ComparisonOperator {
            /// `EQ`
            Eq,
            /// `NE`
            Ne,
            /// `IN`
            In,
            /// `LE`
            Le,
            /// `LT`
            Lt,
            /// `GE`
            Ge,
            /// `GT`
            Gt,
            /// `BETWEEN`
            Between,
            /// `NOT_NULL`
            NotNull,
            /// `NULL`
            Null,
            /// `CONTAINS`
            Contains,
            /// `NOT_CONTAINS`
            NotContains,
            /// `BEGINS_WITH`
            BeginsWith,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ComparisonOperator {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "EQNEINLELTGEGTBETWEENNOT_NULLNULLCONTAINSNOT_CONTAINSBEGINS_WITH",
                ends: &[2, 4, 6, 8, 10, 12, 14, 21, 29, 33, 41, 53, 64],
                variants: &[
                    Self::Eq,
                    Self::Ne,
                    Self::In,
                    Self::Le,
                    Self::Lt,
                    Self::Ge,
                    Self::Gt,
                    Self::Between,
                    Self::NotNull,
                    Self::Null,
                    Self::Contains,
                    Self::NotContains,
                    Self::BeginsWith,
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
        impl boto::Field for ComparisonOperator {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ComparisonOperator {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ComparisonOperator {}
        impl boto::Hash for ComparisonOperator {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ComparisonOperator {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ComparisonOperator {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ComparisonOperator {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ComparisonOperator {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ComparisonOperator {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ComparisonOperator {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ComparisonOperator {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ComparisonOperator {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ReturnValue`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ReturnValue {
            /// `NONE`
            None,
            /// `ALL_OLD`
            AllOld,
            /// `UPDATED_OLD`
            UpdatedOld,
            /// `ALL_NEW`
            AllNew,
            /// `UPDATED_NEW`
            UpdatedNew,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ReturnValue {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "NONEALL_OLDUPDATED_OLDALL_NEWUPDATED_NEW",
                ends: &[4, 11, 22, 29, 40],
                variants: &[
                    Self::None,
                    Self::AllOld,
                    Self::UpdatedOld,
                    Self::AllNew,
                    Self::UpdatedNew,
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
        impl boto::Field for ReturnValue {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ReturnValue {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ReturnValue {}
        impl boto::Hash for ReturnValue {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ReturnValue {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ReturnValue {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ReturnValue {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ReturnValue {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ReturnValue {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ReturnValue {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ReturnValue {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ReturnValue {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ReturnItemCollectionMetrics`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ReturnItemCollectionMetrics {
            /// `SIZE`
            Size,
            /// `NONE`
            None,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ReturnItemCollectionMetrics {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "SIZENONE",
                ends: &[4, 8],
                variants: &[Self::Size, Self::None],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for ReturnItemCollectionMetrics {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ReturnItemCollectionMetrics {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ReturnItemCollectionMetrics {}
        impl boto::Hash for ReturnItemCollectionMetrics {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ReturnItemCollectionMetrics {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ReturnItemCollectionMetrics {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ReturnItemCollectionMetrics {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ReturnItemCollectionMetrics {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ReturnItemCollectionMetrics {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ReturnItemCollectionMetrics {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ReturnItemCollectionMetrics {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ReturnItemCollectionMetrics {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ConditionalOperator`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ConditionalOperator {
            /// `AND`
            And,
            /// `OR`
            Or,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ConditionalOperator {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "ANDOR",
                ends: &[3, 5],
                variants: &[Self::And, Self::Or],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for ConditionalOperator {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ConditionalOperator {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ConditionalOperator {}
        impl boto::Hash for ConditionalOperator {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ConditionalOperator {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ConditionalOperator {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ConditionalOperator {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ConditionalOperator {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ConditionalOperator {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ConditionalOperator {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ConditionalOperator {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ConditionalOperator {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `ReturnValuesOnConditionCheckFailure`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum ReturnValuesOnConditionCheckFailure {
            /// `ALL_OLD`
            AllOld,
            /// `NONE`
            None,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for ReturnValuesOnConditionCheckFailure {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "ALL_OLDNONE",
                ends: &[7, 11],
                variants: &[Self::AllOld, Self::None],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for ReturnValuesOnConditionCheckFailure {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for ReturnValuesOnConditionCheckFailure {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for ReturnValuesOnConditionCheckFailure {}
        impl boto::Hash for ReturnValuesOnConditionCheckFailure {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for ReturnValuesOnConditionCheckFailure {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for ReturnValuesOnConditionCheckFailure {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for ReturnValuesOnConditionCheckFailure {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for ReturnValuesOnConditionCheckFailure {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for ReturnValuesOnConditionCheckFailure {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for ReturnValuesOnConditionCheckFailure {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for ReturnValuesOnConditionCheckFailure {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl ReturnValuesOnConditionCheckFailure {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `Select`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum Select {
            /// `ALL_ATTRIBUTES`
            AllAttributes,
            /// `ALL_PROJECTED_ATTRIBUTES`
            AllProjectedAttributes,
            /// `SPECIFIC_ATTRIBUTES`
            SpecificAttributes,
            /// `COUNT`
            Count,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for Select {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "ALL_ATTRIBUTESALL_PROJECTED_ATTRIBUTESSPECIFIC_ATTRIBUTESCOUNT",
                ends: &[14, 38, 57, 62],
                variants: &[
                    Self::AllAttributes,
                    Self::AllProjectedAttributes,
                    Self::SpecificAttributes,
                    Self::Count,
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
        impl boto::Field for Select {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for Select {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for Select {}
        impl boto::Hash for Select {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for Select {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for Select {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for Select {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for Select {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for Select {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for Select {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for Select {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl Select {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        impl boto::Paged for QueryOutput {
            type Item = boto::Map<AttributeValue>;
            fn into_items(self) -> boto::Vec<Self::Item> {
                self.items
            }
        }
    }
}
#[doc(hidden)]
#[allow(dead_code, non_camel_case_types)]
enum __write_service_dynamodb_as_another_name_for_the_second_one {}
