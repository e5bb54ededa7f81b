//! The table at the end: function, event, what was expected, what was answered.

/// A line of it.
pub(super) struct Row {
    pub(super) function: String,
    pub(super) event: String,
    pub(super) wanted: String,
    /// What was answered, or what is wrong with it.
    pub(super) verdict: Result<String, String>,
    pub(super) ms: Option<f64>,
    pub(super) memory_mb: Option<u64>,
}

const HEAD: [&str; 6] = ["function", "event", "expected", "answered", "ms", "MB allowed"];
/// Longer answers are cut in the table and told in full below it.
const WIDTH: usize = 44;

/// Columns as wide as they need to be; failures in full below.
pub(super) fn text(rows: &[Row]) -> String {
    let mut lines = vec![HEAD.map(str::to_owned)];
    lines.extend(rows.iter().map(cells));
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..HEAD.len()).map(width).collect();
    let mut text = String::new();
    for line in &lines {
        let cells = line.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| {
            // Numbers stand under each other.
            if column >= 4 { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        text += &(cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n");
    }
    for row in rows {
        if let Err(why) = &row.verdict {
            text += &format!("\n{} {}: {why}\n", row.function, row.event);
        }
    }
    text
}

fn cells(row: &Row) -> [String; 6] {
    let answered = match &row.verdict {
        Ok(answer) => answer.clone(),
        Err(why) => format!("WRONG: {why}"),
    };
    let number = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    [
        row.function.clone(),
        row.event.clone(),
        short(&row.wanted),
        short(&answered),
        number(row.ms.map(|ms| format!("{ms:.0}"))),
        number(row.memory_mb.map(|mb| mb.to_string())),
    ]
}

fn short(text: &str) -> String {
    let line = text.replace('\n', " ");
    if line.chars().count() <= WIDTH {
        return line;
    }
    line.chars().take(WIDTH - 1).chain(['…']).collect()
}
