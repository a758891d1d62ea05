// SPDX-License-Identifier: Apache-2.0
// A report read to the end, still as tokens: who said what, and what it is about.

#ifndef ENTENTE_STATEMENTS_TRANSCRIPT_H
#define ENTENTE_STATEMENTS_TRANSCRIPT_H

#include "statements/matters_parts.h"
#include "statements/said.h"

struct transcript {
    struct news news;
    struct list said;         // struct said, in the order of the text
    struct list documents;    // struct matter_document
    struct list meetings;     // struct matter_meeting
    struct list unattributed; // struct unattributed
    struct date date;         // of the report; year 0 when not known
    enum report_date_origin date_origin;
};

// Tokens as the values that callers see: places in characters, dates resolved.
void transcript_finish(const struct transcript *transcript, struct statements_found *found);

#endif
