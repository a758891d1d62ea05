// SPDX-License-Identifier: Apache-2.0
#include "frontier/choice_program.h"

#include <string.h>

#define FOES_MAX 200000u // pairs of options, each counted twice

static void lay_issues(struct choice_program *program)
{
    const struct scenario *scenario = program->scenario;
    uint32_t *first = ARENA_ARRAY(program->arena, uint32_t, scenario->issue_count + 1);
    uint32_t *issue_of = ARENA_ARRAY(program->arena, uint32_t, scenario->option_total);
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        first[i] = scenario->issues[i].first;
        for (uint32_t o = 0; o < scenario->issues[i].option_count; o++)
            issue_of[first[i] + o] = i;
    }
    first[scenario->issue_count] = scenario->option_total;
    program->first = first;
    program->issue_of = issue_of;
}

// A clause forbids that all its literals threaten: of their options one less than literals may be
// taken. The options of a literal are of one issue, of which only one is taken anyway.
static void add_clause(struct choice_program *program, const struct clause *clause)
{
    struct list options = LIST_MAKE(program->arena, uint32_t);
    const struct scenario *scenario = program->scenario;
    for (uint32_t l = 0; l < clause->count; l++) {
        const struct issue *issue = &scenario->issues[clause->literals[l].issue];
        for (uint32_t o = 0; o < issue->option_count; o++)
            if (clause->literals[l].threatens[o])
                *LIST_ADD(&options, uint32_t) = issue->first + o;
    }
    *LIST_ADD(&program->rules, struct packing_rule) = (struct packing_rule){
        LIST_ITEMS(&options, uint32_t), (uint32_t)options.count, clause->count - 1};
}

static void add_sum(struct choice_program *program, const struct clause *clause)
{
    uint32_t *issues = ARENA_ARRAY(program->arena, uint32_t, clause->count);
    int64_t *numbers = ARENA_ARRAY(program->arena, int64_t, program->option_count);
    for (uint32_t l = 0; l < clause->count; l++) {
        const struct literal *literal = &clause->literals[l];
        const struct issue *issue = &program->scenario->issues[literal->issue];
        issues[l] = literal->issue;
        for (uint32_t o = 0; o < issue->option_count; o++)
            numbers[issue->first + o] = literal->numbers[o];
    }
    *LIST_ADD(&program->sums, struct program_sum) =
        (struct program_sum){issues, clause->count, numbers, clause->sum->least, clause->sum->most};
}

static void index_rules(struct choice_program *program)
{
    size_t total = 0;
    uint32_t *first = ARENA_ARRAY(program->arena, uint32_t, (size_t)program->option_count + 2);
    for (size_t r = 0; r < program->own_rule_count; r++) {
        const struct packing_rule *rule = LIST_AT(&program->rules, struct packing_rule, r);
        total += rule->count;
        for (uint32_t i = 0; i < rule->count; i++)
            first[rule->options[i] + 2]++;
    }
    for (uint32_t o = 2; o < program->option_count + 2; o++)
        first[o] += first[o - 1];
    uint32_t *rules = ARENA_ARRAY(program->arena, uint32_t, total + 1);
    for (size_t r = 0; r < program->own_rule_count; r++) {
        const struct packing_rule *rule = LIST_AT(&program->rules, struct packing_rule, r);
        for (uint32_t i = 0; i < rule->count; i++)
            rules[first[rule->options[i] + 1]++] = (uint32_t)r;
    }
    program->rules_first = first;
    program->rules_of = rules;
}

// Counts, or writes down where `foes` is given, the pairs of one rule of which only one is taken, those
// of one issue left out; gives how many there are.
//
// first  by option + 2 the count; by option + 1 where the next foe is to be written
static size_t pair_foes(const struct choice_program *program, const struct packing_rule *rule,
                        uint32_t *first, uint32_t *foes)
{
    size_t total = 0;
    for (uint32_t i = 0; i < rule->count; i++)
        for (uint32_t j = 0; j < rule->count && total <= FOES_MAX; j++) {
            uint32_t option = rule->options[i];
            if (program->issue_of[option] == program->issue_of[rule->options[j]])
                continue;
            total++;
            if (foes)
                foes[first[option + 1]++] = rule->options[j];
            else
                first[option + 2]++;
        }
    return total;
}

