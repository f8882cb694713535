//! Lists of words and phrases, compiled: asking a text for all of them costs little more than asking for one does.
//!
//! Enters: a list as the rules write it. Leaves: whether one of its entries opens a text or stands in it, and where,
//! as its bytes are; what is a whole word the rules say by the spaces in their entries.
//! The first bytes of an entry decide nearly always: three ASCII letters or one Chinese character turn down most places
//! of a text, twice as many most of the rest, so that an automaton, which looks at every byte, takes more steps.

/// A list of words and phrases.
#[derive(Debug)]
pub(crate) struct WordList {
    heads: Heads,
    /// Entries of [`LONG`] bytes and more, by the place of these.
    long: Shelf<LONG>,
    /// Shorter ones of [`HEAD`] bytes and more.
    short: Shelf<HEAD>,
    /// The rest, which have no head: an ASCII letter or two.
    tiny: Vec<Entry>,
}

/// How many bytes turn down a place, and how many find the entries that may stand there.
const HEAD: usize = 3;
const LONG: usize = 6;

/// How many places a shelf has: what [`place`] gives is smaller.
const PLACES: usize = 1 << 12;

/// The first [`HEAD`] bytes that entries have.
#[derive(Debug)]
struct Heads {
    /// A bit for each [`number`] that an entry has.
    bits: Vec<u64>,
    /// Whether all entries begin with Chinese characters; then nothing else is asked.
    chinese: bool,
}

/// An entry with its place in the list.
type Entry = (Box<[u8]>, usize);

/// Entries by the place of their first `N` bytes.
#[derive(Debug)]
struct Shelf<const N: usize> {
    /// Where the entries of each place begin among `entries`, and behind the last where they end.
    starts: Vec<u32>,
    /// The longest of a place first.
    entries: Vec<Entry>,
}

/// An entry that stands in a text: its place in the list, and the range of its bytes.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Listed {
    pub(crate) entry: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl WordList {
    /// Compiles a list; of equal entries the first is found, and empty ones never are.
    pub(crate) fn of<'w>(entries: impl IntoIterator<Item = &'w str>) -> Self {
        let mut entries: Vec<Entry> =
            entries.into_iter().enumerate().map(|(index, entry)| (entry.as_bytes().into(), index)).collect();
        entries.retain(|(entry, _)| !entry.is_empty());
        // The sort keeps the order of equal ones.
        entries.sort_by_key(|(entry, _)| std::cmp::Reverse(entry.len()));
        let behind_long = entries.partition_point(|(entry, _)| entry.len() >= LONG);
        let behind_short = entries.partition_point(|(entry, _)| entry.len() >= HEAD);
        let tiny = entries.split_off(behind_short);
        let short = entries.split_off(behind_long);
        let heads = Heads::of(entries.iter().chain(&short).filter_map(|(entry, _)| entry.first_chunk()));
        Self { heads, long: Shelf::of(entries), short: Shelf::of(short), tiny }
    }

    /// Tells whether the text begins with an entry.
    pub(crate) fn opens(&self, text: &str) -> bool {
        self.at(text, 0).is_some()
    }

    /// Returns the length of the longest entry that the text begins with; 0 where it begins with none.
    pub(crate) fn opening(&self, text: &str) -> usize {
        self.at(text, 0).map_or(0, |listed| listed.end)
    }

    /// Tells whether an entry stands anywhere in the text.
    pub(crate) fn stands_in(&self, text: &str) -> bool {
        self.find_from(text, 0).is_some()
    }

    /// Returns the entries that stand in the text, from left to right, the longest at each place, none overlapping
    /// another.
    pub(crate) fn find(&self, text: &str) -> impl Iterator<Item = Listed> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.find_from(text, from)?;
            from = found.end;
            Some(found)
        })
    }

    /// Returns the first entry that begins at `from` or behind it, the longest of those that begin there.
    fn find_from(&self, text: &str, from: usize) -> Option<Listed> {
        let mut from = from;
        loop {
            let start = match self.tiny.is_empty() {
                true => self.heads.next(text.as_bytes(), from)?,
                false => Some(from).filter(|from| *from < text.len())?,
            };
            if let Some(found) = self.at(text, start) {
                return Some(found);
            }
            from = start + 1;
        }
    }

    /// Returns the longest entry that begins at `start`.
    fn at(&self, text: &str, start: usize) -> Option<Listed> {
        let rest = text.as_bytes().get(start..)?;
        let head = rest.first_chunk::<HEAD>();
        if self.tiny.is_empty() && !head.is_some_and(|head| self.heads.has(head)) {
            return None;
        }
        let tiny = || self.tiny.iter().find(|(entry, _)| rest.starts_with(entry));
        let (entry, index) = self.long.find(rest).or_else(|| self.short.find(rest)).or_else(tiny)?;
        Some(Listed { entry: *index, start, end: start + entry.len() })
    }
}

