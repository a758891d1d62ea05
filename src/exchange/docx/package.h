// SPDX-License-Identifier: Apache-2.0
// The parts of a .docx file, their types and the relationships between them (ECMA-376 part 2).

#ifndef ENTENTE_EXCHANGE_DOCX_PACKAGE_H
#define ENTENTE_EXCHANGE_DOCX_PACKAGE_H

#include "codec/xml.h"
#include "codec/zip.h"
#include "exchange/docx/words.h"

// Part numbers count from 0 in the order of the archive.
#define NO_PART UINT32_MAX

struct docx_relationship {
    struct str id;
    struct str type;    // the last segment of its address: "footnotes", "hyperlink"
    struct str address; // of the type, all of it
    struct str target;  // a part's name without a leading "/", or when external an address
    bool is_external;
};

struct docx_part {
    struct str name; // "word/document.xml"
    struct str content_type;
    const struct zip_entry *entry;
    struct str content;   // unpacked; once docx_part_content was asked
    bool is_unpacked;     // content is set
    bool is_unchanged;    // packed as in the package that this one was opened beside
    bool is_tree;         // xml, words and relationships are set: docx_part_tree was asked
    struct xml xml;       // offsets count in xml.source, which is `content` unless that is UTF-16
    const uint8_t *words; // enum word by name number
    const struct docx_relationship *relationships;
    struct names *relationship_ids;   // the number of an id is that of its relationship
    const struct worked_moves *moves; // see moves.h; NULL: none
    struct str content_key;           // what canonical.c knows it by; empty until it was asked
};

// 1. parts[main] is the main document, a tree.
struct docx_package {
    struct arena *arena; // owns all that is unpacked
    const struct input_limits *limits;
    struct zip zip;
    struct docx_part *parts;
    uint32_t part_count;
    struct names *part_names; // in small letters; the number of a name is that of its part
    uint32_t main;
};

// Opens the archive and reads its main document.
//
// name     the file's name, for errors
// Owner:   arena; parts are borrowed from `bytes` where they are stored unpacked
// Errors:  those of zip_read and xml_read; BAD_INPUT when it is no word-processing document
bool docx_package_open(struct str name, struct str bytes, const struct input_limits *limits,
                       struct arena *arena, struct docx_package **package,
                       struct error *error) MUST_CHECK;

// The same for an archive that was made from `known`: parts that both hold in the same packed bytes
// are not unpacked and read again. `known` must live as long.
bool docx_package_open_beside(struct str name, struct str bytes, const struct docx_package *known,
                              const struct input_limits *limits, struct arena *arena,
                              struct docx_package **package, struct error *error) MUST_CHECK;

// "word/document.xml" -> "word/_rels/document.xml.rels"; the package itself is "". Owner: arena
struct str docx_relationships_name(struct arena *arena, struct str part);

uint32_t docx_part_named(const struct docx_package *package, struct str name);
// Unpacks a part, once.
bool docx_part_content(struct docx_package *package, uint32_t part, struct error *error) MUST_CHECK;
// Unpacks a part and reads it as XML with its relationships, once.
bool docx_part_tree(struct docx_package *package, uint32_t part, struct error *error) MUST_CHECK;

// How many relationships a part that is a tree has.
uint32_t docx_relationship_count(const struct docx_part *part);
// A relationship of a part that is a tree; NULL when there is none.
const struct docx_relationship *docx_relationship(const struct docx_part *part, struct str id);
// The part that the first relationship of this type leads to, NO_PART when none.
uint32_t docx_related_part(const struct docx_package *package, uint32_t part, struct str type);

// Steps through a tree. The word of a node's name; WORD_TEXT_NODE for text.
static inline enum word docx_word(const struct docx_part *part, uint32_t node)
{
    uint32_t name = part->xml.nodes[node].name;
    return name == XML_TEXT ? WORD_TEXT_NODE : (enum word)part->words[name];
}

// The first child with this word, NO_NODE when none.
#define NO_NODE UINT32_MAX
uint32_t docx_child(const struct docx_part *part, uint32_t node, enum word word);
// The value of an attribute, empty when it is absent; is there one?
struct str docx_attribute(const struct docx_part *part, uint32_t node, enum word word);
bool docx_has_attribute(const struct docx_part *part, uint32_t node, enum word word);
// Of the branches of an mc:AlternateContent the one that is read; NO_NODE when all are empty.
uint32_t docx_branch(const struct docx_part *part, uint32_t node);
// The w:val of a child; empty when there is no such child.
struct str docx_child_value(const struct docx_part *part, uint32_t node, enum word word);
// What a toggle like <w:b/> says: 1 on, 0 off, -1 when the child is absent.
int docx_toggle(const struct docx_part *part, uint32_t node, enum word word);

#endif
