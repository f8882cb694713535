use crate::fixture::{MemoryFolder, report, sample};
use crate::report::Report;
use crate::to_html::Layout;
use crate::write::write_laid_out;

/// Returns what writing says of a report that was changed after it was made.
fn complaint(change: impl FnOnce(&mut Report)) -> String {
    let entries = sample();
    let mut report = report(&entries);
    change(&mut report);
    let layout = Layout::laid_out(&report, true);
    let written = write_laid_out(&report, &layout, &mut entries.as_slice(), &mut MemoryFolder::default());
    written.map_or_else(|error| error.to_string(), |files| files.join(" "))
}

#[test]
fn a_true_report_is_written_whole() {
    assert_eq!(complaint(|_| ()), "statements.csv report.json asks.csv actors.csv discourse.csv index.html");
}

#[test]
fn a_false_figure_is_not_printed() {
    let said = |figure: &str, printed: usize, counted: usize| {
        format!("the report says {printed} {figure}, but its rows add up to {counted}")
    };
    assert_eq!(complaint(|report| report.numbers.demands += 1), said("demands", 9, 8));
    assert_eq!(complaint(|report| report.numbers.silent = 0), said("silent", 0, 3));
    assert_eq!(complaint(|report| report.numbers.coded -= 1), said("coded sentences", 17, 18));
    assert_eq!(complaint(|report| report.matrix.rows[0].counts[0] += 1), said("single demands in the matrix", 10, 11));
    assert_eq!(complaint(|report| report.findings.clear()), said("findings", 1, 0));
}

#[test]
fn an_ask_may_not_get_lost() {
    let complaint = complaint(|report| {
        report.asks.pop();
    });
    assert!(complaint.contains("single demands"), "{complaint}");
}

#[test]
fn a_quote_that_is_not_in_the_paper_is_not_printed() {
    let complaint = complaint(|report| report.statements[0].quote.push('!'));
    assert!(complaint.starts_with("record/hearing.txt: the words at bytes "), "{complaint}");
}
