// SPDX-License-Identifier: Apache-2.0
// Matching walks the graph of a pattern depth first and takes the first way that reaches the end, so
// the order of the table counts.
#include "time_limits/pattern.h"

#include "prose/number.h"
#include "time_limits/event.h"
#include "time_limits/pattern_graph.h"

static size_t capture_event(const struct prose *prose, size_t at, enum event_kind kind,
                            struct captures *captures)
{
    size_t count = event_read(prose, at, kind);
    if (count == 0)
        return 0;
    captures->event_from = at;
    captures->event_to = at + count;
    captures->has_event = true;
    return count;
}

static size_t capture_quantity(size_t count, struct captures *captures)
{
    captures->has_quantity = captures->has_quantity || count > 0;
    return count;
}

static size_t capture_number(size_t count, struct captures *captures)
{
    captures->has_number = captures->has_number || count > 0;
    return count;
}

static size_t capture_date(size_t count, struct captures *captures)
{
    captures->has_date = captures->has_date || count > 0;
    return count;
}

// "27th month", "thirtieth working day"
static size_t capture_ordinal_unit(const struct prose *prose, size_t at, struct captures *captures)
{
    size_t count = capture_number(ordinal_read(prose, at, &captures->number), captures);
    size_t unit = count == 0 ? 0 : quantity_read_unit(prose, at + count, &captures->quantity);
    return unit == 0 ? 0 : count + capture_quantity(unit, captures);
}

#define CODE_MAX 4 // letters of "D", "EIF"

static bool is_code(const struct prose *prose, size_t at)
{
    const struct token *token = prose_token(prose, at);
    return token->kind == TOKEN_WORD && token->is_capital && token->length <= CODE_MAX;
}

static size_t capture_code(const struct prose *prose, size_t at, struct captures *captures)
{
    if (!is_code(prose, at))
        return 0;
    captures->code = at;
    captures->has_code = true;
    return 1;
}

// "D" in "D-5": only letters that stand for a day or hour of their own, or names would be taken.
static size_t capture_code_back(const struct prose *prose, size_t at, struct captures *captures)
{
    const struct token *next = prose_token(prose, at + 1);
    bool is_day = prose_is_word(prose, at, "d") || prose_is_word(prose, at, "h") ||
                  prose_is_word(prose, at, "eif");
    if (!is_day || next->kind != TOKEN_NUMBER || !next->has_hyphen)
        return 0;
    return capture_code(prose, at, captures);
}

static size_t capture(const struct prose *prose, size_t at, enum symbol symbol,
                      struct captures *captures)
{
    switch (symbol) {
    case SYMBOL_N:
        return capture_quantity(quantity_read(prose, at, &captures->quantity), captures);
    case SYMBOL_UNIT:
        return capture_quantity(quantity_read_unit(prose, at, &captures->quantity), captures);
    case SYMBOL_DATE:
        return capture_date(date_read(prose, at, false, &captures->date), captures);
    case SYMBOL_YEAR:
        return capture_date(date_read(prose, at, true, &captures->date), captures);
    case SYMBOL_ORD:
        return capture_number(ordinal_read(prose, at, &captures->number), captures);
    case SYMBOL_NUM:
        return capture_number(number_read(prose, at, &captures->number), captures);
    case SYMBOL_ORDUNIT:
        return capture_ordinal_unit(prose, at, captures);
    case SYMBOL_REF:
        return capture_event(prose, at, EVENT_ANY, captures);
    case SYMBOL_EVENT:
        return capture_event(prose, at, EVENT_HAPPENS, captures);
    case SYMBOL_PERIOD:
        return capture_event(prose, at, EVENT_PERIOD, captures);
    case SYMBOL_NAMED:
        return capture_event(prose, at, EVENT_NAMED_PERIOD, captures);
    case SYMBOL_CLAUSE:
        return capture_event(prose, at, EVENT_CLAUSE, captures);
    case SYMBOL_DONE:
        return capture_event(prose, at, EVENT_DONE, captures);
    case SYMBOL_CODE:
        return capture_code(prose, at, captures);
    case SYMBOL_CODEBACK:
        return capture_code_back(prose, at, captures);
    case SYMBOL_NAMEDDAY:
        return capture_event(prose, at, EVENT_NAMED_DAY, captures);
    case SYMBOL_WORD:
        return prose_token(prose, at)->kind == TOKEN_WORD ? 1 : 0;
    case SYMBOL_TIME:
        return date_read_time(prose, at, &(struct date){0});
    case SYMBOL_COUNT:
        break;
    }
    return 0;
}

