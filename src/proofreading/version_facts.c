// SPDX-License-Identifier: Apache-2.0
#include "proofreading/version_facts.h"

#include "base/names.h"
#include "base/utf8.h"
#include "proofreading/version_labels.h"
#include "proofreading/version_numbers.h"
#include "text/label.h"

#define BLANK_SIGNS 3
#define LATIN_END 0x250

struct version_reader {
    const struct document *document;
    struct arena *arena;
    struct version_lexicon *lexicon;
    struct list *facts;
    struct str text; // up to the end of the paragraph
    size_t at;
    bool after_number;      // the last word or figure was a figure
    bool after_reference;   // labels may follow: "Annexes I and"
    bool after_letter_word; // a letter may: "Buchstabe"
    bool in_quotes;
};

static struct str rest_of(const struct version_reader *reader, size_t at)
{
    return str_skip(reader->text, at);
}

static void add_fact(struct version_reader *reader, enum version_fact_kind kind, struct str value,
                     size_t from, size_t to)
{
    *LIST_ADD(reader->facts, struct version_fact) =
        (struct version_fact){kind, value, {(uint32_t)from, (uint32_t)to}};
}

static void add_value(struct version_reader *reader, enum version_fact_kind kind, uint64_t value,
                      size_t from, size_t to)
{
    add_fact(reader, kind, arena_print(reader->arena, "%llu", (unsigned long long)value), from, to);
}

static bool is_han(const struct version_reader *reader)
{
    return version_lexicon_words(reader->lexicon)->is_han;
}

// "三个月" is three months, "三月" is March.
static bool is_han_month(const struct version_reader *reader, size_t at)
{
    return is_han(reader) && str_starts_with(rest_of(reader, at), STR("月"));
}

static void read_number(struct version_reader *reader)
{
    size_t from = reader->at;
    struct str value;
    size_t to = version_figure_read(reader->lexicon, reader->text, from, reader->arena, &value);
    add_fact(reader, is_han_month(reader, to) ? VERSION_MONTH : VERSION_NUMBER, value, from, to);
    // "1er" and "4th" are figures with their endings.
    for (size_t i = 0, bytes; i < 3 && to < reader->text.length; i++, to += bytes) {
        uint32_t sign = utf8_at(reader->text, to, &bytes);
        if (sign >= LATIN_END || !utf8_is_letter(sign))
            break;
    }
    reader->at = to;
    reader->after_number = true;
}

static bool has_digit_at(const struct version_reader *reader, size_t at)
{
    uint32_t value;
    size_t bytes;
    while (at < reader->text.length && utf8_is_space(utf8_at(reader->text, at, &bytes)))
        at += bytes;
    return version_digit_at(reader->text, at, &value, &bytes);
}

static bool has_letter_at(struct str text, size_t at)
{
    size_t bytes;
    return at < text.length && utf8_is_letter(utf8_at(text, at, &bytes));
}

// The length of a phrase for "per cent" that begins here, 0: none.
static size_t percent_bytes(struct version_reader *reader, size_t at)
{
    const char *const *phrases = version_lexicon_words(reader->lexicon)->percents;
    for (; phrases && *phrases; phrases++) {
        size_t length = strlen(*phrases);
        struct str words = str_slice(reader->text, at, at + length);
        bool is_it = str_equal(words, str_of(*phrases)) ||
                     str_equal(arena_lower(reader->arena, words), str_of(*phrases));
        if (is_it && (is_han(reader) || !has_letter_at(reader->text, at + length)))
            return length;
    }
    return 0;
}

static bool is_sign(struct str rest, const char *const *signs, size_t *bytes)
{
    for (; *signs; signs++)
        if (str_starts_with(rest, str_of(*signs))) {
            *bytes = strlen(*signs);
            return true;
        }
    return false;
}

