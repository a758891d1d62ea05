// SPDX-License-Identifier: Apache-2.0
#include "prose/date.h"

#include "base/civil.h"
#include "prose/date_elsewhere.h"
#include "prose/date_parts.h"
#include "prose/number.h"

static int64_t day_number(int32_t year, int32_t month, int32_t day)
{
    return day_of_civil((struct civil){year, month, day});
}

struct date date_of_day_number(int64_t number)
{
    struct civil civil = civil_of_day(number);
    return (struct date){
        .year = (int32_t)civil.year, .month = (int32_t)civil.month, .day = (int32_t)civil.day};
}

int64_t date_first_day(const struct date *date)
{
    return day_number(date->year, date->month ? date->month : 1, date->day ? date->day : 1);
}

int64_t date_last_day(const struct date *date)
{
    int32_t month = date->month ? date->month : 12;
    int32_t day = date->day ? date->day : days_in_month(date->year, month);
    return day_number(date->year, month, day);
}

struct str date_iso(const struct date *date, struct arena *arena)
{
    if (date->is_impossible)
        return (struct str){NULL, 0};
    if (date->year == 0) {
        if (date->month == 0)
            return (struct str){NULL, 0};
        int32_t day = date->day ? date->day : days_in_month(0, date->month);
        return date->day == 0 && !date->is_end
                   ? arena_print(arena, "--%02d", date->month)
                   : arena_print(arena, "--%02d-%02d", date->month, day);
    }
    struct date shown = *date;
    if (date->span > 0 && !date->is_end)
        return arena_print(arena, "%04d-%02d-01/%04d-%02d-%02d", date->year,
                           date->month - date->span + 1, date->year, date->month,
                           days_in_month(date->year, date->month));
    if (date->is_end)
        shown = date_of_day_number(date_last_day(date));
    if (shown.day)
        return arena_print(arena, "%04d-%02d-%02d", shown.year, shown.month, shown.day);
    if (shown.month)
        return arena_print(arena, "%04d-%02d", shown.year, shown.month);
    return arena_print(arena, "%04d", shown.year);
}

static size_t skip_word(const struct prose *prose, size_t at, const char *word)
{
    return prose_is_word(prose, at, word) ? 1 : 0;
}

// [, | of | of the year | in the year [of our Lord]] YEAR
static size_t read_year_after(const struct prose *prose, size_t at, struct date *date)
{
    size_t joint = prose_is_mark(prose, at, ',') ? 1 : 0;
    joint += skip_word(prose, at + joint, "of") || skip_word(prose, at + joint, "in") ? 1 : 0;
    joint += skip_word(prose, at + joint, "the");
    joint += skip_word(prose, at + joint, "year");
    size_t count = date_part_year(prose, at + joint, &date->year);
    return count == 0 ? 0 : joint + count;
}

static size_t read_day(const struct prose *prose, size_t at, struct date *date)
{
    int64_t day = 0;
    size_t count = ordinal_read(prose, at, &day);
    if (count == 0 && prose_token(prose, at)->kind == TOKEN_NUMBER)
        count = number_read(prose, at, &day);
    if (count == 0 || day < 1 || day > 31)
        return 0;
    date->day = (int32_t)day;
    return count;
}

// "from 11 to 13 September 2031": the first day has its month and year from the second.
static bool read_first_of_two(const struct prose *prose, size_t at, struct date *date)
{
    static const char *const joints[] = {"to", "until", "through", "and"};
    bool is_joint = false;
    for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++)
        is_joint = is_joint || prose_is_word(prose, at, joints[i]);
    if (!is_joint)
        return false;
    struct date last = {0};
    size_t count = 1 + skip_word(prose, at + 1, "the");
    size_t day = read_day(prose, at + count, &last);
    count += day + skip_word(prose, at + count + day, "of");
    size_t month = day > 0 ? date_part_month(prose, at + count, &last) : 0;
    if (month == 0)
        return false;
    read_year_after(prose, at + count + month, &last);
    date->month = last.month;
    date->year = last.year;
    return true;
}

