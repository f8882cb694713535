//! Looks up what a reference says in the act at hand, from the place where it stands.

use rap_doc::Span;

use super::index::Index;
use super::written::{celex_of, external, said};
use super::{Reference, ReferenceKind, is_other};
use crate::cite::{Act, Citation, Group, Pick, Unit};
use crate::provision::{Law, ProvisionKind};

/// Provisions that one reference may stand for; the longest ranges in use name some hundreds.
pub(super) const MOST_TARGETS: usize = 2_000;

/// What is known while a text is read from its beginning.
pub(super) struct Resolver<'l> {
    law: Option<(&'l Law, &'l Index<'l>)>,
    text: &'l str,
    /// The act that was named last, and where its name ended.
    named: Option<(String, usize)>,
    /// The identifier of the act at hand, as references to it are written.
    own: Option<String>,
    /// The act that an article amends, and where that article ends.
    amended: Option<(String, usize)>,
    charter: bool,
}

/// How far back a word like `thereof` reaches, in bytes: some two sentences.
const REACH: usize = 800;

impl<'l> Resolver<'l> {
    pub(super) fn new(law: Option<(&'l Law, &'l Index<'l>)>, text: &'l str) -> Self {
        let own = law.and_then(|(law, _)| law.identifier.as_deref()).and_then(celex_of);
        let charter = text.contains("Charter of Fundamental Rights");
        Self { law, text, named: None, own, amended: None, charter }
    }

    /// Resolves one reference; references come in the order of the text.
    pub(super) fn resolve(&mut self, citation: &Citation, provision: Option<usize>) -> Reference {
        let mut act = citation.act.clone();
        let words = citation.span.of(self.text);
        if act == Act::Unknown && self.charter && words.ends_with("Charter") {
            act = Act::Known("celex:12012P/TXT".to_owned());
        }
        if let Act::Known(id) = &act {
            self.named = Some((id.clone(), citation.span.end()));
            self.note_amendment(id.clone(), citation.span, provision);
            if self.own.as_deref() == Some(id.as_str()) {
                act = Act::This;
            }
        } else if act == Act::Named {
            let near = self.named.as_ref().filter(|(_, at)| at + REACH > citation.span.start());
            if let Some((id, _)) = near {
                act = Act::Known(id.clone());
            }
        } else if act == Act::Unnamed && is_absolute(citation) {
            // In an article that amends another act, its articles are that act's.
            let amended = self.amended.as_ref().filter(|(_, end)| citation.span.start() < *end);
            if let Some((id, _)) = amended {
                act = Act::Known(id.clone());
            }
        }
        if act == Act::Unnamed && self.is_quoted(provision, citation.span) {
            act = Act::Unknown;
        }
        let kind = if is_other(&act) { ReferenceKind::External } else { ReferenceKind::Internal };
        let (target, resolved) = match &act {
            Act::Known(ids) => external(ids, citation),
            Act::Named | Act::Unknown => (Vec::new(), false),
            Act::This | Act::Unnamed => self.internal(citation, provision, &act),
        };
        let resolved = resolved && !citation.partial;
        Reference { span: citation.span, kind, target, resolved, provision }
    }

    /// Tells words that the act inserts into another one: a quotation after a colon.
    fn is_quoted(&self, provision: Option<usize>, span: Span) -> bool {
        let Some((law, _)) = self.law else { return false };
        let own = provision.and_then(|index| law.provisions.get(index)).map_or(&[][..], |found| &found.own);
        let Some(at) = own.iter().position(|own| own.contains(span)) else { return false };
        let quotes = |own: &Span| own.of(self.text).starts_with(['‘', '“', '«', '「', '『', '"']);
        let opened = own.iter().take(at + 1).skip(1).rposition(quotes);
        let first = own.first().is_some_and(|own| own.of(self.text).ends_with([':', '：', '—']));
        first && opened.is_some()
    }

    /// Notes that an article changes another act: "Directive 2009/48/EC is amended as follows".
    fn note_amendment(&mut self, id: String, span: Span, provision: Option<usize>) {
        let after = self.text.get(span.end()..).unwrap_or_default().trim_start();
        let amends = ["is amended", "are amended", "is hereby amended"].iter().any(|words| after.starts_with(words));
        let Some((law, _)) = self.law.filter(|_| amends && !id.contains(' ')) else { return };
        let mut article = provision;
        while let Some(index) = article {
            let Some(provision) = law.provisions.get(index) else { return };
            if provision.kind == ProvisionKind::Article {
                self.amended = Some((id, provision.span.end()));
                return;
            }
            article = provision.parent;
        }
    }

    fn internal(&self, citation: &Citation, provision: Option<usize>, act: &Act) -> (Vec<String>, bool) {
        if citation.paths.is_empty() {
            return (vec!["act".to_owned()], self.law.is_some());
        }
        let found = self.law.and_then(|(law, index)| {
            let from = if *act == Act::This { None } else { provision };
            let walk = Walk { law, index, from, here: provision };
            walk.all(&citation.paths)
        });
        match (found, self.law) {
            (Some(found), Some((law, _))) => {
                let ids = found.iter().filter_map(|at| law.provisions.get(*at)).map(|p| p.id.to_string());
                (ids.collect(), true)
            }
            _ => (said(&citation.paths).0, false),
        }
    }
}

/// Tells a reference that begins with an article, annex or division, which needs no provision to stand in.
fn is_absolute(citation: &Citation) -> bool {
    let first = citation.paths.first().and_then(|path| path.first());
    first.is_some_and(|group| {
        matches!(group.unit, Unit::Article | Unit::Annex | Unit::Recital)
            && group.picks.iter().all(|pick| matches!(pick, Pick::One(_) | Pick::Range(..)))
    })
}

/// A walk through the act from the place of a reference.
struct Walk<'l> {
    law: &'l Law,
    index: &'l Index<'l>,
    /// Where relative numbers are looked up from; nothing where the act is named.
    from: Option<usize>,
    /// Where the reference stands.
    here: Option<usize>,
}

