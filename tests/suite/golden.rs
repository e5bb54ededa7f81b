//! The golden data of `tests/data`, written and checked by `tools/golden.py`.

use std::path::Path;

use serde_json::Value;

use crate::support::data;

/// One clip of `article.json`.
pub(crate) struct Clip {
    pub(crate) file: String,
    pub(crate) codec: String,
    pub(crate) sample_rate_hz: u64,
    pub(crate) channels: u64,
    pub(crate) duration_s: f64,
    pub(crate) looped: bool,
    pub(crate) tolerance: String,
    pub(crate) pixels: Vec<f32>,
}

/// All clips with the reference's pixels.
pub(crate) fn clips() -> Vec<Clip> {
    let index = json("golden/article.json");
    let clips = index["clips"].as_array().unwrap().iter().map(|clip| Clip {
        file: clip["file"].as_str().unwrap().to_owned(),
        codec: clip["codec"].as_str().unwrap().to_owned(),
        sample_rate_hz: clip["sample_rate_hz"].as_u64().unwrap(),
        channels: clip["channels"].as_u64().unwrap(),
        duration_s: clip["duration_s"].as_f64().unwrap(),
        looped: clip["looped"].as_bool().unwrap(),
        tolerance: clip["tolerance"].as_str().unwrap().to_owned(),
        pixels: npy(&data("golden").join(clip["pixels"].as_str().unwrap())),
    });
    clips.collect()
}

/// A JSON file under `tests/data`.
pub(crate) fn json(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(data(name)).unwrap()).unwrap()
}

/// The values of a little-endian f32 `.npy` file, format 1.0, C order.
pub(crate) fn npy(path: &Path) -> Vec<f32> {
    let bytes = std::fs::read(path).unwrap();
    assert_eq!(&bytes[..8], b"\x93NUMPY\x01\0", "{}", path.display());
    let header = usize::from(u16::from_le_bytes([bytes[8], bytes[9]]));
    let text = String::from_utf8_lossy(&bytes[10..10 + header]);
    assert!(text.contains("'<f4'") && text.contains("'fortran_order': False"), "{text}");
    bytes[10 + header..].chunks_exact(4).map(|value| f32::from_le_bytes(value.try_into().unwrap())).collect()
}

/// Numbers of a JSON array.
pub(crate) fn floats(values: &Value) -> Vec<f64> {
    values.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
}
