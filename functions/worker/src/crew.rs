//! All files of an event: several at once, until the time is over.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use store::Object;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use crate::clock::Clock;
use crate::files::Files;
use crate::judge::{Cost, Judge, Turn};
use crate::outcome::{Outcome, Problem};

/// How long those under way are waited for after the end: they look at the clock often, but not always.
const GRACE: Duration = Duration::from_millis(400);

/// Threads that judge files.
pub(crate) struct Crew<F> {
    judge: Arc<Judge<F>>,
    /// Files at once.
    lanes: usize,
    /// Told of each file that was begun.
    tell: fn(&Object, &Outcome, &Cost),
}

/// One event's files.
struct Round<F> {
    judge: Arc<Judge<F>>,
    objects: Vec<Object>,
    next: AtomicUsize,
    clock: Clock,
    tell: fn(&Object, &Outcome, &Cost),
}

impl<F: Files + 'static> Crew<F> {
    /// A crew that judges `lanes` files at once and tells of each.
    pub(crate) fn new(judge: Judge<F>, lanes: usize, tell: fn(&Object, &Outcome, &Cost)) -> Self {
        Self { judge: Arc::new(judge), lanes: lanes.max(1), tell }
    }

    /// Judges `objects` and tells what became of each, in their order. Ends with the clock, whatever is still under way.
    pub(crate) async fn judge(&self, objects: &[Object], clock: Clock) -> Vec<Outcome> {
        self.judge_in(self.lanes, objects, clock).await
    }

    /// The same, one file after the other: where one may end the process, those before it are done.
    pub(crate) async fn judge_singly(&self, objects: &[Object], clock: Clock) -> Vec<Outcome> {
        self.judge_in(1, objects, clock).await
    }

    async fn judge_in(&self, lanes: usize, objects: &[Object], clock: Clock) -> Vec<Outcome> {
        // One file may stand several times in a batch: it is judged once, and all hear of it.
        let mut unique = Vec::new();
        let mut places = HashMap::new();
        let order: Vec<usize> = objects
            .iter()
            .map(|object| {
                *places.entry(object).or_insert_with(|| {
                    unique.push(object.clone());
                    unique.len() - 1
                })
            })
            .collect();
        let outcomes = self.judge_unique(lanes, unique, clock).await;
        order.into_iter().map(|index| outcomes[index].clone()).collect()
    }

    async fn judge_unique(&self, lanes: usize, objects: Vec<Object>, clock: Clock) -> Vec<Outcome> {
        let count = objects.len();
        let round = Arc::new(Round { judge: Arc::clone(&self.judge), objects, next: AtomicUsize::new(0), clock, tell: self.tell });
        let (sender, mut done) = unbounded_channel();
        for _ in 0..lanes.min(count) {
            let (round, sender) = (Arc::clone(&round), sender.clone());
            tokio::task::spawn_blocking(move || round.work(&sender));
        }
        drop(sender);
        let mut outcomes: Vec<Option<Outcome>> = vec![None; count];
        let collected = async {
            while let Some((index, outcome)) = done.recv().await {
                outcomes[index] = Some(outcome);
            }
        };
        // Those who have not come back by then have nobody to tell any more; what they write, a repetition will find.
        let _ = tokio::time::timeout(clock.left() + GRACE, collected).await;
        outcomes.into_iter().enumerate().map(|(index, outcome)| outcome.unwrap_or_else(|| turn(index, count).out_of_time())).collect()
    }
}

impl<F: Files> Round<F> {
    fn work(&self, sender: &UnboundedSender<(usize, Outcome)>) {
        loop {
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(object) = self.objects.get(index) else { return };
            let (outcome, cost) = self.one(index, object);
            (self.tell)(object, &outcome, &cost);
            if sender.send((index, outcome)).is_err() {
                return;
            }
        }
    }

    fn one(&self, index: usize, object: &Object) -> (Outcome, Cost) {
        let no_time = || (Outcome::Later(Problem::no_time()), Cost::default());
        let left = self.clock.left();
        let turn = turn(index, self.objects.len());
        if left.is_zero() || (turn == Turn::Behind && self.judge.pace.estimate(None) > left) {
            return no_time();
        }
        self.judge.judge(object, self.clock, turn)
    }
}

fn turn(index: usize, of: usize) -> Turn {
    match (index, of) {
        (0, 1) => Turn::Alone,
        (0, _) => Turn::First,
        _ => Turn::Behind,
    }
}

#[cfg(test)]
#[path = "crew_tests.rs"]
mod tests;
