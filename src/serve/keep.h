// SPDX-License-Identifier: Apache-2.0
// What was dropped becomes a case: its parties, its text, its drafts.

#ifndef ENTENTE_SERVE_KEEP_H
#define ENTENTE_SERVE_KEEP_H

#include "serve/visit.h"

void keep_answer(struct site_visit *visit); // POST /keep and /api/v1/cases: dropped, title

#endif