// Whether a number, a date or a unit may begin at a token: one of its own, or a word that leads to it.
static bool is_numberish(const struct prose *prose, size_t at)
{
    const struct token *token = prose_token(prose, at);
    bool is_letter = token->is_capital && token->length == 1; // "Q3"
    return token->kind == TOKEN_NUMBER || is_letter ||
           prose_has_class(prose, at,
                           CLASS_CARDINAL | CLASS_MULTIPLIER | CLASS_ORDINAL | CLASS_UNIT |
                               CLASS_MONTH | CLASS_WEEKDAY | CLASS_DETERMINER | CLASS_DAY_KIND |
                               CLASS_LEAD | CLASS_HALVED) ||
           quantity_is_between(prose, at);
}

// What the token at hand lets begin, so that ways that cannot are not walked. What takes longer to see is
// looked at once, when the first way asks for it.
enum seen { SEEN_NOT_YET, SEEN_NO, SEEN_YES };

struct first_of_token {
    uint64_t word; // its bit
    size_t part;   // of the bits
    size_t at;
    enum seen number;
};

static bool is_number_first(const struct prose *prose, struct first_of_token *first)
{
    if (first->number == SEEN_NOT_YET)
        first->number = is_numberish(prose, first->at) ? SEEN_YES : SEEN_NO;
    return first->number == SEEN_YES;
}

static bool can_begin(const struct prose *prose, const struct firsts *firsts,
                      struct first_of_token *first)
{
    return firsts->has_any || (firsts->words[first->part] & first->word) != 0 ||
           (firsts->has_code && is_code(prose, first->at)) ||
           (firsts->has_number && is_number_first(prose, first));
}

static struct first_of_token first_at(const struct prose *prose, size_t at)
{
    const struct token *token = prose_token(prose, at);
    bool is_known = token->kind == TOKEN_WORD && token->word != NAMES_NONE;
    return (struct first_of_token){.word = is_known ? (uint64_t)1 << (token->word % 64) : 0,
                                   .part = is_known ? token->word / 64 % WORD_PARTS : 0,
                                   .at = at};
}

// Captures are as before where it fails.
static bool walk(const struct prose *prose, const struct pattern_node *node, size_t at, size_t *end,
                 struct captures *captures)
{
    while (node->kind != NODE_END) {
        const struct token *token = prose_token(prose, at);
        if (node->kind == NODE_SPLIT) {
            struct first_of_token first = first_at(prose, at);
            for (size_t i = 0; i < node->way_count; i++)
                if (can_begin(prose, &node->ways[i].firsts, &first) &&
                    walk(prose, node->ways[i].node, at, end, captures))
                    return true;
            return false;
        }
        if (node->kind == NODE_SYMBOL) {
            struct first_of_token first = first_at(prose, at);
            if (!can_begin(prose, &node->firsts, &first))
                return false;
            struct captures before = *captures;
            size_t count = capture(prose, at, (enum symbol)node->value, captures);
            if (count > 0 && walk(prose, node->next, at + count, end, captures))
                return true;
            *captures = before;
            return false;
        }
        bool is_here = node->kind == NODE_MARK
                           ? token->kind == TOKEN_MARK && token->value == node->value
                           : token->kind == TOKEN_WORD && token->word == node->value;
        if (!is_here)
            return false;
        at += node->kind == NODE_AHEAD ? 0 : 1;
        node = node->next;
    }
    *end = at;
    return true;
}

// "half an hour", "an hour and a half"
static bool is_half(const struct prose *prose, size_t at)
{
    return prose_is_word(prose, at, "half") ||
           (prose_is_one_of(prose, at, "a an") && prose_is_word(prose, at + 4, "half"));
}

static bool can_begin_symbol(const struct prose *prose, size_t at)
{
    const struct token *token = prose_token(prose, at);
    return token->kind == TOKEN_NUMBER || token->is_capital ||
           prose_has_class(prose, at,
                           CLASS_CARDINAL | CLASS_MULTIPLIER | CLASS_ORDINAL | CLASS_SPAN |
                               CLASS_HALVED) ||
           (prose_has_class(prose, at, CLASS_LEAD | CLASS_DETERMINER) && is_half(prose, at));
}

// A way from token `at` to the end of a pattern.
struct pattern_match {
    size_t pattern;
    size_t end;
    struct captures captures;
};

