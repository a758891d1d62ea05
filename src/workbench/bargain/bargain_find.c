// SPDX-License-Identifier: Apache-2.0
#include "workbench/bargain/bargain_find.h"

#include "advice/change.h"
#include "base/near.h"
#include "exchange/foreign_scenarios/scenario_files.h"

bool bargain_read(struct scenario_source source, struct arena *arena, struct scenario *scenario,
                  struct uncertain *uncertain, struct error *error)
{
    size_t count = source.more_count + 1;
    struct scenario_file *files = ARENA_ARRAY(arena, struct scenario_file, count);
    for (size_t i = 0; i < count; i++) {
        const struct entente_file *file = i == 0 ? source.first : &source.more[i - 1];
        files[i] = (struct scenario_file){str_of(file->name), answer_file(file)};
    }
    return scenario_files_read(files, count, &input_limits_default, arena, scenario, uncertain,
                               error);
}

bool bargain_no_party(const struct scenario *scenario, struct str name, struct arena *arena,
                      struct error *error)
{
    struct str *names = ARENA_ARRAY(arena, struct str, scenario->party_count);
    for (uint32_t p = 0; p < scenario->party_count; p++)
        names[p] = scenario->parties[p].name;
    struct str meant = near_meant(name, names, scenario->party_count, arena);
    return error_set(error, MISUSE, "there is no party \"%.*s\"%.*s", STR_ARGS(name),
                     STR_ARGS(meant));
}

// Leaves only the party that asks, and nothing that says anything of the others.
static bool keep_party(const char *party, struct arena *arena, struct scenario *scenario,
                       struct error *error)
{
    struct str name = str_of(party);
    uint32_t number = scenario_party_named(scenario, name);
    if (number == UINT32_MAX)
        return bargain_no_party(scenario, name, arena, error);
    struct str *note = ARENA_NEW(arena, struct str);
    *note = arena_print(arena, "as %.*s sees it: its own worths alone", STR_ARGS(name));
    scenario->parties += number;
    scenario->party_count = 1;
    scenario->notes = note;
    scenario->note_count = 1;
    return true;
}

bool bargain_asked(const struct bargain_request *request, const struct scenario *scenario,
                   struct arena *arena, struct scenario *asked, struct error *error)
{
    struct scenario now = *scenario;
    for (size_t i = 0; i < request->change_count; i++) {
        struct scenario changed;
        if (!scenario_change(&now, str_of(request->changes[i]), arena, &changed, error))
            return false;
        now = changed;
    }
    if (request->party && !keep_party(request->party, arena, &now, error))
        return false;
    *asked = now;
    return true;
}

// Without bounds a call holds no more than this; what does not fit is answered in part.
#define MEMORY_BYTES ((size_t)512 << 20)

struct budget bargain_budget(const struct entente_bounds *bounds)
{
    struct budget budget = answer_budget(bounds);
    if (budget.memory_bytes == budget_unlimited().memory_bytes)
        budget.memory_bytes = MEMORY_BYTES;
    return budget;
}

bool bargain_point_bits(const char *point, unsigned *bits, struct error *error)
{
    enum point_kind kind = point_named(str_of(point));
    if (kind >= POINT_KS_MINSPREAD)
        return error_set(error, MISUSE,
                         "there is no point \"%s\"; the points are nash, "
                         "utilitarian, maxmin, egalitarian and ks",
                         point);
    *bits = 1u << kind;
    return true;
}

static bool choose_points(const char *point, struct solution_request *wanted, struct error *error)
{
    *wanted = solution_all;
    if (!point)
        return true;
    wanted->points_only = true;
    return bargain_point_bits(point, &wanted->point_bits, error);
}

static bool weigh_draft(const char *words, const struct solution *solution, struct budget *budget,
                        struct arena *arena, const struct draft **draft, struct error *error)
{
    if (!words)
        return true;
    const struct scenario *scenario = solution->scenario;
    uint32_t *package = ARENA_ARRAY(arena, uint32_t, scenario->issue_count);
    struct draft *made = ARENA_NEW(arena, struct draft);
    if (!draft_read(scenario, str_of(words), arena, package, error))
        return false;
    draft_weigh(solution, package, budget, arena, made);
    *draft = made;
    return true;
}

static bool find_blocks(const struct solution *solution, struct budget *budget, struct arena *arena,
                        const struct obstacles **obstacles, struct error *error)
{
    struct obstacles *made = ARENA_NEW(arena, struct obstacles);
    if (!obstacles_find(solution, budget, arena, made, error)) {
        if (error->code != STOPPED)
            return false;
        made->is_cut = true; // what was found until then stands
    }
    *obstacles = made;
    return true;
}

bool bargain_find(const struct bargain_request *request, const struct scenario *scenario,
                  struct budget *budget, struct arena *arena, struct bargain_answer *answer,
                  struct error *error)
{
    struct solution_request wanted;
    struct scenario *asked = ARENA_NEW(arena, struct scenario);
    struct solution *solution = ARENA_NEW(arena, struct solution);
    struct bargain_answer found = {asked, solution, NULL, NULL};
    if (!choose_points(request->point, &wanted, error))
        return false;
    if (request->solving)
        wanted = *request->solving;
    if (!bargain_asked(request, scenario, arena, asked, error) ||
        !solution_find(asked, &wanted, budget, arena, solution, error) ||
        !weigh_draft(request->draft, solution, budget, arena, &found.draft, error))
        return false;
    // Asked for, or needed because nothing is acceptable.
    if ((request->explain || (!request->solving && bargain_answer_is_no(&found))) &&
        !find_blocks(solution, budget, arena, &found.obstacles, error))
        return false;
    *answer = found;
    return true;
}

// One of `left` parts that share what is left of the budget.
static bool solve_to_compare(const struct scenario *scenario, uint64_t left, struct budget *budget,
                             struct arena *arena, const struct solution **solution,
                             struct error *error)
{
    struct solution *made = ARENA_NEW(arena, struct solution);
    bool is_endless = budget->steps_left == UINT64_MAX;
    uint64_t steps = is_endless ? UINT64_MAX : budget->steps_left / left;
    struct budget share = budget_share(budget, steps);
    bool done = solution_find(scenario, &solution_to_compare, &share, arena, made, error);
    budget_settle(budget, &share, steps);
    *solution = made;
    return done;
}

bool bargain_compare(const struct scenario *old, const struct scenario *new,
                     const struct solution *solved, struct budget *budget, struct arena *arena,
                     struct prospects_answer *answer, struct error *error)
{
    const struct solution *before;
    const struct solution *now = solved;
    struct prospects *prospects = ARENA_NEW(arena, struct prospects);
    if (!solve_to_compare(old, solved ? 2 : 3, budget, arena, &before, error) ||
        (!solved && !solve_to_compare(new, 2, budget, arena, &now, error)) ||
        !prospects_find(before, now, budget, arena, prospects, error))
        return false;
    *answer = (struct prospects_answer){before, now, prospects};
    return true;
}
