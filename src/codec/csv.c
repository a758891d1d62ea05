// SPDX-License-Identifier: Apache-2.0
#include "codec/csv.h"

#include "base/builder.h"
#include "base/list.h"
#include "base/utf8.h"

#include <inttypes.h>
#include <string.h>

struct csv_reader {
    struct str source;
    struct str text;
    size_t at;
    size_t line;
    char separator;
    struct arena *arena;
};

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static char frequent_separator(struct str text)
{
    static const char candidates[] = {',', ';', '\t'};
    size_t counts[sizeof candidates] = {0};
    bool is_quoted = false;
    for (size_t i = 0; i < text.length; i++) {
        is_quoted ^= text.bytes[i] == '"';
        for (size_t c = 0; !is_quoted && c < sizeof candidates; c++)
            counts[c] += text.bytes[i] == candidates[c];
    }
    size_t best = 0;
    for (size_t c = 1; c < sizeof candidates; c++)
        best = counts[c] > counts[best] ? c : best;
    return candidates[best];
}

static bool refuse(const struct csv_reader *reader, size_t line, struct error *error,
                   const char *what)
{
    struct place place = place_of(reader->source);
    place.line = line;
    return error_at(error, BAD_INPUT, place, "%s", what);
}

static bool at_end_of_cell(const struct csv_reader *reader)
{
    return reader->at == reader->text.length || is_line_end(reader->text.bytes[reader->at]) ||
           reader->text.bytes[reader->at] == reader->separator;
}

static void skip_spaces(struct csv_reader *reader)
{
    while (!at_end_of_cell(reader) &&
           (reader->text.bytes[reader->at] == ' ' || reader->text.bytes[reader->at] == '\t'))
        reader->at++;
}

// Steps over LF, CR or CRLF.
static void skip_line_end(struct csv_reader *reader)
{
    char first = reader->text.bytes[reader->at++];
    if (first == '\r' && reader->at < reader->text.length && reader->text.bytes[reader->at] == '\n')
        reader->at++;
    reader->line++;
}

// Stands behind the opening quote.
static bool read_quoted(struct csv_reader *reader, struct str *cell, struct error *error)
{
    struct builder content = builder_make(reader->arena);
    size_t first_line = reader->line;
    size_t from = reader->at;
    bool has_doubled = false;
    for (; reader->at < reader->text.length; reader->at++) {
        char c = reader->text.bytes[reader->at];
        reader->line += c == '\n';
        if (c != '"')
            continue;
        builder_add(&content, str_slice(reader->text, from, reader->at));
        if (reader->at + 1 == reader->text.length || reader->text.bytes[reader->at + 1] != '"') {
            *cell = has_doubled ? builder_str(&content) : str_slice(reader->text, from, reader->at);
            reader->at++;
            skip_spaces(reader);
            return at_end_of_cell(reader) ||
                   refuse(reader, reader->line, error,
                          "text stands behind a closing quote; double the quote to keep it");
        }
        builder_add_byte(&content, '"');
        has_doubled = true;
        from = ++reader->at + 1;
    }
    return refuse(reader, first_line, error, "a quote is opened and never closed");
}

static bool read_cell(struct csv_reader *reader, struct str *cell, struct error *error)
{
    skip_spaces(reader);
    if (reader->at < reader->text.length && reader->text.bytes[reader->at] == '"') {
        reader->at++;
        return read_quoted(reader, cell, error);
    }
    size_t from = reader->at;
    while (!at_end_of_cell(reader))
        reader->at++;
    *cell = str_trim(str_slice(reader->text, from, reader->at));
    return true;
}

static bool read_row(struct csv_reader *reader, struct csv_row *row, bool *is_empty,
                     struct error *error)
{
    struct list cells = LIST_MAKE(reader->arena, struct str);
    row->line = reader->line;
    *is_empty = true;
    for (;;) {
        struct str cell = {0};
        if (!read_cell(reader, &cell, error))
            return false;
        *LIST_ADD(&cells, struct str) = cell;
        *is_empty = *is_empty && cell.length == 0;
        if (reader->at == reader->text.length)
            break;
        if (is_line_end(reader->text.bytes[reader->at])) {
            skip_line_end(reader);
            break;
        }
        reader->at++;
    }
    row->cells = LIST_ITEMS(&cells, struct str);
    row->count = cells.count;
    return true;
}

bool csv_read(struct str source, struct str text, struct arena *arena, struct csv *csv,
              struct error *error)
{
    size_t valid = utf8_valid_length(text);
    if (valid < text.length)
        return error_at(error, BAD_INPUT, place_in(source, text, valid),
                        "the text is not UTF-8; save the table as UTF-8");
    text = utf8_without_mark(text);
    struct csv_reader reader = {source, text, 0, 1, frequent_separator(text), arena};
    struct list rows = LIST_MAKE(arena, struct csv_row);
    while (reader.at < text.length) {
        struct csv_row row;
        bool is_empty;
        if (!read_row(&reader, &row, &is_empty, error))
            return false;
        if (!is_empty)
            *LIST_ADD(&rows, struct csv_row) = row;
    }
    *csv = (struct csv){LIST_ITEMS(&rows, struct csv_row), rows.count, reader.separator};
    return true;
}

static bool is_taken_for_formula(struct str words)
{
    return words.length > 0 &&
           (strchr("=+-@", words.bytes[0]) || (unsigned char)words.bytes[0] < ' ');
}

void csv_words(struct builder *out, struct str words)
{
    builder_add_byte(out, '"');
    if (is_taken_for_formula(words))
        builder_add_byte(out, '\'');
    for (size_t i = 0; i < words.length; i++) {
        if (words.bytes[i] == '"')
            builder_add_byte(out, '"');
        builder_add_byte(out, words.bytes[i]);
    }
    builder_add_byte(out, '"');
}

void csv_number(struct builder *out, int64_t number)
{
    builder_print(out, "%" PRId64, number);
}
