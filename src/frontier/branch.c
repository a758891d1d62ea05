// SPDX-License-Identifier: Apache-2.0
//
// A step down gives one issue one option. The bound is that of Lagrange: for any weights no outcome
// has more than the best weighted sum, which one walk over the diagram finds; where that falls short
// of what a outcome as high as the best known must have, nothing is left to find (Geoffrion 1974).
// The same walk tells the best sum with each option, and so which options are out.
#include "frontier/branch.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define PARTIES SCENARIO_PARTIES_MAX
#define TIES_MAX 20000u
#define ROOT_ROUNDS 300u
#define STEP_ROUNDS 5u
#define HOPES 8      // parts of the way from the best outcome to the bound
#define HOPE_FINE 24 // bits after the point of a share that is hoped for
#define LOSS_COUNTS 4
#define NONE (INT64_MIN / 2) // no way

// A step down: the issue decided and the options still to be tried.
struct branch_decision {
    uint32_t level;
    size_t first; // of `untried`
    size_t next;
    size_t end;
    size_t trail; // what was ruled out before the step
    int64_t multipliers[PARTIES];
};

struct branching {
    const struct diagram *diagram;
    const struct goal *goal;
    struct lagrange *lagrange;
    struct incumbent *incumbent;
    struct budget *budget;
    struct arena *arena;
    // A choice is an option of the issue of a level: choice_first[level] + option.
    uint32_t *choice_first;
    bool *is_out;       // by choice
    uint32_t *left;     // by level: choices not out
    uint32_t *level_of; // by choice
    int64_t *best_with; // by choice: the best weighted sum of a outcome that takes it
    uint32_t *taken;    // by choice: how often a best outcome took it since the last step
    uint32_t *value;    // by choice: a row of values that it gives
    uint32_t *trail;    // choices, in the order in which they were ruled out
    size_t trail_count;
    int64_t *from;  // by node: the best weighted sum on the way from the root
    int64_t *to_go; // by node: and on the way to the end
    int64_t *sums;  // by row of values
    int64_t multipliers[PARTIES];
    int64_t weights[PARTIES];
    struct objective wanted; // what stands lower is of no interest
    struct ratio bound;      // of shares, as far as the root shows; below 0 / 0: not known
    struct branch_decision *decisions;
    size_t depth;
    uint32_t *untried; // choices of all turns
    size_t untried_count;
    struct list ties; // outcomes as high as the best: option numbers by level
};

int incumbent_try(struct incumbent *incumbent, const struct goal *goal, const int64_t *values)
{
    struct objective objective;
    if (!goal_objective(goal, values, &objective))
        return -1;
    int order = incumbent->exists ? goal_compare(goal, &objective, &incumbent->objective) : 1;
    if (order > 0) {
        incumbent->exists = true;
        incumbent->objective = objective;
        memcpy(incumbent->values, values, goal->width * sizeof *values);
    }
    return order;
}

static void lay_choices(struct branching *b)
{
    const struct diagram *diagram = b->diagram;
    uint32_t count = 0;
    b->choice_first = ARENA_ARRAY(b->arena, uint32_t, diagram->level_count + 1);
    b->left = ARENA_ARRAY(b->arena, uint32_t, diagram->level_count);
    for (uint32_t level = 0; level < diagram->level_count; level++) {
        uint32_t options = 0;
        for (uint32_t a = diagram->arc_first[diagram->level_first[level]];
             a < diagram->arc_first[diagram->level_first[level + 1]]; a++)
            options = diagram->arcs[a].option < options ? options : diagram->arcs[a].option + 1;
        b->choice_first[level] = count;
        count += options;
    }
    b->choice_first[diagram->level_count] = count;
    b->is_out = ARENA_ARRAY(b->arena, bool, count);
    b->level_of = ARENA_ARRAY(b->arena, uint32_t, count);
    b->best_with = ARENA_ARRAY(b->arena, int64_t, count);
    b->value = ARENA_ARRAY(b->arena, uint32_t, count);
    b->taken = ARENA_ARRAY(b->arena, uint32_t, count);
    b->trail = ARENA_ARRAY(b->arena, uint32_t, count);
    b->untried = ARENA_ARRAY(b->arena, uint32_t, count);
    for (uint32_t level = 0; level < diagram->level_count; level++) {
        b->left[level] = b->choice_first[level + 1] - b->choice_first[level];
        for (uint32_t c = b->choice_first[level]; c < b->choice_first[level + 1]; c++)
            b->level_of[c] = level;
        for (uint32_t a = diagram->arc_first[diagram->level_first[level]];
             a < diagram->arc_first[diagram->level_first[level + 1]]; a++)
            b->value[b->choice_first[level] + diagram->arcs[a].option] = diagram->arcs[a].value;
    }
}

