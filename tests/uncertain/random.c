// SPDX-License-Identifier: Apache-2.0
#include "random.h"

#define STATEMENTS_MAX 6

struct maker {
    struct tap_random *random;
    struct arena *arena;
    struct scenario *scenario;
    struct stated_party *parties;
};

static uint32_t below(const struct maker *maker, uint32_t end)
{
    return tap_random_below(maker->random, end);
}

static void make_issues(struct maker *maker)
{
    struct issue *issues = ARENA_ARRAY(maker->arena, struct issue, 3);
    struct scenario *scenario = maker->scenario;
    scenario->issue_count = 1 + below(maker, 3);
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        struct str *names = ARENA_ARRAY(maker->arena, struct str, 4);
        for (uint32_t o = 0; o < 4; o++)
            names[o] = arena_print(maker->arena, "o%u", o);
        uint32_t most = scenario->issue_count == 1 ? 4 : scenario->issue_count == 2 ? 3 : 2;
        issues[i] = (struct issue){arena_print(maker->arena, "i%u", i), names,
                                   1 + below(maker, most), scenario->option_total};
        scenario->option_total += issues[i].option_count;
    }
    scenario->issues = issues;
}

static struct choice random_choice(const struct maker *maker)
{
    uint32_t issue = below(maker, maker->scenario->issue_count);
    return (struct choice){issue, below(maker, maker->scenario->issues[issue].option_count)};
}

// A side of a comparison that names the issues in `named`.
static struct choice *random_side(const struct maker *maker, uint32_t named, size_t *count)
{
    struct choice *side = ARENA_ARRAY(maker->arena, struct choice, 3);
    *count = 0;
    for (uint32_t i = 0; i < maker->scenario->issue_count; i++)
        if (named & (uint32_t)1 << i)
            side[(*count)++] =
                (struct choice){i, below(maker, maker->scenario->issues[i].option_count)};
    return side;
}

static struct value_statement random_statement(const struct maker *maker)
{
    struct value_statement statement = {.words = STR("said")};
    uint32_t issues = maker->scenario->issue_count;
    uint32_t all = ((uint32_t)1 << issues) - 1;
    switch (below(maker, 8)) {
    case 0:
        statement.kind = STATEMENT_EQUALS;
        break;
    case 1:
        statement.kind = issues > 1 ? STATEMENT_MATTERS : STATEMENT_PREFERS;
        break;
    case 2:
        statement.kind = STATEMENT_ACCEPTS;
        break;
    case 3:
        statement.kind = STATEMENT_REJECTS;
        break;
    default:
        statement.kind = STATEMENT_PREFERS;
    }
    statement.or_equal = below(maker, 3) == 0;
    bool is_package = statement.kind == STATEMENT_ACCEPTS || statement.kind == STATEMENT_REJECTS;
    uint32_t named = is_package || below(maker, 4) == 0 ? all : (uint32_t)1 << below(maker, issues);
    if (statement.kind == STATEMENT_MATTERS) {
        statement.more = below(maker, issues);
        statement.less = (statement.more + 1) % issues;
        return statement;
    }
    statement.left = random_side(maker, named, &statement.left_count);
    if (!is_package)
        statement.right = random_side(maker, named, &statement.right_count);
    return statement;
}

static void make_scores(struct maker *maker, struct stated_party *party)
{
    int64_t *least = ARENA_ARRAY(maker->arena, int64_t, maker->scenario->option_total);
    int64_t *most = ARENA_ARRAY(maker->arena, int64_t, maker->scenario->option_total);
    uint32_t width = below(maker, 6);
    for (uint32_t o = 0; o < maker->scenario->option_total; o++) {
        least[o] = (int64_t)below(maker, 5) - 1;
        most[o] = least[o] + below(maker, width + 1);
    }
    party->least = least;
    party->most = most;
    party->has_reserve = below(maker, 5) > 0;
    party->reserve_least = (int64_t)below(maker, 3 * maker->scenario->issue_count + 1);
    party->reserve_most = party->reserve_least + below(maker, 4);
}

static void make_parties(struct maker *maker)
{
    struct scenario_party *parties = ARENA_ARRAY(maker->arena, struct scenario_party, 3);
    maker->scenario->party_count = 1 + below(maker, 3);
    maker->parties = ARENA_ARRAY(maker->arena, struct stated_party, 3);
    for (uint32_t p = 0; p < maker->scenario->party_count; p++) {
        parties[p].name = arena_print(maker->arena, "p%u", p);
        parties[p].scores = ARENA_ARRAY(maker->arena, int64_t, maker->scenario->option_total);
        struct choice *red = ARENA_NEW(maker->arena, struct choice);
        struct pair_value *pair = ARENA_NEW(maker->arena, struct pair_value);
        *red = random_choice(maker);
        *pair = (struct pair_value){random_choice(maker), random_choice(maker),
                                    (int64_t)below(maker, 5) - 2};
        parties[p].red_lines = red;
        parties[p].red_line_count = below(maker, 6) == 0;
        parties[p].pairs = pair;
        parties[p].pair_count = pair->a.issue != pair->b.issue && below(maker, 4) == 0;
        make_scores(maker, &maker->parties[p]);
        struct value_statement *statements =
            ARENA_ARRAY(maker->arena, struct value_statement, STATEMENTS_MAX);
        size_t count = below(maker, 3) == 0 ? 0 : below(maker, 4);
        for (size_t s = 0; s < count; s++)
            statements[s] = random_statement(maker);
        maker->parties[p].statements = statements;
        maker->parties[p].statement_count = count;
    }
    maker->scenario->parties = parties;
}

// Numbers of all options that must not come to much.
static struct rule make_sum(struct maker *maker)
{
    const struct scenario *scenario = maker->scenario;
    struct choice *choices = ARENA_ARRAY(maker->arena, struct choice, scenario->option_total);
    int64_t *numbers = ARENA_ARRAY(maker->arena, int64_t, scenario->option_total);
    struct rule_sum *sum = ARENA_NEW(maker->arena, struct rule_sum);
    size_t count = 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        for (uint32_t o = 0; o < scenario->issues[i].option_count; o++) {
            numbers[count] = below(maker, 5);
            choices[count++] = (struct choice){i, o};
        }
    *sum = (struct rule_sum){numbers, INT64_MIN, 2 * (int64_t)scenario->issue_count, 1};
    return (struct rule){RULE_SUM, choices, count, sum};
}

const struct uncertain *random_uncertain(struct tap_random *random, struct arena *arena)
{
    struct maker maker = {random, arena, ARENA_NEW(arena, struct scenario), NULL};
    *maker.scenario = (struct scenario){.scale = 1};
    make_issues(&maker);
    make_parties(&maker);
    struct choice *pair = ARENA_ARRAY(arena, struct choice, 2);
    struct rule *rule = ARENA_ARRAY(arena, struct rule, 2);
    pair[0] = random_choice(&maker);
    pair[1] = random_choice(&maker);
    rule[0] = (struct rule){RULE_EXCLUDES, pair, 2, NULL};
    maker.scenario->rules = rule;
    maker.scenario->rule_count = below(&maker, 4) == 0;
    if (below(&maker, 4) == 0)
        rule[maker.scenario->rule_count++] = make_sum(&maker);
    struct uncertain *uncertain = ARENA_NEW(arena, struct uncertain);
    *uncertain = (struct uncertain){maker.scenario, maker.parties};
    return uncertain;
}
