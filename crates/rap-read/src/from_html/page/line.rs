//! White space as a browser shows it: each run is one space, none at the ends.

/// The words of the piece that is being read.
#[derive(Default)]
pub(super) struct Line {
    pub(super) words: String,
    /// White space was read since the last word, and whether it held a line break.
    gap: Option<bool>,
}

impl Line {
    /// Adds text as it stands in the page.
    pub(super) fn push(&mut self, text: &str) {
        let mut rest = text;
        while let Some(first) = rest.bytes().next() {
            let blank = first.is_ascii_whitespace();
            let end = rest.bytes().position(|byte| byte.is_ascii_whitespace() != blank).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            if blank {
                let broken = run.contains('\n');
                self.gap = Some(self.gap.unwrap_or(false) || broken);
            } else {
                self.fill_gap(run);
                self.words.push_str(run);
            }
            rest = after;
        }
    }

    /// Adds text whose white space is kept.
    pub(super) fn push_preformatted(&mut self, text: &str) {
        self.gap = None;
        self.words.push_str(text);
    }

    /// Breaks the line.
    pub(super) fn break_line(&mut self) {
        self.gap = None;
        if !self.words.is_empty() {
            self.words.push('\n');
        }
    }

    pub(super) fn take(&mut self) -> String {
        self.gap = None;
        std::mem::take(&mut self.words)
    }

    /// Puts a space before `next` where white space stood; a line break between two Chinese characters is none.
    fn fill_gap(&mut self, next: &str) {
        let Some(broken) = self.gap.take() else { return };
        let Some(last) = self.words.chars().next_back() else { return };
        let joined = broken && is_wide(last) && next.chars().next().is_some_and(is_wide);
        if last != '\n' && !joined {
            self.words.push(' ');
        }
    }
}

/// Tells characters that Chinese is set of, which needs no spaces.
const fn is_wide(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
