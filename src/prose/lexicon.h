// SPDX-License-Identifier: Apache-2.0
// The tables behind the vocabulary: which words of a language belong to which class.

#ifndef ENTENTE_PROSE_LEXICON_H
#define ENTENTE_PROSE_LEXICON_H

#include "prose/language.h"
#include "prose/word_class.h"

#include <stddef.h>
#include <stdint.h>

// One word with its value in its class (a number, a month, a unit). "перв~" is the word with each
// ending of the lexicon, "месячн*" with up to four letters more; a word that stands in full counts
// before one with a star.
struct lexeme {
    const char *word;
    uint32_t word_class;
    uint16_t value;
    uint8_t count; // units: how many of them the word stands for
};

// Many words of one class, separated by blanks.
struct lexeme_list {
    uint32_t classes;
    const char *words;
};

// The words of one language.
struct lexicon {
    enum language language;
    const struct lexeme *values;     // ends with word == NULL
    const struct lexeme_list *lists; // ends with words == NULL
    const char *working;             // words that make a day a working day, or are one
    const char *number_joint;        // "et" in "vingt et un"; NULL: none
    bool elides;                     // "l'accord" is two words
    bool has_kind_behind;            // "jours ouvrables": the kind of day follows the unit
    bool counts_by_twenty;           // "quatre-vingt-dix", "soixante-douze"
    bool units_first;                // "five and twenty", "five ten"
    bool nouns_are_capital;          // a small word that stands before no noun ends a phrase
    bool has_subject_behind; // "в течение трёх дней орган решает": no comma parts the two
    const char *endings;         // what ~ stands for
    const char *ordinal_endings; // "e en er": of numbers below 20 behind t, of others behind st
    const struct lexeme
        *compounds; // second halves of "dreißigtägig*", "тридцатидневн*"; NULL: none
    const char *verb_endings; // of verbs in the third person, as far as nouns do not have them
    const char *half; // "et demi", "с половиной": words of half a unit more, parted by |
    const char *and_latest;  // "et au plus tard": between the ends of a range; parted by |
    const char *clock;       // words behind the hour: "heures", "uhr"
    const char *time_joints; // small words between a date and an hour: "à", "um", "в"
    const char *end_of; // "la fin de", "Ende", "конца": the last day of what follows; parted by |
    const char *of;     // "de", "del": behind these an article does not end a phrase; NULL: never
    const char *names_by_date; // "du", "vom", "от": behind a noun, what bears the date that follows
    const char *event_endings; // of nouns for what happens
};

extern const struct lexicon lexicon_english;
extern const struct lexicon lexicon_french;
extern const struct lexicon lexicon_spanish;
extern const struct lexicon lexicon_german;
extern const struct lexicon lexicon_russian;
extern const struct lexicon lexicon_ukrainian;
extern const struct lexicon lexicon_arabic;

#endif
