// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/scores_parts.h"

#include <inttypes.h>
#include <stdlib.h>

#define RANGE_MOST 100 // of scores that are not known, where no row says otherwise

static bool refuse_score(const struct scores_reader *reader, const struct csv_row *row,
                         size_t column, bool may_be_red, enum decimal_reading reading)
{
    struct str cell = scores_cell(row, column);
    struct str party = scores_cell(reader->heading, column);
    struct arena *arena = reader->arena;
    struct str what = arena_print(
        arena, "\"%.*s\" is no number such as 8, 8.5, 8,5 or 50%%, nor 5..7, nor \"?\"%s",
        STR_ARGS(cell),
        may_be_red ? ", nor a rank such as #1; \"red line\" may stand behind it" : "");
    if (cell.length == 0)
        what = STR("the cell is empty; a number was expected, or \"?\" where it is not known");
    else if (reading == DECIMAL_AMBIGUOUS)
        what = arena_print(arena,
                           "\"%.*s\" may be thousands or a number and a part: write it without "
                           "the mark, or with another count of digits behind it",
                           STR_ARGS(cell));
    else if (reading == DECIMAL_TOO_LARGE)
        what = arena_print(arena, "\"%.*s\" has more digits than are counted with", STR_ARGS(cell));
    return scores_refuse_cell(
        reader, row, column,
        arena_print(arena, "party \"%.*s\": %.*s", STR_ARGS(party), STR_ARGS(what)));
}

static bool read_score(const struct scores_reader *reader, const struct csv_row *row, size_t column,
                       bool may_be_red, struct score *score)
{
    enum decimal_reading reading = score_of_text(scores_cell(row, column), may_be_red, score);
    return reading == DECIMAL_READ || refuse_score(reader, row, column, may_be_red, reading);
}

// Where something is not known all worths are whole: times as many tens as the longest has places.
static void write_decimal(struct scores_reader *reader, struct grid_decimal decimal)
{
    struct builder digits = builder_make(reader->arena);
    uint32_t zeros = reader->has_unknown ? reader->places - decimal.scale : 0;
    builder_print(&digits, "%" PRId64, decimal.units);
    for (uint32_t z = 0; z < zeros && decimal.units != 0; z++)
        builder_add_byte(&digits, '0');
    if (!reader->has_unknown)
        builder_print(&digits, "e-%u", decimal.scale);
    json_digits(&reader->out, builder_str(&digits));
}

