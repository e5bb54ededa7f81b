//! The genre in the tags of the files themselves: two fields, everything else as it was.
//!
//! The genre stands where players look for it (`TCON`, `GENRE`, `©gen`), all probabilities in a field of our own, `ACOUSTICSENSE`. A file
//! is never written in place: a copy beside it gets the tags, is read back, and is renamed over it. Before that, what stood there goes to
//! the undo file, so that nothing is lost whenever the run ends. Format by format rather than through a common form of all tags, which
//! would lose what only one of them knows.

mod owner;
mod raw;

use std::borrow::Cow;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Seek, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use genre::Report;
use lofty::TextEncoding;
use lofty::config::{ParseOptions, WriteOptions};
use lofty::file::{AudioFile, FileType};
use lofty::flac::FlacFile;
use lofty::id3::v2::{Frame, FrameId, Id3v2Tag, Id3v2Version, TextInformationFrame};
use lofty::iff::aiff::AiffFile;
use lofty::iff::wav::WavFile;
use lofty::mp4::{Atom, AtomData, AtomIdent, Ilst, Mp4File};
use lofty::mpeg::MpegFile;
use lofty::ogg::tag::VorbisComments;
use lofty::ogg::{OggPictureStorage, VorbisFile};
use lofty::probe::Probe;
use lofty::tag::TagExt;
use serde::{Deserialize, Serialize};

use crate::finish::Extra;
use crate::names::{path_of, shown};
use crate::sides::Choice;
use owner::keep_owner;

/// The name of our own field.
const OURS: &str = "ACOUSTICSENSE";

/// The fields that are written, as they stand in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Fields {
    genre: Vec<String>,
    probabilities: Option<String>,
}

/// One line of the undo file.
#[derive(Serialize, Deserialize)]
struct Change {
    path: String,
    before: Fields,
    after: Fields,
}

/// The tags of a file, whole.
enum Tags {
    /// `v23`: written in version 2.3, as it was, or where nothing was, since every player reads that.
    Id3 {
        tag: Box<Id3v2Tag>,
        v23: bool,
    },
    Flac(Box<FlacFile>),
    Vorbis(Box<VorbisComments>),
    Mp4(Box<Ilst>),
}

/// Tells, or writes, what the tags are to be.
pub(crate) struct TagWriter {
    choice: Choice,
    /// Where to note what was; `None` for a dry run.
    undo: Option<Undo>,
    changed: u64,
    failed: u64,
}

/// The undo file, opened with the first change.
struct Undo {
    place: PathBuf,
    file: Option<File>,
}

impl Undo {
    /// Notes a change, behind those of earlier runs, before it is made.
    fn note(&mut self, change: &Change) -> anyhow::Result<()> {
        let failed = || format!("failed to write {}", shown(&self.place));
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(OpenOptions::new().create(true).append(true).open(&self.place).with_context(failed)?),
        };
        let mut line = serde_json::to_vec(change)?;
        line.push(b'\n');
        file.write_all(&line).and_then(|()| file.sync_data()).with_context(failed)
    }
}

impl TagWriter {
    /// Tells what would be written.
    pub(crate) fn dry(choice: Choice) -> Self {
        Self { choice, undo: None, changed: 0, failed: 0 }
    }

    /// Writes tags, and what was in them to a file at `undo`.
    pub(crate) fn writing(choice: Choice, undo: PathBuf) -> Self {
        Self { choice, undo: Some(Undo { place: undo, file: None }), changed: 0, failed: 0 }
    }

    fn one(&mut self, path: &Path, wanted: Fields) -> anyhow::Result<()> {
        // A list may name both.
        anyhow::ensure!(!crate::remote::is_s3(path), "tags are written to files of this machine only");
        let mut tags = Tags::read(path)?;
        let before = tags.fields();
        if before == wanted {
            return Ok(());
        }
        raw::inventory(path)?;
        match &mut self.undo {
            None => {
                let was = if before.genre.is_empty() { "none".to_owned() } else { before.genre.join("; ") };
                writeln!(io::stdout(), "{}: genre {} (was {was})", shown(path), wanted.genre.join("; ")).context("failed to write")?;
            }
            Some(undo) => {
                // What is relative now may not be when it is taken back.
                let absolute = shown(&std::path::absolute(path)?);
                undo.note(&Change { path: absolute, before, after: wanted.clone() })?;
                tags.set(&wanted);
                replace(path, &tags, &wanted)?;
            }
        }
        self.changed += 1;
        Ok(())
    }
}

