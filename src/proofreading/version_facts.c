// SPDX-License-Identifier: Apache-2.0
#include "proofreading/version_facts.h"

#include "base/names.h"
#include "base/utf8.h"

#define WORD_BYTES 24
#define HEAD_BYTES 120 // a line that numbers an article is no longer
#define BLANK_SIGNS 3

struct number_word {
    const char *word; // in lower case
    const char *value;
};

static const struct number_word months[] = {
    {"january", "1"},   {"janvier", "1"},    {"enero", "1"},      {"januar", "1"},
    {"february", "2"},  {"février", "2"},    {"febrero", "2"},    {"februar", "2"},
    {"march", "3"},     {"mars", "3"},       {"marzo", "3"},      {"märz", "3"},
    {"april", "4"},     {"avril", "4"},      {"abril", "4"},      {"may", "5"},
    {"mai", "5"},       {"mayo", "5"},       {"june", "6"},       {"juin", "6"},
    {"junio", "6"},     {"juni", "6"},       {"july", "7"},       {"juillet", "7"},
    {"julio", "7"},     {"juli", "7"},       {"august", "8"},     {"août", "8"},
    {"agosto", "8"},    {"september", "9"},  {"septembre", "9"},  {"septiembre", "9"},
    {"october", "10"},  {"octobre", "10"},   {"octubre", "10"},   {"oktober", "10"},
    {"november", "11"}, {"novembre", "11"},  {"noviembre", "11"}, {"december", "12"},
    {"décembre", "12"}, {"diciembre", "12"}, {"dezember", "12"},
};

// "One" is left out: in three of the languages it is the article too.
static const struct number_word number_words[] = {
    {"two", "2"},        {"deux", "2"},       {"dos", "2"},       {"zwei", "2"},
    {"three", "3"},      {"trois", "3"},      {"tres", "3"},      {"drei", "3"},
    {"four", "4"},       {"quatre", "4"},     {"cuatro", "4"},    {"vier", "4"},
    {"five", "5"},       {"cinq", "5"},       {"cinco", "5"},     {"fünf", "5"},
    {"six", "6"},        {"seis", "6"},       {"sechs", "6"},     {"seven", "7"},
    {"sept", "7"},       {"siete", "7"},      {"sieben", "7"},    {"eight", "8"},
    {"huit", "8"},       {"ocho", "8"},       {"acht", "8"},      {"nine", "9"},
    {"neuf", "9"},       {"nueve", "9"},      {"neun", "9"},      {"ten", "10"},
    {"dix", "10"},       {"diez", "10"},      {"zehn", "10"},     {"twelve", "12"},
    {"douze", "12"},     {"doce", "12"},      {"zwölf", "12"},    {"fifteen", "15"},
    {"quinze", "15"},    {"quince", "15"},    {"fünfzehn", "15"}, {"twenty", "20"},
    {"vingt", "20"},     {"veinte", "20"},    {"zwanzig", "20"},  {"thirty", "30"},
    {"trente", "30"},    {"treinta", "30"},   {"dreißig", "30"},  {"forty", "40"},
    {"quarante", "40"},  {"cuarenta", "40"},  {"vierzig", "40"},  {"fifty", "50"},
    {"cinquante", "50"}, {"cincuenta", "50"}, {"fünfzig", "50"},  {"sixty", "60"},
    {"soixante", "60"},  {"sesenta", "60"},   {"sechzig", "60"},  {"ninety", "90"},
    {"noventa", "90"},   {"neunzig", "90"},   {"hundred", "100"}, {"cent", "100"},
    {"cien", "100"},     {"hundert", "100"},
};

struct version_reader {
    const struct document *document;
    struct arena *arena;
    enum language language;
    struct list *facts;
    size_t at;
    size_t end;        // of the paragraph
    bool after_number; // the last word or figure was a figure
    bool in_quotes;
};

static struct str rest_of(const struct version_reader *reader, size_t at)
{
    return str_slice(reader->document->text, at, reader->end);
}

