// SPDX-License-Identifier: Apache-2.0
// Writes the next base of a merged text as a .docx file: the base's own, with what is settled in it.

#ifndef ENTENTE_EXCHANGE_DOCX_NEXT_DOCX_NEXT_H
#define ENTENTE_EXCHANGE_DOCX_NEXT_DOCX_NEXT_H

#include "exchange/docx/reading.h"
#include "exchange/docx_write/docx_write.h"
#include "exchange/next_base/bracketing.h"
#include "exchange/next_base/decided.h"

// merged     its base is a .docx file, or becomes a plain new one
// decisions  a slot of whole cells of a row stays open whatever they say, with a note
// brackets   how open slots are shown with OPEN_BRACKETS, else not looked at. Slots of whole rows, cells
//            and tables stay tracked changes
// Result:    what no decided or bracketed slot touches is byte for byte the base's. What all parties set
//            otherwise in one way is in; what only some do is not, but for OPEN_TRACKED
// Owner:     arena
// Errors:    those of reading the base again; TOO_LARGE; UNSUPPORTED when the file reads otherwise than
//            the slots say: nothing should be handed out
// Cost:      O(size of the base's package + size of what differs)
bool docx_write_next(const struct merged *merged, const struct decisions *decisions,
                     const struct bracketing *brackets, const struct docx_write_options *options,
                     struct arena *arena, struct docx_written *written,
                     struct error *error) MUST_CHECK;

// By slot: whether it cannot be decided as wanted, since cells of a row come or go there.
// Owner: arena
const bool *next_base_held(const struct merged *merged, const struct decisions *decisions,
                           struct arena *arena);

// One reading of a .docx of ours, with tracked changes or brackets, as a file without any: what the reading
// leaves out is gone, and all else keeps its bytes.
//
// Owner:  arena
// Errors: those of reading the file
bool docx_write_reading(struct str name, struct str bytes, const struct reading *reading,
                        const struct input_limits *limits, struct arena *arena, struct str *one,
                        struct error *error) MUST_CHECK;

#endif
