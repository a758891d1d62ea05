// SPDX-License-Identifier: Apache-2.0
// What the words around a limit say is to be done, by whom: one act. Inside the room only.

#ifndef ENTENTE_TIME_LIMITS_ACTS_H
#define ENTENTE_TIME_LIMITS_ACTS_H

#include "time_limits/limits_parts.h"

#define ACT_WORDS_MAX 48
// What is further away than this many acts is not taken for the same thing: no agreement has so many, and
// a long text is read in a time that grows with its length.
#define ACTS_LOOKED_AT 500

// Words of the text, by number; ascending, with gaps where a limit or a bracket stood.
struct act_words {
    size_t items[ACT_WORDS_MAX];
    size_t count;
};

// "The withdrawal shall be completed": its parts are ranges of its words.
struct worded_act {
    struct act_words words;
    size_t subject_to; // words[0, subject_to): who acts, or to whom it is done; may be empty
    size_t verb;       // the verb; words.count: it has none
    bool is_passive;   // or its verb says only that the subject happens: takes effect, is held
    bool is_bare;      // "and to be completed": what it speaks of was said before
    bool is_pointing;  // "this process shall be finished": its theme stands elsewhere
    enum limit_side side;
    struct act_words theme; // what happens: "the withdrawal", "the certificate of withdrawal"
    size_t sentence;        // the first word of its sentence
    struct str clause;
    uint64_t has;     // marks of all its words, and of the bearing ones of its theme: acts of which
    uint64_t needs;   // one needs what the other has not are not compared word by word
    uint32_t process; // the first act that tells of the same thing; itself when it is the first
};

// Cuts words into their parts and finds the theme.
void act_parse(const struct prose *prose, struct worded_act *act);

// Words that name something, not "the", "of", "shall".
bool word_is_bearing(const struct prose *prose, size_t word);
// Whether two words are forms of one: "withdrawal" and "withdraw", "completion" and "completed".
bool words_are_akin(struct str a, struct str b);
bool words_have_kin(const struct prose *prose, const struct act_words *words, size_t word);
// A mark, one of 64 bits, for each word by its first letters: kin have the same.
uint64_t words_marks(const struct prose *prose, const struct act_words *words, bool only_bearing);
// The last bearing word before the first preposition: the noun that the words are about.
size_t words_head(const struct prose *prose, const struct act_words *words);
// The words [from, to) of the text that are no brackets.
struct act_words words_between(const struct prose *prose, size_t from, size_t to);

// The words as one line, gaps closed.
struct str words_flat(const struct prose *prose, const struct act_words *words,
                      struct arena *arena);

// What a verb or noun says of a process: that it begins, that it ends.
enum limit_side word_side(const struct prose *prose, size_t word);

// Names for people: "certificate.withdrawal.issued"; who acts; a line that says what is done.
struct str act_name(const struct prose *prose, const struct worded_act *act, struct arena *arena);
struct str act_who(const struct prose *prose, const struct worded_act *act, struct arena *arena);
struct str act_title(const struct prose *prose, const struct worded_act *act, struct arena *arena);

// Whether a limit tells when this text is signed. A closing formula may have several dates, of
// initialling, of signing in turn: the last is the text's.
bool act_is_signing(const struct limits_reading *reading, const struct limit_draft *draft);

#endif
