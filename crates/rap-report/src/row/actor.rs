//! The row of an actor: a person or body across all papers.

use std::borrow::Cow;

use serde::Serialize;

use super::{Row, list_cell, number_cell};

/// A person or body with what it said, across all papers.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ActorRow<'a> {
    /// The fullest name.
    pub name: &'a str,
    /// `person`, `group`, `unnamed`, or the kind of body.
    pub kind: &'static str,
    /// The role of a person, as printed.
    pub role: &'a str,
    /// The body for which a person speaks, or the body itself.
    pub organisation: &'a str,
    /// The kind of that body.
    pub organisation_kind: &'static str,
    /// Other forms of the name.
    pub aliases: Vec<&'a str>,
    /// The papers that name the actor.
    pub sources: Vec<&'a str>,
    /// How many statements the papers report of the actor.
    pub statements: usize,
    /// How many of them are demands.
    pub demands: usize,
    /// Whether a paper says that the actor was present at a meeting.
    pub present: bool,
}

impl Row for ActorRow<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "name",
        "kind",
        "role",
        "organisation",
        "organisation_kind",
        "statements",
        "demands",
        "present",
        "aliases",
        "sources",
    ];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![
            self.name.into(),
            self.kind.into(),
            self.role.into(),
            self.organisation.into(),
            self.organisation_kind.into(),
            number_cell(self.statements),
            number_cell(self.demands),
            if self.present { "yes" } else { "no" }.into(),
            list_cell(self.aliases.iter().copied()),
            list_cell(self.sources.iter().copied()),
        ]
    }
}
