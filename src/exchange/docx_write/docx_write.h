// SPDX-License-Identifier: Apache-2.0
// Writes a merged text as a .docx file with tracked changes: author is who holds the wording.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_DOCX_WRITE_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_DOCX_WRITE_H

#include "exchange/docx_write/options.h"
#include "merge/merged.h"

struct docx_written {
    struct str bytes;
    const struct merge_note *notes; // what could not be carried
    uint32_t note_count;
};

// Writes the merged text over the base's own package: what no party touched stays byte for byte;
// differences become tracked changes. Refusing all of them gives the base; accepting those whose
// author names a party (several are joined by "; ") and refusing the rest gives its draft.
//
// merged   base and drafts may have any form. Tracked changes that stand in the base are settled as
//          they were read; a base that is no .docx file gets a plain new package
// Owner:   arena
// Errors:  those of reading the base again; TOO_LARGE
// Cost:    O(size of the base's package + size of what differs)
bool docx_write_tracked(const struct merged *merged, const struct docx_write_options *options,
                        struct arena *arena, struct docx_written *written,
                        struct error *error) MUST_CHECK;

#endif
