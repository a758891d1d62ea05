// SPDX-License-Identifier: Apache-2.0
#include "advice/prospects.h"

#include "advice/joint.h"
#include "bargain/wide.h"
#include "base/list.h"

#include <stdlib.h>
#include <string.h>

#define COUNT_STEPS ((uint64_t)300 * 1000 * 1000)

struct prospect_comparison {
    const struct scenario *old; // aligned
    const struct scenario *new;
    struct clashes old_clashes;
    struct clashes new_clashes;
    struct budget *budget;
    struct arena *arena;
    struct error *error;
    struct prospects *prospects;
};

static bool lay_out(struct prospect_comparison *comparison, const struct scenario *scenario,
                    struct clashes clashes, struct arena *arena, struct diagram *diagram)
{
    return diagram_make(scenario, clauses_make(scenario, clashes, arena),
                        scenario_red_options(scenario, UINT32_MAX, arena), comparison->budget,
                        arena, diagram, comparison->error);
}

static void reserves_of(const struct scenario *scenario, int64_t *reserve)
{
    for (uint32_t p = 0; p < scenario->party_count; p++)
        reserve[p] = scenario->parties[p].reservation;
}

// What all can gain together, and what each can gain at best, when nothing is acceptable NULL.
static bool gains_of(struct prospect_comparison *comparison, const struct scenario *scenario,
                     struct clashes clashes, bool *exists, int64_t *common, int64_t *best)
{
    struct arena *work = arena_open();
    struct diagram diagram;
    int64_t reserve[SCENARIO_PARTIES_MAX] = {0};
    reserves_of(scenario, reserve);
    bool done = lay_out(comparison, scenario, clashes, work, &diagram);
    *exists = done && !diagram_is_empty(&diagram);
    if (*exists) {
        for (uint32_t p = 0; p < scenario->party_count; p++)
            best[p] = diagram.most[p] - reserve[p];
        done = direct_common_gain(&diagram, reserve, comparison->budget, common, comparison->error);
    }
    arena_close(work);
    return done;
}

static bool same_issue(const struct prospect_comparison *comparison, uint32_t issue)
{
    const struct issue *about = &comparison->old->issues[issue];
    for (uint32_t p = 0; p < comparison->old->party_count; p++)
        if (memcmp(comparison->old->parties[p].scores + about->first,
                   comparison->new->parties[p].scores + about->first,
                   about->option_count * sizeof(int64_t)) != 0)
            return false;
    return true;
}

// The old scenario with the scores of one issue taken from the new one.
static struct scenario with_issue(const struct prospect_comparison *comparison, uint32_t issue,
                                  struct arena *arena)
{
    struct scenario made = *comparison->old;
    const struct issue *about = &made.issues[issue];
    struct scenario_party *parties = ARENA_ARRAY(arena, struct scenario_party, made.party_count);
    memcpy(parties, made.parties, made.party_count * sizeof *parties);
    for (uint32_t p = 0; p < made.party_count; p++) {
        int64_t *scores = ARENA_ARRAY(arena, int64_t, made.option_total);
        memcpy(scores, parties[p].scores, made.option_total * sizeof *scores);
        memcpy(scores + about->first, comparison->new->parties[p].scores + about->first,
               about->option_count * sizeof *scores);
        parties[p].scores = scores;
    }
    made.parties = parties;
    return made;
}

static int64_t size_of(int64_t number)
{
    return number < 0 ? -number : number;
}

static int compare_changes(const void *a, const void *b)
{
    const struct issue_change *left = a;
    const struct issue_change *right = b;
    if (size_of(left->raises) != size_of(right->raises))
        return size_of(left->raises) > size_of(right->raises) ? -1 : 1;
    return left->issue < right->issue ? -1 : left->issue > right->issue;
}

