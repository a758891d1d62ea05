// SPDX-License-Identifier: Apache-2.0
#include "uncertain_values/values.h"

#include "base/checked.h"

static int64_t size_of(int64_t number)
{
    return number < 0 ? -number : number;
}

static bool is_small(int64_t number)
{
    return number >= -UNCERTAIN_VALUE_MAX && number <= UNCERTAIN_VALUE_MAX;
}

static bool add_size(int64_t *sum, int64_t number)
{
    if (!is_small(number))
        return false;
    return checked_add(*sum, size_of(number), sum) && *sum <= UNCERTAIN_VALUE_MAX;
}

// The largest sizes of all issues and all pairs, added up, bound every sum that can come about.
static bool values_fit(const struct scenario *scenario, uint32_t p,
                       const struct stated_party *stated)
{
    const struct scenario_party *party = &scenario->parties[p];
    int64_t sum = 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        const struct issue *issue = &scenario->issues[i];
        int64_t largest = 0;
        for (uint32_t flat = issue->first; flat < issue->first + issue->option_count; flat++) {
            if (!is_small(stated->least[flat]) || !is_small(stated->most[flat]))
                return false;
            int64_t low = size_of(stated->least[flat]);
            int64_t high = size_of(stated->most[flat]);
            largest = low > largest ? low : largest;
            largest = high > largest ? high : largest;
        }
        if (!add_size(&sum, largest))
            return false;
    }
    for (size_t i = 0; i < party->pair_count; i++)
        if (!add_size(&sum, party->pairs[i].value))
            return false;
    return !stated->has_reserve ||
           (is_small(stated->reserve_least) && add_size(&sum, stated->reserve_most));
}

static bool check_party(const struct uncertain *uncertain, uint32_t p, struct place place,
                        struct error *error)
{
    const struct scenario *scenario = uncertain->scenario;
    const struct stated_party *stated = &uncertain->parties[p];
    struct str name = scenario->parties[p].name;
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        const struct issue *issue = &scenario->issues[i];
        for (uint32_t o = 0; o < issue->option_count; o++)
            if (stated->least[issue->first + o] > stated->most[issue->first + o])
                return error_at(error, BAD_INPUT, place,
                                "party \"%.*s\", issue \"%.*s\": the score of \"%.*s\" is said to "
                                "be at least %lld and at most %lld",
                                STR_ARGS(name), STR_ARGS(issue->name), STR_ARGS(issue->options[o]),
                                (long long)stated->least[issue->first + o],
                                (long long)stated->most[issue->first + o]);
    }
    if (stated->has_reserve && stated->reserve_least > stated->reserve_most)
        return error_at(error, BAD_INPUT, place,
                        "party \"%.*s\": its reservation is said to be at least %lld and at most "
                        "%lld",
                        STR_ARGS(name), (long long)stated->reserve_least,
                        (long long)stated->reserve_most);
    if (stated->statement_count > UNCERTAIN_STATEMENTS_MAX)
        return error_at(error, TOO_LARGE, place, "party \"%.*s\" has more than %d statements",
                        STR_ARGS(name), UNCERTAIN_STATEMENTS_MAX);
    if (!values_fit(scenario, p, stated))
        return error_at(error, TOO_LARGE, place,
                        "the scores of party \"%.*s\" may add up to more than 2^40; divide them by "
                        "a common factor",
                        STR_ARGS(name));
    return true;
}

bool uncertain_check(const struct uncertain *uncertain, struct str source, struct error *error)
{
    for (uint32_t p = 0; p < uncertain->scenario->party_count; p++)
        if (!check_party(uncertain, p, place_of(source), error))
            return false;
    return true;
}
