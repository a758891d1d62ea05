// SPDX-License-Identifier: Apache-2.0
#include "advice/change.h"

#include "advice/draft.h"
#include "bargain/wide.h"
#include "base/checked.h"
#include "base/near.h"

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

static bool refuse_option(const struct changer *changer, const struct issue *issue, struct str said)
{
    struct str meant = near_meant(said, issue->options, issue->option_count, changer->arena);
    return refuse(changer,
                  arena_print(changer->arena, "names an option that its issue does not have%.*s",
                              STR_ARGS(meant))
                      .bytes);
}

static struct str issue_meant(const struct changer *changer, struct str said)
{
    const struct scenario *scenario = changer->changed;
    struct str *names = ARENA_ARRAY(changer->arena, struct str, scenario->issue_count);
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        names[i] = scenario->issues[i].name;
    return near_meant(said, names, scenario->issue_count, changer->arena);
}

static struct str party_meant(const struct changer *changer, struct str said)
{
    const struct scenario *scenario = changer->changed;
    struct str *names = ARENA_ARRAY(changer->arena, struct str, scenario->party_count);
    for (uint32_t p = 0; p < scenario->party_count; p++)
        names[p] = scenario->parties[p].name;
    return near_meant(said, names, scenario->party_count, changer->arena);
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
    const struct issue *issue = NULL; // the longest that is named
    struct str rest = STR("");
    for (size_t dot = dot_before(target, target.length); dot < target.length;) {
        choice->issue = issue_of(scenario, str_slice(target, 0, dot));
        if (choice->issue != UINT32_MAX) {
            issue = issue ? issue : &scenario->issues[choice->issue];
            rest = rest.length > 0 ? rest : str_skip(target, dot + 1);
            choice->option = option_of(&scenario->issues[choice->issue], str_skip(target, dot + 1));
            if (choice->option != UINT32_MAX)
                return true;
        }
        dot = dot_before(target, dot);
    }
    if (issue)
        return refuse_option(changer, issue, rest);
    struct str said = str_slice(target, 0, dot_before(target, target.length));
    return refuse(changer, arena_print(changer->arena,
                                       "names no issue; after the party stands reserve, red_line "
                                       "or ISSUE.OPTION%.*s",
                                       STR_ARGS(issue_meant(changer, said)))
                               .bytes);
}

