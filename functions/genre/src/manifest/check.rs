//! What a manifest must be for this version to honour it.

use super::{Architecture, FrontEndSpec, Manifest, MelSpec, SCHEMA};
use crate::error::ModelError;

/// Values of one window's spectrogram: the article's has 55,168. Protection against hostile manifests.
const MAX_SPECTROGRAM_VALUES: f64 = 16_777_216.0;

impl Manifest {
    pub(super) fn check(&self) -> Result<(), ModelError> {
        let refuse = |what: String| Err(ModelError::Manifest(what));
        if self.schema != SCHEMA {
            return refuse(format!("schema {} is not the version read here, {SCHEMA}", self.schema));
        }
        let id_ok = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
        if self.id.is_empty() || self.id.starts_with('.') || !self.id.chars().all(id_ok) {
            return refuse(format!("id {:?} may only hold a-z, 0-9, '-', '_' and '.', and not begin with a dot", self.id));
        }
        self.architecture.check().map_err(ModelError::Manifest)?;
        self.front_end.check(&self.architecture).map_err(ModelError::Manifest)?;
        let classes = self.architecture.head.last().copied().unwrap_or(0);
        if self.labels.len() != classes {
            return refuse(format!("{} labels for a network with {classes} outputs", self.labels.len()));
        }
        for (index, label) in self.labels.iter().enumerate() {
            if self.family_of(index).is_none() {
                return refuse(format!("label {:?} names family {:?}, which is not listed", label.name, label.family));
            }
            if self.labels[..index].iter().any(|other| other.name == label.name) {
                return refuse(format!("label {:?} is listed twice", label.name));
            }
        }
        for family in &self.families {
            let hex = family.color.strip_prefix('#').unwrap_or_default();
            if hex.len() != 6 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return refuse(format!("color {:?} of family {:?} is not of the form #rrggbb", family.color, family.id));
            }
        }
        for file in &self.files {
            let plain = !file.path.is_empty() && !file.path.contains(['/', '\\']) && !file.path.starts_with('.');
            if !plain {
                return refuse(format!("file path {:?} must be a plain name beside the manifest", file.path));
            }
            let hex = |hash: &str| hash.len() == 64 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
            if !hex(&file.sha256) || !file.blake3.as_deref().is_none_or(hex) {
                return refuse(format!("sha256 and blake3 of {} must be 64 lower-case hexadecimal digits", file.path));
            }
        }
        if !(self.temperature.is_finite() && self.temperature > 0.0) {
            return refuse(format!("temperature {} must be a positive number", self.temperature));
        }
        Ok(())
    }
}

impl Architecture {
    fn check(&self) -> Result<(), String> {
        let positive = [self.image, self.patch, self.dim, self.depth, self.heads, self.mlp].iter().all(|&n| n > 0);
        if !positive || self.head.is_empty() || self.head.contains(&0) {
            return Err("every size of the architecture must be positive".to_owned());
        }
        if self.image > 4096 || !self.image.is_multiple_of(self.patch) {
            return Err(format!("image {} must be a multiple of patch {} and at most 4096", self.image, self.patch));
        }
        let (convolutions, strides) = (self.stem.len(), &self.stem_strides);
        if !strides.is_empty() && (strides.len() != convolutions || strides.iter().any(|stride| !matches!(stride, 1 | 2))) {
            return Err(format!("strides {strides:?} of a stem of {convolutions} convolutions; each has one of 1 or 2"));
        }
        // Every convolution of the stem halves the picture, unless its stride is 1.
        let halvings = convolutions - strides.iter().filter(|&&stride| stride == 1).count();
        let halved = u32::try_from(halvings).ok().and_then(|steps| 1_usize.checked_shl(steps));
        if !self.stem.is_empty() && (self.stem.contains(&0) || halved != Some(self.patch)) {
            return Err(format!(
                "a stem of {convolutions} convolutions, {halvings} of which halve the picture, does not give patches of {}",
                self.patch
            ));
        }
        if self.channels != 1 && self.channels != 3 {
            return Err(format!("{} channels; networks take 1 or 3", self.channels));
        }
        if !self.dim.is_multiple_of(self.heads) {
            return Err(format!("dim {} is not a multiple of heads {}", self.dim, self.heads));
        }
        if !(self.eps > 0.0 && self.eps < 1.0) {
            return Err(format!("eps {} must lie between 0 and 1", self.eps));
        }
        Ok(())
    }
}

