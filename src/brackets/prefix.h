// SPDX-License-Identifier: Apache-2.0
// Who holds a bracket: "A/B propose; C oppose:", "A, B:", with the slips people make.
//
//   prefix = clause *( ";" clause ) ":"
//   clause = party *( separator party ) [ verb ]
//   separator = "/" | "," | "&" | "and"

#ifndef ENTENTE_BRACKETS_PREFIX_H
#define ENTENTE_BRACKETS_PREFIX_H

#include "base/list.h"
#include "base/names.h"
#include "brackets/brackets.h"

struct clause_party {
    struct str code; // without footnote digits
    size_t from;     // byte where it stands
    enum bracket_stance stance;
    bool has_verb;
    bool is_code; // capitals and digits, else a name
};

struct prefix {
    struct list parties;   // struct clause_party
    struct list slips;     // struct slip_found, places by byte only
    struct list footnotes; // struct footnote_found, the same
    size_t text_from;      // byte where the wording begins
    bool has_verb;
    bool has_end; // a colon stands there, or nothing follows the verb
};

// "base" stands for the text's own wording, in our own renderings: a party that is none.
#define PREFIX_BASE STR("base")

// Reads the prefix at the front of bytes [from, to) of text.
//
// known    the parties' codes and names; with them the reader dares more: a missing colon, a
//          footnote's digits glued to a code. NULL: anything that looks like a code or a name is
//          taken, and only a well-formed prefix counts
// Result:  false when there is no prefix
bool prefix_read(struct str text, size_t from, size_t to, const struct names *known,
                 struct arena *arena, struct prefix *prefix) MUST_CHECK;

// A word that says a stance by itself: "delete", "retain".
bool prefix_is_verb(struct str word, enum bracket_stance *stance) MUST_CHECK;

#endif
