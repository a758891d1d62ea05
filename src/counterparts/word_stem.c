// SPDX-License-Identifier: Apache-2.0
#include "counterparts/word_stem.h"

#include "base/utf8.h"

#include "counterparts/odd_words.h"

#define KEPT_LETTERS 6u // of a word in another language
#define SHORTEST 4u     // letters of a stem that may end in two that are the same

// The longest that fits goes first. Those that leave a short word whole may leave three letters.
static const struct ending {
    const char *letters;
    size_t shortest; // bytes that must stay
} endings[] = {
    {"isation", 4}, {"ization", 4}, {"ations", 4}, {"ition", 4}, {"ation", 4}, {"ities", 4},
    {"ments", 4},   {"ness", 4},    {"ment", 4},   {"ance", 4},  {"ence", 4},  {"able", 4},
    {"ible", 4},    {"ical", 4},    {"ions", 4},   {"ants", 4},  {"ents", 4},  {"ives", 4},
    {"ally", 4},    {"ies", 3},     {"ing", 3},    {"ion", 4},   {"ive", 4},   {"ant", 4},
    {"ent", 4},     {"ity", 4},     {"ise", 4},    {"ize", 4},   {"ism", 4},   {"ist", 4},
    {"ial", 4},     {"ful", 4},     {"ous", 4},    {"ate", 4},   {"ary", 4},   {"ory", 4},
    {"ed", 3},      {"es", 3},      {"ly", 4},     {"al", 4},    {"ic", 4},    {"is", 4},
    {"iz", 4},      {"at", 4},      {"y", 3},      {"e", 3},     {"s", 3},     {"i", 4},
};

static struct str lower_start(struct str word, struct arena *arena)
{
    char *out = ARENA_ARRAY(arena, char, (KEPT_LETTERS + 1) * UTF8_MAX);
    size_t length = 0;
    uint32_t letters = 0;
    for (size_t at = 0; at < word.length && letters < KEPT_LETTERS; letters++) {
        size_t bytes;
        length += utf8_encode(utf8_lower(utf8_at(word, at, &bytes)), out + length);
        at += bytes;
    }
    return (struct str){out, length};
}

static bool cut_ending(struct str *word)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct str end = str_of(endings[i].letters);
        bool is_double_s = end.length == 1 && *end.bytes == 's' && str_ends_with(*word, STR("ss"));
        if (word->length >= end.length + endings[i].shortest && str_ends_with(*word, end) &&
            !is_double_s) {
            word->length -= end.length;
            return true;
        }
    }
    return false;
}

static struct str undouble(struct str word)
{
    size_t n = word.length;
    bool is_double = n > SHORTEST && word.bytes[n - 1] == word.bytes[n - 2];
    return is_double ? str_slice(word, 0, n - 1) : word;
}

struct str word_stem(struct str word, struct arena *arena)
{
    for (size_t i = 0; i < word.length; i++)
        if ((unsigned char)word.bytes[i] >= 0x80)
            return lower_start(word, arena);
    char *lower = ARENA_ARRAY(arena, char, word.length + 1);
    for (size_t i = 0; i < word.length; i++) {
        char byte = word.bytes[i];
        lower[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 'a' - 'A') : byte;
    }
    bool is_whole;
    struct str stem = odd_word_base((struct str){lower, word.length}, &is_whole);
    if (is_whole)
        return stem;
    while (cut_ending(&stem))
        ;
    return undouble(stem);
}
