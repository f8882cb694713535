//! Quality on the development sets: precision, recall, F1, and what changed against the accepted run.
//!
//! The sets lie in `../shared/corpus`, outside of the repository, and are only measured on: where they are absent
//! the command says so and goes on with our own marked paragraphs, which lie in `corpus`. The accepted run is `quality/accepted/<set>.txt`: for each example its number
//! and whether each of its expected answers was found; no word of a set enters the repository.

mod alignment;
mod attribution;
mod demands;
mod names;
mod outcome;
pub(crate) mod own;

use std::path::Path;

use anyhow::bail;

use outcome::Outcome;

/// A development set: its name and how it is measured.
type Measure = fn(&Path) -> anyhow::Result<Outcome>;

const SETS: [(&str, Measure); 10] = [
    ("polnear-dev", |corpus| attribution::measure(&corpus.join("attribution/polnear-dev.jsonl"))),
    ("polnear-train-sample", |corpus| attribution::measure(&corpus.join("attribution/polnear-train-sample.jsonl"))),
    ("semeval-9a-train", |corpus| demands::measure_sentences(&corpus.join("demands/semeval2019-9a-train.jsonl"))),
    ("semeval-9a-trial", |corpus| demands::measure_sentences(&corpus.join("demands/semeval2019-9a-trial.jsonl"))),
    ("semeval-9b-trial", |corpus| demands::measure_sentences(&corpus.join("demands/semeval2019-9b-trial.jsonl"))),
    ("cluener-train", |corpus| names::measure(&corpus.join("names/cluener-train.jsonl"))),
    ("alignment-zh", |corpus| alignment::measure_chinese(&corpus.join("law/zh/anti-unfair-competition-law"))),
    ("alignment-zh-en", |corpus| alignment::measure_bilingual(&corpus.join("law/zh/generative-ai-interim-measures"))),
    ("alignment-en", |corpus| alignment::measure_indian(&corpus.join("law/in-evidence"))),
    ("cdcp-policy", |corpus| demands::measure_propositions(&corpus.join("demands/cdcp-train.jsonl"))),
];

/// The sets of our own, with their languages.
const OWN: [(&str, &str); 2] = [("own-en", "en"), ("own-zh", "zh")];

/// Measures the sets that are named, or all; `--accept` writes the accepted run anew.
pub(crate) fn run(root: &Path, words: &[&str]) -> anyhow::Result<()> {
    let corpus = root.join("../shared/corpus");
    if let ["--dump", set] = words {
        return attribution::dump(&corpus.join(format!("attribution/{set}.jsonl")));
    }
    if let ["--slips", file] = words {
        return own::slips(Path::new(file));
    }
    let accept = words.contains(&"--accept");
    let named: Vec<&str> = words.iter().copied().filter(|word| *word != "--accept").collect();
    let known: Vec<&str> = SETS.iter().map(|(set, _)| *set).chain(OWN.map(|(set, _)| set)).collect();
    if let Some(unknown) = named.iter().find(|name| !known.contains(name)) {
        bail!("no set is called `{unknown}`; the sets are {}", known.join(", "));
    }
    let wanted = |set: &str| named.is_empty() || named.contains(&set);
    for (set, language) in OWN.iter().filter(|(set, _)| wanted(set)) {
        report(root, set, accept, &own::measure(root, language)?)?;
    }
    if !corpus.is_dir() {
        println!("skipped: the other development sets are not here ({})", corpus.display());
        return Ok(());
    }
    for (set, measure) in SETS.iter().filter(|(set, _)| wanted(set)) {
        report(root, set, accept, &measure(&corpus)?)?;
    }
    Ok(())
}

/// Prints what a run made of a set, compares it with the accepted run, and accepts it where that is asked for.
fn report(root: &Path, set: &str, accept: bool, outcome: &Outcome) -> anyhow::Result<()> {
    let accepted = root.join("quality/accepted").join(format!("{set}.txt"));
    println!("{set}");
    outcome.print();
    outcome.compare(&accepted)?;
    if accept { outcome.write(&accepted) } else { Ok(()) }
}
