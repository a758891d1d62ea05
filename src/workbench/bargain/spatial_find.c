// SPDX-License-Identifier: Apache-2.0
#include "workbench/bargain/spatial_find.h"

#include "exchange/bargain/actors_csv.h"

bool spatial_find(struct str source, struct str table, struct budget *budget, struct arena *arena,
                  struct spatial_answer *answer, struct error *error)
{
    if (!actors_csv_read(source, table, arena, &answer->actors, error))
        return false;
    answer->challenges = NULL;
    struct spatial *dimensions = ARENA_ARRAY(arena, struct spatial, answer->actors.dimension_count);
    for (size_t d = 0; d < answer->actors.dimension_count; d++) {
        const struct spatial_line *line = &answer->actors.dimensions[d].line;
        if (!budget_spend(budget, (uint64_t)line->count * line->count))
            return budget_stopped(error);
        if (!spatial_weigh(line, arena, &dimensions[d], error)) {
            error->place = place_with_part(place_of(source), answer->actors.dimensions[d].name);
            return false;
        }
    }
    answer->dimensions = dimensions;
    return true;
}
