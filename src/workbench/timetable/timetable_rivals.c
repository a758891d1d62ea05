// SPDX-License-Identifier: Apache-2.0
// entente timetable BASE PARTY=FILE…: rival drafts of one timetable. Texts are merged, and their slots
// carry the rival limits; steps files are laid over one another clause by clause.
#include "base/plain_name.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/text/table.h"
#include "workbench/timetable/contest.h"

static bool is_yaml(const char *name)
{
    return str_ends_with(str_of(name), STR(".yaml")) || str_ends_with(str_of(name), STR(".yml"));
}

static bool are_texts(const struct contest *c)
{
    for (size_t i = 0; i < c->given_count; i++)
        if (is_yaml(c->given[i].file.name))
            return false;
    return c->options->text != NULL;
}

static void add_notes(struct contest *c, struct str party, const struct list *notes)
{
    for (size_t i = 0; i < notes->count; i++) {
        struct str note = *LIST_AT(notes, struct str, i);
        if (party.length > 0)
            note = arena_print(c->arena, "%.*s: %.*s", STR_ARGS(party), STR_ARGS(note));
        *LIST_ADD(&c->notes, struct str) = note;
    }
}

// The drafts are copies of one text: what they change are slots, wherever it stands.
static bool merge_texts(struct contest *c, const struct plan *common)
{
    struct entente_draft *drafts = ARENA_ARRAY(c->arena, struct entente_draft, c->given_count);
    for (size_t i = 0; i < c->given_count; i++)
        drafts[i] = (struct entente_draft){c->given[i].party, c->given[i].file};
    struct table_options how = {0};
    struct merged *merged = ARENA_NEW(c->arena, struct merged);
    struct sheet *sheet = ARENA_NEW(c->arena, struct sheet);
    struct date date;
    bool is_dated;
    if (!timetable_signed_on(c->options, &date, &is_dated, c->error) ||
        !table_lay(c->options->text, drafts, c->given_count, &how, &c->budget, c->arena, merged,
                   c->error))
        return false;
    sheet_lay(merged, c->arena, sheet);
    if (!slot_limits_make(sheet, common, is_dated ? &date : NULL, &c->budget, c->arena, &c->slots,
                          c->error))
        return false;
    c->rivals = c->slots.rivals;
    c->is_merged = true;
    slot_limits_parts(sheet, &c->slots, c->arena, &c->parts);
    add_notes(c, STR(""), &c->rivals.plan.notes);
    return true;
}

static bool lay_drafts(struct contest *c)
{
    const struct entente_rival *given = c->given;
    size_t count = c->given_count;
    struct rival_draft *drafts = ARENA_ARRAY(c->arena, struct rival_draft, count + 1);
    struct plan *plans = ARENA_ARRAY(c->arena, struct plan, count + 1);
    for (size_t d = 0; d <= count; d++) {
        struct entente_timetable_options options = *c->options;
        drafts[d] =
            (struct rival_draft){d == 0 ? STR("base") : str_of(given[d - 1].party), &plans[d]};
        if (d > 0 && is_yaml(given[d - 1].file.name)) {
            options.text = NULL;
            options.steps = &given[d - 1].file;
        } else if (d > 0) {
            options.text = &given[d - 1].file;
        }
        if (!timetable_read_plan(&options, d == 0 ? STR("") : drafts[d].party, c->arena, &plans[d],
                                 c->error))
            return false;
        plan_finish(&plans[d]);
        add_notes(c, d == 0 ? STR("") : drafts[d].party, &plans[d].notes);
    }
    rivals_make(drafts, (uint32_t)count + 1, c->arena, &c->rivals); // parties: at most 200
    rivals_parts(&c->rivals, c->arena, &c->parts);
    return true;
}

static bool check_names(const struct contest *c)
{
    for (size_t i = 0; i < c->given_count; i++)
        if (!plain_name_check(str_of(c->given[i].party), "the name of a party", c->error))
            return false;
    return true;
}

static bool read_drafts(struct contest *c)
{
    struct plan common;
    bool proposes;
    if (!are_texts(c))
        return lay_drafts(c);
    if (!timetable_read_steps(c->options, c->arena, &common, &proposes, c->error))
        return false;
    return proposes ? merge_texts(c, &common) : lay_drafts(c);
}

static bool find(struct contest *c)
{
    if (!rivals_find(&c->rivals, RIVAL_QUESTIONS_MAX, &c->budget, c->arena, &c->findings, c->error))
        return false;
    uint32_t drafts = c->rivals.draft_count;
    c->own = ARENA_ARRAY(c->arena, struct plan_answer, drafts);
    for (uint32_t d = 0; d < drafts; d++)
        if (!rivals_reconcile(&c->rivals, d, d, &c->budget, c->arena, &c->own[d], c->error))
            return false;
    // The base is not a party, but with a single draft it is what that one is set against.
    for (uint32_t a = drafts > 2 ? 1 : 0; a < drafts; a++)
        for (uint32_t b = a + 1; b < drafts; b++) {
            struct pair *pair = LIST_ADD(&c->pairs, struct pair);
            *pair = (struct pair){.a = a, .b = b};
            if (!rivals_reconcile(&c->rivals, a, b, &c->budget, c->arena, &pair->answer,
                                  c->error) ||
                !rivals_concede(&c->rivals, c->parts, a, b, &c->budget, c->arena, &pair->meetings,
                                c->error))
                return false;
        }
    return true;
}

bool entente_timetable_rivals(const struct entente_timetable_options *options,
                              const struct entente_rival *rivals, size_t rival_count,
                              const struct entente_bounds *bounds, struct entente_answer **answer,
                              struct entente_error *error)
{
    struct entente_timetable_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct entente_answer *made = answer_new();
    struct error inner;
    struct contest c = {
        .options = options,
        .given = rivals,
        .given_count = rival_count,
        .budget = answer_budget(bounds),
        .arena = made->arena,
        .pairs = LIST_MAKE(made->arena, struct pair),
        .notes = LIST_MAKE(made->arena, struct str),
        .error = &inner,
    };
    if (rival_count > limits_default.parties)
        error_set(&inner, TOO_LARGE, "more than %zu parties", limits_default.parties);
    else if (check_names(&c) && read_drafts(&c) && find(&c)) {
        made->output =
            options->form == ENTENTE_TIMETABLE_JSON ? contest_json(&c) : contest_text(&c);
        made->summary = timetable_notes(&c.notes, c.arena);
        made->is_no = !c.findings.is_possible;
        *answer = made;
        return true;
    }
    entente_answer_free(made);
    return answer_error(&inner, error);
}
