// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "base/utf8.h"
#include "exchange/merged/bracket_scan.h"
#include "exchange/merged/bracketed.h"
#include "exchange/merged/merged_text.h"
#include "merge/one_reading.h"
#include "merge/table_points.h"

#include <stdlib.h>

// Bytes [from, to) of the source become `text`.
struct source_replacement {
    uint32_t from;
    uint32_t to;
    struct str text;
};

struct resolving {
    const struct marked *marked;
    struct bracket_scan scan;
    struct sheet_reading reading;
    bool is_markdown;
    struct list brackets; // struct bracket: of the slot at hand
    struct list changes;  // struct source_replacement
    struct sheet sheet;   // the same text, read as a sheet
    uint32_t slot;        // of the sheet, that comes next
    struct list anew;     // struct source_replacement: tables that are written anew
    struct arena *arena;
};

static const struct bracket *bracket_of(const struct resolving *resolving, uint32_t i)
{
    return LIST_AT(&resolving->brackets, struct bracket, i);
}

static bool holds(const struct bracket *bracket, struct party party)
{
    for (uint32_t i = 0; i < bracket->party_count; i++)
        if (bracket->parties[i].number == party.number)
            return true;
    return false;
}

// The bracket that the reading takes; NULL for a base of no words.
static const struct bracket *chosen(const struct resolving *resolving)
{
    for (uint32_t i = 0; i < resolving->brackets.count; i++) {
        const struct bracket *bracket = bracket_of(resolving, i);
        if (resolving->reading.kind == READ_PARTY && holds(bracket, resolving->reading.party))
            return bracket;
    }
    const struct bracket *first = bracket_of(resolving, 0);
    return first->is_base ? first : NULL;
}

// The source of a bracket's words, with the escapes and marks around them.
static struct str source_words(const struct resolving *resolving, const struct bracket *bracket)
{
    const struct marked *marked = resolving->marked;
    if (bracket == NULL || bracket_words(&resolving->scan, bracket).length == 0)
        return STR("");
    struct str words = str_slice(marked->source, marked->source_at[bracket->words - 1] + 1,
                                 marked->source_at[bracket->close]);
    // Words on the next line: the space behind the colon is the head's.
    while (marked->text.bytes[bracket->words] == '\n' && str_starts_with(words, STR(" ")))
        words = str_skip(words, 1);
    // "\(nothing)" has its backslash for our own reader only; Markdown needs none there.
    bool is_literal = str_equal(words, STR("\\(nothing)"));
    return is_literal ? str_skip(words, 1) : words;
}

static bool starts_line(const struct marked *marked, uint32_t at)
{
    return at == 0 || marked->source.bytes[at - 1] == '\n' || marked->source.bytes[at - 1] == '\r';
}

// Where a paragraph ends in the source, or the table in which it stands.
static uint32_t source_end(const struct marked *marked, const struct marked_paragraph *paragraph)
{
    uint32_t end = paragraph->origin.to;
    for (size_t i = 0; paragraph->cell.length > 0 && i < marked->block_count; i++)
        if (marked->blocks[i].from <= paragraph->from && paragraph->to <= marked->blocks[i].to &&
            marked->blocks[i].origin.to > end)
            end = marked->blocks[i].origin.to;
    return end;
}

// A paragraph that is nothing but one slot goes, with what stands before it, when nothing is read.
static bool remove_paragraph(struct resolving *resolving, size_t first, size_t last)
{
    const struct marked *marked = resolving->marked;
    const struct marked_paragraph *paragraphs = marked->paragraphs;
    const struct bracket *end = bracket_of(resolving, (uint32_t)resolving->brackets.count - 1);
    if (bracket_of(resolving, 0)->open != paragraphs[first].from ||
        end->close + 1 != paragraphs[last].to ||
        !starts_line(marked, paragraphs[first].origin.from))
        return false;
    uint32_t from =
        first > 0 ? source_end(marked, &paragraphs[first - 1]) : paragraphs[first].origin.from;
    uint32_t to = paragraphs[last].origin.to;
    if (first == 0 && last + 1 < marked->paragraph_count)
        to = paragraphs[last + 1].origin.from;
    // A note's paragraphs follow the body's wherever it stands.
    if (from > paragraphs[first].origin.from || from > to)
        from = paragraphs[first].origin.from;
    *LIST_ADD(&resolving->changes, struct source_replacement) =
        (struct source_replacement){from, to < from ? paragraphs[last].origin.to : to, STR("")};
    return true;
}