// A letter that labels: "(e)", "e)", "Buchstabe e".
static bool read_letter(struct version_reader *reader, const struct version_word *word)
{
    static const char *const closes[] = {")", "）", NULL};
    static const char *const opens[] = {"(", "（", " ", "\u00A0", NULL};
    size_t bytes;
    (void)utf8_at(reader->text, word->from, &bytes);
    uint32_t place = version_letter_place(reader->lexicon, word->lower);
    if (bytes != word->to - word->from || place == 0)
        return false;
    bool is_open = is_han(reader) || word->from == 0;
    for (size_t i = 0; !is_open && opens[i]; i++)
        is_open = str_ends_with(str_slice(reader->text, 0, word->from), str_of(opens[i]));
    bool is_closed = is_sign(rest_of(reader, word->to), closes, &bytes);
    if (!(is_closed && is_open) && !reader->after_letter_word)
        return false;
    add_fact(reader, VERSION_LETTER, arena_print(reader->arena, "%c", (int)('a' + place - 1)),
             word->from, word->to);
    return true;
}

// "Annexes I and II", "المرفق الثاني": numbers that are no figures, behind the word for what they number.
static bool read_label(struct version_reader *reader, const struct version_word *word)
{
    struct str own = str_slice(reader->text, word->from, word->to);
    bool has_prefix;
    const struct version_entry *ordinal = version_lexicon_find_behind(
        reader->lexicon, VERSION_WORD_ORDINAL, word->lower, &has_prefix);
    bool is_upper = own.bytes[0] >= 'A' && own.bytes[0] <= 'Z';
    uint32_t value = ordinal ? ordinal->value : is_upper ? label_roman_value(own) : 0;
    if (value > 0)
        add_value(reader, VERSION_NUMBER, value, word->from, word->to);
    return value > 0;
}

// What one word is that is no number.
static void read_name(struct version_reader *reader, const struct version_word *word)
{
    bool has_prefix;
    const struct version_entry *month =
        version_lexicon_find_behind(reader->lexicon, VERSION_WORD_MONTH, word->lower, &has_prefix);
    const struct version_entry *currency =
        version_lexicon_find(reader->lexicon, VERSION_WORD_CURRENCY, word->lower);
    // A month stands beside a figure, or "de" and a year: "4 de mayo", "May 4".
    if (month && (reader->after_number || has_digit_at(reader, word->to)))
        add_value(reader, VERSION_MONTH, month->value, word->from, word->to);
    else if (currency)
        add_fact(reader, VERSION_CURRENCY, currency->name, word->from, word->to);
}

static bool is_reference(const struct version_reader *reader, const struct version_word *word)
{
    bool has_prefix;
    return version_lexicon_find_behind(reader->lexicon, VERSION_WORD_REFERENCE, word->lower,
                                       &has_prefix) != NULL;
}

static void read_word(struct version_reader *reader)
{
    size_t from = reader->at;
    struct version_word word;
    uint64_t value = 0;
    size_t percent = percent_bytes(reader, from);
    size_t to = version_words_read(reader->lexicon, reader->text, from, &value);
    (void)version_word_read(reader->lexicon, reader->text, from, &word);
    reader->at = percent > 0 ? from + percent : to > from ? to : word.to;
    bool is_joint = version_lexicon_find(reader->lexicon, VERSION_WORD_JOINT, word.lower) != NULL ||
                    word.to - word.from <= sizeof "و" - 1;
    bool is_label = false;
    if (percent > 0)
        add_fact(reader, VERSION_PERCENT, STR("%"), from, reader->at);
    else if (read_letter(reader, &word))
        reader->at = word.to;
    else if (reader->after_reference && (is_label = read_label(reader, &word)))
        reader->at = word.to;
    else if (to > from && value > 1)
        add_value(reader, VERSION_WORD, value, from, to);
    else if (to == from)
        read_name(reader, &word);
    reader->after_reference =
        is_reference(reader, &word) || (reader->after_reference && (is_joint || is_label));
    reader->after_letter_word =
        version_lexicon_find(reader->lexicon, VERSION_WORD_LETTER_REFERENCE, word.lower) != NULL;
    reader->after_number = reader->after_number && str_equal(word.lower, STR("de"));
}

// "第四条" cites, "第三国" counts.
static size_t read_counted(struct version_reader *reader, size_t from)
{
    static const char *const clauses[] = {"条", "款", "项", "段", "章", "节", "编", "目", NULL};
    size_t number = from + sizeof "第" - 1;
    uint64_t value;
    size_t bytes;
    size_t to = version_han_read(reader->text, number, &value);
    if (to > number && is_sign(rest_of(reader, to), clauses, &bytes))
        add_value(reader, VERSION_NUMBER, value, number, to);
    return to;
}

