//! Reads papers: bytes of a format become a document whose every character can be traced.
//!
//! [`read`] is the stage. It takes the bytes of one paper and the name it goes by, tells the format (by content
//! first, by name second), and returns a [`Reading`]: the [`Source`](rap_doc::Source), the [`Doc`](rap_doc::Doc),
//! the papers enclosed in it (the attachments of a mail), and a [`Finding`](rap_doc::Finding) for everything that
//! was not or not surely read. Bytes that are no paper at all are a reading too: an empty document and the reason.
//!
//! ```
//! use rap_read::{ReadOptions, read};
//!
//! let reading = read(b"<h1>On the bill</h1><p>It is too <b>wide</b>.</p>", "comment.html", &ReadOptions::default());
//! assert_eq!(reading.doc.text(), "On the bill\n\nIt is too wide.");
//! assert_eq!(reading.source.title.as_deref(), Some("On the bill"));
//! assert_eq!(reading.doc.blocks()[1].origin.path, "html/body/p");
//! ```
//!
//! What the text of a document is, by format:
//!
//! | format | text | place of a block |
//! | --- | --- | --- |
//! | plain text | the decoded characters, all of them | `line 12` |
//! | Markdown | the words without the marks of emphasis and links | `line 12` |
//! | HTML | the words as a browser shows them; menus, banners and footers are furniture, in place | `html/body/article/p[3]` |
//! | DOCX | the words with all changes accepted, then notes, comments, headers and footers | `word/document.xml#p12` |
//! | PDF | the words in the order of reading, words broken at line ends joined | page 3, `paragraph 4` |
//! | mail | subject, then the words of the sender; quoted mails are quotes, signatures furniture | `body line 12` |
//!
//! Nothing here knows a path, a network or what a speaker is; nothing reads a file: the caller brings the bytes.

mod compose;
mod dateline;
mod decode;
mod detect;
mod from_docx;
mod from_html;
mod from_mail;
mod from_markdown;
mod from_pdf;
mod from_txt;
mod reading;

pub use reading::{Enclosed, ReadOptions, Reading, read};
