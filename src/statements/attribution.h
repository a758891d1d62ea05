// SPDX-License-Identifier: Apache-2.0
// The words that tie a statement to its speaker: "Peskov told reporters in Moscow on Sunday that".

#ifndef ENTENTE_STATEMENTS_ATTRIBUTION_H
#define ENTENTE_STATEMENTS_ATTRIBUTION_H

#include "statements/report.h"
#include "statements/statements.h"

// Who is said to speak.
struct attributed_speaker {
    enum speaker_kind kind;
    size_t person;       // index, or REPORT_NONE
    struct str name;     // what the text calls them; the full name of a person
    struct str capacity; // the role in the text; may be empty
    bool is_pronoun;     // he, she, they, it: still to be resolved
};

// When, where, to whom and through what.
struct circumstances {
    struct date date;  // has something when date_text is not empty
    int32_t days_back; // "yesterday" 1, "today" 0; only with has_days_back
    bool has_days_back;
    struct str date_text;
    struct str place;
    struct str addressee;
    struct str channel;
};

#define OTHER_SPEAKERS_MAX 5

struct attribution {
    size_t from; // first token of subject or verb, or of the circumstances before them
    size_t verb;
    size_t to; // token after the verb, its circumstances and "that"
    struct attributed_speaker speaker;
    struct attributed_speaker
        others[OTHER_SPEAKERS_MAX]; // "A, B and C said": those before the last
    size_t other_count;
    struct circumstances circumstances;
    bool has_that;    // or a colon: what follows is what was said
    bool is_inverted; // "said Peskov"
    bool is_weak;     // a verb that attributes only beside "that" or a quotation
};

// The attribution whose verb stands at token `verb` of the sentence, if there is one.
bool attribution_read(const struct report *report, const struct sentence *sentence, size_t verb,
                      struct attribution *attribution);

// "according to NAME": `at` is the token of "according".
bool attribution_read_according(const struct report *report, const struct sentence *sentence,
                                size_t at, struct attribution *attribution);

// Reads circumstances from token `from` on, at most to `limit`. Result: the token after them.
size_t circumstances_read(const struct report *report, size_t from, size_t limit,
                          struct circumstances *circumstances);

#endif
