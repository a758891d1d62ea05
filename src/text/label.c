// SPDX-License-Identifier: Apache-2.0
#include "text/label.h"

#include "base/utf8.h"

// Words that go before a number, in lower case, and how high they stand.
struct ranked_word {
    struct str word;
    uint32_t rank;
};

static const struct ranked_word ranked_words[] = {
    {STR_INIT("annex"), 1},      {STR_INIT("annexe"), 1},    {STR_INIT("appendix"), 1},
    {STR_INIT("schedule"), 1},   {STR_INIT("protocol"), 1},  {STR_INIT("exhibit"), 1},
    {STR_INIT("attachment"), 1}, {STR_INIT("part"), 1},      {STR_INIT("title"), 1},
    {STR_INIT("book"), 1},       {STR_INIT("anhang"), 1},    {STR_INIT("anlage"), 1},
    {STR_INIT("anexo"), 1},      {STR_INIT("додаток"), 1},   {STR_INIT("приложение"), 1},
    {STR_INIT("teil"), 1},       {STR_INIT("parte"), 1},     {STR_INIT("частина"), 1},
    {STR_INIT("часть"), 1},      {STR_INIT("chapter"), 2},   {STR_INIT("chapitre"), 2},
    {STR_INIT("kapitel"), 2},    {STR_INIT("capítulo"), 2},  {STR_INIT("розділ"), 2},
    {STR_INIT("раздел"), 2},     {STR_INIT("глава"), 2},     {STR_INIT("section"), 3},
    {STR_INIT("sec."), 3},       {STR_INIT("abschnitt"), 3}, {STR_INIT("sección"), 3},
    {STR_INIT("article"), 4},    {STR_INIT("art."), 4},      {STR_INIT("art"), 4},
    {STR_INIT("artikel"), 4},    {STR_INIT("artículo"), 4},  {STR_INIT("articolo"), 4},
    {STR_INIT("artigo"), 4},     {STR_INIT("стаття"), 4},    {STR_INIT("статья"), 4},
    {STR_INIT("ст."), 4},        {STR_INIT("clause"), 4},    {STR_INIT("rule"), 4},
    {STR_INIT("regulation"), 4}, {STR_INIT("principle"), 4}, {STR_INIT("recital"), 4},
    {STR_INIT("step"), 4},       {STR_INIT("stage"), 4},     {STR_INIT("phase"), 4},
    {STR_INIT("§"), 4},          {STR_INIT("paragraph"), 5}, {STR_INIT("para."), 5},
    {STR_INIT("para"), 5},       {STR_INIT("point"), 5},     {STR_INIT("пункт"), 5},
};

static const struct str bullets[] = {STR_INIT("•"), STR_INIT("-"), STR_INIT("–"), STR_INIT("—"),
                                     STR_INIT("*"), STR_INIT("·"), STR_INIT("◦"), STR_INIT("▪"),
                                     STR_INIT("‣"), STR_INIT("●"), STR_INIT("○"), STR_INIT("■")};

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

// White space in the line from byte `at`, in bytes.
static size_t space_length(struct str line, size_t at)
{
    size_t from = at;
    while (at < line.length) {
        size_t bytes;
        if (!utf8_is_space(utf8_at(line, at, &bytes)))
            break;
        at += bytes;
    }
    return at - from;
}

