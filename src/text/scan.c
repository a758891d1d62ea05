// SPDX-License-Identifier: Apache-2.0
#include "text/scan.h"

#include "base/utf8.h"

// A look at one character and what follows it.
struct glance {
    uint32_t code_point;
    size_t bytes; // 0 at the end of the text
};

static struct glance glance_at(struct str text, size_t at)
{
    struct glance glance = {0, 0};
    if (at < text.length)
        glance.code_point = utf8_at(text, at, &glance.bytes);
    return glance;
}

static bool is_word_character(struct glance c)
{
    return c.bytes > 0 &&
           (utf8_is_letter(c.code_point) || utf8_is_digit(c.code_point) || c.code_point == '_');
}

static size_t leading_digits(struct str word)
{
    size_t count = 0;
    while (count < word.length && word.bytes[count] >= '0' && word.bytes[count] <= '9')
        count++;
    return count;
}

static bool is_currency(uint32_t c)
{
    return c == '$' || c == 0xa3 || c == 0xa5 || (c >= 0x20a0 && c <= 0x20cf);
}

// Marks that stand inside a word when word characters are on both sides.
static bool joins_word(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011 || c == '/' ||
           c == '@' || c == 0xad || c == 0x200c || c == 0x200d || c == 0x2060;
}

// Marks that stand inside a number when digits are on both sides.
static bool joins_number(uint32_t c)
{
    return c == '.' || c == ',' || c == ':' || c == 0x2013 || c == 0xa0 || c == 0x202f || c == 0xd7;
}

static bool is_unit_sign(uint32_t c)
{
    return c == '%' || c == 0x2030 || c == 0xb0 || is_currency(c);
}

// "(a)", "(12)", "(s)" that touches a word belongs to it; gives its length or 0.
static size_t bracket_length(struct str text, size_t at)
{
    if (at >= text.length || text.bytes[at] != '(')
        return 0;
    size_t i = at + 1;
    for (int count = 0; count < 5; count++) {
        struct glance c = glance_at(text, i);
        if (c.bytes == 0)
            return 0;
        if (c.code_point == ')')
            return count > 0 ? i + 1 - at : 0;
        if (!is_word_character(c))
            return 0;
        i += c.bytes;
    }
    return 0;
}

static bool is_roman(char c)
{
    return c == 'i' || c == 'v' || c == 'x' || c == 'l' || c == 'c';
}

// A letter, a Roman number or a number that stands in brackets as the name of a point: "(f)",
// "(iv)", "(12)", "(2a)"; gives its length or 0.
static size_t point_length(struct str text, size_t at)
{
    size_t length = bracket_length(text, at);
    if (length == 0)
        return 0;
    struct str inside = str_slice(text, at + 1, at + length - 1);
    size_t digits = leading_digits(inside);
    size_t left = inside.length - digits;
    bool is_letter = left == 1 && utf8_is_letter((unsigned char)inside.bytes[digits]);
    if (digits > 0)
        return digits < 4 && (left == 0 || is_letter) ? length : 0;
    for (size_t i = 0; !is_letter && i < inside.length; i++)
        if (!is_roman(inside.bytes[i]))
            return 0;
    return length;
}

// "(1)(f)"
static size_t points_end(struct str text, size_t at)
{
    size_t end = at;
    for (size_t length; (length = point_length(text, end)) > 0;)
        end += length;
    return is_word_character(glance_at(text, end)) ? at : end;
}

static bool looks_like_address(struct str rest)
{
    return str_starts_with(rest, STR("http://")) || str_starts_with(rest, STR("https://")) ||
           str_starts_with(rest, STR("www."));
}

static size_t address_end(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.length) {
        struct glance c = glance_at(text, end);
        if (utf8_is_space(c.code_point) || c.code_point == ')' || c.code_point == '>' ||
            c.code_point == ']' || c.code_point == '"')
            break;
        end += c.bytes;
    }
    while (end > at &&
           (text.bytes[end - 1] == '.' || text.bytes[end - 1] == ',' || text.bytes[end - 1] == ';'))
        end--;
    return end;
}

