//! What lies in a place, page by page: archives have millions of objects.

use aws_sdk_s3::types::{EncodingType, Object as Entry};

use crate::address::{Object, Place};
use crate::connect::{Stat, Store, unquoted};
use crate::error::StoreError;

/// A listing under way. One page of up to 1,000 objects is in memory at a time.
#[derive(Debug)]
pub struct Pages {
    store: Store,
    place: Place,
    next: Next,
    skipped: u64,
}

#[derive(Debug)]
enum Next {
    Begin,
    From(String),
    End,
}

impl Store {
    /// What lies in `place`, in the order of the keys' bytes.
    pub fn list(&self, place: &Place) -> Pages {
        Pages { store: self.clone(), place: place.clone(), next: Next::Begin, skipped: 0 }
    }
}

impl Pages {
    /// The next page, which may be empty; `None` at the end.
    ///
    /// # Errors
    /// [`crate::Kind::NotFound`] where there is no such bucket, [`crate::Kind::Forbidden`], and what any call may meet. The same page is asked
    /// for again by the next call.
    pub async fn next(&mut self) -> Result<Option<Vec<(Object, Stat)>>, StoreError> {
        let from = match &self.next {
            Next::Begin => None,
            Next::From(token) => Some(token.clone()),
            Next::End => return Ok(None),
        };
        let call = self.store.client.list_objects_v2().bucket(self.place.bucket()).prefix(self.place.prefix());
        // Some keys cannot stand in the XML of the answer, and would end the listing.
        let call = call.encoding_type(EncodingType::Url).set_continuation_token(from);
        let page = call.send().await.map_err(|error| StoreError::of(&self.place, error))?;
        self.next = page.next_continuation_token().map_or(Next::End, |token| Next::From(token.to_owned()));
        let encoded = page.encoding_type() == Some(&EncodingType::Url);
        let mut found = Vec::with_capacity(page.contents().len());
        for entry in page.contents() {
            match listed(self.place.bucket(), entry, encoded) {
                Some(listed) => found.push(listed),
                None => self.skipped += 1,
            }
        }
        Ok(Some(found))
    }

    /// Objects that were left out because their keys hold control characters.
    pub fn skipped(&self) -> u64 {
        self.skipped
    }
}

fn listed(bucket: &str, entry: &Entry, encoded: bool) -> Option<(Object, Stat)> {
    let key = entry.key()?;
    let object = if encoded { Object::from_encoded(bucket, key) } else { Object::new(bucket, key) };
    let stat = Stat {
        bytes: u64::try_from(entry.size().unwrap_or_default()).unwrap_or_default(),
        etag: unquoted(entry.e_tag()),
        modified_s: entry.last_modified().map_or(0, |time| time.secs()),
    };
    Some((object.ok()?, stat))
}
