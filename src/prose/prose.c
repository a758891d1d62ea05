// SPDX-License-Identifier: Apache-2.0
#include "prose/prose.h"

#include "base/list.h"
#include "base/utf8.h"

#include <string.h>

struct prose_reader {
    struct str text;
    size_t at;
    struct list *tokens;
    bool begins_line;
    bool is_glued;
    bool has_hyphen;
    enum prose_lines lines;
};

static bool is_ascii_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static char byte_at(const struct prose_reader *reader, size_t at)
{
    return at < reader->text.length ? reader->text.bytes[at] : '\0';
}

static uint32_t code_point_at(const struct prose_reader *reader, size_t at, size_t *bytes)
{
    if (at < reader->text.length)
        return utf8_at(reader->text, at, bytes);
    *bytes = 0;
    return 0;
}

static bool is_letter_at(const struct prose_reader *reader, size_t at, size_t *bytes)
{
    if (is_ascii_letter(byte_at(reader, at))) {
        *bytes = 1;
        return true;
    }
    uint32_t code_point = code_point_at(reader, at, bytes);
    return code_point >= 0x80 && utf8_is_letter(code_point);
}

static bool is_apostrophe(uint32_t code_point)
{
    return code_point == '\'' || code_point == 0x2019;
}

static bool is_hyphen(uint32_t code_point)
{
    return code_point == '-' || code_point == 0x2010 || code_point == 0x2011 || code_point == 0xAD;
}

static struct token *add_token(struct prose_reader *reader, enum prose_token_kind kind,
                               size_t length)
{
    struct token *token = LIST_ADD(reader->tokens, struct token);
    uint8_t first = length > 0 ? (uint8_t)reader->text.bytes[reader->at] : 0;
    *token = (struct token){
        .at = (uint32_t)reader->at, // the text is below 4 GiB
        .first = first >= 'A' && first <= 'Z' ? (uint8_t)(first | 0x20) : first,
        .length = (uint32_t)length,
        .word = NAMES_NONE,
        .kind = (uint8_t)kind,
        .is_glued = reader->is_glued,
        .has_hyphen = reader->has_hyphen,
        .begins_line = reader->begins_line,
    };
    reader->begins_line = false;
    reader->is_glued = true;
    reader->has_hyphen = false;
    return token;
}

static void add_break(struct prose_reader *reader)
{
    size_t count = reader->tokens->count;
    if (count == 0 || LIST_AT(reader->tokens, struct token, count - 1)->kind != TOKEN_BREAK)
        add_token(reader, TOKEN_BREAK, 0);
    reader->is_glued = false;
}

// "l'accord", "jusqu'au": a short word that has lost its vowel.
static bool elides_at(const struct prose_reader *reader, const struct vocabulary *vocabulary,
                      size_t end)
{
    if (!vocabulary_lexicon(vocabulary)->elides)
        return false;
    return end - reader->at <= 2 || byte_at(reader, end - 1) == 'u';
}

// Letters, with apostrophes and full stops inside: "Shari'ah", "U.S.". A final 's is left outside.
static void read_word(struct prose_reader *reader, const struct vocabulary *vocabulary)
{
    size_t end = reader->at;
    size_t bytes;
    size_t possessive = 0;
    while (is_letter_at(reader, end, &bytes)) {
        end += bytes;
        size_t mark_bytes;
        size_t next_bytes;
        uint32_t mark = code_point_at(reader, end, &mark_bytes);
        if (is_apostrophe(mark) && elides_at(reader, vocabulary, end)) {
            possessive = mark_bytes; // the mark belongs to neither word
            break;
        }
        if (is_apostrophe(mark) && is_letter_at(reader, end + mark_bytes, &next_bytes)) {
            size_t after = end + mark_bytes + next_bytes;
            size_t ignored;
            if (byte_at(reader, end + mark_bytes) == 's' &&
                !is_letter_at(reader, after, &ignored)) {
                possessive = mark_bytes + 1;
                break;
            }
            end += mark_bytes;
        } else if (mark == '.' && is_letter_at(reader, end + 1, &next_bytes) &&
                   byte_at(reader, end + 1 + next_bytes) == '.') {
            end += 1 + next_bytes + (end - reader->at == bytes ? 1 : 0);
            break;
        }
    }
    struct str text = str_slice(reader->text, reader->at, end);
    struct token *token = add_token(reader, TOKEN_WORD, text.length);
    token->word = vocabulary_find(vocabulary, text);
    token->classes = vocabulary_facts(vocabulary, token->word)->classes;
    token->is_capital = utf8_is_upper(utf8_at(text, 0, &bytes));
    reader->at = end + possessive;
}

