//! What the tests of rows need: a service with one operation, and a request.

use super::{Incoming, Input, Notes, Outgoing, Output};
use crate::{
    body::ByteStream,
    host::{self, Command, Host},
    http::{HeaderMap, Method, Request, Url},
    value::Object,
    BoxFuture, DateTime, Value,
};
use boto_model::{
    pack::{self, Tables},
    shape::Structure,
    Http, Kind, Location, Member, Metadata, Operation, Service, Shape, ShapeId, Traits,
};
use bytes::Bytes;
use std::{
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    time::Duration,
};

/// A service whose one operation takes and answers a structure of strings; each string's shape has its member's name.
pub struct Case {
    pub service: Service,
    pub operation: Operation,
    pub record: Object,
    pub request: Request,
    pub host_prefix: Option<String>,
    pub body: Option<Bytes>,
    pub notes: Notes,
    host: Environment,
}

impl Case {
    pub fn new<const N: usize>(names: [&'static str; N]) -> Case {
        Case::with_kinds(names.map(|name| (name, Kind::String { values: Box::default() })))
    }

    /// With one member that is a body that streams.
    pub fn streaming(name: &'static str) -> Case {
        let mut case = Case::with_kinds([(name, Kind::Blob { streaming: true, requires_length: false })]);
        case.operation.http.method = "PUT".into();
        case
    }

    /// With one member that is a header.
    pub fn header(name: &'static str) -> Case {
        let header = Member { location: Location::Header, ..member(0, name) };
        let kinds = vec![(name, Kind::String { values: Box::default() })];
        Case::with_shapes(kinds, Structure { members: vec![header].into(), ..Structure::default() })
    }

    /// With one member that is a list of structures, which have one member that is a string.
    pub fn listing(list: &'static str, element: &'static str) -> Case {
        let inner = Structure { members: vec![member(2, element)].into(), ..Structure::default() };
        let kinds = vec![
            ("List", Kind::List { member: Box::new(member(1, "member")), sparse: false }),
            ("Element", Kind::Structure(inner)),
            (element, Kind::String { values: Box::default() }),
        ];
        let members = vec![member(0, list), member(2, "EncodingType")];
        Case::with_shapes(kinds, Structure { members: members.into(), ..Structure::default() })
    }

    fn with_kinds<const N: usize>(kinds: [(&'static str, Kind); N]) -> Case {
        let payload = kinds.iter().any(|(_, kind)| matches!(kind, Kind::Blob { .. })).then_some(0);
        let members = members(kinds.each_ref().map(|(name, _)| *name)).into();
        Case::with_shapes(kinds.into(), Structure { members, payload, ..Structure::default() })
    }

    fn with_shapes(kinds: Vec<(&'static str, Kind)>, structure: Structure) -> Case {
        let mut shapes: Vec<Shape> = kinds.into_iter().map(|(name, kind)| shape(name, kind)).collect();
        let input = ShapeId(shapes.len() as u32);
        shapes.push(shape("Input", Kind::Structure(structure)));
        let metadata = Metadata { name: "acme".into(), api_version: "2026-01-02".into(), ..Metadata::default() };
        let tables = Tables { metadata, operations: vec![operation(input)], shapes, ..Tables::default() };
        let service = Service::open(pack::write(tables)).expect("packed just now");
        let operation = service.operation_at(0).clone();
        let url = Url {
            scheme: "https".into(),
            authority: "acme.amazonaws.com".into(),
            path: "/".into(),
            query: String::new(),
        };
        let request = Request { method: Method::GET, url, headers: HeaderMap::new(), body: ByteStream::default() };
        Case {
            service,
            operation,
            record: Object::default(),
            request,
            host_prefix: None,
            body: None,
            notes: Notes::default(),
            host: Environment::default(),
        }
    }

    pub fn with_env(mut self, variables: &[(&'static str, &'static str)]) -> Case {
        self.host.0 = variables.to_vec();
        self
    }

    pub fn input<'a>(&'a self, given: &'a Object) -> Input<'a> {
        Input::new(&self.service, &self.operation, given)
    }

    pub fn output<'a>(&'a self, record: &'a mut Object) -> Output<'a> {
        Output {
            service: &self.service,
            operation: &self.operation,
            body: self.body.as_ref(),
            notes: &self.notes,
            record,
        }
    }

    pub fn incoming(&mut self) -> Incoming<'_> {
        Incoming {
            service: &self.service,
            operation: &self.operation,
            status: 200,
            headers: &mut self.request.headers,
            body: self.body.as_ref(),
            notes: &mut self.notes,
        }
    }

    pub fn outgoing(&mut self) -> Outgoing<'_> {
        Outgoing {
            service: &self.service,
            operation: &self.operation,
            record: &self.record,
            request: &mut self.request,
            host_prefix: &mut self.host_prefix,
            host: &self.host,
        }
    }
}

fn shape(name: &'static str, kind: Kind) -> Shape {
    Shape { name: name.into(), kind, sensitive: false, deprecated: false, min: None, max: None, pattern: None }
}

fn operation(input: ShapeId) -> Operation {
    let http = Http { method: "GET".into(), uri: "/".into(), code: 200 };
    Operation { http, input: Some(input), output: Some(input), ..Operation::named("Act".into()) }
}

/// Members of those names; the n-th refers to shape n.
pub fn members<const N: usize>(names: [&'static str; N]) -> Vec<Member> {
    names.into_iter().enumerate().map(|(index, name)| member(index as u32, name)).collect()
}

fn member(target: u32, name: &'static str) -> Member {
    Member {
        name: name.into(),
        target: ShapeId(target),
        location_name: None,
        location: Location::Body,
        query_name: None,
        timestamp_format: None,
        xml_namespace: None,
        context_param: None,
        traits: Traits::default(),
    }
}

pub fn object<'a>(entries: impl IntoIterator<Item = (&'a str, &'a str)>) -> Object {
    Object(entries.into_iter().map(|(name, value)| (name.to_owned(), text(value))).collect())
}

pub fn text(value: &str) -> Value {
    Value::String(value.to_owned())
}

/// Runs what never really waits.
pub fn block_on<F: std::future::Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(future)
}

/// A host that has an environment and nothing else.
#[derive(Debug, Default)]
struct Environment(Vec<(&'static str, &'static str)>);

impl Host for Environment {
    fn var(&self, name: &str) -> Option<OsString> {
        self.0.iter().find(|(n, _)| *n == name).map(|(_, value)| OsString::from(value))
    }
    fn home(&self) -> Option<PathBuf> {
        None
    }
    fn read(&self, _: &Path) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::NotFound.into())
    }
    fn write_private(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::PermissionDenied.into())
    }
    fn now(&self) -> DateTime {
        DateTime::default()
    }
    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::ready(()))
    }
    fn random(&self, buffer: &mut [u8]) {
        buffer.fill(0);
    }
    fn run(&self, _: Command) -> BoxFuture<'static, io::Result<host::Output>> {
        Box::pin(std::future::ready(Err(io::ErrorKind::NotFound.into())))
    }
}