static bool find_changes(struct prospect_comparison *comparison)
{
    struct list list = LIST_MAKE(comparison->arena, struct issue_change);
    bool done = true;
    int64_t before = 0;
    int64_t best_before[SCENARIO_PARTIES_MAX] = {0};
    bool existed;
    if (!gains_of(comparison, comparison->old, comparison->old_clashes, &existed, &before,
                  best_before))
        return false;
    for (uint32_t i = 0; i < comparison->old->issue_count && existed && done; i++) {
        if (same_issue(comparison, i))
            continue;
        struct arena *work = arena_open();
        struct scenario changed = with_issue(comparison, i, work);
        int64_t after = 0;
        int64_t best[SCENARIO_PARTIES_MAX] = {0};
        bool exists;
        done = gains_of(comparison, &changed, comparison->old_clashes, &exists, &after, best);
        arena_close(work);
        if (!done || !exists)
            continue;
        struct issue_change *made = LIST_ADD(&list, struct issue_change);
        *made = (struct issue_change){i, after - before, UINT32_MAX, 0};
        for (uint32_t p = 0; p < changed.party_count; p++)
            if (size_of(best[p] - best_before[p]) > size_of(made->hit_by)) {
                made->most_hit = p;
                made->hit_by = best[p] - best_before[p];
            }
    }
    if (list.count > 1)
        qsort(list.items, list.count, sizeof(struct issue_change), compare_changes);
    comparison->prospects->changes = LIST_ITEMS(&list, struct issue_change);
    comparison->prospects->change_count = list.count;
    return done;
}

static bool count_kept(struct prospect_comparison *comparison)
{
    struct prospects *prospects = comparison->prospects;
    struct arena *work = arena_open();
    struct scenario joint = joint_make(comparison->old, comparison->new, work);
    struct list clashes = LIST_MAKE(work, struct clash);
    for (size_t i = 0; i < comparison->old_clashes.count; i++)
        *LIST_ADD(&clashes, struct clash) = comparison->old_clashes.items[i];
    for (size_t i = 0; i < comparison->new_clashes.count; i++)
        *LIST_ADD(&clashes, struct clash) = comparison->new_clashes.items[i];
    struct clashes both = {LIST_ITEMS(&clashes, struct clash), clashes.count};
    struct diagram diagram;
    bool done = joint.party_count <= SCENARIO_PARTIES_MAX &&
                lay_out(comparison, &joint, both, work, &diagram);
    if (done) {
        int64_t reserve[SCENARIO_PARTIES_MAX] = {0};
        reserves_of(&joint, reserve);
        struct budget share = budget_share(comparison->budget, COUNT_STEPS);
        prospects->kept = count_reaching(&diagram, reserve, &share, comparison->arena);
        budget_settle(comparison->budget, &share, COUNT_STEPS);
        prospects->is_comparable = true;
        if (prospects->kept.is_exact && prospects->old.acceptable.is_exact &&
            prospects->new.acceptable.is_exact) {
            prospects->lost = digits_subtract(prospects->old.acceptable.at_least,
                                              prospects->kept.at_least, comparison->arena);
            prospects->gained = digits_subtract(prospects->new.acceptable.at_least,
                                                prospects->kept.at_least, comparison->arena);
        }
    }
    arena_close(work);
    return done || joint.party_count > SCENARIO_PARTIES_MAX;
}

// Counts that are bounds decide only where the bounds lie apart.
static enum verdict judge_counts(const struct tally *old, const struct tally *new)
{
    if (digits_compare(new->at_least, old->at_most) > 0)
        return VERDICT_NEARER;
    if (digits_compare(new->at_most, old->at_least) < 0)
        return VERDICT_FARTHER;
    return old->is_exact && new->is_exact ? VERDICT_UNCHANGED : VERDICT_NOT_KNOWN;
}

static bool is_exact(struct gain_range range)
{
    return range.least == range.most;
}

// Gains decide where they lie apart, counts where both gains are known and the same.
static enum verdict judge_gains(struct gain_range old, struct gain_range new,
                                const struct tally *old_count, const struct tally *new_count)
{
    if (new.least > old.most)
        return VERDICT_NEARER;
    if (new.most < old.least)
        return VERDICT_FARTHER;
    return is_exact(old) && is_exact(new) ? judge_counts(old_count, new_count) : VERDICT_NOT_KNOWN;
}

