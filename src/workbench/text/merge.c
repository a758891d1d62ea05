// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/docx_write.h"
#include "exchange/next_base/next_base.h"
#include "render/text/merged_forms.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/text/form.h"
#include "workbench/text/merge_read_as.h"
#include "workbench/text/merged_file.h"
#include "workbench/text/sheet_file.h"
#include "workbench/text/slot_list_file.h"
#include "workbench/text/slot_list_read.h"
#include "workbench/text/table.h"

// Notes found while writing join the ones found while merging.
static bool write_redline(const struct merged *merged, const struct entente_merge_options *options,
                          struct entente_answer *answer, struct merge_answer *found,
                          struct error *error)
{
    struct docx_write_options how = {
        .date = table_date(options->date, answer->arena),
        .moves = options->real_moves ? DOCX_MOVES_REAL : DOCX_MOVES_AS_EDITS,
        .limits = &input_limits_default,
    };
    struct docx_written written;
    if (!docx_write_tracked(merged, &how, answer->arena, &written, error))
        return false;
    answer->output = written.bytes;
    found->file_notes = written.notes;
    found->file_note_count = written.note_count;
    return true;
}

// All wordings of a slot in brackets, over the base's own file.
static bool write_bracketed(const struct merged *merged,
                            const struct entente_merge_options *options,
                            struct entente_answer *answer, struct merge_answer *found,
                            struct error *error)
{
    const struct docx_write_options how = {.date = table_date(options->date, answer->arena),
                                           .limits = &input_limits_default};
    const struct bracketing brackets = {merged_form_of(options->form), options->hide_names,
                                        STR_INIT("")};
    uint32_t *variants = ARENA_ARRAY(answer->arena, uint32_t, merged->slot_count + 1);
    for (uint32_t s = 0; s < merged->slot_count; s++)
        variants[s] = merged->slots[s].kind == SLOT_WORDING ? NO_INDEX : 0;
    const struct decisions decisions = {variants, OPEN_BRACKETS};
    struct docx_written written;
    if (!docx_write_next(merged, &decisions, &brackets, &how, answer->arena, &written, error))
        return false;
    answer->output = written.bytes;
    found->file_notes = written.notes;
    found->file_note_count = written.note_count;
    return true;
}

// Whether a form is a table of its own, and not the base's own text.
static bool is_table(enum entente_form form)
{
    return form == ENTENTE_COLUMNS || form == ENTENTE_LIST || form == ENTENTE_COMMENTS;
}

// A merged text of ours, read again and shown in another form.
static bool show_again(const struct entente_file *kept, struct budget *budget,
                       struct entente_answer *answer, struct merge_answer *found,
                       const struct entente_merge_options *options, struct error *error)
{
    struct sheet_file file = {options->form, options->format, options->hide_names};
    struct merged merged;
    struct sheet unused;
    bool is_bracketed = options->format == ENTENTE_DOCX && !is_table(options->form) &&
                        kept_form_of(kept) == KEPT_DOCX;
    if (is_bracketed) {
        if (!merged_file_lay(kept, NULL, answer_limits(budget, answer->arena), answer->arena,
                             &merged, &unused, error) ||
            !write_bracketed(&merged, options, answer, found, error))
            return false;
    } else if (!sheet_file_write(&found->sheet, &file, answer->arena, &answer->output, error))
        return false;
    found->counts = sheet_counts_make(&found->sheet, answer->arena);
    answer->summary = merged_summary(found, answer->arena);
    answer->is_no = found->counts.open_slots + found->counts.contested_changes > 0;
    return true;
}

// A list of open places in another of its forms. It holds wordings, but no text around them.
static bool show_list(const struct slot_list *list, const struct entente_merge_options *options,
                      struct entente_answer *answer, struct error *error)
{
    if (options->form != ENTENTE_LIST)
        return error_set(error, MISUSE,
                         "this is a list of open places, which has no text around them; say "
                         "--as list with -o .csv, .xlsx, .docx or .md");
    answer->summary = arena_print(answer->arena, "%u place%s in the list\n", list->row_count,
                                  list->row_count == 1 ? "" : "s");
    answer->is_no = list->row_count > 0;
    return slot_list_write(list, options->format, answer->arena, &answer->output, error);
}

