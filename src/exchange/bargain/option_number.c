// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/option_number.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// Bytes above ASCII belong to letters here: what is in doubt is not read.
static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static size_t next_digit(struct str words, size_t from)
{
    while (from < words.length && !is_digit(words.bytes[from]))
        from++;
    return from;
}

// The end of the digits with the points and commas between them.
static size_t end_of_digits(struct str words, size_t from)
{
    size_t end = from;
    while (end < words.length && (is_digit(words.bytes[end]) ||
                                  ((words.bytes[end] == '.' || words.bytes[end] == ',') &&
                                   end + 1 < words.length && is_digit(words.bytes[end + 1]))))
        end++;
    return end;
}

// Bytes at the start of a text that are a sign of money or a space, and no letter: 0: none.
static size_t sign_bytes(struct str text)
{
    static const char *const signs[] = {"€", "£", "¥", "\xc2\xa0", "\xe2\x80\xaf", " "};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts_with(text, str_of(signs[i])))
            return str_of(signs[i]).length;
    return 0;
}

static bool ends_in_letter(struct str text)
{
    for (size_t bytes = 1; bytes <= 3 && bytes <= text.length; bytes++)
        if (sign_bytes(str_skip(text, text.length - bytes)) == bytes)
            return false;
    return text.length > 0 && is_letter(text.bytes[text.length - 1]);
}

static bool begins_with_letter(struct str text)
{
    return text.length > 0 && is_letter(text.bytes[0]) && sign_bytes(text) == 0;
}

static bool is_thousands(struct str rest)
{
    static const char *const words[] = {"thousand", "million", "billion", "trillion", "hundred",
                                        "dozen",    "mill",    "mio",     "mrd",      "bn",
                                        "tausend",  "mil ",    "lakh",    "crore",    "k "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal_ignoring_case(str_slice(rest, 0, str_of(words[i]).length), str_of(words[i])))
            return true;
    return str_equal_ignoring_case(rest, STR("mil")) || str_equal_ignoring_case(rest, STR("k"));
}

static struct str cut_minus(struct str before, bool *is_negative)
{
    static const char *const minuses[] = {"-", "−"};
    for (size_t i = 0; i < 2; i++)
        if (str_ends_with(before, str_of(minuses[i]))) {
            *is_negative = true;
            return str_slice(before, 0, before.length - str_of(minuses[i]).length);
        }
    return before;
}

enum decimal_reading option_number_read(struct str words, struct worded_number *number)
{
    size_t first = next_digit(words, 0);
    size_t end = end_of_digits(words, first);
    bool is_negative = false;
    if (first == words.length)
        return DECIMAL_NONE;
    struct str before = cut_minus(str_slice(words, 0, first), &is_negative);
    struct str behind = str_skip(words, end);
    if (ends_in_letter(before) || begins_with_letter(behind) ||
        next_digit(words, end) < words.length)
        return DECIMAL_AMBIGUOUS;
    while (sign_bytes(behind) > 0)
        behind = str_skip(behind, sign_bytes(behind));
    if (is_thousands(behind))
        return DECIMAL_AMBIGUOUS;
    *number = (struct worded_number){.is_percent = str_starts_with(behind, STR("%"))};
    enum decimal_reading reading = decimal_of_text(str_slice(words, first, end), &number->decimal);
    if (is_negative)
        number->decimal.units = -number->decimal.units;
    return reading;
}
