// SPDX-License-Identifier: Apache-2.0
#include "proofreading/version_numbers.h"

#include "base/builder.h"
#include "base/utf8.h"

#define FIGURE_BYTES 40
#define VALUE_MOST 1000000000000000u // numbers in words are no larger

bool version_digit_at(struct str text, size_t at, uint32_t *value, size_t *bytes)
{
    static const uint32_t zeros[] = {'0', 0x0660, 0x06F0, 0xFF10};
    if (at >= text.length)
        return false;
    uint32_t sign = utf8_at(text, at, bytes);
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
        if (sign >= zeros[i] && sign <= zeros[i] + 9) {
            *value = sign - zeros[i];
            return true;
        }
    return false;
}

static size_t digits_end(struct str text, size_t at, size_t *count)
{
    uint32_t value;
    size_t bytes;
    for (*count = 0; version_digit_at(text, at, &value, &bytes); ++*count)
        at += bytes;
    return at;
}

// How many bytes part groups of three digits here: "1,000" where "." is the point, "1.000", "1 000"
// elsewhere.
static size_t group_sign(const struct version_words *words, struct str text, size_t at)
{
    static const char *const signs[] = {" ", "\u00A0", "\u202F", "\u2009", "'", "’", "٬", "，"};
    struct str rest = str_skip(text, at);
    bool has_point = words->point == '.';
    size_t bytes = str_starts_with(rest, has_point ? STR(",") : STR(".")) ? 1 : 0;
    for (size_t i = 0; bytes == 0 && i < sizeof signs / sizeof signs[0]; i++)
        if (str_starts_with(rest, str_of(signs[i])) && (i > 0 || !has_point))
            bytes = strlen(signs[i]);
    size_t count = 0;
    if (bytes > 0)
        (void)digits_end(text, at + bytes, &count);
    return count == 3 ? bytes : 0;
}

static size_t point_sign(const struct version_words *words, struct str text, size_t at)
{
    struct str rest = str_skip(text, at);
    size_t bytes = str_starts_with(rest, STR("٫"))                    ? sizeof "٫" - 1
                   : rest.length > 0 && rest.bytes[0] == words->point ? 1
                                                                      : 0;
    size_t count = 0;
    if (bytes > 0)
        (void)digits_end(text, at + bytes, &count);
    return count > 0 ? bytes : 0;
}

static void add_digits(struct str text, size_t from, size_t to, struct builder *out)
{
    uint32_t value;
    size_t bytes;
    for (; from < to && version_digit_at(text, from, &value, &bytes); from += bytes)
        if (out->length < FIGURE_BYTES)
            builder_add_byte(out, (char)('0' + value));
}

static size_t skip_blanks(struct str text, size_t at)
{
    size_t bytes;
    while (at < text.length && text.bytes[at] != '\n' && utf8_is_space(utf8_at(text, at, &bytes)))
        at += bytes;
    return at;
}

// By how many powers of ten a figure is multiplied by what stands behind it: "million", 万.
static uint32_t powers_behind(const struct version_lexicon *lexicon, struct str text, size_t *at)
{
    static const struct {
        const char *sign;
        uint32_t powers;
    } signs[] = {{"百", 2}, {"千", 3}, {"万", 4}, {"亿", 8}};
    uint32_t powers = 0;
    bool is_han = version_lexicon_words(lexicon)->is_han;
    for (size_t i = 0; is_han && i < sizeof signs / sizeof *signs; i++)
        if (str_starts_with(str_skip(text, *at), str_of(signs[i].sign))) {
            powers += signs[i].powers;
            *at += strlen(signs[i].sign);
        }
    struct version_word word;
    if (is_han || !version_word_read(lexicon, text, skip_blanks(text, *at), &word))
        return powers;
    const struct version_entry *entry =
        version_lexicon_find(lexicon, VERSION_WORD_NUMBER, word.lower);
    for (uint32_t value = entry ? entry->value : 0; value >= 1000; value /= 1000)
        powers += 3;
    if (powers > 0)
        *at = word.to;
    return powers;
}

static void multiply(struct builder *figure, uint32_t powers)
{
    struct str value = builder_str(figure);
    size_t point = str_find_byte(value, '.');
    struct str whole = str_slice(value, 0, point);
    struct str decimals = str_skip(value, point + 1);
    struct builder out = builder_make(figure->arena);
    builder_add(&out, whole);
    for (uint32_t i = 0; i < powers; i++)
        builder_add_byte(&out, i < decimals.length ? decimals.bytes[i] : '0');
    if (decimals.length > powers)
        builder_print(&out, ".%.*s", STR_ARGS(str_skip(decimals, powers)));
    *figure = out;
}

