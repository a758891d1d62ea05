// SPDX-License-Identifier: Apache-2.0
// proofread: what is wrong, or may be, in a text or in each reading of a merged one.
#include "workbench/text/proofread_give.h"

#include "base/builder.h"

#include "exchange/open.h"
#include "render/text/proofread_forms.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/report_draw.h"
#include "workbench/text/merged_file.h"
#include "workbench/text/proof_merged.h"
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

static bool find_in_merged(const struct entente_file *file, const struct input_limits *limits,
                           struct arena *arena, struct proofread_answer *answer,
                           struct proof_rows *rows, struct error *error)
{
    struct sheet *sheet = ARENA_NEW(arena, struct sheet);
    return merged_file_read(file, limits, arena, sheet, error) &&
           proof_merged(sheet, limits, arena, answer, rows, error);
}

// Nothing is moved: what was found may be kept for others.
static void keep_sure(struct proofread_answer *answer, enum entente_certainty least,
                      struct arena *arena)
{
    struct told_finding *kept = ARENA_ARRAY(arena, struct told_finding, (size_t)answer->count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < answer->count; i++)
        if ((int)answer->findings[i].certainty + 1 >= (int)least)
            kept[count++] = answer->findings[i];
    answer->left_out = answer->count - count;
    answer->findings = kept;
    answer->count = count;
}

// A Word file that is no merge of this program's gets its comments.
static bool takes_comments(const struct entente_proofread_options *options,
                           const struct entente_file *file)
{
    bool is_package;
    struct error unused;
    return options->form == ENTENTE_PROOFREAD_COMMENTS &&
           document_is_package(str_of(file->name), answer_file(file), &is_package, &unused) &&
           is_package;
}

static bool find_in_text(const struct entente_proofread_options *options,
                         const struct entente_file *file, const struct input_limits *limits,
                         struct arena *arena, struct proofread_answer *answer,
                         struct proof_rows *rows, struct proof_drawn *drawn, struct error *error)
{
    struct proofreading proof;
    if (!read_document(str_of(file->name), answer_file(file), limits, arena, &proof, error))
        return false;
    answer->is_foreign = proof.text.is_foreign;
    answer->text = proof.text.document;
    proof_rows_add(rows, &proof, 0, NULL, NULL);
    drawn->is_done = takes_comments(options, file);
    enum proof_certainty least = options->least > ENTENTE_CERTAINTY_LOOK
                                     ? (enum proof_certainty)((int)options->least - 1)
                                     : PROOF_LOOK;
    return !drawn->is_done ||
           proof_remarks_write(&proof, least, limits, arena, &drawn->output, &drawn->notes, error);
}

static bool find(const struct entente_proofread_options *options, const struct entente_file *file,
                 const struct input_limits *limits, struct arena *arena,
                 struct proofread_answer *answer, struct proof_drawn *drawn, struct error *error)
{
    struct proof_rows rows = proof_rows_make(0, arena);
    *answer = (struct proofread_answer){.title = str_of(file->name)};
    if (merged_file_says_so(file)
            ? !find_in_merged(file, limits, arena, answer, &rows, error)
            : !find_in_text(options, file, limits, arena, answer, &rows, drawn, error))
        return false;
    answer->findings = LIST_ITEMS(&rows.told, struct told_finding);
    answer->count = (uint32_t)rows.told.count;
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

static void tell(const struct entente_proofread_options *options,
                 const struct proofread_answer *found, struct entente_answer *made)
{
    enum entente_certainty no = options->no;
    made->summary = proofread_summary(found, made->arena);
    made->is_no = no != ENTENTE_CERTAINTY_NONE &&
                  proofread_answer_at_least(found, (enum proof_certainty)((int)no - 1)) > 0;
}

bool proofread_give(const struct entente_proofread_options *options, struct proofread_answer *found,
                    struct entente_answer *made, struct error *error)
{
    keep_sure(found, options->least, made->arena);
    tell(options, found, made);
    return draw(found, options->form, made, error);
}

// The file with its comments, and what could not be noted in it.
static void give_remarks(const struct entente_proofread_options *options,
                         struct proofread_answer *found, const struct proof_drawn *drawn,
                         struct entente_answer *made)
{
    keep_sure(found, options->least, made->arena);
    tell(options, found, made);
    made->output = drawn->output;
    made->summary = arena_print(made->arena, "%.*s%.*s", STR_ARGS(made->summary),
                                STR_ARGS(builder_str(&drawn->notes)));
}

bool entente_proofread(const struct entente_proofread_options *options,
                       const struct entente_file *file, const struct entente_bounds *bounds,
                       struct entente_answer **answer, struct entente_error *error)
{
    struct entente_proofread_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    struct entente_answer *made = answer_new();
    struct budget budget = answer_budget(bounds);
    const struct input_limits *limits = answer_limits(&budget, made->arena);
    struct proof_drawn drawn = {.notes = builder_make(made->arena)};
    struct proofread_answer found;
    struct error inner;
    bool done = find(&own, file, limits, made->arena, &found, &drawn, &inner);
    if (done && drawn.is_done)
        give_remarks(&own, &found, &drawn, made);
    else if (done)
        done = proofread_give(&own, &found, made, &inner);
    if (!done || !budget_check_room(&budget, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}
