//! The tables for the README.

use std::path::Path;

use anyhow::Context;

use super::Line;
use super::measure::Figures;
use super::price::{PER_GB_SECOND, PER_MILLION_REQUESTS, SIZES_MB, SOURCE, ms_with, per_million};
use crate::date::today;

/// Both tables and where their figures come from.
pub(super) fn markdown(lines: &[Line], repeats: usize, program: &Path) -> anyhow::Result<String> {
    let size = program.metadata().with_context(|| format!("failed to look at {}", program.display()))?.len();
    let mut text = format!(
        "Measured on {} on {}, {} cores that other work shared: medians of {repeats} fresh functions each, ours and Python's in turn, \
         under aws-lambda-rie, which starts a function at its first event. The event is a 12 s MP3 in base64; ours is what `sam build` \
         packs ({:.1} MB, x86_64, Haswell's instructions and more where the processor has them), Python's is librosa, ONNX Runtime and \
         AWS's runtime client. Memory is the kernel's high-water mark of the process, weights included; downloading the package, which \
         AWS does before, is not in it. In brackets Python's figure divided by ours.\n\n",
        today(),
        processor(),
        std::thread::available_parallelism().map_or(1, usize::from),
        size as f64 / 1e6,
    );
    text += "| model | cores | | ours | Python + ONNX Runtime |\n|---|---:|---|---:|---:|\n";
    for line in lines {
        text += &three_rows(line);
    }
    text += &format!(
        "\nA million calls cost (GB × s × ${PER_GB_SECOND:.10} + ${:.7}) × 1,000,000 ({SOURCE}; every begun millisecond is charged; \
         API Gateway, traffic and free tiers not counted), in US dollars, warm; cold starts are charged at the same rate:\n\n\
         | memory | {} |\n|---:|{}\n",
        PER_MILLION_REQUESTS / 1e6,
        models(lines).map(|(one, _)| format!("{} ours | Python", one.model)).collect::<Vec<_>>().join(" | "),
        models(lines).map(|_| "---:|---:|").collect::<String>(),
    );
    for memory in SIZES_MB {
        let prices = models(lines).map(|(one, two)| {
            let price = |pick: fn(&Line) -> Option<Figures>| {
                pick(one).zip(pick(two)).map_or_else(|| "not measured".to_owned(), |(one, two)| priced(memory, one, two))
            };
            format!("{} | {}", price(|line| Some(line.ours)), price(|line| line.python))
        });
        text += &format!("| {} MB | {} |\n", grouped(memory), prices.collect::<Vec<_>>().join(" | "));
    }
    text += "\n1,769 MB bring one core, 3,538 MB two: measured. What begins with ≈ is computed: between the two the speed is taken to grow \
             evenly, beyond them no gain is counted. – : the function needs more memory.\n";
    Ok(text)
}

fn three_rows(line: &Line) -> String {
    let row = |head: String, what: &str, ours: String, ratio: f64, python: Option<String>| {
        let python = python.map_or_else(|| "not measured".to_owned(), |python| format!("{python} ({ratio:.2}×)"));
        format!("| {head} | {what} | {ours} | {python} |\n")
    };
    let python = line.python;
    let ratio = |pick: fn(&Figures) -> f64| python.map_or(f64::NAN, |python| pick(&python) / pick(&line.ours));
    let ms = |ms: f64| if ms < 100.0 { format!("{ms:.1} ms") } else { format!("{ms:.0} ms") };
    let mb = |bytes: f64| format!("{:.0} MB", bytes / 1e6);
    let head = format!("{} | {}", line.model, line.cores);
    row(head, "cold: start and first answer", ms(line.ours.cold_ms), ratio(|one| one.cold_ms), python.map(|one| ms(one.cold_ms)))
        + &row(" | ".to_owned(), "warm", ms(line.ours.warm_ms), ratio(|one| one.warm_ms), python.map(|one| ms(one.warm_ms)))
        + &row(" | ".to_owned(), "memory", mb(line.ours.peak_bytes), ratio(|one| one.peak_bytes), python.map(|one| mb(one.peak_bytes)))
}

/// The lines of each model: with one core and, where the machine has them, with two.
fn models(lines: &[Line]) -> impl Iterator<Item = (&Line, &Line)> {
    let one_core = lines.iter().filter(|line| line.cores == 1);
    one_core.map(|one| (one, lines.iter().find(|two| two.model == one.model && two.cores == 2).unwrap_or(one)))
}

fn priced(memory_mb: u32, one: Figures, two: Figures) -> String {
    // The megabytes of Lambda are binary ones.
    if f64::from(memory_mb) * 1_048_576.0 < one.peak_bytes {
        return "–".to_owned();
    }
    let (ms, measured) = ms_with(memory_mb, one.warm_ms, two.warm_ms);
    format!("{}{:.2}", if measured { "" } else { "≈ " }, per_million(memory_mb, ms))
}

fn grouped(number: u32) -> String {
    format!("{},{:03}", number / 1000, number % 1000)
}

fn processor() -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let wide = if info.contains(" avx512f") { ", AVX-512" } else { "" };
    name.map_or_else(|| std::env::consts::ARCH.to_owned(), |(_, name)| format!("{name}{wide}"))
}
