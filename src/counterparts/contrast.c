// SPDX-License-Identifier: Apache-2.0
#include "counterparts/contrast.h"

#define RIVAL_PART 480 // per mille that is taken off

// The two best rivals of a point, and whose they are.
struct pair_rivals {
    int32_t best;
    int32_t second;
    uint32_t best_at;
};

static void note_rival(struct pair_rivals *rivals, int32_t strength, uint32_t at)
{
    if (strength > rivals->best) {
        rivals->second = rivals->best;
        rivals->best = strength;
        rivals->best_at = at;
    } else if (strength > rivals->second) {
        rivals->second = strength;
    }
}

static int32_t rival_of(const struct pair_rivals *rivals, uint32_t at)
{
    return rivals->best_at == at ? rivals->second : rivals->best;
}

// A pair's strength as a rival: less the more its point has something better, by the third power of
// their ratio.
static int32_t as_rival(int64_t value, int64_t best)
{
    int64_t ratio = value * 1000 / best;
    return (int32_t)(value * ratio / 1000 * ratio / 1000 * ratio / 1000);
}

struct contrasting {
    const struct pair_grid *grid;
    int32_t *best_of_base; // what speaks for the best pair of each point
    int32_t *best_of_other;
    struct pair_rivals *of_base;
    struct pair_rivals *of_other;
};

static void find_best(struct contrasting *contrasting)
{
    const int32_t *item = contrasting->grid->items;
    for (uint32_t i = 0; i < contrasting->grid->base_count; i++)
        for (uint32_t j = 0; j < contrasting->grid->other_count; j++, item++) {
            if (*item > contrasting->best_of_base[i])
                contrasting->best_of_base[i] = *item;
            if (*item > contrasting->best_of_other[j])
                contrasting->best_of_other[j] = *item;
        }
}

static void find_rivals(struct contrasting *contrasting)
{
    const int32_t *item = contrasting->grid->items;
    for (uint32_t i = 0; i < contrasting->grid->base_count; i++)
        for (uint32_t j = 0; j < contrasting->grid->other_count; j++, item++) {
            if (*item <= 0)
                continue;
            note_rival(&contrasting->of_base[i], as_rival(*item, contrasting->best_of_other[j]), j);
            note_rival(&contrasting->of_other[j], as_rival(*item, contrasting->best_of_base[i]), i);
        }
}

void contrast_take(struct pair_grid *grid)
{
    struct arena *scratch = arena_open();
    struct contrasting contrasting = {
        .grid = grid,
        .best_of_base = ARENA_ARRAY(scratch, int32_t, grid->base_count + 1),
        .best_of_other = ARENA_ARRAY(scratch, int32_t, grid->other_count + 1),
        .of_base = ARENA_ARRAY(scratch, struct pair_rivals, grid->base_count + 1),
        .of_other = ARENA_ARRAY(scratch, struct pair_rivals, grid->other_count + 1)};
    find_best(&contrasting);
    find_rivals(&contrasting);
    int32_t *item = grid->items;
    for (uint32_t i = 0; i < grid->base_count; i++)
        for (uint32_t j = 0; j < grid->other_count; j++, item++)
            if (*item > 0)
                *item -=
                    (rival_of(&contrasting.of_base[i], j) + rival_of(&contrasting.of_other[j], i)) *
                    RIVAL_PART / 1000;
    arena_close(scratch);
}
