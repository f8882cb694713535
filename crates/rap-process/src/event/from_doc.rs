//! From a paper to the events that it tells of.
//!
//! Each sentence is read by the cues of its language; its dates, places and bodies are those of the sentence, and of
//! the sentences before it where it names none. Words that somebody demands or supposes are no events.

use rap_doc::{Block, BlockKind, Doc, Language, Locus, Source, Span};
use rap_statement::{Act, Record, SourceKind, Speaker, Statement};

use super::cues::{Told, told};
use super::deed::{is_of_another_deed, kind_by};
use super::hosts::hosts;
use super::item::{Item, LawName, laws, main_item};
use super::meeting::{attendance, fill_organisations, sessions, title_in};
use super::people::{Names, acting};
use super::place::place_of;
use super::plan::{plan_of, year_told};
use super::{Event, EventKind, Evidence, Participant, Role};
use crate::dates::{DateBasis, DateContext, DateMention, Edge, date_mentions};
use crate::when::When;

/// A paper with everything that was read in it.
#[derive(Copy, Clone, Debug)]
pub struct Paper<'p> {
    /// What it is and where it came from.
    pub source: &'p Source,
    /// Its text.
    pub doc: &'p Doc,
    /// Who says what in it.
    pub record: &'p Record,
}

impl<'p> Paper<'p> {
    /// Returns the evidence that a span of the text is.
    #[must_use]
    pub fn evidence(&self, span: Span) -> Evidence {
        Evidence {
            origin: self.source.origin.clone(),
            locus: Some(Locus { source: self.source.id, span }),
            place: self.doc.block_at(span.start()).map_or(1, |block| block + 1),
            quote: span.of(self.doc.text()).to_owned(),
        }
    }

    /// Returns the kind of paper that a block belongs to.
    pub(crate) fn kind_of(&self, block: usize) -> SourceKind {
        let part = self.record.parts.iter().find(|part| part.blocks.contains(&block));
        part.map_or(SourceKind::Article, |part| part.kind)
    }

    /// Returns the blocks that people read as text, with the index of each.
    pub(crate) fn blocks(&self) -> impl Iterator<Item = (usize, &'p Block)> + use<'p> {
        let blocks: &'p [Block] = self.doc.blocks();
        blocks.iter().enumerate().filter(|(_, block)| block.kind != BlockKind::Furniture)
    }

    /// Returns the sentences that people read, each with its block and language.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = (usize, Language, Span)> + use<'p> {
        let doc: &'p Doc = self.doc;
        doc.sentences().iter().filter_map(|sentence| {
            let block = doc.blocks().get(sentence.block)?;
            Some((sentence.block, block.language, sentence.span))
        })
    }

    /// Returns the laws that the whole text names.
    pub(crate) fn laws(&self) -> Vec<LawName> {
        let text = self.doc.text();
        let of_block = |(_, block): (usize, &Block)| {
            let shift = block.span.start();
            let found = laws(block.span.of(text), block.language).into_iter();
            found.map(move |law| LawName { span: law.span.shifted(shift), ..law }).collect::<Vec<_>>()
        };
        self.blocks().flat_map(of_block).collect()
    }

    /// Returns the dates that the whole text names, in order.
    pub(crate) fn dates(&self) -> Vec<DateMention> {
        let text = self.doc.text();
        let mut dates = Vec::new();
        let mut last = None;
        for (_, block) in self.blocks() {
            // Without a date of the paper, a month without a year follows what the text has told before.
            let mut context =
                DateContext { anchor: self.source.date, last: if self.source.date.is_none() { last } else { None } };
            let found = date_mentions(block.span.of(text), block.language, &mut context);
            dates.extend(
                found.into_iter().map(|date| DateMention { span: date.span.shifted(block.span.start()), ..date }),
            );
            last = context.last.or(last);
        }
        dates
    }
}

