// SPDX-License-Identifier: Apache-2.0
// The issues made from a merged text's slots, for eyes.

#ifndef ENTENTE_RENDER_BARGAIN_ISSUES_FORMS_H
#define ENTENTE_RENDER_BARGAIN_ISSUES_FORMS_H

#include "answers/issues_answer.h"
#include "base/builder.h"
#include "render/page/report.h"

// How many there are, and what time forbids, in lines.
struct str issues_summary(const struct issues_answer *answer, struct arena *arena);

// Each issue with its options and who holds them, and what cannot stand together.
struct report issues_report(const struct issues_answer *answer, struct arena *arena);

#endif
