// SPDX-License-Identifier: Apache-2.0
// The persons and bodies a report names, with the roles it gives the persons.

#ifndef ENTENTE_NEWS_REPORTS_NAMES_H
#define ENTENTE_NEWS_REPORTS_NAMES_H

#include "news_reports/news.h"

// Fills persons and their mentions. The report's tokens, quotations and sentences must be there.
// Cost: O(tokens)
void names_find_persons(struct news *news);
// Fills bodies and their mentions, once the persons are known.
void names_find_bodies(struct news *news);

// A word that can be part of a person's name.
bool names_is_name_word(const struct news *news, size_t token);
// Notes tokens [from, to) as a mention.
void names_add_mention(struct news *news, enum mention_kind kind, size_t from, size_t to,
                       size_t index);
// Notes a role of a person, once.
void names_add_role(struct news *news, size_t person, struct str role);

#endif
