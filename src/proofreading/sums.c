// SPDX-License-Identifier: Apache-2.0
#include "proofreading/sums.h"

#include "prose/number.h"

#define SCALE ((int64_t)1000000)
#define SUM_MOST ((int64_t)1000000000000) // a larger figure is no sum of a contract

struct str sum_figure(struct arena *arena, int64_t millionths)
{
    struct str words = arena_print(arena, "%lld.%06lld", (long long)(millionths / SCALE),
                                   (long long)(millionths % SCALE));
    while (str_ends_with(words, STR("0")))
        words.length--;
    return str_ends_with(words, STR(".")) ? str_slice(words, 0, words.length - 1) : words;
}

static bool is_currency(const struct prose *prose, size_t at)
{
    static const char *const words[] = {"eur",   "usd",    "gbp",    "chf",     "jpy",   "cny",
                                        "rub",   "uah",    "pln",    "sek",     "nok",   "dkk",
                                        "cad",   "aud",    "inr",    "brl",     "zar",   "try",
                                        "euro",  "euros",  "dollar", "dollars", "pound", "pounds",
                                        "franc", "francs", "rouble", "roubles"};
    static const uint32_t signs[] = {'$', 0x20AC, 0xA3, 0xA5};
    const struct token *token = prose_token(prose, at);
    for (size_t i = 0; token->kind == TOKEN_MARK && i < sizeof signs / sizeof signs[0]; i++)
        if (token->value == signs[i])
            return true;
    bool is_long_enough = token->length >= 3 && token->length <= sizeof "dollars" - 1;
    for (size_t i = 0;
         token->kind == TOKEN_WORD && is_long_enough && i < sizeof words / sizeof words[0]; i++)
        if (prose_is_word(prose, at, words[i]))
            return true;
    return false;
}

static size_t read_figure(const struct prose *prose, size_t at, int64_t *millionths)
{
    int64_t whole;
    size_t count = decimal_read(prose, at, millionths);
    size_t in_words = number_read(prose, at, &whole);
    if (in_words > count && whole < NUMBER_MAX) {
        *millionths = whole * SCALE;
        count = in_words;
    }
    if (count == 0 || *millionths < 0 || *millionths / SCALE > SUM_MOST)
        return 0;
    int64_t times = prose_is_word(prose, at + count, "million")   ? 1000000
                    : prose_is_word(prose, at + count, "billion") ? 1000000000
                                                                  : 1;
    if (times > 1 && *millionths / SCALE <= SUM_MOST / times) {
        *millionths *= times;
        count++;
    }
    return count;
}

// What is counted is named by the word behind, unless that word only joins.
static bool is_unit(const struct prose *prose, size_t at)
{
    static const char *const joints[] = {"and", "or", "to", "of", "in", "by", "for", "from", "on"};
    const struct token *token = prose_token(prose, at);
    bool is_word = token->kind == TOKEN_WORD && !token->is_capital && token->length > 2;
    for (size_t i = 0; is_word && i < sizeof joints / sizeof joints[0]; i++)
        is_word = !prose_is_word(prose, at, joints[i]);
    return is_word || prose_is_mark(prose, at, '%');
}

// What no figure begins with need not be read as one.
static bool may_be_figure(const struct prose *prose, size_t at)
{
    return prose_token(prose, at)->kind == TOKEN_NUMBER ||
           prose_has_class(prose, at, CLASS_CARDINAL | CLASS_MULTIPLIER | CLASS_ORDINAL);
}

size_t sum_read(const struct prose *prose, size_t at, struct proof_sum *sum)
{
    bool is_figure = may_be_figure(prose, at);
    if (!is_figure && !may_be_figure(prose, at + 1))
        return 0;
    *sum = (struct proof_sum){.from = at, .is_money = !is_figure && is_currency(prose, at)};
    size_t end = at + sum->is_money;
    size_t count = read_figure(prose, end, &sum->millionths);
    if (count == 0)
        return 0;
    end += count;
    if (sum->is_money) {
        sum->unit = prose_word(prose, at);
    } else if (is_currency(prose, end) || is_unit(prose, end)) {
        sum->is_money = is_currency(prose, end);
        sum->unit = prose_word(prose, end++);
    }
    sum->to = end;
    return end - at;
}

bool sum_is_same_unit(const struct proof_sum *one, const struct proof_sum *other)
{
    struct str a = one->unit;
    struct str b = other->unit;
    a.length -= a.length > 3 && str_ends_with(a, STR("s"));
    b.length -= b.length > 3 && str_ends_with(b, STR("s"));
    return str_equal_ignoring_case(a, b);
}
