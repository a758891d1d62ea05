// SPDX-License-Identifier: Apache-2.0
#include "bargain/verify.h"

#include "bargain/wide.h"

static bool is_taken(const uint32_t *outcome, struct choice choice)
{
    return outcome[choice.issue] == choice.option;
}

// Different choices of the rule that the outcome takes; one that is named twice counts once. Of one
// issue only one option is taken, so a second taken choice of an issue is the first again.
static size_t taken_of(const struct rule *rule, const uint32_t *outcome)
{
    size_t taken = 0;
    for (size_t i = 0; i < rule->count; i++) {
        bool is_new = is_taken(outcome, rule->choices[i]);
        for (size_t j = 0; j < i; j++)
            if (rule->choices[j].issue == rule->choices[i].issue &&
                is_taken(outcome, rule->choices[j]))
                is_new = false;
        taken += is_new;
    }
    return taken;
}

static bool keeps_sum(const struct rule *rule, const uint32_t *outcome)
{
    int64_t sum = 0;
    for (size_t i = 0; i < rule->count; i++)
        sum += is_taken(outcome, rule->choices[i]) ? rule->sum->numbers[i] : 0;
    return sum >= rule->sum->least && sum <= rule->sum->most;
}

static bool keeps(const struct rule *rule, const uint32_t *outcome)
{
    bool takes_all = true;
    for (size_t i = 0; i < rule->count; i++)
        takes_all = takes_all && is_taken(outcome, rule->choices[i]);
    switch (rule->kind) {
    case RULE_EXCLUDES:
        return !takes_all;
    case RULE_REQUIRES:
        return !is_taken(outcome, rule->choices[0]) || is_taken(outcome, rule->choices[1]);
    case RULE_EXACTLY_ONE:
        return taken_of(rule, outcome) == 1;
    case RULE_SUM:
        return keeps_sum(rule, outcome);
    }
    return false;
}

static bool relax(int64_t *times, const struct time_link *link)
{
    if (times[link->from] + link->weight >= times[link->to])
        return false;
    times[link->to] = times[link->from] + link->weight;
    return true;
}

// Bellman and Ford: times that still change after as many rounds as there are points turn in a
// circle of negative weight.
static bool is_in_time(const struct scenario *scenario, const uint32_t *outcome)
{
    struct arena *work = arena_open();
    int64_t *times = ARENA_ARRAY(work, int64_t, scenario->point_count + 1);
    bool changed = scenario->point_count > 0;
    for (uint32_t round = 0; changed && round <= scenario->point_count; round++) {
        changed = false;
        for (size_t i = 0; i < scenario->base_link_count; i++)
            changed = relax(times, &scenario->base_links[i]) || changed;
        for (size_t i = 0; i < scenario->timed_choice_count; i++)
            if (is_taken(outcome, scenario->timed_choices[i].choice))
                changed = relax(times, &scenario->timed_choices[i].link) || changed;
    }
    arena_close(work);
    return !changed;
}

bool verify_allowed(const struct scenario *scenario, const uint32_t *outcome)
{
    for (size_t r = 0; r < scenario->rule_count; r++)
        if (!keeps(&scenario->rules[r], outcome))
            return false;
    return is_in_time(scenario, outcome);
}

bool verify_crosses_red_line(const struct scenario *scenario, uint32_t party,
                             const uint32_t *outcome)
{
    const struct scenario_party *who = &scenario->parties[party];
    for (size_t i = 0; i < who->red_line_count; i++)
        if (is_taken(outcome, who->red_lines[i]))
            return true;
    return false;
}

bool verify_outcome(const struct scenario *scenario, const uint32_t *outcome, const int64_t *values)
{
    for (uint32_t p = 0; p < scenario->party_count; p++)
        if (scenario_value(scenario, p, outcome) != values[p])
            return false;
    return verify_allowed(scenario, outcome);
}

bool verify_front(const int64_t *rows, size_t count, uint32_t width)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            bool is_as_good = i != j;
            for (uint32_t p = 0; p < width && is_as_good; p++)
                is_as_good = rows[j * width + p] >= rows[i * width + p];
            if (is_as_good)
                return false;
        }
    return true;
}

// Outcomes option by option. For a claim on a floor, every party must still be able to reach it; for
// one on a weighted sum, the sum must still be able to come above the bound.
struct claim_trial {
    const struct scenario *scenario;
    const int64_t *floor;   // NULL: no party must reach anything
    const int64_t *weights; // NULL: no sum must reach anything
    int128 least;           // of the weighted sum
    const int64_t *rest;    // by issue, a row: the most a party can get from it and those after it
    const int128 *rest_sum; // by issue: the most of the weighted sum
    uint64_t steps;
    uint32_t *outcome;
};

static uint32_t later_issue(const struct pair_value *pair)
{
    return pair->a.issue > pair->b.issue ? pair->a.issue : pair->b.issue;
}

// The most a party can get from one issue, with the pairs that it completes.
static int64_t most_from(const struct scenario_party *party, const struct issue *issue,
                         uint32_t number)
{
    int64_t most = party->scores[issue->first];
    for (uint32_t o = 1; o < issue->option_count; o++)
        if (party->scores[issue->first + o] > most)
            most = party->scores[issue->first + o];
    for (size_t k = 0; k < party->pair_count; k++)
        if (later_issue(&party->pairs[k]) == number && party->pairs[k].value > 0)
            most += party->pairs[k].value;
    return most;
}

