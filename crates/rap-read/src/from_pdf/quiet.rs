//! Panics of the crates below are caught without a word on stderr.
//!
//! A panic hook belongs to the whole process, and other threads may panic for reasons of their own. So the hook is set
//! once, hands everything on to the hook that was there before, and keeps silent only for a thread that is just now in
//! [`caught`]. A hook that the program sets later replaces this one; then the message is printed and nothing else
//! changes.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

static HOOK: Once = Once::new();

thread_local! {
    static IS_QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Returns what the work returns, or nothing where it panics. What the work leaves half-done is not to be used.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    HOOK.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |info| {
            if !IS_QUIET.get() {
                before(info);
            }
        }));
    });
    let outer = IS_QUIET.replace(true);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    IS_QUIET.set(outer);
    outcome.ok()
}

#[cfg(test)]
mod tests;
