// SPDX-License-Identifier: Apache-2.0
#include "exchange/merged/marked.h"

#include "base/direction.h"
#include "base/utf8.h"
#include "clauses/clause_paths.h"
#include "exchange/markdown/markdown.h"
#include "exchange/merged/marked_cells.h"
#include "exchange/plain/lines.h"
#include "text/said.h"

static const char comment_start[] = "<!-- entente";
static const char markdown_footer[] = "<!-- entente-merge/1; parties: ";
static const char text_footer[] = "[parties: ";

static int hex_value(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// "%3B" is ";".
static struct str footer_name(struct str name, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < name.length; i++) {
        int high = i + 2 < name.length ? hex_value(name.bytes[i + 1]) : -1;
        int low = high >= 0 ? hex_value(name.bytes[i + 2]) : -1;
        bool is_code = name.bytes[i] == '%' && low >= 0;
        builder_add_byte(&out, is_code ? (char)(high * 16 + low) : name.bytes[i]);
        i += is_code ? 2 : 0;
    }
    return builder_str(&out);
}

static void read_footer(struct marking *marking, struct str names)
{
    struct list list = LIST_MAKE(marking->arena, struct str);
    struct str rest = names;
    struct str name;
    while (str_cut(&rest, ';', &name))
        if (str_trim(name).length > 0)
            *LIST_ADD(&list, struct str) = footer_name(str_trim(name), marking->arena);
    marking->marked->party_names = LIST_ITEMS(&list, struct str);
    marking->marked->party_count = list.count;
    marking->marked->has_footer = true;
}

// A comment of ours is taken out; the one with the parties is read.
static bool take_comment(struct marking *marking, struct str text, struct origin origin)
{
    if (!str_starts_with(text, str_of(comment_start)) || !str_ends_with(text, STR("-->")))
        return false;
    if (str_starts_with(text, str_of(markdown_footer)))
        read_footer(marking, str_slice(text, sizeof markdown_footer - 1, text.length - 3));
    *LIST_ADD(&marking->marked->comments, struct origin) = origin;
    return true;
}

// Text that its source spells otherwise (an entity), code, and what has a backslash before it.
static void add_run(struct marking *marking, const struct text_run *run, bool is_verbatim)
{
    const struct document *document = marking->marked->document;
    struct str source = marking->marked->source;
    struct str text =
        text_said(document, (struct range){run->from, run->to}, STORIES_BY_NAME, marking->arena);
    struct origin origin = run->origin;
    bool is_same = str_equal(text, str_slice(source, origin.from, origin.to));
    bool is_literal = is_verbatim || !is_same || document->marks[run->marks].code;
    bool is_escaped = is_same && origin.from > 0 && source.bytes[origin.from - 1] == '\\';
    for (uint32_t i = 0; i < text.length; i++)
        marking_byte(marking, text.bytes[i], is_literal || (is_escaped && i == 0),
                     is_same ? origin.from + i : origin.from);
}

static bool is_line_break(const struct document *document, const struct text_run *run)
{
    return run->object == NO_INDEX &&
           str_equal(str_slice(document->text, run->from, run->to), STR("\n"));
}

static void mark_paragraph(struct marking *marking, uint32_t number, struct str cell)
{
    const struct document *document = marking->marked->document;
    const struct paragraph *paragraph = &document->paragraphs[number];
    bool is_verbatim = paragraph->kind == PARAGRAPH_VERBATIM;
    if (is_verbatim &&
        take_comment(marking, paragraph_text(document, paragraph), paragraph->origin))
        return;
    marking_begin(marking, paragraph->origin, number, cell);
    for (uint32_t k = 0; k < paragraph->run_count; k++) {
        const struct text_run *run = &document->runs[paragraph->first_run + k];
        if (cell.length > 0 && is_line_break(document, run))
            marking_break(marking, run->origin.from);
        else if (run->object == NO_INDEX ||
                 !marking_html(marking, document->objects[run->object].key))
            add_run(marking, run, is_verbatim);
    }
    marking_end(marking);
}

// A cell of no bytes between two bars is none: there a row has fewer cells than others.
static bool is_no_cell(const struct marking *marking, uint32_t cell)
{
    struct str source = marking->marked->source;
    struct origin origin = marking->marked->document->blocks[cell].origin;
    return origin.from == origin.to && origin.from > 0 && source.bytes[origin.from - 1] == '|' &&
           str_starts_with(str_skip(source, origin.to), STR("|"));
}

