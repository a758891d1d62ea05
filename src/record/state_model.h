// SPDX-License-Identifier: Apache-2.0
// What the state tables must hold by the entries: of each item when it was made, when it was last
// changed, and a hash of what it became. Small where items are large.

#ifndef ENTENTE_RECORD_STATE_MODEL_H
#define ENTENTE_RECORD_STATE_MODEL_H

#include "base/names.h"
#include "record/scan.h"
#include "record/store.h"

struct state_model {
    struct arena *arena;
    struct names *names; // "kind/id"
    struct list all;     // by number in `names`
};

struct state_model state_model_make(struct arena *arena);

// Applies an entry of an open log, as items_apply does.
void state_model_apply(struct state_model *model, const struct scanned_entry *entry,
                       struct str audience, uint64_t at);

// What an entry says of this state when so many public entries came before it (state_digest_text).
struct str state_model_text(const struct state_model *model, uint64_t public_count,
                            struct arena *arena);

// Whether the state tables hold just this. The first row that is not so is named in *what, which
// lies in the arena.
bool state_model_is_stored(const struct state_model *model, struct store *store, bool *is_stored,
                           struct str *what, struct error *error) MUST_CHECK;

#endif
