// SPDX-License-Identifier: Apache-2.0
#include "timetable/timeline.h"
#include "workbench/timetable/timetable_rivals.h"

static struct str says(const struct plan *plan, const struct plan_answer *answer,
                       struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_print(&out, "%u limits contradict, short by %.*s",
                  negative_cycle_clause_links(&answer->network, &answer->cycle),
                  STR_ARGS(timeline_span(answer->cycle.sum, arena)));
    const char *before = ": ";
    for (uint32_t i = 0; i < answer->cycle.count; i++) {
        const struct plan_limit *limit =
            LIST_AT(&plan->limits, struct plan_limit, answer->links[answer->cycle.links[i]].limit);
        if (limit->kind == PLAN_STRUCTURAL)
            continue;
        builder_print(&out, "%s%.*s \"%.*s\"", before, STR_ARGS(limit->clause),
                      STR_ARGS(limit->phrase));
        before = "; ";
    }
    return builder_str(&out);
}

static bool holds_all(const struct slot_exclusion *wide, const struct slot_choices *narrow)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < wide->count && found < narrow->count; i++)
        if (wide->choices[i].slot == narrow->items[found].slot &&
            wide->choices[i].wording == narrow->items[found].wording)
            found++;
    return found == narrow->count;
}

// A set with the contradiction that it comes from.
struct found_set {
    struct slot_choices set;
    size_t exclusion;
};

static int compare_sets(const void *a, const void *b)
{
    const struct found_set *x = a;
    const struct found_set *y = b;
    if (x->set.count != y->set.count)
        return x->set.count < y->set.count ? -1 : 1;
    for (uint32_t i = 0; i < x->set.count; i++) {
        const struct slot_choice *m = &x->set.items[i];
        const struct slot_choice *n = &y->set.items[i];
        if (m->slot != n->slot)
            return m->slot < n->slot ? -1 : 1;
        if (m->wording != n->wording)
            return m->wording < n->wording ? -1 : 1;
    }
    return x->exclusion < y->exclusion ? -1 : x->exclusion > y->exclusion;
}

// Sets come by rising size, so that only a set there already can be part of a new one.
static bool is_known(const struct list *items, const struct slot_exclusion *set)
{
    for (size_t i = 0; i < items->count; i++) {
        const struct slot_exclusion *known = LIST_AT(items, struct slot_exclusion, i);
        struct slot_choices narrow = {known->choices, known->count};
        if (holds_all(set, &narrow))
            return true;
    }
    return false;
}

static void gather(const struct slot_limits *limits, const struct rival_findings *findings,
                   struct arena *arena, struct slot_exclusions *found)
{
    struct list sets = LIST_MAKE(arena, struct found_set);
    struct list items = LIST_MAKE(arena, struct slot_exclusion);
    for (size_t i = 0; i < findings->exclusions.count; i++) {
        const struct slot_choices *own;
        size_t count = slot_limits_exclude(
            limits, LIST_AT(&findings->exclusions, struct rival_exclusion, i), arena, &own);
        for (size_t j = 0; j < count; j++)
            *LIST_ADD(&sets, struct found_set) = (struct found_set){own[j], i};
    }
    list_sort(&sets, compare_sets);
    for (size_t i = 0; i < sets.count; i++) {
        const struct found_set *set = LIST_AT(&sets, struct found_set, i);
        struct slot_exclusion made = {.choices = set->set.items, .count = set->set.count};
        if (is_known(&items, &made))
            continue;
        const struct rival_exclusion *from =
            LIST_AT(&findings->exclusions, struct rival_exclusion, set->exclusion);
        made.says = says(&limits->rivals.plan, &from->answer, arena);
        *LIST_ADD(&items, struct slot_exclusion) = made;
    }
    found->items = LIST_ITEMS(&items, struct slot_exclusion);
    found->count = items.count;
}

bool timetable_exclusions(const struct sheet *sheet, struct budget *budget, struct arena *arena,
                          struct slot_exclusions *found, struct error *error)
{
    struct plan common = plan_make(arena);
    struct slot_limits limits;
    struct rival_findings findings;
    if (!slot_limits_make(sheet, &common, NULL, budget, arena, &limits, error) ||
        !rivals_find(&limits.rivals, RIVAL_QUESTIONS_MAX, budget, arena, &findings, error))
        return false;
    *found = (struct slot_exclusions){.is_complete = findings.is_complete};
    if (findings.is_common_impossible)
        found->common = says(&limits.rivals.plan, &findings.common, arena);
    gather(&limits, &findings, arena, found);
    return true;
}
