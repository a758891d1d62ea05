// SPDX-License-Identifier: Apache-2.0
#include "advice/change.h"

#include "base/checked.h"

#include <string.h>

struct changer {
    struct str change;
    struct arena *arena;
    struct scenario *changed;
    struct error *error;
};

static bool refuse(const struct changer *changer, const char *what)
{
    return error_set(changer->error, MISUSE, "\"%.*s\" %s", STR_ARGS(changer->change), what);
}

// A number from 0 that stands for a name; `found` when the name itself is known.
static uint32_t number_or(uint32_t found, struct str name, uint32_t count)
{
    int64_t number;
    if (found == UINT32_MAX && checked_parse(name, &number) && number >= 0 && number < count)
        return (uint32_t)number;
    return found;
}

static uint32_t party_of(const struct scenario *scenario, struct str name)
{
    return number_or(scenario_party_named(scenario, name), name, scenario->party_count);
}

static uint32_t issue_of(const struct scenario *scenario, struct str name)
{
    return number_or(scenario_issue_named(scenario, name), name, scenario->issue_count);
}

static uint32_t option_of(const struct issue *issue, struct str name)
{
    return number_or(issue_option_named(issue, name), name, issue->option_count);
}

// "=7" and "7" set, "+7" and "-7" add.
static bool new_number(const struct changer *changer, struct str text, int64_t old, int64_t *made)
{
    bool adds = text.length > 0 && (text.bytes[0] == '+' || text.bytes[0] == '-');
    if (text.length > 0 && text.bytes[0] == '=')
        text = str_skip(text, 1);
    int64_t number;
    if (!checked_parse(text, &number))
        return refuse(changer, "has no whole number after the =");
    if (!checked_add(number, adds ? old : 0, made))
        return refuse(changer, "leaves 64 bits");
    return true;
}

static struct party *copy_parties(const struct changer *changer)
{
    uint32_t count = changer->changed->party_count;
    struct party *copy = ARENA_ARRAY(changer->arena, struct party, count);
    memcpy(copy, changer->changed->parties, count * sizeof *copy);
    changer->changed->parties = copy;
    return copy;
}

static bool change_score(const struct changer *changer, struct party *party, struct str target,
                         struct str value)
{
    const struct scenario *scenario = changer->changed;
    size_t dot = str_find_byte(target, '.');
    uint32_t issue = issue_of(scenario, str_slice(target, 0, dot));
    if (issue == UINT32_MAX)
        return refuse(changer, "names no issue; after the party stands reserve, red_line or "
                               "ISSUE.OPTION");
    uint32_t option = option_of(&scenario->issues[issue], str_skip(target, dot + 1));
    if (option == UINT32_MAX)
        return refuse(changer, "names an option that its issue does not have");
    uint32_t flat = scenario->issues[issue].first + option;
    int64_t *scores = ARENA_ARRAY(changer->arena, int64_t, scenario->option_total);
    memcpy(scores, party->scores, scenario->option_total * sizeof *scores);
    if (!new_number(changer, value, scores[flat], &scores[flat]))
        return false;
    party->scores = scores;
    return true;
}

static bool change_party(const struct changer *changer, uint32_t number, struct str target,
                         struct str value)
{
    struct party *party = &copy_parties(changer)[number];
    if (str_equal(target, STR("reserve")))
        return new_number(changer, value, party->reservation, &party->reservation);
    if (str_equal(target, STR("red_line"))) {
        if (!str_equal(value, STR("none")))
            return refuse(changer, "can only be =none: the red lines are dropped");
        party->red_line_count = 0;
        return true;
    }
    return change_score(changer, party, target, value);
}

// A settled option: all others of its issue are excluded by a rule each.
static bool settle(const struct changer *changer, uint32_t number, struct str value)
{
    struct scenario *changed = changer->changed;
    const struct issue *issue = &changed->issues[number];
    uint32_t option = option_of(issue, value);
    if (option == UINT32_MAX)
        return refuse(changer, "names an option that its issue does not have");
    size_t count = changed->rule_count + issue->option_count - 1;
    struct rule *rules = ARENA_ARRAY(changer->arena, struct rule, count + 1);
    if (changed->rule_count > 0)
        memcpy(rules, changed->rules, changed->rule_count * sizeof *rules);
    for (uint32_t o = 0; o < issue->option_count; o++) {
        if (o == option)
            continue;
        struct choice *choice = ARENA_NEW(changer->arena, struct choice);
        *choice = (struct choice){number, o};
        rules[changed->rule_count++] = (struct rule){RULE_EXCLUDES, choice, 1};
    }
    changed->rules = rules;
    return true;
}

bool scenario_change(const struct scenario *scenario, struct str change, struct arena *arena,
                     struct scenario *changed, struct error *error)
{
    *changed = *scenario;
    struct changer changer = {change, arena, changed, error};
    size_t equals = str_find_byte(change, '=');
    if (equals == change.length)
        return refuse(&changer, "is not of the form PARTY.reserve=-5 or ISSUE=OPTION");
    struct str left = str_slice(change, 0, equals);
    struct str value = str_skip(change, equals + 1);
    uint32_t issue = scenario_issue_named(scenario, left);
    size_t dot = str_find_byte(left, '.');
    if (issue != UINT32_MAX || dot == left.length) {
        issue = number_or(issue, left, scenario->issue_count);
        if (issue == UINT32_MAX)
            return refuse(&changer, "names no issue and no party");
        return settle(&changer, issue, value) && scenario_check(changed, change, error);
    }
    uint32_t party = party_of(scenario, str_slice(left, 0, dot));
    if (party == UINT32_MAX)
        return refuse(&changer, "names no party");
    return change_party(&changer, party, str_skip(left, dot + 1), value) &&
           scenario_check(changed, change, error);
}
