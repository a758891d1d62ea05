// SPDX-License-Identifier: Apache-2.0
#include "advice/obstacles.h"

#include "base/list.h"

#include <stdlib.h>
#include <string.h>

#define PART_STEPS ((uint64_t)150 * 1000 * 1000) // of each part of the answer
#define COUNT_STEPS ((uint64_t)50 * 1000 * 1000)
#define PAIRS_UP_TO 24u // issues: above, pairs of issues are not all tried
#define SET_PARTIES 12u // parties: above, only sets of up to three are tried

struct obstacle_finder {
    const struct solution *solution;
    const struct scenario *scenario;
    struct budget *whole;
    struct budget *budget; // of the part in hand
    struct arena *arena;
    struct obstacles *obstacles;
    const uint32_t *in_turn; // all issues: those whose release helps most come first
    struct error *error;
};

// The options that cross somebody's red line when one party drops one choice from its own.
static bool *red_options_without(const struct scenario *scenario, uint32_t party,
                                 struct choice choice, struct arena *arena)
{
    bool *removed = scenario_red_options(scenario, UINT32_MAX, arena);
    uint32_t flat = scenario_flat(scenario, choice);
    removed[flat] = false;
    for (uint32_t p = 0; p < scenario->party_count; p++)
        for (size_t i = 0; i < scenario->parties[p].red_line_count && p != party; i++)
            if (scenario_flat(scenario, scenario->parties[p].red_lines[i]) == flat)
                removed[flat] = true;
    return removed;
}

static bool has_issue(const struct choice *choices, size_t count, const bool *is_free)
{
    for (size_t i = 0; i < count; i++)
        if (is_free[choices[i].issue])
            return true;
    return false;
}

// The scenario in which the marked issues are no longer in dispute: each has one option, worth to
// every party what its best option was, and takes part in no rule, pair, link or red line.
static struct scenario release(const struct scenario *scenario, const bool *is_free,
                               struct arena *arena)
{
    struct scenario made = *scenario;
    struct scenario_party *parties =
        ARENA_ARRAY(arena, struct scenario_party, scenario->party_count);
    memcpy(parties, scenario->parties, scenario->party_count * sizeof *parties);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        int64_t *scores = ARENA_ARRAY(arena, int64_t, scenario->option_total);
        memcpy(scores, parties[p].scores, scenario->option_total * sizeof *scores);
        for (uint32_t i = 0; i < scenario->issue_count; i++) {
            const struct issue *issue = &scenario->issues[i];
            for (uint32_t o = 1; o < issue->option_count && is_free[i]; o++)
                if (scores[issue->first + o] > scores[issue->first])
                    scores[issue->first] = scores[issue->first + o];
        }
        struct pair_value *pairs = ARENA_ARRAY(arena, struct pair_value, parties[p].pair_count + 1);
        struct choice *lines = ARENA_ARRAY(arena, struct choice, parties[p].red_line_count + 1);
        size_t pair_count = 0;
        size_t line_count = 0;
        for (size_t k = 0; k < parties[p].pair_count; k++)
            if (!is_free[parties[p].pairs[k].a.issue] && !is_free[parties[p].pairs[k].b.issue])
                pairs[pair_count++] = parties[p].pairs[k];
        for (size_t k = 0; k < parties[p].red_line_count; k++)
            if (!is_free[parties[p].red_lines[k].issue])
                lines[line_count++] = parties[p].red_lines[k];
        parties[p].scores = scores;
        parties[p].pairs = pairs;
        parties[p].pair_count = pair_count;
        parties[p].red_lines = lines;
        parties[p].red_line_count = line_count;
    }
    made.parties = parties;
    struct rule *rules =
        ARENA_ARRAY(arena, struct rule, scenario->rule_count + scenario->option_total);
    made.rule_count = 0;
    for (size_t r = 0; r < scenario->rule_count; r++)
        if (!has_issue(scenario->rules[r].choices, scenario->rules[r].count, is_free))
            rules[made.rule_count++] = scenario->rules[r];
    made.rules = rules;
    return made;
}

