//! The table in which an office answers what was asked: one row for each ask and provision.
//!
//! A [`Disposition`] enters and leaves in the forms that offices use ([`Form`]): the ISO/IEC/IEEE commenting
//! template of 2012-03 and the Chinese summary of opinions as DOCX, the fields of a W3C disposition of comments as
//! CSV, and a plain table as XLSX or CSV. [`read`] takes a filled file back, whoever filled it.
//!
//! The answer is the office's alone: it is empty until a person fills it and never guessed. Absent on purpose: what
//! a statement, an ask or a provision is, files, storage.

mod answer;
mod disposition;
mod error;
mod form;
mod from_csv;
mod from_docx;
mod from_rows;
mod from_xlsx;
mod read;
mod to_csv;
mod to_docx;
mod to_xlsx;
mod word;

pub use answer::{Answer, Decision};
pub use disposition::{CommentRow, CommentType, Counts, Disposition};
pub use error::Error;
pub use form::{Field, Form};
pub use read::{Filled, read};
pub use to_csv::to_csv;
pub use to_docx::{to_docx, to_docx_in};
pub use to_xlsx::to_xlsx;
