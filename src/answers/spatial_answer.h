// SPDX-License-Identifier: Apache-2.0
// What was found about a table of actors.

#ifndef ENTENTE_ANSWERS_SPATIAL_ANSWER_H
#define ENTENTE_ANSWERS_SPATIAL_ANSWER_H

#include "spatial_model/actors.h"
#include "spatial_model/challenge.h"

// One dimension played by the challenge model.
struct challenge_answer {
    struct challenge_line line;
    double salience_unit; // of the table: what counts as 1
    struct challenge played;
    const struct challenge_change *changes; // by actor; NULL: too many actors
};

struct spatial_answer {
    struct actors actors;
    const struct spatial *dimensions;          // actors.dimension_count
    const struct challenge_answer *challenges; // likewise; NULL: not asked for
};

#endif
