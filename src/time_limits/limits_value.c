// SPDX-License-Identifier: Apache-2.0
#include "prose/number.h"
#include "time_limits/limits_parts.h"

static struct limit_draft *draft_at(const struct limits_reading *reading, size_t i)
{
    return LIST_AT(&reading->drafts, struct limit_draft, i);
}

// How often in the unit: "twice a year".
static int64_t times_in(const struct prose *prose, const struct limit_draft *draft)
{
    static const struct {
        const char *word;
        int64_t times;
    } counts[] = {{"twice", 2}, {"thrice", 3}, {"two", 2}, {"three", 3}, {"four", 4}};
    for (size_t i = draft->from; i < draft->to; i++)
        for (size_t k = 0; k < sizeof counts / sizeof counts[0]; k++)
            if ((k < 2 || prose_is_word(prose, i + 1, "times")) &&
                prose_is_word(prose, i, counts[k].word))
                return counts[k].times;
    return draft->captures.has_number && draft->captures.number > 0 ? draft->captures.number : 1;
}

// "twice a year" is every six months; what does not divide evenly stays as it is, with a note.
static void divide(struct limits_reading *reading, struct limit_draft *draft,
                   struct quantity *quantity)
{
    int64_t times = times_in(&reading->prose, draft);
    if (times <= 1)
        return;
    int64_t months = quantity->most * (quantity->unit == UNIT_YEAR ? 12 : 1);
    bool in_months = quantity->unit == UNIT_YEAR || quantity->unit == UNIT_MONTH;
    if (in_months && months % times == 0) {
        quantity->unit = UNIT_MONTH;
        quantity->least = months / times;
        quantity->most = quantity->least;
        return;
    }
    if (quantity->unit == UNIT_DAY && !quantity->is_working && quantity->most * 24 % times == 0) {
        quantity->unit = UNIT_HOUR; // "twice a day"
        quantity->least = quantity->most * 24 / times;
        quantity->most = quantity->least;
        return;
    }
    draft->limit.note = arena_print(reading->arena, "%lld times in each %s", (long long)times,
                                    quantity_unit_name(quantity->unit, quantity->is_working));
}

// The unit decides which of the ordinals it is: the 27th month, the second year.
static enum limit_relation ordinal_relation(enum limit_relation relation, enum unit unit)
{
    if (relation == LIMIT_NTH_DAY && unit == UNIT_MONTH)
        return LIMIT_NTH_MONTH;
    if (relation == LIMIT_NTH_DAY && unit == UNIT_YEAR)
        return LIMIT_NTH_YEAR;
    if (relation == LIMIT_NTH_YEAR && unit == UNIT_MONTH)
        return LIMIT_NTH_MONTH;
    return relation;
}

static enum unit unit_of_code(const struct prose *prose, size_t code)
{
    static const struct {
        const char *code;
        enum unit unit;
    } units[] = {{"h", UNIT_HOUR}, {"m", UNIT_MONTH}, {"w", UNIT_WEEK}, {"y", UNIT_YEAR}};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (prose_is_word(prose, code, units[i].code))
            return units[i].unit;
    return UNIT_DAY;
}

// The quantity that the bounds are made of.
static struct quantity quantity_of(struct limits_reading *reading, struct limit_draft *draft)
{
    const struct limit_form *form = draft->form;
    struct quantity quantity = draft->captures.quantity;
    if (!draft->captures.has_quantity) {
        int64_t count = form->count > 0 ? form->count : 1;
        quantity = (struct quantity){count, count, form->unit, false, false};
        if (form->flags & LIMIT_IS_EVENT)
            quantity.unit = unit_of_code(&reading->prose, draft->captures.code);
    } else if (form->count > 0 && form->unit == UNIT_NONE) { // "every second year"
        quantity.least *= form->count;
        quantity.most *= form->count;
    }
    bool is_times = (form->flags & LIMIT_PER_UNIT) != 0;
    if (draft->captures.has_number && !is_times && !(form->flags & LIMIT_IS_COUNT)) {
        quantity.least *= draft->captures.number; // numbers are at most 10^9, units at most 10
        quantity.most *= draft->captures.number;
    }
    if (is_times)
        divide(reading, draft, &quantity);
    return quantity;
}

