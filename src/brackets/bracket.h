// SPDX-License-Identifier: Apache-2.0
// What brackets say: slots with their wordings and stances, slips, and the brackets that do not fit.

#ifndef ENTENTE_BRACKETS_BRACKET_H
#define ENTENTE_BRACKETS_BRACKET_H

#include "base/arena.h"
#include "base/error.h"
#include "merge/sheet.h"

// Lines end with "\n"; lines and columns count from 1, columns in characters.
struct text_place {
    size_t at; // byte
    uint32_t line;
    uint32_t column;
};

// One provision of the text: bytes [from, to). Points stand in the order of the text and do not
// overlap; what lies between them belongs to the point before.
struct bracket_point {
    struct str label;
    struct str path;
    enum paragraph_kind kind;
    uint32_t level;
    size_t from;
    size_t text_from; // behind the label and what else stands before its words
    size_t to;
};

// A party of the register. With an empty register the parties are found in the text itself.
struct bracket_party {
    struct str code; // as it stands in brackets: "US"
    struct str name; // "United States"; may be empty
};

struct bracket_input {
    struct str text; // valid UTF-8
    bool is_markdown;
    const struct bracket_point *points; // may be empty
    uint32_t point_count;
    const struct bracket_party *parties; // may be empty
    uint32_t party_count;
};

// A bracket that has no partner when the whole text is read as one row of "[" and "]".
struct unmatched_bracket {
    struct text_place place;
    bool is_open; // "[" that nothing closes, else "]" that closes nothing
    uint32_t point;
};

enum misnesting {
    MISNESTED_BRACE, // "{" inside a bracket whose "}" stands outside it, or the reverse
    MISNESTED_POINT, // opened inside one point, closed inside another, at no edge of either
};

struct misnested_bracket {
    enum misnesting kind;
    struct text_place open;
    struct text_place close;
};

// On the design's ordered scale; "silent" cannot be read from a bracket.
enum bracket_stance {
    STANCE_PROPOSE,
    STANCE_SUPPORT,
    STANCE_SUPPORT_IN_PRINCIPLE,
    STANCE_FLEXIBLE,
    STANCE_RESERVE,
    STANCE_OPPOSE,
    STANCE_COUNT
};

struct party_stance {
    uint32_t party; // index into brackets.parties
    enum bracket_stance stance;
};

struct bracket_variant {
    struct str text; // lines joined, a paragraph's end is "\n"; empty: nothing
    struct str mark; // "Option 1" as written, for options
    const struct party_stance *stances;
    uint32_t stance_count;
    bool is_base;    // "[base, A: words]": the text's own wording
    bool is_nothing; // the wording is that there be no wording ("no text", a bare bracket left out)
};

enum bracket_slot_kind {
    BRACKET_TEXT,        // [words]: these words or none
    BRACKET_CHOICE,      // [these][or these]
    BRACKET_OPTIONS,     // Option 1: … Option 2: …
    BRACKET_BLANK,       // [ ] [x] […]: a figure or word not yet known
    BRACKET_PLACEHOLDER, // {…}, or [Placeholder for …]
    BRACKET_NOTE,        // [Further discussion is needed …]: about the text, not of it
    BRACKET_SCOPE,       // around several points: all of it is unsettled
    BRACKET_KIND_COUNT
};

struct bracket_slot {
    enum bracket_slot_kind kind;
    struct text_place from;
    struct text_place to; // behind its last character
    uint32_t parent;      // the slot it lies in, NO_INDEX
    uint32_t depth;       // 1: in no other slot
    uint32_t point;       // NO_INDEX when there are no points
    const struct bracket_variant *variants;
    uint32_t variant_count;
};

enum bracket_slip {
    SLIP_DOUBLE_SEPARATOR,
    SLIP_STRAY_SEPARATOR,
    SLIP_MISSING_COLON,
    SLIP_DOUBLE_COLON,
    SLIP_VERB,
    SLIP_COMMA_FOR_SEMICOLON,
    SLIP_UNKNOWN_PARTY,
    SLIP_TWO_STANCES,
    SLIP_OPTION_ORDER,
    SLIP_COUNT
};

// A typing slip that was read all the same.
struct slip_found {
    enum bracket_slip kind;
    struct text_place place;
    struct str text; // what stands there
};

struct footnote_found {
    struct text_place place;
    struct str mark; // "25"
    struct str host; // "AU25", "propose24", "]1"
};

struct party_found {
    struct str code;
    struct str name;
    bool is_given;     // from the register
    uint32_t brackets; // slots in which it is named
    uint32_t stances[STANCE_COUNT];
};

// Slots, brackets and blanks by point; only what begins in the point counts.
struct point_found {
    uint32_t opens;
    uint32_t closes;
    uint32_t depth; // the deepest bracket that begins there, counted from the text's outside
    uint32_t kinds[BRACKET_KIND_COUNT];
};

struct brackets {
    struct bracket_input input;
    size_t open;
    size_t close;
    size_t depth;
    const struct unmatched_bracket *unmatched; // in the order of the text
    size_t unmatched_count;
    size_t brace_open;
    size_t brace_close;
    size_t brace_unmatched;
    const struct misnested_bracket *misnested;
    size_t misnested_count;
    size_t markup;                    // pairs that Markdown uses: links, footnotes, tasks
    size_t escaped;                   // brackets behind a backslash or in code
    const struct bracket_slot *slots; // by place, the outer before the inner
    uint32_t slot_count;
    const struct party_found *parties;
    uint32_t party_count;
    const struct slip_found *slips;
    size_t slip_count;
    const struct footnote_found *footnotes;
    size_t footnote_count;
    const struct point_found *points; // one for each of input.points
};

#endif