// For all: what all can gain together decides, then how many packages are acceptable.
static enum verdict judge_all(const struct side_prospects *old, const struct side_prospects *new)
{
    return judge_gains(old->common, new->common, &old->acceptable, &new->acceptable);
}

// For one: its best gain in an acceptable package decides, then how many packages it would accept.
static enum verdict judge_one(const struct prospect_comparison *comparison, uint32_t party)
{
    const struct side_prospects *old = &comparison->prospects->old;
    const struct side_prospects *new = &comparison->prospects->new;
    return judge_gains(old->best[party], new->best[party], &old->to_each[party],
                       &new->to_each[party]);
}

// What one package gives raises the least that is known of gains.
static void raise_least(const struct solution *solution, const int64_t *values,
                        struct gain_range *common, struct gain_range *best)
{
    int64_t smallest = INT64_MAX;
    for (uint32_t p = 0; p < solution->scenario->party_count; p++) {
        int64_t gain = values[p] - solution->reserve[p];
        smallest = gain < smallest ? gain : smallest;
        best[p].least = gain > best[p].least ? gain : best[p].least;
    }
    common->least = smallest > common->least ? smallest : common->least;
}

// From the packages behind points, which all accept.
static void look_at_packages(const struct solution *solution, struct gain_range *common,
                             struct gain_range *best)
{
    int64_t row[SCENARIO_PARTIES_MAX];
    for (int kind = 0; kind < POINT_KINDS; kind++) {
        const struct fair_point *point = &solution->points[kind];
        const struct direct *open = solution->unproved[kind];
        for (size_t i = 0; point->is_defined && i < point->row_count; i++)
            raise_least(solution, front_point(point->front, point->rows[i], row), common, best);
        if (open && open->has_known)
            raise_least(solution, open->known, common, best);
    }
}

// What is known of gains when the budget ended: no more than the diagram leads to, no less than from the
// packages met.
static void bound_gains(const struct solution *solution, struct gain_range *common,
                        struct gain_range *best)
{
    const struct diagram *diagram = solution->acceptable_diagram;
    uint32_t parties = solution->scenario->party_count;
    int64_t least = solution->has_answer && solution->has_acceptable ? 0 : GAIN_NONE;
    *common = (struct gain_range){least, INT64_MAX};
    for (uint32_t p = 0; p < parties; p++) {
        int64_t most = diagram->most[p] - solution->reserve[p];
        best[p] = (struct gain_range){least, most};
        common->most = most < common->most ? most : common->most;
    }
    look_at_packages(solution, common, best);
    for (uint32_t p = 0; p < parties; p++) {
        if (common->most < 0 || (solution->has_answer && !solution->has_acceptable))
            best[p] = (struct gain_range){GAIN_NONE, GAIN_NONE};
        else if (solution->ideal_acceptable)
            best[p].least = best[p].most = solution->ideal_acceptable[p] - solution->reserve[p];
    }
}

// Whether the budget ended, which is no fault of the input.
static bool is_end(const struct error *error)
{
    return error->code == STOPPED || error->code == TOO_LARGE;
}

// What all can gain together, as far as it is known, and the best for each.
static void find_gains(struct prospect_comparison *comparison, const struct solution *solution,
                       struct side_prospects *side, struct gain_range *best)
{
    if (diagram_is_empty(solution->acceptable_diagram)) {
        side->common = (struct gain_range){GAIN_NONE, GAIN_NONE};
        for (uint32_t p = 0; p < solution->scenario->party_count; p++)
            best[p] = side->common;
        return;
    }
    bound_gains(solution, &side->common, best);
    // What was laid out when the budget had ended may lack rules.
    side->has_common_gain =
        !solution->has_ended &&
        direct_common_gain(solution->acceptable_diagram, solution->reserve, comparison->budget,
                           &side->common_gain, comparison->error);
    if (side->has_common_gain)
        side->common = (struct gain_range){side->common_gain, side->common_gain};
    else
        comparison->prospects->is_cut = true;
}

// A count, or that there are no more than all packages where counting did not come about.
static struct tally count_or_bound(const struct solution *solution, const struct tally *count)
{
    if (count && count->at_most.length > 0)
        return *count;
    return (struct tally){STR("0"), solution->outcomes, false};
}

