//! Invented papers with the events, signals and contradictions that they hold, and normal ones that hold none.

use rap_read::{ReadOptions, Reading, read};
use rap_statement::{AttributeOptions, Record, attribute};

use crate::{
    ContradictionKind, Event, Paper, PlanIssue, Procedure, Signal, SignalKind, SignalOptions, Standing, Timeline,
    contradictions_between, contradictions_within, events_of, join, plan_of, stand,
};

mod held;
mod held2;
mod held3;
mod properties;

/// Papers by their file names, read as the program reads them.
struct Case {
    read: Vec<(Reading, Record)>,
}

macro_rules! case {
    ($($file:literal),+) => {
        Case::of(&[$(($file, include_str!(concat!("cases/", $file)))),+])
    };
}

impl Case {
    fn of(files: &[(&str, &str)]) -> Self {
        let one = |(name, text): &(&str, &str)| {
            let reading = read(text.as_bytes(), name, &ReadOptions::default());
            let record = attribute(&reading.doc, &AttributeOptions::default());
            (reading, record)
        };
        Self { read: files.iter().map(one).collect() }
    }

    fn papers(&self) -> Vec<Paper<'_>> {
        self.read.iter().map(|(reading, record)| Paper { source: &reading.source, doc: &reading.doc, record }).collect()
    }

    fn events(&self) -> Vec<Event> {
        self.papers().iter().flat_map(events_of).collect()
    }

    /// Returns the contradictions as `kind: words`.
    fn contradictions(&self) -> Vec<String> {
        let events = self.events();
        let mut found: Vec<_> =
            self.papers().iter().flat_map(|paper| contradictions_within(paper, &events_of(paper))).collect();
        found.extend(contradictions_between(&events, &join(&events)));
        for row in &found {
            for evidence in &row.evidence {
                let papers = self.papers();
                let paper = papers.iter().find(|paper| paper.source.origin == evidence.origin).unwrap();
                let locus = evidence.locus.unwrap();
                assert_eq!(locus.span.of(paper.doc.text()), evidence.quote, "a quote is the text at its place");
            }
        }
        found.iter().map(|row| format!("{}: {}", row.kind.name(), row.words)).collect()
    }

    fn standing(&self, procedure: &str, as_of: Option<&str>) -> Standing {
        let events = self.events();
        let newest = self.read.iter().filter_map(|(reading, _)| reading.source.date).max();
        let plans: Vec<PlanIssue> = self.papers().iter().filter_map(plan_of).collect();
        let options = SignalOptions { law: None, as_of: as_of.and_then(|date| date.parse().ok()) };
        stand(&Procedure::builtin(procedure).unwrap(), &Timeline::new(&join(&events), newest), &plans, &options)
    }

    /// Returns the signals as `kind: facts`.
    fn signals(&self, procedure: &str, as_of: Option<&str>) -> Vec<String> {
        self.standing(procedure, as_of)
            .signals
            .iter()
            .map(|row| format!("{}: {}", row.kind.name(), row.facts))
            .collect()
    }
}

fn of_kind(signals: &[Signal], kind: SignalKind) -> Vec<&str> {
    signals.iter().filter(|signal| signal.kind == kind).map(|signal| signal.subject.as_str()).collect()
}

#[test]
fn a_symposium_in_english_with_its_faults() {
    let case = case!("symposium.en.txt");
    assert_eq!(
        case.contradictions(),
        [
            "weekday-date: told as a Tuesday; 14 May 2031 was a Wednesday",
            "speaker-not-listed: 1 speaker is from bodies that the list of those attending does not name: Tess Marlow \
             (Coral Tugboats)",
            "attendee-silent: 5 of 9 listed as attending have no word reported: Legislative Affairs Commission of the \
             NPC Standing Committee, Ministry of Transport, Ministry of Science and Technology, Ministry of Commerce \
             and Blue Pier Group",
            "count: “four company representatives” are announced (4) and 3 are reported: Dara Quill, Oren Pike and \
             Tess Marlow",
        ]
    );
    let standing = case.standing("china-npcsc-law", None);
    assert_eq!(standing.as_of, "2031-05-14".parse().ok());
    assert_eq!(
        of_kind(&standing.signals, SignalKind::EarlierThanUsual),
        ["Legislative Affairs Commission of the NPC Standing Committee"]
    );
    assert_eq!(
        of_kind(&standing.signals, SignalKind::ListedFirst),
        ["Legislative Affairs Commission of the NPC Standing Committee"]
    );
    let early = standing.signals.iter().find(|row| row.kind == SignalKind::EarlierThanUsual).unwrap();
    assert!(early.baseline.contains("custom, according to"), "{}", early.baseline);
    assert!(early.exceptions.iter().any(|words| words.contains("the law allows it")), "{:?}", early.exceptions);
    // The Ministry of Transport stands before that of Science and Technology, which the order of protocol does not.
    assert_eq!(of_kind(&standing.signals, SignalKind::ListedOutOfOrder), ["Ministry of Transport"]);
}

