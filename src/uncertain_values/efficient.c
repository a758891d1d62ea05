// SPDX-License-Identifier: Apache-2.0
#include "uncertain_values/efficient.h"

#include "uncertain_values/favour.h"
#include "uncertain_values/walk.h"

#include <string.h>

// How b compares with a for one party: as good, and better, in the sense that was asked for.
struct outcome_comparison {
    enum truth is_as_good;
    enum truth is_better;
};

// The demand that `left` is worth at_least steps more than `right`.
static struct score_link difference(const struct view *view, const uint32_t *left,
                                    const uint32_t *right, int64_t at_least, struct arena *arena)
{
    const struct scenario *scenario = view->bounds.scenario;
    struct term *terms = ARENA_ARRAY(arena, struct term, 2 * (size_t)scenario->issue_count);
    size_t count = 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        if (left[i] != right[i]) {
            terms[count++] = (struct term){scenario->issues[i].first + left[i], 1};
            terms[count++] = (struct term){scenario->issues[i].first + right[i], -1};
        }
    int64_t pairs = view_pairs(view, left) - view_pairs(view, right);
    return (struct score_link){terms, count, 0, at_least - pairs, STR("")};
}

static enum truth negate(enum truth truth)
{
    if (truth == TRUTH_OPEN)
        return TRUTH_OPEN;
    return truth == TRUTH_YES ? TRUTH_NO : TRUTH_YES;
}

static struct outcome_comparison compare_by_links(const struct view *view, const uint32_t *b,
                                                  const uint32_t *a, bool surely,
                                                  struct budget *budget)
{
    struct arena *work = arena_open();
    struct outcome_comparison found;
    const uint32_t *left = surely ? a : b;
    const uint32_t *right = surely ? b : a;
    struct score_link weakly = difference(view, left, right, 0, work);
    struct score_link strictly = difference(view, left, right, 1, work);
    enum truth weak = links_allow(&view->bounds, &weakly, 1, budget);
    enum truth strict = links_allow(&view->bounds, &strictly, 1, budget);
    found.is_as_good = surely ? negate(strict) : weak;
    found.is_better = surely ? negate(weak) : strict;
    arena_close(work);
    return found;
}

static bool differs_in_links(const struct view *view, const uint32_t *b, const uint32_t *a)
{
    if (view->bounds.link_count == 0)
        return false;
    for (uint32_t i = 0; i < view->bounds.scenario->issue_count; i++)
        if (a[i] != b[i] && view->bounds.is_linked[i])
            return true;
    return false;
}

// The least (or largest) b - a from each issue by itself.
static int64_t plain_difference(const struct view *view, const uint32_t *b, const uint32_t *a,
                                bool surely)
{
    int64_t sum = view_pairs(view, b) - view_pairs(view, a);
    for (uint32_t i = 0; i < view->bounds.scenario->issue_count; i++)
        sum += surely ? -bounds_gap(&view->bounds, i, a[i], b[i])
                      : bounds_gap(&view->bounds, i, b[i], a[i]);
    return sum;
}

static struct outcome_comparison compare_for(const struct view *view, const uint32_t *b,
                                             const uint32_t *a, bool surely, struct budget *budget)
{
    if (differs_in_links(view, b, a))
        return compare_by_links(view, b, a, surely, budget);
    int64_t sum = plain_difference(view, b, a, surely);
    return (struct outcome_comparison){sum >= 0 ? TRUTH_YES : TRUTH_NO,
                                       sum > 0 ? TRUTH_YES : TRUTH_NO};
}

enum truth efficiency_beats(const struct views *views, const uint32_t *b, const uint32_t *a,
                            bool surely, struct budget *budget)
{
    enum truth is_as_good = TRUTH_YES;
    enum truth is_better = TRUTH_NO;
    for (uint32_t p = 0; p < views->scenario->party_count; p++) {
        struct outcome_comparison one = compare_for(&views->views[p], b, a, surely, budget);
        if (one.is_as_good == TRUTH_NO)
            return TRUTH_NO;
        if (one.is_as_good == TRUTH_OPEN)
            is_as_good = TRUTH_OPEN;
        if (one.is_better == TRUTH_YES || (one.is_better == TRUTH_OPEN && is_better == TRUTH_NO))
            is_better = one.is_better;
    }
    return is_better == TRUTH_YES ? is_as_good : is_better;
}

