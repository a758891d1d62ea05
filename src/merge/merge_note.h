// SPDX-License-Identifier: Apache-2.0
// What a merge could not carry or had to decide: sentences that know their party and their kind.

#ifndef ENTENTE_MERGE_MERGE_NOTE_H
#define ENTENTE_MERGE_MERGE_NOTE_H

#include "base/list.h"
#include "base/str.h"

enum note_kind {
    NOTE_READING,    // how a file was read: tracked changes taken as accepted
    NOTE_SIMILARITY, // a draft is like no copy of the base, or is a fragment
    NOTE_STRUCK,     // words struck by hand
    NOTE_FORM,       // draft and base are files of two kinds
    NOTE_DIRECTION,  // marks of direction without their partner
    NOTE_COMPUTED,   // refreshed contents
    NOTE_SETTING,    // quotation marks and dashes
    NOTE_UNIT,       // several parties changed one picture or equation
    NOTE_COMMENT,
    NOTE_BOOKMARK,
    NOTE_STORY,  // footnotes, endnotes and text boxes that a draft has put in
    NOTE_HEADER, // headers and footers
    NOTE_SECTION,
    NOTE_TABLE,       // how tables look
    NOTE_LINK,        // where words lead
    NOTE_STYLE,       // styles and lists defined otherwise
    NOTE_NOT_CARRIED, // what is not in the file that was written
    NOTE_OTHER,       // of a file of ours that does not tell kinds
};

enum { NOTE_KIND_COUNT = NOTE_OTHER + 1 };

struct merge_note {
    enum note_kind kind;
    struct str party; // empty: of the base or of the text as a whole
    struct str words; // without the party's name
};

// Notes of one party and kind. At least one.
struct note_group {
    enum note_kind kind;
    struct str party;
    const uint32_t *notes; // rising
    uint32_t count;
};

// "comments", as JSON writes a kind.
struct str note_kind_word(enum note_kind kind);
bool note_kind_of_word(struct str word, enum note_kind *kind);

// The whole sentence, as it stands in lists: "Tarsen: …".
struct str merge_note_text(const struct merge_note *note, struct arena *arena);

// Result:  struct note_group, by first note; each note is in one group
// Owner:   arena
// Cost:    O(notes * groups)
struct list note_groups(const struct merge_note *notes, uint32_t count, struct arena *arena);

// A group in one line. What tells how a draft was taken is said in full, what comes in numbers is counted:
// "Tarsen: 12 notes on comments".
struct str note_group_line(const struct note_group *group, const struct merge_note *notes,
                           struct arena *arena);
// Whether that line leaves words of the notes out.
bool note_group_is_short(const struct note_group *group);

#endif
