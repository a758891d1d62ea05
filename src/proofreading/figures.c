// SPDX-License-Identifier: Apache-2.0
#include "proofreading/figures.h"

#include "prose/date.h"
#include "prose/number.h"

// Gives the tokens it takes, 0: none begins here.
static size_t check_number(const struct proof_text *text, size_t at, struct list *findings)
{
    const struct prose *prose = &text->prose;
    int64_t said;
    int64_t repeated;
    size_t count = number_read_twice(prose, at, &said, &repeated);
    // "Article 4 (2)" is no repetition: one of the two must be words.
    bool has_words = prose_token(prose, at)->kind == TOKEN_WORD ||
                     (count > 1 && prose_token(prose, at + count - 2)->kind == TOKEN_WORD);
    if (count == 0 || !has_words)
        return 0;
    if (said != repeated && said < NUMBER_MAX && repeated < NUMBER_MAX)
        finding_add(findings, FINDING_FIGURE, PROOF_SURE, proof_range(text, at, at + count),
                    "the words say %lld, the figure in brackets %lld", (long long)said,
                    (long long)repeated);
    return count;
}

static int32_t weekday_of(const struct date *date)
{
    int64_t day = (date_first_day(date) + 3) % 7; // 1970-01-01 was a Thursday
    return (int32_t)(day < 0 ? day + 7 : day) + 1;
}

static const char *weekday_name(int32_t weekday)
{
    static const char *const names[] = {"",         "Monday", "Tuesday",  "Wednesday",
                                        "Thursday", "Friday", "Saturday", "Sunday"};
    return names[weekday];
}

static size_t check_date(const struct proof_text *text, size_t at, struct list *findings)
{
    struct date date;
    size_t count = date_read(&text->prose, at, false, &date);
    if (count == 0)
        return 0;
    struct range place = proof_range(text, at, at + count);
    bool is_whole = date.year > 0 && date.month > 0 && date.day > 0;
    if (date.is_impossible)
        finding_add(findings, FINDING_FIGURE, PROOF_SURE, place,
                    "there is no such day in the calendar");
    else if (is_whole && date.weekday > 0 && !date.is_ambiguous &&
             date.weekday != weekday_of(&date))
        finding_add(findings, FINDING_FIGURE, PROOF_SURE, place, "that day is a %s, not a %s",
                    weekday_name(weekday_of(&date)), weekday_name(date.weekday));
    return count;
}

void figures_check(const struct proof_text *text, struct list *findings)
{
    for (size_t at = 0; at < text->prose.count;) {
        bool may_be = proof_has_sign(text, at, SIGN_FIGURE);
        size_t count = may_be ? check_number(text, at, findings) : 0;
        if (may_be && count == 0)
            count = check_date(text, at, findings);
        at += count > 0 ? count : 1;
    }
}
