//! Typed streams of events in both directions at once: Bedrock, Lex, Transcribe against a server of our own.

use crate::typed_events::frame;
use boto_core::{
    event::{frame::Decoder, EventStream, Frame},
    host::System,
    http::{hyper::HyperTransport, Http2, TransportConfig},
    service, Session,
};
use bytes::Bytes;
use std::{net::SocketAddr, sync::Arc};

service!(pub "bedrock-runtime" as bedrock, operations = [InvokeModelWithBidirectionalStream]);
service!("lexv2-runtime" as lex, operations = [StartConversation]);
service!("tests/all/typed_events/transcribe.json" as transcribe);

/// What the server says to one event.
pub type Reply = fn(&Frame) -> Frame;

/// Speaks HTTP/2; answers each signed event as soon as it has come, and ends with the empty one.
pub async fn server(reply: Reply, headers: &'static [(&'static str, &'static str)]) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (tcp, _) = listener.accept().await.unwrap();
        let mut connection = h2::server::handshake(tcp).await.unwrap();
        while let Some(Ok((request, mut respond))) = connection.accept().await {
            tokio::spawn(async move {
                let signed = request.headers()["x-amz-content-sha256"] == "STREAMING-AWS4-HMAC-SHA256-EVENTS";
                assert!(signed && request.headers()["content-type"] == "application/vnd.amazon.eventstream");
                let mut response = http::Response::builder();
                for (name, value) in headers {
                    response = response.header(*name, *value);
                }
                let mut outgoing = respond.send_response(response.body(()).unwrap(), false).unwrap();
                let (mut incoming, mut decoder) = (request.into_body(), Decoder::default());
                while let Some(Ok(chunk)) = incoming.data().await {
                    incoming.flow_control().release_capacity(chunk.len()).unwrap();
                    decoder.feed(chunk);
                    while let Some(outer) = decoder.frame().unwrap() {
                        assert!(outer.header(":chunk-signature").is_some() && outer.header(":date").is_some());
                        if outer.payload.is_empty() {
                            outgoing.send_data(Bytes::new(), true).unwrap();
                            return;
                        }
                        let inner = Frame::decode(outer.payload).unwrap();
                        outgoing.send_data(reply(&inner).encode().unwrap(), false).unwrap();
                    }
                }
            });
        }
    });
    address
}

pub fn session(address: SocketAddr) -> Session {
    let config = TransportConfig { http2: Http2::Always, ..TransportConfig::default() };
    Session::builder()
        .region("us-east-1")
        .credentials("AKID", "secret")
        .endpoint_url(format!("http://{address}"))
        .host(Arc::new(System))
        .transport(Arc::new(HyperTransport::new(&config, Arc::new(System))))
        .build()
}

#[tokio::test]
async fn bedrock_invoke_model() {
    use bedrock::types::{
        BidirectionalInputPayloadPart as Part, InvokeModelWithBidirectionalStreamInputShape as Sent,
        InvokeModelWithBidirectionalStreamOutputShape as Got,
    };
    let address = server(|event| frame("event", "chunk", &event.payload), &[]).await;
    let (sender, body) = EventStream::<Sent>::channel(1);
    let bedrock = session(address).connect_to(bedrock::BedrockRuntime);
    let mut answers = bedrock.invoke_model_with_bidirectional_stream("m", body).await.unwrap().body;
    for text in ["one", "two"] {
        // The next goes out only when the answer to the one before is there.
        sender.send(Sent::Chunk(Part { bytes: Some(Bytes::from_static(text.as_bytes())) })).await.unwrap();
        let Got::Chunk(part) = answers.next().await.unwrap().unwrap() else { panic!("no chunk") };
        assert_eq!(part.bytes.unwrap(), text);
    }
    drop(sender);
    assert!(answers.next().await.is_none());
}

#[tokio::test]
async fn lex_start_conversation() {
    use lex::types::{
        StartConversationInput, StartConversationRequestEventStream as Sent,
        StartConversationResponseEventStream as Got, TextInputEvent,
    };
    let reply: Reply = |event| match event.text(":event-type") {
        Some("TextInputEvent") => {
            let said = String::from_utf8_lossy(&event.payload).into_owned();
            assert!(said.contains("\"text\":\"order\""), "{said}");
            frame("event", "TranscriptEvent", br#"{"transcript":"order","eventId":"e-1"}"#)
        }
        other => {
            frame("exception", "ValidationException", format!("{{\"message\":\"{}\"}}", other.unwrap_or("")).as_bytes())
        }
    };
    let address = server(reply, &[]).await;
    let (sender, events) = EventStream::<Sent>::channel(1);
    let input = StartConversationInput {
        bot_id: "BOTBOTBOT1".into(),
        bot_alias_id: "ALIAS".into(),
        locale_id: "en_US".into(),
        session_id: "s-1".into(),
        request_event_stream: events,
        ..Default::default()
    };
    let lex = session(address).connect_to(lex::LexRuntimeV2);
    let mut answers = lex.start_conversation(input).await.unwrap().response_event_stream;
    sender.send(Sent::TextInputEvent(TextInputEvent { text: "order".into(), ..Default::default() })).await.unwrap();
    let Got::TranscriptEvent(event) = answers.next().await.unwrap().unwrap() else { panic!("no transcript") };
    assert_eq!((event.transcript.as_deref(), event.event_id.as_deref()), (Some("order"), Some("e-1")));
    // What the service cannot take it says within the stream.
    sender.send(Sent::DisconnectionEvent(Default::default())).await.unwrap();
    let error = answers.next().await.unwrap().unwrap_err();
    assert_eq!(error.code(), Some("ValidationException"));
    let modeled = error.modeled::<lex::types::ValidationException>().unwrap();
    assert!(modeled.message.contains("DisconnectionEvent"), "{modeled:?}");
}

#[tokio::test]
async fn transcribe_stream() {
    use transcribe::types::{AudioEvent, AudioStream, TranscriptResultStream as Got};
    let reply: Reply = |event| {
        assert_eq!(event.text(":content-type"), Some("application/octet-stream"));
        frame("event", "TranscriptEvent", format!("{{\"Transcript\":\"{} bytes\"}}", event.payload.len()).as_bytes())
    };
    let address = server(reply, &[("x-amzn-transcribe-session-id", "s-7")]).await;
    let (sender, audio) = EventStream::<AudioStream>::channel(1);
    let transcribe = session(address).connect_to(transcribe::TranscribeStreaming);
    let output = transcribe.start_stream_transcription("en-US", audio).sample_rate(16_000).await.unwrap();
    assert_eq!(output.session_id.as_deref(), Some("s-7"));
    let mut answers = output.transcript_result_stream;
    let chunk = AudioEvent { audio_chunk: Some(Bytes::from(vec![0; 3200])) };
    sender.send(AudioStream::AudioEvent(chunk)).await.unwrap();
    let Got::TranscriptEvent(event) = answers.next().await.unwrap().unwrap() else { panic!("no transcript") };
    assert_eq!(event.transcript.as_deref(), Some("3200 bytes"));
    drop(sender);
    assert!(answers.next().await.is_none());
}
