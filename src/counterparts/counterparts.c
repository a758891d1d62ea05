// SPDX-License-Identifier: Apache-2.0
#include "counterparts/counterparts.h"

// A pair is as certain as its likeness stands out from that of the next best pairs of either point: both
// are taken off it in part. Borders, per mille, that were chosen on the pairs of tests/counterparts.
#define RIVAL_PART 400u
#define SURE_CONTRAST 150
#define LIKELY_CONTRAST 90
#define POSSIBLE_CONTRAST 30

// The scores of the two best pairs of a point.
struct point_scores {
    uint32_t best;
    uint32_t second;
};

struct pair_choice {
    const struct counterpart *pairs;
    uint32_t pair_count;
    struct point_scores *of_base;
    struct point_scores *of_other;
};

static int by_place(const void *a, const void *b)
{
    const struct counterpart *x = a;
    const struct counterpart *y = b;
    if (x->base != y->base)
        return x->base < y->base ? -1 : 1;
    return (x->other > y->other) - (x->other < y->other);
}

static void note_standing(struct point_scores *standing, uint32_t score)
{
    if (score > standing->best) {
        standing->second = standing->best;
        standing->best = score;
    } else if (score > standing->second) {
        standing->second = score;
    }
}

static void note_standings(struct pair_choice *choosing)
{
    for (uint32_t k = 0; k < choosing->pair_count; k++) {
        const struct counterpart *pair = &choosing->pairs[k];
        note_standing(&choosing->of_base[pair->base], pair->score);
        note_standing(&choosing->of_other[pair->other], pair->score);
    }
}

static uint32_t rival_of(const struct point_scores *standing, uint32_t score)
{
    return score == standing->best ? standing->second : standing->best;
}

static int64_t contrast_of(const struct pair_choice *choosing, const struct counterpart *pair)
{
    uint32_t rivals = rival_of(&choosing->of_base[pair->base], pair->score) +
                      rival_of(&choosing->of_other[pair->other], pair->score);
    return (int64_t)pair->score - (int64_t)rivals * RIVAL_PART / 1000;
}

static void keep_certain(const struct pair_choice *choosing, struct list *kept)
{
    for (uint32_t k = 0; k < choosing->pair_count; k++) {
        int64_t contrast = contrast_of(choosing, &choosing->pairs[k]);
        if (contrast < POSSIBLE_CONTRAST)
            continue;
        struct counterpart *pair = LIST_ADD(kept, struct counterpart);
        *pair = choosing->pairs[k];
        pair->certainty = contrast >= SURE_CONTRAST     ? CERTAINTY_SURE
                          : contrast >= LIKELY_CONTRAST ? CERTAINTY_LIKELY
                                                        : CERTAINTY_POSSIBLE;
    }
}

bool counterparts_find(const struct subjects *subjects, uint32_t other, struct budget *budget,
                       struct arena *arena, struct counterparts *found, struct error *error)
{
    struct list pairs;
    if (!scored_pairs_find(subjects, other, budget, arena, &pairs, error))
        return false;
    struct arena *scratch = arena_open();
    struct pair_choice choosing = {
        .pairs = LIST_ITEMS(&pairs, struct counterpart),
        .pair_count = (uint32_t)pairs.count,
        .of_base = ARENA_ARRAY(scratch, struct point_scores, subjects->texts[0].count + 1),
        .of_other = ARENA_ARRAY(scratch, struct point_scores, subjects->texts[other].count + 1),
    };
    struct list kept = LIST_MAKE(arena, struct counterpart);
    note_standings(&choosing);
    keep_certain(&choosing, &kept);
    list_sort(&kept, by_place);
    scored_pairs_carry(subjects, other, arena, LIST_ITEMS(&kept, struct counterpart),
                       (uint32_t)kept.count);
    *found = (struct counterparts){LIST_ITEMS(&kept, struct counterpart), (uint32_t)kept.count};
    arena_close(scratch);
    return true;
}
