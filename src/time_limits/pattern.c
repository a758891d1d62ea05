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

enum node_kind { NODE_END, NODE_WORD, NODE_MARK, NODE_SYMBOL, NODE_SPLIT };

struct pattern_node {
    enum node_kind kind;
    uint32_t value; // the word's number, the mark's code point, the symbol
    const struct pattern_node *next;
    const struct pattern_node **ways; // SPLIT: in order of precedence
    size_t way_count;
    // What can stand first here: words by number modulo 64; something of numbers; anything.
    uint64_t first_words;
    bool first_number;
    bool first_any;
};

#define PATTERNS_MAX 512
#define SET_WORDS (PATTERNS_MAX / 64)

// A set of patterns, by number.
struct pattern_set {
    uint64_t bits[SET_WORDS];
};

struct patterns {
    const struct pattern_node **starts;
    size_t count;
    struct pattern_set *by_word; // which patterns can begin with this word
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
    node->first_any = kind == NODE_END || kind == NODE_MARK;
    if (kind == NODE_WORD)
        node->first_words = (uint64_t)1 << (value % 64);
    if (kind == NODE_SYMBOL) {
        node->first_number = value <= SYMBOL_ORDUNIT;
        node->first_any = !node->first_number;
    }
    return node;
}

// To be called when the ways of a split are there.
static void note_first(struct pattern_node *split)
{
    for (size_t i = 0; i < split->way_count; i++) {
        split->first_words |= split->ways[i]->first_words;
        split->first_number = split->first_number || split->ways[i]->first_number;
        split->first_any = split->first_any || split->ways[i]->first_any;
    }
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
    for (uint32_t symbol = 0; symbol < SYMBOL_COUNT; symbol++)
        if (str_equal(word, str_of(symbol_names[symbol])))
            return node_make(compiler, NODE_SYMBOL, symbol, next);
    char first = word.bytes[0];
    if (word.length == 1 && !(first >= 'a' && first <= 'z'))
        return node_make(compiler, NODE_MARK, (uint32_t)(unsigned char)first, next);
    return node_make(compiler, NODE_WORD, vocabulary_add(compiler->vocabulary, word), next);
}

// The end of the element that begins at `from`: a word, or a bracket with all inside it.
static size_t element_end(struct str text, size_t from)
{
    char first = text.bytes[from];
    if (first != '(' && first != '[') {
        while (from < text.length && !strchr(" |()[]", text.bytes[from]))
            from++;
        return from;
    }
    size_t depth = 0;
    do {
        depth += strchr("([", text.bytes[from]) ? 1 : 0;
        depth -= strchr(")]", text.bytes[from]) ? 1 : 0;
        from++;
    } while (depth > 0 && from < text.length);
    assert(depth == 0); // a bracket in the table is not closed
    return from;
}

