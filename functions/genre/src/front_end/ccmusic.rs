//! The front end of the CCMusic checkpoints: a JPEG picture of every window of a track, as a plotting library drew it.
//!
//! The order is the original's, in Python:
//!
//! 1. Mel spectrogram of the whole track in dB below the track's maximum.
//! 2. Windows of `window_s` side by side, in columns: `step = int(window_s · T / duration)`, `count = int(T / step)`, from
//!    `begin = int((T − count · step) / 2)` on. The rest at both ends is not looked at. A track in which no window fits has no picture
//!    there; here it is repeated end to end until one does.
//! 3. `librosa.display.specshow(window)` without axes, saved as JPEG: matplotlib's magma between the window's own extremes, low
//!    frequencies at the bottom ([`Canvas`]), libjpeg's losses ([`super::jpeg`]).
//! 4. Pillow's bilinear resize to the network's size, RGB / 255, `(x − mean) / std`.
//!
//! Steps 3 and 4 are whole numbers but for the choice of a colour, and repeat the libraries' rounding: a picture differs from theirs only
//! where a value of step 1 lies within its rounding error of the next colour.

use super::colormap::MAGMA;
use super::jpeg::RoundTrip;
use super::resize::Resize;
use super::resize_rgb::ResizeRgb;
use super::{Span, View};
use crate::audio::{Window, repeat_to};
use crate::manifest::{Architecture, CcmusicSpec};
use crate::mel::{MelSpectrogram, Spectrogram};
use crate::picture::Picture;

/// A planned front end. The network has three channels: the manifest's check sees to that.
pub(super) struct Ccmusic {
    spec: CcmusicSpec,
    mel: MelSpectrogram,
    canvas: Canvas,
    jpeg: RoundTrip,
    resize: ResizeRgb,
    image: usize,
    /// What the network gets for each of the 256 levels of a channel.
    levels: [f32; 256],
}

/// Where the windows lie in a spectrogram, in columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cut {
    begin: usize,
    step: usize,
    count: usize,
}

/// Where matplotlib draws the cells of a `pcolormesh`, whose axes fill the figure to its edges.
///
/// The axes box is `width` × `height` pixels, its lower left corner that of the file, which holds whole pixels only: what is left of a
/// pixel is cut off at the top and on the right. Edges of cells are snapped to the nearest border between pixels, `floor(edge + 0.5)`.
struct Canvas {
    width: f64,
    height: f64,
}

impl Ccmusic {
    pub(super) fn new(spec: &CcmusicSpec, architecture: &Architecture) -> Self {
        let canvas = Canvas { width: spec.axes_width_px, height: spec.axes_height_px };
        let (columns, rows) = canvas.pixels();
        Self {
            mel: MelSpectrogram::new(&spec.mel, spec.sample_rate_hz),
            jpeg: RoundTrip::new(columns, rows, &MAGMA, spec.jpeg_quality),
            resize: ResizeRgb::new(columns, rows, architecture.image),
            canvas,
            image: architecture.image,
            levels: std::array::from_fn(|level| (level as f32 / 255.0 - spec.mean) / spec.std),
            spec: spec.clone(),
        }
    }

    /// The part of a recording of `samples` that is judged.
    pub(super) fn judged(&self, samples: usize) -> Window {
        let cut = self.cut(samples);
        if cut.count == 0 {
            return Window { start_s: 0.0, seconds: self.seconds(samples), looped: true };
        }
        let whole = self.span(Cut { step: cut.count * cut.step, ..cut }, 0, samples);
        Window { start_s: whole.start_s, seconds: whole.seconds, looped: false }
    }

    pub(super) fn view(&self, mut samples: Vec<f32>) -> View {
        let heard = samples.len();
        let mut cut = self.cut(heard);
        let looped = cut.count == 0;
        if looped {
            repeat_to(&mut samples, (self.spec.window_s * f64::from(self.spec.sample_rate_hz)) as usize);
            // One window, whatever the rounding of its length in columns leaves at its end.
            cut = Cut { begin: 0, count: 1, ..self.cut(samples.len()) };
        }
        let spectrogram = self.mel.decibels(&samples);
        // Half an hour of samples is 160 MB.
        drop(samples);
        cut.step = cut.step.min(spectrogram.frames);
        let mut pixels = Vec::with_capacity(cut.count * 3 * self.image * self.image);
        let (rows, columns) = (self.canvas.rows(spectrogram.bands), self.canvas.columns(cut.step));
        for window in 0..cut.count {
            let first = cut.begin + window * cut.step;
            let colors = color_indices(&spectrogram, first..first + cut.step);
            let mut drawn = Vec::with_capacity(rows.len() * columns.len());
            for row in &rows {
                let cells = &colors[row * cut.step..][..cut.step];
                drawn.extend(columns.iter().map(|&column| cells[column]));
            }
            let rgb = self.resize.run(&self.jpeg.run(&drawn));
            for channel in 0..3 {
                pixels.extend(rgb.iter().skip(channel).step_by(3).map(|&level| self.levels[usize::from(level)]));
            }
        }
        let spans = if looped {
            vec![Span { start_s: 0.0, seconds: self.seconds(heard) }]
        } else {
            (0..cut.count).map(|window| self.span(cut, window, heard)).collect()
        };
        View { pixels, windows: cut.count, spans, picture: self.picture(&spectrogram, cut), looped }
    }

