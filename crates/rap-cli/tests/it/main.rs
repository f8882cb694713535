//! The program as its user runs it: arguments in, output, talk and exit number out.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test that meets what it does not expect must fail")]

mod add;
mod bad_input;
mod campaigns;
mod check;
mod codebook;
mod export;
mod help;
mod law;
mod law_align;
mod law_amend;
mod law_diff;
mod links;
mod list;
mod program;
mod report;
mod search;
mod signals;

/// Fails if a file beside this one is not part of the suite.
#[test]
fn no_file_is_forgotten() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let this = std::fs::read_to_string(folder.join("main.rs")).unwrap();
    for file in std::fs::read_dir(folder).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        if let Some(module) = name.strip_suffix(".rs").filter(|module| *module != "main") {
            assert!(this.contains(&format!("mod {module};")), "{name} is not in main.rs");
        }
    }
}
