//! Places as parliaments write them: `Article 71 – paragraph 6 – point c a (new)`.

/// What a step of a place names.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Part {
    /// A citation of the preamble.
    Citation,
    /// A recital.
    Recital,
    /// A title, chapter or section of the act.
    Division,
    /// An article.
    Article,
    /// A paragraph.
    Paragraph,
    /// An unnumbered part of a paragraph.
    Subparagraph,
    /// A point, also of a point.
    Point,
    /// An annex.
    Annex,
    /// The heading.
    Title,
    /// The words before a list.
    Introduction,
    /// Something that is not read.
    Unknown,
}

/// A step of a place: what, and under which number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// What it names.
    pub part: Part,
    /// Its number in plain form: `71`, `ca` for `c a`, `III`.
    pub number: String,
}

/// A place: the steps from the article down.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Place {
    /// The steps, from the outermost.
    pub steps: Vec<Step>,
    /// Whether what it names is new.
    pub is_new: bool,
}

impl Place {
    /// Reads a place.
    ///
    /// ```
    /// use rap_law::Place;
    ///
    /// let place = Place::parse("Article 71 – paragraph 6 – point c a (new)");
    /// assert!(place.is_new);
    /// assert_eq!(place.steps.last().map(|step| step.number.as_str()), Some("ca"));
    /// ```
    #[must_use]
    pub fn parse(words: &str) -> Self {
        let mut place = Self::default();
        // `Article - 4 a` is one step; elsewhere such a hyphen parts two.
        let words = words.replace("Article - ", "Article ");
        for step in words.split(['–', '—', '―']).flat_map(|step| step.split(" - ")) {
            let step = step.trim();
            let bare = step.strip_suffix("(new)").unwrap_or(step).trim();
            place.is_new |= bare.len() < step.len();
            if !bare.is_empty() {
                place.steps.push(Step::parse(bare));
            }
        }
        place
    }
}

impl Step {
    fn parse(words: &str) -> Self {
        let mut parts = words.split_whitespace();
        let name = parts.next().unwrap_or_default().to_lowercase();
        let number: String = parts.collect();
        let part = match name.as_str() {
            "citation" => Part::Citation,
            "recital" => Part::Recital,
            "article" => Part::Article,
            "paragraph" => Part::Paragraph,
            "subparagraph" => Part::Subparagraph,
            "point" | "indent" => Part::Point,
            "annex" => Part::Annex,
            "introductory" => Part::Introduction,
            "title" if number.is_empty() => Part::Title,
            "heading" => Part::Title,
            "title" | "chapter" | "section" => Part::Division,
            _ => Part::Unknown,
        };
        Self { part, number: if part == Part::Introduction { String::new() } else { number } }
    }
}
