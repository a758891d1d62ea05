// SPDX-License-Identifier: Apache-2.0
//
// Parties without links need no search: one completion puts the package ahead of every option by as
// much as can be, all at once. Each linked party carries the demands made so far; a completion that
// meets them is a corner of a linear program, scaled by its denominator to whole steps.
#include "uncertain_values/favour.h"

#include "uncertain_values/walk.h"

#include <string.h>

#define RIVALS_MAX 200              // packages put below this one on the way to a completion
#define STEPS_MAX (VALUE_STEP / 64) // so that sums of them stay below half a step

struct favour {
    const struct views *views;
    const uint32_t *package;
    struct budget *budget;
    struct arena *arena;
    struct score_link
        *demands;         // by party, RIVALS_MAX * 2 + 1 each; the first names all linked options
    size_t *demand_count; // by party
};

static struct score_link *demands_of(const struct favour *favour, uint32_t party)
{
    return favour->demands + (size_t)party * (2 * RIVALS_MAX + 1);
}

// A demand that asks for nothing and names every option of the linked issues, so that the
// completion says what each is worth.
static void name_all(struct favour *favour, uint32_t party)
{
    const struct scenario *scenario = favour->views->scenario;
    const struct bounds *bounds = &favour->views->views[party].bounds;
    struct term *terms = ARENA_ARRAY(favour->arena, struct term, scenario->option_total);
    size_t count = 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        for (uint32_t o = 0; bounds->is_linked[i] && o < scenario->issues[i].option_count; o++)
            terms[count++] = (struct term){scenario->issues[i].first + o, 0};
    demands_of(favour, party)[0] = (struct score_link){terms, count, 0, 0, STR("")};
    favour->demand_count[party] = 1;
}

// (left - right) times the denominator, in whole steps. The sum over all issues must keep its
// steps below half of VALUE_STEP and itself within VALUE_MAX.
static bool scale_lead(struct simplex_sum left, struct simplex_sum right, uint32_t issues,
                       int64_t *lead)
{
    int64_t steps_max = VALUE_STEP / 4 / issues;
    int64_t value;
    int64_t steps;
    if (__builtin_sub_overflow(left.value, right.value, &value) ||
        __builtin_sub_overflow(left.steps, right.steps, &steps) || steps > steps_max ||
        steps < -steps_max || __builtin_mul_overflow(value, VALUE_STEP, &value) ||
        __builtin_add_overflow(value, steps, &value))
        return false;
    *lead = value;
    return value >= -VALUE_MAX / issues && value <= VALUE_MAX / issues;
}

// What each option is ahead of the package's in the completion, times `below`.
static bool lead_in(const struct favour *favour, uint32_t party, const struct simplex_sum *scores,
                    int64_t below, int64_t *leads)
{
    const struct scenario *scenario = favour->views->scenario;
    const struct bounds *bounds = &favour->views->views[party].bounds;
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        uint32_t first = scenario->issues[i].first;
        uint32_t own = favour->package[i];
        for (uint32_t o = 0; o < scenario->issues[i].option_count; o++) {
            int64_t *lead = &leads[first + o];
            if (bounds->is_linked[i]) {
                if (!scale_lead(scores[first + o], scores[first + own], scenario->issue_count,
                                lead))
                    return false;
            } else if (__builtin_mul_overflow(-bounds_gap(bounds, i, own, o), below, lead) ||
                       *lead > VALUE_MAX || *lead < -VALUE_MAX) {
                return false;
            }
        }
    }
    return true;
}

// A completion of one party that meets its demands, as leads; *below is its denominator.
static enum truth complete_party(struct favour *favour, uint32_t party, int64_t *leads,
                                 int64_t *below)
{
    const struct bounds *bounds = &favour->views->views[party].bounds;
    const struct scenario *scenario = favour->views->scenario;
    struct simplex_sum *scores =
        ARENA_ARRAY(favour->arena, struct simplex_sum, scenario->option_total);
    *below = 1;
    if (bounds->link_count > 0) {
        enum truth found = links_complete(bounds, demands_of(favour, party),
                                          favour->demand_count[party], favour->budget, scores);
        if (found != TRUTH_YES)
            return found;
        for (uint32_t i = 0; i < scenario->issue_count; i++)
            if (bounds->is_linked[i])
                *below = scores[scenario->issues[i].first].below;
    }
    return lead_in(favour, party, scores, *below, leads) ? TRUTH_YES : TRUTH_OPEN;
}

// A package that beats ours in the completion given by leads: TRUTH_YES and it is in `rival`.
static enum truth find_rival(struct favour *favour, const int64_t *const *leads,
                             const int64_t *below, uint32_t *rival)
{
    const struct views *views = favour->views;
    const struct scenario *scenario = views->scenario;
    struct diagram scaled = *views->allowed;
    size_t cells = (size_t)scaled.node_count * scenario->party_count;
    size_t rows = 0;
    for (uint32_t a = 0; a < scaled.arc_first[scaled.node_count]; a++)
        rows = scaled.arcs[a].value >= rows ? scaled.arcs[a].value + (size_t)1 : rows;
    int64_t *values = ARENA_ARRAY(favour->arena, int64_t, rows * scenario->party_count);
    int64_t *most = ARENA_ARRAY(favour->arena, int64_t, cells);
    int64_t floor[SCENARIO_PARTIES_MAX];
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        floor[p] = view_pairs(&views->views[p], favour->package) * below[p];
        for (size_t r = p; r < rows * scenario->party_count; r += scenario->party_count)
            values[r] = scaled.values[r] * below[p];
        for (size_t c = p; c < cells; c += scenario->party_count)
            most[c] = scaled.most[c] * below[p];
    }
    scaled.values = values;
    scaled.most = most;
    struct walk walk = walk_make(scenario, &scaled, leads, floor, NULL, favour->arena);
    walk.wants_more = true;
    enum walk_end end = walk_next(&walk, favour->budget, rival);
    if (end == WALK_STOPPED)
        return TRUTH_OPEN;
    return end == WALK_FOUND ? TRUTH_YES : TRUTH_NO;
}