static uint32_t code_at(struct str line, size_t at)
{
    size_t bytes;
    return at < line.length ? utf8_at(line, at, &bytes) : 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_small(uint32_t code)
{
    return utf8_is_letter(code) && !utf8_is_upper(code);
}

static uint32_t roman_digit(char c)
{
    switch (c | 0x20) {
    case 'i':
        return 1;
    case 'v':
        return 5;
    case 'x':
        return 10;
    case 'l':
        return 50;
    case 'c':
        return 100;
    default:
        return 0;
    }
}

uint32_t label_roman_value(struct str word)
{
    if (word.length == 0 || word.length > 8)
        return 0;
    uint32_t value = 0;
    for (size_t i = 0; i < word.length; i++) {
        uint32_t digit = roman_digit(word.bytes[i]);
        if (digit == 0 || (word.bytes[i] ^ word.bytes[0]) & 0x20)
            return 0;
        uint32_t next = i + 1 < word.length ? roman_digit(word.bytes[i + 1]) : 0;
        value = digit < next ? value - digit : value + digit;
    }
    return value < 200 ? value : 0;
}

// One to three digits without a zero in front, and a letter or "bis" behind: "4", "12a", "4bis".
static size_t digits_length(struct str line, size_t at, uint32_t *value)
{
    size_t from = at;
    *value = 0;
    while (at < line.length && is_digit(line.bytes[at]) && at - from < 4)
        *value = *value * 10 + (uint32_t)(line.bytes[at++] - '0');
    if (at == from || at - from > 3 || line.bytes[from] == '0')
        return 0;
    if (str_starts_with(str_skip(line, at), STR("bis")) ||
        str_starts_with(str_skip(line, at), STR("ter")))
        at += 3;
    else if (at < line.length && is_ascii_letter(line.bytes[at]) &&
             !utf8_is_letter(code_at(line, at + 1)))
        at++;
    return at - from;
}

// A later part may have a zero in front: "11.06".
static size_t later_digits_length(struct str line, size_t at, uint32_t *value)
{
    bool has_zero = at + 1 < line.length && line.bytes[at] == '0' && is_digit(line.bytes[at + 1]);
    size_t length = digits_length(line, at + has_zero, value);
    return length > 0 ? length + has_zero : 0;
}

// "3", "3.1", "12.4.2", "11.06": the final dot is not taken.
static size_t dotted_length(struct str line, size_t at, struct typed_label *label)
{
    size_t length = digits_length(line, at, &label->ordinal);
    if (length == 0)
        return 0;
    label->number = NUMBER_DIGITS;
    label->parts = 1;
    while (at + length + 1 < line.length && line.bytes[at + length] == '.') {
        uint32_t value;
        size_t more = later_digits_length(line, at + length + 1, &value);
        if (more == 0)
            break;
        label->ordinal = value;
        label->parts++;
        length += 1 + more;
    }
    // "1.5%" and "3.000" are figures, not labels.
    if (at + length < line.length &&
        (is_digit(line.bytes[at + length]) || line.bytes[at + length] == '%'))
        return 0;
    return length;
}

// Up to three capitals; their value is the last one's.
static size_t capitals_length(struct str line, size_t at, uint32_t *value)
{
    size_t length = 0;
    while (at + length < line.length && line.bytes[at + length] >= 'A' &&
           line.bytes[at + length] <= 'Z')
        length++;
    if (length == 0 || length > 3)
        return 0;
    *value = (uint32_t)(line.bytes[at + length - 1] - 'A') + 1;
    return length;
}

// "QQ.A.5", "X.Y", "AB.12bis": capitals and digits with dots between them, as drafts name articles
// that have no number yet. The final dot is not taken.
static size_t code_length(struct str line, size_t at, struct typed_label *label)
{
    size_t end = at;
    uint32_t parts = 0;
    for (;;) {
        size_t length = digits_length(line, end, &label->ordinal);
        if (length == 0)
            length = capitals_length(line, end, &label->ordinal);
        if (length == 0)
            return 0;
        end += length;
        parts++;
        bool goes_on = end + 1 < line.length && line.bytes[end] == '.' &&
                       (is_ascii_letter(line.bytes[end + 1]) || is_digit(line.bytes[end + 1]));
        if (!goes_on)
            break;
        end++;
    }
    if (parts < 2 || utf8_is_letter(code_at(line, end)))
        return 0;
    label->number = NUMBER_DIGITS;
    label->parts = parts;
    return end - at;
}

// "One" to "Twenty" after a label word.
static size_t number_word_length(struct str line, size_t at, struct typed_label *label)
{
    static const struct str words[] = {
        STR_INIT("one"),       STR_INIT("two"),      STR_INIT("three"),    STR_INIT("four"),
        STR_INIT("five"),      STR_INIT("six"),      STR_INIT("seven"),    STR_INIT("eight"),
        STR_INIT("nine"),      STR_INIT("ten"),      STR_INIT("eleven"),   STR_INIT("twelve"),
        STR_INIT("thirteen"),  STR_INIT("fourteen"), STR_INIT("fifteen"),  STR_INIT("sixteen"),
        STR_INIT("seventeen"), STR_INIT("eighteen"), STR_INIT("nineteen"), STR_INIT("twenty")};
    size_t end = at;
    while (end < line.length && is_ascii_letter(line.bytes[end]))
        end++;
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (str_equal_ignoring_case(str_slice(line, at, end), words[i])) {
            label->number = NUMBER_DIGITS;
            label->parts = 1;
            label->ordinal = (uint32_t)i + 1;
            return end - at;
        }
    return 0;
}

// A letter, a doubled letter or a Roman number.
static size_t letters_length(struct str line, size_t at, struct typed_label *label)
{
    size_t length = 0;
    while (at + length < line.length && is_ascii_letter(line.bytes[at + length]) && length < 9)
        length++;
    if (length == 0 || length > 8 || utf8_is_letter(code_at(line, at + length)))
        return 0;
    struct str word = str_slice(line, at, at + length);
    bool small = word.bytes[0] >= 'a';
    uint32_t roman = label_roman_value(word);
    bool is_letter = length == 1 || (length == 2 && word.bytes[0] == word.bytes[1] && roman == 0);
    if (!is_letter && roman == 0)
        return 0;
    label->parts = 1;
    label->may_be_roman = length == 1 && roman > 0;
    label->number = !is_letter ? NUMBER_ROMAN : small ? NUMBER_LETTER : NUMBER_CAPITAL;
    label->ordinal = !is_letter ? roman : (uint32_t)((word.bytes[0] | 0x20) - 'a') + 1;
    return length;
}

static bool finish(struct str line, size_t length, enum label_style style,
                   struct typed_label *label)
{
    label->style = style;
    label->text = str_slice(line, 0, length);
    label->bytes = length + space_length(line, length);
    return true;
}

// "(a)", "(iv)", "(20)", and several in a row: "(a)(i)".
static bool in_brackets(struct str line, struct typed_label *label)
{
    size_t at = 0;
    while (at < line.length && line.bytes[at] == '(') {
        struct typed_label inner = {.rank = 0};
        size_t length = dotted_length(line, at + 1, &inner);
        if (length == 0)
            length = letters_length(line, at + 1, &inner);
        size_t close = at + 1 + length;
        if (length == 0 || close >= line.length || line.bytes[close] != ')')
            break;
        uint32_t parts = label->parts + 1;
        *label = inner;
        label->parts = parts;
        at = close + 1;
    }
    // "(s)he" and "(a)symmetric" are words.
    if (at == 0 || is_small(code_at(line, at)))
        return false;
    return finish(line, at, LABEL_BRACKETS, label);
}

// "a)", "iv)", "1)".
static bool before_bracket(struct str line, struct typed_label *label)
{
    size_t length = dotted_length(line, 0, label);
    if (length == 0)
        length = letters_length(line, 0, label);
    if (length == 0 || length >= line.length || line.bytes[length] != ')' ||
        is_small(code_at(line, length + 1)))
        return false;
    return finish(line, length + 1, LABEL_BRACKET, label);
}

static size_t digit_count(struct str line, size_t at)
{
    size_t digits = 0;
    while (at + digits < line.length && is_digit(line.bytes[at + digits]))
        digits++;
    return digits;
}

// "5. 2024" of "12. 5. 2024", or "5." alone. "7.5 % more pay" is no month.
static bool is_rest_of_date(struct str line, size_t at)
{
    size_t month = digit_count(line, at);
    size_t dot = at + month;
    if (month == 0 || month > 2 || dot >= line.length || line.bytes[dot] != '.')
        return false;
    size_t year = dot + 1 + space_length(line, dot + 1);
    return year >= line.length || digit_count(line, year) == 4;
}

// "3.", "3.1", "3.1.", "IV.", "B.".
static bool before_dot(struct str line, struct typed_label *label)
{
    size_t length = dotted_length(line, 0, label);
    bool is_number = length > 0;
    if (!is_number)
        length = letters_length(line, 0, label);
    if (length == 0)
        return false;
    bool has_dot = length < line.length && line.bytes[length] == '.';
    if (!has_dot && (!is_number || label->parts == 1))
        return false;
    size_t end = length + (has_dot ? 1 : 0);
    size_t space = space_length(line, end);
    uint32_t next = code_at(line, end + space);
    if (end < line.length && space == 0)
        return false;
    // "2.5 million people": a figure at the start of a sentence.
    if (!has_dot && (is_small(next) || next == 0 || utf8_is_digit(next)))
        return false;
    if (is_number && has_dot && is_rest_of_date(line, end + space))
        return false;
    label->is_doubtful = !is_number && label->number == NUMBER_CAPITAL;
    return finish(line, end, LABEL_DOT, label);
}

static bool is_bullet(struct str line, struct typed_label *label)
{
    bool may_be = line.length > 0 && ((unsigned char)line.bytes[0] >= 0x80 ||
                                      line.bytes[0] == '-' || line.bytes[0] == '*');
    for (size_t i = 0; may_be && i < COUNT_OF(bullets); i++)
        if (str_starts_with(line, bullets[i]) && space_length(line, bullets[i].length) > 0) {
            label->number = NUMBER_NONE;
            return finish(line, bullets[i].length, LABEL_BULLET, label);
        }
    return false;
}

static bool equal_but_case(struct str text, struct str lower)
{
    size_t at = 0;
    size_t lower_at = 0;
    while (at < text.length && lower_at < lower.length) {
        size_t bytes;
        size_t lower_bytes;
        if (utf8_lower(utf8_at(text, at, &bytes)) != utf8_at(lower, lower_at, &lower_bytes))
            return false;
        at += bytes;
        lower_at += lower_bytes;
    }
    return at == text.length && lower_at == lower.length;
}

static const struct ranked_word *ranked_word_of(struct str word)
{
    char first[UTF8_MAX];
    utf8_encode(utf8_lower(code_at(word, 0)), first);
    for (size_t i = 0; i < COUNT_OF(ranked_words); i++)
        if (ranked_words[i].word.bytes[0] == first[0] && equal_but_case(word, ranked_words[i].word))
            return &ranked_words[i];
    return NULL;
}

// What may follow "Article 4": nothing, a mark, or the start of a title; not "of the Treaty …".
static bool is_title_start(struct str line, size_t at)
{
    size_t space = space_length(line, at);
    uint32_t next = code_at(line, at + space);
    if (next == 0)
        return true;
    if (space == 0)
        return false;
    return utf8_is_upper(next) || next == '[' || next == '(' || next == '{' || next == '-' ||
           next == 0x2013 || next == 0x2014 || next == '"' || next == 0x201c || next == 0xab;
}

// "-B" of "Annex 7-B".
static size_t hyphened_letter_length(struct str line, size_t at, struct typed_label *label)
{
    uint32_t ordinal;
    if (at + 1 >= line.length || line.bytes[at] != '-' ||
        capitals_length(line, at + 1, &ordinal) != 1 || utf8_is_letter(code_at(line, at + 2)) ||
        label->number != NUMBER_DIGITS)
        return 0;
    label->ordinal = ordinal;
    label->parts++;
    return 2;
}

// "Article 4", "ANNEX I", "§ 12a", "Section 2.1:", "Annex 7-B".
static bool after_word(struct str line, struct typed_label *label)
{
    size_t word = 0;
    while (word < line.length && !is_digit(line.bytes[word]) &&
           !utf8_is_space(code_at(line, word))) {
        size_t bytes;
        utf8_at(line, word, &bytes);
        word += bytes;
    }
    // A word in small letters only ("section 4 shall") goes on from the line before.
    if (word == 0 || is_small(code_at(line, 0)))
        return false;
    const struct ranked_word *ranked = ranked_word_of(str_slice(line, 0, word));
    if (ranked == NULL)
        return false;
    size_t at = word + space_length(line, word);
    size_t length = at > word ? code_length(line, at, label) : 0;
    if (length == 0)
        length = dotted_length(line, at, label);
    if (length == 0 && at > word)
        length = letters_length(line, at, label);
    if (length == 0 && at > word)
        length = number_word_length(line, at, label);
    if (length == 0)
        return false;
    at += length;
    at += hyphened_letter_length(line, at, label);
    if (at < line.length && (line.bytes[at] == '.' || line.bytes[at] == ':'))
        at++;
    if (!is_title_start(line, at))
        return false;
    label->rank = ranked->rank;
    return finish(line, at, LABEL_WORD, label);
}

bool label_typed(struct str line, struct typed_label *label)
{
    static bool (*const forms[])(struct str, struct typed_label *) = {
        in_brackets, before_bracket, before_dot, is_bullet, after_word};
    for (size_t i = 0; i < COUNT_OF(forms); i++) {
        struct typed_label found = {.rank = 0};
        if (forms[i](line, &found)) {
            *label = found;
            return true;
        }
    }
    return false;
}
