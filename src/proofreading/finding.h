// SPDX-License-Identifier: Apache-2.0
// One thing that is wrong, or may be, with its place and what would be right.

#ifndef ENTENTE_PROOFREADING_FINDING_H
#define ENTENTE_PROOFREADING_FINDING_H

#include "base/list.h"
#include "text/document.h"

enum finding_kind {
    FINDING_REFERENCE,   // names a clause that is not there, itself, or a range that runs backwards
    FINDING_TERM,        // defined twice, not used, not defined, or nearly a defined one
    FINDING_FIGURE,      // word against figure, weekday against date, a day that does not exist
    FINDING_SHARES,      // parts of a whole that do not make it
    FINDING_ENUMERATION, // a number or letter skipped or repeated
    FINDING_BLANK,       // blanks, placeholders, notes to draft
    FINDING_THRESHOLD,   // steps that leave a gap or overlap
    FINDING_AMOUNT,      // one thing with two amounts
    FINDING_OBLIGATION,  // a duty of nobody or of a stranger, one ban in two words
    FINDING_CONTENTS,    // a table of contents that does not agree with the headings
    FINDING_SIGNATURE,   // a party that signs nowhere, a stranger that signs
    FINDING_TIMETABLE,   // what would end before it begins
    FINDING_KIND_COUNT,
};

enum proof_certainty { PROOF_LOOK, PROOF_LIKELY, PROOF_SURE, PROOF_COUNT };

struct proof_finding {
    enum finding_kind kind;
    enum proof_certainty certainty;
    struct range place; // bytes in the document's text, not empty
    struct range other; // what it disagrees with; empty: nothing in the text
    struct str message; // a sentence without its full stop
    struct str right;   // what would be right; empty: not known
};

// "reference", "term" …
const char *finding_kind_name(enum finding_kind kind);
// "look", "likely", "sure"
const char *proof_certainty_name(enum proof_certainty certainty);

// Adds a finding to a list of struct proof_finding.
// format, …  the message, as for printf
// Owner:     the list's arena
struct proof_finding *finding_add(struct list *findings, enum finding_kind kind,
                                  enum proof_certainty certainty, struct range place,
                                  const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
