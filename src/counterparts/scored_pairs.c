// SPDX-License-Identifier: Apache-2.0
#include "counterparts/scored_pairs.h"

#define LEAST_SCORE 50u  // what is less is not looked at
#define ORDER_GAIN 150u  // per mille at most, for standing at the same place of the text
#define SMALLER_PART 60u // hundredths of a pair's size that come from its smaller point
#define ALIKE_PART 60u   // hundredths that a word counts that only begins alike
#define CANDIDATES_MAX 24u
#define MET_MAX 64u

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
    uint32_t *evidence; // by point of the other text, of the base point at hand: what meets the eye
    struct list met;    // uint32_t: points of the other text that have any
    uint32_t *best;     // by word of the base point: what carries it best
    uint32_t *best_in_other; // and by which word of the other
    struct list pairs;       // struct counterpart
};

static const struct subject *subject_of(const struct pair_scoring *scoring, uint32_t text,
                                        uint32_t i)
{
    return &scoring->subjects->of[text][i];
}

static void list_points(struct pair_scoring *scoring)
{
    const struct subjects *all = scoring->subjects;
    scoring->points_of_stem = ARENA_ARRAY(scoring->arena, struct list, all->stem_count);
    scoring->points_of_row = ARENA_ARRAY(scoring->arena, struct list, all->row_count);
    for (uint32_t s = 0; s < all->stem_count; s++)
        scoring->points_of_stem[s] = LIST_MAKE(scoring->arena, uint32_t);
    for (uint32_t r = 0; r < all->row_count; r++)
        scoring->points_of_row[r] = LIST_MAKE(scoring->arena, uint32_t);
    for (uint32_t j = 0; j < all->texts[scoring->other].count; j++) {
        const struct subject *subject = subject_of(scoring, scoring->other, j);
        for (uint32_t w = 0; w < subject->count; w++) {
            *LIST_ADD(&scoring->points_of_stem[subject->words[w].stem], uint32_t) = j;
            for (uint32_t r = 0; r < subject->words[w].row_count; r++)
                *LIST_ADD(&scoring->points_of_row[subject->words[w].rows[r]], uint32_t) = j;
        }
    }
}

static void mark_words(struct pair_scoring *scoring, const struct subject *subject, bool is_on)
{
    for (uint32_t w = subject->count; w-- > 0;) {
        const struct subject_word *word = &subject->words[w];
        scoring->by_stem[word->stem] = is_on ? w + 1 : 0;
        for (uint32_t r = 0; r < word->row_count; r++)
            scoring->by_row[word->rows[r]] = is_on ? w + 1 : 0;
    }
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

// What two related words carry: less when one of them is general, and hardly a thing when both are.
static uint32_t related_weight(const struct pair_scoring *scoring, const struct subject_word *a,
                               const struct subject_word *b, uint32_t row)
{
    static const uint32_t parts[] = {95, 50, 25}; // hundredths, by how many are general
    uint32_t weight = least(least(a->rarity, b->rarity), scoring->subjects->row_weights[row]);
    weight = weight * parts[a->is_general + b->is_general] / 100;
    return row < scoring->subjects->table_rows ? weight : weight * ALIKE_PART / 100;
}

// The word of the base point that goes best with a word of the other, and what that carries.
static uint32_t carried(const struct pair_scoring *scoring, const struct subject *base,
                        const struct subject_word *word, uint32_t *at)
{
    uint32_t same = scoring->by_stem[word->stem];
    uint32_t most = 0;
    if (same > 0) {
        *at = same - 1;
        most = least(word->weight, base->words[*at].weight);
    }
    for (uint32_t r = 0; r < word->row_count; r++) {
        uint32_t marked = scoring->by_row[word->rows[r]];
        if (marked == 0)
            continue;
        uint32_t weight = related_weight(scoring, word, &base->words[marked - 1], word->rows[r]);
        if (weight > most) {
            most = weight;
            *at = marked - 1;
        }
    }
    return most;
}

// How much of the two points is in both: twice the weight of the shared words, those of the other's
// counted once by the base's words and once by its own.
static uint32_t shared_weight(struct pair_scoring *scoring, const struct subject *base,
                              const struct subject *other)
{
    uint32_t shared = 0;
    for (uint32_t w = 0; w < base->count; w++)
        scoring->best[w] = 0;
    for (uint32_t w = 0; w < other->count; w++) {
        uint32_t at = 0;
        uint32_t weight = carried(scoring, base, &other->words[w], &at);
        shared += weight;
        if (weight > scoring->best[at]) {
            scoring->best[at] = weight;
            scoring->best_in_other[at] = w;
        }
    }
    for (uint32_t w = 0; w < base->count; w++)
        shared += scoring->best[w];
    return shared;
}

static uint32_t order_gain(const struct pair_scoring *scoring, uint32_t i, uint32_t j)
{
    const struct provisions *texts = scoring->subjects->texts;
    uint64_t here = (uint64_t)i * 1000 / texts[0].count;
    uint64_t there = (uint64_t)j * 1000 / texts[scoring->other].count;
    uint64_t apart = here > there ? here - there : there - here;
    return (uint32_t)((1000 - apart) * ORDER_GAIN / 1000);
}

static uint32_t score_of(struct pair_scoring *scoring, uint32_t i, uint32_t j)
{
    const struct subject *base = subject_of(scoring, 0, i);
    const struct subject *other = subject_of(scoring, scoring->other, j);
    uint64_t shared = shared_weight(scoring, base, other);
    uint64_t small = least(base->weight, other->weight);
    uint64_t large = base->weight + (uint64_t)other->weight - small;
    uint64_t fair =
        (SMALLER_PART * small + (100 - SMALLER_PART) * large) / 100 + scoring->subjects->weight_max;
    uint64_t score = shared * 500 / fair;
    score = score * (1000 + order_gain(scoring, i, j)) / 1000;
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
static void keep_carriers(struct pair_scoring *scoring, struct counterpart *pair)
{
    const struct subject *base = subject_of(scoring, 0, pair->base);
    const struct subject *other = subject_of(scoring, scoring->other, pair->other);
    struct list carriers = LIST_MAKE(scoring->arena, struct carried_word);
    for (uint32_t w = 0; w < base->count; w++)
        if (scoring->best[w] > 0)
            *LIST_ADD(&carriers, struct carried_word) = (struct carried_word){
                base->words[w].said, other->words[scoring->best_in_other[w]].said,
                scoring->best[w]};
    list_sort(&carriers, by_carried);
    pair->carriers = LIST_ITEMS(&carriers, struct carried_word);
    pair->carrier_count = least((uint32_t)carriers.count, CARRIERS_MAX);
}

static void look_at(struct pair_scoring *scoring, uint32_t i, uint32_t j)
{
    uint32_t score = score_of(scoring, i, j);
    if (score >= LEAST_SCORE)
        *LIST_ADD(&scoring->pairs, struct counterpart) =
            (struct counterpart){.base = i, .other = j, .score = score};
}

static void meet(struct pair_scoring *scoring, const struct list *points, uint32_t weight)
{
    size_t all = scoring->subjects->texts[scoring->other].count;
    // What stands everywhere tells nothing.
    if (points->count > CANDIDATES_MAX && points->count * 32 > all)
        return;
    for (size_t k = 0; k < points->count; k++) {
        uint32_t j = *LIST_AT(points, uint32_t, k);
        if (scoring->evidence[j] == 0)
            *LIST_ADD(&scoring->met, uint32_t) = j;
        scoring->evidence[j] += weight + 1;
    }
}

// Of very many only those are looked at that have a good part of the evidence of the best.
static void look_at_met(struct pair_scoring *scoring, uint32_t i)
{
    uint32_t most = 0;
    for (size_t k = 0; k < scoring->met.count; k++) {
        uint32_t evidence = scoring->evidence[*LIST_AT(&scoring->met, uint32_t, k)];
        most = evidence > most ? evidence : most;
    }
    for (size_t k = 0; k < scoring->met.count; k++) {
        uint32_t j = *LIST_AT(&scoring->met, uint32_t, k);
        if (scoring->met.count <= MET_MAX || scoring->evidence[j] * 3 >= most)
            look_at(scoring, i, j);
        scoring->evidence[j] = 0;
    }
    list_cut(&scoring->met, 0);
}

static void look_around(struct pair_scoring *scoring, uint32_t i)
{
    const struct subject *base = subject_of(scoring, 0, i);
    mark_words(scoring, base, true);
    for (uint32_t w = 0; w < base->count; w++) {
        const struct subject_word *word = &base->words[w];
        meet(scoring, &scoring->points_of_stem[word->stem], word->weight);
        for (uint32_t r = 0; r < word->row_count; r++)
            meet(scoring, &scoring->points_of_row[word->rows[r]],
                 least(word->weight, scoring->subjects->row_weights[word->rows[r]]));
    }
    look_at_met(scoring, i);
    mark_words(scoring, base, false);
}

static uint32_t most_words(const struct pair_scoring *scoring)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < scoring->subjects->texts[0].count; i++)
        if (subject_of(scoring, 0, i)->count > most)
            most = subject_of(scoring, 0, i)->count;
    return most;
}

