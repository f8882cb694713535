//! XML as a stream of tags by local name, and words; nothing that a file declares itself is expanded.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A tag or words.
pub(super) enum Mark<'x> {
    Open(&'x str, Tag<'x>),
    Close(&'x str),
    Words(&'x str),
}

/// A start tag.
pub(super) struct Tag<'x>(&'x BytesStart<'x>);

impl Tag<'_> {
    /// Returns the value of the attribute with this local name.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().find(|found| found.key.local_name().as_ref() == name)?;
        found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }

    /// Tells whether a property that is on by its mere presence is on: `w:val` may turn it off.
    pub(super) fn is_on(&self) -> bool {
        self.get("val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }
}

/// Walks a part from its start to its end or its first error; returns the byte of the error.
pub(super) fn walk(xml: &str, mut each: impl FnMut(Mark<'_>)) -> Option<u64> {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut open = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                open += 1;
                each(Mark::Open(tag.local_name().as_ref(), Tag(&tag)));
            }
            Ok(Event::End(tag)) => {
                open = open.saturating_sub(1);
                each(Mark::Close(tag.local_name().as_ref()));
            }
            Ok(Event::Text(text)) => each(Mark::Words(&text.xml10_content())),
            Ok(Event::CData(text)) => each(Mark::Words(&text.xml10_content())),
            Ok(Event::GeneralRef(name)) => each(Mark::Words(&resolved(&name))),
            // A part that ends with open elements was cut off.
            Ok(Event::Eof) => return (open > 0).then(|| reader.buffer_position()),
            Ok(_) => {}
            Err(_) => return Some(reader.error_position()),
        }
    }
}

/// Returns the character of a reference; one that only the file itself could define is U+FFFD.
fn resolved(name: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return c.to_string();
    }
    let known = quick_xml::escape::resolve_predefined_entity(&name.xml10_content());
    known.unwrap_or("\u{FFFD}").to_owned()
}
