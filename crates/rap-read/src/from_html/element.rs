//! What the reader knows of each element of HTML: whether it parts text, what its text is, whether it has any.

use rap_doc::BlockKind;

/// Tells how an element shapes the text in it.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// It parts the text before it from its own, which is a block of this kind.
    Block(BlockKind),
    /// It parts text and only holds other blocks; bare text in it is a paragraph.
    Container,
    /// It stands within a line and shapes nothing.
    Inline,
    /// It has no content and no end tag.
    Void,
    /// It has no content and parts text.
    Rule,
    /// A line break.
    Break,
    /// Its content is never text to read: scripts, styles, choices of a form.
    Silent,
    /// The document's own frame: `html`, `head`, `body`.
    Frame,
}

/// Returns the shape of the element with this name; an element that is not known shapes nothing.
pub(super) fn shape(name: &[u8]) -> Shape {
    match name {
        b"p" | b"pre" | b"address" | b"dd" | b"center" | b"summary" => Shape::Block(BlockKind::Paragraph),
        b"h1" => Shape::Block(BlockKind::Heading(1)),
        b"h2" => Shape::Block(BlockKind::Heading(2)),
        b"h3" => Shape::Block(BlockKind::Heading(3)),
        b"h4" => Shape::Block(BlockKind::Heading(4)),
        b"h5" | b"h6" => Shape::Block(BlockKind::Heading(5)),
        b"li" | b"dt" => Shape::Block(BlockKind::ListItem),
        b"td" | b"th" => Shape::Block(BlockKind::TableCell),
        b"blockquote" => Shape::Block(BlockKind::Quote),
        b"caption" | b"figcaption" | b"legend" => Shape::Block(BlockKind::Caption),
        b"button" | b"dialog" | b"menu" | b"nav" | b"footer" | b"aside" | b"label" => Shape::Container,
        b"article" | b"center-block" | b"details" | b"div" | b"dl" | b"fieldset" | b"figure" | b"form" | b"header"
        | b"hgroup" | b"main" | b"ol" | b"section" | b"search" | b"table" | b"tbody" | b"tfoot" | b"thead" | b"tr"
        | b"ul" | b"dir" => Shape::Container,
        b"html" | b"head" | b"body" => Shape::Frame,
        b"br" => Shape::Break,
        b"hr" => Shape::Rule,
        b"area" | b"base" | b"basefont" | b"col" | b"embed" | b"frame" | b"img" | b"input" | b"link" | b"meta"
        | b"param" | b"source" | b"track" | b"wbr" | b"bgsound" | b"keygen" => Shape::Void,
        b"script" | b"style" | b"template" | b"noscript" | b"svg" | b"iframe" | b"object" | b"canvas" | b"audio"
        | b"video" | b"select" | b"datalist" | b"textarea" | b"noembed" | b"noframes" | b"applet" | b"title" => {
            Shape::Silent
        }
        _ => Shape::Inline,
    }
}

/// Tells whether the start of `next` ends an `open` element whose end tag was left out, as the standard allows.
pub(super) fn ends(next: &[u8], open: &[u8]) -> bool {
    match open {
        b"p" => !matches!(shape(next), Shape::Inline | Shape::Void | Shape::Break | Shape::Silent | Shape::Frame),
        b"li" => next == b"li",
        b"dt" | b"dd" => matches!(next, b"dt" | b"dd"),
        b"td" | b"th" => matches!(next, b"td" | b"th" | b"tr" | b"tbody" | b"thead" | b"tfoot"),
        b"tr" => matches!(next, b"tr" | b"tbody" | b"thead" | b"tfoot"),
        b"tbody" | b"thead" | b"tfoot" => matches!(next, b"tbody" | b"thead" | b"tfoot"),
        b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => matches!(next, b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6"),
        _ => false,
    }
}

/// Tells whether the end tag of an element may be left out.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum End {
    /// It may; [`ends`] tells what ends it then.
    Optional,
    /// It may not, but what is around it may end without one.
    Needed,
    /// It may not, and nothing in it ends what is around it: an item of a list inside of an item is no end of that.
    Bound,
}

impl End {
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"p" | b"li" | b"dt" | b"dd" | b"td" | b"th" | b"tr" | b"tbody" | b"thead" | b"tfoot" | b"h1" | b"h2"
            | b"h3" | b"h4" | b"h5" | b"h6" => Self::Optional,
            b"ul" | b"ol" | b"dl" | b"table" | b"menu" | b"dir" | b"blockquote" | b"section" | b"article" | b"main"
            | b"form" => Self::Bound,
            _ => Self::Needed,
        }
    }
}
