//! `cargo xtask train`: fits the weights of the models to the marked paragraphs of `corpus/attribution`.
//!
//! The file `acts.txt` of a language teaches what is a demand and nothing else.
//! Files whose names begin with `held-out` and the folders inside are left alone; nothing outside of the repository is
//! read. The same paragraphs give the same bytes.

use std::path::Path;

use anyhow::Context;
use rap_doc::Language;
use rap_statement::{Learned, Lesson, Marked, SourceKind, learn, learn_acts};
use rap_testkit::{MarkedAttribution, MarkedManner, MarkedParagraph};

use crate::corpus::own;

/// What fits the weights of a model of a language.
type Fit = fn(&[Lesson], Language) -> Learned;

/// Fits the models that are named, or all, and writes their weights.
pub(crate) fn run(root: &Path, words: &[&str]) -> anyhow::Result<()> {
    let models: [(&str, Fit); 2] = [("attribution", learn), ("acts", learn_acts)];
    for (name, language) in [("en", Language::English), ("zh", Language::Chinese)] {
        let (mut lessons, mut of_acts) = (Vec::new(), Vec::new());
        for file in own::files(root, name, false)? {
            let read: Vec<Lesson> = own::read(&file)?.iter().map(lesson).collect();
            let acts_alone = file.file_stem().is_some_and(|stem| stem == "acts");
            if acts_alone { of_acts.extend(read) } else { lessons.extend(read) }
        }
        for (model, fit) in models.iter().filter(|(model, _)| words.is_empty() || words.contains(model)) {
            let whole = [lessons.as_slice(), of_acts.as_slice()].concat();
            let learned = fit(if *model == "acts" { &whole } else { &lessons }, language);
            learned.notes.iter().for_each(|note| println!("{name}: {note}"));
            let file = root.join(format!("packs/models/{model}-{name}.bin"));
            std::fs::write(&file, &learned.bytes).with_context(|| format!("cannot write {}", file.display()))?;
        }
    }
    Ok(())
}

fn lesson(paragraph: &MarkedParagraph) -> Lesson {
    let marked = |one: &MarkedAttribution| Marked {
        source: one.source.clone(),
        cue: one.cue.clone(),
        content: one.content.clone(),
        demand: one.act.as_deref() == Some("demand"),
        topic: one.manner == MarkedManner::Topic,
    };
    Lesson {
        text: paragraph.text.clone(),
        marked: paragraph.attributions.iter().map(marked).collect(),
        kind: paragraph.kind.as_deref().and_then(SourceKind::from_name),
        acts_marked: paragraph.acts_marked,
    }
}
