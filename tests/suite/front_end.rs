//! The "article" front end against librosa + torchvision, on every kind of file.

use genre::Source;
use genre::audio::{self, Extent};
use genre::front_end::FrontEnd;
use genre::manifest::{Architecture, ArchitectureFamily, FrontEndSpec, Needs};
use serde_json::Value;

use crate::golden::{Clip, clips};
use crate::support::{data, repository};
use crate::tolerance;

/// dB per unit of normalised pixel.
const STD_DB: f64 = 0.229;
/// How far beyond its tolerance a clip must be that is one hop off: by so much is a tolerance narrower than the defect.
const LEAST_MISS: f64 = 25.0;
/// One hop of the spectrogram, samples at 22,050 Hz.
const HOP: usize = 512;

fn front_end() -> (FrontEnd, FrontEndSpec) {
    let preset: Value = serde_json::from_slice(&std::fs::read(repository().join("models/presets/article.json")).unwrap()).unwrap();
    let spec: FrontEndSpec = serde_json::from_value(preset["front_end"].clone()).unwrap();
    let (family, head) = (ArchitectureFamily::Vit, vec![16]);
    let (stem, stem_strides) = (Vec::new(), Vec::new());
    let architecture = Architecture {
        family,
        image: 224,
        patch: 16,
        stem,
        stem_strides,
        channels: 1,
        dim: 64,
        depth: 1,
        heads: 1,
        mlp: 64,
        eps: 1e-6,
        head,
    };
    (FrontEnd::new(&spec, &architecture).unwrap(), spec)
}

/// What our front end makes of a clip whose samples are moved by `shift` before the window is drawn.
fn pixels(clip: &Clip, shift: usize) -> Vec<f32> {
    let (front_end, spec) = front_end();
    let Needs::Head { seconds } = spec.needs() else { panic!("the article front end needs the head") };
    let source = Source::open(&data("audio").join(&clip.file)).unwrap();
    let loaded = audio::load(source, Extent { start_s: 0.0, seconds: Some(seconds) }, spec.sample_rate_hz()).unwrap();
    assert_eq!(loaded.codec, clip.codec, "{}", clip.file);
    assert_eq!(u64::from(loaded.source_rate_hz), clip.sample_rate_hz, "{}", clip.file);
    assert_eq!(loaded.channels as u64, clip.channels, "{}", clip.file);
    // Only MP3 without a complete LAME tag does not tell; AAC's last frame may be padding.
    let apart = loaded.duration_s.map_or(0.0, |seconds| (seconds - clip.duration_s).abs());
    assert!(apart < 0.03 && loaded.duration_s.is_some() != clip.file.contains("no-xing"), "{}: {:?}", clip.file, loaded.duration_s);
    let mut samples = loaded.samples;
    samples.rotate_left(shift);
    let view = front_end.view(samples).unwrap();
    assert_eq!(view.looped, clip.looped, "{}", clip.file);
    view.pixels
}

/// Mean, 99th percentile and maximum of |Δ| in dB.
fn difference(pixels: &[f32], reference: &[f32]) -> (f64, f64, f64) {
    assert_eq!(pixels.len(), reference.len());
    let mut delta: Vec<f64> = pixels.iter().zip(reference).map(|(a, b)| f64::from((a - b).abs()) * STD_DB).collect();
    delta.sort_by(f64::total_cmp);
    (delta.iter().sum::<f64>() / delta.len() as f64, delta[delta.len() * 99 / 100], delta[delta.len() - 1])
}

/// Holds a clip against its tolerance; `Err` says by how much it was missed.
fn judge(clip: &Clip, shift: usize) -> Result<(), String> {
    let allowed = tolerance::FrontEnd::of(&clip.tolerance);
    let (mean, percentile_99, max) = difference(&pixels(clip, shift), &clip.pixels);
    let line = format!("{:28} {:6} mean {mean:.5}  99 % {percentile_99:.4}  max {max:.3} dB", clip.file, clip.tolerance);
    println!("{line}");
    let met = mean <= allowed.mean && percentile_99 <= allowed.percentile_99 && max <= allowed.max;
    if met { Ok(()) } else { Err(format!("{line}, allowed {allowed:?}")) }
}

#[test]
fn pixels_are_the_references() {
    let clips = clips();
    assert!(clips.len() >= 16, "the golden data is incomplete");
    let missed: Vec<String> = clips.iter().filter_map(|clip| judge(clip, 0).err()).collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn a_shift_by_one_hop_is_noticed() {
    for clip in clips() {
        let noticed = judge(&clip, HOP).expect_err("a clip that is one hop off must miss its tolerance");
        println!("noticed: {noticed}");
        let (mean, ..) = difference(&pixels(&clip, HOP), &clip.pixels);
        let allowed = tolerance::FrontEnd::of(&clip.tolerance).mean;
        assert!(mean >= LEAST_MISS * allowed, "{}: the mean is off by {mean} dB only, allowed are {allowed}", clip.file);
    }
}
