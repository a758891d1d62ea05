// SPDX-License-Identifier: Apache-2.0
// What a word processor expects of tracked changes beyond well-formed XML: how they nest, and that
// numbers are given once.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_UNIQUE_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_UNIQUE_H

#include "exchange/docx/package.h"

// What does not hold, and in which part.
struct unsound {
    struct str part;
    const char *what;
};

// Checks the trees of a package that was made from `base`:
//
// 1. no deletion stands in a deletion, no insertion in an insertion; deleted text stands in
//    w:delText, and only there
// 2. every tracked change has a number that no other has; every range of a move that begins ends
// 3. bookmarks, comments and paragraphs (w14:paraId) have numbers of their own, unless those of the
//    base share some already
//
// Cost: O(nodes of the parts that changed)
bool unique_check(const struct docx_package *package, const struct docx_package *base,
                  struct arena *arena, struct unsound *unsound);

#endif
