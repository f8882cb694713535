use super::{Choice, Field, Mapping, is_header};

fn guess(names: &str, lengths: &[f64], choices: &[(Field, &str)]) -> Result<String, usize> {
    let names: Vec<String> = names.split('|').map(str::to_owned).collect();
    let choices: Vec<Choice> =
        choices.iter().map(|(field, column)| Choice { field: *field, column: (*column).to_owned() }).collect();
    Mapping::guess(&names, lengths, &choices).map(|mapping| mapping.to_string()).map_err(|missing| missing.len())
}

#[test]
fn columns_are_known_by_their_names() {
    let check = |names: &str, mapping: &str| assert_eq!(guess(names, &[], &[]).as_deref(), Ok(mapping), "{names}");
    check(
        "Document ID|Comment|First Name|Last Name",
        "text=`Comment`, id=`Document ID`, first name=`First Name`, last name=`Last Name`",
    );
    check("data/id|data/attributes/comment", "text=`data/attributes/comment`, id=`data/id`");
    check(
        "timestamp|comment-id|author-id|comment-body",
        "text=`comment-body`, id=`comment-id`, name=`author-id`, date=`timestamp`",
    );
    check("id|body/en|author/name|created_at", "text=`body/en`, id=`id`, name=`author/name`, date=`created_at`");
    check("编号|姓名|意见内容", "text=`意见内容`, id=`编号`, name=`姓名`");
}

#[test]
fn words_without_a_name_are_told_by_their_length() {
    assert_eq!(guess("a|b|c", &[3.0, 180.0, 30.0], &[]).as_deref(), Ok("text=`b`"));
    assert_eq!(guess("a|b", &[3.0, 8.0], &[]).as_deref(), Ok(""));
}

#[test]
fn a_choice_wins_and_one_without_a_column_is_told() {
    assert_eq!(guess("text|answer", &[], &[(Field::Text, "Answer")]).as_deref(), Ok("text=`answer`"));
    assert_eq!(guess("text|answer", &[], &[(Field::Text, "2")]).as_deref(), Ok("text=`answer`"));
    assert_eq!(guess("text", &[], &[(Field::Text, "reply")]), Err(1));
}

#[test]
fn a_first_row_of_data_is_no_header() {
    let of = |names: &str| is_header(&names.split('|').map(str::to_owned).collect::<Vec<_>>());
    assert!(of("ID|Comment"));
    assert!(!of("17|I do not agree"));
}
