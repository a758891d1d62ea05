// SPDX-License-Identifier: Apache-2.0
#include "counterparts/counterparts.h"

#include "base/list.h"
#include "base/names.h"

#include "counterparts/contrast.h"
#include "counterparts/place_hint.h"
#include "counterparts/sentence_pairs.h"
#include "counterparts/similarity.h"

// Borders, per mille, that were chosen on the pairs of tests/counterparts.
#define SURE_CONTRAST 280
#define LIKELY_CONTRAST 190
#define POSSIBLE_CONTRAST 90
#define LEARN_CONTRAST 177 // answers that the order is learned from
#define LEAST_WORDS 80     // of what words must say for more than "possible"
#define LEAST_OWN 250      // of what a joined or split point's part says beside the rest
#define ORDER_GAIN 150u    // for standing at the same place of the texts
#define PLACE_TOLD 60      // a place that gave so much is told
#define ROUNDS 2           // of learning the order: the second knows more answers

struct pair_choice {
    const struct subjects *subjects;
    uint32_t other;
    struct text_similarity similarity;
    struct pair_grid grid;
    struct place_hint hint;
    struct arena *scratch;
};

static uint32_t score_at(const struct pair_choice *choice, uint32_t i, uint32_t j)
{
    return choice->similarity.scores[(size_t)i * choice->grid.other_count + j];
}

static int32_t place_gain(const struct pair_choice *choice, uint32_t i, uint32_t j)
{
    size_t at = (size_t)i * choice->grid.other_count + j;
    return choice->hint.gains ? choice->hint.gains[at] : 0;
}

static void fill_grid(struct pair_choice *choice)
{
    int32_t *item = choice->grid.items;
    for (uint32_t i = 0; i < choice->grid.base_count; i++)
        for (uint32_t j = 0; j < choice->grid.other_count; j++, item++) {
            int32_t strength = (int32_t)score_at(choice, i, j) + place_gain(choice, i, j);
            *item = strength > 0 ? strength : 0;
        }
    contrast_take(&choice->grid);
}

// The first of the best answers of a point of the base; the other text has points.
static uint32_t best_of_row(const struct pair_grid *grid, uint32_t i)
{
    const int32_t *row = grid->items + (size_t)i * grid->other_count;
    uint32_t best = 0;
    for (uint32_t j = 1; j < grid->other_count; j++)
        best = row[j] > row[best] ? j : best;
    return best;
}

// The best answer of each point of the base, where it stands out.
static const uint32_t *certain_answers(const struct pair_choice *choice)
{
    const struct pair_grid *grid = &choice->grid;
    uint32_t *answers = ARENA_ARRAY(choice->scratch, uint32_t, grid->base_count + 1);
    const int32_t *row = grid->items;
    for (uint32_t i = 0; i < grid->base_count; i++, row += grid->other_count) {
        uint32_t best = best_of_row(grid, i);
        bool is_certain = grid->other_count > 0 && row[best] >= LEARN_CONTRAST;
        answers[i] = is_certain ? best : PLACE_NONE;
    }
    return answers;
}

static void contrast_pairs(struct pair_choice *choice)
{
    fill_grid(choice);
    for (int round = 0; round < ROUNDS; round++) {
        place_hint_learn(&choice->similarity, certain_answers(choice), choice->scratch,
                         &choice->hint);
        if (choice->hint.gains)
            fill_grid(choice);
    }
}

// What hardly a word says is merely possible; a sentence that stands out makes its point do so.
static int32_t settled(const struct pair_choice *choice, const struct pair_grid *sentences,
                       uint32_t i, uint32_t j)
{
    size_t at = (size_t)i * choice->grid.other_count + j;
    int32_t contrast = choice->grid.items[at];
    if (score_at(choice, i, j) < LEAST_WORDS / 2)
        return 0;
    if (score_at(choice, i, j) < LEAST_WORDS)
        return contrast < LIKELY_CONTRAST ? contrast : LIKELY_CONTRAST - 1;
    return sentences->items[at] > contrast ? sentences->items[at] : contrast;
}

