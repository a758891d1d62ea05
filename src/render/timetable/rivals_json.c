// SPDX-License-Identifier: Apache-2.0
// Rival drafts of one timetable, in JSON; docs/timetable.md names the fields.
#include "render/timetable/rivals_forms.h"
#include "render/timetable/timetable_forms.h"

static void write_holders(struct json_writer *json, const struct rivals_answer *c,
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
static void write_choice_sets(struct json_writer *json, const struct slot_choice_sets *sets)
{
    json_name(json, "wordings");
    json_begin_array(json);
    for (size_t i = 0; i < sets->count; i++) {
        json_begin_array_inline(json);
        for (uint32_t j = 0; j < sets->items[i].count; j++) {
            json_begin_object_inline(json);
            json_member_int(json, "slot", (int64_t)sets->items[i].items[j].slot + 1);
            json_member_int(json, "wording", sets->items[i].items[j].wording);
            json_end_object(json);
        }
        json_end_array(json);
    }
    json_end_array(json);
}

static void write_slots(struct json_writer *json, const struct rivals_answer *c)
{
    json_name(json, "slots");
    json_begin_array(json);
    for (uint32_t s = 0; s < c->rivals.slot_count; s++) {
        const struct rival_slot *slot = &c->rivals.slots[s];
        json_begin_object(json);
        json_member_str(json, "clause", slot->clause);
        if (c->groups)
            write_group_slots(json, &c->groups[s]);
        json_name(json, "variants");
        json_begin_array(json);
        for (uint32_t v = 0; v < slot->count; v++) {
            json_begin_object(json);
            write_holders(json, c, &slot->variants[v]);
            if (c->groups)
                write_wordings(json, &c->groups[s], v);
            json_member_str(json, "says",
                            rivals_variant_says(c, &slot->variants[v], json->out->arena));
            json_end_object(json);
        }
        json_end_array(json);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_choices(struct json_writer *json, const struct rivals_answer *c)
{
    const struct rival_findings *f = &c->findings;
    json_name(json, "choices");
    json_begin_object(json);
    json_name(json, "count");
    json_digits(json, arena_print(json->out->arena, "%llu", (unsigned long long)f->choice_count));
    json_name(json, "possible");
    json_digits(json, arena_print(json->out->arena, "%llu", (unsigned long long)f->possible_count));
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

static void write_exclusions(struct json_writer *json, const struct rivals_answer *c)
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
        if (c->groups)
            write_choice_sets(json, &c->excluded[i]);
        timetable_json_contradiction(json, &c->rivals.plan, &e->answer, json->out->arena);
        json_end_object(json);
    }
    json_end_array(json);
}

// A concession in JSON: who takes whose wording, where, and what then holds there.
static void write_concession(struct json_writer *json, const struct rivals_answer *c,
                             const struct rivals_pair *pair, const struct rival_concession *it)
{
    uint32_t other = it->draft == pair->a ? pair->b : pair->a;
    json_begin_object_inline(json);
    json_member_str(json, "party", c->rivals.drafts[it->draft].party);
    json_member_str(json, "takes", c->rivals.drafts[other].party);
    json_member_str(json, "clause", c->rivals.slots[it->slot].clause);
    json_member_int(json, "slot", it->slot);
    if (c->groups)
        json_member_int(json, "merge_slot", (int64_t)c->groups[it->slot].slots[it->part] + 1);
    json_end_object(json);
}

static void write_meeting(struct json_writer *json, const struct rivals_answer *c,
                          const struct rivals_pair *pair, const struct rival_meeting *meeting)
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

static void write_meetings(struct json_writer *json, const struct rivals_answer *c,
                           const struct rivals_pair *pair)
{
    bool is_found;
    uint32_t count = rivals_pair_concessions(pair, &is_found);
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

static void write_drafts(struct json_writer *json, const struct rivals_answer *c)
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
        const struct rivals_pair *pair = LIST_AT(&c->pairs, struct rivals_pair, i);
        json_begin_object(json);
        json_name(json, "parties");
        json_begin_array_inline(json);
        json_str(json, c->rivals.drafts[pair->a].party);
        json_str(json, c->rivals.drafts[pair->b].party);
        json_end_array(json);
        json_member_bool(json, "possible", pair->answer.is_possible);
        if (!pair->answer.is_possible) {
            timetable_json_contradiction(json, &c->rivals.plan, &pair->answer, json->out->arena);
            write_meetings(json, c, pair);
        }
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_notes(struct json_writer *json, const struct rivals_answer *c)
{
    json_name(json, "notes");
    json_begin_array(json);
    for (size_t i = 0; i < c->notes.count; i++)
        json_str(json, *LIST_AT(&c->notes, struct str, i));
    json_end_array(json);
}

struct str rivals_json(const struct rivals_answer *c, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 1);
    json_begin_object(&json);
    json_member_bool(&json, "possible", c->findings.is_possible);
    json_member_str(&json, "unit", STR("minute"));
    if (c->findings.is_common_impossible)
        timetable_json_contradiction(&json, &c->rivals.plan, &c->findings.common, arena);
    write_slots(&json, c);
    write_choices(&json, c);
    write_exclusions(&json, c);
    write_drafts(&json, c);
    write_notes(&json, c);
    json_end_object(&json);
    return builder_str(&out);
}
