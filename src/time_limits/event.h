// SPDX-License-Identifier: Apache-2.0
// How far the words reach that name an event: "the date of signing of the document".

#ifndef ENTENTE_TIME_LIMITS_EVENT_H
#define ENTENTE_TIME_LIMITS_EVENT_H

#include "prose/prose.h"

// What the words must be to count.
enum event_kind {
    EVENT_ANY,          // any noun phrase or clause
    EVENT_HAPPENS,      // something that happens: "the local elections", "all issues are resolved"
    EVENT_PERIOD,       // a period: "the Transitional Period"
    EVENT_NAMED_PERIOD, // a period written as a name, with a capital letter
    EVENT_NAMED_DAY,    // a day known by a name: "the due date", "Implementation Day"
    EVENT_CLAUSE,       // a clause with a finite verb
    EVENT_DONE,         // a clause that says something has been done
};

// The event that begins at token `at`: a noun phrase with its "of" phrases, or a clause up to its end.
// Result: the number of tokens, 0 when nothing of the kind stands there
size_t event_read(const struct prose *prose, size_t at, enum event_kind kind);

// The tokens from `at` to the end of the clause whose subject [at, to) is parted from its verb by what
// stands between commas: "the seller or, where applicable, the carrier, becomes aware"; 0: there is none.
size_t event_past_asides(const struct prose *prose, size_t at, size_t to);

// The tokens at `i` that say only that what stands before them happens: "takes effect",
// "coming into operation", "becomes effective"; 0: none do.
size_t event_light_tail(const struct prose *prose, size_t i);

// A name for the event made of its bearing words: "signing", "entry.into.force", "local.elections".
struct str event_name(const struct prose *prose, size_t from, size_t to, struct arena *arena);

// The same two in languages other than English: what they are in English is in event.c.
size_t event_read_elsewhere(const struct prose *prose, size_t at, enum event_kind kind);
const char *event_known_elsewhere(const struct prose *prose, size_t from, size_t to);

// "accepts the report", "approved its budget", "the Parties sign a protocol": whatever the verb, a noun
// stands before it and an article behind it, and no noun stands between the two.
bool event_is_open_verb(const struct prose *prose, size_t i);
// Where the clause begins whose modal stands at `modal`, behind a time clause from `at` that has a verb
// already and no comma at its end: "after the list is adopted | the parties shall"; 0: it is of that clause.
size_t event_main_clause(const struct prose *prose, size_t at, size_t modal);
// Whether the word is a finite verb: by the list of words, or by where it stands: "accepts the report".
bool event_is_verb(const struct prose *prose, size_t i);

#endif