static void rule_out(struct branching *b, uint32_t choice)
{
    if (b->is_out[choice])
        return;
    b->is_out[choice] = true;
    b->left[b->level_of[choice]]--;
    b->trail[b->trail_count++] = choice;
}

static void restore(struct branching *b, size_t trail)
{
    while (b->trail_count > trail) {
        uint32_t choice = b->trail[--b->trail_count];
        b->is_out[choice] = false;
        b->left[b->level_of[choice]]++;
    }
}

// The best weighted sums from both ends; false when no outcome is left.
static bool walk(struct branching *b)
{
    const struct diagram *diagram = b->diagram;
    uint32_t width = diagram->party_count;
    for (uint32_t row = 0; row < diagram->value_count; row++) {
        uint64_t sum = 0; // a row that no arc uses may leave 64 bits; nobody asks for it
        for (uint32_t p = 0; p < width; p++)
            sum += (uint64_t)b->weights[p] * (uint64_t)diagram->values[(size_t)row * width + p];
        b->sums[row] = (int64_t)sum;
    }
    for (uint32_t n = 0; n < diagram->node_count; n++)
        b->from[n] = b->to_go[n] = NONE;
    b->from[0] = 0;
    b->to_go[diagram->node_count - 1] = 0;
    for (uint32_t c = 0; c < b->choice_first[diagram->level_count]; c++)
        b->best_with[c] = NONE;
    for (uint32_t level = 0; level < diagram->level_count; level++)
        for (uint32_t n = diagram->level_first[level]; n < diagram->level_first[level + 1]; n++)
            for (uint32_t a = diagram->arc_first[n];
                 a < diagram->arc_first[n + 1] && b->from[n] > NONE; a++) {
                const struct arc *arc = &diagram->arcs[a];
                int64_t sum = b->from[n] + b->sums[arc->value];
                if (!b->is_out[b->choice_first[level] + arc->option] && sum > b->from[arc->child])
                    b->from[arc->child] = sum;
            }
    for (uint32_t level = diagram->level_count; level > 0; level--)
        for (uint32_t n = diagram->level_first[level - 1]; n < diagram->level_first[level]; n++)
            for (uint32_t a = diagram->arc_first[n];
                 a < diagram->arc_first[n + 1] && b->from[n] > NONE; a++) {
                const struct arc *arc = &diagram->arcs[a];
                uint32_t choice = b->choice_first[level - 1] + arc->option;
                if (b->is_out[choice] || b->to_go[arc->child] == NONE)
                    continue;
                int64_t sum = b->to_go[arc->child] + b->sums[arc->value];
                b->to_go[n] = sum > b->to_go[n] ? sum : b->to_go[n];
                sum += b->from[n];
                b->best_with[choice] = sum > b->best_with[choice] ? sum : b->best_with[choice];
            }
    return b->to_go[0] > NONE;
}

