// SPDX-License-Identifier: Apache-2.0
#include "bargain/scenario.h"

#include "base/checked.h"

#include <assert.h>

struct check {
    const struct scenario *scenario;
    struct str source;
    struct error *error;
};

static bool refuse(const struct check *check, enum error_code code, const char *part,
                   const char *what)
{
    struct place place = place_with_part(place_of(check->source), str_of(part));
    return error_at(check->error, code, place, "%s", what);
}

static bool is_choice(const struct scenario *scenario, struct choice choice)
{
    return choice.issue < scenario->issue_count &&
           choice.option < scenario->issues[choice.issue].option_count;
}

static bool check_issues(const struct check *check)
{
    const struct scenario *scenario = check->scenario;
    if (scenario->issue_count == 0)
        return refuse(check, BAD_INPUT, "issues", "has no issue; at least one is needed");
    if (scenario->issue_count > SCENARIO_ISSUES_MAX)
        return refuse(check, TOO_LARGE, "issues", "has more than 4096 issues");
    uint64_t total = 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        if (scenario->issues[i].option_count == 0)
            return error_at(check->error, BAD_INPUT, place_of(check->source),
                            "issue \"%.*s\" has no option; at least one is needed",
                            STR_ARGS(scenario->issues[i].name));
        assert(scenario->issues[i].first == total);
        total += scenario->issues[i].option_count;
        if (total > SCENARIO_OPTIONS_MAX)
            return refuse(check, TOO_LARGE, "issues", "has more than 100000 options in all");
    }
    assert(total == scenario->option_total);
    return true;
}

static bool add_size(int64_t *sum, int64_t value)
{
    if (value < -VALUE_MAX || value > VALUE_MAX)
        return false;
    return checked_add(*sum, value < 0 ? -value : value, sum) && *sum <= VALUE_MAX;
}

// The largest sizes of all issues and all pairs, added up, bound every sum that can come about.
static bool values_fit(const struct scenario *scenario, const struct scenario_party *party)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        const struct issue *issue = &scenario->issues[i];
        int64_t largest = 0;
        for (uint32_t o = 0; o < issue->option_count; o++) {
            int64_t score = party->scores[issue->first + o];
            if (score < -VALUE_MAX || score > VALUE_MAX)
                return false;
            int64_t size = score < 0 ? -score : score;
            largest = size > largest ? size : largest;
        }
        if (!add_size(&sum, largest))
            return false;
    }
    for (size_t i = 0; i < party->pair_count; i++)
        if (!add_size(&sum, party->pairs[i].value))
            return false;
    return add_size(&sum, party->reservation);
}

static bool check_party(const struct check *check, const struct scenario_party *party)
{
    const struct scenario *scenario = check->scenario;
    struct place place = place_of(check->source);
    for (size_t i = 0; i < party->red_line_count; i++)
        if (!is_choice(scenario, party->red_lines[i]))
            return error_at(check->error, BAD_INPUT, place,
                            "red line %zu of party \"%.*s\" names an option that does not exist", i,
                            STR_ARGS(party->name));
    for (size_t i = 0; i < party->pair_count; i++) {
        const struct pair_value *pair = &party->pairs[i];
        if (!is_choice(scenario, pair->a) || !is_choice(scenario, pair->b) ||
            pair->a.issue == pair->b.issue)
            return error_at(check->error, BAD_INPUT, place,
                            "pair %zu of party \"%.*s\" must name options of two different issues",
                            i, STR_ARGS(party->name));
    }
    if (!values_fit(scenario, party))
        return error_at(check->error, TOO_LARGE, place,
                        "the scores of party \"%.*s\" add up to more than 2^61; divide them by a "
                        "common factor",
                        STR_ARGS(party->name));
    return true;
}

// The sizes of all numbers and ends, added up, bound every sum that can come about.
static bool sum_fits(const struct rule *rule)
{
    int64_t size = 0;
    bool fits = rule->sum->scale >= 1 && rule->sum->least <= rule->sum->most;
    for (size_t i = 0; i < rule->count && fits; i++)
        fits = add_size(&size, rule->sum->numbers[i]);
    if (fits && rule->sum->least != INT64_MIN)
        fits = add_size(&size, rule->sum->least);
    return fits && (rule->sum->most == INT64_MAX || add_size(&size, rule->sum->most));
}

static bool check_rules(const struct check *check)
{
    const struct scenario *scenario = check->scenario;
    if (scenario->rule_count > SCENARIO_RULES_MAX)
        return refuse(check, TOO_LARGE, "rules", "has more than 1000000 rules");
    size_t sums = 0;
    for (size_t r = 0; r < scenario->rule_count; r++) {
        const struct rule *rule = &scenario->rules[r];
        sums += rule->kind == RULE_SUM;
        bool is_good = rule->count > 0 && (rule->kind != RULE_REQUIRES || rule->count == 2);
        for (size_t i = 0; i < rule->count; i++)
            is_good = is_good && is_choice(scenario, rule->choices[i]);
        if (!is_good)
            return error_at(check->error, BAD_INPUT, place_of(check->source),
                            "rule %zu names an option that does not exist", r);
        assert((rule->kind == RULE_SUM) == (rule->sum != NULL));
        if (rule->sum && !sum_fits(rule))
            return error_at(check->error, TOO_LARGE, place_of(check->source),
                            "the numbers of rule %zu add up to more than 2^61, or its least sum is "
                            "above its most",
                            r);
    }
    if (sums > SCENARIO_SUMS_MAX)
        return refuse(check, TOO_LARGE, "sums", "has more than 100 sums");
    return true;
}

