// SPDX-License-Identifier: Apache-2.0
#include "timetable/rivals.h"

#include <assert.h>
#include <stdlib.h>

static bool bounds_equal(const struct plan_bound *a, const struct plan_bound *b)
{
    return a->kind == b->kind && a->date == b->date && period_equal(&a->period, &b->period);
}

bool rivals_limits_equal(const struct plan_limit *a, const struct plan_limit *b)
{
    return a->kind == b->kind && a->event == b->event && a->reference == b->reference &&
           a->rules == b->rules && str_equal(a->clause, b->clause) &&
           bounds_equal(&a->least, &b->least) && bounds_equal(&a->most, &b->most);
}

struct rivals_laying {
    struct rivals *rivals;
    struct arena *arena;
    struct arena *scratch;
    bool *has; // by limit of the union and draft: whether the draft has it
    size_t room;
};

static bool *has_at(const struct rivals_laying *l, size_t limit, uint32_t draft)
{
    return &l->has[limit * l->rivals->draft_count + draft];
}

static uint32_t event_in_union(struct plan *to, const struct plan *from, uint32_t event)
{
    return plan_event(to, names_at(from->events, event));
}

static void add_draft(struct rivals_laying *l, uint32_t draft)
{
    struct plan *all = &l->rivals->plan;
    const struct plan *own = l->rivals->drafts[draft].plan;
    for (size_t i = 0; i < own->limits.count; i++) {
        struct plan_limit limit = *LIST_AT(&own->limits, struct plan_limit, i);
        if (limit.kind == PLAN_STRUCTURAL)
            continue;
        limit.event = event_in_union(all, own, limit.event);
        limit.reference = event_in_union(all, own, limit.reference);
        size_t at = 0;
        while (at < all->limits.count &&
               !rivals_limits_equal(LIST_AT(&all->limits, struct plan_limit, at), &limit))
            at++;
        if (at == all->limits.count) {
            if (draft > 0 && limit.party.length == 0)
                limit.party = l->rivals->drafts[draft].party;
            *LIST_ADD(&all->limits, struct plan_limit) = limit;
        }
        assert(at < l->room);
        *has_at(l, at, draft) = true;
    }
    for (size_t i = 0; i < own->steps.count; i++)
        plan_tell(all, *LIST_AT(&own->steps, struct plan_step, i));
}

static bool is_common(const struct rivals_laying *l, size_t limit)
{
    const struct plan_limit *it = LIST_AT(&l->rivals->plan.limits, struct plan_limit, limit);
    // What lies in the nature of things binds whoever names the events; so do known dates.
    if (it->kind == PLAN_STRUCTURAL || it->kind == PLAN_ANCHOR)
        return true;
    bool is_in_all = true;
    for (uint32_t d = 0; d < l->rivals->draft_count; d++)
        is_in_all = is_in_all && *has_at(l, limit, d);
    return is_in_all;
}

// Whether two drafts have the same limits among those of one slot.
static bool is_same_variant(const struct rivals_laying *l, const uint32_t *limits, uint32_t count,
                            uint32_t a, uint32_t b)
{
    for (uint32_t i = 0; i < count; i++)
        if (*has_at(l, limits[i], a) != *has_at(l, limits[i], b))
            return false;
    return true;
}

// The variants of one slot: drafts with the same of its limits hold the same variant.
static void make_variants(struct rivals_laying *l, const uint32_t *limits, uint32_t count,
                          struct rival_slot *slot)
{
    uint32_t drafts = l->rivals->draft_count;
    struct rival_variant *variants = ARENA_ARRAY(l->arena, struct rival_variant, drafts);
    uint32_t **holders = ARENA_ARRAY(l->scratch, uint32_t *, drafts);
    for (uint32_t d = 0; d < drafts; d++) {
        uint32_t v = 0;
        while (v < slot->count && !is_same_variant(l, limits, count, holders[v][0], d))
            v++;
        if (v == slot->count) {
            uint32_t *own = ARENA_ARRAY(l->arena, uint32_t, count);
            for (uint32_t i = 0; i < count; i++)
                if (*has_at(l, limits[i], d))
                    own[variants[v].limit_count++] = limits[i];
            holders[v] = ARENA_ARRAY(l->arena, uint32_t, drafts);
            variants[v].limits = own;
            variants[v].holders = holders[v];
            slot->count++;
        }
        holders[v][variants[v].holder_count++] = d;
    }
    slot->variants = variants;
}

static int64_t leading_number(struct str label)
{
    int64_t number = 0;
    for (size_t i = 0; i < label.length && i < 9; i++) {
        if (label.bytes[i] < '0' || label.bytes[i] > '9')
            break;
        number = number * 10 + (label.bytes[i] - '0');
    }
    return number;
}

static int compare_labels(const void *a, const void *b)
{
    const struct str *x = a;
    const struct str *y = b;
    int64_t m = leading_number(*x);
    int64_t n = leading_number(*y);
    return m != n ? (m < n ? -1 : 1) : str_compare(*x, *y);
}

// The labels of all clauses whose limits differ, in the order of their numbers, so that the order
// of the drafts does not matter.
static struct names *differing_clauses(struct rivals_laying *l)
{
    const struct list *limits = &l->rivals->plan.limits;
    struct names *met = names_make(l->scratch);
    for (size_t i = 0; i < limits->count; i++)
        if (!is_common(l, i))
            names_add(met, LIST_AT(limits, struct plan_limit, i)->clause);
    uint32_t count = names_count(met);
    struct str *labels = ARENA_ARRAY(l->scratch, struct str, count);
    for (uint32_t i = 0; i < count; i++)
        labels[i] = names_at(met, i);
    qsort(labels, count, sizeof *labels, compare_labels);
    struct names *sorted = names_make(l->scratch);
    for (uint32_t i = 0; i < count; i++)
        names_add(sorted, labels[i]);
    return sorted;
}

