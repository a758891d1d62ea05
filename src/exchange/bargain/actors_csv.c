// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/actors_csv.h"

#include "base/builder.h"
#include "base/checked.h"
#include "base/list.h"
#include "base/names.h"
#include "codec/csv.h"
#include "exchange/bargain/actors_heading.h"
#include "exchange/bargain/fraction.h"
#include "exchange/spreadsheet/spreadsheet.h"

#define NO_COLUMN SIZE_MAX

struct actors_table {
    struct str source;
    struct csv csv;
    size_t header; // row
    bool has_salience;
    bool has_influence;
    struct heading *headings;
    struct arena *arena;
    struct builder notes;
    struct names *actors;
};

// The rows of one dimension, each an actor's. actors[i] is the number of the actor of rows[i].
struct actors_part {
    size_t *rows;
    uint32_t *actors;
    uint32_t count;
};

static bool refuse(const struct actors_table *table, size_t row, struct error *error,
                   const char *what, struct str text)
{
    struct place place = place_of(table->source);
    place.line = table->csv.rows[row].line;
    return error_at(error, BAD_INPUT, place, "\"%.*s\" %s", STR_ARGS(text), what);
}

static void note_header(struct actors_table *table)
{
    if (table->header > 0)
        builder_print(&table->notes, "%zu row(s) above the header passed over\n", table->header);
    if (!table->has_salience)
        builder_add_c(&table->notes, "no column of salience: all count alike\n");
    if (!table->has_influence)
        builder_add_c(&table->notes, "no column of influence: all count alike\n");
}

static bool find_header(struct actors_table *table, struct error *error)
{
    for (size_t r = 0; r < table->csv.count; r++) {
        const struct csv_row *row = &table->csv.rows[r];
        bool has_role[ROLE_SALIENCE + 1] = {false};
        struct heading *headings = ARENA_ARRAY(table->arena, struct heading, row->count);
        for (size_t c = 0; c < row->count; c++) {
            headings[c] = heading_of(row->cells[c]);
            has_role[headings[c].role] = true;
        }
        if (!has_role[ROLE_POSITION] || !(has_role[ROLE_INFLUENCE] || has_role[ROLE_SALIENCE]))
            continue;
        table->header = r;
        table->headings = headings;
        table->has_salience = has_role[ROLE_SALIENCE];
        table->has_influence = has_role[ROLE_INFLUENCE];
        note_header(table);
        return true;
    }
    error_at(error, BAD_INPUT, place_of(table->source),
             "no row of headings with a position and an influence (or capability)");
    return false;
}

static const struct csv_row *header_of(const struct actors_table *table)
{
    return &table->csv.rows[table->header];
}

// The column of this role for a dimension, or else the only column of the role.
static size_t column_for(const struct actors_table *table, enum role role, struct str dimension)
{
    size_t only = NO_COLUMN;
    size_t count = 0;
    for (size_t c = 0; c < header_of(table)->count; c++) {
        if (table->headings[c].role != role)
            continue;
        if (str_equal_ignoring_case(table->headings[c].dimension, dimension))
            return c;
        only = c;
        count++;
    }
    return count == 1 ? only : NO_COLUMN;
}

static bool says_name(struct str heading)
{
    struct str name = STR("name");
    return heading.length >= name.length &&
           str_equal_ignoring_case(str_skip(heading, heading.length - name.length), name);
}

// The first column of a role whose heading ends with "name", or else the first of the role.
static size_t column_named(const struct actors_table *table, enum role role)
{
    size_t first = NO_COLUMN;
    for (size_t c = 0; c < header_of(table)->count; c++) {
        if (table->headings[c].role != role)
            continue;
        if (says_name(header_of(table)->cells[c]))
            return c;
        first = first == NO_COLUMN ? c : first;
    }
    return first;
}

static struct str cell_at(const struct actors_table *table, size_t row, size_t column)
{
    const struct csv_row *cells = &table->csv.rows[row];
    return column < cells->count ? cells->cells[column] : STR("");
}

