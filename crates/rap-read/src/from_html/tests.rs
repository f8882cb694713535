//! Pages: the article and what is around it, broken and hostile ones.

use crate::{ReadOptions, Reading, read};

fn reading(html: &str) -> Reading {
    read(html.as_bytes(), "a.html", &ReadOptions::default())
}

fn check(html: &str, expected: &[(&str, &str, &str)]) {
    let reading = reading(html);
    let text = reading.doc.text();
    let found: Vec<_> = reading
        .doc
        .blocks()
        .iter()
        .map(|block| (block.kind.name(), block.origin.path.as_str(), block.span.of(text)))
        .collect();
    assert_eq!(found, expected);
}

const ONE: &str = "The bill reaches every firm that trains a model, however small the firm may be.";
const TWO: &str = "It should be narrowed before the second reading, the alliance said in its letter.";

#[test]
fn kinds_and_paths_come_from_elements() {
    check(
        &format!(
            "<h1>Bill</h1><p>{ONE}<p>{TWO}<ol start=4><li>Narrow it.<li>Wait.</ol><blockquote><p>As said.</blockquote><table><tr><td>a<td>b</table>"
        ),
        &[
            ("heading", "html/body/h1", "Bill"),
            ("paragraph", "html/body/p[1]", ONE),
            ("paragraph", "html/body/p[2]", TWO),
            ("list-item", "html/body/ol/li[1]", "4. Narrow it."),
            ("list-item", "html/body/ol/li[2]", "5. Wait."),
            ("quote", "html/body/blockquote/p", "As said."),
            ("table-cell", "html/body/table/tr/td[1]", "a"),
            ("table-cell", "html/body/table/tr/td[2]", "b"),
        ],
    );
}

#[test]
fn what_surrounds_the_article_is_furniture() {
    let html = format!(
        "<title>Bill - The Gazette</title><meta name=author content='Mara Lund'><meta property=article:published_time content=2024-05-03T08:00>\
         <body><div class=cookie-banner><p>We use cookies to make this site work as well as it possibly can for you.</div>\
         <ul class=nav><li><a href=/>Home</a></ul><div id=content><h1>Bill</h1><p>{ONE}</p><p>{TWO}</p>\
         <h2>Related</h2><ul><li><a href=/1>A story of yesterday</a><li><a href=/2>A story of today</a></ul></div><div>© The Gazette</div>"
    );
    let reading = reading(&html);
    let text = reading.doc.text();
    let article: Vec<_> = reading
        .doc
        .blocks()
        .iter()
        .filter(|block| block.kind.name() != "furniture")
        .map(|block| block.span.of(text))
        .collect();
    assert_eq!(article, ["Bill", ONE, TWO]);
    assert_eq!(reading.doc.blocks().len(), 9, "nothing is lost: {text}");
    assert_eq!(reading.source.title.as_deref(), Some("Bill"));
    assert_eq!(reading.author.as_deref(), Some("Mara Lund"));
    assert_eq!(reading.source.date.map(|date| date.to_string()).as_deref(), Some("2024-05-03"));
}

#[test]
fn scripts_are_never_text() {
    check(
        "<p>Words<script>if (a </p> b) { '<p>no</p>' }</script> here.<style>p{}</style><template><p>No.</template><!-- no --><svg><text>no</text></svg>",
        &[("paragraph", "html/body/p", "Words here.")],
    );
}

#[test]
fn white_space_is_as_a_browser_shows_it() {
    check(
        "<p>  a \n b<b> c</b> &amp;&nbsp;d<br>e<p>草案\n应当<pre>First line.\n\nSecond.</pre>",
        &[
            ("paragraph", "html/body/p[1]", "a b c &\u{a0}d\ne"),
            ("paragraph", "html/body/p[2]", "草案应当"),
            ("paragraph", "html/body/pre line 1", "First line."),
            ("paragraph", "html/body/pre line 3", "Second."),
        ],
    );
}

#[test]
fn hostile_pages_take_linear_time_and_no_stack() {
    let pages = [
        "<div>".repeat(100_000),
        "</div>".repeat(100_000),
        "<ul><li>".repeat(50_000),
        "<b><i><a href=x>".repeat(30_000),
        format!("<p class=\"{}\">a", "x ".repeat(200_000)),
        format!("<p {}>a", "b=1 ".repeat(50_000)),
        "<p>a".repeat(30_000),
        "<x-y>".repeat(50_000),
        "<".repeat(200_000),
        "<!--".repeat(50_000),
        "&amp".repeat(50_000),
        "<table>".repeat(50_000),
    ];
    for page in pages {
        let _ = reading(&format!("<html>{page}the end"));
    }
}

#[test]
fn declared_encodings_are_used() {
    let (bytes, ..) = encoding_rs::GB18030.encode("<html><meta charset=gbk><p>草案过宽</p>");
    assert_eq!(read(&bytes, "a.html", &ReadOptions::default()).doc.text(), "草案过宽");
}
