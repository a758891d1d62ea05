// SPDX-License-Identifier: Apache-2.0
// The state tables against the entries of the open logs, which come by one after the other: what
// whoever reads a record anyway shows to it.

#ifndef ENTENTE_CASEFILE_STATE_CHECK_H
#define ENTENTE_CASEFILE_STATE_CHECK_H

#include "base/builder.h"
#include "record/state_model.h"

struct state_check {
    struct state_model model;
    struct arena *scratch; // for one entry
    struct list changes;   // of the entry seen last
    struct builder said;   // of the state, by the newest entry for all
    uint64_t public_count; // entries seen of that log
    bool has_failed;       // an entry cannot be read
    struct error error;
};

struct state_check state_check_make(void);
void state_check_close(struct state_check *check);

// Entries of closed logs are passed over. The order of the logs does not matter, each comes whole.
// Result:  the changes of the entry (struct scanned_change), until the next is seen
const struct list *state_check_see(struct state_check *check, const struct entry_row *row);
// Whether what the newest entry for all says of the state is so; true when it says nothing, or public
// entries came after it.
bool state_check_said(const struct state_check *check);
// Whether the state tables hold just what the entries say.
//
// Result:  *wrong names the first row that is not so; it lies in the arena
// Errors:  TAMPERED when an entry could not be read
bool state_check_end(const struct state_check *check, struct store *store, bool *is_right,
                     struct arena *arena, struct str *wrong, struct error *error) MUST_CHECK;

#endif
