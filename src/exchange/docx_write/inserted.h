// SPDX-License-Identifier: Apache-2.0
// What a party put in, as elements of WordprocessingML.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_INSERTED_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_INSERTED_H

#include "exchange/docx_write/writer.h"

enum item_kind {
    ITEM_TEXT,  // inside one paragraph
    ITEM_MARK,  // the mark of paragraph `index`
    ITEM_TABLE, // block `index`
    ITEM_ROW,
    ITEM_CELL,
    ITEM_ASIDE, // one end of a comment's or bookmark's range
};

// A piece of an insertion.
struct inserted_item {
    enum item_kind kind;
    uint32_t document;
    struct range text; // ITEM_TEXT: not empty
    uint32_t index;
    struct holders by;
    uint32_t move;
    uint32_t style; // of the scheme, from 1; else 0
    struct str xml; // ITEM_ASIDE: the elements
};

// Whether it stands inside a paragraph and takes no paragraph's end.
static inline bool item_is_inline(const struct inserted_item *item)
{
    return item->kind == ITEM_TEXT || item->kind == ITEM_ASIDE;
}

static inline bool item_is_block(enum item_kind kind)
{
    return kind == ITEM_TABLE || kind == ITEM_ROW || kind == ITEM_CELL;
}

// Adds the pieces of an insertion, in order, to a list of struct inserted_item.
void items_add(const struct docx_writer *writer, const struct insertion *insertion,
               struct list *items);

// The surroundings that content without formatting of its own (plain text, Markdown) takes on.
struct neighbour {
    struct str run_properties; // a w:rPr element, or empty
    uint32_t paragraph;        // of the base
    bool is_in_link;           // inside a w:hyperlink, which holds no other
};

// Adds an ITEM_TEXT as inserted runs.
void add_inserted_text(struct docx_writer *writer, struct out_part *part,
                       const struct inserted_item *item, const struct neighbour *neighbour,
                       struct builder *out);
// Adds the w:pPr of an inserted paragraph mark.
void add_inserted_mark(struct docx_writer *writer, struct out_part *part,
                       const struct inserted_item *item, const struct neighbour *neighbour,
                       struct builder *out);
// Adds an ITEM_TABLE, ITEM_ROW or ITEM_CELL with all rows inserted.
void add_inserted_block(struct docx_writer *writer, struct out_part *part,
                        const struct inserted_item *item, struct builder *out);

// The runs that begin a field of this code, up to its result, and the run that ends it. is_deleted:
// the code stands in a deletion.
void add_field_start(struct builder *out, struct str code, bool is_deleted);
void add_field_end(struct builder *out);

// The content of such a w:rPr.
void add_run_look(struct builder *out, const struct marks *marks);
// `<w:rPr>…</w:rPr>` for the bold, italic … of another format; empty when plain.
struct str run_properties_of(const struct marks *marks, struct arena *arena);
// Adds `<w:t>` elements, with w:tab and w:br for tabs and line breaks.
void add_run_text(struct builder *out, struct str text);

#endif
