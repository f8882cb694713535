use super::*;
use crate::shape::shape;

#[test]
fn a_page_of_an_act() {
    let row = |number: &str, words: &str| {
        format!(
            "<table><tr><td><p class=\"oj-normal\">{number}</p></td><td><p class=\"oj-normal\">{words}</p></td></tr></table>"
        )
    };
    let html = format!(
        "<html><body><div class=\"toc-sidebar\">Contents</div><div class=\"eli-container\"><div class=\"eli-main-title\" id=\"tit_1\"><p class=\"oj-doc-ti\">HARBOUR REGULATION</p></div><div id=\"pbl_1\"><div id=\"rct_1\">{}</div></div><div id=\"cpt_I\"><p class=\"oj-ti-section-1\">CHAPTER I</p><div class=\"eli-title\" id=\"cpt_I.tit_1\"><p class=\"oj-ti-section-2\">LAMPS</p></div><div id=\"art_1\"><p class=\"oj-ti-art\">Article&nbsp;1</p><div id=\"art_1.tit_1\"><p class=\"oj-sti-art\">Oil</p></div><div id=\"001.001\"><p class=\"oj-normal\">1.&nbsp;&nbsp;&nbsp;Oil is<a id=\"ntc1\">(1)</a>:</p>{}{}</div></div></div></div><div class=\"eli-container\" id=\"anx_I\"><p class=\"oj-doc-ti\">ANNEX I</p><p class=\"oj-doc-ti\">Forms</p><p class=\"oj-ti-grseq-1\">Section A. Old forms</p>{}<p class=\"oj-ti-grseq-1\">Section B. New forms</p></div></body></html>",
        row("(1)", "Lamps are dim."),
        row("(a)", "seed oil;"),
        row("(b)", &format!("other oil:{}", row("(i)", "whale oil."))),
        row("—", "a form."),
    );
    insta::assert_snapshot!(shape(&from_eurlex_html(html.as_bytes(), "page")));
}
