//! Rows as a person reads them at a terminal: the place first, then the words.

use std::io::{self, Write};

use rapporteur::row::{
    ActorRow, AskRow, ContradictionRow, DiscourseRow, EventRow, FindingRow, LawRow, LedgerRow, LinkRow, PlaceRow,
    ReferenceRow, SignalRow, SourceRow, StatementRow, ThemeRow,
};

/// Can be printed for a person.
pub(crate) trait Plain {
    /// Writes the row, its last line ended.
    fn plain(&self, out: &mut impl Write) -> io::Result<()>;
}

/// Returns the words that are not empty, parted by ` · `.
fn labels<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Returns a quote on one line.
fn one_line(quote: &str) -> String {
    quote.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns role and body as a person would say them: "director, Institute of Law".
fn office(role: &str, organisation: &str) -> String {
    [role, organisation].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

impl Plain for StatementRow<'_> {
    fn plain(&self, out: &mut impl Write) -> io::Result<()> {
        let who = match self.voice {
            _ if !self.speaker.is_empty() => self.speaker,
            // Words attribute it, and they name nobody: "it was suggested that".
            "author" | "narrator" => self.voice,
            _ => "speaker not named",
        };
        let office =
            if self.organisation == self.speaker { String::new() } else { office(self.role, self.organisation) };
        writeln!(out, "{}:{}  {}", self.source, self.paragraph, labels([who, &office]))?;
        let themes: Vec<&str> = self.themes.iter().map(|theme| theme.id).collect();
        let themes = themes.join(", ");
        writeln!(out, "  {}", labels([self.act, self.stance, self.strength, self.voice, &themes]))?;
        writeln!(out, "  “{}”\n", one_line(self.quote))
    }
}

impl Plain for AskRow<'_> {
    fn plain(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{}. [{}] “{}”", self.ask, self.theme, one_line(self.title))?;
        for supporter in &self.supporters {
            let who = labels([supporter.speaker, &office(supporter.role, supporter.organisation)]);
            writeln!(out, "   {who} ({}:{})", supporter.source, supporter.paragraph)?;
            writeln!(out, "     “{}”", one_line(supporter.quote))?;
        }
        writeln!(out)
    }
}

impl Plain for LawRow<'_> {
    fn plain(&self, out: &mut impl Write) -> io::Result<()> {
        let size = format!("{} articles, {} provisions", self.articles, self.provisions);
        writeln!(
            out,
            "{}  [{}]",
            labels([self.title.as_str(), self.identifier, self.law]),
            labels([self.language, &size])
        )
    }
}

impl Plain for LinkRow<'_> {
    fn plain(&self, out: &mut impl Write) -> io::Result<()> {
        let place = match self.tie {
            "whole-draft" => "the draft as a whole".to_owned(),
            "none" => "no provision".to_owned(),
            _ => labels([self.number.as_str(), self.heading]),
        };
        writeln!(out, "{place}  [{} {:.2}]", self.tie, self.score)?;
        writeln!(out, "   “{}”", one_line(self.quote))?;
        writeln!(out, "   {}", labels([self.speaker, self.source]))?;
        let evidence: Vec<String> = self.evidence.iter().map(|found| format!("“{}”", one_line(found.words))).collect();
        if !evidence.is_empty() {
            writeln!(out, "   because of {}", evidence.join(", "))?;
        }
        let close: Vec<String> =
            self.close.iter().map(|close| format!("{} {:.2}", close.number, close.score)).collect();
        if !close.is_empty() {
            writeln!(out, "   close: {}", close.join(", "))?;
        }
        writeln!(out)
    }
}

impl Plain for ActorRow<'_> {
    fn plain(&self, out: &mut impl Write) -> io::Result<()> {
        let office = if self.organisation == self.name { String::new() } else { office(self.role, self.organisation) };
        let counts = format!("{} statements, {} demands", self.statements, self.demands);
        let silent = if self.present && self.statements == 0 { "present, nothing reported" } else { "" };
        let counts = if self.statements == 0 { "" } else { &counts };
        writeln!(out, "{}", labels([self.name, self.kind, &office, counts, silent]))
    }
}

impl Plain for ThemeRow<'_> {
    fn plain(&self, out: &mut impl Write) -> io::Result<()> {
        let (statements, demands, asks, speakers) = (self.statements, self.demands, self.asks, self.speakers);
        writeln!(
            out,
            "{:24} {statements:6} statements {demands:6} demands {asks:6} asks {speakers:6} speakers  {}",
            self.id, self.name
        )
    }
}

impl Plain for DiscourseRow<'_> {
    fn plain(&self, out: &mut impl Write) -> io::Result<()> {
        if self.count == 0 && self.change.is_none() {
            return Ok(());
        }
        let few = if self.few { " (too few for a share)" } else { "" };
        let percent = self.share * 100.0;
        let (count, of) = (self.count, self.of);
        let papers = match self.papers {
            0 => String::new(),
            1 => " in 1 paper".to_owned(),
            papers => format!(" in {papers} papers"),
        };
        write!(out, "{:8} {:26} {:6} {:24}", self.month, self.bodies, self.by, self.sort)?;
        writeln!(out, " {percent:5.1}%  {count} of {of}{papers}{few}")?;
        if let Some(change) = &self.change {
            let share = |part: usize, of: usize| format!("{part} of {of}");
            let (before, after) = (share(change.before, change.before_of), share(change.after, change.after_of));
            writeln!(out, "         the share changes with {}: {before} before, {after} from then on", self.month)?;
        }
        Ok(())
    }
}

