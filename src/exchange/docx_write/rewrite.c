// SPDX-License-Identifier: Apache-2.0
//
// A paragraph is gone through run by run. Text that a deletion or an insertion cuts is split:
//
//   <w:r>P<w:t>one two three</w:t></w:r>                              "two" deleted, "2" put in
//   <w:r>P<w:t>one </w:t></w:r><w:del><w:r>P<w:delText>two</w:delText></w:r></w:del>
//   <w:ins><w:r>…<w:t>2</w:t></w:r></w:ins><w:r>P<w:t> three</w:t></w:r>
//
// Only the cut w:t elements are written anew; tags of whole ones are renamed; all else keeps its
// bytes. An inserted mark ends the paragraph early: the first pieces get the properties of the
// draft's paragraphs, the last piece keeps the element and the properties of the base's.
#include "exchange/docx_write/rewrite.h"

#include "exchange/docx_write/rewrite_parts.h"

// The items that stand as whole paragraphs and tables before the element.
static size_t items_before(const struct touched *touched, uint32_t from)
{
    size_t before = 0;
    for (size_t i = 0; i < touched->item_count && touched->places[i] == from; i++)
        if (!item_is_inline(&touched->items[i]))
            before = i + 1;
    return before;
}

// A text box stands twice in its part: once for programs that know it and once, as the fallback,
// for those that do not. The fallback would keep the old words, so it goes.
static void drop_fallback(struct cutter *cutter)
{
    const struct xml_node *nodes = cutter->tree->xml.nodes;
    for (uint32_t node = cutter->node; node != 0; node = nodes[node].parent) {
        if (docx_word(cutter->tree, node) != MC_ALTERNATE_CONTENT)
            continue;
        uint32_t fallback = docx_child(cutter->tree, node, MC_FALLBACK);
        struct str key = arena_print(cutter->writer->arena, "%u %u", cutter->part->number, node);
        uint32_t known = names_count(cutter->writer->fallbacks);
        if (fallback != NO_NODE && names_add(cutter->writer->fallbacks, key) == known)
            patch(cutter, nodes[fallback].from, nodes[fallback].to, STR(""));
    }
}

void rewrite_paragraph(struct docx_writer *writer, const struct touched *touched)
{
    const struct document *base = writer->documents[0];
    const struct paragraph *paragraph = &base->paragraphs[touched->paragraph];
    struct out_part *part = writer_part(writer, paragraph->origin.part);
    struct cutter cutter = {.writer = writer,
                            .touched = touched,
                            .part = part,
                            .tree = part->tree,
                            .paragraph = paragraph,
                            .node = docx_source(base)->paragraphs[touched->paragraph].last};
    if (cutter.node == NO_NODE) {
        writer_note(writer, 0, "a change at the end of a part without a paragraph is not carried");
        return;
    }
    const struct xml_node *node = node_at(&cutter, cutter.node);
    cutter.is_self_closed = node->open_to == node->to;
    cutter.lengthened = LIST_MAKE(writer->arena, uint32_t);
    cutter.next_item = items_before(touched, paragraph->from);
    if (cutter.next_item > 0)
        rewrite_insert_blocks(writer, part, node->from, touched->items, cutter.next_item,
                              touched->paragraph);
    cutter.next_mark = next_mark_from(touched, cutter.next_item);
    docx_runs_of(base, touched->paragraph, writer->arena, &cutter.runs);
    drop_fallback(&cutter);
    rewrite_start(&cutter);
    rewrite_runs(&cutter);
}

void rewrite_insert_blocks(struct docx_writer *writer, struct out_part *part, uint32_t at,
                           const struct inserted_item *items, size_t count,
                           uint32_t neighbour_number)
{
    const struct neighbour neighbour = {STR_INIT(""), neighbour_number, false};
    struct builder out = builder_make(writer->arena);
    for (size_t i = 0; i < count; i++) {
        if (item_is_block(items[i].kind)) {
            add_inserted_block(writer, part, &items[i], &out);
            continue;
        }
        size_t mark = i; // the paragraph's text up to its mark
        while (mark < count && item_is_inline(&items[mark]))
            mark++;
        builder_add_c(&out, "<w:p>");
        if (mark < count && items[mark].kind == ITEM_MARK)
            add_inserted_mark(writer, part, &items[mark], &neighbour, &out);
        for (; i < mark; i++)
            add_inline_item(writer, part, &items[i], &neighbour, &out);
        builder_add_c(&out, "</w:p>");
    }
    patches_add(&part->patches, at, at, builder_str(&out));
}

void rewrite_deleted_row(struct docx_writer *writer, uint32_t block, struct holders by)
{
    const struct document *base = writer->documents[0];
    struct out_part *part = writer_part(writer, base->blocks[block].origin.part);
    uint32_t row = docx_source(base)->block_nodes[block];
    const struct xml_node *nodes = part->tree->xml.nodes;
    uint32_t properties = docx_child(part->tree, row, W_TR_PR);
    struct builder out = builder_make(writer->arena);
    if (properties != NO_NODE && nodes[properties].open_to < nodes[properties].to) {
        writer_add_empty(writer, &out, "del", by);
        uint32_t change = docx_child(part->tree, properties, W_TR_PR_CHANGE);
        uint32_t at = change == NO_NODE ? nodes[properties].close_from : nodes[change].from;
        patches_add(&part->patches, at, at, builder_str(&out));
        return;
    }
    builder_add_c(&out, "<w:trPr>");
    writer_add_empty(writer, &out, "del", by);
    builder_add_c(&out, "</w:trPr>");
    uint32_t exceptions = docx_child(part->tree, row, W_TBL_PR_EX);
    uint32_t from = exceptions == NO_NODE ? nodes[row].open_to : nodes[exceptions].to;
    uint32_t to = properties == NO_NODE ? from : nodes[properties].to;
    if (properties != NO_NODE)
        from = nodes[properties].from;
    patches_add(&part->patches, from, to, builder_str(&out));
}
