// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/kept_form.h"

#include "base/utf8.h"
#include "exchange/docx_write/record.h"
#include "exchange/merged/bracketed.h"
#include "exchange/merged/merged_json.h"
#include "exchange/open.h"
#include "merge/sheet_counts.h"
#include "workbench/answer.h"

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

bool merged_file_is_ours(const struct entente_file *file)
{
    struct arena *arena = arena_open();
    struct docx_package *package;
    struct docx_record record;
    struct error unused;
    bool is_ours = kept_form_of(file) == KEPT_DOCX &&
                   docx_package_open(str_of(file->name), answer_file(file), &input_limits_default,
                                     arena, &package, &unused) &&
                   record_read(package, arena, &record) && record.party_count > 0;
    arena_close(arena);
    return is_ours;
}

// The last line of bracketed text of ours names the parties.
static bool has_footer(struct str bytes, struct str start, struct str end)
{
    struct str rest = str_trim(bytes);
    size_t from = rest.length;
    while (from > 0 && rest.bytes[from - 1] != '\n')
        from--;
    rest = str_skip(rest, from);
    return str_starts_with(rest, start) && str_ends_with(rest, end);
}

bool merged_file_says_so(const struct entente_file *file)
{
    struct str bytes = answer_file(file);
    switch (kept_form_of(file)) {
    case KEPT_JSON:
        return str_contains(str_slice(bytes, 0, 4096), STR("\"entente-merge/"));
    case KEPT_DOCX:
        return merged_file_is_ours(file);
    case KEPT_MARKDOWN:
        return has_footer(bytes, STR("<!-- entente-merge/1; parties:"), STR("-->"));
    case KEPT_TEXT:
        return has_footer(bytes, STR("[parties: "), STR("]"));
    }
    return false;
}

bool kept_text_read(const struct entente_file *file, const struct input_limits *limits,
                    struct arena *arena, struct sheet *sheet, struct error *error)
{
    struct str name = str_of(file->name);
    struct str bytes = answer_file(file);
    enum kept_form form = kept_form_of(file);
    bool is_package;
    bool is_text = form == KEPT_MARKDOWN || form == KEPT_TEXT;
    if (!input_limits_spend(limits, bytes.length, error) ||
        (is_text && !document_is_package(name, bytes, &is_package, error)))
        return false;
    switch (form) {
    case KEPT_JSON:
        return merged_json_read(name, bytes, limits, arena, sheet, error);
    case KEPT_DOCX: // has to be laid
        break;
    case KEPT_MARKDOWN:
        return bracketed_read(name, bytes, MEDIUM_MARKDOWN, limits, arena, sheet, error);
    case KEPT_TEXT:
        return bracketed_read(name, bytes, MEDIUM_TEXT, limits, arena, sheet, error);
    }
    return false;
}

bool kept_refuse_open(const struct entente_file *file, const struct sheet *sheet,
                      struct arena *arena, struct error *error)
{
    return sheet_counts_make(sheet, arena).open_slots == 0 ||
           error_at(
               error, BAD_INPUT, place_of(str_of(file->name)),
               "is a merged text, which holds the wordings of several parties; take one reading "
               "of it (entente view %s --party NAME -o text.md; or --base, --agreed) and give that",
               file->name);
}
