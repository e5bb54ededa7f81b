//! Files with the label that somebody gave them, and whose genre that is.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use genre::Manifest;

use crate::inputs::{Input, Inputs};
use crate::names::{path_of, shown};

/// A file and the index of its genre among the model's labels.
pub(super) struct Labelled {
    pub(super) input: Input,
    pub(super) genre: usize,
}

/// All that is to be judged.
pub(super) struct Collection {
    pub(super) files: Vec<Labelled>,
    /// Files that were left out, by label.
    pub(super) left_out: BTreeMap<String, u64>,
}

/// The columns that hold paths and labels, the first that is there.
const PATHS: [&str; 2] = ["path", "file"];
const LABELS: [&str; 2] = ["label", "genre"];

impl Collection {
    /// Reads a folder of folders or a table.
    ///
    /// # Errors
    /// It cannot be read, holds no files, or has labels that are no genre of the model (unless `skip_unknown`); all of them are told.
    pub(super) fn read(place: &Path, map: Option<&Path>, skip_unknown: bool, manifest: &Manifest) -> anyhow::Result<Self> {
        let names = Names::read(map, manifest)?;
        let labelled = if place.is_dir() { of_folder(place) } else { of_table(place) };
        let labelled = labelled.with_context(|| format!("failed to read {}", shown(place)))?;
        let (mut files, mut left_out, mut unknown) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
        for (input, label) in labelled {
            match names.genre(&label) {
                Meaning::Genre(genre) => files.push(Labelled { input, genre }),
                Meaning::LeftOut => *left_out.entry(label).or_insert(0) += 1,
                Meaning::Unknown => *unknown.entry(label).or_insert(0) += 1,
            }
        }
        if !unknown.is_empty() && !skip_unknown {
            let told: Vec<String> = unknown.iter().map(|(label, files)| format!("{label:?} ({files})")).collect();
            let genres: Vec<&str> = manifest.labels.iter().map(|label| label.name.as_str()).collect();
            bail!(
                "no genre of the model is called {}; map them with --map, or leave them out with --skip-unknown. Its genres are {}",
                told.join(", "),
                genres.join(", ")
            );
        }
        left_out.extend(unknown);
        if files.is_empty() {
            bail!("{} holds no file with a genre of the model", shown(place));
        }
        Ok(Self { files, left_out })
    }
}

/// One folder per label; everything that is audio below it.
fn of_folder(place: &Path) -> anyhow::Result<Vec<(Input, String)>> {
    let mut folders: Vec<PathBuf> = fs::read_dir(place)?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<Vec<_>>>()?
        .into_iter()
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    let name = |folder: &Path| folder.file_name().map(|name| shown(Path::new(name))).unwrap_or_default();
    folders.retain(|folder| !name(folder).starts_with('.'));
    if folders.is_empty() {
        bail!("there is no folder in it; one per genre is expected, or a CSV table with the columns path and label");
    }
    Ok(folders
        .into_iter()
        .flat_map(|folder| {
            let label = name(&folder);
            Inputs::new(vec![folder]).map(move |input| (input, label.clone()))
        })
        .collect())
}

fn of_table(place: &Path) -> anyhow::Result<Vec<(Input, String)>> {
    let bytes = fs::read(place)?;
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text);
    let headings = reader.byte_headers()?.clone();
    let column = |names: [&str; 2]| {
        let found = names.iter().find_map(|name| headings.iter().position(|heading| heading.eq_ignore_ascii_case(name.as_bytes())));
        found.with_context(|| format!("it has no column {}", names.join(" or ")))
    };
    let (path, label) = (column(PATHS)?, column(LABELS)?);
    let folder = place.parent().unwrap_or(Path::new(""));
    let mut files = Vec::new();
    for row in reader.byte_records() {
        let row = row?;
        let cell = |column: usize| row.get(column).unwrap_or_default();
        if cell(path).is_empty() {
            continue;
        }
        files.push((Input::named(folder.join(path_of(cell(path)))), String::from_utf8_lossy(cell(label)).trim().to_owned()));
    }
    Ok(files)
}

/// What labels mean.
struct Names {
    /// By [`key`]: the genre's index, or `None` to leave the files out.
    known: BTreeMap<String, Option<usize>>,
}

enum Meaning {
    Genre(usize),
    LeftOut,
    Unknown,
}

impl Names {
    fn read(map: Option<&Path>, manifest: &Manifest) -> anyhow::Result<Self> {
        let mut known: BTreeMap<String, Option<usize>> =
            manifest.labels.iter().enumerate().map(|(index, label)| (key(&label.name), Some(index))).collect();
        if let Some(map) = map {
            let own: BTreeMap<String, usize> = manifest.labels.iter().enumerate().map(|(index, label)| (key(&label.name), index)).collect();
            let bytes = fs::read(map).with_context(|| format!("failed to read {}", shown(map)))?;
            let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
            for row in reader.records() {
                let row = row.with_context(|| format!("failed to read {}", shown(map)))?;
                let (theirs, ours) = (row.get(0).unwrap_or_default().trim(), row.get(1).unwrap_or_default().trim());
                let genre = match own.get(&key(ours)) {
                    Some(&index) => Some(index),
                    None if ours.is_empty() => None,
                    None => bail!("{}: {ours:?}, which {theirs:?} is mapped to, is no genre of the model", shown(map)),
                };
                known.insert(key(theirs), genre);
            }
        }
        Ok(Self { known })
    }

    fn genre(&self, label: &str) -> Meaning {
        match self.known.get(&key(label)) {
            Some(Some(index)) => Meaning::Genre(*index),
            Some(None) => Meaning::LeftOut,
            None => Meaning::Unknown,
        }
    }
}

/// A name without case, accents, spaces and punctuation.
fn key(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).map(plain).filter(|c| c.is_alphanumeric()).collect()
}

/// A letter of Latin-1 or Latin Extended-A without its accent: what names of genres hold. Combining accents are no letters anyway.
fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'š' | 'ś' | 'ş' => 's',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn names_are_compared_by_their_letters() {
        for (theirs, ours) in [
            ("hiphop", "Hip-Hop"),
            ("HIP HOP", "Hip-Hop"),
            ("r&b", "R&B"),
            ("Reggaé", "Reggae"),
            ("Re\u{301}ggae", "reggae"),
            ("流行", "流行"),
        ] {
            assert_eq!(key(theirs), key(ours));
        }
        assert_ne!(key("rock"), key("folk"));
        assert!(!key("爵士").is_empty());
    }
}