// What leaves one side of a length open, in the languages that are read.
static const char most_words[] = "at most|at the most|up to|no more than|not more than|no longer "
                                 "than|not longer than|not exceeding|"
                                 "maximum|höchstens|längstens|maximal|bis zu|au plus|au "
                                 "maximum|maximale|jusqu à|hasta|máximo|máxima|"
                                 "no más de|не более|не больше|не дольше|не свыше|до|максимум|не "
                                 "більше|не більш|не довше|щонайбільше|"
                                 "أقصاها|أقصاه|لا تتجاوز|لا يتجاوز|لا تزيد|لا يزيد";
static const char least_words[] =
    "at least|at the least|no less than|not less than|no fewer than|minimum|mindestens|minimal|au "
    "moins|"
    "au minimum|minimale|al menos|por lo menos|mínimo|mínima|no menos de|не менее|не меньше|по "
    "меньшей мере|"
    "минимум|не менше|не менш|щонайменше|принаймні|لا تقل|لا يقل|على الأقل";

// "For at most ten days", whatever the form says: where one side is said to be open, it is.
static enum limit_bounds bounds_of_length(const struct prose *prose,
                                          const struct limit_draft *draft)
{
    size_t to = draft->captures.has_event && draft->captures.event_from > draft->from
                    ? draft->captures.event_from
                    : draft->to;
    for (size_t i = draft->from; i < to; i++) {
        if (prose_phrase(prose, i, most_words) > 0)
            return BOUNDS_WITHIN;
        if (prose_phrase(prose, i, least_words) > 0)
            return BOUNDS_FROM;
    }
    return BOUNDS_EXACT;
}

#define NEGATION_REACH 6 // tokens between "ne peut en aucun cas être" and its comparison

// "Nicht länger als", "ne peut être inférieure à": where the clause says no before a comparison, the draft
// takes that in, and is of the other side. (English comparisons are read by their parts.)
static bool take_negation(const struct prose *prose, struct limit_draft *draft)
{
    const struct limit_form *form = draft->form;
    bool is_comparison = (form->flags & LIMIT_IS_STRICT) != 0 &&
                         (form->bounds == BOUNDS_WITHIN || form->bounds == BOUNDS_FROM);
    if (!is_comparison || vocabulary_is_english(prose->vocabulary))
        return false;
    for (size_t i = draft->from; i > draft->sentence_from && draft->from - i < NEGATION_REACH;
         i--) {
        if (prose_token(prose, i - 1)->kind != TOKEN_WORD ||
            prose_is_one_of(prose, i - 1, "und oder et ou y o u и или і та або"))
            return false;
        if (prose_is_one_of(
                prose, i - 1,
                "nicht nie keinesfalls kein keine keiner keinem keinen ne n pas non jamais "
                "aucun aucune no nunca jamás ningún ninguna не ни ні ніколи никогда")) {
            // "n'est pas", "ne … pas": the first of both
            bool is_second = prose_is_one_of(prose, i - 1, "pas jamais aucun aucune");
            for (size_t k = i - 1; is_second && k > draft->sentence_from && i - k < 4; k--)
                if (prose_is_one_of(prose, k - 1, "ne n"))
                    i = k;
            draft->from = i - 1;
            return true;
        }
    }
    return false;
}

// "Not less than 10" leaves the other side free, "nor more than 60 days" takes that away.
static enum limit_bounds bounds_of(const struct prose *prose, const struct limit_draft *draft,
                                   const struct quantity *quantity)
{
    const struct limit_form *form = draft->form;
    if (draft->is_negated)
        return form->bounds == BOUNDS_WITHIN            ? BOUNDS_FROM
               : form->relation == LIMIT_AT_LEAST_AFTER ? BOUNDS_UP_TO
                                                        : BOUNDS_WITHIN;
    if (form->relation == LIMIT_DURATION && form->bounds == BOUNDS_EXACT &&
        quantity->least == quantity->most)
        return bounds_of_length(prose, draft);
    if (quantity->has_both_ends && form->bounds == BOUNDS_FROM)
        return BOUNDS_EXACT;
    if (quantity->has_both_ends &&
        (form->bounds == BOUNDS_BACK_UP_TO || form->bounds == BOUNDS_BACK_FROM))
        return BOUNDS_BACK_EXACT;
    return form->bounds;
}

