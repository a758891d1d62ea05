// SPDX-License-Identifier: Apache-2.0
//
// Edits share what they do not change, so that comparing pointers tells what is still known: clashes
// of time limits never change, and how many packages a party accepts depends on the rules and on its
// own part alone.
#include <entente/bargain.h>

#include "advice/change.h"
#include "render/bargain/bargain_forms.h"
#include "workbench/answer.h"
#include "workbench/bargain/bargain_find.h"
#include "workbench/door.h"

#include <string.h>

#define ROOM_BYTES ((size_t)1 << 20) // edits may leave so much behind before all is copied

struct entente_scenario {
    struct arena *arena;  // what was read; owns the handle
    struct arena *edited; // the parties' and rules' lists as they are now, and what is known
    size_t copied_bytes;  // it held when all was copied the last time
    struct scenario now;
    struct clashes clashes; // of the time network
    struct tally *to_each;  // by party; without digits: not known
};

static struct choice *copy_choices(const struct choice *choices, size_t count, struct arena *arena)
{
    struct choice *copy = ARENA_ARRAY(arena, struct choice, count + 1);
    if (count > 0)
        memcpy(copy, choices, count * sizeof *copy);
    return copy;
}

static struct rule_sum *copy_sum(const struct rule *rule, struct arena *arena)
{
    struct rule_sum *copy = ARENA_NEW(arena, struct rule_sum);
    int64_t *numbers = ARENA_ARRAY(arena, int64_t, rule->count);
    memcpy(numbers, rule->sum->numbers, rule->count * sizeof *numbers);
    *copy = *rule->sum;
    copy->numbers = numbers;
    return copy;
}

// The same scenario whose lists that edits may change stand in another arena.
static struct scenario copy_edited(const struct scenario *scenario, struct arena *arena)
{
    struct scenario copy = *scenario;
    struct scenario_party *parties = ARENA_ARRAY(arena, struct scenario_party, copy.party_count);
    struct rule *rules = ARENA_ARRAY(arena, struct rule, copy.rule_count + 1);
    for (uint32_t p = 0; p < copy.party_count; p++) {
        int64_t *scores = ARENA_ARRAY(arena, int64_t, copy.option_total + 1);
        parties[p] = scenario->parties[p];
        memcpy(scores, parties[p].scores, copy.option_total * sizeof *scores);
        parties[p].scores = scores;
        parties[p].red_lines = copy_choices(parties[p].red_lines, parties[p].red_line_count, arena);
    }
    for (size_t r = 0; r < copy.rule_count; r++) {
        rules[r] = scenario->rules[r];
        rules[r].choices = copy_choices(rules[r].choices, rules[r].count, arena);
        if (rules[r].sum)
            rules[r].sum = copy_sum(&rules[r], arena);
    }
    copy.parties = parties;
    copy.rules = rules;
    return copy;
}

static struct tally copy_tally(struct tally tally, struct arena *arena)
{
    return (struct tally){arena_copy(arena, tally.at_least), arena_copy(arena, tally.at_most),
                          tally.is_exact};
}

// Leaves behind what edits no longer need.
static void move_to_new_arena(struct entente_scenario *handle)
{
    struct arena *arena = arena_open();
    uint32_t parties = handle->now.party_count;
    struct tally *to_each = ARENA_ARRAY(arena, struct tally, parties);
    for (uint32_t p = 0; p < parties && handle->to_each; p++)
        to_each[p] = copy_tally(handle->to_each[p], arena);
    handle->now = copy_edited(&handle->now, arena);
    handle->to_each = to_each;
    arena_close(handle->edited);
    handle->edited = arena;
    handle->copied_bytes = arena_bytes(arena);
}

static struct entente_file copy_file(const struct entente_file *file, struct arena *arena)
{
    struct entente_file copy = *file;
    copy.bytes = arena_copy(arena, answer_file(file)).bytes;
    copy.name = arena_c_string(arena, str_of(file->name));
    return copy;
}

static bool open_scenario(const struct entente_bargain_options *options,
                          const struct entente_file *file, struct budget *budget,
                          struct entente_scenario *handle, struct error *error)
{
    struct bargain_request request = {.changes = options->changes,
                                      .change_count = options->change_count,
                                      .party = options->party};
    struct scenario scenario;
    struct uncertain uncertain;
    struct entente_file own = copy_file(file, handle->arena);
    struct entente_file *profiles =
        ARENA_ARRAY(handle->arena, struct entente_file, options->profile_count + 1);
    for (size_t i = 0; i < options->profile_count; i++)
        profiles[i] = copy_file(&options->profiles[i], handle->arena);
    struct scenario_source source = {&own, profiles, options->profile_count};
    if (!bargain_read(source, handle->arena, &scenario, &uncertain, error))
        return false;
    if (uncertain.parties)
        return error_at(error, MISUSE, place_of(str_of(own.name)),
                        "worths that are not known cannot be tried out; give numbers");
    if (!bargain_asked(&request, &scenario, handle->arena, &handle->now, error) ||
        !clashes_find(&handle->now, budget, handle->arena, &handle->clashes, error))
        return false;
    move_to_new_arena(handle);
    return true;
}

