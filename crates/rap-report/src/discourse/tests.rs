use rap_statement::{Act, ActorKind, BodyKind, SourceKind, Stance};

use crate::fixture::{PaperFixture, Said, written};
use crate::row::DiscourseRow;
use rap_dossier::Entry;

/// Returns a paper of `all` statements of a body, `demands` of them demands.
fn paper(origin: &str, date: Option<&str>, kind: BodyKind, demands: usize, all: usize) -> Entry {
    let sentences: Vec<String> = (0..all).map(|number| format!("Berth{number} of {origin} is short.")).collect();
    let text = format!("Letter of the Lakeland Union\n{}\n", sentences.join(" "));
    let mut paper = PaperFixture::new(origin, SourceKind::Submission, &text);
    if let Some(date) = date {
        paper = paper.dated(date);
    }
    let union = paper.actor("Lakeland Union", ActorKind::Body(kind));
    for (index, sentence) in sentences.iter().enumerate() {
        let demand = index < demands;
        paper.say(&Said {
            who: Some(union),
            mention: "",
            cue: "",
            content: &[sentence.as_str()],
            act: if demand { Act::Demand } else { Act::Problem },
            stance: if demand { Stance::SeeksRelief } else { Stance::NamesProblem },
            themes: &[],
        });
    }
    paper.entry()
}

fn rows(entries: &[Entry]) -> Vec<serde_json::Value> {
    let json: serde_json::Value = serde_json::from_str(&written(entries, true).text("report.json")).unwrap();
    json["discourse"].as_array().cloned().unwrap_or_default()
}

fn two_years() -> Vec<Entry> {
    let month = |index: usize| {
        let date = format!("{}-{:02}-15", 2031 + index / 12, index % 12 + 1);
        let demands = if index < 12 { 3 + index % 2 } else { 14 + index % 3 };
        paper(&format!("m{index:02}.txt"), Some(&date), BodyKind::CivilSociety, demands, 24)
    };
    (0..24).map(month).collect()
}

#[test]
fn a_planted_change_is_told_with_the_counts_of_both_sides() {
    let rows = rows(&two_years());
    let changes: Vec<_> = rows
        .iter()
        .filter(|row| !row["change"].is_null() && row["bodies"] == "all")
        .map(|row| format!("{} {} {}", row["month"], row["by"], row["sort"]).replace('"', ""))
        .collect();
    assert_eq!(
        changes,
        ["2032-01 stance seeks-relief", "2032-01 stance names-problem", "2032-01 act demand", "2032-01 act problem",]
    );
    let demand = rows.iter().find(|row| row["month"] == "2032-01" && row["sort"] == "demand").unwrap();
    assert_eq!(demand["change"], serde_json::json!({"before": 42, "before_of": 288, "after": 180, "after_of": 288}));
    assert_eq!((demand["count"].as_u64(), demand["of"].as_u64()), (Some(14), Some(24)));
    assert_eq!(demand["statements"].as_array().unwrap().len(), 14);
    assert_eq!(demand["places"].as_array().unwrap().len(), 14);
}

#[test]
fn papers_without_a_date_are_counted_apart_and_few_statements_are_told() {
    let entries = [
        paper("a.txt", Some("2031-05-02"), BodyKind::Company, 2, 5),
        paper("b.txt", None, BodyKind::Company, 1, 4),
        paper("c.txt", Some("2031-07-30"), BodyKind::University, 9, 30),
    ];
    let rows = rows(&entries);
    let of = |month: &str, bodies: &str, sort: &str| {
        let row = rows.iter().find(|row| row["month"] == month && row["bodies"] == bodies && row["sort"] == sort);
        row.map(|row| (row["count"].as_u64().unwrap(), row["of"].as_u64().unwrap(), row["few"].as_bool().unwrap()))
    };
    assert_eq!(of("2031-05", "all", "demand"), Some((2, 5, true)));
    assert_eq!(of("2031-07", "all", "demand"), Some((9, 30, false)));
    assert_eq!(of("undated", "all", "demand"), Some((1, 4, true)));
    assert_eq!(of("2031-07", "university", "problem"), Some((21, 30, false)));
    assert_eq!(of("2031-07", "company", "problem"), None);
    assert!(rows.iter().all(|row| row["change"].is_null()));
    let acts: u64 = rows
        .iter()
        .filter(|row| row["bodies"] == "all" && row["by"] == "act")
        .map(|row| row["count"].as_u64().unwrap())
        .sum();
    assert_eq!(acts, 39, "every statement has one act, in one month or none");
}

#[test]
fn the_page_has_a_drawing_and_a_link_for_every_cell() {
    let page = written(&two_years(), true).text("index.html");
    assert!(page.contains("<h2 id=\"discourse-title\">Discourse over time</h2>"));
    assert!(page.contains("from 2032-01 on</a>: 63% (180 of 288), before 15% (42 of 288)"), "{page}");
    let hrefs = page.split("href=\"#d0-").skip(1).filter_map(|rest| rest.split('"').next());
    let missing: Vec<&str> = hrefs.filter(|anchor| !page.contains(&format!("id=\"d0-{anchor}\""))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn one_month_has_no_section_and_no_dates_no_table() {
    let one = written(&[paper("a.txt", Some("2031-05-02"), BodyKind::Company, 2, 5)], true);
    assert!(!one.text("index.html").contains("Discourse over time"));
    assert!(one.paths().contains(&"discourse.csv".to_owned()));
    let none = written(&[paper("a.txt", None, BodyKind::Company, 2, 5)], true);
    assert!(!none.paths().contains(&"discourse.csv".to_owned()));
}

#[test]
fn a_row_has_a_cell_for_each_column() {
    use crate::row::Row;
    let row = DiscourseRow {
        month: "2031-05".to_owned(),
        bodies: "all",
        by: "act",
        sort: "demand",
        count: 1,
        of: 3,
        share: 0.3333,
        papers: 1,
        few: true,
        change: None,
        statements: vec![7],
        places: vec![],
    };
    assert_eq!(row.cells().len(), DiscourseRow::COLUMNS.len());
    assert_eq!(row.cells().join(","), "2031-05,all,act,demand,1,3,0.3333,1,yes,,7,");
}
