// SPDX-License-Identifier: Apache-2.0
// What numbering.c and numbering_tries.c share: lists as they were read, and how far they have counted.

#ifndef ENTENTE_EXCHANGE_DOCX_NUMBERING_PARTS_H
#define ENTENTE_EXCHANGE_DOCX_NUMBERING_PARTS_H

#include "base/builder.h"
#include "base/list.h"
#include "exchange/docx/list_levels.h"
#include "exchange/docx/styles.h"

struct numbering_level {
    int start;
    int restart; // the level (from 1) whose number restarts this one; 0 never; NOT_SAID: any above
    bool is_legal;
    struct str format;
    struct str text;
    struct str style;
};

// All lists of one w:abstractNum share its counters.
struct numbering_abstract {
    struct numbering_level levels[NUMBERING_LEVELS];
    struct str style_link;        // the list is defined by the num of this style
    int counts[NUMBERING_LEVELS]; // NOT_SAID: not begun
};

struct numbering_num {
    uint32_t abstract; // NAMES_NONE: none
    bool has_levels;
    struct numbering_level levels[NUMBERING_LEVELS]; // when has_levels, instead of the abstract's
    int starts[NUMBERING_LEVELS];                    // NOT_SAID: no override
    bool is_used[NUMBERING_LEVELS];                  // the override has taken effect
};

struct docx_numbering {
    struct arena *arena;
    const struct docx_styles *styles;
    struct names *abstract_ids;
    struct list abstracts; // struct numbering_abstract
    struct names *num_ids;
    struct list nums;    // struct numbering_num
    uint32_t read_count; // of those, what a file has; the others were made up
    struct builder label;
};

struct numbering_num *numbering_find(const struct docx_numbering *numbering, struct str id);
// The counters of a list; one that is only a link leads on to the list of its style. NULL: none
struct numbering_abstract *numbering_counters(const struct docx_numbering *numbering,
                                              const struct numbering_num *num);
const struct numbering_level *numbering_levels(const struct numbering_num *num,
                                               const struct numbering_abstract *abstract);

#endif
