//! Addresses in S3: `s3://bucket/key`, and the places that a program may touch.
//!
//! Sources: the S3 user guide, "General purpose bucket naming rules" and "Naming Amazon S3 objects". Keys stand in an address as they
//! are, nothing is percent-decoded, as AWS's own command line has it.

use std::fmt;
use std::str::FromStr;

use percent_encoding::percent_decode_str;

use crate::error::{Kind, StoreError};

/// Longest key that S3 takes, bytes of UTF-8.
const MAX_KEY_BYTES: usize = 1024;

/// One object.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Object {
    bucket: String,
    key: String,
}

/// A bucket, or the part of it whose keys begin alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    bucket: String,
    /// Empty for all of the bucket.
    prefix: String,
}

/// The places from which objects may be taken that somebody else has named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allowed(Vec<Place>);

impl Object {
    /// The object `key` in `bucket`.
    ///
    /// # Errors
    /// [`Kind::BadAddress`]: a bucket's name that S3 does not give out; a key that is empty, longer than 1,024 bytes, or holds control
    /// characters.
    pub fn new(bucket: impl Into<String>, key: impl Into<String>) -> Result<Self, StoreError> {
        let (bucket, key) = (bucket.into(), key.into());
        check_bucket(&bucket)?;
        check_key(&key)?;
        if key.is_empty() {
            return Err(bad(format!("s3://{bucket}/ names a bucket and no object in it")));
        }
        Ok(Self { bucket, key })
    }

    /// The same from a key as S3 writes it in notifications, and in listings with `encoding-type=url`: as in a URL's query, with `+` for a
    /// space and everything else that is not plain as `%XX` of its UTF-8.
    ///
    /// # Errors
    /// [`Kind::BadAddress`], as [`Object::new`], and where that is no UTF-8.
    pub fn from_encoded(bucket: impl Into<String>, key: &str) -> Result<Self, StoreError> {
        let spaced = key.replace('+', " ");
        let key = percent_decode_str(&spaced).decode_utf8().map_err(|_| bad("the key is not URL-encoded UTF-8".to_owned()))?;
        Self::new(bucket, key)
    }

    /// The bucket's name.
    pub fn bucket(&self) -> &str {
        &self.bucket
    }

    /// The key, without a slash in front.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What stands behind the last slash of the key: the name that people know a file by.
    pub fn file_name(&self) -> &str {
        self.key.rsplit('/').next().unwrap_or_default()
    }
}

impl Place {
    /// The keys of `bucket` that begin with `prefix`; all of them when it is empty.
    ///
    /// # Errors
    /// [`Kind::BadAddress`], as [`Object::new`].
    pub fn new(bucket: impl Into<String>, prefix: impl Into<String>) -> Result<Self, StoreError> {
        let (bucket, prefix) = (bucket.into(), prefix.into());
        check_bucket(&bucket)?;
        check_key(&prefix)?;
        Ok(Self { bucket, prefix })
    }

    /// Reads a bucket or a folder in one, with its slash at the end: `s3://bucket/uploads` would hold `uploads-private/x` as well.
    ///
    /// # Errors
    /// [`Kind::BadAddress`].
    pub fn folder(text: &str) -> Result<Self, StoreError> {
        let place: Self = text.parse()?;
        match place.is_folder() {
            true => Ok(place),
            false => Err(bad(format!("{place} needs a slash at its end, so that it is clear where it ends"))),
        }
    }

    /// The bucket's name.
    pub fn bucket(&self) -> &str {
        &self.bucket
    }

    /// What its keys begin with; empty for all of the bucket.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// True where the prefix is a whole folder: empty, or ending with a slash.
    pub fn is_folder(&self) -> bool {
        self.prefix.is_empty() || self.prefix.ends_with('/')
    }

    /// The object whose key is the prefix and `rest`.
    ///
    /// # Errors
    /// [`Kind::BadAddress`], as [`Object::new`].
    pub fn object(&self, rest: &str) -> Result<Object, StoreError> {
        Object::new(self.bucket.as_str(), format!("{}{rest}", self.prefix))
    }

    /// True where `object` lies in it.
    ///
    /// Keys with a component `.` or `..` lie nowhere: to S3 they are letters like any others, but a client or a proxy on the way may
    /// take them for steps, and then another object would be meant.
    pub fn holds(&self, object: &Object) -> bool {
        let steps = object.key.split('/').any(|component| component == "." || component == "..");
        self.bucket == object.bucket && object.key.starts_with(&self.prefix) && !steps
    }
}

