//! [`Call`]: an operation about to be called, with its input and its own settings.

mod sending;

use crate::{
    config::Overrides,
    connection::Connection,
    credentials::Stamp,
    feature::{Feature, Features},
    field::Record,
    http::{HeaderName, HeaderValue, Request, Response},
    opaque::Opaque,
    paginate::Pages,
    pipeline,
    presign::Presigned,
    value::{Object, Value},
    BoxFuture, Error, ErrorKind, Result,
};
pub use sending::Sending;
use sending::{start, Answering};
use std::{borrow::Cow, future::IntoFuture, marker::PhantomData, sync::Arc, time::Duration};

/// An operation about to be called. Nothing happens before it is awaited.
///
/// Inputs are large and calls are moved by each setter and into each future, where dropping them is code again: so there
/// are boxes.
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<I, O> {
    about: Opaque<About>,
    /// Public for the setters of `service!`, which are many: a path to a place costs the compiler less than a call.
    #[doc(hidden)]
    pub input: Box<I>,
    output: PhantomData<fn() -> O>,
}

/// What there is to know of a call without its types.
#[derive(Clone)]
pub(crate) struct About {
    pub(crate) connection: Connection,
    pub(crate) operation: Cow<'static, str>,
    pub(crate) options: Options,
}

/// A call by name: untyped in and out.
pub type UntypedCall = Call<Object, Value>;

/// What one call has of its own.
#[derive(Clone, Default)]
pub struct Options {
    /// The time for the whole call, all attempts together.
    pub timeout: Option<Duration>,
    /// Settings that go before those of the connection.
    pub overrides: Option<Box<Overrides>>,
    /// Headers to add (signed where that is safe).
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// Members of the input that replace what a typed input says.
    pub members: Vec<(String, Value)>,
    /// What made the call impossible while it was put together; told when it is awaited.
    pub defect: Option<Error>,
    /// The token to fill absent idempotency tokens with, instead of a random one.
    pub idempotency_token: Option<String>,
    /// Whether the request and the answer hold secrets, and are wiped as far as they are ours.
    pub(crate) secret: bool,
    /// What it makes use of, for the user agent.
    pub(crate) features: Features,
    /// Called with each request that is about to be sent.
    pub(crate) stamp: Option<Stamp>,
    /// On whose behalf it is made.
    pub(crate) acting: Option<Arc<dyn Acting>>,
}

/// On whose behalf a call is made: behind a trait, so that programs without resources do not carry them.
pub(crate) trait Acting: Send + Sync {
    /// Makes the call: completes the input, and lets hooks see what goes and what comes. Gives the input too where hooks
    /// changed it.
    fn run<'a>(&'a self, call: Doing<'a>) -> BoxFuture<'a, Result<(Metadata, Option<Object>)>>;

    /// The resources that an answer to this operation of the connection makes.
    #[cfg(feature = "resources")]
    fn make(
        &self,
        call: (&Connection, &str),
        input: &dyn Record,
        output: Object,
    ) -> Result<Vec<crate::resource::Resource>>;
}

/// A call that is being made.
pub(crate) struct Doing<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) operation: &'a str,
    pub(crate) input: &'a mut dyn Record,
    pub(crate) output: &'a mut dyn Record,
    pub(crate) options: &'a Options,
}

impl<'a> Doing<'a> {
    /// Makes it, on behalf of whoever it is made for.
    pub(crate) fn run(self) -> BoxFuture<'a, Result<(Metadata, Option<Object>)>> {
        match &self.options.acting {
            Some(acting) => acting.run(self),
            None => Box::pin(self.plainly()),
        }
    }

    async fn plainly(self) -> Result<(Metadata, Option<Object>)> {
        let Doing { connection, operation, input, output, options } = self;
        Ok((pipeline::run(connection, operation, input, output, options).await?, None))
    }
}

/// What an answer says beside its output.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Metadata {
    /// The HTTP status.
    pub status: u16,
    /// The request id.
    pub request_id: Option<String>,
    /// S3's second request id.
    pub extended_request_id: Option<String>,
    /// How many attempts it took.
    pub attempts: u32,
    /// The headers of the answer.
    pub headers: crate::http::HeaderMap,
}

impl About {
    fn opaque(connection: &Connection, operation: Cow<'static, str>) -> Opaque<About> {
        Opaque::new(About { connection: connection.clone(), operation, options: Options::default() })
    }
}