static size_t pair_all(const struct choice_program *program, uint32_t *first, uint32_t *foes)
{
    size_t total = 0;
    for (size_t r = 0; r < program->own_rule_count && total <= FOES_MAX; r++) {
        const struct packing_rule *rule = LIST_AT(&program->rules, struct packing_rule, r);
        if (rule->most == 1)
            total += pair_foes(program, rule, first, foes);
    }
    return total;
}

static void index_foes(struct choice_program *program)
{
    size_t places = (size_t)program->option_count + 2;
    uint32_t *first = ARENA_ARRAY(program->arena, uint32_t, places);
    size_t total = pair_all(program, first, NULL);
    if (total > FOES_MAX) {
        memset(first, 0, places * sizeof *first);
        total = 0;
    }
    for (uint32_t o = 2; o < places; o++)
        first[o] += first[o - 1];
    uint32_t *foes = ARENA_ARRAY(program->arena, uint32_t, total + 1);
    if (total > 0)
        pair_all(program, first, foes);
    program->foes_first = first;
    program->foes = foes;
}

bool choice_program_make(const struct scenario *scenario, struct clauses clauses,
                         const bool *removed, struct arena *arena, struct choice_program *program)
{
    struct choice_program made = {.scenario = scenario,
                                  .arena = arena,
                                  .issue_count = scenario->issue_count,
                                  .option_count = scenario->option_total,
                                  .rules = LIST_MAKE(arena, struct packing_rule),
                                  .sums = LIST_MAKE(arena, struct program_sum),
                                  .is_removed = ARENA_ARRAY(arena, bool, scenario->option_total)};
    lay_issues(&made);
    for (size_t c = 0; c < clauses.count; c++) {
        if (clauses.items[c].bonus)
            return false;
        if (clauses.items[c].sum)
            add_sum(&made, &clauses.items[c]);
        else if (clauses.items[c].count == 0) // always broken: no option of any issue is left
            memset(made.is_removed, 1, scenario->option_total);
        else
            add_clause(&made, &clauses.items[c]);
    }
    for (uint32_t o = 0; removed && o < scenario->option_total; o++)
        made.is_removed[o] = made.is_removed[o] || removed[o];
    made.own_rule_count = made.rules.count;
    index_rules(&made);
    index_foes(&made);
    *program = made;
    return true;
}

struct choices_left choices_left_room(const struct choice_program *program, struct arena *arena)
{
    return (struct choices_left){
        .program = program,
        .is_out = ARENA_ARRAY(arena, bool, program->option_count),
        .left = ARENA_ARRAY(arena, uint32_t, program->issue_count),
        .taken = ARENA_ARRAY(arena, uint32_t, program->own_rule_count + 1),
        .queue = ARENA_ARRAY(arena, uint32_t, program->issue_count),
    };
}

void choices_left_copy(struct choices_left *to, const struct choices_left *from)
{
    const struct choice_program *program = from->program;
    memcpy(to->is_out, from->is_out, program->option_count * sizeof *to->is_out);
    memcpy(to->left, from->left, program->issue_count * sizeof *to->left);
    memcpy(to->taken, from->taken, program->own_rule_count * sizeof *to->taken);
    memcpy(to->queue, from->queue, from->queue_count * sizeof *to->queue);
    to->queue_count = from->queue_count;
    to->followed = from->followed;
    to->is_empty = from->is_empty;
}

void choices_left_drop(struct choices_left *left, uint32_t option)
{
    uint32_t issue = left->program->issue_of[option];
    if (left->is_out[option])
        return;
    left->is_out[option] = true;
    left->left[issue]--;
    if (left->left[issue] == 0)
        left->is_empty = true;
    else if (left->left[issue] == 1)
        left->queue[left->queue_count++] = issue;
}

static uint32_t last_option(const struct choices_left *left, uint32_t issue)
{
    uint32_t option = left->program->first[issue];
    while (left->is_out[option])
        option++;
    return option;
}

