// SPDX-License-Identifier: Apache-2.0
#include "counterparts/fact_number.h"

#include "counterparts/word_stem.h"
#include "prose/number.h"

#define MILLIONTHS ((int64_t)1000000)
#define VALUE_MAX ((int64_t)1000000000000) // larger numbers count as this

// The words that make a number larger, and those that make it a part.
struct factor {
    const char *word;
    int64_t value;
};
static const struct factor multiples[] = {
    {"hundred", 100},
    {"thousand", 1000},
    {"million", 1000000},
    {"millions", 1000000},
    {"mn", 1000000},
    {"m", 1000000},
    {"bn", 1000000000},
    {"billion", 1000000000},
    {"billions", 1000000000},
    {"trillion", VALUE_MAX},
    {NULL, 0},
};
static const struct factor parts[] = {
    {"half", 2},     {"halves", 2},  {"third", 3},  {"thirds", 3}, {"quarter", 4},
    {"quarters", 4}, {"fifth", 5},   {"fifths", 5}, {"sixth", 6},  {"eighth", 8},
    {"tenth", 10},   {"tenths", 10}, {NULL, 0},
};

// Units in several spellings.
static const struct {
    const char *word;
    const char *unit;
} units[] = {
    {"km", "kilometr"},
    {"kilometre", "kilometr"},
    {"kilometres", "kilometr"},
    {"kilometers", "kilometr"},
    {"m", "metr"},
    {"metre", "metr"},
    {"metres", "metr"},
    {"meters", "metr"},
    {"t", "ton"},
    {"tonne", "ton"},
    {"tonnes", "ton"},
    {"tons", "ton"},
    {"kw", "kilowatt"},
    {"kilowatts", "kilowatt"},
    {"mw", "megawatt"},
    {"megawatts", "megawatt"},
    {"ha", "hectar"},
    {"hectares", "hectar"},
    {"usd", "dollar"},
    {"dollars", "dollar"},
    {"eur", "euro"},
    {"euros", "euro"},
    {"gbp", "pound"},
    {"pounds", "pound"},
    {"square", "square"},
    {"sqm", "square"},
    {"cubic", "cubic"},
    {"nautical", "nautical"},
    {NULL, NULL},
};

static int64_t factor_of(const struct factor *factors, const struct prose *prose, size_t at)
{
    for (; factors->word; factors++)
        if (prose_is_word(prose, at, factors->word))
            return factors->value;
    return 0;
}

static int64_t capped(int64_t value)
{
    return value > VALUE_MAX ? VALUE_MAX : value;
}

// "9.6", "2.5": the part behind the point, in millionths.
static size_t read_decimals(const struct prose *prose, size_t at, int64_t *millionths)
{
    const struct token *digits = prose_token(prose, at + 1);
    bool is_point = prose_is_mark(prose, at, '.') || prose_is_mark(prose, at, ',');
    if (!is_point || !prose_token(prose, at)->is_glued || digits->kind != TOKEN_NUMBER ||
        !digits->is_glued || digits->length > 6 || digits->is_ordinal)
        return 0;
    *millionths = digits->value;
    for (uint32_t i = digits->length; i < 6; i++)
        *millionths *= 10;
    return 2;
}

static size_t read_value(const struct prose *prose, size_t at, int64_t *value)
{
    const struct token *token = prose_token(prose, at);
    if (token->is_ordinal)
        return 0;
    int64_t whole = 0;
    int64_t behind = 0;
    size_t taken = number_read(prose, at, &whole);
    if (taken == 0 && token->kind == TOKEN_NUMBER) {
        whole = token->value;
        taken = 1;
    }
    if (taken == 0)
        return 0;
    if (token->kind == TOKEN_NUMBER)
        taken += read_decimals(prose, at + taken, &behind);
    *value = capped(whole) * MILLIONTHS + behind;
    int64_t factor;
    while (*value > 0 && (factor = factor_of(multiples, prose, at + taken)) > 0 &&
           !(prose_is_word(prose, at + taken, "m") && !prose_token(prose, at + taken)->is_glued)) {
        *value =
            *value > VALUE_MAX * MILLIONTHS / factor ? VALUE_MAX * MILLIONTHS : *value * factor;
        taken++;
    }
    return taken;
}

// "half of", "a fifth", "one quarter", "two thirds", "in halves".
static size_t read_part(const struct prose *prose, size_t at, int64_t *value)
{
    bool is_one = prose_is_word(prose, at, "a") || prose_is_word(prose, at, "one");
    bool is_two = prose_is_word(prose, at, "two");
    bool is_three = prose_is_word(prose, at, "three");
    size_t before = is_one || is_two || is_three ? 1 : 0;
    int64_t part = factor_of(parts, prose, at + before);
    bool stands_alone = before == 0 && part == 2;
    if (part == 0 || (before == 0 && !stands_alone))
        return 0;
    // "one third party", "a quarter of an hour", "half a year" are no parts of a whole.
    if (prose_has_class(prose, at + before + 1, CLASS_UNIT) ||
        prose_is_word(prose, at + before + 1, "party") ||
        (stands_alone && prose_is_word(prose, at + 1, "a")))
        return 0;
    *value = MILLIONTHS * 100 * (is_three ? 3 : is_two ? 2 : 1) / part;
    return before + 1;
}

