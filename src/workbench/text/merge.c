// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "exchange/docx_write/docx_columns.h"
#include "exchange/docx_write/docx_write.h"
#include "exchange/sheet/counts.h"
#include "exchange/sheet/sheet_write.h"
#include "workbench/answer.h"
#include "workbench/text/form.h"
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

static bool write_docx(const struct merged *merged, const struct sheet *sheet,
                       const struct entente_merge_options *options, struct entente_answer *answer,
                       struct builder *notes, struct error *error)
{
    const struct docx_columns_options columns = {options->hide_names};
    if (options->form == ENTENTE_COLUMNS)
        return docx_write_columns(sheet, &columns, answer->arena, &answer->output, error);
    if (options->form == ENTENTE_REDLINE)
        return write_redline(merged, options, answer, notes, error);
    return error_set(error, MISUSE,
                     "a .docx file shows a redline or columns; say --as redline or --as columns");
}

static void add_party_line(struct builder *out, const struct merged *merged,
                           const struct sheet_counts *counts, uint32_t p)
{
    builder_print(out, "  %.*s: %u proposals", STR_ARGS(merged->party_names[p]),
                  counts->parties[p].proposals);
    if (counts->parties[p].shared > 0)
        builder_print(out, ", %u of them shared", counts->parties[p].shared);
    builder_print(out, "; %u %% of the words as in the base\n", merged->likeness[p] / 10);
}

static void add_summary(struct builder *out, const struct merged *merged,
                        const struct sheet_counts *counts)
{
    builder_print(out, "%u points: %u agreed, %u open, with %u open slots",
                  counts->agreed_points + counts->open_points, counts->agreed_points,
                  counts->open_points, counts->open_slots);
    if (counts->rival_slots > 0)
        builder_print(out, " (%u with rival wordings)", counts->rival_slots);
    if (counts->settled_slots > 0)
        builder_print(out, ", %u changes that all parties make", counts->settled_slots);
    if (counts->relooks > 0)
        builder_print(out, ", %u change%s of format alone", counts->relooks,
                      counts->relooks == 1 ? "" : "s");
    builder_add_c(out, "\n");
    for (uint32_t p = 0; p < merged->party_count; p++)
        add_party_line(out, merged, counts, p);
    for (uint32_t i = 0; i < merged->note_count; i++)
        builder_print(out, "note: %.*s\n", STR_ARGS(merged->notes[i]));
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
    if (!table_lay(base, drafts, draft_count, &table, budget, answer->arena, &merged, error))
        return false;
    sheet_lay(&merged, answer->arena, &sheet);
    struct sheet_counts counts = sheet_counts_make(&sheet, answer->arena);
    struct builder summary = builder_make(answer->arena);
    add_summary(&summary, &merged, &counts);
    if (options->format == ENTENTE_DOCX) {
        if (!write_docx(&merged, &sheet, options, answer, &summary, error))
            return false;
    } else {
        struct sheet_options how = {sheet_form_of(options->form), medium_of(options->format),
                                    options->hide_names};
        answer->output = sheet_write(&sheet, &how, answer->arena);
    }
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
