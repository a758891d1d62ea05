// SPDX-License-Identifier: Apache-2.0
#include "proofreading/spans.h"

#include "prose/date.h"

struct day_said {
    bool is_known;
    int64_t day;
    struct range place;
};

// Words behind which a day begins or ends what is in force.
static bool says(const struct proof_text *text, size_t at, const char *const *phrases,
                 size_t *tokens)
{
    for (; *phrases; phrases++)
        if (proof_is_phrase(text, at, *phrases)) {
            *tokens = 1;
            for (const char *c = *phrases; *c; c++)
                *tokens += *c == ' ';
            return true;
        }
    return false;
}

// "Expiry Date" means, with or without quotation marks.
static bool says_expiry(const struct proof_text *text, size_t at, size_t *tokens)
{
    static const char *const dates[] = {"expiry date", "end date", "termination date",
                                        "expiration date", NULL};
    if (!says(text, at, dates, tokens))
        return false;
    *tokens += prose_token(&text->prose, at + *tokens)->kind == TOKEN_MARK;
    return prose_is_word(&text->prose, at + (*tokens)++, "means");
}

static bool read_day(const struct proof_text *text, size_t at, struct day_said *said)
{
    struct date date;
    size_t count = date_read(&text->prose, at, false, &date);
    bool is_whole = count > 0 && date.year > 0 && date.month > 0 && date.day > 0 &&
                    !date.is_impossible && !date.is_ambiguous && !date.is_vague;
    if (is_whole)
        *said = (struct day_said){true, date_first_day(&date), proof_range(text, at, at + count)};
    return is_whole;
}

static void check_order(const struct day_said *begin, const struct day_said *end,
                        enum proof_certainty certainty, struct list *findings)
{
    if (!begin->is_known || !end->is_known || end->day >= begin->day)
        return;
    struct proof_finding *finding = finding_add(findings, FINDING_TIMETABLE, certainty, end->place,
                                                "it would end before it begins");
    finding->other = begin->place;
}

void spans_check(const struct proof_text *text, struct list *findings)
{
    static const char *const begins[] = {"begins on",  "begin on",        "commences on",
                                         "starts on",  "takes effect on", "take effect on",
                                         "begin from", "effective from",  NULL};
    static const char *const forces[] = {"enter into force on",  "enters into force on",
                                         "come into force on",   "comes into force on",
                                         "enter into effect on", "enters into effect on",
                                         "come into effect on",  NULL};
    static const char *const ends[] = {"ends on",   "end on",        "expires on",
                                       "expire on", "terminates on", "terminate on",
                                       "until",     "lapses on",     NULL};
    static const char *const lasts[] = {"in force until", "in effect until", NULL};
    struct day_said force = {0};
    struct day_said last = {0};
    struct day_said begin = {0};
    for (size_t at = 0; at < text->prose.count; at++) {
        size_t tokens;
        struct day_said said;
        if (prose_token(&text->prose, at)->kind == TOKEN_BREAK)
            begin.is_known = false;
        if (!proof_has_sign(text, at, SIGN_SPAN))
            continue;
        bool is_last = says(text, at, lasts, &tokens) || says_expiry(text, at, &tokens);
        if (is_last && read_day(text, at + tokens, &said) && !last.is_known)
            last = said;
        if (says(text, at, forces, &tokens) && read_day(text, at + tokens, &said) &&
            !force.is_known)
            force = said;
        if (says(text, at, begins, &tokens) && read_day(text, at + tokens, &said))
            begin = said;
        else if (says(text, at, ends, &tokens) && read_day(text, at + tokens, &said))
            check_order(&begin, &said, PROOF_LIKELY, findings);
    }
    check_order(&force, &last, PROOF_LIKELY, findings);
}