static void make_slots(struct rivals_laying *l)
{
    struct rivals *r = l->rivals;
    size_t count = r->plan.limits.count;
    struct names *clauses = differing_clauses(l);
    uint32_t *slot_of = ARENA_ARRAY(l->arena, uint32_t, count);
    for (size_t i = 0; i < count; i++) {
        const struct plan_limit *limit = LIST_AT(&r->plan.limits, struct plan_limit, i);
        slot_of[i] = is_common(l, i) ? LINK_NONE : names_find(clauses, limit->clause);
    }
    r->slot_count = names_count(clauses);
    struct rival_slot *slots = ARENA_ARRAY(l->arena, struct rival_slot, r->slot_count);
    uint32_t *limits = ARENA_ARRAY(l->scratch, uint32_t, count);
    for (uint32_t s = 0; s < r->slot_count; s++) {
        uint32_t found = 0;
        for (uint32_t i = 0; i < count; i++)
            if (slot_of[i] == s)
                limits[found++] = i;
        slots[s].clause = names_at(clauses, s);
        make_variants(l, limits, found, &slots[s]);
    }
    r->slots = slots;
    r->slot_of = slot_of;
}

void rivals_make(const struct rival_draft *drafts, uint32_t draft_count, struct arena *arena,
                 struct rivals *rivals)
{
    assert(draft_count > 0);
    *rivals = (struct rivals){.drafts = drafts, .draft_count = draft_count};
    rivals->plan = plan_make(arena);
    const struct plan *base = drafts[0].plan;
    rivals->plan.calendar = base->calendar;
    rivals->plan.rules = base->rules;
    rivals->plan.origin = base->origin;
    rivals->plan.has_origin = base->has_origin;
    struct rivals_laying l = {.rivals = rivals, .arena = arena, .scratch = arena_open()};
    for (uint32_t d = 0; d < draft_count; d++)
        l.room += drafts[d].plan->limits.count;
    l.has = ARENA_ARRAY(l.scratch, bool, l.room *draft_count);
    for (uint32_t d = 0; d < draft_count; d++)
        add_draft(&l, d);
    plan_finish(&rivals->plan);
    make_slots(&l);
    arena_close(l.scratch);
}

static bool has_limit(const struct rival_variant *variant, uint32_t limit)
{
    for (uint32_t i = 0; i < variant->limit_count; i++)
        if (variant->limits[i] == limit)
            return true;
    return false;
}

// A limit of a slot counts when a chosen variant has it.
static bool is_limit_chosen(const struct rivals *r, uint32_t limit,
                            bool (*is_chosen)(const void *choice, uint32_t slot, uint32_t variant),
                            const void *choice)
{
    uint32_t slot = r->slot_of[limit];
    if (slot == LINK_NONE)
        return true;
    for (uint32_t v = 0; v < r->slots[slot].count; v++)
        if (is_chosen(choice, slot, v) && has_limit(&r->slots[slot].variants[v], limit))
            return true;
    return false;
}

bool rivals_solve(const struct rivals *r,
                  bool (*is_chosen)(const void *choice, uint32_t slot, uint32_t variant),
                  const void *choice, struct budget *budget, struct arena *arena,
                  struct plan_answer *answer, struct error *error)
{
    struct plan part = r->plan;
    part.limits = LIST_MAKE(arena, struct plan_limit);
    uint32_t *numbers = ARENA_ARRAY(arena, uint32_t, r->plan.limits.count);
    for (uint32_t i = 0; i < r->plan.limits.count; i++) {
        if (!is_limit_chosen(r, i, is_chosen, choice))
            continue;
        numbers[part.limits.count] = i;
        *LIST_ADD(&part.limits, struct plan_limit) =
            *LIST_AT(&r->plan.limits, struct plan_limit, i);
    }
    if (!plan_solve(&part, NULL, 0, 0, budget, arena, answer, error))
        return false;
    struct plan_link *links = ARENA_ARRAY(arena, struct plan_link, answer->network.count);
    for (uint32_t i = 0; i < answer->network.count; i++)
        links[i] = (struct plan_link){numbers[answer->links[i].limit], answer->links[i].is_most};
    answer->links = links;
    uint32_t *dropped = ARENA_ARRAY(arena, uint32_t, answer->dropping.count);
    for (uint32_t i = 0; i < answer->dropping.count; i++)
        dropped[i] = numbers[answer->dropping.items[i]];
    answer->dropping.items = dropped;
    return true;
}

struct two_drafts {
    const struct rivals *rivals;
    uint32_t a;
    uint32_t b;
};

static bool is_of_two(const void *choice, uint32_t slot, uint32_t variant)
{
    const struct two_drafts *two = choice;
    const struct rival_variant *it = &two->rivals->slots[slot].variants[variant];
    for (uint32_t i = 0; i < it->holder_count; i++)
        if (it->holders[i] == two->a || it->holders[i] == two->b)
            return true;
    return false;
}

bool rivals_reconcile(const struct rivals *rivals, uint32_t draft_a, uint32_t draft_b,
                      struct budget *budget, struct arena *arena, struct plan_answer *answer,
                      struct error *error)
{
    struct two_drafts two = {rivals, draft_a, draft_b};
    return rivals_solve(rivals, is_of_two, &two, budget, arena, answer, error);
}
