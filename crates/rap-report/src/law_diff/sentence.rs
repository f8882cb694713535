//! The sentence that says what became of a provision: "Article 65 is now Article 79, moved from Title VIII to
//! Chapter IX, with these words changed".

use rap_law::{Change, ChangeKind};

use super::{LawDiff, label};

/// Below this a pair is called doubtful; a confidence of one half is that of the least score.
const DOUBTFUL: f64 = 0.6;

/// Below this the words of a pair are called rewritten instead of changed.
const REWRITTEN: f64 = 0.35;

impl LawDiff<'_> {
    /// Returns what became of a provision, without the words that changed; ends without a stop.
    pub(super) fn sentence(&self, change: &Change) -> String {
        let mut sentence = match (change.old, change.new) {
            (Some(old), Some(new)) => self.pair(change, old, new),
            (Some(old), None) => format!("{} is deleted", self.titled_old(old)),
            (None, Some(new)) => match label::place(self.new, new) {
                Some(place) => format!("{} is new, in {place}", self.titled_new(new)),
                None => format!("{} is new", self.titled_new(new)),
            },
            (None, None) => String::new(),
        };
        if let Some(doubt) = self.doubt(change) {
            sentence.push_str(&format!(" ({doubt})"));
        }
        sentence
    }

    fn pair(&self, change: &Change, old: usize, new: usize) -> String {
        let (before, after) = (label::name(self.old, old), label::name(self.new, new));
        let mut sentence = match change.kind {
            ChangeKind::Split => format!("{before} is split; a part of it is in {after}"),
            ChangeKind::Merged => format!("{before} is merged with others into {after}"),
            _ if before == after => before,
            _ => format!("{before} is now {after}"),
        };
        let renamed = matches!(change.kind, ChangeKind::Split | ChangeKind::Merged) || sentence.contains(" is now ");
        match (self.moved(change, old, new), renamed) {
            (Some(moved), true) => sentence.push_str(&format!(", {moved}")),
            (Some(moved), false) if change.is_moved => sentence.push_str(&format!(" is {moved}")),
            (Some(moved), false) => sentence.push_str(&format!(" keeps its number, {moved}")),
            (None, false) if change.is_amended => sentence.push_str(" keeps its number"),
            (None, false) => sentence.push_str(" is kept"),
            (None, true) => {}
        }
        sentence.push_str(match (change.is_amended, change.similarity < REWRITTEN) {
            (true, true) => ", largely rewritten",
            (true, false) => ", with these words changed",
            (false, _) => ", word for word the same",
        });
        sentence
    }

    /// Returns how it moved, or that its chapter goes by another number.
    fn moved(&self, change: &Change, old: usize, new: usize) -> Option<String> {
        match (change.is_moved, label::place(self.old, old), label::place(self.new, new)) {
            (true, Some(from), Some(to)) if from != to => Some(format!("moved from {from} to {to}")),
            (true, None, Some(to)) => Some(format!("moved to {to}")),
            (true, Some(from), None) => Some(format!("moved out of {from}")),
            (true, ..) => Some("moved to another place in the order".to_owned()),
            (false, Some(from), Some(to)) if from != to => Some(format!("in {to} (formerly {from})")),
            _ => None,
        }
    }

    fn doubt(&self, change: &Change) -> Option<String> {
        let rival = change.runner_up.map(|rival| {
            let law = if rival.is_old { self.old } else { self.new };
            let act = if rival.is_old { "the old " } else { "" };
            format!("{act}{} is a close second", label::name(law, rival.provision))
        });
        match (change.confidence < DOUBTFUL, rival) {
            (true, Some(rival)) => Some(format!("doubtful; {rival}")),
            (true, None) => Some("doubtful".to_owned()),
            (false, rival) => rival,
        }
    }

    fn titled_old(&self, at: usize) -> String {
        titled(label::name(self.old, at), label::heading(self.old, at))
    }

    fn titled_new(&self, at: usize) -> String {
        titled(label::name(self.new, at), label::heading(self.new, at))
    }
}

fn titled(name: String, heading: Option<String>) -> String {
    match heading {
        Some(heading) if heading != name => format!("{name} ({heading})"),
        _ => name,
    }
}
