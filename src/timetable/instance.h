// SPDX-License-Identifier: Apache-2.0
// A bare network as somebody gave it: links, with what was said of each.

#ifndef ENTENTE_TIMETABLE_INSTANCE_H
#define ENTENTE_TIMETABLE_INSTANCE_H

#include "timetable/network.h"

// One network of a file. Event 0 is the origin.
struct network_instance {
    struct str name; // the column "inst", else the file's name without folder and ending
    struct network network;
    const struct str *events; // the events' names; NULL when they are plain numbers
    // By link, NULL where the file has no such column.
    const struct str *clauses;
    const struct str *phrases;
    const uint32_t *drafts; // numbers of draft_names
    const size_t *lines;    // where each link stands, from 1
    const struct str *draft_names;
    uint32_t draft_count;
    const struct str *clause_names; // by link.clause
    uint32_t clause_count;
};

#endif
