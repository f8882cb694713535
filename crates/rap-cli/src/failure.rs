//! How a command ends when it does not end well: the message, the hint, the number.

use std::io;
use std::process::ExitCode;

use crate::ui::Ui;

/// The user's problem: something about the input or the place to write to.
const USER: u8 = 1;
/// The reader of our output went away.
const PIPE_CLOSED: u8 = 3;
/// Our own fault (EX_SOFTWARE of sysexits.h).
const OURS: u8 = 70;

/// Prints an error with its causes and hint, and returns the number to end with.
pub(crate) fn tell(ui: &Ui, error: &anyhow::Error) -> ExitCode {
    if is_closed_pipe(error) {
        return ExitCode::from(PIPE_CLOSED);
    }
    ui.error(&format!("{error:#}"));
    let known = error.chain().find_map(|cause| cause.downcast_ref::<rapporteur::Error>());
    if let Some(hint) = known.and_then(rapporteur::Error::hint) {
        ui.hint(&hint);
    }
    let ours = known.is_some_and(rapporteur::Error::is_ours);
    ExitCode::from(if ours { OURS } else { USER })
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let broken = |cause: &io::Error| cause.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| cause.downcast_ref::<io::Error>().is_some_and(broken))
}
