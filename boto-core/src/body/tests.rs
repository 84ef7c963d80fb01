use super::*;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::AsyncReadExt;

fn chunks(parts: &[&'static str]) -> impl Stream<Item = Result<Bytes>> + Send + 'static {
    struct Parts(std::collections::VecDeque<&'static str>);
    impl Stream for Parts {
        type Item = Result<Bytes>;
        fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            Poll::Ready(self.0.pop_front().map(|s| Ok(Bytes::from(s))))
        }
    }
    Parts(parts.iter().copied().collect())
}

async fn next(stream: &mut BoxStream) -> Option<Result<Bytes>> {
    std::future::poll_fn(|context| stream.as_mut().poll_next(context)).await
}

#[tokio::test]
async fn memory_is_shared_and_replays() {
    let body = ByteStream::from("hello");
    assert_eq!(body.length(), Some(5));
    assert!(body.can_replay());
    assert_eq!(body.clone().collect().await.unwrap(), "hello");
    assert_eq!(body.collect().await.unwrap(), "hello");
    assert_eq!(ByteStream::default().collect().await.unwrap(), "");
}

#[tokio::test]
async fn a_stream_can_be_read_once() {
    let body = ByteStream::from_stream(chunks(&["a", "", "bc"]), None);
    let other = body.clone();
    assert!(!body.can_replay());
    assert_eq!(body.collect().await.unwrap(), "abc");
    let error = other.collect().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
    assert!(error.to_string().contains("read only once"), "{error}");
}

#[tokio::test]
async fn a_replayable_stream_is_made_anew() {
    let opened = Arc::new(AtomicUsize::new(0));
    let count = opened.clone();
    let body = ByteStream::replayable(
        move || {
            count.fetch_add(1, Ordering::SeqCst);
            chunks(&["x", "y"])
        },
        Some(2),
    );
    assert_eq!(body.clone().collect().await.unwrap(), "xy");
    assert_eq!(body.collect().await.unwrap(), "xy");
    assert_eq!(opened.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_wrong_length_is_an_error() {
    let short = ByteStream::from_stream(chunks(&["abc"]), Some(5)).collect().await.unwrap_err();
    assert!(short.to_string().contains("ended after 3 of 5 bytes"), "{short}");
    let long = ByteStream::from_stream(chunks(&["abc", "def"]), Some(5)).collect().await.unwrap_err();
    assert!(long.to_string().contains("after the 5 bytes"), "{long}");
    // A huge announced length allocates nothing near it.
    let lie = ByteStream::from_stream(chunks(&["abc", "def"]), Some(u64::MAX)).collect().await.unwrap_err();
    assert_eq!(lie.kind(), ErrorKind::Stream);
}

#[tokio::test]
async fn collecting_one_piece_copies_nothing() {
    let piece = Bytes::from(vec![7; 1000]);
    let at = piece.as_ptr();
    let body = ByteStream::from_reader(std::io::Cursor::new(vec![1u8; 10]), Some(10));
    assert_eq!(body.collect().await.unwrap().len(), 10);
    let body = ByteStream::from(piece);
    assert_eq!(body.collect().await.unwrap().as_ptr(), at);
}

#[tokio::test]
async fn reads_as_async_read_across_chunks() {
    let mut body = ByteStream::from_stream(chunks(&["hello", " ", "world"]), Some(11));
    let mut four = [0; 4];
    body.read_exact(&mut four).await.unwrap();
    assert_eq!(&four, b"hell");
    let mut rest = String::new();
    body.read_to_string(&mut rest).await.unwrap();
    assert_eq!(rest, "o world");
}

#[tokio::test]
async fn what_a_reader_left_over_can_be_collected() {
    let mut body = ByteStream::from_stream(chunks(&["hello", " world"]), Some(11));
    let mut four = [0; 4];
    body.read_exact(&mut four).await.unwrap();
    assert_eq!(body.collect().await.unwrap(), "o world");
}

#[tokio::test]
async fn a_buffer_of_the_callers_holds_the_whole_body_or_what_it_held_before() {
    let mut buffer = b"old ".to_vec();
    let mut begun = ByteStream::from_stream(chunks(&["hello", " ", "world"]), Some(11));
    begun.read_exact(&mut [0; 2]).await.unwrap();
    assert_eq!(begun.collect_into(&mut buffer).await.unwrap(), 9);
    assert_eq!(buffer, b"old llo world");
    assert_eq!(ByteStream::from(", more").collect_into(&mut buffer).await.unwrap(), 6);
    assert_eq!(ByteStream::default().collect_into(&mut buffer).await.unwrap(), 0);
    assert_eq!(buffer, b"old llo world, more");

    for (parts, length) in [(&["abc"][..], 5), (&["abc", "def"], 5), (&["abc", "def"], u64::MAX)] {
        let body = ByteStream::from_stream(chunks(parts), Some(length));
        assert_eq!(body.collect_into(&mut buffer).await.unwrap_err().kind(), ErrorKind::Stream);
        assert_eq!(buffer, b"old llo world, more");
    }
    let spent = ByteStream::from_stream(chunks(&["a"]), None);
    spent.clone().collect().await.unwrap();
    assert_eq!(spent.collect_into(&mut buffer).await.unwrap_err().kind(), ErrorKind::Usage);

    let (reader, mut writer) = tokio::io::duplex(8);
    tokio::io::AsyncWriteExt::write_all(&mut writer, b"half").await.unwrap();
    let body = ByteStream::from_reader(reader, Some(8));
    let late = tokio::time::timeout(std::time::Duration::from_millis(20), body.collect_into(&mut buffer)).await;
    assert!(late.is_err());
    assert_eq!(buffer, b"old llo world, more");
}

#[tokio::test]
async fn a_buffer_of_the_callers_is_made_as_long_as_needed_at_once_and_then_kept() {
    let parts = ["0123456789"; 100];
    let mut buffer = Vec::new();
    ByteStream::from_stream(chunks(&parts), Some(1000)).collect_into(&mut buffer).await.unwrap();
    assert_eq!((buffer.len(), buffer.capacity()), (1000, 1000));
    let at = buffer.as_ptr();
    for _ in 0..3 {
        buffer.clear();
        ByteStream::from_stream(chunks(&parts), Some(1000)).collect_into(&mut buffer).await.unwrap();
        assert_eq!((buffer.len(), buffer.as_ptr()), (1000, at));
    }
}

#[tokio::test]
async fn files_replay_and_have_a_length() {
    let dir = std::env::temp_dir().join(format!("boto-body-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    let path = dir.join("data");
    let data: Vec<u8> = (0..700_000u32).map(|i| i as u8).collect();
    std::fs::write(&path, &data).unwrap();
    let body = ByteStream::from_path(&path).unwrap();
    assert_eq!(body.length(), Some(700_000));
    assert!(body.can_replay());
    for _ in 0..2 {
        assert_eq!(body.clone().collect().await.unwrap(), data);
    }
    let part = ByteStream::from_path_range(&path, 300_000, 5);
    assert_eq!(part.collect().await.unwrap(), data[300_000..300_005]);
    // A file that shrank after its length was taken.
    std::fs::write(&path, b"short").unwrap();
    let error = body.collect().await.unwrap_err();
    assert!(error.to_string().contains("ended after 5 of 700000 bytes"), "{error}");
    let error = ByteStream::from_path(dir.join("none")).unwrap_err();
    assert!(error.to_string().contains("none"), "{error}");
    std::fs::remove_dir_all(&dir).unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn pipes_have_no_length_and_are_read_to_their_end() {
    let pipe = std::env::temp_dir().join(format!("boto-body-pipe-{}", std::process::id()));
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let data: Vec<u8> = (0..700_000u32).map(|i| i as u8).collect();
    let body = ByteStream::from_path(&pipe).unwrap();
    assert_eq!((body.length(), body.can_replay()), (None, false));
    let (to, sent) = (pipe.clone(), data.clone());
    let writer = std::thread::spawn(move || std::fs::write(to, sent).unwrap());
    assert_eq!(body.clone().collect().await.unwrap(), data);
    writer.join().unwrap();
    std::fs::remove_file(&pipe).unwrap();
    assert!(body.is_spent());
    assert_eq!(ByteStream::from_path("/dev/null").unwrap().collect().await.unwrap(), "");
}

#[tokio::test]
async fn errors_keep_their_text_and_end_the_stream() {
    struct Broken;
    impl tokio::io::AsyncRead for Broken {
        fn poll_read(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
            _: &mut tokio::io::ReadBuf<'_>,
        ) -> Poll<std::io::Result<()>> {
            Poll::Ready(Err(std::io::Error::other("disk on fire")))
        }
    }
    let mut stream = ByteStream::from_reader(Broken, None).open().unwrap();
    let error = next(&mut stream).await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "body failed: disk on fire");
    assert!(next(&mut stream).await.is_none());
}

#[test]
fn debug_shows_no_content() {
    assert_eq!(format!("{:?}", ByteStream::from("secret")), "ByteStream(6 bytes)");
    assert_eq!(format!("{:?}", ByteStream::from_stream(chunks(&[]), None)), "ByteStream(length unknown)");
}
