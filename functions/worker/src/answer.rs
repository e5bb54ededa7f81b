//! What is said of the files, to whom it may concern.
//!
//! | what became of it | to a queue | to a state machine |
//! |---|---|---|
//! | judged | done | a result: genre, probability, where the report lies |
//! | unreadable | done: the problem lies in S3 | a result: the problem, where it lies |
//! | gone, not ours to read, or a result itself | done, and counted | a result: the problem |
//! | stuck until a person changes something: rights, archives, a file that takes longer than a whole invocation, a defect of ours | failed: it ends in the dead-letter queue, where people look | a result: the problem |
//! | S3 was away, no time was left | failed: it comes again | unprocessed: to be handed out again |
//! | a message or item that makes no sense | failed: trying again cannot help, but a message that is deleted is seen by nobody, and one in the dead-letter queue is | a result: the problem |
//!
//! A state machine that would get nothing but unprocessed items gets an error instead, by whose type it can wait and try again
//! (`Worker.StoreUnavailable`, `Worker.OutOfTime`) or give up (`Worker.MalformedEvent`). So does one whose items came to nothing because S3
//! does not let us (`Worker.NoAccess`): an archive that ended well and holds not one answer would be looked at by nobody. What is stuck or
//! gone is never written to S3: it is no property of the file, and what is written there is never looked at again.

use aws_lambda_events::sqs::SqsBatchResponse;
use lambda_runtime::Diagnostic;
use serde::Serialize;
use store::Kind;

use crate::event::{Item, Malformed};
use crate::outcome::{OUT_OF_TIME, Outcome, Problem};

/// The word for what cannot be understood.
pub(crate) const MALFORMED: &str = "malformed";

/// An answer, as it is sent.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Answer {
    Queue(SqsBatchResponse),
    Machine(Results),
}

/// The answer to a state machine.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Results {
    /// What has come to an end, in the order of the items.
    results: Vec<Line>,
    /// What is to be handed out again, in the same order; each is an item as it may be sent, with the reason beside it.
    unprocessed: Vec<Line>,
}

/// One item.
#[derive(Debug, Default, PartialEq, Serialize)]
struct Line {
    bucket: Option<String>,
    key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    genre: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    probability: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Problem>,
}

/// Why an invocation has failed as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The event is none of ours.
    Malformed(String),
    /// S3 was away for every item.
    StoreUnavailable(String),
    /// Nothing came to its end in time.
    OutOfTime,
    /// Nothing was judged, and rights or set-up are missing.
    NoAccess(String),
}

impl From<Failure> for Diagnostic {
    fn from(failure: Failure) -> Self {
        let (word, message) = match failure {
            Failure::Malformed(why) => ("Worker.MalformedEvent", why),
            Failure::StoreUnavailable(why) => {
                ("Worker.StoreUnavailable", format!("none of the files could be judged, the first because {why}"))
            }
            Failure::OutOfTime => (
                "Worker.OutOfTime",
                "no file came to its end in time; send fewer at once, or give the function more time or memory".to_owned(),
            ),
            Failure::NoAccess(why) => ("Worker.NoAccess", format!("no file was judged, and none will be until somebody mends this: {why}")),
        };
        Self { error_type: word.to_owned(), error_message: message }
    }
}

impl From<&Malformed> for Problem {
    fn from(malformed: &Malformed) -> Self {
        Self::new(MALFORMED, malformed.to_string())
    }
}

/// True where the same event would end better later, or should be seen by a person.
fn comes_again(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Later(_) | Outcome::Stuck(_))
}

/// The answer to a queue: the identifiers of messages of which anything failed. All others are deleted.
pub(crate) fn to_queue<'a>(messages: impl Iterator<Item = (&'a str, Result<&'a [Outcome], &'a Malformed>)>) -> SqsBatchResponse {
    let mut response = SqsBatchResponse::default();
    for (id, outcomes) in messages {
        if outcomes.is_ok_and(|outcomes| !outcomes.iter().any(comes_again)) {
            continue;
        }
        response.add_failure(id);
    }
    response
}

/// The answer to a state machine about items, of which each has an outcome or makes no sense.
///
/// # Errors
/// [`Failure`] where every item would have to be handed out again, or where none was judged because S3 does not let us.
pub(crate) fn to_machine(asked: impl IntoIterator<Item = (Item, Result<Outcome, Problem>)>) -> Result<Results, Failure> {
    let mut answer = Results { results: Vec::new(), unprocessed: Vec::new() };
    let (mut judged, mut barred) = (false, None);
    for (item, end) in asked {
        match &end {
            Ok(Outcome::Judged { .. } | Outcome::Unreadable { .. }) => judged = true,
            Ok(Outcome::Stuck(problem)) if is_about_access(problem) => barred = barred.or_else(|| Some(problem.detail.clone())),
            _ => {}
        }
        let line = Line { bucket: item.bucket, key: item.key, ..Line::default() };
        answer.results.push(match end {
            Ok(Outcome::Judged { result, genre, probability }) => {
                Line { result: Some(result), genre: Some(genre), probability: Some(probability), ..line }
            }
            Ok(Outcome::Unreadable { result, problem }) => Line { result: Some(result), problem: Some(problem), ..line },
            Ok(Outcome::Void(problem) | Outcome::Stuck(problem)) | Err(problem) => Line { problem: Some(problem), ..line },
            Ok(Outcome::Later(problem)) => {
                answer.unprocessed.push(Line { problem: Some(problem), ..line });
                continue;
            }
        });
    }
    if let Some(why) = barred.filter(|_| !judged) {
        return Err(Failure::NoAccess(why));
    }
    if answer.results.is_empty() && !answer.unprocessed.is_empty() {
        let mut problems = answer.unprocessed.iter().filter_map(|line| line.problem.as_ref());
        let away = problems.find(|problem| problem.kind != OUT_OF_TIME);
        return Err(away.map_or(Failure::OutOfTime, |problem| Failure::StoreUnavailable(problem.detail.clone())));
    }
    Ok(answer)
}

