// SPDX-License-Identifier: Apache-2.0
// Checkpoints and keys that whoever verifies kept for himself, read.

#ifndef ENTENTE_WORKBENCH_CASE_KEPT_H
#define ENTENTE_WORKBENCH_CASE_KEPT_H

#include "record/note.h"
#include "workbench/case/case.h"

struct kept {
    struct list notes; // struct note
    struct list keys;  // struct signer
};

// Errors: BAD_INPUT with the file and line
bool kept_read(const struct entente_verify_options *files, struct arena *arena, struct kept *kept,
               struct error *error) MUST_CHECK;

#endif