// What all can gain together when the marked issues are released.
static bool gain_when(struct obstacle_finder *finder, const bool *is_free, int64_t *gain,
                      bool *exists)
{
    struct arena *work = arena_open();
    struct scenario freed = release(finder->scenario, is_free, work);
    struct list clashes = LIST_MAKE(work, struct clash);
    for (size_t i = 0; i < finder->solution->clashes.count; i++) {
        const struct clash *clash = &finder->solution->clashes.items[i];
        if (!has_issue(clash->choices, clash->count, is_free))
            *LIST_ADD(&clashes, struct clash) = *clash;
    }
    struct clashes kept = {LIST_ITEMS(&clashes, struct clash), clashes.count};
    bool *removed = scenario_red_options(&freed, UINT32_MAX, work);
    for (uint32_t i = 0; i < freed.issue_count; i++)
        for (uint32_t o = 1; o < freed.issues[i].option_count && is_free[i]; o++)
            removed[freed.issues[i].first + o] = true;
    struct diagram diagram;
    bool done = diagram_make(&freed, clauses_make(&freed, kept, work), removed, finder->budget,
                             work, &diagram, finder->error);
    *exists = done && !diagram_is_empty(&diagram);
    if (*exists)
        done = direct_common_gain(&diagram, finder->solution->reserve, finder->budget, gain,
                                  finder->error);
    arena_close(work);
    return done;
}

static int compare_released(const void *a, const void *b)
{
    const struct released *left = a;
    const struct released *right = b;
    if (left->gain != right->gain)
        return left->gain > right->gain ? -1 : 1;
    return left->issue < right->issue ? -1 : left->issue > right->issue;
}

// Issues whose release alone leaves nothing possible (is_listed is used up) come last.
static uint32_t *issues_in_turn(const struct obstacle_finder *finder, bool *is_listed)
{
    const struct obstacles *obstacles = finder->obstacles;
    uint32_t *order = ARENA_ARRAY(finder->arena, uint32_t, finder->scenario->issue_count);
    uint32_t count = 0;
    for (; count < obstacles->issue_count; count++) {
        order[count] = obstacles->issues[count].issue;
        is_listed[order[count]] = true;
    }
    for (uint32_t i = 0; i < finder->scenario->issue_count; i++)
        if (!is_listed[i])
            order[count++] = i;
    return order;
}

static bool find_released(struct obstacle_finder *finder)
{
    uint32_t issues = finder->scenario->issue_count;
    bool *is_free = ARENA_ARRAY(finder->arena, bool, issues);
    struct released *list = ARENA_ARRAY(finder->arena, struct released, issues);
    size_t count = 0;
    for (uint32_t i = 0; i < issues; i++) {
        bool exists;
        is_free[i] = true;
        if (!gain_when(finder, is_free, &list[count].gain, &exists))
            return false;
        is_free[i] = false;
        if (exists)
            list[count++].issue = i;
    }
    if (count > 1)
        qsort(list, count, sizeof *list, compare_released);
    finder->obstacles->issues = list;
    finder->obstacles->issue_count = count;
    finder->in_turn = issues_in_turn(finder, is_free);
    return true;
}

// Whether agreement is possible once the issues of the set are released.
static bool set_suffices(struct obstacle_finder *finder, const uint32_t *set, size_t size,
                         bool *suffices)
{
    bool *is_free = ARENA_ARRAY(finder->arena, bool, finder->scenario->issue_count);
    for (size_t i = 0; i < size; i++)
        is_free[set[i]] = true;
    bool exists;
    int64_t gain = 0;
    if (!gain_when(finder, is_free, &gain, &exists))
        return false;
    *suffices = exists && gain >= 0;
    return true;
}

// Two issues whose release together makes agreement possible: those that help most come first.
static bool find_issue_pair(struct obstacle_finder *finder, uint32_t *set, size_t *size)
{
    uint32_t issues = finder->scenario->issue_count;
    for (uint32_t sum = 1; sum + 2 < 2 * issues; sum++)
        for (uint32_t a = sum < issues ? 0 : sum - issues + 1; 2 * a < sum; a++) {
            bool suffices;
            set[0] = finder->in_turn[a];
            set[1] = finder->in_turn[sum - a];
            if (!set_suffices(finder, set, 2, &suffices))
                return false;
            if (suffices) {
                *size = 2;
                return true;
            }
        }
    return true;
}

// Releases issue after issue, those that help most alone first, until agreement is possible; then
// leaves out again what is not needed.
static bool find_issues_in_turn(struct obstacle_finder *finder, uint32_t *set, size_t *size)
{
    uint32_t issues = finder->scenario->issue_count;
    size_t count = 0;
    bool suffices = false;
    while (count < issues && !suffices) {
        set[count] = finder->in_turn[count];
        count++;
        if (!set_suffices(finder, set, count, &suffices))
            return false;
    }
    if (!suffices)
        return true;
    for (size_t i = count; i > 0; i--) {
        uint32_t tried = set[i - 1];
        set[i - 1] = set[count - 1];
        if (!set_suffices(finder, set, count - 1, &suffices))
            return false;
        if (suffices)
            count--;
        else
            set[i - 1] = tried;
    }
    *size = count;
    return true;
}

