// SPDX-License-Identifier: Apache-2.0
#include "prose/number.h"

// "1 000", "1.000": groups of three as they are parted in other languages; the tokens of the next one, or 0.
static size_t group_elsewhere(const struct prose *prose, size_t at)
{
    size_t point = prose_is_mark(prose, at, '.') && prose_token(prose, at)->is_glued ? 1 : 0;
    const struct token *group = prose_token(prose, at + point);
    bool is_group = group->kind == TOKEN_NUMBER && group->length == 3 && !group->is_ordinal &&
                    !group->has_hyphen && group->is_glued == (point == 1);
    return is_group && prose_token(prose, at - 1)->length <= 3 ? 1 + point : 0;
}

// The decimals of "1,5" are no number of their own.
static bool is_inside_number(const struct prose *prose, size_t at)
{
    return at > 1 && prose_token(prose, at)->is_glued && prose_token(prose, at - 1)->is_glued &&
           (prose_is_mark(prose, at - 1, ',') || prose_is_mark(prose, at - 1, '.')) &&
           prose_token(prose, at - 2)->kind == TOKEN_NUMBER;
}

// "1,000" or "1 000 000": groups of three after the first digits, while the number is at most `most`.
static size_t read_groups(const struct prose *prose, size_t at, int64_t most, int64_t *value)
{
    const struct token *token = prose_token(prose, at);
    if (token->kind != TOKEN_NUMBER || token->is_ordinal)
        return 0;
    size_t count = 1;
    int64_t sum = token->value;
    while (prose_is_mark(prose, at + count, ',') && prose_token(prose, at + count)->is_glued) {
        const struct token *group = prose_token(prose, at + count + 1);
        if (group->kind != TOKEN_NUMBER || !group->is_glued || group->length != 3 || sum > most)
            break;
        sum = sum * 1000 + group->value;
        count += 2;
    }
    bool is_elsewhere = !vocabulary_is_english(prose->vocabulary);
    if (is_elsewhere && is_inside_number(prose, at))
        return 0;
    bool is_counted = prose_has_class(prose, at + 2, CLASS_UNIT); // "15 000 hours"
    for (size_t more = 0; (is_elsewhere || is_counted) && sum <= most; count += more) {
        more = group_elsewhere(prose, at + count);
        if (more == 0)
            break;
        sum = sum * 1000 + prose_token(prose, at + count + more - 1)->value;
    }
    *value = sum;
    return count;
}

// Whether a decimal point and digits stand at `at`.
static bool is_decimal(const struct prose *prose, size_t at)
{
    bool is_comma = prose_is_mark(prose, at, ',') && !vocabulary_is_english(prose->vocabulary);
    return (prose_is_mark(prose, at, '.') || is_comma) && prose_token(prose, at)->is_glued &&
           prose_token(prose, at + 1)->kind == TOKEN_NUMBER && prose_token(prose, at + 1)->is_glued;
}

static size_t read_digits(const struct prose *prose, size_t at, int64_t *value)
{
    int64_t sum;
    size_t count = read_groups(prose, at, NUMBER_MAX / 1000, &sum);
    if (count == 0 || is_decimal(prose, at + count))
        return 0;
    *value = sum < NUMBER_MAX ? sum : NUMBER_MAX;
    return count;
}

size_t decimal_read(const struct prose *prose, size_t at, int64_t *millionths)
{
    int64_t sum;
    size_t count = read_groups(prose, at, NUMBER_MAX, &sum);
    if (count == 0)
        return 0;
    *millionths = sum * 1000000;
    const struct token *decimals = prose_token(prose, at + count + 1);
    if (!is_decimal(prose, at + count) || decimals->length > DECIMAL_PLACES)
        return count;
    int64_t part = decimals->value;
    for (uint32_t i = decimals->length; i < DECIMAL_PLACES; i++)
        part *= 10;
    *millionths += part;
    return count + 2;
}

