// SPDX-License-Identifier: Apache-2.0
// Language versions of one text, held against the first.
#include "proofreading/concordance.h"

#include "exchange/open.h"
#include "render/text/concordance_forms.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/report_draw.h"
#include "workbench/text/proof_rows.h"

#include <entente/proofread.h>

static bool read_version(const struct entente_file *file, const struct input_limits *limits,
                         struct arena *arena, struct version_text *text, struct error *error)
{
    static const struct reading accept = {.kind = READING_ACCEPT};
    const struct document *document;
    if (!document_open(str_of(file->name), answer_file(file), &accept, limits, arena, &document,
                       error) ||
        !input_limits_spend(limits, document->text.length, error))
        return false;
    version_text_make(document, arena, text);
    return true;
}

// "4/2/" as "4/2".
static struct str clause_of(struct str key, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct str part;
    while (str_cut(&key, '/', &part))
        if (part.length > 0)
            builder_print(&out, "%s%.*s", out.length > 0 ? "/" : "", STR_ARGS(part));
    return builder_str(&out);
}

// The words at a place with those around them, or the first ones of a clause.
static void tell_side(const struct version_text *text, struct range place, uint32_t clause,
                      struct arena *arena, struct str *words, struct str *context)
{
    const struct document *document = text->document;
    if (clause == NO_INDEX)
        return;
    const struct paragraph *paragraph = &document->paragraphs[clause];
    *words = str_slice(document->text, place.from, place.to);
    if (place.to == place.from)
        place = (struct range){paragraph->from, paragraph->from};
    *context = proof_context(document, place, arena);
}

static void tell(const struct version_text *texts, uint32_t version,
                 const struct concordance_finding *finding, struct arena *arena,
                 struct told_difference *told)
{
    *told = (struct told_difference){.version = version,
                                     .certainty = finding->certainty,
                                     .clause = clause_of(finding->key, arena),
                                     .message = finding->message};
    tell_side(&texts[0], finding->one, finding->one_clause, arena, &told->one, &told->one_context);
    tell_side(&texts[version], finding->other, finding->other_clause, arena, &told->other,
              &told->other_context);
}

static bool find(const struct entente_file *files, size_t count, const struct input_limits *limits,
                 struct arena *arena, struct concordance_answer *answer, struct error *error)
{
    struct version_text *texts = ARENA_ARRAY(arena, struct version_text, count);
    struct told_version *versions = ARENA_ARRAY(arena, struct told_version, count);
    struct list told = LIST_MAKE(arena, struct told_difference);
    for (uint32_t v = 0; v < count; v++) {
        if (!read_version(&files[v], limits, arena, &texts[v], error))
            return false;
        versions[v] = (struct told_version){str_of(files[v].name), texts[v].language,
                                            (uint32_t)texts[v].clauses.count};
        struct list findings = LIST_MAKE(arena, struct concordance_finding);
        if (v > 0)
            concordance_check(&texts[0], &texts[v], &findings);
        for (size_t f = 0; f < findings.count; f++)
            tell(texts, v, LIST_AT(&findings, struct concordance_finding, f), arena,
                 LIST_ADD(&told, struct told_difference));
    }
    *answer = (struct concordance_answer){
        versions, (uint32_t)count, LIST_ITEMS(&told, struct told_difference), (uint32_t)told.count};
    return true;
}

static bool draw(const struct concordance_answer *found, enum entente_proofread_form form,
                 struct entente_answer *made, struct error *error)
{
    static const enum report_form forms[] = {[ENTENTE_PROOFREAD_TEXT] = REPORT_TEXT,
                                             [ENTENTE_PROOFREAD_MARKDOWN] = REPORT_MARKDOWN,
                                             [ENTENTE_PROOFREAD_HTML] = REPORT_HTML,
                                             [ENTENTE_PROOFREAD_DOCX] = REPORT_DOCX,
                                             [ENTENTE_PROOFREAD_COMMENTS] = REPORT_DOCX};
    if (form == ENTENTE_PROOFREAD_JSON) {
        made->output = concordance_json(found, made->arena);
        return true;
    }
    struct report report = concordance_report(found, made->arena);
    return report_draw(&report, "Language versions", forms[form], made->arena, &made->output,
                       error);
}

static uint32_t count_at_least(const struct concordance_answer *found, enum entente_certainty no)
{
    uint32_t count = 0;
    for (uint32_t i = 0; no != ENTENTE_CERTAINTY_NONE && i < found->count; i++)
        count += (int)found->differences[i].certainty + 1 >= (int)no;
    return count;
}

bool entente_concordance(const struct entente_proofread_options *options,
                         const struct entente_file *files, size_t file_count,
                         const struct entente_bounds *bounds, struct entente_answer **answer,
                         struct entente_error *error)
{
    struct entente_proofread_options own;
    struct error inner;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    if (file_count < 2) {
        error_set(&inner, MISUSE, "versions in two languages at least are wanted");
        return answer_error(&inner, error);
    }
    struct entente_answer *made = answer_new();
    struct budget budget = answer_budget(bounds);
    const struct input_limits *limits = answer_limits(&budget, made->arena);
    struct concordance_answer found;
    if (!find(files, file_count, limits, made->arena, &found, &inner) ||
        !draw(&found, own.form, made, &inner) || !budget_check_room(&budget, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    made->summary = arena_print(made->arena, "%u differences\n", found.count);
    made->is_no = count_at_least(&found, own.no) > 0;
    *answer = made;
    return true;
}
