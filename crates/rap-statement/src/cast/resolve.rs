//! Pronouns and descriptions: "she", "the ministry", "该负责人" become the one named before.

use rap_doc::Span;

use crate::found::{Found, Mention, MentionForm};
use crate::lang::en::name_words::head_kind;
use crate::{ActorKind, BodyKind};

use super::{Cast, MEMORY, Placed, Source};

/// Words of Chinese descriptions that point back, and that the described one's own names do not hold.
const POINTERS: [&str; 9] = ["上述", "前述", "这位", "这家", "该", "此", "其", "本", "这名"];

/// Chinese words that end a description of a body, with the kind they mean.
const CHINESE_HEADS: [(&str, BodyKind); 16] = [
    ("公司", BodyKind::Company),
    ("企业", BodyKind::Company),
    ("集团", BodyKind::Company),
    ("平台", BodyKind::Company),
    ("大学", BodyKind::University),
    ("高校", BodyKind::University),
    ("院校", BodyKind::University),
    ("研究院", BodyKind::ResearchInstitute),
    ("研究所", BodyKind::ResearchInstitute),
    ("智库", BodyKind::ResearchInstitute),
    ("协会", BodyKind::IndustryAlliance),
    ("联盟", BodyKind::IndustryAlliance),
    ("法院", BodyKind::Court),
    ("部", BodyKind::Ministry),
    ("委", BodyKind::Regulator),
    ("局", BodyKind::Regulator),
];

