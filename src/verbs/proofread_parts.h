// SPDX-License-Identifier: Apache-2.0
// The half of `proofread` that takes a document of a case.

#ifndef ENTENTE_VERBS_PROOFREAD_PARTS_H
#define ENTENTE_VERBS_PROOFREAD_PARTS_H

#include "verbs/request.h"

#include <entente/proofread.h>

// The document is the second word. A face that is built without the case file has another in its place.
bool proofread_in_case(struct request *request, const struct entente_proofread_options *shown);

#endif
