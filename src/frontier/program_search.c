// SPDX-License-Identifier: Apache-2.0
//
// What is proved rests on whole numbers alone: a step is left when weights of whole numbers bound its
// share below what is wanted, an option is ruled out when they bound it so, and an outcome's share is
// its own. The relaxation says which weights to try and where to branch.
#include "frontier/program_search.h"

#include "frontier/program_bound.h"
#include "frontier/program_cuts.h"
#include "frontier/program_dive.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define ROOT_PIVOTS 20000u
#define STEP_PIVOTS 1000u
#define PROBE_PIVOTS 30u
#define PROBES_ROOT 8u // options probed on both sides before a step far up branches
#define PROBES 3u
#define RULE_ROWS 400u
#define ROUNDS_ROOT 30u
#define ROUNDS 6u
#define CIRCLE_ROUNDS 1u // of a step below the root, in which new rules are looked for
#define HOPES 8          // parts of the way from the best outcome to the bound
#define HOPE_FINE 20     // bits after the point of a share that is hoped for
#define FRACTION 1e-6
#define TRIFLE 1e-3 // of the gap: what a branch loses counts as this at least

// One step down: what is left, and the relaxation of it.
struct step {
    struct choices_left left;
    struct blend blend;
    uint32_t option; // that is branched on
    bool takes_next; // the branch that takes it is still to be tried
    bool drops_next; // and the one that rules it out
};

struct program_searcher {
    struct choice_program *program;
    const struct program_search_request *request;
    const struct measures *measures; // those of the request, then one for each end of a sum
    struct budget *budget;
    struct arena *arena; // of the result
    struct arena *work;
    struct program_found *found;
    struct list steps;  // struct step *
    struct step probe;  // a step aside
    struct step origin; // the root as nothing wanted has cut it
    struct program_bound bound;
    double *multipliers;
    double *mixture;
    uint32_t *outcome;
    int64_t limit;
    struct ratio wanted; // what is below is of no interest
    bool wants_more;     // what is equal neither
    bool keeps_ties;
    bool is_whole; // shares are whole numbers
    bool is_stopped;
};

static struct step *step_at(struct program_searcher *s, size_t depth)
{
    while (s->steps.count <= depth) {
        struct step **added = LIST_ADD(&s->steps, struct step *);
        *added = ARENA_NEW(s->work, struct step);
        (*added)->left = choices_left_room(s->program, s->work);
        (*added)->blend = blend_room(s->program, s->measures,
                                     s->program->rules.count > 0 ? RULE_ROWS : 0, s->work);
    }
    return *LIST_AT(&s->steps, struct step *, depth);
}

// Where nothing is wanted everything is, what is below the base too: the bound of the root holds for all.
static bool is_enough(const struct program_searcher *s, struct ratio share)
{
    if (s->wanted.below == 0)
        return true;
    int order = ratio_compare(share, s->wanted);
    return order > 0 || (order == 0 && !s->wants_more);
}

// The share of an outcome; false when a measure is below its base.
static bool share_of(const struct program_searcher *s, const uint32_t *outcome, struct ratio *share)
{
    const struct choice_program *program = s->program;
    *share = (struct ratio){0, 0};
    for (uint32_t m = 0; m < s->measures->count; m++) {
        const int64_t *values = s->measures->values + (size_t)m * program->option_count;
        int128 sum = -(int128)s->measures->base[m];
        for (uint32_t i = 0; i < program->issue_count; i++)
            sum += values[outcome[i]];
        if (sum < 0)
            return false;
        struct ratio own = {sum, (uint128)s->measures->range[m]};
        if (own.below != 0 && (share->below == 0 || ratio_compare(own, *share) < 0))
            *share = own;
    }
    return true;
}

static bool keeps_rules(const struct program_searcher *s, const uint32_t *outcome)
{
    const struct choice_program *program = s->program;
    for (uint32_t i = 0; i < program->issue_count; i++)
        if (program->is_removed[outcome[i]])
            return false;
    for (size_t r = 0; r < program->own_rule_count; r++) {
        const struct packing_rule *rule = LIST_AT(&program->rules, struct packing_rule, r);
        uint32_t taken = 0;
        for (uint32_t i = 0; i < rule->count; i++)
            taken += outcome[program->issue_of[rule->options[i]]] == rule->options[i];
        if (taken > rule->most)
            return false;
    }
    return true;
}

