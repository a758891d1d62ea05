// SPDX-License-Identifier: Apache-2.0
#include "base/checked.h"
#include "exchange/spreadsheet/spreadsheet.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// The bytes of a space at the start of a text: also a no-break or a narrow one, which part thousands.
static size_t space_bytes(struct str text)
{
    static const char *const spaces[] = {" ", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89"};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (str_starts_with(text, str_of(spaces[i])))
            return str_of(spaces[i]).length;
    return 0;
}

// What parts the digits of a number: nothing, or a row of thousands and one decimal mark.
struct digit_marks {
    char thousands; // 0: none; ' ' for any space
    char decimal;   // 0: none
    bool is_ambiguous;
};

struct parts {
    struct str digits; // with their marks
    bool is_negative;
    bool is_percent;
};

static struct str cut_spaces(struct str text)
{
    for (size_t bytes; (bytes = space_bytes(text)) > 0;)
        text = str_skip(text, bytes);
    for (bool again = true; again;) {
        again = false;
        for (size_t bytes = 1; bytes <= 3 && bytes <= text.length; bytes++)
            if (space_bytes(str_skip(text, text.length - bytes)) == bytes) {
                text = str_slice(text, 0, text.length - bytes);
                again = true;
                break;
            }
    }
    return text;
}

static struct parts parts_of(struct str text)
{
    struct parts parts = {.digits = cut_spaces(text)};
    if (str_ends_with(parts.digits, STR("%"))) {
        parts.is_percent = true;
        parts.digits = cut_spaces(str_slice(parts.digits, 0, parts.digits.length - 1));
    }
    static const char *const minuses[] = {"-", "\xe2\x88\x92"};
    for (size_t i = 0; i < 2 && !parts.is_negative; i++)
        if (str_starts_with(parts.digits, str_of(minuses[i]))) {
            parts.is_negative = true;
            parts.digits = str_skip(parts.digits, str_of(minuses[i]).length);
        }
    if (!parts.is_negative && str_starts_with(parts.digits, STR("+")))
        parts.digits = str_skip(parts.digits, 1);
    return parts;
}

// The first mark with its kind, how often each stands there, and how many digits follow the last.
static bool find_marks(struct str digits, struct digit_marks *marks)
{
    size_t commas = 0, points = 0, spaces = 0, behind = 0;
    char last = 0;
    for (size_t i = 0; i < digits.length;) {
        size_t space = space_bytes(str_skip(digits, i));
        char c = space > 0 ? ' ' : digits.bytes[i];
        i += space > 0 ? space : 1;
        if (is_digit(c)) {
            behind++;
            continue;
        }
        if (c != ',' && c != '.' && c != ' ')
            return false;
        commas += c == ',';
        points += c == '.';
        spaces += c == ' ';
        last = c;
        behind = 0;
    }
    if (commas + points + spaces == 0)
        return true;
    bool is_one_kind = (commas > 0) + (points > 0) + (spaces > 0) == 1;
    if (is_one_kind && (last == ' ' || commas > 1 || points > 1))
        marks->thousands = last;
    else if (is_one_kind)
        // "0,125" and "1234,567" part no thousands.
        *marks = (struct digit_marks){
            0, last, behind == 3 && digits.bytes[0] != '0' && digits.length - behind - 1 <= 3};
    else
        *marks = (struct digit_marks){last != ' ' && spaces > 0 ? ' '
                                      : last == ','             ? '.'
                                                                : ',',
                                      last, false};
    return last != ' ' || is_one_kind;
}

static bool add_digit(struct grid_decimal *decimal, char digit)
{
    return checked_multiply(decimal->units, 10, &decimal->units) &&
           checked_add(decimal->units, digit - '0', &decimal->units);
}

// Digits by threes where thousands are parted.
static enum decimal_reading read_digits(struct str digits, const struct digit_marks *marks,
                                        struct grid_decimal *decimal)
{
    size_t count = 0, group = 0;
    bool is_behind = false, is_parted = false;
    for (size_t i = 0; i < digits.length;) {
        size_t space = space_bytes(str_skip(digits, i));
        char c = space > 0 ? ' ' : digits.bytes[i];
        i += space > 0 ? space : 1;
        if (is_digit(c)) {
            count++, group++;
            decimal->scale += is_behind;
            if (!add_digit(decimal, c))
                return DECIMAL_TOO_LARGE;
        } else {
            bool is_whole =
                is_parted ? group == 3 : group >= 1 && (group <= 3 || c == marks->decimal);
            if (is_behind || !is_whole || (c != marks->thousands && c != marks->decimal))
                return DECIMAL_NONE;
            is_behind = c == marks->decimal;
            is_parted = is_parted || c == marks->thousands;
            group = 0;
        }
    }
    bool ends_well = !is_parted || is_behind || group == 3;
    return count > 0 && group > 0 && ends_well ? DECIMAL_READ : DECIMAL_NONE;
}

enum decimal_reading decimal_of_text(struct str text, struct grid_decimal *decimal)
{
    struct parts parts = parts_of(text);
    struct digit_marks marks = {0};
    *decimal = (struct grid_decimal){0, 0};
    if (parts.digits.length == 0 || !find_marks(parts.digits, &marks))
        return DECIMAL_NONE;
    enum decimal_reading reading = read_digits(parts.digits, &marks, decimal);
    if (reading != DECIMAL_READ)
        return reading;
    if (marks.is_ambiguous)
        return DECIMAL_AMBIGUOUS;
    decimal->scale += parts.is_percent ? 2 : 0;
    decimal->units = parts.is_negative ? -decimal->units : decimal->units;
    return DECIMAL_READ;
}
