// SPDX-License-Identifier: Apache-2.0
#include "statements/report_date.h"

#define DATELINE_REACH 24 // tokens from the start of the text or a line in which its date may stand
#define FUTURE_DAYS 31    // a day without a year may lie so far ahead of the report

static bool is_full(const struct date *date)
{
    return date->year != 0 && date->month != 0 && date->day != 0 && !date->is_impossible;
}

static bool has_day(const struct date *date)
{
    return date->month != 0 && date->day != 0 && !date->is_impossible;
}

// The year that brings a day without one nearest to another date.
static struct date nearest_to(struct date date, const struct date *other)
{
    int64_t best = INT64_MAX;
    int32_t year = other->year;
    for (int32_t y = other->year - 1; y <= other->year + 1; y++) {
        date.year = y;
        int64_t distance = date_first_day(&date) - date_first_day(other);
        distance = distance < 0 ? -distance : distance;
        if (distance < best) {
            best = distance;
            year = y;
        }
    }
    date.year = year;
    return date;
}

static struct date first_full_date(const struct prose *prose)
{
    for (size_t i = 0; i < prose->count; i++) {
        struct date date;
        if (date_read(prose, i, false, &date) > 0 && is_full(&date))
            return date;
    }
    return (struct date){0};
}

static struct date read_alone(const struct news *news, struct str text)
{
    struct prose prose;
    struct error ignored;
    if (!prose_read(text, text, LINES_WRAP, news->prose.vocabulary, news->arena, &prose, &ignored))
        return (struct date){0};
    return first_full_date(&prose);
}

// "Last updated", "Published on", "Press release,": what a line with a date may begin with.
static bool is_near_line_start(const struct news *news, size_t at)
{
    static const char *const leads[] = {"updated", "on", "release", "published", "date", "posted"};
    size_t i = at;
    while (i > 0 && !prose_token(&news->prose, i)->begins_line && at - i < DATELINE_REACH) {
        const struct token *token = prose_token(&news->prose, i - 1);
        bool is_lead = token->kind != TOKEN_WORD || token->is_capital;
        for (size_t k = 0; k < sizeof leads / sizeof leads[0] && !is_lead; k++)
            is_lead = news_is_word(news, i - 1, leads[k]);
        if (!is_lead || prose_is_sentence_end(&news->prose, i - 1))
            return false;
        i--;
    }
    return prose_token(&news->prose, i)->begins_line;
}

// The date in the dateline, with a year or without.
static struct date dateline(const struct news *news)
{
    for (size_t i = 0; i < news->prose.count; i++) {
        struct date date;
        size_t count = date_read(&news->prose, i, false, &date);
        if (count == 0 || news_is_quoted(news, i) || !has_day(&date))
            continue;
        if (is_near_line_start(news, i))
            return date;
        i += count - 1;
    }
    return (struct date){0};
}

static struct date latest(const struct news *news)
{
    struct date latest = {0};
    for (size_t i = 0; i < news->prose.count; i++) {
        struct date date;
        size_t count = date_read(&news->prose, i, false, &date);
        if (count == 0 || !is_full(&date))
            continue;
        if (latest.year == 0 || date_first_day(&date) > date_first_day(&latest))
            latest = date;
        i += count - 1;
    }
    return latest;
}

struct date report_date_find(const struct news *news, const struct statements_source *source,
                             enum report_date_origin *origin)
{
    struct date line = dateline(news);
    struct date dates[] = {
        [REPORT_DATE_GIVEN] = source->date ? *source->date : (struct date){0},
        [REPORT_DATE_PAGE] = read_alone(news, news->source.date),
        [REPORT_DATE_DATELINE] = line,
        [REPORT_DATE_NAME] = read_alone(news, source->name),
        [REPORT_DATE_TEXT] = latest(news),
        [REPORT_DATE_FILE] = read_alone(news, source->made),
    };
    for (int i = REPORT_DATE_GIVEN; i < REPORT_DATE_UNKNOWN; i++) {
        *origin = (enum report_date_origin)i;
        if (is_full(&dates[i]))
            return dates[i];
        for (int k = i + 1; i == REPORT_DATE_DATELINE && has_day(&line) && k < REPORT_DATE_UNKNOWN;
             k++)
            if (is_full(&dates[k]))
                return nearest_to(line, &dates[k]);
    }
    *origin = REPORT_DATE_UNKNOWN;
    return (struct date){0};
}

static struct date days_before(const struct date *from, int64_t days)
{
    return date_of_day_number(date_first_day(from) - days);
}

static int64_t days_since_weekday(const struct date *own, const struct circumstances *c)
{
    // 1970-01-01 was a Thursday, the fourth day of the week.
    int64_t day = date_first_day(own);
    int64_t weekday = ((day + 3) % 7 + 7) % 7;
    int64_t back = (weekday - (c->date.weekday - 1) + 7) % 7;
    if (c->is_ahead)
        return back - 7;
    return back == 0 && c->is_last ? 7 : back;
}

struct date report_date_resolve(const struct date *own, const struct date *previous,
                                const struct circumstances *c)
{
    static const struct date none;
    bool is_known = is_full(own);
    if (c->date_text.length == 0 || c->anchor == ANCHOR_VAGUE)
        return none;
    if (c->anchor == ANCHOR_REPORT)
        return is_known ? days_before(own, c->days_back) : none;
    if (c->anchor == ANCHOR_PREVIOUS) {
        const struct date *from = is_full(previous) ? previous : own;
        return is_full(from) ? days_before(from, c->days_back) : none;
    }
    if (c->date.month == 0)
        return is_known && c->date.weekday != 0 ? days_before(own, days_since_weekday(own, c))
                                                : none;
    struct date date = c->date;
    if (date.year == 0 && is_known) {
        date.year = own->year;
        if (c->is_ahead)
            date.year += date_first_day(&date) < date_first_day(own) ? 1 : 0;
        else
            date.year -= date_first_day(&date) > date_first_day(own) + FUTURE_DAYS ? 1 : 0;
    }
    return date.year != 0 ? date : none;
}
