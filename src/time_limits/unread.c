// SPDX-License-Identifier: Apache-2.0
// What speaks of time and was read as no limit. It is listed, so that nobody takes silence for an answer.
#include "prose/number.h"
#include "time_limits/clauses.h"
#include "time_limits/limits_parts.h"

static bool is_one_of(const struct prose *prose, size_t at, const char *const *words)
{
    for (; *words; words++)
        if (prose_is_word(prose, at, *words))
            return true;
    return false;
}

// "18 years of age", "five years of imprisonment", "two years' experience": how old, how long
// somebody has done something.
static bool is_of_person(const struct prose *prose, size_t to)
{
    static const char *const words[] = {"age",          "aged",  "old", "experience",
                                        "imprisonment", "study", NULL};
    size_t at = to + (prose_is_word(prose, to, "of") ? 1 : 0);
    return is_one_of(prose, at, words);
}

// "three months' rent", "25 days of leave": how much of something.
static bool is_amount(const struct prose *prose, size_t to)
{
    static const char *const nouns[] = {"rent",   "salary", "pay",   "wages",    "fees",
                                        "income", "supply", "leave", "vacation", "holiday",
                                        "off",    "rest",   NULL};
    size_t at = to + (prose_is_word(prose, to, "of") ? 1 : 0);
    at += prose_is_word(prose, at, "annual") || prose_is_word(prose, at, "paid");
    return is_one_of(prose, at, nouns);
}

// "within that time", "after such period", "during the first phase": what points to a time.
static size_t read_pointer(const struct prose *prose, size_t at)
{
    static const char *const leads[] = {"within", "after", "before", "during", "until", "by", NULL};
    static const char *const points[] = {"that",  "this",   "such",  "said", "same",
                                         "first", "second", "third", "last", NULL};
    static const char *const times[] = {"time",  "period", "term",     "phase",
                                        "stage", "limit",  "deadline", NULL};
    static const char *const told[] = {"referred", "laid",   "set",        "specified", "provided",
                                       "fixed",    "agreed", "prescribed", NULL};
    if (!is_one_of(prose, at, leads))
        return 0;
    size_t next = at + 1 + (prose_is_word(prose, at + 1, "the") ? 1 : 0);
    bool is_pointed = is_one_of(prose, next, points);
    next += is_pointed;
    next += prose_is_word(prose, next, "time") && is_one_of(prose, next + 1, times);
    if (!is_one_of(prose, next, times))
        return 0;
    bool is_told = is_one_of(prose, next + 1, told) || prose_token(prose, next)->is_capital;
    return is_pointed || is_told ? next + 1 - at : 0;
}

// "a week" is a length of time behind a preposition, not in "three times a week".
static bool is_length_here(const struct prose *prose, size_t at)
{
    static const char *const before[] = {"within", "for",   "in",    "after",   "before",
                                         "during", "over",  "until", "than",    "least",
                                         "most",   "every", "up",    "another", NULL};
    static const char *const behind[] = {"later", "thereafter", "afterwards", "beforehand",
                                         "hence", "ahead",      "before",     "after",
                                         "ago",   "earlier",    NULL};
    bool is_article = prose_is_word(prose, at, "a") || prose_is_word(prose, at, "an");
    return !is_article || (at > 0 && is_one_of(prose, at - 1, before)) ||
           is_one_of(prose, at + 2, behind);
}

static size_t read_length(const struct prose *prose, size_t at)
{
    struct quantity quantity;
    return is_length_here(prose, at) ? quantity_read(prose, at, &quantity) : 0;
}

// "the 22nd day", "third month"; "Day 1", "week three".
static size_t read_numbered(const struct prose *prose, size_t at)
{
    int64_t number;
    struct quantity quantity;
    size_t count = ordinal_read(prose, at, &number);
    size_t unit = count > 0 ? quantity_read_unit(prose, at + count, &quantity) : 0;
    if (unit > 0)
        return count + unit;
    static const char *const counted[] = {"day", "week", "month", "year", "days", NULL};
    count = is_one_of(prose, at, counted) ? number_read(prose, at + 1, &number) : 0;
    if (count == 0 && is_one_of(prose, at, counted))
        count = ordinal_read(prose, at + 1, &number);
    return count > 0 && number > 0 && number < 1000 ? 1 + count : 0;
}

#define NEAR_UNIT 3 // words and marks between a number and its unit

