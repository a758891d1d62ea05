// SPDX-License-Identifier: Apache-2.0
//
// The table is held to its own rules, with lines for errors, and written as entente-bargain/1, whose
// reader does the rest.
#include "exchange/bargain/scores_table.h"

#include "base/names.h"
#include "base/plain_name.h"
#include "exchange/bargain/scenario_json.h"
#include "exchange/bargain/scores_parts.h"
#include "exchange/bargain/uncertain_json.h"

#include <string.h>

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

static bool is_rule(struct str cell)
{
    return scores_is_word(cell, "not together") || scores_is_word(cell, "only with") ||
           scores_is_word(cell, "exactly one") || scores_is_word(cell, "never") ||
           scores_is_sum(cell);
}

// An option stands in one row of its issue.
static bool add_option(struct scores_reader *reader, struct names *keys, struct str option,
                       const struct csv_row *row)
{
    size_t issue = reader->issues.count - 1;
    struct str key = plain_name_key(option, reader->arena);
    size_t count = reader->rows.count;
    uint32_t other = names_add(keys, arena_print(reader->arena, "%zu %.*s", issue, STR_ARGS(key)));
    if (other != count)
        return scores_refuse_cell(
            reader, row, 1,
            arena_print(reader->arena,
                        "option \"%.*s\" of issue \"%.*s\" stands in row %zu already",
                        STR_ARGS(option), STR_ARGS(*LIST_AT(&reader->issues, struct str, issue)),
                        LIST_AT(&reader->rows, struct option_row, other)->row->line));
    *LIST_ADD(&reader->rows, struct option_row) = (struct option_row){issue, option, row};
    return true;
}

// Sorts the rows into options, the reserves and rules.
static bool sort_rows(struct scores_reader *reader)
{
    struct names *issues = names_make(reader->arena);
    struct names *keys = names_make(reader->arena);
    for (size_t r = 0; r < reader->csv.count; r++) {
        const struct csv_row *row = &reader->csv.rows[r];
        struct str issue = scores_cell(row, 0);
        struct str option = scores_cell(row, 1);
        if (is_rule(issue))
            continue;
        if (option.length == 0 && scores_is_word(issue, "reserve")) {
            if (reader->reserves)
                return scores_refuse(reader, row, STR("is a second row of reserves"));
            reader->reserves = row;
            continue;
        }
        if (option.length == 0 && scores_is_word(issue, "range")) {
            if (reader->range)
                return scores_refuse(reader, row, STR("is a second row of ranges"));
            reader->range = row;
            continue;
        }
        if (option.length == 0)
            return scores_refuse(reader, row, STR("names no option"));
        size_t count = reader->issues.count;
        if (issue.length == 0 && count == 0)
            return scores_refuse(reader, row, STR("names no issue"));
        uint32_t number = issue.length == 0
                              ? (uint32_t)count - 1 // rows of a table are fewer
                              : names_add(issues, plain_name_key(issue, reader->arena));
        if (number + 1 < count)
            return scores_refuse(
                reader, row,
                arena_print(reader->arena,
                            "issue \"%.*s\" stands above already; put its options together",
                            STR_ARGS(issue)));
        if (number == count)
            *LIST_ADD(&reader->issues, struct str) = issue;
        if (!add_option(reader, keys, option, row))
            return false;
    }
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
    reader->rules_sheet = grid->name;
    for (size_t i = 0; i < rows.count; i++) {
        if (is_rule(scores_cell(&rows.rows[i], 0)))
            *LIST_ADD(all, struct csv_row) = rows.rows[i];
        else if (i > 0)
            return scores_refuse(
                reader, &rows.rows[i],
                arena_print(reader->arena,
                            "of sheet \"%.*s\" begins with \"%.*s\", which is none of "
                            "\"not together\", \"never\", \"only with\", \"exactly one\", "
                            "\"sum exactly\", \"sum at least\" and \"sum at most\"",
                            STR_ARGS(grid->name), STR_ARGS(scores_cell(&rows.rows[i], 0))));
    }
    return true;
}

static bool is_sheet(const struct grid *grid, const char *name)
{
    return str_equal_ignoring_case(str_trim(grid->name), str_of(name));
}

static bool is_seen(const struct grid *grid)
{
    return !grid->is_hidden && grid->cell_count > 0;
}

// The sheet of the scores: one of that name, or the first that is seen.
static const struct grid *scores_of(const struct workbook *workbook)
{
    const struct grid *first = NULL;
    for (size_t i = 0; i < workbook->grid_count; i++) {
        const struct grid *grid = &workbook->grids[i];
        if (!is_seen(grid))
            continue;
        if (is_sheet(grid, "scores"))
            return grid;
        if (!first)
            first = grid;
    }
    return first;
}

