// SPDX-License-Identifier: Apache-2.0
#include "counterparts/initials.h"

#define LETTERS_MAX 8u

struct initials {
    char letters[LETTERS_MAX];
    size_t count;
};

static bool is_capital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static bool is_of_word(char byte)
{
    return is_capital(byte) || (byte >= 'a' && byte <= 'z') || (byte & 0x80);
}

// The next word, with the dots inside one like "U.S."; hyphens part words.
static bool next_word(struct str *rest, struct str *word)
{
    size_t from = 0;
    while (from < rest->length && !is_of_word(rest->bytes[from]))
        from++;
    size_t end = from;
    while (end < rest->length &&
           (is_of_word(rest->bytes[end]) || (rest->bytes[end] == '.' && end + 1 < rest->length &&
                                             is_capital(rest->bytes[end + 1]))))
        end++;
    *word = str_slice(*rest, from, end);
    *rest = str_skip(*rest, end);
    return word->length > 0;
}

// The letters of a word of capitals, such as "US" or "U.S.".
static bool read_capitals(struct str word, struct initials *initials)
{
    initials->count = 0;
    for (size_t i = 0; i < word.length; i++) {
        if (word.bytes[i] == '.')
            continue;
        if (!is_capital(word.bytes[i]) || initials->count == LETTERS_MAX)
            return false;
        initials->letters[initials->count++] = word.bytes[i];
    }
    return initials->count > 1;
}

static bool read_first_letters(struct str name, struct initials *initials)
{
    struct str word;
    initials->count = 0;
    while (next_word(&name, &word))
        if (is_capital(word.bytes[0])) {
            if (initials->count == LETTERS_MAX)
                return false;
            initials->letters[initials->count++] = word.bytes[0];
        }
    return initials->count > 1;
}

static bool is_small_word(struct str word)
{
    static const char *const small[] = {"of", "the", "and", "for", "in", "on", "to"};
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        if (str_equal(word, str_of(small[i])))
            return true;
    return false;
}

// Whether words from here on, capital by capital, give the letters.
static bool spell(struct str rest, const struct initials *initials)
{
    struct str word;
    size_t count = 0;
    while (count < initials->count && next_word(&rest, &word)) {
        if (word.bytes[0] == initials->letters[count] && word.length > 1)
            count++;
        else if (count == 0 || !is_small_word(word))
            return false;
    }
    return count == initials->count;
}

static bool is_spelt_out(const struct initials *initials, struct str text)
{
    struct str word;
    for (struct str rest = text; next_word(&rest, &word);) {
        struct str here = str_skip(text, (size_t)(word.bytes - text.bytes));
        if (is_capital(word.bytes[0]) && spell(here, initials))
            return true;
    }
    return false;
}

static bool is_shortened(const struct initials *initials, struct str text)
{
    struct str word;
    struct initials found;
    while (next_word(&text, &word))
        if (read_capitals(word, &found) && found.count == initials->count &&
            str_equal((struct str){found.letters, found.count},
                      (struct str){initials->letters, initials->count}))
            return true;
    return false;
}

bool initials_join(struct str name, struct str text)
{
    struct initials initials;
    if (read_capitals(name, &initials))
        return is_spelt_out(&initials, text);
    return read_first_letters(name, &initials) && is_shortened(&initials, text);
}
