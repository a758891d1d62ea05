// SPDX-License-Identifier: Apache-2.0
// Who said what about what: the statements in a news report or communiqué.

#ifndef ENTENTE_STATEMENTS_STATEMENTS_H
#define ENTENTE_STATEMENTS_STATEMENTS_H

#include "base/arena.h"
#include "base/error.h"
#include "statements/statement.h"

// Reads a report.
//
// Owner:   arena; strings live there or in the text
// Errors:  BAD_INPUT for broken UTF-8, TOO_LARGE from 256 MiB
// Cost:    O(length), but O(sentence length squared) for a very long sentence
bool statements_read(const struct statements_source *source, struct arena *arena,
                     struct statements_found *found, struct error *error) MUST_CHECK;

const char *statement_speaker_kind_name(enum speaker_kind kind);
const char *statement_form_name(enum statement_form form);
// "given", "dateline", …; "unknown"
const char *report_date_origin_name(enum report_date_origin origin);

#endif
