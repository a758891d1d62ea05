// SPDX-License-Identifier: Apache-2.0
// The fields of a Word text that say where something stands, and the places that they lead to.

#ifndef ENTENTE_EXCHANGE_NEXT_BASE_FIELD_LIST_H
#define ENTENTE_EXCHANGE_NEXT_BASE_FIELD_LIST_H

#include "base/list.h"
#include "exchange/docx/source.h"

struct text_field {
    uint32_t node;     // its w:fldSimple, or the w:fldChar that begins it
    struct str code;   // without the blanks around it
    struct str name;   // "REF", as it is written
    struct str target; // the bookmark
    bool
        by_number; // it asks for the number of the paragraph: on its own (\n), in full (\w), or in what
    bool by_own_number; // way the places of both want (\r)
    bool by_full_number;
    bool is_plain;      // no other field and no tracked change stands in it
    struct str result;  // as it was last computed
    struct list texts;  // uint32_t: the w:t of its result
    uint32_t paragraph; // of the document, in which it stands; NO_INDEX: none
};

// A bookmark in the body.
struct field_target {
    struct str name;
    uint32_t paragraph; // of the document, in which it begins
    struct str words;   // what it spans within its paragraph
    bool is_plain;      // these words bear no tracked change, and end in the paragraph
};

struct field_list {
    const struct docx_part *part; // the main part
    const struct document *document;
    const struct text_field *fields;
    size_t count;
    const struct names *target_names;
    const struct field_target *targets; // by number of the name
};

// document  read from a .docx file
// Owner:    arena, and the document's package
// Cost:     O(nodes of the main part)
void field_list_make(const struct document *document, struct arena *arena, struct field_list *list);

// NULL: there is no such bookmark.
const struct field_target *field_target_of(const struct field_list *list, struct str name);

#endif
