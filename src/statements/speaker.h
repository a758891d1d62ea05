// SPDX-License-Identifier: Apache-2.0
// The words that name a speaker: "Ukraine's Foreign Ministry", "two diplomats familiar with the talks".

#ifndef ENTENTE_STATEMENTS_SPEAKER_H
#define ENTENTE_STATEMENTS_SPEAKER_H

#include "news_reports/news.h"
#include "statements/statement.h"

struct speaker {
    enum speaker_kind kind;
    size_t person;       // index, or NEWS_NONE
    struct str name;     // what the text calls them; the full name of a person
    struct str capacity; // the role in the text; may be empty
    bool is_pronoun;     // he, she, they, it: still to be resolved
    bool is_definite;    // "the official": may have been named before
    size_t head;         // token of the noun that carries the phrase
};

#define SPEAKERS_MAX 6

// Those who speak together: "A, B and C".
struct speakers {
    struct speaker items[SPEAKERS_MAX];
    size_t count;
};

// One speaker whose words begin at token `from`. Result: the token after them, or from
size_t speaker_read(const struct news *news, size_t from, size_t limit, struct speaker *speaker);

// Speakers whose words fill tokens [from, to) wholly, with what is apposed to them between commas:
// "the envoy, NAME", "NAME, who leads the team,", "NAME (France)".
bool speakers_fill(const struct news *news, size_t from, size_t to, struct speakers *speakers);

// "NAME's", before what is theirs. Result: the token after it, or from
size_t speaker_read_owner(const struct news *news, size_t from, struct speaker *speaker);

// What is apposed behind a speaker from the comma at token `at` on: a role, a name.
// Result: the token after it, or `at`
size_t speaker_read_apposed(const struct news *news, size_t at, size_t limit,
                            struct speaker *speaker);

// What tells which of those behind a speaker from token `at` on: "who was in the room", "issued after
// the meeting".
// Result: the token of the mark that ends it, limit, or `at` where nothing of the kind stands
size_t speaker_restriction_end(const struct news *news, size_t at, size_t limit,
                               const struct speaker *speaker);

// Anybody at all behind "said", where nobody else can stand: "a grower from the north", "one woman".
// Result: the token after the words, or from
size_t speaker_read_anybody(const struct news *news, size_t from, size_t limit,
                            struct speaker *speaker);

#endif
