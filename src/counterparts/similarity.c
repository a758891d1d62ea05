// SPDX-License-Identifier: Apache-2.0
#include "counterparts/similarity.h"

#include "base/list.h"

#include "counterparts/binary_log.h"

#define GENERALS 3u // none, one or both of two words are general
#define WAYS ((uint32_t)NEAR_COUNT * GENERALS)
#define HEADING_PART 500u // per mille that a word counts that only stands above
#define ALONE_PART                                                                                 \
    400u // per mille that a word counts in its subject's size that no other text has anything near
#define SMALLER_PART 600u // per mille of a pair's size that come from its smaller subject
#define MOST_PART 850u    // per mille of a word of two subjects that no word's weight exceeds
// In large texts what stands in so many subjects, and more than one of so many, says next to
// nothing.
#define LARGE_USES 120u
#define LARGE_SHARE 40u

// What part of its weight a word carries, per mille, by how it goes with another.
static const uint16_t way_parts[NEAR_COUNT][GENERALS] = {
    [NEAR_SUBJECT] = {145, 90, 36},  [NEAR_RELATED] = {400, 248, 100},
    [NEAR_ALIKE] = {550, 341, 138},  [NEAR_GROUP] = {850, 527, 213},
    [NEAR_SAME] = {1000, 1000, 500},
};

// A word stands in a subject.
struct word_place {
    uint32_t subject;
    uint16_t emphasis;
};

// How the word at hand reaches a subject: by the word of it that is nearest.
struct word_reach {
    uint8_t way;
    uint16_t emphasis;
};

struct similarity_work {
    const struct word_table *table;
    const struct subject **subjects; // the base's, then the other's
    uint32_t base_count;
    uint32_t count;
    struct list *places;      // struct word_place by stem
    struct list *members;     // uint32_t by row: stems that stand anywhere
    uint32_t *row_uses;       // places of those
    uint8_t *ways;            // by stem: how it goes with the word at hand; 0: not
    struct list near;         // uint32_t: stems that do
    struct word_reach *reach; // by subject
    struct list reached;      // uint32_t
    uint32_t most;            // that a word weighs
    uint16_t *weights;        // by stem and way
    uint64_t *sizes;          // by subject
    uint32_t *shared;         // by pair
};

static uint32_t part_of(uint32_t way)
{
    return way_parts[way / GENERALS][way % GENERALS];
}

static uint32_t way_of(const struct similarity_work *work, enum nearness nearness, uint32_t one,
                       uint32_t two)
{
    return (uint32_t)nearness * GENERALS + word_table_at(work->table, one)->is_general +
           word_table_at(work->table, two)->is_general;
}

// How rare it is what reaches `some` thousandths of a subject among all. Two more, so that in texts
// of one point
// each what both have is no word of every point.
static uint32_t rarity(uint64_t all, uint64_t some)
{
    int32_t doublings = binary_log((all + 2) * 1000, some > 1000 ? some : 1000);
    return doublings > 0 ? (uint32_t)doublings : 0;
}

static void note_words(struct similarity_work *work, uint32_t number)
{
    const struct subject *subject = work->subjects[number];
    for (uint32_t w = 0; w < subject->count; w++) {
        const struct subject_word *word = &subject->words[w];
        struct list *places = &work->places[word->stem];
        const struct table_stem *stem = word_table_at(work->table, word->stem);
        for (uint32_t r = 0; r < stem->row_count; r++) {
            if (places->count == 0)
                *LIST_ADD(&work->members[stem->rows[r]], uint32_t) = word->stem;
            work->row_uses[stem->rows[r]]++;
        }
        *LIST_ADD(places, struct word_place) = (struct word_place){number, word->emphasis};
    }
}

