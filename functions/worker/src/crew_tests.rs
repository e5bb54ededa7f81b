//! A crew at work on a store in memory.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use genre::{Classifier, Model, TractEngine};
use store::{Kind, Object};

use super::Crew;
use crate::clock::{Clock, Pace};
use crate::judge::Judge;
use crate::outcome::Outcome;
use crate::patience::TimedEngine;
use crate::place::Results;
use crate::testing::{Fault, Shelf, tone};

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);

fn crew(shelf: &Arc<Shelf>, lanes: usize) -> Crew<Arc<Shelf>> {
    let model = Model::built_in().expect("built in");
    let engine = TractEngine::load(&model, 1).expect("it runs");
    let classifier = Classifier::with_engine(&model, Box::new(TimedEngine(engine))).expect("it runs");
    let results = Results::new("s3://media/results/".parse().expect("a place"), classifier.model());
    Crew::new(Judge { classifier, files: Arc::clone(shelf), results, pace: Pace::new(false) }, lanes, |_, _, _| ())
}

fn objects(keys: &[&str]) -> Vec<Object> {
    keys.iter().map(|key| Object::new("music", *key).expect("sound")).collect()
}

fn clock(left: Duration) -> Clock {
    Clock { end: Instant::now() + left }
}

/// A word for each outcome.
fn words(outcomes: &[Outcome]) -> Vec<&str> {
    let word = |outcome: &Outcome| match outcome {
        Outcome::Judged { .. } => "judged",
        Outcome::Unreadable { .. } => "unreadable",
        Outcome::Void(_) => "void",
        Outcome::Stuck(_) => "stuck",
        Outcome::Later(_) => "later",
    };
    outcomes.iter().map(word).collect()
}

#[tokio::test]
async fn each_file_ends_as_it_must_and_holds_up_no_other() {
    let cases = [
        ("good.wav", tone(1.0), None, "judged", ""),
        ("noise.txt", b"dear diary".to_vec(), None, "unreadable", "not-audio"),
        ("empty.wav", Vec::new(), None, "unreadable", "empty"),
        ("poison.wav", tone(1.0), Some(Fault::Panics), "unreadable", "damaged"),
        ("large.wav", tone(1.0), Some(Fault::BreaksOff(Kind::TooLarge)), "unreadable", "too-large"),
        // A decoder would judge the half that it has got.
        ("broken.wav", tone(12.0), Some(Fault::BreaksOff(Kind::Unavailable)), "later", "unavailable"),
        ("changed.wav", tone(12.0), Some(Fault::BreaksOff(Kind::Changed)), "later", "changed"),
        ("throttled.wav", tone(1.0), Some(Fault::Fails(Kind::Throttled)), "later", "throttled"),
        ("slow.wav", tone(1.0), Some(Fault::Fails(Kind::Timeout)), "later", "timeout"),
        ("secret.wav", tone(1.0), Some(Fault::Fails(Kind::Forbidden)), "stuck", "forbidden"),
        ("archived.wav", tone(1.0), Some(Fault::Fails(Kind::Archived)), "stuck", "archived"),
        ("foreign.wav", tone(1.0), Some(Fault::Fails(Kind::NotAllowed)), "void", "not-allowed"),
        ("unkept.wav", tone(1.0), Some(Fault::CannotKeep(Kind::Unavailable)), "later", "unavailable"),
        ("unkeepable.wav", tone(1.0), Some(Fault::CannotKeep(Kind::Misconfigured)), "stuck", "misconfigured"),
    ];
    let shelf = cases.iter().fold(Shelf::default(), |shelf, (key, bytes, fault, ..)| shelf.with(key, bytes.clone(), *fault));
    let shelf = Arc::new(shelf);
    let crew = crew(&shelf, 3);
    let mut keys: Vec<&str> = cases.iter().map(|(key, ..)| *key).collect();
    keys.push("gone.wav");
    let mut expected: Vec<(&str, &str)> = cases.iter().map(|(.., word, kind)| (*word, *kind)).collect();
    expected.push(("void", "not-found"));

    let outcomes = crew.judge(&objects(&keys), clock(MINUTE)).await;
    let kinds = outcomes.iter().map(|outcome| outcome.problem().map_or("", |problem| &problem.kind));
    assert_eq!(words(&outcomes).into_iter().zip(kinds).collect::<Vec<_>>(), expected);
    // What is the file's own lies in S3, what is not does not.
    let written = shelf.results();
    let own = outcomes.iter().filter_map(|outcome| match outcome {
        Outcome::Judged { result, .. } | Outcome::Unreadable { result, .. } => Some(result),
        _ => None,
    });
    let mut own: Vec<&String> = own.collect();
    own.sort();
    assert_eq!(own, written.keys().collect::<Vec<_>>());

    // All over again: nothing changes, and what is known is not even opened.
    let before = shelf.opened.load(Ordering::Relaxed);
    let again = crew.judge(&objects(&keys), clock(MINUTE)).await;
    assert_eq!((&again, shelf.results()), (&outcomes, written));
    let open_again =
        cases.iter().filter(|(_, _, fault, word, _)| *word != "unreadable" && *word != "judged" && !matches!(fault, Some(Fault::Fails(_))));
    assert_eq!(shelf.opened.load(Ordering::Relaxed) - before, open_again.count());
}

