// SPDX-License-Identifier: Apache-2.0
// Reads networks of time links from lines of "u v w".

#ifndef ENTENTE_EXCHANGE_TIME_NETWORK_NETWORK_READ_H
#define ENTENTE_EXCHANGE_TIME_NETWORK_NETWORK_READ_H

#include "base/input_limits.h"
#include "base/names.h"
#include "timetable/instance.h"

struct network_instances {
    const struct network_instance *items;
    size_t count;
};

// Reads lines of fields between tabs, or spaces where a line has no tab. A first line that begins
// with # may name the columns: inst draft clause u v w phrase, in any order. Without it the fields
// are u v w, or inst u v w, or u v w clause phrase. Empty lines and lines that begin with # are
// skipped. Events are plain numbers from 0, or names, of which ORIGIN is event 0 (else the first).
// Without a column for it, every link is a clause of its own.
//
// Owner:   arena; names are borrowed from the text
// Errors:  BAD_INPUT with the line: a field is missing, a limit is no whole number or too large to
//          add up; TOO_LARGE above limits->network_events or network_links
bool network_read(struct str source, struct str text, const struct input_limits *limits,
                  struct arena *arena, struct network_instances *instances,
                  struct error *error) MUST_CHECK;

#endif
