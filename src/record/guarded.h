// SPDX-License-Identifier: Apache-2.0
// Memory for passphrases, keys and the seeds they come from: between pages that nobody may touch, not
// swapped out where the system allows it, not in a core dump, wiped when it is given back.

#ifndef ENTENTE_RECORD_GUARDED_H
#define ENTENTE_RECORD_GUARDED_H

#include "base/str.h"

// Room for one secret. Never NULL: memory_exhausted is called when there is none. Costs some pages
// and system calls, so it is taken for a secret at a time and not for many small pieces.
void *guarded_take(size_t bytes);
#define GUARDED_NEW(type) ((type *)guarded_take(sizeof(type)))
// Wipes and gives back. NULL is fine.
void guarded_free(void *secret);

// A copy of a text; its bytes are the secret to free, NULL for an empty text.
struct str guarded_copy(struct str text);

#endif