static bool find_issue_set(struct obstacle_finder *finder)
{
    struct obstacles *obstacles = finder->obstacles;
    if (!finder->in_turn)
        return false;
    uint32_t issues = finder->scenario->issue_count;
    uint32_t *set = ARENA_ARRAY(finder->arena, uint32_t, issues + 1);
    size_t size = 0;
    bool tried_pairs = issues <= PAIRS_UP_TO;
    if (obstacles->issue_count > 0 && obstacles->issues[0].gain >= 0) {
        set[0] = obstacles->issues[0].issue;
        size = 1;
    }
    if (size == 0 && tried_pairs && !find_issue_pair(finder, set, &size))
        return false;
    if (size == 0 && !find_issues_in_turn(finder, set, &size))
        return false;
    obstacles->issue_set = set;
    obstacles->issue_set_count = size;
    obstacles->is_smallest_set = size == 1 || (tried_pairs && size <= 3);
    return true;
}

// Each reserve alone: the most its owner can get when all others keep theirs.
static bool find_lowered(struct obstacle_finder *finder)
{
    const struct diagram *diagram = finder->solution->acceptable_diagram;
    uint32_t parties = finder->scenario->party_count;
    struct lowered *list = ARENA_ARRAY(finder->arena, struct lowered, parties);
    size_t count = 0;
    int64_t floor[SCENARIO_PARTIES_MAX];
    for (uint32_t p = 0; p < parties; p++) {
        memcpy(floor, finder->solution->reserve, parties * sizeof *floor);
        bool exists;
        int64_t most;
        floor[p] = diagram->least[p] < floor[p] ? diagram->least[p] : floor[p];
        if (!direct_most(diagram, floor, p, finder->budget, &most, &exists, finder->error))
            return false;
        if (exists && most < finder->solution->reserve[p])
            list[count++] = (struct lowered){p, finder->solution->reserve[p] - most};
    }
    finder->obstacles->reserves = list;
    finder->obstacles->reserve_count = count;
    return true;
}

// Whether a package is acceptable once the parties of the set lower their reserves by `by`.
static bool agrees_when(struct obstacle_finder *finder, uint64_t set, int64_t by, bool *agrees)
{
    int64_t reserve[SCENARIO_PARTIES_MAX];
    for (uint32_t p = 0; p < finder->scenario->party_count; p++)
        reserve[p] = finder->solution->reserve[p] - (set >> p & 1 ? by : 0);
    int64_t gain;
    if (!direct_common_gain(finder->solution->acceptable_diagram, reserve, finder->budget, &gain,
                            finder->error))
        return false;
    *agrees = gain >= 0;
    return true;
}

static bool find_least_drop(struct obstacle_finder *finder, uint64_t set, int64_t enough)
{
    int64_t low = 0;
    while (low < enough) {
        int64_t middle = low + (enough - low) / 2;
        bool agrees;
        if (!agrees_when(finder, set, middle, &agrees))
            return false;
        if (agrees)
            enough = middle;
        else
            low = middle + 1;
    }
    finder->obstacles->lower_each_by = enough;
    return true;
}

static void keep_party_set(struct obstacle_finder *finder, uint64_t set, uint32_t size)
{
    uint32_t *list = ARENA_ARRAY(finder->arena, uint32_t, size);
    for (uint32_t p = 0; p < finder->scenario->party_count; p++)
        if (set >> p & 1)
            list[finder->obstacles->party_set_count++] = p;
    finder->obstacles->party_set = list;
}

// The next larger set with as many members, or 0.
static uint64_t next_of_size(uint64_t set)
{
    uint64_t lowest = set & (~set + 1);
    uint64_t ripple = set + lowest;
    return ripple == 0 ? 0 : (((set ^ ripple) >> 2) / lowest) | ripple;
}

// Sets of parties by size: the first that can make room for agreement.
static bool find_party_set(struct obstacle_finder *finder)
{
    uint32_t parties = finder->scenario->party_count;
    const struct diagram *diagram = finder->solution->acceptable_diagram;
    uint32_t sizes = parties <= SET_PARTIES ? parties : 3;
    int64_t enough = 0;
    for (uint32_t p = 0; p < parties; p++)
        if (finder->solution->reserve[p] - diagram->least[p] > enough)
            enough = finder->solution->reserve[p] - diagram->least[p];
    for (uint32_t size = 1; size <= sizes; size++) {
        uint64_t end = parties == 64 ? 0 : (uint64_t)1 << parties;
        for (uint64_t set = ((uint64_t)1 << size) - 1; set != 0 && (end == 0 || set < end);) {
            bool agrees;
            if (!agrees_when(finder, set, enough, &agrees))
                return false;
            if (agrees) {
                keep_party_set(finder, set, size);
                return find_least_drop(finder, set, enough);
            }
            set = next_of_size(set);
        }
    }
    return true;
}

