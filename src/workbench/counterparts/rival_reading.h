// SPDX-License-Identifier: Apache-2.0
// Rival texts as they are being matched.

#ifndef ENTENTE_WORKBENCH_COUNTERPARTS_RIVAL_READING_H
#define ENTENTE_WORKBENCH_COUNTERPARTS_RIVAL_READING_H

#include "answers/counterparts_answer.h"
#include "base/list.h"

struct rival_reading {
    const struct document **documents;
    struct provisions *texts; // the base and its rivals
    struct rival_text *rivals;
    uint32_t count;
    struct subjects subjects;
    const struct names *known;
    struct arena *arena;
    struct list confirmed; // struct confirmed_match
    struct list matches;   // struct matched_point
};

// The facts of several points of one text. Owner: the reading's arena
struct fact_row rival_facts_of(const struct rival_reading *reading, uint32_t text,
                               const uint32_t *points, uint32_t count);

#endif