static size_t first_row(const struct actors_table *table)
{
    return table->header + 1;
}

// The name in each row, a number for each actor.
static bool read_names(struct actors_table *table, uint32_t **actor_of_row, struct error *error)
{
    size_t column = column_named(table, ROLE_ACTOR);
    size_t count = table->csv.count - first_row(table);
    table->actors = names_make(table->arena);
    *actor_of_row = ARENA_ARRAY(table->arena, uint32_t, count);
    for (size_t i = 0; i < count; i++) {
        struct str name = cell_at(table, first_row(table) + i, column == NO_COLUMN ? 0 : column);
        if (name.length == 0)
            return refuse(table, first_row(table) + i, error, "is no name of an actor", name);
        (*actor_of_row)[i] = names_add(table->actors, name);
        if (names_count(table->actors) > SPATIAL_ACTORS_MAX)
            return error_at(error, TOO_LARGE, place_of(table->source),
                            "more than the %d actors that are weighed", SPATIAL_ACTORS_MAX);
    }
    return true;
}

// "0,08" where commas do not separate cells.
static struct str with_point(const struct actors_table *table, struct str cell)
{
    if (table->csv.separator == ',' || str_find_byte(cell, ',') == cell.length)
        return cell;
    struct builder number = builder_make(table->arena);
    for (size_t i = 0; i < cell.length; i++)
        builder_add_byte(&number, cell.bytes[i] == ',' ? '.' : cell.bytes[i]);
    return builder_str(&number);
}

static bool widen_scale(struct fraction value, int64_t *scale, uint32_t *digits)
{
    while (*scale % value.under != 0) {
        if (!checked_multiply(*scale, 10, scale))
            return false;
        (*digits)++;
    }
    return true;
}

// The decimals of a column, for the rows of those that take part, times a power of ten. Without
// the column all are 1.
static bool read_column(const struct actors_table *table, size_t column, bool may_be_negative,
                        const struct actors_part *part, int64_t **numbers, uint32_t *digits,
                        struct error *error)
{
    struct fraction *values = ARENA_ARRAY(table->arena, struct fraction, part->count);
    *numbers = ARENA_ARRAY(table->arena, int64_t, part->count);
    *digits = 0;
    int64_t scale = 1;
    for (uint32_t i = 0; i < part->count; i++) {
        size_t row = part->rows[i];
        values[i] = (struct fraction){1, 1};
        if (column == NO_COLUMN)
            continue;
        struct str cell = cell_at(table, row, column);
        if (!fraction_parse(with_point(table, cell), &values[i]))
            return refuse(table, row, error, "is no decimal number that fits", cell);
        if (values[i].over < 0 && !may_be_negative)
            return refuse(table, row, error, "is below 0; only positions may be", cell);
        if (!widen_scale(values[i], &scale, digits))
            return refuse(table, row, error, "has too many digits", cell);
    }
    for (uint32_t i = 0; i < part->count; i++)
        if (!checked_multiply(values[i].over, scale / values[i].under, &(*numbers)[i]))
            return refuse(table, part->rows[i], error,
                          "has too many digits beside the others of its column",
                          cell_at(table, part->rows[i], column));
    return true;
}

// Those with something in each of the columns take part, each actor once.
static bool find_participants(struct actors_table *table, const size_t *columns,
                              const struct actors_part *all, struct str name,
                              struct actors_part *part, struct error *error)
{
    part->rows = ARENA_ARRAY(table->arena, size_t, all->count);
    part->actors = ARENA_ARRAY(table->arena, uint32_t, all->count);
    part->count = 0;
    bool *is_seen = ARENA_ARRAY(table->arena, bool, names_count(table->actors));
    for (uint32_t i = 0; i < all->count; i++) {
        bool is_whole = true;
        for (size_t c = 0; c < 3; c++)
            is_whole = is_whole && (columns[c] == NO_COLUMN ||
                                    !heading_is_missing(cell_at(table, all->rows[i], columns[c])));
        if (is_seen[all->actors[i]])
            return refuse(table, all->rows[i], error, "stands twice; an actor has one row",
                          names_at(table->actors, all->actors[i]));
        is_seen[all->actors[i]] = true;
        if (!is_whole)
            continue;
        part->rows[part->count] = all->rows[i];
        part->actors[part->count++] = all->actors[i];
    }
    if (part->count < all->count)
        builder_print(&table->notes, "%u actor(s) with an empty cell left out of \"%.*s\"\n",
                      all->count - part->count, STR_ARGS(name));
    return true;
}

