// SPDX-License-Identifier: Apache-2.0
// entente timetable BASE PARTY=FILE…: rival drafts of one timetable. Texts are merged, and their slots
// carry the rival limits; steps files are laid over one another clause by clause.
#include "workbench/answer.h"
#include "workbench/text/table.h"
#include "workbench/timetable/slot_limits.h"
#include "workbench/timetable/timetable_plan.h"

// What two drafts together give.
struct pair {
    uint32_t a;
    uint32_t b;
    struct plan_answer answer;
};

struct contest {
    const struct entente_timetable_options *options;
    struct budget budget;
    struct arena *arena;
    const struct entente_rival *given;
    size_t given_count;
    bool is_merged;           // the rivals are slots of a merged text
    struct slot_limits slots; // when merged
    struct rivals rivals;
    struct rival_findings findings;
    struct plan_answer *own; // by draft: what it gives alone
    struct list pairs;       // struct pair, the parties' drafts only
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
    }
    rivals_make(drafts, (uint32_t)count + 1, c->arena, &c->rivals); // parties: at most 200
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
            if (!rivals_reconcile(&c->rivals, a, b, &c->budget, c->arena, &pair->answer, c->error))
                return false;
        }
    return true;
}

// The limits of a variant in words, one text.
static struct str variant_says(const struct contest *c, const struct rival_variant *variant)
{
    struct builder out = builder_make(c->arena);
    const struct plan *plan = &c->rivals.plan;
    for (uint32_t i = 0; i < variant->limit_count; i++) {
        const struct plan_limit *limit =
            LIST_AT(&plan->limits, struct plan_limit, variant->limits[i]);
        bool is_date_on = limit->least.kind == BOUND_DATE && limit->most.kind == BOUND_DATE &&
                          limit->least.date == limit->most.date;
        for (int is_most = 0; is_most < 2; is_most++) {
            const struct plan_bound *bound = is_most ? &limit->most : &limit->least;
            if (bound->kind == BOUND_NONE || (is_date_on && is_most == 0))
                continue;
            builder_add_c(&out, out.length > 0 ? "; " : "");
            builder_add(&out, timeline_says(plan, limit, is_most != 0, c->arena));
        }
    }
    return out.length > 0 ? builder_str(&out) : STR("nothing");
}

static void write_holders(struct json_writer *json, const struct contest *c,
                          const struct rival_variant *variant)
{
    json_name(json, "parties");
    json_begin_array_inline(json);
    for (uint32_t i = 0; i < variant->holder_count; i++)
        json_str(json, c->rivals.drafts[variant->holders[i]].party);
    json_end_array(json);
}

// Slots of the merge are numbered from 1, wordings from 0, as in the merge's own JSON.
static void write_group_slots(struct json_writer *json, const struct slot_group *group)
{
    json_name(json, "merge_slots");
    json_begin_array_inline(json);
    for (uint32_t s = 0; s < group->slot_count; s++)
        json_int(json, (int64_t)group->slots[s] + 1);
    json_end_array(json);
}

// Every combination of wordings of the group's slots that gives the variant.
static void write_wordings(struct json_writer *json, const struct slot_group *group,
                           uint32_t variant)
{
    json_name(json, "wordings");
    json_begin_array_inline(json);
    for (uint32_t c = 0; c < group->combination_count; c++) {
        if (group->variants[c] != variant)
            continue;
        json_begin_array_inline(json);
        for (uint32_t s = 0; s < group->slot_count; s++)
            json_int(json, group->wordings[c * group->slot_count + s]);
        json_end_array(json);
    }
    json_end_array(json);
}

// The sets of wordings of the merge that one exclusion stands for.
static void write_choice_sets(struct json_writer *json, const struct contest *c,
                              const struct rival_exclusion *exclusion)
{
    const struct slot_choices *sets;
    size_t count = slot_limits_exclude(&c->slots, exclusion, c->arena, &sets);
    json_name(json, "wordings");
    json_begin_array(json);
    for (size_t i = 0; i < count; i++) {
        json_begin_array_inline(json);
        for (uint32_t j = 0; j < sets[i].count; j++) {
            json_begin_object_inline(json);
            json_member_int(json, "slot", (int64_t)sets[i].items[j].slot + 1);
            json_member_int(json, "wording", sets[i].items[j].wording);
            json_end_object(json);
        }
        json_end_array(json);
    }
    json_end_array(json);
}

