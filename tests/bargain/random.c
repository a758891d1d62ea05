// SPDX-License-Identifier: Apache-2.0
#include "random.h"

#include <stdio.h>

static uint32_t below(struct tap_random *random, uint32_t end)
{
    return tap_random_below(random, end);
}

static struct choice random_choice(struct tap_random *random, const struct scenario *scenario)
{
    uint32_t issue = below(random, scenario->issue_count);
    return (struct choice){issue, below(random, scenario->issues[issue].option_count)};
}

static struct choice *random_choices(struct tap_random *random, const struct scenario *scenario,
                                     size_t count, struct arena *arena)
{
    struct choice *made = ARENA_ARRAY(arena, struct choice, count + 1);
    for (size_t i = 0; i < count; i++)
        made[i] = random_choice(random, scenario);
    return made;
}

static void make_issues(struct tap_random *random, struct scenario *scenario, struct arena *arena)
{
    struct issue *issues = ARENA_ARRAY(arena, struct issue, 7);
    scenario->issue_count = 1 + below(random, 6);
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        struct str *names = ARENA_ARRAY(arena, struct str, 4);
        for (uint32_t o = 0; o < 4; o++)
            names[o] = arena_print(arena, "o%u", o);
        issues[i] = (struct issue){arena_print(arena, "i%u", i), names, 1 + below(random, 4),
                                   scenario->option_total};
        scenario->option_total += issues[i].option_count;
    }
    scenario->issues = issues;
}

static void make_pairs(struct tap_random *random, const struct scenario *scenario,
                       struct scenario_party *party, struct arena *arena)
{
    struct pair_value *pairs = ARENA_ARRAY(arena, struct pair_value, 4);
    for (uint32_t i = below(random, 4); i > 0; i--) {
        struct pair_value pair = {random_choice(random, scenario), random_choice(random, scenario),
                                  (int64_t)below(random, 21) - 10};
        if (pair.a.issue != pair.b.issue)
            pairs[party->pair_count++] = pair;
    }
    party->pairs = pairs;
}

static void make_parties(struct tap_random *random, struct scenario *scenario, struct arena *arena)
{
    struct scenario_party *parties = ARENA_ARRAY(arena, struct scenario_party, 5);
    scenario->party_count = 1 + below(random, 5);
    uint32_t spread = 1 + below(random, below(random, 2) ? 4 : 60);
    bool has_pairs = below(random, 3) == 0;
    bool has_red_lines = below(random, 3) == 0;
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        struct scenario_party *party = &parties[p];
        party->name = arena_print(arena, "p%u", p);
        int64_t *scores = ARENA_ARRAY(arena, int64_t, scenario->option_total);
        for (uint32_t o = 0; o < scenario->option_total; o++)
            scores[o] = (int64_t)below(random, spread) - (int64_t)below(random, 2) * spread / 3;
        party->scores = scores;
        party->reservation = (int64_t)below(random, spread * scenario->issue_count) / 2 - 2;
        if (has_pairs)
            make_pairs(random, scenario, party, arena);
        if (has_red_lines) {
            party->red_line_count = below(random, 3);
            party->red_lines = random_choices(random, scenario, party->red_line_count, arena);
        }
    }
    scenario->parties = parties;
}

// Numbers of some options, or of all options of some issues, with one end, both or one in one place.
static struct rule_sum *random_sum(struct tap_random *random, size_t count, struct arena *arena)
{
    struct rule_sum *sum = ARENA_NEW(arena, struct rule_sum);
    int64_t *numbers = ARENA_ARRAY(arena, int64_t, count);
    int64_t least = (int64_t)below(random, 8) - 1;
    for (size_t i = 0; i < count; i++)
        numbers[i] = (int64_t)below(random, 7) - (int64_t)below(random, 2) * 2;
    *sum = (struct rule_sum){numbers, least, least + (int64_t)below(random, 3) * 2, 1};
    if (below(random, 3) == 0)
        sum->least = INT64_MIN;
    else if (below(random, 2) == 0)
        sum->most = INT64_MAX;
    return sum;
}

static void make_sum(struct tap_random *random, struct scenario *scenario, struct rule *rule,
                     struct arena *arena)
{
    struct choice *choices = ARENA_ARRAY(arena, struct choice, scenario->option_total + 1);
    bool is_sparse = below(random, 3) == 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        for (uint32_t o = 0; o < scenario->issues[i].option_count; o++)
            if (!is_sparse || below(random, 2))
                choices[rule->count++] = (struct choice){i, o};
    if (rule->count == 0)
        choices[rule->count++] = random_choice(random, scenario);
    rule->choices = choices;
    rule->sum = random_sum(random, rule->count, arena);
}

