// SPDX-License-Identifier: Apache-2.0
// What was read comes into the draft of the document, and the records beside it keep step.
#include "exchange/docx/docx_parts.h"

#include <inttypes.h>

#define LONG_LINK 128

struct str intern_canonical(struct docx_reader *reader, const uint32_t *nodes, size_t count)
{
    struct builder *text = &reader->scratch;
    builder_cut(text, 0);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            builder_add_byte(text, '|');
        canonical_add(reader->package, reader->number, nodes[i], reader->reading, text);
    }
    uint32_t number = names_find(reader->interned, builder_str(text));
    if (number == NAMES_NONE)
        number = names_add(reader->interned, arena_copy(reader->arena, builder_str(text)));
    return names_at(reader->interned, number);
}

uint32_t open_block(struct docx_reader *reader, enum block_kind kind, struct str key, uint32_t node)
{
    const struct xml_node *at = &reader->part->xml.nodes[node];
    *LIST_ADD(&reader->block_nodes, uint32_t) = node;
    return draft_open(&reader->draft, kind, key, (struct origin){reader->number, at->from, at->to});
}

void close_block(struct docx_reader *reader, struct str properties, uint32_t node)
{
    draft_close(&reader->draft, properties, reader->part->xml.nodes[node].to);
    // The draft may have added the paragraph that a story or cell must end in.
    if (reader->block_nodes.count < reader->draft.blocks.count) {
        *LIST_ADD(&reader->block_nodes, uint32_t) = NO_NODE;
        *LIST_ADD(&reader->paragraphs, struct docx_paragraph) =
            (struct docx_paragraph){.first = NO_NODE, .last = NO_NODE, .properties = NO_NODE};
    }
}

void begin_paragraph(struct docx_reader *reader)
{
    struct open_paragraph *paragraph = &reader->paragraph;
    if (paragraph->is_open)
        return;
    paragraph->is_open = true;
    const struct xml_node *first = &reader->part->xml.nodes[paragraph->first];
    draft_open_paragraph(&reader->draft, (struct origin){reader->number, first->from, first->to});
    LIST_ADD(&reader->paragraphs, struct docx_paragraph);
    LIST_ADD(&reader->block_nodes, uint32_t);
}

// A number as the bytes that it has here: the keys of a table are seen by nobody else.
static void add_number(struct builder *key, uint32_t number)
{
    builder_add(key, (struct str){(const char *)&number, sizeof number});
}

struct paragraph_look paragraph_look_of(struct docx_reader *reader, uint32_t properties,
                                        bool has_list)
{
    bool is_as_written = reader->table.has_paragraphs;
    struct builder *key = &reader->scratch;
    builder_cut(key, 0);
    add_number(key, reader->number * 4 + (is_as_written ? 2U : 0U) + (has_list ? 1U : 0U));
    if (properties != NO_NODE)
        builder_add(key, xml_bytes(&reader->part->xml, properties));
    uint32_t number = names_find(reader->paragraph_keys, builder_str(key));
    if (number != NAMES_NONE)
        return *LIST_AT(&reader->paragraph_looks, struct paragraph_look, number);
    names_add(reader->paragraph_keys, arena_copy(reader->arena, builder_str(key)));
    struct paragraph_look look = {intern_canonical(reader, &properties, 1), STR("")};
    if (!is_as_written) {
        look.written = look.properties;
        struct builder relative = builder_make(reader->arena);
        looks_add_paragraph(reader->styled, reader->part, properties, has_list, &relative);
        look.properties = builder_str(&relative);
    }
    *LIST_ADD(&reader->paragraph_looks, struct paragraph_look) = look;
    return look;
}

// A long link stands in the key by its hash, so that many runs with it stay small.
static void add_link(struct str link, struct builder *key)
{
    if (link.length > LONG_LINK)
        builder_print(key, ">%016" PRIx64, str_hash(link));
    else if (link.length > 0)
        builder_print(key, ">%.*s", STR_ARGS(link));
}

