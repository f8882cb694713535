//! Times the search for campaigns alone: `cargo run --release --example campaigns -- TABLE.csv [MOST]`.
//!
//! The table is read first; what is timed is what peers are timed for: from texts in memory to clusters. Seconds on the
//! clock are told, and seconds of processors of all threads, which a busy machine does not lengthen. Where the table
//! has a column `group`, as invented dockets have, the share of neighbours of one group that are in one cluster is
//! printed, and, for the first `MOST` texts, the share of pairs at the threshold or above it, of all pairs, that are.

use std::collections::BTreeMap;
use std::time::Instant;

use rap_docket::{
    CampaignOptions, Fingerprint, Ids, ImportOptions, Shingled, Sketches, Survey, TableFormat, Wordings, import,
    jaccard, plain_cell,
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// The sets of wordings one after the other, where each ends, and how often each came.
#[derive(Default)]
struct Sets {
    sets: Vec<u32>,
    ends: Vec<usize>,
    copies: Vec<u32>,
    /// The text of each, by its place in the table.
    texts: Vec<usize>,
}

impl Sets {
    fn of(&self, wording: usize) -> &[u32] {
        let start = wording.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(wording).and_then(|end| self.sets.get(start..*end)).unwrap_or_default()
    }

    fn push(&mut self, set: &[u32], text: usize) {
        self.sets.extend_from_slice(set);
        self.ends.push(self.sets.len());
        self.copies.push(0);
        self.texts.push(text);
    }
}

impl Wordings for Sets {
    fn count(&self) -> usize {
        self.ends.len()
    }
    fn copies(&self, wording: usize) -> u32 {
        self.copies.get(wording).copied().unwrap_or_default()
    }
    fn read_set(&self, wording: usize, set: &mut Vec<u32>) {
        set.clear();
        set.extend_from_slice(self.of(wording));
    }
}

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let table = arguments.next().unwrap_or_default();
    let most = arguments.next().and_then(|most| most.parse().ok()).unwrap_or(usize::MAX);
    let (texts, groups) = read(&table, most)?;
    let (start, before) = (Instant::now(), processor_seconds());
    let (wordings, sketches, of_text) = distinct(&texts);
    let clusters = Survey::of(&wordings, sketches, &[]).clusters(&CampaignOptions::default());
    let (seconds, processors) = (start.elapsed().as_secs_f64(), processor_seconds() - before);
    let mut cluster_of: BTreeMap<u32, usize> = BTreeMap::new();
    for (index, cluster) in clusters.iter().enumerate() {
        cluster_of.extend(cluster.members.iter().map(|member| (member.wording, index)));
    }
    let together =
        |a: u32, b: u32| a == b || cluster_of.get(&a).is_some_and(|cluster| cluster_of.get(&b) == Some(cluster));
    let (mut found, mut wanted) = (0_usize, 0_usize);
    for members in groups.values() {
        for pair in members.windows(2) {
            if let [one, two] = pair {
                wanted += 1;
                found += usize::from(together(
                    of_text.get(*one).copied().unwrap_or(0),
                    of_text.get(*two).copied().unwrap_or(1),
                ));
            }
        }
    }
    println!(
        "{{\"comments\": {}, \"bytes\": {}, \"seconds\": {seconds:.3}, \"processor_seconds\": {processors:.2}, \"threads\": {}, \"wordings\": {}, \"clusters\": {}, \"recall\": {:.4}, \"peak_mib\": {}}}",
        texts.len(),
        texts.iter().map(String::len).sum::<usize>(),
        rayon::current_num_threads(),
        wordings.count(),
        clusters.len(),
        found as f64 / wanted.max(1) as f64,
        of_process("status", "VmHWM:", 0) / 1024,
    );
    if most <= 10_000 {
        all_pairs(&wordings, &texts, &together, &CampaignOptions::default());
    }
    Ok(())
}

