//! The plain text of a mail: what the sender wrote, what is quoted, what is a signature.

use rap_doc::{BlockKind, Origin, Span, plain_blocks};

use crate::compose::Composer;

/// What a run of lines is.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Run {
    Own,
    Quoted,
    Signature,
}

/// Adds the body, run by run; quoted lines without their marks, so that paragraphs join and quotes read well.
pub(super) fn add(composer: &mut Composer, body: &str) {
    let mut run = (Run::Own, 1, String::new());
    let mut state = Run::Own;
    for (index, line) in body.lines().enumerate() {
        let (kind, words) = kind_of(line, &mut state);
        if kind != run.0 && !line.trim().is_empty() {
            flush(composer, std::mem::replace(&mut run, (kind, index + 1, String::new())));
        }
        run.2.push_str(words);
        run.2.push('\n');
    }
    flush(composer, run);
}

/// Tells what a line is, and its words without marks of quotation.
///
/// `> ` marks a quoted line (RFC 3676); `-- ` alone begins a signature (RFC 3676, 4.3), which ends with the text or
/// where a quotation begins; a line that says that the original message follows begins a quotation to the end.
fn kind_of<'l>(line: &'l str, state: &mut Run) -> (Run, &'l str) {
    if let Some(words) = unquoted(line) {
        return (Run::Quoted, words);
    }
    if line == "-- " || line.trim_end() == "--" {
        *state = Run::Signature;
    } else if starts_original(line) {
        *state = Run::Quoted;
    } else if announces_quote(line) {
        return (Run::Quoted, line);
    }
    (*state, line)
}

/// Returns a quoted line without its marks, of which there may be several.
fn unquoted(line: &str) -> Option<&str> {
    let mut rest = line.strip_prefix('>')?;
    while let Some(inner) = rest.trim_start_matches(' ').strip_prefix('>') {
        rest = inner;
    }
    Some(rest.strip_prefix(' ').unwrap_or(rest))
}

fn starts_original(line: &str) -> bool {
    let bare = line.trim().trim_matches('-').trim();
    let dashed = line.trim().starts_with("-----") || line.trim().starts_with("_____");
    dashed
        && ["Original Message", "Forwarded message", "Original Appointment", "原始邮件", "转发邮件", "原始郵件"]
            .iter()
            .any(|words| bare.eq_ignore_ascii_case(words))
}

/// Tells `On 3 May 2024, Ann Smith wrote:` and `张三 于2024年5月3日写道：`, which belong to the quotation.
fn announces_quote(line: &str) -> bool {
    let line = line.trim();
    line.len() < 200
        && ((line.starts_with("On ") && line.ends_with("wrote:"))
            || line.ends_with("写道：")
            || line.ends_with("写道:")
            || line.ends_with("寫道："))
}

fn flush(composer: &mut Composer, (run, first_line, words): (Run, usize, String)) {
    let (mut counted, mut line) = (0, first_line);
    for block in plain_blocks(&words) {
        let between = Span::new(counted, block.span.start()).of(&words);
        line += memchr::memchr_iter(b'\n', between.as_bytes()).count();
        counted = block.span.start();
        let kind = match run {
            Run::Own => block.kind,
            Run::Quoted => BlockKind::Quote,
            Run::Signature => BlockKind::Furniture,
        };
        composer.add(kind, block.span.of(&words), Origin { page: None, path: format!("body line {line}") });
    }
}
