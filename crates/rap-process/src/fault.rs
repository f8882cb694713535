//! What is wrong with a file of procedures, bodies or events: all faults at once, each with its line.

use std::fmt;

use rap_doc::Fault;

/// All that is wrong with a file, in the order of its lines.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub struct FileFaults {
    /// What the file is: `the procedure`.
    pub what: &'static str,
    /// What is wrong; never empty.
    pub faults: Vec<Fault>,
}

impl fmt::Display for FileFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.count())?;
        self.faults.iter().try_for_each(|fault| write!(f, "\n{fault}"))
    }
}

impl FileFaults {
    fn count(&self) -> String {
        let (what, number) = (self.what, self.faults.len());
        format!("{what} has {number} error{}", if number == 1 { "" } else { "s" })
    }

    /// Returns the faults as a page for the terminal: each with its place in the file, its line and a hint.
    #[must_use]
    pub fn page(&self, file: &str) -> String {
        let shown: String = self.faults.iter().map(|fault| fault.shown(file) + "\n").collect();
        format!("{shown}{}\n", self.count())
    }
}
