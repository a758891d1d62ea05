// SPDX-License-Identifier: Apache-2.0
#include "prose/date_parts.h"

#include "base/civil.h"
#include "prose/number.h"

#define FIRST_YEAR 1500
#define LAST_YEAR 2499

static size_t skip_word(const struct prose *prose, size_t at, const char *word)
{
    return prose_is_word(prose, at, word) ? 1 : 0;
}

bool date_part_is_year(int64_t number)
{
    return number >= FIRST_YEAR && number <= LAST_YEAR;
}

// "2015", "two thousand and eleven", "nineteen hundred and ninety-five", "nineteen ninety-five".
size_t date_part_year(const struct prose *prose, size_t at, int32_t *year)
{
    const struct token *token = prose_token(prose, at);
    if (token->kind == TOKEN_NUMBER) {
        if (token->is_ordinal || (token->length != 4 && token->length != 8) ||
            !date_part_is_year(token->value))
            return 0;
        *year = (int32_t)token->value; // below 2500
        return 1;
    }
    int64_t first;
    size_t count = number_read(prose, at, &first);
    int64_t hundreds;
    if (count == 1 && (first == 19 || first == 20)) {
        size_t rest = skip_word(prose, at + 1, "hundred");
        rest += skip_word(prose, at + 1 + rest, "and");
        size_t more = number_read(prose, at + 1 + rest, &hundreds);
        if (more > 0 && hundreds < 100) {
            first = first * 100 + hundreds;
            count += rest + more;
        }
    }
    if (count == 0 || !date_part_is_year(first))
        return 0;
    *year = (int32_t)first;
    return count;
}

// "Sept." has a full stop of its own.
size_t date_part_month(const struct prose *prose, size_t at, struct date *date)
{
    const struct word_facts *facts = prose_facts(prose, at);
    if (!(facts->classes & CLASS_MONTH) ||
        (!prose_token(prose, at)->is_capital && vocabulary_is_english(prose->vocabulary)))
        return 0;
    date->month = facts->month;
    bool has_stop = prose_token(prose, at)->length <= 4 && prose_is_mark(prose, at + 1, '.') &&
                    prose_token(prose, at + 1)->is_glued;
    return has_stop ? 2 : 1;
}

void date_part_check(struct date *date)
{
    if (date->day > 0 && date->month > 0 && date->day > days_in_month(date->year, date->month))
        date->is_impossible = true;
}

static bool is_separator(const struct prose *prose, size_t at)
{
    return prose_token(prose, at)->is_glued &&
           (prose_is_mark(prose, at, '.') || prose_is_mark(prose, at, '/'));
}

// Three numbers joined by - . or /; the year stands first or last.
size_t date_part_numeric(const struct prose *prose, size_t at, struct date *date)
{
    int64_t parts[3];
    size_t count = 0;
    for (size_t i = 0; i < 3; i++) {
        if (i > 0 && !prose_token(prose, at + count)->has_hyphen) {
            if (!is_separator(prose, at + count))
                return 0;
            count++;
        }
        const struct token *token = prose_token(prose, at + count);
        if (token->kind != TOKEN_NUMBER || token->is_ordinal || token->length > 4)
            return 0;
        parts[i] = token->value;
        count++;
    }
    bool year_first = date_part_is_year(parts[0]);
    if (!year_first && !date_part_is_year(parts[2]))
        return 0;
    int64_t day = year_first ? parts[2] : parts[0];
    int64_t month = parts[1];
    if (!year_first && month > 12 && day <= 12) { // month/day/year
        day = parts[1];
        month = parts[0];
    } else if (!year_first && day <= 12 && month <= 12 && day != month) {
        date->is_ambiguous = prose_is_mark(prose, at + 1, '/');
    }
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return 0;
    date->year = (int32_t)(year_first ? parts[0] : parts[2]); // below 2500
    date->month = (int32_t)month;
    date->day = (int32_t)day;
    return count;
}

size_t date_part_weekday(const struct prose *prose, size_t at, struct date *date)
{
    const struct word_facts *facts = prose_facts(prose, at);
    if (!(facts->classes & CLASS_WEEKDAY))
        return 0;
    date->weekday = facts->weekday;
    return prose_is_mark(prose, at + 1, ',') ? 2 : 1;
}