// The solution's figures, its parties put into the order of `parties`.
static void side_of(struct prospect_comparison *comparison, const struct solution *solution,
                    const uint32_t *parties, struct side_prospects *side)
{
    uint32_t count = solution->scenario->party_count;
    struct tally *to_each = ARENA_ARRAY(comparison->arena, struct tally, count);
    int64_t *ideal = ARENA_ARRAY(comparison->arena, int64_t, count);
    struct gain_range *best = ARENA_ARRAY(comparison->arena, struct gain_range, count);
    struct gain_range own[SCENARIO_PARTIES_MAX] = {{0, 0}};
    *side = (struct side_prospects){.acceptable = count_or_bound(solution, &solution->acceptable),
                                    .to_each = to_each,
                                    .best = best,
                                    .nash = solution->points[POINT_NASH]};
    find_gains(comparison, solution, side, own);
    for (uint32_t p = 0; p < count; p++) {
        to_each[p] = count_or_bound(
            solution, solution->has_counts ? &solution->acceptable_to_each[parties[p]] : NULL);
        best[p] = own[parties[p]];
        if (solution->ideal_acceptable)
            ideal[p] = solution->ideal_acceptable[parties[p]];
    }
    side->ideal = solution->ideal_acceptable ? ideal : NULL;
    comparison->prospects->is_cut = comparison->prospects->is_cut || solution->has_ended;
}

static bool find_sides(struct prospect_comparison *comparison, const struct solution *old,
                       const struct solution *new)
{
    uint32_t own[SCENARIO_PARTIES_MAX] = {0};
    uint32_t other[SCENARIO_PARTIES_MAX] = {0};
    for (uint32_t p = 0; p < old->scenario->party_count; p++) {
        own[p] = p;
        other[p] = scenario_party_named(new->scenario, old->scenario->parties[p].name);
        if (other[p] == UINT32_MAX || old->scenario->party_count != new->scenario->party_count)
            return error_set(comparison->error, BAD_INPUT,
                             "the two scenarios do not have the same parties; \"%.*s\" stands in "
                             "the first only, or there are more in the second",
                             STR_ARGS(old->scenario->parties[p].name));
    }
    side_of(comparison, old, own, &comparison->prospects->old);
    side_of(comparison, new, other, &comparison->prospects->new);
    return true;
}

// What was kept and what each issue does, as far as the budget goes.
static bool find_aligned(struct prospect_comparison *comparison)
{
    struct error *error = comparison->error;
    bool done = clashes_find(comparison->old, comparison->budget, comparison->arena,
                             &comparison->old_clashes, error) &&
                clashes_find(comparison->new, comparison->budget, comparison->arena,
                             &comparison->new_clashes, error) &&
                count_kept(comparison) && find_changes(comparison);
    comparison->prospects->is_cut = comparison->prospects->is_cut || !done;
    return done || is_end(error);
}

bool prospects_find(const struct solution *old, const struct solution *new, struct budget *budget,
                    struct arena *arena, struct prospects *prospects, struct error *error)
{
    *prospects = (struct prospects){.is_comparable = false};
    struct scenario old_aligned = *old->scenario;
    struct scenario new_aligned = *new->scenario;
    struct prospect_comparison comparison = {.old = &old_aligned,
                                             .new = &new_aligned,
                                             .budget = budget,
                                             .arena = arena,
                                             .error = error,
                                             .prospects = prospects};
    if (!find_sides(&comparison, old, new))
        return false;
    // Clashes are found again in the numbers of the union.
    if (joint_align(old->scenario, new->scenario, arena, &old_aligned, &new_aligned) &&
        !find_aligned(&comparison))
        return false;
    uint32_t parties = old->scenario->party_count;
    enum verdict *for_each = ARENA_ARRAY(arena, enum verdict, parties);
    for (uint32_t p = 0; p < parties; p++)
        for_each[p] = judge_one(&comparison, p);
    prospects->for_each = for_each;
    prospects->verdict = judge_all(&prospects->old, &prospects->new);
    return true;
}
