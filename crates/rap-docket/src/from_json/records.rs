//! The scan: bytes of a JSON document go in, the bytes of its records come out, whatever lies around them.
//!
//! It follows brackets and strings and nothing else, keeps the record at hand alone, and needs one look at each byte.

/// What a byte brought to its end.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Found {
    /// A record, in [`Records::record`].
    Record,
    /// Something that is included beside the record before.
    Included,
    /// A record that is longer than is kept.
    TooLong,
}

/// Lists beside the records in answers of services, which are none themselves.
const NO_RECORDS: [&str; 9] =
    ["aggregations", "filters", "facets", "links", "_links", "errors", "meta", "warnings", "relationships"];

/// How deep brackets may lie outside of a record; no service nests its list deeper.
const DEEPEST: usize = 16;

/// An object or a list that is open outside of a record.
struct Open {
    is_list: bool,
    /// The key at which it stands.
    key: String,
}

/// The state of the scan.
pub(super) struct Records {
    longest: usize,
    open: Vec<Open>,
    /// Brackets open inside of the record, or of anything deeper than is followed.
    depth: usize,
    in_string: bool,
    escaped: bool,
    /// The last string outside of a record: a key, when a colon follows.
    string: Vec<u8>,
    key: String,
    record: Vec<u8>,
    is_included: bool,
    capturing: bool,
    cut: bool,
    bytes: u64,
    /// The keys of the list whose objects are the records.
    list: Option<String>,
    /// The whole document, while it is short and no list was found: it may be one record.
    whole: Option<Vec<u8>>,
}

impl Records {
    pub(super) const fn new(longest: usize) -> Self {
        Self {
            longest,
            open: Vec::new(),
            depth: 0,
            in_string: false,
            escaped: false,
            string: Vec::new(),
            key: String::new(),
            record: Vec::new(),
            is_included: false,
            capturing: false,
            cut: false,
            bytes: 0,
            list: None,
            whole: Some(Vec::new()),
        }
    }

    /// Returns the bytes of the record that was found.
    pub(super) fn record(&self) -> &[u8] {
        &self.record
    }

    /// Returns how many bytes were looked at.
    pub(super) const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Tells whether something is still open.
    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty() || self.capturing || self.in_string
    }

    /// Returns the whole document as a record where it held no list of records.
    pub(super) fn rest(&mut self) -> Option<Found> {
        let whole = self.whole.take().filter(|_| self.list.is_none() && !self.is_open())?;
        if whole.trim_ascii().is_empty() {
            return None;
        }
        self.record = whole;
        Some(Found::Record)
    }

    /// Takes the next byte.
    pub(super) fn push(&mut self, byte: u8) -> Option<Found> {
        self.bytes += 1;
        if let Some(whole) = &mut self.whole {
            whole.push(byte);
            if whole.len() > self.longest {
                self.whole = None;
            }
        }
        if self.capturing {
            return self.capture(byte);
        }
        if self.in_string {
            self.string_byte(byte);
            return None;
        }
        match byte {
            b'"' => {
                self.in_string = true;
                self.string.clear();
            }
            b':' => self.key = String::from_utf8_lossy(&self.string).into_owned(),
            b'{' | b'[' => self.begin(byte),
            b'}' | b']' => self.end(),
            _ => {}
        }
        None
    }

    fn string_byte(&mut self, byte: u8) {
        /// Keys are short; strings outside of records are not kept.
        const LONGEST_KEY: usize = 200;
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' => self.escaped = true,
            b'"' => self.in_string = false,
            _ if self.string.len() < LONGEST_KEY => self.string.push(byte),
            _ => {}
        }
    }

    fn begin(&mut self, byte: u8) {
        let is_list = byte == b'[';
        if self.depth > 0 || self.open.len() >= DEEPEST {
            self.depth += 1;
            return;
        }
        if !is_list && let Some(included) = self.begins_record() {
            self.whole = None;
            self.capturing = true;
            self.is_included = included;
            self.cut = false;
            self.record.clear();
            self.record.push(byte);
            self.depth = 1;
            return;
        }
        let key = std::mem::take(&mut self.key);
        self.open.push(Open { is_list, key });
    }

    /// Tells whether an object that begins here is a record: some(true) where it is included beside one.
    fn begins_record(&mut self) -> Option<bool> {
        let parent = self.open.last()?;
        let path = || self.open.iter().map(|open| open.key.as_str()).collect::<Vec<_>>().join("/");
        if !parent.is_list {
            let is_data = self.open.len() == 1 && self.key == "data" && self.list.is_none();
            if is_data {
                self.list = Some("data".to_owned());
            }
            return is_data.then_some(false);
        }
        if parent.key == "included" {
            return Some(true);
        }
        if self.open.iter().any(|open| NO_RECORDS.contains(&open.key.as_str())) {
            return None;
        }
        let path = path();
        let list = self.list.get_or_insert_with(|| path.clone());
        (*list == path).then_some(false)
    }

    fn end(&mut self) {
        if self.depth > 0 {
            self.depth -= 1;
        } else {
            self.open.pop();
        }
    }

    fn capture(&mut self, byte: u8) -> Option<Found> {
        if self.record.len() < self.longest {
            self.record.push(byte);
        } else {
            self.cut = true;
        }
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.in_string => self.escaped = true,
            b'"' => self.in_string = !self.in_string,
            _ if self.in_string => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth -= 1,
            _ => {}
        }
        if self.depth > 0 {
            return None;
        }
        self.capturing = false;
        Some(match (self.cut, self.is_included) {
            (true, _) => Found::TooLong,
            (false, true) => Found::Included,
            (false, false) => Found::Record,
        })
    }
}