static void add_fact(struct version_reader *reader, enum version_fact_kind kind, struct str value,
                     size_t from, size_t to)
{
    *LIST_ADD(reader->facts, struct version_fact) =
        (struct version_fact){kind, value, {(uint32_t)from, (uint32_t)to}};
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

// Quotation marks and dashes begin with the byte 0xE2, spaces and « with 0xC2.
static bool is_letter(char byte)
{
    return ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') ||
           ((unsigned char)byte >= 0xC3 && (unsigned char)byte != 0xE2);
}

static size_t digits_at(struct str text)
{
    size_t count = 0;
    while (count < text.length && is_digit(text.bytes[count]))
        count++;
    return count;
}

// How many bytes part groups of three digits here: "1,000" in English, "1.000", "1 000" elsewhere.
static size_t group_sign(const struct version_reader *reader, struct str rest)
{
    static const char *const blanks[] = {" ", "\u00A0", "\u202F", "\u2009", "'", "’"};
    size_t bytes = 0;
    bool is_english = reader->language == LANGUAGE_ENGLISH;
    if (rest.length > 0 && rest.bytes[0] == (is_english ? ',' : '.'))
        bytes = 1;
    for (size_t i = 0; bytes == 0 && i < sizeof blanks / sizeof blanks[0]; i++)
        if (str_starts_with(rest, str_of(blanks[i])) && (i > 0 || !is_english))
            bytes = strlen(blanks[i]);
    return bytes > 0 && digits_at(str_skip(rest, bytes)) == 3 ? bytes : 0;
}

static void read_number(struct version_reader *reader)
{
    size_t from = reader->at;
    struct str rest = rest_of(reader, from);
    char *value = ARENA_ARRAY(reader->arena, char, rest.length < 40 ? rest.length + 1 : 41);
    size_t length = 0;
    size_t bytes = digits_at(rest);
    size_t group = bytes <= 3 ? group_sign(reader, str_skip(rest, bytes)) : 0;
    for (; group > 0 && bytes + group + 3 < 40; group = group_sign(reader, str_skip(rest, bytes)))
        bytes += group + 3;
    char point = reader->language == LANGUAGE_ENGLISH ? '.' : ',';
    if (bytes + 1 < rest.length && rest.bytes[bytes] == point && is_digit(rest.bytes[bytes + 1])) {
        size_t decimals = digits_at(str_skip(rest, bytes + 1));
        bytes += bytes + 1 + decimals < 40 ? 1 + decimals : 0;
    }
    for (size_t i = 0; i < bytes && length < 40; i++)
        if (is_digit(rest.bytes[i]))
            value[length++] = rest.bytes[i];
        else if (rest.bytes[i] == point)
            value[length++] = '.';
    reader->at = from + bytes;
    // "1er" and "4th" are figures with their endings.
    for (size_t i = 0;
         i < 3 && reader->at < reader->end && is_letter(reader->document->text.bytes[reader->at]);
         i++)
        reader->at++;
    add_fact(reader, VERSION_NUMBER, (struct str){value, length}, from, from + bytes);
    reader->after_number = true;
}

static struct str lower_of(struct version_reader *reader, struct str word)
{
    return arena_lower(reader->arena, word);
}

static struct str value_in(const struct number_word *table, size_t count, struct str word)
{
    for (size_t i = 0; i < count; i++)
        if (table[i].word[0] == word.bytes[0] && str_equal(word, str_of(table[i].word)))
            return str_of(table[i].value);
    return (struct str){NULL, 0};
}

// A month stands beside a figure, or "de" and a year: "4 de mayo", "May 4".
static bool is_beside_number(const struct version_reader *reader)
{
    struct str rest = str_trim(rest_of(reader, reader->at));
    return reader->after_number || (rest.length > 0 && is_digit(rest.bytes[0]));
}

static struct str currency_of(struct str word, struct str lower)
{
    static const char *const codes[] = {"EUR", "USD", "GBP", "CHF", "JPY", "CNY", "RUB", "UAH"};
    if (str_equal(lower, STR("euro")) || str_equal(lower, STR("euros")))
        return STR("EUR");
    for (size_t i = 0; word.length == 3 && i < sizeof codes / sizeof codes[0]; i++)
        if (str_equal(word, str_of(codes[i])))
            return word;
    return (struct str){NULL, 0};
}

static bool is_percent_word(const struct version_reader *reader, struct str lower)
{
    struct str rest = rest_of(reader, reader->at);
    return str_equal(lower, STR("percent")) || str_equal(lower, STR("prozent")) ||
           (str_equal(lower, STR("per")) && str_starts_with(rest, STR(" cent"))) ||
           (str_equal(lower, STR("pour")) && str_starts_with(rest, STR(" cent"))) ||
           (str_equal(lower, STR("por")) && str_starts_with(rest, STR(" cien")));
}

static void read_word(struct version_reader *reader)
{
    size_t from = reader->at;
    struct str text = reader->document->text;
    while (reader->at < reader->end && (is_letter(text.bytes[reader->at]) ||
                                        ((unsigned char)text.bytes[reader->at] & 0xC0) == 0x80))
        reader->at++;
    struct str word = str_slice(text, from, reader->at);
    if (word.length > WORD_BYTES)
        return;
    struct str lower = lower_of(reader, word);
    struct str month = value_in(months, sizeof months / sizeof *months, lower);
    struct str number = value_in(number_words, sizeof number_words / sizeof *number_words, lower);
    struct str currency = currency_of(word, lower);
    bool is_letter_label = word.length == 1 && reader->at < reader->end &&
                           text.bytes[reader->at] == ')' && from > 0 &&
                           (text.bytes[from - 1] == '(' || text.bytes[from - 1] == ' ');
    if (month.length > 0 && is_beside_number(reader))
        add_fact(reader, VERSION_MONTH, month, from, reader->at);
    else if (is_percent_word(reader, lower)) {
        add_fact(reader, VERSION_PERCENT, STR("%"), from, reader->at);
        reader->at += word.length == 3 || word.length == 4 ? sizeof " cent" - 1 : 0;
    } else if (number.length > 0)
        add_fact(reader, VERSION_WORD, number, from, reader->at);
    else if (currency.length > 0)
        add_fact(reader, VERSION_CURRENCY, currency, from, reader->at);
    else if (is_letter_label)
        add_fact(reader, VERSION_LETTER, lower, from, reader->at);
    reader->after_number = reader->after_number && str_equal(lower, STR("de"));
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

static void read_sign(struct version_reader *reader)
{
    static const char *const quotes[] = {"\"", "“", "”", "„", "«", "»", NULL};
    static const char *const moneys[] = {"€", NULL};
    size_t from = reader->at;
    struct str rest = rest_of(reader, from);
    size_t bytes;
    (void)utf8_at(reader->document->text, from, &bytes);
    size_t blanks = 0;
    while (blanks < rest.length && rest.bytes[blanks] == '_')
        blanks++;
    if (is_sign(rest, quotes, &bytes)) {
        if (!reader->in_quotes)
            add_fact(reader, VERSION_QUOTED, STR("\""), from, from + bytes);
        reader->in_quotes = !reader->in_quotes;
    } else if (is_sign(rest, moneys, &bytes)) {
        add_fact(reader, VERSION_CURRENCY, STR("EUR"), from, from + bytes);
    } else if (rest.bytes[0] == '[') {
        add_fact(reader, VERSION_BRACKET, STR("["), from, from + 1);
    } else if (rest.bytes[0] == '%') {
        add_fact(reader, VERSION_PERCENT, STR("%"), from, from + 1);
    } else if (blanks >= BLANK_SIGNS) {
        add_fact(reader, VERSION_BLANK, STR("_"), from, from + blanks);
        bytes = blanks;
    }
    reader->at = from + bytes;
}

static void read_paragraph(struct version_reader *reader, size_t from, size_t to)
{
    reader->at = from;
    reader->end = to;
    reader->after_number = false;
    reader->in_quotes = false;
    while (reader->at < to) {
        char byte = reader->document->text.bytes[reader->at];
        if (is_digit(byte))
            read_number(reader);
        else if (is_letter(byte))
            read_word(reader);
        else if ((unsigned char)byte <= ' ')
            reader->at++;
        else
            read_sign(reader);
    }
}

// The number that a line of this kind gives an article, an annex: "Article premier", "Artikel 4 – Ende".
static bool reads_article(struct str line, struct arena *arena, struct str *key, size_t *bytes)
{
    static const struct number_word words[] = {
        {"article", ""},    {"artikel", ""},  {"artículo", ""}, {"section", "S"},
        {"abschnitt", "S"}, {"sección", "S"}, {"annex", "X"},   {"annexe", "X"},
        {"anexo", "X"},     {"anhang", "X"},  {"anlage", "X"},  {"clause", "C"},
        {"cláusula", "C"},  {"klausel", "C"}, {"chapter", "K"}, {"chapitre", "K"},
        {"kapitel", "K"},   {"capítulo", "K"}};
    if (line.length > HEAD_BYTES)
        return false;
    size_t space = str_find_byte(line, ' ');
    struct str word = arena_lower(arena, str_slice(line, 0, space));
    struct str rest = str_skip(line, space + 1);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!str_equal(word, str_of(words[i].word)))
            continue;
        size_t length = 0;
        while (length < rest.length && (is_digit(rest.bytes[length]) || rest.bytes[length] == '.' ||
                                        str_find_byte(STR("IVXLC"), rest.bytes[length]) < 5))
            length++;
        struct str number = str_slice(rest, 0, length);
        bool is_first =
            str_starts_with(rest, STR("premier")) || str_starts_with(rest, STR("primero"));
        number.length -= number.length > 0 && number.bytes[number.length - 1] == '.';
        *key = arena_print(arena, "%s%.*s", words[i].value, STR_ARGS(is_first ? STR("1") : number));
        *bytes = space + 1 + (is_first ? sizeof "premier" - 1 : length);
        return is_first || number.length > 0;
    }
    return false;
}

