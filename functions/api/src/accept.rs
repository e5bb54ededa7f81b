//! Which format an answer takes (RFC 9110, section 12.5.1).

use axum::http::{HeaderMap, header};

use crate::problem::{Kind, Problem};

/// Formats of an answer of `POST /v1/classify`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// One document at the end.
    Json,
    /// A table.
    Csv,
    /// A line per stage as it completes.
    Ndjson,
}

/// In the order in which they are preferred where the client has no preference.
const FORMATS: [(Format, &str, &str); 3] =
    [(Format::Json, "application", "json"), (Format::Csv, "text", "csv"), (Format::Ndjson, "application", "x-ndjson")];

/// The format that the client likes best.
pub(crate) fn format(headers: &HeaderMap) -> Result<Format, Problem> {
    let ranges: Vec<Range> = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).flat_map(ranges).collect();
    if ranges.is_empty() && !headers.contains_key(header::ACCEPT) {
        return Ok(Format::Json);
    }
    let mut best = None;
    for (format, kind, subtype) in FORMATS {
        // The most specific range that fits decides, so that "*/*, text/csv;q=0" really excludes CSV.
        let fitting = ranges.iter().filter(|range| range.fits(kind, subtype));
        let quality = fitting.max_by_key(|range| range.specificity()).map_or(0.0, |range| range.quality);
        if quality > 0.0 && best.is_none_or(|(_, most)| quality > most) {
            best = Some((format, quality));
        }
    }
    best.map(|(format, _)| format).ok_or_else(|| {
        Problem::new(Kind::NotAcceptable, "answers are given as application/json, text/csv or application/x-ndjson; ask for one of them")
    })
}

struct Range {
    kind: String,
    subtype: String,
    quality: f32,
}

impl Range {
    fn fits(&self, kind: &str, subtype: &str) -> bool {
        (self.kind == kind && (self.subtype == subtype || self.subtype == "*")) || (self.kind == "*" && self.subtype == "*")
    }

    fn specificity(&self) -> u8 {
        u8::from(self.kind != "*") + u8::from(self.subtype != "*")
    }
}

/// The media ranges of one header line; what is malformed asks for nothing.
fn ranges(line: &str) -> Vec<Range> {
    line.split(',').filter_map(range).collect()
}

fn range(text: &str) -> Option<Range> {
    let mut parts = text.split(';');
    let media_type = parts.next()?.trim().to_ascii_lowercase();
    let (kind, subtype) = media_type.split_once('/')?;
    let mut quality = 1.0;
    for parameter in parts {
        let (name, value) = parameter.split_once('=')?;
        if name.trim().eq_ignore_ascii_case("q") {
            quality = value.trim().parse().ok().filter(|quality| (0.0..=1.0).contains(quality))?;
        }
    }
    Some(Range { kind: kind.to_owned(), subtype: subtype.to_owned(), quality })
}

#[cfg(test)]
mod tests {
    use super::{Format, format};
    use axum::http::{HeaderMap, HeaderValue, header};

    #[track_caller]
    fn check(accept: &[&str], expected: Option<Format>) {
        let mut headers = HeaderMap::new();
        for value in accept {
            headers.append(header::ACCEPT, HeaderValue::from_str(value).expect("a header value"));
        }
        assert_eq!(format(&headers).ok(), expected, "{accept:?}");
    }

    #[test]
    fn the_clients_favourite_is_found() {
        check(&[], Some(Format::Json));
        check(&["*/*"], Some(Format::Json));
        check(&["application/*"], Some(Format::Json));
        check(&["text/*"], Some(Format::Csv));
        check(&["text/csv"], Some(Format::Csv));
        check(&["TEXT/CSV; charset=utf-8"], Some(Format::Csv));
        check(&["application/x-ndjson"], Some(Format::Ndjson));
        check(&["application/json;q=0.5, application/x-ndjson"], Some(Format::Ndjson));
        check(&["application/json;q=0.5", "text/csv;q=0.9"], Some(Format::Csv));
        check(&["application/json;q=0, */*"], Some(Format::Csv));
        check(&["text/csv;q=0.2, application/*;q=0.1"], Some(Format::Csv));
        // What browsers send when they navigate.
        check(&["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"], Some(Format::Json));
        check(&["text/html"], None);
        check(&["application/json;q=0"], None);
        check(&["application/json;q=much"], None);
        check(&["nonsense"], None);
        check(&[""], None);
    }
}
