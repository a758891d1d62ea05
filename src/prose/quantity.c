// SPDX-License-Identifier: Apache-2.0
#include "prose/quantity.h"

#include "prose/number.h"

// No more than two words between the number and its unit: "10 further working days".
#define DAY_KINDS_MAX 2

size_t quantity_read_unit(const struct prose *prose, size_t at, struct quantity *quantity)
{
    size_t count = 0;
    bool is_working = false;
    while (count < DAY_KINDS_MAX && prose_has_class(prose, at + count, CLASS_DAY_KIND)) {
        is_working = is_working || prose_facts(prose, at + count)->is_working;
        count++;
    }
    const struct word_facts *facts = prose_facts(prose, at + count);
    if (!(facts->classes & CLASS_UNIT))
        return 0;
    bool is_quarter = facts->unit == UNIT_QUARTER;
    int64_t units = is_quarter ? 3 : facts->unit_count;
    quantity->least = units;
    quantity->most = units;
    quantity->unit = is_quarter ? UNIT_MONTH : (enum unit)facts->unit; // the table holds enum unit
    quantity->is_working = is_working || facts->is_working;
    quantity->has_both_ends = false;
    quantity->has_other_end = false;
    quantity->has_half_month = false;
    count++;
    bool is_short =
        (facts->classes & CLASS_ABBREVIATION) != 0 && prose_is_mark(prose, at + count, '.');
    count += is_short ? 1 : 0; // "48 Std."
    if (vocabulary_lexicon(prose->vocabulary)->has_kind_behind &&
        prose_has_class(prose, at + count, CLASS_DAY_KIND)) { // "jours ouvrables"
        quantity->is_working = prose_facts(prose, at + count)->is_working;
        count++;
    }
    return count;
}

// "half a year", "half an hour": a smaller unit that needs no fraction.
static size_t read_half(const struct prose *prose, size_t at, struct quantity *quantity)
{
    static const struct {
        enum unit whole;
        enum unit part;
        int64_t parts;
    } halves[] = {
        {UNIT_YEAR, UNIT_MONTH, 6}, {UNIT_DAY, UNIT_HOUR, 12}, {UNIT_HOUR, UNIT_MINUTE, 30}};
    if (!prose_is_word(prose, at, "half") || !prose_has_class(prose, at + 1, CLASS_DETERMINER))
        return 0;
    enum unit unit = (enum unit)prose_facts(prose, at + 2)->unit; // the table holds enum unit
    for (size_t i = 0; i < sizeof halves / sizeof halves[0]; i++)
        if (halves[i].whole == unit) {
            *quantity = (struct quantity){
                .least = halves[i].parts, .most = halves[i].parts, .unit = halves[i].part};
            return 3;
        }
    return 0;
}

// What half of a unit is, in whole smaller ones; halves of weeks have none but hours.
static bool add_half(struct quantity *quantity)
{
    static const struct {
        enum unit whole;
        enum unit part;
        int64_t parts; // in the whole
    } units[] = {{UNIT_YEAR, UNIT_MONTH, 12},
                 {UNIT_MONTH, UNIT_DAY, 30},
                 {UNIT_WEEK, UNIT_HOUR, 168},
                 {UNIT_DAY, UNIT_HOUR, 24},
                 {UNIT_HOUR, UNIT_MINUTE, 60}};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (units[i].whole != quantity->unit || quantity->is_working)
            continue;
        int64_t half = units[i].parts / 2;
        quantity->least = quantity->least * units[i].parts + half;
        quantity->most = quantity->most * units[i].parts + half;
        quantity->has_half_month = quantity->unit == UNIT_MONTH;
        quantity->unit = units[i].part;
        return true;
    }
    return false;
}

// "a month and a half".
static size_t read_half_behind(const struct prose *prose, size_t at, struct quantity *quantity)
{
    const char *elsewhere = vocabulary_lexicon(prose->vocabulary)->half;
    bool is_half = prose_is_word(prose, at, "and") && prose_is_word(prose, at + 1, "a") &&
                   prose_is_word(prose, at + 2, "half");
    size_t count = elsewhere ? prose_phrase(prose, at, elsewhere) : is_half ? 3u : 0u;
    return count > 0 && add_half(quantity) ? count : 0;
}

