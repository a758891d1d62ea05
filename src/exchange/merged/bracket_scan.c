// SPDX-License-Identifier: Apache-2.0
#include "exchange/merged/bracket_scan.h"

#include <stdlib.h>

enum { NAME_BYTES_MAX = 400, NAMES_IN_HEAD_MAX = 200 };

static bool is_mark(const struct marked *marked, size_t at, char c)
{
    return at < marked->text.length && marked->text.bytes[at] == c && !marked->is_literal[at];
}

static const uint32_t *match_brackets(const struct marked *marked, struct arena *arena)
{
    uint32_t *close_of = ARENA_ARRAY(arena, uint32_t, marked->text.length + 1);
    struct list open = LIST_MAKE(arena, uint32_t);
    for (size_t i = 0; i < marked->text.length; i++) {
        close_of[i] = NO_INDEX;
        if (is_mark(marked, i, '['))
            *LIST_ADD(&open, uint32_t) = (uint32_t)i;
        if (is_mark(marked, i, ']') && open.count > 0) {
            close_of[*LIST_AT(&open, uint32_t, open.count - 1)] = (uint32_t)i;
            list_cut(&open, open.count - 1);
        }
    }
    return close_of;
}

// The name that begins at byte `at`, up to a "," or ":" that is a mark; its length, 0 when there
// is none.
static size_t name_length(const struct marked *marked, size_t at)
{
    size_t end = at;
    while (end < marked->text.length && end - at <= NAME_BYTES_MAX) {
        if (is_mark(marked, end, ',') || is_mark(marked, end, ':'))
            return end - at;
        if (marked->text.bytes[end] == '\n' || is_mark(marked, end, '[') ||
            is_mark(marked, end, ']') || is_mark(marked, end, ';'))
            return 0;
        end++;
    }
    return 0;
}

// The names before ": " go into `heads`; gives where the words begin, 0 when this is no head.
static size_t read_head(const struct marked *marked, size_t open, struct list *heads, bool *is_base)
{
    size_t at = open + 1;
    *is_base = false;
    for (uint32_t i = 0; i < NAMES_IN_HEAD_MAX + 1; i++) {
        size_t length = name_length(marked, at);
        if (length == 0)
            return 0;
        struct str name = str_slice(marked->text, at, at + length);
        // A party may be called "base" too: it is written with a backslash, which neither
        // Markdown nor our text takes for an escape.
        bool is_party = str_equal(name, STR("\\base")) && !marked->is_literal[at];
        if (str_equal(name, STR("base")))
            *is_base = true;
        else
            *LIST_ADD(heads, struct str) = is_party ? STR("base") : name;
        at += length + 1;
        bool is_last = is_mark(marked, at - 1, ':');
        char behind = at < marked->text.length ? marked->text.bytes[at] : '\0';
        // Words that begin with a paragraph's end stand on the next line.
        if (is_last && behind == '\n')
            return at;
        if (behind != ' ')
            return 0;
        at++;
        if (is_last)
            return at;
    }
    return 0;
}

static int compare_names(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static struct names *find_parties(const struct marked *marked, const uint32_t *close_of,
                                  struct arena *arena)
{
    struct list found = LIST_MAKE(arena, struct str);
    for (size_t i = 0; i < marked->party_count; i++)
        *LIST_ADD(&found, struct str) = marked->party_names[i];
    for (size_t i = 0; i < marked->text.length && !marked->has_footer; i++) {
        size_t before = found.count;
        bool is_base;
        if (close_of[i] != NO_INDEX && read_head(marked, i, &found, &is_base) == 0)
            list_cut(&found, before);
    }
    if (!marked->has_footer && found.count > 0)
        qsort(found.items, found.count, sizeof(struct str), compare_names);
    struct names *names = names_make(arena);
    for (size_t i = 0; i < found.count; i++)
        names_add(names, *LIST_AT(&found, struct str, i));
    return names;
}

struct bracket_scan bracket_scan_make(const struct marked *marked, struct arena *arena)
{
    const uint32_t *close_of = match_brackets(marked, arena);
    return (struct bracket_scan){marked, close_of, find_parties(marked, close_of, arena), arena};
}

static int compare_parties(const void *a, const void *b)
{
    uint32_t left = ((const struct party *)a)->number;
    uint32_t right = ((const struct party *)b)->number;
    return (left > right) - (left < right);
}

bool bracket_at(const struct bracket_scan *scan, size_t at, struct bracket *bracket)
{
    if (at >= scan->marked->text.length || scan->close_of[at] == NO_INDEX)
        return false;
    struct list heads = LIST_MAKE(scan->arena, struct str);
    *bracket = (struct bracket){.open = (uint32_t)at, .close = scan->close_of[at]};
    size_t words = read_head(scan->marked, at, &heads, &bracket->is_base);
    if (words == 0 || words > bracket->close)
        return false;
    struct party *parties = ARENA_ARRAY(scan->arena, struct party, heads.count + 1);
    for (size_t i = 0; i < heads.count; i++) {
        parties[i].number = names_find(scan->parties, *LIST_AT(&heads, struct str, i));
        if (parties[i].number == NAMES_NONE)
            return false;
    }
    qsort(parties, heads.count, sizeof *parties, compare_parties);
    // Text is shorter than 4 GiB.
    bracket->words = (uint32_t)words;
    bracket->parties = parties;
    bracket->party_count = (uint32_t)heads.count;
    return true;
}

static bool names_again(const struct bracket *bracket, bool *held)
{
    for (uint32_t i = 0; i < bracket->party_count; i++)
        if (held[bracket->parties[i].number])
            return true;
    for (uint32_t i = 0; i < bracket->party_count; i++)
        held[bracket->parties[i].number] = true;
    return false;
}

size_t bracket_slot_at(const struct bracket_scan *scan, size_t at, struct list *brackets)
{
    struct bracket bracket;
    struct arena_mark mark = arena_mark(scan->arena);
    if (!bracket_at(scan, at, &bracket)) {
        arena_rewind(scan->arena, mark);
        return 0;
    }
    bool *held = ARENA_ARRAY(scan->arena, bool, names_count(scan->parties) + 1);
    list_cut(brackets, 0);
    do {
        // A name twice in one head counts once.
        if (names_again(&bracket, held) && brackets->count > 0)
            break;
        *LIST_ADD(brackets, struct bracket) = bracket;
        at = (size_t)bracket.close + 2;
    } while (at < scan->marked->text.length && scan->marked->text.bytes[at - 1] == ' ' &&
             bracket_at(scan, at, &bracket) && !bracket.is_base);
    return brackets->count;
}

struct str bracket_words(const struct bracket_scan *scan, const struct bracket *bracket)
{
    struct str words = str_slice(scan->marked->text, bracket->words, bracket->close);
    bool is_nothing =
        str_equal(words, STR("(nothing)")) && !scan->marked->is_literal[bracket->words];
    return is_nothing ? STR("") : words;
}