static void make_sums(struct tap_random *random, struct scenario *scenario, struct rule *rules,
                      struct arena *arena)
{
    uint32_t count = below(random, 3) == 0 ? 1 + below(random, 2) : 0;
    for (uint32_t s = 0; s < count; s++) {
        struct rule *rule = &rules[scenario->rule_count++];
        *rule = (struct rule){.kind = RULE_SUM};
        make_sum(random, scenario, rule, arena);
    }
}

static void make_rules(struct tap_random *random, struct scenario *scenario, struct arena *arena)
{
    struct rule *rules = ARENA_ARRAY(arena, struct rule, 10);
    scenario->rule_count = below(random, 2) ? below(random, 8) : 0;
    for (size_t r = 0; r < scenario->rule_count; r++) {
        rules[r].kind = (enum rule_kind)below(random, 3);
        rules[r].count = rules[r].kind == RULE_REQUIRES ? 2 : 1 + below(random, 3);
        rules[r].choices = random_choices(random, scenario, rules[r].count, arena);
    }
    make_sums(random, scenario, rules, arena);
    scenario->rules = rules;
}

static struct time_link random_link(struct tap_random *random, const struct scenario *scenario)
{
    return (struct time_link){below(random, scenario->point_count),
                              below(random, scenario->point_count),
                              (int64_t)below(random, 100) - 40};
}

static void make_times(struct tap_random *random, struct scenario *scenario, struct arena *arena)
{
    if (below(random, 2))
        return;
    scenario->point_count = 1 + below(random, 5);
    scenario->base_link_count = below(random, 4);
    scenario->timed_choice_count = below(random, 12);
    struct time_link *base = ARENA_ARRAY(arena, struct time_link, 4);
    struct timed_choice *timed = ARENA_ARRAY(arena, struct timed_choice, 12);
    for (size_t i = 0; i < scenario->base_link_count; i++) {
        base[i] = random_link(random, scenario);
        base[i].weight += base[i].from == base[i].to ? 60 : 20;
    }
    for (size_t i = 0; i < scenario->timed_choice_count; i++)
        timed[i] =
            (struct timed_choice){random_choice(random, scenario), random_link(random, scenario)};
    scenario->base_links = base;
    scenario->timed_choices = timed;
}

struct scenario random_scenario(struct tap_random *random, struct arena *arena)
{
    struct scenario scenario = {.scale = 1};
    make_issues(random, &scenario, arena);
    make_parties(random, &scenario, arena);
    make_rules(random, &scenario, arena);
    make_times(random, &scenario, arena);
    return scenario;
}

#define SORTS 3
#define REPEATED 8

// What one party has of the options of each sort of issue.
static void repeat_scores(struct tap_random *random, const struct scenario *scenario,
                          const uint32_t *sort_of, uint32_t spread, int64_t *scores)
{
    int64_t sorts[SORTS][4];
    for (uint32_t i = 0; i < SORTS * 4; i++)
        sorts[i / 4][i % 4] =
            (int64_t)below(random, spread) - (int64_t)below(random, 2) * spread / 4;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        for (uint32_t o = 0; o < scenario->issues[i].option_count; o++)
            scores[scenario->issues[i].first + o] = sorts[sort_of[i]][o];
}

struct scenario random_repeated_scenario(struct tap_random *random, struct arena *arena)
{
    struct scenario scenario = {.scale = 1, .issue_count = 1 + below(random, REPEATED)};
    struct issue *issues = ARENA_ARRAY(arena, struct issue, REPEATED);
    struct str *names = ARENA_ARRAY(arena, struct str, 4);
    uint32_t sort_of[REPEATED];
    uint32_t options[SORTS];
    uint32_t sorts = 1 + below(random, SORTS);
    uint32_t spread = 1 + below(random, below(random, 3) == 0 ? 4 : 60);
    for (uint32_t o = 0; o < 4; o++)
        names[o] = arena_print(arena, "o%u", o);
    for (uint32_t s = 0; s < SORTS; s++)
        options[s] = 1 + below(random, 4);
    for (uint32_t i = 0; i < scenario.issue_count; i++) {
        sort_of[i] = below(random, sorts);
        issues[i] = (struct issue){arena_print(arena, "i%u", i), names, options[sort_of[i]],
                                   scenario.option_total};
        scenario.option_total += issues[i].option_count;
    }
    scenario.issues = issues;
    struct scenario_party *parties = ARENA_ARRAY(arena, struct scenario_party, 5);
    scenario.party_count = 1 + below(random, 5);
    for (uint32_t p = 0; p < scenario.party_count; p++) {
        int64_t *scores = ARENA_ARRAY(arena, int64_t, scenario.option_total);
        repeat_scores(random, &scenario, sort_of, spread, scores);
        parties[p] =
            (struct scenario_party){.name = arena_print(arena, "p%u", p),
                                    .scores = scores,
                                    .reservation = (int64_t)below(random, spread * 4) / 2 - 2};
        if (below(random, 4) == 0) {
            parties[p].red_line_count = 1;
            parties[p].red_lines = random_choices(random, &scenario, 1, arena);
        }
    }
    scenario.parties = parties;
    return scenario;
}

