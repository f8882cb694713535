//! The manifest: with what a report was made. Same input and manifest, same bytes out.

/// Says with what a report was made, apart from the papers themselves.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Manifest {
    /// The title of the report, as the user gave it; empty for the usual one.
    pub title: String,
    /// The program and its version: `rapporteur 0.1.0`.
    pub program: String,
    /// The options that differ from the defaults, each with its value.
    pub options: Vec<(String, String)>,
    /// The data packs beside the codebook, each with the SHA-256 of its bytes.
    pub packs: Vec<(String, String)>,
}