// "anderthalb Monate", "два с половиной часа", "1,5 Jahre": the half before the unit, in other languages.
static size_t read_half_elsewhere(const struct prose *prose, size_t at, struct quantity *quantity)
{
    int64_t number = prose_facts(prose, at)->number;
    size_t count = prose_has_class(prose, at, CLASS_HALVED) ? 1 : 0;
    const struct token *decimal = prose_token(prose, at + 2);
    if (count == 0 && prose_token(prose, at)->kind == TOKEN_NUMBER &&
        prose_is_mark(prose, at + 1, ',') && decimal->kind == TOKEN_NUMBER && decimal->is_glued &&
        decimal->value == 5 && decimal->length == 1) {
        number = prose_token(prose, at)->value;
        count = 3;
    }
    if (count == 0) {
        count = number_read(prose, at, &number);
        size_t half =
            count > 0 ? prose_phrase(prose, at + count, vocabulary_lexicon(prose->vocabulary)->half)
                      : 0;
        count = half > 0 ? count + half : 0;
    }
    size_t unit = count > 0 ? quantity_read_unit(prose, at + count, quantity) : 0;
    if (unit == 0 || number >= NUMBER_MAX || quantity->least != 1)
        return 0;
    quantity->least *= number;
    quantity->most *= number;
    return add_half(quantity) ? count + unit : 0;
}

// "one and a half years", "1.5 years": the half stands before the unit.
static size_t read_half_before(const struct prose *prose, size_t at, struct quantity *quantity)
{
    int64_t number;
    if (vocabulary_lexicon(prose->vocabulary)->half) {
        size_t elsewhere = read_half_elsewhere(prose, at, quantity);
        if (elsewhere > 0)
            return elsewhere;
    }
    size_t count = number_read(prose, at, &number);
    const struct token *token = prose_token(prose, at);
    bool is_point =
        count == 0 && token->kind == TOKEN_NUMBER && prose_is_mark(prose, at + 1, '.') &&
        prose_token(prose, at + 2)->kind == TOKEN_NUMBER && prose_token(prose, at + 2)->is_glued &&
        prose_token(prose, at + 2)->value == 5 && prose_token(prose, at + 2)->length == 1;
    bool is_sign = count > 0 && token->kind == TOKEN_NUMBER &&
                   prose_is_mark(prose, at + count, 0xBD) &&
                   prose_token(prose, at + count)->is_glued; // "2½ hours"
    if (is_point) {
        number = token->value;
        count = 3;
    } else if (is_sign) {
        count++;
    } else if (count > 0 && prose_is_word(prose, at + count, "and") &&
               prose_is_word(prose, at + count + 1, "a") &&
               prose_is_word(prose, at + count + 2, "half")) {
        count += 3;
    } else {
        return 0;
    }
    size_t unit = quantity_read_unit(prose, at + count, quantity);
    if (unit == 0 || number >= NUMBER_MAX || quantity->least != 1)
        return 0;
    quantity->least *= number;
    quantity->most *= number;
    return add_half(quantity) ? count + unit : 0;
}

// "not more than", right before the first number.
static bool is_denied_more(const struct prose *prose, size_t first)
{
    return first > 2 && prose_is_word(prose, first - 1, "than") &&
           (prose_is_word(prose, first - 2, "more") || prose_is_word(prose, first - 2, "longer")) &&
           (prose_is_word(prose, first - 3, "not") || prose_is_word(prose, first - 3, "no"));
}

bool quantity_is_between(const struct prose *prose, size_t at)
{
    return prose_is_word(prose, at, "between") || prose_is_word(prose, at, "entre") ||
           prose_is_word(prose, at, "zwischen") || prose_is_word(prose, at, "между") ||
           prose_is_word(prose, at, "між");
}

