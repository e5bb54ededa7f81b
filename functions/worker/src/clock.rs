//! Time: how much an invocation has left, and how much a file takes.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What a file is thought to take before any was measured: seconds too many cost a little of the first batch, too few a file that is begun in
/// vain.
const FIRST_GUESS: Duration = Duration::from_secs(3);
/// Files that are remembered.
const REMEMBERED: usize = 16;

/// One invocation's time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    /// When work has to stop.
    pub(crate) end: Instant,
}

impl Clock {
    /// The time until Lambda ends the invocation at `deadline_ms`, milliseconds since 1970.
    pub(crate) fn until(deadline_ms: u64) -> Self {
        Self { end: Instant::now() + telemetry::time_left(deadline_ms) }
    }

    /// What is left for work.
    pub(crate) fn left(self) -> Duration {
        self.end.saturating_duration_since(Instant::now())
    }
}

/// How long files take in this container: the slowest of the last ones, with half as much again for what one has not met yet.
#[derive(Debug)]
pub(crate) struct Pace {
    /// Whether larger files take longer: where a model judges whole tracks.
    by_size: bool,
    seen: Mutex<VecDeque<(u64, Duration)>>,
}

impl Pace {
    pub(crate) fn new(by_size: bool) -> Self {
        Self { by_size, seen: Mutex::new(VecDeque::new()) }
    }

    /// Remembers that a file of `bytes` took `took`.
    pub(crate) fn saw(&self, bytes: u64, took: Duration) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() == REMEMBERED {
            seen.pop_front();
        }
        seen.push_back((bytes.max(1), took));
    }

    /// How long a file may take; of `bytes`, where that is known and matters.
    pub(crate) fn estimate(&self, bytes: Option<u64>) -> Duration {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let scaled = |&(of, took): &(u64, Duration)| {
            let times = bytes.filter(|_| self.by_size).map_or(1.0, |bytes| bytes as f64 / of as f64);
            // No file is done at once, however small; and durations have an end.
            took.mul_f64(times.clamp(1.0, 1e4))
        };
        seen.iter().map(scaled).max().map_or(FIRST_GUESS, |slowest| slowest + slowest / 2)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{FIRST_GUESS, Pace, REMEMBERED};

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn the_slowest_of_the_last_files_counts() {
        let pace = Pace::new(false);
        assert_eq!(pace.estimate(None), FIRST_GUESS);
        pace.saw(10, SECOND * 4);
        pace.saw(1_000_000, SECOND);
        assert_eq!((pace.estimate(None), pace.estimate(Some(1 << 40))), (SECOND * 6, SECOND * 6));
        (0..REMEMBERED).for_each(|_| pace.saw(10, SECOND / 5));
        assert_eq!(pace.estimate(None), SECOND * 3 / 10);
    }

    #[test]
    fn whole_tracks_take_the_longer_the_larger_they_are() {
        let pace = Pace::new(true);
        pace.saw(1000, SECOND);
        assert_eq!((pace.estimate(None), pace.estimate(Some(10))), (SECOND * 3 / 2, SECOND * 3 / 2));
        assert_eq!(pace.estimate(Some(4000)), SECOND * 6);
        // An empty file tells nothing of the others, and must not make them endless.
        pace.saw(0, Duration::from_millis(1));
        assert!(pace.estimate(Some(u64::MAX)) <= SECOND * 15_001);
    }
}