static void mark_blocks(struct marking *marking, struct clause_paths *paths, uint32_t block)
{
    const struct document *document = marking->marked->document;
    const struct block *own = &document->blocks[block];
    if (own->kind == BLOCK_PARAGRAPH) {
        mark_paragraph(marking, own->paragraph, clause_paths_cell(paths, document, block));
        return;
    }
    bool is_part = own->kind != BLOCK_BODY;
    if (own->kind == BLOCK_CELL && is_no_cell(marking, block)) {
        marking_leave_gap(marking);
        return;
    }
    if (is_part)
        marking_open_block(marking, own->kind, own->origin);
    for (uint32_t child = block + 1; child < own->end; child = document->blocks[child].end)
        mark_blocks(marking, paths, child);
    if (is_part)
        marking_close_block(marking);
}

static void mark_markdown(struct marking *marking)
{
    const struct document *document = marking->marked->document;
    mark_blocks(marking, clause_paths_make(marking->arena, document), 0);
}

static bool is_punctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

size_t marked_direction(struct str line, size_t at, uint32_t *c)
{
    struct str code = str_skip(line, at);
    if (!str_starts_with(code, STR("\\{U+")) || code.length < 9 || code.bytes[8] != '}')
        return 0;
    *c = 0;
    for (size_t i = 4; i < 8; i++) {
        int digit = hex_value(code.bytes[i]);
        if (digit < 0)
            return 0;
        *c = *c * 16 + (uint32_t)digit;
    }
    return direction_is_mark(*c) ? 9 : 0;
}

static void mark_line(struct marking *marking, const struct text_line *line, uint32_t number)
{
    struct str source = marking->marked->source;
    marking_begin(marking, (struct origin){0, line->from, line->to}, number, STR(""));
    struct str text = str_slice(source, 0, line->text_to);
    for (uint32_t at = line->text_from; at < line->text_to; at++) {
        uint32_t c;
        size_t code = marked_direction(text, at, &c);
        char bytes[UTF8_MAX];
        size_t count = code > 0 ? utf8_encode(c, bytes) : 0;
        for (size_t i = 0; i < count; i++)
            marking_byte(marking, bytes[i], true, at);
        if (code > 0) {
            at += (uint32_t)code - 1;
            continue;
        }
        bool is_escape = source.bytes[at] == '\\' && at + 1 < line->text_to &&
                         is_punctuation(source.bytes[at + 1]);
        at += is_escape;
        marking_byte(marking, source.bytes[at], is_escape, at);
    }
    marking_end(marking);
}

static void mark_text(struct marking *marking)
{
    struct str source = marking->marked->source;
    struct text_lines lines = text_lines_cut(source, marking->arena);
    for (size_t i = 0; i < lines.count; i++) {
        const struct text_line *line = &lines.items[i];
        struct str text = str_slice(source, line->text_from, line->text_to);
        bool is_footer = i + 1 == lines.count && str_starts_with(text, str_of(text_footer)) &&
                         str_ends_with(text, STR("]"));
        if (!is_footer) {
            mark_line(marking, line, (uint32_t)i);
            continue;
        }
        read_footer(marking, str_slice(text, sizeof text_footer - 1, text.length - 1));
        *LIST_ADD(&marking->marked->comments, struct origin) =
            (struct origin){0, line->from, line->to};
    }
}

bool marked_read(struct str name, struct str bytes, enum merged_medium medium,
                 const struct input_limits *limits, struct arena *arena, struct marked *marked,
                 struct error *error)
{
    bool is_markdown = medium == MEDIUM_MARKDOWN;
    const struct document *document;
    if (!(is_markdown ? markdown_read(name, bytes, limits, arena, &document, error)
                      : plain_read(name, bytes, limits, arena, &document, error)))
        return false;
    *marked = (struct marked){.source = ((const struct plain_source *)document->source)->text,
                              .document = document,
                              .comments = LIST_MAKE(arena, struct origin)};
    struct marking marking = marking_make(marked, arena);
    if (is_markdown)
        mark_markdown(&marking);
    else
        mark_text(&marking);
    marked->text = builder_str(&marking.text);
    marked->is_literal = LIST_ITEMS(&marking.literal, bool);
    marked->source_at = LIST_ITEMS(&marking.source_at, uint32_t);
    marked->paragraphs = LIST_ITEMS(&marking.paragraphs, struct marked_paragraph);
    marked->paragraph_count = marking.paragraphs.count;
    marked->blocks = LIST_ITEMS(&marking.blocks, struct marked_block);
    marked->block_count = marking.blocks.count;
    return true;
}