// "19-Nov-32", "5-May-2031": a year of two digits is one of this century.
static size_t read_hyphened(const struct prose *prose, size_t at, struct date *date)
{
    const struct token *day = prose_token(prose, at);
    const struct token *month = prose_token(prose, at + 1);
    const struct token *year = prose_token(prose, at + 2);
    if (day->kind != TOKEN_NUMBER || day->value < 1 || day->value > 31 || !month->has_hyphen ||
        !year->has_hyphen || year->kind != TOKEN_NUMBER ||
        date_part_month(prose, at + 1, date) != 1 ||
        (year->length != 2 && !(year->length == 4 && date_part_is_year(year->value))))
        return 0;
    date->day = (int32_t)day->value;
    date->year = (int32_t)(year->length == 2 ? 2000 + year->value : year->value);
    return 3;
}

// DAY [day] [of] MONTH [YEAR]
static size_t read_day_month(const struct prose *prose, size_t at, struct date *date)
{
    size_t count = skip_word(prose, at, "the") + skip_word(prose, at, "this");
    size_t day = read_day(prose, at + count, date);
    if (day == 0)
        return 0;
    count += day;
    count += skip_word(prose, at + count, "day");
    count += skip_word(prose, at + count, "of");
    count += skip_word(prose, at + count, "the") + skip_word(prose, at + count, "month");
    count += skip_word(prose, at + count, "of");
    size_t month = date_part_month(prose, at + count, date);
    if (month == 0)
        return read_first_of_two(prose, at + count, date) ? count : 0;
    count += month;
    return count + read_year_after(prose, at + count, date);
}

// "May" and "March" alone are months behind "each" or "in", and may be verbs elsewhere.
static bool is_also_verb(const struct prose *prose, size_t at)
{
    static const char *const leads[] = {"each",  "every", "in",     "by",    "until",
                                        "since", "after", "before", "during"};
    if (!prose_is_word(prose, at, "may") && !prose_is_word(prose, at, "march"))
        return false;
    for (size_t i = 0; at > 0 && i < sizeof leads / sizeof leads[0]; i++)
        if (prose_is_word(prose, at - 1, leads[i]))
            return false;
    return true;
}

// MONTH DAY[,] [YEAR] or MONTH YEAR
static size_t read_month_day(const struct prose *prose, size_t at, struct date *date)
{
    size_t count = date_part_month(prose, at, date);
    if (count == 0)
        return 0;
    size_t year = read_year_after(prose, at + count, date);
    if (year > 0)
        return count + year;
    count += skip_word(prose, at + count, "the");
    size_t day = read_day(prose, at + count, date);
    if (day == 0)
        return is_also_verb(prose, at) ? 0 : count;
    count += day;
    return count + read_year_after(prose, at + count, date);
}

static size_t read_calendar_day(const struct prose *prose, size_t at, struct date *date)
{
    size_t count = date_part_numeric(prose, at, date);
    if (count == 0)
        count = read_hyphened(prose, at, date);
    if (count == 0)
        count = read_day_month(prose, at, date);
    if (count == 0)
        count = read_month_day(prose, at, date);
    date_part_check(date);
    return count;
}

// "[the] spring of 2031", "summer 2031": the three months of the north. Winter lies in two years.
static size_t read_season(const struct prose *prose, size_t at, struct date *date)
{
    static const struct {
        const char *name;
        int32_t last_month;
    } seasons[] = {{"spring", 5}, {"summer", 8}, {"autumn", 11}, {"fall", 11}};
    size_t count = skip_word(prose, at, "the");
    for (size_t i = 0; i < sizeof seasons / sizeof seasons[0]; i++) {
        if (!prose_is_word(prose, at + count, seasons[i].name))
            continue;
        size_t year = read_year_after(prose, at + count + 1, date);
        date->month = seasons[i].last_month;
        date->span = 3;
        date->is_vague = true;
        return year == 0 ? 0 : count + 1 + year;
    }
    return 0;
}

