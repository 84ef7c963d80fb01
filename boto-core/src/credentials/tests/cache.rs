//! The cache: one flight, windows, background, failures.

use crate::{
    config::tests::world::World,
    credentials::cache::{Cache, Fetch},
    host::Host,
    BoxFuture, Credentials, DateTime, Error, ErrorKind, Result,
};
use std::{
    collections::VecDeque,
    sync::{
        atomic::{AtomicUsize, Ordering},
        Arc, Mutex,
    },
    time::Duration,
};

const START: i64 = 1_640_433_600;

/// Gives credentials that end so many seconds after the start, or fails.
struct Source {
    world: Arc<World>,
    script: Mutex<VecDeque<Option<i64>>>,
    fetched: AtomicUsize,
    slow: bool,
    provider: &'static str,
}

impl Fetch<Credentials> for Source {
    fn fetch(&self, _: bool) -> BoxFuture<'_, Result<Credentials>> {
        let number = self.fetched.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            if self.slow {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            let seconds = self.script.lock().unwrap().pop_front().flatten();
            let _ = self.world.now();
            let end = seconds.ok_or_else(|| Error::new(ErrorKind::Credentials, format!("failure {number}")))?;
            let mut found = Credentials::new(format!("key{number}"), "hush", None);
            found.expiry = (end != i64::MAX).then(|| DateTime::from_parts(START + end, 0));
            found.provider = self.provider;
            Ok(found)
        })
    }
}

struct Stage {
    cache: Cache<Credentials>,
    source: Arc<Source>,
    world: Arc<World>,
    host: Arc<dyn Host>,
    fetch: Arc<dyn Fetch<Credentials>>,
}

fn stage(script: &[Option<i64>], slow: bool, provider: &'static str) -> Stage {
    let world = World::new(&[], &[]);
    let script = Mutex::new(script.iter().copied().collect());
    let source = Arc::new(Source { world: world.clone(), script, fetched: AtomicUsize::new(0), slow, provider });
    let (host, fetch): (Arc<dyn Host>, Arc<dyn Fetch<Credentials>>) = (world.clone(), source.clone());
    Stage { cache: Cache::default(), source, world, host, fetch }
}

impl Stage {
    async fn get(&self) -> Result<String> {
        self.cache.get(&self.host, &self.fetch).await.map(|c| c.access_key_id)
    }

    /// Lets the background work.
    async fn settle(&self) {
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
    }

