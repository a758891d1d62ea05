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

#include "codec/xml_write.h"
#include "exchange/docx_write/carry.h"
#include "exchange/docx_write/cutter.h"
#include "exchange/docx_write/tags.h"

static void add_old_children(const struct cutter *cutter, uint32_t properties, bool with_look,
                             struct builder *out)
{
    if (properties == NO_NODE)
        return;
    for (uint32_t child = properties + 1; child < node_at(cutter, properties)->end;
         child = node_at(cutter, child)->end) {
        enum word word = docx_word(cutter->tree, child);
        if (word == W_PPR_CHANGE || word == W_SECT_PR || word == WORD_TEXT_NODE ||
            (word == W_RPR && !with_look))
            continue;
        builder_add(out, xml_bytes(&cutter->tree->xml, child));
    }
}

static void add_paragraph_change(struct cutter *cutter, uint32_t properties, struct builder *out,
                                 struct builder *change)
{
    struct docx_writer *writer = cutter->writer;
    const struct paragraph_change *paragraph_change = cutter->touched->paragraph_change;
    uint32_t number = paragraph_change->party.number + 1;
    const struct document *draft = writer->documents[number];
    const struct docx_source *source = docx_source(draft);
    const struct carriage carriage = {
        writer, cutter->part, number,
        &source->package->parts[draft->paragraphs[paragraph_change->draft].origin.part]};
    carry_children(&carriage, source->paragraphs[paragraph_change->draft].properties,
                   (struct skipped){{W_RPR, W_SECT_PR, W_PPR_CHANGE}}, out);
    writer_add_tag(writer, change, "pPrChange", (struct holders){&paragraph_change->party, 1});
    builder_add_c(change, "<w:pPr>");
    add_old_children(cutter, properties, false, change);
    builder_add_c(change, "</w:pPr></w:pPrChange>");
}

// The base's w:pPr with what happens to the mark and the format.
static struct str base_properties(struct cutter *cutter, const struct deletion *mark)
{
    struct docx_writer *writer = cutter->writer;
    uint32_t properties = docx_child(cutter->tree, cutter->node, W_PPR);
    uint32_t look = NO_NODE;
    uint32_t section = NO_NODE;
    if (properties != NO_NODE) {
        look = docx_child(cutter->tree, properties, W_RPR);
        section = docx_child(cutter->tree, properties, W_SECT_PR);
    }
    struct builder out = builder_make(writer->arena);
    struct builder change = builder_make(writer->arena);
    builder_add_c(&out, "<w:pPr>");
    if (cutter->touched->paragraph_change)
        add_paragraph_change(cutter, properties, &out, &change);
    else
        add_old_children(cutter, properties, false, &out);
    if (mark || look != NO_NODE) {
        builder_add_c(&out, "<w:rPr>");
        if (mark)
            writer_add_empty(writer, &out, is_moved(cutter, mark) ? "moveFrom" : "del", mark->by);
        if (look != NO_NODE)
            builder_add(&out, source_bytes(cutter, node_at(cutter, look)->open_to,
                                           node_at(cutter, look)->close_from));
        builder_add_c(&out, "</w:rPr>");
    }
    if (section != NO_NODE)
        builder_add(&out, xml_bytes(&cutter->tree->xml, section));
    builder_add(&out, builder_str(&change));
    builder_add_c(&out, "</w:pPr>");
    return builder_str(&out);
}

static size_t next_mark_from(const struct touched *touched, size_t item)
{
    while (item < touched->item_count && touched->items[item].kind != ITEM_MARK)
        item++;
    return item;
}

static struct neighbour neighbour_of(const struct cutter *cutter, uint32_t run_properties,
                                     bool is_in_link)
{
    struct str look =
        run_properties == NO_NODE ? STR("") : xml_bytes(&cutter->tree->xml, run_properties);
    return (struct neighbour){look, cutter->touched->paragraph, is_in_link};
}

// Starts the piece that ends with the next inserted mark, or the last one with the base's mark.
static void add_piece_start(struct cutter *cutter, struct builder *out)
{
    const struct touched *touched = cutter->touched;
    if (cutter->next_mark < touched->item_count) {
        const struct neighbour neighbour = neighbour_of(cutter, NO_NODE, false);
        builder_add_c(out, "<w:p>");
        add_inserted_mark(cutter->writer, cutter->part, &touched->items[cutter->next_mark],
                          &neighbour, out);
        return;
    }
    const struct xml_node *node = node_at(cutter, cutter->node);
    uint32_t end = node->open_to - (cutter->is_self_closed ? 2 : 1);
    builder_add(out, source_bytes(cutter, node->from, end));
    builder_add_byte(out, '>');
    const struct deletion *mark = mark_deletion(cutter);
    uint32_t properties = docx_child(cutter->tree, cutter->node, W_PPR);
    if (mark || touched->paragraph_change)
        builder_add(out, base_properties(cutter, mark));
    else if (properties != NO_NODE)
        builder_add(out, xml_bytes(&cutter->tree->xml, properties));
}

