// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/scores_cell.h"

#include "base/checked.h"

#define RANK_MOST 100000

// Cuts an ending with the blanks before it off the cell.
static bool cut_end(struct str *cell, struct str word)
{
    if (cell->length < word.length ||
        !str_equal_ignoring_case(str_skip(*cell, cell->length - word.length), word))
        return false;
    *cell = str_trim(str_slice(*cell, 0, cell->length - word.length));
    return true;
}

// The two ends of "5..7", "5 to 7" and "5–7"; false for any other cell.
static bool cut_ends(struct str cell, struct str *low, struct str *high)
{
    static const char *const marks[] = {"..", " to ", "–", "…"};
    for (size_t m = 0; m < sizeof marks / sizeof *marks; m++) {
        struct str mark = str_of(marks[m]);
        size_t at = str_find(cell, mark);
        if (at >= cell.length)
            continue;
        *low = str_trim(str_slice(cell, 0, at));
        *high = str_trim(str_skip(cell, at + mark.length));
        return true;
    }
    return false;
}

// Whether a <= b, for numbers of any scale.
static bool is_in_order(struct grid_decimal a, struct grid_decimal b)
{
    __extension__ __int128 left = a.units;
    __extension__ __int128 right = b.units;
    for (uint32_t s = a.scale; s < b.scale && s < 19; s++)
        left *= 10;
    for (uint32_t s = b.scale; s < a.scale && s < 19; s++)
        right *= 10;
    return left <= right;
}

static enum decimal_reading read_interval(struct str low, struct str high, struct score *score)
{
    struct grid_decimal least;
    struct grid_decimal most;
    enum decimal_reading reading = decimal_of_text(low, &least);
    if (reading == DECIMAL_READ)
        reading = decimal_of_text(high, &most);
    if (reading != DECIMAL_READ)
        return reading;
    if (!is_in_order(least, most))
        return DECIMAL_NONE;
    score->kind = SCORE_INTERVAL;
    score->least = least;
    score->most = most;
    return DECIMAL_READ;
}

static enum decimal_reading read_rank(struct str cell, struct score *score)
{
    int64_t rank;
    if (!checked_parse(str_trim(str_skip(cell, 1)), &rank) || rank < 1)
        return DECIMAL_NONE;
    if (rank > RANK_MOST)
        return DECIMAL_TOO_LARGE;
    score->kind = SCORE_RANK;
    score->rank = (uint32_t)rank;
    return DECIMAL_READ;
}

enum decimal_reading score_of_text(struct str cell, bool may_be_red, struct score *score)
{
    struct grid_decimal decimal;
    struct str low;
    struct str high;
    *score = (struct score){.kind = SCORE_NUMBER};
    score->is_red_line = may_be_red && cut_end(&cell, STR("red line"));
    if (cell.length == 0)
        return score->is_red_line ? DECIMAL_READ : DECIMAL_NONE;
    if (str_equal(cell, STR("?"))) {
        score->kind = SCORE_UNKNOWN;
        return DECIMAL_READ;
    }
    if (may_be_red && cell.bytes[0] == '#')
        return read_rank(cell, score);
    if (cut_ends(cell, &low, &high))
        return read_interval(low, high, score);
    enum decimal_reading reading = decimal_of_text(cell, &decimal);
    if (reading == DECIMAL_READ)
        score->least = score->most = decimal;
    return reading;
}