// A better outcome raises what is wanted.
static void take_outcome(struct program_searcher *s, const uint32_t *outcome, struct ratio share)
{
    struct program_found *found = s->found;
    if (found->exists && ratio_compare(share, found->share) <= 0)
        return;
    found->exists = true;
    found->share = share;
    memcpy(found->outcome, outcome, s->program->issue_count * sizeof *outcome);
    if (!is_enough(s, share) || s->keeps_ties)
        return;
    s->wanted = share;
    s->wants_more = !s->is_whole;
    if (s->is_whole)
        s->wanted.above++;
}

// Tries the outcome that takes of each issue the option that the mixture has most of.
static void round_mixture(struct program_searcher *s, const struct choices_left *left)
{
    const struct choice_program *program = s->program;
    struct ratio share;
    for (uint32_t i = 0; i < program->issue_count; i++) {
        uint32_t best = UINT32_MAX;
        for (uint32_t o = program->first[i]; o < program->first[i + 1]; o++)
            if (!left->is_out[o] && (best == UINT32_MAX || s->mixture[o] > s->mixture[best]))
                best = o;
        s->outcome[i] = best;
    }
    if (share_of(s, s->outcome, &share) && keeps_rules(s, s->outcome))
        take_outcome(s, s->outcome, share);
}

// The only outcome left.
static void take_single(struct program_searcher *s, const struct choices_left *left)
{
    const struct choice_program *program = s->program;
    struct ratio share;
    for (uint32_t i = 0; i < program->issue_count; i++) {
        uint32_t option = program->first[i];
        while (left->is_out[option])
            option++;
        s->outcome[i] = option;
    }
    if (!share_of(s, s->outcome, &share) || !keeps_rules(s, s->outcome))
        return;
    if (s->keeps_ties && ratio_compare(share, s->found->share) == 0) {
        uint32_t *tie = ARENA_ARRAY(s->arena, uint32_t, program->issue_count);
        memcpy(tie, s->outcome, program->issue_count * sizeof *tie);
        *LIST_ADD(&s->found->ties, uint32_t *) = tie;
        s->is_stopped = s->is_stopped || s->found->ties.count > s->request->tie_limit;
    }
    take_outcome(s, s->outcome, share);
}

// Whether the bound that the multipliers of a row make shows that nothing wanted is left.
static bool is_refuted(struct program_searcher *s, const struct step *step, uint32_t row)
{
    blend_multipliers(&step->blend, row, s->multipliers);
    program_bound_make(s->program, s->measures, &step->left, s->multipliers, s->limit, &s->bound);
    if (s->bound.share.below == 0)
        return s->bound.share.above < 0;
    return !is_enough(s, s->bound.share);
}

// Rules out what by the bound in hand cannot lead high enough; whether anything was.
static bool rule_out(struct program_searcher *s, struct choices_left *left)
{
    const struct choice_program *program = s->program;
    bool is_changed = false;
    if (s->bound.share.below == 0)
        return false;
    for (uint32_t i = 0; i < program->issue_count; i++) {
        if (left->left[i] < 2)
            continue;
        for (uint32_t o = program->first[i]; o < program->first[i + 1]; o++)
            if (!left->is_out[o] && s->bound.value[o] < s->bound.best[i] &&
                !is_enough(s, program_bound_with(&s->bound, i, o))) {
                choices_left_drop(left, o);
                is_changed = true;
            }
    }
    return is_changed && choices_left_follow(left);
}

static double cutoff_of(const struct program_searcher *s)
{
    if (s->wanted.below == 0)
        return -HUGE_VAL;
    double wanted = (double)s->wanted.above / (double)s->wanted.below;
    return wanted - 1e-7 * (fabs(wanted) + 1);
}

enum look_end { LOOK_NOTHING, LOOK_MORE, LOOK_STOPPED };

static bool spend(struct program_searcher *s, struct blend *blend)
{
    uint64_t steps = blend->steps + s->program->option_count;
    blend->steps = 0;
    if (!budget_spend(s->budget, steps))
        s->is_stopped = true;
    return !s->is_stopped;
}

// Bounds what is left, rule by rule that the mixture breaks; leaves the mixture.
static enum look_end look(struct program_searcher *s, struct step *step, unsigned pivots,
                          unsigned rounds)
{
    for (unsigned round = 0;; round++) {
        enum blend_end end = blend_solve(&step->blend, &step->left, cutoff_of(s), pivots);
        if (!spend(s, &step->blend))
            return LOOK_STOPPED;
        if (is_refuted(s, step, end == BLEND_IMPOSSIBLE ? step->blend.failed : 0))
            return LOOK_NOTHING;
        if (end == BLEND_BELOW) // below by less than rounding: the solution itself is needed
            end = blend_solve(&step->blend, &step->left, -HUGE_VAL, pivots);
        blend_mixture(&step->blend, s->mixture);
        if (end == BLEND_IMPOSSIBLE)
            return LOOK_MORE;
        if (rule_out(s, &step->left) || step->left.is_empty) {
            if (step->left.is_empty)
                return LOOK_NOTHING;
            if (choices_left_is_single(&step->left))
                return LOOK_MORE;
        }
        if (end != BLEND_SOLVED || round >= rounds || s->program->rules.count == 0 ||
            !program_cuts_add(s->program, &step->blend, s->mixture,
                              rounds >= ROUNDS_ROOT || round < CIRCLE_ROUNDS))
            break;
    }
    round_mixture(s, &step->left);
    return LOOK_MORE;
}

