//! From a TOML file to a procedure: every line is read where it stands, and all faults are told at once.

use std::ops::Range;

use rap_doc::meant;
use rustc_hash::FxHashMap;

use super::{FirstSeen, Pace, Procedure, Proof, Rule, Stage, TimeRule};
use crate::body::Bodies;
use crate::event::EventKind;
use crate::fault::FileFaults;
use crate::table::{BASIS_KEYS, Reading, Sources, Table};

const ROOT_KEYS: &[&str] =
    &["id", "title", "local", "jurisdiction", "names", "source", "stage", "first_seen", "pace", "silence", "plans"];
const STAGE_KEYS: [&str; 14] = [
    "id", "name", "local", "order", "lead", "others", "paper", "proof", "optional", "public", "repeats", "time",
    "shortcut", "note",
];
const TIME_KEYS: [&str; 5] = ["words", "after", "at_least_days", "within_days", "not_before_days"];
const SEEN_KEYS: [&str; 6] = ["body", "possible", "possible_words", "usual", "exceptions", "caution"];
const PACE_KEYS: [&str; 7] = ["from", "to", "quick_days", "slow_days", "cases", "period", "words"];
const RULE_KEYS: [&str; 2] = ["words", "days"];

pub(super) fn procedure(toml: &str) -> Result<Procedure, FileFaults> {
    let (reading, root) = Reading::of(toml);
    let mut file = File { reading, sources: Sources::new(), references: Vec::new() };
    let procedure = file.procedure(root.get_ref(), toml);
    file.check_references(&procedure);
    file.reading.finish("the procedure", procedure)
}

/// A name of a stage that stands somewhere else in the file, to be looked up when all stages are known.
struct Reference {
    stage: String,
    at: Range<usize>,
}

struct File<'a> {
    reading: Reading<'a>,
    sources: Sources,
    references: Vec<Reference>,
}

impl<'a> File<'a> {
    fn procedure(&mut self, root: &Table<'a>, toml: &str) -> Procedure {
        self.reading.check_keys(root, ROOT_KEYS);
        let (id, _) = self.reading.id(root, &(0..0), "a procedure");
        let (title, _) = self.reading.needed(root, "title", &(0..0), "a procedure");
        let (jurisdiction, _) = self.reading.needed(root, "jurisdiction", &(0..0), "a procedure");
        self.sources = self.reading.sources(root);
        let names = self.reading.list(root, "names").into_iter().map(|(name, _)| name).collect();
        let stages = self.stages(root);
        Procedure {
            id,
            title,
            local: self.reading.words(root, "local"),
            jurisdiction,
            names,
            stages,
            first_seen: self.first_seen(root),
            pace: self.pace(root),
            silence: self.rules(root, "silence"),
            plans: self.rules(root, "plans"),
            sources: self.sources.clone(),
            toml: toml.to_owned(),
        }
    }

    fn stages(&mut self, root: &Table<'a>) -> Vec<Stage> {
        let mut ids: FxHashMap<String, usize> = FxHashMap::default();
        let mut stages = Vec::new();
        for (table, at) in self.reading.tables(root, "stage") {
            let (id, place) = self.reading.id(table, &at, "a stage");
            let line = self.reading.line_of(place.start);
            if let Some(first) = ids.insert(id.clone(), line) {
                let hint = format!("the first is in line {first}");
                self.reading.fault(place, format!("stage `{id}` is there already"), hint);
            }
            stages.push(self.stage(table, id, &at));
        }
        if stages.is_empty() {
            self.reading.missing(0..0, "the procedure has no stage", "begin one with a line [[stage]]");
        }
        stages
    }

    fn stage(&mut self, table: &Table<'a>, id: String, at: &Range<usize>) -> Stage {
        self.check_keys(table, &STAGE_KEYS);
        let whose = format!("stage `{id}`");
        let (name, _) = self.reading.needed(table, "name", at, &whose);
        let order = self.reading.number(table, "order");
        if order.is_none() && !table.contains_key("order") {
            let hint = "order = 1; stages that run side by side have the same";
            self.reading.missing(at.clone(), format!("{whose} has no place in the order"), hint);
        }
        let proof = self.proofs(table);
        if proof.is_empty() && !table.contains_key("proof") {
            let hint = "proof = [\"reading 1\"]; the kinds are in docs/process.md";
            self.reading.missing(at.clone(), format!("nothing proves {whose}"), hint);
        }
        let mut times = Vec::new();
        for (time, place) in self.reading.tables(table, "time") {
            times.push(self.time(time, &place));
        }
        Stage {
            name,
            local: self.reading.words(table, "local"),
            order: order.and_then(|order| u16::try_from(order).ok()).unwrap_or_default(),
            lead: self.bodies(table, "lead"),
            others: self.bodies(table, "others"),
            paper: self.reading.words(table, "paper"),
            proof,
            optional: self.reading.yes_or_no(table, "optional", false),
            public: self.reading.yes_or_no(table, "public", true),
            repeats: self.reading.yes_or_no(table, "repeats", false),
            times,
            shortcuts: self.rules(table, "shortcut"),
            basis: self.reading.basis(table, at, &whose, &self.sources),
            id,
        }
    }

    fn time(&mut self, table: &Table<'a>, at: &Range<usize>) -> TimeRule {
        self.check_keys(table, &TIME_KEYS);
        let (words, _) = self.reading.needed(table, "words", at, "a rule of time");
        TimeRule {
            words,
            after: self.reference(table, "after"),
            at_least_days: self.reading.number(table, "at_least_days"),
            within_days: self.reading.number(table, "within_days"),
            not_before_days: self.reading.number(table, "not_before_days"),
            basis: self.reading.basis(table, at, "a rule of time", &self.sources),
        }
    }

