// SPDX-License-Identifier: Apache-2.0
//
// The table is held to its own rules, with lines for errors, and written as entente-bargain/1, whose
// reader does the rest.
#include "exchange/bargain/scores_csv.h"

#include "base/list.h"
#include "base/near.h"
#include "base/utf8.h"
#include "codec/csv.h"
#include "codec/json.h"
#include "exchange/bargain/scenario_json.h"

#define FIRST_PARTY 2u

struct scores_reader {
    struct str source;
    struct arena *arena;
    struct error *error;
    struct csv csv;
    size_t parties;
    struct list issues;             // struct str
    struct list rows;               // struct option_row
    const struct csv_row *reserves; // NULL: no such row
    struct json_writer out;
};

// An option, its issue by number, and the row of its scores.
struct option_row {
    size_t issue;
    struct str option;
    const struct csv_row *row;
};

struct worth {
    struct str digits; // as JSON
    bool is_red_line;
};

static bool refuse(const struct scores_reader *reader, const struct csv_row *row, struct str what)
{
    struct place place = place_of(reader->source);
    place.line = row->line;
    error_at(reader->error, BAD_INPUT, place, "%.*s", STR_ARGS(what));
    return false;
}

static struct str cell_of(const struct csv_row *row, size_t column)
{
    return column < row->count ? str_trim(row->cells[column]) : STR("");
}

bool scores_csv_is(struct str text)
{
    struct str line = str_trim(utf8_without_mark(text));
    line = str_slice(line, 0, str_find_byte(line, '\n'));
    return str_contains_ignoring_case(str_slice(line, 0, 7), STR("issue")) &&
           str_contains_ignoring_case(str_slice(line, 5, 18), STR("option"));
}

