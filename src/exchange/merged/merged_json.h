// SPDX-License-Identifier: Apache-2.0
// The exchange form "entente-merge/1" (docs/merge.md): a sheet as JSON, and back.

#ifndef ENTENTE_EXCHANGE_MERGED_MERGED_JSON_H
#define ENTENTE_EXCHANGE_MERGED_MERGED_JSON_H

#include "base/input_limits.h"
#include "merge/sheet.h"

struct str merged_json_write(const struct sheet *sheet, struct arena *arena);

// Reads it again.
//
// source  the file's name, for errors
// Owner:  arena; texts are copies
// Errors: BAD_INPUT with the place in the structure: not this format, a slot without wordings, an
//         unknown party, a party with two wordings in a slot; those of json_read
bool merged_json_read(struct str source, struct str text, const struct input_limits *limits,
                      struct arena *arena, struct sheet *sheet, struct error *error) MUST_CHECK;

#endif