impl Walk<'_> {
    /// Returns the provisions of all paths, or nothing where one of them is not found.
    fn all(&self, paths: &[Vec<Group>]) -> Option<Vec<usize>> {
        let mut found = Vec::new();
        for path in paths {
            found.extend(self.path(path)?);
            if found.len() > MOST_TARGETS {
                return None;
            }
        }
        Some(found)
    }

    fn path(&self, path: &[Group]) -> Option<Vec<usize>> {
        let mut at: Vec<Option<usize>> = vec![None];
        for (depth, group) in path.iter().enumerate() {
            // "Articles 5 and 6, point (a)": it is open what the point belongs to.
            if at.len() > 1 {
                return None;
            }
            let above = at.first().copied().flatten();
            let mut next = Vec::new();
            for pick in &group.picks {
                self.pick(above, depth == 0, group.unit, pick, &mut next)?;
            }
            at = next.into_iter().map(Some).collect();
        }
        at.into_iter().collect()
    }

    fn pick(&self, above: Option<usize>, first: bool, unit: Unit, pick: &Pick, out: &mut Vec<usize>) -> Option<()> {
        match pick {
            Pick::One(number) => out.push(self.number(above, first, unit, number)?),
            Pick::Range(from, to) => {
                let from = self.number(above, first, unit, from)?;
                let to = self.number(above, first, unit, to)?;
                out.extend(self.range(from, to)?);
            }
            Pick::Place(place) => out.push(self.place(above, first, *place)?),
            Pick::Last => out.push(self.last_text(above, first)?),
            Pick::This => out.push(self.this(unit)?),
            Pick::Before(count) => out.extend(self.before(unit, *count)?),
        }
        Some(())
    }

    /// Finds a number with its brackets.
    fn number(&self, above: Option<usize>, first: bool, unit: Unit, number: &[String]) -> Option<usize> {
        let (head, brackets) = number.split_first()?;
        let mut at = if first { self.outwards(unit, head)? } else { self.below(above, unit, head)? };
        for label in brackets {
            at = self.below(Some(at), Unit::Bracket, label)?;
        }
        Some(at)
    }

    fn below(&self, above: Option<usize>, unit: Unit, label: &str) -> Option<usize> {
        let found = self.index.named(above, unit, label);
        found
            .or_else(|| self.in_only_text(above?, unit, label))
            .or_else(|| self.by_number_of_text(above?, unit, label))
            .or_else(|| self.nested(above, unit, label))
    }

    /// 第二款 and `Article 113(3)` name unnumbered texts by their place.
    fn by_number_of_text(&self, above: usize, unit: Unit, label: &str) -> Option<usize> {
        let counted = matches!(unit, Unit::Paragraph | Unit::Subparagraph | Unit::Bracket);
        let place = label.parse().ok().filter(|_| counted)?;
        self.text_of(above, place)
    }

    /// `point 4.6` lies in point 4.
    fn nested(&self, above: Option<usize>, unit: Unit, label: &str) -> Option<usize> {
        let (head, _) = label.rsplit_once('.')?;
        let outer = self.index.named(above, unit, head).or_else(|| self.nested(above, unit, head))?;
        self.index.named(Some(outer), unit, label)
    }

    /// 第四条第（三）项 of an article with one paragraph: the paragraph need not be named.
    fn in_only_text(&self, above: usize, unit: Unit, label: &str) -> Option<usize> {
        let mut found = None;
        for child in self.law.children(above).take(MOST_TARGETS) {
            let passed = self.law.provisions.get(child)?;
            let unnumbered = passed.number.is_none() && passed.kind == ProvisionKind::Section;
            if unnumbered && let Some(at) = self.index.named(Some(child), unit, label) {
                if found.is_some() {
                    return None;
                }
                found = Some(at);
            }
        }
        found
    }

    /// Finds the first unit of a reference: in the provision that it stands in, then outwards, at last in the act.
    fn outwards(&self, unit: Unit, label: &str) -> Option<usize> {
        let mut around = self.from;
        while let Some(index) = around {
            let provision = self.law.provisions.get(index)?;
            if let Some(found) = self.index.named(Some(index), unit, label) {
                return Some(found);
            }
            // A point or paragraph is looked for in its own article and no further.
            let border =
                matches!(provision.kind, ProvisionKind::Article | ProvisionKind::Annex | ProvisionKind::Recital);
            if border && is_inner(unit) {
                // 第一款 in another paragraph of the article.
                return self.by_number_of_text(index, unit, label);
            }
            around = provision.parent;
        }
        let found = self.index.named(None, unit, label);
        // A bill may number its clauses through: they are its articles.
        let is_basic =
            |at: &usize| self.law.provisions.get(*at).is_some_and(|provision| provision.kind == ProvisionKind::Article);
        if is_inner(unit) { found.filter(is_basic) } else { found }
    }

    /// Finds `first subparagraph`, 第一款: the first unnumbered text is the provision's own where it is no provision.
    fn place(&self, above: Option<usize>, first: bool, place: usize) -> Option<usize> {
        let holder = if first { self.text_holder()? } else { above? };
        self.text_of(holder, place)
    }

    fn text_of(&self, holder: usize, place: usize) -> Option<usize> {
        if let Some(found) = self.index.text(holder, place) {
            return Some(found);
        }
        let own = self.law.provisions.get(holder).is_some_and(|provision| !provision.own.is_empty());
        (place == 1 && own && self.index.text(holder, 2).is_some()).then_some(holder)
    }

    fn last_text(&self, above: Option<usize>, first: bool) -> Option<usize> {
        let holder = if first { self.text_holder()? } else { above? };
        let last = (2..=200).take_while(|place| self.index.text(holder, *place).is_some()).last()?;
        self.index.text(holder, last)
    }

    /// Returns the provision around the reference that unnumbered texts are counted in.
    fn text_holder(&self) -> Option<usize> {
        let mut around = self.from;
        while let Some(index) = around {
            let provision = self.law.provisions.get(index)?;
            if self.index.text(index, 2).is_some() || self.index.text(index, 1).is_some() {
                return Some(index);
            }
            if provision.kind == ProvisionKind::Article {
                return None;
            }
            around = provision.parent;
        }
        None
    }

    fn this(&self, unit: Unit) -> Option<usize> {
        let mut around = self.here;
        while let Some(index) = around {
            let provision = self.law.provisions.get(index)?;
            let fits = match unit {
                Unit::Article => provision.kind == ProvisionKind::Article,
                Unit::Section => {
                    provision.kind == ProvisionKind::Section
                        || (provision.kind == ProvisionKind::Article && provision.id.as_str().contains("sec_"))
                }
                Unit::Chapter => provision.kind == ProvisionKind::Chapter,
                Unit::Title => provision.kind == ProvisionKind::Title,
                Unit::Part => provision.kind == ProvisionKind::Part,
                Unit::Book => provision.kind == ProvisionKind::Book,
                Unit::Annex => provision.kind == ProvisionKind::Annex,
                Unit::Recital => provision.kind == ProvisionKind::Recital,
                Unit::Paragraph | Unit::Subsection => provision.kind == ProvisionKind::Paragraph,
                Unit::Subparagraph => {
                    matches!(provision.kind, ProvisionKind::Subparagraph | ProvisionKind::Paragraph)
                }
                Unit::Point => provision.kind == ProvisionKind::Point,
                Unit::Indent => provision.kind == ProvisionKind::Indent,
                Unit::Sentence | Unit::Bracket => false,
            };
            if fits {
                return Some(index);
            }
            around = provision.parent;
        }
        None
    }

    /// Finds the `count` provisions of a kind before the one that the reference stands in: 前款, 前两款.
    fn before(&self, unit: Unit, count: usize) -> Option<Vec<usize>> {
        let here = self.this(unit)?;
        let kind = self.law.provisions.get(here)?.kind;
        let siblings: Vec<usize> = match (unit, self.law.provisions.get(here)?.parent) {
            (Unit::Article, _) | (_, None) => {
                let back = self.law.provisions.iter().enumerate().take(here + 1).rev().take(MOST_TARGETS);
                let same = back.filter(|(_, provision)| provision.kind == kind).map(|(index, _)| index);
                let mut near: Vec<usize> = same.take(count + 1).collect();
                near.reverse();
                near
            }
            (_, Some(parent)) => self.law.children(parent).take(MOST_TARGETS).collect(),
        };
        let at = siblings.iter().position(|sibling| *sibling == here)?;
        let from = at.checked_sub(count)?;
        siblings.get(from..at).map(<[usize]>::to_vec)
    }

    /// Returns the provisions between two of the same kind and level.
    fn range(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        let (first, last) = (self.law.provisions.get(from)?, self.law.provisions.get(to)?);
        let siblings = first.parent == last.parent;
        let through = matches!(first.kind, ProvisionKind::Article | ProvisionKind::Annex | ProvisionKind::Recital);
        if from >= to || first.kind != last.kind || !(siblings || through) {
            return None;
        }
        let between = self.law.provisions.iter().enumerate().take(to + 1).skip(from);
        let all = between
            .filter(|(_, provision)| provision.kind == first.kind && (through || provision.parent == first.parent));
        Some(all.map(|(index, _)| index).collect())
    }
}

/// Units that are looked for inside of an article.
const fn is_inner(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::Paragraph
            | Unit::Subsection
            | Unit::Subparagraph
            | Unit::Point
            | Unit::Indent
            | Unit::Bracket
            | Unit::Sentence
    )
}