static void value_of_quantity(struct limits_reading *reading, struct limit_draft *draft)
{
    struct limit *limit = &draft->limit;
    struct quantity quantity = quantity_of(reading, draft);
    limit->unit = quantity.unit;
    limit->is_working = quantity.is_working;
    enum limit_bounds bounds = bounds_of(&reading->prose, draft, &quantity);
    bool is_range = quantity.least < quantity.most || quantity.has_other_end;
    limits_apply_bounds(limit, bounds, quantity.least, quantity.most);
    if (number_differs(&reading->prose, draft->from, draft->to)) {
        limit->note = STR("the number in words is another than the one in figures");
        limit->assumed = STR("says two numbers: the one in words is taken");
    }
    if (quantity.has_half_month) {
        limit->note = STR("half a month is counted as 15 days");
        limit->assumed = STR("says half a month: it is counted as 15 days");
    }
    if (quantity.most >= NUMBER_MAX)
        limit->note = STR("the number is too large to be meant");
    if (limits_is_ordinal(limit->relation)) {
        limit->relation = ordinal_relation(limit->relation, quantity.unit);
        limit->value = arena_print(reading->arena, "%s %lld",
                                   quantity_unit_name(quantity.unit, quantity.is_working),
                                   (long long)quantity.most);
    } else if (is_range) {
        limits_range_value(reading, &quantity, bounds, limit);
    } else {
        limit->value = quantity_iso(quantity.most, quantity.unit, reading->arena);
    }
}

static bool has_number(enum limit_bounds bounds)
{
    return bounds >= BOUNDS_WITHIN;
}

// "at the latest" behind a point makes it an upper bound.
static void make_latest(struct limits_reading *reading, struct limit_draft *draft)
{
    static const struct {
        enum limit_relation point;
        enum limit_relation bound;
    } latest[] = {
        {LIMIT_NTH_DAY, LIMIT_NTH_DAY_LATEST},
        {LIMIT_EXACTLY_AFTER, LIMIT_NO_LATER_THAN_AFTER},
        {LIMIT_EXACTLY_BEFORE, LIMIT_NO_LATER_THAN_BEFORE},
        {LIMIT_BETWEEN_AFTER, LIMIT_NO_LATER_THAN_AFTER},
        {LIMIT_BETWEEN_BEFORE, LIMIT_NO_LATER_THAN_BEFORE},
        {LIMIT_ON_DATE, LIMIT_BY_DATE},
        {LIMIT_IN_DATE, LIMIT_BY_DATE},
        {LIMIT_UPON, LIMIT_BY},
        {LIMIT_AT, LIMIT_BY},
    };
    const struct prose *prose = &reading->prose;
    size_t at = draft->to + (prose_is_mark(prose, draft->to, ',') ? 1 : 0);
    if (!prose_is_word(prose, at, "at") || !prose_is_word(prose, at + 1, "the") ||
        !prose_is_word(prose, at + 2, "latest"))
        return;
    draft->to = at + 3;
    for (size_t i = 0; i < sizeof latest / sizeof latest[0]; i++)
        if (draft->limit.relation == latest[i].point) {
            draft->limit.relation = latest[i].bound;
            draft->limit.has_min = false;
            draft->limit.min = 0;
            return;
        }
}

// The words behind "or" that open a length towards one side.
static bool opens_down(const struct prose *prose, size_t at)
{
    return prose_is_word(prose, at, "less") || prose_is_word(prose, at, "fewer") ||
           prose_is_word(prose, at, "shorter") || prose_is_word(prose, at, "under");
}

static bool opens_up(const struct prose *prose, size_t at)
{
    return prose_is_word(prose, at, "more") || prose_is_word(prose, at, "longer") ||
           prose_is_word(prose, at, "over");
}

// "60 or more days before" is at least so long before, "60 or fewer" at most.
static void open_side(struct limit *limit, bool is_up)
{
    bool is_back = limit->relation == LIMIT_EXACTLY_BEFORE;
    if (is_up != is_back) {
        limit->has_max = !is_up;
        limit->max = is_up ? 0 : limit->max;
        limit->min = is_up ? limit->min : 0;
    } else {
        limit->has_min = !is_up;
        limit->min = is_up ? 0 : limit->min;
        limit->max = is_up ? limit->max : 0;
    }
    if (is_back)
        limit->relation = is_up ? LIMIT_AT_LEAST_BEFORE : LIMIT_WITHIN_BEFORE;
    else if (limit->relation == LIMIT_EXACTLY_AFTER)
        limit->relation = is_up ? LIMIT_AT_LEAST_AFTER : LIMIT_WITHIN_AFTER;
}