static bool read_han_currency(struct version_reader *reader)
{
    const struct version_name *names = version_lexicon_words(reader->lexicon)->currencies;
    for (; reader->after_number && names->words; names++) {
        struct str rest = str_of(names->words);
        struct str word;
        while (str_cut(&rest, ' ', &word))
            if (str_starts_with(rest_of(reader, reader->at), word)) {
                add_fact(reader, VERSION_CURRENCY, str_of(names->name), reader->at,
                         reader->at + word.length);
                reader->at += word.length;
                return true;
            }
    }
    return false;
}

// Chinese is read sign by sign; false: none of what is looked for begins here.
static bool read_han(struct version_reader *reader)
{
    static const char *const annexes[] = {"附件", "附录", NULL};
    size_t from = reader->at;
    uint64_t value;
    size_t bytes;
    size_t percent = percent_bytes(reader, from);
    if (percent > 0) {
        add_fact(reader, VERSION_PERCENT, STR("%"), from, from + percent);
        reader->at = from + percent;
        return true;
    }
    if (str_starts_with(rest_of(reader, from), STR("第"))) {
        reader->at = read_counted(reader, from);
        return true;
    }
    if (is_sign(rest_of(reader, from), annexes, &bytes)) {
        reader->at = version_han_read(reader->text, from + bytes, &value);
        if (reader->at > from + bytes)
            add_value(reader, VERSION_NUMBER, value, from + bytes, reader->at);
        return true;
    }
    if (read_han_currency(reader))
        return true;
    size_t to = version_han_read(reader->text, from, &value);
    if (to == from)
        return false;
    reader->at = to;
    if (is_han_month(reader, to))
        add_value(reader, VERSION_MONTH, value, from, to);
    else if (value > 1)
        add_value(reader, VERSION_WORD, value, from, to);
    reader->after_number = true;
    return true;
}

static void read_sign(struct version_reader *reader)
{
    static const char *const quotes[] = {"\"", "“",  "”",  "„",  "«", "»",
                                         "「", "」", "『", "』", NULL};
    static const char *const percents[] = {"%", "٪", "％", NULL};
    static const char *const brackets[] = {"[", "［", NULL};
    static const struct version_name moneys[] = {{"EUR", "€"}, {"USD", "$"}, {"GBP", "£"}};
    size_t from = reader->at;
    struct str rest = rest_of(reader, from);
    size_t bytes;
    (void)utf8_at(reader->text, from, &bytes);
    size_t blanks = 0;
    while (blanks < rest.length && rest.bytes[blanks] == '_')
        blanks++;
    if (is_sign(rest, quotes, &bytes)) {
        if (!reader->in_quotes)
            add_fact(reader, VERSION_QUOTED, STR("\""), from, from + bytes);
        reader->in_quotes = !reader->in_quotes;
    } else if (is_sign(rest, brackets, &bytes)) {
        add_fact(reader, VERSION_BRACKET, STR("["), from, from + bytes);
    } else if (is_sign(rest, percents, &bytes)) {
        add_fact(reader, VERSION_PERCENT, STR("%"), from, from + bytes);
    } else if (blanks >= BLANK_SIGNS) {
        add_fact(reader, VERSION_BLANK, STR("_"), from, from + blanks);
        bytes = blanks;
    }
    for (size_t i = 0; i < sizeof moneys / sizeof *moneys; i++)
        if (str_starts_with(rest, str_of(moneys[i].words)))
            add_fact(reader, VERSION_CURRENCY, str_of(moneys[i].name), from, from + bytes);
    reader->at = from + bytes;
}

static void read_paragraph(struct version_reader *reader, size_t from, size_t to)
{
    reader->at = from;
    reader->text = str_slice(reader->document->text, 0, to);
    reader->after_number = reader->after_reference = reader->after_letter_word = false;
    reader->in_quotes = false;
    while (reader->at < to) {
        uint32_t digit;
        size_t bytes;
        uint32_t sign = utf8_at(reader->text, reader->at, &bytes);
        if (version_digit_at(reader->text, reader->at, &digit, &bytes))
            read_number(reader);
        else if (is_han(reader) && utf8_is_letter(sign) && read_han(reader))
            continue;
        else if (utf8_is_letter(sign))
            read_word(reader);
        else if (utf8_is_space(sign))
            reader->at += bytes;
        else
            read_sign(reader);
    }
}