// Reads a file that holds all drafts already: our JSON, or bracketed text of ours. False when it is
// JSON that cannot be read; what is no bracketed text of ours may be the base of drafts.
static bool read_merged(const struct entente_file *file, struct budget *budget, struct arena *arena,
                        struct sheet *sheet, bool *is_merged, struct error *error)
{
    const struct input_limits *limits = answer_limits(budget, arena);
    enum kept_form form = kept_form_of(file);
    bool is_ours = form == KEPT_DOCX && merged_file_is_ours(file);
    bool may_be = form != KEPT_DOCX || is_ours;
    *is_merged = may_be && merged_file_read(file, limits, arena, sheet, error);
    return *is_merged || (form != KEPT_JSON && !is_ours);
}

static bool merge_into(struct entente_answer *answer, const struct entente_file *base,
                       const struct entente_draft *drafts, size_t draft_count,
                       const struct entente_merge_options *options,
                       const struct draft_manner *manners, struct budget *budget,
                       struct error *error)
{
    bool is_docx = options->format == ENTENTE_DOCX;
    struct table_options table = {.struck = options->struck,
                                  .authors = options->authors,
                                  .author_count = options->author_count,
                                  .authors_must_be_known = true,
                                  .gate = {GATE_MERGE, options->any_base, NULL},
                                  .fragments = options->fragments,
                                  .fragment_count = options->fragment_count,
                                  .manners = manners,
                                  .keep_last_mark = is_docx,
                                  .carries_asides = is_docx && options->form == ENTENTE_REDLINE};
    struct merged merged;
    struct merge_answer found = {.tells_every_note = options->notes == ENTENTE_NOTES_EACH};
    bool is_merged = false;
    bool is_redline = is_docx && options->form == ENTENTE_REDLINE;
    struct slot_list list;
    if (draft_count == 0 &&
        slot_list_read(base, answer_limits(budget, answer->arena), answer->arena, &list))
        return show_list(&list, options, answer, error);
    // The authors of a Word file may be asked for once more.
    bool is_asked = is_redline || options->author_count > 0;
    if (draft_count == 0 && !(is_asked && kept_form_of(base) == KEPT_DOCX) &&
        !read_merged(base, budget, answer->arena, &found.sheet, &is_merged, error))
        return false;
    if (is_merged && options->author_count > 0)
        return error_at(error, MISUSE, place_of(str_of(base->name)),
                        "this text is merged already and has its parties; --authors draws parties "
                        "from the tracked changes of a .docx");
    if (is_merged)
        return show_again(base, budget, answer, &found, options, error);
    if (!table_lay(base, drafts, draft_count, &table, budget, answer->arena, &merged, error))
        return false;
    table_sheet(&merged, answer->arena, &found.sheet);
    found.counts = sheet_counts_make(&found.sheet, answer->arena);
    found.similarity = merged.similarity;
    struct sheet_file file = {options->form, options->format, options->hide_names};
    bool is_bracketed = is_docx && !is_redline && !is_table(options->form);
    if (is_redline ? !write_redline(&merged, options, answer, &found, error)
        : is_bracketed
            ? !write_bracketed(&merged, options, answer, &found, error)
            : !sheet_file_write(&found.sheet, &file, answer->arena, &answer->output, error))
        return false;
    answer->summary = merged_summary(&found, answer->arena);
    answer->is_no = found.counts.open_slots + found.counts.contested_changes > 0;
    return true;
}

bool merge_read_as(const struct entente_merge_options *options, const struct entente_file *base,
                   const struct entente_draft *drafts, size_t draft_count,
                   const struct draft_manner *manners, const struct entente_bounds *bounds,
                   struct entente_answer **answer, struct entente_error *error)
{
    struct entente_merge_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct budget budget = answer_budget(bounds);
    struct entente_answer *made = answer_new();
    struct error inner;
    if (!merge_into(made, base, drafts, draft_count, options, manners, &budget, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}

bool entente_merge(const struct entente_merge_options *options, const struct entente_file *base,
                   const struct entente_draft *drafts, size_t draft_count,
                   const struct entente_bounds *bounds, struct entente_answer **answer,
                   struct entente_error *error)
{
    return merge_read_as(options, base, drafts, draft_count, NULL, bounds, answer, error);
}
