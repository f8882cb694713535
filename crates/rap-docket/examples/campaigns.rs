//! Times the search for campaigns alone: `cargo run --release --example campaigns -- TABLE.csv [MOST]`.
//!
//! The table is read first; what is timed is what peers are timed for: from texts in memory to clusters. Where the table
//! has a column `group`, as invented dockets have, the share of neighbours of one group that are in one cluster is
//! printed, and, for the first `MOST` texts, the share of pairs at the threshold or above it, of all pairs, that are.

use std::collections::BTreeMap;
use std::time::Instant;

use rap_docket::{
    CampaignOptions, Fingerprint, Ids, ImportOptions, Rarity, Shingled, Survey, TableFormat, Wordings, import, jaccard,
    plain_cell,
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

struct Texts(Vec<(String, u32)>);

impl Wordings for Texts {
    fn count(&self) -> usize {
        self.0.len()
    }
    fn copies(&self, wording: usize) -> u32 {
        self.0.get(wording).map_or(0, |text| text.1)
    }
    fn read(&self, wording: usize, text: &mut String) {
        text.clear();
        text.push_str(self.0.get(wording).map_or("", |text| &text.0));
    }
}

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let table = arguments.next().unwrap_or_default();
    let most = arguments.next().and_then(|most| most.parse().ok()).unwrap_or(usize::MAX);
    let (texts, groups) = read(&table, most)?;
    let start = Instant::now();
    let bytes = texts.iter().map(|text| text.len() as u64).sum();
    let rarity = Rarity::for_bytes(bytes);
    let mut known: FxHashMap<Fingerprint, u32> = FxHashMap::default();
    let mut wordings = Texts(Vec::new());
    let mut of_text = Vec::with_capacity(texts.len());
    for batch in texts.chunks(4096) {
        let ready: Vec<_> = batch
            .par_iter()
            .map(|text| Shingled::of(text))
            .map(|one| (one.fingerprint(), one.set().to_vec()))
            .collect();
        let mut new = Vec::new();
        for ((name, set), text) in ready.iter().zip(batch) {
            let next = wordings.0.len() as u32;
            let wording = *known.entry(*name).or_insert(next);
            if wording == next {
                wordings.0.push((text.clone(), 0));
                new.push(set);
            }
            if let Some(copies) = wordings.0.get_mut(wording as usize) {
                copies.1 += 1;
            }
            of_text.push(wording);
        }
        new.par_iter().for_each(|set| rarity.count(set));
    }
    let options = CampaignOptions::default();
    let clusters = Survey::counted(&wordings, rarity, &[]).clusters(&options);
    let seconds = start.elapsed().as_secs_f64();
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
        "{{\"comments\": {}, \"bytes\": {bytes}, \"seconds\": {seconds:.3}, \"threads\": {}, \"wordings\": {}, \"clusters\": {}, \"recall\": {:.4}}}",
        texts.len(),
        rayon::current_num_threads(),
        wordings.0.len(),
        clusters.len(),
        found as f64 / wanted.max(1) as f64,
    );
    if most <= 10_000 {
        all_pairs(&wordings, &together, &options);
    }
    Ok(())
}

/// Compares every wording with every other one, the slow way.
fn all_pairs(wordings: &Texts, together: &(impl Fn(u32, u32) -> bool + Sync), options: &CampaignOptions) {
    let shingled: Vec<Shingled> = wordings.0.par_iter().map(|text| Shingled::of(&text.0)).collect();
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