// The largest t when an option is taken (or ruled out), or less than any when that leads nowhere.
static double probe(struct program_searcher *s, const struct step *step, uint32_t option,
                    bool takes)
{
    const struct choice_program *program = s->program;
    struct step *aside = &s->probe;
    uint32_t issue = program->issue_of[option];
    choices_left_copy(&aside->left, &step->left);
    for (uint32_t o = program->first[issue]; o < program->first[issue + 1]; o++)
        if ((o == option) != takes)
            choices_left_drop(&aside->left, o);
    if (!choices_left_follow(&aside->left))
        return -HUGE_VAL;
    blend_copy(&aside->blend, &step->blend, &aside->left);
    enum blend_end end = blend_solve(&aside->blend, &aside->left, cutoff_of(s), PROBE_PIVOTS);
    spend(s, &aside->blend);
    if (end == BLEND_BELOW && is_refuted(s, aside, 0))
        return -HUGE_VAL;
    return aside->blend.sides[0];
}

struct candidate {
    uint32_t option;
    double score;
};

// The options in part, the most promising to branch on first.
//
// gap  how far the relaxation stands above what is wanted: the measure of what counts
static uint32_t candidates(const struct step *step, double gap, struct candidate *list,
                           uint32_t most)
{
    const struct blend *blend = &step->blend;
    uint32_t count = 0;
    for (uint32_t r = 1; r < blend->row_count; r++) {
        double part = blend->sides[r];
        uint32_t option = blend->basic[r];
        if (option >= blend->program->option_count || step->left.is_out[option] ||
            part < FRACTION || part > 1 - FRACTION)
            continue;
        double whole;
        double none;
        blend_penalties(blend, r, &whole, &none);
        whole = (whole < 2 * gap ? whole : 2 * gap) + gap * TRIFLE;
        none = (none < 2 * gap ? none : 2 * gap) + gap * TRIFLE;
        struct candidate made = {option, whole * none};
        uint32_t at = count < most ? count++ : most;
        while (at > 0 && list[at - 1].score < made.score) {
            if (at < most)
                list[at] = list[at - 1];
            at--;
        }
        if (at < most)
            list[at] = made;
    }
    return count;
}

// An issue with more than one option, where no option is in part.
static uint32_t any_open_option(const struct program_searcher *s, const struct choices_left *left)
{
    const struct choice_program *program = s->program;
    uint32_t best = UINT32_MAX;
    for (uint32_t i = 0; i < program->issue_count; i++)
        for (uint32_t o = program->first[i]; left->left[i] > 1 && o < program->first[i + 1]; o++)
            if (!left->is_out[o] && (best == UINT32_MAX || s->mixture[o] > s->mixture[best]))
                best = o;
    return best;
}

enum branch_end { BRANCH_READY, BRANCH_AGAIN, BRANCH_NONE };

static void drop_side(struct program_searcher *s, struct choices_left *left, uint32_t option,
                      bool takes)
{
    const struct choice_program *program = s->program;
    uint32_t issue = program->issue_of[option];
    for (uint32_t o = program->first[issue]; o < program->first[issue + 1]; o++)
        if ((o == option) == takes)
            choices_left_drop(left, o);
}

// Chooses what to branch on by looking a little way down both branches of some options.
static enum branch_end choose_branch(struct program_searcher *s, struct step *step, unsigned probes)
{
    struct candidate list[PROBES_ROOT + 1];
    double now = step->blend.sides[0];
    double gap = s->wanted.below == 0 ? fabs(now) : now - cutoff_of(s);
    gap = gap > 0 ? gap : DBL_MIN;
    uint32_t count = candidates(step, gap, list, probes);
    double best = -1;
    step->option = UINT32_MAX;
    for (uint32_t i = 0; i < count; i++) {
        double whole = probe(s, step, list[i].option, true);
        double none = probe(s, step, list[i].option, false);
        if (whole == -HUGE_VAL || none == -HUGE_VAL) { // one branch leads nowhere
            if (whole == -HUGE_VAL && none == -HUGE_VAL)
                return BRANCH_NONE;
            drop_side(s, &step->left, list[i].option, whole == -HUGE_VAL);
            return choices_left_follow(&step->left) ? BRANCH_AGAIN : BRANCH_NONE;
        }
        double score = (now - whole + gap * TRIFLE) * (now - none + gap * TRIFLE);
        if (score > best) {
            best = score;
            step->option = list[i].option;
        }
    }
    if (step->option == UINT32_MAX)
        step->option = any_open_option(s, &step->left);
    step->takes_next = true;
    step->drops_next = true;
    return BRANCH_READY;
}

