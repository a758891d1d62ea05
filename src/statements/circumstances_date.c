// SPDX-License-Identifier: Apache-2.0
// When: a date, a weekday, or words that count days from the report or from the date before.
#include "statements/circumstances.h"

#include "prose/number.h"

#define LEADS_MAX 3

static bool is_word(const struct news *news, size_t i, const char *word)
{
    return news_is_word(news, i, word);
}

// Words without a number: which day they mean.
static const struct {
    const char *words; // separated by blanks
    enum date_anchor anchor;
    int32_t days_back;
} phrases[] = {
    {"today", ANCHOR_REPORT, 0},
    {"tonight", ANCHOR_REPORT, 0},
    {"earlier today", ANCHOR_REPORT, 0},
    {"later today", ANCHOR_REPORT, 0},
    {"this morning", ANCHOR_REPORT, 0},
    {"this afternoon", ANCHOR_REPORT, 0},
    {"this evening", ANCHOR_REPORT, 0},
    {"last night", ANCHOR_REPORT, 1},
    {"yesterday", ANCHOR_REPORT, 1},
    {"a day earlier", ANCHOR_PREVIOUS, 1},
    {"one day earlier", ANCHOR_PREVIOUS, 1},
    {"a day before", ANCHOR_PREVIOUS, 1},
    {"the day before", ANCHOR_PREVIOUS, 1},
    {"on the eve", ANCHOR_PREVIOUS, 1},
    {"the previous day", ANCHOR_PREVIOUS, 1},
    {"the same day", ANCHOR_PREVIOUS, 0},
    {"that day", ANCHOR_PREVIOUS, 0},
    {"in the day", ANCHOR_PREVIOUS, 0},
    {"in the week", ANCHOR_VAGUE, 0},
    {"in the month", ANCHOR_VAGUE, 0},
    {"the following day", ANCHOR_PREVIOUS, -1},
    {"the next day", ANCHOR_PREVIOUS, -1},
    {"a day later", ANCHOR_PREVIOUS, -1},
    {"over the weekend", ANCHOR_VAGUE, 0},
    {"at the weekend", ANCHOR_VAGUE, 0},
    {"this weekend", ANCHOR_VAGUE, 0},
    {"last weekend", ANCHOR_VAGUE, 0},
    {"last week", ANCHOR_VAGUE, 0},
    {"last month", ANCHOR_VAGUE, 0},
    {"last year", ANCHOR_VAGUE, 0},
    {"this week", ANCHOR_VAGUE, 0},
    {"this month", ANCHOR_VAGUE, 0},
    {"this year", ANCHOR_VAGUE, 0},
    {"the previous week", ANCHOR_VAGUE, 0},
    {"in recent days", ANCHOR_VAGUE, 0},
    {"in recent weeks", ANCHOR_VAGUE, 0},
    {"recently", ANCHOR_VAGUE, 0},
};

static size_t match_words(const struct news *news, size_t from, const char *words)
{
    struct str rest = str_of(words);
    struct str word;
    size_t i = from;
    while (str_cut(&rest, ' ', &word)) {
        if (prose_token(&news->prose, i)->kind != TOKEN_WORD ||
            !str_equal_ignoring_case(prose_word(&news->prose, i), word))
            return from;
        i++;
    }
    return i;
}

static size_t read_phrase(const struct news *news, size_t from, struct circumstances *c)
{
    for (size_t k = 0; k < sizeof phrases / sizeof phrases[0]; k++) {
        size_t end = match_words(news, from, phrases[k].words);
        if (end > from) {
            c->anchor = phrases[k].anchor;
            c->days_back = phrases[k].days_back;
            return end;
        }
    }
    return from;
}

// "two days ago", "three weeks earlier", "minutes later".
static size_t read_distance(const struct news *news, size_t from, struct circumstances *c)
{
    int64_t number = 1;
    size_t count = number_read(&news->prose, from, &number);
    count += count == 0 && is_word(news, from, "a") ? 1 : 0;
    size_t unit = from + count;
    int32_t days = is_word(news, unit, "days") || is_word(news, unit, "day")     ? 1
                   : is_word(news, unit, "weeks") || is_word(news, unit, "week") ? 7
                                                                                 : 0;
    bool is_short = is_word(news, unit, "minutes") || is_word(news, unit, "hours") ||
                    is_word(news, unit, "moments") || is_word(news, unit, "months");
    bool is_ago = is_word(news, unit + 1, "ago");
    bool is_earlier = is_word(news, unit + 1, "earlier") || is_word(news, unit + 1, "before");
    bool is_later = is_word(news, unit + 1, "later");
    if ((days == 0 && !is_short) || (days > 0 && count == 0) || number < 0 || number > 1000 ||
        (!is_ago && !is_earlier && !is_later))
        return from;
    c->anchor = days == 0 ? ANCHOR_VAGUE : is_ago ? ANCHOR_REPORT : ANCHOR_PREVIOUS;
    c->days_back = (int32_t)number * days * (is_later ? -1 : 1); // at most 1000 weeks
    return unit + 2;
}

// "on Dec. 20", "Saturday", "in October": no bare year.
static size_t read_calendar(const struct news *news, size_t from, bool after_in,
                            struct circumstances *c)
{
    struct date date;
    size_t count = date_read(&news->prose, from, false, &date);
    if (count == 0 || (date.month == 0 && date.weekday == 0) || date.is_impossible)
        return from;
    if (date.month > 0 && date.day == 0 && !after_in)
        return from;
    c->date = date;
    return from + count;
}

size_t circumstances_read_date(const struct news *news, size_t from, size_t limit,
                               struct circumstances *c)
{
    static const char *const leads[] = {"late", "early", "earlier", "later", "last",
                                        "on",   "this",  "since",   "back"};
    static const char *const parts[] = {"morning", "afternoon", "evening", "night"};
    if (c->date_text.length > 0)
        return from;
    size_t i = from;
    bool is_lead = true;
    size_t end = read_phrase(news, i, c);
    if (end == i)
        end = read_distance(news, i, c);
    while (end == i && is_lead && i < from + LEADS_MAX) {
        is_lead = is_word(news, i, "in");
        bool is_in = is_lead;
        for (size_t k = 0; k < sizeof leads / sizeof leads[0] && !is_lead; k++)
            is_lead = is_word(news, i, leads[k]);
        c->is_last = c->is_last || is_word(news, i, "last");
        if (is_lead)
            i++;
        end = read_calendar(news, i, is_in, c);
        if (end == i && is_lead)
            end = read_phrase(news, i, c);
    }
    if (end == i || end > limit) {
        c->anchor = ANCHOR_NONE;
        c->date = (struct date){0};
        c->is_last = false;
        return from;
    }
    for (size_t k = 0; k < sizeof parts / sizeof parts[0]; k++)
        if (is_word(news, end, parts[k])) {
            end++;
            break;
        }
    c->date_text = prose_flat(prose_range(&news->prose, from, end), news->arena);
    return end;
}
