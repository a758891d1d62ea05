// SPDX-License-Identifier: Apache-2.0
// Reads what the rendering "brackets" wrote, as Markdown or text: docs/merge.md has the grammar.

#ifndef ENTENTE_EXCHANGE_MERGED_BRACKETED_H
#define ENTENTE_EXCHANGE_MERGED_BRACKETED_H

#include "base/input_limits.h"
#include "exchange/merged/merged_text.h"

// Reads the bracketed text as a sheet.
//
// medium  MEDIUM_MARKDOWN or MEDIUM_TEXT
// Result: *sheet; each party's reading has the words that the written sheet gave it. Parties stand
//         in the order of the last line, or, where somebody has taken that away, by their bytes
// Owner:  arena
// Errors: BAD_INPUT when the text has neither a wording with its holders nor the last line; those
//         of the readers of Markdown and text; TOO_LARGE above limits->parties
// Cost:   O(length)
bool bracketed_read(struct str name, struct str bytes, enum merged_medium medium,
                    const struct input_limits *limits, struct arena *arena, struct sheet *sheet,
                    struct error *error) MUST_CHECK;

// One reading of the same text as Markdown or text again: what stands outside of brackets keeps
// its source form, byte for byte.
//
// reading  of the sheet that bracketed_read gives
bool bracketed_resolve(struct str name, struct str bytes, enum merged_medium medium,
                       struct sheet_reading reading, const struct input_limits *limits,
                       struct arena *arena, struct str *text, struct error *error) MUST_CHECK;

#endif