// Goes into the step; true when it has branches to try.
static bool enter(struct program_searcher *s, size_t depth)
{
    struct step *step = step_at(s, depth);
    for (;;) {
        if (choices_left_is_single(&step->left)) {
            take_single(s, &step->left);
            return false;
        }
        enum look_end end = look(s, step, depth == 0 ? ROOT_PIVOTS : STEP_PIVOTS,
                                 depth == 0 ? ROUNDS_ROOT : ROUNDS);
        if (end != LOOK_MORE)
            return false;
        if (choices_left_is_single(&step->left))
            continue;
        blend_drop_slack_rules(&step->blend);
        switch (choose_branch(s, step, depth < 4 ? PROBES_ROOT : PROBES)) {
        case BRANCH_READY:
            return !s->is_stopped;
        case BRANCH_NONE:
            return false;
        case BRANCH_AGAIN:
            break;
        }
        if (s->is_stopped)
            return false;
    }
}

// The next branch of a step, laid out one deeper; false when both have been tried.
static bool next_branch(struct program_searcher *s, size_t depth)
{
    struct step *step = step_at(s, depth);
    while (step->takes_next || step->drops_next) {
        bool takes = step->takes_next;
        struct step *below = step_at(s, depth + 1);
        if (takes)
            step->takes_next = false;
        else
            step->drops_next = false;
        choices_left_copy(&below->left, &step->left);
        drop_side(s, &below->left, step->option, !takes);
        if (!choices_left_follow(&below->left))
            continue;
        blend_copy(&below->blend, &step->blend, &below->left);
        return true;
    }
    return false;
}

// Searches everything for what is wanted.
static void descend(struct program_searcher *s)
{
    size_t depth = 0;
    bool has_branches = enter(s, 0);
    for (;;) {
        if (has_branches && !s->is_stopped && next_branch(s, depth)) {
            has_branches = enter(s, ++depth);
            continue;
        }
        if (depth == 0 || s->is_stopped)
            return;
        depth--;
        has_branches = true;
    }
}

// The root again, as it was looked at first, for a search for less.
static void restart(struct program_searcher *s)
{
    struct step *root = step_at(s, 0);
    choices_left_copy(&root->left, &s->origin.left);
    blend_copy(&root->blend, &s->origin.blend, &root->left);
}

// Looks at the root without wanting anything: its bound holds for all.
static bool bound_root(struct program_searcher *s, const struct choices_left *all)
{
    struct step *root = &s->origin;
    choices_left_copy(&root->left, all);
    blend_start(&root->blend, all);
    s->wanted = (struct ratio){0, 0};
    enum look_end end = look(s, root, ROOT_PIVOTS, ROUNDS_ROOT);
    if (end == LOOK_NOTHING)
        return false;
    s->wanted = (struct ratio){0, 0}; // an outcome met has raised it
    s->wants_more = false;
    if (is_refuted(s, root, 0))
        return false;
    s->found->has_bound = s->bound.share.below != 0;
    s->found->weighted_most = s->bound.share.above;
    // What the sums weigh is left out: they are kept, so that it is 0 or more.
    for (uint32_t m = 0; m < s->request->measures.count; m++) {
        s->found->weights[m] = s->bound.weights[m];
        s->found->weighted_most += (int128)s->bound.weights[m] * s->measures->base[m];
    }
    s->found->bound = s->bound.share;
    if (s->is_whole && s->found->has_bound) {
        int128 below = (int128)s->bound.share.below;
        int128 floor = s->bound.share.above / below;
        floor -= s->bound.share.above % below != 0 && s->bound.share.above < 0;
        s->found->bound = (struct ratio){floor, 1};
    }
    return true;
}

