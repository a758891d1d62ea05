// SPDX-License-Identifier: Apache-2.0
// The brackets of a text of ours, as they were written or as somebody has edited them since, and which of
// them are rival wordings of one place.

#ifndef ENTENTE_EXCHANGE_NEXT_BASE_BRACKET_GROUPS_H
#define ENTENTE_EXCHANGE_NEXT_BASE_BRACKET_GROUPS_H

#include "base/list.h"
#include "exchange/next_base/bracket_glyphs.h"

struct sign_bracket {
    size_t from; // glyphs: with what parts it from the bracket before
    size_t words;
    size_t words_to;
    size_t to;
    const struct record_wording *by; // as it was written; NULL: typed since
    const bool *holds;               // by party of the record, as its head says now
    bool is_base;
    bool is_named;  // the head says who holds it
    bool is_bare;   // its words stand, the brackets around them are gone
    bool is_struck; // all of it, by hand
    bool is_edited; // the head names others than it was written with
    bool is_joined; // nothing parts it from the one before
    uint32_t group;
};

// Rival wordings of one place.
struct bracket_group {
    size_t first; // of the brackets
    size_t count;
    const struct record_slot *slot; // as it was written; NULL: not known
};

struct bracket_groups {
    struct sign_bracket *items;
    size_t count;
    struct bracket_group *groups;
    size_t group_count;
    const size_t *blanks; // glyphs that parted brackets which are gone
    size_t blank_count;
};

// A bracket that cannot be read is named in `notes` (struct str) with its words, and is text like any other.
// Owner: arena; their slots are to be found by bracket_slots_find
// Cost:  O(glyphs)
void bracket_groups_of(const struct bracket_text *text, struct arena *arena, struct list *notes,
                       struct bracket_groups *groups);

// Whether a bracket begins another place, though it is joined to those of [first, at): with a base's wording,
// or one of somebody who has one there already; never when it was typed.
bool bracket_begins(const struct docx_record *record, const struct sign_bracket *items,
                    size_t first, size_t at);

// A few words around a glyph, to name a place with.
struct str bracket_place(const struct bracket_text *text, size_t at, struct arena *arena);

#endif
