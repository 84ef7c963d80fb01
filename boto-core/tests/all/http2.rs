use crate::{
    events::{codec, Talk, Word},
    transport::request,
};
use boto_core::{
    event::{self, frame::Decoder, EventReader, EventStream, Signer},
    field::{Field, View},
    host::System,
    http::{hyper::HyperTransport, Http2, Method, Timeouts, Transport, TransportConfig},
    DateTime,
};
use bytes::Bytes;
use std::{net::SocketAddr, sync::Arc, time::Duration};

/// Speaks HTTP/2 at once. Takes signed events and sends the events inside back, each as soon as it has come.
async fn echo() -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (tcp, _) = listener.accept().await.unwrap();
        let mut connection = h2::server::handshake(tcp).await.unwrap();
        while let Some(Ok((request, mut respond))) = connection.accept().await {
            tokio::spawn(async move {
                let mut incoming = request.into_body();
                let mut outgoing = respond.send_response(http::Response::new(()), false).unwrap();
                let mut decoder = Decoder::default();
                while let Some(Ok(chunk)) = incoming.data().await {
                    incoming.flow_control().release_capacity(chunk.len()).unwrap();
                    decoder.feed(chunk);
                    while let Some(frame) = decoder.frame().unwrap() {
                        assert!(frame.header(":chunk-signature").is_some());
                        if frame.payload.is_empty() {
                            outgoing.send_data(Bytes::new(), true).unwrap();
                            return;
                        }
                        outgoing.send_data(frame.payload, false).unwrap();
                    }
                }
            });
        }
    });
    address
}

fn begin() -> Signer {
    Signer { clock: Box::new(|| DateTime::from_parts(1_700_000_000, 0)), sign: Box::new(|_, _, _| "00ff".to_owned()) }
}

#[tokio::test]
async fn events_go_out_while_others_come_in() {
    let address = echo().await;
    let config = TransportConfig { http2: Http2::Always, ..TransportConfig::default() };
    let transport = HyperTransport::new(&config, Arc::new(System));
    let (sender, stream) = EventStream::<Talk>::channel(1);
    let View::Events(source) = stream.view() else { panic!("an input holds events to send") };
    let body = event::encode(Some(source.clone()), codec(), None).unwrap();
    let mut ask = request(Method::POST, address, "/converse", "");
    ask.body = event::signed(&body, begin).unwrap();
    let limits = Timeouts { connect: Some(Duration::from_secs(5)), read: Some(Duration::from_secs(5)) };
    let response = transport.send(ask, limits).await.unwrap();
    assert_eq!(response.status, 200);
    let mut answers = EventStream::<Talk>::from(EventReader::new(response.body, codec()));
    for text in ["one", "two", "three"] {
        // The next is sent only when the answer to the one before is there: both directions live at once.
        sender.send(Talk::Word(Word { text: Some(text.into()) })).await.unwrap();
        let answer = answers.next().await.unwrap().unwrap();
        assert_eq!(answer, Talk::Word(Word { text: Some(text.into()) }));
    }
    // The server takes one connection, which serves others meanwhile.
    for _ in 0..2 {
        let beside = transport.send(request(Method::GET, address, "/beside", ""), limits).await.unwrap();
        assert_eq!(beside.status, 200);
    }
    drop(sender);
    assert!(answers.next().await.is_none());
}
