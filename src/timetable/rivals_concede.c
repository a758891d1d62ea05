// SPDX-License-Identifier: Apache-2.0
// The fewest wordings that two drafts must give up to go together.
//
// Slots through which no common contradiction passes are settled apart from each other. In each group,
// level by level: the two drafts as they stand, then all that differ from them by one concession, by
// two, … Who cannot be met has a contradiction, and a way out must give up a wording of one of the
// slots that it passes: only these are tried next. So the first level on which something can be met
// has all ways of so few concessions.
#include "timetable/rivals.h"

#include <stdlib.h>

#define QUESTIONS_MAX 400 // for a group; beyond it what was found is given as it is
#define WAYS_MAX 16

struct conceding {
    const struct rivals *rivals;
    const struct rival_parts *parts; // by slot
    uint32_t drafts[2];
    const uint32_t *group_of; // by slot
    uint32_t group;           // the one that is looked at; other slots say nothing meanwhile
    uint32_t *variants[2]; // by slot: what the text of each gives, with the concessions asked about
    struct budget *budget;
    struct arena *arena;
    struct arena *scratch;
    struct list now;  // struct way: of this level
    struct list next; // of the level after it
    uint32_t questions;
    struct error *error;
};

// Concessions made so far, ascending.
struct way {
    const struct rival_concession *items;
    uint32_t count;
};

static int compare_concessions(const void *a, const void *b)
{
    const struct rival_concession *x = a;
    const struct rival_concession *y = b;
    if (x->slot != y->slot)
        return x->slot < y->slot ? -1 : 1;
    if (x->part != y->part)
        return x->part < y->part ? -1 : 1;
    return x->draft < y->draft ? -1 : x->draft > y->draft;
}

static bool is_conceded(const struct way *way, uint32_t slot, uint32_t part)
{
    for (uint32_t i = 0; i < way->count; i++)
        if (way->items[i].slot == slot && way->items[i].part == part)
            return true;
    return false;
}

static uint32_t held(const struct conceding *c, uint32_t slot, uint32_t part, uint32_t draft)
{
    const struct rival_parts *parts = &c->parts[slot];
    return parts->held[draft * parts->part_count + part];
}

// The variant that a draft's text gives once it has taken the other's wordings; LINK_NONE: that
// combination of wordings was not read.
static uint32_t variant_of(const struct conceding *c, const struct way *way, uint32_t slot,
                           uint32_t which)
{
    const struct rival_parts *parts = &c->parts[slot];
    uint32_t *wordings = ARENA_ARRAY(c->scratch, uint32_t, parts->part_count);
    for (uint32_t p = 0; p < parts->part_count; p++)
        wordings[p] = held(c, slot, p, c->drafts[which]);
    for (uint32_t i = 0; i < way->count; i++)
        if (way->items[i].slot == slot && way->items[i].draft == c->drafts[which])
            wordings[way->items[i].part] = held(c, slot, way->items[i].part, c->drafts[1 - which]);
    for (uint32_t k = 0; k < parts->combination_count; k++) {
        uint32_t p = 0;
        while (p < parts->part_count && parts->wordings[k * parts->part_count + p] == wordings[p])
            p++;
        if (p == parts->part_count)
            return parts->variants[k];
    }
    return LINK_NONE;
}

static bool is_of_either(const void *choice, uint32_t slot, uint32_t variant)
{
    const struct conceding *c = choice;
    if (c->group_of[slot] != c->group)
        return false;
    return c->variants[0][slot] == variant || c->variants[1][slot] == variant;
}

// Whether the texts can be read with these concessions; if so, c->variants has what they give.
static bool take_variants(struct conceding *c, const struct way *way)
{
    bool is_read = true;
    for (uint32_t s = 0; s < c->rivals->slot_count; s++)
        for (uint32_t which = 0; which < 2; which++) {
            c->variants[which][s] = variant_of(c, way, s, which);
            is_read = is_read && (c->variants[which][s] != LINK_NONE || c->group_of[s] != c->group);
        }
    return is_read;
}

static bool is_known(const struct list *ways, const struct way *way)
{
    for (size_t i = 0; i < ways->count; i++) {
        const struct way *other = LIST_AT(ways, struct way, i);
        uint32_t same = 0;
        while (same < way->count &&
               compare_concessions(&other->items[same], &way->items[same]) == 0)
            same++;
        if (same == way->count)
            return true;
    }
    return false;
}

static void add_next(struct conceding *c, const struct way *way, struct rival_concession more)
{
    struct rival_concession *items =
        ARENA_ARRAY(c->arena, struct rival_concession, (size_t)way->count + 1);
    for (uint32_t i = 0; i < way->count; i++)
        items[i] = way->items[i];
    items[way->count] = more;
    qsort(items, (size_t)way->count + 1, sizeof *items, compare_concessions);
    struct way made = {items, way->count + 1};
    if (!is_known(&c->next, &made))
        *LIST_ADD(&c->next, struct way) = made;
}

// One more concession in a slot that the contradiction passes.
static void give_way_in(struct conceding *c, const struct way *way, uint32_t slot)
{
    for (uint32_t p = 0; p < c->parts[slot].part_count; p++) {
        bool differs = held(c, slot, p, c->drafts[0]) != held(c, slot, p, c->drafts[1]);
        for (uint32_t which = 0; differs && !is_conceded(way, slot, p) && which < 2; which++)
            add_next(c, way, (struct rival_concession){slot, p, c->drafts[which]});
    }
}

