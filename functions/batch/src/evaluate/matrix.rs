//! The confusion matrix as a picture: SVG, so that it stays sharp at any size and its text can be searched.
//!
//! One hue from light to dark: its order is read by everybody, in print and without colour too. Every cell bears its number.

use std::fmt::Write;

/// Side of a cell, and the room for names, pixels.
const CELL: usize = 36;
const NAMES: usize = 150;
const TOP: usize = 150;
const MARGIN: usize = 24;

/// Draws `matrix` [truth][answer]; a cell is the darker the larger its share of its row is.
pub(super) fn svg(matrix: &[Vec<usize>], names: &[String], title: &str) -> String {
    let (width, height) = (NAMES + matrix.len() * CELL + MARGIN, TOP + matrix.len() * CELL + 2 * MARGIN);
    let mut picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"system-ui, sans-serif\" font-size=\"13\" role=\"img\">\n<title>{}</title>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n",
        plain(title)
    );
    let mut text = |x: usize, y: usize, attributes: &str, words: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(picture, "<text x=\"{x}\" y=\"{y}\" {attributes}>{}</text>", plain(words));
    };
    text(12, 20, "font-weight=\"600\"", title);
    text(12, TOP - 12, "fill=\"#555555\"", "is ↓   taken for →");
    text(NAMES, TOP + matrix.len() * CELL + 28, "fill=\"#555555\"", "dark: a large share of the row; numbers are files");
    for (index, name) in names.iter().enumerate() {
        let middle = CELL * index + CELL / 2;
        text(NAMES - 8, TOP + middle + 4, "text-anchor=\"end\"", name);
        let (x, y) = (NAMES + middle + 4, TOP - 8);
        text(x, y, &format!("transform=\"rotate(-55 {x} {y})\""), name);
    }
    for (truth, row) in matrix.iter().enumerate() {
        let all = row.iter().sum::<usize>().max(1);
        for (answer, &files) in row.iter().enumerate() {
            let share = files as f64 / all as f64;
            let (x, y) = (NAMES + answer * CELL, TOP + truth * CELL);
            let stroke = if truth == answer { "#111111" } else { "#dddddd" };
            let _ = writeln!(
                picture,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{CELL}\" height=\"{CELL}\" fill=\"{}\" stroke=\"{stroke}\"/>",
                shade(share)
            );
            if files > 0 {
                let ink = if share > 0.45 { "#ffffff" } else { "#111111" };
                let (x, y) = (x + CELL / 2, y + CELL / 2 + 4);
                let _ =
                    writeln!(picture, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" font-size=\"12\" fill=\"{ink}\">{files}</text>");
            }
        }
    }
    picture + "</svg>\n"
}

/// White to dark blue, through a root so that single files can be seen.
fn shade(share: f64) -> String {
    let mix = |light: f64, dark: f64| (light + (dark - light) * share.sqrt()).round() as u8;
    format!("#{:02x}{:02x}{:02x}", mix(255.0, 8.0), mix(255.0, 48.0), mix(255.0, 107.0))
}

/// Text for XML.
fn plain(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_control());
    kept.map(|c| match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        other => other.to_string(),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::svg;

    #[test]
    fn names_and_numbers_stand_in_it() {
        let names = ["R&B", "<Metal>"].map(str::to_owned);
        let picture = svg(&[vec![7, 0], vec![1, 3]], &names, "two \"genres\"");
        for part in ["R&amp;B", "&lt;Metal&gt;", "two &quot;genres&quot;", ">7</text>", ">1</text>", ">3</text>"] {
            assert!(picture.contains(part), "{part} is missing");
        }
        assert!(!picture.contains(">0</text>"), "empty cells stay empty");
        assert_eq!(picture.matches("<rect ").count(), 1 + 4);
        assert!(picture.contains("fill=\"#08306b\"") && picture.contains("fill=\"#ffffff\" stroke"), "from white to dark");
    }
}
