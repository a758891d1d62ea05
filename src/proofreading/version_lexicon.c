// SPDX-License-Identifier: Apache-2.0
#include "proofreading/version_lexicon.h"

#include "base/builder.h"
#include "base/list.h"
#include "base/names.h"
#include "base/utf8.h"

#define KEY_BYTES 96
#define FIRST_HAN 0x2E80

struct version_lexicon {
    const struct version_words *words;
    struct arena *arena;
    struct names *keys;  // the class as a letter, then the word
    struct list entries; // struct version_entry, by key
    struct list prefixes;
};

static void add(struct version_lexicon *lexicon, enum version_word_class word_class,
                const char *words, struct version_entry entry)
{
    struct str rest = str_of(words ? words : "");
    struct str word;
    while (str_cut(&rest, ' ', &word)) {
        struct str key =
            arena_print(lexicon->arena, "%c%.*s", 'a' + (int)word_class, STR_ARGS(word));
        if (word.length == 0 || names_find(lexicon->keys, key) != NAMES_NONE)
            continue;
        names_add(lexicon->keys, key);
        *LIST_ADD(&lexicon->entries, struct version_entry) = entry;
    }
}

static void add_values(struct version_lexicon *lexicon, enum version_word_class word_class,
                       const struct version_value *values)
{
    for (; values && values->words; values++)
        add(lexicon, word_class, values->words, (struct version_entry){.value = values->value});
}

static void add_names(struct version_lexicon *lexicon, enum version_word_class word_class,
                      const struct version_name *names)
{
    for (; names && names->words; names++)
        add(lexicon, word_class, names->words, (struct version_entry){.name = str_of(names->name)});
}

struct version_lexicon *version_lexicon_make(const struct version_words *words, struct arena *arena)
{
    static const struct version_words without = {.point = ','};
    const struct version_entry nothing = {0};
    struct version_lexicon *lexicon = ARENA_NEW(arena, struct version_lexicon);
    words = words ? words : &without;
    *lexicon = (struct version_lexicon){words, arena, names_make(arena),
                                        LIST_MAKE(arena, struct version_entry),
                                        LIST_MAKE(arena, struct str)};
    add_values(lexicon, VERSION_WORD_NUMBER, words->numbers);
    add_values(lexicon, VERSION_WORD_MONTH, words->months);
    add_values(lexicon, VERSION_WORD_ORDINAL, words->ordinals);
    add_names(lexicon, VERSION_WORD_CURRENCY, words->currencies);
    add_names(lexicon, VERSION_WORD_HEAD, words->heads);
    add(lexicon, VERSION_WORD_REFERENCE, words->references, nothing);
    add(lexicon, VERSION_WORD_LETTER_REFERENCE, words->letter_references, nothing);
    add(lexicon, VERSION_WORD_JOINT, words->joints, nothing);
    struct str rest = str_of(words->prefixes ? words->prefixes : "");
    struct str prefix;
    while (str_cut(&rest, ' ', &prefix))
        *LIST_ADD(&lexicon->prefixes, struct str) = prefix;
    return lexicon;
}

const struct version_words *version_lexicon_words(const struct version_lexicon *lexicon)
{
    return lexicon->words;
}

const struct version_entry *version_lexicon_find(const struct version_lexicon *lexicon,
                                                 enum version_word_class word_class,
                                                 struct str word)
{
    char key[KEY_BYTES];
    if (word.length == 0 || word.length >= sizeof key)
        return NULL;
    key[0] = (char)('a' + (int)word_class);
    memcpy(key + 1, word.bytes, word.length);
    uint32_t number = names_find(lexicon->keys, (struct str){key, word.length + 1});
    return number == NAMES_NONE ? NULL : LIST_AT(&lexicon->entries, struct version_entry, number);
}

const struct version_entry *version_lexicon_find_behind(const struct version_lexicon *lexicon,
                                                        enum version_word_class word_class,
                                                        struct str word, bool *has_prefix)
{
    const struct version_entry *entry = version_lexicon_find(lexicon, word_class, word);
    *has_prefix = false;
    for (size_t i = 0; entry == NULL && i < lexicon->prefixes.count; i++) {
        struct str prefix = *LIST_AT(&lexicon->prefixes, struct str, i);
        if (prefix.length > 0 && str_starts_with(word, prefix))
            entry = version_lexicon_find(lexicon, word_class, str_skip(word, prefix.length));
        *has_prefix = entry != NULL;
    }
    return entry;
}

static bool is_apostrophe(uint32_t sign)
{
    return sign == '\'' || sign == 0x2019 || sign == 0x02BC;
}

// Vowel signs of Arabic and the stroke that lengthens a word.
static bool is_left_out(uint32_t sign)
{
    return (sign >= 0x064B && sign <= 0x065F) || sign == 0x0640;
}

static bool is_letter_at(struct str text, size_t at, uint32_t *sign, size_t *bytes)
{
    if (at >= text.length)
        return false;
    *sign = utf8_at(text, at, bytes);
    return utf8_is_letter(*sign) || utf8_is_mark(*sign) || is_left_out(*sign);
}

bool version_word_read(const struct version_lexicon *lexicon, struct str text, size_t at,
                       struct version_word *word)
{
    struct builder lower = builder_make(lexicon->arena);
    uint32_t sign;
    size_t bytes;
    size_t to = at;
    while (is_letter_at(text, to, &sign, &bytes)) {
        char encoded[UTF8_MAX];
        if (!is_left_out(sign))
            builder_add(&lower, (struct str){encoded, utf8_encode(utf8_lower(sign), encoded)});
        to += bytes;
        if (lexicon->words->is_han && sign >= FIRST_HAN)
            break;
        uint32_t next;
        size_t next_bytes;
        if (!lexicon->words->has_apostrophes || to >= text.length ||
            !is_apostrophe(utf8_at(text, to, &bytes)) ||
            !is_letter_at(text, to + bytes, &next, &next_bytes))
            continue;
        builder_add_byte(&lower, '\'');
        to += bytes;
    }
    *word = (struct version_word){builder_str(&lower), at, to};
    return to > at;
}
