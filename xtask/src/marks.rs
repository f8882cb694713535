//! `cargo xtask marks`: what those who mark paragraphs need: check a file, take its marks out, compare two markings.

use anyhow::{Context, bail};
use rap_testkit::{Agreement, MarkedManner, MarkedParagraph, Side, read_marks, strip_marks};

/// Runs the command that the words give.
pub(crate) fn run(words: &[&str]) -> anyhow::Result<()> {
    match words {
        ["check", files @ ..] if !files.is_empty() => check(files),
        ["strip", file] => {
            let stripped = strip_marks(&text_of(file)?).map_err(|errors| listed(file, &errors))?;
            print!("{stripped}");
            Ok(())
        }
        ["agree", first, second] => agree(first, second),
        _ => bail!("say `marks check FILE…`, `marks strip FILE` or `marks agree FILE FILE`"),
    }
}

fn text_of(file: &str) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("cannot read {file}"))
}

fn listed(file: &str, errors: &[rap_testkit::MarkError]) -> anyhow::Error {
    let lines: Vec<String> = errors.iter().map(|error| format!("{file}: {error}")).collect();
    anyhow::anyhow!("{} lines are not in the format\n{}", errors.len(), lines.join("\n"))
}

/// Says what each file holds, or all that is wrong with them.
fn check(files: &[&str]) -> anyhow::Result<()> {
    let mut wrong = Vec::new();
    for file in files {
        match read_marks(&text_of(file)?) {
            Ok(paragraphs) => println!("{file}: {}", contents(&paragraphs)),
            Err(errors) => wrong.push(listed(file, &errors).to_string()),
        }
    }
    if wrong.is_empty() { Ok(()) } else { bail!("{}", wrong.join("\n")) }
}

fn contents(paragraphs: &[MarkedParagraph]) -> String {
    let all = || paragraphs.iter().flat_map(|paragraph| &paragraph.attributions);
    let of = |manner: MarkedManner| all().filter(|one| one.manner == manner).count();
    let demands = all().filter(|one| one.act.as_deref() == Some("demand")).count();
    let empty = paragraphs.iter().filter(|paragraph| paragraph.attributions.is_empty()).count();
    format!(
        "{} paragraphs ({empty} without marks), {} attributed, {} topics, {} continued, {} of the author, {demands} demands",
        paragraphs.len(),
        of(MarkedManner::Attributed),
        of(MarkedManner::Topic),
        of(MarkedManner::Continued),
        of(MarkedManner::Author),
    )
}

/// Compares two markings paragraph by paragraph; only paragraphs whose text is in both count.
fn agree(first: &str, second: &str) -> anyhow::Result<()> {
    let read = |file: &str| -> anyhow::Result<Vec<MarkedParagraph>> {
        read_marks(&text_of(file)?).map_err(|errors| listed(file, &errors))
    };
    let (one, other) = (read(first)?, read(second)?);
    let (mut agreement, mut compared) = (Agreement::default(), 0);
    for paragraph in &one {
        let Some(same) = other.iter().find(|other| other.text == paragraph.text) else {
            println!("{first}: line {}: its text is not in {second}", paragraph.line);
            continue;
        };
        let before = agreement;
        agreement.add(&sides(paragraph), &sides(same));
        compared += 1;
        let missed =
            agreement.first + agreement.second + 2 * before.both - (before.first + before.second + 2 * agreement.both);
        if missed > 0 {
            println!("line {}: {missed} of both sides without a partner: {}", paragraph.line, paragraph.text);
        }
    }
    println!(
        "{compared} paragraphs, {} and {} attributions: content F1 {:.3}, content+source F1 {:.3}, demand or not the same in {} of {} pairs",
        agreement.first,
        agreement.second,
        agreement.f1(agreement.content),
        agreement.f1(agreement.both),
        agreement.act,
        agreement.content,
    );
    Ok(())
}

fn sides(paragraph: &MarkedParagraph) -> Vec<(Side, bool)> {
    let reported = paragraph.attributions.iter().filter(|one| one.manner == MarkedManner::Attributed);
    reported
        .map(|one| (Side::new(&paragraph.text, &one.content, &one.source), one.act.as_deref() == Some("demand")))
        .collect()
}