// "one year or less", "30 days or more": open towards one side.
static void make_open_sided(const struct prose *prose, struct limit_draft *draft)
{
    struct limit *limit = &draft->limit;
    bool is_exact = limit->has_min && limit->has_max && limit->min == limit->max && limit->max != 0;
    if (!draft->captures.has_quantity || !is_exact)
        return;
    size_t at = draft->from;
    while (at + 1 < draft->to && !(prose_is_word(prose, at, "or") &&
                                   (opens_down(prose, at + 1) || opens_up(prose, at + 1))))
        at++;
    bool is_inside = at + 1 < draft->to;
    at = is_inside ? at : draft->to;
    if (!prose_is_word(prose, at, "or") || !(opens_down(prose, at + 1) || opens_up(prose, at + 1)))
        return;
    open_side(limit, opens_up(prose, at + 1));
    draft->to = is_inside ? draft->to : at + 2;
}

#define TIME_TOKENS 8

// "not later than 11:00 a.m. five Business Days before": a time of day stands between.
static void make_latest_by_hour(struct limits_reading *reading, struct limit_draft *draft)
{
    const struct prose *prose = &reading->prose;
    bool is_back = draft->limit.relation == LIMIT_EXACTLY_BEFORE;
    if (!is_back && draft->limit.relation != LIMIT_EXACTLY_AFTER)
        return;
    for (size_t at = draft->from; at > draft->sentence_from + 3 && draft->from - at < TIME_TOKENS;
         at--) {
        struct date time = {0};
        size_t count = date_read_time(prose, at - 1, &time);
        size_t end = at - 1 + count;
        bool is_latest =
            prose_is_word(prose, at - 2, "than") && prose_is_word(prose, at - 3, "later");
        bool is_by = prose_is_word(prose, at - 2, "by");
        if (count == 0 || end > draft->from || draft->from - end > 1 || (!is_latest && !is_by))
            continue;
        draft->limit.relation = is_back ? LIMIT_NO_LATER_THAN_BEFORE : LIMIT_NO_LATER_THAN_AFTER;
        draft->limit.has_min = false;
        draft->limit.min = 0;
        draft->from = is_latest ? at - 4 : at - 2;
        return;
    }
}

// Whether what the words before say is not to be done: "shall not …", "no Party shall …".
static bool is_denied(const struct prose *prose, const struct limit_draft *draft)
{
    size_t modal = draft->from;
    // "contracts concluded before": what was done then, not what shall not be.
    if (draft->from >= draft->sentence_from + 2 &&
        prose_has_class(prose, draft->from - 1, CLASS_PARTICIPLE) &&
        !prose_has_class(prose, draft->from - 2, CLASS_AUXILIARY))
        return false;
    while (modal > draft->sentence_from && !prose_has_class(prose, modal, CLASS_MODAL))
        modal--;
    if (!prose_has_class(prose, modal, CLASS_MODAL) || modal >= draft->from)
        return false;
    bool is_never = prose_is_one_of(prose, modal + 1, "in under at") &&
                    prose_is_word(prose, modal + 2, "no"); // "may under no circumstances be"
    if (is_never || prose_is_one_of(prose, modal + 1, "not never"))
        return true;
    size_t subject = modal;
    while (subject > draft->sentence_from && prose_token(prose, subject - 1)->kind == TOKEN_WORD)
        subject--;
    return prose_is_word(prose, subject, "no") || prose_is_word(prose, subject, "neither") ||
           prose_is_word(prose, subject, "none");
}

// What shall not be done more than so long after, or after so long has passed, is done by then.
static void turn_if_too_late(const struct prose *prose, struct limit_draft *draft)
{
    struct limit *limit = &draft->limit;
    bool is_late = prose_is_one_of(prose, draft->from, "after more longer later");
    if (limit->relation != LIMIT_AT_LEAST_AFTER || !is_late || limit->unit == UNIT_NONE ||
        !is_denied(prose, draft))
        return;
    limit->relation = LIMIT_NO_LATER_THAN_AFTER;
    limit->is_strict = false;
    limits_apply_bounds(limit, BOUNDS_UP_TO, limit->min, limit->min);
}

// What shall not be done before an event may be done from then on.
static void turn_if_denied(const struct prose *prose, struct limit_draft *draft)
{
    struct limit *limit = &draft->limit;
    bool is_before = limit->relation == LIMIT_BEFORE || limit->relation == LIMIT_BEFORE_DATE;
    if ((!is_before && limit->relation != LIMIT_UNTIL) || !is_denied(prose, draft))
        return;
    limit->is_strict = false;
    limit->has_max = false;
    if (limit->relation == LIMIT_BEFORE_DATE)
        limit->relation = LIMIT_AFTER_DATE;
    else
        limits_apply_bounds(limit, BOUNDS_FROM_ZERO, 0, 0);
    if (limit->relation == LIMIT_BEFORE)
        limit->relation = LIMIT_AFTER;
}