// One sequence is linked from its end, so that every node knows what follows it.
static const struct pattern_node *compile_sequence(struct compiler *compiler, struct str text,
                                                   const struct pattern_node *next)
{
    size_t starts[64];
    size_t count = 0;
    for (size_t at = 0; at < text.length;) {
        if (text.bytes[at] == ' ') {
            at++;
            continue;
        }
        assert(count < sizeof starts / sizeof starts[0]);
        starts[count++] = at;
        at = element_end(text, at);
    }
    for (size_t i = count; i > 0; i--) {
        struct str element = str_slice(text, starts[i - 1], element_end(text, starts[i - 1]));
        bool is_group = element.bytes[0] == '(' || element.bytes[0] == '[';
        if (!is_group) {
            next = compile_word(compiler, element, next);
            continue;
        }
        struct compiler inner = *compiler;
        inner.text = str_slice(element, 1, element.length - 1);
        const struct pattern_node *group = compile_ways(&inner, next);
        if (element.bytes[0] == '[') {
            struct pattern_node *split = node_make(compiler, NODE_SPLIT, 0, NULL);
            split->ways = ARENA_ARRAY(compiler->arena, const struct pattern_node *, 2);
            split->ways[0] = group;
            split->ways[1] = next;
            split->way_count = 2;
            note_first(split);
            group = split;
        }
        next = group;
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
    struct pattern_node *split = node_make(compiler, NODE_SPLIT, 0, NULL);
    split->ways = LIST_ITEMS(&ways, const struct pattern_node *);
    split->way_count = ways.count;
    note_first(split);
    return split;
}

static void add_to_set(struct pattern_set *set, size_t pattern)
{
    set->bits[pattern / 64] |= (uint64_t)1 << (pattern % 64);
}

static void note_starts(struct patterns *patterns, const struct pattern_node *node, size_t pattern)
{
    switch (node->kind) {
    case NODE_WORD:
        add_to_set(&patterns->by_word[node->value], pattern);
        break;
    case NODE_SPLIT:
        for (size_t i = 0; i < node->way_count; i++)
            note_starts(patterns, node->ways[i], pattern);
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
    end->first_any = true;
    for (size_t i = 0; i < count; i++) {
        struct compiler compiler = {pieces, vocabulary, arena, str_of(texts[i]), 0};
        patterns->starts[i] = compile_ways(&compiler, end);
    }
    patterns->word_count = vocabulary_count(vocabulary);
    patterns->by_word = ARENA_ARRAY(arena, struct pattern_set, patterns->word_count);
    for (size_t i = 0; i < count; i++)
        note_starts(patterns, patterns->starts[i], i);
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

static size_t capture_code(const struct prose *prose, size_t at, struct captures *captures)
{
    const struct token *token = prose_token(prose, at);
    if (token->kind != TOKEN_WORD || !token->is_capital || token->length > 4)
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
    static const char *const leads[] = {"half",   "early", "mid",     "late",    "end",  "close",
                                        "middle", "noon",  "spring",  "summer",  "fall", "autumn",
                                        "last",   "final", "another", "midnight"};
    const struct token *token = prose_token(prose, at);
    if (token->kind == TOKEN_NUMBER || token->is_capital ||
        prose_has_class(prose, at,
                        CLASS_CARDINAL | CLASS_MULTIPLIER | CLASS_ORDINAL | CLASS_UNIT |
                            CLASS_MONTH | CLASS_WEEKDAY | CLASS_DETERMINER | CLASS_DAY_KIND) ||
        quantity_is_between(prose, at))
        return true;
    for (size_t i = 0; i < sizeof leads / sizeof leads[0]; i++)
        if (prose_is_word(prose, at, leads[i]))
            return true;
    return false;
}

// What the token at hand lets begin, so that ways that cannot are not walked.
struct first_of_token {
    uint64_t word; // its bit
    size_t at;
    bool is_asked; // is_number is known
    bool is_number;
};

static bool can_begin(const struct prose *prose, const struct pattern_node *node,
                      struct first_of_token *first)
{
    if (node->first_any || (node->first_words & first->word) != 0)
        return true;
    if (!node->first_number)
        return false;
    if (!first->is_asked) {
        first->is_asked = true;
        first->is_number = is_numberish(prose, first->at);
    }
    return first->is_number;
}

static struct first_of_token first_at(const struct prose *prose, size_t at)
{
    const struct token *token = prose_token(prose, at);
    bool is_known = token->kind == TOKEN_WORD && token->word != NAMES_NONE;
    return (struct first_of_token){is_known ? (uint64_t)1 << (token->word % 64) : 0, at, false,
                                   false};
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
                if (can_begin(prose, node->ways[i], &first) &&
                    walk(prose, node->ways[i], at, end, captures))
                    return true;
            return false;
        }
        if (node->kind == NODE_SYMBOL) {
            struct captures before = *captures;
            size_t count = capture(prose, at, (enum symbol)node->value, captures);
            if (count > 0 && walk(prose, node->next, at + count, end, captures))
                return true;
            *captures = before;
            return false;
        }
        bool is_here = node->kind == NODE_WORD
                           ? token->kind == TOKEN_WORD && token->word == node->value
                           : token->kind == TOKEN_MARK && token->value == node->value;
        if (!is_here)
            return false;
        at++;
        node = node->next;
    }
    *end = at;
    return true;
}

static bool can_begin_symbol(const struct prose *prose, size_t at)
{
    const struct token *token = prose_token(prose, at);
    return token->kind == TOKEN_NUMBER || token->is_capital ||
           prose_has_class(prose, at, CLASS_CARDINAL | CLASS_MULTIPLIER | CLASS_ORDINAL);
}

size_t patterns_match(const struct patterns *patterns, const struct prose *prose, size_t at,
                      size_t from, size_t *which, struct captures *captures)
{
    const struct token *token = prose_token(prose, at);
    bool by_symbol = can_begin_symbol(prose, at);
    bool by_word = token->kind == TOKEN_WORD && token->word < patterns->word_count;
    if (!by_symbol && !by_word)
        return 0;
    for (size_t part = from / 64; part < SET_WORDS; part++) {
        uint64_t bits = by_word ? patterns->by_word[token->word].bits[part] : 0;
        bits |= by_symbol ? patterns->by_symbol.bits[part] : 0;
        for (; bits != 0; bits &= bits - 1) {
            size_t pattern = part * 64 + (size_t)__builtin_ctzll(bits);
            if (pattern < from)
                continue;
            struct captures found = {0};
            size_t end;
            if (walk(prose, patterns->starts[pattern], at, &end, &found)) {
                *which = pattern;
                *captures = found;
                return end - at;
            }
        }
    }
    return 0;
}