static bool is_word(struct str cell, const char *word)
{
    return str_equal_ignoring_case(cell, str_of(word));
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

// "12", "-8.5", "8,5" as the digits of JSON; empty where it is none of these. A comma before three
// digits may part thousands, so it is no number.
static struct str digits_of(const struct scores_reader *reader, struct str cell)
{
    struct builder out = builder_make(reader->arena);
    size_t digits = 0;
    size_t behind = 0; // digits behind the point or comma
    bool has_mark = false;
    bool has_comma = false;
    for (size_t i = 0; i < cell.length; i++) {
        char byte = cell.bytes[i];
        if (is_digit(byte)) {
            digits++;
            behind += has_mark;
            builder_add_byte(&out, byte);
        } else if ((byte == '.' || byte == ',') && !has_mark && digits > 0) {
            has_mark = true;
            has_comma = byte == ',';
            builder_add_byte(&out, '.');
        } else if (byte == '-' && i == 0) {
            builder_add_byte(&out, '-');
        } else {
            return STR("");
        }
    }
    bool is_number = digits > 0 && (!has_mark || behind > 0) && !(has_comma && behind == 3);
    return is_number ? builder_str(&out) : STR("");
}

// Cuts an ending with the blanks before it off the cell.
static bool cut_end(struct str *cell, const char *end)
{
    struct str word = str_of(end);
    if (cell->length < word.length ||
        !str_equal_ignoring_case(str_skip(*cell, cell->length - word.length), word))
        return false;
    *cell = str_trim(str_slice(*cell, 0, cell->length - word.length));
    return true;
}

static bool read_worth(const struct scores_reader *reader, const struct csv_row *row, size_t column,
                       bool may_be_red, struct worth *worth)
{
    struct str cell = cell_of(row, column);
    struct str party = cell_of(&reader->csv.rows[0], column);
    worth->is_red_line = may_be_red && cut_end(&cell, "red line");
    bool is_part = cut_end(&cell, "%");
    struct str digits = digits_of(reader, cell);
    if (cell.length == 0 && worth->is_red_line)
        digits = STR("0");
    if (digits.length == 0)
        return refuse(reader, row,
                      cell.length == 0
                          ? arena_print(reader->arena,
                                        "party \"%.*s\": the cell is empty; a number "
                                        "was expected",
                                        STR_ARGS(party))
                          : arena_print(reader->arena,
                                        "party \"%.*s\": \"%.*s\" is no number such as 8, 8.5, 8,5 "
                                        "or 50%%%s",
                                        STR_ARGS(party), STR_ARGS(cell_of(row, column)),
                                        may_be_red ? ", nor one with \"red line\" behind it" : ""));
    worth->digits = is_part ? arena_print(reader->arena, "%.*se-2", STR_ARGS(digits)) : digits;
    return true;
}

static bool is_rule(struct str cell)
{
    return is_word(cell, "not together") || is_word(cell, "only with") ||
           is_word(cell, "exactly one");
}

// Sorts the rows into options, the reserves and rules.
static bool sort_rows(struct scores_reader *reader)
{
    for (size_t r = 1; r < reader->csv.count; r++) {
        const struct csv_row *row = &reader->csv.rows[r];
        struct str issue = cell_of(row, 0);
        struct str option = cell_of(row, 1);
        if (is_rule(issue))
            continue;
        if (option.length == 0 && is_word(issue, "reserve")) {
            if (reader->reserves)
                return refuse(reader, row, STR("is a second row of reserves"));
            reader->reserves = row;
            continue;
        }
        if (option.length == 0)
            return refuse(reader, row, STR("names no option"));
        size_t count = reader->issues.count;
        if (issue.length == 0 && count == 0)
            return refuse(reader, row, STR("names no issue"));
        bool is_same =
            issue.length == 0 ||
            (count > 0 && str_equal(*LIST_AT(&reader->issues, struct str, count - 1), issue));
        for (size_t i = 0; !is_same && i < count; i++)
            if (str_equal(*LIST_AT(&reader->issues, struct str, i), issue))
                return refuse(reader, row,
                              arena_print(reader->arena,
                                          "issue \"%.*s\" stands above already; put its options "
                                          "together",
                                          STR_ARGS(issue)));
        if (!is_same)
            *LIST_ADD(&reader->issues, struct str) = issue;
        *LIST_ADD(&reader->rows, struct option_row) =
            (struct option_row){reader->issues.count - 1, option, row};
    }
    return true;
}

static void write_issues(struct scores_reader *reader)
{
    json_name(&reader->out, "issues");
    json_begin_array(&reader->out);
    for (size_t i = 0; i < reader->issues.count; i++) {
        json_begin_object(&reader->out);
        json_member_str(&reader->out, "name", *LIST_AT(&reader->issues, struct str, i));
        json_name(&reader->out, "options");
        json_begin_array(&reader->out);
        for (size_t r = 0; r < reader->rows.count; r++)
            if (LIST_AT(&reader->rows, struct option_row, r)->issue == i)
                json_str(&reader->out, LIST_AT(&reader->rows, struct option_row, r)->option);
        json_end_array(&reader->out);
        json_end_object(&reader->out);
    }
    json_end_array(&reader->out);
}

static bool write_party(struct scores_reader *reader, size_t column)
{
    struct list red_lines = LIST_MAKE(reader->arena, struct option_row);
    struct worth worth;
    json_begin_object(&reader->out);
    json_member_str(&reader->out, "name", cell_of(&reader->csv.rows[0], column));
    json_name(&reader->out, "scores");
    json_begin_array(&reader->out);
    for (size_t r = 0; r < reader->rows.count; r++) {
        const struct option_row *row = LIST_AT(&reader->rows, struct option_row, r);
        if (r == 0 || row->issue != (row - 1)->issue)
            json_begin_array(&reader->out);
        if (!read_worth(reader, row->row, column, true, &worth))
            return false;
        json_digits(&reader->out, worth.digits);
        if (worth.is_red_line)
            *LIST_ADD(&red_lines, struct option_row) = *row;
        if (r + 1 == reader->rows.count || (row + 1)->issue != row->issue)
            json_end_array(&reader->out);
    }
    json_end_array(&reader->out);
    if (reader->reserves) {
        if (!read_worth(reader, reader->reserves, column, false, &worth))
            return false;
        json_name(&reader->out, "reservation");
        json_digits(&reader->out, worth.digits);
    }
    json_name(&reader->out, "red_lines");
    json_begin_array(&reader->out);
    for (size_t i = 0; i < red_lines.count; i++) {
        const struct option_row *row = LIST_AT(&red_lines, struct option_row, i);
        json_begin_array(&reader->out);
        json_int(&reader->out, (int64_t)row->issue);
        json_str(&reader->out, row->option);
        json_end_array(&reader->out);
    }
    json_end_array(&reader->out);
    json_end_object(&reader->out);
    return true;
}

// "Seat: Aland" as [issue, option].
static bool write_choice(struct scores_reader *reader, const struct csv_row *row, struct str cell)
{
    struct list known = LIST_MAKE(reader->arena, struct str);
    for (size_t r = 0; r < reader->rows.count; r++) {
        const struct option_row *option = LIST_AT(&reader->rows, struct option_row, r);
        struct str issue = *LIST_AT(&reader->issues, struct str, option->issue);
        struct str name =
            arena_print(reader->arena, "%.*s: %.*s", STR_ARGS(issue), STR_ARGS(option->option));
        *LIST_ADD(&known, struct str) = name;
        if (!str_equal(name, cell))
            continue;
        json_begin_array(&reader->out);
        json_int(&reader->out, (int64_t)option->issue);
        json_str(&reader->out, option->option);
        json_end_array(&reader->out);
        return true;
    }
    size_t near = near_find(cell, LIST_ITEMS(&known, struct str), known.count);
    return refuse(
        reader, row,
        arena_print(reader->arena, "\"%.*s\" is no \"issue: option\" of the table%s%.*s%s",
                    STR_ARGS(cell), near < known.count ? "; \"" : "",
                    STR_ARGS(near < known.count ? *LIST_AT(&known, struct str, near) : STR("")),
                    near < known.count ? "\" may be meant" : ""));
}

static bool write_rules(struct scores_reader *reader, const char *word, const char *member)
{
    json_name(&reader->out, member);
    json_begin_array(&reader->out);
    for (size_t r = 1; r < reader->csv.count; r++) {
        const struct csv_row *row = &reader->csv.rows[r];
        if (!is_word(cell_of(row, 0), word))
            continue;
        json_begin_array(&reader->out);
        size_t count = 0;
        for (size_t c = 1; c < row->count; c++) {
            struct str cell = cell_of(row, c);
            count += cell.length > 0;
            if (cell.length > 0 && !write_choice(reader, row, cell))
                return false;
        }
        if (count < 2)
            return refuse(
                reader, row,
                arena_print(reader->arena, "\"%s\" wants two or more of \"issue: option\"", word));
        json_end_array(&reader->out);
    }
    json_end_array(&reader->out);
    return true;
}

static bool write_scenario(struct scores_reader *reader)
{
    json_begin_object(&reader->out);
    json_member_str(&reader->out, "format", STR("entente-bargain/1"));
    write_issues(reader);
    json_name(&reader->out, "parties");
    json_begin_array(&reader->out);
    for (size_t p = 0; p < reader->parties; p++)
        if (!write_party(reader, FIRST_PARTY + p))
            return false;
    json_end_array(&reader->out);
    if (!write_rules(reader, "not together", "forbidden") ||
        !write_rules(reader, "only with", "implies") ||
        !write_rules(reader, "exactly one", "exactly_one"))
        return false;
    json_end_object(&reader->out);
    return true;
}

bool scores_csv_read(struct str source, struct str text, const struct input_limits *limits,
                     struct arena *arena, struct scenario *scenario, struct error *error)
{
    struct builder out = builder_make(arena);
    struct scores_reader reader = {.source = source,
                                   .arena = arena,
                                   .error = error,
                                   .issues = LIST_MAKE(arena, struct str),
                                   .rows = LIST_MAKE(arena, struct option_row),
                                   .out = json_writer_make(&out, 0)};
    if (!csv_read(source, text, arena, &reader.csv, error))
        return false;
    const struct csv_row *heading = &reader.csv.rows[0];
    while (FIRST_PARTY + reader.parties < heading->count &&
           cell_of(heading, FIRST_PARTY + reader.parties).length > 0)
        reader.parties++;
    if (reader.parties == 0)
        return refuse(&reader, heading, STR("names no party behind issue and option"));
    return sort_rows(&reader) && write_scenario(&reader) &&
           scenario_json_read(source, builder_str(&out), limits, arena, scenario, error);
}
