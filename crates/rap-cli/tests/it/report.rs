use crate::program::{Case, HEARING, LETTER};

const WRITTEN: [&str; 5] = ["index.html", "statements.csv", "asks.csv", "actors.csv", "report.json"];

#[test]
fn papers_become_a_report_with_its_tables_and_its_dossier() {
    let case = Case::of(&[("papers/hearing.txt", HEARING), ("papers/letter.txt", LETTER)]);
    let outcome = case.run("report papers -o out");
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    assert!(outcome.stderr.contains("2 sources"), "{}", outcome.stderr);
    for name in WRITTEN {
        assert!(!case.read(&format!("out/{name}")).is_empty(), "{name}");
    }
    case.run("check out/case.dossier").ok();
    let page = case.read("out/index.html");
    assert!(page.contains("Ilse Varn") && page.contains("林知遥"));
    for fetch in ["src=\"http", "href=\"http", "url(http", "@import"] {
        assert!(!page.contains(fetch), "the page fetches nothing: {fetch}");
    }
}

#[test]
fn the_same_papers_give_the_same_bytes_on_any_number_of_threads() {
    let case = Case::of(&[("papers/hearing.txt", HEARING), ("papers/letter.txt", LETTER)]);
    case.run("report papers -o one --threads 1").ok();
    case.run("report papers -o two --threads 2").ok();
    for name in WRITTEN {
        assert_eq!(case.read(&format!("one/{name}")), case.read(&format!("two/{name}")), "{name}");
    }
}

#[test]
fn a_dossier_gives_the_report_that_its_papers_gave() {
    let case = Case::of(&[("papers/hearing.txt", HEARING)]);
    case.run("report papers -o one").ok();
    case.run("report one/case.dossier -o two").ok();
    for name in WRITTEN {
        assert_eq!(case.read(&format!("one/{name}")), case.read(&format!("two/{name}")), "{name}");
    }
}

#[test]
fn other_files_in_the_folder_are_left_alone() {
    let case = Case::of(&[("papers/hearing.txt", HEARING), ("out/notes.md", "mine")]);
    case.run("report papers -o out").ok();
    assert_eq!(case.read("out/notes.md"), "mine");
    case.run("report papers -o out").ok();
}

#[test]
fn a_page_that_somebody_else_wrote_is_not_overwritten() {
    let case = Case::of(&[("papers/hearing.txt", HEARING), ("out/index.html", "<p>mine</p>")]);
    let outcome = case.run("report papers -o out");
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("index.html") && outcome.stderr.contains("hint"), "{}", outcome.stderr);
    assert_eq!(case.read("out/index.html"), "<p>mine</p>");
}