// What each option is ahead of the one that package `a` has, by party: the least when that is
// tight, else the largest, which no package that beats a falls short of.
static const int64_t *const *leads_over(const struct views *views, const uint32_t *a, bool surely,
                                        struct arena *arena)
{
    const struct scenario *scenario = views->scenario;
    const int64_t **leads = ARENA_ARRAY(arena, const int64_t *, scenario->party_count);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        const struct bounds *bounds = &views->views[p].bounds;
        int64_t *row = ARENA_ARRAY(arena, int64_t, scenario->option_total);
        bool is_least = surely && bounds->link_count == 0;
        for (uint32_t i = 0; i < scenario->issue_count; i++)
            for (uint32_t o = 0; o < scenario->issues[i].option_count; o++)
                row[scenario->issues[i].first + o] =
                    is_least ? -bounds_gap(bounds, i, a[i], o) : bounds_gap(bounds, i, o, a[i]);
        leads[p] = row;
    }
    return leads;
}

// Looks for a package that beats a. TRUTH_YES: it is in `found`.
static enum truth find_better(const struct views *views, const uint32_t *a, bool surely,
                              struct budget *budget, uint32_t *found)
{
    const struct scenario *scenario = views->scenario;
    struct arena *work = arena_open();
    int64_t floor[SCENARIO_PARTIES_MAX];
    for (uint32_t p = 0; p < scenario->party_count; p++)
        floor[p] = view_pairs(&views->views[p], a);
    struct walk walk =
        walk_make(scenario, views->allowed, leads_over(views, a, surely, work), floor, NULL, work);
    walk.wants_more = true;
    enum truth result = TRUTH_NO;
    enum walk_end end;
    while ((end = walk_next(&walk, budget, found)) == WALK_FOUND && result != TRUTH_YES) {
        enum truth one = efficiency_beats(views, found, a, surely, budget);
        if (one != TRUTH_NO)
            result = one;
        if (one == TRUTH_YES)
            break;
    }
    arena_close(work);
    return end == WALK_STOPPED && result == TRUTH_NO ? TRUTH_OPEN : result;
}

static bool has_links(const struct views *views)
{
    for (uint32_t p = 0; p < views->scenario->party_count; p++)
        if (views->views[p].bounds.link_count > 0)
            return true;
    return false;
}

static enum standing standing_within(const struct views *views, const uint32_t *a,
                                     struct budget *budget, uint32_t *better, bool *is_beaten)
{
    enum truth may_be_beaten = find_better(views, a, false, budget, better);
    if (may_be_beaten == TRUTH_NO)
        return STANDING_SURELY;
    enum truth surely_beaten = find_better(views, a, true, budget, better);
    *is_beaten = surely_beaten == TRUTH_YES;
    if (*is_beaten)
        return STANDING_NEVER;
    if (surely_beaten == TRUTH_OPEN || may_be_beaten == TRUTH_OPEN)
        return STANDING_OPEN;
    if (!has_links(views))
        return STANDING_POSSIBLY;
    enum truth may_lead = favour_search(views, a, budget);
    if (may_lead == TRUTH_OPEN)
        return STANDING_OPEN;
    return may_lead == TRUTH_YES ? STANDING_POSSIBLY : STANDING_NEVER;
}

struct efficiency efficiency_of(const struct views *views, const uint32_t *package, uint64_t steps,
                                struct budget *budget, struct arena *arena)
{
    uint32_t issues = views->scenario->issue_count;
    uint32_t *better = ARENA_ARRAY(arena, uint32_t, issues);
    struct budget own = *budget;
    own.steps_left = steps < budget->steps_left ? steps : budget->steps_left;
    uint64_t before = own.steps_left;
    bool is_beaten = false;
    enum standing undominated = standing_within(views, package, &own, better, &is_beaten);
    budget->steps_left -= before - own.steps_left;
    return (struct efficiency){undominated, is_beaten ? better : NULL};
}
