// SPDX-License-Identifier: Apache-2.0
// One paragraph of the base while it is being rewritten: what the files that rewrite it share.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_REWRITE_PARTS_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_REWRITE_PARTS_H

#include "base/list.h"
#include "exchange/docx_write/run_map.h"
#include "exchange/docx_write/touched.h"

// A deletion element that is open, to be closed at byte `at` unless the next run goes on with it.
struct pending {
    const struct deletion *deletion; // NULL: none
    uint32_t at;
    uint32_t moving; // number of the move whose range is open, 0: none
};

struct cutter {
    struct docx_writer *writer;
    const struct touched *touched;
    struct out_part *part;
    const struct docx_part *tree;
    const struct paragraph *paragraph;
    uint32_t node; // the w:p
    struct docx_runs runs;
    struct pending pending;
    size_t next_item;       // of touched->items: not yet put in
    size_t next_mark;       // item index of the mark that ends the present piece; item_count: none
    bool is_self_closed;    // <w:p/>
    struct list lengthened; // uint32_t: simple fields that are written in their long form
};

static inline const struct xml_node *node_at(const struct cutter *cutter, uint32_t node)
{
    return &cutter->tree->xml.nodes[node];
}

static inline struct str source_bytes(const struct cutter *cutter, uint32_t from, uint32_t to)
{
    return str_slice(cutter->tree->xml.source, from, to);
}

static inline void patch(struct cutter *cutter, uint32_t from, uint32_t to, struct str with)
{
    patches_add(&cutter->part->patches, from, to, with);
}

// The deletion that takes out byte `at` of the base's text, or NULL.
const struct deletion *deletion_at(const struct touched *touched, uint32_t at);
// The deletion of the paragraph's mark, or NULL.
const struct deletion *mark_deletion(const struct cutter *cutter);

// The elements around and inside deleted text: those of a move, or of a deletion.
static inline bool is_moved(const struct cutter *cutter, const struct deletion *deletion)
{
    return writer_moves(cutter->writer, deletion->move);
}

// The name of the base's paragraph as its tag has it; another prefix than "w" may stand there.
struct str paragraph_name(const struct cutter *cutter);

// Do items wait to be put in at or before place `at`?
bool items_wait(const struct cutter *cutter, uint32_t at);
// Puts in all items up to place `at` of the text. `inside` is the element whose child the place is;
// run_properties is the w:rPr of the run beside it, or NO_NODE.
struct str inserted_at(struct cutter *cutter, uint32_t at, uint32_t inside,
                       uint32_t run_properties);

// Patches the runs of the paragraph, from the first to the last, and puts in what goes between.
void rewrite_runs(struct cutter *cutter);

// Writes a simple field in its long form, once.
void field_lengthen(struct cutter *cutter, uint32_t node);
// The same for those that begin at byte `from` and that somebody takes out piece by piece.
void fields_lengthen_deleted(struct cutter *cutter, uint32_t from);

// Writes the start of the element anew where it changes.
void rewrite_start(struct cutter *cutter);
// The first inserted mark from an item on; item_count when there is none.
size_t next_mark_from(const struct touched *touched, size_t item);
// An item that stands inside a paragraph.
void add_inline_item(struct docx_writer *writer, struct out_part *part,
                     const struct inserted_item *item, const struct neighbour *neighbour,
                     struct builder *out);

#endif
