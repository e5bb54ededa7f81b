//! What people who sort music get besides the table: playlists by genre, and timelines for Audacity.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use anyhow::Context;
use genre::{Manifest, Report};

use crate::finish::Extra;
use crate::names::shown;
use crate::remote;
use crate::whole_file::{self, WholeFile};

/// The first line of a playlist of ours after the format's own: what begins so may be replaced or removed.
const OURS: &str = "# made by acousticsense";

/// Which answers are acted on, and under which names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choice {
    /// The least probability.
    pub(crate) least: f32,
    /// One's own names of genres; an empty one leaves the genre out.
    pub(crate) names: BTreeMap<String, String>,
}

impl Choice {
    /// Reads a mapping: a CSV table of two columns, our genre and one's own name for it. A first row `genre,…` is a heading.
    ///
    /// # Errors
    /// It cannot be read, or names a genre that the model does not know.
    pub(crate) fn names_of(place: &Path, manifest: &Manifest) -> anyhow::Result<BTreeMap<String, String>> {
        let failed = || format!("failed to read {}", shown(place));
        let bytes = fs::read(place).with_context(failed)?;
        let bytes = bytes.strip_prefix(crate::names::BYTE_ORDER_MARK).unwrap_or(&bytes);
        let mut names = BTreeMap::new();
        let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).trim(csv::Trim::All).from_reader(bytes);
        for (index, row) in rows.records().enumerate() {
            let row = row.with_context(failed)?;
            let (ours, own) = (row.get(0).unwrap_or_default(), row.get(1).unwrap_or_default());
            if index == 0 && ours.eq_ignore_ascii_case("genre") || ours.is_empty() {
                continue;
            }
            if !manifest.labels.iter().any(|label| label.name == ours) {
                anyhow::bail!("{}: the model knows no genre {ours:?}", shown(place));
            }
            if names.insert(ours.to_owned(), own.to_owned()).is_some() {
                anyhow::bail!("{}: {ours:?} stands there twice", shown(place));
            }
        }
        Ok(names)
    }

    /// The name under which an answer counts; `None` when it does not.
    pub(crate) fn name<'a>(&'a self, report: &'a Report) -> Option<&'a str> {
        let name = self.names.get(&report.genre).map_or(report.genre.as_str(), String::as_str);
        (!report.silent && report.probability >= self.least && !name.is_empty()).then_some(name)
    }
}

/// One M3U8 playlist per genre.
pub(crate) struct Playlists {
    folder: PathBuf,
    choice: Choice,
    /// Every name that a playlist can have with this model.
    possible: Vec<String>,
    open: BTreeMap<String, WholeFile>,
    entries: u64,
    /// Files whose names cannot stand in a playlist.
    unnameable: u64,
}

impl Playlists {
    /// Playlists that are to stand in `folder`, which is made where it is missing.
    ///
    /// # Errors
    /// It cannot be made, or holds a file of somebody else's under a name that is needed.
    pub(crate) fn new(folder: &Path, choice: Choice, manifest: &Manifest) -> anyhow::Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("failed to make {}", shown(folder)))?;
        let own = |name: &String| choice.names.get(name).unwrap_or(name).clone();
        let mut possible: Vec<String> = manifest.labels.iter().map(|label| own(&label.name)).filter(|name| !name.is_empty()).collect();
        possible.sort();
        possible.dedup();
        // Some systems do not tell capitals from small letters.
        let mut places: BTreeMap<String, &String> = BTreeMap::new();
        for name in &possible {
            let place = place(folder, name);
            let file = place.file_name().unwrap_or_default().to_string_lossy();
            if file.len() > 255 {
                anyhow::bail!("{name:?} is too long for the name of a playlist");
            }
            if let Some(other) = places.insert(file.to_lowercase(), name) {
                anyhow::bail!("the playlists of {other:?} and {name:?} would be one file; give them names that differ in more");
            }
            if place.exists() && !is_ours(&place) {
                anyhow::bail!("{} exists and was not made by acousticsense; choose another folder", shown(&place));
            }
        }
        Ok(Self { folder: folder.to_owned(), choice, possible, open: BTreeMap::new(), entries: 0, unnameable: 0 })
    }
}

impl Extra for Playlists {
    fn take(&mut self, path: &Path, report: &Report) -> anyhow::Result<()> {
        let Some(name) = self.choice.name(report) else { return Ok(()) };
        // An address stands for itself.
        let absolute = if remote::is_s3(path) { Ok(path.to_owned()) } else { std::path::absolute(path) };
        let absolute = absolute.with_context(|| format!("failed to find {}", shown(path)))?;
        let Some(entry) = absolute.to_str().filter(|entry| !entry.contains(['\n', '\r'])) else {
            self.unnameable += 1;
            return Ok(());
        };
        let place = place(&self.folder, name);
        let failed = || format!("failed to write {}", shown(&place));
        if !self.open.contains_key(name) {
            let mut file = WholeFile::create(&place)?;
            writeln!(file, "#EXTM3U\n{OURS}").with_context(failed)?;
            self.open.insert(name.to_owned(), file);
        }
        let title = path.file_stem().unwrap_or_default().to_string_lossy();
        let seconds = report.duration_s.map_or(-1, |seconds| seconds.round() as i64);
        if let Some(file) = self.open.get_mut(name) {
            writeln!(file, "#EXTINF:{seconds},{title}\n{entry}").with_context(failed)?;
        }
        self.entries += 1;
        Ok(())
    }

