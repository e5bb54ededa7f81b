//! What every measurement here needs: the machine's name, the middle of several times, a process's memory.

/// The processor's name, with the instruction set that decides which kernels run.
pub(crate) fn processor() -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let wide = if info.contains(" avx512f") { ", AVX-512" } else { "" };
    name.map_or_else(|| std::env::consts::ARCH.to_owned(), |(_, name)| format!("{name}{wide}"))
}

/// The middle one; of an even number the upper of the two.
pub(crate) fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// The value below which a share of all lies, by the nearest one.
pub(crate) fn quantile(mut values: Vec<f64>, share: f64) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get((share * values.len().saturating_sub(1) as f64).round() as usize).copied()
}

/// The most memory that a running process has had so far (`VmHWM`), bytes; `None` once it has ended.
pub(crate) fn high_water_bytes(id: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<f64>().ok()? * 1024.0)
}
