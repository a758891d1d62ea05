// SPDX-License-Identifier: Apache-2.0
#include "proofreading/amounts.h"

#include "base/names.h"
#include "proofreading/sums.h"

// An amount and the thing it is said to be of: "the annual Rent of EUR 900 a month".
struct amount_said {
    struct proof_sum sum;
    size_t from;       // tokens of the thing
    uint32_t thing;    // number of its name
    bool is_titled;    // the thing bears capitals, as a defined term does
    bool is_definite;  // "the", "that", "such": it was spoken of before
    bool refers_back;  // "referred to in paragraph 1" stands behind
    bool is_plain_sum; // "the sum of": names no thing
};

struct amount_reading {
    const struct proof_text *text;
    struct arena *arena;
    struct names *things;
    struct list said;      // struct amount_said
    struct names *figures; // every amount of money in the text
    struct list uses;      // uint32_t, by figure
};

static struct str figure_key(const struct proof_sum *sum, struct arena *arena)
{
    struct str unit = sum->unit;
    unit.length -= !sum->is_money && unit.length > 3 && str_ends_with(unit, STR("s"));
    return arena_print(arena, "%lld %.*s", (long long)sum->millionths,
                       STR_ARGS(arena_lower(arena, unit)));
}

// "a year", "per month": of another time the amount is another.
static struct str period_of(const struct prose *prose, size_t at, struct arena *arena)
{
    bool is_each = prose_is_word(prose, at, "a") || prose_is_word(prose, at, "per") ||
                   prose_is_word(prose, at, "each") || prose_is_word(prose, at, "every");
    if (is_each && prose_token(prose, at + 1)->kind == TOKEN_WORD)
        return arena_lower(arena, prose_word(prose, at + 1));
    static const char *const adverbs[] = {"yearly", "annually", "monthly",
                                          "weekly", "daily",    "quarterly"};
    for (size_t i = 0; i < sizeof adverbs / sizeof adverbs[0]; i++)
        if (prose_is_word(prose, at, adverbs[i]))
            return str_of(adverbs[i]);
    return STR("");
}

static bool is_definite(const struct prose *prose, size_t at)
{
    return prose_is_word(prose, at, "the") || prose_is_word(prose, at, "that") ||
           prose_is_word(prose, at, "this") || prose_is_word(prose, at, "said") ||
           prose_is_word(prose, at, "such");
}

// What may stand before a thing's name, with a capital where the sentence begins.
static bool is_article(const struct prose *prose, size_t at)
{
    return is_definite(prose, at) || prose_is_word(prose, at, "a") ||
           prose_is_word(prose, at, "an") || prose_is_word(prose, at, "any") ||
           prose_is_word(prose, at, "each");
}

