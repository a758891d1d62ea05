// SPDX-License-Identifier: Apache-2.0
#include "counterparts/sentence_pairs.h"

#include "base/list.h"

#include "counterparts/similarity.h"

#define RIVAL_PART 550 // per mille of the next best that is taken off
#define SENTENCE_PART 700
#define PAIRS_MAX 4000000u

// All sentences of one text that stand beside others in their point.
struct sentences {
    struct list items; // const struct subject *
    struct list owner; // uint32_t: the point of each
};

struct best_two {
    uint32_t best;
    uint32_t second;
    uint32_t best_at;
};

static void note(struct best_two *two, uint32_t score, uint32_t at)
{
    if (two->best_at == at) {
        two->best = score > two->best ? score : two->best;
    } else if (score > two->best) {
        *two = (struct best_two){score, two->best, at};
    } else if (score > two->second) {
        two->second = score;
    }
}

static int32_t rival_of(const struct best_two *two, uint32_t at)
{
    return (int32_t)(two->best_at == at ? two->second : two->best);
}

static struct sentences sentences_of(const struct subject *points, uint32_t count,
                                     struct arena *arena)
{
    struct sentences found = {LIST_MAKE(arena, const struct subject *), LIST_MAKE(arena, uint32_t)};
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t s = 0; s < points[i].sentence_count; s++) {
            *LIST_ADD(&found.items, const struct subject *) = &points[i].sentences[s];
            *LIST_ADD(&found.owner, uint32_t) = i;
        }
    return found;
}

// The similarity of each point of a text with each sentence of the other.
struct sentence_grid {
    const struct text_similarity *similarity;
    const uint32_t *owner;
    bool base_is_cut; // the sentences are the base's
    struct best_two *of_point;
    struct best_two *of_sentence;
};

static uint32_t score_at(const struct sentence_grid *grid, uint32_t point, uint32_t sentence)
{
    const struct text_similarity *similarity = grid->similarity;
    size_t at = grid->base_is_cut ? (size_t)sentence * similarity->other.count + point
                                  : (size_t)point * similarity->other.count + sentence;
    return similarity->scores[at];
}

static void note_all(struct sentence_grid *grid, uint32_t points, uint32_t sentences)
{
    for (uint32_t p = 0; p < points; p++)
        for (uint32_t s = 0; s < sentences; s++) {
            note(&grid->of_point[p], score_at(grid, p, s), grid->owner[s]);
            note(&grid->of_sentence[s], score_at(grid, p, s), p);
        }
}

static void lay(const struct sentence_grid *grid, uint32_t points, uint32_t sentences,
                struct pair_grid *pairs)
{
    for (uint32_t p = 0; p < points; p++)
        for (uint32_t s = 0; s < sentences; s++) {
            int32_t rivals =
                rival_of(&grid->of_sentence[s], p) + rival_of(&grid->of_point[p], grid->owner[s]);
            int32_t contrast = (int32_t)score_at(grid, p, s) - rivals * RIVAL_PART / 1000;
            uint32_t base = grid->base_is_cut ? grid->owner[s] : p;
            uint32_t other = grid->base_is_cut ? p : grid->owner[s];
            int32_t *item = &pairs->items[(size_t)base * pairs->other_count + other];
            contrast = contrast * SENTENCE_PART / 1000;
            *item = contrast > *item ? contrast : *item;
        }
}

static const struct subject *const *rows_of(const struct subject *points, uint32_t count,
                                            struct arena *arena)
{
    const struct subject **rows = ARENA_ARRAY(arena, const struct subject *, count + 1);
    for (uint32_t i = 0; i < count; i++)
        rows[i] = &points[i];
    return rows;
}

static void find_side(const struct subjects *subjects, uint32_t cut, uint32_t whole,
                      struct pair_grid *pairs)
{
    struct arena *scratch = arena_open();
    uint32_t count = subjects->texts[whole].count;
    struct sentences sentences =
        sentences_of(subjects->of[cut], subjects->texts[cut].count, scratch);
    uint32_t sentence_count = (uint32_t)sentences.items.count;
    if (sentence_count > 0 && (uint64_t)sentence_count * count <= PAIRS_MAX) {
        struct subject_row points = {rows_of(subjects->of[whole], count, scratch), count};
        struct subject_row parts = {LIST_ITEMS(&sentences.items, const struct subject *),
                                    sentence_count};
        struct text_similarity similarity;
        bool base_is_cut = cut == 0;
        similarity_make(subjects->table, base_is_cut ? parts : points, base_is_cut ? points : parts,
                        0, scratch, &similarity);
        struct sentence_grid grid = {.similarity = &similarity,
                                     .owner = LIST_ITEMS(&sentences.owner, uint32_t),
                                     .base_is_cut = base_is_cut,
                                     .of_point = ARENA_ARRAY(scratch, struct best_two, count + 1),
                                     .of_sentence =
                                         ARENA_ARRAY(scratch, struct best_two, sentence_count + 1)};
        note_all(&grid, count, sentence_count);
        lay(&grid, count, sentence_count, pairs);
    }
    arena_close(scratch);
}

struct pair_grid sentence_pairs_find(const struct subjects *subjects, uint32_t other,
                                     struct arena *arena)
{
    struct pair_grid pairs = {.base_count = subjects->texts[0].count,
                              .other_count = subjects->texts[other].count};
    pairs.items = ARENA_ARRAY(arena, int32_t, (size_t)pairs.base_count * pairs.other_count + 1);
    find_side(subjects, other, 0, &pairs);
    find_side(subjects, 0, other, &pairs);
    return pairs;
}
