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
    struct arena *arena;
    bool has_stems; // some words end with a star
};

#define STEM_ENDING 4 // letters that a star stands for

#define LONGEST_WORD ((size_t)48) // longer words are in no table

static const struct word_facts no_facts;

static struct word_facts *facts_of(struct vocabulary *vocabulary, struct str word)
{
    uint32_t number = names_add(vocabulary->names, word);
    while (vocabulary->facts.count <= number)
        LIST_ADD(&vocabulary->facts, struct word_facts);
    return LIST_AT(&vocabulary->facts, struct word_facts, number);
}

static void set_value(struct word_facts *facts, const struct lexeme *lexeme)
{
    facts->classes |= lexeme->word_class;
    switch (lexeme->word_class) {
    case CLASS_SPAN:
        facts->classes |= CLASS_UNIT;
        facts->unit = (uint8_t)lexeme->value; // an enum unit in the table
        facts->unit_count = lexeme->count;
        break;
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

// The word of a table, or each of those that "перв~" stands for.
struct table_word {
    struct str stem;
    struct str endings; // what is left of them
    bool is_open;       // more are to come
};

static struct table_word table_word_of(const struct vocabulary *vocabulary, struct str word)
{
    if (!str_ends_with(word, STR("~")))
        return (struct table_word){word, STR(""), true};
    return (struct table_word){str_slice(word, 0, word.length - 1),
                               str_of(vocabulary->lexicon->endings), true};
}

// The next form of the word in the arena; false when there are no more.
static bool next_form(struct vocabulary *vocabulary, struct table_word *word, struct str *form)
{
    struct str ending = STR("");
    if (!word->is_open || (word->endings.length > 0 && !str_cut(&word->endings, ' ', &ending)))
        return false;
    word->is_open = word->endings.length > 0;
    *form = ending.length == 0 ? word->stem
                               : arena_print(vocabulary->arena, "%.*s%.*s", STR_ARGS(word->stem),
                                             STR_ARGS(ending));
    vocabulary->has_stems = vocabulary->has_stems || str_ends_with(*form, STR("*"));
    return true;
}

static void add_value(struct vocabulary *vocabulary, const struct lexeme *lexeme)
{
    struct table_word word = table_word_of(vocabulary, str_of(lexeme->word));
    struct str form;
    while (next_form(vocabulary, &word, &form))
        set_value(facts_of(vocabulary, form), lexeme);
}

static void add_list(struct vocabulary *vocabulary, const struct lexeme_list *list)
{
    struct str rest = str_of(list->words);
    struct str each;
    struct str form;
    while (str_cut(&rest, ' ', &each)) {
        struct table_word word = table_word_of(vocabulary, each);
        while (each.length > 0 && next_form(vocabulary, &word, &form))
            facts_of(vocabulary, form)->classes |= list->classes;
    }
}

// "dreißigtägig*" of "dreißig" and "tägig*": so many of the unit.
static void add_compounds(struct vocabulary *vocabulary, const struct lexeme *number)
{
    const struct lexeme *compound = vocabulary->lexicon->compounds;
    for (; compound && compound->word; compound++) {
        struct lexeme whole = {.word_class = CLASS_SPAN, .value = compound->value};
        whole.count = (uint8_t)(number->value * compound->count); // numbers below 100, counts 1
        struct str word = arena_print(vocabulary->arena, "%s%s", number->word, compound->word);
        vocabulary->has_stems = vocabulary->has_stems || str_ends_with(word, STR("*"));
        set_value(facts_of(vocabulary, word), &whole);
    }
}

// "dreißigster" of "dreißig"; what the table has of its own stays.
static void add_ordinals(struct vocabulary *vocabulary, const struct lexeme *number)
{
    struct str rest = str_of(vocabulary->lexicon->ordinal_endings);
    struct str ending;
    while (rest.length > 0 && str_cut(&rest, ' ', &ending)) {
        struct str word = arena_print(vocabulary->arena, "%s%s%.*s", number->word,
                                      number->value < 20 ? "t" : "st", STR_ARGS(ending));
        struct word_facts *facts = facts_of(vocabulary, word);
        if (facts->classes == 0)
            set_value(facts, &(struct lexeme){NULL, CLASS_ORDINAL, number->value, 0});
    }
}

static void add_derived(struct vocabulary *vocabulary)
{
    const struct lexicon *lexicon = vocabulary->lexicon;
    for (const struct lexeme *each = lexicon->values; each->word; each++) {
        if (each->word_class != CLASS_CARDINAL || each->value >= 100)
            continue;
        add_compounds(vocabulary, each);
        if (lexicon->ordinal_endings)
            add_ordinals(vocabulary, each);
    }
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
    vocabulary->arena = arena;
    for (const struct lexeme *lexeme = lexicon->values; lexeme->word; lexeme++)
        add_value(vocabulary, lexeme);
    for (const struct lexeme_list *list = lexicon->lists; list->words; list++)
        add_list(vocabulary, list);
    add_derived(vocabulary);
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

// Letters beyond ASCII, in lower case, and one apostrophe for all; false when they do not fit.
static bool lower_wide(struct str word, char *lower, size_t *length)
{
    *length = 0;
    for (size_t at = 0; at < word.length;) {
        size_t bytes;
        uint32_t code_point = utf8_lower(utf8_at(word, at, &bytes));
        code_point = code_point == 0x2019 || code_point == 0x2BC ? '\'' : code_point;
        if (*length + 4 > LONGEST_WORD)
            return false;
        *length += utf8_encode(code_point, lower + *length);
        at += bytes;
    }
    return true;
}

// The word of a table that ends with a star and that this one begins with: the longest there is.
static uint32_t find_stem(const struct vocabulary *vocabulary, struct str word)
{
    char stem[LONGEST_WORD + 1];
    memcpy(stem, word.bytes, word.length);
    size_t length = word.length;
    for (size_t letters = 0; letters <= STEM_ENDING && length > 2; letters++) {
        stem[length] = '*';
        uint32_t number = names_find(vocabulary->names, (struct str){stem, length + 1});
        if (number != NAMES_NONE)
            return number;
        do
            length--;
        while (length > 0 && ((unsigned char)word.bytes[length] & 0xC0) == 0x80);
    }
    return NAMES_NONE;
}

uint32_t vocabulary_add(struct vocabulary *vocabulary, struct str word)
{
    uint32_t number = names_find(vocabulary->names, word);
    if (number != NAMES_NONE)
        return number;
    vocabulary->has_stems = vocabulary->has_stems || str_ends_with(word, STR("*"));
    uint32_t stem = vocabulary->has_stems && word.length <= LONGEST_WORD
                        ? find_stem(vocabulary, word)
                        : NAMES_NONE;
    if (stem == NAMES_NONE)
        return names_add(vocabulary->names, word);
    struct word_facts facts = *vocabulary_facts(vocabulary, stem);
    *facts_of(vocabulary, word) = facts; // a word of a form keeps what the lexicon says of its stem
    return names_find(vocabulary->names, word);
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
    struct str folded = {lower, length};
    uint32_t number = names_find(vocabulary->names, folded);
    return number == NAMES_NONE && vocabulary->has_stems ? find_stem(vocabulary, folded) : number;
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