impl Extra for TagWriter {
    fn take(&mut self, path: &Path, report: &Report) -> anyhow::Result<()> {
        let Some(name) = self.choice.name(report) else { return Ok(()) };
        let scores: Vec<String> = report.scores.iter().map(|score| format!("{} {:.4}", score.genre, score.probability)).collect();
        let wanted = Fields { genre: vec![name.to_owned()], probabilities: Some(scores.join("; ")) };
        if let Err(error) = self.one(path, wanted) {
            // One file that cannot be written costs itself only.
            self.failed += 1;
            let _ = writeln!(io::stderr(), "{}: tags not written: {error:#}", shown(path));
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> anyhow::Result<(String, u64)> {
        let files = crate::classify::files(self.changed);
        let mut said = match &self.undo {
            None => format!("dry run: the tags of {files} would change; write them with --write-tags=yes"),
            Some(Undo { file: None, .. }) => format!("wrote the tags of {files}"),
            Some(Undo { place, .. }) => {
                format!("wrote the tags of {files}; take them back with: acousticsense undo-tags {}", shown(place))
            }
        };
        if self.failed > 0 {
            said.push_str(&format!("; {} failed", self.failed));
        }
        Ok((said, self.failed))
    }
}

/// Takes back what the undo file at `place` tells, the last change first. Gives back how many files could not be.
///
/// # Errors
/// The undo file cannot be read.
pub(crate) fn undo(place: &Path, quiet: bool) -> anyhow::Result<u64> {
    let file = File::open(place).with_context(|| format!("failed to read {}", shown(place)))?;
    let mut changes = Vec::new();
    for (index, line) in BufReader::new(file).lines().enumerate() {
        let line = line.with_context(|| format!("failed to read {}", shown(place)))?;
        match serde_json::from_str::<Change>(&line) {
            Ok(change) => changes.push(change),
            // The last line may be cut short: its file was not written then.
            Err(error) => {
                let _ = writeln!(io::stderr(), "{}, line {}: {error}", shown(place), index + 1);
            }
        }
    }
    let (mut restored, mut failed) = (0, 0);
    for change in changes.iter().rev() {
        let path = path_of(change.path.as_bytes());
        let undone = Tags::read(&path).and_then(|mut tags| {
            let now = tags.fields();
            if now == change.before {
                return Ok(());
            }
            if now != change.after {
                bail!("they were changed since");
            }
            tags.set(&change.before);
            restored += 1;
            replace(&path, &tags, &change.before)
        });
        if let Err(error) = undone {
            failed += 1;
            let _ = writeln!(io::stderr(), "{}: tags left as they are: {error:#}", change.path);
        }
    }
    if !quiet {
        let _ = writeln!(io::stderr(), "took back the tags of {}; {failed} failed", crate::classify::files(restored));
    }
    Ok(failed)
}

impl Tags {
    fn read(path: &Path) -> anyhow::Result<Self> {
        let probe = Probe::open(path).context("failed to read the file")?.guess_file_type().context("failed to read the file")?;
        let kind = probe.file_type();
        let mut reader = probe.into_inner();
        reader.rewind()?;
        // What is not converted is written back as it was. MP4's numbered genres have to be, or two would stand there.
        let options = ParseOptions::new().read_properties(false).implicit_conversions(kind == Some(FileType::Mp4));
        let failed = "failed to read the tags";
        let id3 = |tag: Option<&Id3v2Tag>| Self::Id3 {
            v23: tag.is_none_or(|tag| tag.original_version() == Id3v2Version::V3),
            tag: Box::new(tag.cloned().unwrap_or_default()),
        };
        Ok(match kind {
            Some(FileType::Mpeg) => id3(MpegFile::read_from(&mut reader, options).context(failed)?.id3v2()),
            Some(FileType::Wav) => id3(WavFile::read_from(&mut reader, options).context(failed)?.id3v2()),
            Some(FileType::Aiff) => id3(AiffFile::read_from(&mut reader, options).context(failed)?.id3v2()),
            Some(FileType::Flac) => Self::Flac(Box::new(FlacFile::read_from(&mut reader, options).context(failed)?)),
            Some(FileType::Vorbis) => {
                Self::Vorbis(Box::new(VorbisFile::read_from(&mut reader, options).context(failed)?.vorbis_comments().clone()))
            }
            Some(FileType::Mp4) => {
                Self::Mp4(Box::new(Mp4File::read_from(&mut reader, options).context(failed)?.ilst().cloned().unwrap_or_default()))
            }
            _ => bail!("tags are written to MP3, FLAC, Ogg Vorbis, MP4, WAV and AIFF only"),
        })
    }

    fn fields(&self) -> Fields {
        let comments = |comments: Option<&VorbisComments>| Fields {
            genre: comments.map(|comments| comments.get_all("GENRE").map(str::to_owned).collect()).unwrap_or_default(),
            probabilities: comments.and_then(|comments| comments.get(OURS)).map(str::to_owned),
        };
        match self {
            Self::Id3 { tag, .. } => Fields {
                genre: tag.get_text(&tcon()).map(str::to_owned).into_iter().collect(),
                probabilities: tag.get_user_text(OURS).map(str::to_owned),
            },
            Self::Flac(file) => comments(file.vorbis_comments()),
            Self::Vorbis(tag) => comments(Some(tag)),
            Self::Mp4(tag) => {
                let texts = |ident: &AtomIdent<'_>| -> Vec<String> {
                    let data = tag.get(ident).into_iter().flat_map(Atom::data);
                    data.filter_map(|data| if let AtomData::UTF8(text) = data { Some(text.clone()) } else { None }).collect()
                };
                Fields { genre: texts(&gen_atom()), probabilities: texts(&our_atom()).into_iter().next() }
            }
        }
    }

    /// Everything else, as the library understands it.
    fn others(&self) -> Vec<String> {
        let of = |tag: &VorbisComments| {
            let ours = |key: &str| key.eq_ignore_ascii_case("GENRE") || key.eq_ignore_ascii_case(OURS);
            let items = tag.items().filter(|(key, _)| !ours(key)).map(|item| format!("{item:?}"));
            items.chain(tag.pictures().iter().map(|picture| format!("{picture:?}"))).collect::<Vec<_>>()
        };
        let mut others = match self {
            Self::Id3 { tag, .. } => {
                let ours = |frame: &Frame<'_>| match frame {
                    Frame::UserText(text) => text.description == OURS,
                    _ => *frame.id() == tcon(),
                };
                (&**tag).into_iter().filter(|frame| !ours(frame)).map(|frame| format!("{frame:?}")).collect()
            }
            Self::Flac(file) => file.vorbis_comments().map(of).unwrap_or_default(),
            Self::Vorbis(tag) => of(tag),
            Self::Mp4(tag) => {
                let others = (&**tag).into_iter().filter(|atom| ![gen_atom(), our_atom()].contains(atom.ident()));
                others.map(|atom| format!("{:?} {:?}", atom.ident(), atom.data().collect::<Vec<_>>())).collect()
            }
        };
        others.sort();
        others
    }