// What is hoped for: `part` of HOPES parts of the way from the bound down to the best outcome.
static void hope(struct program_searcher *s, int part)
{
    struct program_found *found = s->found;
    s->wants_more = false;
    if (!found->has_bound || (found->exists && part == HOPES) || (!found->exists && part > HOPES)) {
        s->wanted = found->exists ? found->share : (struct ratio){0, 1};
        if (found->exists && s->is_whole)
            s->wanted.above++;
        s->wants_more = found->exists && !s->is_whole;
        return;
    }
    int128 unit = s->is_whole ? 1 : (int128)1 << HOPE_FINE;
    int128 high = found->bound.above * unit / (int128)found->bound.below;
    int128 low = found->exists ? found->share.above * unit / (int128)found->share.below
                               : high - (high < 0 ? -high : high) / 4 - 64;
    int128 wanted = high - (high - low) * part / HOPES;
    if (found->exists && wanted <= low) {
        hope(s, HOPES);
        return;
    }
    if (wanted < 0)
        wanted = 0;
    s->wanted = (struct ratio){wanted, (uint128)unit};
}

// First what comes near the bound is looked for, then less and less: as long as no good outcome is
// known, a search for what is better than the best takes longest.
static void search_share(struct program_searcher *s)
{
    struct program_found *found = s->found;
    for (int part = 1; !s->is_stopped; part *= 2) {
        hope(s, part);
        bool is_last = !found->has_bound || (found->exists ? part >= HOPES : part > HOPES);
        struct ratio lowest = s->wanted;
        restart(s);
        descend(s);
        if (s->is_stopped)
            return;
        // Nothing is as high as what was wanted last.
        if (is_last || (found->exists && ratio_compare(found->share, lowest) >= 0)) {
            found->is_proved = true;
            return;
        }
        found->bound = lowest;
    }
}

static void search_ties(struct program_searcher *s, uint64_t steps)
{
    uint64_t least = s->request->tie_steps;
    struct budget *whole = s->budget;
    struct budget share = budget_share(whole, steps > least ? steps : least);
    s->budget = &share;
    s->keeps_ties = true;
    s->wanted = s->found->share;
    s->wants_more = false;
    restart(s);
    descend(s);
    s->found->has_all_ties = !s->is_stopped;
    s->budget = whole;
    budget_settle(whole, &share, steps > least ? steps : least);
}

static void search(struct program_searcher *s, const struct choices_left *all)
{
    uint64_t before = s->budget->spent;
    s->is_whole = true;
    for (uint32_t m = 0; m < s->measures->count; m++)
        s->is_whole = s->is_whole && s->measures->range[m] <= 1;
    if (all->is_empty || !bound_root(s, all)) {
        s->found->is_proved = !s->is_stopped;
        return;
    }
    if (s->is_stopped)
        return;
    search_share(s);
    if (s->found->is_proved && s->found->exists)
        s->found->bound = s->found->share;
    if (s->found->is_proved && s->found->exists && s->request->wants_ties)
        search_ties(s, s->budget->spent - before);
}

// Who is stopped before any outcome was met has one all the same, if one is found in one go.
static void dive(struct program_searcher *s, const struct choices_left *all)
{
    struct ratio share;
    if (program_dive(s->program, all, s->measures, s->mixture, s->outcome) &&
        share_of(s, s->outcome, &share) && keeps_rules(s, s->outcome))
        take_outcome(s, s->outcome, share);
}

bool program_search(struct choice_program *program, const struct program_search_request *request,
                    struct budget *budget, struct arena *arena, struct program_found *found)
{
    struct arena *work = arena_open();
    struct measures measures = measures_with_sums(program, &request->measures, work);
    size_t multipliers = measures.count + program->own_rule_count + CUTS_MOST;
    struct program_searcher s = {
        .program = program,
        .request = request,
        .measures = &measures,
        .budget = budget,
        .arena = arena,
        .work = work,
        .found = found,
        .steps = LIST_MAKE(work, struct step *),
        .bound = program_bound_room(program, &measures, work),
        .multipliers = ARENA_ARRAY(work, double, multipliers),
        .mixture = ARENA_ARRAY(work, double, program->option_count),
        .outcome = ARENA_ARRAY(work, uint32_t, program->issue_count),
        .limit = program_weight_limit(program, &measures),
    };
    *found = (struct program_found){.outcome = ARENA_ARRAY(arena, uint32_t, program->issue_count),
                                    .weights = ARENA_ARRAY(arena, int64_t, request->measures.count),
                                    .ties = LIST_MAKE(arena, uint32_t *)};
    struct choices_left all = choices_left_make(program, work);
    s.probe = *step_at(&s, 0);
    s.origin = *step_at(&s, 1);
    s.steps.count = 0;
    if (s.limit > 0)
        search(&s, &all);
    if (s.limit > 0 && s.is_stopped && !found->exists)
        dive(&s, &all);
    arena_close(work);
    return s.limit > 0;
}