// sign × (package - rival) >= at_least, for one party.
static void demand(struct favour *favour, uint32_t party, const uint32_t *rival, int sign,
                   int64_t at_least)
{
    const struct scenario *scenario = favour->views->scenario;
    const struct view *view = &favour->views->views[party];
    struct term *terms = ARENA_ARRAY(favour->arena, struct term, 2 * (size_t)scenario->issue_count);
    size_t count = 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        if (favour->package[i] != rival[i]) {
            terms[count++] = (struct term){scenario->issues[i].first + favour->package[i], sign};
            terms[count++] = (struct term){scenario->issues[i].first + rival[i], -sign};
        }
    int64_t pairs = view_pairs(view, favour->package) - view_pairs(view, rival);
    demands_of(favour, party)[favour->demand_count[party]++] =
        (struct score_link){terms, count, 0, at_least - sign * pairs, STR("")};
}

static enum truth search(struct favour *favour, uint32_t depth);

// Our package above the rival for one linked party after another.
static enum truth put_above(struct favour *favour, const uint32_t *rival, uint32_t depth)
{
    enum truth result = TRUTH_NO;
    for (uint32_t p = 0; p < favour->views->scenario->party_count && result != TRUTH_YES; p++) {
        if (favour->views->views[p].bounds.link_count == 0)
            continue;
        demand(favour, p, rival, 1, 1);
        enum truth one = search(favour, depth + 1);
        favour->demand_count[p]--;
        result = one != TRUTH_NO ? one : result;
    }
    return result;
}

// As good as the rival for all: only where the parties without links have no preference either.
static enum truth put_beside(struct favour *favour, const uint32_t *rival,
                             const int64_t *const *leads, uint32_t depth)
{
    const struct views *views = favour->views;
    const struct scenario *scenario = views->scenario;
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        const struct view *view = &views->views[p];
        int64_t sum = view_pairs(view, rival) - view_pairs(view, favour->package);
        for (uint32_t i = 0; i < scenario->issue_count; i++)
            sum += leads[p][scenario->issues[i].first + rival[i]];
        if (view->bounds.link_count == 0 && sum != 0)
            return TRUTH_NO;
    }
    for (uint32_t p = 0; p < scenario->party_count; p++)
        if (views->views[p].bounds.link_count > 0) {
            demand(favour, p, rival, 1, 0);
            demand(favour, p, rival, -1, 0);
        }
    enum truth result = search(favour, depth + 1);
    for (uint32_t p = 0; p < scenario->party_count; p++)
        if (views->views[p].bounds.link_count > 0)
            favour->demand_count[p] -= 2;
    return result;
}

// One completion under the demands, and what becomes of it.
static enum truth search(struct favour *favour, uint32_t depth)
{
    const struct scenario *scenario = favour->views->scenario;
    if (depth == RIVALS_MAX)
        return TRUTH_OPEN;
    struct arena_mark mark = arena_mark(favour->arena);
    const int64_t **leads = ARENA_ARRAY(favour->arena, const int64_t *, scenario->party_count);
    int64_t below[SCENARIO_PARTIES_MAX];
    enum truth result = TRUTH_YES;
    for (uint32_t p = 0; p < scenario->party_count && result == TRUTH_YES; p++) {
        int64_t *row = ARENA_ARRAY(favour->arena, int64_t, scenario->option_total);
        leads[p] = row;
        result = complete_party(favour, p, row, &below[p]);
    }
    uint32_t *rival = ARENA_ARRAY(favour->arena, uint32_t, scenario->issue_count);
    if (result == TRUTH_YES) {
        enum truth is_beaten = find_rival(favour, leads, below, rival);
        if (is_beaten == TRUTH_OPEN)
            result = TRUTH_OPEN;
        if (is_beaten == TRUTH_YES) {
            result = put_above(favour, rival, depth);
            if (result != TRUTH_YES) {
                enum truth beside = put_beside(favour, rival, leads, depth);
                result = beside != TRUTH_NO ? beside : result;
            }
        }
    }
    arena_rewind(favour->arena, mark);
    return result;
}

enum truth favour_search(const struct views *views, const uint32_t *package, struct budget *budget)
{
    uint32_t parties = views->scenario->party_count;
    struct favour favour = {.views = views, .package = package, .budget = budget};
    favour.arena = arena_open();
    favour.demands =
        ARENA_ARRAY(favour.arena, struct score_link, (size_t)parties * (2 * RIVALS_MAX + 1));
    favour.demand_count = ARENA_ARRAY(favour.arena, size_t, parties);
    for (uint32_t p = 0; p < parties; p++)
        name_all(&favour, p);
    enum truth result = search(&favour, 0);
    arena_close(favour.arena);
    return result;
}
