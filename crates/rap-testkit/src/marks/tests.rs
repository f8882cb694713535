use super::*;

fn check(line: &str, expected: &str) {
    let shown = match read_marks(line) {
        Ok(paragraphs) => paragraphs.iter().map(show).collect::<Vec<_>>().join("\n"),
        Err(errors) => errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
    };
    assert_eq!(shown, expected);
}

fn show(paragraph: &MarkedParagraph) -> String {
    let join = |spans: &[Range<usize>]| {
        spans.iter().filter_map(|span| paragraph.text.get(span.clone())).collect::<Vec<_>>().join(" … ")
    };
    let lines = paragraph.attributions.iter().map(|one| {
        let act = one.act.as_deref().unwrap_or("-");
        let items = join(&one.items);
        format!("[{}] ({}) <{}> {act} {:?} {items}", join(&one.source), join(&one.cue), join(&one.content), one.manner)
    });
    lines.map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

#[test]
fn pieces_of_one_number_are_one_attribution() {
    check("{q1|“Late,”} {s1|he} {c1|said}, {q1|“and little.”}", "[he] (said) <“Late,” … “and little.”> - Attributed");
}

#[test]
fn a_mark_may_serve_two_numbers_and_hold_others() {
    check(
        "{s12|Oru} {c1|said} {q1|that {s3|Bela} {c3|agreed} {q3|to wait}} and {c2|asked} {q2:demand|for {i2|time} and {i2|money}}.",
        "[Oru] (said) <that Bela agreed to wait> - Attributed\n[Oru] (asked) <for time and money> demand Attributed time … money\n[Bela] (agreed) <to wait> - Attributed",
    );
}

#[test]
fn what_goes_on_has_the_source_of_what_it_continues() {
    check("{s1|Oru} {c1|spoke on} {t1|tax}.", "[Oru] (spoke on) <tax> - Topic");
    check(
        "{s1|She} {c1|said} {q1|it was small}. {q1+|It had never grown}. {q2=:demand|Let it grow.}",
        "[She] (said) <it was small> - Attributed\n[She] () <It had never grown> - Continued\n[] () <Let it grow.> demand Author",
    );
}

#[test]
fn a_wrong_line_says_what_to_do() {
    check("{s1|Oru said", "line 1: the mark `s1` is not closed");
    check("{x1|Oru} said", "line 1: `{x1|` begins with no letter of s, c, q, t, i");
    check("{s1|Oru} {c1|said}", "line 1: attribution 1 has no content: mark it as `q1` or `t1`");
    check("Oru} said", "line 1: a `}` closes nothing");
    check(
        "{q1:wish|more}",
        "line 1: `{q1:wish|` has no act called `wish`; the acts are demand, position, problem, fact, promise, question",
    );
}

#[test]
fn stripping_keeps_lines_and_comments() {
    let stripped = strip_marks("# kind: record\n{s1|Oru} {c1|said} {q1|no}.\nNothing.\n");
    assert_eq!(stripped.as_deref(), Ok("# kind: record\nOru said no.\nNothing.\n"));
}

#[test]
fn two_markings_agree_where_content_overlaps_by_half() {
    let side = |content: Range<usize>, source: Range<usize>| (Side::new("abcdefghij", &[content], &[source]), false);
    let mut agreement = Agreement::default();
    agreement.add(&[side(2..6, 0..1), side(7..9, 0..1)], &[side(2..5, 0..2), side(9..10, 0..1)]);
    assert_eq!(agreement, Agreement { first: 2, second: 2, content: 1, both: 1, act: 1 });
}
