// SPDX-License-Identifier: Apache-2.0
// The words of news reports by kind: verbs of saying, roles, bodies, papers. The tables are in
// words_english.c and nations.c; a new word goes into the list of its kind and nothing else need change.

#ifndef ENTENTE_NEWS_REPORTS_WORDS_H
#define ENTENTE_NEWS_REPORTS_WORDS_H

#include "base/names.h"

// A word may be of several kinds; kinds are or-ed.
enum word_kind {
    KIND_SAYING = 1 << 0,     // said, told, wrote: attributes words wherever it stands
    KIND_STRESSING = 1 << 1,  // noted, called: attributes when "that" or a quotation is near
    KIND_URGING = 1 << 2,     // urged, vowed: attributes with "to" too
    KIND_GERUND = 1 << 3,     // adding, calling: goes on with the speaker before
    KIND_TELLING = 1 << 4,    // told, informed: whom it tells follows at once
    KIND_ROLE = 1 << 5,       // president, envoy: a person's role
    KIND_ROLE_REST = 1 << 6,  // foreign, state: goes with a role before or after it
    KIND_PEOPLE = 1 << 7,     // source, delegation, side: may speak, is neither role nor body
    KIND_BODY = 1 << 8,       // ministry, council: makes a capitalised name a body
    KIND_AUDIENCE = 1 << 9,   // reporters, lawmakers: whom one tells
    KIND_CHANNEL = 1 << 10,   // statement, Telegram: through what one says it
    KIND_MEETING = 1 << 11,   // talks, summit
    KIND_PAPER = 1 << 12,     // plan, proposal: a document on the table
    KIND_FORMAT = 1 << 13,    // trilateral, plenary
    KIND_HONORIFIC = 1 << 14, // Mr, Ms, H.E.
    KIND_MALE = 1 << 15,      // of a man: Mr, king, John
    KIND_FEMALE = 1 << 16,    // of a woman: Ms, spokeswoman, Anna
    KIND_PARTICLE = 1 << 17,  // von, bin: small words inside names
    KIND_KNOWING = 1 << 18,   // familiar, briefed: goes on with "a person familiar with the talks"
    KIND_MODIFIER = 1 << 19,  // also, later: between subject and verb, changes nothing
    KIND_NEGATION = 1 << 20,  // not, would, to: before the verb it means that nothing was said
    KIND_PRONOUN = 1 << 21,   // he, she, they, it
    KIND_JOINT = 1 << 22,     // and, while, that: a clause may begin after it
    KIND_LEADING = 1 << 23,   // but, meanwhile: before a subject, changes nothing
    KIND_NATION = 1 << 24,    // Ukrainian, Kyiv: of a country
    KIND_EMPTY = 1 << 25,     // so, nothing: "he said so" says nothing
    KIND_PLURAL_SELF = 1 << 26, // people, police: many, without an s
    KIND_BARE = 1 << 27,        // insisted, hopes: takes a clause without "that" too
};

struct word_tables;

// All tables, ready to be asked.
struct word_tables *words_make(struct arena *arena);
// The kinds of a word in any case, or-ed; 0 for a word of no table.
uint32_t words_kinds(const struct word_tables *words, struct str word);
// The row in lexicon_nations of a word of KIND_NATION, from 1; else 0.
size_t words_nation(const struct word_tables *words, struct str word);

// The tables: each list of one kind, its words separated by blanks.
struct word_list {
    uint32_t kinds;
    const char *words;
};
// A country or union, and the words that stand for it: its name, its adjective, its capital.
struct nation {
    const char *name;
    const char *words;
};
extern const struct word_list words_english[]; // ends with words == NULL
extern const struct nation nations[];          // ends with name == NULL

#endif
