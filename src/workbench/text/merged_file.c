// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/merged_file.h"

#include "base/list.h"
#include "exchange/docx_write/record.h"
#include "exchange/docx_write/settle.h"
#include "exchange/next_base/bracketed.h"
#include "exchange/open.h"
#include "merge/laid_again.h"
#include "workbench/answer.h"
#include "workbench/text/table.h"

// One reading of a file with tracked changes, as a file without any.
static bool settled_file(const char *name, struct str bytes, const struct reading *reading,
                         const struct input_limits *limits, struct arena *arena,
                         struct opened_package *opened, struct entente_file *file,
                         struct error *error)
{
    const struct document *document;
    struct str settled;
    if (!document_open_again(str_of(name), bytes, reading, limits, arena, opened, &document,
                             error) ||
        !document_settled_passing(document, arena, &settled, error))
        return false;
    *file = (struct entente_file){name, settled.bytes, settled.length};
    return true;
}

static void add_notes(const struct list *added, struct arena *arena, struct merged *merged)
{
    struct list notes = LIST_MAKE(arena, struct merge_note);
    for (size_t i = 0; i < added->count; i++)
        *LIST_ADD(&notes, struct merge_note) =
            (struct merge_note){NOTE_READING, STR(""), *LIST_AT(added, struct str, i)};
    for (uint32_t i = 0; i < merged->note_count; i++)
        *LIST_ADD(&notes, struct merge_note) = merged->notes[i];
    merged->notes = LIST_ITEMS(&notes, struct merge_note);
    merged->note_count = (uint32_t)notes.count;
}

// A text in brackets: its record knows all parties, also those who keep the base's words throughout.
static bool lay_bracketed(const char *name, struct str bytes, const struct list *notes,
                          const struct input_limits *limits, struct arena *arena,
                          struct merged *merged, struct error *error)
{
    const struct reading rejected = {.kind = READING_REJECT};
    struct opened_package opened = {.package = NULL};
    struct docx_record record;
    struct entente_file base;
    if (!settled_file(name, bytes, &rejected, limits, arena, &opened, &base, error))
        return false;
    record_read(opened.package, arena, &record);
    struct entente_draft *drafts = ARENA_ARRAY(arena, struct entente_draft, record.party_count + 1);
    for (size_t i = 0; i < record.party_count; i++) {
        const struct reading own = {READING_AUTHORS, &record.parties[i], 1, false, false, false};
        drafts[i].party = arena_c_string(arena, record.parties[i]);
        if (!settled_file(name, bytes, &own, limits, arena, &opened, &drafts[i].file, error))
            return false;
    }
    const struct table_options options = {.gate = {.any_base = true}};
    if (!table_lay(&base, drafts, record.party_count, &options, limits->budget, arena, merged,
                   error))
        return false;
    add_notes(notes, arena, merged);
    return true;
}

// The tracked changes of our own .docx name their holders in a record of ours; those of a foreign
// one are drawn from the authors.
static bool lay_tracked(const struct entente_file *file, struct docx_package *package,
                        const struct input_limits *limits, struct arena *arena,
                        struct merged *merged, struct error *error)
{
    struct reading accepted = {.kind = READING_ACCEPT};
    const struct document *document;
    struct opened_package opened = {answer_file(file), package, NULL};
    if (!document_open_again(str_of(file->name), answer_file(file), &accepted, limits, arena,
                             &opened, &document, error))
        return false;
    const struct docx_source *source = document->source;
    struct list authors = LIST_MAKE(arena, struct entente_author);
    struct docx_record record;
    const struct list nothing = LIST_MAKE(arena, struct str);
    bool is_ours = record_read(source->package, arena, &record) && record.party_count > 0;
    if (is_ours && source->author_count == 0) // all drafts were the base
        return lay_bracketed(file->name, answer_file(file), &nothing, limits, arena, merged, error);
    if (is_ours)
        for (size_t i = 0; i < record.party_count; i++) {
            const char *name = arena_c_string(arena, record.parties[i]);
            *LIST_ADD(&authors, struct entente_author) = (struct entente_author){name, name};
        }
    struct table_options options = {.authors = LIST_ITEMS(&authors, struct entente_author),
                                    .author_count = authors.count,
                                    .gate = {.any_base = true},
                                    .opened = &opened};
    return table_lay(file, NULL, 0, &options, limits->budget, arena, merged, error);
}

static bool lay_docx(const struct entente_file *file, const struct input_limits *limits,
                     struct arena *arena, struct merged *merged, struct error *error)
{
    struct str bytes;
    struct docx_package *package = NULL;
    struct list notes = LIST_MAKE(arena, struct str);
    if (!docx_brackets_as_tracked(str_of(file->name), answer_file(file), limits, arena, &notes,
                                  &package, &bytes, error))
        return false;
    if (bytes.bytes != file->bytes)
        return lay_bracketed(file->name, bytes, &notes, limits, arena, merged, error);
    return lay_tracked(file, package, limits, arena, merged, error);
}

static bool docx_sheet(const struct entente_file *file, const struct input_limits *limits,
                       struct arena *arena, struct sheet *sheet, struct error *error)
{
    struct merged *merged = ARENA_NEW(arena, struct merged);
    if (!lay_docx(file, limits, arena, merged, error))
        return false;
    table_sheet(merged, arena, sheet);
    return true;
}

bool merged_file_read(const struct entente_file *file, const struct input_limits *limits,
                      struct arena *arena, struct sheet *sheet, struct error *error)
{
    if (kept_form_of(file) != KEPT_DOCX)
        return kept_text_read(file, limits, arena, sheet, error);
    return input_limits_spend(limits, file->length, error) &&
           docx_sheet(file, limits, arena, sheet, error);
}

bool merged_file_refuse(const struct entente_file *file, const struct input_limits *limits,
                        struct error *error)
{
    if (!merged_file_says_so(file))
        return false;
    struct arena *arena = arena_open();
    struct sheet sheet;
    bool passes = merged_file_read(file, limits, arena, &sheet, error) &&
                  kept_refuse_open(file, &sheet, arena, error);
    arena_close(arena);
    return !passes;
}

bool merged_file_lay(const struct entente_file *file, const struct entente_file *base,
                     const struct input_limits *limits, struct arena *arena, struct merged *merged,
                     struct sheet *sheet, struct error *error)
{
    static const struct reading accepted = {.kind = READING_ACCEPT};
    if (kept_form_of(file) == KEPT_DOCX && !base) {
        if (!lay_docx(file, limits, arena, merged, error))
            return false;
        table_sheet(merged, arena, sheet);
        return true;
    }
    const struct document *document;
    if (!base)
        return error_at(error, MISUSE, place_of(str_of(file->name)),
                        "a Word file is made from the base's own file: say which (--base FILE)");
    return merged_file_read(file, limits, arena, sheet, error) &&
           document_open(str_of(base->name), answer_file(base), &accepted, limits, arena, &document,
                         error) &&
           sheet_lay_again(sheet, document, arena, merged, error);
}

struct str merged_file_objects_note(const struct sheet *sheet, struct arena *arena)
{
    uint32_t count = 0;
    for (uint32_t s = 0; s < sheet->slot_count; s++)
        for (uint32_t i = 0; i < sheet->slots[s].wording_count; i++) {
            const struct wording *wording = &sheet->slots[s].wordings[i];
            count += wording->names_objects && !wording->is_base;
        }
    if (count == 0)
        return STR("");
    return arena_print(
        arena,
        "note: %u wording%s with notes, pictures or equations of a draft: of these the "
        "file has only their names, in words; make it from the merged .docx to keep them\n",
        count, count == 1 ? "" : "s");
}