// The options, by level, and the values of a outcome with the best weighted sum.
static void follow_best(struct branching *b, uint32_t *options, int64_t *values)
{
    const struct diagram *diagram = b->diagram;
    uint32_t width = diagram->party_count;
    uint32_t node = 0;
    memset(values, 0, width * sizeof *values);
    for (uint32_t level = 0; level < diagram->level_count; level++) {
        const struct arc *arc = &diagram->arcs[diagram->arc_first[node]];
        while (b->is_out[b->choice_first[level] + arc->option] || b->to_go[arc->child] == NONE ||
               b->to_go[arc->child] + b->sums[arc->value] != b->to_go[node])
            arc++;
        for (uint32_t p = 0; p < width; p++)
            values[p] += diagram->values[(size_t)arc->value * width + p];
        options[level] = arc->option;
        b->taken[b->choice_first[level] + arc->option]++;
        node = arc->child;
    }
}

// Tries the outcome; a higher one puts those found before out of the running.
static void try_outcome(struct branching *b, const int64_t *values)
{
    if (incumbent_try(b->incumbent, b->goal, values) <= 0)
        return;
    list_cut(&b->ties, 0);
    if (goal_compare(b->goal, &b->incumbent->objective, &b->wanted) > 0)
        b->wanted = b->incumbent->objective;
}

// The only outcome left joins those that stand as high as the best; false when there are too many.
static bool keep_tie(struct branching *b, const uint32_t *options, const int64_t *values)
{
    if (incumbent_try(b->incumbent, b->goal, values) != 0)
        return true;
    uint32_t **kept = LIST_ADD(&b->ties, uint32_t *);
    *kept = ARENA_ARRAY(b->arena, uint32_t, b->diagram->level_count);
    memcpy(*kept, options, b->diagram->level_count * sizeof *options);
    return b->ties.count <= TIES_MAX;
}

static bool is_single(const struct branching *b)
{
    for (uint32_t level = 0; level < b->diagram->level_count; level++)
        if (b->left[level] > 1)
            return false;
    return true;
}

static void better_weights(struct branching *b, const int64_t *values, int64_t least)
{
    int64_t nearest[PARTIES];
    int64_t gaps[PARTIES];
    goal_nearest(b->goal, &b->wanted, b->weights, least, nearest);
    for (uint32_t p = 0; p < b->diagram->party_count; p++)
        gaps[p] = values[p] - b->goal->base[p] - nearest[p];
    lagrange_shift(b->lagrange, gaps, b->multipliers);
}

enum branch_finding {
    FOUND_NOTHING, // what is left does not lead as high
    FOUND_ONE,     // one outcome is left, and looked at
    FOUND_MORE,    // it must be cut up
    FOUND_TOO_MUCH // for the budget or the list of ties
};

// Bounds what is left, by better and better weights.
static enum branch_finding look(struct branching *b, uint32_t *options, unsigned rounds)
{
    const struct diagram *diagram = b->diagram;
    int64_t values[PARTIES];
    memset(b->taken, 0, b->choice_first[diagram->level_count] * sizeof *b->taken);
    for (unsigned round = 0; round < rounds; round++) {
        if (!budget_spend(b->budget, diagram->arc_first[diagram->node_count]))
            return FOUND_TOO_MUCH;
        lagrange_weights(b->lagrange, b->multipliers, b->goal->kind == GOAL_PRODUCT ? 1 : 0,
                         b->weights);
        if (!walk(b))
            return FOUND_NOTHING;
        follow_best(b, options, values);
        try_outcome(b, values);
        int64_t least = goal_least(b->goal, &b->wanted, b->weights);
        if (b->to_go[0] < least)
            return FOUND_NOTHING;
        for (uint32_t c = 0; c < b->choice_first[diagram->level_count]; c++)
            if (b->best_with[c] < least)
                rule_out(b, c);
        if (is_single(b))
            return keep_tie(b, options, values) ? FOUND_ONE : FOUND_TOO_MUCH;
        better_weights(b, values, least);
    }
    return FOUND_MORE;
}

