// SPDX-License-Identifier: Apache-2.0
#include "counterparts/facts.h"

#include "counterparts/fact_number.h"
#include "prose/date.h"
#include "prose/quantity.h"

#define CONDITION_WORDS 12u // as many are told of a condition

static void add(struct list *facts, enum fact_kind kind, struct str said)
{
    *LIST_ADD(facts, struct fact) = (struct fact){.kind = kind, .said = said};
}

static bool is_before_year(const struct prose *prose, size_t at)
{
    static const char *const words[] = {"in",    "by",    "until", "before", "since",  "from",
                                        "after", "of",    "than",  "till",   "end",    "to",
                                        "year",  "early", "mid",   "late",   "during", NULL};
    for (size_t i = 0; words[i]; i++)
        if (at > 0 && prose_is_word(prose, at - 1, words[i]))
            return true;
    return false;
}

static size_t read_date(const struct prose *prose, size_t at, struct list *facts)
{
    struct date date;
    size_t taken = date_read(prose, at, is_before_year(prose, at), &date);
    if (taken == 0 || (date.year == 0 && (date.month == 0 || date.day == 0)))
        return 0;
    struct fact *fact = LIST_ADD(facts, struct fact);
    *fact = (struct fact){.kind = FACT_DATE, .said = prose_range(prose, at, at + taken)};
    fact->value = ((int64_t)date.year * 100 + date.month) * 100 + date.day;
    return taken;
}

static void measure_period(const struct quantity *quantity, struct fact *fact)
{
    static const int64_t minutes[] = {
        [UNIT_MINUTE] = 1, [UNIT_HOUR] = 60, [UNIT_DAY] = 1440, [UNIT_WEEK] = 10080};
    static const int64_t months[] = {[UNIT_MONTH] = 1, [UNIT_QUARTER] = 3, [UNIT_YEAR] = 12};
    switch (quantity->unit) {
    case UNIT_MINUTE:
    case UNIT_HOUR:
    case UNIT_DAY:
    case UNIT_WEEK:
        fact->measure = MEASURE_DAYS;
        fact->value = quantity->most * minutes[quantity->unit];
        break;
    case UNIT_MONTH:
    case UNIT_QUARTER:
    case UNIT_YEAR:
        fact->measure = MEASURE_MONTHS;
        fact->value = quantity->most * months[quantity->unit];
        break;
    case UNIT_NONE:
        break;
    }
    fact->unit = quantity->is_working ? STR("working") : STR("");
}

// "a year" behind a sum says how often, and no limit.
static bool is_rate(const struct prose *prose, size_t at)
{
    bool has_article = prose_is_word(prose, at, "a") || prose_is_word(prose, at, "an") ||
                       prose_is_word(prose, at, "each") || prose_is_word(prose, at, "every");
    return has_article && !(at > 0 && prose_has_class(prose, at - 1, CLASS_PREPOSITION));
}

static size_t read_period(const struct prose *prose, size_t at, struct list *facts)
{
    struct quantity quantity;
    size_t taken = quantity_read(prose, at, &quantity);
    if (taken == 0)
        return 0;
    if (!is_rate(prose, at)) {
        struct fact *fact = LIST_ADD(facts, struct fact);
        *fact = (struct fact){.kind = FACT_PERIOD, .said = prose_range(prose, at, at + taken)};
        measure_period(&quantity, fact);
    }
    return taken;
}

// A row of up to three words at `at` that is said.
struct saying {
    const char *words[3];
    enum fact_kind kind;
};
static const struct saying sayings[] = {
    {{"shall", "not"}, FACT_MUST_NOT},
    {{"must", "not"}, FACT_MUST_NOT},
    {{"may", "not"}, FACT_MUST_NOT},
    {{"will", "not"}, FACT_MUST_NOT},
    {{"cannot"}, FACT_MUST_NOT},
    {{"no", "party", "shall"}, FACT_MUST_NOT},
    {{"neither", "party", "shall"}, FACT_MUST_NOT},
    {{"prohibited"}, FACT_MUST_NOT},
    {{"forbidden"}, FACT_MUST_NOT},
    {{"banned"}, FACT_MUST_NOT},
    {{"not", "permitted"}, FACT_MUST_NOT},
    {{"shall", "endeavour"}, FACT_SHOULD},
    {{"may"}, FACT_MAY},
    {{"can"}, FACT_MAY},
    {{"could"}, FACT_MAY},
    {{"might"}, FACT_MAY},
    {{"free", "to"}, FACT_MAY},
    {{"permitted"}, FACT_MAY},
    {{"allowed"}, FACT_MAY},
    {{"entitled"}, FACT_MAY},
    {{"should"}, FACT_SHOULD},
    {{"endeavour"}, FACT_SHOULD},
    {{"endeavours"}, FACT_SHOULD},
    {{"aim"}, FACT_SHOULD},
    {{"aims"}, FACT_SHOULD},
    {{"seek"}, FACT_SHOULD},
    {{"seeks"}, FACT_SHOULD},
    {{"strive"}, FACT_SHOULD},
    {{"expected"}, FACT_SHOULD},
    {{"intend"}, FACT_SHOULD},
    {{"consider"}, FACT_SHOULD},
    {{"shall"}, FACT_MUST},
    {{"must"}, FACT_MUST},
    {{"undertakes"}, FACT_MUST},
    {{"undertake"}, FACT_MUST},
    {{"obliged"}, FACT_MUST},
    {{"required", "to"}, FACT_MUST},
    {{"commits"}, FACT_MUST},
    {{"commit"}, FACT_MUST},
    {{"if"}, FACT_CONDITION},
    {{"unless"}, FACT_CONDITION},
    {{"provided", "that"}, FACT_CONDITION},
    {{"provided", "it"}, FACT_CONDITION},
    {{"subject", "to"}, FACT_CONDITION},
    {{"except"}, FACT_CONDITION},
    {{"save", "for"}, FACT_CONDITION},
    {{"save", "that"}, FACT_CONDITION},
    {{"as", "long", "as"}, FACT_CONDITION},
    {{"so", "long", "as"}, FACT_CONDITION},
    {{"on", "condition"}, FACT_CONDITION},
    {{"only", "when"}, FACT_CONDITION},
    {{"only", "once"}, FACT_CONDITION},
    {{"only", "after"}, FACT_CONDITION},
    {{"without", "prejudice"}, FACT_CONDITION},
    {{"without", "exception"}, FACT_CONDITION},
    {{"in", "case"}, FACT_CONDITION},
    {{"in", "the", "event"}, FACT_CONDITION},
    {{"depends", "on"}, FACT_CONDITION},
    {{"conditional", "on"}, FACT_CONDITION},
    {{"once"}, FACT_CONDITION},
    {{NULL}, FACT_KIND_COUNT},
};