#[test]
fn a_normal_symposium_has_no_alarm() {
    let case = case!("symposium-normal.en.txt");
    assert_eq!(case.contradictions(), Vec::<String>::new());
    assert_eq!(case.signals("china-npcsc-law", None), Vec::<String>::new());
}

#[test]
fn a_symposium_in_chinese_with_its_faults() {
    let case = case!("symposium.zh.txt");
    assert_eq!(
        case.contradictions(),
        [
            "weekday-date: told as a Friday; 14 May 2031 was a Wednesday",
            "count: “三位企业代表” are announced (3) and 2 are reported: 杜若 and 齐远",
            "no-source: “众所周知” stands for a source: nobody is named who says so",
        ]
    );
    let standing = case.standing("china-npcsc-law", None);
    assert_eq!(of_kind(&standing.signals, SignalKind::EarlierThanUsual), ["全国人大常委会法工委"]);
}

#[test]
fn the_next_issue_of_a_plan_drops_and_adds() {
    let case = case!("plan-2031.en.txt", "plan-2032.en.txt");
    assert_eq!(case.contradictions(), Vec::<String>::new());
    let signals = case.signals("china-npcsc-law", None);
    assert!(
        signals.iter().any(|row| row.starts_with("dropped-from-plan") && row.contains("Harbour Law")),
        "{signals:#?}"
    );
    assert!(
        signals.iter().any(|row| row.starts_with("added-to-plan") && row.contains("Lighthouse Law")),
        "{signals:#?}"
    );
    assert_eq!(signals.len(), 2, "{signals:#?}");
}

#[test]
fn one_issue_of_a_plan_has_no_alarm() {
    assert_eq!(case!("plan-2031.en.txt").signals("china-npcsc-law", None), Vec::<String>::new());
}

