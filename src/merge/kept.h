// SPDX-License-Identifier: Apache-2.0
// Where the words that a draft kept stand in the base: from a byte of the draft to one of the base.

#ifndef ENTENTE_MERGE_KEPT_H
#define ENTENTE_MERGE_KEPT_H

#include "base/list.h"
#include "merge/merged.h"

// Puts a list of struct kept_words in the order that merged.h asks for and drops what others hold.
void kept_sort(struct list *kept, uint32_t party_count);

// The byte of the base's text that byte `at` of a party's draft was kept from; NO_INDEX when the
// draft has put that byte in. Cost: O(log kept)
uint32_t kept_base_at(const struct merged *merged, struct party party, uint32_t at);
// The same, or for what the draft has put in the byte of the base that stands behind it.
uint32_t kept_base_near(const struct merged *merged, struct party party, uint32_t at);
// The paragraph of the base whose mark the draft's paragraph has kept, or NO_INDEX.
uint32_t kept_paragraph(const struct merged *merged, struct party party, uint32_t paragraph);

#endif