// The points [first, first + count) of the sheet as the reading has them, in lines of Markdown.
static struct str written_anew(const struct resolving *resolving, uint32_t first, uint32_t count)
{
    static const struct merged_style style = {MERGED_BRACKETS, MEDIUM_MARKDOWN, true};
    struct sheet part = resolving->sheet;
    struct sheet one;
    part.points += first;
    part.point_count = count;
    sheet_of_reading(&part, resolving->reading, resolving->arena, &one);
    struct str text = merged_text_write(&one, &style, resolving->arena);
    while (text.length > 0 && text.bytes[text.length - 1] == '\n')
        text.length--;
    return text.length == 0 ? text : arena_print(resolving->arena, "%.*s\n", STR_ARGS(text));
}

// Rows, cells, and tables within cells cannot be resolved word by word.
static bool is_made_of_units(const struct resolving *resolving, const struct marked_block *table)
{
    const struct marked *marked = resolving->marked;
    if (table->has_gaps)
        return true;
    for (const struct marked_block *block = table + 1;
         block < marked->blocks + marked->block_count && block->depth > 0; block++)
        if (block->depth > 2)
            return true;
    for (uint32_t at = table->from; at < table->to; at++) {
        struct bracket bracket;
        if (marked->text.bytes[at] == '[' && bracket_at(&resolving->scan, at, &bracket) &&
            bracket.unit != UNIT_WORDS)
            return true;
    }
    return false;
}

static void write_tables_anew(struct resolving *resolving)
{
    const struct marked *marked = resolving->marked;
    uint32_t point = 0;
    for (size_t i = 0; i < marked->block_count; i++) {
        const struct marked_block *block = &marked->blocks[i];
        if (block->depth > 0 || block->origin.from == block->origin.to)
            continue;
        const struct sheet *sheet = &resolving->sheet;
        while (point < sheet->point_count && table_points(sheet, point, point + 1, 0) == 0)
            point++;
        uint32_t count =
            point < sheet->point_count ? table_points(sheet, point, sheet->point_count, 0) : 0;
        if (count > 0 && is_made_of_units(resolving, block))
            *LIST_ADD(&resolving->anew, struct source_replacement) = (struct source_replacement){
                block->origin.from, block->origin.to, written_anew(resolving, point, count)};
        point += count;
    }
}

// Words with a table among them: the point in which they stand is written anew, with lines for rows.
static bool write_point_anew(struct resolving *resolving, struct str words, size_t first,
                             size_t last)
{
    const struct marked_paragraph *paragraphs = resolving->marked->paragraphs;
    if (!resolving->is_markdown || paragraphs[first].cell.length > 0 ||
        !str_contains(words, STR("<table>")))
        return false;
    uint32_t point = resolving->sheet.slots[resolving->slot].point;
    *LIST_ADD(&resolving->anew, struct source_replacement) =
        (struct source_replacement){paragraphs[first].origin.from, paragraphs[last].origin.to,
                                    written_anew(resolving, point, 1)};
    return true;
}

// What stands in a place that is written anew need not be resolved there.
static void drop_changes_within(struct resolving *resolving)
{
    size_t kept = 0;
    for (size_t i = 0; i < resolving->changes.count; i++) {
        struct source_replacement change =
            *LIST_AT(&resolving->changes, struct source_replacement, i);
        bool is_within = false;
        for (size_t k = 0; k < resolving->anew.count; k++) {
            const struct source_replacement *anew =
                LIST_AT(&resolving->anew, struct source_replacement, k);
            is_within = is_within || (anew->from <= change.from && change.to <= anew->to);
        }
        if (!is_within)
            *LIST_AT(&resolving->changes, struct source_replacement, kept++) = change;
    }
    list_cut(&resolving->changes, kept);
    for (size_t k = 0; k < resolving->anew.count; k++)
        *LIST_ADD(&resolving->changes, struct source_replacement) =
            *LIST_AT(&resolving->anew, struct source_replacement, k);
}

static void resolve_slot(struct resolving *resolving, size_t first, size_t last)
{
    const struct marked *marked = resolving->marked;
    const struct bracket *end = bracket_of(resolving, (uint32_t)resolving->brackets.count - 1);
    struct str words = source_words(resolving, chosen(resolving));
    if (resolving->reading.kind == READ_AGREED)
        words = resolving->is_markdown ? STR("\\[…\\]") : STR("[…]");
    else if (words.length == 0 && remove_paragraph(resolving, first, last))
        return;
    else if (write_point_anew(resolving, words, first, last))
        return;
    uint32_t to = marked->source_at[end->close] + 1;
    // Behind a bracket our writer sets a backslash before what would make it a link.
    struct str behind = str_skip(marked->source, to);
    if (resolving->is_markdown &&
        (str_starts_with(behind, STR("\\(")) || str_starts_with(behind, STR("\\:"))))
        to++;
    *LIST_ADD(&resolving->changes, struct source_replacement) =
        (struct source_replacement){marked->source_at[bracket_of(resolving, 0)->open], to, words};
}

