//! The provisions of an act by what references call them.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use crate::cite::Unit;
use crate::provision::{Law, Provision, ProvisionKind};

/// A provision, or more than one by the same name.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Named {
    One(usize),
    Several,
}

/// The provisions of an act by the unit and number under the provision that they are in.
pub(super) struct Index<'l> {
    law: &'l Law,
    /// Below which provision (nothing: the act), called what, with which number, as a hash; what is found is compared.
    by_name: FxHashMap<(Option<usize>, Unit, u64), Named>,
    /// The unnumbered texts of a provision by place.
    by_place: FxHashMap<(usize, usize), usize>,
}

/// Returns the units that references call a provision by.
fn units(provision: &Provision) -> &'static [Unit] {
    let id = provision.id.as_str();
    let last = id.rsplit("__").next().unwrap_or(id);
    match last.split('_').next().unwrap_or(last) {
        "art" => &[Unit::Article],
        "sec" if provision.kind == ProvisionKind::Article => &[Unit::Section],
        "sec" | "subpart" => &[Unit::Section],
        "chp" | "subchp" => &[Unit::Chapter],
        "title" | "subtitle" => &[Unit::Title],
        "part" => &[Unit::Part],
        "book" | "tome" | "dvs" => &[Unit::Book],
        "anx" | "sched" | "app" => &[Unit::Annex],
        "rec" => &[Unit::Recital],
        "subsec" => &[Unit::Subsection, Unit::Bracket, Unit::Paragraph],
        "para" => &[Unit::Paragraph, Unit::Bracket],
        "subpara" | "al" => &[Unit::Subparagraph, Unit::Bracket],
        "point" => &[Unit::Point, Unit::Bracket],
        "clause" | "rule" if provision.kind == ProvisionKind::Article => &[Unit::Article, Unit::Point],
        "clause" | "subclause" | "item" | "subitem" => &[Unit::Point, Unit::Bracket],
        "indent" => &[Unit::Indent, Unit::Point, Unit::Bracket],
        _ => &[],
    }
}

/// Tells what a reference passes over: unnumbered texts, and divisions above the unit that is numbered through.
fn is_passed_over(provision: &Provision) -> bool {
    let unnumbered = provision.number.is_none();
    unnumbered && matches!(provision.kind, ProvisionKind::Paragraph | ProvisionKind::Subparagraph)
}

impl<'l> Index<'l> {
    pub(super) fn of(law: &'l Law) -> Self {
        let mut index = Self { law, by_name: FxHashMap::default(), by_place: FxHashMap::default() };
        for (at, provision) in law.provisions.iter().enumerate() {
            match &provision.number {
                Some(number) => index.add_named(law, at, provision, &number.value),
                None => index.add_place(at, provision),
            }
        }
        index
    }

    fn add_named(&mut self, law: &Law, at: usize, provision: &Provision, value: &str) {
        let value = hashed(value);
        for unit in units(provision) {
            let mut above = provision.parent;
            self.insert((above, *unit, value), at);
            // What is in an unnumbered text is also in what the text is part of.
            while let Some(passed) = above.and_then(|above| law.provisions.get(above)).filter(|p| is_passed_over(p)) {
                above = passed.parent;
                self.insert((above, *unit, value), at);
            }
            let in_annex = annex_above(law, at).is_some();
            let through = matches!(
                unit,
                Unit::Article | Unit::Annex | Unit::Recital | Unit::Book | Unit::Part | Unit::Title | Unit::Chapter
            ) || provision.kind == ProvisionKind::Article;
            if through && !in_annex && provision.parent.is_some() {
                self.insert((None, *unit, value), at);
            }
        }
    }

    fn add_place(&mut self, at: usize, provision: &Provision) {
        let id = provision.id.as_str();
        let place = id.rsplit('_').next().and_then(|place| place.parse().ok());
        if let (Some(parent), Some(place), true) = (provision.parent, place, is_passed_over(provision)) {
            self.by_place.insert((parent, place), at);
        }
    }

    fn insert(&mut self, key: (Option<usize>, Unit, u64), at: usize) {
        let entry = self.by_name.entry(key).or_insert(Named::One(at));
        if *entry != Named::One(at) {
            *entry = Named::Several;
        }
    }

    /// Returns the one provision that is called this right below another, or in the act.
    pub(super) fn named(&self, above: Option<usize>, unit: Unit, value: &str) -> Option<usize> {
        let Named::One(at) = self.by_name.get(&(above, unit, hashed(value)))? else { return None };
        let number = self.law.provisions.get(*at)?.number.as_ref()?;
        (number.value == value).then_some(*at)
    }

    /// Returns the unnumbered text of a provision by its place from 1.
    pub(super) fn text(&self, of: usize, place: usize) -> Option<usize> {
        self.by_place.get(&(of, place)).copied()
    }
}

fn hashed(value: &str) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Returns the annex that a provision is in.
fn annex_above(law: &Law, at: usize) -> Option<usize> {
    let mut above = law.provisions.get(at)?.parent;
    while let Some(index) = above {
        let provision = law.provisions.get(index)?;
        if provision.kind == ProvisionKind::Annex {
            return Some(index);
        }
        above = provision.parent;
    }
    None
}
