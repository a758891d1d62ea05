// SPDX-License-Identifier: Apache-2.0
#include "exchange/comment_and_column_tables/phrases.h"

#include "base/builder.h"
#include "base/utf8.h"

struct str phrase_words(struct str text, struct arena *arena)
{
    struct builder out = builder_make(arena);
    char bytes[UTF8_MAX];
    bool is_in_word = false;
    builder_add_byte(&out, ' ');
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t letter = utf8_at(text, at, &length);
        bool is_sign =
            letter == '#' || letter == '=' || letter == 0xB0 || letter == 0xBA || letter == 0x2116;
        if (is_sign || utf8_is_letter(letter) || utf8_is_digit(letter)) {
            size_t written = utf8_encode(utf8_lower(letter), bytes);
            builder_add(&out, (struct str){bytes, written});
            is_in_word = true;
        } else if (is_in_word) {
            builder_add_byte(&out, ' ');
            is_in_word = false;
        }
    }
    if (is_in_word)
        builder_add_byte(&out, ' ');
    return builder_str(&out);
}

bool phrase_stands_in(struct str words, struct str phrase, enum phrase_extent extent)
{
    bool goes_on = str_ends_with(phrase, STR("*"));
    struct str rest = words;
    phrase.length -= goes_on;
    if (extent == PHRASE_WHOLE)
        return words.length == phrase.length + 2 &&
               str_equal(str_slice(words, 1, words.length - 1), phrase);
    for (size_t at = str_find(rest, phrase); at < rest.length; at = str_find(rest, phrase)) {
        bool is_word_start = at > 0 && rest.bytes[at - 1] == ' ';
        rest = str_skip(rest, at + phrase.length);
        if (is_word_start && (goes_on || str_starts_with(rest, STR(" "))))
            return true;
    }
    return false;
}

bool phrase_is_one_of(struct str words, const char *phrases)
{
    struct str rest = str_of(phrases);
    struct str phrase;
    while (str_cut(&rest, '|', &phrase))
        if (phrase_stands_in(words, phrase, PHRASE_WHOLE))
            return true;
    return false;
}
