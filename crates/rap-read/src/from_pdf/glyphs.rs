//! The glyphs of each page with their places, as the interpreter draws them.

use std::collections::HashSet;
use std::panic::resume_unwind;

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};
use hayro_syntax::Pdf;
use hayro_syntax::object::dict::keys::CONTENTS;
use hayro_syntax::object::{Array, Stream};
use hayro_syntax::page::Page;

use super::{growth, quiet};

/// How much one page may draw. A dense page of a newspaper has 20,000 glyphs, a map 500,000 paths; forms that draw
/// each other ten times over, fifty deep, would go on for ever.
const MOST_DRAWN: usize = 1_000_000;

/// How much all pages may draw together: some thousand pages of maps.
const MOST_DRAWN_IN_ALL: usize = 50_000_000;

/// How much the content of all pages may unpack to; it is all kept while the file is open. A page of text has some
/// 50 KB.
const MOST_CONTENT: usize = 256 << 20;

/// A page whose words are drawn as lines (a plotted or outlined text) draws more lines than this.
const MANY_PATHS: usize = 300;

/// A sign at its place. Points, from the top left of the page.
#[derive(Clone, Debug)]
pub(super) struct PlacedGlyph {
    pub(super) text: Text,
    pub(super) x: f64,
    /// The base line.
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) size: f64,
    pub(super) bold: bool,
    /// It stands upright, as the text of the page does; stamps and watermarks often do not.
    pub(super) upright: bool,
}

/// What a glyph stands for: one character, or several for a ligature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Text {
    Char(char),
    Several(String),
}

/// The glyphs of one page, in the order in which they are drawn, and what else it draws.
#[derive(Default)]
pub(super) struct PageGlyphs {
    pub(super) number: u32,
    pub(super) height: f64,
    pub(super) glyphs: Vec<PlacedGlyph>,
    pub(super) is_given_up: bool,
    images: usize,
    paths: usize,
    unmapped: usize,
}

impl PageGlyphs {
    /// Tells a page that shows something and says nothing.
    pub(super) fn is_picture(&self) -> bool {
        let blank = self.glyphs.iter().all(|glyph| matches!(&glyph.text, Text::Char(c) if c.is_whitespace()));
        blank && (self.images > 0 || self.paths > MANY_PATHS)
    }

    /// Tells a page of which more than one sign in twenty has no known letter.
    pub(super) const fn is_unmapped(&self) -> bool {
        self.unmapped * 20 > self.glyphs.len()
    }
}

/// Returns the glyphs of all pages.
pub(super) fn of(pdf: &Pdf) -> Vec<PageGlyphs> {
    let cache = InterpreterCache::new();
    let mut left = MOST_DRAWN_IN_ALL;
    let mut content = MOST_CONTENT;
    let mut pages = Vec::new();
    for (index, page) in pdf.pages().iter().enumerate() {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let Ok(size) = content_size(page, content) else {
            pages.push(PageGlyphs { number, is_given_up: true, ..PageGlyphs::default() });
            continue;
        };
        content = content.saturating_sub(size);
        let found = of_page(page, pdf, &cache, number, MOST_DRAWN.min(left));
        left = left.saturating_sub(found.1);
        pages.push(found.0);
    }
    pages
}

/// Returns what the content of a page unpacks to; the streams it names may be those of other pages too.
fn content_size(page: &Page<'_>, most: usize) -> Result<usize, growth::TooLarge> {
    let single = page.raw().get::<Stream<'_>>(CONTENTS);
    let several = page.raw().get::<Array<'_>>(CONTENTS);
    let several = several.iter().flat_map(|streams| streams.iter::<Stream<'_>>());
    let mut size = 0_usize;
    for stream in single.into_iter().chain(several) {
        size += growth::measured(&stream.raw_data(), &stream.filters(), most.saturating_sub(size))?;
    }
    Ok(size)
}

/// Returns the glyphs of a page and how much it drew.
fn of_page<'a>(
    page: &Page<'a>,
    pdf: &'a Pdf,
    cache: &InterpreterCache<'a>,
    number: u32,
    most: usize,
) -> (PageGlyphs, usize) {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    let transform = Affine::new(page.initial_transform(true).as_coeffs());
    let bounds = Rect::new(0.0, 0.0, width, height);
    let mut context = Context::new(transform, bounds, cache, pdf.xref(), InterpreterSettings::default());
    let mut notes = Notes { page: PageGlyphs { number, height, ..PageGlyphs::default() }, ..Notes::default() };
    notes.left = most;
    // A panic while one page is drawn costs the rest of this page; the glyphs noted so far are whole.
    let drawn = quiet::caught(|| interpret_page(page, &mut context, &mut notes));
    notes.page.is_given_up = drawn.is_none();
    (notes.page, most - notes.left)
}