impl<I, O> Call<I, O> {
    /// A call of that operation on that connection.
    pub fn new(connection: &Connection, operation: impl Into<Cow<'static, str>>, input: I) -> Call<I, O> {
        Call { input: Box::new(input), about: About::opaque(connection, operation.into()), output: PhantomData }
    }

    /// The input, to read.
    pub fn input(&self) -> &I {
        &self.input
    }

    /// The input, to change.
    pub fn input_mut(&mut self) -> &mut I {
        &mut self.input
    }

    /// The name of the operation.
    pub fn operation(&self) -> &str {
        &self.about.operation
    }

    /// The connection it goes through.
    pub fn connection(&self) -> &Connection {
        &self.about.connection
    }

    /// The time for the whole call, all attempts and waits together. Without it a call may take as long as its
    /// attempts take (each read is limited by `read_timeout`).
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options().timeout = Some(timeout);
        self
    }

    /// How many times to try again at most after the first attempt; 0 for one attempt only.
    pub fn retries(mut self, retries: u32) -> Self {
        self.overrides().max_attempts = Some(u64::from(retries) + 1);
        self
    }

    /// Adds a header. An invalid name or value is told when the call is awaited.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
            (Ok(name), Ok(value)) => self.options().headers.push((name, value)),
            (Err(_), _) => self.defect(format!("header name {name:?} is not valid")),
            (_, Err(_)) => self.defect(format!("the value of header {name} is not valid")),
        }
        self
    }

    /// Fills absent idempotency tokens with this one, so that a call repeated later is recognised.
    pub fn idempotency_token(mut self, token: impl Into<String>) -> Self {
        self.options().idempotency_token = Some(token.into());
        self
    }

    /// Sets one member of the input by the name it has in the model, over what the input itself says: an empty list
    /// that has to be sent, for one, which typed inputs, where lists are empty unless set, cannot tell from none.
    /// [`Value::Null`] takes a member away. A name that the operation does not know is told when the call is awaited.
    pub fn member(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.options().members.push((name.into(), value.into()));
        self
    }

    /// Sets members of the input as [`Call::member`] does, from anything that serializes to an object.
    pub fn members<T: serde::Serialize + ?Sized>(mut self, members: &T) -> Self {
        match object(members) {
            Ok(object) => self.options().members.extend(object.0),
            Err(message) => self.defect(message),
        }
        self
    }

    fn options(&mut self) -> &mut Options {
        &mut self.about.options
    }

    /// The settings of this call alone, which go before those of the connection.
    pub fn overrides(&mut self) -> &mut Overrides {
        self.options().overrides.get_or_insert_with(Box::default)
    }

    /// The same call, which makes use of that.
    pub(crate) fn making_use_of(mut self, feature: Feature) -> Self {
        self.options().features.add(feature);
        self
    }

    /// The same call with another input.
    pub(crate) fn with_input<J>(&self, input: J) -> Call<J, O> {
        Call { about: self.about.clone(), input: Box::new(input), output: PhantomData }
    }

    fn defect(&mut self, message: String) {
        self.options().defect.get_or_insert_with(|| Error::new(ErrorKind::Validation, message));
    }
}

/// What a call answers: the output of the operation, or resources made of it.
#[doc(hidden)]
pub trait Answer: Sized {
    /// Makes the call.
    fn answer<I: Record + 'static>(call: Call<I, Self>) -> BoxFuture<'static, Result<Self>>;
}

impl<O: Record + Default + 'static> Answer for O {
    fn answer<I: Record + 'static>(call: Call<I, O>) -> BoxFuture<'static, Result<O>> {
        Box::pin(Answering(call.send()))
    }
}

#[cfg(feature = "resources")]
impl<I, O> Call<I, O> {
    pub(crate) fn set_acting(&mut self, acting: Arc<dyn Acting>) {
        self.options().acting = Some(acting);
    }

    pub(crate) fn set_defect(&mut self, defect: Error) {
        self.options().defect.get_or_insert(defect);
    }

    pub(crate) fn into_parts(self) -> (Opaque<About>, Box<I>) {
        (self.about, self.input)
    }
}

fn object<T: serde::Serialize + ?Sized>(params: &T) -> Result<Object, String> {
    match crate::value::to_value(params) {
        Ok(Value::Map(object)) => Ok(object),
        Ok(Value::Null) => Ok(Object::new()),
        Ok(other) => Err(format!("params: an object is wanted, not {}", other.noun())),
        Err(error) => Err(format!("params: {error}")),
    }
}

