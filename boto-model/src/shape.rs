//! Shapes: the types that operations take and return, with every wire trait already resolved into the member that
//! uses it (a trait on the reference wins over the same trait on the shape it refers to, as in botocore).

use crate::Text;

/// The number of a shape within its service.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ShapeId(pub u32);

/// A type of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The name in the model, `SendMessageRequest`.
    pub name: Text,
    /// What it is.
    pub kind: Kind,
    /// Marked sensitive: never printed.
    pub sensitive: bool,
    /// Marked deprecated.
    pub deprecated: bool,
    /// Lower bound of length, size or value, as the model writes it.
    pub min: Option<f64>,
    /// Upper bound of length, size or value.
    pub max: Option<f64>,
    /// The regular expression a string must match, for documentation only (never checked).
    pub pattern: Option<Text>,
}

/// What a shape is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A record of members; also unions, exceptions, events and event streams.
    Structure(Structure),
    /// A list; the one [`Member`] is named `member` and carries the wire traits of the elements.
    List {
        /// The elements.
        member: Box<Member>,
        /// Elements may be null.
        sparse: bool,
    },
    /// A map from strings.
    Map {
        /// The keys, named `key`.
        key: Box<Member>,
        /// The values, named `value`.
        value: Box<Member>,
        /// Values may be null.
        sparse: bool,
    },
    /// A string; with the known values if it is an enumeration (open: others may come).
    String {
        /// The known values, in the model's order; empty for plain strings.
        values: Box<[Text]>,
    },
    /// A boolean.
    Boolean,
    /// 8-bit integer.
    Byte,
    /// 16-bit integer.
    Short,
    /// 32-bit integer.
    Integer,
    /// 64-bit integer.
    Long,
    /// 32-bit IEEE float.
    Float,
    /// 64-bit IEEE float.
    Double,
    /// An integer of any size, kept as text.
    BigInteger,
    /// A decimal of any precision, kept as text.
    BigDecimal,
    /// Bytes.
    Blob {
        /// A body that streams. References may say so too; [`Traits::STREAMING`] of the member tells in both cases.
        streaming: bool,
        /// A stream whose length must be known before it is sent.
        requires_length: bool,
    },
    /// An instant. Its format on the wire is in the [`Member`] that refers to it.
    Timestamp,
    /// Any JSON value.
    Document,
}

/// The members of a structure, and what else makes a structure special.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Structure {
    /// In the model's order (in `xmlOrder` where the model gives one).
    pub members: Box<[Member]>,
    /// Exactly one member is set.
    pub union: bool,
    /// Set for modeled errors.
    pub exception: Option<Exception>,
    /// A union of events that stream.
    pub event_stream: bool,
    /// One event of an event stream.
    pub event: bool,
    /// Index of the member that is the whole HTTP body.
    pub payload: Option<u16>,
    /// The structure is wrapped in an element named as itself (query protocol, legacy).
    pub wrapper: bool,
}

/// What a modeled error says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exception {
    /// The code on the wire where it differs from the shape's name.
    pub code: Option<Text>,
    /// The HTTP status it comes with.
    pub status: Option<u16>,
    /// The sender's fault (as against the server's).
    pub sender_fault: bool,
    /// Worth another attempt.
    pub retryable: bool,
    /// Worth another attempt, as throttling.
    pub throttling: bool,
}

/// A reference to a shape: a member of a structure, the element of a list, the key or value of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The name in the model.
    pub name: Text,
    /// The shape referred to.
    pub target: ShapeId,
    /// `locationName`: the name on the wire, where it differs from `name`.
    pub location_name: Option<Text>,
    /// Where in an HTTP message it travels.
    pub location: Location,
    /// `queryName` (ec2 protocol).
    pub query_name: Option<Text>,
    /// The format of a timestamp where not the protocol's default.
    pub timestamp_format: Option<TimestampFormat>,
    /// The XML namespace of the element.
    pub xml_namespace: Option<XmlNamespace>,
    /// The endpoint parameter this member binds (`contextParam`).
    pub context_param: Option<Text>,
    /// Flags.
    pub traits: Traits,
}

