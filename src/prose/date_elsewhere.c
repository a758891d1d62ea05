// SPDX-License-Identifier: Apache-2.0
// "12 octobre 2031 à 18 heures", "1er juin", "12. Oktober 2031", "12 de octubre de 2031",
// "12 октября 2031 г.", "fin mai 2031", "1. Quartal 2031": all agree in the order day, month, year.
// The small words between come from the lexicon.
#include "prose/date_elsewhere.h"

#include "prose/date_parts.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/quantity.h"

static const struct lexicon *lexicon_of(const struct prose *prose)
{
    return vocabulary_lexicon(prose->vocabulary);
}

// "6 heures", "18 h 30", "18 Uhr", "18:00 Uhr"; "um 18 Uhr" without its "um".
static size_t read_clock(const struct prose *prose, size_t at, struct date *time)
{
    const struct token *hour = prose_token(prose, at);
    if (hour->kind != TOKEN_NUMBER || hour->is_ordinal || hour->value > 24)
        return 0;
    size_t count = 1;
    bool has_colon = prose_is_mark(prose, at + 1, ':') && prose_token(prose, at + 1)->is_glued;
    if (!has_colon && !prose_is_one_of(prose, at + 1, lexicon_of(prose)->clock))
        return 0;
    const struct token *minute = prose_token(prose, at + 2);
    bool has_minute = minute->kind == TOKEN_NUMBER && minute->length == 2 && minute->value < 60;
    if (has_colon && (!has_minute || !minute->is_glued))
        return 0;
    time->hour = (int32_t)hour->value;
    time->minute = has_minute ? (int32_t)minute->value : 0;
    time->has_time = true;
    count += has_minute ? 2 : 1;
    return count +
           (has_colon && prose_is_one_of(prose, at + count, lexicon_of(prose)->clock) ? 1 : 0);
}

// The day of a month: "12", "1er", "12.", "zwölften".
static size_t read_day(const struct prose *prose, size_t at, int32_t *day)
{
    int64_t number = 0;
    size_t count = ordinal_read(prose, at, &number);
    if (count == 0)
        count = number_read(prose, at, &number);
    if (count == 0 || number < 1 || number > 31)
        return 0;
    *day = (int32_t)number;
    return count + (prose_is_mark(prose, at + count, '.') ? 1 : 0);
}

// [de] YEAR [г.]; "2031 года".
static size_t read_year(const struct prose *prose, size_t at, struct date *date)
{
    size_t count = prose_is_one_of(prose, at, "de del") ? 1 : 0;
    count += prose_is_mark(prose, at, ',') ? 1 : 0;
    size_t year = date_part_year(prose, at + count, &date->year);
    if (year == 0)
        return 0;
    count += year;
    bool is_abbreviated = prose_is_one_of(prose, at + count, "г р");
    bool is_year_word = prose_facts(prose, at + count)->unit == UNIT_YEAR;
    count += is_abbreviated || is_year_word ? 1 : 0;
    bool has_stop = is_abbreviated && prose_is_mark(prose, at + count, '.');
    return count + (has_stop ? 1 : 0);
}

// MONTH [YEAR] behind a day, with "de", "du mois de" before it.
static size_t read_month_and_year(const struct prose *prose, size_t at, struct date *date)
{
    size_t count = prose_is_one_of(prose, at, "de du del") ? 1 : 0;
    if (count > 0 && prose_is_one_of(prose, at + 1, "mois mes"))
        count += prose_is_one_of(prose, at + 2, "de d") ? 2 : 1;
    size_t month = date_part_month(prose, at + count, date);
    if (month == 0)
        return 0;
    count += month;
    return count + read_year(prose, at + count, date);
}

// "du 11 au 13 septembre 2031": the first day has its month and year from the second.
static bool is_first_of_two(const struct prose *prose, size_t at, struct date *date)
{
    size_t joint = 0;
    bool is_joint = prose_is_one_of(prose, at, "au et bis und al a y по до и та і й");
    if (!is_joint && !quantity_is_range(prose, at, &joint))
        return false;
    joint = is_joint ? 1 : joint;
    joint += prose_is_one_of(prose, at + joint, "le el dem den zum") ? 1 : 0;
    struct date last = {0};
    int32_t day;
    size_t count = read_day(prose, at + joint, &day);
    if (count == 0 || read_month_and_year(prose, at + joint + count, &last) == 0)
        return false;
    date->month = last.month;
    date->year = last.year;
    return true;
}

