//! A disposition as a workbook: one sheet, its head frozen, decisions to be chosen from a list.
//!
//! Cells are strings and never formulas; the date of the workbook is fixed, so that the same table gives the same
//! bytes.

use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook};

use crate::answer::Decision;
use crate::disposition::Disposition;
use crate::error::Error;
use crate::form::{Field, Form};

/// The characters across a page in landscape, of which columns take their share.
const CHARACTERS: f64 = 220.0;

/// The most characters that a cell of a workbook can hold (ECMA-376; Excel's limits).
const MOST_CHARACTERS: usize = 32_767;

/// Returns the table in the columns of `form`.
///
/// # Errors
///
/// Returns why the workbook cannot be written: more than 1,048,575 rows.
pub fn to_xlsx(table: &Disposition, form: Form) -> Result<Vec<u8>, Error> {
    let mut workbook = Workbook::new();
    // A fixed day, because a clock would make two equal exports differ. Excel counts from here.
    let epoch = ExcelDateTime::from_ymd(1900, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(&table.document).set_creation_datetime(&epoch));
    let head = Format::new().set_bold().set_text_wrap().set_background_color(0x00E8_ECF1);
    let words = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let sheet = workbook.add_worksheet();
    sheet.set_name(if form.is_chinese() { "意见汇总处理表" } else { "Disposition of comments" })?;
    sheet.set_landscape().set_repeat_rows(0, 0)?.set_freeze_panes(1, 0)?;
    let last = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    for (index, column) in (0_u16..).zip(form.columns()) {
        sheet.set_column_width(index, CHARACTERS * f64::from(column.width) / 100.0)?;
        sheet.write_string_with_format(0, index, column.name, &head)?;
        if column.field == Field::Decision {
            let names = Decision::ALL.map(Decision::name);
            let choice = DataValidation::new().allow_list_strings(&names)?;
            sheet.add_data_validation(1, index, last.max(1), index, &choice)?;
        }
        for (line, row) in (1_u32..).zip(&table.rows) {
            let cell: String = form.cell(column.field, row).chars().take(MOST_CHARACTERS).collect();
            sheet.write_string_with_format(line, index, cell, &words)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}
