// SPDX-License-Identifier: Apache-2.0
// The state of one reading of XML, which the two readers of it share: the quick one for what nearly
// all files are, and expat for the rest.

#ifndef ENTENTE_CODEC_XML_READER_H
#define ENTENTE_CODEC_XML_READER_H

#include "base/input_limits.h"
#include "codec/xml_names.h"
#include "codec/xml_node.h"

#include <expat.h>
#include <string.h>

// Counts are made before, so that every array is taken once, whole; pages that the tree does not
// come to use cost nothing.
struct xml_reader {
    XML_Parser parser;
    const struct input_limits *limits;
    struct place place;
    struct error *error;
    struct xml_node *nodes;
    uint32_t node_count;
    struct xml_attribute *attributes;
    uint32_t attribute_count;
    char *text;
    uint32_t text_length;
    struct xml_scope scope;
    struct arena *arena;
    uint32_t open; // the innermost open element
    size_t depth;
    bool is_in_text; // the last node is a text that may grow
    bool has_failed; // error is set
};

// Adds an element whose start tag is bytes [from, to); its name is still to be set.
struct xml_node *xml_reader_open(struct xml_reader *reader, uint32_t from, uint32_t to);
// Ends the innermost open element by the end tag [from, to), which may be empty.
void xml_reader_close(struct xml_reader *reader, uint32_t from, uint32_t to);
// The text node at work: the last node, or a new one that begins at this byte.
struct xml_node *xml_reader_text(struct xml_reader *reader, uint32_t from);
// Adds decoded bytes to the text of all nodes.
static inline void xml_reader_add(struct xml_reader *reader, const char *bytes, size_t length)
{
    memcpy(reader->text + reader->text_length, bytes, length);
    reader->text_length += (uint32_t)length;
}
// Drops the last node when it is white space that stands between elements.
void xml_reader_drop_white(struct xml_reader *reader);

#endif