/// True for what lies with the deployment rather than with one file.
fn is_about_access(problem: &Problem) -> bool {
    [Kind::Forbidden, Kind::Misconfigured].iter().any(|kind| kind.word() == problem.kind)
}

#[cfg(test)]
mod tests {
    use lambda_runtime::Diagnostic;
    use serde_json::{Value, json};

    use super::{Failure, to_machine, to_queue};
    use crate::event::{Item, Malformed};
    use crate::outcome::{Outcome, Problem};

    fn judged() -> Outcome {
        Outcome::Judged { result: "s3://media/results/a.json".to_owned(), genre: "Jazz".to_owned(), probability: 0.625 }
    }

    fn unreadable() -> Outcome {
        Outcome::Unreadable { result: "s3://media/results/b.json".to_owned(), problem: Problem::new("damaged", "it is damaged") }
    }

    fn away() -> Outcome {
        Outcome::Later(Problem::new("throttled", "S3 asks for patience"))
    }

    #[test]
    fn a_queue_keeps_what_may_end_better_and_what_a_person_must_see() {
        let void = Outcome::Void(Problem::new("not-found", "gone"));
        let stuck = Outcome::Stuck(Problem::new("forbidden", "no right"));
        let late = Outcome::Later(Problem::no_time());
        let nonsense = Malformed("nonsense".to_owned());
        let messages: [(&str, Result<Vec<Outcome>, &Malformed>); 8] = [
            ("judged", Ok(vec![judged(), judged()])),
            ("unreadable", Ok(vec![unreadable(), void.clone()])),
            ("nothing", Ok(vec![])),
            ("void", Ok(vec![void])),
            ("stuck", Ok(vec![judged(), stuck])),
            ("away", Ok(vec![unreadable(), away(), judged()])),
            ("late", Ok(vec![late])),
            ("nonsense", Err(&nonsense)),
        ];
        let response = to_queue(messages.iter().map(|(id, outcomes)| (*id, outcomes.as_deref().map_err(|error| *error))));
        let expected = ["stuck", "away", "late", "nonsense"].map(|id| json!({ "itemIdentifier": id }));
        assert_eq!(serde_json::to_value(&response).expect("JSON"), json!({ "batchItemFailures": expected }));
    }

    fn items(count: usize) -> Vec<Item> {
        let object = || Err(Malformed(String::new()));
        (0..count).map(|n| Item { bucket: Some("music".to_owned()), key: Some(format!("k{n}")), object: object() }).collect()
    }

    #[test]
    fn a_state_machine_gets_results_and_what_to_hand_out_again() {
        let problem = Problem::new("malformed", "the item has no key");
        let ends = [Ok(judged()), Ok(away()), Ok(unreadable()), Err(problem), Ok(Outcome::Stuck(Problem::internal()))];
        let items = items(ends.len());
        let answer = serde_json::to_value(to_machine(items.into_iter().zip(ends)).expect("an answer")).expect("JSON");
        let line = |n: usize, mut rest: Value| {
            rest["bucket"] = json!("music");
            rest["key"] = json!(format!("k{n}"));
            rest
        };
        let internal = serde_json::to_value(Problem::internal()).expect("JSON");
        let expected = json!({
            "results": [
                line(0, json!({ "result": "s3://media/results/a.json", "genre": "Jazz", "probability": 0.625 })),
                line(2, json!({ "result": "s3://media/results/b.json", "problem": { "kind": "damaged", "detail": "it is damaged" } })),
                line(3, json!({ "problem": { "kind": "malformed", "detail": "the item has no key" } })),
                line(4, json!({ "problem": internal })),
            ],
            "unprocessed": [line(1, json!({ "problem": { "kind": "throttled", "detail": "S3 asks for patience" } }))]
        });
        assert_eq!(answer, expected);
    }

    #[test]
    fn an_invocation_that_got_nowhere_fails_by_a_name_that_can_be_waited_for() {
        let late = || Ok(Outcome::Later(Problem::no_time()));
        let stuck = |kind: &str| Ok(Outcome::Stuck(Problem::new(kind, "no right to s3://media/results/")));
        for (ends, expected) in [
            (vec![late(), late()], "Worker.OutOfTime"),
            (vec![late(), Ok(away())], "Worker.StoreUnavailable"),
            (vec![Ok(away()), Ok(away())], "Worker.StoreUnavailable"),
            (vec![stuck("forbidden"), stuck("forbidden")], "Worker.NoAccess"),
            (vec![late(), Err(Problem::new("malformed", "no key")), stuck("misconfigured")], "Worker.NoAccess"),
        ] {
            let items = items(ends.len());
            let diagnostic: Diagnostic = to_machine(items.into_iter().zip(ends)).expect_err("nothing was done").into();
            assert_eq!(diagnostic.error_type, expected);
            assert!(!diagnostic.error_message.is_empty());
        }
        assert!(to_machine([]).is_ok(), "no items, no failure");
        // One that gets on fails for nobody, and what is stuck for reasons of its own is a result.
        for ends in [[late(), Ok(judged())], [stuck("forbidden"), Ok(unreadable())], [stuck("archived"), stuck("internal")]] {
            assert!(to_machine(items(2).into_iter().zip(ends)).is_ok());
        }
        assert_eq!(Diagnostic::from(Failure::Malformed("x".to_owned())).error_type, "Worker.MalformedEvent");
    }
}
