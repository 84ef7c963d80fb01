//! Resources whose actions answer with streams of events, with hooks, typed and untyped.

use crate::typed_events::{answering, frame};
use boto_core::{
    event::{EventReader, Frame},
    resource::Base,
    service, ErrorKind, Session, Value,
};
use std::sync::{Arc, Mutex};

service!("tests/all/typed_events/feed.json" as feed, resources = all);

use feed::types::News;

fn news() -> [Frame; 2] {
    let item = |title: &str| frame("event", "Item", format!("{{\"Title\":\"{title}\"}}").as_bytes());
    [item("one"), item("two")]
}

/// Hooks that say since when, note the session and change it.
fn base(seen: &Arc<Mutex<Vec<String>>>) -> Arc<Base> {
    let seen = Arc::clone(seen);
    let base = Base::new("since")
        .update_params_of("follow", |_, mut params| async move {
            params["Since"] = "noon".into();
            Ok(params)
        })
        .post_process(move |doing, mut answer| {
            let seen = Arc::clone(&seen);
            async move {
                let events = matches!(answer["News"], Value::Events(_));
                let session = answer["Session"].as_str().unwrap_or("none").to_owned();
                seen.lock().unwrap().push(format!("{} {session} {events}", doing.method));
                answer["Session"] = "changed".into();
                Ok(answer)
            }
        });
    Arc::new(base)
}

async fn titles(mut events: EventReader) -> Vec<String> {
    let mut titles = Vec::new();
    while let Some(event) = events.next().await {
        titles.push(event.unwrap()["Item"]["Title"].as_str().unwrap().to_owned());
    }
    titles
}

fn channel(session: &Session) -> feed::Channel {
    feed::Channel::new(&session.connect_to(feed::Feed), "f")
}

/// The same resource, by name.
fn untyped(session: &Session) -> boto_core::resource::Resource {
    channel(session).untyped().clone()
}

#[tokio::test]
async fn typed_hooks_see_the_answer_before_its_events() {
    let (session, transport) = answering(&news());
    let seen = Arc::new(Mutex::new(Vec::new()));
    let answer = channel(&session).with_base(&base(&seen)).follow().await.unwrap();
    assert_eq!(*seen.lock().unwrap(), ["Follow none true"]);
    assert_eq!(answer.session.as_deref(), Some("changed"));
    assert_eq!(transport.requests()[0].url.query, "since=noon");
    let mut events = answer.news;
    for title in ["one", "two"] {
        let News::Item(item) = events.next().await.unwrap().unwrap() else { panic!("no item") };
        assert_eq!(item.title.as_deref(), Some(title));
    }
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn untyped_hooks_see_the_same() {
    let (session, transport) = answering(&news());
    let seen = Arc::new(Mutex::new(Vec::new()));
    let channel = untyped(&session).with_base(&base(&seen));
    let mut answer = channel.action("follow").unwrap().await.unwrap().into_value();
    assert_eq!(*seen.lock().unwrap(), ["Follow none true"]);
    assert_eq!(answer["Session"], "changed");
    assert_eq!(transport.requests()[0].url.query, "since=noon");
    let Value::Events(events) = answer["News"].take() else { panic!("no events") };
    assert_eq!(titles(events).await, ["one", "two"]);
}

#[tokio::test]
async fn hooks_may_read_events_or_take_them_away() {
    let reads = Base::new("reads").post_process(|_, mut answer| async move {
        let Value::Events(events) = answer["News"].clone() else { panic!("no events") };
        answer["Session"] = titles(events).await.join(" ").into();
        Ok(answer)
    });
    let (session, _) = answering(&news());
    let answer = channel(&session).with_base(&Arc::new(reads)).follow().await.unwrap();
    assert_eq!(answer.session.as_deref(), Some("one two"));

    let takes = Base::new("takes").post_process(|_, mut answer| async move {
        answer["News"] = Value::Null;
        Ok(answer)
    });
    let (session, _) = answering(&news());
    let mut answer = channel(&session).with_base(&Arc::new(takes)).follow().await.unwrap();
    assert!(answer.news.next().await.is_none());
}

#[tokio::test]
async fn hooks_keep_events_from_being_asked_for_and_exceptions_come_through() {
    let refuse =
        Base::new("refuses").update_params(|_, _| async { Err(boto_core::Error::new(ErrorKind::Usage, "not now")) });
    let (session, transport) = answering(&news());
    let refused = channel(&session).with_base(&Arc::new(refuse));
    assert_eq!(refused.follow().await.unwrap_err().message(), "not now");
    assert_eq!(refused.untyped().action("follow").unwrap().await.unwrap_err().message(), "not now");
    assert!(transport.requests().is_empty());

    let [item, _] = news();
    let gone = || frame("exception", "GoneException", br#"{"Message":"closed"}"#);
    let (session, _) = answering(&[item, gone()]);
    let mut answer = channel(&session).with_base(&base(&Arc::default())).follow().await.unwrap();
    assert!(answer.news.next().await.unwrap().is_ok());
    let error = answer.news.next().await.unwrap().unwrap_err();
    assert_eq!(error.modeled::<feed::types::GoneException>().unwrap().message.as_deref(), Some("closed"));
}

/// What is said goes out through hooks as it is, and is answered while it does.
#[cfg(feature = "http2")]
#[tokio::test]
async fn hooks_leave_events_that_go_out_as_they_are() {
    use crate::typed_events_both_ways::{server, session, Reply};
    use boto_core::event::{EventSource, EventStream};
    use feed::types::{Item, Said};
    let reply: Reply = |event| frame("event", "Item", &event.payload);
    let said = |title: &str| Said::Item(Item { title: Some(title.to_owned()) });

    let address = server(reply, &[("x-session", "s-1")]).await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let (sender, events) = EventStream::<Said>::channel(1);
    let talking = channel(&session(address)).with_base(&base(&seen));
    let mut answer = talking.talk(events).await.unwrap();
    assert_eq!(*seen.lock().unwrap(), ["Talk s-1 true"]);
    assert_eq!(answer.session.as_deref(), Some("changed"));
    for title in ["one", "two"] {
        // The next goes out only when the answer to the one before is there.
        sender.send(said(title)).await.unwrap();
        let News::Item(item) = answer.news.next().await.unwrap().unwrap() else { panic!("no item") };
        assert_eq!(item.title.as_deref(), Some(title));
    }

    let address = server(reply, &[("x-session", "s-2")]).await;
    let (sender, source) = EventSource::channel::<Value>(1);
    let talking = untyped(&session(address)).with_base(&base(&seen));
    let events = Value::Events(EventReader::from(source));
    let mut answer = talking.action("talk").unwrap().param("Said", events).await.unwrap().into_value();
    assert_eq!(seen.lock().unwrap()[1], "Talk s-2 true");
    let Value::Events(mut news) = answer["News"].take() else { panic!("no events") };
    sender.send(Value::from([("Item", Value::from([("Title", "three")]))])).await.unwrap();
    assert_eq!(news.next().await.unwrap().unwrap()["Item"]["Title"], "three");
}