static void write_slots(struct json_writer *json, const struct contest *c)
{
    json_name(json, "slots");
    json_begin_array(json);
    for (uint32_t s = 0; s < c->rivals.slot_count; s++) {
        const struct rival_slot *slot = &c->rivals.slots[s];
        json_begin_object(json);
        json_member_str(json, "clause", slot->clause);
        if (c->is_merged)
            write_group_slots(json, &c->slots.groups[s]);
        json_name(json, "variants");
        json_begin_array(json);
        for (uint32_t v = 0; v < slot->count; v++) {
            json_begin_object(json);
            write_holders(json, c, &slot->variants[v]);
            if (c->is_merged)
                write_wordings(json, &c->slots.groups[s], v);
            json_member_str(json, "says", variant_says(c, &slot->variants[v]));
            json_end_object(json);
        }
        json_end_array(json);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_choices(struct json_writer *json, const struct contest *c)
{
    const struct rival_findings *f = &c->findings;
    json_name(json, "choices");
    json_begin_object(json);
    json_name(json, "count");
    json_digits(json, arena_print(c->arena, "%llu", (unsigned long long)f->choice_count));
    json_name(json, "possible");
    json_digits(json, arena_print(c->arena, "%llu", (unsigned long long)f->possible_count));
    json_member_bool(json, "complete", f->is_complete);
    json_name(json, "list");
    json_begin_array(json);
    for (uint32_t i = 0; i < f->possible_listed; i++) {
        json_begin_array_inline(json);
        for (uint32_t s = 0; s < c->rivals.slot_count; s++)
            json_int(json, f->possible[i * c->rivals.slot_count + s]);
        json_end_array(json);
    }
    json_end_array(json);
    json_end_object(json);
}

static void write_exclusions(struct json_writer *json, const struct contest *c)
{
    json_name(json, "excluded");
    json_begin_array(json);
    for (size_t i = 0; i < c->findings.exclusions.count; i++) {
        const struct rival_exclusion *e =
            LIST_AT(&c->findings.exclusions, struct rival_exclusion, i);
        json_begin_object(json);
        json_name(json, "variants");
        json_begin_array(json);
        for (uint32_t j = 0; j < e->count; j++) {
            const struct rival_slot *slot = &c->rivals.slots[e->slots[j]];
            json_begin_object_inline(json);
            json_member_int(json, "slot", e->slots[j]);
            json_member_int(json, "variant", e->variants[j]);
            json_member_str(json, "clause", slot->clause);
            write_holders(json, c, &slot->variants[e->variants[j]]);
            json_end_object(json);
        }
        json_end_array(json);
        if (c->is_merged)
            write_choice_sets(json, c, e);
        timetable_json_contradiction(json, &c->rivals.plan, &e->answer, c->arena);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_drafts(struct json_writer *json, const struct contest *c)
{
    json_name(json, "drafts");
    json_begin_object(json);
    for (uint32_t d = 0; d < c->rivals.draft_count; d++) {
        json_name_str(json, c->rivals.drafts[d].party);
        json_begin_object_inline(json);
        json_member_bool(json, "possible", c->own[d].is_possible);
        json_end_object(json);
    }
    json_end_object(json);
    json_name(json, "reconcile");
    json_begin_array(json);
    for (size_t i = 0; i < c->pairs.count; i++) {
        const struct pair *pair = LIST_AT(&c->pairs, struct pair, i);
        json_begin_object(json);
        json_name(json, "parties");
        json_begin_array_inline(json);
        json_str(json, c->rivals.drafts[pair->a].party);
        json_str(json, c->rivals.drafts[pair->b].party);
        json_end_array(json);
        json_member_bool(json, "possible", pair->answer.is_possible);
        if (!pair->answer.is_possible)
            timetable_json_contradiction(json, &c->rivals.plan, &pair->answer, c->arena);
        json_end_object(json);
    }
    json_end_array(json);
}

static struct str contest_json(const struct contest *c)
{
    struct builder out = builder_make(c->arena);
    struct json_writer json = json_writer_make(&out, 1);
    json_begin_object(&json);
    json_member_bool(&json, "possible", c->findings.is_possible);
    json_member_str(&json, "unit", STR("minute"));
    if (c->findings.is_common_impossible)
        timetable_json_contradiction(&json, &c->rivals.plan, &c->findings.common, c->arena);
    write_slots(&json, c);
    write_choices(&json, c);
    write_exclusions(&json, c);
    write_drafts(&json, c);
    json_end_object(&json);
    return builder_str(&out);
}

static void print_holders(struct builder *out, const struct contest *c,
                          const struct rival_variant *variant)
{
    if (variant->holder_count == 0)
        builder_add_c(out, "nobody, a mix of wordings");
    for (uint32_t i = 0; i < variant->holder_count; i++)
        builder_print(out, "%s%.*s", i > 0 ? ", " : "",
                      STR_ARGS(c->rivals.drafts[variant->holders[i]].party));
}

static void print_slots(struct builder *out, const struct contest *c)
{
    for (uint32_t s = 0; s < c->rivals.slot_count; s++) {
        const struct rival_slot *slot = &c->rivals.slots[s];
        builder_print(out, "Clause %.*s:\n", STR_ARGS(slot->clause));
        for (uint32_t v = 0; v < slot->count; v++) {
            builder_print(out, "  %u. ", v + 1);
            print_holders(out, c, &slot->variants[v]);
            builder_print(out, ": %.*s\n", STR_ARGS(variant_says(c, &slot->variants[v])));
        }
    }
}

static void print_exclusions(struct builder *out, const struct contest *c)
{
    for (size_t i = 0; i < c->findings.exclusions.count; i++) {
        const struct rival_exclusion *e =
            LIST_AT(&c->findings.exclusions, struct rival_exclusion, i);
        builder_add_c(out,
                      e->count > 1 ? "\nThese exclude each other: " : "\nThis cannot be met: ");
        for (uint32_t j = 0; j < e->count; j++) {
            const struct rival_slot *slot = &c->rivals.slots[e->slots[j]];
            builder_print(out, "%sclause %.*s of ", j > 0 ? "; " : "", STR_ARGS(slot->clause));
            print_holders(out, c, &slot->variants[e->variants[j]]);
        }
        builder_add_byte(out, '\n');
        timetable_print_contradiction(out, &c->rivals.plan, &e->answer, c->arena);
    }
}

static struct str contest_text(const struct contest *c)
{
    struct builder out = builder_make(c->arena);
    const struct rival_findings *f = &c->findings;
    if (f->is_common_impossible) {
        builder_add_c(&out, "What all drafts agree on cannot be met.\n");
        timetable_print_contradiction(&out, &c->rivals.plan, &f->common, c->arena);
        return builder_str(&out);
    }
    builder_print(&out, "%llu of %llu choices can be met%s.\n",
                  (unsigned long long)f->possible_count, (unsigned long long)f->choice_count,
                  f->is_complete ? "" : ", of those looked at");
    print_slots(&out, c);
    print_exclusions(&out, c);
    for (size_t i = 0; i < c->pairs.count; i++) {
        const struct pair *pair = LIST_AT(&c->pairs, struct pair, i);
        builder_print(&out, "\n%.*s and %.*s together ", STR_ARGS(c->rivals.drafts[pair->a].party),
                      STR_ARGS(c->rivals.drafts[pair->b].party));
        builder_add_c(&out, pair->answer.is_possible ? "can be met.\n" : "cannot be met: ");
        if (!pair->answer.is_possible)
            timetable_print_contradiction(&out, &c->rivals.plan, &pair->answer, c->arena);
    }
    return builder_str(&out);
}

bool entente_timetable_rivals(const struct entente_timetable_options *options,
                              const struct entente_rival *rivals, size_t rival_count,
                              const struct entente_bounds *bounds, struct entente_answer **answer,
                              struct entente_error *error)
{
    struct entente_answer *made = answer_new();
    struct error inner;
    struct contest c = {
        .options = options,
        .given = rivals,
        .given_count = rival_count,
        .budget = answer_budget(bounds),
        .arena = made->arena,
        .pairs = LIST_MAKE(made->arena, struct pair),
        .error = &inner,
    };
    if (rival_count > limits_default.parties)
        error_set(&inner, TOO_LARGE, "more than %zu parties", limits_default.parties);
    else if (read_drafts(&c) && find(&c)) {
        made->output =
            options->form == ENTENTE_TIMETABLE_JSON ? contest_json(&c) : contest_text(&c);
        made->is_no = !c.findings.is_possible;
        *answer = made;
        return true;
    }
    entente_answer_free(made);
    return answer_error(&inner, error);
}
