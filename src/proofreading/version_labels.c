// SPDX-License-Identifier: Apache-2.0
#include "proofreading/version_labels.h"

#include "base/builder.h"
#include "base/utf8.h"
#include "proofreading/version_numbers.h"
#include "text/label.h"

#define HEAD_BYTES 240 // a line that numbers an article is no longer
#define LABEL_BYTES 12
#define LABEL_DIGITS 3

uint32_t version_letter_place(const struct version_lexicon *lexicon, struct str letter)
{
    const struct version_words *words = version_lexicon_words(lexicon);
    struct str rest = str_of(words->letters ? words->letters : "");
    struct str own;
    for (uint32_t place = 1; str_cut(&rest, ' ', &own); place++)
        if (own.length > 0 && str_equal(own, letter))
            return place;
    char small = letter.length == 1 ? (char)(letter.bytes[0] | 0x20) : 0;
    return small >= 'a' && small <= 'z' ? (uint32_t)(small - 'a') + 1 : 0;
}

// The figures at a place as ASCII's, whatever stands behind them.
static size_t add_figures(struct str text, size_t at, struct builder *out)
{
    uint32_t value;
    size_t bytes;
    for (; version_digit_at(text, at, &value, &bytes); at += bytes)
        builder_add_byte(out, (char)('0' + value));
    return at;
}

static size_t roman_bytes(struct str text)
{
    size_t length = 0;
    while (length < text.length && str_find_byte(STR("IVXLC"), text.bytes[length]) < 5)
        length++;
    return length;
}

// A number behind the word of a head: in figures, in Roman or Chinese numerals, "premier".
static size_t read_number(const struct version_lexicon *lexicon, struct str text, size_t at,
                          struct builder *key)
{
    size_t end = add_figures(text, at, key);
    uint64_t value;
    struct version_word word;
    if (end > at) {
        // "4.2" and "7-A" stay as they are.
        while (end < text.length && (text.bytes[end] == '.' || text.bytes[end] == '-')) {
            size_t from = key->length;
            builder_add_byte(key, text.bytes[end]);
            size_t behind = add_figures(text, end + 1, key);
            if (behind == end + 1) {
                builder_cut(key, from);
                break;
            }
            end = behind;
        }
        return end;
    }
    end = version_han_read(text, at, &value);
    if (end > at) {
        builder_print(key, "%llu", (unsigned long long)value);
        return end;
    }
    size_t roman = roman_bytes(str_skip(text, at));
    if (roman > 0) {
        builder_print(key, "%u", label_roman_value(str_slice(text, at, at + roman)));
        return at + roman;
    }
    const struct version_entry *ordinal =
        version_word_read(lexicon, text, at, &word)
            ? version_lexicon_find(lexicon, VERSION_WORD_ORDINAL, word.lower)
            : NULL;
    if (ordinal == NULL)
        return at;
    builder_print(key, "%u", ordinal->value);
    return word.to;
}

// "第四条" and "附件二" have no blanks; a clause that goes on behind them is no head.
static bool read_han_head(const struct version_lexicon *lexicon, struct str line,
                          struct builder *key, size_t *bytes)
{
    const struct version_name *heads = version_lexicon_words(lexicon)->heads;
    struct builder number = builder_make(key->arena);
    bool is_counted = str_starts_with(line, STR("第"));
    size_t at = is_counted ? sizeof "第" - 1 : 0;
    if (is_counted)
        at = read_number(lexicon, line, at, &number);
    for (; heads && heads->words; heads++) {
        struct str rest = str_of(heads->words);
        struct str word;
        while (str_cut(&rest, ' ', &word)) {
            if (!str_starts_with(str_skip(line, at), word))
                continue;
            size_t end = at + word.length;
            if (!is_counted)
                end = read_number(lexicon, line, end, &number);
            size_t length;
            bool ends = end >= line.length || utf8_is_space(utf8_at(line, end, &length));
            if (number.length == 0 || !ends)
                return false;
            builder_print(key, "%s%.*s", heads->name, STR_ARGS(builder_str(&number)));
            *bytes = end;
            return true;
        }
    }
    return false;
}

