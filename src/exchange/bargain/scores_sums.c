// SPDX-License-Identifier: Apache-2.0
//
// sum exactly,100,Share A,Share B          the numbers in the words of their options
// sum at most,400,Vans: two = 90.5,Radios: all = 120    what is not named counts 0
#include "exchange/bargain/option_number.h"
#include "exchange/bargain/scores_parts.h"

#include <inttypes.h>

#define LIMIT 1u // column

static const struct {
    const char *words;
    const char *member;
} kinds[] = {{"sum exactly", "exactly"}, {"sum at least", "at_least"}, {"sum at most", "at_most"}};

#define KINDS (sizeof kinds / sizeof *kinds)

static size_t kind_of(struct str cell)
{
    size_t kind = 0;
    while (kind < KINDS && !scores_is_word(cell, kinds[kind].words))
        kind++;
    return kind;
}

bool scores_is_sum(struct str cell)
{
    return kind_of(cell) < KINDS;
}

// One row of a sum, as far as it was read.
struct sum_row {
    struct scores_reader *reader;
    const struct csv_row *row;
    bool has_percent;
    bool has_plain;
    size_t count;
    bool *is_given; // by option row
};

static void write_decimal(struct scores_reader *reader, struct grid_decimal decimal)
{
    json_digits(&reader->out,
                arena_print(reader->arena, "%" PRId64 "e-%u", decimal.units, decimal.scale));
}

static bool write_number(struct sum_row *sum, size_t column, size_t option_at,
                         struct grid_decimal number)
{
    const struct option_row *option = LIST_AT(&sum->reader->rows, struct option_row, option_at);
    struct json_writer *out = &sum->reader->out;
    if (sum->is_given[option_at])
        return scores_refuse_cell(sum->reader, sum->row, column,
                                  arena_print(sum->reader->arena,
                                              "option \"%.*s\" has a number in this sum already",
                                              STR_ARGS(option->option)));
    sum->is_given[option_at] = true;
    sum->count++;
    json_begin_array(out);
    json_int(out, (int64_t)option->issue);
    json_str(out, option->option);
    write_decimal(sum->reader, number);
    json_end_array(out);
    return true;
}

static bool write_worded(struct sum_row *sum, size_t column, size_t option_at)
{
    const struct option_row *option = LIST_AT(&sum->reader->rows, struct option_row, option_at);
    struct worded_number number;
    struct scores_reader *reader = sum->reader;
    enum decimal_reading reading = option_number_read(option->option, &number);
    if (reading != DECIMAL_READ)
        return scores_refuse_cell(
            reader, sum->row, column,
            arena_print(reader->arena,
                        "the words of option \"%.*s\" %s; write \"issue: option = number\" for "
                        "each option that counts",
                        STR_ARGS(option->option),
                        reading == DECIMAL_NONE ? "name no number"
                                                : "do not say for sure which number is meant"));
    sum->has_percent = sum->has_percent || number.is_percent;
    sum->has_plain = sum->has_plain || (!number.is_percent && number.decimal.units != 0);
    if (sum->has_percent && sum->has_plain)
        return scores_refuse_cell(reader, sum->row, column,
                                  STR("options with and without a per cent sign do not add up; "
                                      "write \"issue: option = number\" for each"));
    return write_number(sum, column, option_at, number.decimal);
}

// Where the last " = " of a cell begins; its length when there is none.
static size_t equals_in(struct str cell)
{
    size_t found = cell.length;
    for (size_t i = 0; i + 3 <= cell.length; i++)
        if (str_equal(str_slice(cell, i, i + 3), STR(" = ")))
            found = i;
    return found;
}

static struct str name_of(const struct scores_reader *reader, const struct option_row *option)
{
    struct str issue = *LIST_AT(&reader->issues, struct str, option->issue);
    return arena_print(reader->arena, "%.*s: %.*s", STR_ARGS(issue), STR_ARGS(option->option));
}

// All options of an issue that the cell names; false only where one of them is refused.
static bool write_issue(struct sum_row *sum, size_t column, struct str cell, bool *is_issue)
{
    struct scores_reader *reader = sum->reader;
    *is_issue = false;
    for (size_t r = 0; r < reader->rows.count; r++) {
        const struct option_row *option = LIST_AT(&reader->rows, struct option_row, r);
        if (!str_equal(*LIST_AT(&reader->issues, struct str, option->issue), cell))
            continue;
        *is_issue = true;
        if (!write_worded(sum, column, r))
            return false;
    }
    return true;
}

static bool write_option(struct sum_row *sum, size_t column, struct str cell)
{
    struct scores_reader *reader = sum->reader;
    struct list known = LIST_MAKE(reader->arena, struct str);
    size_t equals = equals_in(cell);
    struct str wanted = str_trim(str_slice(cell, 0, equals));
    for (size_t i = 0; i < reader->issues.count; i++)
        *LIST_ADD(&known, struct str) = *LIST_AT(&reader->issues, struct str, i);
    for (size_t r = 0; r < reader->rows.count; r++) {
        const struct option_row *option = LIST_AT(&reader->rows, struct option_row, r);
        struct str name = name_of(reader, option);
        struct grid_decimal number;
        *LIST_ADD(&known, struct str) = name;
        if (!str_equal(name, wanted))
            continue;
        if (equals == cell.length ||
            decimal_of_text(str_skip(cell, equals + 3), &number) != DECIMAL_READ)
            return scores_refuse_cell(reader, sum->row, column,
                                      arena_print(reader->arena,
                                                  "\"%.*s\" wants its number: \"%.*s = 40\"",
                                                  STR_ARGS(cell), STR_ARGS(name)));
        return write_number(sum, column, r, number);
    }
    return scores_refuse_name(reader, sum->row, column, "issue or \"issue: option = number\"",
                              &known);
}

static bool write_sum(struct scores_reader *reader, const struct csv_row *row)
{
    struct sum_row sum = {.reader = reader,
                          .row = row,
                          .is_given = ARENA_ARRAY(reader->arena, bool, reader->rows.count)};
    struct worded_number limit;
    struct str words = scores_cell(row, LIMIT);
    size_t kind = kind_of(scores_cell(row, 0));
    if (option_number_read(words, &limit) != DECIMAL_READ)
        return scores_refuse_cell(
            reader, row, LIMIT,
            arena_print(reader->arena,
                        "\"%.*s\" is no number; behind \"%s\" comes a number, then "
                        "the issues whose options add up to it",
                        STR_ARGS(words), kinds[kind].words));
    json_begin_object(&reader->out);
    json_name(&reader->out, "numbers");
    json_begin_array(&reader->out);
    for (size_t c = LIMIT + 1; c < row->count; c++) {
        struct str cell = scores_cell(row, c);
        bool is_issue;
        if (cell.length == 0 || scores_is_reason(cell))
            continue;
        if (!write_issue(&sum, c, cell, &is_issue) || (!is_issue && !write_option(&sum, c, cell)))
            return false;
    }
    json_end_array(&reader->out);
    json_name(&reader->out, kinds[kind].member);
    write_decimal(reader, limit.decimal);
    json_end_object(&reader->out);
    return sum.count > 0 || scores_refuse(reader, row, STR("names no issue that adds up"));
}

bool scores_write_sums(struct scores_reader *reader)
{
    json_name(&reader->out, "sums");
    json_begin_array(&reader->out);
    for (size_t r = 0; r < reader->csv.count; r++)
        if (scores_is_sum(scores_cell(&reader->csv.rows[r], 0)) &&
            !write_sum(reader, &reader->csv.rows[r]))
            return false;
    json_end_array(&reader->out);
    return true;
}