// An issue has one option left: the rules it stands in come nearer to their most.
static void take_last(struct choices_left *left, uint32_t issue)
{
    const struct choice_program *program = left->program;
    uint32_t option = last_option(left, issue);
    for (uint32_t at = program->rules_first[option]; at < program->rules_first[option + 1]; at++) {
        uint32_t r = program->rules_of[at];
        const struct packing_rule *rule = LIST_AT(&program->rules, struct packing_rule, r);
        left->taken[r]++;
        if (left->taken[r] > rule->most)
            left->is_empty = true;
        for (uint32_t i = 0; left->taken[r] == rule->most && i < rule->count; i++)
            if (left->left[program->issue_of[rule->options[i]]] > 1)
                choices_left_drop(left, rule->options[i]);
    }
}

// The least and the most that the options left of an issue add to a sum.
static void ends_of(const struct choices_left *left, const struct program_sum *sum, uint32_t issue,
                    int64_t *low, int64_t *high)
{
    const struct choice_program *program = left->program;
    *low = INT64_MAX;
    *high = INT64_MIN;
    for (uint32_t o = program->first[issue]; o < program->first[issue + 1]; o++) {
        if (left->is_out[o])
            continue;
        *low = sum->numbers[o] < *low ? sum->numbers[o] : *low;
        *high = sum->numbers[o] > *high ? sum->numbers[o] : *high;
    }
}

// Rules out options with which the sum cannot come out right; whether there were any.
static bool follow_sum(struct choices_left *left, const struct program_sum *sum)
{
    const struct choice_program *program = left->program;
    int64_t least = 0;
    int64_t most = 0;
    int64_t low;
    int64_t high;
    bool is_changed = false;
    for (uint32_t i = 0; i < sum->issue_count; i++) {
        ends_of(left, sum, sum->issues[i], &low, &high);
        least += low;
        most += high;
    }
    left->is_empty = left->is_empty || least > sum->most || most < sum->least;
    for (uint32_t i = 0; i < sum->issue_count && !left->is_empty; i++) {
        uint32_t issue = sum->issues[i];
        ends_of(left, sum, issue, &low, &high);
        for (uint32_t o = program->first[issue]; o < program->first[issue + 1]; o++)
            if (!left->is_out[o] && (least - low + sum->numbers[o] > sum->most ||
                                     most - high + sum->numbers[o] < sum->least)) {
                choices_left_drop(left, o);
                is_changed = true;
            }
    }
    return is_changed;
}

bool choices_left_follow(struct choices_left *left)
{
    const struct list *sums = &left->program->sums;
    bool is_changed = true;
    while (is_changed && !left->is_empty) {
        while (left->followed < left->queue_count && !left->is_empty)
            take_last(left, left->queue[left->followed++]);
        is_changed = false;
        for (size_t s = 0; s < sums->count && !left->is_empty; s++)
            is_changed = follow_sum(left, LIST_AT(sums, struct program_sum, s)) || is_changed;
    }
    return !left->is_empty;
}

struct choices_left choices_left_make(const struct choice_program *program, struct arena *arena)
{
    struct choices_left left = choices_left_room(program, arena);
    for (uint32_t i = 0; i < program->issue_count; i++) {
        left.left[i] = program->first[i + 1] - program->first[i];
        if (left.left[i] == 1)
            left.queue[left.queue_count++] = i;
    }
    for (size_t r = 0; r < program->own_rule_count; r++) {
        const struct packing_rule *rule = LIST_AT(&program->rules, struct packing_rule, r);
        for (uint32_t i = 0; i < rule->count && rule->most == 0; i++)
            choices_left_drop(&left, rule->options[i]);
    }
    for (uint32_t o = 0; o < program->option_count; o++)
        if (program->is_removed[o])
            choices_left_drop(&left, o);
    choices_left_follow(&left);
    return left;
}

bool choices_left_is_single(const struct choices_left *left)
{
    for (uint32_t i = 0; i < left->program->issue_count; i++)
        if (left->left[i] != 1)
            return false;
    return true;
}