impl Allowed {
    /// The variable in which the programs look for the list.
    pub const VARIABLE: &str = "ACOUSTICSENSE_SOURCES";

    /// The same list with one more place.
    #[must_use]
    pub fn and(mut self, place: Place) -> Self {
        self.0.push(place);
        self
    }

    /// True where nothing at all is allowed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True where `object` lies in one of the places.
    pub fn allows(&self, object: &Object) -> bool {
        self.0.iter().any(|place| place.holds(object))
    }

    /// Nothing, where [`Allowed::allows`] says yes.
    ///
    /// # Errors
    /// [`Kind::NotAllowed`] otherwise.
    pub fn check(&self, object: &Object) -> Result<(), StoreError> {
        if self.allows(object) { Ok(()) } else { Err(StoreError::new(Kind::NotAllowed, format!("{object} may not be read from here"))) }
    }
}

impl FromStr for Object {
    type Err = StoreError;

    /// Reads `s3://bucket/key`.
    fn from_str(text: &str) -> Result<Self, StoreError> {
        let (bucket, key) = parts(text)?;
        Self::new(bucket, key)
    }
}

impl FromStr for Place {
    type Err = StoreError;

    /// Reads `s3://bucket`, `s3://bucket/` or `s3://bucket/prefix`.
    fn from_str(text: &str) -> Result<Self, StoreError> {
        let (bucket, prefix) = parts(text)?;
        if prefix.contains("s3://") {
            return Err(bad(format!("{text:?} holds two addresses; set them apart by a comma or a space where a list is taken")));
        }
        Self::new(bucket, prefix)
    }
}

impl FromStr for Allowed {
    type Err = StoreError;

    /// Reads places that stand apart by commas or spaces, each as [`Place::folder`] does.
    fn from_str(text: &str) -> Result<Self, StoreError> {
        let words = text.split(|c: char| c == ',' || c.is_whitespace()).filter(|word| !word.is_empty());
        words.map(Place::folder).collect::<Result<_, _>>().map(Self)
    }
}

impl fmt::Display for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "s3://{}/{}", self.bucket, self.key)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "s3://{}/{}", self.bucket, self.prefix)
    }
}

fn parts(text: &str) -> Result<(&str, &str), StoreError> {
    let Some(rest) = text.strip_prefix("s3://") else {
        return Err(bad("an address in S3 begins with s3://, e.g. s3://bucket/folder/song.mp3".to_owned()));
    };
    Ok(rest.split_once('/').unwrap_or((rest, "")))
}

fn check_bucket(name: &str) -> Result<(), StoreError> {
    let outer = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let sound = (3..=63).contains(&name.len())
        && name.chars().all(|c| outer(c) || matches!(c, '-' | '.'))
        && name.starts_with(outer)
        && name.ends_with(outer)
        && !name.contains("..")
        && name.parse::<std::net::Ipv4Addr>().is_err();
    if sound {
        return Ok(());
    }
    Err(bad("a bucket's name has 3 to 63 small letters, digits, dots and hyphens, and a letter or digit at both ends".to_owned()))
}

fn check_key(key: &str) -> Result<(), StoreError> {
    if key.len() > MAX_KEY_BYTES {
        return Err(bad(format!("a key in S3 has up to {MAX_KEY_BYTES} bytes, this one has {}", key.len())));
    }
    if key.chars().any(char::is_control) {
        return Err(bad("the key holds control characters".to_owned()));
    }
    Ok(())
}

fn bad(message: String) -> StoreError {
    StoreError::new(Kind::BadAddress, message)
}

#[cfg(test)]
mod tests {
    use super::{Allowed, Object, Place};

    #[test]
    fn addresses_are_read_and_written_alike() {
        for (text, bucket, key) in [
            ("s3://music/a.mp3", "music", "a.mp3"),
            ("s3://my.music-2/a/b c/歌 曲.flac", "my.music-2", "a/b c/歌 曲.flac"),
            ("s3://music//twice", "music", "/twice"),
            ("s3://music/a/", "music", "a/"),
            ("s3://music/50%25+1?x#y", "music", "50%25+1?x#y"),
            ("s3://music/../secret", "music", "../secret"),
        ] {
            let object: Object = text.parse().expect(text);
            assert_eq!((object.bucket(), object.key(), object.to_string()), (bucket, key, text.to_owned()));
        }
        assert_eq!("s3://music/a/b.mp3".parse::<Object>().expect("sound").file_name(), "b.mp3");
    }

