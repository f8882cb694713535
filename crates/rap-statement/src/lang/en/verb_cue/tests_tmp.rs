use crate::lang::en::attribution::tests::check;
#[test]
fn tmp() {
    for line in std::fs::read_to_string("/tmp/lines.txt").unwrap().lines() {
        let line = line.to_owned();
        let _ = std::panic::catch_unwind(|| check(&[&line, "[Q x]"]));
    }
}