/// Returns the events that a paper tells of, in the order of its text.
#[must_use]
pub fn events_of(paper: &Paper<'_>) -> Vec<Event> {
    let laws = paper.laws();
    let main = main_item(laws.iter().map(|law| (&law.item, 1)), "");
    let mut stage = Stage {
        paper: *paper,
        names: Names::of(paper),
        dates: paper.dates(),
        laws,
        main,
        events: Vec::new(),
        last_actor: None,
        last_plan: None,
    };
    for (index, block) in paper.blocks() {
        if paper.kind_of(index) != SourceKind::Law {
            stage.block(index, block);
        }
    }
    stage.gather();
    stage.close_consultations();
    stage.events.extend(plan_of(paper).into_iter().flat_map(|plan| plan.events(paper)));
    stage.events
}

/// The stage at work on one paper.
struct Stage<'p> {
    paper: Paper<'p>,
    names: Names,
    dates: Vec<DateMention>,
    laws: Vec<LawName>,
    main: Item,
    events: Vec<Event>,
    /// Who did the last deed of the paragraph: "it" in the next sentence.
    last_actor: Option<(usize, Participant)>,
    /// The plan that was told of last: "the plan" in a later sentence.
    last_plan: Option<(Option<i16>, Vec<Participant>)>,
}

