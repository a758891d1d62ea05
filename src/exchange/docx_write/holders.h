// SPDX-License-Identifier: Apache-2.0
// Who takes part in a change, and in which document it stands.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_HOLDERS_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_HOLDERS_H

#include "merge/merged.h"

// Parties, ascending; never empty.
struct holders {
    const struct party *items;
    uint32_t count;
};

bool holders_have(struct holders by, struct party party);

// The document with this number: 0 the base, n + 1 the draft of party n.
const struct document *merged_document(const struct merged *merged, uint32_t number);

#endif