// "[the] first quarter of 2020", "the last half of 2019": a month span given by its last month.
static size_t read_ordinal_part(const struct prose *prose, size_t at, struct date *date)
{
    size_t count = skip_word(prose, at, "the");
    int64_t which = 0;
    bool is_last =
        prose_is_word(prose, at + count, "last") || prose_is_word(prose, at + count, "final");
    size_t ordinal = is_last ? 1 : ordinal_read(prose, at + count, &which);
    count += ordinal;
    bool is_quarter = prose_is_word(prose, at + count, "quarter");
    if (ordinal == 0 || (!is_quarter && !prose_is_word(prose, at + count, "half")))
        return 0;
    size_t year = read_year_after(prose, at + count + 1, date);
    int64_t months = is_quarter ? 3 : 6;
    which = is_last ? 12 / months : which;
    if (year == 0 || which * months > 12)
        return 0;
    date->month = (int32_t)(which * months);
    date->span = (int32_t)months;
    return count + 1 + year;
}

static size_t read_part_of_year(const struct prose *prose, size_t at, struct date *date)
{
    size_t count = read_ordinal_part(prose, at, date);
    return count > 0 ? count : read_season(prose, at, date);
}

// "Q3 2031", "H1 of 2032", "3Q 2031"
static size_t read_lettered_part(const struct prose *prose, size_t at, struct date *date)
{
    const struct token *letter = prose_token(prose, at);
    const struct token *number = prose_token(prose, at + 1);
    bool is_quarter = prose_is_word(prose, at, "q");
    if (letter->kind != TOKEN_WORD || (!is_quarter && !prose_is_word(prose, at, "h")) ||
        !letter->is_capital || number->kind != TOKEN_NUMBER || !number->is_glued)
        return 0;
    uint32_t months = is_quarter ? 3 : 6;
    if (number->value < 1 || number->value * months > 12)
        return 0;
    size_t year = read_year_after(prose, at + 2, date);
    date->month = (int32_t)(number->value * months);
    date->span = (int32_t)months;
    return year == 0 ? 0 : 2 + year;
}

// "[the] last day of July [2031]", "the first day of May 2031"
static size_t read_edge_day(const struct prose *prose, size_t at, struct date *date)
{
    size_t count = skip_word(prose, at, "the");
    bool is_last = prose_is_word(prose, at + count, "last");
    if ((!is_last && !prose_is_word(prose, at + count, "first")) ||
        !prose_is_word(prose, at + count + 1, "day") || !prose_is_word(prose, at + count + 2, "of"))
        return 0;
    count += 3;
    size_t month = date_part_month(prose, at + count, date);
    if (month == 0)
        return 0;
    count += month;
    count += read_year_after(prose, at + count, date);
    date->is_end = is_last;
    date->day = is_last ? 0 : 1;
    return count;
}

// "the last Sunday of October 2032", "the first Monday in May 2031"
static size_t read_weekday_of_month(const struct prose *prose, size_t at, struct date *date)
{
    size_t count = skip_word(prose, at, "the");
    int64_t which = 0;
    bool is_last = prose_is_word(prose, at + count, "last");
    size_t ordinal = is_last ? 1 : ordinal_read(prose, at + count, &which);
    const struct word_facts *facts = prose_facts(prose, at + count + ordinal);
    size_t of = at + count + ordinal + 1;
    if (ordinal == 0 || which > 5 || !(facts->classes & CLASS_WEEKDAY) ||
        !(prose_is_word(prose, of, "of") || prose_is_word(prose, of, "in")))
        return 0;
    size_t month = date_part_month(prose, of + 1, date);
    size_t year = month > 0 ? read_year_after(prose, of + 1 + month, date) : 0;
    if (year == 0)
        return 0;
    date->day = 1;
    int64_t weekday = ((date_first_day(date) % 7 + 7) % 7 + 3) % 7; // day 0 was a Thursday
    int32_t first = 1 + (int32_t)((facts->weekday - 1 - weekday + 7) % 7);
    date->day = first + 7 * (is_last ? 4 : (int32_t)which - 1);
    int32_t days = days_in_month(date->year, date->month);
    while (is_last && date->day > days)
        date->day -= 7;
    date->is_impossible = date->day > days;
    return of + 1 + month + year - at;
}

