// SPDX-License-Identifier: Apache-2.0
// Can it be carried out in time? Steps, time limits, and what follows from them.

#ifndef ENTENTE_ENTENTE_TIMETABLE_H
#define ENTENTE_ENTENTE_TIMETABLE_H

#include <entente/entente.h>

struct entente_network_options {
    bool json;
    uint32_t
        circles; // on a contradiction, list up to so many minimal circles; 0: only the shortest
};

// Checks networks of links t(v) - t(u) <= w given as lines "u v w"; docs/timetable.md describes
// the lines and the JSON. The answer is no when an instance cannot be met.
//
// options     NULL: the defaults
// Errors:     ENTENTE_BAD_INPUT naming file and line; ENTENTE_LIMIT
ENTENTE_API bool entente_timetable_network(const struct entente_network_options *options,
                                           const struct entente_file *files, size_t file_count,
                                           const struct entente_bounds *bounds,
                                           struct entente_answer **answer,
                                           struct entente_error *error);

#endif