static void start(struct similarity_work *work, struct subject_row base, struct subject_row other,
                  struct arena *scratch)
{
    uint32_t stems = word_table_count(work->table);
    uint32_t rows = word_table_row_count(work->table);
    work->subjects = ARENA_ARRAY(scratch, const struct subject *, work->count + 1);
    work->places = ARENA_ARRAY(scratch, struct list, stems + 1);
    work->members = ARENA_ARRAY(scratch, struct list, rows + 1);
    work->row_uses = ARENA_ARRAY(scratch, uint32_t, rows + 1);
    work->ways = ARENA_ARRAY(scratch, uint8_t, stems + 1);
    work->reach = ARENA_ARRAY(scratch, struct word_reach, work->count + 1);
    work->sizes = ARENA_ARRAY(scratch, uint64_t, work->count + 1);
    work->shared = ARENA_ARRAY(scratch, uint32_t, (size_t)base.count * other.count + 1);
    work->near = LIST_MAKE(scratch, uint32_t);
    work->reached = LIST_MAKE(scratch, uint32_t);
    for (uint32_t s = 0; s < stems; s++)
        work->places[s] = LIST_MAKE(scratch, struct word_place);
    for (uint32_t r = 0; r < rows; r++)
        work->members[r] = LIST_MAKE(scratch, uint32_t);
    for (uint32_t i = 0; i < work->count; i++) {
        work->subjects[i] = i < base.count ? base.items[i] : other.items[i - base.count];
        note_words(work, i);
    }
}

static void note_near(struct similarity_work *work, uint32_t stem, uint32_t near,
                      enum nearness nearness)
{
    uint8_t way = (uint8_t)way_of(work, nearness, stem, near);
    if (work->ways[near] == 0)
        *LIST_ADD(&work->near, uint32_t) = near;
    if (way / GENERALS > work->ways[near] / GENERALS)
        work->ways[near] = way;
}

static bool is_everywhere(const struct similarity_work *work, uint64_t uses)
{
    return uses > LARGE_USES && uses * LARGE_SHARE > work->count;
}

static void find_near(struct similarity_work *work, uint32_t stem)
{
    const struct table_stem *found = word_table_at(work->table, stem);
    note_near(work, stem, stem, NEAR_SAME);
    for (uint32_t r = 0; r < found->row_count; r++) {
        uint32_t row = found->rows[r];
        if (is_everywhere(work, work->row_uses[row]))
            continue;
        const struct list *members = &work->members[row];
        enum nearness nearness = word_table_row_nearness(work->table, row);
        for (size_t m = 0; m < members->count; m++)
            note_near(work, stem, *LIST_AT(members, uint32_t, m), nearness);
    }
}

static void reach_out(struct similarity_work *work, uint32_t stem)
{
    find_near(work, stem);
    for (size_t n = 0; n < work->near.count; n++) {
        uint32_t near = *LIST_AT(&work->near, uint32_t, n);
        uint8_t way = work->ways[near];
        const struct list *places = &work->places[near];
        for (size_t p = 0; p < places->count; p++) {
            const struct word_place *place = LIST_AT(places, struct word_place, p);
            struct word_reach *reach = &work->reach[place->subject];
            if (reach->way == 0)
                *LIST_ADD(&work->reached, uint32_t) = place->subject;
            if (part_of(way) > part_of(reach->way))
                *reach = (struct word_reach){way, place->emphasis};
        }
    }
}

static void forget(struct similarity_work *work)
{
    for (size_t n = 0; n < work->near.count; n++)
        work->ways[*LIST_AT(&work->near, uint32_t, n)] = 0;
    for (size_t r = 0; r < work->reached.count; r++)
        work->reach[*LIST_AT(&work->reached, uint32_t, r)] = (struct word_reach){0};
    list_cut(&work->near, 0);
    list_cut(&work->reached, 0);
}

