// SPDX-License-Identifier: Apache-2.0
// entente timetable BASE PARTY=FILE…: rival drafts of one timetable. Texts are merged, and their slots
// carry the rival limits; steps files are laid over one another clause by clause.
#include "base/plain_name.h"
#include "merge/sheet_words.h"
#include "render/timetable/rivals_forms.h"
#include "render/timetable/timetable_forms.h"
#include "timetable/assumed.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/text/merged_file.h"
#include "workbench/text/table.h"
#include "workbench/timetable/slot_limits.h"
#include "workbench/timetable/timetable_find.h"

// Rival drafts under way to their answer.
struct contest {
    const struct entente_timetable_options *options;
    const struct entente_rival *given;
    size_t given_count;
    struct budget budget;
    struct arena *arena;
    struct rivals_answer *answer;
    const struct rival_parts *parts; // by slot of the rivals
    struct slot_limits slots;        // of a merged text
    struct error *error;
};

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
        *LIST_ADD(&c->answer->notes, struct str) = note;
    }
}

// The drafts are copies of one text: what they change are slots, wherever it stands.
static bool merge_rivals(struct contest *c, struct sheet *sheet)
{
    struct entente_draft *drafts = ARENA_ARRAY(c->arena, struct entente_draft, c->given_count);
    for (size_t i = 0; i < c->given_count; i++)
        drafts[i] = (struct entente_draft){c->given[i].party, c->given[i].file};
    struct table_options how = {.gate = {.place = GATE_TIMETABLE}};
    struct merged *merged = ARENA_NEW(c->arena, struct merged);
    if (!table_lay(c->options->text, drafts, c->given_count, &how, &c->budget, c->arena, merged,
                   c->error))
        return false;
    sheet_lay(merged, c->arena, sheet);
    sheet_words_fill(sheet, c->arena);
    return true;
}

// Drafts that are to be merged, or that stand merged in a file of ours.
static bool read_merged(struct contest *c, const struct plan *common)
{
    struct sheet *sheet = ARENA_NEW(c->arena, struct sheet);
    struct date date;
    bool is_dated;
    const struct input_limits *limits = answer_limits(&c->budget, c->arena);
    if (!timetable_signed_on(c->options, &date, &is_dated, c->error) ||
        !(c->given_count > 0
              ? merge_rivals(c, sheet)
              : merged_file_read(c->options->text, limits, c->arena, sheet, c->error)))
        return false;
    if (!slot_limits_make(sheet, common, is_dated ? &date : NULL, &c->budget, c->arena, &c->slots,
                          c->error))
        return false;
    c->answer->rivals = c->slots.rivals;
    c->answer->groups = c->slots.groups;
    slot_limits_parts(sheet, &c->slots, c->arena, &c->parts);
    add_notes(c, STR(""), &c->answer->rivals.plan.notes);
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
        if (!timetable_read_plan(&options, d == 0 ? STR("") : drafts[d].party, &c->budget, c->arena,
                                 &plans[d], c->error))
            return false;
        plan_finish(&plans[d]);
        plan_drop_assumed(&plans[d]);
        add_notes(c, d == 0 ? STR("") : drafts[d].party, &plans[d].notes);
    }
    rivals_make(drafts, (uint32_t)count + 1, c->arena, &c->answer->rivals); // parties: at most 200
    rivals_parts(&c->answer->rivals, c->arena, &c->parts);
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
    return proposes ? read_merged(c, &common) : lay_drafts(c);
}

static bool find_pair(struct contest *c, struct rivals_pair *pair)
{
    const struct rivals *rivals = &c->answer->rivals;
    return rivals_reconcile(rivals, pair->a, pair->b, &c->budget, c->arena, &pair->answer,
                            c->error) &&
           rivals_concede(rivals, c->parts, pair->a, pair->b, &c->budget, c->arena, &pair->meetings,
                          c->error);
}

// The wordings of the merged text behind each exclusion.
static void find_choices(struct contest *c)
{
    const struct list *exclusions = &c->answer->findings.exclusions;
    struct slot_choice_sets *sets =
        ARENA_ARRAY(c->arena, struct slot_choice_sets, exclusions->count);
    for (size_t i = 0; i < exclusions->count; i++)
        sets[i].count = slot_limits_exclude(
            &c->slots, LIST_AT(exclusions, struct rival_exclusion, i), c->arena, &sets[i].items);
    c->answer->excluded = sets;
}

static bool find(struct contest *c)
{
    struct rivals_answer *answer = c->answer;
    if (!rivals_find(&answer->rivals, RIVAL_QUESTIONS_MAX, &c->budget, c->arena, &answer->findings,
                     c->error))
        return false;
    if (answer->groups)
        find_choices(c);
    uint32_t drafts = answer->rivals.draft_count;
    struct plan_answer *own = ARENA_ARRAY(c->arena, struct plan_answer, drafts);
    answer->own = own;
    for (uint32_t d = 0; d < drafts; d++)
        if (!rivals_reconcile(&answer->rivals, d, d, &c->budget, c->arena, &own[d], c->error))
            return false;
    // The base is not a party, but with a single draft it is what that one is set against.
    for (uint32_t a = drafts > 2 ? 1 : 0; a < drafts; a++)
        for (uint32_t b = a + 1; b < drafts; b++) {
            struct rivals_pair *pair = LIST_ADD(&answer->pairs, struct rivals_pair);
            *pair = (struct rivals_pair){.a = a, .b = b};
            if (!find_pair(c, pair))
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
    struct rivals_answer found = {.pairs = LIST_MAKE(made->arena, struct rivals_pair),
                                  .notes = LIST_MAKE(made->arena, struct str)};
    struct contest c = {.options = options,
                        .given = rivals,
                        .given_count = rival_count,
                        .budget = answer_budget(bounds),
                        .arena = made->arena,
                        .answer = &found,
                        .error = &inner};
    if (rival_count > input_limits_default.parties)
        error_set(&inner, TOO_LARGE, "more than %zu parties", input_limits_default.parties);
    else if (check_names(&c) && read_drafts(&c) && find(&c)) {
        made->output = options->form == ENTENTE_TIMETABLE_JSON ? rivals_json(&found, made->arena)
                                                               : rivals_text(&found, made->arena);
        made->summary = timetable_notes(&found.notes, made->arena);
        made->is_no = !found.findings.is_possible;
        *answer = made;
        return true;
    }
    entente_answer_free(made);
    return answer_error(&inner, error);
}
