// SPDX-License-Identifier: Apache-2.0
// What a form asks for beyond its words: what no pattern can say.
#include "prose/lexicon.h"
#include "time_limits/limits_parts.h"

// A line of nothing but a place and the date: "Minsk, 12 February 2015".
static bool is_line_date(const struct prose *prose, size_t from, size_t to)
{
    size_t start = from;
    while (start > 0 && !prose_token(prose, start)->begins_line && start + 8 > from) {
        start--;
        if (!prose_token(prose, start)->is_capital && !prose_is_mark(prose, start, ','))
            return false;
    }
    bool ends = prose_token(prose, to)->kind == TOKEN_BREAK || prose_token(prose, to)->begins_line;
    return prose_token(prose, start)->begins_line && ends;
}

// Whether a line before this token is numbered as a clause.
static bool has_clause_before(const struct prose *prose, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (prose_token(prose, i)->begins_line &&
            (prose_token(prose, i)->kind == TOKEN_NUMBER || prose_is_mark(prose, i, '(') ||
             prose_is_word(prose, i, "article")))
            return true;
    return false;
}

// A date on a line of its own is the text's own when it stands above all clauses, or behind a place;
// what a clause announces ("as follows:") or lists is not.
bool limits_is_own_date(const struct prose *prose, size_t from)
{
    size_t start = from;
    while (start > 0 && !prose_token(prose, start)->begins_line)
        start--;
    size_t before = start;
    while (before > 0 && prose_token(prose, before - 1)->kind == TOKEN_BREAK)
        before--;
    static const char marks[] = {':', ';', ',', '|'};
    for (size_t i = 0; before > 0 && i < sizeof marks; i++)
        if (prose_is_mark(prose, before - 1, (uint32_t)marks[i]))
            return false;
    return start < from || !has_clause_before(prose, start);
}

// "the Protocol signed in Minsk on 5 September": a participle before the date with no auxiliary.
static bool names_a_document(const struct prose *prose, size_t at, size_t sentence_from)
{
    if (at > 0 && prose_has_class(prose, at - 1, CLASS_DOCUMENT) &&
        prose_token(prose, at - 1)->is_capital)
        return true;
    for (size_t i = at; i > sentence_from && at - i < 6; i--) {
        if (prose_has_class(prose, i - 1, CLASS_MODAL) || prose_is_mark(prose, i - 1, ','))
            return false;
        if (!prose_has_class(prose, i - 1, CLASS_PARTICIPLE))
            continue;
        if (i >= 2 && prose_has_class(prose, i - 2, CLASS_AUXILIARY))
            return false;
        // What was signed or made there must be a text, or have a name.
        for (size_t k = i - 1; k > sentence_from && i - k < 6; k--)
            if (prose_has_class(prose, k - 1, CLASS_DOCUMENT) ||
                (prose_token(prose, k - 1)->is_capital && k - 1 > sentence_from))
                return true;
        return false;
    }
    return false;
}

// "the 2001 plebiscite", "12 February 2015 Package": a noun follows, so the date is part of a name.
static bool is_part_of_name(const struct prose *prose, size_t to, const struct date *date)
{
    const struct token *next = prose_token(prose, to);
    if (next->kind != TOKEN_WORD || next->begins_line)
        return false;
    static const char *const others[] = {"and",  "or",   "onwards", "onward", "inclusive",
                                         "only", "both", "already", "alone",  "respectively"};
    bool is_function_word = prose_has_class(prose, to,
                                            CLASS_PREPOSITION | CLASS_DETERMINER | CLASS_AUXILIARY |
                                                CLASS_CONNECTIVE | CLASS_FINITE);
    for (size_t i = 0; !is_function_word && i < sizeof others / sizeof others[0]; i++)
        is_function_word = prose_is_word(prose, to, others[i]);
    return !is_function_word && ((date->month == 0 && !date->is_end) || next->is_capital);
}

