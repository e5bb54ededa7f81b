//! The calls of `store` against moto's S3; what needs no server stands at the end.

use std::time::Duration;

use store::{Kind, Object, Place};

use crate::moto::{Moto, connect};
use crate::support::Scratch;

const MB: usize = 1024 * 1024;

fn object(key: &str) -> Object {
    Object::new("recordings", key).unwrap()
}

#[test]
#[ignore = "needs moto_server from PyPI's moto[server], see .ci/run"]
fn objects_are_written_and_read() {
    let moto = Moto::with_buckets(&["recordings"]);
    let store = moto.store();
    let song = object("a b/歌+?#%20.mp3");
    assert!(!store.exists(&song).unwrap());
    assert_eq!(store.stat(&song).unwrap_err().kind(), Kind::NotFound);
    assert_eq!(store.get_small(&song, 100).unwrap_err().kind(), Kind::NotFound);
    assert_eq!(store.stat(&"s3://no-such-bucket/x".parse().unwrap()).unwrap_err().kind(), Kind::NotFound);

    store.put(&song, b"first".to_vec(), "audio/mpeg").unwrap();
    let stat = store.stat(&song).unwrap();
    assert_eq!((stat.bytes, stat.etag.as_str()), (5, "8b04d5e3775d298e78455efc5ca404d5"));
    assert!(stat.modified_s > 1_700_000_000, "{stat:?}");
    assert_eq!(store.get_small(&song, 5).unwrap(), b"first");
    assert_eq!(store.get_small(&song, 4).unwrap_err().kind(), Kind::TooLarge);

    assert!(!store.put_if_absent(&song, b"second".to_vec(), "audio/mpeg").unwrap());
    assert_eq!(store.get_small(&song, 100).unwrap(), b"first");
    assert!(store.put_if_absent(&object("new"), b"second".to_vec(), "audio/mpeg").unwrap());
    assert_eq!(store.get_small(&object("new"), 100).unwrap(), b"second");
    store.put(&object("empty"), Vec::new(), "audio/mpeg").unwrap();
    assert_eq!(store.get_small(&object("empty"), 100).unwrap(), b"");
}

#[test]
#[ignore = "needs moto_server from PyPI's moto[server], see .ci/run"]
fn listings_come_page_by_page_and_in_order() {
    let moto = Moto::with_buckets(&["recordings"]);
    let store = moto.store();
    let mut keys: Vec<String> = (0..1005).map(|number| format!("archive/{number}.mp3")).collect();
    for key in ["archive/a b+c.mp3", "archive/歌.flac", "archive/50%.ogg", "archive/sub/deep/x.wav", "archive2/x.mp3", "b/x.mp3"] {
        keys.push(key.to_owned());
    }
    for key in &keys {
        store.put(&object(key), vec![7; 3], "audio/mpeg").unwrap();
    }
    keys.retain(|key| key.starts_with("archive/"));
    keys.sort_unstable();
    let mut listing = store.list(&"s3://recordings/archive/".parse().unwrap());
    let found: Vec<(Object, store::Stat)> = listing.by_ref().map(Result::unwrap).collect();
    assert_eq!(found.iter().map(|(object, _)| object.key()).collect::<Vec<_>>(), keys);
    assert!(found.iter().all(|(_, stat)| stat.bytes == 3 && stat.etag.len() == 32 && stat.modified_s > 1_700_000_000));
    assert_eq!((listing.next().is_none(), listing.skipped()), (true, 0));

    assert_eq!(store.list(&Place::new("recordings", "nothing/").unwrap()).count(), 0);
    let error = store.list(&"s3://no-such-bucket".parse().unwrap()).next().unwrap().unwrap_err();
    assert_eq!(error.kind(), Kind::NotFound);
}

#[test]
#[ignore = "needs moto_server from PyPI's moto[server], see .ci/run"]
fn files_go_up_and_come_down_whole_or_not_at_all() {
    let moto = Moto::with_buckets(&["recordings"]);
    let store = moto.store();
    let scratch = Scratch::new("store-transfer");
    // One in a single piece, one in parts of which the last is short.
    for bytes in [0, 1000, 16 * MB + 1, 20 * MB + 12_345] {
        let content: Vec<u8> = (0..bytes).map(|at| (at % 251) as u8).collect();
        let (up, down) = (scratch.path().join("up"), scratch.path().join("down"));
        std::fs::write(&up, &content).unwrap();
        store.upload(&up, &object("file"), "application/octet-stream").unwrap();
        let stat = store.download(&object("file"), &down).unwrap();
        assert_eq!(stat.bytes, bytes as u64);
        assert!(std::fs::read(&down).unwrap() == content, "{bytes} bytes");
    }
    let missing = store.download(&object("nothing"), &scratch.path().join("missing")).unwrap_err();
    assert_eq!(missing.kind(), Kind::NotFound);
    assert_eq!(store.upload(&scratch.path().join("missing"), &object("x"), "audio/mpeg").unwrap_err().kind(), Kind::Local);
    let mut left: Vec<_> = std::fs::read_dir(scratch.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort_unstable();
    assert_eq!(left, ["down", "up"], "nothing half-written stays");
}

#[test]
fn an_upload_is_signed_with_its_size_and_type() {
    let store = connect("127.0.0.1:1");
    let signed = store.presign_put(&object("up/a b.mp3"), 123_456, "audio/mpeg", Duration::from_secs(900)).unwrap();
    let (place, query) = signed.url.split_once('?').unwrap();
    assert_eq!(place, "http://127.0.0.1:1/recordings/up/a%20b.mp3");
    let parameter = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}="))).unwrap_or_default();
    assert_eq!(parameter("X-Amz-SignedHeaders"), "content-length%3Bcontent-type%3Bhost");
    assert_eq!(parameter("X-Amz-Expires"), "900");
    assert!(!query.to_ascii_lowercase().contains("checksum"), "{query}");
    assert_eq!(signed.headers, [("content-type".to_owned(), "audio/mpeg".to_owned())]);

    // Any other size or type has another signature.
    let signature = |bytes, content_type| {
        let signed = store.presign_put(&object("x"), bytes, content_type, Duration::from_secs(900)).unwrap();
        signed.url.rsplit_once("X-Amz-Signature=").unwrap().1[..64].to_owned()
    };
    assert_ne!(signature(1, "audio/mpeg"), signature(2, "audio/mpeg"));
    assert_ne!(signature(1, "audio/mpeg"), signature(1, "text/html"));
}