static struct str name_of(const struct pair_choice *choice, uint32_t text, uint32_t point)
{
    return choice->subjects->texts[text].items[point].name;
}

// The place as a reason: the neighbour whose answer is the other's neighbour too.
static void add_place(const struct pair_choice *choice, struct arena *arena,
                      struct counterpart *pair)
{
    if (place_gain(choice, pair->base, pair->other) < PLACE_TOLD)
        return;
    struct place_neighbours near = choice->hint.neighbours[pair->base];
    bool is_behind = near.before != PLACE_NONE;
    uint32_t by = is_behind ? near.before : near.behind;
    const char *how = is_behind ? "stands behind" : "stands before";
    struct carried_word *carriers = ARENA_ARRAY(arena, struct carried_word, CARRIERS_MAX);
    uint32_t count = pair->carrier_count < CARRIERS_MAX ? pair->carrier_count : CARRIERS_MAX - 1;
    for (uint32_t c = 0; c < count; c++)
        carriers[c] = pair->carriers[c];
    carriers[count] = (struct carried_word){
        .base = arena_print(arena, "%s %.*s", how, STR_ARGS(name_of(choice, 0, by))),
        .other = arena_print(arena, "%s %.*s", how,
                             STR_ARGS(name_of(choice, choice->other, choice->hint.answers[by])))};
    pair->carriers = carriers;
    pair->carrier_count = count + 1;
}

static void keep(const struct pair_choice *choice, uint32_t i, uint32_t j, int32_t contrast,
                 struct arena *arena, struct list *kept)
{
    struct counterpart *pair = LIST_ADD(kept, struct counterpart);
    *pair = (struct counterpart){.base = i, .other = j, .score = score_at(choice, i, j)};
    pair->certainty = contrast >= SURE_CONTRAST     ? CERTAINTY_SURE
                      : contrast >= LIKELY_CONTRAST ? CERTAINTY_LIKELY
                                                    : CERTAINTY_POSSIBLE;
    similarity_carry(&choice->similarity, arena, pair);
    add_place(choice, arena, pair);
    if (pair->carrier_count > 0)
        return;
    struct carried_word *same = ARENA_NEW(arena, struct carried_word);
    *same = (struct carried_word){.base = STR("the same words"), .other = STR("the same words")};
    pair->carriers = same;
    pair->carrier_count = 1;
}

// The point of the other text that says the same, word for word, as each of the base. Of several alike as
// many must stand in both texts: then they go in their order.
static const uint32_t *find_twins(const struct pair_choice *choice)
{
    const struct provisions *base = &choice->subjects->texts[0];
    const struct provisions *other = &choice->subjects->texts[choice->other];
    struct arena *scratch = choice->scratch;
    struct names *texts = names_make(scratch);
    uint32_t *twins = ARENA_ARRAY(scratch, uint32_t, base->count + 1);
    uint32_t *counts = ARENA_ARRAY(scratch, uint32_t, base->count + 1);
    struct list *places = ARENA_ARRAY(scratch, struct list, base->count + 1);
    for (uint32_t i = 0; i < base->count; i++) {
        uint32_t number = names_add(texts, base->items[i].text);
        if (counts[number]++ == 0)
            places[number] = LIST_MAKE(scratch, uint32_t);
    }
    for (uint32_t j = 0; j < other->count; j++) {
        uint32_t number = names_find(texts, other->items[j].text);
        if (number != NAMES_NONE)
            *LIST_ADD(&places[number], uint32_t) = j;
    }
    uint32_t *taken = ARENA_ARRAY(scratch, uint32_t, base->count + 1);
    for (uint32_t i = 0; i < base->count; i++) {
        uint32_t number = names_find(texts, base->items[i].text);
        bool has_twin = base->items[i].text.length > 0 && places[number].count == counts[number];
        twins[i] = has_twin ? *LIST_AT(&places[number], uint32_t, taken[number]++) : PLACE_NONE;
    }
    return twins;
}

// The best answer of each point, of both texts.
struct best_answers {
    uint32_t *of_base;
    uint32_t *of_other;
};

