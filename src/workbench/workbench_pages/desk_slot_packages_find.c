// SPDX-License-Identifier: Apache-2.0
// An open place is an issue of the bargain, or a part of one: what each of its wordings leaves of the
// packages that could be accepted, by counting them with that option alone.
#include "exchange/bargain/slot_issues.h"
#include "render/bargain/bargain_forms.h"
#include "render/bargain/value_text.h"
#include "render/page/page_table.h"
#include "workbench/bargain/bargain_find.h"
#include "workbench/workbench_pages/desk_scoring.h"

// A page of one place waits for no long search.
enum { STEPS_MAX = 20000000, ISSUES_MAX = 200 };

struct slot_weighing {
    struct desk_gathering *g;
    const struct slot_issue *issue;
    uint32_t slot_at; // of the slot in the issue
    const struct scenario *scenario;
    uint32_t number;  // of the issue in it
    bool is_alone;    // one party weighs for itself
    struct str whole; // packages acceptable to all; empty: not known
};

static bool find_issue(struct slot_weighing *weighing, const struct slot_issues *issues,
                       uint32_t slot)
{
    for (size_t i = 0; i < issues->issue_count; i++)
        for (uint32_t s = 0; s < issues->issues[i].slot_count; s++)
            if (issues->issues[i].slots[s] == slot) {
                weighing->issue = &issues->issues[i];
                weighing->slot_at = s;
                struct str name = issues->issues[i].name;
                weighing->number = scenario_issue_named(
                    weighing->scenario, str_skip(name, desk_issue_file(name).length));
                return weighing->number != UINT32_MAX;
            }
    return false;
}

// The options of the scenario's issue that have this wording at the slot.
static uint32_t options_with(const struct slot_weighing *weighing, struct str wording,
                             struct choice *choices)
{
    const struct issue *issue = &weighing->scenario->issues[weighing->number];
    uint32_t count = 0;
    for (uint32_t o = 0; o < weighing->issue->option_count; o++) {
        struct str own =
            weighing->issue->wordings[o * weighing->issue->slot_count + weighing->slot_at];
        uint32_t option = issue_option_named(issue, weighing->issue->options[o].name);
        if (option != UINT32_MAX && str_equal(str_trim(own), str_trim(wording)))
            choices[count++] = (struct choice){weighing->number, option};
    }
    return count;
}

// Counts with one of the choices taken (none: as it is), and what each could have at best. False: it takes
// too long.
static bool count_with(struct slot_weighing *weighing, const struct choice *choices, uint32_t count,
                       const struct solution **solution)
{
    static const struct solution_request counting = {.without_front = true};
    struct arena *arena = weighing->g->arena;
    struct scenario scenario = *weighing->scenario;
    struct rule *rules = ARENA_ARRAY(arena, struct rule, scenario.rule_count + 1);
    struct budget budget = bargain_budget(weighing->g->bounds);
    struct bargain_request request = {.solving = &counting};
    struct bargain_answer answer;
    struct error ignored;
    for (size_t r = 0; r < scenario.rule_count; r++)
        rules[r] = scenario.rules[r];
    rules[scenario.rule_count] = (struct rule){RULE_EXACTLY_ONE, choices, count};
    scenario.rules = rules;
    scenario.rule_count += count > 0;
    if (budget.steps_left > STEPS_MAX)
        budget.steps_left = STEPS_MAX;
    if (!bargain_find(&request, &scenario, &budget, arena, &answer, &ignored) ||
        !answer.solution->has_counts)
        return false;
    *solution = answer.solution;
    return true;
}

static void add_best(struct slot_weighing *weighing, const struct solution *solution,
                     struct list *sentences)
{
    const struct scenario *scenario = weighing->scenario;
    struct builder out = builder_make(weighing->g->arena);
    if (!solution->ideal_acceptable)
        return;
    builder_add_c(&out, "at best, over the reserve: ");
    for (uint32_t p = 0; p < scenario->party_count; p++)
        builder_print(
            &out, "%s%.*s +%.*s", p > 0 ? ", " : "", STR_ARGS(scenario->parties[p].name),
            STR_ARGS(value_text(scenario,
                                solution->ideal_acceptable[p] - scenario->parties[p].reservation,
                                weighing->g->arena)));
    *LIST_ADD(sentences, struct str) = builder_str(&out);
}

