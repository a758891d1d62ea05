// SPDX-License-Identifier: Apache-2.0
#include "workbench/bargain/spatial_find.h"

#include <math.h>

// Whole numbers of a column in its own unit.
static double *to_doubles(const int64_t *numbers, uint32_t count, uint32_t digits,
                          struct arena *arena)
{
    double *doubles = ARENA_ARRAY(arena, double, count);
    for (uint32_t i = 0; i < count; i++)
        doubles[i] = (double)numbers[i] / pow(10, digits);
    return doubles;
}

// Saliences are shares: as they stand up to 1, hundredths up to 100, else parts of the largest.
static double unit_of(const double *salience, uint32_t count)
{
    double most = 0;
    for (uint32_t i = 0; i < count; i++)
        most = fmax(most, salience[i]);
    return most <= 1 ? 1 : most <= 100 ? 100 : most;
}

static bool play(const struct actors_dimension *dimension, struct budget *budget,
                 struct arena *arena, struct challenge_answer *made, struct error *error)
{
    const struct spatial_line *line = &dimension->line;
    uint32_t count = line->count;
    double *salience = to_doubles(line->salience, count, dimension->scale.salience_digits, arena);
    made->salience_unit = unit_of(salience, count);
    for (uint32_t i = 0; i < count; i++)
        salience[i] /= made->salience_unit;
    made->line = (struct challenge_line){
        count, to_doubles(line->position, count, dimension->scale.position_digits, arena),
        to_doubles(line->influence, count, dimension->scale.influence_digits, arena), salience};
    if (!challenge_play(&made->line, true, budget, arena, &made->played, error))
        return false;
    if (count > CHALLENGE_SENSITIVITY_MAX)
        return true;
    struct challenge_change *changes = ARENA_ARRAY(arena, struct challenge_change, count);
    made->changes = changes;
    return challenge_sensitivity(&made->line, budget, changes, error);
}

bool spatial_challenge_find(struct spatial_answer *answer, struct str source, struct budget *budget,
                            struct arena *arena, struct error *error)
{
    size_t count = answer->actors.dimension_count;
    struct challenge_answer *challenges = ARENA_ARRAY(arena, struct challenge_answer, count);
    for (size_t d = 0; d < count; d++) {
        const struct actors_dimension *dimension = &answer->actors.dimensions[d];
        struct place place = place_with_part(place_of(source), dimension->name);
        if (dimension->line.count > CHALLENGE_ACTORS_MAX)
            return error_at(error, TOO_LARGE, place,
                            "%u actors are more than the %d that the challenge model plays",
                            dimension->line.count, CHALLENGE_ACTORS_MAX);
        if (!play(dimension, budget, arena, &challenges[d], error))
            return false;
    }
    answer->challenges = challenges;
    return true;
}
