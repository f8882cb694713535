use std::collections::{BTreeMap, BTreeSet};

use rap_dossier::Entry;
use rap_statement::{Act, ActorKind, BodyKind, SourceKind, Stance};

use crate::fixture::{MemoryFolder, PaperFixture, Said, sample, written};

/// Returns the values of an attribute in a page.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    let opening = format!(" {attribute}=\"");
    html.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Holds every link of every page against the anchors of the page that it leads to.
fn check_links(folder: &MemoryFolder) {
    let paths = folder.paths().into_iter().filter(|path| path.ends_with(".html"));
    let pages: BTreeMap<String, String> = paths.map(|path| (path.clone(), folder.text(&path))).collect();
    let mut anchors: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (page, html) in &pages {
        let ids = values(html, "id");
        anchors.insert(page, ids.iter().copied().collect());
        assert_eq!(ids.len(), anchors[page.as_str()].len(), "{page}: an anchor stands twice");
    }
    for (page, html) in &pages {
        for href in values(html, "href") {
            let (path, anchor) = href.split_once('#').expect("a link to an anchor");
            let up = page.contains('/');
            assert!(path.is_empty() || up == path.starts_with("../"), "{page}: {href}");
            let target = path.strip_prefix("../").unwrap_or(if path.is_empty() { page } else { path });
            assert!(anchors.contains_key(target), "{page}: {href} leads to no page");
            assert!(anchors[target].contains(anchor), "{page}: {href} leads nowhere");
        }
    }
}

#[test]
fn the_sample_reads_like_this() {
    let folder = written(&sample(), true);
    insta::assert_snapshot!("index", folder.text("index.html"));
    insta::assert_snapshot!("statements_csv", folder.text("statements.csv"));
    insta::assert_snapshot!("asks_csv", folder.text("asks.csv"));
    insta::assert_snapshot!("actors_csv", folder.text("actors.csv"));
    insta::assert_snapshot!("report_json", folder.text("report.json"));
}

#[test]
fn every_link_of_one_page_has_its_target() {
    check_links(&written(&sample(), true));
}

#[test]
fn every_link_of_many_pages_has_its_target() {
    let folder = written(&sample(), false);
    assert!(folder.paths().len() > 6, "{:?}", folder.paths());
    check_links(&folder);
}

#[test]
fn many_asks_and_statements_go_on_to_further_pages() {
    let mut text = String::from("Long submission of the Lakeland Union\n");
    let sentences: Vec<String> = (0..1_200).map(|number| format!("Rule{number} should go.")).collect();
    text.push_str(&sentences.join(" "));
    let mut paper = PaperFixture::new("long.txt", SourceKind::Submission, &text);
    let union = paper.actor("Lakeland Union", ActorKind::Body(BodyKind::CivilSociety));
    for sentence in &sentences {
        let content = [sentence.as_str()];
        paper.say(&Said {
            who: Some(union),
            mention: "",
            cue: "",
            content: &content,
            act: Act::Demand,
            stance: Stance::SeeksRelief,
            themes: &[("scope", 0.9, "Rule1 should")],
        });
    }
    let folder = written(&[paper.entry()], false);
    for page in ["statements/3.html", "asks/3.html", "index.html"] {
        assert!(folder.paths().contains(&page.to_owned()), "{page} in {:?}", folder.paths());
    }
    check_links(&folder);
}

/// Reads every tag of a page and holds its name and attributes against what reports are made of.
fn check_tags(path: &str, html: &str) {
    let (style, script) = (html.find("<style>").unwrap(), html.find("</style>").unwrap());
    let code = html.rfind("<script>").unwrap_or(html.len());
    let after_code = html.rfind("</script>").unwrap_or(html.len());
    for (at, _) in html.match_indices('<') {
        let (mut rest, within) = (html.get(at + 1..).unwrap(), |from, to| at > from && at < to);
        if within(style, script) || within(code, after_code) || rest.starts_with("!DOCTYPE html>") {
            continue;
        }
        rest = rest.strip_prefix('/').unwrap_or(rest);
        let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
        assert!(TAGS.contains(&name.as_str()), "{path}: <{name}>");
        rest = rest.get(name.len()..).unwrap();
        while let Some(attribute) = rest.strip_prefix(' ') {
            let name: String = attribute.chars().take_while(|c| !matches!(c, '=' | '>' | ' ')).collect();
            assert!(
                !name.starts_with("on") && !["src", "style", "action", "srcdoc"].contains(&name.as_str()),
                "{path}: {name}"
            );
            rest = attribute.get(name.len()..).unwrap();
            if let Some(value) = rest.strip_prefix("=\"") {
                rest = value.split_once('"').unwrap().1;
            }
        }
        assert!(rest.starts_with('>'), "{path}: {}", rest.chars().take(80).collect::<String>());
    }
}