    fn finish(self: Box<Self>) -> anyhow::Result<(String, u64)> {
        let count = self.open.len();
        for name in self.possible.iter().filter(|name| !self.open.contains_key(*name)) {
            let place = place(&self.folder, name);
            if place.exists() {
                // Of an earlier run, and untrue by now.
                fs::remove_file(&place).with_context(|| format!("failed to remove {}", shown(&place)))?;
            }
        }
        for file in self.open.into_values() {
            file.commit()?;
        }
        let mut said = format!("{count} playlists with {} in {}", crate::classify::files(self.entries), shown(&self.folder));
        if self.unnameable > 0 {
            said.push_str(&format!("; {} left out, whose names no playlist can hold", crate::classify::files(self.unnameable)));
        }
        Ok((said, 0))
    }
}

/// Where the playlist of a genre stands: characters that some system keeps from file names are replaced.
fn place(folder: &Path, genre: &str) -> PathBuf {
    let name: String = genre.chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '-' } else { c }).collect();
    folder.join(format!("{}.m3u8", name.trim_start_matches('.')))
}

fn is_ours(place: &Path) -> bool {
    fs::read(place).is_ok_and(|bytes| bytes.starts_with(format!("#EXTM3U\n{OURS}").as_bytes()))
}

/// One label track of Audacity per recording: what each window says.
pub(crate) struct LabelTracks {
    pub(crate) folder: PathBuf,
    pub(crate) written: u64,
    pub(crate) failed: u64,
}

impl LabelTracks {
    fn one(&self, path: &Path, report: &Report) -> anyhow::Result<()> {
        let place = below(&self.folder, path);
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).with_context(|| format!("failed to make {}", shown(parent)))?;
        }
        whole_file::write(&place, label_track(report).as_bytes())
    }
}

impl Extra for LabelTracks {
    fn take(&mut self, path: &Path, report: &Report) -> anyhow::Result<()> {
        match self.one(path, report) {
            Ok(()) => self.written += 1,
            // One track that cannot be written, for the length of its name say, costs itself only.
            Err(error) => {
                self.failed += 1;
                let _ = writeln!(io::stderr(), "{}: label track not written: {error:#}", shown(path));
            }
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> anyhow::Result<(String, u64)> {
        let tracks = if self.written == 1 { "label track" } else { "label tracks" };
        let mut said = format!("{} {tracks} in {}", self.written, shown(&self.folder));
        if self.failed > 0 {
            said.push_str(&format!("; {} failed", self.failed));
        }
        Ok((said, self.failed))
    }
}

/// Beginning, end and label of each window, with tabs between.
fn label_track(report: &Report) -> String {
    let line = |start: f64, seconds: f64, genre: &str, probability: f32| {
        format!("{start:.6}\t{:.6}\t{genre} {:.1} %\n", start + seconds, 100.0 * probability)
    };
    match &report.windows {
        Some(windows) => windows.iter().map(|window| line(window.start_s, window.seconds, &window.genre, window.probability)).collect(),
        None => line(report.audio.window.start_s, report.audio.window.seconds, &report.genre, report.probability),
    }
}

/// `folder` with the path of a recording below it, so that no two recordings share a track.
fn below(folder: &Path, path: &Path) -> PathBuf {
    let mut place = folder.to_owned();
    for part in path.components() {
        match part {
            Component::Normal(name) => place.push(name),
            Component::ParentDir => place.push("__"),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    let mut name = place.into_os_string();
    name.push(".txt");
    name.into()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Choice, below, label_track, place};
    use crate::table::tests::report;

    #[test]
    fn names_of_files_hold_what_every_system_allows() {
        assert_eq!(place(Path::new("p"), "R&B"), Path::new("p/R&B.m3u8"));
        assert_eq!(place(Path::new("p"), "../Drum/Bass"), Path::new("p/-Drum-Bass.m3u8"));
        assert_eq!(below(Path::new("l"), Path::new("/m/../a b.mp3")), Path::new("l/m/__/a b.mp3.txt"));
    }

    #[test]
    fn a_choice_is_made_by_probability_and_name() {
        let report = report();
        let mut choice = Choice { least: 0.62, ..Choice::default() };
        assert_eq!(choice.name(&report), Some("Jazz"));
        choice.names.insert("Jazz".to_owned(), "Smooth".to_owned());
        assert_eq!(choice.name(&report), Some("Smooth"));
        choice.names.insert("Jazz".to_owned(), String::new());
        assert_eq!(choice.name(&report), None);
        assert_eq!(Choice { least: 0.63, ..Choice::default() }.name(&report), None);
    }

    #[test]
    fn a_label_track_is_what_audacity_imports() {
        let mut report = report();
        assert_eq!(label_track(&report), "65.000000\t68.700000\tJazz 62.4 %\n");
        let window =
            |start_s, genre: &str| genre::report::WindowScore { start_s, seconds: 10.0, genre: genre.to_owned(), probability: 0.5 };
        report.windows = Some(vec![window(0.0, "Jazz"), window(10.0, "Folk")]);
        assert_eq!(label_track(&report), "0.000000\t10.000000\tJazz 50.0 %\n10.000000\t20.000000\tFolk 50.0 %\n");
    }
}
