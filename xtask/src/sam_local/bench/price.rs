//! What Lambda asks for a million calls: memory × time × price, and a price per call.

/// Where and when these prices were looked up; first tier, x86.
pub(super) const SOURCE: &str = "us-east-1, x86, first tier, as quoted on 2026-11-22";
/// US dollars per GB-second of x86; arm64 costs 0.0000133334.
pub(super) const PER_GB_SECOND: f64 = 0.000_016_666_7;
/// US dollars per million requests.
pub(super) const PER_MILLION_REQUESTS: f64 = 0.20;
/// MB of memory that bring one core.
pub(super) const MB_PER_CORE: f64 = 1769.0;
/// The sizes that are told.
pub(super) const SIZES_MB: [u32; 6] = [1769, 2048, 3008, 3538, 5307, 10_240];

/// US dollars for a million calls of so many ms, each begun ms charged.
pub(super) fn per_million(memory_mb: u32, ms: f64) -> f64 {
    let gb_seconds = f64::from(memory_mb) / 1024.0 * ms.ceil() / 1e3;
    1e6 * gb_seconds * PER_GB_SECOND + PER_MILLION_REQUESTS
}

/// ms with so much memory, from ms with one core and with two, and whether that was measured.
///
/// Between the two, the speed (one over the time) is taken to grow evenly with the cores. Beyond, no further gain is counted, so that what
/// is told is the most that it can cost.
pub(super) fn ms_with(memory_mb: u32, one_core: f64, two_cores: f64) -> (f64, bool) {
    let cores = f64::from(memory_mb) / MB_PER_CORE;
    let whole = (cores - 1.0).abs() < 1e-9 || (cores - 2.0).abs() < 1e-9;
    let share = (cores - 1.0).clamp(0.0, 1.0);
    (1.0 / ((1.0 - share) / one_core + share / two_cores), whole)
}

#[cfg(test)]
mod tests {
    use super::{ms_with, per_million};

    #[test]
    fn a_call_costs_memory_times_time() {
        // 1 GB for 1 s a million times is a million GB-seconds: 16.6667 dollars, and 0.20 for the requests.
        assert!((per_million(1024, 1000.0) - 16.8667).abs() < 1e-9);
        assert!((per_million(2048, 0.4) - (2.0 * 0.016_666_7 + 0.2)).abs() < 1e-9, "a begun ms is charged");
    }

    #[test]
    fn time_shrinks_with_memory_up_to_two_cores() {
        assert_eq!(ms_with(1769, 200.0, 100.0), (200.0, true));
        assert_eq!(ms_with(3538, 200.0, 100.0), (100.0, true));
        assert_eq!(ms_with(10_240, 200.0, 100.0), (100.0, false));
        let (between, measured) = ms_with(3008, 200.0, 100.0);
        assert!(between > 100.0 && between < 200.0 && !measured);
    }
}
