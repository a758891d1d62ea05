// SPDX-License-Identifier: Apache-2.0
// XML: a compact tree that knows the bytes of every element, so that a writer can copy what nobody
// touched (XML 1.0, Namespaces in XML; no document type, no entities of its own).

#ifndef ENTENTE_CODEC_XML_H
#define ENTENTE_CODEC_XML_H

#include "base/arena.h"
#include "base/error.h"
#include "base/input_limits.h"
#include "base/names.h"
#include "codec/xml_node.h"

// 1. nodes[0] is the root element; one more node than node_count stands behind as a sentinel.
// 2. White space between elements is no node; beside text it is text.
struct xml {
    struct str source; // UTF-8: the bytes read, or made from UTF-16 without its declaration
    struct str text;   // all text and attribute values, decoded
    const struct xml_node *nodes;
    uint32_t node_count;
    const struct xml_attribute *attributes;
    const struct names *names; // "namespace local", or "local" alone
};

// Reads one document. The bytes are UTF-8 or UTF-16.
//
// place    source and part, for errors
// Owner:   arena; xml.source is borrowed from `bytes` unless it was UTF-16
// Errors:  BAD_INPUT with line and column; UNSUPPORTED: a document type, another encoding;
//          TOO_LARGE: above limits xml_depth, xml_attributes or xml_nodes
// Cost:    O(bytes) time; 32 bytes a node, 12 an attribute, and the text
bool xml_read(struct place place, struct str bytes, const struct input_limits *limits,
              struct arena *arena, struct xml *xml, struct error *error) MUST_CHECK;

// The number of a name in this tree; NAMES_NONE when it does not occur. space may be empty.
uint32_t xml_name(const struct xml *xml, struct str space, struct str local);
// The local part of a node's or attribute's name.
struct str xml_local(const struct xml *xml, uint32_t name);
// The text of a text node.
struct str xml_text(const struct xml *xml, uint32_t node);
// The source bytes of a node, tags included.
struct str xml_bytes(const struct xml *xml, uint32_t node);
// The value of an attribute; false when the element has none of that name.
bool xml_value(const struct xml *xml, uint32_t node, uint32_t name, struct str *value);

// Attributes of a node: [xml_first_attribute, xml_last_attribute) in xml.attributes.
static inline uint32_t xml_first_attribute(const struct xml *xml, uint32_t node)
{
    return xml->nodes[node].first_attribute;
}

static inline uint32_t xml_last_attribute(const struct xml *xml, uint32_t node)
{
    return xml->nodes[node + 1].first_attribute;
}

struct str xml_attribute_value(const struct xml *xml, uint32_t attribute);

#endif