    fn fetched(&self) -> usize {
        self.source.fetched.load(Ordering::SeqCst)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ten_thousand_callers_make_one_request() {
    let stage = Arc::new(stage(&[Some(3600)], true, "test"));
    let callers: Vec<_> = (0..10_000)
        .map(|_| {
            let stage = stage.clone();
            tokio::spawn(async move { stage.get().await.unwrap() })
        })
        .collect();
    for caller in callers {
        assert_eq!(caller.await.unwrap(), "key0");
    }
    assert_eq!(stage.fetched(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_failure_counts_for_all_who_waited_and_for_nobody_after() {
    let stage = Arc::new(stage(&[None, Some(3600)], true, "test"));
    let gate = Arc::new(tokio::sync::Barrier::new(100));
    let callers: Vec<_> = (0..100)
        .map(|_| {
            let (stage, gate) = (stage.clone(), gate.clone());
            tokio::spawn(async move {
                gate.wait().await;
                stage.get().await.unwrap_err().to_string()
            })
        })
        .collect();
    for caller in callers {
        assert_eq!(caller.await.unwrap(), "failure 0");
    }
    assert_eq!(stage.get().await.unwrap(), "key1");
}

#[tokio::test]
async fn the_next_takes_over_from_one_who_gave_up() {
    let stage = stage(&[Some(3600), Some(3600)], true, "test");
    let gone = tokio::time::timeout(Duration::from_millis(1), stage.get()).await;
    assert!(gone.is_err());
    let next = tokio::time::timeout(Duration::from_secs(5), stage.get()).await.expect("nobody waits for the dead");
    assert_eq!(next.unwrap(), "key1");
}

#[tokio::test]
async fn windows() {
    // end, seconds passed, key at once, key after the background had its turn
    let minute = 60;
    #[rustfmt::skip]
    let rows = [
        (60 * minute, 0, "key0", "key0"),
        (60 * minute, 44 * minute, "key0", "key0"),
        (60 * minute, 48 * minute, "key0", "key1"),
        (60 * minute, 51 * minute, "key1", "key1"),
        (60 * minute, 61 * minute, "key1", "key1"),
        (i64::MAX, 10_000 * minute, "key0", "key0"),
        // Short lives: half and a third of them, so that they come to rest.
        (15 * minute, minute, "key0", "key0"),
        (15 * minute, 9 * minute + 30, "key0", "key1"),
        (15 * minute, 11 * minute, "key1", "key1"),
    ];
    for (end, passed, at_once, after) in rows {
        let stage = stage(&[Some(end), Some(1_000_000)], false, "test");
        stage.get().await.unwrap();
        stage.world.advance(passed);
        assert_eq!(stage.get().await.unwrap(), at_once, "{end} {passed}");
        stage.settle().await;
        assert_eq!(stage.get().await.unwrap(), after, "{end} {passed}");
    }
}

#[tokio::test]
async fn failures_are_no_error_while_the_old_ones_are_good() {
    let stage = stage(&[Some(3600)], false, "test");
    stage.get().await.unwrap();
    // The advisory window: in the background, and not again at once.
    stage.world.advance(48 * 60);
    for _ in 0..5 {
        assert_eq!(stage.get().await.unwrap(), "key0");
        stage.settle().await;
    }
    assert_eq!(stage.fetched(), 2);
    // The mandatory window: in the foreground, and still not again at once.
    stage.world.advance(4 * 60);
    for _ in 0..5 {
        assert_eq!(stage.get().await.unwrap(), "key0");
    }
    assert_eq!(stage.fetched(), 3);
    // After the end there is nothing to fall back on, and every caller tries.
    stage.world.advance(9 * 60);
    assert!(stage.get().await.is_err());
    assert!(stage.get().await.is_err());
    assert_eq!(stage.fetched(), 5);
}

#[tokio::test]
async fn instances_keep_theirs_through_an_outage() {
    let stage = stage(&[Some(3600)], false, "iam-role");
    stage.get().await.unwrap();
    stage.world.advance(2 * 3600);
    for _ in 0..5 {
        assert_eq!(stage.get().await.unwrap(), "key0");
    }
    assert_eq!(stage.fetched(), 2, "backed off");
    stage.world.advance(48 * 3600);
    assert!(stage.get().await.is_err(), "not for ever");
}

#[tokio::test]
async fn what_comes_expired_is_an_error() {
    let error = stage(&[Some(-1), Some(-2)], false, "test").get().await.unwrap_err().to_string();
    assert!(error.contains("expired already") && error.contains("clock"), "{error}");
}

#[tokio::test]
async fn what_comes_expired_is_asked_for_once_more() {
    let stage = stage(&[Some(-1), Some(3600)], false, "test");
    assert_eq!(stage.get().await.unwrap(), "key1");
    assert_eq!((stage.get().await.unwrap().as_str(), stage.fetched()), ("key1", 2));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn those_who_come_during_a_refresh_get_what_it_brings() {
    let stage = Arc::new(stage(&[Some(3600), Some(7200)], true, "test"));
    stage.get().await.unwrap();
    stage.world.advance(3601);
    let callers: Vec<_> = (0..1000)
        .map(|_| {
            let stage = stage.clone();
            tokio::spawn(async move { stage.get().await.unwrap() })
        })
        .collect();
    for caller in callers {
        assert_eq!(caller.await.unwrap(), "key1");
    }
    assert_eq!(stage.fetched(), 2);
}

#[tokio::test]
async fn forgetting_fetches_anew() {
    let stage = stage(&[Some(i64::MAX), Some(i64::MAX)], false, "test");
    assert_eq!(stage.get().await.unwrap(), "key0");
    assert_eq!(stage.cache.peek().unwrap().access_key_id, "key0");
    stage.cache.clear();
    assert_eq!(stage.get().await.unwrap(), "key1");
}
