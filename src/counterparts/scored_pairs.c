// SPDX-License-Identifier: Apache-2.0
#include "counterparts/scored_pairs.h"

#define LEAST_SCORE 50u  // what is less is not looked at
#define ORDER_GAIN 150u  // per mille at most, for standing at the same place of the text
#define SMALLER_PART 60u // hundredths of a pair's size that come from its smaller point
#define ALIKE_PART 60u   // hundredths that a word counts that only begins alike
#define CANDIDATES_MAX 24u

struct pair_scoring {
    const struct subjects *subjects;
    uint32_t other;
    struct arena *arena;
    // Of the base point at hand: its words by stem and row, as index + 1.
    uint32_t *by_stem;
    uint32_t *by_row;
    // Points of the other text by stem and by row.
    struct list *points_of_stem; // uint32_t
    struct list *points_of_row;
    uint32_t *seen; // by point of the other text: the base point that looked at it last, + 1
    uint32_t *best; // by word of the base point: what carries it best
    uint32_t *best_in_other; // and by which word of the other
    struct list pairs;       // struct counterpart
};

static const struct subject *subject_of(const struct pair_scoring *matching, uint32_t text,
                                        uint32_t i)
{
    return &matching->subjects->of[text][i];
}

static void list_points(struct pair_scoring *matching)
{
    const struct subjects *all = matching->subjects;
    matching->points_of_stem = ARENA_ARRAY(matching->arena, struct list, all->stem_count);
    matching->points_of_row = ARENA_ARRAY(matching->arena, struct list, all->row_count);
    for (uint32_t s = 0; s < all->stem_count; s++)
        matching->points_of_stem[s] = LIST_MAKE(matching->arena, uint32_t);
    for (uint32_t r = 0; r < all->row_count; r++)
        matching->points_of_row[r] = LIST_MAKE(matching->arena, uint32_t);
    for (uint32_t j = 0; j < all->texts[matching->other].count; j++) {
        const struct subject *subject = subject_of(matching, matching->other, j);
        for (uint32_t w = 0; w < subject->count; w++) {
            *LIST_ADD(&matching->points_of_stem[subject->words[w].stem], uint32_t) = j;
            for (uint32_t r = 0; r < subject->words[w].row_count; r++)
                *LIST_ADD(&matching->points_of_row[subject->words[w].rows[r]], uint32_t) = j;
        }
    }
}