static void add_count(struct slot_weighing *weighing, const struct solution *solution,
                      struct list *sentences)
{
    struct arena *arena = weighing->g->arena;
    struct str count = tally_text(&solution->acceptable, arena);
    if (solution->acceptable.is_exact)
        count = page_grouped(count, arena);
    const char *who = weighing->is_alone ? "your party could accept" : "all could accept";
    *LIST_ADD(sentences, struct str) = arena_print(arena, "in %.*s of the %.*s packages that %s",
                                                   STR_ARGS(count), STR_ARGS(weighing->whole), who);
}

static bool is_red(const struct slot_weighing *weighing, uint32_t party, struct choice choice)
{
    const struct scenario_party *own = &weighing->scenario->parties[party];
    for (size_t i = 0; i < own->red_line_count; i++)
        if (own->red_lines[i].issue == choice.issue && own->red_lines[i].option == choice.option)
            return true;
    return false;
}

static void add_worth(const struct slot_weighing *weighing, struct choice choice,
                      struct list *sentences)
{
    const struct scenario *scenario = weighing->scenario;
    struct arena *arena = weighing->g->arena;
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        struct str name = weighing->is_alone ? STR("you") : scenario->parties[p].name;
        int64_t score = scenario->parties[p].scores[scenario_flat(scenario, choice)];
        *LIST_ADD(sentences, struct str) =
            arena_print(arena, "worth %.*s to %.*s%s", STR_ARGS(value_text(scenario, score, arena)),
                        STR_ARGS(name), is_red(weighing, p, choice) ? ", and a red line" : "");
    }
}

static void tell_variant(struct slot_weighing *weighing, struct desk_variant *variant)
{
    const struct solution *solution;
    struct choice *choices =
        ARENA_ARRAY(weighing->g->arena, struct choice, weighing->issue->option_count);
    uint32_t count = options_with(weighing, variant->text, choices);
    if (count == 0)
        return;
    if (count == 1)
        add_worth(weighing, choices[0], &variant->packages);
    if (weighing->whole.length == 0 || !count_with(weighing, choices, count, &solution))
        return;
    add_count(weighing, solution, &variant->packages);
    if (!weighing->is_alone)
        add_best(weighing, solution, &variant->packages);
}

static void count_whole(struct slot_weighing *weighing)
{
    const struct solution *solution;
    if (!count_with(weighing, NULL, 0, &solution))
        return;
    weighing->whole = tally_text(&solution->acceptable, weighing->g->arena);
    if (solution->acceptable.is_exact)
        weighing->whole = page_grouped(weighing->whole, weighing->g->arena);
}

void desk_slot_packages_find(struct desk_gathering *g, const struct sheet *sheet, uint32_t slot,
                             struct str document, struct desk_variant *variants, size_t count)
{
    struct scenario scenario;
    struct uncertain uncertain;
    struct str ignored = STR("");
    bool is_of_all = desk_is_mediator(g);
    struct list worths = desk_worths_find(g, document, is_of_all, &ignored);
    if (!desk_worths_join(g, &worths, &scenario, &uncertain, &ignored) || uncertain.parties ||
        scenario.issue_count > ISSUES_MAX)
        return;
    struct slot_issues issues = slot_issues_write(sheet, NULL, g->arena);
    struct slot_weighing weighing = {.g = g, .scenario = &scenario, .is_alone = !is_of_all};
    if (!find_issue(&weighing, &issues, slot))
        return;
    count_whole(&weighing);
    for (size_t v = 0; v < count; v++)
        tell_variant(&weighing, &variants[v]);
}
