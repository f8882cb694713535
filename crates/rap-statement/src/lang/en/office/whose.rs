//! Whose an office is, where the words for it do not say so: the owner of a name, the seat of a legislator, the body
//! that follows an office behind a comma.

use super::{Names, Office};
use crate::lang::en::class;
use crate::lang::en::name::NameKind;

impl Names<'_> {
    /// Reads "Acme's Ann Lee" and "Acme Mills' Ann Lee": the body and no role.
    pub(super) fn owned(self, name: usize, floor: usize) -> Option<Office> {
        let genitive = name.checked_sub(1).filter(|&at| matches!(self.words.word(at), "'s" | "’s" | "'" | "’"))?;
        let owner = self.ending(genitive).filter(|owner| owner.first >= floor)?;
        let body = matches!(owner.kind, NameKind::Body(_)) && !self.words.is(owner.first, class::NATION);
        let organisation = Some(self.body(owner));
        body.then_some(Office { first: owner.first, end: name, role: None, organisation, plural: false })
    }

    /// Tells the seat of a legislator, which is no body: "MEP for Brevik", "senator from Vale".
    pub(super) fn represents(self, head: usize, stop: usize) -> bool {
        const LEGISLATORS: [&str; 14] = [
            "mep",
            "meps",
            "mp",
            "mps",
            "msp",
            "td",
            "senator",
            "congressman",
            "congresswoman",
            "councillor",
            "councilor",
            "alderman",
            "lawmaker",
            "assemblyman",
        ];
        let words = self.words;
        let seat = matches!(words.word(head + 1), "for" | "from" | "of");
        let place = head + 2 + usize::from(words.is(head + 2, class::DETERMINER));
        let named = self.starting(place).is_some_and(|name| name.kind == NameKind::Unknown && name.end == stop);
        seat && named && LEGISLATORS.iter().any(|office| words.says(head, office))
    }

    /// Gives the last office the body that follows it behind a comma, and returns where that ends: "Ann Lee, director,
    /// Acme Mills," and in lists "Professor Ann Lee, University of Oslo;".
    pub(super) fn body_of_last(self, from: usize, bound: bool, offices: &mut [Office]) -> Option<usize> {
        let last = offices.last_mut().filter(|last| last.organisation.is_none() && last.role.is_some())?;
        let body = self.starting(from).filter(|name| name.kind != NameKind::Person)?;
        // One capital word may be a place.
        let named = matches!(body.kind, NameKind::Body(_)) || body.end > body.first + 1;
        let closes = self.words.get(body.end).is_none_or(|token| !token.is_word() && !token.is(class::POSSESSIVE));
        if !named
            || !closes
            || self.words.is(body.first, class::NATION | class::TIME)
            || bound && !self.is_listed(body.end)
        {
            return None;
        }
        last.organisation = Some(self.body(body));
        Some(body.end)
    }

    /// Tells the end of an entry in a list.
    fn is_listed(self, at: usize) -> bool {
        self.words.get(at).is_none() || [b';', b':', b'.'].iter().any(|mark| self.words.mark(at, *mark))
    }
}
