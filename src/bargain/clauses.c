// SPDX-License-Identifier: Apache-2.0
#include "bargain/clauses.h"

#include "base/list.h"

struct clause_maker {
    const struct scenario *scenario;
    struct arena *arena;
    struct list clauses; // struct clause
};

// The literal of an issue in the clause, made when it is not there yet. A new literal threatens by
// every option when `all`, else by none.
static bool *literal_of(struct clause_maker *maker, struct clause *clause, uint32_t issue, bool all)
{
    for (uint32_t i = 0; i < clause->count; i++)
        if (clause->literals[i].issue == issue)
            return (bool *)(uintptr_t)clause->literals[i].threatens;
    uint32_t options = maker->scenario->issues[issue].option_count;
    bool *threatens = ARENA_ARRAY(maker->arena, bool, options);
    for (uint32_t o = 0; o < options; o++)
        threatens[o] = all;
    clause->literals[clause->count++] = (struct literal){issue, threatens, NULL};
    return threatens;
}

static struct clause *add_clause(struct clause_maker *maker, size_t literals, const int64_t *bonus)
{
    struct clause *clause = LIST_ADD(&maker->clauses, struct clause);
    clause->literals = ARENA_ARRAY(maker->arena, struct literal, literals);
    clause->bonus = bonus;
    return clause;
}

// Two options of one issue never come together, so such a rule asks for nothing.
static bool is_contradictory(const struct choice *choices, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++)
            if (choices[i].issue == choices[j].issue && choices[i].option != choices[j].option)
                return true;
    return false;
}

static void add_excludes(struct clause_maker *maker, const struct choice *choices, size_t count,
                         const int64_t *bonus)
{
    if (is_contradictory(choices, count))
        return;
    struct clause *clause = add_clause(maker, count, bonus);
    for (size_t i = 0; i < count; i++)
        literal_of(maker, clause, choices[i].issue, false)[choices[i].option] = true;
}

static void add_requires(struct clause_maker *maker, struct choice first, struct choice second)
{
    if (first.issue == second.issue) {
        if (first.option != second.option)
            add_excludes(maker, &first, 1, NULL);
        return;
    }
    struct clause *clause = add_clause(maker, 2, NULL);
    literal_of(maker, clause, first.issue, false)[first.option] = true;
    literal_of(maker, clause, second.issue, true)[second.option] = false;
}

static void add_exactly_one(struct clause_maker *maker, const struct rule *rule)
{
    struct clause *clause = add_clause(maker, rule->count, NULL);
    for (size_t i = 0; i < rule->count; i++)
        literal_of(maker, clause, rule->choices[i].issue, true)[rule->choices[i].option] = false;
    for (size_t i = 0; i < rule->count; i++)
        for (size_t j = 0; j < i; j++)
            if (rule->choices[i].issue != rule->choices[j].issue) {
                struct choice both[2] = {rule->choices[j], rule->choices[i]};
                add_excludes(maker, both, 2, NULL);
            }
}

// Numbers of one issue stand together; an option that is named again adds to its number.
static void add_sum(struct clause_maker *maker, const struct rule *rule)
{
    struct clause *clause = add_clause(maker, rule->count, NULL);
    clause->sum = rule->sum;
    for (size_t i = 0; i < rule->count; i++) {
        struct choice choice = rule->choices[i];
        literal_of(maker, clause, choice.issue, false)[choice.option] = true;
    }
    for (uint32_t l = 0; l < clause->count; l++) {
        struct literal *literal = &clause->literals[l];
        int64_t *numbers = ARENA_ARRAY(maker->arena, int64_t,
                                       maker->scenario->issues[literal->issue].option_count);
        for (size_t i = 0; i < rule->count; i++)
            if (rule->choices[i].issue == literal->issue)
                numbers[rule->choices[i].option] += rule->sum->numbers[i];
        literal->numbers = numbers;
    }
}

static void add_rule(struct clause_maker *maker, const struct rule *rule)
{
    switch (rule->kind) {
    case RULE_EXCLUDES:
        add_excludes(maker, rule->choices, rule->count, NULL);
        break;
    case RULE_REQUIRES:
        add_requires(maker, rule->choices[0], rule->choices[1]);
        break;
    case RULE_EXACTLY_ONE:
        add_exactly_one(maker, rule);
        break;
    case RULE_SUM:
        add_sum(maker, rule);
        break;
    }
}

static void add_pairs(struct clause_maker *maker, uint32_t party)
{
    const struct scenario_party *who = &maker->scenario->parties[party];
    for (size_t i = 0; i < who->pair_count; i++) {
        int64_t *bonus = ARENA_ARRAY(maker->arena, int64_t, maker->scenario->party_count);
        bonus[party] = who->pairs[i].value;
        struct choice both[2] = {who->pairs[i].a, who->pairs[i].b};
        add_excludes(maker, both, 2, bonus);
    }
}

struct clauses clauses_make(const struct scenario *scenario, struct clashes clashes,
                            struct arena *arena)
{
    struct clause_maker maker = {scenario, arena, LIST_MAKE(arena, struct clause)};
    for (size_t i = 0; i < scenario->rule_count; i++)
        add_rule(&maker, &scenario->rules[i]);
    for (size_t i = 0; i < clashes.count; i++)
        add_excludes(&maker, clashes.items[i].choices, clashes.items[i].count, NULL);
    for (uint32_t p = 0; p < scenario->party_count; p++)
        add_pairs(&maker, p);
    return (struct clauses){LIST_ITEMS(&maker.clauses, struct clause), maker.clauses.count};
}
