// SPDX-License-Identifier: Apache-2.0
#include "exchange/merged/bracket_scan.h"

#include "base/sorted.h"

#include <stdlib.h>
#include <string.h>

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

static bool is_unit_word(const struct marked *marked, size_t at, struct str word)
{
    return !marked->is_literal[at] && str_starts_with(str_skip(marked->text, at), word);
}

// A party may be called "base" or "row …" too: it is written with a backslash, which neither Markdown nor
// our text takes for an escape.
static struct str plain_name(const struct marked *marked, size_t at, size_t length)
{
    struct str name = str_slice(marked->text, at, at + length);
    bool is_marked = !marked->is_literal[at] &&
                     (str_equal(name, STR("\\base")) || str_starts_with(name, STR("\\row ")) ||
                      str_starts_with(name, STR("\\cell ")));
    return is_marked ? str_skip(name, 1) : name;
}

// The names before ": " go into `heads`; gives where the words begin, 0 when this is no head.
static size_t read_head(const struct marked *marked, size_t open, struct list *heads, bool *is_base,
                        enum slot_unit *unit)
{
    size_t at = open + 1;
    *is_base = false;
    *unit = UNIT_WORDS;
    if (at < marked->text.length && is_unit_word(marked, at, STR("row "))) {
        *unit = UNIT_ROWS;
        at += 4;
    } else if (at < marked->text.length && is_unit_word(marked, at, STR("cell "))) {
        *unit = UNIT_CELLS;
        at += 5;
    }
    for (uint32_t i = 0; i < NAMES_IN_HEAD_MAX + 1; i++) {
        size_t length = name_length(marked, at);
        if (length == 0)
            return 0;
        struct str name = str_slice(marked->text, at, at + length);
        if (str_equal(name, STR("base")))
            *is_base = true;
        else
            *LIST_ADD(heads, struct str) = plain_name(marked, at, length);
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
        enum slot_unit unit;
        if (close_of[i] != NO_INDEX && read_head(marked, i, &found, &is_base, &unit) == 0)
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
    size_t words = read_head(scan->marked, at, &heads, &bracket->is_base, &bracket->unit);
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

// Whether the bracket behind byte `close` and what parts them goes on with a slot of that unit.
static bool goes_on(const struct bracket_scan *scan, size_t close, enum slot_unit unit,
                    struct bracket *bracket)
{
    size_t at = close + 2;
    if (at >= scan->marked->text.length)
        return false;
    char between = scan->marked->text.bytes[at - 1];
    return (between == ' ' || (between == '\n' && unit == UNIT_ROWS)) &&
           bracket_at(scan, at, bracket) && !bracket->is_base && bracket->unit == unit;
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
    } while (goes_on(scan, bracket.close, bracket.unit, &bracket));
    return brackets->count;
}

static bool is_only_marks(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != '\n')
            return false;
    return true;
}

static bool is_no_words(const struct bracket_scan *scan, const struct bracket *bracket)
{
    struct str words = str_slice(scan->marked->text, bracket->words, bracket->close);
    return str_equal(words, STR("(nothing)")) && !scan->marked->is_literal[bracket->words];
}

static bool mark_is_before(const void *row, size_t at, uint64_t place)
{
    const struct marked_paragraph *paragraphs = row;
    return paragraphs[at].to + 1 < place;
}

// Whether a table of HTML ends at byte `at`: then the mark before it is the last cell's.
static bool ends_in_html(const struct marked *marked, uint32_t at)
{
    size_t i = sorted_before(marked->paragraph_count, marked->paragraphs, mark_is_before, at);
    return i < marked->paragraph_count && marked->paragraphs[i].to + 1 == at &&
           marked->paragraphs[i].is_in_html;
}

static struct str marks_of(const struct bracket_scan *scan, size_t count)
{
    char *marks = ARENA_ARRAY(scan->arena, char, count);
    memset(marks, '\n', count);
    return (struct str){marks, count};
}

struct str bracket_words(const struct bracket_scan *scan, const struct bracket *bracket)
{
    struct str words = str_slice(scan->marked->text, bracket->words, bracket->close);
    if (is_no_words(scan, bracket))
        return (struct str){NULL, 0};
    // Cells that say nothing are told by their marks alone.
    if (bracket->unit != UNIT_WORDS && is_only_marks(words))
        return marks_of(scan, words.length + 1);
    bool has_mark = words.length > 0 && words.bytes[words.length - 1] == '\n' &&
                    ends_in_html(scan->marked, bracket->close) && !is_only_marks(words);
    return has_mark ? str_slice(words, 0, words.length - 1) : words;
}

static bool block_begins_by(const void *row, size_t at, uint64_t place)
{
    const struct marked_block *blocks = row;
    return blocks[at].from <= place;
}

// The first block that begins behind byte `at`.
static size_t first_block_behind(const struct marked *marked, uint32_t at)
{
    return sorted_before(marked->block_count, marked->blocks, block_begins_by, at);
}

// The innermost cell that holds byte `at`, or block_count.
static size_t cell_around(const struct marked *marked, uint32_t at)
{
    for (size_t i = first_block_behind(marked, at); i-- > 0;) {
        const struct marked_block *block = &marked->blocks[i];
        if (block->kind == BLOCK_CELL && at <= block->to)
            return i;
        if (block->depth == 0)
            break;
    }
    return marked->block_count;
}

const struct wording_part *bracket_parts(const struct bracket_scan *scan,
                                         const struct bracket *bracket, uint32_t *count)
{
    const struct marked *marked = scan->marked;
    struct list parts = LIST_MAKE(scan->arena, struct wording_part);
    struct list depths = LIST_MAKE(scan->arena, uint32_t);
    size_t cell = cell_around(marked, bracket->open);
    bool has_cell = cell < marked->block_count;
    uint32_t depth = has_cell ? marked->blocks[cell].depth + 1 : 0;
    size_t i = first_block_behind(marked, bracket->open);
    if (bracket->unit != UNIT_WORDS && !has_cell) {
        *count = 0;
        return NULL;
    }
    if (bracket->unit != UNIT_WORDS) {
        depth -= bracket->unit == UNIT_ROWS ? 2 : 1;
        i = cell;
        while (marked->blocks[i].depth > depth)
            i--; // the cell's row
    }
    if (is_no_words(scan, bracket))
        i = marked->block_count;
    for (; i < marked->block_count && marked->blocks[i].from <= bracket->close; i++) {
        const struct marked_block *block = &marked->blocks[i];
        if (block->depth < depth || block->to < bracket->words)
            continue;
        uint32_t from = block->from > bracket->words ? block->from : bracket->words;
        uint32_t to = block->to < bracket->close ? block->to : bracket->close;
        *LIST_ADD(&parts, struct wording_part) = (struct wording_part){
            .kind = block->kind, .from = from - bracket->words, .to = to - bracket->words};
        *LIST_ADD(&depths, uint32_t) = block->depth;
    }
    for (size_t part = 0; part < parts.count; part++) {
        size_t end = part + 1;
        while (end<parts.count && * LIST_AT(&depths, uint32_t, end)> *
               LIST_AT(&depths, uint32_t, part))
            end++;
        LIST_AT(&parts, struct wording_part, part)->end = (uint32_t)end;
    }
    *count = (uint32_t)parts.count;
    return LIST_ITEMS(&parts, struct wording_part);
}