// "ten uninterrupted days", "2¾ hours": a number near a unit of time, in whatever way it was meant.
// What stands between may not begin something else.
static size_t read_one_near_unit(const struct prose *prose, size_t at)
{
    if (prose_token(prose, at)->kind != TOKEN_NUMBER &&
        !prose_has_class(prose, at, CLASS_CARDINAL | CLASS_MULTIPLIER | CLASS_ORDINAL))
        return 0;
    for (size_t i = at + 1; i <= at + 1 + NEAR_UNIT && !prose_is_stop(prose, i); i++) {
        bool is_parted = prose_is_mark(prose, i, '-') && !prose_token(prose, i)->is_glued;
        if (is_parted || prose_is_mark(prose, i, 0x2013) || prose_is_mark(prose, i, 0x2014))
            return 0; // "ARTICLE 9 - HOURS OF WORK"
        if (prose_has_class(prose, i, CLASS_UNIT))
            return i + 1 - at;
        if (prose_is_mark(prose, i, ',') || prose_is_mark(prose, i, ';') ||
            prose_has_class(prose, i,
                            CLASS_PREPOSITION | CLASS_DETERMINER | CLASS_AUXILIARY | CLASS_FINITE |
                                CLASS_CONNECTIVE | CLASS_MODAL))
            return 0;
    }
    return 0;
}

// The same, and "two years and one day".
static size_t read_near_unit(const struct prose *prose, size_t at)
{
    size_t count = read_one_near_unit(prose, at);
    if (count == 0 || !prose_is_word(prose, at + count, "and"))
        return count;
    size_t lesser = read_one_near_unit(prose, at + count + 1);
    return count + (lesser > 0 ? 1 + lesser : 0);
}

// "on the next business day", "the following month", "the same day".
static size_t read_next(const struct prose *prose, size_t at)
{
    static const char *const leads[] = {"next", "following", "same", "coming", NULL};
    struct quantity quantity;
    size_t unit = is_one_of(prose, at, leads) ? quantity_read_unit(prose, at + 1, &quantity) : 0;
    return unit > 0 ? 1 + unit : 0;
}

// "17:00", "5 p.m.", "noon".
static size_t read_clock(const struct prose *prose, size_t at)
{
    const struct token *hour = prose_token(prose, at);
    if (prose_is_word(prose, at, "noon") || prose_is_word(prose, at, "midnight"))
        return 1;
    if (hour->kind != TOKEN_NUMBER || hour->value > 24)
        return 0;
    const struct token *minute = prose_token(prose, at + 2);
    bool is_of_colon = prose_is_mark(prose, at + 1, ':') && prose_token(prose, at + 1)->is_glued &&
                       minute->kind == TOKEN_NUMBER && minute->is_glued && minute->length == 2 &&
                       minute->value < 60;
    static const char *const halves[] = {"am", "pm", "a.m", "p.m", "a.m.", "p.m.", NULL};
    bool is_of_half = is_one_of(prose, at + 1, halves) ||
                      ((prose_is_word(prose, at + 1, "a") || prose_is_word(prose, at + 1, "p")) &&
                       prose_is_mark(prose, at + 2, '.') && prose_is_word(prose, at + 3, "m"));
    return is_of_colon ? 3 : is_of_half ? 2 : 0;
}

// "12.05.2031".
static size_t read_dotted(const struct prose *prose, size_t at)
{
    for (size_t i = at; i <= at + 4; i++) {
        const struct token *token = prose_token(prose, i);
        bool is_number = (i - at) % 2 == 0;
        if ((i > at && !token->is_glued) ||
            (is_number ? token->kind != TOKEN_NUMBER : !prose_is_mark(prose, i, '.')))
            return 0;
    }
    return prose_token(prose, at)->value <= 31 && prose_token(prose, at + 2)->value <= 31 &&
                   prose_token(prose, at + 4)->length == 4
               ? 5
               : 0;
}

// "before the winter", "on the eve of the vote", "halfway through the term".
static size_t read_season(const struct prose *prose, size_t at)
{
    static const char *const seasons[] = {"spring", "summer", "autumn", "winter", NULL};
    static const char *const leads[] = {"by",     "before", "after", "in",    "during",
                                        "during", "until",  "next",  "every", NULL};
    size_t lead = at > 0 && prose_is_word(prose, at - 1, "the") ? 2 : 1;
    bool is_led = at >= lead && is_one_of(prose, at - lead, leads);
    bool is_eve = prose_is_word(prose, at, "eve") && prose_is_word(prose, at + 1, "of");
    bool is_middle =
        prose_is_word(prose, at, "halfway") || prose_is_word(prose, at, "midway") ||
        (prose_is_word(prose, at, "midterm") && prose_token(prose, at + 1)->kind != TOKEN_WORD) ||
        (prose_is_word(prose, at, "half") && prose_is_word(prose, at + 1, "way"));
    return is_eve || is_middle || (is_led && is_one_of(prose, at, seasons)) ? 1 : 0;
}

