use std::fs;

use super::{Papers, is_dossier};

fn folder(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "words").unwrap();
    }
    folder
}

fn origins(papers: &Papers) -> Vec<&str> {
    papers.papers.iter().map(|paper| paper.origin.as_str()).collect()
}

#[test]
fn a_folder_is_listed_in_the_order_of_names_without_hidden_files() {
    let folder = folder(&["b.txt", "a/z.md", "a/.hidden", ".git/config"]);
    let papers = Papers::below(&[folder.path().to_path_buf()]);
    assert_eq!(origins(&papers), ["a/z.md", "b.txt"]);
    assert_eq!(papers.findings, []);
}

#[test]
fn files_are_named_below_the_folder_that_holds_them_all() {
    let folder = folder(&["x/one.txt", "x/y/two.txt"]);
    let paths = ["x/one.txt", "x/y/two.txt", "x/one.txt"].map(|name| folder.path().join(name));
    assert_eq!(origins(&Papers::below(&paths)), ["one.txt", "y/two.txt"]);
}

#[test]
fn what_is_not_there_is_told_and_the_rest_is_listed() {
    let folder = folder(&["one.txt"]);
    let paths = [folder.path().join("none.txt"), folder.path().to_path_buf()];
    let papers = Papers::below(&paths);
    assert_eq!(origins(&papers), ["one.txt"]);
    assert_eq!(papers.findings[0].to_string(), "none.txt: there is no such file or folder");
}

#[test]
fn an_empty_folder_is_a_finding() {
    let folder = folder(&[]);
    let papers = Papers::below(&[folder.path().to_path_buf()]);
    assert_eq!(papers.findings[0].code, "folder-empty");
}

#[test]
fn a_dossier_among_the_papers_is_no_paper() {
    let folder = folder(&["one.txt"]);
    let dossier = folder.path().join("case.dossier");
    fs::write(&dossier, b"SQLite format 3\0 and more").unwrap();
    assert!(is_dossier(&dossier));
    assert_eq!(origins(&Papers::below(&[folder.path().to_path_buf()])), ["one.txt"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_told_and_not_followed() {
    let folder = folder(&["one.txt"]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).unwrap();
    let papers = Papers::below(&[folder.path().to_path_buf()]);
    assert_eq!(origins(&papers), ["one.txt"]);
    assert_eq!(papers.findings[0].code, "link");
}
