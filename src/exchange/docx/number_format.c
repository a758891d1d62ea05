// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/number_format.h"

#include "base/utf8.h"

// Beyond this, repeated letters would be no label any more.
#define LETTERS_MAX 780
#define ROMAN_MAX 3999
#define WORDS_MAX 999999

static void add_decimal(uint32_t number, struct builder *out)
{
    builder_print(out, "%u", number);
}

static void add_decimal_zero(uint32_t number, struct builder *out)
{
    builder_print(out, "%02u", number);
}

static void add_roman(uint32_t number, const char *const symbols[13], struct builder *out)
{
    static const uint32_t values[13] = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    if (number == 0 || number > ROMAN_MAX) {
        add_decimal(number, out);
        return;
    }
    for (size_t i = 0; i < 13; i++)
        for (; number >= values[i]; number -= values[i])
            builder_add_c(out, symbols[i]);
}

static void add_upper_roman(uint32_t number, struct builder *out)
{
    static const char *const symbols[13] = {"M",  "CM", "D",  "CD", "C",  "XC", "L",
                                            "XL", "X",  "IX", "V",  "IV", "I"};
    add_roman(number, symbols, out);
}

static void add_lower_roman(uint32_t number, struct builder *out)
{
    static const char *const symbols[13] = {"m",  "cm", "d",  "cd", "c",  "xc", "l",
                                            "xl", "x",  "ix", "v",  "iv", "i"};
    add_roman(number, symbols, out);
}

// a … z, aa … zz, aaa …: the letter is repeated, as word processors do.
static void add_letters(uint32_t number, struct str alphabet, struct builder *out)
{
    uint32_t count = (uint32_t)utf8_count(alphabet);
    if (number == 0 || number > LETTERS_MAX) {
        add_decimal(number, out);
        return;
    }
    uint32_t index = (number - 1) % count;
    size_t at = 0;
    size_t bytes;
    utf8_at(alphabet, at, &bytes);
    for (; index > 0; index--) {
        at += bytes;
        utf8_at(alphabet, at, &bytes);
    }
    for (uint32_t times = (number - 1) / count + 1; times > 0; times--)
        builder_add(out, str_slice(alphabet, at, at + bytes));
}

static void add_upper_letter(uint32_t number, struct builder *out)
{
    add_letters(number, STR("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), out);
}

static void add_lower_letter(uint32_t number, struct builder *out)
{
    add_letters(number, STR("abcdefghijklmnopqrstuvwxyz"), out);
}

static void add_russian_upper(uint32_t number, struct builder *out)
{
    add_letters(number, STR("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"), out);
}

static void add_russian_lower(uint32_t number, struct builder *out)
{
    add_letters(number, STR("абвгдежзиклмнопрстуфхцчшщыэюя"), out);
}

static void add_ordinal(uint32_t number, struct builder *out)
{
    uint32_t tens = number % 100;
    uint32_t ones = number % 10;
    const char *ending = "th";
    if (tens < 11 || tens > 13)
        ending = ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th";
    builder_print(out, "%u%s", number, ending);
}

static const char *const cardinals[20] = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
static const char *const ordinals[20] = {
    "zeroth",     "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
static const char *const tens[10] = {"",      "",      "twenty",  "thirty", "forty",
                                     "fifty", "sixty", "seventy", "eighty", "ninety"};

static void add_small_words(uint32_t number, bool is_ordinal, struct builder *out)
{
    if (number >= 100) {
        builder_print(out, "%s hundred", cardinals[number / 100]);
        number %= 100;
        if (number == 0) {
            builder_add_c(out, is_ordinal ? "th" : "");
            return;
        }
        builder_add_byte(out, ' ');
    }
    if (number < 20) {
        builder_add_c(out, is_ordinal ? ordinals[number] : cardinals[number]);
        return;
    }
    const char *ten = tens[number / 10];
    if (number % 10 > 0)
        builder_print(out, "%s-%s", ten,
                      is_ordinal ? ordinals[number % 10] : cardinals[number % 10]);
    else if (is_ordinal) // "twenty" -> "twentieth"
        builder_print(out, "%.*sieth", (int)str_of(ten).length - 1, ten);
    else
        builder_add_c(out, ten);
}

// Word begins with a capital: "Twenty-one".
static void add_words(uint32_t number, bool is_ordinal, struct builder *out)
{
    size_t from = out->length;
    if (number > WORDS_MAX) {
        add_decimal(number, out);
        return;
    }
    if (number >= 1000) {
        add_small_words(number / 1000, false, out);
        builder_add_c(out, number % 1000 == 0 && is_ordinal ? " thousandth" : " thousand");
        if (number % 1000 > 0)
            builder_add_byte(out, ' ');
    }
    if (number < 1000 || number % 1000 > 0)
        add_small_words(number % 1000, is_ordinal, out);
    out->bytes[from] = (char)(out->bytes[from] - 'a' + 'A');
}

static void add_cardinal_text(uint32_t number, struct builder *out)
{
    add_words(number, false, out);
}

static void add_ordinal_text(uint32_t number, struct builder *out)
{
    add_words(number, true, out);
}

static void add_hexadecimal(uint32_t number, struct builder *out)
{
    builder_print(out, "%X", number);
}

static void add_between_dashes(uint32_t number, struct builder *out)
{
    builder_print(out, "- %u -", number);
}

// *, †, ‡, §, **, ††, …
static void add_chicago(uint32_t number, struct builder *out)
{
    add_letters(number, STR("*†‡§"), out);
}

static void add_nothing(uint32_t number, struct builder *out)
{
    (void)number, (void)out;
}

void number_format(uint32_t number, struct str format, struct builder *out)
{
    static const struct {
        const char *name;
        void (*add)(uint32_t number, struct builder *out);
    } formats[] = {
        {"decimal", add_decimal},
        {"bullet", add_nothing},
        {"none", add_nothing},
        {"lowerLetter", add_lower_letter},
        {"lowerRoman", add_lower_roman},
        {"upperLetter", add_upper_letter},
        {"upperRoman", add_upper_roman},
        {"decimalZero", add_decimal_zero},
        {"ordinal", add_ordinal},
        {"ordinalText", add_ordinal_text},
        {"cardinalText", add_cardinal_text},
        {"numberInDash", add_between_dashes},
        {"russianLower", add_russian_lower},
        {"russianUpper", add_russian_upper},
        {"hex", add_hexadecimal},
        {"chicago", add_chicago},
    };
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (str_equal(format, str_of(formats[i].name))) {
            formats[i].add(number, out);
            return;
        }
    add_decimal(number, out);
}
