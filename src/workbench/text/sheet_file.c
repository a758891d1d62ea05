// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/sheet_file.h"

#include "exchange/docx_write/docx_columns.h"
#include "exchange/docx_write/docx_compilation.h"
#include "exchange/merged/merged_json.h"
#include "exchange/merged/merged_text.h"
#include "render/text/merged_forms.h"
#include "workbench/text/form.h"
#include "workbench/text/slot_list.h"
#include "workbench/text/slot_list_file.h"

struct str sheet_shown(const struct sheet *sheet, const struct merged_style *style,
                       struct arena *arena)
{
    if (style->form == MERGED_JSON)
        return merged_json_write(sheet, arena);
    if (style->medium == MEDIUM_HTML)
        return merged_page(sheet, style, arena);
    if (style->form == MERGED_COLUMNS)
        return merged_columns(sheet, style->hide_names, arena);
    return merged_text_write(sheet, style, arena);
}

bool sheet_file_write(const struct sheet *sheet, const struct sheet_file *file, struct arena *arena,
                      struct str *bytes, struct error *error)
{
    if (file->form == ENTENTE_LIST) {
        struct slot_list list = slot_list_of(sheet, file->hide_names, arena);
        return slot_list_write(&list, file->format, arena, bytes, error);
    }
    if (file->form == ENTENTE_COMMENTS) {
        const struct docx_columns_options names = {file->hide_names};
        return file->format == ENTENTE_DOCX
                   ? docx_write_compilation(sheet, &names, arena, bytes, error)
                   : error_set(error, MISUSE, "a compilation of comments is written as .docx");
    }
    if (file->format == ENTENTE_CSV || file->format == ENTENTE_XLSX)
        return error_set(error, MISUSE,
                         "a sheet of cells holds the list of open places; say --as list");
    if (file->format != ENTENTE_DOCX) {
        struct merged_style style = {merged_form_of(file->form), medium_of(file->format),
                                     file->hide_names};
        *bytes = sheet_shown(sheet, &style, arena);
        return true;
    }
    if (file->form != ENTENTE_COLUMNS)
        return error_set(error, MISUSE,
                         "as .docx this text can be shown in columns only; say --as columns%s",
                         sheet->base ? " or --as redline" : "");
    const struct docx_columns_options columns = {file->hide_names};
    return docx_write_columns(sheet, &columns, arena, bytes, error);
}