void limits_value(struct limits_reading *reading, struct limit_draft *draft)
{
    struct limit *limit = &draft->limit;
    const struct limit_form *form = draft->form;
    limit->relation = form->relation;
    limit->is_open = (form->flags & LIMIT_IS_OPEN) != 0;
    draft->is_negated = take_negation(&reading->prose, draft);
    if (draft->is_negated && form->relation == LIMIT_AT_LEAST_AFTER)
        limit->relation = LIMIT_NO_LATER_THAN_AFTER;
    else if (draft->is_negated && form->relation == LIMIT_WITHIN_AFTER)
        limit->relation = LIMIT_AT_LEAST_AFTER;
    limit->is_strict = (form->flags & LIMIT_IS_STRICT) != 0 && !draft->is_negated;
    limit->note = str_of(form->note);
    if (draft->captures.has_date) {
        limit->has_date = true;
        limit->date = draft->captures.date;
        if (limit->relation == LIMIT_IN_DATE && limit->date.day > 0 &&
            !vocabulary_is_english(reading->prose.vocabulary))
            limit->relation =
                LIMIT_ON_DATE; // "в 6 часов 3 марта": the words for "in" and "on" are one
        if (limit->relation == LIMIT_BEFORE_DATE && limit->date.is_end)
            limit->relation = LIMIT_BY_DATE; // before the end of 2019: its last day still counts
    }
    if (has_number(form->bounds)) {
        value_of_quantity(reading, draft);
    } else {
        limits_apply_bounds(limit, form->bounds, 0, 0);
        limit->unit = form->bounds == BOUNDS_NONE ? UNIT_NONE : UNIT_DAY;
    }
    limits_range_words(reading, draft);
    make_open_sided(&reading->prose, draft);
    turn_if_too_late(&reading->prose, draft);
    make_latest(reading, draft);
    make_latest_by_hour(reading, draft);
    turn_if_denied(&reading->prose, draft);
}

// "from 1 May to 30 September of each year": a day that comes again has no year of its own.
static bool comes_yearly(const struct prose *prose, const struct limit_draft *draft)
{
    static const char *const between[] = {"to", "until", "till", "through", "and",  "or",
                                          "of", "in",    "by",   "on",      "from", "before"};
    for (size_t i = draft->to; i < draft->to + 12 && i < prose->count;) {
        struct date date;
        size_t count = date_read(prose, i, false, &date);
        if (prose_is_word(prose, i, "annually") || prose_is_word(prose, i, "yearly"))
            return true;
        if (prose_is_word(prose, i, "each") || prose_is_word(prose, i, "every"))
            return prose_is_word(prose, i + 1, "year") || prose_is_word(prose, i + 2, "year");
        for (size_t k = 0; count == 0 && k < sizeof between / sizeof between[0]; k++)
            count = prose_is_word(prose, i, between[k]) ? 1 : 0;
        if (count == 0)
            return false;
        i += count;
    }
    return false;
}

// "Monday 1 August 2031", which is a Friday.
static void check_weekday(const struct limits_reading *reading, struct limit *limit)
{
    static const char *const names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday"};
    const struct date *date = &limit->date;
    if (!limit->has_date || date->weekday == 0 || date->day == 0 || date->year == 0 ||
        date->is_impossible)
        return;
    int64_t number = date_first_day(date);
    int32_t weekday = (int32_t)(((number % 7 + 7) % 7 + 3) % 7); // day 0 was a Thursday
    if (weekday + 1 == date->weekday)
        return;
    limit->note = arena_print(reading->arena, "that day is a %s, not a %s", names[weekday],
                              names[date->weekday - 1]);
    limit->assumed =
        arena_print(reading->arena, "names a day that is a %s, not a %s: the date is taken",
                    names[weekday], names[date->weekday - 1]);
}