bool entente_scenario_open(const struct entente_bargain_options *options,
                           const struct entente_file *file, const struct entente_bounds *bounds,
                           struct entente_scenario **scenario, struct entente_error *error)
{
    struct entente_bargain_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    struct arena *arena = arena_open();
    struct entente_scenario *handle = ARENA_NEW(arena, struct entente_scenario);
    struct budget budget = bargain_budget(bounds);
    struct error inner;
    handle->arena = arena;
    if (!open_scenario(&own, file, &budget, handle, &inner)) {
        answer_error(&inner, error); // before the words that it quotes are let go
        entente_scenario_close(handle);
        return false;
    }
    *scenario = handle;
    return true;
}

void entente_scenario_close(struct entente_scenario *scenario)
{
    if (!scenario)
        return;
    arena_close(scenario->edited);
    arena_close(scenario->arena);
}

// Forgets what a change made untrue.
static void forget(struct entente_scenario *handle, const struct scenario *changed)
{
    const struct scenario *now = &handle->now;
    bool same_rules = changed->rules == now->rules && changed->rule_count == now->rule_count;
    for (uint32_t p = 0; p < now->party_count; p++) {
        const struct scenario_party *before = &now->parties[p];
        const struct scenario_party *after = &changed->parties[p];
        if (!same_rules || before->scores != after->scores ||
            before->reservation != after->reservation || before->red_lines != after->red_lines ||
            before->red_line_count != after->red_line_count)
            handle->to_each[p] = (struct tally){.is_exact = false};
    }
}

bool entente_scenario_edit(struct entente_scenario *scenario, const char *change,
                           struct entente_error *error)
{
    struct scenario changed;
    struct error inner;
    if (!scenario_change(&scenario->now, str_of(change), scenario->edited, &changed, &inner))
        return answer_error(&inner, error);
    forget(scenario, &changed);
    scenario->now = changed;
    if (arena_bytes(scenario->edited) > 2 * scenario->copied_bytes + ROOM_BYTES)
        move_to_new_arena(scenario);
    return true;
}

static bool answer_scenario(const struct entente_bargain_options *options,
                            struct entente_scenario *handle, struct budget *budget,
                            struct entente_answer *made, struct error *error)
{
    struct solution_request solving = {.without_front = true,
                                       .points_only = !options->counts,
                                       .point_bits = (1u << POINT_KS_MINSPREAD) - 1,
                                       .clashes = &handle->clashes,
                                       .to_each = handle->to_each};
    struct bargain_request request = {
        .draft = options->draft, .explain = options->explain, .solving = &solving};
    struct bargain_answer answer;
    if (options->point && !bargain_point_bits(options->point, &solving.point_bits, error))
        return false;
    if (options->form != ENTENTE_BARGAIN_TEXT && options->form != ENTENTE_BARGAIN_JSON)
        return error_set(error, MISUSE,
                         "a scenario that is tried out has no front to be drawn or "
                         "listed; its answer is text or JSON");
    if (!bargain_find(&request, &handle->now, budget, made->arena, &answer, error))
        return false;
    for (uint32_t p = 0; p < handle->now.party_count && answer.solution->has_counts; p++)
        if (answer.solution->acceptable_to_each[p].is_exact &&
            handle->to_each[p].at_most.length == 0)
            handle->to_each[p] = copy_tally(answer.solution->acceptable_to_each[p], handle->edited);
    made->output = options->form == ENTENTE_BARGAIN_JSON ? bargain_json(&answer, made->arena)
                                                         : bargain_text(&answer, made->arena);
    made->is_no = bargain_answer_is_no(&answer);
    made->is_cut = bargain_answer_is_cut(&answer);
    return true;
}

bool entente_scenario_answer(const struct entente_bargain_options *options,
                             struct entente_scenario *scenario, const struct entente_bounds *bounds,
                             struct entente_answer **answer, struct entente_error *error)
{
    struct entente_bargain_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    struct entente_answer *made = answer_new();
    struct budget budget = bargain_budget(bounds);
    struct error inner;
    if (!answer_scenario(&own, scenario, &budget, made, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}
