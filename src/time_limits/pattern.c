// SPDX-License-Identifier: Apache-2.0
// Patterns become graphs: each node leads to the next, a split to one of several. Matching walks the
// graph depth first and takes the first way that reaches the end, so the order of the table counts.
#include "time_limits/pattern.h"

#include "base/list.h"
#include "prose/number.h"
#include "time_limits/event.h"

#include <assert.h>
#include <string.h>

enum symbol {
    SYMBOL_N,
    SYMBOL_UNIT,
    SYMBOL_DATE,
    SYMBOL_YEAR,
    SYMBOL_ORD,
    SYMBOL_NUM,
    SYMBOL_ORDUNIT,
    SYMBOL_REF,
    SYMBOL_EVENT,
    SYMBOL_PERIOD,
    SYMBOL_NAMED,
    SYMBOL_CLAUSE,
    SYMBOL_DONE,
    SYMBOL_CODE,
    SYMBOL_CODEBACK,
    SYMBOL_NAMEDDAY,
    SYMBOL_WORD,
    SYMBOL_COUNT
};

static const char *const symbol_names[SYMBOL_COUNT] = {
    "N",      "UNIT",  "DATE",   "YEAR", "ORD",  "NUM",      "ORDUNIT",  "REF", "EVENT",
    "PERIOD", "NAMED", "CLAUSE", "DONE", "CODE", "CODEBACK", "NAMEDDAY", "WORD"};

enum node_kind { NODE_END, NODE_WORD, NODE_AHEAD, NODE_MARK, NODE_SYMBOL, NODE_SPLIT };

struct pattern_node;

// What can stand first at a node.
#define WORD_PARTS 4
struct firsts {
    uint64_t words[WORD_PARTS]; // by number modulo 256
    bool has_number;            // a number, a date, a unit
    bool has_code;              // "D" or "EIF"
    bool has_any;
};

// One way on from a split. What can stand first lies here, beside the other ways, since most are not taken.
struct pattern_way {
    const struct pattern_node *node;
    struct firsts firsts;
};

struct pattern_node {
    enum node_kind kind;
    uint32_t value; // WORD, AHEAD: the word's number; the mark's code point, the symbol
    const struct pattern_node *next;
    struct pattern_way *ways; // SPLIT: in order of precedence
    size_t way_count;
    struct firsts firsts;
};

#define PATTERNS_MAX 512
#define SET_WORDS (PATTERNS_MAX / 64)

// A set of patterns, by number.
struct pattern_set {
    uint64_t bits[SET_WORDS];
};

// How a pattern goes on behind a word that it begins with.
struct word_opening {
    size_t pattern;
    struct pattern_way rest;
};

// The openings of one word, by pattern.
struct word_openings {
    struct word_opening *items;
    size_t count;
    size_t capacity;
};

struct patterns {
    const struct pattern_node **starts;
    size_t count;
    struct word_openings *by_word;
    size_t word_count;
    struct pattern_set by_symbol; // which can begin with something a reader finds
};

struct compiler {
    const struct pattern_piece *pieces;
    struct vocabulary *vocabulary;
    struct arena *arena;
    struct str text;
    size_t at;
};

static const struct pattern_node *compile_ways(struct compiler *compiler,
                                               const struct pattern_node *next);

static struct pattern_node *node_make(struct compiler *compiler, enum node_kind kind,
                                      uint32_t value, const struct pattern_node *next)
{
    struct pattern_node *node = ARENA_NEW(compiler->arena, struct pattern_node);
    *node = (struct pattern_node){.kind = kind, .value = value, .next = next};
    node->firsts.has_any = kind == NODE_END || kind == NODE_MARK;
    if (kind == NODE_WORD || kind == NODE_AHEAD)
        node->firsts.words[value / 64 % WORD_PARTS] = (uint64_t)1 << (value % 64);
    if (kind == NODE_SYMBOL) {
        node->firsts.has_number = value <= SYMBOL_ORDUNIT;
        node->firsts.has_code = value == SYMBOL_CODE || value == SYMBOL_CODEBACK;
        node->firsts.has_any = !node->firsts.has_number && !node->firsts.has_code;
    }
    return node;
}

static struct pattern_way way_to(const struct pattern_node *node)
{
    return (struct pattern_way){node, node->firsts};
}