    fn cut(&self, samples: usize) -> Cut {
        let frames = 1 + samples / self.spec.mel.hop_length;
        let step = ((self.spec.window_s * frames as f64 / self.seconds(samples)) as usize).max(1);
        let count = frames / step;
        Cut { begin: (frames - count * step) / 2, step, count }
    }

    fn seconds(&self, samples: usize) -> f64 {
        samples as f64 / f64::from(self.spec.sample_rate_hz)
    }

    /// Window `window` of `cut` in a recording of `samples`. The last column is centred on the recording's end at most, so that the
    /// last window may reach over it by less than a column; that is not counted.
    fn span(&self, cut: Cut, window: usize, samples: usize) -> Span {
        let at = |column: usize| (column * self.spec.mel.hop_length).min(samples);
        let (begin, end) = (at(cut.begin + window * cut.step), at(cut.begin + (window + 1) * cut.step));
        Span { start_s: self.seconds(begin), seconds: self.seconds(end - begin) }
    }

    /// All that is judged, in grayscale.
    fn picture(&self, spectrogram: &Spectrogram, cut: Cut) -> Picture {
        let judged = cut.begin..cut.begin + cut.count * cut.step;
        let rows = spectrogram.values.chunks_exact(spectrogram.frames);
        let decibels: Vec<f32> = rows.flat_map(|row| &row[judged.clone()]).copied().collect();
        let resized = Resize::new((spectrogram.bands, judged.len()), (self.image, self.image)).run(&decibels);
        Picture::of_decibels(&resized, self.image, self.image, self.spec.mel.top_db)
    }
}

impl Canvas {
    /// Width and height of the file.
    fn pixels(&self) -> (usize, usize) {
        (self.width as usize, self.height as usize)
    }

    /// The column of `columns` that each pixel shows, from the left.
    fn columns(&self, columns: usize) -> Vec<usize> {
        let (width, _) = self.pixels();
        let edge = |column: usize| snapped(column as f64 * self.width / columns as f64);
        cells(width, columns, |column| (edge(column), edge(column + 1)))
    }

    /// The row of `rows` that each pixel shows, from the top; row 0 is the lowest.
    fn rows(&self, rows: usize) -> Vec<usize> {
        let (_, height) = self.pixels();
        let edge = |row: usize| snapped(height as f64 - row as f64 * self.height / rows as f64);
        cells(height, rows, |row| (edge(row + 1), edge(row)))
    }
}

fn snapped(edge: f64) -> usize {
    // What lies above or left of the file is cut off.
    (edge + 0.5).floor().max(0.0) as usize
}

/// Which of `count` cells each of `pixels` shows; cell `i` covers the pixels `from..to` of `span(i)`. Later cells cover earlier ones.
fn cells(pixels: usize, count: usize, span: impl Fn(usize) -> (usize, usize)) -> Vec<usize> {
    let mut shown = vec![0; pixels];
    for cell in 0..count {
        let (from, to) = span(cell);
        if let Some(covered) = shown.get_mut(from.min(pixels)..to.min(pixels)) {
            covered.fill(cell);
        }
    }
    shown
}

/// Colours of a window [bands, columns] between its own minimum and maximum, as matplotlib's `Normalize` and `Colormap` choose them: the
/// difference and the quotient are rounded to f32, the quotient is computed in f64, the largest value gets the last of 256 colours. A
/// window of one value gets the first.
fn color_indices(spectrogram: &Spectrogram, columns: std::ops::Range<usize>) -> Vec<u8> {
    let rows = || spectrogram.values.chunks_exact(spectrogram.frames).map(|row| &row[columns.clone()]);
    let (low, high) = rows().flatten().fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), &value| (low.min(value), high.max(value)));
    let range = f64::from(high) - f64::from(low);
    if range <= 0.0 {
        return vec![0; spectrogram.bands * columns.len()];
    }
    let index = |&value: &f32| ((f64::from(value - low) / range) as f32 * 256.0).min(255.0) as u8;
    rows().flatten().map(index).collect()
}
