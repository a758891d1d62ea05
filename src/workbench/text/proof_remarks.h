// SPDX-License-Identifier: Apache-2.0
// A Word file with what was found in it as comments at the places.

#ifndef ENTENTE_WORKBENCH_TEXT_PROOF_REMARKS_H
#define ENTENTE_WORKBENCH_TEXT_PROOF_REMARKS_H

#include "base/builder.h"
#include "proofreading/proofread.h"

// least   what is less sure is left out
// notes   adds what could not be done, a line each
// Owner:  arena
// Errors: those of docx_write_tracked
bool proof_remarks_write(const struct proofreading *proof, enum proof_certainty least,
                         const struct input_limits *limits, struct arena *arena, struct str *output,
                         struct builder *notes, struct error *error) MUST_CHECK;

#endif
