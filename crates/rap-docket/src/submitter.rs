//! Who sent a submission: a person, a body, several together, somebody for somebody else, or nobody who says so.

/// Who sent a submission, as the table and the title say it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Submitter {
    /// What sort of submitter it is.
    pub kind: SubmitterKind,
    /// The person; several, where they signed together.
    pub names: Vec<String>,
    /// The body that speaks, or for which the person speaks.
    pub organisation: Option<String>,
    /// Who wrote for the submitter.
    pub representative: Option<String>,
}

/// What sort of submitter it is.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum SubmitterKind {
    /// A person for herself.
    Person,
    /// A body.
    Organisation,
    /// Several who signed together.
    Joint,
    /// Somebody who writes for a submitter.
    OnBehalf,
    /// Nobody is named.
    #[default]
    Anonymous,
}

impl SubmitterKind {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Self; 5] = [Self::Person, Self::Organisation, Self::Joint, Self::OnBehalf, Self::Anonymous];

    /// Returns the word that rows and reports use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Joint => "joint",
            Self::OnBehalf => "on-behalf",
            Self::Anonymous => "anonymous",
        }
    }
}

/// What a table says of a submitter, cell by cell; empty where it says nothing.
#[derive(Copy, Clone, Default, Debug)]
pub(crate) struct Stated<'t> {
    pub(crate) first_name: &'t str,
    pub(crate) last_name: &'t str,
    pub(crate) name: &'t str,
    pub(crate) organisation: &'t str,
    pub(crate) agency: &'t str,
    pub(crate) representative: &'t str,
    pub(crate) title: &'t str,
}

impl Submitter {
    pub(crate) fn of(stated: &Stated<'_>) -> Self {
        let first_last = format!("{} {}", stated.first_name.trim(), stated.last_name.trim());
        let mut name = first_named([first_last.trim(), stated.name.trim()]);
        let mut organisation = first_named([stated.organisation.trim(), stated.agency.trim()]);
        let representative = first_named([stated.representative.trim()]);
        if name.is_none() && organisation.is_none() {
            (name, organisation) = of_title(stated.title);
        }
        let names = name.as_deref().map(signatories).unwrap_or_default();
        let kind = match (names.len(), &organisation, &representative) {
            (_, _, Some(_)) => SubmitterKind::OnBehalf,
            (2.., _, _) => SubmitterKind::Joint,
            (_, Some(_), _) => SubmitterKind::Organisation,
            (1, None, _) => SubmitterKind::Person,
            _ => SubmitterKind::Anonymous,
        };
        Self { kind, names, organisation, representative }
    }

    /// Returns one line that is equal for submissions of the same submitter; nothing for one who is not named.
    #[must_use]
    pub fn key(&self) -> Option<String> {
        if self.kind == SubmitterKind::Anonymous {
            return None;
        }
        let parts = self.names.iter().chain(&self.organisation).chain(&self.representative);
        let folded = parts.map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase());
        Some(folded.collect::<Vec<_>>().join("|"))
    }

    /// Returns who it is in one line, for people.
    #[must_use]
    pub fn line(&self) -> String {
        let names = self.names.join(", ");
        match (&self.organisation, names.is_empty()) {
            (Some(organisation), true) => organisation.clone(),
            (Some(organisation), false) => format!("{names}, {organisation}"),
            (None, _) => names,
        }
    }
}

fn first_named<const N: usize>(cells: [&str; N]) -> Option<String> {
    cells.into_iter().find(|cell| !cell.is_empty() && !is_nobody(cell)).map(str::to_owned)
}

/// Tells the words by which forms and people say that nobody is named.
fn is_nobody(name: &str) -> bool {
    const NOBODY: [&str; 17] = [
        "anonymous",
        "anon",
        "anonymous anonymous",
        "n/a",
        "na",
        "none",
        "null",
        "no name",
        "not provided",
        "unknown",
        "-",
        "citizen",
        "concerned citizen",
        "匿名",
        "匿名用户",
        "无",
        "佚名",
    ];
    let lower = name.trim().trim_matches('.').to_lowercase();
    NOBODY.contains(&lower.as_str()) || !lower.chars().any(char::is_alphabetic) && lower.parse::<u64>().is_err()
}

/// Reads "Comment Submitted by …", "Comment from …" and "Comment on … by …": a person, or a body.
fn of_title(title: &str) -> (Option<String>, Option<String>) {
    const OPENINGS: [&str; 5] =
        ["comment submitted by ", "comment from ", "comments from ", "submission from ", "anonymous comment from "];
    let lower = title.to_ascii_lowercase();
    let named = OPENINGS.iter().find_map(|opening| {
        let rest = lower.strip_prefix(opening)?;
        title.get(title.len() - rest.len()..)
    });
    let Some(named) = named.map(str::trim).filter(|named| !named.is_empty() && !is_nobody(named)) else {
        return (None, None);
    };
    if is_body(named) { (None, Some(named.to_owned())) } else { (Some(named.to_owned()), None) }
}

/// Tells a body by a word that names of people do not have.
pub(crate) fn is_body(name: &str) -> bool {
    const WORDS: [&str; 40] = [
        "association",
        "inc",
        "llc",
        "ltd",
        "corp",
        "corporation",
        "company",
        "university",
        "college",
        "institute",
        "council",
        "coalition",
        "alliance",
        "foundation",
        "society",
        "union",
        "federation",
        "department",
        "ministry",
        "agency",
        "authority",
        "commission",
        "committee",
        "center",
        "centre",
        "group",
        "network",
        "board",
        "bureau",
        "office",
        "chamber",
        "partnership",
        "hospital",
        "health",
        "bank",
        "church",
        "league",
        "club",
        "school",
        "services",
    ];
    const ENDINGS: [&str; 14] = [
        "公司",
        "协会",
        "大学",
        "研究院",
        "研究所",
        "学会",
        "中心",
        "委员会",
        "集团",
        "联盟",
        "部",
        "局",
        "商会",
        "律师事务所",
    ];
    let lower = name.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| WORDS.contains(&word)) || ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Splits the names of those who signed together.
fn signatories(name: &str) -> Vec<String> {
    let separators = [" and ", " & ", ";", "、", "；", "\n"];
    let mut parts = vec![name];
    for separator in separators {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests;
