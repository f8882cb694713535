//! The months of English, for every stage that reads or writes dates.

/// The English names of the months, January first.
pub const MONTH_NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Returns the number of the month, 1 to 12, that an English word names: in full or by its first three letters
/// (`Sept` too), in any case, with or without a full stop.
///
/// ```
/// use rap_doc::month_of;
///
/// assert_eq!(month_of("September"), Some(9));
/// assert_eq!(month_of("Sept."), Some(9));
/// assert_eq!(month_of("mar"), Some(3));
/// assert_eq!(month_of("marching"), None);
/// ```
#[must_use]
pub fn month_of(word: &str) -> Option<i8> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let names = |name: &str| {
        let short = name.get(..3).unwrap_or(name);
        name.eq_ignore_ascii_case(word)
            || short.eq_ignore_ascii_case(word)
            || (short == "Sep" && word.eq_ignore_ascii_case("sept"))
    };
    let index = MONTH_NAMES.iter().position(|name| names(name))?;
    i8::try_from(index + 1).ok()
}
