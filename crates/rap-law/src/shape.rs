//! The shape of a law in lines, for tests: ids, headings, own words, findings.

use crate::provision::Law;

pub(crate) fn shape(law: &Law) -> String {
    let mut out = String::new();
    for provision in &law.provisions {
        let words = |span: &rap_doc::Span| span.of(law.doc.text()).replace('\n', "/");
        out.push_str(provision.id.as_str());
        if let Some(heading) = &provision.heading {
            out.push_str(&format!(" [{}]", words(heading)));
        }
        for own in &provision.own {
            out.push_str(&format!(" | {}", words(own)));
        }
        out.push('\n');
    }
    for finding in &law.findings {
        out.push_str(&format!("! {}: {}\n", finding.code, finding.message));
    }
    out
}
