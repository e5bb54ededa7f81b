//! Measuring in turn: ours, a peer, ours, a peer, so that a machine whose speed drifts is as fast for one as for the other.

use std::time::{Duration, Instant};

use anyhow::Context;

use super::record::Figure;
use crate::terminal::progress;

/// Rounds that are run however long they take, where that many are wanted at all.
const LEAST: usize = 3;

/// What our own turns are called.
pub(super) const OURS: &str = "ours";

/// Someone who takes part: a name, and what measures once.
pub(super) struct Turn<'a> {
    pub(super) name: &'static str,
    once: Box<dyn FnMut() -> anyhow::Result<f64> + 'a>,
}

impl<'a> Turn<'a> {
    pub(super) fn new(name: &'static str, once: impl FnMut() -> anyhow::Result<f64> + 'a) -> Self {
        Self { name, once: Box::new(once) }
    }
}

/// How often everybody's turn comes.
#[derive(Clone, Copy)]
pub(super) struct Rounds {
    /// So many rounds at most, after one that does not count.
    pub(super) most: usize,
    /// After so long no further round begins, but three are run in any case.
    pub(super) budget: Duration,
}

/// Each one's figure, in the order of the turns. A peer that fails (it cannot run this) has none; ours must not fail.
///
/// # Errors
/// Ours.
pub(super) fn in_turn(mut turns: Vec<Turn<'_>>, rounds: Rounds) -> anyhow::Result<Vec<Option<Figure>>> {
    let mut values: Vec<Vec<f64>> = turns.iter().map(|_| Vec::new()).collect();
    let mut failed = vec![false; turns.len()];
    let begun = Instant::now();
    for round in 0..=rounds.most {
        if round > LEAST.min(rounds.most) && begun.elapsed() > rounds.budget {
            break;
        }
        for (index, turn) in turns.iter_mut().enumerate() {
            if failed[index] {
                continue;
            }
            match (turn.once)() {
                // The first round warms up: caches, arenas, plans.
                Ok(_) if round == 0 => (),
                Ok(value) => values[index].push(value),
                Err(error) if turn.name == OURS => return Err(error).context(turn.name),
                Err(error) => {
                    progress(format_args!("{}: {error:#}", turn.name));
                    failed[index] = true;
                }
            }
        }
    }
    Ok(values.iter().zip(failed).map(|(values, failed)| Figure::of(values).filter(|_| !failed)).collect())
}

/// Milliseconds of one piece of work.
pub(super) fn timed(work: impl FnOnce() -> anyhow::Result<()>) -> anyhow::Result<f64> {
    let begin = Instant::now();
    work()?;
    Ok(begin.elapsed().as_secs_f64() * 1e3)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::time::Duration;

    use anyhow::bail;

    use super::{Rounds, Turn, in_turn};

    #[test]
    fn everybody_is_asked_in_every_round_and_who_fails_is_left_out() {
        let order = RefCell::new(Vec::new());
        let say = |name: &'static str| {
            order.borrow_mut().push(name);
            Ok(order.borrow().len() as f64)
        };
        let turns = vec![
            Turn::new("ours", || say("ours")),
            Turn::new("broken", || {
                say("broken")?;
                bail!("it is broken")
            }),
            Turn::new("peer", || say("peer")),
        ];
        let rounds = Rounds { most: 2, budget: Duration::ZERO };
        let figures = in_turn(turns, rounds).expect("ours works");
        assert_eq!(*order.borrow(), ["ours", "broken", "peer", "ours", "peer", "ours", "peer"]);
        assert_eq!(figures.iter().map(Option::is_some).collect::<Vec<_>>(), [true, false, true]);
    }

    #[test]
    fn a_budget_ends_it_after_three_rounds() {
        let count = RefCell::new(0);
        let turn = Turn::new("ours", || {
            *count.borrow_mut() += 1;
            Ok(1.0)
        });
        in_turn(vec![turn], Rounds { most: 9, budget: Duration::ZERO }).expect("it works");
        assert_eq!(*count.borrow(), 4, "one that does not count, and three");
    }

    #[test]
    fn ours_must_not_fail() {
        let turn = Turn::new("ours", || bail!("no"));
        assert!(in_turn(vec![turn], Rounds { most: 1, budget: Duration::ZERO }).is_err());
    }
}