impl FrontEndSpec {
    pub(crate) fn check(&self, architecture: &Architecture) -> Result<(), String> {
        let rate = self.sample_rate_hz();
        if !(1_000..=192_000).contains(&rate) {
            return Err(format!("sample_rate_hz {rate} must lie between 1,000 and 192,000"));
        }
        let (window_s, mean, std) = match self {
            Self::Article(spec) => (spec.window_s, spec.mean_db, spec.std_db),
            Self::Ccmusic(spec) => (spec.window_s, spec.mean, spec.std),
        };
        if !(window_s > 0.0 && window_s <= 120.0) {
            return Err(format!("window_s {window_s} must lie between 0 and 120"));
        }
        if !(mean.is_finite() && std.is_finite() && std > 0.0) {
            return Err(format!("mean {mean} and standard deviation {std} must be numbers, the latter positive"));
        }
        if let Self::Ccmusic(spec) = self {
            let sizes = 8.0..=4096.0;
            if !sizes.contains(&spec.axes_width_px) || !sizes.contains(&spec.axes_height_px) {
                return Err("axes_width_px and axes_height_px must lie between 8 and 4,096".to_owned());
            }
            if !(1..=100).contains(&spec.jpeg_quality) {
                return Err(format!("jpeg_quality {} must lie between 1 and 100", spec.jpeg_quality));
            }
            // A long track has one picture per window, and a window at least one column.
            if window_s < 1.0 || window_s * f64::from(rate) < spec.mel.hop_length as f64 {
                return Err(format!("window_s {window_s} of the ccmusic front end must be at least 1, and no less than a hop"));
            }
            if architecture.channels != 3 {
                return Err(format!("the ccmusic front end draws 3 channels, the network takes {}", architecture.channels));
            }
        }
        self.mel().check(rate)?;
        // Each number may be sane and the spectrogram still absurd.
        let window = window_s * f64::from(rate);
        let values = (1.0 + window / self.mel().hop_length as f64) * self.mel().mel_bands as f64;
        if window < 1.0 || values > MAX_SPECTROGRAM_VALUES {
            return Err(format!(
                "a window of {window:.0} samples gives a spectrogram of {values:.0} values; at most {MAX_SPECTROGRAM_VALUES:.0}"
            ));
        }
        Ok(())
    }
}

impl MelSpec {
    fn check(&self, sample_rate_hz: u32) -> Result<(), String> {
        if !(16..=65_536).contains(&self.n_fft) || !self.n_fft.is_multiple_of(2) {
            return Err(format!("n_fft {} must be even and lie between 16 and 65,536", self.n_fft));
        }
        if self.hop_length == 0 || self.hop_length > self.n_fft {
            return Err(format!("hop_length {} must lie between 1 and n_fft", self.hop_length));
        }
        if !(1..=1024).contains(&self.mel_bands) {
            return Err(format!("mel_bands {} must lie between 1 and 1,024", self.mel_bands));
        }
        let nyquist = f64::from(sample_rate_hz) / 2.0;
        let range_ok = self.min_frequency_hz >= 0.0 && self.min_frequency_hz < self.max_frequency_hz && self.max_frequency_hz <= nyquist;
        if !range_ok {
            return Err(format!(
                "min_frequency_hz {} and max_frequency_hz {} must rise and end at {nyquist} Hz, half of the sample rate",
                self.min_frequency_hz, self.max_frequency_hz
            ));
        }
        if !(self.power_floor > 0.0 && self.power_floor.is_finite() && self.top_db > 0.0 && self.top_db.is_finite()) {
            return Err("power_floor and top_db must be positive numbers".to_owned());
        }
        Ok(())
    }
}
