// SPDX-License-Identifier: Apache-2.0
#include "prose/vocabulary.h"

#include "base/list.h"
#include "base/utf8.h"
#include "prose/lexicon.h"

#include <string.h>

struct vocabulary {
    const struct lexicon *lexicon;
    struct names *names;
    struct list facts; // struct word_facts, by number; may be shorter than names
};

#define LONGEST_WORD ((size_t)48) // longer words are in no table

static const struct word_facts no_facts;

static struct word_facts *facts_of(struct vocabulary *vocabulary, struct str word)
{
    uint32_t number = names_add(vocabulary->names, word);
    while (vocabulary->facts.count <= number)
        LIST_ADD(&vocabulary->facts, struct word_facts);
    return LIST_AT(&vocabulary->facts, struct word_facts, number);
}

static void add_value(struct vocabulary *vocabulary, const struct lexeme *lexeme)
{
    struct word_facts *facts = facts_of(vocabulary, str_of(lexeme->word));
    facts->classes |= lexeme->word_class;
    switch (lexeme->word_class) {
    case CLASS_MONTH:
        facts->month = (uint8_t)lexeme->value; // 1-12 in the table
        break;
    case CLASS_WEEKDAY:
        facts->weekday = (uint8_t)lexeme->value; // 1-7 in the table
        break;
    case CLASS_UNIT:
        facts->unit = (uint8_t)lexeme->value; // an enum unit in the table
        facts->unit_count = lexeme->count;
        break;
    default: // CARDINAL, MULTIPLIER, ORDINAL: the classes are bits, no closed enumeration
        facts->number = lexeme->value;
    }
}

static void add_list(struct vocabulary *vocabulary, const struct lexeme_list *list)
{
    struct str rest = str_of(list->words);
    struct str word;
    while (str_cut(&rest, ' ', &word))
        if (word.length > 0)
            facts_of(vocabulary, word)->classes |= list->classes;
}

// "working" stands before its day; a word that is a unit itself counts working days: "Werktage".
static void add_working_days(struct vocabulary *vocabulary)
{
    struct str rest = str_of(vocabulary->lexicon->working);
    struct str word;
    while (str_cut(&rest, ' ', &word)) {
        if (word.length == 0)
            continue;
        struct word_facts *facts = facts_of(vocabulary, word);
        facts->classes |= facts->classes & CLASS_UNIT ? 0 : CLASS_DAY_KIND;
        facts->is_working = true;
    }
}

struct vocabulary *vocabulary_make_of(const struct lexicon *lexicon, struct arena *arena)
{
    struct vocabulary *vocabulary = ARENA_NEW(arena, struct vocabulary);
    vocabulary->lexicon = lexicon;
    vocabulary->names = names_make(arena);
    vocabulary->facts = LIST_MAKE(arena, struct word_facts);
    for (const struct lexeme *lexeme = lexicon->values; lexeme->word; lexeme++)
        add_value(vocabulary, lexeme);
    for (const struct lexeme_list *list = lexicon->lists; list->words; list++)
        add_list(vocabulary, list);
    add_working_days(vocabulary);
    return vocabulary;
}

struct vocabulary *vocabulary_make(struct arena *arena)
{
    return vocabulary_make_of(&lexicon_english, arena);
}

const struct lexicon *vocabulary_lexicon(const struct vocabulary *vocabulary)
{
    return vocabulary->lexicon;
}

bool vocabulary_is_english(const struct vocabulary *vocabulary)
{
    return vocabulary->lexicon->language == LANGUAGE_ENGLISH;
}

uint32_t vocabulary_add(struct vocabulary *vocabulary, struct str word)
{
    return names_add(vocabulary->names, word);
}

// Letters beyond ASCII, in lower case; false when they do not fit.
static bool lower_wide(struct str word, char *lower, size_t *length)
{
    *length = 0;
    for (size_t at = 0; at < word.length;) {
        size_t bytes;
        uint32_t code_point = utf8_lower(utf8_at(word, at, &bytes));
        if (*length + 4 > LONGEST_WORD)
            return false;
        *length += utf8_encode(code_point, lower + *length);
        at += bytes;
    }
    return true;
}

uint32_t vocabulary_find(const struct vocabulary *vocabulary, struct str word)
{
    char lower[LONGEST_WORD];
    bool is_wide = false;
    if (word.length > LONGEST_WORD)
        return NAMES_NONE;
    for (size_t i = 0; i < word.length; i++) {
        char byte = word.bytes[i];
        lower[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 'a' - 'A') : byte;
        is_wide = is_wide || (unsigned char)byte >= 0x80;
    }
    size_t length = word.length;
    if (is_wide && !vocabulary_is_english(vocabulary) && !lower_wide(word, lower, &length))
        return NAMES_NONE;
    return names_find(vocabulary->names, (struct str){lower, length});
}

const struct word_facts *vocabulary_facts(const struct vocabulary *vocabulary, uint32_t number)
{
    if (number >= vocabulary->facts.count)
        return &no_facts;
    return LIST_AT(&vocabulary->facts, struct word_facts, number);
}

uint32_t vocabulary_count(const struct vocabulary *vocabulary)
{
    return names_count(vocabulary->names);
}
