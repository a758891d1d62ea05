// SPDX-License-Identifier: Apache-2.0
// What is given as a draft must be one: a copy of the base passes, and what is none is told by its
// kind and its reasons, with what to do.

#ifndef ENTENTE_WORKBENCH_TEXT_GATE_H
#define ENTENTE_WORKBENCH_TEXT_GATE_H

#include "base/list.h"
#include "merge/merged.h"

// At which verb it stands, for the way out that the error names.
enum gate_place { GATE_MERGE, GATE_DIFF, GATE_SUBMIT, GATE_PAGE, GATE_TIMETABLE };

struct draft_gate {
    enum gate_place place;
    bool any_base; // all pass, and are told; a comparison of two texts passes all but fragments
    const char *newcomer; // only this party's draft is looked at; NULL: every one
    struct str case_name; // of a submission: where to, for what the error says to do
    struct str document;
};

// Looks at every draft, with the similarity that the merge found.
//
// notes   struct merge_note, in the arena: what passed although it is like no copy, a sentence each
// Errors: BAD_INPUT (place: the draft) with the kind, the reasons and what to do
bool gate_pass(const struct draft_gate *gate, const struct merged *merged, struct arena *arena,
               struct list *notes, struct error *error) MUST_CHECK;

#endif