// Writes the start of the element anew where it changes.
static void rewrite_start(struct cutter *cutter)
{
    const struct touched *touched = cutter->touched;
    bool is_split = cutter->next_mark < touched->item_count;
    bool has_content = cutter->next_item < touched->item_count;
    if (!is_split && !touched->paragraph_change && !mark_deletion(cutter) &&
        !(cutter->is_self_closed && has_content))
        return;
    struct builder out = builder_make(cutter->writer->arena);
    add_piece_start(cutter, &out);
    const struct xml_node *node = node_at(cutter, cutter->node);
    uint32_t properties = docx_child(cutter->tree, cutter->node, W_PPR);
    uint32_t to = properties == NO_NODE ? node->open_to : node_at(cutter, properties)->to;
    if (cutter->is_self_closed && !has_content)
        builder_add_c(&out, "</w:p>");
    patch(cutter, node->from, to, builder_str(&out));
}

// Closes what is open between a node's inside and the paragraph, and the paragraph; or opens it
// all again.
static void add_closings(const struct cutter *cutter, uint32_t inside, struct builder *out)
{
    for (uint32_t n = inside; n != cutter->node; n = node_at(cutter, n)->parent)
        builder_print(out, "</%.*s>",
                      STR_ARGS(tag_name(source_bytes(cutter, node_at(cutter, n)->from,
                                                     node_at(cutter, n)->open_to))));
    builder_add_c(out, "</w:p>");
}

static void add_openings(const struct cutter *cutter, uint32_t inside, struct builder *out)
{
    if (inside == cutter->node)
        return;
    const struct xml_node *node = node_at(cutter, inside);
    add_openings(cutter, node->parent, out);
    builder_add(out, source_bytes(cutter, node->from, node->open_to));
}

static void add_inline(struct docx_writer *writer, struct out_part *part, const struct item *item,
                       const struct neighbour *neighbour, struct builder *out)
{
    if (item->kind == ITEM_ASIDE)
        builder_add(out, item->xml);
    else
        add_inserted_text(writer, part, item, neighbour, out);
}

static bool is_block(enum item_kind kind)
{
    return kind == ITEM_TABLE || kind == ITEM_ROW || kind == ITEM_CELL;
}

struct str inserted_at(struct cutter *cutter, uint32_t at, uint32_t inside, uint32_t run_properties)
{
    const struct touched *touched = cutter->touched;
    struct docx_writer *writer = cutter->writer;
    struct builder out = builder_make(writer->arena);
    bool in_link =
        inside != NO_NODE && (docx_word(cutter->tree, inside) == W_HYPERLINK ||
                              docx_ancestor(cutter->tree, inside, W_HYPERLINK) != NO_NODE);
    const struct neighbour neighbour = neighbour_of(cutter, run_properties, in_link);
    bool is_between = false; // paragraphs: the last one is closed, none is open
    while (cutter->next_item < touched->item_count && touched->places[cutter->next_item] <= at) {
        const struct item *item = &touched->items[cutter->next_item];
        if (item->kind == ITEM_MARK) {
            if (!is_between)
                add_closings(cutter, inside, &out);
            cutter->next_mark = next_mark_from(touched, cutter->next_item + 1);
            if (is_between) { // an empty paragraph
                struct item *empty = ARENA_NEW(writer->arena, struct item);
                *empty = *item;
                builder_add_c(&out, "<w:p>");
                add_inserted_mark(writer, cutter->part, empty, &neighbour, &out);
                builder_add_c(&out, "</w:p>");
            }
            is_between = true;
        } else if (is_block(item->kind)) {
            if (!is_between)
                writer_note(writer, "a table of %.*s stands where the base has no paragraph's end",
                            STR_ARGS(writer->documents[item->document]->name));
            else
                add_inserted_block(writer, cutter->part, item, &out);
        } else {
            if (is_between) {
                add_piece_start(cutter, &out);
                add_openings(cutter, inside, &out);
                is_between = false;
            }
            add_inline(cutter->writer, cutter->part, item, &neighbour, &out);
        }
        cutter->next_item++;
    }
    if (is_between) {
        add_piece_start(cutter, &out);
        add_openings(cutter, inside, &out);
    }
    return builder_str(&out);
}

bool items_wait(const struct cutter *cutter, uint32_t at)
{
    return cutter->next_item < cutter->touched->item_count &&
           cutter->touched->places[cutter->next_item] <= at;
}

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
        writer_note(writer, "a change at the end of a part without a paragraph is not carried");
        return;
    }
    const struct xml_node *node = node_at(&cutter, cutter.node);
    cutter.is_self_closed = node->open_to == node->to;
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
                           const struct item *items, size_t count, uint32_t neighbour_number)
{
    const struct neighbour neighbour = {STR_INIT(""), neighbour_number, false};
    struct builder out = builder_make(writer->arena);
    for (size_t i = 0; i < count; i++) {
        if (is_block(items[i].kind)) {
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
            add_inline(writer, part, &items[i], &neighbour, &out);
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