impl Cast<'_> {
    /// Returns whom a mention means; one is made where the paper never names them.
    pub(super) fn resolve(&mut self, index: usize, found: &Found) -> Option<u32> {
        if let Some(entity) = self.entity_of(index) {
            return Some(entity);
        }
        let mention = found.mentions.get(index)?;
        match mention.form {
            MentionForm::Person | MentionForm::Body(_) => self.named(mention),
            MentionForm::Pronoun { female, plural } => self.of_pronoun(mention, female, plural),
            MentionForm::Definite => {
                Some(self.described(mention).unwrap_or_else(|| self.nameless(mention, ActorKind::Unnamed)))
            }
            MentionForm::Group => Some(self.nameless(mention, ActorKind::Group)),
            MentionForm::Unnamed | MentionForm::Thing | MentionForm::Paper => {
                Some(self.nameless(mention, ActorKind::Unnamed))
            }
        }
    }

    /// Tells the writer and the reader by their pronouns.
    pub(super) fn person_of_speech(&self, mention: usize, found: &Found) -> Option<Source> {
        let words = found.mentions.get(mention)?.name.of(self.text());
        match words {
            "I" | "me" | "my" | "we" | "We" | "us" | "our" | "Our" | "My" | "我" | "我们" | "笔者" => {
                Some(Source::Writer)
            }
            "you" | "You" | "你" | "您" => Some(Source::Reader),
            _ => None,
        }
    }

    /// Tells the Chinese words by which a writer means themselves, whatever form they were taken for.
    pub(super) fn is_chinese_writer(&self, mention: usize, found: &Found) -> bool {
        const WRITERS: [&str; 16] = [
            "记者",
            "本报记者",
            "我",
            "我们",
            "笔者",
            "本人",
            "本会",
            "我会",
            "我司",
            "本公司",
            "我公司",
            "我协会",
            "本协会",
            "我院",
            "我单位",
            "我方",
        ];
        let words = found.mentions.get(mention).map_or("", |mention| mention.name.of(self.text()));
        WRITERS.contains(&words)
    }

    /// Tells the pronoun of a thing.
    pub(super) fn is_it(&self, mention: usize, found: &Found) -> bool {
        let words = found.mentions.get(mention).map_or("", |mention| mention.name.of(self.text()));
        matches!(words, "it" | "It" | "its" | "Its" | "它")
    }

    /// Returns the actor that a phrase without a name stands for: the same for equal phrases.
    fn nameless(&mut self, mention: &Mention, kind: ActorKind) -> u32 {
        let form = mention.name.of(self.text());
        let id = match self.by_name.get(form) {
            Some(&known) => known,
            None => {
                let id = self.push(form.to_owned(), kind);
                self.by_name.insert(form, id);
                id
            }
        };
        self.note_name(id, mention.name);
        let organisation = mention.organisation.filter(|(body, _)| !body.is_empty());
        if organisation.is_some() || mention.role.is_some() {
            self.give_office(id, mention.span, mention.role, organisation);
        }
        id
    }

    fn of_pronoun(&mut self, mention: &Mention, female: Option<bool>, plural: bool) -> Option<u32> {
        let before = mention.name.start();
        let word = mention.name.of(self.text());
        let thing = matches!(word, "it" | "It" | "its" | "Its" | "它" | "其");
        let fits = |cast: &Self, id: u32| {
            cast.entity(id).is_some_and(|entity| match entity.actor.kind {
                ActorKind::Person | ActorKind::Unnamed if !plural && !thing => {
                    let human = entity.actor.kind == ActorKind::Person || !entity.actor.offices.is_empty();
                    human && (female.is_none() || entity.female.is_none() || entity.female == female)
                }
                ActorKind::Group => plural,
                ActorKind::Body(_) => plural || thing,
                _ => false,
            })
        };
        let fits_here = |placed: &&Placed| fits(self, placed.entity);
        let named = || before_place(&self.placed, before);
        let spoke = before_place(&self.spoke, before).find(fits_here);
        let leading = named().filter(|placed| placed.leads).find(fits_here);
        let leading =
            if spoke.map(|placed| placed.start) >= leading.map(|placed| placed.start) { spoke } else { leading };
        let any = named().find(fits_here);
        let last_speaker = self.last_speaker.filter(|&id| fits(self, id));
        let recent = self.recent.iter().rev().copied().find(|&id| fits(self, id));
        // "It" is whatever was spoken of, most often no body at all: only one that leads its sentence is meant.
        let any = any.filter(|_| !thing);
        let (last_speaker, recent) = if thing { (None, None) } else { (last_speaker, recent) };
        let id = leading.or(any).map(|placed| placed.entity).or(last_speaker).or(recent)?;
        if let (Some(female), Some(entity)) = (female, self.entity_mut(id)) {
            entity.female.get_or_insert(female);
        }
        Some(id)
    }

    /// Returns the one named before whom a description with "the" or 该 means.
    fn described(&self, mention: &Mention) -> Option<u32> {
        let words = mention.name.of(self.text());
        let words = words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words);
        let words = POINTERS.iter().find_map(|pointer| words.strip_prefix(pointer)).unwrap_or(words);
        if words.is_empty() {
            return None;
        }
        let kind = description_kind(words);
        let lower = words.to_lowercase();
        // "The chair" is the chair before the deputy chair.
        let holds = |id: &u32| {
            self.entity(*id).is_some_and(|entity| {
                let person = matches!(entity.actor.kind, ActorKind::Person | ActorKind::Unnamed);
                person && entity.actor.offices.iter().any(|office| office.role.to_lowercase() == lower)
            })
        };
        if let Some(holder) = self.candidates(mention.name).find(holds) {
            return Some(holder);
        }
        let mut candidates = self.candidates(mention.name);
        candidates.find(|&id| {
            self.entity(id).is_some_and(|entity| {
                let actor = &entity.actor;
                match actor.kind {
                    ActorKind::Body(body) => {
                        kind == Some(body) || kind.is_some() && actor.name.to_lowercase().ends_with(&lower)
                    }
                    ActorKind::Person | ActorKind::Unnamed => {
                        actor.offices.iter().any(|office| is_short_for(&lower, &office.role.to_lowercase()))
                    }
                    ActorKind::Group => false,
                }
            })
        })
    }

    /// Returns the body for which somebody holds an office: by its name, or the one named before whom "its", "the
    /// company" or 该公司 means; none where nobody is meant that the paper names.
    pub(super) fn employer(&mut self, name: Span, kind: BodyKind, role: &str) -> Option<u32> {
        let words = name.of(self.text());
        if matches!(words, "its" | "Its" | "their" | "Their" | "其") {
            return self.body_before(name);
        }
        let english = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "));
        let points = match english {
            Some(rest) => !rest.contains(char::is_uppercase),
            None => {
                POINTERS.iter().any(|pointer| words.starts_with(pointer))
                    || CHINESE_HEADS.iter().any(|(head, _)| words == *head)
            }
        };
        if points {
            let mention = Mention { span: name, name, role: None, organisation: None, form: MentionForm::Definite };
            let meant = self.described(&mention).filter(|&id| self.is_body(id));
            if meant.is_some() || english.is_none() {
                return meant;
            }
        }
        Some(self.body(name, super::kind::of_employer(kind, words, role)))
    }

    fn is_body(&self, id: u32) -> bool {
        self.entity(id).is_some_and(|entity| matches!(entity.actor.kind, ActorKind::Body(_)))
    }

    /// Returns the body of a Chinese deputy that is named without one behind somebody of the same office: 市发改委主任甲……
    /// 副主任乙.
    pub(super) fn body_of_deputy(&self, role: &str, span: Span) -> Option<u32> {
        let office = role.strip_prefix('副').filter(|office| !office.is_empty())?;
        let holds = |placed: &Placed| {
            let offices = self.entity(placed.entity).map_or(&[][..], |entity| entity.actor.offices.as_slice());
            offices.iter().find(|held| held.role.ends_with(office)).and_then(|held| held.organisation)
        };
        before_place(&self.placed, span.start()).find_map(holds).map(|body| body.0)
    }

    /// Returns the body that "its" means before an office: one that leads its sentence or spoke, before any other of
    /// the paragraph; of those named earlier only where no other one was.
    fn body_before(&self, name: Span) -> Option<u32> {
        let here = || before_place(&self.placed, name.start()).filter(|placed| self.is_body(placed.entity));
        let leading = here().find(|placed| placed.leads).or_else(|| here().next());
        if let Some(placed) = leading {
            return Some(placed.entity);
        }
        if let Some(speaker) = self.last_speaker.filter(|&id| self.is_body(id)) {
            return Some(speaker);
        }
        let mut earlier = self.recent.iter().rev().copied().filter(|&id| self.is_body(id));
        let last = earlier.next()?;
        earlier.all(|other| other == last).then_some(last)
    }

    /// Returns those named before `span`, the latest first.
    fn candidates(&self, span: Span) -> impl Iterator<Item = u32> + '_ {
        let here = before_place(&self.placed, span.start());
        here.map(|placed| placed.entity).chain(self.recent.iter().rev().copied())
    }
}

/// Tells whether somebody of this role is meant by a description that is shorter, and that leaves out no word which
/// makes it another office: "the chair" is no deputy chair, 主任 no 副主任.
fn is_short_for(description: &str, role: &str) -> bool {
    const OTHER: [&str; 9] = ["deputy", "vice", "former", "assistant", "acting", "shadow", "副", "原", "前"];
    role.contains(description) && !OTHER.iter().any(|other| role.starts_with(other) && !description.starts_with(other))
}

/// Returns those placed before `start`, the nearest first, as far back as a reader remembers.
fn before_place(placed: &[Placed], start: usize) -> impl Iterator<Item = &Placed> {
    let end = placed.partition_point(|placed| placed.start < start);
    placed.iter().take(end).rev().take(MEMORY)
}

/// Returns the kind of body that a description means by its last word.
fn description_kind(words: &str) -> Option<BodyKind> {
    let last = words.rsplit(' ').next().unwrap_or_default().to_lowercase();
    head_kind(&last).or_else(|| CHINESE_HEADS.iter().find(|(head, _)| words.ends_with(head)).map(|(_, kind)| *kind))
}
