//! What the query string of `POST /v1/classify` may ask for.

use axum::extract::Query;
use axum::http::Uri;
use genre::Options;

use crate::problem::{Kind, Problem};

/// What to judge and what to tell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Wishes {
    /// What the core is asked.
    pub(crate) options: Options,
    /// Whether the report carries the spectrogram as a picture.
    pub(crate) spectrogram: bool,
    /// Whether only the beginning of the file was sent, so that its length says nothing of the recording's.
    pub(crate) head: bool,
}

/// Reads the query string; what is not understood is refused rather than ignored.
pub(crate) fn wishes(uri: &Uri) -> Result<Wishes, Problem> {
    let refuse = |detail: String| Err(Problem::new(Kind::BadOption, detail));
    let Ok(Query(pairs)) = Query::<Vec<(String, String)>>::try_from_uri(uri) else {
        return refuse("the query string cannot be read".to_owned());
    };
    let mut wishes = Wishes::default();
    for (index, (name, value)) in pairs.iter().enumerate() {
        if pairs[..index].iter().any(|(earlier, _)| earlier == name) {
            return refuse(format!("{} is given twice", quoted(name)));
        }
        match name.as_str() {
            "start" => match value.parse::<f64>() {
                Ok(seconds) if seconds.is_finite() && seconds >= 0.0 => wishes.options.start_s = seconds,
                _ => return refuse(format!("start = {} is not a number of seconds from 0 up", quoted(value))),
            },
            "spectrogram" => wishes.spectrogram = switch(name, value)?,
            "raw" => wishes.options.raw = switch(name, value)?,
            "head" => wishes.head = switch(name, value)?,
            _ => return refuse(format!("there is no option {}; use start, spectrogram, raw or head", quoted(name))),
        }
    }
    Ok(wishes)
}

fn switch(name: &str, value: &str) -> Result<bool, Problem> {
    match value {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Problem::new(Kind::BadOption, format!("{name} = {} is neither true nor false", quoted(value)))),
    }
}

/// A client's own word in a message: short, and without control characters.
pub(crate) fn quoted(word: &str) -> String {
    let mut shown: String = word.chars().filter(|c| !c.is_control()).take(40).collect();
    if shown.len() < word.len() {
        shown.push('…');
    }
    format!("\"{shown}\"")
}

#[cfg(test)]
mod tests {
    use super::{Wishes, wishes};
    use genre::Options;

    #[track_caller]
    fn check(query: &str, expected: Result<Wishes, &str>) {
        let uri = format!("/v1/classify{query}").parse().expect("a URI");
        match (wishes(&uri), expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected, "{query}"),
            (Err(problem), Err(part)) => assert!(problem.detail().contains(part), "{query}: {problem}"),
            (found, _) => panic!("{query}: {found:?}"),
        }
    }

    #[test]
    fn options_are_read_or_refused() {
        let plain = Wishes::default();
        check("", Ok(plain));
        check("?", Ok(plain));
        check("?start=2.5", Ok(Wishes { options: Options { start_s: 2.5, raw: false }, ..plain }));
        check("?raw=true&spectrogram=true", Ok(Wishes { options: Options { start_s: 0.0, raw: true }, spectrogram: true, head: false }));
        check("?raw=false", Ok(plain));
        check("?head=true", Ok(Wishes { head: true, ..plain }));
        check("?raw=yes", Err("raw = \"yes\" is neither true nor false"));
        check("?raw", Err("neither true nor false"));
        check("?start=", Err("start = \"\""));
        check("?start=-1", Err("is not a number of seconds"));
        check("?start=NaN", Err("is not a number of seconds"));
        check("?start=1e999", Err("is not a number of seconds"));
        check("?start=1&start=2", Err("given twice"));
        check("?stat=1", Err("there is no option \"stat\""));
        check(&format!("?{}=1", "x".repeat(500)), Err("xxx…\""));
    }
}
