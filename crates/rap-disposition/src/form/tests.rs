use super::{Field, Form};

#[test]
fn every_column_is_known_by_the_name_it_is_written_under() {
    for form in Form::ALL {
        for column in form.columns() {
            assert_eq!(Field::of_name(column.name), Some(column.field), "{}", column.name);
        }
        assert_eq!(form.columns().iter().map(|column| column.width).sum::<u32>(), 100, "{form:?}");
    }
}

#[test]
fn columns_are_known_by_other_names_in_use() {
    for (name, field) in [
        ("Clause/Subclause\n(e.g. 3.1)", Field::Clause),
        ("MB/NC1", Field::IdAndBody),
        ("Comment (justification for change)", Field::Comment),
        ("提出单位（或个人）", Field::Body),
        ("标准章条编号", Field::Clause),
    ] {
        assert_eq!(Field::of_name(name), Some(field), "{name}");
    }
    assert_eq!(Field::of_name("Remarks of my cousin"), None);
}
