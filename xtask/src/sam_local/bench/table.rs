//! The tables for the READMEs.

use super::Line;
use super::measure::Figures;
use super::price::{PER_GB_SECOND, PER_MILLION_REQUESTS, SIZES_MB, SOURCE, ms_with, per_million};
use super::words::{Language, Setting};

/// Both tables and where their figures come from.
pub(super) fn markdown(lines: &[Line], setting: &Setting, language: Language) -> String {
    let mut text = format!("{}\n\n{}\n|---|---:|---|---:|---:|\n", language.introduction(setting), language.head());
    for line in lines {
        text += &three_rows(line, language);
    }
    text += &format!("\n{}\n\n", language.prices(PER_GB_SECOND, PER_MILLION_REQUESTS / 1e6, SOURCE));
    let (memory, ours) = language.memory_and_ours();
    let columns = models(lines).map(|(one, _)| format!("{} {ours} | Python", language.model(one.model)));
    text += &format!("| {memory} | {} |\n", columns.collect::<Vec<_>>().join(" | "));
    text += &format!("|---:|{}\n", models(lines).map(|_| "---:|---:|").collect::<String>());
    for memory in SIZES_MB {
        let prices = models(lines).map(|(one, two)| {
            let price = |pick: fn(&Line) -> Option<Figures>| {
                pick(one).zip(pick(two)).map_or_else(|| language.not_measured().to_owned(), |(one, two)| priced(memory, one, two))
            };
            format!("{} | {}", price(|line| Some(line.ours)), price(|line| line.python))
        });
        text += &format!("| {} MB | {} |\n", grouped(memory), prices.collect::<Vec<_>>().join(" | "));
    }
    text + &format!("\n{}\n", language.legend())
}

fn three_rows(line: &Line, language: Language) -> String {
    let row = |head: &str, what: &str, ours: String, ratio: f64, python: Option<String>| {
        let python = python.map_or_else(|| language.not_measured().to_owned(), |python| format!("{python} ({ratio:.2}×)"));
        format!("| {head} | {what} | {ours} | {python} |\n")
    };
    let python = line.python;
    let ratio = |pick: fn(&Figures) -> f64| python.map_or(f64::NAN, |python| pick(&python) / pick(&line.ours));
    let ms = |ms: f64| if ms < 100.0 { format!("{ms:.1} ms") } else { format!("{ms:.0} ms") };
    let mb = |bytes: f64| format!("{:.0} MB", bytes / 1e6);
    let head = format!("{} | {}", language.model(line.model), line.cores);
    let [cold, warm, memory] = language.rows();
    row(&head, cold, ms(line.ours.cold_ms), ratio(|one| one.cold_ms), python.map(|one| ms(one.cold_ms)))
        + &row(" | ", warm, ms(line.ours.warm_ms), ratio(|one| one.warm_ms), python.map(|one| ms(one.warm_ms)))
        + &row(" | ", memory, mb(line.ours.peak_bytes), ratio(|one| one.peak_bytes), python.map(|one| mb(one.peak_bytes)))
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

#[cfg(test)]
mod tests {
    use super::markdown;
    use crate::sam_local::bench::words::{Language, Setting};
    use crate::sam_local::bench::{BUILT_IN, Figures, Line};

    #[test]
    fn both_languages_tell_the_same_figures() {
        let figures = |warm_ms: f64, peak_bytes: f64| Figures { cold_ms: 1000.0, warm_ms, peak_bytes, busy: 0.0 };
        let line = |model, cores, warm_ms: f64| Line {
            model,
            cores,
            ours: figures(warm_ms, 1e6),
            // More than 1,769 MB, less than 2,048.
            python: Some(figures(2.0 * warm_ms, 1.9e9)),
        };
        let lines = [line(BUILT_IN, 1, 100.0), line(BUILT_IN, 2, 50.0), line("large", 1, 400.0), line("large", 2, 400.0)];
        let setting = Setting {
            date: "2026-01-01".to_owned(),
            processor: "a processor".to_owned(),
            cores: 2,
            busy: 0.125,
            repeats: 3,
            program_mb: 12.34,
        };
        let [english, chinese] = [Language::English, Language::Chinese].map(|language| markdown(&lines, &setting, language));
        let digits = |text: &str| text.lines().filter(|line| line.starts_with("| ")).map(str::to_owned).collect::<Vec<_>>();
        let figures = |text: &str| {
            let keep = |c: char| c.is_ascii_digit() || "|.≈–".contains(c);
            digits(text).iter().map(|line| line.chars().filter(|&c| keep(c)).collect::<String>()).collect::<Vec<_>>()
        };
        assert_eq!(figures(&english), figures(&chinese));
        // 1,769 MB × 100 ms: 0.17275… GB-s, 2.8792 dollars a million, and 0.20 for the requests.
        assert!(english.contains("| 1,769 MB | 3.08 | – | 11.72 | – |"), "{english}");
        assert!(english.contains("| built-in | 1 | cold: start and first answer | 1000 ms | 1000 ms (1.00×) |"), "{english}");
        assert!(chinese.contains("| 内置 | 2 | 冷：启动与第一个回答 |"), "{chinese}");
    }
}
