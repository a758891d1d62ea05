// SPDX-License-Identifier: Apache-2.0
// view: one reading out of a merged text, whatever form it was kept in.
#include "base/list.h"
#include "exchange/docx/record.h"
#include "exchange/open.h"
#include "exchange/sheet/bracketed.h"
#include "exchange/sheet/sheet_json.h"
#include "workbench/answer.h"
#include "workbench/table.h"

#include <string.h>

enum merged_form { MERGED_JSON, MERGED_DOCX, MERGED_MARKDOWN, MERGED_TEXT };

static enum merged_form form_of(const struct entente_file *file)
{
    struct str bytes = answer_file(file);
    struct str name = str_of(file->name);
    if (str_starts_with(bytes, STR("PK")))
        return MERGED_DOCX;
    if (str_starts_with(str_trim(bytes), STR("{")))
        return MERGED_JSON;
    bool is_markdown = str_ends_with(name, STR(".md")) || str_ends_with(name, STR(".markdown"));
    return is_markdown ? MERGED_MARKDOWN : MERGED_TEXT;
}

static bool find_reading(const struct entente_view_options *options, const struct str *names,
                         uint32_t count, struct arena *arena, struct sheet_reading *reading,
                         struct error *error)
{
    *reading = (struct sheet_reading){.kind = READ_BASE};
    if (options->kind == ENTENTE_VIEW_AGREED)
        reading->kind = READ_AGREED;
    if (options->kind != ENTENTE_VIEW_PARTY)
        return true;
    reading->kind = READ_PARTY;
    struct builder known = builder_make(arena);
    for (uint32_t p = 0; p < count; p++) {
        if (str_equal(names[p], str_of(options->party))) {
            reading->party = (struct party){p};
            return true;
        }
        builder_print(&known, "%s%.*s", p > 0 ? ", " : "", STR_ARGS(names[p]));
    }
    return error_set(error, NOT_FOUND, "there is no party \"%s\" in this text; there are %.*s",
                     options->party, STR_ARGS(builder_str(&known)));
}

// The tracked changes of our own .docx name their holders in a record of ours; those of a foreign
// one are drawn from the authors.
static bool docx_sheet(const struct entente_file *file, struct arena *arena, struct sheet *sheet,
                       struct error *error)
{
    struct reading accepted = {.kind = READING_ACCEPT};
    const struct document *document;
    if (!document_open(str_of(file->name), answer_file(file), &accepted, &limits_default, arena,
                       &document, error))
        return false;
    const struct docx_source *source = document->source;
    struct list authors = LIST_MAKE(arena, struct entente_author);
    struct record record;
    if (record_read(source->package, arena, &record))
        for (size_t i = 0; i < record.party_count; i++) {
            const char *name = arena_c_string(arena, record.parties[i]);
            *LIST_ADD(&authors, struct entente_author) = (struct entente_author){name, name};
        }
    struct table_options options = {.authors = LIST_ITEMS(&authors, struct entente_author),
                                    .author_count = authors.count,
                                    .any_base = true};
    struct budget budget = budget_unlimited();
    struct merged *merged = ARENA_NEW(arena, struct merged);
    if (!table_lay(file, NULL, 0, &options, &budget, arena, merged, error))
        return false;
    sheet_lay(merged, arena, sheet);
    return true;
}

static bool read_sheet(const struct entente_file *file, enum merged_form form, struct arena *arena,
                       struct sheet *sheet, struct error *error)
{
    struct str name = str_of(file->name);
    struct str bytes = answer_file(file);
    switch (form) {
    case MERGED_JSON:
        return sheet_json_read(name, bytes, &limits_default, arena, sheet, error);
    case MERGED_DOCX:
        return docx_sheet(file, arena, sheet, error);
    case MERGED_MARKDOWN:
        return bracketed_read(name, bytes, MEDIUM_MARKDOWN, &limits_default, arena, sheet, error);
    case MERGED_TEXT:
        return bracketed_read(name, bytes, MEDIUM_TEXT, &limits_default, arena, sheet, error);
    }
    return false;
}

static bool view_into(struct entente_answer *answer, const struct entente_file *file,
                      const struct entente_view_options *options, struct error *error)
{
    enum merged_form form = form_of(file);
    struct sheet sheet;
    struct sheet_reading reading;
    if (!read_sheet(file, form, answer->arena, &sheet, error) ||
        !find_reading(options, sheet.party_names, sheet.party_count, answer->arena, &reading,
                      error))
        return false;
    // Bracketed text keeps its source form around what is resolved.
    if (form == MERGED_MARKDOWN || form == MERGED_TEXT)
        return bracketed_resolve(str_of(file->name), answer_file(file),
                                 form == MERGED_MARKDOWN ? MEDIUM_MARKDOWN : MEDIUM_TEXT, reading,
                                 &limits_default, answer->arena, &answer->output, error);
    answer->output = sheet_read(&sheet, reading, answer->arena);
    return true;
}

bool entente_view(const struct entente_file *merged, const struct entente_view_options *options,
                  struct entente_answer **answer, struct entente_error *error)
{
    struct entente_answer *made = answer_new();
    struct error inner;
    if (!view_into(made, merged, options, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}