// The end of the year in the current or following words "of the year" needs the document's year.
static void complete_date(struct limits_reading *reading, struct limit_draft *draft)
{
    struct limit *limit = &draft->limit;
    const struct date *document = &reading->document_date;
    if (draft->form->flags & LIMIT_YEAR_OF_TEXT) {
        limit->has_date = true;
        limit->date =
            (struct date){.year = document->year, .is_end = limit->relation == LIMIT_BY_DATE};
        limit->assumed = STR("has no year: it is taken from the document's date");
        limit->note = document->year ? STR("year from the document's date")
                                     : STR("the document's year is not known");
    } else if (limit->has_date && limit->date.year == 0 && comes_yearly(&reading->prose, draft)) {
        limit->note = STR("comes again every year: no year is counted");
    } else if (limit->has_date && limit->date.year == 0 && limit->date.month > 0 &&
               limit->relation != LIMIT_EVERY && document->year != 0) {
        limit->date.year = document->year;
        bool is_past = date_last_day(&limit->date) < date_first_day(document);
        limit->date.year += is_past ? 1 : 0;
        limit->note = STR("year from the document's date");
        limit->assumed = STR("has no year: it is taken from the document's date");
    }
    if (limit->has_date && limit->date.is_impossible)
        limit->note = STR("there is no such day in the calendar");
    else if (limit->has_date && limit->date.is_ambiguous)
        limit->note = STR("read as day/month/year");
    else if (limit->has_date && limit->date.is_vague)
        limit->note = STR("a rough date");
    check_weekday(reading, limit);
}

#define HEAD_LINES 12 // a text's own date stands in its first lines, or in its closing formula
#define HEAD_WORDS 14 // such a line is short

// "Mediator's text of 3 March 2031", "of 12 March 2031": a short line near the top that ends with a
// full date, before anything is numbered.
static void find_head_date(struct limits_reading *reading)
{
    const struct prose *prose = &reading->prose;
    size_t line = 0;
    size_t lines = 0;
    for (size_t i = 0; i < prose->count && lines <= HEAD_LINES; i++) {
        const struct token *token = prose_token(prose, i);
        lines += token->begins_line;
        line = token->begins_line ? i : line;
        if (token->begins_line && token->kind == TOKEN_NUMBER)
            return;
        struct date date;
        size_t count = i - line < HEAD_WORDS ? date_read(prose, i, false, &date) : 0;
        bool ends_line = prose_token(prose, i + count)->begins_line ||
                         prose_token(prose, i + count)->kind == TOKEN_BREAK;
        bool is_framed = i == line || prose_is_word(prose, i - 1, "of") ||
                         prose_is_word(prose, i - 1, "on") || prose_is_mark(prose, i - 1, ',');
        if (count > 0 && ends_line && is_framed && date.day > 0 && date.year > 0 &&
            !date.is_impossible) {
            reading->document_date = date;
            return;
        }
        i += count > 0 ? count - 1 : 0;
    }
}

// The last date of the closing formula; without one, the first line that is only a place and a date.
static void find_document_date(struct limits_reading *reading)
{
    bool has_closing = false;
    for (size_t i = 0; i < reading->drafts.count; i++) {
        const struct limit_draft *draft = draft_at(reading, i);
        const struct date *date = &draft->limit.date;
        if (!draft->limit.has_date || date->year == 0 || date->is_impossible)
            continue;
        if (draft->is_closing) {
            reading->document_date = *date;
            has_closing = true;
        }
        if (draft->is_line_date && !has_closing && reading->document_date.year == 0)
            reading->document_date = *date;
    }
    reading->is_signing_date = reading->document_date.year != 0;
    if (!reading->is_signing_date)
        find_head_date(reading);
}

static bool has_closing_formula(const struct limits_reading *reading)
{
    for (size_t i = 0; i < reading->drafts.count; i++)
        if (draft_at(reading, i)->is_closing)
            return true;
    return false;
}

void limits_settle_dates(struct limits_reading *reading, const struct date *given)
{
    find_document_date(reading);
    if (given) {
        reading->document_date = *given;
        reading->is_signing_date = true;
    }
    bool has_closing = has_closing_formula(reading);
    bool has_line_date = false;
    const struct date *document = &reading->document_date;
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit_draft *draft = draft_at(reading, i);
        complete_date(reading, draft);
        struct limit *limit = &draft->limit;
        if (!limit->has_date)
            continue;
        if (limit->relation == LIMIT_BY_DATE && limit->date.span > 0)
            limit->date.is_end = true;
        bool is_known = limit->date.year != 0 && !limit->date.is_impossible;
        bool is_history = is_known && document->year != 0 &&
                          date_last_day(&limit->date) < date_first_day(document);
        bool is_repeated = draft->is_line_date && (has_closing || has_line_date);
        draft->is_dropped = (is_history && !draft->is_closing) || is_repeated;
        has_line_date = has_line_date || draft->is_line_date;
        if (limit->relation != LIMIT_EVERY || limit->value.length == 0)
            limit->value = date_iso(&limit->date, reading->arena);
    }
}
