//! Labels, families and front ends that a manifest can be made of: `models/presets/*.json`, built in, and files of the same kind.

use std::path::Path;

use anyhow::Context;
use genre::manifest::{Family, FrontEndSpec, Label};
use serde::Deserialize;

/// A front end with the labels of the models that were trained on it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Preset {
    /// How samples become pixels.
    pub(crate) front_end: FrontEndSpec,
    /// The groups that the labels fall into.
    pub(crate) families: Vec<Family>,
    /// The classes, in the order of the logits.
    pub(crate) labels: Vec<Label>,
}

/// Labels of somebody else's checkpoint, `--labels FILE.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Labels {
    /// The groups that the labels fall into.
    pub(crate) families: Vec<Family>,
    /// The classes, in the order of the logits.
    pub(crate) labels: Vec<Label>,
    /// A preset may be named as it stands; what its front end is, `--front-end` says.
    #[serde(default, rename = "front_end")]
    _front_end: Option<serde::de::IgnoredAny>,
}

const ARTICLE: &str = include_str!("../../models/presets/article.json");
const CCMUSIC: &str = include_str!("../../models/presets/ccmusic.json");

impl Preset {
    /// The article's front end and sixteen genres.
    pub(crate) fn article() -> anyhow::Result<Self> {
        serde_json::from_str(ARTICLE).context("failed to read models/presets/article.json")
    }

    /// The CCMusic checkpoints' front end and sixteen genres.
    pub(crate) fn ccmusic() -> anyhow::Result<Self> {
        serde_json::from_str(CCMUSIC).context("failed to read models/presets/ccmusic.json")
    }
}

impl Labels {
    /// Reads `{"families": [{id, name, name_zh, color}], "labels": [{name, name_zh, family}]}`.
    pub(crate) fn open(path: &Path) -> anyhow::Result<Self> {
        let json = std::fs::read(path).with_context(|| format!("failed to read {}", path.display()))?;
        serde_json::from_slice(&json).with_context(|| format!("failed to read labels and families from {}", path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presets_hold_sixteen_labels_each() -> anyhow::Result<()> {
        let (article, ccmusic) = (Preset::article()?, Preset::ccmusic()?);
        assert_eq!((article.front_end.kind(), article.families.len(), article.labels.len()), ("article", 4, 16));
        assert_eq!((ccmusic.front_end.kind(), ccmusic.families.len(), ccmusic.labels.len()), ("ccmusic", 6, 16));
        Ok(())
    }

    #[test]
    fn a_preset_may_stand_for_labels() -> anyhow::Result<()> {
        let labels: Labels = serde_json::from_str(ARTICLE)?;
        assert_eq!((labels.families.len(), labels.labels.len()), (4, 16));
        assert!(serde_json::from_str::<Labels>("{\"families\": [], \"labels\": [], \"label\": []}").is_err(), "a slip must show");
        Ok(())
    }

    #[test]
    fn family_colours_can_be_read_on_white() -> anyhow::Result<()> {
        for family in Preset::article()?.families.into_iter().chain(Preset::ccmusic()?.families) {
            // WCAG 2.2, relative luminance and contrast ratio; AA asks for 4.5 in small text.
            let channel = |at: usize| -> anyhow::Result<f64> {
                let value = f64::from(u8::from_str_radix(&family.color[at..at + 2], 16)?) / 255.0;
                Ok(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
            };
            let luminance = 0.2126 * channel(1)? + 0.7152 * channel(3)? + 0.0722 * channel(5)?;
            let contrast = 1.05 / (luminance + 0.05);
            assert!(contrast >= 4.5, "{} {} has a contrast of {contrast:.2}", family.id, family.color);
        }
        Ok(())
    }
}
