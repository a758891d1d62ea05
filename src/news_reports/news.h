// SPDX-License-Identifier: Apache-2.0
// A news report as tokens with its quotations, sentences, persons and bodies marked.

#ifndef ENTENTE_NEWS_REPORTS_REPORT_H
#define ENTENTE_NEWS_REPORTS_REPORT_H

#include "base/list.h"
#include "base/names.h"
#include "news_reports/source_text.h"
#include "news_reports/words.h"
#include "prose/date.h"

#define NEWS_NONE SIZE_MAX

// Words between quotation marks: tokens [from, to), the marks outside.
struct quotation {
    size_t from;
    size_t to;
    bool goes_on; // the closing mark is missing because the next paragraph goes on quoting
};

// Tokens [from, to); `to` is past the final mark.
struct sentence {
    size_t from;
    size_t to;
    bool begins_paragraph;
    bool is_heading; // a line of its own without a full stop: nobody speaks there
};

struct person {
    struct str name;     // as first written in full
    struct str surname;  // its last word
    struct list roles;   // struct str, each once
    uint32_t sex;        // KIND_MALE, KIND_FEMALE or 0 where the text does not tell
    bool is_sex_guessed; // only the name's ending tells
};

enum mention_kind { MENTION_PERSON, MENTION_BODY };

// A name in the text: tokens [from, to), of the person or body with this index.
struct mention {
    enum mention_kind kind;
    size_t from;
    size_t to;
    size_t index;
};

struct news {
    struct source_text source;
    struct prose prose; // of the source's prose
    struct word_tables *words;
    uint32_t *kinds; // per token: enum word_kind, or-ed
    struct arena *arena;
    struct list quotations;         // struct quotation, in order
    struct list sentences;          // struct sentence, in order, together all tokens
    struct list persons;            // struct person
    struct names *person_names;     // numbers are indexes of persons
    struct names *person_surnames;  // the first person with each surname stands in surname_persons
    struct list surname_persons;    // size_t
    struct names *first_names;      // first words of full names
    struct list first_name_persons; // size_t; NEWS_NONE where several persons share it
    struct names
        *speaking_words;      // capitalised words that stand alone before a verb of saying or 's
    struct list bodies;       // struct str: names, each once
    struct names *body_names; // numbers are indexes of bodies
    struct list mentions;     // struct mention, in order
    bool *in_title;           // per token: in a heading in capitals, where capitals make no names
    size_t *mention_at;       // per token: the mention it belongs to, or NEWS_NONE
    size_t *quotation_at;     // per token: the quotation it stands in, or NEWS_NONE
};

// The mention at a token, or NULL.
const struct mention *news_mention(const struct news *news, size_t token);
// The mention of a person that begins at the token, or NULL.
const struct mention *news_person_at(const struct news *news, size_t token);
const struct person *news_person(const struct news *news, size_t index);

bool news_is_word(const struct news *news, size_t token, const char *word);
bool news_is_mark(const struct news *news, size_t token, uint32_t code_point);
// True when the token is a word of one of the kinds.
bool news_has_kind(const struct news *news, size_t token, uint32_t kinds);
// The same for the classes of the common vocabulary.
bool news_has_class(const struct news *news, size_t token, uint32_t classes);
bool news_is_capital(const struct news *news, size_t token); // a word with a capital letter
// "NATO", "IAEA": all capitals, two to six of them, no full stops.
bool news_is_abbreviation(const struct news *news, size_t token);

bool news_is_quoted(const struct news *news, size_t token);
bool news_opens_quote(const struct news *news, size_t token);
bool news_closes_quote(const struct news *news, size_t token);
// The quotation in which a quoted token stands.
const struct quotation *news_quotation(const struct news *news, size_t token);
// True when 's or ' stands behind the token.
bool news_is_possessive(const struct news *news, size_t token);
// A weekday or month written as one.
bool news_is_date_word(const struct news *news, size_t token);
// A country by its name, adjective or capital, written with a capital letter.
bool news_is_nation(const struct news *news, size_t token);

// The words of tokens [from, to) without a leading article, white space flattened.
struct str news_words(const struct news *news, size_t from, size_t to);

#endif