// The openings in a part of the set that the token behind the word lets come.
static uint64_t openings_to_try(const struct openings_by_next *next, const struct prose *prose,
                                struct first_of_token *second, size_t part)
{
    uint64_t bits = next->any.bits[part];
    if (second->word != 0)
        bits |= next->words[second->part * 64 + (size_t)__builtin_ctzll(second->word)].bits[part];
    if (next->number.bits[part] != 0 && is_number_first(prose, second))
        bits |= next->number.bits[part];
    if (next->code.bits[part] != 0 && is_code(prose, second->at))
        bits |= next->code.bits[part];
    return bits;
}

static bool match_opening(const struct word_opening *opening, const struct prose *prose, size_t at,
                          struct pattern_match *match)
{
    match->pattern = opening->pattern;
    match->captures = (struct captures){0};
    return walk(prose, opening->rest.node, at + 1, &match->end, &match->captures);
}

// Among the patterns that begin with the word at hand.
static bool match_word(const struct patterns *patterns, const struct prose *prose, size_t at,
                       size_t from, struct pattern_match *match)
{
    const struct word_openings *openings = &patterns->by_word[prose_token(prose, at)->word];
    if (openings->count == 0)
        return false;
    struct first_of_token second = first_at(prose, at + 1);
    for (size_t i = 0; !openings->by_next && i < openings->count; i++)
        if (openings->items[i].pattern >= from &&
            can_begin(prose, &openings->items[i].rest.firsts, &second) &&
            match_opening(&openings->items[i], prose, at, match))
            return true;
    for (size_t part = 0; openings->by_next && part * 64 < openings->count; part++)
        for (uint64_t bits = openings_to_try(openings->by_next, prose, &second, part); bits != 0;
             bits &= bits - 1) {
            size_t i = part * 64 + (size_t)__builtin_ctzll(bits);
            if (openings->items[i].pattern >= from &&
                match_opening(&openings->items[i], prose, at, match))
                return true;
        }
    return false;
}

// The patterns in a part of the set that the token at hand lets begin.
static uint64_t starts_to_try(const struct symbol_starts *starts, const struct prose *prose,
                              struct first_of_token *first, size_t part)
{
    uint64_t bits = starts->any.bits[part];
    if (first->word != 0)
        bits |= starts->words[first->part * 64 + (size_t)__builtin_ctzll(first->word)].bits[part];
    if (starts->number.bits[part] != 0 && is_number_first(prose, first))
        bits |= starts->number.bits[part];
    if (starts->code.bits[part] != 0 && is_code(prose, first->at))
        bits |= starts->code.bits[part];
    return bits;
}

// Among those that begin with what a reader finds.
static bool match_symbol(const struct patterns *patterns, const struct prose *prose, size_t at,
                         size_t from, size_t to, struct pattern_match *match)
{
    struct first_of_token first = first_at(prose, at);
    for (size_t part = from / 64; part < SET_WORDS && part * 64 < to; part++)
        for (uint64_t bits = starts_to_try(patterns->by_symbol, prose, &first, part); bits != 0;
             bits &= bits - 1) {
            match->pattern = part * 64 + (size_t)__builtin_ctzll(bits);
            if (match->pattern < from)
                continue;
            if (match->pattern >= to)
                return false;
            match->captures = (struct captures){0};
            if (walk(prose, patterns->starts[match->pattern], at, &match->end, &match->captures))
                return true;
        }
    return false;
}

size_t patterns_match(const struct patterns *patterns, const struct prose *prose, size_t at,
                      size_t from, size_t *which, struct captures *captures)
{
    const struct token *token = prose_token(prose, at);
    bool by_word = token->kind == TOKEN_WORD && token->word < patterns->word_count;
    struct pattern_match word = {.pattern = patterns->count};
    struct pattern_match symbol;
    bool has_word = by_word && match_word(patterns, prose, at, from, &word);
    if (!has_word)
        word.pattern = patterns->count;
    // A pattern that begins with either is walked from its start, where its ways have their order.
    bool has_symbol = can_begin_symbol(prose, at) &&
                      match_symbol(patterns, prose, at, from, word.pattern + 1, &symbol);
    if (!has_word && !has_symbol)
        return 0;
    const struct pattern_match *match = has_symbol ? &symbol : &word;
    *which = match->pattern;
    *captures = match->captures;
    return match->end - at;
}