// The numbers above a paragraph.
struct version_outline {
    struct str article;
    struct str number;
    struct str letter;
};

static void follow_label(struct version_outline *outline, struct str plain)
{
    if (plain.length == 0)
        return;
    if (plain.bytes[0] >= '0' && plain.bytes[0] <= '9') {
        outline->number = plain;
        outline->letter = (struct str){NULL, 0};
    } else {
        outline->letter = plain;
    }
}

static struct list *facts_at(struct version_text *text, struct names *keys, struct list *numbers,
                             struct str key, uint32_t paragraph, struct arena *arena)
{
    uint32_t known = names_find(keys, key);
    if (known == NAMES_NONE) {
        names_add(keys, key);
        *LIST_ADD(numbers, uint32_t) = (uint32_t)text->clauses.count;
        *LIST_ADD(&text->clauses, struct version_clause) =
            (struct version_clause){key, paragraph, LIST_MAKE(arena, struct version_fact)};
        return &LIST_AT(&text->clauses, struct version_clause, text->clauses.count - 1)->facts;
    }
    return &LIST_AT(&text->clauses, struct version_clause, *LIST_AT(numbers, uint32_t, known))
                ->facts;
}

static enum language language_most(const struct document *document, struct arena *arena)
{
    const struct language_words *words = language_words_make(arena);
    size_t bytes[LANGUAGE_COUNT] = {0};
    enum language language = LANGUAGE_ENGLISH;
    enum language most = LANGUAGE_ENGLISH;
    for (uint32_t p = 0; p < document->paragraph_count; p++) {
        struct str body = paragraph_text(document, &document->paragraphs[p]);
        language = language_of(words, body, language);
        bytes[language] += body.length;
        most = bytes[language] > bytes[most] ? language : most;
    }
    return most;
}

// Follows the label of a paragraph; gives how many bytes of it are typed.
static size_t follow(struct version_outline *outline, const struct version_lexicon *lexicon,
                     const struct document *document, const struct paragraph *paragraph,
                     struct arena *arena)
{
    struct str line = paragraph_text(document, paragraph);
    size_t bytes = paragraph->label.typed_bytes;
    struct str key;
    if (version_head_read(lexicon, line, arena, &key, &bytes)) {
        *outline = (struct version_outline){.article = key};
        return bytes;
    }
    struct str label = paragraph->label.text;
    if (label.length == 0) {
        bytes = version_label_typed(lexicon, line);
        label = str_slice(line, 0, bytes);
    }
    follow_label(outline, arena_copy(arena, version_label_plain(lexicon, label, arena)));
    return bytes < line.length ? bytes : line.length;
}

void version_text_make(const struct document *document, struct arena *arena,
                       struct version_text *text)
{
    *text = (struct version_text){document, language_most(document, arena),
                                  LIST_MAKE(arena, struct version_clause)};
    struct version_outline outline = {0};
    struct names *keys = names_make(arena);
    struct list numbers = LIST_MAKE(arena, uint32_t);
    struct arena *scratch = arena_open();
    struct version_reader reader = {
        .document = document,
        .arena = arena,
        .lexicon = version_lexicon_make(version_words_of(text->language), scratch)};
    struct arena_mark mark = arena_mark(scratch);
    for (uint32_t p = 0; p < document->paragraph_count; p++) {
        const struct paragraph *paragraph = &document->paragraphs[p];
        size_t typed = follow(&outline, reader.lexicon, document, paragraph, arena);
        struct str key = arena_print(arena, "%.*s/%.*s/%.*s", STR_ARGS(outline.article),
                                     STR_ARGS(outline.number), STR_ARGS(outline.letter));
        reader.facts = facts_at(text, keys, &numbers, key, p, arena);
        if (!paragraph->is_computed)
            read_paragraph(&reader, paragraph->from + typed, paragraph->to);
        arena_rewind(scratch, mark);
    }
    arena_close(scratch);
}
