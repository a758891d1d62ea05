// SPDX-License-Identifier: Apache-2.0
// proofread: what is wrong, or may be, in a text or in each reading of a merged one.
#include "workbench/text/proofread_file.h"

#include "base/builder.h"

#include "exchange/open.h"
#include "render/text/proofread_forms.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/report_draw.h"
#include "workbench/text/merged_file.h"
#include "workbench/text/proof_combined.h"
#include "workbench/text/proof_remarks.h"

// What was written already beside the finding.
struct proof_drawn {
    bool is_done;
    struct str output;
    struct builder notes;
};

static bool read_document(struct str name, struct str bytes, const struct input_limits *limits,
                          struct arena *arena, struct proofreading *proof, struct error *error)
{
    struct reading accept = {.kind = READING_ACCEPT};
    const struct document *document;
    return document_open(name, bytes, &accept, limits, arena, &document, error) &&
           proofread(document, proof_memory_make(arena), limits, arena, proof, error);
}

// The base and each party's draft.
static bool read_readings(const struct proof_places *places, const struct input_limits *limits,
                          struct proofread_answer *answer, struct proof_rows *rows,
                          struct proof_choice *choices, struct error *error)
{
    for (uint32_t r = 0; r < answer->reading_count; r++) {
        struct sheet_reading reading = {.kind = r == 0 ? READ_BASE : READ_PARTY};
        if (r > 0)
            reading.party = (struct party){r - 1};
        struct proof_choice *choice = &choices[r];
        if (!proof_choice_read(places, places->sheet, reading, limits, rows->arena, choice, error))
            return false;
        if (r > 0)
            proofread_beside(&choices[0].proof, &choice->proof);
        answer->is_foreign = answer->is_foreign || choice->proof.text.is_foreign;
        proof_rows_add(rows, &choice->proof, r, places, choice);
    }
    return true;
}

static bool find_in_merged(const struct entente_file *file, const struct input_limits *limits,
                           struct arena *arena, struct proofread_answer *answer,
                           struct proof_rows *rows, struct error *error)
{
    struct sheet sheet;
    if (!merged_file_read(file, limits, arena, &sheet, error))
        return false;
    answer->reading_count = sheet.party_count + 1;
    struct str *readings = ARENA_ARRAY(arena, struct str, answer->reading_count);
    readings[0] = STR("base");
    for (uint32_t p = 0; p < sheet.party_count; p++)
        readings[p + 1] = sheet.party_names[p];
    answer->readings = readings;
    *rows = proof_rows_make(answer->reading_count, arena);
    struct proof_places *places = proof_places_make(&sheet, arena);
    struct proof_choice *choices = ARENA_ARRAY(arena, struct proof_choice, answer->reading_count);
    return read_readings(places, limits, answer, rows, choices, error) &&
           proof_combined(places, limits, choices, rows, answer, error);
}

// A merged text of this program's, by its own words: JSON, or a .docx that says so in itself.
static bool is_merged(const struct entente_file *file)
{
    struct str bytes = answer_file(file);
    return merged_file_is_ours(file) ||
           (str_starts_with(str_trim(str_slice(bytes, 0, 64)), STR("{")) &&
            str_contains(str_slice(bytes, 0, 4096), STR("\"entente-merge/")));
}

static void keep_sure(struct proofread_answer *answer, struct list *told,
                      enum entente_certainty least)
{
    struct told_finding *findings = LIST_ITEMS(told, struct told_finding);
    uint32_t kept = 0;
    for (size_t i = 0; i < told->count; i++)
        if ((int)findings[i].certainty + 1 >= (int)least)
            findings[kept++] = findings[i];
    answer->left_out = (uint32_t)told->count - kept;
    answer->findings = findings;
    answer->count = kept;
}

static bool is_accepted(const struct proof_accepted *accepted, size_t count,
                        const struct told_finding *told)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(accepted[i].check, str_of(finding_kind_name(told->kind))) &&
            str_equal(accepted[i].quote, told->quotation) &&
            (accepted[i].point.length == 0 || str_equal(accepted[i].point, told->clause)))
            return true;
    return false;
}

static void leave_out_accepted(const struct proof_task *task, struct list *told,
                               struct proofread_answer *answer)
{
    struct told_finding *findings = LIST_ITEMS(told, struct told_finding);
    size_t kept = 0;
    for (size_t i = 0; i < told->count; i++)
        if (!is_accepted(task->accepted, task->accepted_count, &findings[i]))
            findings[kept++] = findings[i];
    answer->accepted = (uint32_t)(told->count - kept);
    list_cut(told, kept);
}

