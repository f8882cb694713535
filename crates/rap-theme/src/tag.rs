//! Tags: which themes a statement speaks of, and the words that say so.

mod resolve;

use rap_doc::Span;

use crate::codebook::OTHER;
use crate::cue::{self, Pattern};
use crate::scan::{Hit, Memory, Scanner};
use crate::{Codebook, Cue};
use resolve::{Begun, Match};

/// A theme that a statement speaks of.
#[derive(Clone, PartialEq, Debug)]
pub struct Tag {
    /// The id of the theme in its codebook.
    pub theme: String,
    /// How surely, from 0 to 1.
    pub score: f32,
    /// The words that earned it, as ranges of the document.
    pub words: Vec<Span>,
}

/// Reads themes off words; built once for a codebook.
#[derive(Debug)]
pub struct Tagger {
    scanner: Scanner,
    /// What each pattern of the scanner says.
    senses: Vec<Sense>,
    /// The themes of the codebook without `other`.
    themes: Vec<String>,
    /// The concepts of the codebook in its order.
    concepts: Vec<ConceptUse>,
}

#[derive(Clone, Debug)]
struct ConceptUse {
    id: String,
    theme: usize,
    joins: bool,
}

/// What it means that a pattern stands in a text.
#[derive(Copy, Clone, Debug)]
struct Sense {
    concept: usize,
    parts: u32,
    /// How much it says for the concept; none where it says that the cues of the concept do not count here.
    weight: Option<f32>,
}

/// A concept in a text, with all that was found for it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Finding {
    pub(crate) concept: usize,
    pub(crate) weight: f32,
    pub(crate) words: Vec<Span>,
}

/// How little a theme may weigh and still be told: one cue of the weakest usual weight.
const LEAST: f32 = 1.0;

/// How little a theme beside the first may weigh: more than one weak cue.
const LEAST_BESIDE: f32 = 1.5;

/// The share of the first theme's weight that a theme beside it needs: below, it is an aside.
const SHARE_BESIDE: f32 = 0.4;

/// The weight and the share with which a theme is told beside a first one on which a long list goes on and on.
const SURE_BESIDE: f32 = 3.0;
const SHARE_OF_SURE: f32 = 0.2;

/// What a concept still adds to its theme where a heavier one has earned its weight by the same words.
const SAID_TWICE: f32 = 0.25;

/// The weight at which a theme alone in a text is as sure as not: between a weak cue and a usual one.
const HALF_SURE: f32 = 1.5;

impl Tagger {
    /// Returns the tagger of a codebook.
    #[must_use]
    pub fn new(codebook: &Codebook) -> Self {
        let mut tagger = Plan::default();
        for theme in &codebook.themes {
            if theme.id == OTHER {
                continue;
            }
            tagger.themes.push(theme.id.clone());
            for concept in &theme.concepts {
                let index = tagger.concepts.len();
                tagger.concepts.push(ConceptUse {
                    id: concept.id.clone(),
                    theme: tagger.themes.len() - 1,
                    joins: concept.joins,
                });
                concept.cues.iter().for_each(|cue| tagger.add(cue, index, Some(cue.weight)));
                concept.except.iter().for_each(|cue| tagger.add(cue, index, None));
            }
        }
        let Plan { patterns, senses, themes, concepts } = tagger;
        Self { scanner: Scanner::of(&patterns), senses, themes, concepts }
    }

    /// Returns the tags of the words of `text` at `content`, the surest first; `other` where no theme fits.
    ///
    /// ```
    /// use rap_doc::Span;
    /// use rap_theme::{Codebook, Tagger};
    ///
    /// let tagger = Tagger::new(&Codebook::builtin());
    /// let text = "Open-weight models should be exempt.";
    /// let tags = tagger.tags(text, &[Span::new(0, text.len())]);
    /// assert_eq!(tags[0].theme, "open-source");
    /// assert_eq!(tags[0].words[0].of(text), "Open-weight");
    /// ```
    #[must_use]
    pub fn tags(&self, text: &str, content: &[Span]) -> Vec<Tag> {
        self.reader(text).tags(content)
    }

    /// Returns the reader of many stretches of one text, which is faster than [`tags`](Self::tags) on each.
    #[must_use]
    pub fn reader<'t>(&'t self, text: &'t str) -> TagReader<'t> {
        TagReader {
            tagger: self,
            text,
            memory: Memory::default(),
            hits: Vec::new(),
            begun: Begun::default(),
            matches: Vec::new(),
        }
    }

    /// Returns the id of a concept by the index that findings give.
    pub(crate) fn concept_id(&self, concept: usize) -> &str {
        self.concepts.get(concept).map_or("", |concept| &concept.id)
    }

    /// Tells whether demands that share this concept ask for the same.
    pub(crate) fn joins(&self, concept: usize) -> bool {
        self.concepts.get(concept).is_some_and(|concept| concept.joins)
    }

