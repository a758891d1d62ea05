// SPDX-License-Identifier: Apache-2.0
#include "counterparts/place_hint.h"

#include "counterparts/binary_log.h"

#define STEPS 7u            // from three points too early to three too late
#define FARTHEST 3          // what is farther counts as that
#define LEAST_ANSWERS 4u    // from which anything is learned
#define DOUBT 7             // what is learned is held against so many pairs that fell by chance
#define STEP_PART 49        // per mille that a doubling of likeliness gives
#define SIMILARITY_PART 400 // per mille of its similarity that a pair gives the way through it
#define MOST_GAIN 245
#define LEAST_GAIN (-48)

// How much likelier each step is than by chance, per mille.
struct step_odds {
    int32_t of[STEPS];
};

// A way through both texts, from their beginnings or from their ends.
struct place_walk {
    const struct text_similarity *similarity;
    const struct step_odds *odds;
    bool is_backward;
    uint32_t base_count;
    uint32_t other_count;
    int32_t *best;  // by point of the other text: the best way that ends there
    int32_t *next;  // the same of the base's next point
    int32_t *up_to; // the best of the first of them
    int32_t *from;  // and from each to the last
    int32_t *gains;
};

// How far an answer is from where it would stand if both texts went on in the same step.
static uint32_t step_of(int64_t base_apart, int64_t other_apart)
{
    int64_t step = other_apart - base_apart;
    step = step < -FARTHEST ? -FARTHEST : step > FARTHEST ? FARTHEST : step;
    return (uint32_t)(step + FARTHEST);
}

// How many points of the other text have this step by chance; the outer ones stand for all that are
// farther.
static uint64_t places_of(uint32_t step, uint32_t other_count)
{
    bool is_outer = step == 0 || step == STEPS - 1;
    uint64_t rest = other_count > STEPS ? (other_count - (STEPS - 2)) / 2 : 1;
    return is_outer ? rest : 1;
}

static struct step_odds learn_odds(const struct place_hint *hint, uint32_t base_count,
                                   uint32_t other_count)
{
    uint64_t counts[STEPS] = {0};
    uint64_t total = DOUBT;
    for (uint32_t i = 0; i < base_count; i++) {
        uint32_t before = hint->neighbours[i].before;
        if (hint->answers[i] == PLACE_NONE || before == PLACE_NONE)
            continue;
        counts[step_of((int64_t)i - before, (int64_t)hint->answers[i] - hint->answers[before])]++;
        total++;
    }
    struct step_odds odds;
    for (uint32_t s = 0; s < STEPS; s++) {
        uint64_t seen = counts[s] * other_count * 1000 / places_of(s, other_count);
        odds.of[s] = binary_log(seen + DOUBT * 1000, total * 1000) * STEP_PART / BINARY_LOG_ONE;
    }
    return odds;
}

static struct place_neighbours *neighbours_of(const uint32_t *answers, uint32_t count,
                                              struct arena *arena)
{
    struct place_neighbours *neighbours = ARENA_ARRAY(arena, struct place_neighbours, count + 1);
    for (uint32_t i = 0, last = PLACE_NONE; i < count; i++) {
        neighbours[i].before = last;
        last = answers[i] != PLACE_NONE ? i : last;
    }
    for (uint32_t i = count, next = PLACE_NONE; i-- > 0;) {
        neighbours[i].behind = next;
        next = answers[i] != PLACE_NONE ? i : next;
    }
    return neighbours;
}

static int32_t most(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static void note_best(struct place_walk *walk)
{
    uint32_t count = walk->other_count;
    for (uint32_t j = 0; j < count; j++)
        walk->up_to[j] = j > 0 ? most(walk->up_to[j - 1], walk->best[j]) : walk->best[j];
    for (uint32_t j = count; j-- > 0;)
        walk->from[j] = j + 1 < count ? most(walk->from[j + 1], walk->best[j]) : walk->best[j];
}

// The best way to point j of the other text, over the last point of the base.
static int32_t way_to(const struct place_walk *walk, uint32_t j)
{
    int32_t best = INT32_MIN;
    for (int32_t step = 1 - FARTHEST; step < FARTHEST; step++) {
        int64_t last = (int64_t)j - 1 - step;
        if (last >= 0 && last < walk->other_count)
            best = most(best, walk->best[last] + walk->odds->of[step + FARTHEST]);
    }
    if (j > FARTHEST)
        best = most(best, walk->up_to[j - 1 - FARTHEST] + walk->odds->of[STEPS - 1]);
    if (j + FARTHEST - 1 < walk->other_count)
        best = most(best, walk->from[j + FARTHEST - 1] + walk->odds->of[0]);
    return best;
}

static void walk_through(struct place_walk *walk)
{
    for (uint32_t n = 0; n < walk->base_count; n++) {
        uint32_t i = walk->is_backward ? walk->base_count - 1 - n : n;
        size_t row = (size_t)i * walk->other_count;
        note_best(walk);
        for (uint32_t j = 0; j < walk->other_count; j++) {
            uint32_t at = walk->is_backward ? walk->other_count - 1 - j : j;
            int32_t came = n > 0 ? way_to(walk, j) - walk->up_to[walk->other_count - 1] : 0;
            walk->gains[row + at] += came;
            walk->next[j] = came + walk->similarity->scores[row + at] * SIMILARITY_PART / 1000;
        }
        int32_t *last = walk->best;
        walk->best = walk->next;
        walk->next = last;
    }
}

static const int32_t *gains_of(const struct text_similarity *similarity,
                               const struct step_odds *odds, struct arena *arena)
{
    uint32_t count = similarity->other.count;
    size_t pairs = (size_t)similarity->base.count * count;
    int32_t *gains = ARENA_ARRAY(arena, int32_t, pairs + 1);
    struct arena *scratch = arena_open();
    for (int backward = 0; backward < 2; backward++) {
        struct place_walk walk = {.similarity = similarity,
                                  .odds = odds,
                                  .is_backward = backward == 1,
                                  .base_count = similarity->base.count,
                                  .other_count = count,
                                  .best = ARENA_ARRAY(scratch, int32_t, count + 1),
                                  .next = ARENA_ARRAY(scratch, int32_t, count + 1),
                                  .up_to = ARENA_ARRAY(scratch, int32_t, count + 1),
                                  .from = ARENA_ARRAY(scratch, int32_t, count + 1),
                                  .gains = gains};
        walk_through(&walk);
    }
    for (size_t p = 0; p < pairs; p++)
        gains[p] = gains[p] < LEAST_GAIN ? LEAST_GAIN : gains[p] > MOST_GAIN ? MOST_GAIN : gains[p];
    arena_close(scratch);
    return gains;
}

void place_hint_learn(const struct text_similarity *similarity, const uint32_t *answers,
                      struct arena *arena, struct place_hint *hint)
{
    *hint = (struct place_hint){
        .answers = answers, .neighbours = neighbours_of(answers, similarity->base.count, arena)};
    uint32_t known = 0;
    for (uint32_t i = 0; i < similarity->base.count; i++)
        known += answers[i] != PLACE_NONE;
    if (known < LEAST_ANSWERS)
        return;
    struct step_odds odds = learn_odds(hint, similarity->base.count, similarity->other.count);
    hint->gains = gains_of(similarity, &odds, arena);
}