    #[test]
    fn what_is_no_object_is_refused() {
        let long = format!("s3://music/{}", "é".repeat(513));
        for (text, reason) in [
            ("", "begins with s3://"),
            ("https://music.s3.amazonaws.com/a", "begins with s3://"),
            ("S3://music/a", "begins with s3://"),
            ("s3://music", "no object"),
            ("s3://music/", "no object"),
            ("s3:///key", "3 to 63"),
            ("s3://mu/key", "3 to 63"),
            ("s3://Music/key", "3 to 63"),
            ("s3://mus_ic/key", "3 to 63"),
            ("s3://-music/key", "3 to 63"),
            ("s3://music./key", "3 to 63"),
            ("s3://mu..sic/key", "3 to 63"),
            ("s3://192.168.0.1/key", "3 to 63"),
            ("s3://user@music/key", "3 to 63"),
            ("s3://music:80/key", "3 to 63"),
            ("s3://arn:aws:s3:::music/key", "3 to 63"),
            ("s3://music/a\nb", "control characters"),
            ("s3://music/a\u{7f}", "control characters"),
            (&long, "up to 1024 bytes"),
        ] {
            let error = text.parse::<Object>().expect_err(text).to_string();
            assert!(error.contains(reason), "{text}: {error}");
            assert!(!error.chars().any(char::is_control), "{error:?}");
        }
    }

    #[test]
    fn keys_of_listings_and_notifications_are_decoded() {
        for (written, key) in [
            ("a/b.mp3", Some("a/b.mp3")),
            ("a+b%2Bc%20d", Some("a b+c d")),
            ("%E6%AD%8C", Some("歌")),
            ("50%25+%", Some("50% %")),
            ("%zz", Some("%zz")),
            ("%ff", None),
            ("a%0Ab", None),
            ("", None),
        ] {
            let object = Object::from_encoded("music", written);
            assert_eq!(object.as_ref().ok().map(Object::key), key, "{written}");
        }
        assert!(Object::from_encoded("Music", "a").is_err());
    }

    #[track_caller]
    fn check(list: &str, object: &str, expected: bool) {
        let allowed: Allowed = list.parse().expect(list);
        let object = object.parse().expect(object);
        assert_eq!(allowed.allows(&object), expected, "{list:?} and {object}");
        assert_eq!(allowed.check(&object).is_ok(), expected);
    }

    #[test]
    fn only_whole_folders_of_the_list_are_allowed() {
        check("s3://b-1/uploads/", "s3://b-1/uploads/x", true);
        check("s3://b-1/uploads/", "s3://b-1/uploads/deep/x.mp3", true);
        check("s3://b-1/uploads/", "s3://b-1/uploads-private/x", false);
        check("s3://b-1/uploads/", "s3://b-1/uploads", false);
        check("s3://b-1/uploads/", "s3://b-1/Uploads/x", false);
        check("s3://b-1/uploads/", "s3://b-1//uploads/x", false);
        check("s3://b-1/uploads/", "s3://b-12/uploads/x", false);
        check("s3://b-1/uploads/", "s3://b-1/uploads/../private/x", false);
        check("s3://b-1/uploads/", "s3://b-1/uploads/./x", false);
        check("s3://b-1/uploads/", "s3://b-1/uploads/..", false);
        check("s3://b-1/uploads/", "s3://b-1/uploads/..x", true);
        check("s3://b-1", "s3://b-1/anything", true);
        check("s3://b-1/", "s3://b-1/anything", true);
        check("s3://b-1/", "s3://b-1x/anything", false);
        check("s3://b-1/a/, s3://b-2/b/\ts3://b-3,", "s3://b-2/b/x", true);
        check("s3://b-1/a/, s3://b-2/b/\ts3://b-3,", "s3://b-3/b/x", true);
        check("s3://b-1/a/, s3://b-2/b/\ts3://b-3,", "s3://b-2/a/x", false);
        check("", "s3://b-1/x", false);
        check(" , ", "s3://b-1/x", false);
    }

    #[test]
    fn a_list_that_is_unclear_is_refused() {
        for list in ["s3://b-1/uploads", "b-1/uploads/", "*", "s3://*/", "s3://b-1/a/;s3://b-2/"] {
            let _ = list.parse::<Allowed>().expect_err(list);
        }
    }

    #[test]
    fn places_name_their_objects() {
        let place: Place = "s3://music/up/".parse().expect("a place");
        assert_eq!(place.object("a/b.mp3").expect("sound").to_string(), "s3://music/up/a/b.mp3");
        assert!(place.object(&"x".repeat(1022)).is_err());
        assert!(
            "s3://music".parse::<Place>().expect("a place").is_folder() && !"s3://music/u".parse::<Place>().expect("a place").is_folder()
        );
    }
}
