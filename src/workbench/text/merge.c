// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "exchange/docx_write/docx_write.h"
#include "merge/sheet_counts.h"
#include "workbench/answer.h"
#include "workbench/text/merged_file.h"
#include "workbench/text/sheet_file.h"
#include "workbench/text/table.h"

// Notes found while writing join the ones found while merging.
static bool write_redline(const struct merged *merged, const struct entente_merge_options *options,
                          struct entente_answer *answer, struct builder *notes, struct error *error)
{
    struct docx_write_options how = {
        .date = table_date(options->date, answer->arena),
        .moves = options->real_moves ? DOCX_MOVES_REAL : DOCX_MOVES_AS_EDITS,
        .limits = &limits_default,
    };
    struct docx_written written;
    if (!docx_write_tracked(merged, &how, answer->arena, &written, error))
        return false;
    answer->output = written.bytes;
    for (size_t i = 0; i < written.note_count; i++)
        builder_print(notes, "note: %.*s\n", STR_ARGS(written.notes[i]));
    return true;
}

static const char *ending(uint32_t count)
{
    return count == 1 ? "" : "s";
}

// What is open, all in all.
static void add_totals(struct builder *out, const struct sheet_counts *counts)
{
    builder_print(out, "%u point%s: %u agreed, %u open, with %u open slot%s",
                  counts->agreed_points + counts->open_points,
                  ending(counts->agreed_points + counts->open_points), counts->agreed_points,
                  counts->open_points, counts->open_slots, ending(counts->open_slots));
    if (counts->rival_slots > 0)
        builder_print(out, " (%u with rival wordings)", counts->rival_slots);
    if (counts->settled_slots > 0)
        builder_print(out, ", %u change%s that all parties make", counts->settled_slots,
                      ending(counts->settled_slots));
    if (counts->format_changes > 0)
        builder_print(out, ", %u change%s of format alone", counts->format_changes,
                      ending(counts->format_changes));
    builder_add_c(out, "\n");
}

// similarity  of each party's draft to the base, in thousandths; NULL where the drafts are not here
static void add_parties(struct builder *out, const struct sheet *sheet,
                        const struct sheet_counts *counts, const uint32_t *similarity)
{
    for (uint32_t p = 0; p < sheet->party_count; p++) {
        builder_print(out, "  %.*s: %u proposal%s", STR_ARGS(sheet->party_names[p]),
                      counts->parties[p].proposals, ending(counts->parties[p].proposals));
        if (counts->parties[p].shared > 0)
            builder_print(out, ", %u of them shared", counts->parties[p].shared);
        if (similarity)
            builder_print(out, "; %u %% of the words as in the base", similarity[p] / 10);
        builder_add_c(out, "\n");
    }
}

static struct builder summary_of(const struct sheet *sheet, const struct sheet_counts *counts,
                                 const uint32_t *similarity, struct arena *arena)
{
    struct builder out = builder_make(arena);
    add_totals(&out, counts);
    add_parties(&out, sheet, counts, similarity);
    for (uint32_t i = 0; i < sheet->note_count; i++)
        builder_print(&out, "note: %.*s\n", STR_ARGS(sheet->notes[i]));
    return out;
}

// A merged text of ours, read again and shown in another form.
static bool show_again(struct entente_answer *answer, const struct sheet *sheet,
                       const struct entente_merge_options *options, struct error *error)
{
    struct sheet_file file = {options->form, options->format, options->hide_names};
    if (!sheet_file_write(sheet, &file, answer->arena, &answer->output, error))
        return false;
    struct sheet_counts counts = sheet_counts_make(sheet, answer->arena);
    struct builder summary = summary_of(sheet, &counts, NULL, answer->arena);
    answer->summary = builder_str(&summary);
    answer->is_no = counts.open_slots > 0;
    return true;
}

// Reads a file that holds all drafts already: our JSON, or bracketed text of ours. False when it is
// JSON that cannot be read; what is no bracketed text of ours may be the base of drafts.
static bool read_merged(const struct entente_file *file, struct arena *arena, struct sheet *sheet,
                        bool *is_merged, struct error *error)
{
    enum kept_form form = kept_form_of(file);
    *is_merged = form != KEPT_DOCX && merged_file_read(file, arena, sheet, error);
    return *is_merged || form != KEPT_JSON;
}

static bool merge_into(struct entente_answer *answer, const struct entente_file *base,
                       const struct entente_draft *drafts, size_t draft_count,
                       const struct entente_merge_options *options, struct budget *budget,
                       struct error *error)
{
    struct table_options table = {
        options->authors, options->author_count, options->any_base, options->format == ENTENTE_DOCX,
        options->format == ENTENTE_DOCX && options->form == ENTENTE_REDLINE};
    struct merged merged;
    struct sheet sheet;
    bool is_merged = false;
    if (draft_count == 0 && !read_merged(base, answer->arena, &sheet, &is_merged, error))
        return false;
    if (is_merged)
        return show_again(answer, &sheet, options, error);
    if (!table_lay(base, drafts, draft_count, &table, budget, answer->arena, &merged, error))
        return false;
    table_sheet(&merged, answer->arena, &sheet);
    struct sheet_counts counts = sheet_counts_make(&sheet, answer->arena);
    struct builder summary = summary_of(&sheet, &counts, merged.similarity, answer->arena);
    struct sheet_file file = {options->form, options->format, options->hide_names};
    bool is_redline = options->format == ENTENTE_DOCX && options->form == ENTENTE_REDLINE;
    if (is_redline ? !write_redline(&merged, options, answer, &summary, error)
                   : !sheet_file_write(&sheet, &file, answer->arena, &answer->output, error))
        return false;
    answer->summary = builder_str(&summary);
    answer->is_no = counts.open_slots > 0;
    return true;
}

bool entente_merge(const struct entente_file *base, const struct entente_draft *drafts,
                   size_t draft_count, const struct entente_merge_options *options,
                   const struct entente_bounds *bounds, struct entente_answer **answer,
                   struct entente_error *error)
{
    struct budget budget = answer_budget(bounds);
    struct entente_answer *made = answer_new();
    struct error inner;
    if (!merge_into(made, base, drafts, draft_count, options, &budget, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}
