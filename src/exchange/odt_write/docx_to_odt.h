// SPDX-License-Identifier: Apache-2.0
// A Word file as the OpenDocument text that says the same.

#ifndef ENTENTE_EXCHANGE_ODT_WRITE_DOCX_TO_ODT_H
#define ENTENTE_EXCHANGE_ODT_WRITE_DOCX_TO_ODT_H

#include "exchange/docx/package.h"

// What OpenDocument has no place for.
struct odt_losses {
    uint32_t rows;  // tracked as inserted or deleted: their words are tracked, the rows stay
    uint32_t looks; // tracked changes of format: what they show is there, what they replaced is not
};

// Carries over what odt_to_docx reads: paragraphs, headings, lists, tables, notes, comments, pictures, boxes,
// links, tracked changes with their authors and days, the page with its header and footer, and how all of it
// looks. Equations become their words; fields their results, but for the numbers of pages.
//
// Owner:   arena
// Errors:  those of docx_part_tree; TOO_LARGE as zip_write
// Cost:    O(bytes unpacked)
bool docx_to_odt(struct docx_package *package, struct arena *arena, struct str *odt,
                 struct odt_losses *losses, struct error *error) MUST_CHECK;

#endif
