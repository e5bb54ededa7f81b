//! The command line that a conversion came from.

use clap::ValueEnum;

use super::{Args, FrontEnd};
use crate::onnx::Order;

/// The command that would write what `--check` misses.
pub(super) fn of(args: &Args) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let mut command = format!("cargo xtask convert-model --checkpoint {} --out {}", args.checkpoint.display(), args.out.display());
    let front_end = args.front_end.to_possible_value().filter(|_| args.front_end != FrontEnd::Auto);
    let order = args.order.to_possible_value().filter(|_| args.order != Order::Panels);
    let precisions = args.precision.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let strides = args.stem_strides.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let options = [
        ("--front-end", front_end.map(|value| value.get_name().to_owned())),
        ("--labels", args.labels.as_ref().map(|path| path.display().to_string())),
        ("--id", args.id.clone()),
        ("--precision", Some(precisions).filter(|precisions| precisions != "f32")),
        ("--order", order.map(|value| value.get_name().to_owned())),
        ("--wrapper", args.wrapper.clone()),
        ("--audio", args.audio.as_ref().map(|path| path.display().to_string())),
        ("--heads", args.heads.map(|heads| heads.to_string())),
        ("--stem-strides", (!args.stem_strides.is_empty()).then_some(strides)),
        ("--license", (args.license != "not stated").then(|| quoted(&args.license))),
        ("--notice", args.notice.as_deref().map(quoted)),
        ("--notice-zh", args.notice_zh.as_deref().map(quoted)),
    ];
    for (option, value) in options {
        if let Some(value) = value {
            command += &format!(" {option} {value}");
        }
    }
    command
}