static void make_scores(struct tap_random *random, bool is_line, uint32_t party, uint32_t issues,
                        int64_t *scores)
{
    for (uint32_t i = 0; i < issues; i++) {
        uint32_t weight = 1 + below(random, 100);
        uint32_t ideal = party == 0 ? 0 : party == 1 ? 300 : below(random, 301);
        for (uint32_t o = 0; o < 4; o++) {
            uint32_t apart = ideal > 100 * o ? ideal - 100 * o : 100 * o - ideal;
            scores[4 * i + o] = is_line ? weight * (300 - apart) / 300 : below(random, 101);
        }
    }
}

struct scenario random_large_scenario(struct tap_random *random, uint32_t issues, uint32_t parties,
                                      bool is_line, uint32_t exclusions, struct arena *arena)
{
    struct scenario scenario = {.issue_count = issues, .party_count = parties, .scale = 1};
    struct issue *made = ARENA_ARRAY(arena, struct issue, issues);
    struct scenario_party *who = ARENA_ARRAY(arena, struct scenario_party, parties);
    struct rule *rules = ARENA_ARRAY(arena, struct rule, exclusions + 1);
    struct str *names = ARENA_ARRAY(arena, struct str, 4);
    for (uint32_t o = 0; o < 4; o++)
        names[o] = arena_print(arena, "o%u", o);
    for (uint32_t i = 0; i < issues; i++)
        made[i] = (struct issue){arena_print(arena, "i%u", i), names, 4, 4 * i};
    scenario.issues = made;
    scenario.option_total = 4 * issues;
    for (uint32_t p = 0; p < parties; p++) {
        int64_t *scores = ARENA_ARRAY(arena, int64_t, scenario.option_total);
        make_scores(random, is_line, p, issues, scores);
        who[p] = (struct scenario_party){.name = arena_print(arena, "p%u", p), .scores = scores};
    }
    scenario.parties = who;
    while (scenario.rule_count < exclusions) {
        struct choice *choices = random_choices(random, &scenario, 2, arena);
        if (choices[0].issue != choices[1].issue)
            rules[scenario.rule_count++] = (struct rule){RULE_EXCLUDES, choices, 2, NULL};
    }
    scenario.rules = rules;
    return scenario;
}

static void check_made(uint64_t seeds,
                       struct scenario (*make)(struct tap_random *random, struct arena *arena),
                       bool (*holds)(const struct scenario *scenario, struct arena *arena))
{
    bool is_right = true;
    for (uint64_t seed = 0; is_right && seed < seeds; seed++) {
        struct tap_random random = {seed};
        struct arena *arena = arena_open();
        struct scenario scenario = make(&random, arena);
        is_right = holds(&scenario, arena);
        arena_close(arena);
        if (!is_right)
            printf("# seed %d\n", (int)seed);
    }
}

void check_random_scenarios(uint64_t seeds,
                            bool (*holds)(const struct scenario *scenario, struct arena *arena))
{
    check_made(seeds, random_scenario, holds);
}

void check_repeated_scenarios(uint64_t seeds,
                              bool (*holds)(const struct scenario *scenario, struct arena *arena))
{
    check_made(seeds, random_repeated_scenario, holds);
}

void check_larger_scenarios(bool (*holds)(const struct scenario *scenario, struct arena *arena))
{
    bool is_right = true;
    for (uint32_t seed = 0; is_right && seed < 12; seed++) {
        struct tap_random random = {seed};
        struct arena *arena = arena_open();
        struct scenario scenario =
            random_large_scenario(&random, 12, 3 + seed % 3, seed / 3 % 2, seed / 6 * 15, arena);
        is_right = holds(&scenario, arena);
        arena_close(arena);
        if (!is_right)
            printf("# seed %d\n", (int)seed);
    }
}