// How much it moves the parties, up or down, which of the two best options of an issue is taken, less
// what the second loses: between two that lose nothing the relaxation sits on the fence.
static int64_t weight_of(const struct branching *b, uint32_t level)
{
    uint32_t width = b->diagram->party_count;
    uint32_t first = UINT32_MAX;
    uint32_t second = UINT32_MAX;
    for (uint32_t c = b->choice_first[level]; c < b->choice_first[level + 1]; c++) {
        if (b->is_out[c])
            continue;
        if (first == UINT32_MAX || b->best_with[c] > b->best_with[first]) {
            second = first;
            first = c;
        } else if (second == UINT32_MAX || b->best_with[c] > b->best_with[second]) {
            second = c;
        }
    }
    int128 moves = 0;
    const int64_t *one = b->diagram->values + (size_t)b->value[first] * width;
    const int64_t *other = b->diagram->values + (size_t)b->value[second] * width;
    for (uint32_t p = 0; p < width; p++) {
        int64_t apart = one[p] > other[p] ? one[p] - other[p] : other[p] - one[p];
        moves += (int128)apart * b->weights[p];
    }
    moves -= (int128)LOSS_COUNTS * (b->best_with[first] - b->best_with[second]);
    return moves < INT64_MIN / 2 ? INT64_MIN / 2 : (int64_t)moves; // the sum of moves fits
}

// The open issue that is best decided now.
static uint32_t heaviest_level(const struct branching *b)
{
    uint32_t chosen = UINT32_MAX;
    int64_t most = 0;
    for (uint32_t level = 0; level < b->diagram->level_count; level++) {
        if (b->left[level] < 2)
            continue;
        int64_t weight = weight_of(b, level);
        if (chosen == UINT32_MAX || weight > most) {
            chosen = level;
            most = weight;
        }
    }
    assert(chosen != UINT32_MAX); // else one outcome would be left
    return chosen;
}

// Lines up the options of an issue, those that were taken most first.
static void branch_decision_make(struct branching *b)
{
    struct branch_decision *decision = &b->decisions[b->depth++];
    uint32_t level = heaviest_level(b);
    *decision = (struct branch_decision){
        .level = level, .first = b->untried_count, .trail = b->trail_count};
    memcpy(decision->multipliers, b->multipliers, sizeof decision->multipliers);
    for (uint32_t c = b->choice_first[level]; c < b->choice_first[level + 1]; c++) {
        if (b->is_out[c])
            continue;
        size_t at = b->untried_count++;
        for (; at > decision->first && (b->taken[b->untried[at - 1]] < b->taken[c] ||
                                        (b->taken[b->untried[at - 1]] == b->taken[c] &&
                                         b->best_with[b->untried[at - 1]] < b->best_with[c]));
             at--)
            b->untried[at] = b->untried[at - 1];
        b->untried[at] = c;
    }
    decision->next = decision->first;
    decision->end = b->untried_count;
}

// Goes on to the next option in line; false when all have been tried.
static bool next_choice(struct branching *b)
{
    while (b->depth > 0) {
        struct branch_decision *decision = &b->decisions[b->depth - 1];
        restore(b, decision->trail);
        if (decision->next < decision->end) {
            uint32_t choice = b->untried[decision->next++];
            memcpy(b->multipliers, decision->multipliers, sizeof b->multipliers);
            for (uint32_t c = b->choice_first[decision->level];
                 c < b->choice_first[decision->level + 1]; c++)
                if (c != choice)
                    rule_out(b, c);
            return true;
        }
        b->untried_count = decision->first;
        b->depth--;
    }
    return false;
}

// What the weights in hand, made from these multipliers, say of the largest share.
static void note_bound(struct branching *b, const int64_t *multipliers, int64_t *best)
{
    int128 above = b->to_go[0];
    int128 below = 0;
    for (uint32_t p = 0; p < b->goal->width; p++) {
        above -= (int128)b->weights[p] * b->goal->base[p];
        below += (int128)b->weights[p] * b->goal->range[p];
    }
    struct ratio bound = {above, (uint128)below};
    if (below == 0 || (b->bound.below != 0 && ratio_compare(bound, b->bound) >= 0))
        return;
    b->bound = bound;
    memcpy(best, multipliers, sizeof b->multipliers);
}

