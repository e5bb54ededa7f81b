//! The "ccmusic" front end against librosa, matplotlib and Pillow, window by window.

use genre::Source;
use genre::audio::{self, Extent};
use genre::front_end::{FrontEnd, View};
use genre::manifest::{Architecture, ArchitectureFamily, CcmusicSpec, FrontEndSpec};
use serde_json::Value;

use crate::containers::glide;
use crate::golden::json;
use crate::support::{data, repository};
use crate::tolerance::CCMUSIC_PIXELS;

/// How far beyond the tolerance a defect must be.
const LEAST_MISS: f64 = 3.0;
/// One hop of the spectrogram, samples at 22,050 Hz.
const HOP: usize = 512;

/// The front end of the preset.
pub(crate) fn spec() -> CcmusicSpec {
    let preset: Value = serde_json::from_slice(&std::fs::read(repository().join("models/presets/ccmusic.json")).unwrap()).unwrap();
    let FrontEndSpec::Ccmusic(spec) = serde_json::from_value(preset["front_end"].clone()).unwrap() else { panic!("another kind") };
    spec
}

fn architecture(channels: usize) -> Architecture {
    let (family, head) = (ArchitectureFamily::Vit, vec![16]);
    Architecture {
        family,
        image: 224,
        patch: 16,
        stem: Vec::new(),
        stem_strides: Vec::new(),
        channels,
        dim: 64,
        depth: 1,
        heads: 1,
        mlp: 64,
        eps: 1e-6,
        head,
    }
}

fn front_end(spec: CcmusicSpec) -> FrontEnd {
    FrontEnd::new(&FrontEndSpec::Ccmusic(spec), &architecture(3)).unwrap()
}

fn samples(file: &str) -> Vec<f32> {
    audio::load(Source::open(&data(file)).unwrap(), Extent { start_s: 0.0, seconds: None }, 22_050).unwrap().samples
}

/// The reference's picture of a window as pixels, [3, 224, 224] on [-1, 1].
fn reference(picture: &str) -> Vec<f32> {
    let file = std::io::BufReader::new(std::fs::File::open(data("golden").join(picture)).unwrap());
    let mut reader = png::Decoder::new(file).read_info().unwrap();
    let mut rgb = vec![0; 3 * 224 * 224];
    let info = reader.next_frame(&mut rgb).unwrap();
    assert_eq!((info.width, info.height, info.color_type), (224, 224, png::ColorType::Rgb));
    (0..3).flat_map(|channel| rgb.iter().skip(channel).step_by(3).map(|&level| (f32::from(level) / 255.0 - 0.5) / 0.5)).collect()
}

/// Mean |Δ| of every window of a golden track that is seen through `spec`, its samples moved by `shift`.
fn differences(track: &Value, spec: CcmusicSpec, shift: usize) -> Vec<f64> {
    let mut samples = samples(track["file"].as_str().unwrap());
    samples.rotate_left(shift);
    let view = front_end(spec).view(samples).unwrap();
    let windows = track["windows"].as_array().unwrap();
    assert_eq!((view.windows, view.looped), (windows.len(), track["looped"].as_bool().unwrap()), "{}", track["file"]);
    let apart = |(window, pixels): (&Value, &[f32])| {
        let reference = reference(window["picture"].as_str().unwrap());
        assert_eq!(pixels.len(), reference.len());
        pixels.iter().zip(&reference).map(|(a, b)| f64::from((a - b).abs())).sum::<f64>() / pixels.len() as f64
    };
    windows.iter().zip(view.pixels.chunks_exact(3 * 224 * 224)).map(apart).collect()
}

fn tracks() -> Vec<Value> {
    let tracks = json("golden/ccmusic.json")["tracks"].as_array().unwrap().clone();
    assert!(tracks.len() >= 3, "the golden data is incomplete");
    tracks
}

#[test]
fn pixels_are_the_references() {
    for track in tracks() {
        let found = differences(&track, spec(), 0);
        println!("{}: mean |Δ| {found:.5?}", track["file"]);
        assert!(found.iter().all(|&mean| mean <= CCMUSIC_PIXELS), "{}: {found:?}, allowed {CCMUSIC_PIXELS}", track["file"]);
        // The reference's own figures say what the tolerance must not hide.
        for window in track["windows"].as_array().unwrap() {
            for defect in ["one_column_off", "without_jpeg"] {
                assert!(window[defect].as_f64().unwrap() > 30.0 * CCMUSIC_PIXELS, "{defect} would not be seen in {}", window["picture"]);
            }
        }
    }
}

