// SPDX-License-Identifier: Apache-2.0
// Computed labels: "Article 4", "3.", "(a)", counted as a word processor counts them.

#ifndef ENTENTE_EXCHANGE_DOCX_NUMBERING_H
#define ENTENTE_EXCHANGE_DOCX_NUMBERING_H

#include "exchange/docx/list_levels.h"
#include "exchange/docx/package.h"
#include "exchange/docx/styles.h"

// Counts on: one for each reading of a document, asked paragraph by paragraph in their order.
struct docx_numbering;

// Reads word/numbering.xml; NO_PART gives one without lists. Lists may be linked through styles.
struct docx_numbering *numbering_read(const struct docx_package *package, uint32_t part,
                                      const struct docx_styles *styles, struct arena *arena);

// The level of a list (0 to 8) that belongs to a paragraph style; 0 when none does.
int numbering_style_level(const struct docx_numbering *numbering, struct str num_id,
                          struct str style_id);

// Counts the next paragraph of the list `num_id` at `level` (0 to 8).
//
// Result:  false when there is no such list; else *label, at most some hundred bytes, without
//          white space at its ends; empty when the level prints nothing. *is_bullet
// Owner:   arena
bool numbering_next(struct docx_numbering *numbering, struct str num_id, int level,
                    struct arena *arena, struct str *label, bool *is_bullet);

#endif