// "U.S.", "e.g.": single letters, each with its point, at least two.
static size_t abbreviation_end(struct str text, size_t at)
{
    size_t end = at;
    int pairs = 0;
    for (;;) {
        struct glance letter = glance_at(text, end);
        if (letter.bytes == 0 || !utf8_is_letter(letter.code_point))
            break;
        if (end + letter.bytes >= text.length || text.bytes[end + letter.bytes] != '.')
            break;
        end += letter.bytes + 1;
        pairs++;
    }
    return pairs >= 2 && !is_word_character(glance_at(text, end)) ? end : at;
}

// Scripts that put no blanks between words. Chinese characters are words or parts of words that
// readers tell apart; kana are runs; the scripts of Thailand, Laos, Burma and Cambodia go by
// syllable: a letter with the signs around it.
enum script { SCRIPT_SPACED, SCRIPT_HAN, SCRIPT_HIRAGANA, SCRIPT_KATAKANA, SCRIPT_SYLLABLES };

static enum script script_of(uint32_t c)
{
    if (c < 0xe00)
        return SCRIPT_SPACED;
    if (c < 0xf00 || (c >= 0x1000 && c < 0x10a0) || (c >= 0x1780 && c < 0x1800))
        return SCRIPT_SYLLABLES;
    if (c >= 0x3041 && c < 0x30a0)
        return SCRIPT_HIRAGANA;
    if ((c >= 0x30a0 && c < 0x3100) || (c >= 0x31f0 && c < 0x3200))
        return SCRIPT_KATAKANA;
    if ((c >= 0x3400 && c < 0xa000) || (c >= 0xf900 && c < 0xfb00) || (c >= 0x20000 && c < 0x32000))
        return SCRIPT_HAN;
    return SCRIPT_SPACED;
}

// Vowels that Thai and Lao write before the letter they are spoken behind.
static bool goes_before(uint32_t c)
{
    return (c >= 0xe40 && c <= 0xe44) || (c >= 0xec0 && c <= 0xec4);
}

static bool is_one_of(uint32_t c, const uint32_t *characters, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (c == characters[i])
            return true;
    return false;
}

// 一 to 十, 百, 千, 万, 亿 and their like.
static bool is_han_numeral(uint32_t c)
{
    static const uint32_t numerals[] = {0x3007, 0x96f6, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94,
                                        0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341, 0x767e, 0x5343,
                                        0x4e07, 0x842c, 0x4ebf, 0x5104, 0x4e24, 0x5169};
    return is_one_of(c, numerals, sizeof numerals / sizeof numerals[0]);
}

// 年, 月, 日 behind a figure make a date of it.
static bool is_date_sign(uint32_t c)
{
    return c == 0x5e74 || c == 0x6708 || c == 0x65e5;
}

// "2027年5月1日", from behind its first digits; `end` when it is no date.
static size_t han_date_end(struct str text, size_t end)
{
    for (;;) {
        struct glance c = glance_at(text, end);
        if (c.bytes == 0 || !is_date_sign(c.code_point))
            return end;
        end += c.bytes;
        while (end < text.length && utf8_is_digit((unsigned char)text.bytes[end]))
            end++;
    }
}

// The end of what is one word for a script without blanks.
static size_t unspaced_end(struct str text, size_t at, enum script script)
{
    struct glance c = glance_at(text, at);
    size_t end = at + c.bytes;
    if (script == SCRIPT_SYLLABLES && goes_before(c.code_point))
        end += glance_at(text, end).bytes;
    for (;;) {
        struct glance next = glance_at(text, end);
        bool goes_on = utf8_is_mark(next.code_point);
        if (script == SCRIPT_HIRAGANA || script == SCRIPT_KATAKANA)
            goes_on = script_of(next.code_point) == script;
        else if (is_han_numeral(c.code_point))
            goes_on = is_han_numeral(next.code_point);
        if (next.bytes == 0 || !goes_on)
            return end;
        end += next.bytes;
    }
}

