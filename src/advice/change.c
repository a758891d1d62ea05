// SPDX-License-Identifier: Apache-2.0
#include "advice/change.h"

#include "bargain/wide.h"
#include "base/checked.h"

#include <string.h>

#define DIGITS_MAX 19 // of a number

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

// Reads "12", "-0.5" or "+.25" in the units of the profile, as the whole number of values that it is.
static bool read_number(const struct changer *changer, struct str text, int64_t *number)
{
    bool has_sign = text.length > 0 && (text.bytes[0] == '-' || text.bytes[0] == '+');
    bool is_negative = has_sign && text.bytes[0] == '-';
    int128 digits = 0;
    int128 parts = 0; // 10^places once the point has come
    size_t count = 0;
    text = str_skip(text, has_sign);
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        bool is_point = byte == '.' && parts == 0 && i + 1 < text.length;
        if (!is_point && (byte < '0' || byte > '9'))
            return refuse(changer, "has no number after the =");
        if (is_point) {
            parts = 1;
            continue;
        }
        if (++count > DIGITS_MAX)
            return refuse(changer, "leaves 64 bits");
        digits = digits * 10 + (byte - '0');
        parts *= 10;
    }
    if (count == 0)
        return refuse(changer, "has no number after the =");
    digits *= changer->changed->scale;
    if (parts > 0 && digits % parts != 0)
        return refuse(changer, "is finer than the worths of the scenario");
    digits = (parts > 0 ? digits / parts : digits) * (is_negative ? -1 : 1);
    *number = (int64_t)digits;
    return *number == digits || refuse(changer, "leaves 64 bits");
}

// "=7" and "7" set, "+7" and "-7" add.
static bool new_number(const struct changer *changer, struct str text, int64_t old, int64_t *made)
{
    bool adds = text.length > 0 && (text.bytes[0] == '+' || text.bytes[0] == '-');
    if (text.length > 0 && text.bytes[0] == '=')
        text = str_skip(text, 1);
    int64_t number = 0;
    if (!read_number(changer, text, &number))
        return false;
    if (!checked_add(number, adds ? old : 0, made))
        return refuse(changer, "leaves 64 bits");
    return true;
}

static struct scenario_party *copy_parties(const struct changer *changer)
{
    uint32_t count = changer->changed->party_count;
    struct scenario_party *copy = ARENA_ARRAY(changer->arena, struct scenario_party, count);
    memcpy(copy, changer->changed->parties, count * sizeof *copy);
    changer->changed->parties = copy;
    return copy;
}

// The last dot before `end`, or the length of the text when there is none.
static size_t dot_before(struct str text, size_t end)
{
    while (end > 0)
        if (text.bytes[--end] == '.')
            return end;
    return text.length;
}

// Names may hold dots: of all ways to cut ISSUE.OPTION the one with the longest issue's name counts.
static bool find_choice(const struct changer *changer, struct str target, struct choice *choice)
{
    const struct scenario *scenario = changer->changed;
    bool has_issue = false;
    for (size_t dot = dot_before(target, target.length); dot < target.length;) {
        choice->issue = issue_of(scenario, str_slice(target, 0, dot));
        if (choice->issue != UINT32_MAX) {
            has_issue = true;
            choice->option = option_of(&scenario->issues[choice->issue], str_skip(target, dot + 1));
            if (choice->option != UINT32_MAX)
                return true;
        }
        dot = dot_before(target, dot);
    }
    return refuse(changer, has_issue ? "names an option that its issue does not have"
                                     : "names no issue; after the party stands reserve, red_line "
                                       "or ISSUE.OPTION");
}

static bool change_score(const struct changer *changer, struct scenario_party *party,
                         struct str target, struct str value)
{
    const struct scenario *scenario = changer->changed;
    struct choice choice = {0, 0};
    if (!find_choice(changer, target, &choice))
        return false;
    uint32_t flat = scenario_flat(scenario, choice);
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
    struct scenario_party *party = &copy_parties(changer)[number];
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
    uint32_t party = UINT32_MAX;
    for (dot = dot_before(left, left.length); dot < left.length; dot = dot_before(left, dot)) {
        party = party_of(scenario, str_slice(left, 0, dot));
        if (party != UINT32_MAX)
            return change_party(&changer, party, str_skip(left, dot + 1), value) &&
                   scenario_check(changed, change, error);
    }
    return refuse(&changer, "names no party");
}
