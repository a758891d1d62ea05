// SPDX-License-Identifier: Apache-2.0
// Paragraphs that parties keep and set otherwise, in their format or their list. One tracked change of format
// stands at a paragraph.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_FORMATS_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_FORMATS_H

#include "base/list.h"
#include "exchange/docx_write/touched.h"

// The changes that the paragraphs before have left.
struct format_walk {
    uint32_t paragraph_change;
    size_t number_change;
};

// Fills in the format and place that the base's paragraph bears, and whose they are: those of the first party
// that gives it another number, else of the first that sets it otherwise, and of all who agree. The formats
// and numbers of others are told in notes. To be asked paragraph by paragraph.
void formats_find(struct docx_writer *writer, struct format_walk *walk, uint32_t number,
                  struct touched *touched);

// Adds who had better have a paragraph as a whole, as its number would be lost, or wrong (struct
// paragraph_change). False when all are there.
// Cost: O(paragraphs + changes of format and number * parties)
bool formats_wish(struct docx_writer *writer, struct list *wholes);

#endif
