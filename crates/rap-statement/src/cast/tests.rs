use super::alias::company_core;

#[test]
fn companies_are_known_without_their_endings() {
    for (name, core) in [
        ("Fern Group", "Fern"),
        ("Fern.com", "Fern"),
        ("Fern Holdings Co., Ltd.", "Fern"),
        ("Fern Research Institute", "Fern Research Institute"),
        ("青藤集团", "青藤"),
        ("青藤科技有限公司", "青藤科技"),
        ("Co", "Co"),
    ] {
        assert_eq!(company_core(name), core, "{name}");
    }
}