    fn set(&mut self, fields: &Fields) {
        match self {
            Self::Id3 { tag, .. } => {
                tag.remove(&tcon()).for_each(drop);
                tag.remove_user_text(OURS);
                // Several genres are one text with separators already.
                if let Some(genre) = fields.genre.first() {
                    tag.insert(Frame::Text(TextInformationFrame::new(tcon(), TextEncoding::UTF8, genre.clone())));
                }
                if let Some(text) = &fields.probabilities {
                    tag.insert_user_text(OURS.to_owned(), text.clone());
                }
            }
            Self::Flac(file) => {
                if file.vorbis_comments().is_none() {
                    file.set_vorbis_comments(VorbisComments::default());
                }
                if let Some(tag) = file.vorbis_comments_mut() {
                    set_comments(tag, fields);
                }
            }
            Self::Vorbis(tag) => set_comments(tag, fields),
            Self::Mp4(tag) => {
                let texts = |texts: &[String]| texts.iter().cloned().map(AtomData::UTF8).collect::<Vec<_>>();
                for (ident, texts) in [(gen_atom(), texts(&fields.genre)), (our_atom(), texts(fields.probabilities.as_slice()))] {
                    tag.remove(&ident).for_each(drop);
                    if let Some(atom) = Atom::from_collection(ident, texts) {
                        tag.insert(atom);
                    }
                }
            }
        }
    }