static struct best_answers best_answers(const struct pair_choice *choice)
{
    const struct pair_grid *grid = &choice->grid;
    struct best_answers best = {ARENA_ARRAY(choice->scratch, uint32_t, grid->base_count + 1),
                                ARENA_ARRAY(choice->scratch, uint32_t, grid->other_count + 1)};
    for (uint32_t i = 0; i < grid->base_count; i++) {
        const int32_t *row = grid->items + (size_t)i * grid->other_count;
        best.of_base[i] = best_of_row(grid, i);
        for (uint32_t j = 0; j < grid->other_count; j++)
            if (row[j] > grid->items[(size_t)best.of_other[j] * grid->other_count + j])
                best.of_other[j] = i;
    }
    return best;
}

// Whether a pair may be asserted beside the best answers of its two points. Where both have a better
// one, what the two share is no part of either; where one has, the pair is part of a joined or split
// point by words of its own.
static bool stands_beside_best(const struct pair_choice *choice, const struct best_answers *best,
                               uint32_t i, uint32_t j)
{
    bool is_best_of_base = best->of_base[i] == j;
    bool is_best_of_other = best->of_other[j] == i;
    if (is_best_of_base && is_best_of_other)
        return true;
    if (!is_best_of_base && !is_best_of_other)
        return false;
    uint32_t rival = is_best_of_base ? best->of_other[j] : best->of_base[i];
    return similarity_own(&choice->similarity, i, j, rival, is_best_of_base) >= LEAST_OWN;
}

static void keep_those_that_stand_out(struct pair_choice *choice, struct arena *arena,
                                      struct list *kept)
{
    struct best_answers best = best_answers(choice);
    struct pair_grid sentences =
        sentence_pairs_find(choice->subjects, choice->other, choice->scratch);
    const uint32_t *twins = find_twins(choice);
    for (uint32_t i = 0; i < choice->grid.base_count; i++)
        for (uint32_t j = 0; j < choice->grid.other_count; j++) {
            int32_t contrast = settled(choice, &sentences, i, j);
            if (twins[i] == j && contrast < SURE_CONTRAST)
                contrast = SURE_CONTRAST;
            if (contrast >= LIKELY_CONTRAST && !stands_beside_best(choice, &best, i, j))
                contrast = LIKELY_CONTRAST - 1;
            if (contrast >= POSSIBLE_CONTRAST)
                keep(choice, i, j, contrast, arena, kept);
        }
}

static struct subject_row row_of(const struct subjects *subjects, uint32_t text,
                                 struct arena *arena)
{
    uint32_t count = subjects->texts[text].count;
    const struct subject **items = ARENA_ARRAY(arena, const struct subject *, count + 1);
    for (uint32_t i = 0; i < count; i++)
        items[i] = &subjects->of[text][i];
    return (struct subject_row){items, count};
}

bool counterparts_find(const struct subjects *subjects, uint32_t other, struct budget *budget,
                       struct arena *arena, struct counterparts *found, struct error *error)
{
    struct pair_grid grid = {.base_count = subjects->texts[0].count,
                             .other_count = subjects->texts[other].count};
    uint64_t pairs = (uint64_t)grid.base_count * grid.other_count;
    if (!budget_spend(budget, pairs))
        return budget_stopped(error);
    struct arena *scratch = arena_open();
    grid.items = ARENA_ARRAY(scratch, int32_t, pairs + 1);
    struct pair_choice choice = {
        .subjects = subjects, .other = other, .grid = grid, .scratch = scratch};
    similarity_make(subjects->table, row_of(subjects, 0, scratch), row_of(subjects, other, scratch),
                    ORDER_GAIN, scratch, &choice.similarity);
    contrast_pairs(&choice);
    struct list kept = LIST_MAKE(arena, struct counterpart);
    keep_those_that_stand_out(&choice, arena, &kept);
    *found = (struct counterparts){LIST_ITEMS(&kept, struct counterpart), (uint32_t)kept.count};
    arena_close(scratch);
    return true;
}