// Number words so far: "two hundred and thirty" has below_thousand 230.
struct spelled {
    int64_t thousands;
    int64_t below_thousand;
    bool has_tens;  // after "twenty" only a unit may follow
    bool has_units; // after "three" only a multiplier may follow
};

static bool can_add(const struct spelled *spelled, int64_t number)
{
    return !spelled->has_units && (number < 10 || !spelled->has_tens);
}

static bool add_multiplier(struct spelled *spelled, int64_t multiplier)
{
    if (multiplier == 100 && spelled->below_thousand < 10) {
        spelled->below_thousand =
            100 * (spelled->below_thousand == 0 ? 1 : spelled->below_thousand);
    } else if (multiplier == 1000 && spelled->thousands == 0) {
        spelled->thousands = 1000 * (spelled->below_thousand == 0 ? 1 : spelled->below_thousand);
        spelled->below_thousand = 0;
    } else {
        return false;
    }
    spelled->has_tens = false;
    spelled->has_units = false;
    return true;
}

static void add_number(struct spelled *spelled, int64_t number)
{
    spelled->below_thousand += number;
    spelled->has_units = number < 20;
    spelled->has_tens = number < 100;
}

// "quatre-vingt-dix", "soixante-douze": four twenties and ten, sixty and twelve.
static bool add_by_twenty(struct spelled *spelled, int64_t number)
{
    int64_t below_hundred = spelled->below_thousand % 100;
    if (number == 20 && below_hundred == 4) {
        spelled->below_thousand += 80 - 4;
        spelled->has_units = false;
        return true;
    }
    if (number < 10 || number > 19 || (below_hundred != 60 && below_hundred != 80))
        return false;
    add_number(spelled, number);
    return true;
}

// Words until one that does not fit; wants_ordinal: the last must be an ordinal, else none may.
static size_t read_words(const struct prose *prose, size_t at, bool wants_ordinal, int64_t *value)
{
    struct spelled spelled = {0};
    size_t count = 0;
    size_t taken = 0;
    bool is_ordinal = false;
    while (!is_ordinal) {
        const struct word_facts *facts = prose_facts(prose, at + count);
        const struct lexicon *lexicon = vocabulary_lexicon(prose->vocabulary);
        bool after_and = count > 0 && lexicon->number_joint &&
                         prose_is_word(prose, at + count, lexicon->number_joint);
        bool may_join = spelled.below_thousand % 100 == 0 ||
                        (lexicon->language != LANGUAGE_ENGLISH && spelled.has_tens);
        if (after_and && may_join && taken > 0) {
            count++;
            continue;
        }
        if ((facts->classes & CLASS_MULTIPLIER) && add_multiplier(&spelled, facts->number)) {
            taken = ++count;
            continue;
        }
        is_ordinal = (facts->classes & CLASS_ORDINAL) != 0;
        if (!(facts->classes & CLASS_CARDINAL) && !(is_ordinal && wants_ordinal))
            break;
        if (is_ordinal && facts->number == 100 && add_multiplier(&spelled, 100)) {
            taken = ++count;
            break;
        }
        if (lexicon->counts_by_twenty && add_by_twenty(&spelled, facts->number)) {
            taken = ++count;
            continue;
        }
        bool is_ten_behind = lexicon->units_first && spelled.below_thousand % 100 < 10 &&
                             spelled.has_units && facts->number % 10 == 0 && facts->number < 100;
        if (!can_add(&spelled, facts->number) && !is_ten_behind)
            break;
        add_number(&spelled, facts->number);
        taken = ++count;
        // "vigésimo segundo": the tens and the units are both ordinals.
        const struct word_facts *next = prose_facts(prose, at + count);
        if (is_ordinal && lexicon->language == LANGUAGE_SPANISH && facts->number >= 10 &&
            (next->classes & CLASS_ORDINAL) != 0 && next->number < 10)
            is_ordinal = false;
    }
    if (taken == 0 || (wants_ordinal && !is_ordinal))
        return 0;
    *value = spelled.thousands + spelled.below_thousand;
    return taken;
}