static void resolve_slots(struct resolving *resolving)
{
    const struct marked *marked = resolving->marked;
    size_t paragraph = 0;
    for (size_t at = 0; at < marked->text.length;) {
        while (marked->paragraphs[paragraph].to < at)
            paragraph++;
        if (marked->text.bytes[at] != '[' ||
            bracket_slot_at(&resolving->scan, at, &resolving->brackets) == 0) {
            at++;
            continue;
        }
        const struct bracket *end = bracket_of(resolving, (uint32_t)resolving->brackets.count - 1);
        size_t last = paragraph;
        while (marked->paragraphs[last].to < end->close)
            last++;
        at = (size_t)end->close + 1;
        resolve_slot(resolving, paragraph, last);
        resolving->slot++;
    }
}

// Our own lines go with the blank line that was set before them.
static void remove_comments(struct resolving *resolving)
{
    const struct marked *marked = resolving->marked;
    for (size_t i = 0; i < marked->comments.count; i++) {
        struct origin origin = *LIST_AT(&marked->comments, struct origin, i);
        uint32_t from = origin.from;
        if (from > 0 && marked->source.bytes[from - 1] == '\n')
            from--;
        if (from > 0 && from < origin.from && marked->source.bytes[from - 1] == '\r')
            from--;
        *LIST_ADD(&resolving->changes, struct source_replacement) =
            (struct source_replacement){from, origin.to, STR("")};
    }
}

static int compare_changes(const void *a, const void *b)
{
    const struct source_replacement *left = a;
    const struct source_replacement *right = b;
    if (left->from != right->from)
        return left->from < right->from ? -1 : 1;
    return (left->to > right->to) - (left->to < right->to);
}

// Text files of ours have "\[" for "[".
static void add_unescaped(const struct resolving *resolving, struct str text, struct builder *out)
{
    for (size_t i = 0; i < text.length; i++) {
        uint32_t c;
        size_t code = resolving->is_markdown ? 0 : marked_direction(text, i, &c);
        if (code > 0) {
            char bytes[UTF8_MAX];
            builder_add(out, (struct str){bytes, utf8_encode(c, bytes)});
            i += code - 1;
            continue;
        }
        bool is_escape =
            !resolving->is_markdown && text.bytes[i] == '\\' && i + 1 < text.length &&
            (text.bytes[i + 1] == '[' || text.bytes[i + 1] == ']' || text.bytes[i + 1] == '\\');
        i += is_escape;
        builder_add_byte(out, text.bytes[i]);
    }
}

bool bracketed_resolve(struct str name, struct str bytes, enum merged_medium medium,
                       struct sheet_reading reading, const struct input_limits *limits,
                       struct arena *arena, struct str *text, struct error *error)
{
    struct marked marked;
    if (!marked_read(name, bytes, medium, limits, arena, &marked, error))
        return false;
    struct resolving resolving = {.marked = &marked,
                                  .scan = bracket_scan_make(&marked, arena),
                                  .reading = reading,
                                  .is_markdown = medium == MEDIUM_MARKDOWN,
                                  .brackets = LIST_MAKE(arena, struct bracket),
                                  .changes = LIST_MAKE(arena, struct source_replacement),
                                  .anew = LIST_MAKE(arena, struct source_replacement),
                                  .arena = arena};
    if (!bracketed_read(name, bytes, medium, limits, arena, &resolving.sheet, error))
        return false;
    if (resolving.is_markdown)
        write_tables_anew(&resolving);
    resolve_slots(&resolving);
    drop_changes_within(&resolving);
    remove_comments(&resolving);
    if (resolving.changes.count > 0)
        qsort(resolving.changes.items, resolving.changes.count, sizeof(struct source_replacement),
              compare_changes);
    struct builder out = builder_make(arena);
    uint32_t at = 0;
    for (size_t i = 0; i < resolving.changes.count; i++) {
        const struct source_replacement *change =
            LIST_AT(&resolving.changes, struct source_replacement, i);
        if (change->from >= at)
            add_unescaped(&resolving, str_slice(marked.source, at, change->from), &out);
        add_unescaped(&resolving, change->text, &out);
        at = change->to > at ? change->to : at;
    }
    add_unescaped(&resolving, str_skip(marked.source, at), &out);
    *text = builder_str(&out);
    return true;
}
