// SPDX-License-Identifier: Apache-2.0
// What a paragraph is cut into by inserted marks: where each piece begins and ends, and what goes into it.
#include "exchange/docx_write/rewrite_parts.h"

#include "codec/xml_write.h"
#include "exchange/docx_write/carry.h"
#include "exchange/docx_write/list_places.h"
#include "exchange/docx_write/tags.h"

const struct deletion *deletion_at(const struct touched *touched, uint32_t at)
{
    size_t low = first_deletion_behind(touched->deletions, touched->deletion_count, at);
    bool covers = low < touched->deletion_count && touched->deletions[low].base.from <= at;
    return covers ? &touched->deletions[low] : NULL;
}

const struct deletion *mark_deletion(const struct cutter *cutter)
{
    if (cutter->touched->keeps_mark)
        return NULL;
    return deletion_at(cutter->touched, cutter->paragraph->to);
}

struct str paragraph_name(const struct cutter *cutter)
{
    const struct xml_node *node = node_at(cutter, cutter->node);
    return tag_name(source_bytes(cutter, node->from, node->open_to));
}

// Children of w:pPr that are the paragraph's format.
static bool is_format(enum word word)
{
    return word != W_PPR_CHANGE && word != W_SECT_PR && word != WORD_TEXT_NODE && word != W_RPR;
}

static void add_old_children(const struct cutter *cutter, uint32_t properties, struct builder *out)
{
    if (properties == NO_NODE)
        return;
    for (uint32_t child = properties + 1; child < node_at(cutter, properties)->end;
         child = node_at(cutter, child)->end)
        if (is_format(docx_word(cutter->tree, child)))
            builder_add(out, xml_bytes(&cutter->tree->xml, child));
}

static void add_change_of(struct cutter *cutter, uint32_t properties, struct builder *change)
{
    writer_add_tag(cutter->writer, change, "pPrChange", cutter->touched->set_by);
    builder_add_c(change, "<w:pPr>");
    add_old_children(cutter, properties, change);
    builder_add_c(change, "</w:pPr></w:pPrChange>");
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
    carry_format(&carriage, paragraph_change->draft,
                 source->paragraphs[paragraph_change->draft].properties,
                 (struct skipped){{W_RPR, W_SECT_PR, W_PPR_CHANGE}}, out);
    add_change_of(cutter, properties, change);
}

// The base's format in another list.
static void add_place_change(struct cutter *cutter, uint32_t properties, struct builder *out,
                             struct builder *change)
{
    const struct touched *touched = cutter->touched;
    struct builder place = builder_make(cutter->writer->arena);
    struct str style =
        properties == NO_NODE ? STR("") : docx_child_value(cutter->tree, properties, W_P_STYLE);
    add_list_place(cutter->writer, touched->place, style, false, &place);
    bool is_added = false;
    uint32_t end = properties == NO_NODE ? 0 : node_at(cutter, properties)->end;
    for (uint32_t child = properties + 1; properties != NO_NODE && child < end;
         child = node_at(cutter, child)->end) {
        enum word word = docx_word(cutter->tree, child);
        if (is_format(word) && !is_added && !stands_before_list(cutter->tree, child)) {
            builder_add(out, builder_str(&place));
            is_added = true;
        }
        if (is_format(word) && word != W_NUM_PR)
            builder_add(out, xml_bytes(&cutter->tree->xml, child));
    }
    if (!is_added)
        builder_add(out, builder_str(&place));
    add_change_of(cutter, properties, change);
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
    else if (cutter->touched->place)
        add_place_change(cutter, properties, &out, &change);
    else
        add_old_children(cutter, properties, &out);
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

static bool changes_format(const struct touched *touched)
{
    return touched->paragraph_change || touched->place;
}

size_t next_mark_from(const struct touched *touched, size_t item)
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
    if (mark || changes_format(touched))
        builder_add(out, base_properties(cutter, mark));
    else if (properties != NO_NODE)
        builder_add(out, xml_bytes(&cutter->tree->xml, properties));
}

void rewrite_start(struct cutter *cutter)
{
    const struct touched *touched = cutter->touched;
    bool is_split = cutter->next_mark < touched->item_count;
    bool has_content = cutter->next_item < touched->item_count;
    if (!is_split && !changes_format(touched) && !mark_deletion(cutter) &&
        !(cutter->is_self_closed && has_content))
        return;
    struct builder out = builder_make(cutter->writer->arena);
    add_piece_start(cutter, &out);
    const struct xml_node *node = node_at(cutter, cutter->node);
    uint32_t properties = docx_child(cutter->tree, cutter->node, W_PPR);
    uint32_t to = properties == NO_NODE ? node->open_to : node_at(cutter, properties)->to;
    if (cutter->is_self_closed && !has_content)
        builder_print(&out, "</%.*s>", STR_ARGS(paragraph_name(cutter)));
    patch(cutter, node->from, to, builder_str(&out));
}

// Closes what is open between a node's inside and the paragraph, and the paragraph; or opens it
// all again. A simple field goes on in its long form, which has no element around it.
static void add_closings(struct cutter *cutter, uint32_t inside, struct builder *out)
{
    for (uint32_t n = inside; n != cutter->node; n = node_at(cutter, n)->parent) {
        if (docx_word(cutter->tree, n) == W_FLD_SIMPLE) {
            field_lengthen(cutter, n);
            continue;
        }
        builder_print(out, "</%.*s>",
                      STR_ARGS(tag_name(source_bytes(cutter, node_at(cutter, n)->from,
                                                     node_at(cutter, n)->open_to))));
    }
    builder_add_c(out, "</w:p>");
}

static void add_openings(const struct cutter *cutter, uint32_t inside, struct builder *out)
{
    if (inside == cutter->node)
        return;
    const struct xml_node *node = node_at(cutter, inside);
    add_openings(cutter, node->parent, out);
    if (docx_word(cutter->tree, inside) != W_FLD_SIMPLE)
        builder_add(out, source_bytes(cutter, node->from, node->open_to));
}

void add_inline_item(struct docx_writer *writer, struct out_part *part,
                     const struct inserted_item *item, const struct neighbour *neighbour,
                     struct builder *out)
{
    if (item->kind == ITEM_ASIDE)
        builder_add(out, item->xml);
    else
        add_inserted_text(writer, part, item, neighbour, out);
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
        const struct inserted_item *item = &touched->items[cutter->next_item];
        if (item->kind == ITEM_MARK) {
            if (!is_between)
                add_closings(cutter, inside, &out);
            cutter->next_mark = next_mark_from(touched, cutter->next_item + 1);
            if (is_between) { // an empty paragraph
                struct inserted_item *empty = ARENA_NEW(writer->arena, struct inserted_item);
                *empty = *item;
                builder_add_c(&out, "<w:p>");
                add_inserted_mark(writer, cutter->part, empty, &neighbour, &out);
                builder_add_c(&out, "</w:p>");
            }
            is_between = true;
        } else if (item_is_block(item->kind)) {
            if (!is_between)
                writer_note(writer, item->document,
                            "a table of %.*s stands where the base has no paragraph's end",
                            STR_ARGS(writer->documents[item->document]->name));
            else
                add_inserted_block(writer, cutter->part, item, &out);
        } else {
            if (is_between) {
                add_piece_start(cutter, &out);
                add_openings(cutter, inside, &out);
                is_between = false;
            }
            add_inline_item(cutter->writer, cutter->part, item, &neighbour, &out);
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