// "the flood of 26 December 2024", "Regulation 2016/679 of 27 April 2016": the date says which. A week, a
// deadline or an end "of" a date is no other thing.
static bool is_of_document(const struct prose *prose, size_t from, size_t sentence_from)
{
    if (prose_is_word(prose, from - 1, "dated"))
        return !prose_token(prose, from - 1)->begins_line; // else it dates this text
    if (from < sentence_from + 2 || !prose_is_word(prose, from - 1, "of"))
        return false;
    static const char *const own[] = {
        "as",    "week",      "day",   "days",    "month",  "deadline", "date",    "end",
        "close", "beginning", "start", "middle",  "night",  "morning",  "evening", "effect",
        "limit", "instead",   "later", "earlier", "latest", "earliest", "sooner",  "last"};
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        if (prose_is_word(prose, from - 2, own[i]))
            return false;
    return true;
}

static bool is_adverb_here(const struct prose *prose, const struct limit_form *form, size_t from,
                           size_t to)
{
    static const char *const nouns[] = {"adjacent",  "preceding",   "following",    "below",
                                        "above",     "prior",       "neighbouring", "before",
                                        "available", "surrounding", "after"};
    if (form->relation != LIMIT_EVERY) {
        for (size_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++)
            if (prose_is_word(prose, to, nouns[i]))
                return false;
        return true;
    }
    if (from > 0 && prose_has_class(prose, from - 1, CLASS_DETERMINER | CLASS_PREPOSITION))
        return false;
    return prose_token(prose, to)->kind != TOKEN_WORD || prose_is_word(prose, to, "and") ||
           prose_is_word(prose, to, "or") ||
           prose_has_class(prose, to, CLASS_PREPOSITION | CLASS_CONNECTIVE);
}

// "after considering the report" tells of a mood, "after consulting the Members" of an act.
static bool begins_with_gerund(const struct prose *prose, size_t at)
{
    return prose_token(prose, at)->kind == TOKEN_WORD &&
           str_ends_with(prose_word(prose, at), STR("ing")) &&
           !(prose_is_word(prose, at, "having") && prose_is_word(prose, at + 1, "been")) &&
           prose_has_class(prose, at, CLASS_RECITAL);
}

// "twelve hours in any week", "six hours a day": how much in a time, not when.
static bool is_rate(const struct prose *prose, const struct limit_draft *draft)
{
    const struct captures *captures = &draft->captures;
    bool is_for_each =
        draft->form->relation == LIMIT_EVERY && draft->from > 0 &&
        prose_is_word(prose, draft->from - 1, "for") &&
        (prose_is_word(prose, draft->from, "every") || prose_is_word(prose, draft->from, "each"));
    if (is_for_each) // "one per cent for every day of delay"
        return true;
    bool is_short = captures->quantity.unit == UNIT_HOUR ||
                    captures->quantity.unit == UNIT_MINUTE || captures->quantity.unit == UNIT_DAY;
    if (draft->form->relation != LIMIT_DURATION || !captures->has_quantity || captures->has_event ||
        !is_short)
        return false;
    size_t at = draft->to;
    bool is_in = prose_is_word(prose, at, "in") || prose_is_word(prose, at, "per") ||
                 prose_is_word(prose, at, "during") || prose_is_word(prose, at, "within");
    at += is_in;
    bool is_each = prose_is_word(prose, at, "any") || prose_is_word(prose, at, "each") ||
                   prose_is_word(prose, at, "every") || prose_is_word(prose, at, "a");
    at += is_each;
    struct quantity unit;
    bool is_per = is_in && prose_is_word(prose, at - 1, "per");
    return (is_each || is_per) && quantity_read_unit(prose, at, &unit) > 0 &&
           unit.unit > captures->quantity.unit;
}

// "at least 18 years of age" limits nothing in time.
static bool is_age(const struct prose *prose, const struct limit_draft *draft)
{
    static const char *const words[] = {"age", "experience", "imprisonment", "old"};
    size_t at = draft->captures.has_event ? draft->captures.event_from : draft->to;
    at += prose_is_word(prose, at, "of") ? 1 : 0;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (prose_is_word(prose, at, words[i]))
            return true;
    return false;
}

