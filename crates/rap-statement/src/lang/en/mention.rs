//! Mentions: the people and bodies of a sentence with their offices, as the rest of the stage wants them.

use rap_doc::Span;

use crate::BodyKind;
use crate::found::{Found, Mention, MentionForm, OfficeFound};

use super::class;
use super::name::{Name, NameKind, names};
use super::office::{Names, Office};
use super::presence::mark_presence;
use super::words::Words;

/// The finder of mentions, with the buffers it uses again from sentence to sentence.
#[derive(Default)]
pub(crate) struct Mentions {
    names: Vec<Name>,
    offices: Vec<Office>,
    /// Names that an office has taken as its body, by index.
    taken: Vec<bool>,
}

impl Mentions {
    /// Adds the mentions of one sentence to `found`.
    pub(crate) fn read_sentence(&mut self, words: Words<'_>, found: &mut Found) {
        if !words.tokens.iter().any(|token| token.is_capital()) {
            return;
        }
        self.names.clear();
        names(words, &mut self.names);
        if self.names.is_empty() {
            return;
        }
        self.taken.clear();
        self.taken.resize(self.names.len(), false);
        let first = found.mentions.len();
        self.people(words, found);
        self.bodies(words, found);
        mark_presence(Names { words, names: &self.names }, first, found);
        if let Some(added) = found.mentions.get(first..)
            && !added.is_sorted_by_key(|mention| mention.name.start())
        {
            sort_tail(found, first);
        }
    }

    fn people(&mut self, words: Words<'_>, found: &mut Found) {
        let mut floor = 0;
        let mut shared: Option<Span> = None;
        for index in 0..self.names.len() {
            let Some(name) = self.names.get(index).copied().filter(|name| name.kind == NameKind::Person) else {
                continue;
            };
            let sentence = Names { words, names: &self.names };
            let before = sentence.before(name.first, floor);
            self.offices.clear();
            self.offices.extend(before);
            let bound = before.is_some_and(|office| office.organisation.is_some() || !office.plural);
            let end = sentence.after(name.end, bound && before.is_some(), &mut self.offices);
            if let Some(office) = before {
                shared = office.role.filter(|_| office.plural);
            }
            let start = before.map_or(name.first, |office| office.first);
            push_person(words, name, start..end, &self.offices, shared, found);
            self.take(start, end);
            floor = end;
        }
    }

    /// Marks the names of bodies between two tokens as spoken for by an office.
    fn take(&mut self, start: usize, end: usize) {
        // Names are in order, and a sentence may have any number of them.
        let first = self.names.partition_point(|name| name.first < start);
        let names = self.names.iter().zip(&mut self.taken).skip(first);
        for (name, taken) in names.take_while(|(name, _)| name.first < end) {
            *taken |= name.end <= end;
        }
    }

    fn bodies(&self, words: Words<'_>, found: &mut Found) {
        for (name, taken) in self.names.iter().zip(&self.taken) {
            let span = words.span(name.first, name.end);
            if *taken {
                continue;
            }
            let NameKind::Body(kind) = name.kind else {
                if name.kind == NameKind::Unknown && name.end == name.first + 1 {
                    found.passing.push(span);
                }
                continue;
            };
            let mention = found.mentions.len();
            found.mentions.push(Mention {
                span,
                name: span,
                role: None,
                organisation: None,
                form: MentionForm::Body(kind),
            });
            if let Some(alias) = alias_after(words, name.end) {
                found.aliases.push((mention, alias));
            }
        }
    }
}

/// Returns the short form that a bracket after a name defines: `(ABC)`.
fn alias_after(words: Words<'_>, end: usize) -> Option<Span> {
    if !words.mark(end, b'(') {
        return None;
    }
    let first = end + 1 + usize::from(words.says(end + 1, "the"));
    let quoted = usize::from(words.get(first).is_some_and(|token| !token.is_word()));
    let alias = words.get(first + quoted).filter(|token| token.is_capital())?;
    let closes = words.mark(first + quoted * 2 + 1, b')');
    (closes && alias.span().len() <= 16).then_some(alias.span())
}

fn push_person(
    words: Words<'_>,
    name: Name,
    span: std::ops::Range<usize>,
    offices: &[Office],
    shared: Option<Span>,
    found: &mut Found,
) {
    let mention = found.mentions.len();
    let first = offices.first().copied();
    // In "Professors A from X and B from Y" the second one has the role of the first.
    let role = first.and_then(|office| office.role).or(shared);
    found.mentions.push(Mention {
        span: words.span(span.start, span.end),
        name: words.span(name.first, name.end),
        role,
        organisation: first.and_then(|office| office.organisation),
        form: MentionForm::Person,
    });
    let more = offices
        .iter()
        .skip(1)
        .map(|office| (mention, OfficeFound { role: office.role, organisation: office.organisation }));
    found.offices.extend(more);
    if let Some(female) = gender(words, name) {
        found.female.push((mention, female));
    }
}

fn gender(words: Words<'_>, name: Name) -> Option<bool> {
    let before = name.first.checked_sub(1).map_or("", |at| words.word(at));
    match before.trim_end_matches('.') {
        "Mr" | "Sir" | "Lord" | "Mister" => Some(false),
        "Ms" | "Mrs" | "Miss" | "Dame" | "Lady" | "Madam" | "Madame" => Some(true),
        _ if words.is(name.first, class::FEMALE) => Some(true),
        _ => None,
    }
}

/// Brings the mentions from `first` on in the order of the text, and what points at them with them.
fn sort_tail(found: &mut Found, first: usize) {
    let mut order: Vec<usize> = (first..found.mentions.len()).collect();
    order.sort_by_key(|&index| found.mentions.get(index).map(|mention| mention.name.start()));
    let sorted: Vec<Mention> = order.iter().filter_map(|&index| found.mentions.get(index).cloned()).collect();
    let moved = |index: usize| order.iter().position(|&old| old == index).map_or(index, |new| first + new);
    found.offices.iter_mut().for_each(|office| office.0 = moved(office.0));
    found.aliases.iter_mut().for_each(|alias| alias.0 = moved(alias.0));
    found.present.iter_mut().for_each(|present| present.0 = moved(present.0));
    found.female.iter_mut().for_each(|female| female.0 = moved(female.0));
    found.mentions.truncate(first);
    found.mentions.extend(sorted);
}

/// Returns the kind that the lead of a list makes of the names in it: "companies such as".
pub(crate) fn kind_of_lead(noun: &str) -> Option<BodyKind> {
    let kinds = [
        (
            &[
                "companies",
                "firms",
                "enterprises",
                "businesses",
                "giants",
                "manufacturers",
                "startups",
                "corporations",
                "platforms",
                "vendors",
                "developers",
                "providers",
            ][..],
            BodyKind::Company,
        ),
        (&["universities", "colleges", "schools"][..], BodyKind::University),
        (&["institutes", "laboratories", "thinktanks"][..], BodyKind::ResearchInstitute),
        (&["ministries", "departments"][..], BodyKind::Ministry),
        (&["regulators", "agencies", "authorities"][..], BodyKind::Regulator),
        (&["associations", "alliances"][..], BodyKind::IndustryAlliance),
        (&["ngos", "charities", "unions"][..], BodyKind::CivilSociety),
        (&["newspapers", "media", "outlets"][..], BodyKind::Media),
    ];
    kinds.iter().find(|(nouns, _)| nouns.iter().any(|known| noun.eq_ignore_ascii_case(known))).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests;