#[test]
fn a_hearing_announced_and_held_is_as_usual() {
    let case = case!("hearing-notice.en.txt", "hearing-report.en.txt");
    assert_eq!(case.contradictions(), Vec::<String>::new());
    let standing = case.standing("us-bill", None);
    assert_eq!(standing.signals.iter().map(|row| row.facts.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
    let stage = |id: &str| {
        let index = Procedure::builtin("us-bill").unwrap().stage(id).unwrap();
        standing.stages.get(index).and_then(|row| row.when).map(|when| when.to_string())
    };
    assert_eq!(stage("introduction").as_deref(), Some("2031-06-03"));
    assert_eq!(stage("committee").as_deref(), Some("2031-09-18"));
}

#[test]
fn two_newspapers_differ_in_day_place_and_number() {
    let case = case!("news-one.en.txt", "news-two.en.txt");
    let mut found = case.contradictions();
    found.sort();
    assert_eq!(
        found,
        [
            "accounts-differ: two accounts of one meeting count differently: “80 participants” and “120 participants”",
            "accounts-differ: two accounts of one meeting give different days: 14 May 2031 and 15 May 2031",
            "accounts-differ: two accounts of one meeting give different places: Lakeside and Northbank",
        ]
    );
}

#[test]
fn an_agreement_before_the_first_reading_is_as_usual_in_the_union() {
    let case = case!("trilogue.en.txt");
    assert_eq!(case.contradictions(), Vec::<String>::new());
    let standing = case.standing("eu-ordinary", None);
    assert_eq!(standing.signals.iter().map(|row| row.facts.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
    let eu = Procedure::builtin("eu-ordinary").unwrap();
    let proved: Vec<&str> = standing
        .stages
        .iter()
        .filter(|row| row.is_proved())
        .filter_map(|row| eu.stages.get(row.stage))
        .map(|stage| stage.id.as_str())
        .collect();
    assert_eq!(proved, ["proposal", "ep-committee", "council-position", "ep-mandate", "trilogue"]);
    let vote = standing.stages.get(eu.stage("ep-first-reading").unwrap()).unwrap();
    assert!(vote.planned, "a vote that is announced is not held");
}

#[test]
fn a_short_comment_period_and_its_end_are_told() {
    let case = case!("nprm.en.txt");
    assert_eq!(case.contradictions(), Vec::<String>::new());
    assert_eq!(
        case.signals("us-rule", Some("2031-06-01")),
        [
            "shorter-than-rule: open to comment from 3 March 2031 to 20 March 2031: 17 days",
            "deadline-passed: comments were taken until 20 March 2031; by 1 June 2031 (73 days later) no further stage \
             is told",
        ]
    );
}

#[test]
fn a_consultation_in_chinese_has_its_last_day_and_its_plan() {
    let case = case!("consultation.zh.txt");
    assert_eq!(case.contradictions(), Vec::<String>::new());
    let events = case.events();
    let listed = events.iter().find(|event| event.kind == crate::EventKind::PlanListed).unwrap();
    assert_eq!(listed.people.first().map(|actor| actor.name.as_str()), Some("国务院"));
    assert_eq!(listed.when, None, "the year of a plan is not the day on which it lists");
    assert_eq!(
        case.signals("china-npcsc-law", None),
        ["shorter-than-rule: open to comment from 2 April 2031 to 20 April 2031: 18 days"]
    );
}

#[test]
fn those_who_wrote_a_draft_and_sort_the_opinions_are_told() {
    let found = case!("own-cause.zh.txt").contradictions();
    assert!(found.iter().any(|row| row.starts_with("own-cause: ") && row.contains("湖滨港口经济研究院")), "{found:#?}");
}

#[test]
fn words_that_claim_more_than_they_show() {
    let found = case!("words.en.txt").contradictions();
    let kinds: Vec<&str> = found.iter().filter_map(|row| row.split(':').next()).collect();
    assert_eq!(
        kinds,
        [
            ContradictionKind::Count,
            ContradictionKind::WrongInstrument,
            ContradictionKind::WrongInstrument,
            ContradictionKind::NoSource,
            ContradictionKind::PlanAsDraft,
        ]
        .map(ContradictionKind::name),
        "{found:#?}"
    );
}

#[test]
fn laws_of_two_subjects_in_two_languages_are_not_one() {
    let case = case!("held2/28-press.en.txt", "held2/30-stall.zh.txt");
    let standing = case.standing("china-npcsc-law", None);
    assert_eq!(standing.item.name, "Fishing Port Law");
    assert_eq!(standing.others, [("灯塔保护法".to_owned(), 3)]);
    assert!(standing.signals.iter().all(|row| row.evidence.iter().all(|place| place.origin.contains("28"))));
}

#[test]
fn one_law_in_two_languages_is_one() {
    let case = case!("held2/27-symposium.zh.txt", "held2/28-press.en.txt");
    let standing = case.standing("china-npcsc-law", None);
    assert_eq!(standing.others, []);
    let silent: Vec<&Signal> = standing.signals.iter().filter(|row| row.kind == SignalKind::PlanSilent).collect();
    assert_eq!(silent.len(), 1, "{silent:#?}");
    assert!(silent[0].facts.contains("for 2032") && silent[0].evidence.len() > 1, "{silent:#?}");
}

/// A real report, where the folder of real papers is there: what an analyst reads out of it is found.
#[test]
fn a_real_symposium_holds_what_an_analyst_finds() {
    let Some(folder) = rap_testkit::shared("corpus/symposium", "a_real_symposium_holds_what_an_analyst_finds") else {
        return;
    };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let texts: Vec<String> = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let case = Case::of(&texts.iter().map(|text| ("paper.txt", text.as_str())).collect::<Vec<_>>());
    let found = case.contradictions();
    let kinds: Vec<&str> = found.iter().filter_map(|row| row.split(':').next()).collect();
    for kind in ContradictionKind::ALL.iter().filter(|kind| **kind != ContradictionKind::AccountsDiffer) {
        assert!(kinds.contains(&kind.name()), "{} is not among {found:#?}", kind.name());
    }
    let standing = case.standing("china-npcsc-law", None);
    let kinds: Vec<SignalKind> = standing.signals.iter().map(|signal| signal.kind).collect();
    assert_eq!(
        kinds,
        [SignalKind::PlanSilent, SignalKind::EarlierThanUsual, SignalKind::EarlierThanUsual, SignalKind::ListedFirst,]
    );
}
