//! How much time an invocation has left.

use std::time::{Duration, SystemTime};

/// Kept back at the end of an invocation: what is under way notices that it has to stop, and the answer is sent.
const RESERVE: Duration = Duration::from_millis(1000);
/// No invocation takes longer, whatever an emulator says.
const LONGEST: Duration = Duration::from_secs(15 * 60);

/// An end that is further back is no end at all: cargo-lambda's emulator says 1970.
const FICTION: Duration = Duration::from_secs(24 * 60 * 60);

/// What is left for work until Lambda ends the invocation at `deadline_ms`, milliseconds since 1970; less a second for the answer.
pub fn time_left(deadline_ms: u64) -> Duration {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let deadline = Duration::from_millis(deadline_ms);
    if deadline.saturating_add(FICTION) < now {
        return LONGEST;
    }
    deadline.saturating_sub(now).saturating_sub(RESERVE).min(LONGEST)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::{LONGEST, RESERVE, time_left};

    #[test]
    fn the_end_is_kept_free() {
        let second = Duration::from_secs(1);
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("after 1970");
        let left = time_left((now + second * 10).as_millis() as u64);
        assert!(left <= second * 10 - RESERVE && left > second * 8, "{left:?}");
        assert_eq!((time_left((now - second).as_millis() as u64), time_left(u64::MAX)), (Duration::ZERO, LONGEST));
        assert_eq!(time_left(600_000), LONGEST, "an emulator's end in 1970");
    }
}
