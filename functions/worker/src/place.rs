//! Where results lie: `<prefix><model>/<bucket>/<key>/<etag>.json`.
//!
//! The name says all that the answer depends on, so that a repeated event finds it, another model or another content gets another, and
//! equal files under two names keep both.

use genre::report::ModelRef;
use genre::sha256_hex;
use store::{Object, Place, StoreError};

/// The longest key that S3 takes, bytes.
const MAX_KEY_BYTES: usize = 1024;
/// Digits of the model's hash in a name: enough to tell models apart, and short enough to read.
const HASH_DIGITS: usize = 12;
/// Stands before the hash in the place of a key that cannot stand there itself.
const MARK: char = '~';
/// Digits of a SHA-256.
const SHA256_DIGITS: usize = 64;

/// The folder of one model's results.
#[derive(Clone, Debug)]
pub(crate) struct Results {
    /// Under which the results of all models lie.
    all: Place,
    /// Of this model, `<id>-<hash>-<precision>`.
    model: String,
}

impl Results {
    /// The results of `model` below `all`, a folder.
    pub(crate) fn new(all: Place, model: &ModelRef) -> Self {
        let hash: String = model.sha256.chars().take(HASH_DIGITS).collect();
        Self { all, model: format!("{}-{hash}-{}", model.id, model.precision) }
    }

    /// True where `object` is a result itself, of this model or another: judging those would make more of them, without end.
    pub(crate) fn hold(&self, object: &Object) -> bool {
        self.all.bucket() == object.bucket() && object.key().starts_with(self.all.prefix())
    }

    /// The result of `source` with this ETag.
    ///
    /// # Errors
    /// The prefix is so long that even a shortened name does not fit.
    pub(crate) fn of(&self, source: &Object, etag: &str) -> Result<Object, StoreError> {
        // S3 makes ETags of hexadecimal digits and hyphens; other stores may not.
        let etag = if etag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') { etag.to_owned() } else { sha256_hex(etag.as_bytes()) };
        let (before, after) = (format!("{}/{}/", self.model, source.bucket()), format!("/{etag}.json"));
        let room = MAX_KEY_BYTES.saturating_sub(self.all.prefix().len() + before.len() + after.len());
        self.all.object(&format!("{before}{}{after}", fitting(source.key(), room)))
    }
}

/// `key` where it may stand within another and has up to `room` bytes; otherwise its beginning, `~` and its SHA-256.
///
/// Components that are empty or dots are letters like any others to S3, but steps to some of its clients.
fn fitting(key: &str, room: usize) -> String {
    let steps = key.split('/').any(|component| matches!(component, "" | "." | ".."));
    if !steps && key.len() <= room && !looks_shortened(key) {
        return key.to_owned();
    }
    let keep = room.saturating_sub(SHA256_DIGITS + MARK.len_utf8());
    let mut beginning = String::new();
    for c in key.chars().filter(|c| *c != '/' && *c != '.' || !steps) {
        if beginning.len() + c.len_utf8() > keep {
            break;
        }
        beginning.push(c);
    }
    format!("{}{MARK}{}", beginning.trim_end_matches('/'), sha256_hex(key.as_bytes()))
}

/// A key that ends like a shortened one must not be taken for it.
fn looks_shortened(key: &str) -> bool {
    key.rsplit_once(MARK).is_some_and(|(_, end)| end.len() == SHA256_DIGITS && end.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use genre::manifest::Precision;
    use genre::report::ModelRef;
    use store::Object;

    use super::Results;

    fn results(id: &str, precision: Precision, prefix: &str) -> Results {
        let model = ModelRef { id: id.to_owned(), sha256: "0123456789abcdef".repeat(4), precision };
        Results::new(prefix.parse().expect("a place"), &model)
    }

    fn object(key: &str) -> Object {
        Object::new("music", key).expect("a sound address")
    }

    #[test]
    fn the_name_says_what_the_answer_depends_on() {
        let results = results("vit-b16", Precision::F16, "s3://media/results/");
        let found = results.of(&object("inbox/爵士 1.mp3"), "d41d8cd98f00b204e9800998ecf8427e-3").expect("fits");
        let expected = "s3://media/results/vit-b16-0123456789ab-f16/music/inbox/爵士 1.mp3/d41d8cd98f00b204e9800998ecf8427e-3.json";
        assert_eq!(found.to_string(), expected);
        assert!(results.hold(&found) && results.hold(&Object::new("media", "results/other/x").expect("sound")));
        assert!(!results.hold(&object("results/x")) && !results.hold(&Object::new("media", "inbox/x").expect("sound")));
    }

    #[test]
    fn no_two_objects_share_a_name_and_every_name_fits() {
        let long = |last: &str| format!("{}{last}", "é".repeat(511));
        let shortened = results("m", Precision::F32, "s3://media/results/").of(&object("a/../b"), "e").expect("fits");
        let shortened = shortened.key().split('/').nth(3).expect("a component").to_owned();
        let keys = [
            "a/b",
            "a//b",
            "a/./b",
            "a/../b",
            "/a/b",
            "a/b/",
            "a",
            "b",
            "..",
            ".",
            "/",
            "a b",
            "a+b",
            "a%20b",
            "ab",
            "a~b",
            &shortened,
            &long("1"),
            &long("2"),
            &"x/".repeat(512),
            &"x".repeat(1024),
        ];
        let mut names = BTreeSet::new();
        for id in ["m", "n"] {
            for precision in [Precision::F32, Precision::F16] {
                for prefix in ["s3://media", "s3://media/results/", &format!("s3://media/{}/", "p".repeat(600))] {
                    let results = results(id, precision, prefix);
                    for key in keys {
                        for etag in ["e1", "e2", "\"odd/../etag"] {
                            let name = results.of(&object(key), etag).expect(key);
                            assert!(
                                name.key().len() <= 1024 && !name.key().split('/').any(|part| matches!(part, "" | "." | "..")),
                                "{name}"
                            );
                            assert!(results.hold(&name) && names.insert(name.to_string()), "{name} stands for two");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_prefix_that_leaves_no_room_is_an_error() {
        let results = results("m", Precision::F32, &format!("s3://media/{}/", "p".repeat(1020)));
        assert!(results.of(&object("a"), "e").is_err());
    }
}
