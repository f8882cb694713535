//! What a page says of itself: title, date, author.

use jiff::civil::Date;

use super::page::Page;
use crate::compose::{Composer, one_line};
use crate::dateline::find_date;

/// Returns the headline; else the title without the name of the site.
pub(super) fn title(page: &Page, composer: &Composer) -> Option<String> {
    composer.first_heading().or_else(|| {
        let title = one_line(page.meta(&["og:title", "dc.title", "dcterms.title", "citation_title", "title"])?);
        // Converters leave the name of a file there.
        let is_file_name = !title.contains(' ') && title.contains('.') && title.is_ascii();
        (!is_file_name).then_some(title)
    })
}

/// Returns the date of publication, as metadata or the first `time` of the page gives it.
pub(super) fn date(page: &Page) -> Option<Date> {
    const NAMES: [&str; 13] = [
        "article:published_time",
        "citation_publication_date",
        "citation_date",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "dcterms.date",
        "datepublished",
        "pubdate",
        "publishdate",
        "date",
        "article:modified_time",
        "time",
    ];
    NAMES.iter().find_map(|name| page.meta(&[name]).and_then(find_date)).map(|(date, _)| date)
}

/// Returns the author, where it is a name: some sites put an address there.
pub(super) fn author(page: &Page) -> Option<String> {
    let author = page.meta(&["author", "citation_author", "dc.creator", "dcterms.creator", "article:author"])?;
    (!author.contains("://")).then(|| one_line(author))
}