impl Stage<'_> {
    fn block(&mut self, index: usize, block: &Block) {
        let heading = matches!(block.kind, BlockKind::Heading(_));
        for sentence in self.paper.doc.sentences_of(index) {
            let Some(sentence) = self.paper.doc.sentences().get(sentence) else { continue };
            let words = sentence.span.of(self.paper.doc.text());
            for told in told(words, block.language) {
                // A heading names what the text below it tells; that a meeting was held says the text with its day.
                let named = told.kind.gathers() || told.kind == EventKind::Reading;
                if heading && (named || self.paper.source.date.is_none()) {
                    continue;
                }
                let span = told.span.shifted(sentence.span.start());
                if self.is_wished(span) || self.is_other_gathering(told, index, words) {
                    continue;
                }
                let event = self.event(index, block.language, sentence.span, Told { span, ..told });
                self.enter(event);
            }
        }
    }

    /// Tells whether the words stand inside of a demand, question or promise, where nothing is told as done.
    fn is_wished(&self, span: Span) -> bool {
        let wished = |statement: &Statement| {
            // What nobody is named for is the paper's own account: "comments must be sent by May" is a date, no wish.
            matches!(statement.act, Act::Demand | Act::Question)
                && matches!(statement.speaker, Speaker::Actor(_))
                && statement.quote().contains(span)
        };
        self.paper.record.statements.iter().any(wished)
    }

    /// In a report of a meeting every mention of "the forum" or "this meeting" is of that meeting.
    fn is_other_gathering(&self, told: Told, block: usize, words: &str) -> bool {
        if told.kind != EventKind::Gathering || self.paper.kind_of(block) != SourceKind::Record {
            return false;
        }
        let part = self.paper.record.parts.iter().position(|part| part.blocks.contains(&block));
        let first = self.events.iter().rev().find(|event| event.kind.gathers());
        let same = first.and_then(|event| event.evidence.first()).is_some_and(|evidence| {
            self.paper.record.parts.iter().position(|part| part.blocks.contains(&(evidence.place - 1))) == part
        });
        same && !words.is_empty()
    }

    fn event(&mut self, block: usize, language: Language, sentence: Span, told: Told) -> Event {
        let date = self.date_of(sentence, told);
        let item = self.item_of(sentence, told.span);
        let mut people = self.people_of(block, language, sentence, told);
        let plan_year = self.plan_of_event(sentence, told, &mut people);
        let weekday = date.and_then(|date| date.weekday);
        let closes = matches!(told.kind, EventKind::ConsultationOpened | EventKind::ConsultationClosed);
        let until = self.dates_in(sentence).find(|date| closes && date.edge == Edge::Until).and_then(|date| date.when);
        let until = until.or_else(|| self.last_of_range(sentence, date.filter(|_| closes)?));
        let first = |when: When| if closes && until.is_some() { When::day(when.first()) } else { when };
        let when = match told.kind {
            EventKind::ConsultationClosed => until.or_else(|| date.and_then(|date| date.when)),
            _ => date.filter(|date| !(closes && date.edge == Edge::Until)).and_then(|date| date.when).map(first),
        };
        let when = self.ahead(when, date, told).or_else(|| self.opened_now(sentence, told));
        Event {
            kind: kind_by(told.kind, &people),
            reading: told.reading,
            title: title_in(sentence.of(self.paper.doc.text())),
            when,
            weekday,
            until,
            told_on: self.paper.source.date,
            place: place_of(sentence.of(self.paper.doc.text()), language),
            item,
            planned: told.planned && told.kind != EventKind::PlanSilent && told.kind != EventKind::PlanListed,
            people,
            sessions: Vec::new(),
            evidence: vec![self.paper.evidence(sentence)],
            plan_year,
            attendance: Vec::new(),
        }
    }

    /// Returns a date without a year that something is announced for as one that is still to come.
    fn ahead(&self, when: Option<When>, date: Option<DateMention>, told: Told) -> Option<When> {
        let inferred = date.is_some_and(|date| date.basis == DateBasis::Inferred);
        let past = |when: &When| self.paper.source.date.is_some_and(|paper| when.last() < paper);
        when.map(|when| if told.planned && inferred && past(&when) { when.a_year_later() } else { when })
    }

    /// Returns the last day of a stretch that begins with a date: "from 8 January to 25 February".
    fn last_of_range(&self, sentence: Span, date: DateMention) -> Option<When> {
        let text = self.paper.doc.text();
        let own = date.when.filter(|when| when.first() != when.last() && date.basis <= DateBasis::Inferred);
        let words = date.span.of(text);
        let told = ["-", "–", "—", "至", "到", " to ", " through ", " and "].iter().any(|mark| words.contains(mark));
        if let Some(when) = own.filter(|_| told) {
            return Some(When::day(when.last()));
        }
        let next = self.dates_in(sentence).find(|next| next.span.start() >= date.span.end())?;
        let between = text.get(date.span.end()..next.span.start())?.trim();
        let linked = matches!(between, "to" | "until" | "till" | "through" | "-" | "–" | "—" | "至" | "到");
        next.when.filter(|_| linked)
    }

    /// Returns the year of the plan that an event tells of; whose plan it is follows the text before, where the sentence
    /// names nobody.
    fn plan_of_event(&mut self, sentence: Span, told: Told, people: &mut Vec<Participant>) -> Option<i16> {
        use EventKind::{PlanDropped, PlanListed, PlanPublished, PlanSilent};
        if !matches!(told.kind, PlanDropped | PlanListed | PlanPublished | PlanSilent) {
            return None;
        }
        let text = self.paper.doc.text();
        let mut end = (told.span.end() + " for the year 2031".len()).min(sentence.end());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let mut start = told.span.start().saturating_sub(24).max(sentence.start());
        while !text.is_char_boundary(start) {
            start += 1;
        }
        let own = text.get(start..end).and_then(year_told);
        let (last_year, issuer) = self.last_plan.clone().unwrap_or_default();
        if told.kind == PlanPublished {
            self.last_plan = Some((own, people.clone()));
        } else if people.is_empty() {
            *people = issuer;
        }
        own.or(last_year.filter(|_| told.kind != PlanPublished))
    }

    /// A notice that opens a consultation with its own words opens it on its own date.
    fn opened_now(&self, sentence: Span, told: Told) -> Option<When> {
        const NOW: [&str; 8] = ["现向", "现就", "现将", "现公开", "现面向", "hereby", "is now open", "are now invited"];
        let words = sentence.of(self.paper.doc.text());
        let now = told.kind == EventKind::ConsultationOpened && NOW.iter().any(|word| words.contains(word));
        self.paper.source.date.filter(|_| now && !told.planned).map(When::day)
    }

    fn dates_in(&self, sentence: Span) -> impl Iterator<Item = &DateMention> {
        let from = self.dates.partition_point(|date| date.span.start() < sentence.start());
        self.dates.iter().skip(from).take_while(move |date| date.span.end() <= sentence.end())
    }

    /// Returns the date of an event: the one nearest to its words, those before them first.
    fn date_of(&self, sentence: Span, told: Told) -> Option<DateMention> {
        let closes = matches!(told.kind, EventKind::ConsultationOpened | EventKind::ConsultationClosed);
        let distance = |date: &&DateMention| {
            let gap = if date.span.end() <= told.span.start() {
                told.span.start() - date.span.end()
            } else {
                date.span.start().saturating_sub(told.span.end())
            };
            // A deadline is no date of the deed, and a vague one only where there is no other.
            gap + usize::from(date.edge == Edge::Until && closes) * 10_000
                + usize::from(date.basis == DateBasis::Vague) * 5_000
        };
        let text = self.paper.doc.text();
        let apart = |date: &&DateMention| is_of_another_deed(text, date.span, told.span);
        let own = self.dates_in(sentence).filter(|date| !apart(date)).min_by_key(distance).copied();
        let before = || {
            let block = self.paper.doc.block_at(sentence.start())?;
            let block = self.paper.doc.blocks().get(block)?;
            let last = self.dates.iter().rev().find(|date| date.span.end() <= sentence.start())?;
            // A gathering told over several sentences has its date in the first.
            (told.kind.gathers() && block.span.contains(last.span)).then_some(*last)
        };
        own.or_else(before)
    }

    fn item_of(&self, sentence: Span, at: Span) -> Item {
        let inside = self.laws.iter().filter(|law| sentence.contains(law.span));
        let distance = |law: &&LawName| law.span.start().abs_diff(at.start());
        let named = inside.filter(|law| !law.item.key.is_empty()).min_by_key(distance);
        named.map_or_else(|| Item { of: String::new(), ..self.main.clone() }, |law| law.item.clone())
    }

    fn people_of(&mut self, block: usize, language: Language, sentence: Span, told: Told) -> Vec<Participant> {
        let text = self.paper.doc.text();
        let names: Vec<_> = self.names.within(sentence).collect();
        if told.kind.gathers() {
            return hosts(text, sentence, language, &names);
        }
        let found = acting(text, sentence, language, told.span, &names);
        if let Some(actor) = found.first() {
            self.last_actor = Some((block, actor.clone()));
            return found;
        }
        let words = sentence.of(text);
        let refers = ["It ", "They ", "The ministry", "The institution", "The agency", "The commission", "该", "其"];
        match &self.last_actor {
            Some((at, actor)) if *at == block && refers.iter().any(|word| words.starts_with(word)) => {
                vec![actor.clone()]
            }
            _ => Vec::new(),
        }
    }

    /// Enters an event, or adds its words to the same event told just before.
    fn enter(&mut self, event: Event) {
        let same = |known: &&mut Event| {
            let near = match (known.evidence.last(), event.evidence.first()) {
                (Some(known), Some(new)) => new.place.abs_diff(known.place) <= 1,
                _ => false,
            };
            let dates = match (known.when, event.when) {
                (Some(known), Some(new)) => known == new,
                _ => true,
            };
            let actors = match (known.people.first(), event.people.first()) {
                (Some(known), Some(new)) => known.name == new.name,
                _ => true,
            };
            known.kind == event.kind
                && known.reading == event.reading
                && known.planned == event.planned
                && near
                && dates
                && actors
                && known.item == event.item
        };
        match self.events.iter_mut().rev().take(6).find(same) {
            Some(known) => {
                known.when = known.when.or(event.when);
                known.until = known.until.or(event.until);
                known.weekday = known.weekday.or(event.weekday);
                if known.place.is_empty() {
                    known.place = event.place;
                }
                if known.people.is_empty() {
                    known.people = event.people;
                }
                known
                    .evidence
                    .extend(event.evidence.into_iter().filter(|new| !known.evidence.contains(new)).collect::<Vec<_>>());
            }
            None => self.events.push(event),
        }
    }

    /// Gives a consultation the last day that a later sentence tells.
    fn close_consultations(&mut self) {
        let closed: Vec<_> = self
            .events
            .iter()
            .filter(|event| event.kind == EventKind::ConsultationClosed)
            .filter_map(|event| Some((event.until.or(event.when)?, event.item.clone(), event.evidence.clone())))
            .collect();
        let opened = self.events.iter_mut().filter(|event| event.kind == EventKind::ConsultationOpened);
        for event in opened.filter(|event| event.until.is_none()) {
            let later = |until: crate::when::When| event.when.is_none_or(|when| when.is_before(until));
            let end = closed.iter().find(|(until, item, _)| later(*until) && item.may_be(&event.item));
            if let Some((until, _, evidence)) = end {
                event.until = Some(*until);
                event.evidence.extend(evidence.iter().cloned());
            }
        }
    }

    /// Gives the gatherings those who attended, spoke and chaired, and their hosts told in later sentences.
    fn gather(&mut self) {
        let anchors: Vec<(usize, Span, usize)> = self
            .events
            .iter()
            .enumerate()
            .filter(|(_, event)| event.kind.gathers())
            .filter_map(|(index, event)| {
                let evidence = event.evidence.first()?;
                Some((index, evidence.locus?.span, evidence.place - 1))
            })
            .collect();
        for (number, (index, span, block)) in anchors.iter().enumerate() {
            let next = anchors.get(number + 1).map_or(usize::MAX, |(_, span, _)| span.start());
            let region = self.region(*span, *block, next);
            let people = self.names.attending(&self.paper, region);
            let later = self.later_hosts(*span, region);
            if let Some(event) = self.events.get_mut(*index) {
                for person in later.into_iter().chain(people) {
                    // "The ministry held a meeting; 40 experts attended" names one who held it.
                    let holds = |known: &Participant| known.span.is_some() && known.span == person.span;
                    if person.role == Role::Attended && event.people.iter().any(holds) {
                        continue;
                    }
                    if !event.people.iter().any(|known| known.name == person.name && known.role == person.role) {
                        event.people.push(person);
                    }
                }
                fill_organisations(&self.paper, &mut event.people);
                event.sessions = sessions(&self.paper, region);
                event.attendance = attendance(&self.paper, *span, region);
            }
        }
    }

    /// Returns the text that tells of a gathering: the rest of the report of it, or the paragraphs around it.
    fn region(&self, span: Span, block: usize, next: usize) -> Span {
        let blocks = self.paper.doc.blocks();
        let part = self.paper.record.parts.iter().find(|part| part.blocks.contains(&block));
        let record = part.is_some_and(|part| part.kind == SourceKind::Record);
        let end_of = |block: usize| blocks.get(block).map_or(span.end(), |block| block.span.end());
        let end = match part {
            Some(part) if record => end_of(part.blocks.end.saturating_sub(1)),
            _ => end_of((block + 1).min(blocks.len().saturating_sub(1))).min(end_of(block) + 1500),
        };
        let start = blocks.get(block).map_or(span.start(), |block| block.span.start());
        Span::new(start, end.min(next).max(span.end()))
    }

    /// Returns hosts and chairs that the sentences behind the first name.
    fn later_hosts(&self, first: Span, region: Span) -> Vec<Participant> {
        let text = self.paper.doc.text();
        let sentences = self.paper.doc.sentences();
        let from = sentences.partition_point(|sentence| sentence.span.start() <= first.start());
        let mut found = Vec::new();
        for sentence in sentences.iter().skip(from).take_while(|sentence| region.contains(sentence.span)).take(60) {
            let language = self.paper.doc.blocks().get(sentence.block).map_or(Language::Other, |block| block.language);
            let names: Vec<_> = self.names.within(sentence.span).collect();
            let passive = hosts(text, sentence.span, language, &names);
            let told = ["convened by", "called by", "held by"].iter().any(|cue| sentence.span.of(text).contains(cue));
            found.extend(passive.into_iter().filter(|person| told || person.role != Role::Convened));
        }
        found
    }
}