// "at the time of conquest were considered": what the words before it tell has happened already.
static bool is_past(const struct prose *prose, size_t to)
{
    return prose_is_word(prose, to, "was") || prose_is_word(prose, to, "were") ||
           prose_is_word(prose, to, "had");
}

// "if it was in his hands by 1 October": what had to be by then.
static bool is_condition_before(const struct prose *prose, size_t at, size_t sentence_from)
{
    for (size_t i = at; i > sentence_from && prose_token(prose, i - 1)->kind == TOKEN_WORD; i--)
        if (prose_is_one_of(prose, i - 1, "if unless provided"))
            return true;
    return false;
}

// "as it stood on 1 May 2027", "who lived there on": a date by which something was, not shall be.
static bool is_told_of_past(const struct prose *prose, size_t from, size_t sentence_from)
{
    static const char *const verbs[] = {"was",     "were", "had",  "stood",   "existed", "lived",
                                        "entered", "came", "took", "applied", "held",    "since"};
    for (size_t i = from; i > sentence_from && from - i < 8; i--) {
        if (prose_has_class(prose, i - 1, CLASS_MODAL) ||
            prose_token(prose, i - 1)->kind == TOKEN_MARK)
            return false;
        for (size_t k = 0; k < sizeof verbs / sizeof verbs[0]; k++)
            if (prose_is_word(prose, i - 1, verbs[k]))
                return (i < 2 || !prose_has_class(prose, i - 2, CLASS_AUXILIARY)) &&
                       !is_condition_before(prose, i - 1, sentence_from);
    }
    return false;
}

static bool has_not_before(const struct prose *prose, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (prose_is_word(prose, i, "not") || prose_is_word(prose, i, "no") ||
            prose_is_word(prose, i, "neither") || prose_is_word(prose, i, "never"))
            return true;
    return false;
}

static bool is_right_after_from(const struct limits_reading *reading, size_t at)
{
    size_t count = reading->drafts.count;
    if (count == 0)
        return false;
    const struct limit_draft *last = LIST_AT(&reading->drafts, struct limit_draft, count - 1);
    bool is_from = prose_is_word(&reading->prose, last->from, "from");
    return last->to == at && (last->limit.relation == LIMIT_FROM_DATE || is_from);
}

// "builds upon experience", "agreed upon": the word belongs to the verb before it.
static bool is_of_verb(const struct prose *prose, size_t from)
{
    static const char *const verbs[] = {
        "build",     "builds",  "building", "built",   "based",   "base",    "rely",    "relies",
        "relied",    "call",    "calls",    "called",  "calling", "agree",   "agreed",  "depend",
        "depends",   "acted",   "act",      "draw",    "draws",   "drawing", "reflect", "incumbent",
        "conferred", "imposed", "decide",   "decided", "impact",  "effect"};
    bool is_upon = prose_is_word(prose, from, "upon");
    for (size_t i = 0; is_upon && from > 0 && i < sizeof verbs / sizeof verbs[0]; i++)
        if (prose_is_word(prose, from - 1, verbs[i]))
            return true;
    return false;
}

// "that period", "the same period": a period told of before.
static bool is_pointer(const struct prose *prose, size_t at)
{
    return prose_is_word(prose, at, "that") || prose_is_word(prose, at, "this") ||
           prose_is_word(prose, at, "such") || prose_is_word(prose, at, "those") ||
           prose_is_word(prose, at + 1, "same") || prose_is_word(prose, at + 1, "said");
}

static bool has_act_before(const struct prose *prose, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (prose_has_class(prose, i, CLASS_MODAL) ||
            (prose_is_word(prose, i, "to") && prose_is_word(prose, i + 1, "be")))
            return true;
    return false;
}

// "la loi du 26 décembre 2024", "das Gesetz vom …": a date of what the noun names.
static bool is_named_elsewhere(const struct prose *prose, size_t from, size_t sentence_from)
{
    const char *leads = vocabulary_lexicon(prose->vocabulary)->names_by_date;
    return leads && from > sentence_from + 1 && prose_is_one_of(prose, from - 1, leads) &&
           prose_token(prose, from - 2)->kind == TOKEN_WORD &&
           !prose_has_class(prose, from - 2,
                            CLASS_MODAL | CLASS_AUXILIARY | CLASS_PREPOSITION | CLASS_TIME);
}

