// service!("sqs", operations = [SendMessage, ReceiveMessage, SendMessageBatch]);
///Amazon Simple Queue Service: connection, call and types.
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
pub mod sqs {
    use ::boto_core::__private as boto;
    static OPENED: boto::Table = boto::Table::new(
        b"bto\x01\x034\x18m\x01\x01\x95\x07\x14 \x1d&\x08\x12\xb0\x01\x15\xa9\x03\x1e\x8b\x01\x1c\x16\x11%\x0fB\x1f\x1d)\x08\x0e\x0e\x1c\x11\x18\x19\x17\x13\x17\x13\x18\x14\x17\x1a\x160#&/#\x1e*$:5#0\x1d3\x09$\x19 \x1b\x1b\x07\x08\x0c\x0e\x16\x0e\x09\x16\x11\x02\x11\x03\x0e\x07\x0b\x0b\x10\x10\x08\x0b\x17\x10\x1c\x03N/\x142012-11-05/\x06SQS6Amazon Simple Queue Service\x14Amazon SQS\x1csqs-2012-11-05\x02\x01\x02\x061.0\x12AmazonSQS\x04v4\x01\x1caws.auth#sigv4\0\0\0\x0e\x06\x0c\x07\x08\x05\x0d\x0f\x07\x0c\x11\x11\x12\x0c\x09RegionUseDualStackUseFIPSEndpointisSetbooleanEqualsPartitionResultgetAttrsupportsFIPSsupportsDualStackhttps://sqs-fips.dualStackDnsSuffixhttps://sqs.dnsSuffix\x04\x01\x01\0\x16AWS::Region\x07\x03\x01\"AWS::UseDualStack\x01\x07\x05\x01\x18AWS::UseFIPS\x01\x01\x07\0\x1aSDK::Endpoint\x03\0\x01\x09\x01\x05\x07\0\x03\x02\x01\x0b\x02\x05\x05\x02\0\0\x82\x01Invalid Configuration: FIPS and custom endpoint are not supported\x02\x01\x0b\x02\x05\x03\x02\0\0\x8c\x01Invalid Configuration: Dualstack and custom endpoint are not supported\x01\0\x05\x07\0\0\0\x01\x09\x01\x05\x01\0\x01\0\x01\x1aaws.partition\x01\x05\x01\x01\x0d\x04\0\x02\x0b\x02\x05\x05\x02\0\x0b\x02\x05\x03\x02\0\x02\0\x02\x0b\x02\x02\x07\x0f\x02\x05\x0d\0\x11\0\x0b\x02\x02\x07\x0f\x02\x05\x0d\0\x13\0\x01\x01\0\x06\x04\0\x15\x01\x01\0\x02.\x02\x0d\x17\0\0\x02\0\0\x9e\x01FIPS and DualStack are enabled, but this partition does not support one or both\0\x01\x0b\x02\x05\x05\x02\0\x02\0\x01\x0b\x02\x07\x0f\x02\x05\x0d\0\x11\x02\0\x02\x01\x01\x18stringEquals\x02\x07\x0f\x02\x05\x0d\0\x08name\0\x14aws-us-gov\0\x06\x03\0\x19\x01\x01\0\x1c.amazonaws.com\0\0\x01\0\x06\x04\0\x15\x01\x01\0\x02.\x02\x0d\x1b\0\0\x02\0\0pFIPS is enabled but this partition does not support FIPS\0\x01\x0b\x02\x05\x03\x02\0\x02\0\x01\x0b\x02\x02\x07\x0f\x02\x05\x0d\0\x13\0\x01\x01\0\x06\x04\0\x19\x01\x01\0\x02.\x02\x0d\x17\0\0\x02\0\0\x84\x01DualStack is enabled but this partition does not support DualStack\x01\0\x06\x04\0\x19\x01\x01\0\x02.\x02\x0d\x1b\0\0\x02\0\0JInvalid Configuration: Missing Region\x13\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f%/0123\x1cReceiveMessage\x0f\x02\n\x0d\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x16SendMessage\x0f $\x0d%\x13\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f SendMessageBatch\x0f&)\x11/0123\x13\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x03\x0cString\x03 ExceptionMessage\0*ReceiveMessageRequest\x08\x01\x03\0@\x1cAttributeNames\x03\xa0\x80\x05@6MessageSystemAttributeNames\x05\xa0\x80\x04@*MessageAttributeNames\x07\xa0\x80\x04\0&MaxNumberOfMessages\x09\0\x15\x09\0\x1eWaitTimeSeconds\x09\0.ReceiveRequestAttemptId\0\x01\"AttributeNameList\0\x04\x04$QueueAttributeName\x16\x17\x0cPolicy\x15$MaximumMessageSize,MessageRetentionPeriod6ApproximateNumberOfMessagesJApproximateNumberOfMessagesNotVisible CreatedTimestamp*LastModifiedTimestamp\x10QueueArnDApproximateNumberOfMessagesDelayed\x05:ReceiveMessageWaitTimeSeconds\x1aRedrivePolicy\x12FifoQueue2ContentBasedDeduplication\x1cKmsMasterKeyId8KmsDataKeyReusePeriodSeconds$DeduplicationScope&FifoThroughputLimit$RedriveAllowPolicy(SqsManagedSseEnabled\x014MessageSystemAttributeList\0\x06\x044MessageSystemAttributeName\n\x17\x10SenderId\x1aSentTimestamp.ApproximateReceiveCount@ApproximateFirstReceiveTimestamp\x07\x09\x0b\x190DeadLetterQueueSourceArn\x010MessageAttributeNameList\0\x08\x03(MessageAttributeName\x08\x1eNullableInteger\0(ReceiveMessageResult\x01@\x10Messages\x0b\xa0\x80\x04\x01\x16MessageList\0\x0c\0\x1b\x07\0\x0d\0\0\x1aReceiptHandle\0\0\x12MD5OfBody\0\0\x08Body\0@\x14Attributes\x0d\xa0\x80\x04\0\x0f\0@\x11\x0e\xa0\x80\x04\x022MessageSystemAttributeMap\0\x06\0\0\x02.MessageBodyAttributeMap\0\0\0\x0f\0*MessageAttributeValue\x05\0\x1d\0\0\x1f\x10@!\x11 @#\x12 \x01%\0\x0e\x0cBinary\x01\x14StringList\0\0\x01\x14BinaryList\0\x10\x14(UnsupportedOperation \0\x01\0\x01\x01\x14\x12OverLimit \0\x01\0\x01\x01\x14 RequestThrottled \0\x01\0\x01\x01\x14\"QueueDoesNotExist \0\x01\0\x01\x01\x14\x1eInvalidSecurity \0\x01\0\x01\x01\x14\x16KmsDisabled \0\x01\0\x01\x01\x14\x1eKmsInvalidState \0\x01\0\x01\x01\x14\x16KmsNotFound \0\x01\0\x01\x01\x14 KmsOptInRequired \0\x01\0\x01\x01\x14\x18KmsThrottled \0\x01\0\x01\x01\x14\x1eKmsAccessDenied \0\x01\0\x01\x01\x14$KmsInvalidKeyUsage \0\x01\0\x01\x01\x14\x1cInvalidAddress \0\x01\0\x01\x01\0$SendMessageRequest\x07\x01\x03\0\x01'\0\0\x05\x09@\x11\x0e\xa0\x80\x04@)!\xa0\x80\x04\0\x09\0\0\x0b\0\x02:MessageBodySystemAttributeMap\0\"\0#\x04DMessageSystemAttributeNameForSends\x01\x19\06MessageSystemAttributeValue\x05\0\x1d\0\0\x1f\x10@!\x11 @#\x12 \x01%\0\0\"SendMessageResult\x05\0+\0\0\x0f\0\0-\0\0\x0d\0\0\x07\0\x14,InvalidMessageContents \0\x01\0\x01\x01\0.SendMessageBatchRequest\x02\x01\x03\0A\x0eEntries'\xa0\x80\x04\x01@SendMessageBatchRequestEntryList\0(\08SendMessageBatchRequestEntry\x07\x01\x13\0\x01'\0\0\x05\x09@\x11\x0e\xa0\x80\x04@)!\xa0\x80\x04\0\x09\0\0\x0b\0\0,SendMessageBatchResult\x02A\x14Successful*\xa0\x80\x04A\x0cFailed,\xa0\x80\x04\x01>SendMessageBatchResultEntryList\0+\06SendMessageBatchResultEntry\x06\x01\x13\0\x01\x0d\0\x01+\0\0\x0f\0\0-\0\0\x07\0\x012BatchResultErrorEntryList\0-\0*BatchResultErrorEntry\x04\x01\x13\0\x01\x16SenderFault.\x01\x08Code\0\0\x1b\0\x05\x0eBoolean\x148TooManyEntriesInBatchRequest \0\x01\0\x01\x01\x14\"EmptyBatchRequest \0\x01\0\x01\x01\x140BatchEntryIdsNotDistinct \0\x01\0\x01\x01\x14&BatchRequestTooLong \0\x01\0\x01\x01\x14&InvalidBatchEntryId \0\x01\0\x01\x01messageQueueUrlDelaySecondsSequenceNumberMessageDeduplicationIdMessageGroupIdMessageIdMD5OfMessageAttributesMessageAttributesIdVisibilityTimeoutAllAWSTraceHeaderMessageStringValueBinaryValueStringListValuesBinaryListValuesDataTypeMessageBodyMessageSystemAttributesMD5OfMessageBodyMD5OfMessageSystemAttributessqs",
    );
    const TABLE: &boto::Table = &OPENED;
    /// Amazon Simple Queue Service, version 2012-11-05: give it to `Session::connect_to` for a typed [`Connection`].
    #[derive(
        boto::Clone,
        boto::Copy,
        boto::Debug,
        boto::Default,
        boto::PartialEq,
        boto::Eq
    )]
    pub struct Sqs;
    impl Sqs {
        /// The tables of the service, for calls by name.
        pub fn tables() -> boto::Arc<boto::Service> {
            TABLE.service()
        }
    }
    impl boto::Connect for Sqs {
        type Connection = Connection;
        fn connect(self, session: &boto::Session) -> Connection {
            Connection(boto::Connection::from_table(session, TABLE.service()))
        }
    }
    /// A connection to Amazon Simple Queue Service: 3 operations, each a method that returns a [`Call`]. Clones are cheap and share everything.
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
        /// Calls `ReceiveMessage` (`POST /`).
        ///
        /// # Errors
        /// `UnsupportedOperation`, `OverLimit`, `RequestThrottled`, `QueueDoesNotExist`, `InvalidSecurity`, `KmsDisabled`, `KmsInvalidState`, `KmsNotFound`, `KmsOptInRequired`, `KmsThrottled`, `KmsAccessDenied`, `KmsInvalidKeyUsage`, `InvalidAddress`.
        ///
        /// [AWS reference](https://docs.aws.amazon.com/goto/WebAPI/sqs-2012-11-05/ReceiveMessage)
        pub fn receive_message(
            &self,
            queue_url: impl boto::Text,
        ) -> Call<types::ReceiveMessageInput, types::ReceiveMessageOutput> {
            Call(
                boto::Call::new(
                    &self.0,
                    "ReceiveMessage",
                    types::ReceiveMessageInput {
                        queue_url: boto::text(queue_url),
                        ..boto::Default::default()
                    },
                ),
            )
        }
    }
    impl Connection {
        /// Calls `SendMessage` (`POST /`).
        ///
        /// # Errors
        /// `InvalidMessageContents`, `UnsupportedOperation`, `RequestThrottled`, `QueueDoesNotExist`, `InvalidSecurity`, `KmsDisabled`, `KmsInvalidState`, `KmsNotFound`, `KmsOptInRequired`, `KmsThrottled`, `KmsAccessDenied`, `KmsInvalidKeyUsage`, `InvalidAddress`.
        ///
        /// [AWS reference](https://docs.aws.amazon.com/goto/WebAPI/sqs-2012-11-05/SendMessage)
        pub fn send_message(
            &self,
            queue_url: impl boto::Text,
            message_body: impl boto::Text,
        ) -> Call<types::SendMessageInput, types::SendMessageOutput> {
            Call(
                boto::Call::new(
                    &self.0,
                    "SendMessage",
                    types::SendMessageInput {
                        queue_url: boto::text(queue_url),
                        message_body: boto::text(message_body),
                        ..boto::Default::default()
                    },
                ),
            )
        }
    }
    impl Connection {
        /// Calls `SendMessageBatch` (`POST /`).
        ///
        /// # Errors
        /// `TooManyEntriesInBatchRequest`, `EmptyBatchRequest`, `BatchEntryIdsNotDistinct`, `BatchRequestTooLong`, `InvalidBatchEntryId`, `UnsupportedOperation`, `RequestThrottled`, `QueueDoesNotExist`, `InvalidSecurity`, `KmsDisabled`, `KmsInvalidState`, `KmsNotFound`, `KmsOptInRequired`, `KmsThrottled`, `KmsAccessDenied`, `KmsInvalidKeyUsage`, `InvalidAddress`.
        ///
        /// [AWS reference](https://docs.aws.amazon.com/goto/WebAPI/sqs-2012-11-05/SendMessageBatch)
        pub fn send_message_batch(
            &self,
            queue_url: impl boto::Text,
            entries: impl boto::IntoIterator<
                Item = impl boto::Into<types::SendMessageBatchRequestEntry>,
            >,
        ) -> Call<types::SendMessageBatchInput, types::SendMessageBatchOutput> {
            Call(
                boto::Call::new(
                    &self.0,
                    "SendMessageBatch",
                    types::SendMessageBatchInput {
                        queue_url: boto::text(queue_url),
                        entries: boto::list(entries),
                    },
                ),
            )
        }
    }
    impl boto::Modeled for types::UnsupportedOperation {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 19);
    }
    impl boto::Modeled for types::OverLimit {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 20);
    }
    impl boto::Modeled for types::RequestThrottled {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 21);
    }
    impl boto::Modeled for types::QueueDoesNotExist {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 22);
    }
    impl boto::Modeled for types::InvalidSecurity {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 23);
    }
    impl boto::Modeled for types::KmsDisabled {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 24);
    }
    impl boto::Modeled for types::KmsInvalidState {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 25);
    }
    impl boto::Modeled for types::KmsNotFound {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 26);
    }
    impl boto::Modeled for types::KmsOptInRequired {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 27);
    }
    impl boto::Modeled for types::KmsThrottled {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 28);
    }
    impl boto::Modeled for types::KmsAccessDenied {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 29);
    }
    impl boto::Modeled for types::KmsInvalidKeyUsage {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 30);
    }
    impl boto::Modeled for types::InvalidAddress {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 31);
    }
    impl boto::Modeled for types::InvalidMessageContents {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 37);
    }
    impl boto::Modeled for types::TooManyEntriesInBatchRequest {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 47);
    }
    impl boto::Modeled for types::EmptyBatchRequest {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 48);
    }
    impl boto::Modeled for types::BatchEntryIdsNotDistinct {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 49);
    }
    impl boto::Modeled for types::BatchRequestTooLong {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 50);
    }
    impl boto::Modeled for types::InvalidBatchEntryId {
        const SHAPE: (&'static boto::Table, u32) = (TABLE, 51);
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
    impl<O> Call<types::ReceiveMessageInput, O> {
        /// `AttributeNames`, deprecated
        pub fn attribute_names(
            mut self,
            value: impl boto::IntoIterator<
                Item = impl boto::Into<types::QueueAttributeName>,
            >,
        ) -> Self {
            self.0.input.attribute_names = boto::list(value);
            self
        }
        /// `MessageSystemAttributeNames`
        pub fn message_system_attribute_names(
            mut self,
            value: impl boto::IntoIterator<
                Item = impl boto::Into<types::MessageSystemAttributeName>,
            >,
        ) -> Self {
            self.0.input.message_system_attribute_names = boto::list(value);
            self
        }
        /// `MessageAttributeNames`
        pub fn message_attribute_names(
            mut self,
            value: impl boto::IntoIterator<Item = impl boto::Text>,
        ) -> Self {
            self.0.input.message_attribute_names = boto::texts(value);
            self
        }
        /// `MaxNumberOfMessages`
        pub fn max_number_of_messages(mut self, value: i32) -> Self {
            self.0.input.max_number_of_messages = boto::Some(value);
            self
        }
        /// `VisibilityTimeout`
        pub fn visibility_timeout(mut self, value: i32) -> Self {
            self.0.input.visibility_timeout = boto::Some(value);
            self
        }
        /// `WaitTimeSeconds`
        pub fn wait_time_seconds(mut self, value: i32) -> Self {
            self.0.input.wait_time_seconds = boto::Some(value);
            self
        }
        /// `ReceiveRequestAttemptId`
        pub fn receive_request_attempt_id(mut self, value: impl boto::Text) -> Self {
            self.0.input.receive_request_attempt_id = boto::Text::text(value);
            self
        }
    }
    impl<O> Call<types::SendMessageInput, O> {
        /// `DelaySeconds`
        pub fn delay_seconds(mut self, value: i32) -> Self {
            self.0.input.delay_seconds = boto::Some(value);
            self
        }
        /// `MessageAttributes`
        pub fn message_attributes(
            mut self,
            value: impl boto::IntoIterator<
                Item = (impl boto::Text, impl boto::Into<types::MessageAttributeValue>),
            >,
        ) -> Self {
            self.0.input.message_attributes = boto::map(value);
            self
        }
        /// `MessageSystemAttributes`; keys are `AWSTraceHeader`
        pub fn message_system_attributes(
            mut self,
            value: impl boto::IntoIterator<
                Item = (
                    impl boto::Text,
                    impl boto::Into<types::MessageSystemAttributeValue>,
                ),
            >,
        ) -> Self {
            self.0.input.message_system_attributes = boto::map(value);
            self
        }
        /// `MessageDeduplicationId`
        pub fn message_deduplication_id(mut self, value: impl boto::Text) -> Self {
            self.0.input.message_deduplication_id = boto::Text::text(value);
            self
        }
        /// `MessageGroupId`
        pub fn message_group_id(mut self, value: impl boto::Text) -> Self {
            self.0.input.message_group_id = boto::Text::text(value);
            self
        }
    }
    ///Inputs, outputs and the types inside them.
    pub mod types {
        use super::{boto, TABLE};
        /// What `ReceiveMessage` takes.
        #[derive(boto::Clone, boto::Default)]
        pub struct ReceiveMessageInput {
            /// `QueueUrl`, required
            pub queue_url: boto::String,
            /// `AttributeNames`, deprecated
            pub attribute_names: boto::Vec<QueueAttributeName>,
            /// `MessageSystemAttributeNames`
            pub message_system_attribute_names: boto::Vec<MessageSystemAttributeName>,
            /// `MessageAttributeNames`
            pub message_attribute_names: boto::Vec<boto::String>,
            /// `MaxNumberOfMessages`
            pub max_number_of_messages: boto::Option<i32>,
            /// `VisibilityTimeout`
            pub visibility_timeout: boto::Option<i32>,
            /// `WaitTimeSeconds`
            pub wait_time_seconds: boto::Option<i32>,
            /// `ReceiveRequestAttemptId`
            pub receive_request_attempt_id: boto::Option<boto::String>,
        }
        impl boto::Record for ReceiveMessageInput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.queue_url,
                    1 => &self.attribute_names,
                    2 => &self.message_system_attribute_names,
                    3 => &self.message_attribute_names,
                    4 => &self.max_number_of_messages,
                    5 => &self.visibility_timeout,
                    6 => &self.wait_time_seconds,
                    7 => &self.receive_request_attempt_id,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.queue_url,
                    1 => &mut self.attribute_names,
                    2 => &mut self.message_system_attribute_names,
                    3 => &mut self.message_attribute_names,
                    4 => &mut self.max_number_of_messages,
                    5 => &mut self.visibility_timeout,
                    6 => &mut self.wait_time_seconds,
                    7 => &mut self.receive_request_attempt_id,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ReceiveMessageInput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 2, self, "ReceiveMessageInput", f)
            }
        }
        impl boto::PartialEq for ReceiveMessageInput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 2, self, other)
            }
        }
        impl boto::Serialize for ReceiveMessageInput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 2, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ReceiveMessageInput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 2, from)
            }
        }
        /// What `ReceiveMessage` answers.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct ReceiveMessageOutput {
            /// `Messages`
            pub messages: boto::Vec<Message>,
        }
        impl boto::Record for ReceiveMessageOutput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.messages,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.messages,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for ReceiveMessageOutput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 10, self, "ReceiveMessageOutput", f)
            }
        }
        impl boto::PartialEq for ReceiveMessageOutput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 10, self, other)
            }
        }
        impl boto::Serialize for ReceiveMessageOutput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 10, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for ReceiveMessageOutput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 10, from)
            }
        }
        /// What `SendMessage` takes.
        #[derive(boto::Clone, boto::Default)]
        pub struct SendMessageInput {
            /// `QueueUrl`, required
            pub queue_url: boto::String,
            /// `MessageBody`, required
            pub message_body: boto::String,
            /// `DelaySeconds`
            pub delay_seconds: boto::Option<i32>,
            /// `MessageAttributes`
            pub message_attributes: boto::Map<MessageAttributeValue>,
            /// `MessageSystemAttributes`; keys are `AWSTraceHeader`
            pub message_system_attributes: boto::Map<MessageSystemAttributeValue>,
            /// `MessageDeduplicationId`
            pub message_deduplication_id: boto::Option<boto::String>,
            /// `MessageGroupId`
            pub message_group_id: boto::Option<boto::String>,
        }
        impl boto::Record for SendMessageInput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.queue_url,
                    1 => &self.message_body,
                    2 => &self.delay_seconds,
                    3 => &self.message_attributes,
                    4 => &self.message_system_attributes,
                    5 => &self.message_deduplication_id,
                    6 => &self.message_group_id,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.queue_url,
                    1 => &mut self.message_body,
                    2 => &mut self.delay_seconds,
                    3 => &mut self.message_attributes,
                    4 => &mut self.message_system_attributes,
                    5 => &mut self.message_deduplication_id,
                    6 => &mut self.message_group_id,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for SendMessageInput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 32, self, "SendMessageInput", f)
            }
        }
        impl boto::PartialEq for SendMessageInput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 32, self, other)
            }
        }
        impl boto::Serialize for SendMessageInput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 32, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for SendMessageInput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 32, from)
            }
        }
        /// What `SendMessage` answers.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct SendMessageOutput {
            /// `MD5OfMessageBody`
            pub md5_of_message_body: boto::Option<boto::String>,
            /// `MD5OfMessageAttributes`
            pub md5_of_message_attributes: boto::Option<boto::String>,
            /// `MD5OfMessageSystemAttributes`
            pub md5_of_message_system_attributes: boto::Option<boto::String>,
            /// `MessageId`
            pub message_id: boto::Option<boto::String>,
            /// `SequenceNumber`
            pub sequence_number: boto::Option<boto::String>,
        }
        impl boto::Record for SendMessageOutput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.md5_of_message_body,
                    1 => &self.md5_of_message_attributes,
                    2 => &self.md5_of_message_system_attributes,
                    3 => &self.message_id,
                    4 => &self.sequence_number,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.md5_of_message_body,
                    1 => &mut self.md5_of_message_attributes,
                    2 => &mut self.md5_of_message_system_attributes,
                    3 => &mut self.message_id,
                    4 => &mut self.sequence_number,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for SendMessageOutput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 36, self, "SendMessageOutput", f)
            }
        }
        impl boto::PartialEq for SendMessageOutput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 36, self, other)
            }
        }
        impl boto::Serialize for SendMessageOutput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 36, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for SendMessageOutput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 36, from)
            }
        }
        /// What `SendMessageBatch` takes.
        #[derive(boto::Clone, boto::Default)]
        pub struct SendMessageBatchInput {
            /// `QueueUrl`, required
            pub queue_url: boto::String,
            /// `Entries`, required
            pub entries: boto::Vec<SendMessageBatchRequestEntry>,
        }
        impl boto::Record for SendMessageBatchInput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.queue_url,
                    1 => &self.entries,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.queue_url,
                    1 => &mut self.entries,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for SendMessageBatchInput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 38, self, "SendMessageBatchInput", f)
            }
        }
        impl boto::PartialEq for SendMessageBatchInput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 38, self, other)
            }
        }
        impl boto::Serialize for SendMessageBatchInput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 38, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for SendMessageBatchInput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 38, from)
            }
        }
        /// What `SendMessageBatch` answers.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct SendMessageBatchOutput {
            /// `Successful`, required
            pub successful: boto::Vec<SendMessageBatchResultEntry>,
            /// `Failed`, required
            pub failed: boto::Vec<BatchResultErrorEntry>,
        }
        impl boto::Record for SendMessageBatchOutput {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.successful,
                    1 => &self.failed,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.successful,
                    1 => &mut self.failed,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for SendMessageBatchOutput {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 41, self, "SendMessageBatchOutput", f)
            }
        }
        impl boto::PartialEq for SendMessageBatchOutput {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 41, self, other)
            }
        }
        impl boto::Serialize for SendMessageBatchOutput {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 41, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for SendMessageBatchOutput {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 41, from)
            }
        }
        /// The structure `Message`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct Message {
            /// `MessageId`
            pub message_id: boto::Option<boto::String>,
            /// `ReceiptHandle`
            pub receipt_handle: boto::Option<boto::String>,
            /// `MD5OfBody`
            pub md5_of_body: boto::Option<boto::String>,
            /// `Body`
            pub body: boto::Option<boto::String>,
            /// `Attributes`; keys are `All`, `SenderId`, `SentTimestamp`, `ApproximateReceiveCount`, `ApproximateFirstReceiveTimestamp`, `SequenceNumber` and 4 more
            pub attributes: boto::Map<boto::String>,
            /// `MD5OfMessageAttributes`
            pub md5_of_message_attributes: boto::Option<boto::String>,
            /// `MessageAttributes`
            pub message_attributes: boto::Map<MessageAttributeValue>,
        }
        impl boto::Record for Message {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.message_id,
                    1 => &self.receipt_handle,
                    2 => &self.md5_of_body,
                    3 => &self.body,
                    4 => &self.attributes,
                    5 => &self.md5_of_message_attributes,
                    6 => &self.message_attributes,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.message_id,
                    1 => &mut self.receipt_handle,
                    2 => &mut self.md5_of_body,
                    3 => &mut self.body,
                    4 => &mut self.attributes,
                    5 => &mut self.md5_of_message_attributes,
                    6 => &mut self.message_attributes,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for Message {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 12, self, "Message", f)
            }
        }
        impl boto::PartialEq for Message {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 12, self, other)
            }
        }
        impl boto::Serialize for Message {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 12, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for Message {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 12, from)
            }
        }
        /// The structure `MessageAttributeValue`.
        #[derive(boto::Clone, boto::Default)]
        pub struct MessageAttributeValue {
            /// `StringValue`
            pub string_value: boto::Option<boto::String>,
            /// `BinaryValue`
            pub binary_value: boto::Option<boto::Bytes>,
            /// `StringListValues`
            pub string_list_values: boto::Vec<boto::String>,
            /// `BinaryListValues`
            pub binary_list_values: boto::Vec<boto::Bytes>,
            /// `DataType`, required
            pub data_type: boto::String,
        }
        impl boto::Record for MessageAttributeValue {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.string_value,
                    1 => &self.binary_value,
                    2 => &self.string_list_values,
                    3 => &self.binary_list_values,
                    4 => &self.data_type,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.string_value,
                    1 => &mut self.binary_value,
                    2 => &mut self.string_list_values,
                    3 => &mut self.binary_list_values,
                    4 => &mut self.data_type,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for MessageAttributeValue {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 15, self, "MessageAttributeValue", f)
            }
        }
        impl boto::PartialEq for MessageAttributeValue {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 15, self, other)
            }
        }
        impl boto::Serialize for MessageAttributeValue {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 15, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for MessageAttributeValue {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 15, from)
            }
        }
        /// The error `UnsupportedOperation`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct UnsupportedOperation {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for UnsupportedOperation {
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
        impl boto::Debug for UnsupportedOperation {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 19, self, "UnsupportedOperation", f)
            }
        }
        impl boto::PartialEq for UnsupportedOperation {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 19, self, other)
            }
        }
        impl boto::Serialize for UnsupportedOperation {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 19, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for UnsupportedOperation {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 19, from)
            }
        }
        /// The error `OverLimit`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct OverLimit {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for OverLimit {
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
        impl boto::Debug for OverLimit {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 20, self, "OverLimit", f)
            }
        }
        impl boto::PartialEq for OverLimit {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 20, self, other)
            }
        }
        impl boto::Serialize for OverLimit {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 20, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for OverLimit {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 20, from)
            }
        }
        /// The error `RequestThrottled`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct RequestThrottled {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for RequestThrottled {
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
        impl boto::Debug for RequestThrottled {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 21, self, "RequestThrottled", f)
            }
        }
        impl boto::PartialEq for RequestThrottled {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 21, self, other)
            }
        }
        impl boto::Serialize for RequestThrottled {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 21, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for RequestThrottled {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 21, from)
            }
        }
        /// The error `QueueDoesNotExist`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct QueueDoesNotExist {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for QueueDoesNotExist {
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
        impl boto::Debug for QueueDoesNotExist {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 22, self, "QueueDoesNotExist", f)
            }
        }
        impl boto::PartialEq for QueueDoesNotExist {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 22, self, other)
            }
        }
        impl boto::Serialize for QueueDoesNotExist {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 22, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for QueueDoesNotExist {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 22, from)
            }
        }
        /// The error `InvalidSecurity`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct InvalidSecurity {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for InvalidSecurity {
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
        impl boto::Debug for InvalidSecurity {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 23, self, "InvalidSecurity", f)
            }
        }
        impl boto::PartialEq for InvalidSecurity {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 23, self, other)
            }
        }
        impl boto::Serialize for InvalidSecurity {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 23, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for InvalidSecurity {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 23, from)
            }
        }
        /// The error `KmsDisabled`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct KmsDisabled {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for KmsDisabled {
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
        impl boto::Debug for KmsDisabled {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 24, self, "KmsDisabled", f)
            }
        }
        impl boto::PartialEq for KmsDisabled {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 24, self, other)
            }
        }
        impl boto::Serialize for KmsDisabled {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 24, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for KmsDisabled {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 24, from)
            }
        }
        /// The error `KmsInvalidState`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct KmsInvalidState {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for KmsInvalidState {
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
        impl boto::Debug for KmsInvalidState {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 25, self, "KmsInvalidState", f)
            }
        }
        impl boto::PartialEq for KmsInvalidState {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 25, self, other)
            }
        }
        impl boto::Serialize for KmsInvalidState {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 25, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for KmsInvalidState {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 25, from)
            }
        }
        /// The error `KmsNotFound`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct KmsNotFound {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for KmsNotFound {
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
        impl boto::Debug for KmsNotFound {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 26, self, "KmsNotFound", f)
            }
        }
        impl boto::PartialEq for KmsNotFound {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 26, self, other)
            }
        }
        impl boto::Serialize for KmsNotFound {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 26, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for KmsNotFound {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 26, from)
            }
        }
        /// The error `KmsOptInRequired`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct KmsOptInRequired {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for KmsOptInRequired {
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
        impl boto::Debug for KmsOptInRequired {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 27, self, "KmsOptInRequired", f)
            }
        }
        impl boto::PartialEq for KmsOptInRequired {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 27, self, other)
            }
        }
        impl boto::Serialize for KmsOptInRequired {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 27, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for KmsOptInRequired {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 27, from)
            }
        }
        /// The error `KmsThrottled`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct KmsThrottled {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for KmsThrottled {
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
        impl boto::Debug for KmsThrottled {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 28, self, "KmsThrottled", f)
            }
        }
        impl boto::PartialEq for KmsThrottled {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 28, self, other)
            }
        }
        impl boto::Serialize for KmsThrottled {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 28, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for KmsThrottled {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 28, from)
            }
        }
        /// The error `KmsAccessDenied`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct KmsAccessDenied {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for KmsAccessDenied {
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
        impl boto::Debug for KmsAccessDenied {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 29, self, "KmsAccessDenied", f)
            }
        }
        impl boto::PartialEq for KmsAccessDenied {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 29, self, other)
            }
        }
        impl boto::Serialize for KmsAccessDenied {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 29, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for KmsAccessDenied {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 29, from)
            }
        }
        /// The error `KmsInvalidKeyUsage`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct KmsInvalidKeyUsage {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for KmsInvalidKeyUsage {
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
        impl boto::Debug for KmsInvalidKeyUsage {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 30, self, "KmsInvalidKeyUsage", f)
            }
        }
        impl boto::PartialEq for KmsInvalidKeyUsage {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 30, self, other)
            }
        }
        impl boto::Serialize for KmsInvalidKeyUsage {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 30, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for KmsInvalidKeyUsage {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 30, from)
            }
        }
        /// The error `InvalidAddress`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct InvalidAddress {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for InvalidAddress {
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
        impl boto::Debug for InvalidAddress {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 31, self, "InvalidAddress", f)
            }
        }
        impl boto::PartialEq for InvalidAddress {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 31, self, other)
            }
        }
        impl boto::Serialize for InvalidAddress {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 31, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for InvalidAddress {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 31, from)
            }
        }
        /// The structure `MessageSystemAttributeValue`.
        #[derive(boto::Clone, boto::Default)]
        pub struct MessageSystemAttributeValue {
            /// `StringValue`
            pub string_value: boto::Option<boto::String>,
            /// `BinaryValue`
            pub binary_value: boto::Option<boto::Bytes>,
            /// `StringListValues`
            pub string_list_values: boto::Vec<boto::String>,
            /// `BinaryListValues`
            pub binary_list_values: boto::Vec<boto::Bytes>,
            /// `DataType`, required
            pub data_type: boto::String,
        }
        impl boto::Record for MessageSystemAttributeValue {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.string_value,
                    1 => &self.binary_value,
                    2 => &self.string_list_values,
                    3 => &self.binary_list_values,
                    4 => &self.data_type,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.string_value,
                    1 => &mut self.binary_value,
                    2 => &mut self.string_list_values,
                    3 => &mut self.binary_list_values,
                    4 => &mut self.data_type,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for MessageSystemAttributeValue {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 35, self, "MessageSystemAttributeValue", f)
            }
        }
        impl boto::PartialEq for MessageSystemAttributeValue {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 35, self, other)
            }
        }
        impl boto::Serialize for MessageSystemAttributeValue {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 35, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for MessageSystemAttributeValue {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 35, from)
            }
        }
        /// The error `InvalidMessageContents`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct InvalidMessageContents {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for InvalidMessageContents {
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
        impl boto::Debug for InvalidMessageContents {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 37, self, "InvalidMessageContents", f)
            }
        }
        impl boto::PartialEq for InvalidMessageContents {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 37, self, other)
            }
        }
        impl boto::Serialize for InvalidMessageContents {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 37, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for InvalidMessageContents {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 37, from)
            }
        }
        /// The structure `SendMessageBatchRequestEntry`.
        #[derive(boto::Clone, boto::Default)]
        pub struct SendMessageBatchRequestEntry {
            /// `Id`, required
            pub id: boto::String,
            /// `MessageBody`, required
            pub message_body: boto::String,
            /// `DelaySeconds`
            pub delay_seconds: boto::Option<i32>,
            /// `MessageAttributes`
            pub message_attributes: boto::Map<MessageAttributeValue>,
            /// `MessageSystemAttributes`; keys are `AWSTraceHeader`
            pub message_system_attributes: boto::Map<MessageSystemAttributeValue>,
            /// `MessageDeduplicationId`
            pub message_deduplication_id: boto::Option<boto::String>,
            /// `MessageGroupId`
            pub message_group_id: boto::Option<boto::String>,
        }
        impl boto::Record for SendMessageBatchRequestEntry {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.id,
                    1 => &self.message_body,
                    2 => &self.delay_seconds,
                    3 => &self.message_attributes,
                    4 => &self.message_system_attributes,
                    5 => &self.message_deduplication_id,
                    6 => &self.message_group_id,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.id,
                    1 => &mut self.message_body,
                    2 => &mut self.delay_seconds,
                    3 => &mut self.message_attributes,
                    4 => &mut self.message_system_attributes,
                    5 => &mut self.message_deduplication_id,
                    6 => &mut self.message_group_id,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for SendMessageBatchRequestEntry {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 40, self, "SendMessageBatchRequestEntry", f)
            }
        }
        impl boto::PartialEq for SendMessageBatchRequestEntry {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 40, self, other)
            }
        }
        impl boto::Serialize for SendMessageBatchRequestEntry {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 40, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for SendMessageBatchRequestEntry {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 40, from)
            }
        }
        /// The structure `SendMessageBatchResultEntry`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct SendMessageBatchResultEntry {
            /// `Id`, required
            pub id: boto::String,
            /// `MessageId`, required
            pub message_id: boto::String,
            /// `MD5OfMessageBody`, required
            pub md5_of_message_body: boto::String,
            /// `MD5OfMessageAttributes`
            pub md5_of_message_attributes: boto::Option<boto::String>,
            /// `MD5OfMessageSystemAttributes`
            pub md5_of_message_system_attributes: boto::Option<boto::String>,
            /// `SequenceNumber`
            pub sequence_number: boto::Option<boto::String>,
        }
        impl boto::Record for SendMessageBatchResultEntry {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.id,
                    1 => &self.message_id,
                    2 => &self.md5_of_message_body,
                    3 => &self.md5_of_message_attributes,
                    4 => &self.md5_of_message_system_attributes,
                    5 => &self.sequence_number,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.id,
                    1 => &mut self.message_id,
                    2 => &mut self.md5_of_message_body,
                    3 => &mut self.md5_of_message_attributes,
                    4 => &mut self.md5_of_message_system_attributes,
                    5 => &mut self.sequence_number,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for SendMessageBatchResultEntry {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 43, self, "SendMessageBatchResultEntry", f)
            }
        }
        impl boto::PartialEq for SendMessageBatchResultEntry {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 43, self, other)
            }
        }
        impl boto::Serialize for SendMessageBatchResultEntry {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 43, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for SendMessageBatchResultEntry {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 43, from)
            }
        }
        /// The structure `BatchResultErrorEntry`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct BatchResultErrorEntry {
            /// `Id`, required
            pub id: boto::String,
            /// `SenderFault`, required
            pub sender_fault: bool,
            /// `Code`, required
            pub code: boto::String,
            /// `Message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for BatchResultErrorEntry {
            fn get(&self, index: usize, _: &str) -> &dyn boto::Field {
                match index {
                    0 => &self.id,
                    1 => &self.sender_fault,
                    2 => &self.code,
                    3 => &self.message,
                    _ => boto::absent(),
                }
            }
            fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn boto::Field {
                match index {
                    0 => &mut self.id,
                    1 => &mut self.sender_fault,
                    2 => &mut self.code,
                    3 => &mut self.message,
                    _ => boto::nowhere(),
                }
            }
        }
        impl boto::Debug for BatchResultErrorEntry {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 45, self, "BatchResultErrorEntry", f)
            }
        }
        impl boto::PartialEq for BatchResultErrorEntry {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 45, self, other)
            }
        }
        impl boto::Serialize for BatchResultErrorEntry {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 45, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for BatchResultErrorEntry {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 45, from)
            }
        }
        /// The error `TooManyEntriesInBatchRequest`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct TooManyEntriesInBatchRequest {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for TooManyEntriesInBatchRequest {
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
        impl boto::Debug for TooManyEntriesInBatchRequest {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 47, self, "TooManyEntriesInBatchRequest", f)
            }
        }
        impl boto::PartialEq for TooManyEntriesInBatchRequest {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 47, self, other)
            }
        }
        impl boto::Serialize for TooManyEntriesInBatchRequest {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 47, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for TooManyEntriesInBatchRequest {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 47, from)
            }
        }
        /// The error `EmptyBatchRequest`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct EmptyBatchRequest {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for EmptyBatchRequest {
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
        impl boto::Debug for EmptyBatchRequest {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 48, self, "EmptyBatchRequest", f)
            }
        }
        impl boto::PartialEq for EmptyBatchRequest {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 48, self, other)
            }
        }
        impl boto::Serialize for EmptyBatchRequest {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 48, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for EmptyBatchRequest {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 48, from)
            }
        }
        /// The error `BatchEntryIdsNotDistinct`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct BatchEntryIdsNotDistinct {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for BatchEntryIdsNotDistinct {
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
        impl boto::Debug for BatchEntryIdsNotDistinct {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 49, self, "BatchEntryIdsNotDistinct", f)
            }
        }
        impl boto::PartialEq for BatchEntryIdsNotDistinct {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 49, self, other)
            }
        }
        impl boto::Serialize for BatchEntryIdsNotDistinct {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 49, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for BatchEntryIdsNotDistinct {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 49, from)
            }
        }
        /// The error `BatchRequestTooLong`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct BatchRequestTooLong {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for BatchRequestTooLong {
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
        impl boto::Debug for BatchRequestTooLong {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 50, self, "BatchRequestTooLong", f)
            }
        }
        impl boto::PartialEq for BatchRequestTooLong {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 50, self, other)
            }
        }
        impl boto::Serialize for BatchRequestTooLong {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 50, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for BatchRequestTooLong {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 50, from)
            }
        }
        /// The error `InvalidBatchEntryId`.
        #[derive(boto::Clone, boto::Default)]
        #[non_exhaustive]
        pub struct InvalidBatchEntryId {
            /// `message`
            pub message: boto::Option<boto::String>,
        }
        impl boto::Record for InvalidBatchEntryId {
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
        impl boto::Debug for InvalidBatchEntryId {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::debug(TABLE, 51, self, "InvalidBatchEntryId", f)
            }
        }
        impl boto::PartialEq for InvalidBatchEntryId {
            fn eq(&self, other: &Self) -> bool {
                boto::same(TABLE, 51, self, other)
            }
        }
        impl boto::Serialize for InvalidBatchEntryId {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                boto::serialize(TABLE, 51, self, to)
            }
        }
        impl<'de> boto::Deserialize<'de> for InvalidBatchEntryId {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::deserialize(TABLE, 51, from)
            }
        }
        /// The values of `QueueAttributeName`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum QueueAttributeName {
            /// `All`
            All,
            /// `Policy`
            Policy,
            /// `VisibilityTimeout`
            VisibilityTimeout,
            /// `MaximumMessageSize`
            MaximumMessageSize,
            /// `MessageRetentionPeriod`
            MessageRetentionPeriod,
            /// `ApproximateNumberOfMessages`
            ApproximateNumberOfMessages,
            /// `ApproximateNumberOfMessagesNotVisible`
            ApproximateNumberOfMessagesNotVisible,
            /// `CreatedTimestamp`
            CreatedTimestamp,
            /// `LastModifiedTimestamp`
            LastModifiedTimestamp,
            /// `QueueArn`
            QueueArn,
            /// `ApproximateNumberOfMessagesDelayed`
            ApproximateNumberOfMessagesDelayed,
            /// `DelaySeconds`
            DelaySeconds,
            /// `ReceiveMessageWaitTimeSeconds`
            ReceiveMessageWaitTimeSeconds,
            /// `RedrivePolicy`
            RedrivePolicy,
            /// `FifoQueue`
            FifoQueue,
            /// `ContentBasedDeduplication`
            ContentBasedDeduplication,
            /// `KmsMasterKeyId`
            KmsMasterKeyId,
            /// `KmsDataKeyReusePeriodSeconds`
            KmsDataKeyReusePeriodSeconds,
            /// `DeduplicationScope`
            DeduplicationScope,
            /// `FifoThroughputLimit`
            FifoThroughputLimit,
            /// `RedriveAllowPolicy`
            RedriveAllowPolicy,
            /// `SqsManagedSseEnabled`
            SqsManagedSseEnabled,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for QueueAttributeName {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "AllPolicyVisibilityTimeoutMaximumMessageSizeMessageRetentionPeriodApproximateNumberOfMessagesApproximateNumberOfMessagesNotVisibleCreatedTimestampLastModifiedTimestampQueueArnApproximateNumberOfMessagesDelayedDelaySecondsReceiveMessageWaitTimeSecondsRedrivePolicyFifoQueueContentBasedDeduplicationKmsMasterKeyIdKmsDataKeyReusePeriodSecondsDeduplicationScopeFifoThroughputLimitRedriveAllowPolicySqsManagedSseEnabled",
                ends: &[
                    3, 9, 26, 44, 66, 93, 130, 146, 167, 175, 209, 221, 250, 263, 272,
                    297, 311, 339, 357, 376, 394, 414,
                ],
                variants: &[
                    Self::All,
                    Self::Policy,
                    Self::VisibilityTimeout,
                    Self::MaximumMessageSize,
                    Self::MessageRetentionPeriod,
                    Self::ApproximateNumberOfMessages,
                    Self::ApproximateNumberOfMessagesNotVisible,
                    Self::CreatedTimestamp,
                    Self::LastModifiedTimestamp,
                    Self::QueueArn,
                    Self::ApproximateNumberOfMessagesDelayed,
                    Self::DelaySeconds,
                    Self::ReceiveMessageWaitTimeSeconds,
                    Self::RedrivePolicy,
                    Self::FifoQueue,
                    Self::ContentBasedDeduplication,
                    Self::KmsMasterKeyId,
                    Self::KmsDataKeyReusePeriodSeconds,
                    Self::DeduplicationScope,
                    Self::FifoThroughputLimit,
                    Self::RedriveAllowPolicy,
                    Self::SqsManagedSseEnabled,
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
        impl boto::Field for QueueAttributeName {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for QueueAttributeName {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for QueueAttributeName {}
        impl boto::Hash for QueueAttributeName {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for QueueAttributeName {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for QueueAttributeName {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for QueueAttributeName {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for QueueAttributeName {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for QueueAttributeName {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for QueueAttributeName {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for QueueAttributeName {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl QueueAttributeName {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `MessageSystemAttributeName`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum MessageSystemAttributeName {
            /// `All`
            All,
            /// `SenderId`
            SenderId,
            /// `SentTimestamp`
            SentTimestamp,
            /// `ApproximateReceiveCount`
            ApproximateReceiveCount,
            /// `ApproximateFirstReceiveTimestamp`
            ApproximateFirstReceiveTimestamp,
            /// `SequenceNumber`
            SequenceNumber,
            /// `MessageDeduplicationId`
            MessageDeduplicationId,
            /// `MessageGroupId`
            MessageGroupId,
            /// `AWSTraceHeader`
            AWSTraceHeader,
            /// `DeadLetterQueueSourceArn`
            DeadLetterQueueSourceArn,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for MessageSystemAttributeName {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "AllSenderIdSentTimestampApproximateReceiveCountApproximateFirstReceiveTimestampSequenceNumberMessageDeduplicationIdMessageGroupIdAWSTraceHeaderDeadLetterQueueSourceArn",
                ends: &[3, 11, 24, 47, 79, 93, 115, 129, 143, 167],
                variants: &[
                    Self::All,
                    Self::SenderId,
                    Self::SentTimestamp,
                    Self::ApproximateReceiveCount,
                    Self::ApproximateFirstReceiveTimestamp,
                    Self::SequenceNumber,
                    Self::MessageDeduplicationId,
                    Self::MessageGroupId,
                    Self::AWSTraceHeader,
                    Self::DeadLetterQueueSourceArn,
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
        impl boto::Field for MessageSystemAttributeName {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for MessageSystemAttributeName {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for MessageSystemAttributeName {}
        impl boto::Hash for MessageSystemAttributeName {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for MessageSystemAttributeName {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for MessageSystemAttributeName {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for MessageSystemAttributeName {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for MessageSystemAttributeName {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for MessageSystemAttributeName {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for MessageSystemAttributeName {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for MessageSystemAttributeName {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl MessageSystemAttributeName {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
        /// The values of `MessageSystemAttributeNameForSends`.
        #[derive(boto::Clone)]
        #[non_exhaustive]
        pub enum MessageSystemAttributeNameForSends {
            /// `AWSTraceHeader`
            AWSTraceHeader,
            /// A value that this version of the model does not list.
            Unknown(boto::Box<str>),
        }
        impl boto::Enum for MessageSystemAttributeNameForSends {
            const VALUES: boto::Values<Self> = boto::Values {
                texts: "AWSTraceHeader",
                ends: &[14],
                variants: &[Self::AWSTraceHeader],
                unknown: Self::Unknown,
            };
            fn as_unknown(&self) -> boto::Option<&str> {
                match self {
                    Self::Unknown(value) => boto::Some(value),
                    _ => boto::None,
                }
            }
        }
        impl boto::Field for MessageSystemAttributeNameForSends {
            fn view(&self) -> boto::View<'_> {
                boto::enum_view(self)
            }
            fn change(&mut self, change: &mut boto::Change<'_>) -> boto::Changed<'_> {
                boto::enum_change(self, change)
            }
        }
        impl boto::PartialEq for MessageSystemAttributeNameForSends {
            fn eq(&self, other: &Self) -> bool {
                boto::enum_same(self, other)
            }
        }
        impl boto::Eq for MessageSystemAttributeNameForSends {}
        impl boto::Hash for MessageSystemAttributeNameForSends {
            fn hash<H: boto::Hasher>(&self, to: &mut H) {
                boto::enum_hash(self, to)
            }
        }
        impl boto::Default for MessageSystemAttributeNameForSends {
            fn default() -> Self {
                Self::Unknown(boto::Default::default())
            }
        }
        impl boto::Debug for MessageSystemAttributeNameForSends {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Debug::fmt(self.as_str(), f)
            }
        }
        impl boto::Display for MessageSystemAttributeNameForSends {
            fn fmt(&self, f: &mut boto::Formatter<'_>) -> boto::FmtResult {
                boto::Display::fmt(self.as_str(), f)
            }
        }
        impl boto::From<&str> for MessageSystemAttributeNameForSends {
            fn from(value: &str) -> Self {
                boto::enum_from(value)
            }
        }
        impl boto::From<boto::String> for MessageSystemAttributeNameForSends {
            fn from(value: boto::String) -> Self {
                boto::enum_from(&value)
            }
        }
        impl boto::Serialize for MessageSystemAttributeNameForSends {
            fn serialize<S: boto::Serializer>(
                &self,
                to: S,
            ) -> boto::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl<'de> boto::Deserialize<'de> for MessageSystemAttributeNameForSends {
            fn deserialize<D: boto::Deserializer<'de>>(
                from: D,
            ) -> boto::Result<Self, D::Error> {
                boto::enum_deserialize(from)
            }
        }
        impl MessageSystemAttributeNameForSends {
            /// The value as it goes over the wire.
            pub fn as_str(&self) -> &str {
                boto::enum_str(self)
            }
        }
    }
}
#[doc(hidden)]
#[allow(dead_code, non_camel_case_types)]
enum __write_service_sqs_as_another_name_for_the_second_one {}
