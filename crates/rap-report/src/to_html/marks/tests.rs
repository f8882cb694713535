use super::*;

fn mark(start: usize, end: usize, look: Look, anchor: &str) -> Mark {
    Mark { span: Span::new(start, end), look, anchor: Some(anchor.to_owned()), notes: vec![] }
}

fn written(text: &str, blocks: &[(usize, usize)], marks: Vec<Mark>) -> String {
    let mut html = String::new();
    let mut marked = MarkedText::new(text, marks);
    for (start, end) in blocks {
        html.push_str("<p>");
        marked.push_block(Span::new(*start, *end), &mut html);
        html.push_str("</p>");
    }
    marked.push_rest(&mut html);
    html
}

#[test]
fn marks_nest() {
    let marks = vec![mark(4, 8, Look::Cue, "b"), mark(0, 12, Look::Demand, "a")];
    assert_eq!(
        written("one two four", &[(0, 12)], marks),
        "<p><mark class=\"st de\" id=\"a\">one <span class=\"cue\" id=\"b\">two </span>four</mark></p>"
    );
}

#[test]
fn marks_that_cross_are_cut() {
    let marks = vec![mark(0, 8, Look::Statement, "a"), mark(4, 12, Look::Statement, "b")];
    assert_eq!(
        written("one two four", &[(0, 12)], marks),
        "<p><mark class=\"st\" id=\"a\">one <mark class=\"st\" id=\"b\">two </mark></mark>\
         <mark class=\"st\">four</mark></p>"
    );
}

#[test]
fn a_mark_goes_on_in_the_next_block() {
    let marks = vec![mark(4, 12, Look::Statement, "a")];
    assert_eq!(
        written("one two\nfour", &[(0, 7), (8, 12)], marks),
        "<p>one <mark class=\"st\" id=\"a\">two</mark></p><p><mark class=\"st\">four</mark></p>"
    );
}

#[test]
fn text_is_escaped_and_marks_outside_of_blocks_keep_their_anchors() {
    let marks = vec![mark(10, 10, Look::Plain, "a"), mark(90, 99, Look::Plain, "b")];
    assert_eq!(
        written("<b>&\"'</b>", &[(0, 10)], marks),
        "<p>&lt;b&gt;&amp;&quot;'&lt;/b&gt;</p><span class=\"at\" id=\"a\"></span><span class=\"at\" id=\"b\"></span>"
    );
}

#[test]
fn output_is_linear_in_marks_that_all_cross() {
    let count = 5_000;
    let text = "x".repeat(2 * count);
    let marks: Vec<Mark> =
        (0..count).map(|start| mark(start, start + count, Look::Statement, &format!("a{start}"))).collect();
    let html = written(&text, &[(0, text.len())], marks);
    assert!(html.len() < count * 2_000, "{} bytes", html.len());
    for start in [0, 17, count - 1] {
        assert_eq!(html.matches(&format!("id=\"a{start}\"")).count(), 1);
    }
}

proptest::proptest! {
    #[test]
    fn every_anchor_stands_once_and_the_words_are_unchanged(
        spans in proptest::collection::vec((0_usize..30, 0_usize..30, 0_usize..4), 0..20),
        cut in 1_usize..29,
    ) {
        let text = "abcdefghijklmnopqrstuvwxyz<&>0";
        let looks = [Look::Plain, Look::Statement, Look::Demand, Look::Cue];
        let marks: Vec<Mark> = spans
            .iter()
            .enumerate()
            .map(|(index, (start, length, look))| mark(*start, start + length, looks[*look], &format!("a{index}")))
            .collect();
        let html = written(text, &[(0, cut), (cut, text.len())], marks);
        for index in 0..spans.len() {
            proptest::prop_assert_eq!(html.matches(&format!("id=\"a{index}\"")).count(), 1);
        }
        let (mut words, mut inside, mut depth) = (String::new(), false, 0_i32);
        for (at, c) in html.char_indices() {
            match c {
                '<' => {
                    inside = true;
                    depth += if html.get(at + 1..at + 2) == Some("/") { -1 } else { 1 };
                    proptest::prop_assert!(depth >= 0);
                }
                '>' => inside = false,
                c if !inside => words.push(c),
                _ => {}
            }
        }
        proptest::prop_assert_eq!(depth, 0);
        proptest::prop_assert_eq!(words, text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
    }
}
