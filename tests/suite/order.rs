//! The order of weights in a file: it is for those who load it, and changes no answer.

use std::fs;

use genre::manifest::Precision;
use genre::probe::noise;
use genre::{Engine, Model, Outputs, TractEngine};

use crate::support::{Scratch, data};
use crate::toolkit::{labels, text, xtask};

#[test]
fn it_changes_the_files_and_no_bit_of_an_answer() {
    // Of width 128: wide enough for whole panels in int8, too.
    let checkpoint = data("checkpoints/formats/wide.pt");
    let [panels, rows] = ["panels", "rows"].map(|order| {
        let scratch = Scratch::new(&format!("order-{order}"));
        let five = labels(scratch.path(), 5);
        let mine = scratch.path().join("mine");
        let mut args = vec!["convert-model", "--checkpoint", text(&checkpoint), "--out", text(&mine), "--labels", text(&five)];
        args.extend(["--front-end", "article", "--order", order, "--precision", "f32,f16,int8", "--reference", "none"]);
        xtask(scratch.path(), &args).expect(3, &[]);
        [Precision::F32, Precision::F16, Precision::Int8].map(|precision| {
            let model = Model::open(&mine, Some(precision)).unwrap();
            let engine = TractEngine::load(&model, 1).unwrap();
            let fused = engine.info().device.contains("int8 by ");
            assert_eq!(fused, precision == Precision::Int8, "{order}: {:?}", engine.info());
            let Outputs { logits, embeddings } = engine.run(&[&noise(&model.manifest, 3)]).unwrap();
            let bits = logits.iter().chain(&embeddings).map(|value| value.to_bits()).collect::<Vec<_>>();
            (fs::read(mine.join(&model.file.path)).unwrap(), bits)
        })
    });
    for ((precision, panels), rows) in ["f32", "f16", "int8"].into_iter().zip(panels).zip(rows) {
        assert!(panels.0 != rows.0, "{precision}: both orders give the same file");
        assert!(panels.1 == rows.1, "{precision}: the order changes the answer");
    }
}