// The marks of a run with these properties at this link, made.
static uint32_t look_made(struct docx_reader *reader, uint32_t properties)
{
    const struct docx_part *part = reader->part;
    struct marks marks = {.link = {NULL, 0}};
    if (properties != NO_NODE) {
        struct str id = docx_child_value(part, properties, W_R_STYLE);
        const struct docx_style *style = styles_find(reader->styles, id);
        if (id.length > 0 && style)
            marks = style->look;
        look_apply(part, properties, &marks);
    }
    marks.link = reader->link;
    struct builder written = builder_make(reader->arena);
    canonical_add(reader->package, reader->number, properties, reader->reading, &written);
    add_link(reader->link, &written);
    marks.key = builder_str(&written);
    if (!reader->table.has_words) {
        struct builder relative = builder_make(reader->arena);
        struct builder whole = builder_make(reader->arena);
        builder_add_byte(&whole, '='); // known, even where it is nothing
        looks_add_words(reader->styled, part, properties, reader->style, &relative, &whole);
        add_link(reader->link, &relative);
        add_link(reader->link, &whole);
        marks.key = builder_str(&relative);
        marks.written = builder_str(&written);
        marks.whole = builder_str(&whole);
    }
    return draft_marks(&reader->draft, &marks);
}

// The same, looked up by the bytes of the properties and the link. Most runs look as the one before.
static uint32_t look_of(struct docx_reader *reader, uint32_t properties)
{
    struct str bytes = {NULL, 0};
    if (properties != NO_NODE)
        bytes = xml_bytes(&reader->part->xml, properties);
    struct last_look *last = &reader->last_look;
    if (last->is_set && last->part == reader->number && last->link.bytes == reader->link.bytes &&
        last->link.length == reader->link.length && last->style == reader->style &&
        last->is_as_written == reader->table.has_words && str_equal(last->properties, bytes))
        return last->look;
    *last = (struct last_look){true,          reader->number,          bytes, reader->link,
                               reader->style, reader->table.has_words, 0};
    struct builder *key = &reader->scratch;
    builder_cut(key, 0);
    // Relationships are the part's own.
    add_number(key, reader->number * 2 + (reader->table.has_words ? 1U : 0U));
    add_number(key, reader->style);
    builder_add(key, bytes);
    builder_add_byte(key, '\0');
    add_link(reader->link, key);
    uint32_t number = names_find(reader->look_keys, builder_str(key));
    if (number != NAMES_NONE) {
        last->look = *LIST_AT(&reader->looks, uint32_t, number);
        return last->look;
    }
    names_add(reader->look_keys, arena_copy(reader->arena, builder_str(key)));
    last->look = look_made(reader, properties);
    *LIST_ADD(&reader->looks, uint32_t) = last->look;
    return last->look;
}

bool is_struck_out(struct docx_reader *reader, uint32_t properties)
{
    return reader->reading->skips_struck && properties != NO_NODE &&
           LIST_AT(&reader->draft.marks, struct marks, look_of(reader, properties))->strike;
}

static struct origin origin_of(const struct docx_reader *reader, uint32_t node)
{
    const struct xml_node *at = &reader->part->xml.nodes[node];
    return (struct origin){reader->number, at->from, at->to};
}

static void record_text_run(struct docx_reader *reader, uint32_t node, uint32_t properties,
                            uint32_t *text_at, size_t bytes)
{
    *LIST_ADD(&reader->text_runs, struct docx_text_run) =
        (struct docx_text_run){node, *text_at, properties};
    *text_at += (uint32_t)bytes;
}

void add_text(struct docx_reader *reader, uint32_t node, uint32_t properties, uint32_t *text_at,
              struct str text)
{
    if (text.length == 0)
        return;
    begin_paragraph(reader);
    draft_text(&reader->draft, text, look_of(reader, properties), origin_of(reader, node));
    record_text_run(reader, node, properties, text_at, text.length);
}

void add_object(struct docx_reader *reader, uint32_t node, uint32_t properties, uint32_t *text_at,
                const struct object *object)
{
    begin_paragraph(reader);
    draft_object(&reader->draft, object, look_of(reader, properties), origin_of(reader, node));
    record_text_run(reader, node, properties, text_at, 3);
}