// "the second anniversary".
static size_t read_anniversary(const struct prose *prose, size_t at)
{
    int64_t number;
    size_t count = ordinal_read(prose, at, &number);
    return count > 0 && prose_is_word(prose, at + count, "anniversary") ? count + 1 : 0;
}

// A heading, "Time limits", limits nothing.
static bool is_whole_line(const struct prose *prose, size_t at, size_t to)
{
    const struct token *next = prose_token(prose, to);
    return prose_token(prose, at)->begins_line && (next->kind == TOKEN_BREAK || next->begins_line);
}

// Words for the end of a time that is said elsewhere; "such deadline" only points to it.
static size_t read_deadline(const struct prose *prose, size_t at)
{
    static const char *const one[] = {"deadline", "deadlines", "overdue", NULL};
    static const char *const pairs[][2] = {{"due", "date"},
                                           {"time", "limit"},
                                           {"time", "limits"},
                                           {"expiry", "date"},
                                           {"past", "due"}};
    static const char *const pointers[] = {"that",  "this",  "such", "said", "the",
                                           "those", "these", "its",  NULL};
    size_t count = is_one_of(prose, at, one) ? 1 : 0;
    for (size_t i = 0; count == 0 && i < sizeof pairs / sizeof pairs[0]; i++)
        if (prose_is_word(prose, at, pairs[i][0]) && prose_is_word(prose, at + 1, pairs[i][1]))
            count = 2;
    bool is_pointer = at > 0 && is_one_of(prose, at - 1, pointers);
    bool is_quality = prose_is_word(prose, at, "overdue") && // "overdue amounts"
                      prose_token(prose, at + 1)->kind == TOKEN_WORD &&
                      !prose_has_class(prose, at + 1, CLASS_PREPOSITION | CLASS_CONNECTIVE);
    return is_quality || is_pointer || is_whole_line(prose, at, at + count) ? 0 : count;
}

// "this may", "this august body", "on the march": words that are months only with a capital letter.
static bool is_small_month(const struct prose *prose, size_t at, size_t to)
{
    for (size_t i = at; i < to; i++)
        if (prose_is_one_of(prose, i, "may march august") && !prose_token(prose, i)->is_capital)
            return true;
    return false;
}

static size_t read_date(const struct prose *prose, size_t at, struct date *date)
{
    size_t count = date_read(prose, at, false, date);
    bool says_day = date->month > 0 || date->weekday > 0 || date->is_end || date->has_time;
    bool is_month_alone = date->month > 0 && date->day == 0 && date->year == 0;
    return says_day && !(is_month_alone && is_small_month(prose, at, at + count)) ? count : 0;
}

// Whether anything of time can begin here: most words cannot.
static bool may_begin(const struct prose *prose, size_t at)
{
    return prose_token(prose, at)->kind == TOKEN_NUMBER ||
           prose_has_class(prose, at,
                           CLASS_CARDINAL | CLASS_MULTIPLIER | CLASS_ORDINAL | CLASS_UNIT |
                               CLASS_MONTH | CLASS_WEEKDAY | CLASS_DETERMINER | CLASS_TIME);
}

// "in the second place", "in the first subparagraph": an order of words, not of time.
static bool is_place_in_order(const struct prose *prose, size_t to)
{
    return prose_has_class(prose, to - 1, CLASS_ORDINAL) &&
           prose_is_one_of(
               prose, to,
               "place instance sentence subparagraph paragraph indent column row line annex "
               "article section category degree language schedule clause respect case");
}

// What a form of the wider table matches. Its guards hold here as for limits.
static size_t read_wide(const struct limits_reading *reading, const struct position *position,
                        size_t at, struct unread_span *span)
{
    for (size_t from = 0; reading->unread_patterns;) {
        struct limit_draft draft = {.from = at,
                                    .sentence_from = position->sentence_from,
                                    .sentence_to = position->sentence_to};
        size_t which;
        size_t count = patterns_match(reading->unread_patterns, &reading->prose, at, from, &which,
                                      &draft.captures);
        if (count == 0)
            return 0;
        draft.to = at + count;
        draft.form = &reading->unread_forms->forms[which];
        if (limits_pass(reading, position, &draft) &&
            !is_place_in_order(&reading->prose, at + count) &&
            !is_small_month(&reading->prose, at, at + count)) {
            const struct captures *captures = &draft.captures;
            span->has_event = captures->has_event;
            span->is_another = limits_is_history(&reading->prose, &draft);
            if (captures->has_date) { // "since 2027", "by early 2020"
                span->date = captures->date;
                span->is_another = limits_is_of_another(&reading->prose, at, at + count,
                                                        &span->date, position->sentence_from);
            }
            return count;
        }
        from = which + 1;
    }
    return 0;
}