impl Call<Object, Value> {
    /// Sets one member of the input.
    pub fn param(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.input.0.insert(name.into(), value.into());
        self
    }

    /// Sets the members of the input from anything that serializes to an object: JSON, a struct, a map. Members set
    /// before stay unless named again.
    pub fn params<T: serde::Serialize + ?Sized>(mut self, params: &T) -> Self {
        match object(params) {
            Ok(object) => self.input.0.extend(object.0),
            Err(message) => self.defect(message),
        }
        self
    }
}

impl<I: Record, O> Call<I, O> {
    /// The pages of this call, fetched one by one.
    pub fn paginate(self) -> Pages<I, O> {
        Pages::new(self)
    }

    /// Builds the request, signs it and gives it back instead of sending it.
    pub async fn dry_run(self) -> Result<Request> {
        let Call { about, input, .. } = self;
        pipeline::dry_run(&about.connection, &about.operation, &*input, &about.options).await
    }

    /// A URL (and the headers that must go with it) that anyone may use for that long.
    pub async fn presign(self, expires: Duration) -> Result<Presigned> {
        let Call { about, input, .. } = self;
        pipeline::presign(&about.connection, &about.operation, &*input, &about.options, expires).await
    }

    async fn interpret_as<R: Record + Default>(self, response: Response) -> Result<(R, Metadata)> {
        let Call { about, input, .. } = self;
        let mut output = R::default();
        let asked = Some((&*input as &dyn Record, &about.options));
        let metadata = pipeline::interpret(&about.connection, &about.operation, asked, response, &mut output).await?;
        Ok((output, metadata))
    }
}

impl<I: Record, O: Record + Default> Call<I, O> {
    /// Reads an answer as if it had come to this call, instead of sending it: for stubs and recorded traffic. What the call
    /// asks for counts, as that S3 is to encode the keys of a listing. A fault in the answer is an error here, too.
    pub async fn interpret(self, response: Response) -> Result<(O, Metadata)> {
        self.interpret_as(response).await
    }
}

impl Call<Object, Value> {
    /// Reads an answer as if it had come to this call, instead of sending it: for stubs and recorded traffic. What the call
    /// asks for counts, as that S3 is to encode the keys of a listing. A fault in the answer is an error here, too.
    pub async fn interpret(self, response: Response) -> Result<(Value, Metadata)> {
        let (output, metadata) = self.interpret_as::<Object>(response).await?;
        Ok((Value::Map(output), metadata))
    }
}

impl<I: Record + 'static, O> Call<I, O> {
    /// Calls, and reads the answer into a new record of that type.
    fn read<R: Record + Default + 'static>(self) -> Sending<R> {
        Sending::new(start(self.about, self.input, Box::new(R::default())))
    }
}

impl<I: Record + 'static, O: Record + Default + 'static> Call<I, O> {
    /// Calls, and gives what the answer says beside its output too.
    pub fn send(self) -> Sending<O> {
        self.read()
    }
}

impl Call<Object, Value> {
    /// Calls, and gives what the answer says beside its output too.
    pub async fn send(self) -> Result<(Value, Metadata)> {
        self.fetch_value().await
    }
}

impl<I: Record + 'static, O: Record + Default + 'static> IntoFuture for Call<I, O> {
    type Output = Result<O>;
    type IntoFuture = BoxFuture<'static, Result<O>>;

    fn into_future(self) -> Self::IntoFuture {
        O::answer(self)
    }
}

impl<I: Record + 'static> Call<I, Value> {
    pub(crate) fn fetch_value(self) -> BoxFuture<'static, Result<(Value, Metadata)>> {
        Box::pin(untyped(self.read()))
    }
}

async fn untyped(sending: Sending<Object>) -> Result<(Value, Metadata)> {
    let (output, metadata) = sending.await?;
    Ok((Value::Map(output), metadata))
}

impl IntoFuture for Call<Object, Value> {
    type Output = Result<Value>;
    type IntoFuture = BoxFuture<'static, Result<Value>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { Ok(self.send().await?.0) })
    }
}

impl<I, O> std::fmt::Debug for Call<I, O> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Call")
            .field("service", &self.about.connection.service().metadata().name)
            .field("operation", &self.about.operation)
            .finish_non_exhaustive()
    }
}