static bool is_and(const struct prose *prose, size_t at)
{
    static const char *const words[] = {"and", "et", "und", "y", "e", "и", "та", "і", "й"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (prose_is_word(prose, at, words[i]))
            return true;
    return false;
}

// What stands between the two ends of "between 60 and 90 days", "not less than 10 nor more than 60
// days", "at least two but at most four weeks"; the first end stands at token `first`.
static size_t joint_of_both_ends(const struct prose *prose, size_t first, size_t at)
{
    if (first == 0)
        return 0;
    size_t elsewhere = prose_phrase(prose, at, vocabulary_lexicon(prose->vocabulary)->and_latest);
    if (elsewhere > 0)
        return elsewhere;
    if (quantity_is_between(prose, first - 1))
        return is_and(prose, at) ? 1 : 0;
    bool is_least =
        prose_is_word(prose, first - 1, "least") ||
        (first > 1 && prose_is_word(prose, first - 1, "than") &&
         (is_denied_more(prose, first) || prose_is_word(prose, first - 2, "less") ||
          prose_is_word(prose, first - 2, "fewer") || prose_is_word(prose, first - 2, "earlier") ||
          prose_is_word(prose, first - 2, "sooner")));
    if (!is_least || !(prose_is_word(prose, at, "and") || prose_is_word(prose, at, "but") ||
                       prose_is_word(prose, at, "nor") || prose_is_word(prose, at, "or")))
        return 0;
    if (prose_is_word(prose, at + 1, "at") && prose_is_word(prose, at + 2, "most"))
        return 3;
    bool is_denied = prose_is_word(prose, at + 1, "no") || prose_is_word(prose, at + 1, "not");
    size_t more = at + 1 + (is_denied ? 1 : 0);
    if (is_denied_more(prose, first)) // "not more than twelve and not less than six months"
        return (is_denied || prose_is_word(prose, at, "nor")) &&
                       prose_is_word(prose, more + 1, "than") &&
                       (prose_is_word(prose, more, "less") || prose_is_word(prose, more, "fewer"))
                   ? more + 2 - at
                   : 0;
    bool is_most = prose_is_word(prose, more, "more") || prose_is_word(prose, more, "later") ||
                   prose_is_word(prose, more, "longer");
    return is_most && prose_is_word(prose, more + 1, "than") ? more + 2 - at : 0;
}

static bool is_word_of(const struct prose *prose, size_t at, const char *const *words)
{
    for (; *words; words++)
        if (prose_is_word(prose, at, *words))
            return true;
    return false;
}

bool quantity_is_range(const struct prose *prose, size_t at, size_t *joint)
{
    static const char *const joints[] = {"to", "or", "à",  "ou",  "bis", "oder", "a",
                                         "o",  "u",  "до", "или", "або", NULL};
    static const uint32_t dashes[] = {'-',    0x2010, 0x2011, 0x2012, 0x2013, 0x2014,
                                      0x2212, 0x223C, 0x301C, 0xFF5E, '~',    '/'};
    bool has_joint = is_word_of(prose, at, joints);
    for (size_t i = 0; !has_joint && i < sizeof dashes / sizeof dashes[0]; i++)
        has_joint = prose_is_mark(prose, at, dashes[i]);
    *joint = has_joint ? 1 : 0;
    return has_joint || prose_token(prose, at)->has_hyphen;
}

// The second number behind token `at`. Result: the tokens it takes, 0 when there is none
static size_t read_range_end(const struct prose *prose, size_t first, size_t at, int64_t least,
                             int64_t *most, bool *has_both_ends)
{
    size_t joint = joint_of_both_ends(prose, first, at);
    *has_both_ends = joint > 0;
    if (joint == 0 && !quantity_is_range(prose, at, &joint))
        return 0;
    size_t count = number_read(prose, at + joint, most);
    // "between 60 and 30 days before" falls.
    bool may_fall = (first > 0 && quantity_is_between(prose, first - 1)) ||
                    is_denied_more(prose, first) ||
                    (first > 1 && prose_is_one_of(prose, first - 2, "earlier sooner"));
    return count > 0 && (*most > least || (may_fall && *most < least)) ? joint + count : 0;
}

// Days in a unit, in hundredths of an hour's day: only to tell which of two lengths is more.
static int64_t rough_hours(const struct quantity *quantity)
{
    static const int64_t hours[] = {[UNIT_HOUR] = 1,    [UNIT_DAY] = 24,       [UNIT_WEEK] = 168,
                                    [UNIT_MONTH] = 730, [UNIT_QUARTER] = 2190, [UNIT_YEAR] = 8760};
    return quantity->unit < sizeof hours / sizeof hours[0] ? quantity->most * hours[quantity->unit]
                                                           : 0;
}

// Two ends in one unit; weeks are days, years are months. Ends that have none keep the greater one.
static void join_ends(struct quantity *quantity, struct quantity upper)
{
    static const struct {
        enum unit large;
        enum unit small;
        int64_t count;
    } units[] = {{UNIT_WEEK, UNIT_DAY, 7}, {UNIT_DAY, UNIT_HOUR, 24}, {UNIT_YEAR, UNIT_MONTH, 12}};
    struct quantity *ends[] = {quantity, &upper};
    for (size_t i = 0;
         i < sizeof units / sizeof units[0] && !quantity->is_working && !upper.is_working; i++)
        for (size_t e = 0; e < 2; e++)
            if (ends[e]->unit == units[i].large && ends[1 - e]->unit == units[i].small) {
                ends[e]->unit = units[i].small;
                ends[e]->least *= units[i].count;
                ends[e]->most *= units[i].count;
            }
    quantity->has_both_ends = true;
    if (quantity->unit != upper.unit || quantity->is_working != upper.is_working) {
        if (rough_hours(&upper) > rough_hours(quantity))
            *quantity = upper;
        quantity->has_both_ends = true;
        quantity->has_other_end = true;
    } else if (upper.most > quantity->most) {
        quantity->most = upper.most;
    } else {
        quantity->least = upper.least;
    }
}

// The other end of "between 60 days and 90 days", "60 days to 90 days", which says the unit twice.
static size_t read_upper_end(const struct prose *prose, size_t first, size_t at,
                             struct quantity *quantity)
{
    int64_t number;
    struct quantity upper;
    size_t joint = joint_of_both_ends(prose, first, at);
    bool is_between = joint > 0;
    if (joint == 0 && (!quantity_is_range(prose, at, &joint) || joint == 0 ||
                       prose_is_word(prose, at, "or") || prose_is_mark(prose, at, '/')))
        return 0;
    size_t count = number_read(prose, at + joint, &number);
    size_t unit = count > 0 ? quantity_read_unit(prose, at + joint + count, &upper) : 0;
    if (unit == 0 || number == 0 || number >= NUMBER_MAX)
        return 0;
    upper.least *= number;
    upper.most *= number;
    bool rises = rough_hours(&upper) > rough_hours(quantity);
    bool falls = quantity_is_between(prose, first - (first > 0)) && !rises &&
                 rough_hours(&upper) < rough_hours(quantity);
    if (!rises && !(is_between && falls))
        return 0;
    join_ends(quantity, upper);
    return joint + count + unit;
}

static size_t read_open_side(const struct prose *prose, size_t at)
{
    return prose_is_word(prose, at + 1, "more") || prose_is_word(prose, at + 1, "less") ||
                   prose_is_word(prose, at + 1, "fewer")
               ? 2
               : 0;
}

static bool is_joint(const struct prose *prose, size_t at)
{
    const char *own = vocabulary_lexicon(prose->vocabulary)->number_joint;
    return prose_is_word(prose, at, "and") || (own && prose_is_word(prose, at, own));
}

// How many of the lesser unit are in one of the greater; 0 when that depends on the calendar.
static int64_t parts_of_unit(enum unit whole, enum unit part)
{
    static const struct {
        enum unit whole;
        enum unit part;
        int64_t parts;
    } units[] = {{UNIT_YEAR, UNIT_MONTH, 12},
                 {UNIT_WEEK, UNIT_DAY, 7},
                 {UNIT_DAY, UNIT_HOUR, 24},
                 {UNIT_HOUR, UNIT_MINUTE, 60}};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (units[i].whole == whole && units[i].part == part)
            return units[i].parts;
    return 0;
}

// "10 days' notice": the days are of the notice, and no part of the length before them.
static bool is_of_what_follows(const struct prose *prose, size_t at)
{
    return prose_is_mark(prose, at, '\'') || prose_is_mark(prose, at, 0x2019);
}

// "and six months": a length in a unit lesser than `greater`. Result: its tokens, or 0
static size_t read_lesser(const struct prose *prose, size_t at, enum unit greater,
                          struct quantity *lesser)
{
    int64_t number;
    size_t count = is_joint(prose, at) ? number_read(prose, at + 1, &number) : 0;
    size_t unit = count > 0 ? quantity_read_unit(prose, at + 1 + count, lesser) : 0;
    size_t end = at + 1 + count + unit;
    if (unit == 0 || lesser->unit >= greater || is_of_what_follows(prose, end))
        return 0;
    lesser->least *= number;
    lesser->most *= number;
    return end - at;
}

// Whether the length at this token is the lesser part of one that began before it.
static bool is_lesser_part(const struct prose *prose, size_t at)
{
    if (at < 2 || !prose_has_class(prose, at - 2, CLASS_UNIT))
        return false;
    struct quantity lesser;
    enum unit greater = (enum unit)prose_facts(prose, at - 2)->unit; // the table holds enum unit
    return read_lesser(prose, at - 1, greater, &lesser) > 0;
}

// "two years and six months" are thirty months; how many days "two years and one day" are, the calendar
// says, so that it is no length. Result: the tokens behind the unit, SIZE_MAX when it cannot be said
static size_t add_lesser(const struct prose *prose, size_t at, struct quantity *quantity)
{
    struct quantity lesser;
    size_t count = read_lesser(prose, at, quantity->unit, &lesser);
    if (count == 0)
        return 0;
    int64_t parts = parts_of_unit(quantity->unit, lesser.unit);
    if (parts == 0 || quantity->is_working || lesser.is_working)
        return SIZE_MAX;
    quantity->least = quantity->least * parts + lesser.least;
    quantity->most = quantity->most * parts + lesser.most;
    quantity->unit = lesser.unit;
    return count;
}

static size_t read_length(const struct prose *prose, size_t at, struct quantity *quantity)
{
    int64_t least;
    size_t count = number_read(prose, at, &least);
    if (count == 0) {
        bool is_single = prose_is_word(prose, at, "a") || prose_is_word(prose, at, "an") ||
                         prose_is_word(prose, at, "another");
        if (!is_single && prose_has_class(prose, at, CLASS_SPAN)) // "binnen Monatsfrist"
            return quantity_read_unit(prose, at, quantity);
        if (!is_single) {
            count = read_half(prose, at, quantity);
            return count > 0 ? count : read_half_before(prose, at, quantity);
        }
        least = 1;
        count = 1;
    }
    size_t half = read_half_before(prose, at, quantity);
    if (half > 0)
        return half;
    // "thirty or more days": the number first, then the side that is open, then the unit.
    size_t open = prose_is_word(prose, at + count, "or") ? read_open_side(prose, at + count) : 0;
    if (open > 0) {
        size_t unit = quantity_read_unit(prose, at + count + open, quantity);
        quantity->least *= least;
        quantity->most *= least;
        return unit > 0 ? count + open + unit : 0;
    }
    int64_t most = least;
    bool has_both_ends;
    size_t range = read_range_end(prose, at, at + count, least, &most, &has_both_ends);
    if (range == 0)
        most = least;
    if (most < least) {
        int64_t upper = least;
        least = most;
        most = upper;
    }
    count += range;
    size_t unit = quantity_read_unit(prose, at + count, quantity);
    if (unit == 0)
        return 0;
    quantity->least *= least; // both below 10^9 and 10: no overflow
    quantity->most *= most;
    quantity->has_both_ends = range > 0 && has_both_ends;
    count += unit;
    if (range == 0)
        count += read_half_behind(prose, at + count, quantity);
    return count + (range == 0 ? read_upper_end(prose, at, at + count, quantity) : 0);
}

size_t quantity_read(const struct prose *prose, size_t at, struct quantity *quantity)
{
    if (quantity_is_between(prose, at)) {
        size_t range = read_length(prose, at + 1, quantity);
        return range > 0 && quantity->has_both_ends ? range + 1 : 0;
    }
    size_t count = is_lesser_part(prose, at) ? 0 : read_length(prose, at, quantity);
    if (count == 0 || quantity->has_both_ends || quantity->least != quantity->most)
        return count;
    size_t lesser = add_lesser(prose, at + count, quantity);
    return lesser == SIZE_MAX ? 0 : count + lesser;
}

const char *quantity_unit_name(enum unit unit, bool is_working)
{
    static const char *const names[] = {
        [UNIT_NONE] = "",           [UNIT_MINUTE] = "minute", [UNIT_HOUR] = "hour",
        [UNIT_DAY] = "day",         [UNIT_WEEK] = "week",     [UNIT_MONTH] = "month",
        [UNIT_QUARTER] = "quarter", [UNIT_YEAR] = "year",
    };
    return is_working && unit == UNIT_DAY ? "working day" : names[unit];
}

struct str quantity_iso(int64_t count, enum unit unit, struct arena *arena)
{
    static const char *const forms[] = {
        [UNIT_NONE] = "",          [UNIT_MINUTE] = "PT%lldM", [UNIT_HOUR] = "PT%lldH",
        [UNIT_DAY] = "P%lldD",     [UNIT_WEEK] = "P%lldW",    [UNIT_MONTH] = "P%lldM",
        [UNIT_QUARTER] = "P%lldM", [UNIT_YEAR] = "P%lldY",
    };
    return arena_print(arena, forms[unit], (long long)count);
}