bool limits_is_of_another(const struct prose *prose, size_t from, size_t to,
                          const struct date *date, size_t sentence_from)
{
    if (!vocabulary_is_english(prose->vocabulary) && date->month > 0 &&
        is_named_elsewhere(prose, from, sentence_from))
        return true;
    return names_a_document(prose, from, sentence_from) ||
           (from > sentence_from && is_of_document(prose, from, sentence_from)) ||
           (date->month > 0 && is_part_of_name(prose, to, date)) ||
           is_told_of_past(prose, from, sentence_from);
}

static bool is_plural(const struct prose *prose, size_t at)
{
    const struct token *token = prose_token(prose, at);
    struct str word = prose_word(prose, at);
    return token->kind == TOKEN_WORD && !token->is_capital && token->length > 3 &&
           str_ends_with(word, STR("s")) && !str_ends_with(word, STR("ss"));
}

// "on day 42", "on the 22nd day": not "every 3rd day", "one day 2 men came", "the second day of ...".
static bool is_day_of_plan(const struct prose *prose, const struct limit_draft *draft)
{
    const struct captures *captures = &draft->captures;
    bool is_late_year =
        captures->number > 1 && (captures->quantity.unit == UNIT_YEAR ||
                                 captures->quantity.unit == UNIT_MONTH); // not "in the first year"
    bool is_day = !captures->has_quantity || captures->quantity.unit == UNIT_DAY ||
                  captures->quantity.unit == UNIT_WEEK || is_late_year;
    size_t joint;
    bool is_pair = draft->to >= 2 && prose_is_word(prose, draft->to - 2, "days");
    bool is_within_first = captures->has_quantity && captures->number == 1 &&
                           captures->quantity.unit == UNIT_WEEK; // "daily in the first week"
    is_day =
        is_day && !is_within_first && (!is_pair || quantity_is_range(prose, draft->to, &joint));
    bool is_bare = prose_has_class(prose, draft->from, CLASS_UNIT) ||
                   prose_has_class(prose, draft->from, CLASS_DAY_KIND);
    bool is_counted = is_bare && draft->from > 0 &&
                      (prose_has_class(prose, draft->from - 1, CLASS_CARDINAL | CLASS_DETERMINER) ||
                       prose_token(prose, draft->from - 1)->kind == TOKEN_NUMBER);
    static const char *const owns[] = {"of", "in", "after", "following", "before", "prior", "from"};
    bool is_defined = draft->from > 0 && (prose_is_word(prose, draft->from - 1, "is") ||
                                          prose_is_word(prose, draft->from - 1, "means") ||
                                          prose_is_word(prose, draft->from - 1, "called") ||
                                          prose_is_word(prose, draft->from - 1, "be"));
    bool has_own = is_defined; // "which is Day 1"
    for (size_t i = 0; i < sizeof owns / sizeof owns[0]; i++)
        has_own = has_own || prose_is_word(prose, draft->to, owns[i]);
    bool is_cut = prose_token(prose, draft->to)->is_glued &&
                  prose_token(prose, draft->to)->kind != TOKEN_MARK;
    return is_day && !is_counted && !has_own && !is_cut && captures->number > 0 &&
           captures->number < 4000;
}

// "by the second quarter of 2031" is a date.
static bool is_ordinal_of_date(const struct prose *prose, const struct limit_draft *draft)
{
    const struct captures *captures = &draft->captures;
    struct date date;
    bool is_ordinal = draft->form->relation == LIMIT_NTH_DAY_LATEST ||
                      (captures->has_number && captures->has_quantity);
    return is_ordinal && captures->has_event &&
           date_read(prose, captures->event_from, true, &date) > 0;
}

