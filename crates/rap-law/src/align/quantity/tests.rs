use super::quantities;
use crate::align::terms::stems_of;

#[test]
fn both_languages_have_the_same_quantities() {
    let of = |text: &str| -> Vec<String> {
        quantities(&stems_of(text).0).into_iter().map(|(_, quantity)| quantity).collect()
    };
    assert_eq!(of("within 72 hours"), of("七十二小时内"));
    assert_eq!(of("at least thirty days"), of("不少于三十日"));
    assert_eq!(of("under the age of fourteen"), of("不满十四周岁"));
    assert_eq!(of("up to 4 % of the turnover"), of("营业额百分之四以下"));
    assert_eq!(of("2021年8月20日"), ["8 months"; 0]);
}
