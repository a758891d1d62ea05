// SPDX-License-Identifier: Apache-2.0
// How far the words of a role reach: "the Turkish foreign minister", "secretary of the council".

#ifndef ENTENTE_NEWS_REPORTS_ROLES_H
#define ENTENTE_NEWS_REPORTS_ROLES_H

#include "news_reports/news.h"

// The noun phrase of a role that ends before token `end`: where it begins, or `end` when none does.
size_t role_before(const struct news *news, size_t end, size_t least);
// The role that begins at token `from`: the token after it, or `from` when none does.
size_t role_after(const struct news *news, size_t from);

// The words of a role without "the" or "his" before them.
struct str role_words(const struct news *news, size_t from, size_t to);

#endif
