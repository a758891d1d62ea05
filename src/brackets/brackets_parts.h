// SPDX-License-Identifier: Apache-2.0
// The steps of brackets_read, in their order: signs, markup, prefixes, options, slots.

#ifndef ENTENTE_BRACKETS_BRACKETS_PARTS_H
#define ENTENTE_BRACKETS_BRACKETS_PARTS_H

#include "base/input_limits.h"
#include "base/list.h"
#include "brackets/bracket.h"

// 1. Signs: every bracket and brace with its place and its partner.

struct sign {
    struct text_place place;
    char byte;       // [ ] { }
    bool is_quiet;   // escaped or in code: a character, not a bracket
    uint32_t mate;   // index of the partner, NO_INDEX
    uint32_t around; // the innermost bracket that is open here (its index), NO_INDEX
};

struct signs {
    struct str text;
    const struct sign *items;
    uint32_t count;
};

// Fills the counts of *brackets and gives the signs with their partners.
bool signs_read(const struct bracket_input *input, const struct input_limits *limits,
                struct arena *arena, struct brackets *brackets, struct signs *signs,
                struct error *error) MUST_CHECK;

// 2. Pairs: each matched bracket and what it is used for.

enum pair_use {
    PAIR_TEXT,   // to be told apart further
    PAIR_MARKUP, // a link, footnote, definition or task box
    PAIR_BLANK,
    PAIR_PLACEHOLDER,
    PAIR_NOTE,
    PAIR_SCOPE,   // around several points
    PAIR_ASTRAY,  // crosses points: reported, never a slot
    PAIR_OPTION,  // [Option n: …]
    PAIR_STANCES, // who holds it stands in front: [A propose; B oppose: …]
};

struct bracket_pair {
    uint32_t open; // sign
    uint32_t close;
    uint32_t parent; // pair around it, NO_INDEX
    enum pair_use use;
    size_t at;        // byte of the "["
    size_t text_from; // the wording: behind a prefix, up to the closing bracket
    size_t text_to;
    const struct party_stance *stances; // PAIR_STANCES
    uint32_t stance_count;
    bool is_base;    // PAIR_STANCES: "base" is among the holders
    uint32_t option; // PAIR_OPTION: index of the marker
};

// In the order of their opening brackets.
struct pairs {
    struct bracket_pair *items;
    uint32_t count;
    const uint32_t *of_sign; // the pair that a sign opens, NO_INDEX
};

struct pairs pairs_make(const struct signs *signs, struct arena *arena);
// The pair that opens right behind this one's "]", or NULL.
struct bracket_pair *pair_glued_behind(const struct signs *signs, const struct pairs *pairs,
                                       const struct bracket_pair *pair);
// Marks the pairs that Markdown uses, and gives their number; in other texts those that can be
// nothing else: "[^1]" and "[words](address)".
size_t pairs_mark_markup(const struct bracket_input *input, const struct signs *signs,
                         struct pairs *pairs, struct arena *arena);
// Marks blanks, placeholders, notes, and pairs around or across points.
void pairs_mark_content(const struct bracket_input *input, const struct signs *signs,
                        struct pairs *pairs, struct list *misnested);

// 3. Prefixes: finds the parties, then reads who holds what. Fills parties, slips and footnotes.

struct findings {
    struct list slips;     // struct slip_found; places by byte only until findings_place
    struct list footnotes; // struct footnote_found
    struct list parties;   // struct party_found
};

void prefixes_read(const struct bracket_input *input, const struct signs *signs,
                   struct pairs *pairs, struct arena *arena, struct findings *findings);

// 4. Options.

struct option_mark {
    size_t from; // where its extent begins: the "O" of "Option", or the emphasis before it
    size_t text_from;
    size_t text_to;
    struct str mark; // "Option 1"
    uint32_t group;
    uint32_t pair;     // the bracket of its own, or NO_INDEX
    bool is_last;      // of its group
    size_t group_from; // where the first option of its group begins
};

struct option_marks {
    struct option_mark *items;
    uint32_t count;
    uint32_t group_count;
};

struct option_marks options_read(const struct bracket_input *input, const struct signs *signs,
                                 struct pairs *pairs, struct arena *arena,
                                 struct findings *findings);

// 5. Slots: joins neighbours to choices, options to groups, and nests them.
void slots_make(const struct signs *signs, const struct pairs *pairs,
                const struct option_marks *options, struct arena *arena,
                const struct bracket_input *input, struct list *slots);

// Shared. The text between two bytes with its lines joined and its ends trimmed; a blank line
// becomes "\n". Markdown's emphasis marks are left out.
struct str bracket_wording(const struct bracket_input *input, size_t from, size_t to,
                           struct arena *arena);
// The same with one space kept at each end that has any.
struct str bracket_passage(const struct bracket_input *input, size_t from, size_t to,
                           struct arena *arena);
// Skips white space and Markdown's emphasis marks.
size_t bracket_skip_soft(struct str text, size_t at, size_t to);
// The point that holds byte `at`, NO_INDEX before the first or when there are none.
uint32_t bracket_point_at(const struct bracket_input *input, size_t at);

#endif
