// SPDX-License-Identifier: Apache-2.0
// Fields whose result nobody wrote: what a program counts anew whenever the file is laid out, saved
// or opened.

#ifndef ENTENTE_EXCHANGE_DOCX_COMPUTED_H
#define ENTENTE_EXCHANGE_DOCX_COMPUTED_H

#include "base/arena.h"

// What the result of a field is, for people: "page number"; empty when it is wording. Page numbers and
// counts, times of printing and saving, the file's name and size. What REF, SEQ, STYLEREF, NOTEREF,
// formulas and document properties give is read and signed as words, and stays wording.
//
// code  the field's instruction: " PAGE \* MERGEFORMAT "
struct str computed_result(struct str code);

// What two such fields must have in common to be the same, switches left out: "PAGEREF _Ref1". Within
// a table of contents the place is left out too, which is named anew with each refreshing.
// Owner: arena
struct str computed_key(struct str code, bool in_contents, struct arena *arena);

// Is it a table of contents, of figures, of authorities, or an index?
bool is_contents_code(struct str code);

#endif
