// SPDX-License-Identifier: Apache-2.0
// Taking out what must be forgotten: content, salt and keys of entries go, their places in the record stay.

#ifndef ENTENTE_CASEFILE_FORGET_H
#define ENTENTE_CASEFILE_FORGET_H

#include "casefile/casefile.h"

// An item, of which all entries go that the viewer may read; or, with kind empty, one entry of a closed
// log, which the viewer need not be able to read.
struct forget_what {
    struct str kind;
    struct str id;
    struct str audience;
    uint64_t at;
};

struct forget_done {
    struct list taken; // struct forgotten
    size_t file_count; // files that no other entry names
};

// Does so, between casefile_begin and commit. What those entries say of other items is said again by an entry
// "restate"; then an entry "forget" of each log names those that are gone.
//
// frame    by, time and how it is to be read (is_by_clock, at_any_time); nothing else of it counts
// seed     of the act
// Owner:   the frame
// Errors:  NOT_FOUND; MISUSE for entries that others stand on: they give keys, or bring a draft
bool casefile_forget(struct casefile *casefile, const struct act *frame, const unsigned char *seed,
                     const struct forget_what *what, struct forget_done *done_so,
                     struct error *error) MUST_CHECK;

#endif
