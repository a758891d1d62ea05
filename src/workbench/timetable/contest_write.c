// SPDX-License-Identifier: Apache-2.0
// Rival drafts of one timetable, in JSON and for the terminal; docs/timetable.md names the fields.
#include "workbench/timetable/contest.h"

// The limits of a variant in words, one text.
static struct str variant_says(const struct contest *c, const struct rival_variant *variant)
{
    struct builder out = builder_make(c->arena);
    const struct plan *plan = &c->rivals.plan;
    for (uint32_t i = 0; i < variant->limit_count; i++) {
        const struct plan_limit *limit =
            LIST_AT(&plan->limits, struct plan_limit, variant->limits[i]);
        builder_add_c(&out, out.length > 0 ? "; " : "");
        builder_add(&out, timeline_limit(plan, limit, c->arena));
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

// A concession in JSON: who takes whose wording, where, and what then holds there.
static void write_concession(struct json_writer *json, const struct contest *c,
                             const struct pair *pair, const struct rival_concession *it)
{
    uint32_t other = it->draft == pair->a ? pair->b : pair->a;
    json_begin_object_inline(json);
    json_member_str(json, "party", c->rivals.drafts[it->draft].party);
    json_member_str(json, "takes", c->rivals.drafts[other].party);
    json_member_str(json, "clause", c->rivals.slots[it->slot].clause);
    json_member_int(json, "slot", it->slot);
    if (c->is_merged)
        json_member_int(json, "merge_slot", (int64_t)c->slots.groups[it->slot].slots[it->part] + 1);
    json_end_object(json);
}

static void write_meeting(struct json_writer *json, const struct contest *c,
                          const struct pair *pair, const struct rival_meeting *meeting)
{
    json_begin_object(json);
    json_member_bool(json, "complete", meeting->is_complete);
    json_name(json, "ways");
    json_begin_array(json);
    for (uint32_t w = 0; w < meeting->way_count; w++) {
        json_begin_array(json);
        for (uint32_t i = 0; i < meeting->count; i++)
            write_concession(json, c, pair, &meeting->items[w * meeting->count + i]);
        json_end_array(json);
    }
    json_end_array(json);
    json_end_object(json);
}

// How many wordings must be given up in all; false in *is_found where no way was found.
static uint32_t concession_count(const struct rival_meetings *meetings, bool *is_found)
{
    uint32_t count = 0;
    *is_found = true;
    for (uint32_t m = 0; m < meetings->count; m++) {
        count += meetings->items[m].count;
        *is_found = *is_found && meetings->items[m].way_count > 0;
    }
    return count;
}

static void write_meetings(struct json_writer *json, const struct contest *c,
                           const struct pair *pair)
{
    bool is_found;
    uint32_t count = concession_count(&pair->meetings, &is_found);
    json_name(json, "concessions");
    if (is_found)
        json_int(json, count);
    else
        json_null(json);
    json_name(json, "ways");
    json_begin_array(json);
    for (uint32_t m = 0; m < pair->meetings.count; m++)
        write_meeting(json, c, pair, &pair->meetings.items[m]);
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
        if (!pair->answer.is_possible) {
            timetable_json_contradiction(json, &c->rivals.plan, &pair->answer, c->arena);
            write_meetings(json, c, pair);
        }
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_notes(struct json_writer *json, const struct contest *c)
{
    json_name(json, "notes");
    json_begin_array(json);
    for (size_t i = 0; i < c->notes.count; i++)
        json_str(json, *LIST_AT(&c->notes, struct str, i));
    json_end_array(json);
}

struct str contest_json(const struct contest *c)
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
    write_notes(&json, c);
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

// "North takes South's wording of clause 5 and of clause 7": all that one gives way in.
static bool print_side(struct builder *out, const struct contest *c, const struct pair *pair,
                       const struct rival_concession *items, uint32_t count, uint32_t draft,
                       const char *before)
{
    uint32_t other = draft == pair->a ? pair->b : pair->a;
    bool is_told = false;
    for (uint32_t i = 0; i < count; i++) {
        if (items[i].draft != draft)
            continue;
        if (is_told)
            builder_add_c(out, " and");
        else
            builder_print(out, "%s%.*s takes %.*s's wording", before,
                          STR_ARGS(c->rivals.drafts[draft].party),
                          STR_ARGS(c->rivals.drafts[other].party));
        builder_print(out, " of clause %.*s", STR_ARGS(c->rivals.slots[items[i].slot].clause));
        if (c->is_merged) // a clause may have several
            builder_print(out, " (slot %u)",
                          c->slots.groups[items[i].slot].slots[items[i].part] + 1);
        is_told = true;
    }
    return is_told;
}

static void print_way(struct builder *out, const struct contest *c, const struct pair *pair,
                      const struct rival_concession *items, uint32_t count)
{
    bool is_told = print_side(out, c, pair, items, count, pair->a, "");
    print_side(out, c, pair, items, count, pair->b, is_told ? "; " : "");
    builder_add_byte(out, '\n');
}

static void print_meetings(struct builder *out, const struct contest *c, const struct pair *pair)
{
    bool is_found;
    uint32_t count = concession_count(&pair->meetings, &is_found);
    if (is_found)
        builder_print(out, "%u wording%s taken from the other would do, and no fewer:\n", count,
                      count == 1 ? "" : "s");
    else
        builder_add_c(out, "Wordings taken from the other:\n");
    for (uint32_t m = 0; m < pair->meetings.count; m++) {
        const struct rival_meeting *meeting = &pair->meetings.items[m];
        if (meeting->way_count == 0)
            builder_add_c(out, meeting->is_complete ? "  - there is none that would do\n"
                                                    : "  - few would not do; there are too many "
                                                      "ways to look at all\n");
        for (uint32_t w = 0; w < meeting->way_count; w++) {
            builder_add_c(out, w == 0 ? "  - " : "    or ");
            print_way(out, c, pair, &meeting->items[w * meeting->count], meeting->count);
        }
    }
}

struct str contest_text(const struct contest *c)
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
        if (!pair->answer.is_possible) {
            timetable_print_contradiction(&out, &c->rivals.plan, &pair->answer, c->arena);
            print_meetings(&out, c, pair);
        }
    }
    return builder_str(&out);
}