// "24 hours a day, 7 days a week": how much in a time.
static bool is_rate(const struct prose *prose, size_t at, size_t to)
{
    bool is_bounded =
        at > 0 && prose_is_one_of(prose, at - 1, "least most than to exceeding over under");
    return !is_bounded && prose_is_one_of(prose, to, "a per each every") &&
           prose_has_class(prose, to + 1, CLASS_UNIT);
}

// What is of time by its own words, whatever stands before it.
static size_t read_narrow(const struct prose *prose, size_t at, size_t sentence_from,
                          struct unread_span *span)
{
    size_t count = read_date(prose, at, &span->date);
    if (count > 0)
        span->is_another = limits_is_of_another(prose, at, at + count, &span->date, sentence_from);
    else
        span->date = (struct date){0};
    if (count == 0) {
        count = read_length(prose, at);
        span->is_another = is_of_person(prose, at + count) || is_amount(prose, at + count) ||
                           is_rate(prose, at, at + count);
    }
    static size_t (*const others[])(const struct prose *, size_t) = {
        read_numbered, read_near_unit,   read_next,     read_clock,  read_dotted,
        read_season,   read_anniversary, read_deadline, read_pointer};
    for (size_t i = 0; count == 0 && i < sizeof others / sizeof others[0]; i++)
        count = others[i](prose, at);
    return count;
}

void limits_note_unread(struct limits_reading *reading, const struct position *position, size_t at)
{
    const struct prose *prose = &reading->prose;
    size_t known = reading->unread.count;
    if (known > 0 && at < LIST_AT(&reading->unread, struct unread_span, known - 1)->to)
        return; // inside of what was noted
    struct unread_span span = {.from = at};
    size_t count =
        may_begin(prose, at) ? read_narrow(prose, at, position->sentence_from, &span) : 0;
    if (count == 0)
        count = read_wide(reading, position, at, &span);
    span.to = at + count;
    if (count > 0)
        *LIST_ADD(&reading->unread, struct unread_span) = span;
}

static bool is_before_text(const struct limits_reading *reading, const struct date *date)
{
    const struct date *own = &reading->document_date;
    return date->year != 0 && date->month > 0 && !date->is_impossible && own->year != 0 &&
           date_last_day(date) <= date_first_day(own);
}

// What bears a date that is still to come is no document that there is, nor was it.
static bool is_after_text(const struct limits_reading *reading, const struct date *date)
{
    const struct date *own = &reading->document_date;
    return date->year != 0 && date->month > 0 && !date->is_impossible && own->year != 0 &&
           date_first_day(date) > date_last_day(own);
}

void limits_keep_unread(struct limits_reading *reading)
{
    size_t kept = 0;
    size_t d = 0;
    for (size_t i = 0; i < reading->unread.count; i++) {
        struct unread_span span = *LIST_AT(&reading->unread, struct unread_span, i);
        while (d < reading->drafts.count &&
               LIST_AT(&reading->drafts, struct limit_draft, d)->to <= span.from)
            d++;
        bool is_covered = d < reading->drafts.count &&
                          LIST_AT(&reading->drafts, struct limit_draft, d)->from < span.to;
        if (is_covered && span.has_event &&
            LIST_AT(&reading->drafts, struct limit_draft, d)->from > span.from + 1) {
            span.to = LIST_AT(&reading->drafts, struct limit_draft, d)->from;
            is_covered = false; // "when the list is agreed within ten days"
        }
        bool is_another = span.is_another && !is_after_text(reading, &span.date);
        if (!is_covered && !is_another && !is_before_text(reading, &span.date))
            *LIST_AT(&reading->unread, struct unread_span, kept++) = span;
    }
    list_cut(&reading->unread, kept);
}

void limits_list_unread(struct limits_reading *reading, struct limits_found *found)
{
    size_t count = reading->unread.count;
    struct limit_unread *items = ARENA_ARRAY(reading->arena, struct limit_unread, count);
    struct prose_cursor cursor = prose_cursor_make(reading->prose.text);
    struct clause_walk walk = {0};
    for (size_t i = 0; i < count; i++) {
        const struct unread_span *span = LIST_AT(&reading->unread, struct unread_span, i);
        prose_cursor_walk(&cursor, prose_token(&reading->prose, span->from)->at);
        items[i].line = cursor.line;
        items[i].column = cursor.column;
        items[i].phrase =
            prose_flat(prose_range(&reading->prose, span->from, span->to), reading->arena);
        items[i].clause = clauses_at(reading, &walk, span->from);
    }
    found->unread = items;
    found->unread_count = count;
}