impl Heads {
    fn of<'e>(heads: impl Iterator<Item = &'e [u8; HEAD]>) -> Self {
        let mut found = Self { bits: vec![0; (usize::from(u16::MAX) + 1) / 64], chinese: true };
        for head in heads {
            let number = usize::from(number(head));
            found.bits.get_mut(number / 64).into_iter().for_each(|bits| *bits |= 1 << (number % 64));
            found.chinese &= head[0] >= FIRST_OF_THREE;
        }
        found
    }

    #[inline]
    fn has(&self, head: &[u8; HEAD]) -> bool {
        let number = usize::from(number(head));
        self.bits.get(number / 64).is_some_and(|bits| bits >> (number % 64) & 1 == 1)
    }

    /// Returns the first place from `from` on where an entry may begin.
    fn next(&self, text: &[u8], from: usize) -> Option<usize> {
        if self.chinese {
            return self.next_character(text, from);
        }
        let rest = text.get(from..)?;
        let threes = rest.iter().zip(rest.get(1..)?).zip(rest.get(2..)?);
        let begins = |((first, second), third): ((&u8, &u8), &u8)| self.has(&[*first, *second, *third]);
        threes.map(begins).position(|begins| begins).map(|at| from + at)
    }

    /// Does the same a character at a time.
    fn next_character(&self, text: &[u8], from: usize) -> Option<usize> {
        let mut at = from;
        while let Some(head) = text.get(at..)?.first_chunk::<HEAD>() {
            if head[0] < FIRST_OF_THREE {
                at += 1;
            } else if self.has(head) {
                return Some(at);
            } else {
                at += HEAD;
            }
        }
        None
    }
}

/// The lowest first byte of a character of three bytes or four, as Chinese ones are.
const FIRST_OF_THREE: u8 = 0xE0;

impl<const N: usize> Shelf<N> {
    /// Puts entries, the longest first, on a shelf; they have `N` bytes at least.
    fn of(mut entries: Vec<Entry>) -> Self {
        let place_of = |entry: &[u8]| entry.first_chunk::<N>().map_or(0, place);
        entries.sort_by_key(|(entry, _)| place_of(entry));
        let mut starts = vec![0; PLACES + 1];
        for (entry, _) in &entries {
            starts.get_mut(place_of(entry) + 1).into_iter().for_each(|count| *count += 1);
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Self { starts, entries }
    }

    /// Returns the longest entry that the text begins with.
    fn find(&self, text: &[u8]) -> Option<&Entry> {
        let place = place(text.first_chunk::<N>()?);
        let (start, end) = (*self.starts.get(place)? as usize, *self.starts.get(place + 1)? as usize);
        self.entries.get(start..end)?.iter().find(|(entry, _)| text.starts_with(entry))
    }
}

/// Returns a number for three bytes: that of the Chinese character which they are, and nearly one for each three
/// ASCII letters.
#[inline]
fn number(&[first, second, third]: &[u8; HEAD]) -> u16 {
    u16::from(first) << 12 | u16::from(second & 0x3F) << 6 | u16::from(third & 0x3F)
}

/// Returns a number below [`PLACES`] for the first bytes of an entry.
fn place<const N: usize>(head: &[u8; N]) -> usize {
    let threes = head.as_chunks::<HEAD>().0.iter();
    let all = threes.fold(0_u32, |all, three| all << 16 | u32::from(number(three)));
    // The multiplier of Fibonacci hashing; the highest bits of the product are the place.
    (all.wrapping_mul(0x9E37_79B1) >> 20) as usize % PLACES
}

#[cfg(test)]
mod tests;
