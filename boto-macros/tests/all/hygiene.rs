//! Where `service!` works: everywhere a module may stand, whatever the surroundings forbid.

#[no_implicit_prelude]
mod without_prelude {
    ::boto_core::service!("sqs");
    ::boto_core::service!("dynamodb", operations = [GetItem, PutItem,]);
}

#[deny(missing_docs, unsafe_code, warnings, unreachable_pub, unused_qualifications, missing_debug_implementations)]
#[deny(elided_lifetimes_in_paths, explicit_outlives_requirements, let_underscore_drop, missing_copy_implementations)]
#[deny(single_use_lifetimes, trivial_casts, trivial_numeric_casts, unused_import_braces, unused_lifetimes)]
#[deny(unused_results, variant_size_differences, absolute_paths_not_starting_with_crate, unnameable_types)]
#[deny(clippy::all, clippy::pedantic, clippy::nursery)]
mod strict {
    boto_core::service!("sqs");
    boto_core::service!(pub(crate) "s3", operations = [GetObject, SelectObjectContent,]);
    boto_core::service!("sts" as tokens, docs = none, operations = [GetCallerIdentity]);
}

/// Names of the prelude and of this crate mean nothing inside.
#[allow(dead_code)]
mod shadowed {
    pub struct Option;
    pub struct Some;
    pub struct String;
    pub struct Vec;
    pub struct Result;
    pub mod boto_core {}
    pub mod core {}
    pub mod std {}
    ::boto_core::service!("sqs", operations = [SendMessage]);
    // A structure named `Option` and one named `Connection`.
    ::boto_core::service!("glue", operations = [GetConnection, CreateConnection]);
}

mod with_its_own_path {
    pub use boto_core as carried;
    boto_core::service!("sqs", operations = [ListQueues], crate = crate::hygiene::with_its_own_path::carried);
}

macro_rules! wrapped {
    ($service:literal, $name:ident, $($operation:ident),*) => {
        boto_core::service!($service as $name, operations = [$($operation),*], crate = ::boto_core);
    };
}
wrapped!("sqs", through_a_macro, SendMessage, ListQueues);

mod derived {
    boto_core::service!(
        "sqs",
        operations = [ListQueueTags, DeleteMessage],
        derives = [Hash, DeleteMessageInput = [Eq, PartialOrd]],
    );
}

/// Nothing needs serde but who wants it: one's own impl is in nobody's way.
mod without_serde {
    boto_core::service!("dynamodb", serde = none);
    boto_core::service!("s3", operations = [ListObjectsV2, SelectObjectContent], resources = all, serde = none);

    impl serde::Serialize for dynamodb::types::TableStatus {
        fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_bool(*self == Self::Active)
        }
    }
    impl serde::Serialize for dynamodb::types::PutItemInput {
        fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_str(&self.table_name)
        }
    }
    impl serde::Serialize for dynamodb::types::AttributeValue {
        fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_unit()
        }
    }
}

mod by_exclusion {
    boto_core::service!("sqs", exclude = [SendMessage], resources = none, api_version = "2012-11-05");
}

#[test]
fn in_a_function() {
    boto_core::service!("sqs", operations = [ListQueues]);
    let session = boto_core::Session::new();
    let sqs = session.connect_to(sqs::Sqs);
    assert_eq!(sqs.list_queues().queue_name_prefix("jobs").input().queue_name_prefix.as_deref(), Some("jobs"));
}

#[test]
fn several_times_and_side_by_side() {
    fn hashes<T: std::hash::Hash>(_: &T) {}
    fn compares<T: PartialOrd + Eq>(_: &T) {}
    hashes(&derived::sqs::types::ListQueueTagsInput::default());
    compares(&derived::sqs::types::DeleteMessageInput::default());
    let session = boto_core::Session::new();
    let sqs = session.connect_to(through_a_macro::Sqs);
    let _call = sqs.send_message("url", "text");
    assert_eq!(serde_json::to_string(&without_serde::dynamodb::types::TableStatus::Active).unwrap(), "true");
    let _all = by_exclusion::sqs::types::SendMessageBatchInput::default();
    let _strict = strict::tokens::types::GetCallerIdentityInput::default();
    let _carried = with_its_own_path::sqs::types::ListQueuesInput::default();
    let _bare = without_prelude::dynamodb::types::GetItemInput::default();
    let _shadowed = shadowed::glue::types::GetConnectionInput::default();
}