    fn save(&self, path: &Path) -> anyhow::Result<()> {
        let mut options = WriteOptions::new();
        let mut file = OpenOptions::new().read(true).write(true).open(path)?;
        match self {
            Self::Id3 { tag, v23 } => {
                options.use_id3v23(*v23);
                tag.save_to(&mut file, options)?;
            }
            Self::Flac(flac) => flac.save_to(&mut file, options)?,
            Self::Vorbis(tag) => tag.save_to(&mut file, options)?,
            Self::Mp4(tag) => tag.save_to(&mut file, options)?,
        }
        Ok(file.sync_all()?)
    }
}

/// In their places and under the names that they have there, since the order of comments is part of their meaning.
fn set_comments(tag: &mut VorbisComments, fields: &Fields) {
    let items: Vec<(String, String)> = tag.take_items().collect();
    let mut wanted = [("GENRE", fields.genre.clone()), (OURS, fields.probabilities.clone().into_iter().collect())];
    for (key, value) in items {
        match wanted.iter_mut().find(|(ours, _)| key.eq_ignore_ascii_case(ours)) {
            Some((_, values)) => values.drain(..).for_each(|value| tag.push(key.clone(), value)),
            None => tag.push(key, value),
        }
    }
    for (key, values) in wanted {
        values.into_iter().for_each(|value| tag.push(key.to_owned(), value));
    }
}

fn tcon() -> FrameId<'static> {
    FrameId::Valid(Cow::Borrowed("TCON"))
}

fn gen_atom() -> AtomIdent<'static> {
    AtomIdent::Fourcc(*b"\xa9gen")
}

fn our_atom() -> AtomIdent<'static> {
    AtomIdent::Freeform { mean: Cow::Borrowed("com.apple.iTunes"), name: Cow::Borrowed(OURS) }
}

/// Puts a copy with other tags in the place of a file.
fn replace(path: &Path, tags: &Tags, wanted: &Fields) -> anyhow::Result<()> {
    // A link stays a link: what it leads to is replaced.
    let path = fs::canonicalize(path)?;
    if fs::metadata(&path)?.permissions().readonly() {
        bail!("the file is read-only");
    }
    // Short, since the name of a file may be as long as the system allows already.
    let copy = path.with_file_name(format!(".acousticsense-{}-tags.partial", std::process::id()));
    let written = (|| {
        let (others, raw) = (Tags::read(&path)?.others(), raw::inventory(&path)?);
        fs::copy(&path, &copy).context("failed to copy it")?;
        keep_owner(&path, &copy)?;
        tags.save(&copy).context("failed to write the tags")?;
        let read = Tags::read(&copy)?;
        if read.fields() != *wanted {
            bail!("the tags do not read back as they were written");
        }
        if read.others() != others || !raw::inventory(&copy)?.keeps(&raw) {
            bail!("other tags of the file would not stay as they are");
        }
        fs::rename(&copy, &path).context("failed to put the copy in its place")
    })();
    if written.is_err() {
        let _ = fs::remove_file(&copy);
    }
    written
}
