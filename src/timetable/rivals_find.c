// SPDX-License-Identifier: Apache-2.0
// Which variants exclude each other: first each alone, then pairs, then whole choices. Slots that are
// not decided yet count with all their variants at once: what can be met even so can be met whatever
// is chosen there, so that only slots that a contradiction passes are ever told apart.
#include "timetable/rivals.h"

#define LISTED_MAX 100

// What a choice says of a slot beside the number of a variant.
#define NOTHING LINK_NONE
#define EVERYTHING (LINK_NONE - 1)

// Choices of one group that can be met: all that agree with `choice` where it decides.
struct choice_region {
    uint32_t group;
    const uint32_t *choice; // by slot
    uint64_t count;
};

struct rivals_finding {
    const struct rivals *rivals;
    struct budget *budget;
    struct arena *arena;
    struct error *error;
    struct rival_findings *findings;
    uint32_t *choice;   // the present one, by slot: a variant, NOTHING or EVERYTHING
    uint32_t *group_of; // by slot
    uint32_t group_count;
    struct list regions; // struct choice_region
    uint64_t looked_at;
    uint64_t most;
};

static bool is_picked(const void *choice, uint32_t slot, uint32_t variant)
{
    uint32_t chosen = ((const uint32_t *)choice)[slot];
    return chosen == EVERYTHING || chosen == variant;
}

static bool solve(struct rivals_finding *f, struct plan_answer *answer)
{
    return rivals_solve(f->rivals, is_picked, f->choice, f->budget, f->arena, answer, f->error);
}

static bool is_excluded(const struct rivals_finding *f)
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
static const bool *passed_slots(const struct rivals_finding *f, const struct plan_answer *answer)
{
    bool *is_passed = ARENA_ARRAY(f->arena, bool, f->rivals->slot_count);
    for (uint32_t i = 0; i < answer->cycle.count; i++) {
        uint32_t slot = f->rivals->slot_of[answer->links[answer->cycle.links[i]].limit];
        if (slot != LINK_NONE)
            is_passed[slot] = true;
    }
    return is_passed;
}

// Notes the slots that the contradiction passes, with the variants chosen there.
static void exclude(struct rivals_finding *f, const struct plan_answer *answer,
                    const bool *is_passed)
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
static bool look_at_two(struct rivals_finding *f, uint32_t a, uint32_t v, uint32_t b, uint32_t w)
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
static bool is_harmless(struct rivals_finding *f, uint32_t a, uint32_t b, bool *harmless)
{
    struct plan_answer answer;
    f->choice[a] = f->choice[b] = EVERYTHING;
    bool done = solve(f, &answer);
    f->choice[a] = f->choice[b] = NOTHING;
    *harmless = done && answer.is_possible;
    return done;
}

static bool look_at_variants(struct rivals_finding *f)
{
    const struct rivals *r = f->rivals;
    for (uint32_t a = 0; a < r->slot_count; a++)
        for (uint32_t v = 0; v < r->slots[a].count; v++)
            if (!look_at_two(f, a, v, a, v))
                return false;
    return true;
}

static bool look_at_slots(struct rivals_finding *f, uint32_t a, uint32_t b)
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

static bool look_at_pairs(struct rivals_finding *f)
{
    for (uint32_t a = 0; a < f->rivals->slot_count; a++)
        for (uint32_t b = a + 1; b < f->rivals->slot_count; b++)
            if (f->group_of[a] == f->group_of[b] && !look_at_slots(f, a, b))
                return false;
    return true;
}

static uint64_t times(uint64_t a, uint64_t b)
{
    uint64_t product;
    return __builtin_mul_overflow(a, b, &product) ? UINT64_MAX : product;
}

static void note_region(struct rivals_finding *f, uint32_t group)
{
    const struct rivals *r = f->rivals;
    uint32_t *choice = ARENA_ARRAY(f->arena, uint32_t, r->slot_count);
    uint64_t count = 1;
    for (uint32_t s = 0; s < r->slot_count; s++) {
        choice[s] = f->choice[s];
        if (choice[s] == EVERYTHING)
            count = times(count, r->slots[s].count);
    }
    *LIST_ADD(&f->regions, struct choice_region) = (struct choice_region){group, choice, count};
}