// From inside a word or number to its end.
static size_t word_end(struct str text, size_t at, bool *has_letter)
{
    size_t end = at;
    bool last_is_digit = false;
    for (;;) {
        struct glance c = glance_at(text, end);
        if (c.bytes > 0 && script_of(c.code_point) != SCRIPT_SPACED)
            return end;
        if (is_word_character(c)) {
            last_is_digit = utf8_is_digit(c.code_point);
            *has_letter = *has_letter || !last_is_digit;
            end += c.bytes;
            continue;
        }
        size_t bracket = bracket_length(text, end);
        if (bracket > 0) {
            end += bracket;
            continue;
        }
        struct glance next = glance_at(text, end + c.bytes);
        bool digit_next = next.bytes > 0 && utf8_is_digit(next.code_point);
        if (c.bytes > 0 && ((joins_word(c.code_point) && is_word_character(next)) ||
                            (joins_number(c.code_point) && last_is_digit && digit_next))) {
            end += c.bytes;
            continue;
        }
        return end;
    }
}

static bool is_line_drawing(uint32_t c)
{
    return c == '.' || c == '-' || c == '_' || c == '*' || c == '=' || c == '~' || c == 0x2026;
}

static size_t punctuation_end(struct str text, size_t at)
{
    struct glance first = glance_at(text, at);
    size_t end = at + first.bytes;
    if (!is_line_drawing(first.code_point))
        return end;
    while (glance_at(text, end).bytes > 0 && glance_at(text, end).code_point == first.code_point)
        end += first.bytes;
    return end;
}

static bool is_plain_letter(char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

// A closer look is needed at "U.S.", "www.", "and/or", "naïve".
size_t scan_plain_word(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.length && is_plain_letter(text.bytes[end]))
        end++;
    if (end == text.length)
        return end;
    char next = text.bytes[end];
    if (next == ' ' || next == ',' || next == ';' || next == '\n')
        return end;
    return next == '.' && end - at > 1 && text.bytes[at] != 'w' ? end : at;
}

size_t scan_token(struct str text, size_t at, enum token_kind *kind)
{
    *kind = TOKEN_WORD;
    size_t plain_end = scan_plain_word(text, at);
    if (plain_end > at)
        return plain_end;
    struct glance first = glance_at(text, at);
    if ((first.code_point == 'h' || first.code_point == 'w') &&
        looks_like_address(str_skip(text, at))) {
        *kind = TOKEN_WORD;
        return address_end(text, at);
    }
    size_t end = points_end(text, at);
    if (end > at) {
        *kind = TOKEN_NUMBER;
        return end;
    }
    size_t start = at;
    if (is_currency(first.code_point)) {
        struct glance next = glance_at(text, at + first.bytes);
        if (next.bytes > 0 && utf8_is_digit(next.code_point))
            start += first.bytes;
    }
    if (!is_word_character(glance_at(text, start))) {
        *kind = TOKEN_PUNCTUATION;
        return punctuation_end(text, at);
    }
    enum script script = script_of(glance_at(text, start).code_point);
    if (script != SCRIPT_SPACED) {
        bool is_number = is_han_numeral(glance_at(text, start).code_point);
        *kind = is_number ? TOKEN_NUMBER : TOKEN_WORD;
        return unspaced_end(text, start, script);
    }
    end = abbreviation_end(text, start);
    bool has_letter = end > start;
    if (!has_letter)
        end = word_end(text, start, &has_letter);
    // "6(1)(f)" and "4a" are figures to whoever reads them.
    bool is_figure = !has_letter || utf8_is_digit(glance_at(text, start).code_point);
    *kind = is_figure ? TOKEN_NUMBER : TOKEN_WORD;
    if (!has_letter)
        end = han_date_end(text, end);
    struct glance unit = glance_at(text, end);
    if (!has_letter && unit.bytes > 0 && is_unit_sign(unit.code_point))
        end += unit.bytes;
    return end;
}

