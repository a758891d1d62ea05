// SPDX-License-Identifier: Apache-2.0
// The lists of the base's file that the paragraphs of the drafts stand in.

#ifndef ENTENTE_EXCHANGE_DOCX_LISTS_LISTS_H
#define ENTENTE_EXCHANGE_DOCX_LISTS_LISTS_H

#include "base/list.h"
#include "exchange/docx/source.h"
#include "merge/merged.h"

// A list that the base's file does not have.
struct made_list {
    struct str id;       // of no list of the base: it begins with a "+"
    bool is_needed;      // else it was only tried
    struct party party;  // whose draft has the list that it shows
    struct str shown_id; // its id there; empty: it shows its numbers as `like`
    struct str
        like;  // on whose counters it counts, a list of the base or one made; empty: on its own
    int level; // that of its first paragraph
    int start; // of this level where it is first used, or NUMBERING_NOT_SAID
    int starts[NUMBERING_LEVELS]; // on its own counters: of the levels above, or NUMBERING_NOT_SAID
};

// Where a paragraph of a party's reading comes from: document 0 is the base, n + 1 the draft of party n.
struct reading_paragraph {
    uint32_t document;
    uint32_t paragraph;
};

struct docx_lists {
    // By party, then by paragraph of the draft: a list of the base or one made, or none. NULL for a draft
    // that is no .docx file.
    const struct list_place **places;
    const struct made_list *made;
    size_t made_count;
    const struct number_change *changes; // by party, then paragraph of the draft
    size_t change_count;
};

// readings   by party, then by paragraph of the draft; NULL: what the merge says was kept
// documents  base, then the drafts; the base a .docx file
// Owner:     arena
// Cost:      O(paragraphs of the drafts)
void docx_lists_find(const struct merged *merged, const struct document *const *documents,
                     const struct reading_paragraph *const *readings, struct arena *arena,
                     struct docx_lists *lists);

#endif
