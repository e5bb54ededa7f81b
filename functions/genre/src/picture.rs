//! The grayscale spectrogram: what the network sees, for people.

use std::io;

use crate::wide::{Loop, widest};

/// A grayscale picture, 8 bits per pixel, row-major, the highest frequencies on top as people expect them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Width, pixels; time runs to the right.
    pub width: usize,
    /// Height, pixels; frequency rises upwards.
    pub height: usize,
    /// Black is `top_db` below the loudest, white the loudest.
    pub gray: Vec<u8>,
}

impl Picture {
    /// Draws decibels in `[-top_db, 0]`, row-major with the lowest frequencies first.
    pub(crate) fn of_decibels(decibels: &[f32], width: usize, height: usize, top_db: f32) -> Self {
        let mut gray = vec![0; decibels.len()];
        widest(Gray { decibels, width, top_db, gray: &mut gray });
        Self { width, height, gray }
    }

    /// The picture as a PNG file.
    ///
    /// # Errors
    /// Only what the encoder can refuse: a picture without pixels.
    pub fn to_png(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.gray)?;
        writer.finish()?;
        Ok(bytes)
    }
}

/// Turns rows of decibels upside down and gray.
struct Gray<'a> {
    decibels: &'a [f32],
    width: usize,
    top_db: f32,
    gray: &'a mut [u8],
}

impl Loop for Gray<'_> {
    type Done = ();

    #[inline(always)]
    fn run(self) {
        for (row, gray) in self.decibels.chunks_exact(self.width).rev().zip(self.gray.chunks_exact_mut(self.width)) {
            for (value, gray) in row.iter().zip(gray) {
                *gray = ((value / self.top_db + 1.0) * 255.0).round().clamp(0.0, 255.0) as u8;
            }
        }
    }
}
