// SPDX-License-Identifier: Apache-2.0
#include "proofreading/clause_word.h"

#include <string.h>

#define WORD_BYTES 16
#define ROMAN_BYTES 7

enum clause_word clause_word_of(struct str word)
{
    static const struct {
        const char *name;
        enum clause_word word;
    } words[] = {
        {"article", WORD_ARTICLE},     {"art", WORD_ARTICLE},      {"section", WORD_SECTION},
        {"chapter", WORD_CHAPTER},     {"part", WORD_CHAPTER},     {"title", WORD_CHAPTER},
        {"annex", WORD_ANNEX},         {"schedule", WORD_ANNEX},   {"appendix", WORD_ANNEX},
        {"exhibit", WORD_ANNEX},       {"attachment", WORD_ANNEX}, {"table", WORD_TABLE},
        {"clause", WORD_CLAUSE},       {"point", WORD_CLAUSE},     {"item", WORD_CLAUSE},
        {"paragraph", WORD_PARAGRAPH}, {"para", WORD_PARAGRAPH},   {"subparagraph", WORD_PARAGRAPH},
        {"annexe", WORD_ANNEX},        {"appendice", WORD_ANNEX},
    };
    static const char initials[] = "ascpteiASCPTEI";
    char lower[WORD_BYTES];
    if (word.length == 0 || word.length >= WORD_BYTES ||
        !memchr(initials, word.bytes[0], sizeof initials - 1))
        return WORD_NONE;
    for (size_t i = 0; i < word.length; i++)
        lower[i] = (char)(word.bytes[i] | 0x20);
    struct str whole = {lower, word.length};
    struct str single =
        whole.bytes[whole.length - 1] == 's' ? str_slice(whole, 0, whole.length - 1) : whole;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (words[i].name[0] == lower[0] &&
            (str_equal(whole, str_of(words[i].name)) || str_equal(single, str_of(words[i].name))))
            return words[i].word;
    return str_equal(whole, STR("annexes")) || str_equal(whole, STR("appendices")) ? WORD_ANNEX
                                                                                   : WORD_NONE;
}

bool clause_word_is_global(enum clause_word word)
{
    return word == WORD_ARTICLE || word == WORD_SECTION || word == WORD_CHAPTER ||
           word == WORD_ANNEX || word == WORD_TABLE;
}

bool is_roman_like(struct str word)
{
    for (size_t i = 0; i < word.length; i++)
        if (str_find_byte(STR("ivxlc"), (char)(word.bytes[i] | 0x20)) == 5)
            return false;
    return word.length > 0 && word.length <= ROMAN_BYTES;
}