static void start(struct pair_scoring *scoring, struct arena *scratch)
{
    const struct subjects *subjects = scoring->subjects;
    scoring->by_stem = ARENA_ARRAY(scratch, uint32_t, subjects->stem_count);
    scoring->by_row = ARENA_ARRAY(scratch, uint32_t, subjects->row_count);
    scoring->evidence = ARENA_ARRAY(scratch, uint32_t, subjects->texts[scoring->other].count);
    scoring->best = ARENA_ARRAY(scratch, uint32_t, most_words(scoring) + 1);
    scoring->best_in_other = ARENA_ARRAY(scratch, uint32_t, most_words(scoring) + 1);
}

bool scored_pairs_find(const struct subjects *subjects, uint32_t other, struct budget *budget,
                       struct arena *arena, struct list *pairs, struct error *error)
{
    struct arena *scratch = arena_open();
    struct pair_scoring scoring = {.subjects = subjects,
                                   .other = other,
                                   .arena = scratch,
                                   .met = LIST_MAKE(scratch, uint32_t),
                                   .pairs = LIST_MAKE(arena, struct counterpart)};
    list_points(&scoring);
    start(&scoring, scratch);
    bool done = true;
    for (uint32_t i = 0; done && i < subjects->texts[0].count; i++) {
        look_around(&scoring, i);
        done = budget_spend(budget, subjects->texts[other].count) || budget_stopped(error);
    }
    arena_close(scratch);
    if (done)
        *pairs = scoring.pairs;
    return done;
}

void scored_pairs_carry(const struct subjects *subjects, uint32_t other, struct arena *arena,
                        struct counterpart *pairs, uint32_t count)
{
    struct arena *scratch = arena_open();
    struct pair_scoring scoring = {.subjects = subjects, .other = other, .arena = arena};
    start(&scoring, scratch);
    for (uint32_t k = 0; k < count; k++) {
        const struct subject *base = subject_of(&scoring, 0, pairs[k].base);
        mark_words(&scoring, base, true);
        shared_weight(&scoring, base, subject_of(&scoring, other, pairs[k].other));
        keep_carriers(&scoring, &pairs[k]);
        mark_words(&scoring, base, false);
    }
    arena_close(scratch);
}
