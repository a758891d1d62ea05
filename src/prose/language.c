// SPDX-License-Identifier: Apache-2.0
#include "prose/language.h"

// Of these no other language of the Latin script makes much use.
static const char *const small_words[] = {"the",  "of",   "and",   "to",    "shall", "for",
                                          "with", "from", "that",  "which", "this",  "within",
                                          "said", "by",   "after", "their", "is",    "be"};

enum {
    ENOUGH_LATIN = 30, // words; fewer may well have no small one
    ENOUGH_OTHER = 8,  // bytes of letters beyond ASCII
    SHARE = 30,        // of so many words an English text has at least one small one
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_small_word(struct str word)
{
    for (size_t i = 0; i < sizeof small_words / sizeof *small_words; i++)
        if (str_equal_ignoring_case(word, str_of(small_words[i])))
            return true;
    return false;
}

bool language_is_foreign(struct str text)
{
    size_t words = 0;
    size_t small = 0;
    size_t ascii = 0; // letters
    size_t other = 0;
    for (size_t at = 0; at < text.length; at++) {
        size_t from = at;
        while (at < text.length && is_letter(text.bytes[at]))
            *((unsigned char)text.bytes[at++] >= 0x80 ? &other : &ascii) += 1;
        words += at > from;
        small += at > from && is_small_word(str_slice(text, from, at));
    }
    if (other > ascii)
        return other >= ENOUGH_OTHER;
    return words >= ENOUGH_LATIN && small < words / SHARE;
}