/// Stops the drawing of a page that draws too much.
struct TooMuch;

/// A device that notes glyphs and draws nothing.
#[derive(Default)]
struct Notes {
    page: PageGlyphs,
    left: usize,
    /// Signs by character and place, to note one that is drawn twice (bold by overprinting) once.
    seen: HashSet<(String, i64, i64)>,
}

impl Notes {
    fn count(&mut self, drawn: usize) {
        self.left = self.left.saturating_sub(drawn);
        if self.left == 0 {
            // The interpreter knows no other way to stop; this unwinds without a message, to `of_page`.
            resume_unwind(Box::new(TooMuch));
        }
    }

    fn note(&mut self, glyph: &Glyph<'_>, place: Affine, bold: bool) {
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawn) => drawn.advance_width(),
        };
        let origin = place * Point::ORIGIN;
        let up = place * Point::new(0.0, 1000.0) - origin;
        let along = place * Point::new(1000.0, 0.0) - origin;
        let size = up.hypot();
        if !(size.is_finite() && origin.is_finite()) || size < 0.5 {
            return;
        }
        let Some(text) = self.text_of(glyph) else { return };
        let key = match &text {
            Text::Char(c) => String::from(*c),
            Text::Several(several) => several.clone(),
        };
        let is_blank = key.trim().is_empty();
        if !is_blank && !self.seen.insert((key, grid(origin.x), grid(origin.y))) {
            return;
        }
        let upright = along.x > 0.0 && along.y.abs() < along.x * 0.1;
        let width = f64::from(advance.unwrap_or(500.0)) / 1000.0 * size;
        let (x, y) = (origin.x, origin.y);
        self.page.glyphs.push(PlacedGlyph { text, x, y, width, size, bold, upright });
    }

    fn text_of(&mut self, glyph: &Glyph<'_>) -> Option<Text> {
        match glyph.as_unicode() {
            Some(BfString::Char('\0')) => None,
            Some(BfString::Char(c)) => Some(ligature(c).map_or(Text::Char(c), |letters| Text::Several(letters.into()))),
            Some(BfString::String(several)) if several.is_empty() => None,
            Some(BfString::String(several)) => Some(Text::Several(several)),
            None => {
                self.page.unmapped += 1;
                Some(Text::Char('\u{FFFD}'))
            }
        }
    }
}

/// Two thirds of a point: less than any two signs of one text are apart.
fn grid(at: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a finite place on a page; what lies beyond saturates")]
    let cell = (at * 1.5).round() as i64;
    cell
}

/// Returns the letters of the ligatures that Unicode has for typesetters; readers and searches want the letters.
const fn ligature(c: char) -> Option<&'static str> {
    match c {
        'ﬀ' => Some("ff"),
        'ﬁ' => Some("fi"),
        'ﬂ' => Some("fl"),
        'ﬃ' => Some("ffi"),
        'ﬄ' => Some("ffl"),
        'ﬅ' | 'ﬆ' => Some("st"),
        _ => None,
    }
}

fn is_bold(glyph: &Glyph<'_>) -> bool {
    let Glyph::Outline(outline) = glyph else { return false };
    outline.font_data().is_some_and(|font| {
        let name = font.postscript_name.unwrap_or_default().to_ascii_lowercase();
        font.weight.is_some_and(|weight| weight >= 600)
            || ["bold", "black", "heavy", "simhei"].iter().any(|word| name.contains(word))
    })
}

impl<'a> Device<'a> for Notes {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.count(run.glyphs().len() + 1);
        let bold = run.glyphs().first().is_some_and(|glyph| is_bold(glyph));
        for glyph in run.glyphs() {
            self.note(glyph, props.transform * glyph.transform(), bold);
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.page.paths += 1;
        self.count(1);
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.page.images += 1;
        self.count(1);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.count(1);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.count(1);
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
