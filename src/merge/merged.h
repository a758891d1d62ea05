// SPDX-License-Identifier: Apache-2.0
// Many drafts, one text: the base, and over it slots with rival wordings.
//
// Everything is said in byte ranges: a slot is a range of the base's text, a variant a range of
// the text of the document it stands in (paragraph marks are bytes of the text, see document.h).

#ifndef ENTENTE_MERGE_MERGED_H
#define ENTENTE_MERGE_MERGED_H

#include "base/budget.h"
#include "merge/merge_note.h"
#include "text/document.h"

// Party numbers count from 0 in the order of the names: the case's order, else by bytes.
struct party {
    uint32_t number;
};

struct variant {
    uint32_t document;  // 0: the base; n + 1: the draft of party n
    struct range range; // in that document's text; may be empty ("nothing")
    struct str text;    // the wording: that range, white space that all variants share left out
    const struct party *parties; // who holds it, ascending, at least one unless is_base
    uint32_t party_count;
    bool is_base;
};

enum slot_kind {
    SLOT_WORDING,   // words, figures, marks, objects
    SLOT_NUMBERING, // only typed labels differ: renumbering, not open
    SLOT_COMPUTED,  // lines of a table of contents, refreshed: not open
};

// 1. variants[0] is the base's; the others stand in the order of their first party; texts differ.
// 2. Every party holds exactly one variant.
// 3. Slots of one container do not overlap and stand in the order of the text.
struct slot {
    enum slot_kind kind;
    uint32_t container; // base block whose flow it lies in: a story or cell, or for whole rows a
                        // table, for whole cells a row
    struct range base;  // in the base's text; empty for a pure insertion
    bool whole;         // it takes in whole paragraphs with their marks (or whole blocks)
    bool touches_next;  // the next slot begins where this one ends: neighbours, not one dispute
    const struct variant *variants;
    uint32_t variant_count;
    uint32_t move; // number from 1 of the move it is one end of, else 0
};

// A party moved a run: deleted in one slot, inserted in another with the same or like words.
struct move {
    struct party party;
    uint32_t from_slot;
    uint32_t to_slot; // may be one end of several moves
    uint32_t words;
    struct range draft; // where the run stands in the party's draft, its last mark left out
};

// A party's draft has the same words as the base here but sets them otherwise: white space,
// quotation marks, dashes (see text/fold.h). In a party's draft they do not overlap.
struct spacing {
    struct range base;
    struct party party;
    struct range draft;
};

// A party holds a variant that is another's by its words, but sets them otherwise (white space): the
// party's own. Told only of files of one kind.
struct setting {
    uint32_t slot;
    struct party party;
    struct range draft;
};

// The same words with other marks (bold, a link …): base and draft ranges of equal text.
struct run_change {
    struct range base;
    struct party party;
    struct range draft;
};

// The same paragraph with other paragraph formatting.
struct paragraph_change {
    uint32_t base; // paragraph index in the base
    struct party party;
    uint32_t draft; // paragraph index in that party's draft
};

// A kept paragraph that counts otherwise: another start, level, look of its number, or none. What such a
// change, or clauses put in and taken out, bring about further down is none.
struct number_change {
    uint32_t base; // paragraph index in the base
    struct party party;
    uint32_t draft; // paragraph index in that party's draft
    // What it would bear if it still counted as in the base, and what it bears; empty: nothing.
    struct str old_label;
    struct str new_label;
};

// Sections, headers and footers: what is not in the text and yet on the page.
struct layout_change {
    uint32_t base; // the paragraph of the base at which it is told
    struct party party;
    struct str words; // for people: "a new section ends here"
};

// Words and marks that a party kept: both ranges are equally long, and token by token the same. Told
// only where the base is a .docx, for what its drafts carry beside their words.
struct kept_words {
    struct party party;
    struct range base;
    struct range draft;
};

// What a table of comments says beside the base's words.
struct row_comment {
    struct str party;
    uint32_t paragraph; // of the base
    struct str text;
};

struct numbered_rows;

struct merged {
    const struct str *party_names;
    uint32_t party_count;
    const struct document *base;
    const struct document *const *drafts; // one a party
    const uint32_t *similarity;           // one a party: per mille of words shared with the base
    const struct slot *slots;             // in the order of the base's text
    uint32_t slot_count;
    const struct move *moves;
    uint32_t move_count;
    const struct spacing *spacings; // by base.from, then party, then base.to
    uint32_t spacing_count;
    const struct setting *settings; // by slot, then party
    uint32_t setting_count;
    const struct run_change *run_changes; // by base.from, then party
    uint32_t run_change_count;
    const struct paragraph_change *paragraph_changes; // by base, then party
    uint32_t paragraph_change_count;
    const struct number_change
        *number_changes; // by base, then party; filled by who knows the lists
    uint32_t number_change_count;
    const struct layout_change *layout_changes; // by party
    uint32_t layout_change_count;
    const struct kept_words *kept; // by party, then draft.from; read it with kept.h
    uint32_t kept_count;
    const struct row_comment *row_comments; // filled by who knows the tables
    uint32_t row_comment_count;
    const struct numbered_rows *rows; // filled by who knows the tables; NULL: the base is none
    const struct merge_note *notes;   // M6: what could not be carried
    uint32_t note_count;
};

// Which variant of a slot a party holds.
const struct variant *slot_held_by(const struct slot *slot, struct party party);
// Open: a wording slot (numbering is not open).
bool slot_is_open(const struct slot *slot);

#endif
