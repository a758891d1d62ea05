// SPDX-License-Identifier: Apache-2.0
// Which variants exclude each other: first each alone, then pairs, then whole choices, where every
// contradiction met is remembered so that no choice that repeats it is worked out again.
#include "timetable/rivals.h"

#define LISTED_MAX 100

struct finding {
    const struct rivals *rivals;
    struct budget *budget;
    struct arena *arena;
    struct error *error;
    struct rival_findings *findings;
    uint32_t *choice;     // the present one, by slot; LINK_NONE: none
    struct list possible; // uint32_t
    uint64_t looked_at;
    uint64_t most;
};

static bool is_picked(const void *choice, uint32_t slot, uint32_t variant)
{
    return ((const uint32_t *)choice)[slot] == variant;
}

static bool solve(struct finding *f, struct plan_answer *answer)
{
    return rivals_solve(f->rivals, is_picked, f->choice, f->budget, f->arena, answer, f->error);
}

static bool is_excluded(const struct finding *f)
{
    const struct list *exclusions = &f->findings->exclusions;
    for (size_t i = 0; i < exclusions->count; i++) {
        const struct rival_exclusion *e = LIST_AT(exclusions, struct rival_exclusion, i);
        uint32_t same = 0;
        while (same < e->count && f->choice[e->slots[same]] == e->variants[same])
            same++;
        if (same == e->count)
            return true;
    }
    return false;
}

// Notes the slots that the contradiction passes, with the variants chosen there.
static void exclude(struct finding *f, const struct plan_answer *answer)
{
    uint32_t slots = f->rivals->slot_count;
    bool *is_passed = ARENA_ARRAY(f->arena, bool, slots);
    for (uint32_t i = 0; i < answer->circle.count; i++) {
        uint32_t slot = f->rivals->slot_of[answer->links[answer->circle.links[i]].limit];
        if (slot != LINK_NONE)
            is_passed[slot] = true;
    }
    uint32_t *own_slots = ARENA_ARRAY(f->arena, uint32_t, slots);
    uint32_t *variants = ARENA_ARRAY(f->arena, uint32_t, slots);
    uint32_t count = 0;
    for (uint32_t s = 0; s < slots; s++)
        if (is_passed[s]) {
            own_slots[count] = s;
            variants[count++] = f->choice[s];
        }
    *LIST_ADD(&f->findings->exclusions, struct rival_exclusion) =
        (struct rival_exclusion){own_slots, variants, count, *answer};
}

// Works the present choice out unless it is known to be excluded.
static bool look(struct finding *f, bool *is_possible)
{
    *is_possible = false;
    if (is_excluded(f))
        return true;
    struct plan_answer answer;
    if (!solve(f, &answer))
        return false;
    *is_possible = answer.is_possible;
    if (!answer.is_possible)
        exclude(f, &answer);
    return true;
}

// One variant, or two of different slots (a == b: one), with the common limits.
static bool look_at_two(struct finding *f, uint32_t a, uint32_t v, uint32_t b, uint32_t w)
{
    bool is_possible;
    f->choice[a] = v;
    f->choice[b] = w;
    bool done = look(f, &is_possible);
    f->choice[a] = f->choice[b] = LINK_NONE;
    return done;
}

static bool look_at_variants(struct finding *f)
{
    const struct rivals *r = f->rivals;
    for (uint32_t a = 0; a < r->slot_count; a++)
        for (uint32_t v = 0; v < r->slots[a].count; v++)
            if (!look_at_two(f, a, v, a, v))
                return false;
    return true;
}

static bool look_at_pairs(struct finding *f)
{
    const struct rivals *r = f->rivals;
    for (uint32_t a = 0; a < r->slot_count; a++)
        for (uint32_t b = a + 1; b < r->slot_count; b++)
            for (uint32_t v = 0; v < r->slots[a].count; v++)
                for (uint32_t w = 0; w < r->slots[b].count; w++)
                    if (!look_at_two(f, a, v, b, w))
                        return false;
    return true;
}

static bool look_at_choice(struct finding *f)
{
    bool is_possible;
    if (!look(f, &is_possible))
        return false;
    f->looked_at++;
    if (!is_possible)
        return true;
    f->findings->is_possible = true;
    if (f->findings->possible_count++ < LISTED_MAX)
        for (uint32_t s = 0; s < f->rivals->slot_count; s++)
            *LIST_ADD(&f->possible, uint32_t) = f->choice[s];
    return true;
}

// Counts through all choices like the digits of a number.
static bool look_at_choices(struct finding *f)
{
    const struct rivals *r = f->rivals;
    for (uint32_t s = 0; s < r->slot_count; s++)
        f->choice[s] = 0;
    while (f->looked_at < f->most) {
        if (!look_at_choice(f))
            return false;
        uint32_t s = 0;
        while (s < r->slot_count && ++f->choice[s] == r->slots[s].count)
            f->choice[s++] = 0;
        if (s == r->slot_count) {
            f->findings->is_complete = true;
            return true;
        }
    }
    return true;
}

static uint64_t count_choices(const struct rivals *rivals)
{
    uint64_t count = 1;
    for (uint32_t s = 0; s < rivals->slot_count; s++)
        if (__builtin_mul_overflow(count, (uint64_t)rivals->slots[s].count, &count))
            return UINT64_MAX;
    return count;
}

bool rivals_find(const struct rivals *rivals, uint64_t most, struct budget *budget,
                 struct arena *arena, struct rival_findings *findings, struct error *error)
{
    *findings = (struct rival_findings){.choice_count = count_choices(rivals)};
    findings->exclusions = LIST_MAKE(arena, struct rival_exclusion);
    struct finding f = {
        .rivals = rivals,
        .budget = budget,
        .arena = arena,
        .error = error,
        .findings = findings,
        .choice = ARENA_ARRAY(arena, uint32_t, rivals->slot_count),
        .possible = LIST_MAKE(arena, uint32_t),
        .most = most,
    };
    for (uint32_t s = 0; s < rivals->slot_count; s++)
        f.choice[s] = LINK_NONE;
    if (!solve(&f, &findings->common))
        return false;
    findings->is_common_impossible = !findings->common.is_possible;
    if (findings->is_common_impossible) {
        findings->is_complete = true;
        return true;
    }
    if (!look_at_variants(&f) || !look_at_pairs(&f) || !look_at_choices(&f))
        return false;
    findings->possible = f.possible.items;
    findings->possible_listed =
        (uint32_t)(findings->possible_count < LISTED_MAX ? findings->possible_count : LISTED_MAX);
    return true;
}