static size_t read_day_and_month(const struct prose *prose, size_t at, struct date *date)
{
    int32_t day = 0;
    size_t count = read_day(prose, at, &day);
    if (count == 0)
        return 0;
    size_t month = read_month_and_year(prose, at + count, date);
    if (month == 0 && !is_first_of_two(prose, at + count, date))
        return 0;
    date->day = day;
    return count + month;
}

// "mars 2031", "im März 2031" without its "im": a month alone is a date only with its year.
static size_t read_month_of_year(const struct prose *prose, size_t at, struct date *date)
{
    size_t month = date_part_month(prose, at, date);
    size_t year = month > 0 ? read_year(prose, at + month, date) : 0;
    return year > 0 ? month + year : 0;
}

// "premier trimestre 2031", "1. Quartal 2031", "второй квартал 2031 года".
static size_t read_quarter(const struct prose *prose, size_t at, struct date *date)
{
    int64_t which = 0;
    size_t count = ordinal_read(prose, at, &which);
    bool is_quarter = prose_facts(prose, at + count)->unit == UNIT_QUARTER;
    if (count == 0 || !is_quarter || which < 1 || which > 4)
        return 0;
    size_t year = read_year(prose, at + count + 1, date);
    date->month = (int32_t)which * 3;
    date->span = 3;
    return year > 0 ? count + 1 + year : 0;
}

// "fin mai 2031", "Ende 2031", "конца 2031 года": the last day of what follows.
static size_t read_end(const struct prose *prose, size_t at, struct date *date)
{
    size_t count = prose_phrase(prose, at, lexicon_of(prose)->end_of);
    size_t inner = count > 0 ? read_month_of_year(prose, at + count, date) : 0;
    if (count > 0 && inner == 0)
        inner = read_quarter(prose, at + count, date);
    if (count > 0 && inner == 0) {
        *date = (struct date){0};
        inner = read_year(prose, at + count, date);
    }
    date->is_end = inner > 0;
    return inner > 0 ? count + inner : 0;
}

static size_t read_calendar_day(const struct prose *prose, size_t at, struct date *date)
{
    static size_t (*const readers[])(const struct prose *, size_t, struct date *) = {
        date_part_numeric, read_end, read_day_and_month, read_quarter, read_month_of_year};
    for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
        *date = (struct date){0};
        size_t count = readers[i](prose, at, date);
        if (count > 0)
            return count;
    }
    *date = (struct date){0};
    return 0;
}

// "à 18 heures", ", um 18 Uhr" behind a date.
static size_t read_clock_behind(const struct prose *prose, size_t at, struct date *time)
{
    size_t count = prose_is_mark(prose, at, ',') ? 1 : 0;
    while (prose_is_one_of(prose, at + count, lexicon_of(prose)->time_joints))
        count++;
    size_t clock = count > 0 ? read_clock(prose, at + count, time) : 0;
    return clock > 0 ? count + clock : 0;
}

size_t date_read_elsewhere(const struct prose *prose, size_t at, bool may_be_year,
                           struct date *date)
{
    struct date time = {0};
    size_t count = read_clock(prose, at, &time);
    count += count > 0 && prose_is_mark(prose, at + count, ',') ? 1 : 0;
    while (count > 0 && prose_is_one_of(prose, at + count, "le am el del den dem du vom"))
        count++;
    struct date weekday = {0};
    size_t name = date_part_weekday(prose, at + count, &weekday);
    size_t skipped =
        name > 0 && prose_is_one_of(prose, at + count + name, "le el dem den") ? name + 1 : name;
    size_t day = read_calendar_day(prose, at + count + skipped, date);
    if (day == 0 && may_be_year && count + name == 0)
        day = read_year(prose, at, date);
    date_part_check(date);
    date->weekday = weekday.weekday;
    if (day == 0)
        return name > 0 && count == 0 ? 1 : 0;
    size_t behind = time.has_time ? 0 : read_clock_behind(prose, at + count + skipped + day, &time);
    date->hour = time.hour;
    date->minute = time.minute;
    date->has_time = time.has_time;
    return count + skipped + day + behind;
}
