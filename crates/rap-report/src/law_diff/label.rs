//! What a provision is called: its number in plain form, its name, and where it stands.

use rap_doc::Language;
use rap_law::{Law, Provision, ProvisionKind};

/// Returns the number of a provision in plain form: `10`, `12-1`, `10(2)(a)`, `Annex III`, `Recital 4`.
#[must_use]
pub fn plain_number(law: &Law, at: usize) -> String {
    let way = way(law, at);
    let mut number = String::new();
    for (depth, provision) in way.iter().enumerate() {
        let value = value(law, provision);
        if depth > 0 {
            number.push_str(&format!("({value})"));
            continue;
        }
        match provision.kind {
            // Nobody knows an annex by a bare number.
            ProvisionKind::Annex => number.push_str(&printed(law, provision)),
            ProvisionKind::Recital => number.push_str(&format!("Recital {value}")),
            _ => number.push_str(&value),
        }
    }
    number.trim().to_owned()
}

/// Returns the name of a provision for a sentence: `Article 10(2)(a)`, `第十条第2款`, `Annex III`.
pub(crate) fn name(law: &Law, at: usize) -> String {
    let way = way(law, at);
    let mut name = String::new();
    for (depth, provision) in way.iter().enumerate() {
        if depth == 0 {
            name.push_str(&printed(law, provision));
        } else if law.doc.language() == Language::Chinese {
            let unit = match provision.kind {
                ProvisionKind::Point => "项",
                ProvisionKind::Indent => "目",
                _ => "款",
            };
            name.push_str(&format!("第{}{unit}", value(law, provision)));
        } else {
            name.push_str(&format!("({})", value(law, provision)));
        }
    }
    name
}

/// Returns the heading of a provision, or nothing.
pub(crate) fn heading(law: &Law, at: usize) -> Option<String> {
    let heading = law.provisions.get(at)?.heading?;
    let words = one_line(heading.of(law.doc.text()));
    (!words.is_empty()).then_some(words)
}

/// Returns the chapters and sections that a provision stands in, from the outermost: `Title III, Chapter 2`.
pub(super) fn place(law: &Law, at: usize) -> Option<String> {
    let first = first_of_way(law, at)?;
    let mut names = Vec::new();
    let mut above = law.provisions.get(first)?.parent;
    while let Some(provision) = above.and_then(|at| law.provisions.get(at)) {
        if provision.kind != ProvisionKind::Preamble {
            names.push(printed(law, provision));
        }
        above = provision.parent;
    }
    names.reverse();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Returns the provisions from the article or annex down to this one.
fn way(law: &Law, at: usize) -> Vec<&Provision> {
    let first = first_of_way(law, at);
    let mut way = Vec::new();
    let mut next = Some(at);
    while let Some((index, provision)) = next.and_then(|at| Some((at, law.provisions.get(at)?))) {
        way.push(provision);
        next = if Some(index) == first { None } else { provision.parent };
    }
    way.reverse();
    way
}

/// Returns the article, recital or annex that a provision is or is part of; failing that, itself.
fn first_of_way(law: &Law, at: usize) -> Option<usize> {
    let mut next = Some(at);
    let mut first = None;
    while let Some((index, provision)) = next.and_then(|at| Some((at, law.provisions.get(at)?))) {
        // What an annex holds is named by the annex, also where it has articles of its own.
        if matches!(provision.kind, ProvisionKind::Article | ProvisionKind::Recital | ProvisionKind::Annex) {
            first = Some(index);
        }
        next = provision.parent;
    }
    first.or(Some(at))
}

/// Returns the value of a number; what has none is counted among its like.
fn value(law: &Law, provision: &Provision) -> String {
    if let Some(number) = &provision.number {
        return number.value.clone();
    }
    let id = provision.id.as_str();
    let last = id.rsplit("__").next().unwrap_or(id);
    let tail = last.split_once('_').map_or(last, |(_, tail)| tail);
    if provision.parent.is_none() && law.provisions.len() > 1 { last.to_owned() } else { tail.to_owned() }
}

fn printed(law: &Law, provision: &Provision) -> String {
    let text = law.doc.text();
    match &provision.number {
        Some(number) => {
            let printed = one_line(number.printed.of(text));
            let printed = printed.trim_end_matches(['.', ':', '：', '-', '—']).trim().to_owned();
            let bare = printed.chars().all(|c| c.is_ascii_alphanumeric() || "().".contains(c));
            match provision.kind {
                ProvisionKind::Article if bare => format!("Section {}", number.value),
                ProvisionKind::Recital if bare => format!("Recital {}", number.value),
                _ => lowered(&printed),
            }
        }
        None => match provision.kind {
            ProvisionKind::Conclusion => "The conclusion".to_owned(),
            ProvisionKind::Citation => format!("Citation {}", value(law, provision)),
            ProvisionKind::Annex => "The annex".to_owned(),
            _ => match provision.heading {
                Some(heading) => one_line(heading.of(text)),
                None => format!("Part {}", provision.id),
            },
        },
    }
}

/// Returns a printed number whose word is in capitals with a word that is not: `CHAPTER IX` is `Chapter IX`.
fn lowered(printed: &str) -> String {
    let mut words = printed.split(' ');
    let first = words.next().unwrap_or_default();
    if first.len() < 4 || !first.chars().all(|c| c.is_ascii_uppercase()) {
        return printed.to_owned();
    }
    let (head, tail) = first.split_at_checked(1).unwrap_or((first, ""));
    let mut name = format!("{head}{}", tail.to_ascii_lowercase());
    words.for_each(|word| name.push_str(&format!(" {word}")));
    name
}

/// Returns words with each run of white space as one space.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