size_t version_figure_read(const struct version_lexicon *lexicon, struct str text, size_t at,
                           struct arena *arena, struct str *value)
{
    const struct version_words *words = version_lexicon_words(lexicon);
    struct builder out = builder_make(arena);
    size_t count;
    size_t end = digits_end(text, at, &count);
    if (count == 0)
        return at;
    add_digits(text, at, end, &out);
    size_t group = count <= 3 ? group_sign(words, text, end) : 0;
    for (; group > 0; group = group_sign(words, text, end)) {
        size_t from = end + group;
        end = digits_end(text, from, &count);
        add_digits(text, from, end, &out);
    }
    size_t point = point_sign(words, text, end);
    if (point > 0) {
        size_t from = end + point;
        end = digits_end(text, from, &count);
        builder_add_byte(&out, '.');
        add_digits(text, from, end, &out);
    }
    uint32_t powers = powers_behind(lexicon, text, &end);
    if (powers > 0)
        multiply(&out, powers);
    *value = builder_str(&out);
    return end;
}

// A number as far as its words were read.
struct spoken {
    uint64_t total;    // of what was multiplied by thousands
    uint64_t current;  // below a thousand
    uint64_t multiple; // the last one, each of which is less than the one before; 0: none
};

// "soixante-dix", "quatre-vingt-onze", "dix-huit".
static bool speak_twenties(uint64_t rest, uint64_t value)
{
    bool is_score = rest == 60 || rest == 80;
    bool is_ten = rest == 10 || rest == 70 || rest == 90;
    return (is_score && value < 20) || (is_ten && value >= 7 && value < 10);
}

static bool speak_below(const struct version_words *words, struct spoken *spoken, uint64_t value,
                        bool is_joined)
{
    uint64_t rest = spoken->current % 100;
    bool is_unit = value < 10;
    bool is_ten = value >= 20 && value < 100;
    if (value == 100 && spoken->current > 0 && spoken->current < 20) {
        spoken->current *= 100;
        return true;
    }
    if (words->counts_by_twenties && value == 20 && rest == 4) {
        spoken->current += 76; // "quatre-vingts"
        return true;
    }
    bool fits = spoken->current == 0 || (value < 100 && rest == 0) ||
                (is_unit && rest >= 20 && rest % 10 == 0) ||
                (words->counts_by_twenties && speak_twenties(rest, value)) ||
                (words->has_units_first && rest > 0 && rest < 10 &&
                 ((is_ten && is_joined) || (value == 10 && !is_joined)));
    spoken->current += fits ? value : 0;
    return fits;
}

// Takes one more word; false: the number ends before it.
static bool speak(const struct version_words *words, struct spoken *spoken, uint64_t value,
                  bool is_joined)
{
    if (value < 1000)
        return speak_below(words, spoken, value, is_joined);
    if (spoken->multiple > 0 && value >= spoken->multiple)
        return false;
    if (spoken->current == 0 && spoken->total > 0)
        return false;
    spoken->total += (spoken->current > 0 ? spoken->current : 1) * value;
    spoken->current = 0;
    spoken->multiple = value;
    return spoken->total < VALUE_MOST;
}

// The longest number word that begins the rest of a compound.
static const struct version_entry *part_of(const struct version_lexicon *lexicon, struct str rest,
                                           size_t *bytes)
{
    for (*bytes = rest.length; *bytes > 2; --*bytes) {
        const struct version_entry *entry =
            version_lexicon_find(lexicon, VERSION_WORD_NUMBER, str_slice(rest, 0, *bytes));
        if (entry)
            return entry;
    }
    return NULL;
}

// "hundertfünfzig", "viermal": all of the word must be number.
static bool speak_compound(const struct version_lexicon *lexicon, struct spoken *spoken,
                           struct str word)
{
    struct spoken before = *spoken;
    bool is_joined = false;
    if (str_ends_with(word, STR("mal")))
        word.length -= 3;
    bool fits = word.length > 0;
    while (fits && word.length > 0) {
        size_t bytes;
        const struct version_entry *entry = part_of(lexicon, word, &bytes);
        fits = entry && speak(version_lexicon_words(lexicon), spoken, entry->value, is_joined);
        word = fits ? str_skip(word, bytes) : word;
        is_joined = fits && str_starts_with(word, STR("und"));
        word = is_joined ? str_skip(word, 3) : word;
    }
    if (!fits)
        *spoken = before;
    return fits;
}

