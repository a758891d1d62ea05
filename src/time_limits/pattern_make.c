// SPDX-License-Identifier: Apache-2.0
// Patterns become graphs: each node leads to the next, a split to one of several.
#include "base/list.h"
#include "time_limits/pattern.h"
#include "time_limits/pattern_graph.h"

#include <assert.h>
#include <string.h>

static const char *const symbol_names[SYMBOL_COUNT] = {
    "N",      "UNIT",  "DATE",   "YEAR", "ORD",  "NUM",      "ORDUNIT",  "REF",  "EVENT",
    "PERIOD", "NAMED", "CLAUSE", "DONE", "CODE", "CODEBACK", "NAMEDDAY", "WORD", "TIME"};

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

static void note_symbol(struct symbol_starts *starts, const struct firsts *firsts, size_t pattern)
{
    for (size_t part = 0; part < WORD_PARTS; part++)
        for (uint64_t bits = firsts->words[part]; bits != 0; bits &= bits - 1)
            add_to_set(&starts->words[part * 64 + (size_t)__builtin_ctzll(bits)], pattern);
    if (firsts->has_any)
        add_to_set(&starts->any, pattern);
    if (firsts->has_number)
        add_to_set(&starts->number, pattern);
    if (firsts->has_code)
        add_to_set(&starts->code, pattern);
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
        note_symbol(patterns->by_symbol, &patterns->starts[pattern]->firsts, pattern);
        break;
    case NODE_END:
        assert(false); // the pattern matches nothing at all
    }
}

static void add_next(struct opening_set *set, size_t opening)
{
    set->bits[opening / 64] |= (uint64_t)1 << (opening % 64);
}

static void note_next(struct openings_by_next *next, const struct firsts *firsts, size_t opening)
{
    for (size_t part = 0; part < WORD_PARTS; part++)
        for (uint64_t bits = firsts->words[part]; bits != 0; bits &= bits - 1)
            add_next(&next->words[part * 64 + (size_t)__builtin_ctzll(bits)], opening);
    if (firsts->has_any)
        add_next(&next->any, opening);
    if (firsts->has_number)
        add_next(&next->number, opening);
    if (firsts->has_code)
        add_next(&next->code, opening);
}

// "in", "by" and "the" open so many patterns that the next word is asked first.
static void sort_by_next(struct word_openings *openings, struct arena *arena)
{
    if (openings->count <= OPENINGS_FEW || openings->count > (size_t)OPENINGS_MASKS * 64)
        return;
    openings->by_next = ARENA_NEW(arena, struct openings_by_next);
    for (size_t i = 0; i < openings->count; i++)
        note_next(openings->by_next, &openings->items[i].rest.firsts, i);
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
    patterns->by_symbol = ARENA_NEW(arena, struct symbol_starts);
    patterns->by_word = ARENA_ARRAY(arena, struct word_openings, patterns->word_count);
    for (size_t i = 0; i < count; i++)
        note_starts(patterns, patterns->starts[i], i, arena);
    for (size_t i = 0; i < patterns->word_count; i++)
        sort_by_next(&patterns->by_word[i], arena);
    return patterns;
}