#[tokio::test]
async fn results_are_not_judged_and_what_is_none_is_replaced() {
    let shelf = Arc::new(Shelf::default().with("a.wav", tone(1.0), None));
    let crew = crew(&shelf, 2);
    let own = Object::new("media", "results/m/music/a.wav/e.json").expect("sound");
    let outcomes = crew.judge(&[own, objects(&["a.wav"]).remove(0)], clock(MINUTE)).await;
    assert_eq!(words(&outcomes), ["void", "judged"]);
    let (place, good) = shelf.results().pop_first().expect("one result");

    shelf.put(&place, b"{\"half\": ");
    assert_eq!(words(&crew.judge(&objects(&["a.wav"]), clock(MINUTE)).await), ["judged"]);
    assert_eq!(shelf.results()[&place], good, "the same bytes again");
}

#[tokio::test]
async fn one_file_in_many_messages_is_judged_once() {
    let shelf = Arc::new(Shelf::default().with("a.wav", tone(1.0), None).with("b.wav", tone(2.0), None));
    let outcomes = crew(&shelf, 3).judge(&objects(&["a.wav", "b.wav", "a.wav", "a.wav"]), clock(MINUTE)).await;
    assert_eq!(words(&outcomes), ["judged"; 4]);
    assert_eq!((&outcomes[0], &outcomes[2]), (&outcomes[2], &outcomes[3]));
    assert_eq!(shelf.opened.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn a_batch_ends_before_its_time_and_hands_the_rest_back() {
    let keys: Vec<String> = (0..16).map(|n| format!("{n}.wav")).collect();
    let shelf = keys.iter().fold(Shelf::default(), |shelf, key| shelf.with(key, tone(3.0), Some(Fault::Slow(SECOND / 25))));
    let shelf = Arc::new(shelf);
    let crew = crew(&shelf, 1);
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();

    let time = 3 * SECOND / 2;
    crew.judge.pace.saw(1, SECOND / 10);

    let begun = Instant::now();
    let outcomes = crew.judge(&objects(&keys), clock(time)).await;
    assert!(begun.elapsed() < time + SECOND / 2, "it stopped by itself: {:?}", begun.elapsed());
    let words = words(&outcomes);
    let done = words.iter().take_while(|word| **word == "judged").count();
    assert!(done >= 1 && done < keys.len() && words[done..].iter().all(|word| *word == "later"), "{words:?}");
    assert_eq!(shelf.results().len(), done);

    // Handed out until nothing is left, everything gets done, each file once.
    let mut rest = done;
    for _ in 0..16 {
        let outcomes = crew.judge(&objects(&keys[rest..]), clock(time)).await;
        rest += outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Judged { .. })).count();
        if rest == keys.len() {
            break;
        }
    }
    assert_eq!((rest, shelf.results().len()), (keys.len(), keys.len()));
    assert_eq!(shelf.opened.load(Ordering::Relaxed), keys.len());
}

#[tokio::test]
async fn a_batch_under_suspicion_has_one_file_at_a_time_under_way() {
    let keys = ["endless.wav", "b.wav", "c.wav"];
    let shelf = Shelf::default().with(keys[0], tone(12.0), Some(Fault::Slow(SECOND / 5)));
    let shelf = Arc::new(shelf.with(keys[1], tone(1.0), None).with(keys[2], tone(1.0), None));
    let crew = crew(&shelf, 3);
    assert_eq!(words(&crew.judge_singly(&objects(&keys), clock(SECOND / 2)).await), ["later"; 3]);
    assert_eq!(shelf.opened.load(Ordering::Relaxed), 1, "nothing was begun beside it");
    // In another order, those in front of it are done.
    let turned = [keys[1], keys[2], keys[0]];
    assert_eq!(words(&crew.judge_singly(&objects(&turned), clock(4 * SECOND)).await), ["judged", "judged", "later"]);
}

#[tokio::test]
async fn what_takes_longer_than_there_is_time_is_stuck_only_where_it_had_all_of_it() {
    let endless = Some(Fault::Slow(SECOND / 5));
    let shelf = Arc::new(Shelf::default().with("a.wav", tone(12.0), endless).with("b.wav", tone(11.0), endless));
    let begun = Instant::now();
    let crew = crew(&shelf, 2);
    assert_eq!(words(&crew.judge(&objects(&["a.wav"]), clock(SECOND / 2)).await), ["stuck"]);
    assert_eq!(words(&crew.judge(&objects(&["a.wav", "b.wav"]), clock(SECOND / 2)).await), ["later", "later"]);
    assert_eq!(words(&crew.judge(&objects(&["a.wav", "b.wav"]), clock(Duration::ZERO)).await), ["later", "later"]);
    assert!(begun.elapsed() < 8 * SECOND, "{:?}", begun.elapsed());
    assert!(shelf.results().is_empty(), "a lack of time is no property of a file");
}