// A Word file that is no merge of this program's gets its comments.
static bool takes_comments(const struct proof_task *task)
{
    bool is_package;
    struct error unused;
    return task->options->form == ENTENTE_PROOFREAD_COMMENTS &&
           document_is_package(str_of(task->file->name), answer_file(task->file), &is_package,
                               &unused) &&
           is_package;
}

static bool find_in_text(const struct proof_task *task, const struct input_limits *limits,
                         struct arena *arena, struct proofread_answer *answer,
                         struct proof_rows *rows, struct proof_drawn *drawn, struct error *error)
{
    struct proofreading proof;
    if (!read_document(str_of(task->file->name), answer_file(task->file), limits, arena, &proof,
                       error))
        return false;
    answer->is_foreign = proof.text.is_foreign;
    answer->text = proof.text.document;
    proof_rows_add(rows, &proof, 0, NULL, NULL);
    drawn->is_done = takes_comments(task);
    enum proof_certainty least = task->options->least > ENTENTE_CERTAINTY_LOOK
                                     ? (enum proof_certainty)((int)task->options->least - 1)
                                     : PROOF_LOOK;
    return !drawn->is_done ||
           proof_remarks_write(&proof, least, limits, arena, &drawn->output, &drawn->notes, error);
}

static bool find(const struct proof_task *task, const struct input_limits *limits,
                 struct arena *arena, struct proofread_answer *answer, struct proof_drawn *drawn,
                 struct error *error)
{
    struct proof_rows rows = proof_rows_make(0, arena);
    *answer = (struct proofread_answer){.title = str_of(task->file->name)};
    if (is_merged(task->file) ? !find_in_merged(task->file, limits, arena, answer, &rows, error)
                              : !find_in_text(task, limits, arena, answer, &rows, drawn, error))
        return false;
    leave_out_accepted(task, &rows.told, answer);
    keep_sure(answer, &rows.told, task->options->least);
    return true;
}

static bool draw(const struct proofread_answer *found, enum entente_proofread_form form,
                 struct entente_answer *made, struct error *error)
{
    static const enum report_form forms[] = {[ENTENTE_PROOFREAD_TEXT] = REPORT_TEXT,
                                             [ENTENTE_PROOFREAD_MARKDOWN] = REPORT_MARKDOWN,
                                             [ENTENTE_PROOFREAD_DOCX] = REPORT_DOCX,
                                             [ENTENTE_PROOFREAD_COMMENTS] = REPORT_DOCX};
    if (form == ENTENTE_PROOFREAD_JSON) {
        made->output = proofread_json(found, made->arena);
        return true;
    }
    if (form == ENTENTE_PROOFREAD_HTML) {
        made->output = proofread_page(found, made->arena);
        return true;
    }
    struct report report = proofread_report(found, made->arena);
    return report_draw(&report, "Before signature", forms[form], made->arena, &made->output, error);
}

bool proofread_file(const struct proof_task *task, const struct entente_bounds *bounds,
                    struct entente_answer **answer, struct entente_error *error)
{
    struct entente_answer *made = answer_new();
    struct budget budget = answer_budget(bounds);
    const struct input_limits *limits = answer_limits(&budget, made->arena);
    struct proof_drawn drawn = {.notes = builder_make(made->arena)};
    struct proofread_answer found;
    struct error inner;
    bool done = find(task, limits, made->arena, &found, &drawn, &inner) &&
                (drawn.is_done || draw(&found, task->options->form, made, &inner)) &&
                budget_check_room(&budget, &inner);
    if (!done) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    if (drawn.is_done)
        made->output = drawn.output;
    enum entente_certainty no = task->options->no;
    made->summary = proofread_summary(&found, made->arena);
    if (drawn.notes.length > 0)
        made->summary = arena_print(made->arena, "%.*s%.*s", STR_ARGS(made->summary),
                                    STR_ARGS(builder_str(&drawn.notes)));
    made->is_no = no != ENTENTE_CERTAINTY_NONE &&
                  proofread_answer_at_least(&found, (enum proof_certainty)((int)no - 1)) > 0;
    *answer = made;
    return true;
}

bool entente_proofread(const struct entente_proofread_options *options,
                       const struct entente_file *file, const struct entente_bounds *bounds,
                       struct entente_answer **answer, struct entente_error *error)
{
    struct entente_proofread_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    const struct proof_task task = {.options = &own, .file = file};
    return proofread_file(&task, bounds, answer, error);
}
