// SPDX-License-Identifier: Apache-2.0
// Property: in a table that is read, no majority replaces exactly the alternatives between the
// medians, votes for and against never exceed all the weight, and the mean lies between the ends;
// whoever gives way in the challenge model stays between the ends, with chances up to 1 and
// exponents from 1/2 to 2.
#include "exchange/bargain/actors_csv.h"
#include "spatial_model/challenge.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check(bool truth)
{
    if (!truth)
        abort();
}

static void check_spatial(const struct spatial *spatial)
{
    uint32_t count = spatial->alternative_count;
    for (uint32_t a = 0; a < count && a < 50; a++) {
        const struct spatial_alternative *alternative = &spatial->alternatives[a];
        bool is_between =
            alternative->position >= spatial->lower && alternative->position <= spatial->upper;
        check((alternative->losses == 0) == is_between);
        check(alternative->wins + alternative->losses + alternative->ties == count - 1);
        for (uint32_t b = 0; b < a; b++)
            check(spatial_support(spatial, a, b) <=
                  spatial->total - spatial_support(spatial, b, a));
    }
    check(ratio_compare((struct ratio){spatial->alternatives[0].position, 1}, spatial->mean) <= 0);
    check(ratio_compare((struct ratio){spatial->alternatives[count - 1].position, 1},
                        spatial->mean) >= 0);
}

static const double *doubles_of(const int64_t *numbers, uint32_t count, double unit,
                                struct arena *arena)
{
    double *doubles = ARENA_ARRAY(arena, double, count);
    for (uint32_t i = 0; i < count; i++)
        doubles[i] = (double)numbers[i] / unit;
    return doubles;
}

static void check_challenge(const struct spatial_line *line, struct arena *arena)
{
    const double unit = (double)INT64_MAX;
    struct challenge_line played = {line->count, doubles_of(line->position, line->count, 1, arena),
                                    doubles_of(line->influence, line->count, 1, arena),
                                    doubles_of(line->salience, line->count, unit, arena)};
    struct budget budget = budget_unlimited();
    struct challenge challenge;
    struct error error;
    check(challenge_play(&played, true, &budget, arena, &challenge, &error));
    for (uint32_t i = 0; i < line->count * line->count; i++)
        check(challenge.pairs[i].chance >= 0 && challenge.pairs[i].chance <= 1);
    for (uint32_t r = 0; r < challenge.round_count; r++)
        for (uint32_t i = 0; i < line->count; i++) {
            double risk = challenge.rounds[r].risk[i];
            double at = challenge.rounds[r].moves[i].position;
            bool is_inside = false;
            for (uint32_t low = 0; low < line->count; low++)
                for (uint32_t high = 0; high < line->count; high++)
                    is_inside =
                        is_inside || (played.position[low] <= at && at <= played.position[high]);
            check(risk > 0.499 && risk < 2.001 && is_inside);
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct actors actors;
    struct error error;
    if (actors_csv_read(STR("fuzz"), (struct str){(const char *)bytes, length}, arena, &actors,
                        &error))
        for (size_t d = 0; d < actors.dimension_count; d++) {
            struct spatial spatial;
            if (!spatial_weigh(&actors.dimensions[d].line, arena, &spatial, &error))
                continue;
            check_spatial(&spatial);
            if (actors.dimensions[d].line.count <= 8)
                check_challenge(&actors.dimensions[d].line, arena);
        }
    arena_close(arena);
    return 0;
}
