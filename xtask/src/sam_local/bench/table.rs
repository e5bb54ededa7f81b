//! The tables for the READMEs.

use super::Line;
use super::measure::Figures;
use super::price::{PER_GB_SECOND, PER_MILLION_REQUESTS, SIZES_MB, SOURCE, WHOLE_MB, computed_ms, cores, per_million};
use super::words::{Language, Setting};

/// What a size costs for a model.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Price {
    TooSmall,
    NotMeasured,
    Known { ms: f64, dollars: f64, threads: usize, measured: bool },
}

/// Both tables and where their figures come from.
pub(super) fn markdown(lines: &[Line], setting: &Setting, language: Language) -> String {
    let mut text = format!("{}\n\n{}\n|---|---:|---|---:|---:|\n", language.introduction(setting), language.head());
    for line in lines.iter().filter(|line| WHOLE_MB.get(line.threads - 1) == Some(&line.memory_mb)) {
        text += &rows(line, language);
    }
    text += &format!("\n{}\n\n", language.prices(PER_GB_SECOND, PER_MILLION_REQUESTS / 1e6, SOURCE));
    let mut models: Vec<&'static str> = Vec::new();
    for line in lines {
        if !models.contains(&line.model) {
            models.push(line.model);
        }
    }
    let names = models.iter().map(|model| language.model(model)).collect::<Vec<_>>().join(" | ");
    let (memory, share) = language.memory_and_share();
    text += &format!("| {memory} | {share} | {names} |\n|---:|---:|{}\n", "---:|".repeat(models.len()));
    let prices: Vec<Vec<Price>> = models.iter().map(|model| SIZES_MB.map(|size| price(lines, model, size)).to_vec()).collect();
    for (index, memory) in SIZES_MB.into_iter().enumerate() {
        let cells = prices.iter().map(|column| cell(column[index], cheapest(column), language)).collect::<Vec<_>>().join(" | ");
        text += &format!("| {} MB | {:.2} | {cells} |\n", grouped(memory), cores(memory));
    }
    text + &format!("\n{}\n", language.legend(setting.shares))
}

fn rows(line: &Line, language: Language) -> String {
    let python = line.python;
    let row = |head: &str, what: &str, told: fn(f64) -> String, pick: &dyn Fn(Figures) -> f64| {
        let (ours, theirs) = (pick(line.ours), python.map(pick));
        let theirs =
            theirs.map_or_else(|| language.not_measured().to_owned(), |theirs| format!("{} ({:.2}×)", told(theirs), theirs / ours));
        format!("| {head} | {what} | {} | {theirs} |\n", told(ours))
    };
    let ms = |ms: f64| if ms < 100.0 { format!("{ms:.1} ms") } else { format!("{ms:.0} ms") };
    let head = format!("{} | {}", language.model(line.model), line.threads);
    let [cold, warm, memory, million] = language.rows();
    let blank = " | ";
    row(&head, cold, ms, &|figures| figures.cold_ms)
        + &row(blank, warm, ms, &|figures| figures.warm_ms)
        + &row(blank, memory, |mb| format!("{mb:.0} MB"), &|figures| figures.peak_bytes / 1e6)
        + &row(blank, million, |dollars| format!("${dollars:.2}"), &|figures| per_million(line.memory_mb, figures.warm_ms))
}

/// The best that a model does with so much memory.
fn price(lines: &[Line], model: &str, memory_mb: u32) -> Price {
    let of = |size: u32| {
        let best = lines.iter().filter(|line| line.model == model && line.memory_mb == size);
        best.min_by(|one, other| one.ours.warm_ms.total_cmp(&other.ours.warm_ms))
    };
    // The megabytes of Lambda are binary ones.
    let peak = lines.iter().filter(|line| line.model == model).map(|line| line.ours.peak_bytes).fold(0.0, f64::max);
    if f64::from(memory_mb) * 1_048_576.0 < peak {
        return Price::TooSmall;
    }
    let known = |ms: f64, threads, measured| Price::Known { ms, dollars: per_million(memory_mb, ms), threads, measured };
    match (of(memory_mb), WHOLE_MB.map(of)) {
        (Some(line), _) => known(line.ours.warm_ms, line.threads, true),
        (None, [Some(one), two]) => {
            let two = two.unwrap_or(one);
            known(computed_ms(memory_mb, one.ours.warm_ms, two.ours.warm_ms), if cores(memory_mb) > 1.0 { two.threads } else { 1 }, false)
        }
        (None, [None, _]) => Price::NotMeasured,
    }
}