// [the] (end | close) of PERIOD; early, mid, late PERIOD
static size_t read_edge(const struct prose *prose, size_t at, struct date *date)
{
    size_t count = skip_word(prose, at, "the");
    bool is_end =
        prose_is_word(prose, at + count, "end") || prose_is_word(prose, at + count, "close");
    bool is_middle = prose_is_word(prose, at + count, "middle") || prose_is_word(prose, at, "mid");
    if ((is_end || is_middle) && prose_is_word(prose, at + count + 1, "of")) {
        count += 2;
    } else if (prose_is_word(prose, at, "early") || prose_is_word(prose, at, "mid") ||
               prose_is_word(prose, at, "late")) {
        is_end = false;
        count = 1;
    } else {
        return 0;
    }
    struct date inner = {0};
    size_t more = read_month_day(prose, at + count, &inner);
    if (more == 0)
        more = read_lettered_part(prose, at + count, &inner);
    if (more == 0)
        more = read_ordinal_part(prose, at + count, &inner);
    if (more == 0) {
        size_t words = skip_word(prose, at + count, "the");
        words += prose_is_word(prose, at + count + words, "year") &&
                         prose_token(prose, at + count + words + 1)->kind == TOKEN_NUMBER
                     ? 1
                     : 0;
        more = date_part_year(prose, at + count + words, &inner.year);
        more += more > 0 ? words : 0;
    }
    if (more == 0 || inner.day > 0)
        return 0;
    if (is_middle && inner.month == 0)
        inner.month = 6;
    *date = inner;
    date->is_end = is_end;
    date->is_vague = !is_end;
    return count + more;
}

size_t date_read_time(const struct prose *prose, size_t at, struct date *date)
{
    const struct token *hour = prose_token(prose, at);
    size_t count = 0;
    if (prose_is_word(prose, at, "midnight") || prose_is_word(prose, at, "noon")) {
        date->hour = prose_is_word(prose, at, "noon") ? 12 : 0;
        count = 1;
    } else if (hour->kind == TOKEN_NUMBER && !hour->is_ordinal && hour->value <= 2400) {
        bool has_minute =
            (prose_is_mark(prose, at + 1, ':') || prose_is_mark(prose, at + 1, '.')) &&
            prose_token(prose, at + 2)->kind == TOKEN_NUMBER &&
            prose_token(prose, at + 2)->length == 2 && prose_token(prose, at + 2)->is_glued;
        date->hour = (int32_t)hour->value;
        if (has_minute)
            date->minute = (int32_t)prose_token(prose, at + 2)->value;
        else if (hour->length == 4) { // "1800 hours"
            date->minute = (int32_t)(hour->value % 100);
            date->hour = (int32_t)(hour->value / 100);
        }
        count = has_minute ? 3 : 1;
        static const char *const marks[] = {"am",  "a.m.", "pm",   "p.m.",    "hours",
                                            "hrs", "h",    "noon", "midnight"};
        bool has_mark = false;
        for (size_t i = 0; i < sizeof marks / sizeof marks[0] && !has_mark; i++)
            if (prose_is_word(prose, at + count, marks[i])) {
                has_mark = true;
                date->hour += (i == 2 || i == 3) && date->hour < 12 ? 12 : 0;
                count++;
            }
        if ((!has_minute && !has_mark) || date->hour > 24 || date->minute > 59)
            return 0;
    } else {
        return 0;
    }
    date->has_time = true;
    if (prose_is_mark(prose, at + count, '(')) { // the zone in brackets
        size_t end = at + count + 1;
        while (end < at + count + 8 && prose_token(prose, end)->kind == TOKEN_WORD)
            end++;
        if (prose_is_mark(prose, end, ')'))
            count = end + 1 - at;
    } else if (prose_is_word(prose, at + count, "local") &&
               prose_is_word(prose, at + count + 1, "time")) {
        count += 2;
    } else if (prose_is_word(prose, at + count, "gmt") || prose_is_word(prose, at + count, "utc")) {
        count++;
    }
    return count;
}

