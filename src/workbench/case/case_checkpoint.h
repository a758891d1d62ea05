// SPDX-License-Identifier: Apache-2.0
// A checkpoint that a party signed elsewhere.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_CHECKPOINT_H
#define ENTENTE_WORKBENCH_CASE_CASE_CHECKPOINT_H

#include "record/note.h"
#include "workbench/case/case.h"

// Keeps it: of a log that the party may see, of entries that the case holds, signed or co-signed by that
// party's key. Between begin and commit; what is read lies in the frame.
// Errors: BAD_INPUT when it is none, or of another case; FORBIDDEN; TAMPERED
bool case_take_checkpoint(struct casefile *casefile, struct str party,
                          const struct entente_file *file, struct note *note,
                          struct error *error) MUST_CHECK;

#endif