// "2." and "(a)" as "2" and "a".
static struct str bare_label(struct str label)
{
    while (label.length > 0 && str_find_byte(STR("(.)[] \t"), label.bytes[0]) < 7)
        label = str_skip(label, 1);
    while (label.length > 0 && str_find_byte(STR("(.)[] \t"), label.bytes[label.length - 1]) < 7)
        label.length--;
    return label;
}

// The numbers above a paragraph.
struct version_outline {
    struct str article;
    struct str number;
    struct str letter;
};

static void follow_label(struct version_outline *outline, struct str label)
{
    struct str bare = bare_label(label);
    if (bare.length == 0 || bare.length > 8)
        return;
    if (is_digit(bare.bytes[0])) {
        outline->number = bare;
        outline->letter = (struct str){NULL, 0};
    } else if (bare.length <= 4) {
        outline->letter = bare;
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

void version_text_make(const struct document *document, struct arena *arena,
                       struct version_text *text)
{
    *text = (struct version_text){document, language_most(document, arena),
                                  LIST_MAKE(arena, struct version_clause)};
    struct version_outline outline = {0};
    struct names *keys = names_make(arena);
    struct list numbers = LIST_MAKE(arena, uint32_t);
    struct version_reader reader = {
        .document = document, .arena = arena, .language = text->language};
    for (uint32_t p = 0; p < document->paragraph_count; p++) {
        const struct paragraph *paragraph = &document->paragraphs[p];
        struct str line = paragraph_text(document, paragraph);
        size_t skipped = paragraph->label.typed_bytes;
        struct str key;
        if (reads_article(line, arena, &key, &skipped))
            outline = (struct version_outline){.article = key};
        else
            follow_label(&outline, paragraph->label.text);
        key = arena_print(arena, "%.*s/%.*s/%.*s", STR_ARGS(outline.article),
                          STR_ARGS(outline.number), STR_ARGS(outline.letter));
        reader.facts = facts_at(text, keys, &numbers, key, p, arena);
        skipped = skipped < line.length ? skipped : line.length;
        if (!paragraph->is_computed)
            read_paragraph(&reader, paragraph->from + skipped, paragraph->to);
    }
}
