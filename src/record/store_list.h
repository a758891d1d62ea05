// SPDX-License-Identifier: Apache-2.0
// The cases of a database, as far as whoever asks may know that they exist.

#ifndef ENTENTE_RECORD_STORE_LIST_H
#define ENTENTE_RECORD_STORE_LIST_H

#include "base/error.h"
#include "base/list.h"

struct store_listed {
    struct str name;
    struct str address; // of the case
    int64_t format;
    bool is_writable; // by whoever asks: one of its owner's
    struct list
        readers; // struct str: who else may open it, by name; only who may write to it is told
};

// All cases that whoever asks may open, struct store_listed, by name.
//
// place    of the database: postgres://host/database, or of any case in it
// Errors:  as store_open for an address; MISUSE for a file
// Cost:    one question, whatever their number
bool store_list(const char *place, struct arena *arena, struct list *cases,
                struct error *error) MUST_CHECK;

#endif
