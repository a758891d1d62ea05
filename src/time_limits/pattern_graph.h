// SPDX-License-Identifier: Apache-2.0
// What patterns become, for those who make and who match them. Inside the room only.

#ifndef ENTENTE_TIME_LIMITS_PATTERN_GRAPH_H
#define ENTENTE_TIME_LIMITS_PATTERN_GRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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
    SYMBOL_TIME,
    SYMBOL_COUNT
};

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

// The patterns that can begin with something a reader finds, by what the token at hand lets begin.
struct symbol_starts {
    struct pattern_set words[WORD_PARTS * 64]; // by number modulo 256
    struct pattern_set any;
    struct pattern_set number;
    struct pattern_set code;
};

// How a pattern goes on behind a word that it begins with.
struct word_opening {
    size_t pattern;
    struct pattern_way rest;
};

// So many openings of a word are looked through one by one; of more than these only those are that the next
// word lets come.
#define OPENINGS_FEW 6
#define OPENINGS_MASKS 4 // 64 openings each

// A set of the openings of one word, by their place in its list.
struct opening_set {
    uint64_t bits[OPENINGS_MASKS];
};

// Which openings of a word the next token lets come.
struct openings_by_next {
    struct opening_set words[WORD_PARTS * 64]; // by number modulo 256
    struct opening_set any;
    struct opening_set number;
    struct opening_set code;
};

// The openings of one word, by pattern.
struct word_openings {
    struct word_opening *items;
    size_t count;
    size_t capacity;
    struct openings_by_next *by_next; // NULL: they are few, or more than a set holds
};

struct patterns {
    const struct pattern_node **starts;
    size_t count;
    struct word_openings *by_word;
    size_t word_count;
    struct symbol_starts *by_symbol; // which can begin with something a reader finds
};

#endif
