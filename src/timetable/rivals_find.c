// SPDX-License-Identifier: Apache-2.0
// Which variants exclude each other: first each alone, then pairs, then whole choices. Slots that are
// not decided yet count with all their variants at once: what can be met even so can be met whatever
// is chosen there, so that only slots that a contradiction passes are ever told apart.
#include "timetable/rivals.h"

#define LISTED_MAX 100

// What a choice says of a slot beside the number of a variant.
#define NOTHING LINK_NONE
#define EVERYTHING (LINK_NONE - 1)

struct finding {
    const struct rivals *rivals;
    struct budget *budget;
    struct arena *arena;
    struct error *error;
    struct rival_findings *findings;
    uint32_t *choice;     // the present one, by slot: a variant, NOTHING or EVERYTHING
    struct list possible; // uint32_t
    uint64_t looked_at;
    uint64_t most;
};

static bool is_picked(const void *choice, uint32_t slot, uint32_t variant)
{
    uint32_t chosen = ((const uint32_t *)choice)[slot];
    return chosen == EVERYTHING || chosen == variant;
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

// The slots that the contradiction passes.
static const bool *passed_slots(const struct finding *f, const struct plan_answer *answer)
{
    bool *is_passed = ARENA_ARRAY(f->arena, bool, f->rivals->slot_count);
    for (uint32_t i = 0; i < answer->circle.count; i++) {
        uint32_t slot = f->rivals->slot_of[answer->links[answer->circle.links[i]].limit];
        if (slot != LINK_NONE)
            is_passed[slot] = true;
    }
    return is_passed;
}

// Notes the slots that the contradiction passes, with the variants chosen there.
static void exclude(struct finding *f, const struct plan_answer *answer, const bool *is_passed)
{
    uint32_t slots = f->rivals->slot_count;
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

// One variant, or two of different slots (a == b: one), with the common limits.
static bool look_at_two(struct finding *f, uint32_t a, uint32_t v, uint32_t b, uint32_t w)
{
    struct plan_answer answer;
    f->choice[a] = v;
    f->choice[b] = w;
    bool is_known = is_excluded(f);
    bool done = is_known || solve(f, &answer);
    if (done && !is_known && !answer.is_possible)
        exclude(f, &answer, passed_slots(f, &answer));
    f->choice[a] = f->choice[b] = NOTHING;
    return done;
}

// Whether two slots (a == b: one) can be met whatever is chosen there.
static bool is_harmless(struct finding *f, uint32_t a, uint32_t b, bool *harmless)
{
    struct plan_answer answer;
    f->choice[a] = f->choice[b] = EVERYTHING;
    bool done = solve(f, &answer);
    f->choice[a] = f->choice[b] = NOTHING;
    *harmless = done && answer.is_possible;
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

static bool look_at_slots(struct finding *f, uint32_t a, uint32_t b)
{
    const struct rivals *r = f->rivals;
    bool harmless;
    if (!is_harmless(f, a, b, &harmless))
        return false;
    for (uint32_t v = 0; !harmless && v < r->slots[a].count; v++)
        for (uint32_t w = 0; w < r->slots[b].count; w++)
            if (!look_at_two(f, a, v, b, w))
                return false;
    return true;
}

static bool look_at_pairs(struct finding *f)
{
    for (uint32_t a = 0; a < f->rivals->slot_count; a++)
        for (uint32_t b = a + 1; b < f->rivals->slot_count; b++)
            if (!look_at_slots(f, a, b))
                return false;
    return true;
}

// Counts the choices that the present one leaves open, and lists the first of them.
static void count_possible(struct finding *f)
{
    const struct rivals *r = f->rivals;
    struct rival_findings *found = f->findings;
    uint64_t open = 1;
    for (uint32_t s = 0; s < r->slot_count; s++)
        if (f->choice[s] == EVERYTHING &&
            __builtin_mul_overflow(open, (uint64_t)r->slots[s].count, &open))
            open = UINT64_MAX;
    for (uint64_t i = 0; i < open && found->possible_listed < LISTED_MAX; i++) {
        uint64_t rest = i;
        for (uint32_t s = 0; s < r->slot_count; s++) {
            bool is_open = f->choice[s] == EVERYTHING;
            // below the slot's count, which is 32 bits
            uint32_t digit = is_open ? (uint32_t)(rest % r->slots[s].count) : f->choice[s];
            rest /= is_open ? r->slots[s].count : 1;
            *LIST_ADD(&f->possible, uint32_t) = digit;
        }
        found->possible_listed++;
    }
    found->is_possible = true;
    if (__builtin_add_overflow(found->possible_count, open, &found->possible_count))
        found->possible_count = UINT64_MAX;
}

// Looks at all choices that the present one leaves open: either all of them can be met, or a
// contradiction passes a slot that is still open, which is then decided, or only decided ones,
// which then exclude each other. The depth is at most the number of slots.
static bool look_at_choices(struct finding *f)
{
    const struct rivals *r = f->rivals;
    if (is_excluded(f))
        return true;
    if (f->looked_at == f->most) {
        f->findings->is_complete = false;
        return true;
    }
    f->looked_at++;
    struct plan_answer answer;
    if (!solve(f, &answer))
        return false;
    if (answer.is_possible) {
        count_possible(f);
        return true;
    }
    const bool *is_passed = passed_slots(f, &answer);
    uint32_t slot = 0;
    while (slot < r->slot_count && !(is_passed[slot] && f->choice[slot] == EVERYTHING))
        slot++;
    if (slot == r->slot_count) {
        exclude(f, &answer, is_passed);
        return true;
    }
    bool done = true;
    for (uint32_t v = 0; done && v < r->slots[slot].count; v++) {
        f->choice[slot] = v;
        done = look_at_choices(f);
    }
    f->choice[slot] = EVERYTHING;
    return done;
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
        f.choice[s] = NOTHING;
    if (!solve(&f, &findings->common))
        return false;
    findings->is_common_impossible = !findings->common.is_possible;
    if (findings->is_common_impossible) {
        findings->is_complete = true;
        return true;
    }
    if (!look_at_variants(&f) || !look_at_pairs(&f))
        return false;
    for (uint32_t s = 0; s < rivals->slot_count; s++)
        f.choice[s] = EVERYTHING;
    findings->is_complete = true;
    if (!look_at_choices(&f))
        return false;
    findings->possible = f.possible.items;
    return true;
}