static void read_number(struct prose_reader *reader)
{
    size_t end = reader->at;
    uint64_t value = 0;
    for (; is_digit(byte_at(reader, end)); end++)
        if (value <= UINT32_MAX)
            value = value * 10 + (uint64_t)(reader->text.bytes[end] - '0');
    struct str suffix = str_slice(reader->text, end, end + 2);
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    bool is_ordinal = false;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0] && !is_ordinal; i++)
        is_ordinal = str_equal_ignoring_case(suffix, str_of(endings[i])) &&
                     !is_ascii_letter(byte_at(reader, end + 2));
    end += is_ordinal ? 2 : 0;
    struct token *token = add_token(reader, TOKEN_NUMBER, end - reader->at);
    token->value = value > UINT32_MAX ? UINT32_MAX : (uint32_t)value;
    token->is_ordinal = is_ordinal;
    reader->at = end;
}

// The value of a digit as Arabic or Persian writes it, or -1.
static int digit_elsewhere(uint32_t code_point)
{
    if (code_point >= 0x660 && code_point <= 0x669)
        return (int)(code_point - 0x660);
    return code_point >= 0x6F0 && code_point <= 0x6F9 ? (int)(code_point - 0x6F0) : -1;
}

static void read_number_elsewhere(struct prose_reader *reader)
{
    size_t end = reader->at;
    uint64_t value = 0;
    size_t bytes = 0;
    int digit;
    while ((digit = digit_elsewhere(code_point_at(reader, end, &bytes))) >= 0) {
        value = value <= UINT32_MAX ? value * 10 + (uint64_t)digit : value;
        end += bytes;
    }
    struct token *token = add_token(reader, TOKEN_NUMBER, end - reader->at);
    token->value = value > UINT32_MAX ? UINT32_MAX : (uint32_t)value;
    reader->at = end;
}

// "5.2 The Provider", "11.06 The Employer", "3.1.1. Payment": numbers with dots between them, and then a
// word with a capital.
static bool begins_dotted(const struct prose_reader *reader, size_t at)
{
    size_t parts = 0;
    size_t end = at;
    for (;;) {
        size_t from = end;
        while (is_digit(byte_at(reader, end)) && end < from + 4)
            end++;
        if (end == from)
            break;
        parts++;
        if (byte_at(reader, end) != '.')
            break;
        end++;
    }
    if (parts < 2 || (byte_at(reader, end) != ' ' && byte_at(reader, end) != '\t'))
        return false;
    while (byte_at(reader, end) == ' ' || byte_at(reader, end) == '\t')
        end++;
    size_t bytes;
    uint32_t code_point = code_point_at(reader, end, &bytes);
    return code_point != 0 && (utf8_is_upper(code_point) || code_point == '"' ||
                               code_point == '(' || code_point == 0x201C);
}

// "- text", "(a) text", "1. text", "# text" begin an item of their own.
static bool begins_item(const struct prose_reader *reader, size_t at)
{
    char byte = byte_at(reader, at);
    if (strchr("-*+#|>", byte) && byte != '\0')
        return true;
    size_t bytes;
    if (code_point_at(reader, at, &bytes) == 0x2022)
        return true;
    if (begins_dotted(reader, at))
        return true;
    size_t end = at + (byte == '(' ? 1 : 0);
    size_t from = end;
    while (end < from + 4 &&
           (is_digit(byte_at(reader, end)) || is_ascii_letter(byte_at(reader, end))))
        end++;
    if (end == from || end == from + 4)
        return false;
    if (byte_at(reader, end) == ')')
        return true;
    return byte_at(reader, end) == '.' && byte_at(reader, end + 1) == ' ' &&
           (end == from + 1 || is_digit(byte_at(reader, from)));
}

// Reads white space; a blank line or the start of an item is a break, and so is a line break
// after a colon or semicolon.
static void read_space(struct prose_reader *reader)
{
    size_t lines = 0;
    size_t bytes = 0;
    for (; reader->at < reader->text.length; reader->at += bytes) {
        char byte = byte_at(reader, reader->at);
        bytes = 1;
        if (byte == '\n')
            lines++;
        else if (byte != ' ' && byte != '\t' && byte != '\r' &&
                 !utf8_is_space(code_point_at(reader, reader->at, &bytes)))
            break;
    }
    reader->is_glued = false;
    if (lines == 0)
        return;
    size_t count = reader->tokens->count;
    const struct token *last = count == 0 ? NULL : LIST_AT(reader->tokens, struct token, count - 1);
    bool ends_clause =
        last && last->kind == TOKEN_MARK && (last->value == ':' || last->value == ';');
    if (lines > 1 || reader->lines == LINES_ARE_PARAGRAPHS || ends_clause ||
        begins_item(reader, reader->at))
        add_break(reader);
    reader->begins_line = true;
    reader->is_glued = false;
}