static const char *const months[] = {
    "January",  "February",  "March",      "April",    "May",       "June",      "July",
    "August",   "September", "October",    "November", "December",  "Jan",       "Feb",
    "Mar",      "Apr",       "Jun",        "Jul",      "Aug",       "Sep",       "Sept",
    "Oct",      "Nov",       "Dec",        "janvier",  "février",   "mars",      "avril",
    "mai",      "juin",      "juillet",    "août",     "septembre", "octobre",   "novembre",
    "décembre", "enero",     "febrero",    "marzo",    "abril",     "mayo",      "junio",
    "julio",    "agosto",    "septiembre", "octubre",  "noviembre", "diciembre", "Januar",
    "Februar",  "März",      "Mai",        "Juni",     "Juli",      "Oktober",   "Dezember",
};

static bool is_month(struct str word)
{
    for (size_t i = 0; i < sizeof months / sizeof months[0]; i++)
        if (str_equal(word, str_of(months[i])))
            return true;
    return false;
}

// "15", "1st", "24th"
static bool is_day(struct str word)
{
    size_t digits = leading_digits(word);
    if (digits < 1 || digits > 2)
        return false;
    struct str rest = str_skip(word, digits);
    return rest.length == 0 || str_equal(rest, STR("st")) || str_equal(rest, STR("nd")) ||
           str_equal(rest, STR("rd")) || str_equal(rest, STR("th")) || str_equal(rest, STR("er"));
}

static bool is_year(struct str word)
{
    return word.length == 4 && leading_digits(word) == 4 &&
           (word.bytes[0] == '1' || word.bytes[0] == '2');
}

// An optional comma and a year from piece i on; gives the number of pieces up to there.
static size_t with_year(const struct str *pieces, size_t i, size_t count)
{
    if (i < count && is_year(pieces[i]))
        return i + 1;
    if (i + 1 < count && str_equal(pieces[i], STR(",")) && is_year(pieces[i + 1]))
        return i + 2;
    return i;
}

// Three digits, and a decimal part or a unit behind them at most: "000", "000.50", "000%".
static bool is_thousand(struct str piece)
{
    return leading_digits(piece) == 3 && (piece.length == 3 || piece.bytes[3] == '.' ||
                                          piece.bytes[3] == ',' || piece.bytes[3] == '%');
}

size_t scan_number(const struct str *pieces, const bool *gap_follows, size_t count)
{
    struct str first = pieces[0];
    size_t sign = 0;
    while (sign < first.length && (unsigned char)first.bytes[sign] >= 0x80)
        sign++; // "€"
    sign += first.length > 0 && first.bytes[0] == '$';
    size_t digits = leading_digits(str_skip(first, sign));
    if (digits < 1 || digits > 3 || sign + digits != first.length || first.bytes[sign] == '0')
        return 0;
    size_t joined = 1;
    while (joined < count && gap_follows[joined - 1] && is_thousand(pieces[joined]))
        joined++;
    return joined > 1 ? joined : 0;
}

size_t scan_date(const struct str *pieces, const bool *gap_follows, size_t count)
{
    // The day or the year begins with a digit.
    if (count < 2 || !gap_follows[0] ||
        (leading_digits(pieces[0]) == 0 && leading_digits(pieces[1]) == 0))
        return 0;
    if (is_day(pieces[0])) {
        size_t i = str_equal(pieces[1], STR("of")) || str_equal(pieces[1], STR("de")) ? 2 : 1;
        if (i < count && is_month(pieces[i]))
            return with_year(pieces, i + 1, count);
        return 0;
    }
    if (is_month(pieces[0])) {
        if (is_day(pieces[1]))
            return with_year(pieces, 2, count);
        return is_year(pieces[1]) ? 2 : 0;
    }
    return 0;
}

bool scan_may_go_on(struct str piece)
{
    return leading_digits(piece) > 0 || str_equal(piece, STR(",")) || str_equal(piece, STR("of")) ||
           str_equal(piece, STR("de")) || is_month(piece);
}
