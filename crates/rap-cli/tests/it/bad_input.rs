//! Input that is broken or hostile: a message that names file and place, and nothing else lost.

use std::io::Write as _;

use crate::program::{Case, HEARING};

/// Runs the main job on the hearing and one bad file, and asserts that the hearing is in the report and that the
/// bad file is told of by name with `words`.
#[track_caller]
fn check_bad(name: &str, bytes: &[u8], words: &str) {
    let case = Case::of(&[("papers/hearing.txt", HEARING)]);
    case.write(&format!("papers/{name}"), bytes);
    let outcome = case.run("report papers -o out");
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    assert!(outcome.stderr.contains(name) && outcome.stderr.contains(words), "{}", outcome.stderr);
    assert!(case.read("out/index.html").contains("Ilse Varn"));
    case.run("check out/case.dossier").ok();
}

#[test]
fn an_empty_file() {
    check_bad("empty.txt", b"", "empty");
}

#[test]
fn binary_garbage_with_the_name_of_a_text() {
    let garbage: Vec<u8> = (0..20_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    check_bad("garbage.txt", &garbage, "garbage.txt");
}

#[test]
fn invalid_utf8_in_the_middle() {
    let mut text = "One sentence that is fine.\n".repeat(50).into_bytes();
    text.extend_from_slice(b"Broken \xff\xfe here.\n");
    text.extend_from_slice("Another sentence that is fine.\n".repeat(50).as_bytes());
    check_bad("broken.txt", &text, "line 51");
}

#[test]
fn a_docx_that_was_cut_off() {
    check_bad("cut.docx", b"PK\x03\x04\x14\x00\x00\x00\x08\x00 and then nothing", "cut.docx");
}

#[test]
fn a_pdf_that_is_broken() {
    check_bad("broken.pdf", b"%PDF-1.7\n1 0 obj << /Type /Catalog >>\nendobj\nxref\ngarbage", "broken.pdf");
}

#[test]
fn a_million_nested_tags() {
    let case = Case::of(&[("papers/hearing.txt", HEARING)]);
    let mut page = "<div>".repeat(1_000_000);
    page.push_str("<p>The bill should be narrower, said Lena Zhao-Farrow.</p>");
    case.write("papers/deep.html", page.as_bytes());
    let outcome = case.run("list statements papers --format jsonl");
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    assert!(outcome.stdout.contains("Ilse Varn"));
}

#[test]
fn a_line_of_many_megabytes() {
    let case = Case::of(&[]);
    let mut file = std::fs::File::create(case.path("long.txt")).unwrap();
    let words = "the ministry said that the bill of the land is wide and ".repeat(1000);
    for _ in 0..30 {
        file.write_all(words.as_bytes()).unwrap();
    }
    drop(file);
    let outcome = case.run("list ledger long.txt --format jsonl");
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    assert_eq!(outcome.stdout.lines().count(), 1);
}

#[test]
fn a_folder_without_readable_files() {
    let case = Case::of(&[("papers/.hidden", "words")]);
    let outcome = case.run("report papers -o out");
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("papers") && outcome.stderr.contains("hint"), "{}", outcome.stderr);
}

#[test]
fn a_path_that_is_not_there() {
    let case = Case::of(&[("hearing.txt", HEARING)]);
    let outcome = case.run("list statements hearing.txt none.txt --format jsonl");
    assert!(outcome.stderr.contains("none.txt: there is no such file or folder"), "{}", outcome.stderr);
    assert!(outcome.stdout.contains("Ilse Varn"), "the other paper is listed");
}

#[cfg(unix)]
#[test]
fn a_file_without_permission() {
    use std::os::unix::fs::PermissionsExt;
    let case = Case::of(&[("papers/hearing.txt", HEARING), ("papers/closed.txt", "words")]);
    let closed = case.path("papers/closed.txt");
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(&closed).is_ok() {
        eprintln!("skipped: a_file_without_permission: this user may read everything");
        return;
    }
    let outcome = case.run("report papers -o out");
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    assert!(outcome.stderr.contains("closed.txt: no permission to read it"), "{}", outcome.stderr);
}

#[test]
fn a_full_disk() {
    if !std::path::Path::new("/dev/full").exists() {
        eprintln!("skipped: a_full_disk: there is no /dev/full");
        return;
    }
    let case = Case::of(&[("hearing.txt", HEARING)]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = case.command("list statements hearing.txt").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("No space left"));
}
