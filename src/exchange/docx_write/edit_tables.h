// SPDX-License-Identifier: Apache-2.0
// Tables among the changes of a merged text: where in a paragraph a table can be put in at all.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_EDIT_TABLES_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_EDIT_TABLES_H

#include "exchange/docx_write/deletions.h"
#include "exchange/docx_write/edit_rows.h"

// Where the last whole table in a range of a document's text ends; NO_INDEX when there is none.
// Cost: O(log blocks + blocks in the range)
uint32_t last_table_end(const struct document *document, struct range range);

// A table cannot be put into a line. Where whole lines give way to a table and more, what goes up to
// the last table is put in before the first of them, where a paragraph begins; the rest stays in
// `change`.
void tables_part(struct maker *maker, struct laid_change *change);

// What is put in with a table behind words that its holders take out goes before those words, as far
// up as they leave nothing and put in nothing else. Insertions may lose their order by place.
//
// deletions    swept: they do not overlap and stand in order
// Cost:  O(insertions * deletions in their paragraphs)
void tables_lift(const struct maker *maker, const struct list *deletions, struct list *insertions);

#endif
