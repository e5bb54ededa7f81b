//! What Lambda asks for a million calls: memory × time × price, and a price per call.

/// Where and when these prices were looked up; first tier, x86.
pub(super) const SOURCE: &str = "us-east-1, x86, first tier, as quoted on 2026-11-22";
/// US dollars per GB-second of x86; arm64 costs 0.0000133334.
pub(super) const PER_GB_SECOND: f64 = 0.000_016_666_7;
/// US dollars per million requests.
pub(super) const PER_MILLION_REQUESTS: f64 = 0.20;
/// MB of memory that bring one core.
pub(super) const MB_PER_CORE: f64 = 1769.0;
/// Sizes with whole cores, one and two; a Python function is measured beside ours in these.
pub(super) const WHOLE_MB: [u32; 2] = [1769, 3538];
/// The sizes that are told. Beyond them there are more cores than the machines have that this is measured on.
pub(super) const SIZES_MB: [u32; 7] = [1024, 1536, 1769, 2048, 2560, 3008, 3538];

/// Cores, or the part of one, that so much memory brings.
pub(super) fn cores(memory_mb: u32) -> f64 {
    f64::from(memory_mb) / MB_PER_CORE
}

/// US dollars for a million calls of so many ms, each begun ms charged.
pub(super) fn per_million(memory_mb: u32, ms: f64) -> f64 {
    let gb_seconds = f64::from(memory_mb) / 1024.0 * ms.ceil() / 1e3;
    1e6 * gb_seconds * PER_GB_SECOND + PER_MILLION_REQUESTS
}

/// ms with so much memory, from ms with one core and with two, where it cannot be measured: the speed (one over the time) is taken to grow
/// evenly, from nothing to one core and from one to two.
pub(super) fn computed_ms(memory_mb: u32, one_core: f64, two_cores: f64) -> f64 {
    let cores = cores(memory_mb);
    if cores <= 1.0 {
        return one_core / cores;
    }
    let share = (cores - 1.0).min(1.0);
    1.0 / ((1.0 - share) / one_core + share / two_cores)
}

#[cfg(test)]
mod tests {
    use super::{computed_ms, per_million};

    #[test]
    fn a_call_costs_memory_times_time() {
        // 1 GB for 1 s a million times is a million GB-seconds: 16.6667 dollars, and 0.20 for the requests.
        assert!((per_million(1024, 1000.0) - 16.8667).abs() < 1e-9);
        assert!((per_million(2048, 0.4) - (2.0 * 0.016_666_7 + 0.2)).abs() < 1e-9, "a begun ms is charged");
    }

    #[test]
    fn time_shrinks_with_memory_up_to_two_cores() {
        let near = |memory, ms: f64| assert!((computed_ms(memory, 200.0, 100.0) - ms).abs() < 1e-6, "{memory}");
        near(1769, 200.0);
        near(3538, 100.0);
        near(10_240, 100.0);
        near(1024, 200.0 * 1769.0 / 1024.0);
        let between = computed_ms(3008, 200.0, 100.0);
        assert!(between > 100.0 && between < 200.0);
    }
}