/// Every element of which a report is made.
const TAGS: [&str; 56] = [
    "html",
    "head",
    "meta",
    "title",
    "style",
    "script",
    "body",
    "a",
    "div",
    "header",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "b",
    "nav",
    "ol",
    "ul",
    "li",
    "main",
    "section",
    "article",
    "aside",
    "footer",
    "span",
    "bdi",
    "br",
    "em",
    "small",
    "time",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td",
    "figure",
    "figcaption",
    "svg",
    "desc",
    "rect",
    "text",
    "details",
    "summary",
    "mark",
    "label",
    "input",
    "output",
    "button",
    "code",
    "q",
];

/// A paper of which every word that reaches the report is an attack.
fn hostile() -> Entry {
    let attack = "\"><script>alert(1)</script><img src=x onerror=alert(2)>' onclick='alert(3)";
    let text = format!("{attack} title\n{attack} name of {attack} body said {attack} content. {attack} progress 2031.");
    let origin = format!("{attack}.txt");
    let mut paper = PaperFixture::new(&origin, SourceKind::Record, &text);
    paper.entry.source.title = Some(format!("{attack} title"));
    let body = paper.actor(&format!("{attack} body"), ActorKind::Body(BodyKind::Company));
    let person = paper.person(&format!("{attack} name"), &format!("{attack} title"), Some(body));
    paper.present(body, &format!("{attack} body"));
    let content = format!("{attack} content");
    for act in [Act::Demand, Act::Problem] {
        paper.say(&Said {
            who: Some(person),
            mention: attack,
            cue: "said",
            content: &[&content],
            act,
            stance: Stance::Neutral,
            themes: &[("scope", 0.5, "said")],
        });
    }
    paper.progress(&format!("{attack} progress 2031."));
    paper.finding(rap_doc::Finding {
        severity: rap_doc::Severity::Loss,
        code: "x",
        origin,
        place: rap_doc::Place::Path(attack.to_owned()),
        message: attack.to_owned(),
        hint: attack.to_owned(),
    });
    let mut entry = paper.entry();
    entry.record.parts[0].reason = attack.to_owned();
    entry.record.ledger.accounts.clear();
    entry
}

#[test]
fn words_of_a_paper_never_become_markup() {
    for single in [true, false] {
        let folder = written(&[hostile()], single);
        for path in folder.paths().into_iter().filter(|path| path.ends_with(".html")) {
            let html = folder.text(&path);
            check_tags(&path, &html);
            for attribute in ["href", "id", "class"] {
                for value in values(&html, attribute) {
                    assert!(!value.contains("alert"), "{path}: {attribute}={value}");
                }
            }
        }
        check_links(&folder);
    }
}

#[test]
fn a_page_loads_nothing() {
    let html = written(&sample(), true).text("index.html");
    assert!(html.contains("default-src 'none'"));
    for way_out in
        ["src=", "http-equiv=\"refresh\"", "@import", "url(", "<link", "<iframe", "<form", "style=\"", "onclick"]
    {
        assert!(!html.contains(way_out), "{way_out}");
    }
    let addresses: BTreeSet<&str> = html.split("http").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(addresses, BTreeSet::from(["-equiv=", "://www.w3.org/2000/svg"]));
}

#[test]
fn equal_input_gives_equal_bytes() {
    let (first, second) = (written(&sample(), true), written(&sample(), true));
    for path in first.paths() {
        assert_eq!(first.text(&path), second.text(&path), "{path}");
    }
}

#[test]
fn a_report_on_nothing_says_so() {
    let folder = written(&[], true);
    let html = folder.text("index.html");
    for words in
        ["The papers say nothing about where the law stands", "Nobody asks for anything", "No statement is reported"]
    {
        assert!(html.contains(words), "{words}");
    }
    check_links(&folder);
}
