// SPDX-License-Identifier: Apache-2.0
#include "codec/xml_reader.h"

#include <string.h>

static bool is_white(struct str text)
{
    return str_trim(text).length == 0;
}

void xml_reader_drop_white(struct xml_reader *reader)
{
    if (!reader->is_in_text)
        return;
    reader->is_in_text = false;
    struct xml_node *node = &reader->nodes[reader->node_count - 1];
    struct str text = {reader->text + node->open_to, node->close_from - node->open_to};
    if (is_white(text)) {
        reader->text_length = node->open_to;
        reader->node_count--;
    }
}

struct xml_node *xml_reader_open(struct xml_reader *reader, uint32_t from, uint32_t to)
{
    uint32_t number = reader->node_count++;
    struct xml_node *node = &reader->nodes[number];
    *node = (struct xml_node){.parent = reader->open,
                              .from = from,
                              .open_to = to,
                              .first_attribute = reader->attribute_count};
    reader->open = number;
    return node;
}

void xml_reader_close(struct xml_reader *reader, uint32_t from, uint32_t to)
{
    struct xml_node *node = &reader->nodes[reader->open];
    bool is_only_text = reader->node_count == reader->open + 2;
    if (!is_only_text)
        xml_reader_drop_white(reader);
    reader->is_in_text = false;
    node->end = reader->node_count;
    node->close_from = from;
    node->to = to;
    xml_scope_leave(&reader->scope, reader->open);
    reader->open = node->parent;
    reader->depth--;
}

struct xml_node *xml_reader_text(struct xml_reader *reader, uint32_t from)
{
    if (!reader->is_in_text) {
        reader->nodes[reader->node_count] =
            (struct xml_node){.name = XML_TEXT,
                              .parent = reader->open,
                              .end = reader->node_count + 1,
                              .from = from,
                              .open_to = reader->text_length,
                              .first_attribute = reader->attribute_count};
        reader->node_count++;
        reader->is_in_text = true;
    }
    return &reader->nodes[reader->node_count - 1];
}
