// SPDX-License-Identifier: Apache-2.0
#include "serve/act_propose.h"

#include "base/builder.h"
#include "codec/json.h"
#include "serve/act_frame.h"

static const struct json *shown(struct case_job *job, const char *kind, const char *id)
{
    struct entente_show_options options = {
        .size = sizeof options, .form = ENTENTE_SHOW_JSON, .kind = kind, .id = id};
    struct entente_answer *answer;
    struct entente_error ignored;
    struct error broken;
    const struct json *value = NULL;
    if (!entente_case_show(&options, job->seat->handle, NULL, &answer, &ignored))
        return NULL;
    if (!json_read(STR("case"), case_job_output(job, answer), &input_limits_default,
                   job->visit->arena, &value, &broken))
        value = NULL;
    entente_answer_free(answer);
    return value;
}

// The party's newest draft, or the base where that is newer; drafts stand in their order.
static const struct json *draft_of(struct case_job *job, const char *document, const char *party)
{
    const struct json *drafts = shown(job, "draft", NULL);
    const struct json *found = NULL;
    for (size_t i = 0; drafts && i < drafts->count; i++) {
        const struct json *each = &drafts->items[i];
        struct str whose = json_text(each, "party");
        if (str_equal(json_text(each, "document"), str_of(document)) &&
            (whose.length == 0 || str_equal(whose, str_of(party))))
            found = each;
    }
    return found;
}

static bool file_of(struct case_job *job, const struct json *draft, struct entente_file *file,
                    struct entente_error *error)
{
    struct arena *arena = job->visit->arena;
    struct entente_show_options options = {.size = sizeof options,
                                           .form = ENTENTE_SHOW_FILE,
                                           .kind = "draft",
                                           .id = arena_c_string(arena, json_text(draft, "id"))};
    struct entente_answer *answer;
    if (!entente_case_show(&options, job->seat->handle, NULL, &answer, error))
        return false;
    struct str bytes = case_job_output(job, answer);
    *file = (struct entente_file){case_job_summary(job, answer), bytes.bytes, bytes.length};
    entente_answer_free(answer);
    return true;
}

// What the party holds at the place now: its own wording, else the base's.
static struct str wording_of(const struct json *slot, const char *party)
{
    const struct json *variants = json_member(slot, "variants");
    struct str base = {NULL, 0};
    for (size_t i = 0; variants && i < variants->count; i++) {
        const struct json *holders = json_member(&variants->items[i], "parties");
        if (str_equal(json_text(&variants->items[i], "id"), json_text(slot, "base")))
            base = json_text(&variants->items[i], "text");
        for (size_t j = 0; holders && j < holders->count; j++)
            if (str_equal(holders->items[j].text, str_of(party)))
                return json_text(&variants->items[i], "text");
    }
    return base;
}

// The words with those around them stand in the text once.
static bool place_find(struct str text, const struct json *slot, struct str wording,
                       struct arena *arena, size_t *at)
{
    struct str before = json_text(slot, "before");
    struct str whole = arena_print(arena, "%.*s%.*s%.*s", STR_ARGS(before), STR_ARGS(wording),
                                   STR_ARGS(json_text(slot, "after")));
    size_t first = str_find(text, whole);
    if (whole.length == 0 || first == text.length || str_contains(str_skip(text, first + 1), whole))
        return false;
    *at = first + before.length;
    return true;
}

bool act_propose_draft(struct case_job *job, const char *party, struct entente_file *draft,
                       struct entente_error *error)
{
    struct arena *arena = job->visit->arena;
    const char *document = act_field(job, "document");
    const char *slot_id = act_field(job, "slot");
    const char *words = visit_field(job->visit, "wording");
    const struct json *slot = slot_id ? shown(job, "slot", slot_id) : NULL;
    const struct json *old = document ? draft_of(job, document, party) : NULL;
    size_t at;
    if (!slot || !old || !words)
        return act_misuse(error, "say the document, the place and the wording");
    if (!file_of(job, old, draft, error))
        return false;
    struct str name = str_of(draft->name);
    struct str text = {draft->bytes, draft->length};
    struct str wording = wording_of(slot, party);
    bool is_text = str_ends_with(name, STR(".md")) || str_ends_with(name, STR(".txt"));
    if (!is_text || !place_find(text, slot, wording, arena, &at))
        return act_misuse(error, is_text
                                     ? "the place is not found in the draft for sure; write it in "
                                       "the draft and give the file under Drafts"
                                     : "the party's draft is a Word file: write the wording in "
                                       "it with Word, and give it under Drafts");
    struct builder out = builder_make(arena);
    builder_add(&out, str_slice(text, 0, at));
    builder_add_c(&out, words);
    builder_add(&out, str_skip(text, at + wording.length));
    struct str made = builder_str(&out);
    *draft = (struct entente_file){draft->name, made.bytes, made.length};
    return true;
}