static const struct pattern_node *split_make(struct compiler *compiler,
                                             const struct pattern_node *const *nodes, size_t count)
{
    struct pattern_node *split = node_make(compiler, NODE_SPLIT, 0, NULL);
    split->ways = ARENA_ARRAY(compiler->arena, struct pattern_way, count);
    split->way_count = count;
    for (size_t i = 0; i < count; i++) {
        split->ways[i] = way_to(nodes[i]);
        for (size_t part = 0; part < WORD_PARTS; part++)
            split->firsts.words[part] |= nodes[i]->firsts.words[part];
        split->firsts.has_number = split->firsts.has_number || nodes[i]->firsts.has_number;
        split->firsts.has_code = split->firsts.has_code || nodes[i]->firsts.has_code;
        split->firsts.has_any = split->firsts.has_any || nodes[i]->firsts.has_any;
    }
    return split;
}

static const struct pattern_node *compile_piece(struct compiler *compiler, struct str name,
                                                const struct pattern_node *next)
{
    const struct pattern_piece *piece = compiler->pieces;
    while (piece->name && !str_equal(str_of(piece->name), name))
        piece++;
    assert(piece->name); // the table names a piece that it does not have
    struct compiler inner = *compiler;
    inner.text = str_of(piece->text);
    inner.at = 0;
    return compile_ways(&inner, next);
}

static const struct pattern_node *compile_word(struct compiler *compiler, struct str word,
                                               const struct pattern_node *next)
{
    if (word.bytes[0] == '$')
        return compile_piece(compiler, str_skip(word, 1), next);
    char first = word.bytes[0];
    for (uint32_t symbol = 0; first >= 'A' && first <= 'Z' && symbol < SYMBOL_COUNT; symbol++)
        if (str_equal(word, str_of(symbol_names[symbol])))
            return node_make(compiler, NODE_SYMBOL, symbol, next);
    if (first == '<')
        return node_make(compiler, NODE_AHEAD,
                         vocabulary_add(compiler->vocabulary, str_skip(word, 1)), next);
    if (word.length == 1 && !(first >= 'a' && first <= 'z'))
        return node_make(compiler, NODE_MARK, (uint32_t)(unsigned char)first, next);
    return node_make(compiler, NODE_WORD, vocabulary_add(compiler->vocabulary, word), next);
}

static bool opens_group(char c)
{
    return c == '(' || c == '[';
}

static bool closes_group(char c)
{
    return c == ')' || c == ']';
}

static bool ends_word(char c)
{
    return c == ' ' || c == '|' || opens_group(c) || closes_group(c);
}

// The end of the element that begins at `from`: a word, or a bracket with all inside it.
static size_t element_end(struct str text, size_t from)
{
    if (!opens_group(text.bytes[from])) {
        while (from < text.length && !ends_word(text.bytes[from]))
            from++;
        return from;
    }
    size_t depth = 0;
    do {
        depth += opens_group(text.bytes[from]) ? 1 : 0;
        depth -= closes_group(text.bytes[from]) ? 1 : 0;
        from++;
    } while (depth > 0 && from < text.length);
    assert(depth == 0); // a bracket in the table is not closed
    return from;
}

// One sequence is linked from its end, so that every node knows what follows it.
static const struct pattern_node *compile_sequence(struct compiler *compiler, struct str text,
                                                   const struct pattern_node *next)
{
    struct str elements[64];
    size_t count = 0;
    for (size_t at = 0; at < text.length;) {
        if (text.bytes[at] == ' ') {
            at++;
            continue;
        }
        assert(count < sizeof elements / sizeof elements[0]);
        size_t end = element_end(text, at);
        elements[count++] = str_slice(text, at, end);
        at = end;
    }
    for (size_t i = count; i > 0; i--) {
        struct str element = elements[i - 1];
        if (!opens_group(element.bytes[0])) {
            next = compile_word(compiler, element, next);
            continue;
        }
        struct compiler inner = *compiler;
        inner.text = str_slice(element, 1, element.length - 1);
        const struct pattern_node *with_and_without[] = {compile_ways(&inner, next), next};
        bool may_be_absent = element.bytes[0] == '[';
        next = may_be_absent ? split_make(compiler, with_and_without, 2) : with_and_without[0];
    }
    return next;
}