#[test]
fn defects_are_noticed() {
    let cases: [(&str, CcmusicSpec, usize); 6] = [
        ("one column off", spec(), HOP),
        ("hardly any JPEG", CcmusicSpec { jpeg_quality: 100, ..spec() }, 0),
        ("another JPEG", CcmusicSpec { jpeg_quality: 74, ..spec() }, 0),
        ("rows snapped to whole pixels of the file", CcmusicSpec { axes_height_px: 369.0, ..spec() }, 0),
        ("one pixel wider", CcmusicSpec { axes_width_px: 497.0, ..spec() }, 0),
        ("windows of 11.5 s", CcmusicSpec { window_s: 11.5, ..spec() }, 0),
    ];
    for track in tracks() {
        for (defect, spec, shift) in &cases {
            let found = differences(&track, spec.clone(), *shift);
            println!("{}, {defect}: {found:.5?}", track["file"]);
            assert!(found.iter().all(|&mean| mean >= LEAST_MISS * CCMUSIC_PIXELS), "{}, {defect}: {found:?}", track["file"]);
        }
    }
}

#[test]
fn windows_lie_where_upstream_cuts_them() {
    for track in tracks() {
        let samples = samples(track["file"].as_str().unwrap());
        let heard_s = samples.len() as f64 / 22_050.0;
        let front_end = front_end(spec());
        let (judged, view) = (front_end.judged(samples.len()), front_end.view(samples).unwrap());
        assert_eq!(view.spans.len(), view.windows);
        let column_s = HOP as f64 / 22_050.0;
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        for (window, span) in track["windows"].as_array().unwrap().iter().zip(&view.spans) {
            let whole = track["step"].as_f64().unwrap() * column_s;
            assert!(near(span.start_s, window["begin"].as_f64().unwrap() * column_s), "{span:?}");
            assert!(near(span.seconds, if view.looped { heard_s } else { whole }), "{span:?}");
        }
        let (first, last) = (view.spans[0], view.spans[view.windows - 1]);
        assert_eq!((judged.start_s, judged.looped), (first.start_s, view.looped));
        assert!(near(judged.seconds, last.start_s + last.seconds - first.start_s), "{judged:?}");
        assert!(judged.start_s + judged.seconds <= heard_s + 1e-9, "no more is judged than there is");
    }
}

/// Samples, whether they are repeated, windows: the formulas of `tools/reference_ccmusic.py` on the same numbers.
#[test]
fn how_many_windows_there_are() {
    let front_end = front_end(spec());
    for (samples, looped, windows) in
        [(1, true, 1), (250_000, true, 1), (251_370, false, 1), (251_369, false, 1), (502_740, false, 2), (661_500, false, 2)]
    {
        let judged = front_end.judged(samples);
        let expected = if looped { samples as f64 / 22_050.0 } else { f64::from(windows) * 11.4 };
        assert_eq!(judged.looped, looped, "{samples}");
        assert!((judged.seconds - expected).abs() < 0.06, "{samples}: {judged:?}");
    }
    let View { windows, spans, .. } = front_end.view(glide(661_500, 22_050)).unwrap();
    // 30 s: 1292 columns, 2 windows of 490 from column 156.
    let begins: Vec<f64> = spans.iter().map(|span| span.start_s * 22_050.0 / HOP as f64).collect();
    assert_eq!((windows, begins), (2, vec![156.0, 646.0]));
}

#[test]
fn silence_is_the_lowest_colour_everywhere() {
    let view = front_end(spec()).view(vec![0.0; 300_000]).unwrap();
    // Magma begins with (0, 0, 4) of 255, and Pillow's JPEG leaves it so.
    let expected = [-1.0, -1.0, 4.0 / 255.0 * 2.0 - 1.0_f32];
    for (plane, expected) in view.pixels.chunks_exact(224 * 224).zip(expected) {
        assert!(plane.iter().all(|pixel| (pixel - expected).abs() < 1e-6), "{} instead of {expected}", plane[0]);
    }
}

#[test]
fn what_cannot_be_drawn_is_refused_by_name() {
    let refused =
        |spec: CcmusicSpec, channels| FrontEnd::new(&FrontEndSpec::Ccmusic(spec), &architecture(channels)).err().unwrap().to_string();
    for (spec, channels, expected) in [
        (spec(), 1, "the ccmusic front end draws 3 channels, the network takes 1"),
        (CcmusicSpec { jpeg_quality: 0, ..spec() }, 3, "jpeg_quality 0"),
        (CcmusicSpec { axes_width_px: f64::NAN, ..spec() }, 3, "axes_width_px"),
        (CcmusicSpec { axes_height_px: 1e9, ..spec() }, 3, "axes_height_px"),
        (CcmusicSpec { window_s: 0.5, ..spec() }, 3, "window_s 0.5"),
        (CcmusicSpec { std: 0.0, ..spec() }, 3, "standard deviation 0"),
    ] {
        let message = refused(spec, channels);
        assert!(message.contains(expected), "{message}");
    }
}