static size_t says(const struct prose *prose, size_t at, const struct saying *saying)
{
    size_t i = 0;
    for (; i < 3 && saying->words[i]; i++)
        if (!prose_is_word(prose, at + i, saying->words[i]))
            return 0;
    // "May" with a capital inside a sentence is the month.
    bool is_month = prose_token(prose, at)->is_capital && saying->kind == FACT_MAY && at > 0 &&
                    !prose_is_sentence_end(prose, at - 1);
    return is_month ? 0 : i;
}

static size_t clause_end(const struct prose *prose, size_t at)
{
    size_t end = at;
    while (end < prose->count && end - at < CONDITION_WORDS && !prose_is_stop(prose, end) &&
           !(end > at && prose_is_mark(prose, end, ',')))
        end++;
    return end;
}

// "Should the guarantor withdraw, …" is what "if" would say: no subject stands before it.
static bool begins_condition(const struct prose *prose, size_t at)
{
    return prose_is_word(prose, at, "should") &&
           (at == 0 || prose_is_stop(prose, at - 1) || prose_is_mark(prose, at - 1, ',') ||
            prose_is_word(prose, at - 1, "and") || prose_is_word(prose, at - 1, "or")) &&
           (prose_token(prose, at + 1)->is_capital ||
            prose_has_class(prose, at + 1, CLASS_DETERMINER));
}

static size_t read_saying(const struct prose *prose, size_t at, struct list *facts)
{
    if (begins_condition(prose, at)) {
        add(facts, FACT_CONDITION, prose_range(prose, at, clause_end(prose, at)));
        return 1;
    }
    for (const struct saying *saying = sayings; saying->words[0]; saying++) {
        size_t taken = says(prose, at, saying);
        if (taken == 0)
            continue;
        size_t end = saying->kind == FACT_CONDITION ? clause_end(prose, at) : at + taken;
        add(facts, saying->kind, prose_range(prose, at, end));
        return taken;
    }
    return 0;
}

static bool is_name_word(const struct prose *prose, size_t at)
{
    const struct token *token = prose_token(prose, at);
    return token->kind == TOKEN_WORD && token->is_capital && token->length > 1 &&
           !(token->classes & (CLASS_MONTH | CLASS_WEEKDAY | CLASS_DETERMINER | CLASS_PREPOSITION |
                               CLASS_CONNECTIVE | CLASS_AUXILIARY));
}

// Capitals at the start of a sentence say nothing; who stands only there is told by others
// (differences.h).
static size_t read_name(const struct prose *prose, size_t at, struct list *facts)
{
    if (!is_name_word(prose, at))
        return 0;
    size_t end = at + 1;
    while (is_name_word(prose, end))
        end++;
    if (end == at + 1 && fact_number_is_cited(prose, at) &&
        prose_token(prose, end)->kind == TOKEN_NUMBER)
        return 1; // "Article 5" names nobody
    bool begins = at == 0 || prose_is_sentence_end(prose, at - 1) || prose_is_stop(prose, at - 1);
    struct fact *fact = LIST_ADD(facts, struct fact);
    *fact = (struct fact){.kind = FACT_NAME, .said = prose_range(prose, at, end)};
    fact->value = begins; // 1: its capital may be that of a sentence
    return end - at;
}

void facts_find(const struct prose *prose, struct arena *arena, struct list *facts)
{
    for (size_t at = 0; at < prose->count;) {
        size_t taken = read_date(prose, at, facts);
        taken = taken > 0 ? taken : read_period(prose, at, facts);
        struct fact fact;
        if (taken == 0 && (taken = fact_number_read(prose, at, arena, &fact)) > 0)
            *LIST_ADD(facts, struct fact) = fact;
        taken = taken > 0 ? taken : read_saying(prose, at, facts);
        taken = taken > 0 ? taken : read_name(prose, at, facts);
        at += taken > 0 ? taken : 1;
    }
}