static bool is_plain_sum(const struct prose *prose, size_t at)
{
    static const char *const words[] = {"sum",     "amount", "total", "value",   "maximum",
                                        "minimum", "rate",   "limit", "quantity"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (prose_is_word(prose, at, words[i]) && !prose_token(prose, at)->is_capital)
            return true;
    return false;
}

// The first token of the thing that ends at token `last`: a row of capitals, or one word.
static size_t thing_start(const struct prose *prose, size_t last)
{
    size_t from = last;
    while (prose_token(prose, from)->is_capital && from > 0 && last - from < 4 &&
           prose_token(prose, from - 1)->kind == TOKEN_WORD &&
           prose_token(prose, from - 1)->is_capital && !is_article(prose, from - 1))
        from--;
    return from;
}

static struct str thing_key(const struct amount_reading *r, size_t from, size_t to, size_t behind)
{
    const struct prose *prose = &r->text->prose;
    return arena_print(r->arena, "%.*s|%.*s",
                       STR_ARGS(arena_lower(r->arena, prose_range(prose, from, to))),
                       STR_ARGS(period_of(prose, behind, r->arena)));
}

static void add(struct amount_reading *r, const struct proof_sum *sum, size_t from, size_t to,
                bool is_definition)
{
    const struct prose *prose = &r->text->prose;
    if (prose_token(prose, to - 1)->kind != TOKEN_WORD)
        return;
    *LIST_ADD(&r->said, struct amount_said) = (struct amount_said){
        .sum = *sum,
        .from = from,
        .thing = names_add(r->things, thing_key(r, from, to, sum->to)),
        .is_titled = prose_token(prose, from)->is_capital,
        .is_definite = !is_definition && from > 0 && is_definite(prose, from - 1),
        .refers_back = proof_is_phrase(r->text, sum->to, "referred to in") ||
                       proof_is_phrase(r->text, sum->to, "mentioned in") ||
                       proof_is_phrase(r->text, sum->to, "set out in") ||
                       proof_is_phrase(r->text, sum->to, "named in"),
        .is_plain_sum = is_plain_sum(prose, to - 1),
    };
}

static void note(struct amount_reading *r, const struct proof_sum *sum)
{
    const struct prose *prose = &r->text->prose;
    struct str key = figure_key(sum, r->arena);
    uint32_t figure = names_find(r->figures, key);
    if (figure == NAMES_NONE) {
        figure = names_add(r->figures, key);
        *LIST_ADD(&r->uses, uint32_t) = 0;
    }
    ++*LIST_AT(&r->uses, uint32_t, figure);
    size_t at = sum->from;
    if (at >= 2 && prose_is_word(prose, at - 1, "of"))
        add(r, sum, thing_start(prose, at - 2), at - 1, false);
    else if (at >= 3 && prose_is_word(prose, at - 1, "means") &&
             prose_token(prose, at - 2)->kind == TOKEN_MARK)
        add(r, sum, thing_start(prose, at - 3), at - 2, true);
}

static bool is_same(const struct proof_sum *one, const struct proof_sum *other)
{
    return one->millionths == other->millionths && sum_is_same_unit(one, other);
}

static void report(const struct amount_reading *r, const struct amount_said *said,
                   const struct amount_said *other, enum proof_certainty certainty,
                   struct list *findings)
{
    bool is_currency = said->sum.millionths == other->sum.millionths;
    struct proof_finding *finding = finding_add(
        findings, FINDING_AMOUNT, certainty, proof_range(r->text, said->from, said->sum.to),
        is_currency ? "the same thing is counted in another unit"
                    : "the same thing has another amount");
    finding->other = proof_range(r->text, other->from, other->sum.to);
}

// A thing with a name: its later amounts are held against the first.
static void check_named(const struct amount_reading *r, struct list *findings)
{
    const struct amount_said *items = LIST_ITEMS(&r->said, struct amount_said);
    uint32_t things = names_count(r->things);
    const struct amount_said **first =
        ARENA_ARRAY(r->arena, const struct amount_said *, things + 1);
    for (size_t i = 0; i < r->said.count; i++) {
        const struct amount_said *said = &items[i];
        if (said->is_plain_sum)
            continue;
        const struct amount_said *before = first[said->thing];
        if (!before) {
            first[said->thing] = said;
            continue;
        }
        bool is_comparable = said->sum.is_money == before->sum.is_money &&
                             (said->sum.is_money || sum_is_same_unit(&said->sum, &before->sum));
        uint32_t uses =
            *LIST_AT(&r->uses, uint32_t, names_find(r->figures, figure_key(&said->sum, r->arena)));
        // A fee may differ from another fee: only the one spoken of before must be the same.
        bool is_one = said->is_titled || (said->is_definite && uses == 1);
        if (is_comparable && is_one && !is_same(&said->sum, &before->sum))
            report(r, said, before, said->is_titled ? PROOF_LIKELY : PROOF_LOOK, findings);
    }
}

// "the sum of EUR 900 referred to in paragraph 1": it must stand elsewhere too.
static void check_back(const struct amount_reading *r, struct list *findings)
{
    for (size_t i = 0; i < r->said.count; i++) {
        const struct amount_said *said = LIST_AT(&r->said, struct amount_said, i);
        uint32_t figure = names_find(r->figures, figure_key(&said->sum, r->arena));
        if (said->is_plain_sum && said->refers_back && *LIST_AT(&r->uses, uint32_t, figure) == 1)
            finding_add(findings, FINDING_AMOUNT, PROOF_LIKELY,
                        proof_range(r->text, said->from, said->sum.to),
                        "this amount is said to stand elsewhere and stands nowhere else");
    }
}

void amounts_check(const struct proof_text *text, struct list *findings)
{
    struct arena *arena = arena_open();
    struct amount_reading r = {text,
                               arena,
                               names_make(arena),
                               LIST_MAKE(arena, struct amount_said),
                               names_make(arena),
                               LIST_MAKE(arena, uint32_t)};
    for (size_t at = 0; at < text->prose.count;) {
        struct proof_sum sum;
        bool may_be = proof_has_sign(text, at, SIGN_SUM);
        size_t count = may_be ? sum_read(&text->prose, at, &sum) : 0;
        if (count > 0 && sum.unit.length > 0)
            note(&r, &sum);
        at += count > 0 ? count : 1;
    }
    check_named(&r, findings);
    check_back(&r, findings);
    arena_close(arena);
}