    /// Reads what proves a stage: `reading 1`, `vote by ep`, `plan-listed by state-council`.
    fn proofs(&mut self, table: &Table<'a>) -> Vec<Proof> {
        let mut proofs = Vec::new();
        for (words, at) in self.reading.list(table, "proof") {
            let (what, by) = words.split_once(" by ").unwrap_or((&words, ""));
            let mut parts = what.split_whitespace();
            let kind = parts.next().unwrap_or_default();
            let reading = parts.next().map(str::parse::<u8>);
            if parts.next().is_some() || reading.as_ref().is_some_and(Result::is_err) {
                let hint = "write `reading 1`, `vote`, or `vote by ep`";
                self.reading.fault(at, format!("`{words}` is no proof"), hint);
                continue;
            }
            let Some(known) = EventKind::from_name(kind) else {
                let kinds: Vec<&str> = EventKind::ALL.iter().map(|kind| kind.name()).collect();
                let hint = meant(kind, &kinds)
                    .map_or_else(|| format!("one of: {}", kinds.join(", ")), |near| format!("did you mean `{near}`?"));
                self.reading.fault(at, format!("no event is called `{kind}`"), hint);
                continue;
            };
            self.check_body(by, at);
            proofs.push(Proof { kind: known, reading: reading.and_then(Result::ok), by: by.trim().to_owned() });
        }
        proofs
    }

    fn first_seen(&mut self, root: &Table<'a>) -> Vec<FirstSeen> {
        let mut rows = Vec::new();
        for (table, at) in self.reading.tables(root, "first_seen") {
            self.check_keys(table, &SEEN_KEYS);
            let (body, place) = self.reading.needed(table, "body", &at, "a [[first_seen]]");
            self.check_body(&body, place);
            let (usual, place) = self.reading.needed(table, "usual", &at, "a [[first_seen]]");
            self.references.push(Reference { stage: usual.clone(), at: place });
            rows.push(FirstSeen {
                body,
                possible: self.reference(table, "possible"),
                possible_words: self.reading.words(table, "possible_words"),
                usual,
                exceptions: self.reading.list(table, "exceptions").into_iter().map(|(words, _)| words).collect(),
                caution: self.reading.words(table, "caution"),
                basis: self.reading.basis(table, &at, "a [[first_seen]]", &self.sources),
            });
        }
        rows
    }

    fn pace(&mut self, root: &Table<'a>) -> Vec<Pace> {
        let mut rows = Vec::new();
        for (table, at) in self.reading.tables(root, "pace") {
            self.check_keys(table, &PACE_KEYS);
            let (words, _) = self.reading.needed(table, "words", &at, "a [[pace]]");
            rows.push(Pace {
                from: self.reference(table, "from"),
                to: self.reference(table, "to"),
                quick_days: self.reading.number(table, "quick_days").unwrap_or(0),
                slow_days: self.reading.number(table, "slow_days").unwrap_or(i32::MAX),
                cases: self.reading.number(table, "cases").unwrap_or(0),
                period: self.reading.words(table, "period"),
                words,
                basis: self.reading.basis(table, &at, "a [[pace]]", &self.sources),
            });
        }
        rows
    }

    fn rules(&mut self, table: &Table<'a>, key: &str) -> Vec<Rule> {
        let mut rules = Vec::new();
        for (rule, at) in self.reading.tables(table, key) {
            self.check_keys(rule, &RULE_KEYS);
            let whose = format!("a [[{key}]]");
            let (words, _) = self.reading.needed(rule, "words", &at, &whose);
            let days = self.reading.number(rule, "days").unwrap_or(0);
            rules.push(Rule { words, days, basis: self.reading.basis(rule, &at, &whose, &self.sources) });
        }
        rules
    }

    fn check_keys(&mut self, table: &Table<'a>, own: &[&'static str]) {
        let known: Vec<&str> = own.iter().chain(&BASIS_KEYS).copied().collect();
        self.reading.check_keys(table, &known);
    }

    fn reference(&mut self, table: &Table<'a>, key: &str) -> String {
        let found = self.reading.list(table, key).into_iter().next();
        found.map_or_else(String::new, |(stage, at)| {
            self.references.push(Reference { stage: stage.clone(), at });
            stage
        })
    }

    fn bodies(&mut self, table: &Table<'a>, key: &str) -> Vec<String> {
        let mut bodies = Vec::new();
        for (body, at) in self.reading.list(table, key) {
            self.check_body(&body, at);
            bodies.push(body);
        }
        bodies
    }

    fn check_body(&mut self, body: &str, at: Range<usize>) {
        let known = Bodies::builtin();
        if body.is_empty() || known.by_id(body.trim()).is_some() {
            return;
        }
        let ids: Vec<&str> = known.all().iter().map(|body| body.id.as_str()).collect();
        let hint = meant(body, &ids).map_or_else(
            || "the ids of bodies are in packs/actors".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        self.reading.fault(at, format!("no body has the id `{body}`"), hint);
    }

    fn check_references(&mut self, procedure: &Procedure) {
        let ids: Vec<&str> = procedure.stages.iter().map(|stage| stage.id.as_str()).collect();
        for Reference { stage, at } in std::mem::take(&mut self.references) {
            if !stage.is_empty() && !ids.contains(&stage.as_str()) {
                let hint = meant(&stage, &ids).map_or_else(
                    || format!("the stages are {}", ids.join(", ")),
                    |near| format!("did you mean `{near}`?"),
                );
                self.reading.fault(at, format!("no stage has the id `{stage}`"), hint);
            }
        }
    }
}