// A subject that is reached more weakly counts in part, so that a word is rare by what it reaches
// as strongly.
static void weigh(const struct similarity_work *work, uint32_t stem)
{
    uint32_t reached[WAYS] = {0};
    for (size_t r = 0; r < work->reached.count; r++)
        reached[work->reach[*LIST_AT(&work->reached, uint32_t, r)].way]++;
    for (uint32_t way = GENERALS; way < WAYS; way++) {
        uint64_t count = 0;
        for (uint32_t w = GENERALS; w < WAYS; w++) {
            uint64_t part = (uint64_t)part_of(w) * 1000 / part_of(way);
            count += reached[w] * (part >= 1000 ? 1000 : part * part / 1000);
        }
        uint32_t weight = rarity(work->count, count);
        weight = weight > work->most ? work->most : weight;
        work->weights[stem * WAYS + way] = (uint16_t)(weight * part_of(way) / 1000);
    }
}

static uint32_t emphasised(uint32_t weight, uint32_t emphasis)
{
    return weight * emphasis / 1000;
}

// A word of one side gives every subject of the other that it reaches what it carries there.
static void give(struct similarity_work *work, uint32_t stem, const struct word_place *place)
{
    bool is_of_base = place->subject < work->base_count;
    uint32_t others = work->count - work->base_count;
    bool is_alone = true;
    const uint16_t *weights = &work->weights[stem * WAYS];
    for (size_t r = 0; r < work->reached.count; r++) {
        uint32_t at = *LIST_AT(&work->reached, uint32_t, r);
        if ((at < work->base_count) == is_of_base)
            continue;
        is_alone = false;
        uint32_t weight = emphasised(weights[work->reach[at].way], place->emphasis);
        weight = emphasised(weight, work->reach[at].emphasis);
        size_t base = is_of_base ? place->subject : at;
        size_t other = (is_of_base ? at : place->subject) - work->base_count;
        work->shared[base * others + other] += weight;
    }
    uint32_t own = weights[way_of(work, NEAR_SAME, stem, stem)];
    own = emphasised(own, place->emphasis);
    work->sizes[place->subject] += is_alone ? own * ALONE_PART / 1000 : own;
}

static void share_words(struct similarity_work *work)
{
    for (uint32_t stem = 0; stem < word_table_count(work->table); stem++) {
        const struct list *places = &work->places[stem];
        if (places->count == 0)
            continue;
        reach_out(work, stem);
        weigh(work, stem);
        bool says_nothing = is_everywhere(work, work->reached.count);
        for (size_t p = 0; p < places->count && !says_nothing; p++)
            give(work, stem, LIST_AT(places, struct word_place, p));
        forget(work);
    }
}

static uint16_t score_of(const struct similarity_work *work, uint32_t i, uint32_t j,
                         uint32_t order_gain)
{
    uint32_t others = work->count - work->base_count;
    uint64_t shared = work->shared[(size_t)i * others + j];
    uint64_t one = work->sizes[i];
    uint64_t two = work->sizes[work->base_count + j];
    uint64_t small = one < two ? one : two;
    uint64_t large = one + two - small;
    uint64_t fair = (SMALLER_PART * small + (1000 - SMALLER_PART) * large) / 1000 + work->most;
    uint64_t here = (uint64_t)i * 1000 / work->base_count;
    uint64_t there = (uint64_t)j * 1000 / others;
    uint64_t apart = here > there ? here - there : there - here;
    uint64_t score = shared * 500 / fair;
    score = score * (1000 + (1000 - apart) * order_gain / 1000) / 1000;
    return (uint16_t)(score > 1000 ? 1000 : score);
}

void similarity_make(const struct word_table *table, struct subject_row base,
                     struct subject_row other, uint32_t order_gain, struct arena *arena,
                     struct text_similarity *similarity)
{
    struct arena *scratch = arena_open();
    struct similarity_work work = {
        .table = table, .base_count = base.count, .count = base.count + other.count};
    work.most = rarity(work.count, 2000) * MOST_PART / 1000;
    work.weights = ARENA_ARRAY(arena, uint16_t, (size_t)word_table_count(table) * WAYS + 1);
    start(&work, base, other, scratch);
    share_words(&work);
    uint16_t *scores = ARENA_ARRAY(arena, uint16_t, (size_t)base.count * other.count + 1);
    for (uint32_t i = 0; i < base.count; i++)
        for (uint32_t j = 0; j < other.count; j++)
            if (work.shared[(size_t)i * other.count + j] > 0)
                scores[(size_t)i * other.count + j] = score_of(&work, i, j, order_gain);
    *similarity = (struct text_similarity){base, other, scores, work.weights, table};
    arena_close(scratch);
}