// "payable when the lease is signed", "leaves when the last bus has crossed": a point in time. "When the pump
// is broken" is a case.
static bool is_completed(const struct prose *prose, const struct limit_draft *draft)
{
    static const char done[] =
        "signed issued delivered completed received published approved ratified registered "
        "accepted adopted released elected deposited lodged granted concluded opened handed "
        "returned appointed finished";
    bool is_perfect = false;
    bool is_done = false;
    for (size_t i = draft->captures.event_from; i < draft->captures.event_to; i++) {
        bool is_aux = prose_is_one_of(prose, i, "has have");
        is_perfect = is_perfect || (is_aux && !prose_is_one_of(prose, i + 1, "to no not"));
        is_done = is_done || prose_is_one_of(prose, i, done);
    }
    bool is_due = false;
    for (size_t i = draft->sentence_from; !is_due && i < draft->from; i++)
        is_due =
            prose_has_class(prose, i, CLASS_MODAL) || prose_is_one_of(prose, i, "due payable paid");
    bool is_parted = draft->from > draft->sentence_from &&
                     prose_token(prose, draft->from - 1)->kind != TOKEN_WORD;
    return !is_parted && (is_perfect || (is_done && is_due));
}

// What the form asks for beyond its words.
bool limits_pass(const struct limits_reading *reading, const struct position *position,
                 const struct limit_draft *draft)
{
    const struct prose *prose = &reading->prose;
    uint32_t flags = draft->form->flags;
    if ((flags & LIMIT_WANTS_CLOSING) && !position->is_closing &&
        !is_line_date(prose, draft->from, draft->to))
        return false;
    if ((flags & LIMIT_MAY_NAME) && !position->is_closing &&
        names_a_document(prose, draft->from, position->sentence_from))
        return false;
    if (draft->captures.has_date && !position->is_closing &&
        is_part_of_name(prose, draft->to, &draft->captures.date))
        return false;
    if (draft->captures.has_date && draft->captures.date.month == 0 &&
        draft->captures.date.year == 0 && !draft->captures.date.is_end)
        return false; // only a weekday
    if ((flags & LIMIT_IS_ADVERB) && !is_adverb_here(prose, draft->form, draft->from, draft->to))
        return false;
    if ((flags & LIMIT_NO_GERUND) && begins_with_gerund(prose, draft->captures.event_from))
        return false;
    if ((flags & LIMIT_NO_DETERMINER) && draft->from > 0 &&
        prose_has_class(prose, draft->from - 1, CLASS_DETERMINER))
        return false;
    if ((flags & LIMIT_YEAR_OF_TEXT) && prose_token(prose, draft->to)->kind == TOKEN_NUMBER)
        return false; // "the end of the year 2019" says which
    if ((flags & LIMIT_WANTS_NOT) && !has_not_before(prose, position->sentence_from, draft->from))
        return false;
    if ((flags & LIMIT_AFTER_FROM) && !is_right_after_from(reading, draft->from))
        return false;
    if (draft->captures.has_event && !draft->captures.has_quantity && is_past(prose, draft->to))
        return false;
    if (draft->form->relation == LIMIT_UPON && is_of_verb(prose, draft->from))
        return false;
    if ((flags & LIMIT_NO_POINTER) && is_pointer(prose, draft->captures.event_from))
        return false;
    if ((flags & LIMIT_WANTS_ACT) && !has_act_before(prose, position->sentence_from, draft->from))
        return false;
    if (draft->captures.has_date && !position->is_closing &&
        is_told_of_past(prose, draft->from, position->sentence_from))
        return false;
    if ((flags & LIMIT_IS_BARE) && draft->from > 0 &&
        prose_has_class(prose, draft->from - 1, CLASS_PREPOSITION))
        return false;
    if ((flags & LIMIT_NEEDS_PLURAL) && !is_plural(prose, draft->to - 1))
        return false;
    if ((flags & LIMIT_IS_PLANNED) && !is_day_of_plan(prose, draft))
        return false;
    if ((flags & LIMIT_IS_COMPLETED) && !is_completed(prose, draft))
        return false;
    if (is_ordinal_of_date(prose, draft))
        return false;
    return !is_age(prose, draft) && !is_rate(prose, draft);
}