impl Member {
    /// The name on the wire: `locationName`, else the name.
    pub fn wire_name(&self) -> &str {
        self.location_name.as_deref().unwrap_or(&self.name)
    }
}

/// Where in an HTTP message a member travels.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Location {
    /// In the body (or is the body, if it is the structure's payload).
    #[default]
    Body,
    /// A header.
    Header,
    /// Every header whose name begins with the wire name (a map).
    Headers,
    /// The query string.
    Querystring,
    /// A label of the URI.
    Uri,
    /// The HTTP status.
    StatusCode,
}

impl Location {
    /// Whether a member of an answer travels in its head: the status or a header. (Labels and query parameters are
    /// places of requests only; in an answer such members are in the body.)
    pub const fn is_head(self) -> bool {
        matches!(self, Location::Header | Location::Headers | Location::StatusCode)
    }
}

/// The formats of timestamps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimestampFormat {
    /// `2015-01-25T08:00:00Z`.
    Iso8601,
    /// `Sun, 25 Jan 2015 08:00:00 GMT`.
    Rfc822,
    /// Seconds since 1970, with a fraction if there is one.
    UnixTimestamp,
}

/// An XML namespace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlNamespace {
    /// Its URI.
    pub uri: Text,
    /// Its prefix, if it has one.
    pub prefix: Option<Text>,
}

/// The yes-or-no traits of a [`Member`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Traits(pub u32);

#[allow(missing_docs)] // the names are those of the models
impl Traits {
    pub const REQUIRED: Traits = Traits(1);
    pub const FLATTENED: Traits = Traits(1 << 1);
    pub const XML_ATTRIBUTE: Traits = Traits(1 << 2);
    pub const STREAMING: Traits = Traits(1 << 3);
    pub const JSON_VALUE: Traits = Traits(1 << 4);
    pub const SENSITIVE: Traits = Traits(1 << 5);
    pub const IDEMPOTENCY_TOKEN: Traits = Traits(1 << 6);
    pub const EVENT_PAYLOAD: Traits = Traits(1 << 7);
    pub const EVENT_HEADER: Traits = Traits(1 << 8);
    pub const HOST_LABEL: Traits = Traits(1 << 9);
    pub const DEPRECATED: Traits = Traits(1 << 10);
    pub const BOX: Traits = Traits(1 << 11);
    /// Set beside [`Traits::FLATTENED`] where the list or map shape itself is flattened (as against this reference to
    /// it): then the list's own member names the elements.
    pub const FLATTENED_SHAPE: Traits = Traits(1 << 12);

    /// Whether all flags of `other` are set.
    pub const fn has(self, other: Traits) -> bool {
        self.0 & other.0 == other.0
    }

    /// This with the flags of `other` set.
    #[must_use]
    pub const fn with(self, other: Traits) -> Traits {
        Traits(self.0 | other.0)
    }
}

impl Shape {
    /// The members, if this is a structure.
    pub fn structure(&self) -> Option<&Structure> {
        match &self.kind {
            Kind::Structure(s) => Some(s),
            _ => None,
        }
    }

    /// The members of a structure; none for other shapes.
    pub fn members(&self) -> &[Member] {
        self.structure().map_or(&[], |s| &s.members)
    }

    /// The shapes that this refers to, in the order of its members.
    pub fn references(&self) -> impl Iterator<Item = ShapeId> + '_ {
        let (elements, members): ([Option<&Member>; 2], &[Member]) = match &self.kind {
            Kind::List { member, .. } => ([Some(&**member), None], &[]),
            Kind::Map { key, value, .. } => ([Some(&**key), Some(&**value)], &[]),
            _ => ([None, None], self.members()),
        };
        elements.into_iter().flatten().chain(members).map(|m| m.target)
    }

    /// Whether this is a union (event streams are unions too).
    pub fn is_union(&self) -> bool {
        self.structure().is_some_and(|s| s.union || s.event_stream)
    }
}

impl Structure {
    /// The member of that name and its index.
    pub fn member(&self, name: &str) -> Option<(usize, &Member)> {
        self.members.iter().enumerate().find(|(_, m)| m.name == name)
    }
}