// Looks at all choices of a group that the present one leaves open: either all of them can be met, or a
// contradiction passes a slot that is still open, which is then decided, or only decided ones,
// which then exclude each other. The depth is at most the number of slots.
static bool look_at_choices(struct rivals_finding *f, uint32_t group)
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
        note_region(f, group);
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
        done = look_at_choices(f, group);
    }
    f->choice[slot] = EVERYTHING;
    return done;
}

static bool look_at_groups(struct rivals_finding *f)
{
    for (uint32_t g = 0; g < f->group_count; g++) {
        for (uint32_t s = 0; s < f->rivals->slot_count; s++)
            f->choice[s] = f->group_of[s] == g ? EVERYTHING : NOTHING;
        f->looked_at = 0;
        if (!look_at_choices(f, g))
            return false;
    }
    return true;
}

// The choices number `number` of a group: in the order of its regions.
static void put_choice(const struct rivals_finding *f, uint32_t group, uint64_t number,
                       uint32_t *into)
{
    const struct rivals *r = f->rivals;
    size_t i = 0;
    const struct choice_region *region = LIST_AT(&f->regions, struct choice_region, i);
    while (region->group != group || number >= region->count) {
        number -= region->group == group ? region->count : 0;
        region = LIST_AT(&f->regions, struct choice_region, ++i);
    }
    for (uint32_t s = 0; s < r->slot_count; s++) {
        if (f->group_of[s] != group)
            continue;
        bool is_open = region->choice[s] == EVERYTHING;
        // below the slot's count, which is 32 bits
        into[s] = is_open ? (uint32_t)(number % r->slots[s].count) : region->choice[s];
        number /= is_open ? r->slots[s].count : 1;
    }
}

// Groups do not meddle with each other: the choices of each go with all choices of the others.
static void count_possible(struct rivals_finding *f)
{
    struct rival_findings *found = f->findings;
    uint64_t *counts = ARENA_ARRAY(f->arena, uint64_t, f->group_count);
    for (size_t i = 0; i < f->regions.count; i++) {
        const struct choice_region *region = LIST_AT(&f->regions, struct choice_region, i);
        uint64_t *count = &counts[region->group];
        *count = *count + region->count < *count ? UINT64_MAX : *count + region->count;
    }
    found->possible_count = 1;
    for (uint32_t g = 0; g < f->group_count; g++)
        found->possible_count = times(found->possible_count, counts[g]);
    found->is_possible = found->possible_count > 0;
    found->possible_listed =
        (uint32_t)(found->possible_count < LISTED_MAX ? found->possible_count : LISTED_MAX);
    uint32_t slots = f->rivals->slot_count;
    uint32_t *listed = ARENA_ARRAY(f->arena, uint32_t, (size_t)found->possible_listed * slots);
    for (uint32_t i = 0; i < found->possible_listed; i++) {
        uint64_t rest = i;
        for (uint32_t g = 0; g < f->group_count; g++) {
            put_choice(f, g, rest % counts[g], &listed[(size_t)i * slots]);
            rest /= counts[g];
        }
    }
    found->possible = listed;
}

static uint64_t count_choices(const struct rivals *rivals)
{
    uint64_t count = 1;
    for (uint32_t s = 0; s < rivals->slot_count; s++)
        count = times(count, rivals->slots[s].count);
    return count;
}

bool rivals_find(const struct rivals *rivals, uint64_t most, struct budget *budget,
                 struct arena *arena, struct rival_findings *findings, struct error *error)
{
    *findings = (struct rival_findings){.choice_count = count_choices(rivals)};
    findings->exclusions = LIST_MAKE(arena, struct rival_exclusion);
    struct rivals_finding f = {
        .rivals = rivals,
        .budget = budget,
        .arena = arena,
        .error = error,
        .findings = findings,
        .choice = ARENA_ARRAY(arena, uint32_t, rivals->slot_count),
        .group_of = ARENA_ARRAY(arena, uint32_t, rivals->slot_count),
        .regions = LIST_MAKE(arena, struct choice_region),
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
    f.group_count = rivals_groups(rivals, f.group_of);
    findings->is_complete = true;
    if (!look_at_variants(&f) || !look_at_pairs(&f) || !look_at_groups(&f))
        return false;
    count_possible(&f);
    return true;
}