static bool is_between_words(const struct prose_reader *reader, size_t after)
{
    size_t count = reader->tokens->count;
    if (count == 0 || LIST_AT(reader->tokens, struct token, count - 1)->kind == TOKEN_MARK)
        return false;
    size_t bytes;
    if (byte_at(reader, after) == ' ' && reader->is_glued) // "bi- monthly": broken by a scanner
        after++;
    return reader->is_glued &&
           (is_letter_at(reader, after, &bytes) || is_digit(byte_at(reader, after)));
}

static bool follows_word(const struct prose_reader *reader)
{
    size_t count = reader->tokens->count;
    return reader->is_glued && count > 0 &&
           LIST_AT(reader->tokens, struct token, count - 1)->kind == TOKEN_WORD;
}

static void read_mark(struct prose_reader *reader, uint32_t code_point, size_t bytes)
{
    bool after_s = reader->at > 0 && reader->text.bytes[reader->at - 1] == 's';
    if (is_apostrophe(code_point) && follows_word(reader) && (code_point == '\'' || after_s)) {
        reader->at +=
            bytes; // "the commanders' arrival"; a curly one elsewhere may close a quotation
        return;
    }
    if (code_point == '*' || code_point == '_' || code_point == '`' || code_point == 0xFEFF) {
        reader->at += bytes; // Markdown's emphasis, a byte order mark
        return;
    }
    if (is_hyphen(code_point) && is_between_words(reader, reader->at + bytes)) {
        reader->at += bytes + (byte_at(reader, reader->at + bytes) == ' ' ? 1 : 0);
        reader->has_hyphen = true;
        return;
    }
    struct token *token = add_token(reader, TOKEN_MARK, bytes);
    token->value = code_point;
    reader->at += bytes;
}

static void read_token(struct prose_reader *reader, const struct vocabulary *vocabulary)
{
    size_t bytes;
    if (is_letter_at(reader, reader->at, &bytes)) {
        read_word(reader, vocabulary);
        return;
    }
    if (is_digit(byte_at(reader, reader->at))) {
        read_number(reader);
        return;
    }
    uint32_t code_point = utf8_at(reader->text, reader->at, &bytes);
    if (code_point == '\n' || utf8_is_space(code_point))
        read_space(reader);
    else if (digit_elsewhere(code_point) >= 0)
        read_number_elsewhere(reader);
    else
        read_mark(reader, code_point, bytes);
}

bool prose_read(struct str source, struct str text, enum prose_lines lines,
                const struct vocabulary *vocabulary, struct arena *arena, struct prose *prose,
                struct error *error)
{
    size_t valid = utf8_valid_length(text);
    if (valid < text.length)
        return error_at(error, BAD_INPUT, place_in(source, text, valid),
                        "the text is not valid UTF-8; save it as UTF-8");
    if (text.length >= UINT32_MAX)
        return error_at(error, TOO_LARGE, place_of(source), "the text is larger than 4 GiB");
    struct list tokens = LIST_MAKE(arena, struct token);
    struct prose_reader reader = {
        .text = text, .tokens = &tokens, .begins_line = true, .lines = lines};
    while (reader.at < text.length)
        read_token(&reader, vocabulary);
    add_token(&reader, TOKEN_BREAK, 0);
    *prose = (struct prose){text, vocabulary, LIST_ITEMS(&tokens, struct token), tokens.count - 1};
    return true;
}

const struct word_facts *prose_facts(const struct prose *prose, size_t i)
{
    return vocabulary_facts(prose->vocabulary, prose_token(prose, i)->word);
}

bool prose_is_mark(const struct prose *prose, size_t i, uint32_t code_point)
{
    const struct token *token = prose_token(prose, i);
    return token->kind == TOKEN_MARK && token->value == code_point;
}

struct str prose_word(const struct prose *prose, size_t i)
{
    const struct token *token = prose_token(prose, i);
    return str_slice(prose->text, token->at, token->at + token->length);
}