// Besides the scores one sheet may have rules. What else there is is told, but for what `bargain` wrote.
static bool take_sheets(struct scores_reader *reader, const struct workbook *workbook)
{
    struct list all = LIST_MAKE(reader->arena, struct csv_row);
    const struct grid *scores = scores_of(workbook);
    if (scores)
        take_rows(spreadsheet_grid_rows(scores, reader->arena), &all);
    reader->scores_sheet = scores ? scores->name : STR("");
    reader->score_rows = all.count;
    for (size_t i = 0; i < workbook->grid_count; i++) {
        const struct grid *grid = &workbook->grids[i];
        if (grid == scores || !is_seen(grid))
            continue;
        if (is_sheet(grid, "rules")) {
            if (!take_rules(reader, grid, &all))
                return false;
        } else if (!is_sheet(grid, "notes") && !is_sheet(grid, "answer")) {
            *LIST_ADD(&reader->notes, struct str) =
                arena_print(reader->arena, "sheet \"%.*s\" was not read", STR_ARGS(grid->name));
        }
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

// The columns of parties, each with a name of its own.
static bool read_parties(struct scores_reader *reader)
{
    struct names *keys = names_make(reader->arena);
    for (;; reader->parties++) {
        struct str name = scores_cell(reader->heading, FIRST_PARTY + reader->parties);
        if (name.length == 0)
            return reader->parties > 0 ||
                   scores_refuse(reader, reader->heading,
                                 STR("names no party behind issue and option"));
        uint32_t other = names_add(keys, plain_name_key(name, reader->arena));
        if (other != reader->parties)
            return scores_refuse_cell(
                reader, reader->heading, FIRST_PARTY + reader->parties,
                arena_print(reader->arena,
                            "columns %u and %zu are both of the party \"%.*s\"; it has one column",
                            FIRST_PARTY + other + 1, FIRST_PARTY + reader->parties + 1,
                            STR_ARGS(name)));
    }
}

// Takes the heading off the rows.
static bool read_heading(struct scores_reader *reader)
{
    static const struct csv_row nothing = {.line = 1};
    reader->heading = reader->csv.count > 0 ? &reader->csv.rows[0] : &nothing;
    if (!scores_is_word(scores_cell(reader->heading, 0), "issue") ||
        !scores_is_word(scores_cell(reader->heading, 1), "option"))
        return scores_refuse(
            reader, reader->heading,
            STR("does not begin with \"issue\", \"option\" and the parties' names: "
                "no table of scores"));
    reader->csv.rows++;
    reader->csv.count--;
    reader->score_rows -= reader->score_rows > 0;
    return read_parties(reader);
}

// What stands behind the last party's column, or under none, would be lost without a word.
static bool has_only_columns_of_parties(const struct scores_reader *reader)
{
    for (size_t r = 0; r < reader->csv.count; r++) {
        const struct csv_row *row = &reader->csv.rows[r];
        for (size_t c = FIRST_PARTY + reader->parties; c < row->count; c++)
            if (!is_rule(scores_cell(row, 0)) && scores_cell(row, c).length > 0)
                return scores_refuse_cell(
                    reader, row, c,
                    arena_print(reader->arena,
                                "\"%.*s\" stands in a column that has no party above",
                                STR_ARGS(scores_cell(row, c))));
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

// Reads the table as the JSON of the same scenario.
static bool read_as_json(struct scores_reader *reader, struct str bytes,
                         const struct input_limits *limits)
{
    struct arena *arena = reader->arena;
    struct builder *out = ARENA_NEW(arena, struct builder);
    *out = builder_make(arena);
    reader->notes = LIST_MAKE(arena, struct str);
    reader->issues = LIST_MAKE(arena, struct str);
    reader->rows = LIST_MAKE(arena, struct option_row);
    reader->out = json_writer_make(out, 0);
    return read_rows(reader, bytes, limits) && read_heading(reader) &&
           has_only_columns_of_parties(reader) && sort_rows(reader) &&
           scores_write_scenario(reader);
}

bool scores_table_read(struct str source, struct str bytes, const struct input_limits *limits,
                       struct arena *arena, struct scenario *scenario, struct uncertain *uncertain,
                       struct error *error)
{
    struct scores_reader reader = {.source = source, .arena = arena, .error = error};
    if (!read_as_json(&reader, bytes, limits))
        return false;
    struct str json = builder_str(reader.out.out);
    bool done = uncertain
                    ? uncertain_json_read(source, json, limits, arena, scenario, uncertain, error)
                    : scenario_json_read(source, json, limits, arena, scenario, error);
    if (!done)
        return false;
    add_notes(&reader, scenario);
    return true;
}

bool scores_table_json(struct str source, struct str bytes, const struct input_limits *limits,
                       struct arena *arena, struct str *json, struct error *error)
{
    struct scores_reader reader = {.source = source, .arena = arena, .error = error};
    if (!read_as_json(&reader, bytes, limits))
        return false;
    *json = builder_str(reader.out.out);
    return true;
}
