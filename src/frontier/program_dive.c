// SPDX-License-Identifier: Apache-2.0
#include "frontier/program_dive.h"

#include <math.h>
#include <stdlib.h>

#define TURNING_OPTIONS 5000u // with more, no copy is kept to turn back to

struct rated {
    double rate;
    uint32_t option;
};

static int by_rate(const void *a, const void *b)
{
    const struct rated *left = a;
    const struct rated *right = b;
    if (left->rate != right->rate)
        return left->rate > right->rate ? -1 : 1;
    return left->option < right->option ? -1 : left->option > right->option;
}

// What the option gives, each measure by its largest value, so that all weigh alike.
static double rate_of(const struct choice_program *program, const struct measures *measures,
                      const double *largest, uint32_t option)
{
    double rate = 0;
    for (uint32_t m = 0; m < measures->count; m++)
        if (largest[m] > 0)
            rate += (double)measures->values[(size_t)m * program->option_count + option] /
                    (largest[m] * measures->count);
    return rate;
}

static struct rated *rate_all(const struct choice_program *program, const struct measures *measures,
                              const double *mixture, struct arena *work)
{
    struct rated *rated = ARENA_ARRAY(work, struct rated, program->option_count);
    double *largest = ARENA_ARRAY(work, double, measures->count);
    for (uint32_t m = 0; m < measures->count; m++)
        for (uint32_t o = 0; o < program->option_count; o++) {
            double value = fabs((double)measures->values[(size_t)m * program->option_count + o]);
            largest[m] = value > largest[m] ? value : largest[m];
        }
    for (uint32_t o = 0; o < program->option_count; o++)
        rated[o] = (struct rated){4 * mixture[o] + rate_of(program, measures, largest, o), o};
    qsort(rated, program->option_count, sizeof *rated, by_rate);
    return rated;
}

// Takes one option; false when that leaves nothing.
static bool take(const struct choice_program *program, struct choices_left *left, uint32_t option)
{
    uint32_t issue = program->issue_of[option];
    for (uint32_t o = program->first[issue]; o < program->first[issue + 1]; o++)
        if (o != option && !left->is_out[o])
            choices_left_drop(left, o);
    return choices_left_follow(left);
}

static void read_single(const struct choices_left *left, uint32_t *outcome)
{
    const struct choice_program *program = left->program;
    for (uint32_t i = 0; i < program->issue_count; i++) {
        outcome[i] = program->first[i];
        while (left->is_out[outcome[i]])
            outcome[i]++;
    }
}

bool program_dive(const struct choice_program *program, const struct choices_left *all,
                  const struct measures *measures, const double *mixture, uint32_t *outcome)
{
    struct arena *work = arena_open();
    const struct rated *rated = rate_all(program, measures, mixture, work);
    bool can_turn = program->option_count <= TURNING_OPTIONS;
    struct choices_left left = choices_left_room(program, work);
    struct choices_left before = choices_left_room(program, work);
    choices_left_copy(&left, all);
    bool done = !all->is_empty;
    for (uint32_t r = 0; r < program->option_count && done; r++) {
        uint32_t option = rated[r].option;
        if (left.is_out[option] || left.left[program->issue_of[option]] < 2)
            continue;
        if (can_turn)
            choices_left_copy(&before, &left);
        done = take(program, &left, option);
        if (done || !can_turn)
            continue;
        choices_left_copy(&left, &before);
        choices_left_drop(&left, option);
        done = choices_left_follow(&left);
    }
    if (done)
        read_single(&left, outcome);
    arena_close(work);
    return done;
}