impl Plain for FindingRow<'_> {
    fn plain(&self, out: &mut impl Write) -> io::Result<()> {
        let place = if self.place.is_empty() { String::new() } else { format!("{}: ", self.place) };
        writeln!(out, "{}: {}: {place}{}", self.severity, self.source, self.message)?;
        if self.hint.is_empty() { Ok(()) } else { writeln!(out, "  hint: {}", self.hint) }
    }
}

impl Plain for ReferenceRow<'_> {
    fn plain(&self, out: &mut impl Write) -> io::Result<()> {
        let targets = self.target.join(" ");
        let target = match (self.resolved, targets.as_str()) {
            (true, targets) => targets.to_owned(),
            (false, "") => "unresolved".to_owned(),
            (false, targets) => format!("unresolved: {targets}"),
        };
        let place = labels([self.source, self.provision, self.kind]);
        writeln!(out, "{}\n  {place}  → {target}", one_line(self.text))
    }
}

impl Plain for LedgerRow<'_> {
    fn plain(&self, out: &mut impl Write) -> io::Result<()> {
        let account = labels([self.account, self.reason]);
        writeln!(out, "{}:{}  {account:24} {}", self.source, self.paragraph, one_line(self.text))
    }
}

impl Plain for SourceRow<'_> {
    fn plain(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{}", labels([self.source, self.title, &self.date, self.language, self.media]))?;
        for part in &self.parts {
            let [first, last] = part.paragraphs;
            writeln!(out, "  paragraphs {first} to {last}: {}", labels([part.kind, part.reason]))?;
        }
        writeln!(out, "  {} sentences, {} statements", self.sentences, self.statements)
    }
}

/// Writes places, each with the beginning of its words.
fn places(out: &mut impl Write, places: &[PlaceRow<'_>], most: usize) -> io::Result<()> {
    for place in places.iter().take(most) {
        let words = one_line(place.quote);
        let shown: String = words.chars().take(QUOTED).collect();
        let more = if shown.len() < words.len() { " […]" } else { "" };
        writeln!(out, "     {}:{} “{shown}”{more}", place.source, place.paragraph)?;
    }
    match places.len().saturating_sub(most) {
        0 => Ok(()),
        more => writeln!(out, "     and {more} more; `--format json` has them all"),
    }
}

/// How much of the words of a place is shown, in characters, and how many places.
const QUOTED: usize = 160;
const PLACES: usize = 6;

impl Plain for EventRow<'_> {
    fn plain(&self, out: &mut impl Write) -> io::Result<()> {
        let date = if self.date.is_empty() { "no date" } else { &self.date };
        let kind = match self.reading {
            Some(reading) => format!("{} {reading}", self.kind),
            None => self.kind.to_owned(),
        };
        let planned = if self.planned { "announced" } else { "" };
        let until = if self.until.is_empty() { String::new() } else { format!("until {}", self.until) };
        writeln!(out, "{date}  {}", labels([kind.as_str(), planned, &until, self.title, self.place]))?;
        if !self.law.is_empty() {
            writeln!(out, "   law: {}", self.law)?;
        }
        for (role, words) in [
            ("acted", "by"),
            ("convened", "held by"),
            ("hosted", "hosted by"),
            ("organised", "organised by"),
            ("chaired", "chaired by"),
            ("attended", "attended"),
            ("spoke", "spoke"),
        ] {
            let names: Vec<&str> =
                self.people.iter().filter(|person| person.role == role).map(|person| person.name).collect();
            if !names.is_empty() {
                writeln!(out, "   {words}: {}", names.join(", "))?;
            }
        }
        places(out, &self.evidence, PLACES)?;
        writeln!(out)
    }
}

impl Plain for ContradictionRow<'_> {
    fn plain(&self, out: &mut impl Write) -> io::Result<()> {
        let sort = if self.gap { "gap" } else { "contradiction" };
        writeln!(out, "{} [{sort}]: {}", self.title, self.words)?;
        if !self.caution.is_empty() {
            writeln!(out, "   but: {}", self.caution)?;
        }
        places(out, &self.evidence, PLACES)?;
        writeln!(out)
    }
}

impl Plain for SignalRow<'_> {
    fn plain(&self, out: &mut impl Write) -> io::Result<()> {
        let date = if self.date.is_empty() { "no date" } else { &self.date };
        writeln!(out, "{}: {} ({date})", self.words, self.subject)?;
        writeln!(out, "   fact:      {}", self.facts)?;
        writeln!(out, "   usual:     {}", self.baseline)?;
        if !self.basis_words.is_empty() && !self.baseline.contains(&self.basis_words) {
            writeln!(out, "   basis:     {}", self.basis_words)?;
        }
        for exception in &self.exceptions {
            writeln!(out, "   exception: {exception}")?;
        }
        writeln!(out, "   perhaps:   {}", self.inference)?;
        writeln!(out, "   but:       {}", self.caution)?;
        places(out, &self.evidence, PLACES)?;
        writeln!(out)
    }
}
