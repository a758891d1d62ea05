// SPDX-License-Identifier: Apache-2.0
// A file that is looked through before signature, with what has been accepted in it as it is.

#ifndef ENTENTE_WORKBENCH_TEXT_PROOFREAD_FILE_H
#define ENTENTE_WORKBENCH_TEXT_PROOFREAD_FILE_H

#include "base/str.h"

#include <entente/proofread.h>

// A finding that is told no more.
struct proof_accepted {
    struct str check; // its kind: "reference"
    struct str quote;
    struct str point; // empty: wherever it stands
};

struct proof_task {
    const struct entente_proofread_options *options; // this library's own
    const struct entente_file *file;
    const struct proof_accepted *accepted;
    size_t accepted_count;
};

// As entente_proofread.
bool proofread_file(const struct proof_task *task, const struct entente_bounds *bounds,
                    struct entente_answer **answer, struct entente_error *error);

#endif