// One dimension: a column of positions, with those that go with it, over some rows.
static bool read_dimension(struct actors_table *table, size_t position,
                           const struct actors_part *all, struct str name,
                           struct actors_dimension *dimension, struct error *error)
{
    struct str shared = table->headings[position].dimension;
    size_t columns[3] = {position, column_for(table, ROLE_INFLUENCE, shared),
                         column_for(table, ROLE_SALIENCE, shared)};
    if (columns[1] == NO_COLUMN && table->has_influence)
        return refuse(table, table->header, error, "has no column of influence that goes with it",
                      header_of(table)->cells[position]);
    if (columns[2] == NO_COLUMN && table->has_salience)
        return refuse(table, table->header, error, "has no column of salience that goes with it",
                      header_of(table)->cells[position]);
    dimension->name = name;
    struct actors_part part;
    int64_t *numbers[3];
    if (!find_participants(table, columns, all, name, &part, error) ||
        !read_column(table, columns[0], true, &part, &numbers[0], &dimension->scale.position_digits,
                     error) ||
        !read_column(table, columns[1], false, &part, &numbers[1],
                     &dimension->scale.influence_digits, error) ||
        !read_column(table, columns[2], false, &part, &numbers[2],
                     &dimension->scale.salience_digits, error))
        return false;
    dimension->actors = part.actors;
    dimension->line = (struct spatial_line){part.count, numbers[0], numbers[1], numbers[2]};
    return true;
}

static bool too_many(const struct actors_table *table, struct error *error)
{
    return error_at(error, TOO_LARGE, place_of(table->source),
                    "more than %d columns of positions, or issues; split the table",
                    ACTORS_DIMENSIONS_MAX);
}

// A row an actor: each column of positions is a dimension.
static bool read_columns(struct actors_table *table, const struct actors_part *all,
                         struct list *dimensions, struct error *error)
{
    for (size_t c = 0; c < header_of(table)->count; c++) {
        struct str name = table->headings[c].dimension;
        if (table->headings[c].role != ROLE_POSITION)
            continue;
        if (dimensions->count == ACTORS_DIMENSIONS_MAX)
            return too_many(table, error);
        if (!read_dimension(table, c, all, name.length > 0 ? name : STR("position"),
                            LIST_ADD(dimensions, struct actors_dimension), error))
            return false;
    }
    return true;
}

// The rows of each issue; NULL when there are too many issues.
static struct list *rows_by_issue(const struct actors_table *table, const struct actors_part *all,
                                  size_t column, struct names *issues)
{
    struct list *rows = ARENA_ARRAY(table->arena, struct list, ACTORS_DIMENSIONS_MAX);
    for (uint32_t i = 0; i < all->count; i++) {
        uint32_t issue = names_add(issues, cell_at(table, all->rows[i], column));
        if (issue == ACTORS_DIMENSIONS_MAX)
            return NULL;
        if (!rows[issue].arena)
            rows[issue] = LIST_MAKE(table->arena, uint32_t);
        *LIST_ADD(&rows[issue], uint32_t) = i;
    }
    return rows;
}