bool date_may_begin(const struct prose *prose, size_t at)
{
    static const char *const words[] = {
        "the",  "this",  "midnight", "noon", "end", "close",  "early",  "mid",    "middle", "late",
        "last", "first", "final",    "q",    "h",   "spring", "summer", "autumn", "fall"};
    const struct token *token = prose_token(prose, at);
    if (token->kind == TOKEN_NUMBER || !vocabulary_is_english(prose->vocabulary))
        return true;
    if ((token->classes &
         (CLASS_CARDINAL | CLASS_MULTIPLIER | CLASS_ORDINAL | CLASS_MONTH | CLASS_WEEKDAY)) != 0)
        return true;
    for (size_t i = 0; token->kind == TOKEN_WORD && i < sizeof words / sizeof words[0]; i++)
        if (prose_is_word(prose, at, words[i]))
            return true;
    return false;
}

size_t date_read(const struct prose *prose, size_t at, bool may_be_year, struct date *date)
{
    *date = (struct date){0};
    if (!vocabulary_is_english(prose->vocabulary))
        return date_read_elsewhere(prose, at, may_be_year, date);
    if (!date_may_begin(prose, at))
        return 0;
    size_t count = 0;
    struct date time = {0};
    size_t time_count = date_read_time(prose, at, &time);
    if (time_count > 0) {
        count = time_count;
        count += prose_is_mark(prose, at + count, ',') ? 1 : 0;
        count += skip_word(prose, at + count, "on");
    }
    size_t weekday = date_part_weekday(prose, at + count, date);
    size_t day = 0;
    struct date parts = {0};
    if (time_count == 0 && weekday == 0)
        day = read_edge(prose, at, &parts);
    if (day == 0 && time_count == 0 && weekday == 0) {
        parts = (struct date){0};
        day = read_lettered_part(prose, at, &parts);
    }
    if (day == 0 && time_count == 0 && weekday == 0) {
        parts = (struct date){0};
        day = read_edge_day(prose, at, &parts);
    }
    if (day == 0 && time_count == 0 && weekday == 0) {
        parts = (struct date){0};
        day = read_part_of_year(prose, at, &parts);
    }
    if (day == 0 && time_count == 0 && weekday == 0) {
        parts = (struct date){0};
        day = read_weekday_of_month(prose, at, &parts);
    }
    if (day == 0) {
        parts = (struct date){0};
        day = read_calendar_day(prose, at + count + weekday, &parts);
    }
    if (day == 0 && may_be_year && count + weekday == 0) {
        parts = (struct date){0};
        size_t joint =
            prose_is_word(prose, at, "the") && prose_is_word(prose, at + 1, "year") ? 2 : 0;
        day = date_part_year(prose, at + joint, &parts.year);
        day += day > 0 ? joint : 0;
    }
    if (day == 0) {
        if (weekday == 0)
            return 0;
        weekday = 1; // the comma after it is not part of the date
        parts = (struct date){0};
    }
    parts.weekday = date->weekday;
    parts.hour = time.hour;
    parts.minute = time.minute;
    parts.has_time = time_count > 0;
    *date = parts;
    return count + weekday + day;
}
