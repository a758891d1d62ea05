// SPDX-License-Identifier: Apache-2.0
// The two halves of `counterparts`: with files alone, and with the base of a case.

#ifndef ENTENTE_VERBS_COUNTERPARTS_BESIDE_H
#define ENTENTE_VERBS_COUNTERPARTS_BESIDE_H

#include "verbs/request.h"

#include <entente/counterparts.h>

// What is set beside what.
struct texts_beside {
    struct entente_counterparts_options shown;
    struct entente_draft *drafts;
    size_t count;
    const char *document; // of a case; NULL: the base is a file
};

// The half that needs the case file; a face that is built without one has another in its place.
bool counterparts_in_case(struct request *request, const struct texts_beside *rivals);

#endif