bool fact_number_is_cited(const struct prose *prose, size_t at)
{
    return prose_is_one_of(prose, at,
                           "article articles paragraph paragraphs point points annex schedule "
                           "appendix chapter section clause no title resolution");
}

// "G8", "A4", "COVID-19": the number is part of a name.
static bool is_in_name(const struct prose *prose, size_t at)
{
    if (at == 0)
        return false;
    const struct token *before = prose_token(prose, at - 1);
    const struct token *number = prose_token(prose, at);
    uint32_t between = number->at - (before->at + before->length);
    return before->kind == TOKEN_WORD && before->is_capital &&
           (between == 0 || (between == 1 && number->has_hyphen));
}

static size_t percent_tokens(const struct prose *prose, size_t at)
{
    if (prose_is_mark(prose, at, '%') || prose_is_word(prose, at, "percent") ||
        prose_is_word(prose, at, "pc"))
        return 1;
    return prose_is_word(prose, at, "per") && prose_is_word(prose, at + 1, "cent") ? 2 : 0;
}

static bool is_money_sign(const struct prose *prose, size_t at)
{
    const struct token *token = prose_token(prose, at);
    if (token->kind == TOKEN_MARK)
        return token->value == '$' || token->value == 0xA3 || token->value == 0x20AC;
    return prose_is_word(prose, at, "eur") || prose_is_word(prose, at, "usd") ||
           prose_is_word(prose, at, "gbp") || prose_is_word(prose, at, "chf");
}

static struct str money_unit(const struct prose *prose, size_t at)
{
    const struct token *token = prose_token(prose, at);
    if (token->value == '$' || prose_is_word(prose, at, "usd"))
        return STR("dollar");
    if (token->value == 0xA3 || prose_is_word(prose, at, "gbp"))
        return STR("pound");
    return prose_is_word(prose, at, "chf") ? STR("franc") : STR("euro");
}

static struct str unit_of(const struct prose *prose, size_t at, struct arena *arena)
{
    for (size_t i = 0; units[i].word; i++)
        if (prose_is_word(prose, at, units[i].word))
            return str_of(units[i].unit);
    return word_stem(prose_word(prose, at), arena);
}

static bool is_counted(const struct prose *prose, size_t at)
{
    return prose_token(prose, at)->kind == TOKEN_WORD &&
           !prose_has_class(prose, at,
                            CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_CONNECTIVE |
                                CLASS_DETERMINER | CLASS_MODAL) &&
           !prose_is_word(prose, at, "and") && !prose_is_word(prose, at, "or");
}

// The noun behind the number, and one more word where the first only qualifies it.
static size_t read_unit(const struct prose *prose, size_t at, struct arena *arena,
                        struct fact *fact)
{
    size_t percent = percent_tokens(prose, at);
    if (percent > 0) {
        fact->measure = MEASURE_SHARE;
        return percent;
    }
    if (!is_counted(prose, at))
        return 0;
    fact->unit = unit_of(prose, at, arena);
    bool qualifies = prose_is_word(prose, at, "square") || prose_is_word(prose, at, "cubic") ||
                     prose_is_word(prose, at, "nautical");
    return qualifies && is_counted(prose, at + 1) ? 2 : 1;
}

size_t fact_number_read(const struct prose *prose, size_t at, struct arena *arena,
                        struct fact *fact)
{
    *fact = (struct fact){.kind = FACT_NUMBER};
    size_t taken = read_part(prose, at, &fact->value);
    if (taken > 0) {
        fact->measure = MEASURE_SHARE;
        fact->said = prose_range(prose, at, at + taken);
        return taken;
    }
    taken = read_value(prose, at, &fact->value);
    if (taken == 0 || (at > 0 && fact_number_is_cited(prose, at - 1)))
        return 0;
    bool is_word_one = prose_token(prose, at)->kind == TOKEN_WORD && fact->value == MILLIONTHS;
    bool has_money = at > 0 && is_money_sign(prose, at - 1);
    if (!has_money && is_in_name(prose, at))
        return 0;
    size_t unit = read_unit(prose, at + taken, arena, fact);
    if (is_word_one && fact->measure != MEASURE_SHARE)
        return 0; // "one" is mostly a pronoun
    if (has_money) {
        fact->unit = money_unit(prose, at - 1);
        unit = 0;
    }
    bool is_percent = fact->measure == MEASURE_SHARE;
    fact->said = prose_range(prose, has_money ? at - 1 : at, at + taken + (is_percent ? unit : 0));
    if (!is_percent && unit > 0)
        fact->unit_said = prose_range(prose, at + taken, at + taken + unit);
    return taken + unit;
}
