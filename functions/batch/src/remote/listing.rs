//! What an address in S3 stands for: one object, or all whose keys begin with it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use store::blocking::Listing;
use store::{Kind, Object, Place, Stat, StoreError};

use crate::inputs::{Input, Passed, Stamp, is_hidden, sniff};

/// The objects behind an address that was named, one after the other; a page of a listing is in memory at a time.
pub(crate) struct Objects {
    address: PathBuf,
    place: Place,
    listing: Listing,
    found_any: bool,
    ended: bool,
}

/// What an address turned out to be.
pub(crate) enum Named {
    One(Input),
    Many(Objects),
}

impl Objects {
    /// The next object that is audio by its name, or what keeps the listing from going on. A listing tells names and sizes; what is in an
    /// object shows when it is read.
    pub(crate) fn next(&mut self, passed: &Passed) -> Option<Input> {
        while !self.ended {
            match self.listing.next() {
                Some(Ok((object, stat))) => {
                    self.found_any = true;
                    match what(&self.place, &object, &stat) {
                        What::Audio => return Some(of(&object, &stat)),
                        What::Hidden => passed.hidden.fetch_add(1, Ordering::Relaxed),
                        What::Other => passed.not_audio.fetch_add(1, Ordering::Relaxed),
                        What::Nothing => 0,
                    };
                }
                Some(Err(error)) => {
                    self.ended = true;
                    return Some(Input::failing(self.address.clone(), error.into()));
                }
                None => {
                    self.ended = true;
                    // Keys that no table could hold.
                    passed.not_audio.fetch_add(self.listing.skipped(), Ordering::Relaxed);
                    if !self.found_any && self.listing.skipped() == 0 {
                        let problem = io::Error::new(io::ErrorKind::NotFound, "there is no such object, and none whose key begins so");
                        return Some(Input::failing(self.address.clone(), problem));
                    }
                }
            }
        }
        None
    }
}

/// Looks an address up. As in S3 itself, a prefix need not end with a slash.
///
/// # Errors
/// It is no address, or S3 does not answer.
pub(crate) fn named(address: &Path) -> Result<Named, StoreError> {
    let place: Place = address.to_string_lossy().parse()?;
    let store = super::store()?;
    if !place.is_folder() {
        let object = place.object("")?;
        match store.stat(&object) {
            Ok(stat) => return Ok(Named::One(of(&object, &stat))),
            Err(error) if error.kind() == Kind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    let listing = store.list(&place);
    Ok(Named::Many(Objects { address: address.to_owned(), place, listing, found_any: false, ended: false }))
}

/// An object as an input.
fn of(object: &Object, stat: &Stat) -> Input {
    Input { path: PathBuf::from(object.to_string()), stamp: Some(Stamp::of_object(stat)), problem: None }
}

#[derive(Debug, PartialEq, Eq)]
enum What {
    Audio,
    Hidden,
    Other,
    /// An empty object that stands for a folder.
    Nothing,
}

fn what(place: &Place, object: &Object, stat: &Stat) -> What {
    // Whoever names a hidden folder wants what is in it.
    let below = object.key().strip_prefix(place.prefix()).unwrap_or_default();
    let hidden = below.split('/').skip(usize::from(!place.is_folder())).any(|name| is_hidden(name.as_bytes()));
    match () {
        () if object.key().ends_with('/') => What::Nothing,
        () if hidden => What::Hidden,
        () if stat.bytes > 0 && sniff::named_like_audio(Path::new(object.key())) => What::Audio,
        () => What::Other,
    }
}

#[cfg(test)]
mod tests {
    use store::{Object, Place, Stat};

    use super::{What, what};

    #[test]
    fn a_listing_is_sorted_out_by_names_and_sizes() {
        for (place, key, bytes, expected) in [
            ("s3://archive/tapes/", "tapes/a/歌 1.MP3", 10, What::Audio),
            ("s3://archive", "song.flac", 10, What::Audio),
            ("s3://archive/tapes/", "tapes/empty.mp3", 0, What::Other),
            ("s3://archive/tapes/", "tapes/cover.jpg", 10, What::Other),
            ("s3://archive/tapes/", "tapes/", 0, What::Nothing),
            ("s3://archive/tapes/", "tapes/sub/", 0, What::Nothing),
            ("s3://archive/tapes/", "tapes/.trash/a.mp3", 10, What::Hidden),
            ("s3://archive/tapes/", "tapes/._a.mp3", 10, What::Hidden),
            ("s3://archive/.old/", ".old/a.mp3", 10, What::Audio),
            ("s3://archive/tapes/side", "tapes/side.1.mp3", 10, What::Audio),
            ("s3://archive/tapes/side", "tapes/side-b/.x/1.mp3", 10, What::Hidden),
        ] {
            let place: Place = place.parse().expect("an address");
            let object = Object::new("archive", key).expect("a key");
            assert_eq!(what(&place, &object, &Stat { bytes, etag: String::new(), modified_s: 0 }), expected, "{key}");
        }
    }
}