// A row an actor and issue: each issue is a dimension.
static bool read_issues(struct actors_table *table, const struct actors_part *all,
                        size_t issue_column, size_t position, struct list *dimensions,
                        struct error *error)
{
    struct names *issues = names_make(table->arena);
    const struct list *rows = rows_by_issue(table, all, issue_column, issues);
    if (!rows)
        return too_many(table, error);
    for (uint32_t d = 0; d < names_count(issues); d++) {
        struct actors_part part = {ARENA_ARRAY(table->arena, size_t, rows[d].count),
                                   ARENA_ARRAY(table->arena, uint32_t, rows[d].count),
                                   (uint32_t)rows[d].count}; // at most the rows of the table
        for (uint32_t i = 0; i < part.count; i++) {
            uint32_t row = *LIST_AT(&rows[d], uint32_t, i);
            part.rows[i] = all->rows[row];
            part.actors[i] = all->actors[row];
        }
        if (!read_dimension(table, position, &part, names_at(issues, d),
                            LIST_ADD(dimensions, struct actors_dimension), error))
            return false;
    }
    return true;
}

// Of several dimensions those without anybody are left out.
static void leave_out_empty(struct actors_table *table, struct list *dimensions)
{
    size_t kept = 0;
    for (size_t d = 0; d < dimensions->count; d++) {
        const struct actors_dimension *dimension = LIST_AT(dimensions, struct actors_dimension, d);
        if (dimension->line.count == 0 && dimensions->count > 1)
            builder_print(&table->notes, "nobody has a position in \"%.*s\"; it is left out\n",
                          STR_ARGS(dimension->name));
        else
            *LIST_AT(dimensions, struct actors_dimension, kept++) = *dimension;
    }
    list_cut(dimensions, kept);
}

// The only column of positions, or NO_COLUMN.
static size_t single_position(const struct actors_table *table)
{
    size_t found = NO_COLUMN;
    for (size_t c = 0; c < header_of(table)->count; c++) {
        if (table->headings[c].role == ROLE_POSITION && found != NO_COLUMN)
            return NO_COLUMN;
        if (table->headings[c].role == ROLE_POSITION)
            found = c;
    }
    return found;
}

// A package is a spreadsheet; all else is read as text.
static bool read_rows(struct actors_table *table, struct str bytes, struct error *error)
{
    struct workbook workbook;
    if (!spreadsheet_is_package(bytes))
        return csv_read(table->source, bytes, table->arena, &table->csv, error);
    if (!spreadsheet_read(table->source, bytes, &input_limits_default, table->arena, &workbook,
                          error))
        return false;
    for (size_t i = 0; i < workbook.note_count; i++)
        builder_print(&table->notes, "%.*s\n", STR_ARGS(workbook.notes[i]));
    table->csv = spreadsheet_rows(&workbook, table->arena);
    return true;
}

bool actors_csv_read(struct str source, struct str text, struct arena *arena, struct actors *actors,
                     struct error *error)
{
    struct actors_table table = {.source = source, .arena = arena, .notes = builder_make(arena)};
    struct actors_part all = {0};
    if (!read_rows(&table, text, error) || !find_header(&table, error) ||
        !read_names(&table, &all.actors, error))
        return false;
    size_t count = table.csv.count - first_row(&table);
    if (count > UINT32_MAX)
        return too_many(&table, error);
    all.count = (uint32_t)count;
    all.rows = ARENA_ARRAY(arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        all.rows[i] = first_row(&table) + i;
    struct list dimensions = LIST_MAKE(arena, struct actors_dimension);
    size_t issues = column_named(&table, ROLE_ISSUE);
    size_t position = single_position(&table);
    bool done = issues != NO_COLUMN && position != NO_COLUMN
                    ? read_issues(&table, &all, issues, position, &dimensions, error)
                    : read_columns(&table, &all, &dimensions, error);
    if (!done)
        return false;
    leave_out_empty(&table, &dimensions);
    uint32_t actor_count = names_count(table.actors);
    struct str *names = ARENA_ARRAY(arena, struct str, actor_count);
    for (uint32_t a = 0; a < actor_count; a++)
        names[a] = names_at(table.actors, a);
    *actors = (struct actors){names, actor_count, LIST_ITEMS(&dimensions, struct actors_dimension),
                              dimensions.count, builder_str(&table.notes)};
    return true;
}