// "20e", "1er", "20-го", "20º", "20." as ordinals are written elsewhere; the tokens, 0: it is none.
static size_t read_ordinal_ending(const struct prose *prose, size_t at)
{
    const struct token *next = prose_token(prose, at + 1);
    if (vocabulary_is_english(prose->vocabulary))
        return 0;
    bool is_ending = next->kind == TOKEN_WORD && next->length <= 6 &&
                     (next->is_glued || next->has_hyphen) &&
                     !prose_has_class(prose, at + 1, CLASS_UNIT);
    bool is_stop = vocabulary_lexicon(prose->vocabulary)->language == LANGUAGE_GERMAN &&
                   prose_is_mark(prose, at + 1, '.');
    return is_ending || is_stop || prose_is_mark(prose, at + 1, 0xBA) ? 2 : 0;
}

static size_t read_once(const struct prose *prose, size_t at, bool wants_ordinal, int64_t *value)
{
    const struct token *token = prose_token(prose, at);
    if (token->kind == TOKEN_WORD)
        return prose_has_class(prose, at, CLASS_CARDINAL | CLASS_MULTIPLIER | CLASS_ORDINAL)
                   ? read_words(prose, at, wants_ordinal, value)
                   : 0;
    if (!wants_ordinal)
        return read_digits(prose, at, value);
    if (token->kind != TOKEN_NUMBER)
        return 0;
    *value = token->value;
    return token->is_ordinal ? 1 : read_ordinal_ending(prose, at);
}

// "(30)" after "thirty"; where the two differ the one in brackets is passed over.
static size_t read_repetition(const struct prose *prose, size_t at)
{
    if (!prose_is_mark(prose, at, '('))
        return 0;
    int64_t ignored;
    size_t count = read_once(prose, at + 1, false, &ignored);
    if (count == 0)
        count = read_once(prose, at + 1, true, &ignored);
    return count > 0 && prose_is_mark(prose, at + 1 + count, ')') ? count + 2 : 0;
}

size_t number_read(const struct prose *prose, size_t at, int64_t *value)
{
    size_t count = read_once(prose, at, false, value);
    return count == 0 ? 0 : count + read_repetition(prose, at + count);
}

size_t ordinal_read(const struct prose *prose, size_t at, int64_t *value)
{
    size_t count = read_once(prose, at, true, value);
    return count == 0 ? 0 : count + read_repetition(prose, at + count);
}

// The number once, as an ordinal or not; gives its tokens.
static size_t read_either(const struct prose *prose, size_t at, bool *is_ordinal, int64_t *value)
{
    size_t count = read_once(prose, at, true, value);
    *is_ordinal = count > 0;
    return count > 0 ? count : read_once(prose, at, false, value);
}

size_t number_read_twice(const struct prose *prose, size_t at, int64_t *said, int64_t *repeated)
{
    bool is_ordinal;
    size_t count = read_either(prose, at, &is_ordinal, said);
    size_t open = at + count;
    if (count == 0 || !prose_is_mark(prose, open, '(') || prose_token(prose, open)->is_glued)
        return 0;
    size_t more = read_once(prose, open + 1, false, repeated);
    if (more == 0 && is_ordinal)
        more = read_once(prose, open + 1, true, repeated);
    return more > 0 && prose_is_mark(prose, open + 1 + more, ')') ? count + more + 2 : 0;
}

bool number_differs(const struct prose *prose, size_t from, size_t to)
{
    for (size_t at = from; at < to;) {
        int64_t said;
        int64_t repeated;
        bool is_ordinal;
        if (number_read_twice(prose, at, &said, &repeated) > 0 && said != repeated)
            return true;
        size_t count = read_either(prose, at, &is_ordinal, &said);
        at += count > 0 ? count : 1;
    }
    return false;
}
