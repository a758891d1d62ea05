// SPDX-License-Identifier: Apache-2.0
// Reads a news report.

#ifndef ENTENTE_NEWS_REPORTS_NEWS_READ_H
#define ENTENTE_NEWS_REPORTS_NEWS_READ_H

#include "news_reports/news.h"

// Reads tokens, quotations and sentences, then names and roles.
//
// has_lines   each line is a paragraph; else the text tells
// Errors: BAD_INPUT for broken UTF-8, TOO_LARGE from 256 MiB
bool news_read(struct str source, struct str text, bool has_lines, struct arena *arena,
               struct news *news, struct error *error) MUST_CHECK;

#endif
