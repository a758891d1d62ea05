// SPDX-License-Identifier: Apache-2.0
// The persons and bodies a report names, with the roles it gives the persons.

#ifndef ENTENTE_REPORT_NAMES_H
#define ENTENTE_REPORT_NAMES_H

#include "report/report.h"

// Fills persons, bodies and mentions. The report's tokens, quotations and sentences must be there.
// Cost: O(tokens)
void names_find_all(struct report *report);

// A word that can be part of a person's name.
bool names_is_name_word(const struct report *report, size_t token);
// Notes tokens [from, to) as a mention.
void names_add_mention(struct report *report, enum mention_kind kind, size_t from, size_t to,
                       size_t index);
// Notes a role of a person, once.
void names_add_role(struct report *report, size_t person, struct str role);
// Bodies, once the persons are known.
void names_find_bodies(struct report *report);

#endif