static void give_way(struct conceding *c, const struct way *way, const struct plan_answer *answer)
{
    bool *is_tried = ARENA_ARRAY(c->scratch, bool, c->rivals->slot_count);
    for (uint32_t i = 0; i < answer->cycle.count; i++) {
        uint32_t limit = answer->links[answer->cycle.links[i]].limit;
        uint32_t slot = limit == LINK_NONE ? LINK_NONE : c->rivals->slot_of[limit];
        if (slot == LINK_NONE || is_tried[slot])
            continue;
        is_tried[slot] = true;
        give_way_in(c, way, slot);
    }
}

// Asks whether the drafts go together with these concessions.
static bool ask(struct conceding *c, const struct way *way, bool *is_possible)
{
    struct plan_answer answer;
    *is_possible = false;
    if (!take_variants(c, way))
        return true;
    c->questions++;
    if (!rivals_solve(c->rivals, is_of_either, c, c->budget, c->scratch, &answer, c->error))
        return false;
    *is_possible = answer.is_possible;
    if (!answer.is_possible)
        give_way(c, way, &answer);
    return true;
}

// All of one level. Those that can be met are kept in `met`.
static bool ask_level(struct conceding *c, struct list *met)
{
    for (size_t i = 0; i < c->now.count && c->questions < QUESTIONS_MAX; i++) {
        const struct way *way = LIST_AT(&c->now, struct way, i);
        bool is_possible;
        c->scratch = arena_open();
        bool done = ask(c, way, &is_possible);
        arena_close(c->scratch);
        if (!done)
            return false;
        if (is_possible && met->count < WAYS_MAX)
            *LIST_ADD(met, struct way) = *way;
    }
    return true;
}

static void keep(const struct conceding *c, const struct list *met, struct rival_meeting *meeting)
{
    if (met->count == 0)
        return;
    meeting->way_count = (uint32_t)met->count; // at most WAYS_MAX
    meeting->count = LIST_AT(met, struct way, 0)->count;
    struct rival_concession *items =
        ARENA_ARRAY(c->arena, struct rival_concession, (size_t)meeting->way_count * meeting->count);
    for (uint32_t w = 0; w < meeting->way_count; w++)
        for (uint32_t i = 0; i < meeting->count; i++)
            items[w * meeting->count + i] = LIST_AT(met, struct way, w)->items[i];
    meeting->items = items;
}

static bool settle_group(struct conceding *c, struct rival_meeting *meeting)
{
    struct list met = LIST_MAKE(c->arena, struct way);
    *meeting = (struct rival_meeting){.is_complete = true};
    c->questions = 0;
    c->now = LIST_MAKE(c->arena, struct way);
    *LIST_ADD(&c->now, struct way) = (struct way){NULL, 0};
    while (c->now.count > 0 && met.count == 0 && meeting->is_complete) {
        c->next = LIST_MAKE(c->arena, struct way);
        if (!ask_level(c, &met))
            return false;
        meeting->is_complete = c->questions < QUESTIONS_MAX && met.count < WAYS_MAX;
        c->now = c->next;
    }
    keep(c, &met, meeting);
    return true;
}

bool rivals_concede(const struct rivals *rivals, const struct rival_parts *parts, uint32_t draft_a,
                    uint32_t draft_b, struct budget *budget, struct arena *arena,
                    struct rival_meetings *meetings, struct error *error)
{
    uint32_t *group_of = ARENA_ARRAY(arena, uint32_t, rivals->slot_count);
    uint32_t groups = rivals_groups(rivals, group_of);
    struct conceding c = {
        .rivals = rivals,
        .parts = parts,
        .drafts = {draft_a, draft_b},
        .group_of = group_of,
        .variants = {ARENA_ARRAY(arena, uint32_t, rivals->slot_count),
                     ARENA_ARRAY(arena, uint32_t, rivals->slot_count)},
        .budget = budget,
        .arena = arena,
        .error = error,
    };
    struct rival_meeting *items = ARENA_ARRAY(arena, struct rival_meeting, groups);
    *meetings = (struct rival_meetings){items, 0};
    for (; c.group < groups; c.group++) {
        struct rival_meeting *meeting = &items[meetings->count];
        if (!settle_group(&c, meeting))
            return false;
        if (meeting->count > 0 || meeting->way_count == 0)
            meetings->count++;
    }
    return true;
}

void rivals_parts(const struct rivals *rivals, struct arena *arena,
                  const struct rival_parts **parts)
{
    struct rival_parts *made = ARENA_ARRAY(arena, struct rival_parts, rivals->slot_count);
    for (uint32_t s = 0; s < rivals->slot_count; s++) {
        const struct rival_slot *slot = &rivals->slots[s];
        uint32_t *held = ARENA_ARRAY(arena, uint32_t, rivals->draft_count);
        uint32_t *own = ARENA_ARRAY(arena, uint32_t, slot->count);
        for (uint32_t v = 0; v < slot->count; v++) {
            own[v] = v;
            for (uint32_t h = 0; h < slot->variants[v].holder_count; h++)
                held[slot->variants[v].holders[h]] = v;
        }
        made[s] = (struct rival_parts){1, held, own, own, slot->count};
    }
    *parts = made;
}
