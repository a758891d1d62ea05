// SPDX-License-Identifier: Apache-2.0
#include "frontier/program_cuts.h"

#include <stdlib.h>
#include <string.h>

#define BROKEN 1e-4
#define PART 1e-6
#define ROWS_AT_ONCE 40u
#define CIRCLE_MAX 41u // options round a circle

static unsigned add_broken(struct choice_program *program, struct blend *blend,
                           const double *mixture)
{
    unsigned added = 0;
    for (size_t r = 0; r < program->rules.count && added < ROWS_AT_ONCE; r++) {
        const struct packing_rule *rule = LIST_AT(&program->rules, struct packing_rule, r);
        double sum = 0;
        for (uint32_t i = 0; i < rule->count; i++)
            sum += mixture[rule->options[i]];
        if (sum > rule->most + BROKEN)
            added += blend_add_rule(blend, (uint32_t)r);
    }
    return added;
}

// Looks for a shortest way round an odd circle of foes: an option stands twice, reached by an even and
// by an odd number of steps, and a step between two foes costs what they leave of one whole.
struct circles {
    struct choice_program *program;
    const double *mixture;
    double *cost;     // by place: of the way to it; places are 2 × option + parity
    uint32_t *before; // by place
    bool *is_done;
    uint32_t *heap; // places, the cheapest first
    uint32_t *at;   // by place: where it stands in the heap, from 1; 0: nowhere
    uint32_t count;
    uint32_t *touched; // places with a cost
    uint32_t touched_count;
    unsigned added;
};

static void sift_up(struct circles *circles, uint32_t i)
{
    uint32_t place = circles->heap[i];
    while (i > 1 && circles->cost[circles->heap[i / 2]] > circles->cost[place]) {
        circles->heap[i] = circles->heap[i / 2];
        circles->at[circles->heap[i]] = i;
        i /= 2;
    }
    circles->heap[i] = place;
    circles->at[place] = i;
}

static uint32_t pop(struct circles *circles)
{
    uint32_t top = circles->heap[1];
    uint32_t last = circles->heap[circles->count--];
    uint32_t i = 1;
    circles->at[top] = 0;
    if (circles->count == 0)
        return top;
    for (;;) {
        uint32_t child = 2 * i;
        if (child > circles->count)
            break;
        if (child < circles->count &&
            circles->cost[circles->heap[child + 1]] < circles->cost[circles->heap[child]])
            child++;
        if (circles->cost[circles->heap[child]] >= circles->cost[last])
            break;
        circles->heap[i] = circles->heap[child];
        circles->at[circles->heap[i]] = i;
        i = child;
    }
    circles->heap[i] = last;
    circles->at[last] = i;
    return top;
}

static void reach(struct circles *circles, uint32_t place, uint32_t from, double cost)
{
    if (circles->is_done[place] || cost >= 1 - BROKEN ||
        (circles->at[place] != 0 && circles->cost[place] <= cost))
        return;
    if (circles->at[place] == 0) {
        circles->heap[++circles->count] = place;
        circles->at[place] = circles->count;
        circles->touched[circles->touched_count++] = place;
    }
    circles->cost[place] = cost;
    circles->before[place] = from;
    sift_up(circles, circles->at[place]);
}

static void forget(struct circles *circles)
{
    for (uint32_t i = 0; i < circles->touched_count; i++) {
        circles->at[circles->touched[i]] = 0;
        circles->is_done[circles->touched[i]] = false;
    }
    circles->touched_count = 0;
    circles->count = 0;
}

static int by_number(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a;
    uint32_t right = *(const uint32_t *)b;
    return left < right ? -1 : left > right;
}

static bool is_known(const struct choice_program *program, const uint32_t *options, uint32_t count)
{
    for (size_t r = program->own_rule_count; r < program->rules.count; r++) {
        const struct packing_rule *rule = LIST_AT(&program->rules, struct packing_rule, r);
        if (rule->count == count && memcmp(rule->options, options, count * sizeof *options) == 0)
            return true;
    }
    return false;
}

// The way back from the odd place of an option to its even one is a circle, unless an option comes
// twice: then a shorter circle is found from elsewhere.
static void take_circle(struct circles *circles, uint32_t start)
{
    struct choice_program *program = circles->program;
    uint32_t options[CIRCLE_MAX] = {0};
    uint32_t count = 0;
    for (uint32_t place = 2 * start + 1; place != 2 * start; place = circles->before[place]) {
        if (count == CIRCLE_MAX)
            return;
        options[count++] = place / 2;
    }
    qsort(options, count, sizeof *options, by_number);
    for (uint32_t i = 1; i < count; i++)
        if (options[i] == options[i - 1])
            return;
    if (is_known(program, options, count) ||
        program->rules.count >= program->own_rule_count + CUTS_MOST)
        return;
    uint32_t *kept = ARENA_ARRAY(program->arena, uint32_t, count);
    memcpy(kept, options, count * sizeof *kept);
    *LIST_ADD(&program->rules, struct packing_rule) =
        (struct packing_rule){kept, count, (count - 1) / 2};
    circles->added++;
}

static void circle_from(struct circles *circles, uint32_t start)
{
    const struct choice_program *program = circles->program;
    reach(circles, 2 * start, 2 * start, 0);
    while (circles->count > 0) {
        uint32_t place = pop(circles);
        uint32_t option = place / 2;
        circles->is_done[place] = true;
        if (place == 2 * start + 1) {
            take_circle(circles, start);
            break;
        }
        for (uint32_t f = program->foes_first[option]; f < program->foes_first[option + 1]; f++) {
            uint32_t foe = program->foes[f];
            double rest = 1 - circles->mixture[option] - circles->mixture[foe];
            if (circles->mixture[foe] > PART && circles->mixture[foe] < 1 - PART)
                reach(circles, 2 * foe + 1 - place % 2, place,
                      circles->cost[place] + (rest > 0 ? rest : 0));
        }
    }
    forget(circles);
}

static unsigned find_circles(struct choice_program *program, const double *mixture)
{
    if (program->foes_first[program->option_count] == 0)
        return 0;
    struct arena *work = arena_open();
    size_t places = 2 * (size_t)program->option_count;
    struct circles circles = {.program = program,
                              .mixture = mixture,
                              .cost = ARENA_ARRAY(work, double, places),
                              .before = ARENA_ARRAY(work, uint32_t, places),
                              .is_done = ARENA_ARRAY(work, bool, places),
                              .heap = ARENA_ARRAY(work, uint32_t, places + 2),
                              .at = ARENA_ARRAY(work, uint32_t, places),
                              .touched = ARENA_ARRAY(work, uint32_t, places + 1)};
    for (uint32_t o = 0; o < program->option_count && circles.added < ROWS_AT_ONCE; o++)
        if (mixture[o] > PART && mixture[o] < 1 - PART)
            circle_from(&circles, o);
    arena_close(work);
    return circles.added;
}

bool program_cuts_add(struct choice_program *program, struct blend *blend, const double *mixture,
                      bool thorough)
{
    unsigned added = add_broken(program, blend, mixture);
    if (added == 0 && thorough && find_circles(program, mixture) > 0)
        added = add_broken(program, blend, mixture);
    return added > 0;
}
