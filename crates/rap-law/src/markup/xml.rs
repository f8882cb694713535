//! XML as a stream of elements; entities that a file declares are never expanded, and nothing is fetched.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use rap_doc::Severity;

use super::{Element, Markup, Role};

/// Returns the text of XML bytes: UTF-8, or UTF-16 by its byte order mark; and whether a byte was no text.
pub(crate) fn text_of(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let wide = |rest: &[u8], big: bool| {
        let units: Vec<u16> = rest
            .chunks_exact(2)
            .map(|pair| {
                let pair = [pair.first().copied().unwrap_or_default(), pair.get(1).copied().unwrap_or_default()];
                if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
            })
            .collect();
        String::from_utf16_lossy(&units)
    };
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(wide(rest, true)),
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(wide(rest, false)),
        rest => String::from_utf8_lossy(rest),
    };
    let broken = matches!(&text, Cow::Owned(owned) if owned.contains('\u{fffd}'));
    (text, broken)
}

/// Reads a file of XML into `markup`; `role` says what each element is to the act.
pub(crate) fn read_xml(markup: &mut Markup<'_>, xml: &str, role: &dyn Fn(&Element<'_>, &mut Markup<'_>) -> Role) {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or_default();
        match reader.read_event() {
            Ok(Event::Start(tag)) => start(markup, &tag, at, role),
            Ok(Event::End(tag)) => markup.end(tag.local_name().as_ref(), at),
            Ok(Event::Text(text)) => markup.characters(&text.xml10_content()),
            Ok(Event::CData(text)) => markup.characters(&text.xml10_content()),
            Ok(Event::GeneralRef(name)) => reference(markup, &name, at),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                let message = format!("the XML is broken here, and what follows was not read: {error}");
                markup.find(Severity::Loss, "xml-broken", at, message);
                break;
            }
        }
    }
    markup.end_of_file(xml.len());
}

fn start(
    markup: &mut Markup<'_>,
    tag: &BytesStart<'_>,
    at: usize,
    role: &dyn Fn(&Element<'_>, &mut Markup<'_>) -> Role,
) {
    let attribute = |name: &str| {
        let mut attributes = tag.attributes();
        let found = attributes.with_checks(false).flatten().find(|found| found.key.local_name().as_ref() == name)?;
        found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    };
    let local = tag.local_name();
    let element = Element { name: local.as_ref(), at, attribute: &attribute };
    let role = role(&element, markup);
    markup.start(&element, role);
}

fn reference(markup: &mut Markup<'_>, name: &BytesRef<'_>, at: usize) {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return markup.characters(c.encode_utf8(&mut [0; 4]));
    }
    let entity: &str = name;
    match quick_xml::escape::resolve_predefined_entity(entity).or_else(|| html_entity(entity)) {
        Some(text) => markup.characters(text),
        None => {
            let message = format!("the entity `&{entity};` is declared elsewhere and was not expanded");
            markup.find(Severity::Warning, "entity-kept", at, message);
            markup.characters(&format!("&{entity};"));
        }
    }
}

/// The entities of HTML that acts in XML use without declaring them.
fn html_entity(name: &str) -> Option<&'static str> {
    Some(match name {
        "nbsp" => "\u{a0}",
        "sect" => "§",
        "mdash" => "—",
        "ndash" => "–",
        "lsquo" => "‘",
        "rsquo" => "’",
        "ldquo" => "“",
        "rdquo" => "”",
        "hellip" => "…",
        "ensp" => "\u{2002}",
        "emsp" => "\u{2003}",
        "thinsp" => "\u{2009}",
        "deg" => "°",
        "times" => "×",
        "eacute" => "é",
        "euro" => "€",
        "pound" => "£",
        _ => return None,
    })
}
