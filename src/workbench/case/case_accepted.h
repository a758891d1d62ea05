// SPDX-License-Identifier: Apache-2.0
// Blind acceptance: each party marks for itself which packages it could accept; only those that all
// have marked are told, and by the mediators alone.

#ifndef ENTENTE_WORKBENCH_CASE_ACCEPTED_H
#define ENTENTE_WORKBENCH_CASE_ACCEPTED_H

#include "casefile/casefile.h"

struct case_accepted {
    struct list packages; // const struct item *: those that every party could accept
    size_t package_count; // of the case
    size_t party_count;  // that are to agree: without mediators, observers, advisers and guarantors
    size_t marked_count; // of them, those that have marked every package
};

// What all could accept. A mark counts that stands in its party's own log, where nobody else writes.
//
// Owner:   arena; borrows the case's items
// Errors:  FORBIDDEN where the viewer is not a mediator with its passphrase: what others marked is sealed
bool case_accepted_find(const struct casefile *casefile, struct arena *arena,
                        struct case_accepted *accepted, struct error *error) MUST_CHECK;

#endif