static void mark_words(struct pair_scoring *matching, const struct subject *subject, bool is_on)
{
    for (uint32_t w = subject->count; w-- > 0;) {
        const struct subject_word *word = &subject->words[w];
        matching->by_stem[word->stem] = is_on ? w + 1 : 0;
        for (uint32_t r = 0; r < word->row_count; r++)
            matching->by_row[word->rows[r]] = is_on ? w + 1 : 0;
    }
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

// What two related words carry: less when one of them is general, and hardly a thing when both are.
static uint32_t related_weight(const struct pair_scoring *matching, const struct subject_word *a,
                               const struct subject_word *b, uint32_t row)
{
    static const uint32_t parts[] = {95, 50, 25}; // hundredths, by how many are general
    uint32_t weight = least(least(a->rarity, b->rarity), matching->subjects->row_weights[row]);
    weight = weight * parts[a->is_general + b->is_general] / 100;
    return row < matching->subjects->table_rows ? weight : weight * ALIKE_PART / 100;
}

// The word of the base point that goes best with a word of the other, and what that carries.
static uint32_t carried(const struct pair_scoring *matching, const struct subject *base,
                        const struct subject_word *word, uint32_t *at)
{
    uint32_t same = matching->by_stem[word->stem];
    uint32_t most = 0;
    if (same > 0) {
        *at = same - 1;
        most = least(word->weight, base->words[*at].weight);
    }
    for (uint32_t r = 0; r < word->row_count; r++) {
        uint32_t marked = matching->by_row[word->rows[r]];
        if (marked == 0)
            continue;
        uint32_t weight = related_weight(matching, word, &base->words[marked - 1], word->rows[r]);
        if (weight > most) {
            most = weight;
            *at = marked - 1;
        }
    }
    return most;
}

// How much of the two points is in both: twice the weight of the shared words, those of the other's
// counted once by the base's words and once by its own.
static uint32_t shared_weight(struct pair_scoring *matching, const struct subject *base,
                              const struct subject *other)
{
    uint32_t shared = 0;
    for (uint32_t w = 0; w < base->count; w++)
        matching->best[w] = 0;
    for (uint32_t w = 0; w < other->count; w++) {
        uint32_t at = 0;
        uint32_t weight = carried(matching, base, &other->words[w], &at);
        shared += weight;
        if (weight > matching->best[at]) {
            matching->best[at] = weight;
            matching->best_in_other[at] = w;
        }
    }
    for (uint32_t w = 0; w < base->count; w++)
        shared += matching->best[w];
    return shared;
}

static uint32_t order_gain(const struct pair_scoring *matching, uint32_t i, uint32_t j)
{
    const struct provisions *texts = matching->subjects->texts;
    uint64_t here = (uint64_t)i * 1000 / texts[0].count;
    uint64_t there = (uint64_t)j * 1000 / texts[matching->other].count;
    uint64_t apart = here > there ? here - there : there - here;
    return (uint32_t)((1000 - apart) * ORDER_GAIN / 1000);
}

static uint32_t score_of(struct pair_scoring *matching, uint32_t i, uint32_t j)
{
    const struct subject *base = subject_of(matching, 0, i);
    const struct subject *other = subject_of(matching, matching->other, j);
    uint64_t shared = shared_weight(matching, base, other);
    uint64_t small = least(base->weight, other->weight);
    uint64_t large = base->weight + (uint64_t)other->weight - small;
    uint64_t fair = (SMALLER_PART * small + (100 - SMALLER_PART) * large) / 100 +
                    matching->subjects->weight_max;
    uint64_t score = shared * 500 / fair;
    score = score * (1000 + order_gain(matching, i, j)) / 1000;
    return score > 1000 ? 1000 : (uint32_t)score;
}

static int by_carried(const void *a, const void *b)
{
    const struct carried_word *x = a;
    const struct carried_word *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return (x->base.bytes > y->base.bytes) - (x->base.bytes < y->base.bytes);
}

// The words that carried the score just made.
static void keep_carriers(struct pair_scoring *matching, struct counterpart *pair)
{
    const struct subject *base = subject_of(matching, 0, pair->base);
    const struct subject *other = subject_of(matching, matching->other, pair->other);
    struct list carriers = LIST_MAKE(matching->arena, struct carried_word);
    for (uint32_t w = 0; w < base->count; w++)
        if (matching->best[w] > 0)
            *LIST_ADD(&carriers, struct carried_word) = (struct carried_word){
                base->words[w].said, other->words[matching->best_in_other[w]].said,
                matching->best[w]};
    list_sort(&carriers, by_carried);
    pair->carriers = LIST_ITEMS(&carriers, struct carried_word);
    pair->carrier_count = least((uint32_t)carriers.count, CARRIERS_MAX);
}

static void look_at(struct pair_scoring *matching, uint32_t i, uint32_t j)
{
    if (matching->seen[j] == i + 1)
        return;
    matching->seen[j] = i + 1;
    uint32_t score = score_of(matching, i, j);
    if (score < LEAST_SCORE)
        return;
    *LIST_ADD(&matching->pairs, struct counterpart) =
        (struct counterpart){.base = i, .other = j, .score = score};
}

static bool is_telling(const struct pair_scoring *matching, size_t points)
{
    size_t all = matching->subjects->texts[matching->other].count;
    return points <= CANDIDATES_MAX || points * 32 <= all;
}

static void look_around(struct pair_scoring *matching, uint32_t i)
{
    const struct subject *base = subject_of(matching, 0, i);
    mark_words(matching, base, true);
    for (uint32_t w = 0; w < base->count; w++) {
        const struct subject_word *word = &base->words[w];
        const struct list *points = &matching->points_of_stem[word->stem];
        for (size_t k = 0; is_telling(matching, points->count) && k < points->count; k++)
            look_at(matching, i, *LIST_AT(points, uint32_t, k));
        for (uint32_t r = 0; r < word->row_count; r++) {
            points = &matching->points_of_row[word->rows[r]];
            for (size_t k = 0; is_telling(matching, points->count) && k < points->count; k++)
                look_at(matching, i, *LIST_AT(points, uint32_t, k));
        }
    }
    mark_words(matching, base, false);
}

static uint32_t most_words(const struct pair_scoring *matching)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < matching->subjects->texts[0].count; i++)
        if (subject_of(matching, 0, i)->count > most)
            most = subject_of(matching, 0, i)->count;
    return most;
}

static void start(struct pair_scoring *matching, struct arena *scratch)
{
    const struct subjects *subjects = matching->subjects;
    matching->by_stem = ARENA_ARRAY(scratch, uint32_t, subjects->stem_count);
    matching->by_row = ARENA_ARRAY(scratch, uint32_t, subjects->row_count);
    matching->seen = ARENA_ARRAY(scratch, uint32_t, subjects->texts[matching->other].count);
    matching->best = ARENA_ARRAY(scratch, uint32_t, most_words(matching) + 1);
    matching->best_in_other = ARENA_ARRAY(scratch, uint32_t, most_words(matching) + 1);
}

bool scored_pairs_find(const struct subjects *subjects, uint32_t other, struct budget *budget,
                       struct arena *arena, struct list *pairs, struct error *error)
{
    struct arena *scratch = arena_open();
    struct pair_scoring matching = {.subjects = subjects,
                                    .other = other,
                                    .arena = scratch,
                                    .pairs = LIST_MAKE(arena, struct counterpart)};
    list_points(&matching);
    start(&matching, scratch);
    bool done = true;
    for (uint32_t i = 0; done && i < subjects->texts[0].count; i++) {
        look_around(&matching, i);
        done = budget_spend(budget, subjects->texts[other].count) || budget_stopped(error);
    }
    arena_close(scratch);
    if (done)
        *pairs = matching.pairs;
    return done;
}

void scored_pairs_carry(const struct subjects *subjects, uint32_t other, struct arena *arena,
                        struct counterpart *pairs, uint32_t count)
{
    struct arena *scratch = arena_open();
    struct pair_scoring matching = {.subjects = subjects, .other = other, .arena = arena};
    start(&matching, scratch);
    for (uint32_t k = 0; k < count; k++) {
        const struct subject *base = subject_of(&matching, 0, pairs[k].base);
        mark_words(&matching, base, true);
        shared_weight(&matching, base, subject_of(&matching, other, pairs[k].other));
        keep_carriers(&matching, &pairs[k]);
        mark_words(&matching, base, false);
    }
    arena_close(scratch);
}
