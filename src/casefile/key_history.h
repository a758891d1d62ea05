// SPDX-License-Identifier: Apache-2.0
// Which keys a record has given to whom, one after the other, and whether each was handed over by the
// one before.

#ifndef ENTENTE_CASEFILE_KEY_HISTORY_H
#define ENTENTE_CASEFILE_KEY_HISTORY_H

#include "record/audit.h"
#include "record/keys.h"
#include "record/scan.h"

struct key_history {
    struct arena *arena;
    struct str case_id;
    struct list signers; // struct signer, in the order of the log "all"
    struct list values;  // const struct json *: the key's item, for each signer
    struct list wrong;   // struct finding
};

struct key_history key_history_make(struct str case_id, struct arena *arena);
// Takes the changes (struct scanned_change) of an open entry; entries of a log come in their order.
void key_history_see(struct key_history *history, const struct entry_row *row,
                     const struct list *changes);

#endif