bool version_head_read(const struct version_lexicon *lexicon, struct str line, struct arena *arena,
                       struct str *key, size_t *bytes)
{
    struct builder made = builder_make(arena);
    struct version_word word;
    if (line.length == 0 || line.length > HEAD_BYTES)
        return false;
    if (version_lexicon_words(lexicon)->is_han) {
        bool is_head = read_han_head(lexicon, line, &made, bytes);
        *key = builder_str(&made);
        return is_head;
    }
    const struct version_entry *head =
        version_word_read(lexicon, line, 0, &word)
            ? version_lexicon_find(lexicon, VERSION_WORD_HEAD, word.lower)
            : NULL;
    if (head == NULL || word.to >= line.length || line.bytes[word.to] != ' ')
        return false;
    builder_add(&made, head->name);
    size_t from = word.to + 1;
    *bytes = read_number(lexicon, line, from, &made);
    *key = builder_str(&made);
    return *bytes > from;
}

static struct str bare(struct str label)
{
    static const char *const signs[] = {"(", ")", ".", "[",  "]",  " ",  "\t",
                                        "-", "–", "—", "（", "）", "、", "．"};
    for (bool goes_on = true; goes_on;) {
        goes_on = false;
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
            struct str sign = str_of(signs[i]);
            bool is_before = str_starts_with(label, sign);
            bool is_behind = !is_before && str_ends_with(label, sign);
            if (is_before)
                label = str_skip(label, sign.length);
            if (is_behind)
                label.length -= sign.length;
            goes_on = goes_on || is_before || is_behind;
        }
    }
    return label;
}

struct str version_label_plain(const struct version_lexicon *lexicon, struct str label,
                               struct arena *arena)
{
    struct str text = bare(label);
    struct builder out = builder_make(arena);
    uint64_t value;
    if (text.length == 0 || text.length > LABEL_BYTES)
        return (struct str){NULL, 0};
    size_t end = add_figures(text, 0, &out);
    if (end > 0) {
        builder_add(&out, str_skip(text, end));
        return builder_str(&out);
    }
    if (version_han_read(text, 0, &value) == text.length)
        return arena_print(arena, "%llu", (unsigned long long)value);
    struct version_word word;
    size_t bytes;
    (void)utf8_at(text, 0, &bytes);
    if (bytes == text.length && version_word_read(lexicon, text, 0, &word)) {
        uint32_t place = version_letter_place(lexicon, word.lower);
        return place > 0 && place <= 26 ? arena_print(arena, "%c", 'a' + (int)place - 1)
                                        : word.lower;
    }
    return text.length <= 4 ? text : (struct str){NULL, 0};
}

static size_t sign_bytes(struct str text, size_t at, const char *const *signs)
{
    for (; *signs; signs++)
        if (str_starts_with(str_skip(text, at), str_of(*signs)))
            return strlen(*signs);
    return 0;
}

size_t version_label_typed(const struct version_lexicon *lexicon, struct str line)
{
    static const char *const opens[] = {"(", "（", NULL};
    static const char *const closes[] = {")", "）", ".", "、", "．", " -", " –", " —", "-", NULL};
    size_t at = sign_bytes(line, 0, opens);
    size_t from = at;
    uint32_t digit;
    uint64_t value;
    size_t bytes;
    for (size_t i = 0; i < LABEL_DIGITS && version_digit_at(line, at, &digit, &bytes); i++)
        at += bytes;
    if (at == from && version_lexicon_words(lexicon)->is_han)
        at = version_han_read(line, at, &value);
    if (at == from && at < line.length) {
        (void)utf8_at(line, at, &bytes);
        at += version_letter_place(lexicon, str_slice(line, at, at + bytes)) > 0 ? bytes : 0;
    }
    size_t close = at > from ? sign_bytes(line, at, closes) : 0;
    return close > 0 ? at + close : 0;
}
