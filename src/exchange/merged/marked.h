// SPDX-License-Identifier: Apache-2.0
// A bracketed text as bytes of which it is known which are marks: the escapes are resolved, and a
// "[" that was escaped is literal.

#ifndef ENTENTE_EXCHANGE_MERGED_MARKED_H
#define ENTENTE_EXCHANGE_MERGED_MARKED_H

#include "base/input_limits.h"
#include "exchange/merged/marked_text.h"
#include "exchange/merged/merged_text.h"

bool marked_read(struct str name, struct str bytes, enum merged_medium medium,
                 const struct input_limits *limits, struct arena *arena, struct marked *marked,
                 struct error *error) MUST_CHECK;

// "\{U+202E}" at byte `at` of our text, which stands for a mark of direction without its partner.
// Result: its bytes, and in *c the mark; 0: there is none
size_t marked_direction(struct str line, size_t at, uint32_t *c);

#endif
