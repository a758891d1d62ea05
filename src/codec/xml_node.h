// SPDX-License-Identifier: Apache-2.0
// The nodes of an XML tree.

#ifndef ENTENTE_CODEC_XML_NODE_H
#define ENTENTE_CODEC_XML_NODE_H

#include <stdint.h>

#define XML_TEXT UINT32_MAX // the name of a text node

// An element or a run of text. Nodes stand in preorder: the children of node n are n + 1, then
// each the `end` of the one before, as long as they are below n's own `end`.
//
//   <w:t a="1">words</w:t>
//   ^from      ^open_to
//                   ^close_from
//                         ^to
struct xml_node {
    uint32_t name;   // number in xml.names, or XML_TEXT
    uint32_t parent; // the root is its own parent
    uint32_t end;    // the node after its last descendant
    uint32_t from;   // bytes in xml.source
    uint32_t to;
    uint32_t open_to;         // text nodes: bytes [open_to, close_from) of xml.text
    uint32_t close_from;      // equal to `to` for an element without an end tag of its own
    uint32_t first_attribute; // those up to the next node's first
};

struct xml_attribute {
    uint32_t name;
    uint32_t from; // the value: bytes in xml.text, which several may share
    uint32_t to;
};

#endif
