// SPDX-License-Identifier: Apache-2.0
// Checkpoints and keys that whoever verifies kept for himself, read.

#ifndef ENTENTE_WORKBENCH_CASE_KEPT_H
#define ENTENTE_WORKBENCH_CASE_KEPT_H

#include "record/note.h"

#include <entente/case.h>

struct kept {
    struct list notes; // struct note
    struct list keys;  // struct signer
};

// The keys of such files (struct signer). Errors: BAD_INPUT with the file and line
bool kept_keys(const struct entente_file *files, size_t count, struct arena *arena,
               struct list *keys, struct error *error) MUST_CHECK;
// Errors: BAD_INPUT with the file and line
bool kept_read(const struct entente_verify_options *files, struct arena *arena, struct kept *kept,
               struct error *error) MUST_CHECK;

#endif