static int by_carried(const void *a, const void *b)
{
    const struct carried_word *x = a;
    const struct carried_word *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return (x->base.bytes > y->base.bytes) - (x->base.bytes < y->base.bytes);
}

static uint32_t weight_between(const struct text_similarity *similarity,
                               const struct subject_word *base, const struct subject_word *other)
{
    enum nearness nearness = word_table_nearness(similarity->table, base->stem, other->stem);
    if (nearness == NEAR_NOT)
        return 0;
    uint32_t way = (uint32_t)nearness * GENERALS +
                   word_table_at(similarity->table, base->stem)->is_general +
                   word_table_at(similarity->table, other->stem)->is_general;
    uint32_t weight = similarity->weights[base->stem * WAYS + way];
    return emphasised(emphasised(weight, base->emphasis), other->emphasis);
}

// What a word of the base's subject carries to the other, or with `is_base` false a word of the
// other's to the base's.
static uint32_t weight_to(const struct text_similarity *similarity, const struct subject_word *word,
                          const struct subject *to, bool is_base)
{
    uint32_t most = 0;
    for (uint32_t w = 0; w < to->count; w++) {
        uint32_t weight = is_base ? weight_between(similarity, word, &to->words[w])
                                  : weight_between(similarity, &to->words[w], word);
        most = weight > most ? weight : most;
    }
    return most;
}

uint32_t similarity_own(const struct text_similarity *similarity, uint32_t base, uint32_t other,
                        uint32_t rival, bool is_base)
{
    const struct subject *const *bases = similarity->base.items;
    const struct subject *const *others = similarity->other.items;
    const struct subject *shared = is_base ? others[other] : bases[base];
    const struct subject *mine = is_base ? bases[base] : others[other];
    const struct subject *its = is_base ? bases[rival] : others[rival];
    uint64_t all = 0;
    uint64_t own = 0;
    for (uint32_t w = 0; w < shared->count; w++) {
        uint32_t by_me = weight_to(similarity, &shared->words[w], mine, !is_base);
        uint32_t by_it = weight_to(similarity, &shared->words[w], its, !is_base);
        all += by_me;
        own += by_me > by_it ? by_me - by_it : 0;
    }
    return all > 0 ? (uint32_t)(own * 1000 / all) : 0;
}

// What the word of the base's subject carries to the other, by the nearest word there.
static bool carry_word(const struct text_similarity *similarity, const struct subject_word *word,
                       const struct subject *other, struct carried_word *carried)
{
    *carried = (struct carried_word){.base = word->said};
    for (uint32_t w = 0; w < other->count; w++) {
        uint32_t weight = weight_between(similarity, word, &other->words[w]);
        if (weight > carried->weight) {
            carried->weight = weight;
            carried->other = other->words[w].said;
        }
    }
    return carried->weight > 0;
}

void similarity_carry(const struct text_similarity *similarity, struct arena *arena,
                      struct counterpart *pair)
{
    const struct subject *base = similarity->base.items[pair->base];
    const struct subject *other = similarity->other.items[pair->other];
    struct list carriers = LIST_MAKE(arena, struct carried_word);
    for (uint32_t w = 0; w < base->count; w++) {
        struct carried_word carried;
        if (carry_word(similarity, &base->words[w], other, &carried))
            *LIST_ADD(&carriers, struct carried_word) = carried;
    }
    list_sort(&carriers, by_carried);
    pair->carriers = LIST_ITEMS(&carriers, struct carried_word);
    pair->carrier_count = carriers.count < CARRIERS_MAX ? (uint32_t)carriers.count : CARRIERS_MAX;
}