// Alternatives, parted by | outside all brackets.
static const struct pattern_node *compile_ways(struct compiler *compiler,
                                               const struct pattern_node *next)
{
    struct str text = compiler->text;
    struct list ways = LIST_MAKE(compiler->arena, const struct pattern_node *);
    size_t from = 0;
    for (size_t at = 0; at <= text.length;) {
        if (at == text.length || text.bytes[at] == '|') {
            *LIST_ADD(&ways, const struct pattern_node *) =
                compile_sequence(compiler, str_slice(text, from, at), next);
            from = ++at;
        } else {
            at = text.bytes[at] == ' ' ? at + 1 : element_end(text, at);
        }
    }
    if (ways.count == 1)
        return *LIST_AT(&ways, const struct pattern_node *, 0);
    return split_make(compiler, LIST_ITEMS(&ways, const struct pattern_node *), ways.count);
}

static void add_to_set(struct pattern_set *set, size_t pattern)
{
    set->bits[pattern / 64] |= (uint64_t)1 << (pattern % 64);
}

static void add_opening(struct word_openings *openings, struct word_opening opening,
                        struct arena *arena)
{
    if (openings->count == openings->capacity) {
        size_t capacity = openings->capacity == 0 ? 4 : 2 * openings->capacity;
        struct word_opening *items = ARENA_ARRAY(arena, struct word_opening, capacity);
        if (openings->count > 0)
            memcpy(items, openings->items, openings->count * sizeof *items);
        openings->items = items;
        openings->capacity = capacity;
    }
    openings->items[openings->count++] = opening;
}

static void note_starts(struct patterns *patterns, const struct pattern_node *node, size_t pattern,
                        struct arena *arena)
{
    switch (node->kind) {
    case NODE_WORD:
        add_opening(&patterns->by_word[node->value],
                    (struct word_opening){pattern, way_to(node->next)}, arena);
        break;
    case NODE_SPLIT:
        for (size_t i = 0; i < node->way_count; i++)
            note_starts(patterns, node->ways[i].node, pattern, arena);
        break;
    case NODE_AHEAD:
        assert(false); // no pattern begins with what is not taken
        break;
    case NODE_MARK:
    case NODE_SYMBOL:
        add_to_set(&patterns->by_symbol, pattern);
        break;
    case NODE_END:
        assert(false); // the pattern matches nothing at all
    }
}

struct patterns *patterns_make(const char *const *texts, size_t count,
                               const struct pattern_piece *pieces, struct vocabulary *vocabulary,
                               struct arena *arena)
{
    assert(count <= PATTERNS_MAX);
    struct patterns *patterns = ARENA_NEW(arena, struct patterns);
    patterns->starts = ARENA_ARRAY(arena, const struct pattern_node *, count);
    patterns->count = count;
    struct pattern_node *end = ARENA_NEW(arena, struct pattern_node);
    end->firsts.has_any = true;
    for (size_t i = 0; i < count; i++) {
        struct compiler compiler = {pieces, vocabulary, arena, str_of(texts[i]), 0};
        patterns->starts[i] = compile_ways(&compiler, end);
    }
    patterns->word_count = vocabulary_count(vocabulary);
    patterns->by_word = ARENA_ARRAY(arena, struct word_openings, patterns->word_count);
    for (size_t i = 0; i < count; i++)
        note_starts(patterns, patterns->starts[i], i, arena);
    return patterns;
}

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

// Among the patterns that begin with the word at hand.
static bool match_word(const struct patterns *patterns, const struct prose *prose, size_t at,
                       size_t from, struct pattern_match *match)
{
    const struct word_openings *openings = &patterns->by_word[prose_token(prose, at)->word];
    struct first_of_token second = first_at(prose, at + 1);
    for (size_t i = 0; i < openings->count; i++) {
        const struct word_opening *opening = &openings->items[i];
        if (opening->pattern < from || !can_begin(prose, &opening->rest.firsts, &second))
            continue;
        match->pattern = opening->pattern;
        match->captures = (struct captures){0};
        if (walk(prose, opening->rest.node, at + 1, &match->end, &match->captures))
            return true;
    }
    return false;
}

// Among those that begin with what a reader finds.
static bool match_symbol(const struct patterns *patterns, const struct prose *prose, size_t at,
                         size_t from, size_t to, struct pattern_match *match)
{
    struct first_of_token first = first_at(prose, at);
    for (size_t part = from / 64; part < SET_WORDS; part++)
        for (uint64_t bits = patterns->by_symbol.bits[part]; bits != 0; bits &= bits - 1) {
            match->pattern = part * 64 + (size_t)__builtin_ctzll(bits);
            if (match->pattern < from)
                continue;
            if (match->pattern >= to)
                return false;
            if (!can_begin(prose, &patterns->starts[match->pattern]->firsts, &first))
                continue;
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