// What dropping each red line alone would bring.
static bool find_dropped(struct obstacle_finder *finder)
{
    const struct scenario *scenario = finder->scenario;
    struct list list = LIST_MAKE(finder->arena, struct dropped);
    struct clauses clauses = clauses_make(scenario, finder->solution->clashes, finder->arena);
    for (uint32_t p = 0; p < scenario->party_count; p++)
        for (size_t i = 0; i < scenario->parties[p].red_line_count; i++) {
            struct arena *work = arena_open();
            struct diagram diagram;
            bool *removed =
                red_options_without(scenario, p, scenario->parties[p].red_lines[i], work);
            bool done = diagram_make(scenario, clauses, removed, finder->budget, work, &diagram,
                                     finder->error);
            struct dropped *made = LIST_ADD(&list, struct dropped);
            made->party = p;
            made->choice = scenario->parties[p].red_lines[i];
            struct budget share = budget_share(finder->budget, COUNT_STEPS);
            bool exists = false;
            int64_t *best = ARENA_ARRAY(finder->arena, int64_t, scenario->party_count);
            if (done) {
                made->acceptable =
                    count_reaching(&diagram, finder->solution->reserve, &share, finder->arena);
                budget_settle(finder->budget, &share, COUNT_STEPS);
                done = direct_ideal(&diagram, finder->solution->reserve, finder->budget, best,
                                    &exists, finder->error);
            }
            made->best_for_each = exists ? best : NULL;
            arena_close(work);
            if (!done)
                return false;
        }
    finder->obstacles->red_lines = LIST_ITEMS(&list, struct dropped);
    finder->obstacles->red_line_count = list.count;
    return true;
}

// Rules that allow nothing together: each is left out in turn and stays out when nothing is allowed
// all the same.
static bool find_contradiction(struct obstacle_finder *finder)
{
    struct clauses all = clauses_make(finder->scenario, finder->solution->clashes, finder->arena);
    struct clause *kept = ARENA_ARRAY(finder->arena, struct clause, all.count + 1);
    size_t count = 0;
    for (size_t c = 0; c < all.count; c++)
        if (!all.items[c].bonus)
            kept[count++] = all.items[c];
    for (size_t c = count; c > 0; c--) {
        struct clause tried = kept[c - 1];
        kept[c - 1] = kept[count - 1];
        struct arena *work = arena_open();
        struct diagram diagram;
        struct clauses fewer = {kept, count - 1};
        bool done = diagram_make(finder->scenario, fewer, NULL, finder->budget, work, &diagram,
                                 finder->error);
        bool is_empty = done && diagram_is_empty(&diagram);
        arena_close(work);
        if (!done)
            return false;
        if (is_empty)
            count--;
        else
            kept[c - 1] = tried;
    }
    finder->obstacles->contradiction = kept;
    finder->obstacles->contradiction_count = count;
    return true;
}

// One part of the answer within its own part of the budget. False when the whole budget is spent.
static bool find_part(struct obstacle_finder *finder, bool (*find)(struct obstacle_finder *finder))
{
    struct budget part = budget_share(finder->whole, PART_STEPS);
    finder->budget = &part;
    if (!find(finder))
        finder->obstacles->is_cut = true;
    finder->budget = finder->whole;
    budget_settle(finder->whole, &part, PART_STEPS);
    return budget_spend(finder->whole, 1);
}

static bool find_gain(struct obstacle_finder *finder)
{
    struct obstacles *obstacles = finder->obstacles;
    obstacles->has_gain =
        direct_common_gain(finder->solution->acceptable_diagram, finder->solution->reserve,
                           finder->budget, &obstacles->gain, finder->error);
    return obstacles->has_gain;
}

bool obstacles_find(const struct solution *solution, struct budget *budget, struct arena *arena,
                    struct obstacles *obstacles, struct error *error)
{
    *obstacles = (struct obstacles){.has_gain = false};
    struct obstacle_finder finder = {.solution = solution,
                                     .scenario = solution->scenario,
                                     .whole = budget,
                                     .arena = arena,
                                     .obstacles = obstacles,
                                     .error = error};
    if (diagram_is_empty(solution->feasible_diagram))
        return find_part(&finder, find_contradiction) || budget_stopped(error);
    bool can_gain = !diagram_is_empty(solution->acceptable_diagram);
    bool done = find_part(&finder, find_dropped) && (!can_gain || find_part(&finder, find_gain)) &&
                find_part(&finder, find_released);
    if (!can_gain || (obstacles->has_gain && obstacles->gain < 0))
        done = done && find_part(&finder, find_issue_set);
    if (can_gain && obstacles->has_gain && obstacles->gain < 0)
        done = done && find_part(&finder, find_lowered) && find_part(&finder, find_party_set);
    return done || budget_stopped(error);
}
