// SPDX-License-Identifier: Apache-2.0
// The tables, rows and cells of a wording, read from JSON.

#ifndef ENTENTE_EXCHANGE_MERGED_PARTS_JSON_H
#define ENTENTE_EXCHANGE_MERGED_PARTS_JSON_H

#include "codec/json.h"
#include "merge/sheet.h"

// Reads what "rows", "cells" or "blocks" of a variant says into the wording, whose text is known.
// Result: false when it does not say that text, paragraph by paragraph
bool parts_json_read(const struct json *variant, enum slot_unit unit, struct arena *arena,
                     struct wording *wording);

#endif