/// Joins equal texts: the wordings with their sketches, and the wording of each text.
fn distinct(texts: &[String]) -> (Sets, Sketches, Vec<u32>) {
    let mut known: FxHashMap<Fingerprint, u32> = FxHashMap::default();
    let (mut wordings, mut sketches) = (Sets::default(), Sketches::default());
    let mut of_text = Vec::with_capacity(texts.len());
    for batch in texts.chunks(4096) {
        let ready: Vec<_> = batch
            .par_iter()
            .map_init(Shingled::default, |shingled, text| {
                shingled.read_words(text);
                let name = shingled.fingerprint();
                if !known.contains_key(&name) {
                    shingled.cut();
                }
                (name, shingled.set().to_vec(), shingled.length())
            })
            .collect();
        for (name, set, length) in ready {
            let next = wordings.count() as u32;
            let wording = *known.entry(name).or_insert(next);
            if wording == next {
                wordings.push(&set, of_text.len());
                sketches.push(&set, length);
            }
            if let Some(copies) = wordings.copies.get_mut(wording as usize) {
                *copies += 1;
            }
            of_text.push(wording);
        }
    }
    (wordings, sketches, of_text)
}

/// Returns the seconds that processors have spent on all threads; 0 on systems that do not tell.
fn processor_seconds() -> f64 {
    // User and system time in ticks of a hundredth of a second, after the name in brackets.
    let (user, system) = (of_process("stat", ")", 11), of_process("stat", ")", 12));
    (user + system) as f64 / 100.0
}

/// Returns a number that Linux tells of this process: the `nth` after `word`.
fn of_process(file: &str, word: &str, nth: usize) -> u64 {
    let told = std::fs::read_to_string(format!("/proc/self/{file}")).unwrap_or_default();
    let after = told.split_once(word).map_or("", |(_, after)| after);
    after.split_whitespace().nth(nth).and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Compares every wording with every other one, the slow way.
fn all_pairs(
    wordings: &Sets,
    texts: &[String],
    together: &(impl Fn(u32, u32) -> bool + Sync),
    options: &CampaignOptions,
) {
    let shingled: Vec<Shingled> =
        wordings.texts.par_iter().filter_map(|text| texts.get(*text)).map(|text| Shingled::of(text)).collect();
    let long = |one: &Shingled| one.length() >= options.least_words;
    let count = |least: f64| -> (usize, usize) {
        let each = (0..shingled.len()).into_par_iter().map(|a| {
            let Some(one) = shingled.get(a).filter(|one| long(one)) else { return (0, 0) };
            let near = shingled
                .iter()
                .enumerate()
                .skip(a + 1)
                .filter(|(_, two)| long(two) && jaccard(one.set(), two.set()) >= least);
            near.fold((0, 0), |(all, found), (b, _)| (all + 1, found + usize::from(together(a as u32, b as u32))))
        });
        each.reduce(|| (0, 0), |a, b| (a.0 + b.0, a.1 + b.1))
    };
    for least in [options.threshold, 0.7] {
        let (all, found) = count(least);
        println!("{{\"pairs_from\": {least}, \"pairs\": {all}, \"in_one_cluster\": {found}}}");
    }
}

/// Texts, and the places of those that one template made.
type Read = (Vec<String>, BTreeMap<String, Vec<usize>>);

fn read(table: &str, most: usize) -> std::io::Result<Read> {
    let (mut texts, mut groups) = (Vec::new(), BTreeMap::<String, Vec<usize>>::new());
    let mut ids = Ids::default();
    let format = TableFormat::of_name(table).unwrap_or(TableFormat::Delimited);
    let options = ImportOptions {
        choices: vec![rap_docket::Choice { field: rap_docket::Field::Title, column: "group".to_owned() }],
        ..ImportOptions::default()
    };
    for options in [options, ImportOptions::default()] {
        let file = std::fs::File::open(table)?;
        let stopped = import(format, file, table, &options, &mut ids, |submission| {
            if texts.len() == most {
                return Err(());
            }
            if submission.published {
                if let Some(group) = submission.title.filter(|group| group.parse::<u64>().is_ok()) {
                    groups.entry(group).or_default().push(texts.len());
                }
                texts.push(plain_cell(&submission.text).into_owned());
            }
            Ok(())
        });
        if stopped.is_err() || !texts.is_empty() {
            break;
        }
    }
    Ok((texts, groups))
}