static bool speak_word(const struct version_lexicon *lexicon, struct spoken *spoken,
                       struct str word, bool is_joined)
{
    const struct version_words *words = version_lexicon_words(lexicon);
    bool has_prefix;
    const struct version_entry *entry =
        version_lexicon_find_behind(lexicon, VERSION_WORD_NUMBER, word, &has_prefix);
    if (entry)
        return speak(words, spoken, entry->value, is_joined || has_prefix);
    return words->joins_numbers && speak_compound(lexicon, spoken, word);
}

// The next word of a number: behind blanks or a hyphen, "and" between passed over.
static bool next_word(const struct version_lexicon *lexicon, struct str text, size_t at,
                      struct version_word *word, bool *is_joined)
{
    at = skip_blanks(text, at);
    if (at < text.length && text.bytes[at] == '-')
        at++;
    *is_joined = false;
    if (!version_word_read(lexicon, text, at, word))
        return false;
    if (!version_lexicon_find(lexicon, VERSION_WORD_JOINT, word->lower))
        return true;
    *is_joined = true;
    at = skip_blanks(text, word->to);
    if (at < text.length && text.bytes[at] == '-')
        at++;
    return version_word_read(lexicon, text, at, word);
}

size_t version_words_read(const struct version_lexicon *lexicon, struct str text, size_t at,
                          uint64_t *value)
{
    struct spoken spoken = {0};
    struct version_word word;
    size_t end = at;
    bool is_joined = false;
    if (!version_word_read(lexicon, text, at, &word) ||
        !speak_word(lexicon, &spoken, word.lower, false))
        return at;
    do
        end = word.to;
    while (next_word(lexicon, text, end, &word, &is_joined) &&
           speak_word(lexicon, &spoken, word.lower, is_joined));
    *value = spoken.total + spoken.current;
    return end;
}

// The value of a Chinese numeral: digits below 10, then powers of ten; false: it is none.
static bool han_at(struct str text, size_t at, uint64_t *value, size_t *bytes)
{
    static const struct {
        uint32_t sign;
        uint32_t value;
    } numerals[] = {{0x3007, 0},        {0x96F6, 0},   {0x4E00, 1},    {0x4E8C, 2},
                    {0x4E24, 2},        {0x4E09, 3},   {0x56DB, 4},    {0x4E94, 5},
                    {0x516D, 6},        {0x4E03, 7},   {0x516B, 8},    {0x4E5D, 9},
                    {0x5341, 10},       {0x767E, 100}, {0x5343, 1000}, {0x4E07, 10000},
                    {0x4EBF, 100000000}};
    if (at >= text.length)
        return false;
    uint32_t sign = utf8_at(text, at, bytes);
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
        if (numerals[i].sign == sign) {
            *value = numerals[i].value;
            return true;
        }
    return false;
}

// "二〇三二": digit by digit.
static size_t read_row(struct str text, size_t at, uint64_t *value)
{
    uint64_t digit;
    size_t bytes;
    for (*value = 0; han_at(text, at, &digit, &bytes) && digit < 10 && *value < VALUE_MOST;
         at += bytes)
        *value = *value * 10 + digit;
    return at;
}

size_t version_han_read(struct str text, size_t at, uint64_t *value)
{
    struct spoken spoken = {0}; // the multiple: what is below the next 万
    uint64_t part;
    uint64_t digit = 0;
    size_t bytes;
    size_t behind = read_row(text, at, value);
    bool has_power = han_at(text, behind, &part, &bytes);
    if (behind == at && !has_power)
        return at;
    if (!has_power)
        return behind;
    for (; han_at(text, at, &part, &bytes) && spoken.total < VALUE_MOST; at += bytes) {
        if (part < 10) {
            digit = part;
        } else if (part < 10000) {
            spoken.current += (digit > 0 ? digit : 1) * part;
            digit = 0;
        } else {
            spoken.total += (spoken.current + digit) * part;
            spoken.current = digit = 0;
        }
    }
    *value = spoken.total + spoken.current + digit;
    return at;
}
