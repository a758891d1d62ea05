// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/sheet_file.h"

#include "exchange/docx_write/docx_columns.h"
#include "workbench/text/form.h"

bool sheet_file_write(const struct sheet *sheet, const struct sheet_file *file, struct arena *arena,
                      struct str *bytes, struct error *error)
{
    if (file->format != ENTENTE_DOCX) {
        struct merged_style how = {merged_form_of(file->form), medium_of(file->format),
                                   file->hide_names};
        *bytes = merged_write(sheet, &how, arena);
        return true;
    }
    if (file->form != ENTENTE_COLUMNS)
        return error_set(error, MISUSE,
                         "as .docx this text can be shown in columns only; say --as columns%s",
                         sheet->base ? " or --as redline" : "");
    const struct docx_columns_options columns = {file->hide_names};
    return docx_write_columns(sheet, &columns, arena, bytes, error);
}