    /// Returns the tags that these findings, in the order of the codebook, earn.
    fn weigh(&self, findings: &[Finding]) -> Vec<Tag> {
        let by_theme = findings.chunk_by(|one, other| self.theme_of(one) == self.theme_of(other));
        let weights: Vec<(&[Finding], f32)> = by_theme.map(|earned| (earned, weight_of(earned))).collect();
        let total: f32 = weights.iter().map(|(_, weight)| weight).sum();
        let most = weights.iter().map(|(_, weight)| *weight).fold(0.0, f32::max);
        let mut tags: Vec<Tag> = Vec::new();
        for (earned, weight) in weights {
            let theme = earned.first().and_then(|finding| self.themes.get(self.theme_of(finding)?));
            if let Some(theme) = theme.filter(|_| is_told(weight, most)) {
                tags.push(Tag { theme: theme.clone(), score: score(weight, total), words: words_of(earned) });
            }
        }
        // The order of the codebook decides between equals.
        tags.sort_by(|one, other| other.score.total_cmp(&one.score));
        tags
    }

    fn theme_of(&self, finding: &Finding) -> Option<usize> {
        self.concepts.get(finding.concept).map(|concept| concept.theme)
    }
}

/// Returns what a theme weighs: its concepts, the heaviest first, each by how much of its words is new.
fn weight_of(earned: &[Finding]) -> f32 {
    if let [alone] = earned {
        return alone.weight;
    }
    let mut earned: Vec<&Finding> = earned.iter().collect();
    earned.sort_by(|one, other| other.weight.total_cmp(&one.weight));
    let mut counted: Vec<Span> = Vec::new();
    let mut weight = 0.0;
    for finding in earned {
        let is_new = |span: &&Span| {
            let next = counted.partition_point(|known| known.end() <= span.start());
            !counted.get(next).is_some_and(|known| known.overlaps(**span))
        };
        let new = finding.words.iter().filter(is_new).count() as f32 / finding.words.len().max(1) as f32;
        weight += finding.weight * (SAID_TWICE + (1.0 - SAID_TWICE) * new);
        counted.extend(&finding.words);
        counted.sort();
        merge(&mut counted);
    }
    weight
}

/// Returns the words that earned a theme, each once.
fn words_of(earned: &[Finding]) -> Vec<Span> {
    let mut words: Vec<Span> = earned.iter().flat_map(|finding| finding.words.iter().copied()).collect();
    words.sort();
    merge(&mut words);
    words
}

/// Reads themes off many stretches of one text, with buffers that it uses again.
#[derive(Debug)]
pub struct TagReader<'t> {
    tagger: &'t Tagger,
    text: &'t str,
    memory: Memory,
    hits: Vec<Hit>,
    begun: Begun,
    matches: Vec<Match>,
}

impl TagReader<'_> {
    /// Returns the tags of the words at `content`, the surest first; `other` where no theme fits.
    #[must_use]
    pub fn tags(&mut self, content: &[Span]) -> Vec<Tag> {
        let findings = self.findings(content);
        let mut tags = if findings.is_empty() { Vec::new() } else { self.tagger.weigh(&findings) };
        if tags.is_empty() {
            tags.push(Tag { theme: OTHER.to_owned(), score: 0.0, words: Vec::new() });
        }
        tags
    }

    /// Returns the concepts that the words at `content` speak of, in the order of the codebook.
    pub(crate) fn findings(&mut self, content: &[Span]) -> Vec<Finding> {
        self.matches.clear();
        for span in content {
            self.hits.clear();
            self.tagger.scanner.scan(span.of(self.text), &mut self.memory, &mut self.hits);
            self.hits.iter_mut().for_each(|hit: &mut Hit| {
                hit.start += span.start();
                hit.end += span.start();
            });
            resolve::matches(self.text, &mut self.hits, self.tagger, &mut self.begun, &mut self.matches);
        }
        resolve::findings(&mut self.matches, &self.tagger.senses)
    }
}

/// Tells whether a theme of this weight is told where the first weighs `most`.
fn is_told(weight: f32, most: f32) -> bool {
    let first = weight >= most && weight >= LEAST;
    let beside = weight >= LEAST_BESIDE.max(SHARE_BESIDE * most);
    first || beside || weight >= SURE_BESIDE.max(SHARE_OF_SURE * most)
}

/// Returns how sure a theme is: the more it weighs, and the less beside it.
fn score(weight: f32, total: f32) -> f32 {
    let alone = weight / (weight + HALF_SURE);
    alone * (0.6 + 0.4 * weight / total.max(weight))
}

/// Makes one of ranges that overlap; they come in order.
fn merge(words: &mut Vec<Span>) {
    words.dedup_by(|next, last| {
        let overlap = last.overlaps(*next);
        if overlap {
            *last = last.hull(*next);
        }
        overlap
    });
}

#[derive(Default)]
struct Plan {
    patterns: Vec<Pattern>,
    senses: Vec<Sense>,
    themes: Vec<String>,
    concepts: Vec<ConceptUse>,
}

impl Plan {
    fn add(&mut self, cue: &Cue, concept: usize, weight: Option<f32>) {
        // A codebook whose fields were set by hand may hold cues that no file may; they match nothing.
        if let Ok(pattern) = cue::pattern(&cue.words) {
            let parts = u32::try_from(pattern.parts.len()).unwrap_or(u32::MAX);
            self.patterns.push(pattern);
            self.senses.push(Sense { concept, parts, weight });
        }
    }
}

#[cfg(test)]
mod tests;
