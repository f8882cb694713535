use super::plain_cell;

#[test]
fn marks_vanish_and_lines_stay() {
    let check = |cell: &str, words: &str| assert_eq!(plain_cell(cell), words, "{cell}");
    check("a &amp; b &lt;c&gt;", "a & b <c>");
    check("<p>One.</p><p>Two.</p>", "One.\n\nTwo.\n");
    check("&#20013;&#x6587;", "中文");
    check("1 < 2 but &unknown; stays", "1 < 2 but &unknown; stays");
    check("<script>no", "no");
}