static bool is_link(const struct scenario *scenario, const struct time_link *link)
{
    return link->from < scenario->point_count && link->to < scenario->point_count &&
           link->weight >= -(VALUE_MAX / SCENARIO_POINTS_MAX) &&
           link->weight <= VALUE_MAX / SCENARIO_POINTS_MAX;
}

static bool check_times(const struct check *check)
{
    const struct scenario *scenario = check->scenario;
    if (scenario->point_count > SCENARIO_POINTS_MAX)
        return refuse(check, TOO_LARGE, "stn.points", "has more than 10000 time points");
    bool is_good = true;
    for (size_t i = 0; i < scenario->base_link_count; i++)
        is_good = is_good && is_link(scenario, &scenario->base_links[i]);
    for (size_t i = 0; i < scenario->timed_choice_count; i++)
        is_good = is_good && is_link(scenario, &scenario->timed_choices[i].link) &&
                  is_choice(scenario, scenario->timed_choices[i].choice);
    if (!is_good)
        return refuse(check, BAD_INPUT, "stn",
                      "has a link whose point, option or weight is out of range");
    return true;
}

bool scenario_check(const struct scenario *scenario, struct str source, struct error *error)
{
    struct check check = {scenario, source, error};
    if (!check_issues(&check))
        return false;
    if (scenario->party_count == 0)
        return refuse(&check, BAD_INPUT, "parties", "has no party; at least one is needed");
    if (scenario->party_count > SCENARIO_PARTIES_MAX)
        return refuse(&check, TOO_LARGE, "parties", "has more than 64 parties");
    for (uint32_t p = 0; p < scenario->party_count; p++)
        if (!check_party(&check, &scenario->parties[p]))
            return false;
    assert(scenario->scale >= 1);
    return check_rules(&check) && check_times(&check);
}

uint32_t scenario_flat(const struct scenario *scenario, struct choice choice)
{
    return scenario->issues[choice.issue].first + choice.option;
}

uint32_t scenario_issue_named(const struct scenario *scenario, struct str name)
{
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        if (str_equal(scenario->issues[i].name, name))
            return i;
    return UINT32_MAX;
}

uint32_t scenario_party_named(const struct scenario *scenario, struct str name)
{
    for (uint32_t p = 0; p < scenario->party_count; p++)
        if (str_equal(scenario->parties[p].name, name))
            return p;
    return UINT32_MAX;
}

uint32_t issue_option_named(const struct issue *issue, struct str name)
{
    for (uint32_t o = 0; o < issue->option_count; o++)
        if (str_equal(issue->options[o], name))
            return o;
    return UINT32_MAX;
}

bool *scenario_red_options(const struct scenario *scenario, uint32_t party, struct arena *arena)
{
    bool *removed = ARENA_ARRAY(arena, bool, scenario->option_total);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        if (party != UINT32_MAX && p != party)
            continue;
        for (size_t i = 0; i < scenario->parties[p].red_line_count; i++)
            removed[scenario_flat(scenario, scenario->parties[p].red_lines[i])] = true;
    }
    return removed;
}

int64_t scenario_value(const struct scenario *scenario, uint32_t party, const uint32_t *outcome)
{
    const struct scenario_party *who = &scenario->parties[party];
    int64_t sum = 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        sum += who->scores[scenario->issues[i].first + outcome[i]];
    for (size_t i = 0; i < who->pair_count; i++) {
        const struct pair_value *pair = &who->pairs[i];
        if (outcome[pair->a.issue] == pair->a.option && outcome[pair->b.issue] == pair->b.option)
            sum += pair->value;
    }
    return sum;
}

// A product that leaves 64 bits becomes one that scenario_check refuses.
static int64_t saturated(int64_t value, int64_t factor)
{
    int64_t product;
    return checked_multiply(value, factor, &product) ? product : INT64_MAX;
}

static struct scenario_party rescale_party(const struct scenario *scenario,
                                           const struct scenario_party *party, int64_t factor,
                                           struct arena *arena)
{
    struct scenario_party made = *party;
    int64_t *scores = ARENA_ARRAY(arena, int64_t, scenario->option_total);
    struct pair_value *pairs = ARENA_ARRAY(arena, struct pair_value, party->pair_count);
    for (uint32_t o = 0; o < scenario->option_total; o++)
        scores[o] = saturated(party->scores[o], factor);
    for (size_t i = 0; i < party->pair_count; i++) {
        pairs[i] = party->pairs[i];
        pairs[i].value = saturated(pairs[i].value, factor);
    }
    made.scores = scores;
    made.pairs = pairs;
    made.reservation = saturated(party->reservation, factor);
    return made;
}

bool scenario_rescale(const struct scenario *scenario, int64_t factor, struct str source,
                      struct arena *arena, struct scenario *rescaled, struct error *error)
{
    *rescaled = *scenario;
    if (factor == 1)
        return true;
    struct scenario_party *parties =
        ARENA_ARRAY(arena, struct scenario_party, scenario->party_count);
    for (uint32_t p = 0; p < scenario->party_count; p++)
        parties[p] = rescale_party(scenario, &scenario->parties[p], factor, arena);
    rescaled->parties = parties;
    rescaled->scale = saturated(scenario->scale, factor);
    return scenario_check(rescaled, source, error);
}
