//! Names of papers.

use super::{Media, SourceId};

#[test]
fn names_are_the_digest_and_lead_back() {
    let id = SourceId::of(b"abc");
    // The example of FIPS 180-2, appendix B.1.
    assert_eq!(id.to_string(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(id.short(), "ba7816bf");
    assert_eq!(id.to_string().parse(), Ok(id));
    for broken in ["", "ba", &"g".repeat(64), &"é".repeat(32)] {
        assert_eq!(broken.parse::<SourceId>(), Err(()));
    }
}

#[test]
fn media_types_lead_back() {
    for media in [Media::Text, Media::Markdown, Media::Html, Media::Docx, Media::Pdf, Media::Mail, Media::Unknown] {
        assert_eq!(Media::from_mime(media.mime()), Some(media));
    }
    assert_eq!(Media::from_mime("image/png"), None);
}
