// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/actors_csv.h"

#include "base/builder.h"
#include "base/checked.h"
#include "base/list.h"
#include "base/names.h"
#include "codec/csv.h"
#include "exchange/bargain/fraction.h"

#define NO_COLUMN SIZE_MAX

enum role { ROLE_OTHER, ROLE_ACTOR, ROLE_INFLUENCE, ROLE_POSITION, ROLE_SALIENCE };

struct heading {
    enum role role;
    struct str dimension; // the heading without the word that tells its role
};

struct table {
    struct str source;
    struct csv csv;
    size_t header; // row
    bool has_salience;
    struct heading *headings;
    struct arena *arena;
    struct builder notes;
};

static bool refuse(const struct table *table, size_t row, struct error *error, const char *what,
                   struct str text)
{
    struct place place = place_of(table->source);
    place.line = table->csv.rows[row].line;
    return error_at(error, BAD_INPUT, place, "\"%.*s\" %s", STR_ARGS(text), what);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

// Where the word stands in the text, between others or, if it must be whole, between no letters;
// the length of the text when it does not.
static size_t find_word(struct str text, struct str word, bool is_whole)
{
    for (size_t i = 0; i + word.length <= text.length; i++) {
        size_t end = i + word.length;
        bool is_joined = (i > 0 && is_letter(text.bytes[i - 1])) ||
                         (end < text.length && is_letter(text.bytes[end]));
        if (str_equal_ignoring_case(str_slice(text, i, end), word) && !(is_whole && is_joined))
            return i;
    }
    return text.length;
}

static bool is_joint(char c)
{
    return c == ' ' || c == '_' || c == '-' || c == ':' || c == '.' || c == '/' || c == '(' ||
           c == ')';
}

static struct str without_joints(struct str text)
{
    while (text.length > 0 && is_joint(text.bytes[0]))
        text = str_skip(text, 1);
    while (text.length > 0 && is_joint(text.bytes[text.length - 1]))
        text.length--;
    return text;
}

// What stands before the word, or else behind it.
static struct str rest_of(struct str cell, size_t at, size_t length)
{
    struct str before = without_joints(str_slice(cell, 0, at));
    return before.length > 0 ? before : without_joints(str_skip(cell, at + length));
}

// The longer of two words that begin alike stands first, so that nothing of it is left over. Words
// that are parts of others ("substance", "universal", "factor") must stand alone.
static const struct {
    struct str word;
    enum role role;
    bool is_whole;
} role_words[] = {
    {STR_INIT("positions"), ROLE_POSITION, false},
    {STR_INIT("position"), ROLE_POSITION, false},
    {STR_INIT("pstn"), ROLE_POSITION, true},
    {STR_INIT("pos"), ROLE_POSITION, true},
    {STR_INIT("stance"), ROLE_POSITION, true},
    {STR_INIT("ideal point"), ROLE_POSITION, false},
    {STR_INIT("ideal"), ROLE_POSITION, true},
    {STR_INIT("salience"), ROLE_SALIENCE, false},
    {STR_INIT("sal"), ROLE_SALIENCE, true},
    {STR_INIT("importance"), ROLE_SALIENCE, false},
    {STR_INIT("priority"), ROLE_SALIENCE, false},
    {STR_INIT("influence"), ROLE_INFLUENCE, false},
    {STR_INIT("capabilities"), ROLE_INFLUENCE, false},
    {STR_INIT("capability"), ROLE_INFLUENCE, false},
    {STR_INIT("power"), ROLE_INFLUENCE, false},
    {STR_INIT("resources"), ROLE_INFLUENCE, false},
    {STR_INIT("clout"), ROLE_INFLUENCE, false},
    {STR_INIT("votes"), ROLE_INFLUENCE, false},
    {STR_INIT("actors"), ROLE_ACTOR, true},
    {STR_INIT("actor"), ROLE_ACTOR, true},
    {STR_INIT("stakeholder"), ROLE_ACTOR, false},
    {STR_INIT("party"), ROLE_ACTOR, false},
    {STR_INIT("country"), ROLE_ACTOR, false},
    {STR_INIT("player"), ROLE_ACTOR, false},
    {STR_INIT("name"), ROLE_ACTOR, true},
};

static struct heading heading_of(struct str cell)
{
    for (size_t w = 0; w < sizeof role_words / sizeof role_words[0]; w++) {
        struct str word = role_words[w].word;
        size_t at = find_word(cell, word, role_words[w].is_whole);
        if (at < cell.length)
            return (struct heading){role_words[w].role, rest_of(cell, at, word.length)};
    }
    return (struct heading){ROLE_OTHER, STR("")};
}

static bool find_header(struct table *table, struct error *error)
{
    for (size_t r = 0; r < table->csv.count; r++) {
        const struct csv_row *row = &table->csv.rows[r];
        bool has_role[ROLE_SALIENCE + 1] = {false};
        struct heading *headings = ARENA_ARRAY(table->arena, struct heading, row->count);
        for (size_t c = 0; c < row->count; c++) {
            headings[c] = heading_of(row->cells[c]);
            has_role[headings[c].role] = true;
        }
        if (!has_role[ROLE_POSITION] || !has_role[ROLE_INFLUENCE])
            continue;
        table->header = r;
        table->headings = headings;
        table->has_salience = has_role[ROLE_SALIENCE];
        if (r > 0)
            builder_print(&table->notes, "%zu row(s) above the header passed over\n", r);
        if (!table->has_salience)
            builder_add_c(&table->notes, "no column of salience: all count alike\n");
        return true;
    }
    return error_at(error, BAD_INPUT, place_of(table->source),
                    "no row of headings with a position and an influence (or capability)");
}

static const struct csv_row *header_of(const struct table *table)
{
    return &table->csv.rows[table->header];
}

// The column of this role for a dimension, or else the only column of the role.
static size_t column_for(const struct table *table, enum role role, struct str dimension)
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

// Where the actors' names stand: the first column for it, or else the first column.
static size_t column_of_names(const struct table *table)
{
    for (size_t c = 0; c < header_of(table)->count; c++)
        if (table->headings[c].role == ROLE_ACTOR)
            return c;
    return 0;
}

static struct str cell_at(const struct table *table, size_t row, size_t column)
{
    const struct csv_row *cells = &table->csv.rows[row];
    return column < cells->count ? cells->cells[column] : STR("");
}

static bool read_names(struct table *table, struct actors *actors, struct error *error)
{
    size_t count = table->csv.count - table->header - 1;
    if (count > SPATIAL_ACTORS_MAX)
        return error_at(error, TOO_LARGE, place_of(table->source),
                        "%zu actors are more than the %d that are weighed", count,
                        SPATIAL_ACTORS_MAX);
    size_t column = column_of_names(table);
    struct names *seen = names_make(table->arena);
    struct str *names = ARENA_ARRAY(table->arena, struct str, count);
    for (size_t a = 0; a < count; a++) {
        size_t row = table->header + 1 + a;
        names[a] = cell_at(table, row, column);
        if (names[a].length == 0)
            return refuse(table, row, error, "is no name of an actor", names[a]);
        if (names_add(seen, names[a]) != a)
            return refuse(table, row, error, "stands twice; an actor has one row", names[a]);
    }
    actors->names = names;
    actors->count = (uint32_t)count; // at most SPATIAL_ACTORS_MAX
    return true;
}

// "0,08" where commas do not separate cells.
static struct str with_point(const struct table *table, struct str cell)
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
static bool read_column(const struct table *table, size_t column, bool may_be_negative,
                        const struct actors_dimension *dimension, int64_t **numbers,
                        uint32_t *digits, struct error *error)
{
    uint32_t count = dimension->line.count;
    struct fraction *values = ARENA_ARRAY(table->arena, struct fraction, count);
    *numbers = ARENA_ARRAY(table->arena, int64_t, count);
    *digits = 0;
    int64_t scale = 1;
    for (uint32_t i = 0; i < count; i++) {
        size_t row = table->header + 1 + dimension->actors[i];
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
    for (uint32_t i = 0; i < count; i++)
        if (!checked_multiply(values[i].over, scale / values[i].under, &(*numbers)[i]))
            return refuse(table, table->header + 1 + dimension->actors[i], error,
                          "has too many digits beside the others of its column",
                          cell_at(table, table->header + 1 + dimension->actors[i], column));
    return true;
}

// Those with a cell in each of the columns take part.
static void find_participants(struct table *table, const size_t *columns, uint32_t count,
                              struct actors_dimension *dimension)
{
    uint32_t *actors = ARENA_ARRAY(table->arena, uint32_t, count);
    uint32_t found = 0;
    for (uint32_t a = 0; a < count; a++) {
        bool is_whole = true;
        for (size_t c = 0; c < 3; c++)
            is_whole = is_whole && (columns[c] == NO_COLUMN ||
                                    cell_at(table, table->header + 1 + a, columns[c]).length > 0);
        if (is_whole)
            actors[found++] = a;
    }
    if (found < count)
        builder_print(&table->notes, "%u actor(s) with an empty cell left out of \"%.*s\"\n",
                      count - found, STR_ARGS(dimension->name));
    dimension->actors = actors;
    dimension->line.count = found;
}

static bool read_dimension(struct table *table, size_t position, uint32_t count,
                           struct actors_dimension *dimension, struct error *error)
{
    struct str name = table->headings[position].dimension;
    size_t columns[3] = {position, column_for(table, ROLE_INFLUENCE, name),
                         column_for(table, ROLE_SALIENCE, name)};
    if (columns[1] == NO_COLUMN)
        return refuse(table, table->header, error, "has no column of influence that goes with it",
                      header_of(table)->cells[position]);
    if (columns[2] == NO_COLUMN && table->has_salience)
        return refuse(table, table->header, error, "has no column of salience that goes with it",
                      header_of(table)->cells[position]);
    dimension->name = name.length > 0 ? name : STR("position");
    find_participants(table, columns, count, dimension);
    int64_t *numbers[3];
    if (!read_column(table, columns[0], true, dimension, &numbers[0],
                     &dimension->scale.position_digits, error) ||
        !read_column(table, columns[1], false, dimension, &numbers[1],
                     &dimension->scale.influence_digits, error) ||
        !read_column(table, columns[2], false, dimension, &numbers[2],
                     &dimension->scale.salience_digits, error))
        return false;
    dimension->line.position = numbers[0];
    dimension->line.influence = numbers[1];
    dimension->line.salience = numbers[2];
    return true;
}

static bool read_dimensions(struct table *table, uint32_t count, struct list *dimensions,
                            struct error *error)
{
    for (size_t c = 0; c < header_of(table)->count; c++) {
        if (table->headings[c].role != ROLE_POSITION)
            continue;
        if (dimensions->count == ACTORS_DIMENSIONS_MAX)
            return error_at(error, TOO_LARGE, place_of(table->source),
                            "more than %d columns of positions; split the table",
                            ACTORS_DIMENSIONS_MAX);
        if (!read_dimension(table, c, count, LIST_ADD(dimensions, struct actors_dimension), error))
            return false;
    }
    return true;
}

bool actors_csv_read(struct str source, struct str text, struct arena *arena, struct actors *actors,
                     struct error *error)
{
    struct table table = {.source = source, .arena = arena, .notes = builder_make(arena)};
    struct actors result = {0};
    if (!csv_read(source, text, arena, &table.csv, error) || !find_header(&table, error) ||
        !read_names(&table, &result, error))
        return false;
    struct list dimensions = LIST_MAKE(arena, struct actors_dimension);
    if (!read_dimensions(&table, result.count, &dimensions, error))
        return false;
    result.dimensions = LIST_ITEMS(&dimensions, struct actors_dimension);
    result.dimension_count = dimensions.count;
    result.notes = builder_str(&table.notes);
    *actors = result;
    return true;
}
