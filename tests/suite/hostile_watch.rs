//! Judges one hostile file under guard: nothing may panic, hang, eat memory or talk about its insides.

use std::panic::Location;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use genre::{Classifier, Error, Model, Options, Report, Source};

use crate::counting::peak_of;

/// Longest that a single file may take. Real ones take hundredths of a second; the rest is for slow machines under load.
const LONGEST: Duration = Duration::from_secs(20);
/// Most memory that a single file may take, bytes, beside its own bytes. Ten seconds of 96 kHz stereo take 12 MB on their way.
pub(crate) const MOST_MEMORY: usize = 32 << 20;

/// The same at rates that share no factor with the front end's: the resampler's transform is as long as several seconds then.
pub(crate) const MOST_AT_ODD_RATES: usize = 256 << 20;

/// The built-in model, loaded once.
pub(crate) fn classifier() -> &'static Classifier {
    static CLASSIFIER: OnceLock<Classifier> = OnceLock::new();
    CLASSIFIER.get_or_init(|| Classifier::new(&Model::built_in().unwrap(), 1).unwrap())
}

/// What a hostile file should come to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Expect {
    /// Sound can be heard: a genre.
    Answer,
    /// Digital silence: an answer that says so.
    Silent,
    /// The error of this kind.
    Kind(&'static str),
    /// Any error about the audio: where a decoder's arithmetic overflows, the word depends on whether that is checked.
    Refused,
    /// An answer or any error about the audio.
    Anything,
}

/// Judges `bytes` from the beginning and compares with what is expected. Returns the report, if there is one.
#[track_caller]
pub(crate) fn check(name: &str, bytes: &[u8], expect: Expect) -> Option<Report> {
    check_within(name, bytes, 0.0, expect, MOST_MEMORY)
}

/// The same from `start_s` on.
#[track_caller]
pub(crate) fn check_from(name: &str, bytes: &[u8], start_s: f64, expect: Expect) -> Option<Report> {
    check_within(name, bytes, start_s, expect, MOST_MEMORY)
}

/// The same with at most `most` bytes of memory.
#[track_caller]
pub(crate) fn check_within(name: &str, bytes: &[u8], start_s: f64, expect: Expect, most: usize) -> Option<Report> {
    let here = Location::caller();
    let classifier = classifier();
    let source = Source::bytes(Arc::<[u8]>::from(bytes));
    let (send, receive) = channel();
    let judging = std::thread::spawn(move || {
        let options = Options { start_s, raw: false };
        let _ = send.send(peak_of(|| classifier.classify(source, &options)));
    });
    let (result, peak) = match receive.recv_timeout(LONGEST) {
        Ok(outcome) => outcome,
        Err(RecvTimeoutError::Timeout) => panic!("{name} ({here}): still not judged after {LONGEST:?}"),
        Err(RecvTimeoutError::Disconnected) => {
            let panic = judging.join().unwrap_err();
            panic!("{name} ({here}): the panic {:?} reached the caller", panic.downcast_ref::<String>());
        }
    };
    assert!(peak <= most, "{name} ({here}): {} MB were held", peak >> 20);
    if let Err(error) = &result {
        check_message(name, error);
    }
    match (expect, &result) {
        (Expect::Answer, Ok(report)) if !report.silent => check_report(name, report),
        (Expect::Silent, Ok(report)) if report.silent && report.confidence.as_str() == "atypical" => check_report(name, report),
        (Expect::Kind(kind), Err(error)) if error.kind() == kind => {}
        (Expect::Anything, Ok(report)) => check_report(name, report),
        (Expect::Anything | Expect::Refused, Err(Error::Audio(_))) => {}
        (_, Ok(report)) => panic!("{name} ({here}): {expect:?} was expected, got {} (silent: {})", report.genre, report.silent),
        (_, Err(error)) => panic!("{name} ({here}): {expect:?} was expected, got {} ({error})", error.kind()),
    }
    result.ok()
}

/// A message must help the person who brought the file, and tell nothing of our insides.
pub(crate) fn check_message(name: &str, error: &Error) {
    let message = error.to_string();
    let insides = ["/", "\\", "::", ".rs", "panick", "unwrap", "index out of", "Some(", "None", "Error {", "symphonia", "\n", "  ", "0x"];
    for inside in insides {
        assert!(!message.contains(inside), "{name}: {inside:?} in {message:?}");
    }
    assert!((10..300).contains(&message.len()), "{name}: {message:?}");
}

fn check_report(name: &str, report: &Report) {
    let sum: f32 = report.scores.iter().map(|score| score.probability).sum();
    assert!((sum - 1.0).abs() < 1e-4, "{name}: the probabilities add up to {sum}");
    assert!(report.duration_s.is_none_or(|seconds| seconds.is_finite() && seconds >= 0.0), "{name}: {:?} s", report.duration_s);
    assert!(report.audio.window.seconds > 0.0 && report.audio.window.seconds <= 10.0, "{name}: {:?}", report.audio.window);
}
