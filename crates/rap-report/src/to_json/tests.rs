use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::fixture::{sample, written};

const DESCRIPTION: &str = include_str!("../../../../docs/report-json.md");

/// Returns the members that the description names, by the heading under which they stand.
fn described() -> BTreeMap<String, BTreeSet<String>> {
    let mut members: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut heading = String::new();
    for line in DESCRIPTION.lines() {
        if line.starts_with('#') {
            heading = line.trim_matches(['#', ' ', '`']).to_owned();
        } else if let Some(rest) = line.strip_prefix("| `") {
            let member = rest.split('`').next().unwrap().to_owned();
            members.entry(heading.clone()).or_default().insert(member);
        }
    }
    members
}

fn members(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn the_file_has_the_members_that_its_description_names() {
    let described = described();
    let report: Value = serde_json::from_str(&written(&sample(), true).text("report.json")).unwrap();
    assert_eq!(members(&report), described["report.json"]);
    for (name, value) in report.as_object().unwrap() {
        let rows = match value {
            Value::Array(rows) => rows.clone(),
            Value::Object(_) => vec![value.clone()],
            _ => continue,
        };
        assert!(!rows.is_empty(), "the sample has no {name}");
        let mut found = rows.iter().map(members).reduce(|all, row| all.union(&row).cloned().collect()).unwrap();
        if name == "statements" {
            // Absent from most statements; a test of rows has one that bears them.
            found.extend(["together".to_owned(), "relays".to_owned()]);
        }
        assert_eq!(found, described[name], "{name}");
    }
}

#[test]
fn supporters_have_the_members_that_their_description_names() {
    let report: Value = serde_json::from_str(&written(&sample(), true).text("report.json")).unwrap();
    let line = DESCRIPTION.lines().find(|line| line.starts_with("| `supporters`")).unwrap();
    let described: BTreeSet<String> = line.split('`').skip(1).step_by(2).skip(1).map(str::to_owned).collect();
    assert_eq!(members(&report["asks"][0]["supporters"][0]), described);
}

#[test]
fn figures_and_rows_agree() {
    let report: Value = serde_json::from_str(&written(&sample(), true).text("report.json")).unwrap();
    let count = |name: &str| report[name].as_array().unwrap().len();
    let sum = |name: &str, member: &str| -> u64 {
        report[name].as_array().unwrap().iter().map(|row| row[member].as_u64().unwrap()).sum()
    };
    let number = |name: &str| usize::try_from(report["numbers"][name].as_u64().unwrap()).unwrap();
    for name in ["sources", "statements", "asks", "findings"] {
        assert_eq!(count(name), number(name), "{name}");
    }
    assert_eq!(sum("matrix", "single_demands"), report["numbers"]["single_demands"].as_u64().unwrap());
    assert_eq!(sum("actors", "statements"), report["numbers"]["statements"].as_u64().unwrap());
}