static bool same_choice(struct choice a, struct choice b)
{
    return a.issue == b.issue && a.option == b.option;
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

// Draws a red line or drops one; "none" drops all.
static bool change_red_lines(const struct changer *changer, struct scenario_party *party,
                             struct str value)
{
    struct choice choice = {0, 0};
    if (str_equal(value, STR("none"))) {
        party->red_line_count = 0;
        return true;
    }
    if (value.length == 0 || (value.bytes[0] != '+' && value.bytes[0] != '-'))
        return refuse(changer, "can only be =none, =+ISSUE.OPTION or =-ISSUE.OPTION");
    if (!find_choice(changer, str_skip(value, 1), &choice))
        return false;
    struct choice *lines = ARENA_ARRAY(changer->arena, struct choice, party->red_line_count + 1);
    size_t kept = 0;
    for (size_t i = 0; i < party->red_line_count; i++)
        if (!same_choice(party->red_lines[i], choice))
            lines[kept++] = party->red_lines[i];
    if (value.bytes[0] == '-' && kept == party->red_line_count)
        return refuse(changer, "names no red line of the party");
    if (value.bytes[0] == '+')
        lines[kept++] = choice;
    party->red_lines = lines;
    party->red_line_count = kept;
    return true;
}

static bool change_party(const struct changer *changer, uint32_t number, struct str target,
                         struct str value)
{
    struct scenario_party *party = &copy_parties(changer)[number];
    if (str_equal(target, STR("reserve")))
        return new_number(changer, value, party->reservation, &party->reservation);
    if (str_equal(target, STR("red_line")))
        return change_red_lines(changer, party, value);
    return change_score(changer, party, target, value);
}

static bool excludes_alone(const struct rule *rule, uint32_t issue)
{
    return rule->kind == RULE_EXCLUDES && rule->count == 1 && rule->choices[0].issue == issue;
}

// All options of an issue are free again.
static void unsettle(const struct changer *changer, uint32_t number)
{
    struct scenario *changed = changer->changed;
    struct rule *rules = ARENA_ARRAY(changer->arena, struct rule, changed->rule_count + 1);
    size_t kept = 0;
    for (size_t r = 0; r < changed->rule_count; r++)
        if (!excludes_alone(&changed->rules[r], number))
            rules[kept++] = changed->rules[r];
    changed->rules = rules;
    changed->rule_count = kept;
}

// A settled option: all others of its issue are excluded by a rule each.
static bool settle(const struct changer *changer, uint32_t number, struct str value)
{
    struct scenario *changed = changer->changed;
    const struct issue *issue = &changed->issues[number];
    uint32_t option = option_of(issue, value);
    if (option == UINT32_MAX && str_equal(value, STR("any"))) {
        unsettle(changer, number);
        return true;
    }
    if (option == UINT32_MAX)
        return refuse_option(changer, issue, value);
    size_t count = changed->rule_count + issue->option_count - 1;
    struct rule *rules = ARENA_ARRAY(changer->arena, struct rule, count + 1);
    if (changed->rule_count > 0)
        memcpy(rules, changed->rules, changed->rule_count * sizeof *rules);
    for (uint32_t o = 0; o < issue->option_count; o++) {
        if (o == option)
            continue;
        struct choice *choice = ARENA_NEW(changer->arena, struct choice);
        *choice = (struct choice){number, o};
        rules[changed->rule_count++] = (struct rule){RULE_EXCLUDES, choice, 1, NULL};
    }
    changed->rules = rules;
    return true;
}

static const struct rule_words {
    struct str words;
    enum rule_kind kind;
} rule_words[] = {{STR_INIT("not together:"), RULE_EXCLUDES},
                  {STR_INIT("only with:"), RULE_REQUIRES},
                  {STR_INIT("exactly one:"), RULE_EXACTLY_ONE}};

static bool same_rule(const struct rule *a, const struct rule *b)
{
    bool is_same = a->kind == b->kind && a->count == b->count;
    for (size_t i = 0; i < a->count && is_same; i++)
        is_same = same_choice(a->choices[i], b->choices[i]);
    return is_same;
}

static bool drop_rule(const struct changer *changer, const struct rule *rule)
{
    struct scenario *changed = changer->changed;
    struct rule *rules = ARENA_ARRAY(changer->arena, struct rule, changed->rule_count + 1);
    size_t kept = 0;
    for (size_t r = 0; r < changed->rule_count; r++)
        if (!same_rule(&changed->rules[r], rule))
            rules[kept++] = changed->rules[r];
    if (kept == changed->rule_count)
        return refuse(changer, "names a rule that there is not");
    changed->rules = rules;
    changed->rule_count = kept;
    return true;
}

static bool add_rule(const struct changer *changer, const struct rule *rule)
{
    struct scenario *changed = changer->changed;
    struct rule *rules = ARENA_ARRAY(changer->arena, struct rule, changed->rule_count + 1);
    if (changed->rule_count > 0)
        memcpy(rules, changed->rules, changed->rule_count * sizeof *rules);
    rules[changed->rule_count++] = *rule;
    changed->rules = rules;
    return true;
}

// "[drop] KIND: ISSUE=OPTION, …"; *is_rule is false where the words do not begin so.
static bool change_rule(const struct changer *changer, bool *is_rule)
{
    bool drops = str_starts_with(changer->change, STR("drop "));
    struct str rest = str_trim(str_skip(changer->change, drops ? 5 : 0));
    const struct rule_words *found = NULL;
    for (size_t i = 0; i < sizeof rule_words / sizeof *rule_words; i++)
        if (str_starts_with(rest, rule_words[i].words))
            found = &rule_words[i];
    *is_rule = found != NULL;
    if (!found)
        return true;
    struct rule rule = {.kind = found->kind};
    if (!draft_read_part(changer->changed, "the rule", str_skip(rest, found->words.length),
                         changer->arena, &rule.choices, &rule.count, changer->error))
        return false;
    if (rule.count == 0 || (rule.kind == RULE_REQUIRES && rule.count != 2))
        return refuse(changer, rule.kind == RULE_REQUIRES ? "wants two options, ISSUE=OPTION each"
                                                          : "wants options, ISSUE=OPTION each");
    return drops ? drop_rule(changer, &rule) : add_rule(changer, &rule);
}

bool scenario_change(const struct scenario *scenario, struct str change, struct arena *arena,
                     struct scenario *changed, struct error *error)
{
    *changed = *scenario;
    struct changer changer = {change, arena, changed, error};
    bool is_rule;
    if (!change_rule(&changer, &is_rule))
        return false;
    if (is_rule)
        return scenario_check(changed, change, error);
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
            return refuse(&changer, arena_print(arena, "names no issue and no party%.*s",
                                                STR_ARGS(issue_meant(&changer, left)))
                                        .bytes);
        return settle(&changer, issue, value) && scenario_check(changed, change, error);
    }
    uint32_t party = UINT32_MAX;
    for (dot = dot_before(left, left.length); dot < left.length; dot = dot_before(left, dot)) {
        party = party_of(scenario, str_slice(left, 0, dot));
        if (party != UINT32_MAX)
            return change_party(&changer, party, str_skip(left, dot + 1), value) &&
                   scenario_check(changed, change, error);
    }
    struct str said = str_slice(left, 0, str_find_byte(left, '.'));
    return refuse(
        &changer,
        arena_print(arena, "names no party%.*s", STR_ARGS(party_meant(&changer, said))).bytes);
}