fn cheapest(column: &[Price]) -> f64 {
    let dollars = column.iter().filter_map(|price| if let Price::Known { dollars, .. } = price { Some(*dollars) } else { None });
    dollars.fold(f64::INFINITY, f64::min)
}

fn cell(price: Price, cheapest: f64, language: Language) -> String {
    let Price::Known { ms, dollars, threads, measured } = price else {
        return if price == Price::TooSmall { "–".to_owned() } else { language.not_measured().to_owned() };
    };
    let (about, two) = (if measured { "" } else { "≈ " }, if threads > 1 { " (2)" } else { "" });
    let ms = if ms < 100.0 { format!("{ms:.1}") } else { format!("{ms:.0}") };
    let told = format!("{about}{ms} ms{two}: {dollars:.2}");
    if dollars <= cheapest { format!("**{told}**") } else { told }
}

fn grouped(number: u32) -> String {
    format!("{},{:03}", number / 1000, number % 1000)
}

#[cfg(test)]
mod tests {
    use super::{Price, markdown, price};
    use crate::sam_local::bench::words::{Language, Setting};
    use crate::sam_local::bench::{BUILT_IN, Figures, Line};

    fn figures(warm_ms: f64, peak_bytes: f64) -> Figures {
        Figures { cold_ms: 1000.0, warm_ms, peak_bytes, busy: 0.0 }
    }

    fn line(model: &'static str, memory_mb: u32, threads: usize, warm_ms: f64) -> Line {
        Line { model, memory_mb, threads, ours: figures(warm_ms, 1.2e9), python: Some(figures(2.0 * warm_ms, 1.9e9)) }
    }

    fn setting(shares: bool) -> Setting {
        let processor = "a processor".to_owned();
        let date = "2026-01-01".to_owned();
        Setting { date, processor, cores: 2, busy: 0.125, repeats: 3, program_mb: 12.34, by_sam: true, shares }
    }

    #[test]
    fn both_languages_tell_the_same_figures() {
        let lines =
            [line(BUILT_IN, 1769, 1, 100.0), line("large", 1769, 1, 400.0), line(BUILT_IN, 3538, 2, 60.0), line("large", 3538, 2, 150.0)];
        let [english, chinese] = [Language::English, Language::Chinese].map(|language| markdown(&lines, &setting(false), language));
        let figures = |text: &str| {
            let keep = |c: char| c.is_ascii_digit() || "|.≈–*$".contains(c);
            let tables = text.lines().filter(|line| line.starts_with("| "));
            tables.map(|line| line.chars().filter(|&c| keep(c)).collect::<String>()).collect::<Vec<_>>()
        };
        assert_eq!(figures(&english), figures(&chinese));
        // 1,769 MB × 100 ms: 0.17275… GB-s, 2.8792 dollars a million, and 0.20 for the requests.
        assert!(english.contains("| 1,769 MB | 1.00 | **100 ms: 3.08** | 400 ms: 11.72 |"), "{english}");
        // 1.2 GB do not fit into 1,024 MB.
        assert!(english.contains("| 1,024 MB | 0.58 | – | – |"), "{english}");
        assert!(english.contains("| 3,538 MB | 2.00 | 60.0 ms (2): 3.66 | **150 ms (2): 8.84** |"), "{english}");
        assert!(english.contains("| built-in | 1 | cold: start and first answer | 1000 ms | 1000 ms (1.00×) |"), "{english}");
        assert!(english.contains("|  |  | a million warm calls | $3.08 | $5.96 (1.94×) |"), "{english}");
        assert!(chinese.contains("| 内置 | 2 | 冷：启动与第一个回答 |"), "{chinese}");
    }

    #[test]
    fn what_was_measured_comes_before_what_is_computed_and_the_faster_before_the_slower() {
        let lines = [line("a", 1769, 1, 100.0), line("a", 1769, 2, 90.0), line("a", 2048, 1, 120.0), line("a", 3538, 2, 50.0)];
        let of = |memory| match price(&lines, "a", memory) {
            Price::Known { ms, threads, measured, .. } => (ms.round(), threads, measured),
            other => panic!("{memory}: {other:?}"),
        };
        assert_eq!(of(1769), (90.0, 2, true));
        assert_eq!(of(2048), (120.0, 1, true));
        assert!(of(1536).0 > 90.0 && !of(1536).2 && !of(3008).2);
        assert_eq!(price(&lines, "b", 1769), Price::NotMeasured);
    }
}
