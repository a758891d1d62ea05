// SPDX-License-Identifier: Apache-2.0
// Lists: list styles as Word's abstract lists, and each list that counts for itself as a w:num.

#ifndef ENTENTE_EXCHANGE_ODT_ODT_LISTS_H
#define ENTENTE_EXCHANGE_ODT_ODT_LISTS_H

#include "base/builder.h"
#include "base/list.h"
#include "exchange/odt/odt_words.h"

#define ODT_LEVELS 9 // what Word has; deeper ones stand on the ninth

struct odt_list_style {
    struct str levels[ODT_LEVELS]; // each a w:lvl; empty: no such level
    uint32_t starts[ODT_LEVELS];
    bool has_number[ODT_LEVELS];
    uint32_t last; // the w:num that counted last, 0: none
    bool is_ahead; // that one was only made for words that are struck, before any that stand
};

struct odt_lists {
    struct arena *arena;
    struct names *names;
    struct list styles;      // struct odt_list_style; that of the outline has the empty name
    struct names *ids;       // of lists in the text
    struct list id_nums;     // uint32_t: the w:num of each
    struct list abstract_of; // uint32_t: by number of the w:num, from 1
    struct odt_list_style *plain;
    struct builder abstracts;
    struct builder nums;
    uint32_t abstract_count;
};

// Reads the list styles of both parts; `styles` may be NULL.
struct odt_lists *odt_lists_read(const struct odt_tree *content, const struct odt_tree *styles,
                                 struct arena *arena);

// The list style of this name; NULL: there is none.
struct odt_list_style *odt_list_style(const struct odt_lists *lists, struct str name);

// One without levels, for lists that name no style: nothing in them is numbered.
struct odt_list_style *odt_list_style_plain(const struct odt_lists *lists);

// A w:num that goes on where the last one of the style counted, or begins anew. Lists that count for
// themselves have an abstract list each: those of one share its counters.
uint32_t odt_num_going_on(struct odt_lists *lists, struct odt_list_style *style);
uint32_t odt_num_anew(struct odt_lists *lists, struct odt_list_style *style);
// One that goes on as `num` does, but counts this level (from 0) from a number of its own.
uint32_t odt_num_from(struct odt_lists *lists, struct odt_list_style *style, uint32_t num,
                      uint32_t level, uint32_t start);

// The whole of word/numbering.xml.
struct str odt_lists_part(const struct odt_lists *lists, struct arena *arena);

#endif
