// SPDX-License-Identifier: Apache-2.0
#include "prose/vocabulary.h"

#include "base/list.h"
#include "prose/lexicon.h"

#include <string.h>

struct vocabulary {
    struct names *names;
    struct list facts; // struct word_facts, by number; may be shorter than names
};

#define LONGEST_WORD ((size_t)40) // longer words are in no table

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

static void add_working_days(struct vocabulary *vocabulary)
{
    static const char *const words[] = {"working", "business", "banking",   "court",
                                        "office",  "trading",  "juridical", "official"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        struct word_facts *facts = facts_of(vocabulary, str_of(words[i]));
        facts->classes |= CLASS_DAY_KIND;
        facts->is_working = true;
    }
}

struct vocabulary *vocabulary_make(struct arena *arena)
{
    struct vocabulary *vocabulary = ARENA_NEW(arena, struct vocabulary);
    vocabulary->names = names_make(arena);
    vocabulary->facts = LIST_MAKE(arena, struct word_facts);
    for (const struct lexeme *lexeme = lexicon_values; lexeme->word; lexeme++)
        add_value(vocabulary, lexeme);
    for (const struct lexeme_list *list = lexicon_lists; list->words; list++)
        add_list(vocabulary, list);
    add_working_days(vocabulary);
    return vocabulary;
}

uint32_t vocabulary_add(struct vocabulary *vocabulary, struct str word)
{
    return names_add(vocabulary->names, word);
}

uint32_t vocabulary_find(const struct vocabulary *vocabulary, struct str word)
{
    char lower[LONGEST_WORD];
    if (word.length > LONGEST_WORD)
        return NAMES_NONE;
    for (size_t i = 0; i < word.length; i++) {
        char byte = word.bytes[i];
        lower[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 'a' - 'A') : byte;
    }
    return names_find(vocabulary->names, (struct str){lower, word.length});
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
