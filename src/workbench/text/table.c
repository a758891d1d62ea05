// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/table.h"

#include "exchange/docx_beside_text/comments.h"
#include "exchange/docx_beside_text/unmerged.h"
#include "exchange/merged/look_words.h"
#include "merge/laid_rows.h"
#include "merge/sheet_words.h"
#include "workbench/answer.h"
#include "workbench/text/kept_rows.h"
#include "workbench/text/number_changes.h"
#include "workbench/text/table_parts.h"

static const char *form_name(enum document_form form)
{
    switch (form) {
    case FORM_PLAIN:
        return "plain text";
    case FORM_MARKDOWN:
        return "Markdown";
    case FORM_DOCX:
        return "a .docx file";
    }
    return "";
}

static bool is_counter(const struct laying *laying, struct str party)
{
    for (size_t i = 0; i < laying->drafts.count; i++)
        if (str_equal(LIST_AT(&laying->drafts, struct party_draft, i)->party, party))
            return *LIST_AT(&laying->laid, const struct laid_points *, i) != NULL;
    return false;
}

static void note_forms(struct laying *laying, const struct merged *merged)
{
    for (uint32_t p = 0; p < merged->party_count; p++)
        if (merged->drafts[p]->form != merged->base->form &&
            !is_counter(laying, merged->party_names[p]) &&
            !prescribed_is_party(&laying->tables, merged->party_names[p]))
            laying_add_note(
                laying, NOTE_FORM, merged->party_names[p],
                arena_print(laying->arena,
                            "the draft is %s, the base %s; words were compared, looks were not",
                            form_name(merged->drafts[p]->form), form_name(merged->base->form)));
}

void laying_begin(struct laying *laying)
{
    laying->drafts = LIST_MAKE(laying->arena, struct party_draft);
    laying->laid = LIST_MAKE(laying->arena, const struct laid_points *);
    laying->notes = LIST_MAKE(laying->arena, struct merge_note);
    laying->known = LIST_MAKE(laying->arena, struct str);
    laying->opened = laying->options->opened ? *laying->options->opened
                                             : (struct opened_package){.package = NULL};
}

// Opens all files and draws their parties.
static bool set_table(const struct entente_file *base, const struct entente_draft *drafts,
                      size_t draft_count, struct laying *laying, const struct document **document)
{
    laying_begin(laying);
    return laying_check_names(laying, drafts, draft_count) &&
           laying_open_base(laying, base, draft_count == 0, document) &&
           laying_add_all(laying, base, *document, drafts, draft_count) &&
           laying_check_authors(laying);
}

// After all files were opened.
static struct merge_options merging_of(const struct laying *laying)
{
    return (struct merge_options){.max_tokens = input_limits_default.tokens,
                                  .keep_last_mark = laying->options->keep_last_mark,
                                  .laid = LIST_ITEMS(&laying->laid, const struct laid_points *)};
}

bool laying_merge(struct laying *laying, const struct document *base,
                  const struct comparisons *compared, struct merged *merged)
{
    struct arena *arena = laying->arena;
    const struct table_options *options = laying->options;
    struct merge_options merging = merging_of(laying);
    merging.compared = compared;
    if (!merge_drafts(base, LIST_ITEMS(&laying->drafts, struct party_draft), laying->drafts.count,
                      &merging, laying->budget, arena, merged, laying->error) ||
        !(laying->base_table ||
          gate_pass(&options->gate, merged, arena, &laying->notes, laying->error)))
        return false;
    if (laying->base_table)
        merged->rows =
            kept_rows_of(laying->base_table, laying->base_rows, &laying->tables, merged, arena);
    merged->row_comments = LIST_ITEMS(&laying->tables.comments, struct row_comment);
    merged->row_comment_count = (uint32_t)laying->tables.comments.count;
    for (size_t i = 0; i < laying->tables.notes.count; i++)
        *LIST_ADD(&laying->notes, struct merge_note) =
            *LIST_AT(&laying->tables.notes, struct merge_note, i);
    note_forms(laying, merged);
    number_changes_find(merged, arena);
    const struct merge_note *unmerged;
    struct list layouts;
    size_t unmerged_count =
        unmerged_notes(merged, options->carries_asides ? UNMERGED_DOCX : UNMERGED_TEXT, arena,
                       &unmerged, &layouts);
    merged->layout_changes = LIST_ITEMS(&layouts, struct layout_change);
    merged->layout_change_count = (uint32_t)layouts.count;
    for (uint32_t i = 0; i < merged->note_count; i++)
        *LIST_ADD(&laying->notes, struct merge_note) = merged->notes[i];
    for (size_t i = 0; i < unmerged_count; i++)
        *LIST_ADD(&laying->notes, struct merge_note) = unmerged[i];
    merged->notes = LIST_ITEMS(&laying->notes, struct merge_note);
    merged->note_count = (uint32_t)laying->notes.count;
    return true;
}

bool table_lay(const struct entente_file *base, const struct entente_draft *drafts,
               size_t draft_count, const struct table_options *options, struct budget *budget,
               struct arena *arena, struct merged *merged, struct error *error)
{
    struct laying laying = {.options = options, .budget = budget, .arena = arena, .error = error};
    const struct document *document;
    return set_table(base, drafts, draft_count, &laying, &document) &&
           laying_merge(&laying, document, NULL, merged);
}

bool table_compare(const struct entente_file *base, const struct entente_draft *drafts,
                   size_t draft_count, const struct draft_manner *manners, struct budget *budget,
                   struct arena *arena, struct arena *scratch, const struct merge_table **table,
                   struct error *error)
{
    struct table_options options = {.gate = {.any_base = true}, .manners = manners};
    struct laying laying = {.options = &options, .budget = budget, .arena = arena, .error = error};
    const struct document *document;
    if (!set_table(base, drafts, draft_count, &laying, &document))
        return false;
    const struct merge_options merging = merging_of(&laying);
    return merge_compare(document, LIST_ITEMS(&laying.drafts, struct party_draft),
                         laying.drafts.count, &merging, budget, scratch, table, error);
}

void table_sheet(const struct merged *merged, struct arena *arena, struct sheet *sheet)
{
    sheet_lay(merged, arena, sheet);
    sheet_words_fill(sheet, arena);
    look_words_fill(sheet, arena);
    comments_fill(merged, sheet, arena);
    if (merged->rows)
        numbered_rows_lay(merged->rows, sheet, arena);
}

struct str table_date(const char *date, struct arena *arena)
{
    struct str given = str_of(date);
    return given.length == 10 ? arena_print(arena, "%sT00:00:00Z", date) : given;
}
