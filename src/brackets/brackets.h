// SPDX-License-Identifier: Apache-2.0
// Texts bracketed by others: what stands open, who holds it, and which brackets do not fit.
//
// Two readings of the same text, kept apart. The count takes every "[" and "]" as a character,
// whatever it means, so that anybody can check it with a loop of three lines. The meaning leaves
// out what Markdown uses brackets for (links, footnotes, task boxes, escapes, code) and tells
// choices, stances, options, blanks and notes from one another.

#ifndef ENTENTE_BRACKETS_BRACKETS_H
#define ENTENTE_BRACKETS_BRACKETS_H

#include "base/input_limits.h"
#include "brackets/bracket.h"

// Reads all brackets of a text. It never refuses a text for what stands in it.
//
// Owner:   arena; texts are borrowed from input.text or copied
// Errors:  TOO_LARGE above limits->tokens brackets
// Cost:    O(length log length)
bool brackets_read(const struct bracket_input *input, const struct input_limits *limits,
                   struct arena *arena, struct brackets *brackets, struct error *error) MUST_CHECK;

// Lays the slots out for the renderings. Outermost slots become slots of the sheet; what is nested
// in them stays in brackets inside their wordings. Blanks, notes and placeholders stay as text. The
// base's wording is the one marked "base", else nothing, else, where nobody is named, the first.
// Wordings that nobody is named for are held by parties "Wording 1", "Wording 2" …
// Owner: arena
void brackets_sheet(const struct brackets *brackets, struct str title, struct arena *arena,
                    struct sheet *sheet);

// Sets line and column of each place from its byte; the places may stand in any order and are
// sorted.
// Cost: O(text + count log count)
void bracket_places_fill(struct str text, struct text_place **places, size_t count);

const char *bracket_kind_name(enum bracket_slot_kind kind);  // "choice"
const char *bracket_stance_name(enum bracket_stance stance); // "support in principle"
const char *bracket_slip_name(enum bracket_slip slip);       // "missing colon"
const char *misnesting_name(enum misnesting kind);           // "brace"

#endif