static int128 most_sum_from(const struct scenario *scenario, const int64_t *weights,
                            uint32_t number)
{
    const struct issue *issue = &scenario->issues[number];
    int128 most = 0;
    for (uint32_t o = 0; o < issue->option_count; o++) {
        int128 sum = 0;
        for (uint32_t p = 0; p < scenario->party_count; p++)
            sum += (int128)weights[p] * scenario->parties[p].scores[issue->first + o];
        most = o == 0 || sum > most ? sum : most;
    }
    for (uint32_t p = 0; p < scenario->party_count; p++)
        for (size_t k = 0; k < scenario->parties[p].pair_count; k++) {
            const struct pair_value *pair = &scenario->parties[p].pairs[k];
            if (later_issue(pair) == number && pair->value > 0)
                most += (int128)weights[p] * pair->value;
        }
    return most;
}

static void find_rests(struct claim_trial *trial, struct arena *work)
{
    const struct scenario *scenario = trial->scenario;
    uint32_t parties = scenario->party_count;
    int64_t *rest = ARENA_ARRAY(work, int64_t, ((size_t)scenario->issue_count + 1) * parties);
    int128 *rest_sum = ARENA_ARRAY(work, int128, (size_t)scenario->issue_count + 1);
    for (uint32_t i = scenario->issue_count; i > 0; i--) {
        for (uint32_t p = 0; p < parties; p++)
            rest[(size_t)(i - 1) * parties + p] =
                rest[(size_t)i * parties + p] +
                most_from(&scenario->parties[p], &scenario->issues[i - 1], i - 1);
        if (trial->weights)
            rest_sum[i - 1] = rest_sum[i] + most_sum_from(scenario, trial->weights, i - 1);
    }
    trial->rest = rest;
    trial->rest_sum = rest_sum;
}

// What a party has from the issues before `issue`.
static int64_t value_before(const struct scenario_party *party, const struct claim_trial *trial,
                            uint32_t issue)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < issue; i++)
        sum += party->scores[trial->scenario->issues[i].first + trial->outcome[i]];
    for (size_t k = 0; k < party->pair_count; k++)
        if (later_issue(&party->pairs[k]) < issue && is_taken(trial->outcome, party->pairs[k].a) &&
            is_taken(trial->outcome, party->pairs[k].b))
            sum += party->pairs[k].value;
    return sum;
}

static bool is_hopeless(const struct claim_trial *trial, uint32_t issue)
{
    uint32_t parties = trial->scenario->party_count;
    int128 sum = trial->rest_sum[issue];
    for (uint32_t p = 0; p < parties; p++) {
        int64_t value = value_before(&trial->scenario->parties[p], trial, issue);
        if (trial->floor && value + trial->rest[(size_t)issue * parties + p] < trial->floor[p])
            return true;
        sum += trial->weights ? (int128)trial->weights[p] * value : 0;
    }
    return trial->weights && sum < trial->least;
}

static bool crosses_any(const struct scenario *scenario, const uint32_t *outcome)
{
    for (uint32_t p = 0; p < scenario->party_count; p++)
        if (verify_crosses_red_line(scenario, p, outcome))
            return true;
    return false;
}

// Looks for a outcome that breaks the claim, from this issue on.
static enum proof try_options(struct claim_trial *trial, uint32_t issue)
{
    const struct scenario *scenario = trial->scenario;
    if (trial->steps == 0)
        return PROOF_TOO_LONG;
    trial->steps--;
    if (is_hopeless(trial, issue))
        return PROOF_HOLDS;
    if (issue == scenario->issue_count)
        return verify_allowed(scenario, trial->outcome) && !crosses_any(scenario, trial->outcome)
                   ? PROOF_FAILS
                   : PROOF_HOLDS;
    enum proof proof = PROOF_HOLDS;
    for (uint32_t o = 0; o < scenario->issues[issue].option_count && proof == PROOF_HOLDS; o++) {
        trial->outcome[issue] = o;
        proof = try_options(trial, issue + 1);
    }
    return proof;
}

static enum proof try_all(struct claim_trial *trial)
{
    struct arena *work = arena_open();
    trial->outcome = ARENA_ARRAY(work, uint32_t, trial->scenario->issue_count + 1);
    find_rests(trial, work);
    enum proof proof = try_options(trial, 0);
    arena_close(work);
    return proof;
}

enum proof verify_bound(const struct scenario *scenario, const int64_t *weights, int64_t bound,
                        uint64_t steps)
{
    struct claim_trial trial = {
        .scenario = scenario, .weights = weights, .least = (int128)bound + 1, .steps = steps};
    return try_all(&trial);
}

enum proof verify_unreached(const struct scenario *scenario, const int64_t *floor,
                            const int64_t *weights, uint64_t steps)
{
    struct claim_trial trial = {
        .scenario = scenario, .floor = floor, .weights = weights, .steps = steps};
    for (uint32_t p = 0; p < scenario->party_count && weights; p++)
        trial.least += (int128)weights[p] * floor[p];
    return try_all(&trial);
}