static void write_number(struct scores_reader *reader, const struct score *score)
{
    if (score->kind == SCORE_UNKNOWN || score->kind == SCORE_RANK) {
        json_null(&reader->out);
    } else if (score->kind == SCORE_INTERVAL) {
        json_begin_array(&reader->out);
        write_decimal(reader, score->least);
        write_decimal(reader, score->most);
        json_end_array(&reader->out);
    } else {
        write_decimal(reader, score->least);
    }
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

struct ranked_row {
    size_t row; // of the options
    size_t issue;
    uint32_t rank;
};

static int by_rank(const void *a, const void *b)
{
    const struct ranked_row *left = a;
    const struct ranked_row *right = b;
    if (left->issue != right->issue)
        return left->issue < right->issue ? -1 : 1;
    if (left->rank != right->rank)
        return left->rank < right->rank ? -1 : 1;
    return left->row < right->row ? -1 : left->row > right->row;
}

// The ranks of a party: of each issue its options, the best first, equal ones together.
static void write_rankings(struct scores_reader *reader, struct list *ranked)
{
    struct ranked_row *rows = LIST_ITEMS(ranked, struct ranked_row);
    struct json_writer *out = &reader->out;
    if (ranked->count == 0)
        return;
    qsort(rows, ranked->count, sizeof *rows, by_rank);
    json_name(out, "rankings");
    json_begin_array(out);
    for (size_t i = 0; i < ranked->count; i++) {
        bool is_first = i == 0 || rows[i - 1].issue != rows[i].issue;
        bool is_last = i + 1 == ranked->count || rows[i + 1].issue != rows[i].issue;
        if (is_first) {
            json_begin_array(out);
            json_int(out, (int64_t)rows[i].issue);
            json_begin_array(out);
        }
        if (is_first || rows[i - 1].rank != rows[i].rank)
            json_begin_array(out);
        json_str(out, LIST_AT(&reader->rows, struct option_row, rows[i].row)->option);
        if (is_last || rows[i + 1].rank != rows[i].rank)
            json_end_array(out);
        if (is_last) {
            json_end_array(out);
            json_end_array(out);
        }
    }
    json_end_array(out);
}

static void write_red_lines(struct scores_reader *reader, const struct list *red_lines)
{
    json_name(&reader->out, "red_lines");
    json_begin_array(&reader->out);
    for (size_t i = 0; i < red_lines->count; i++) {
        const struct option_row *row = LIST_AT(red_lines, struct option_row, i);
        json_begin_array(&reader->out);
        json_int(&reader->out, (int64_t)row->issue);
        json_str(&reader->out, row->option);
        json_end_array(&reader->out);
    }
    json_end_array(&reader->out);
}

// Where worths are told times tens, what nothing is said of is, too.
static void write_usual_range(struct scores_reader *reader)
{
    if (reader->places == 0)
        return;
    json_name(&reader->out, "range");
    json_begin_array(&reader->out);
    json_int(&reader->out, 0);
    write_decimal(reader, (struct grid_decimal){RANGE_MOST, 0});
    json_end_array(&reader->out);
}

// The reserve, and between what the scores lie that are not known.
static bool write_ends(struct scores_reader *reader, size_t column, bool is_uncertain)
{
    struct score score;
    if (reader->reserves) {
        if (!read_score(reader, reader->reserves, column, false, &score))
            return false;
        json_name(&reader->out, "reservation");
        write_number(reader, &score);
    }
    if (!is_uncertain)
        return true;
    if (!reader->range || scores_cell(reader->range, column).length == 0) {
        write_usual_range(reader);
        return true;
    }
    if (!read_score(reader, reader->range, column, false, &score))
        return false;
    if (score.kind != SCORE_INTERVAL)
        return scores_refuse_cell(reader, reader->range, column,
                                  STR("a range is two numbers such as 0..100"));
    json_name(&reader->out, "range");
    write_number(reader, &score);
    return true;
}

static bool write_scores(struct scores_reader *reader, size_t column, struct list *red_lines,
                         struct list *ranked, bool *is_uncertain)
{
    struct score score;
    json_name(&reader->out, "scores");
    json_begin_array(&reader->out);
    for (size_t r = 0; r < reader->rows.count; r++) {
        const struct option_row *row = LIST_AT(&reader->rows, struct option_row, r);
        if (r == 0 || row->issue != (row - 1)->issue)
            json_begin_array(&reader->out);
        if (!read_score(reader, row->row, column, true, &score))
            return false;
        write_number(reader, &score);
        if (score.is_red_line)
            *LIST_ADD(red_lines, struct option_row) = *row;
        if (score.kind == SCORE_RANK)
            *LIST_ADD(ranked, struct ranked_row) = (struct ranked_row){r, row->issue, score.rank};
        *is_uncertain = *is_uncertain || score.kind != SCORE_NUMBER;
        if (r + 1 == reader->rows.count || (row + 1)->issue != row->issue)
            json_end_array(&reader->out);
    }
    json_end_array(&reader->out);
    return true;
}

static bool write_party(struct scores_reader *reader, size_t column)
{
    struct list red_lines = LIST_MAKE(reader->arena, struct option_row);
    struct list ranked = LIST_MAKE(reader->arena, struct ranked_row);
    bool is_uncertain = false;
    json_begin_object(&reader->out);
    json_member_str(&reader->out, "name", scores_cell(reader->heading, column));
    if (!write_scores(reader, column, &red_lines, &ranked, &is_uncertain) ||
        !write_ends(reader, column, is_uncertain))
        return false;
    write_rankings(reader, &ranked);
    write_red_lines(reader, &red_lines);
    json_end_object(&reader->out);
    return true;
}

// "Seat: Aland" as [issue, option].
static bool write_choice(struct scores_reader *reader, const struct csv_row *row, size_t column)
{
    struct str cell = scores_cell(row, column);
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
    return scores_refuse_name(reader, row, column, "\"issue: option\"", &known);
}

// The choices of one rule; `least` of them are wanted.
static bool write_rule(struct scores_reader *reader, const struct csv_row *row, size_t least)
{
    size_t count = 0;
    json_begin_array(&reader->out);
    for (size_t c = 1; c < row->count; c++) {
        struct str cell = scores_cell(row, c);
        if (cell.length == 0 || scores_is_reason(cell))
            continue;
        count++;
        if (!write_choice(reader, row, c))
            return false;
    }
    json_end_array(&reader->out);
    return count >= least ||
           scores_refuse(reader, row,
                         arena_print(reader->arena, "\"%.*s\" wants %s of \"issue: option\"",
                                     STR_ARGS(scores_cell(row, 0)),
                                     least > 1 ? "two or more" : "one"));
}

static bool write_rules(struct scores_reader *reader, const char *word, const char *alone,
                        const char *member)
{
    json_name(&reader->out, member);
    json_begin_array(&reader->out);
    for (size_t r = 0; r < reader->csv.count; r++) {
        const struct csv_row *row = &reader->csv.rows[r];
        bool is_alone = alone && scores_is_word(scores_cell(row, 0), alone);
        if ((is_alone || scores_is_word(scores_cell(row, 0), word)) &&
            !write_rule(reader, row, is_alone ? 1 : 2))
            return false;
    }
    json_end_array(&reader->out);
    return true;
}

static void look_at_row(struct scores_reader *reader, const struct csv_row *row, bool is_option)
{
    for (size_t p = 0; row && p < reader->parties; p++) {
        struct score score;
        if (score_of_text(scores_cell(row, FIRST_PARTY + p), is_option, &score) != DECIMAL_READ)
            continue;
        bool is_range = row == reader->range;
        reader->has_unknown = reader->has_unknown || (score.kind != SCORE_NUMBER && !is_range);
        reader->places = score.least.scale > reader->places ? score.least.scale : reader->places;
        reader->places = score.most.scale > reader->places ? score.most.scale : reader->places;
    }
}

// Whether all is known, and how fine the numbers are.
static void look_at_cells(struct scores_reader *reader)
{
    for (size_t r = 0; r < reader->rows.count; r++)
        look_at_row(reader, LIST_AT(&reader->rows, struct option_row, r)->row, true);
    look_at_row(reader, reader->reserves, false);
    look_at_row(reader, reader->range, false);
    if (reader->has_unknown && reader->places > 0)
        *LIST_ADD(&reader->notes, struct str) = arena_print(
            reader->arena,
            "all worths are told times 1%.*s, so that they are whole numbers; a score of which "
            "nothing is said lies from 0 to 100 where no row \"range\" says otherwise",
            (int)(reader->places < 18 ? reader->places : 18), "000000000000000000");
}

bool scores_write_scenario(struct scores_reader *reader)
{
    look_at_cells(reader);
    json_begin_object(&reader->out);
    json_member_str(&reader->out, "format", STR("entente-bargain/1"));
    write_issues(reader);
    json_name(&reader->out, "parties");
    json_begin_array(&reader->out);
    for (size_t p = 0; p < reader->parties; p++)
        if (!write_party(reader, FIRST_PARTY + p))
            return false;
    json_end_array(&reader->out);
    if (!write_rules(reader, "not together", "never", "forbidden") ||
        !write_rules(reader, "only with", NULL, "implies") ||
        !write_rules(reader, "exactly one", NULL, "exactly_one") || !scores_write_sums(reader))
        return false;
    json_end_object(&reader->out);
    return true;
}
