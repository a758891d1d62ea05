// SPDX-License-Identifier: Apache-2.0
//
// The table is held to its own rules, with lines for errors, and written as entente-bargain/1, whose
// reader does the rest.
#include "exchange/bargain/scores_table.h"

#include "base/list.h"
#include "base/near.h"
#include "codec/json.h"
#include "exchange/bargain/scenario_json.h"
#include "exchange/spreadsheet/spreadsheet.h"

#include <inttypes.h>
#include <string.h>

#define FIRST_PARTY 2u

struct scores_reader {
    struct str source;
    struct arena *arena;
    struct error *error;
    const struct csv_row *heading;
    struct csv csv;    // the rows behind the heading: options, reserves, rules
    struct list notes; // struct str
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

struct score {
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

// The apostrophe that keeps a cell from being a formula is no part of it.
static struct str cell_of(const struct csv_row *row, size_t column)
{
    struct str cell = column < row->count ? str_trim(row->cells[column]) : STR("");
    bool is_guarded = cell.length > 1 && cell.bytes[0] == '\'' && strchr("=+-@", cell.bytes[1]);
    return is_guarded ? str_skip(cell, 1) : cell;
}

// The first letters of a table in any encoding: the zero bytes of UTF-16 are passed over.
static struct str first_line(struct str bytes, char letters[64])
{
    size_t count = 0;
    for (size_t i = 0; i < bytes.length && count < 64 && bytes.bytes[i] != '\n'; i++)
        if (bytes.bytes[i] > 0 && (count > 0 || bytes.bytes[i] > ' '))
            letters[count++] = bytes.bytes[i];
    return (struct str){letters, count};
}

bool scores_table_is(struct str bytes)
{
    char letters[64];
    struct str line = first_line(bytes, letters);
    return str_contains_ignoring_case(str_slice(line, 0, 7), STR("issue")) &&
           str_contains_ignoring_case(str_slice(line, 5, 18), STR("option"));
}

static bool is_word(struct str cell, const char *word)
{
    return str_equal_ignoring_case(cell, str_of(word));
}

// "12", "-8.5", "8,5", "1 234,5" and "50%" as the digits of JSON.
static enum decimal_reading digits_of(const struct scores_reader *reader, struct str cell,
                                      struct str *digits)
{
    struct grid_decimal decimal;
    enum decimal_reading reading = decimal_of_text(cell, &decimal);
    if (reading == DECIMAL_READ)
        *digits = arena_print(reader->arena, "%" PRId64 "e-%u", decimal.units, decimal.scale);
    return reading;
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

static bool refuse_score(const struct scores_reader *reader, const struct csv_row *row,
                         size_t column, bool may_be_red, enum decimal_reading reading)
{
    struct str cell = cell_of(row, column);
    struct str party = cell_of(reader->heading, column);
    struct arena *arena = reader->arena;
    struct str what =
        arena_print(arena, "\"%.*s\" is no number such as 8, 8.5, 8,5 or 50%%%s", STR_ARGS(cell),
                    may_be_red ? ", nor one with \"red line\" behind it" : "");
    if (cell.length == 0)
        what = STR("the cell is empty; a number was expected");
    else if (reading == DECIMAL_AMBIGUOUS)
        what = arena_print(arena,
                           "\"%.*s\" may be thousands or a number and a part: write it without "
                           "the mark, or with another count of digits behind it",
                           STR_ARGS(cell));
    else if (reading == DECIMAL_TOO_LARGE)
        what = arena_print(arena, "\"%.*s\" has more digits than are counted with", STR_ARGS(cell));
    return refuse(reader, row,
                  arena_print(arena, "party \"%.*s\": %.*s", STR_ARGS(party), STR_ARGS(what)));
}

static bool read_score(const struct scores_reader *reader, const struct csv_row *row, size_t column,
                       bool may_be_red, struct score *score)
{
    struct str cell = cell_of(row, column);
    score->digits = STR("0");
    score->is_red_line = may_be_red && cut_end(&cell, "red line");
    if (cell.length == 0 && score->is_red_line)
        return true;
    enum decimal_reading reading = digits_of(reader, cell, &score->digits);
    return reading == DECIMAL_READ || refuse_score(reader, row, column, may_be_red, reading);
}

static bool is_rule(struct str cell)
{
    return is_word(cell, "not together") || is_word(cell, "only with") ||
           is_word(cell, "exactly one");
}

// Sorts the rows into options, the reserves and rules.
static bool sort_rows(struct scores_reader *reader)
{
    for (size_t r = 0; r < reader->csv.count; r++) {
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
    struct score score;
    json_begin_object(&reader->out);
    json_member_str(&reader->out, "name", cell_of(reader->heading, column));
    json_name(&reader->out, "scores");
    json_begin_array(&reader->out);
    for (size_t r = 0; r < reader->rows.count; r++) {
        const struct option_row *row = LIST_AT(&reader->rows, struct option_row, r);
        if (r == 0 || row->issue != (row - 1)->issue)
            json_begin_array(&reader->out);
        if (!read_score(reader, row->row, column, true, &score))
            return false;
        json_digits(&reader->out, score.digits);
        if (score.is_red_line)
            *LIST_ADD(&red_lines, struct option_row) = *row;
        if (r + 1 == reader->rows.count || (row + 1)->issue != row->issue)
            json_end_array(&reader->out);
    }
    json_end_array(&reader->out);
    if (reader->reserves) {
        if (!read_score(reader, reader->reserves, column, false, &score))
            return false;
        json_name(&reader->out, "reservation");
        json_digits(&reader->out, score.digits);
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

// "because …" says why there is a rule.
static bool is_reason(struct str cell)
{
    return is_word(str_slice(cell, 0, 8), "because ");
}

static bool write_rules(struct scores_reader *reader, const char *word, const char *member)
{
    json_name(&reader->out, member);
    json_begin_array(&reader->out);
    for (size_t r = 0; r < reader->csv.count; r++) {
        const struct csv_row *row = &reader->csv.rows[r];
        if (!is_word(cell_of(row, 0), word))
            continue;
        json_begin_array(&reader->out);
        size_t count = 0;
        for (size_t c = 1; c < row->count; c++) {
            struct str cell = cell_of(row, c);
            if (cell.length == 0 || is_reason(cell))
                continue;
            count++;
            if (!write_choice(reader, row, cell))
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

static void take_rows(struct csv rows, struct list *all)
{
    for (size_t i = 0; i < rows.count; i++)
        *LIST_ADD(all, struct csv_row) = rows.rows[i];
}

// A sheet for the rules holds nothing else. Its heading may be left in.
static bool take_rules(struct scores_reader *reader, const struct grid *grid, struct list *all)
{
    struct csv rows = spreadsheet_grid_rows(grid, reader->arena);
    for (size_t i = 0; i < rows.count; i++) {
        if (is_rule(cell_of(&rows.rows[i], 0)))
            *LIST_ADD(all, struct csv_row) = rows.rows[i];
        else if (i > 0)
            return refuse(reader, &rows.rows[i],
                          arena_print(reader->arena,
                                      "of sheet \"%.*s\" begins with \"%.*s\", which is none of "
                                      "\"not together\", \"only with\" and \"exactly one\"",
                                      STR_ARGS(grid->name), STR_ARGS(cell_of(&rows.rows[i], 0))));
    }
    return true;
}

// The first sheet that is seen has the scores; one named "rules" more rules. Others are told.
static bool take_sheets(struct scores_reader *reader, const struct workbook *workbook)
{
    struct list all = LIST_MAKE(reader->arena, struct csv_row);
    bool has_scores = false;
    for (size_t i = 0; i < workbook->grid_count; i++) {
        const struct grid *grid = &workbook->grids[i];
        if (grid->is_hidden || grid->cell_count == 0)
            continue;
        if (!has_scores)
            take_rows(spreadsheet_grid_rows(grid, reader->arena), &all);
        else if (str_equal_ignoring_case(str_trim(grid->name), STR("rules"))) {
            if (!take_rules(reader, grid, &all))
                return false;
        } else if (!str_equal_ignoring_case(str_trim(grid->name), STR("notes")))
            *LIST_ADD(&reader->notes, struct str) =
                arena_print(reader->arena, "sheet \"%.*s\" was not read", STR_ARGS(grid->name));
        has_scores = true;
    }
    reader->csv = (struct csv){LIST_ITEMS(&all, struct csv_row), all.count, ','};
    for (size_t i = 0; i < workbook->note_count; i++)
        *LIST_ADD(&reader->notes, struct str) = workbook->notes[i];
    return true;
}

static bool read_rows(struct scores_reader *reader, struct str bytes,
                      const struct input_limits *limits)
{
    if (!spreadsheet_is_package(bytes))
        return spreadsheet_csv(reader->source, bytes, limits, reader->arena, &reader->csv,
                               &reader->notes, reader->error);
    struct workbook workbook;
    return spreadsheet_read(reader->source, bytes, limits, reader->arena, &workbook,
                            reader->error) &&
           take_sheets(reader, &workbook);
}

// Takes the heading off the rows.
static bool read_heading(struct scores_reader *reader)
{
    static const struct csv_row nothing = {.line = 1};
    reader->heading = reader->csv.count > 0 ? &reader->csv.rows[0] : &nothing;
    if (!is_word(cell_of(reader->heading, 0), "issue") ||
        !is_word(cell_of(reader->heading, 1), "option"))
        return refuse(reader, reader->heading,
                      STR("does not begin with \"issue\", \"option\" and the parties' names: "
                          "no table of scores"));
    reader->csv.rows++;
    reader->csv.count--;
    while (cell_of(reader->heading, FIRST_PARTY + reader->parties).length > 0)
        reader->parties++;
    return reader->parties > 0 ||
           refuse(reader, reader->heading, STR("names no party behind issue and option"));
}

// What stands behind the last party's column, or under none, would be lost without a word.
static bool has_only_columns_of_parties(const struct scores_reader *reader)
{
    for (size_t r = 0; r < reader->csv.count; r++) {
        const struct csv_row *row = &reader->csv.rows[r];
        for (size_t c = FIRST_PARTY + reader->parties; c < row->count; c++)
            if (!is_rule(cell_of(row, 0)) && cell_of(row, c).length > 0)
                return refuse(reader, row,
                              arena_print(reader->arena,
                                          "\"%.*s\" stands in a column that has no party above",
                                          STR_ARGS(cell_of(row, c))));
    }
    return true;
}

static void add_notes(const struct scores_reader *reader, struct scenario *scenario)
{
    struct list notes = LIST_MAKE(reader->arena, struct str);
    for (size_t i = 0; i < scenario->note_count; i++)
        *LIST_ADD(&notes, struct str) = scenario->notes[i];
    for (size_t i = 0; i < reader->notes.count; i++)
        *LIST_ADD(&notes, struct str) = *LIST_AT(&reader->notes, struct str, i);
    scenario->notes = LIST_ITEMS(&notes, struct str);
    scenario->note_count = notes.count;
}

bool scores_table_read(struct str source, struct str bytes, const struct input_limits *limits,
                       struct arena *arena, struct scenario *scenario, struct error *error)
{
    struct builder out = builder_make(arena);
    struct scores_reader reader = {.source = source,
                                   .arena = arena,
                                   .error = error,
                                   .notes = LIST_MAKE(arena, struct str),
                                   .issues = LIST_MAKE(arena, struct str),
                                   .rows = LIST_MAKE(arena, struct option_row),
                                   .out = json_writer_make(&out, 0)};
    if (!read_rows(&reader, bytes, limits) || !read_heading(&reader) ||
        !has_only_columns_of_parties(&reader) || !sort_rows(&reader) || !write_scenario(&reader) ||
        !scenario_json_read(source, builder_str(&out), limits, arena, scenario, error))
        return false;
    add_notes(&reader, scenario);
    return true;
}
