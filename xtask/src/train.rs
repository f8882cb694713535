//! `cargo xtask train`: fits the weights of the models to the marked paragraphs of `corpus/attribution`.
//!
//! Files whose names begin with `held-out` and the folders inside are left alone; nothing outside of the repository is
//! read. The same paragraphs give the same bytes.

use std::path::Path;

use anyhow::Context;
use rap_doc::Language;
use rap_statement::{Lesson, Marked, learn};
use rap_testkit::{MarkedAttribution, MarkedParagraph};

use crate::corpus::own;

/// Fits all models and writes their weights.
pub(crate) fn run(root: &Path) -> anyhow::Result<()> {
    for (name, language) in [("en", Language::English), ("zh", Language::Chinese)] {
        let mut lessons = Vec::new();
        for file in own::files(root, name, false)? {
            lessons.extend(own::read(&file)?.iter().map(lesson));
        }
        let learned = learn(&lessons, language);
        learned.notes.iter().for_each(|note| println!("{name}: {note}"));
        let file = root.join(format!("packs/models/attribution-{name}.bin"));
        std::fs::write(&file, &learned.bytes).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

fn lesson(paragraph: &MarkedParagraph) -> Lesson {
    let marked = |one: &MarkedAttribution| Marked {
        source: one.source.clone(),
        cue: one.cue.clone(),
        content: one.content.clone(),
    };
    Lesson { text: paragraph.text.clone(), marked: paragraph.attributions.iter().map(marked).collect() }
}
