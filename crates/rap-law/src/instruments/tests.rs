use super::*;

#[test]
fn every_file_of_the_pack_is_read() {
    for (file, toml) in BUILT_IN {
        let mut acts = Instruments::default();
        assert_eq!(acts.add(file, toml), Ok(()), "{file}");
        assert!(acts.names().count() > 10, "{file}");
    }
}

#[test]
fn names_are_looked_up_whole_and_at_the_start_of_a_text() {
    let acts = Instruments::built_in();
    assert_eq!(acts.by_name("GDPR"), Some("celex:32016R0679"));
    assert_eq!(acts.by_name("中华人民共和国网络安全法"), acts.by_name("网络安全法"));
    assert_eq!(acts.at_start("Data Protection Act 2018 applies"), Some((24, "uk:ukpga/2018/12")));
    assert_eq!(acts.at_start("Nothing"), None);
}

#[test]
fn a_broken_table_says_what_is_wrong() {
    let error = Instruments::default().add("mine.toml", "[[instrument]]\nname = 3").unwrap_err();
    assert!(error.to_string().starts_with("`mine.toml` is no table of acts: "), "{error}");
}
