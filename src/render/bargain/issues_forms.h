// SPDX-License-Identifier: Apache-2.0
// What is said beside the issues made from a merged text's slots.

#ifndef ENTENTE_RENDER_BARGAIN_ISSUES_FORMS_H
#define ENTENTE_RENDER_BARGAIN_ISSUES_FORMS_H

#include "answers/issues_answer.h"
#include "base/builder.h"

// How many there are, and what time forbids, in lines.
struct str issues_summary(const struct issues_answer *answer, struct arena *arena);

#endif