struct str prose_range(const struct prose *prose, size_t from, size_t to)
{
    if (from >= to)
        return (struct str){NULL, 0};
    const struct token *last = prose_token(prose, to - 1);
    return str_slice(prose->text, prose_token(prose, from)->at, last->at + last->length);
}

// The bytes of `words` that are token i, whatever its case, to a blank, | or the end; 0: they are not.
static size_t word_here(const struct prose *prose, size_t i, const char *words)
{
    const struct token *token = prose_token(prose, i);
    if (token->first != (uint8_t)words[0] || token->length == 0)
        return 0;
    const char *bytes = prose->text.bytes + token->at;
    for (size_t k = 0; k < token->length; k++) {
        char c = bytes[k];
        c = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        if (c != words[k] || c == '\0')
            return 0;
    }
    char end = words[token->length];
    return end == '\0' || end == ' ' || end == '|' ? token->length : 0;
}

bool prose_is_word_from(const struct prose *prose, size_t i, const char *word)
{
    size_t length = word_here(prose, i, word);
    return length > 0 && word[length] == '\0';
}

// Behind the next separator, or at the end.
static const char *past(const char *words, char separator)
{
    const char *at = strchr(words, separator);
    return at ? at + 1 : words + strlen(words);
}

bool prose_is_one_of(const struct prose *prose, size_t i, const char *words)
{
    if (prose_token(prose, i)->kind != TOKEN_WORD || !words)
        return false;
    for (; *words != '\0'; words = past(words, ' '))
        if (word_here(prose, i, words) > 0)
            return true;
    return false;
}

size_t prose_phrase(const struct prose *prose, size_t i, const char *phrases)
{
    for (; phrases && *phrases != '\0'; phrases = past(phrases, '|')) {
        size_t count = 0;
        const char *word = phrases;
        size_t length;
        while ((length = word_here(prose, i + count, word)) > 0) {
            word += length;
            count++;
            if (*word != ' ')
                return count;
            word++;
        }
    }
    return 0;
}

// "12. Oktober", "am 22. Tag", "vom 11. bis 13. September": a number with a full stop is an ordinal.
static bool is_ordinal_stop(const struct prose *prose, size_t stop)
{
    const struct token *next = prose_token(prose, stop + 1);
    bool goes_on =
        next->kind == TOKEN_WORD && !next->is_capital && !prose_token(prose, stop - 1)->begins_line;
    return goes_on || prose_has_class(prose, stop + 1, CLASS_MONTH | CLASS_UNIT);
}

bool prose_is_sentence_end(const struct prose *prose, size_t i)
{
    const struct token *token = prose_token(prose, i);
    if (token->kind == TOKEN_BREAK)
        return true;
    if (token->kind != TOKEN_MARK)
        return false;
    if (token->value == '!' || token->value == '?')
        return true;
    const struct token *next = prose_token(prose, i + 1);
    bool is_inside = next->is_glued && (next->kind == TOKEN_WORD || next->kind == TOKEN_NUMBER);
    if (token->value != '.' || is_inside)
        return false;
    if (i > 0 && prose_token(prose, i - 1)->kind == TOKEN_NUMBER &&
        !vocabulary_is_english(prose->vocabulary) && is_ordinal_stop(prose, i))
        return false;
    if (i == 0 || prose_token(prose, i - 1)->kind != TOKEN_WORD)
        return true;
    return !prose_has_class(prose, i - 1, CLASS_ABBREVIATION) || next->kind == TOKEN_BREAK;
}

bool prose_is_stop(const struct prose *prose, size_t i)
{
    return prose_is_sentence_end(prose, i) || prose_is_mark(prose, i, ';') ||
           (prose_is_mark(prose, i, ':') && !prose_token(prose, i + 1)->is_glued);
}

struct prose_cursor prose_cursor_make(struct str text)
{
    return (struct prose_cursor){text, 0, 1, 1};
}

void prose_cursor_walk(struct prose_cursor *cursor, size_t at)
{
    for (; cursor->at < at && cursor->at < cursor->text.length; cursor->at++) {
        char byte = cursor->text.bytes[cursor->at];
        if (byte == '\n') {
            cursor->line++;
            cursor->column = 1;
        } else if ((byte & 0xC0) != 0x80) {
            cursor->column++;
        }
    }
}

struct str prose_flat(struct str text, struct arena *arena)
{
    char *bytes = ARENA_ARRAY(arena, char, text.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        bool is_space = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
        if (!is_space)
            bytes[length++] = byte;
        else if (length > 0 && bytes[length - 1] != ' ')
            bytes[length++] = ' ';
    }
    return (struct str){bytes, length};
}
