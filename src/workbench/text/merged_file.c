// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/merged_file.h"

#include "base/list.h"
#include "base/utf8.h"
#include "exchange/docx_write/record.h"
#include "exchange/merged/bracketed.h"
#include "exchange/merged/merged_json.h"
#include "exchange/open.h"
#include "workbench/answer.h"
#include "workbench/text/table.h"

enum kept_form kept_form_of(const struct entente_file *file)
{
    struct str bytes = answer_file(file);
    struct str name = str_of(file->name);
    if (str_starts_with(bytes, STR("PK")))
        return KEPT_DOCX;
    if (str_starts_with(str_trim(utf8_without_mark(bytes)), STR("{")))
        return KEPT_JSON;
    bool is_markdown = str_ends_with(name, STR(".md")) || str_ends_with(name, STR(".markdown"));
    return is_markdown ? KEPT_MARKDOWN : KEPT_TEXT;
}

// The tracked changes of our own .docx name their holders in a record of ours; those of a foreign
// one are drawn from the authors.
static bool docx_sheet(const struct entente_file *file, struct arena *arena, struct sheet *sheet,
                       struct error *error)
{
    struct reading accepted = {.kind = READING_ACCEPT};
    const struct document *document;
    if (!document_open(str_of(file->name), answer_file(file), &accepted, &input_limits_default,
                       arena, &document, error))
        return false;
    const struct docx_source *source = document->source;
    struct list authors = LIST_MAKE(arena, struct entente_author);
    struct docx_record record;
    if (record_read(source->package, arena, &record))
        for (size_t i = 0; i < record.party_count; i++) {
            const char *name = arena_c_string(arena, record.parties[i]);
            *LIST_ADD(&authors, struct entente_author) = (struct entente_author){name, name};
        }
    struct table_options options = {.authors = LIST_ITEMS(&authors, struct entente_author),
                                    .author_count = authors.count,
                                    .gate = {.any_base = true}};
    struct budget budget = budget_unlimited();
    struct merged *merged = ARENA_NEW(arena, struct merged);
    if (!table_lay(file, NULL, 0, &options, &budget, arena, merged, error))
        return false;
    table_sheet(merged, arena, sheet);
    return true;
}

bool merged_file_read(const struct entente_file *file, struct arena *arena, struct sheet *sheet,
                      struct error *error)
{
    struct str name = str_of(file->name);
    struct str bytes = answer_file(file);
    enum kept_form form = kept_form_of(file);
    bool is_package;
    bool is_text = form == KEPT_MARKDOWN || form == KEPT_TEXT;
    if (is_text && !document_is_package(name, bytes, &is_package, error))
        return false;
    switch (form) {
    case KEPT_JSON:
        return merged_json_read(name, bytes, &input_limits_default, arena, sheet, error);
    case KEPT_DOCX:
        return docx_sheet(file, arena, sheet, error);
    case KEPT_MARKDOWN:
        return bracketed_read(name, bytes, MEDIUM_MARKDOWN, &input_limits_default, arena, sheet,
                              error);
    case KEPT_TEXT:
        return bracketed_read(name, bytes, MEDIUM_TEXT, &input_limits_default, arena, sheet, error);
    }
    return false;
}
