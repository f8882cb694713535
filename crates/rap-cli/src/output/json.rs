//! JSON of a row, as `serde_json` writes it and in a fraction of its steps: the names of fields are copied and not
//! searched for characters to escape, and strings are searched sixteen bytes at a time.
//!
//! Enters: any value that serialises. Leaves: the same bytes as `serde_json::to_writer` gives, which a test holds.
//! Strings with something to escape, floating-point numbers and maps are left to `serde_json` itself.

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant, Serializer,
};

/// Adds the JSON of a value to `out`.
pub(super) fn write_json(out: &mut Vec<u8>, value: &impl Serialize) -> serde_json::Result<()> {
    value.serialize(Json { out })
}

/// Where the JSON of a value is to stand.
struct Json<'o> {
    out: &'o mut Vec<u8>,
}

/// A list or object that has begun.
struct Open<'o> {
    out: &'o mut Vec<u8>,
    /// Whether something stands in it, so that a comma must come first.
    begun: bool,
    /// What closes it.
    close: &'static [u8],
}

impl<'o> Json<'o> {
    fn open(self, open: &[u8], close: &'static [u8]) -> Open<'o> {
        self.out.extend_from_slice(open);
        Open { out: self.out, begun: false, close }
    }

    /// Opens what stands under the name of a variant: `{"name":[`.
    fn open_variant(self, variant: &'static str, open: &[u8], close: &'static [u8]) -> serde_json::Result<Open<'o>> {
        self.out.push(b'{');
        write_string(self.out, variant)?;
        self.out.push(b':');
        Ok(self.open(open, close))
    }

    fn number(self, number: u64) {
        // The longest number has twenty digits.
        let mut digits = [b'0'; 20];
        let mut rest = number;
        let mut first = digits.len();
        for (at, digit) in digits.iter_mut().enumerate().rev() {
            *digit += u8::try_from(rest % 10).unwrap_or_default();
            rest /= 10;
            first = at;
            if rest == 0 {
                break;
            }
        }
        self.out.extend_from_slice(digits.get(first..).unwrap_or_default());
    }

    fn signed(self, number: i64) {
        if number < 0 {
            self.out.push(b'-');
        }
        self.number(number.unsigned_abs());
    }
}

fn write_string(out: &mut Vec<u8>, text: &str) -> serde_json::Result<()> {
    if needs_escapes(text.as_bytes()) {
        return serde_json::to_writer(out, text);
    }
    out.reserve(text.len() + 2);
    out.push(b'"');
    out.extend_from_slice(text.as_bytes());
    out.push(b'"');
    Ok(())
}

fn needs_escapes(text: &[u8]) -> bool {
    // Without a branch, the compiler asks sixteen bytes at once.
    let needs = |byte: u8| u8::from(byte < 0x20) | u8::from(byte == b'"') | u8::from(byte == b'\\');
    text.iter().fold(0, |any, byte| any | needs(*byte)) != 0
}

impl Open<'_> {
    fn comma(&mut self) {
        if self.begun {
            self.out.push(b',');
        }
        self.begun = true;
    }

    fn element(&mut self, value: &(impl Serialize + ?Sized)) -> serde_json::Result<()> {
        self.comma();
        value.serialize(Json { out: self.out })
    }

    /// Adds a member whose name, that of a field, has nothing to escape.
    fn member(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> serde_json::Result<()> {
        self.comma();
        self.out.reserve(name.len() + 3);
        self.out.push(b'"');
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
        value.serialize(Json { out: self.out })
    }

    fn close(self) {
        self.out.extend_from_slice(self.close);
    }
}

/// Writes the small numbers by way of the large ones.
macro_rules! numbers {
    ($($name:ident $number:ty => $way:ident;)+) => {
        $(fn $name(self, value: $number) -> serde_json::Result<()> {
            self.$way(value.into());
            Ok(())
        })+
    };
}

/// Leaves values to `serde_json`.
macro_rules! left {
    ($($name:ident $value:ty;)+) => {
        $(fn $name(self, value: $value) -> serde_json::Result<()> {
            serde_json::to_writer(self.out, &value)
        })+
    };
}

impl<'o> Serializer for Json<'o> {
    type Ok = ();
    type Error = serde_json::Error;
    type SerializeSeq = Open<'o>;
    type SerializeTuple = Open<'o>;
    type SerializeTupleStruct = Open<'o>;
    type SerializeTupleVariant = Open<'o>;
    type SerializeMap = Open<'o>;
    type SerializeStruct = Open<'o>;
    type SerializeStructVariant = Open<'o>;

    numbers! {
        serialize_u8 u8 => number;
        serialize_u16 u16 => number;
        serialize_u32 u32 => number;
        serialize_u64 u64 => number;
        serialize_i8 i8 => signed;
        serialize_i16 i16 => signed;
        serialize_i32 i32 => signed;
        serialize_i64 i64 => signed;
    }

    left! {
        serialize_bool bool;
        serialize_f32 f32;
        serialize_f64 f64;
        serialize_char char;
        serialize_bytes &[u8];
    }

    fn serialize_str(self, text: &str) -> serde_json::Result<()> {
        write_string(self.out, text)
    }

    fn serialize_none(self) -> serde_json::Result<()> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> serde_json::Result<()> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> serde_json::Result<()> {
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> serde_json::Result<()> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> serde_json::Result<()> {
        write_string(self.out, variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> serde_json::Result<()> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> serde_json::Result<()> {
        let open = self.open_variant(variant, b"", b"}")?;
        value.serialize(Json { out: &mut *open.out })?;
        open.close();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> serde_json::Result<Open<'o>> {
        Ok(self.open(b"[", b"]"))
    }

    fn serialize_tuple(self, _: usize) -> serde_json::Result<Open<'o>> {
        Ok(self.open(b"[", b"]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> serde_json::Result<Open<'o>> {
        Ok(self.open(b"[", b"]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> serde_json::Result<Open<'o>> {
        self.open_variant(variant, b"[", b"]}")
    }

    fn serialize_map(self, _: Option<usize>) -> serde_json::Result<Open<'o>> {
        Ok(self.open(b"{", b"}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> serde_json::Result<Open<'o>> {
        Ok(self.open(b"{", b"}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> serde_json::Result<Open<'o>> {
        self.open_variant(variant, b"{", b"}}")
    }
}

/// Implements what a list or object is written by; `element` and `member` do the work.
macro_rules! compound {
    ($($sort:ident $step:ident $way:ident ($($name:ident)?);)+) => {
        $(impl $sort for Open<'_> {
            type Ok = ();
            type Error = serde_json::Error;

            fn $step<T: Serialize + ?Sized>(
                &mut self,
                $($name: &'static str,)?
                value: &T,
            ) -> serde_json::Result<()> {
                self.$way($($name,)? value)
            }

            fn end(self) -> serde_json::Result<()> {
                self.close();
                Ok(())
            }
        })+
    };
}

compound! {
    SerializeSeq serialize_element element ();
    SerializeTuple serialize_element element ();
    SerializeTupleStruct serialize_field element ();
    SerializeTupleVariant serialize_field element ();
    SerializeStruct serialize_field member (name);
    SerializeStructVariant serialize_field member (name);
}

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = serde_json::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> serde_json::Result<()> {
        // The names of rows are strings; `serde_json` would put others in quotation marks.
        self.element(key)?;
        self.out.push(b':');
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> serde_json::Result<()> {
        value.serialize(Json { out: self.out })
    }

    fn end(self) -> serde_json::Result<()> {
        self.close();
        Ok(())
    }
}

#[cfg(test)]
mod tests;
