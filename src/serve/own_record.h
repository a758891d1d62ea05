// SPDX-License-Identifier: Apache-2.0
// What a party's own page gets of the record, and what it hands back finished.

#ifndef ENTENTE_SERVE_OWN_RECORD_H
#define ENTENTE_SERVE_OWN_RECORD_H

#include "serve/visit.h"

// The record as all parties may read it, with the party's own log as it is sealed.
void own_record_answer(struct site_visit *visit);
// Takes the field `lines`. 409 when they are no longer in their place.
void own_entries_answer(struct site_visit *visit);

#endif