// Looks at the whole, with many rounds of weights; leaves the best of them.
static enum branch_finding look_first(struct branching *b, uint32_t *options)
{
    int64_t best[PARTIES];
    enum branch_finding finding = FOUND_MORE;
    memcpy(best, b->multipliers, sizeof best);
    for (unsigned round = 0; round < ROOT_ROUNDS && finding == FOUND_MORE; round++) {
        int64_t before[PARTIES];
        memcpy(before, b->multipliers, sizeof before);
        finding = look(b, options, 1);
        if (b->goal->kind == GOAL_SHARES && finding == FOUND_MORE)
            note_bound(b, before, best);
    }
    if (b->goal->kind == GOAL_SHARES)
        memcpy(b->multipliers, best, sizeof best);
    return finding;
}

// Searches all that is left at the moment for what is wanted; the trail ends where it began.
static bool descend(struct branching *b, uint32_t *options)
{
    size_t trail = b->trail_count;
    do {
        enum branch_finding finding = look(b, options, STEP_ROUNDS);
        if (finding == FOUND_TOO_MUCH)
            return false;
        if (finding == FOUND_MORE)
            branch_decision_make(b);
    } while (next_choice(b));
    restore(b, trail);
    return true;
}

// The objective at `part` of HOPES parts on the way from the bound down to the best outcome.
static struct objective hoped(const struct branching *b, int part)
{
    struct objective objective = {.share = {0, 1}};
    if (b->incumbent->exists)
        objective = b->incumbent->objective;
    if (part == HOPES || b->bound.below == 0)
        return objective;
    int128 low = objective.share.above * (1 << HOPE_FINE) / (int128)objective.share.below;
    int128 high = b->bound.above * (1 << HOPE_FINE) / (int128)b->bound.below;
    if (high > low)
        objective.share = (struct ratio){high - (high - low) * part / HOPES, 1u << HOPE_FINE};
    return objective;
}

// The less is hoped for the longer the search takes, and the search for the best takes longest as long
// as no good outcome is known. So first what comes near the bound is looked for, then less and less.
static bool search(struct branching *b)
{
    uint32_t *options = ARENA_ARRAY(b->arena, uint32_t, b->diagram->level_count);
    int64_t multipliers[PARTIES];
    b->wanted = hoped(b, HOPES);
    enum branch_finding finding = look_first(b, options);
    if (finding != FOUND_MORE)
        return finding != FOUND_TOO_MUCH;
    memcpy(multipliers, b->multipliers, sizeof multipliers);
    for (int part = b->goal->kind == GOAL_SHARES ? 1 : HOPES; part <= HOPES; part *= 2) {
        b->wanted = hoped(b, part);
        list_cut(&b->ties, 0);
        memcpy(b->multipliers, multipliers, sizeof multipliers);
        if (!descend(b, options))
            return false;
        if (b->incumbent->exists &&
            goal_compare(b->goal, &b->incumbent->objective, &b->wanted) >= 0)
            break;
    }
    return true;
}

bool branch_incumbent(const struct diagram *diagram, const struct goal *goal,
                      struct lagrange *lagrange, const int64_t *weights,
                      struct incumbent *incumbent, struct budget *budget, struct arena *arena,
                      struct front *front)
{
    struct arena *work = arena_open();
    struct branching b = {.diagram = diagram,
                          .goal = goal,
                          .lagrange = lagrange,
                          .incumbent = incumbent,
                          .budget = budget,
                          .arena = work,
                          .ties = LIST_MAKE(work, uint32_t *)};
    lay_choices(&b);
    b.from = ARENA_ARRAY(work, int64_t, diagram->node_count);
    b.to_go = ARENA_ARRAY(work, int64_t, diagram->node_count);
    b.sums = ARENA_ARRAY(work, int64_t, diagram->value_count + 1);
    b.decisions = ARENA_ARRAY(work, struct branch_decision, diagram->level_count + 1);
    lagrange_multipliers(lagrange, weights, b.multipliers);
    bool done = search(&b);
    if (done)
        front_of_outcomes(diagram, LIST_ITEMS(&b.ties, uint32_t *), b.ties.count, arena, front);
    arena_close(work);
    return done;
}
