// SPDX-License-Identifier: Apache-2.0
#include "exchange/markdown/events.h"

#include "base/builder.h"
#include "base/sorted.h"

#include <md4c.h>

enum { LISTS_MAX = 64 };

struct open_list {
    bool is_ordered;
    uint32_t number; // of the next item
    char delimiter;
};

// What stands in a line of dashes for a column more, before the bar or behind it, and for a column
// that is short of dashes.
#define COLUMN_AND_BAR "---|"
#define BAR_AND_COLUMN "|---"
#define DASHES_WANTED "--"

// Bytes that the copy has and the view has not.
struct insert {
    uint32_t at; // in the copy
    uint32_t length;
    uint32_t before; // bytes that were inserted before it
};

struct parser {
    struct arena *arena;
    struct str source;   // what the parser gets: a copy
    uint32_t offset;     // of its first byte in the view
    struct list inserts; // struct insert, ascending
    const struct markdown_view *view;
    bool is_note;
    struct markdown_events *events;
    bool has_paragraph; // the last event is a paragraph that still grows
    enum markdown_block block;
    uint32_t heading;
    uint32_t quotes;
    struct open_list lists[LISTS_MAX];
    uint32_t list_depth;
    struct str label; // of the item that has no paragraph yet
    uint32_t bold;    // how many spans of the kind are open
    uint32_t italic;
    uint32_t strike;
    uint32_t code;
    struct str link;
    struct str link_title;
    uint32_t pictures; // open: their text is a description, no run
    struct builder description;
    struct str picture;
    struct str picture_source; // the same as the source has it
    struct str picture_title;
};

static struct markdown_event *add_event(struct parser *parser, enum markdown_event_kind kind)
{
    parser->has_paragraph = false;
    struct markdown_event *event = LIST_ADD(&parser->events->events, struct markdown_event);
    event->kind = kind;
    return event;
}

// NULL outside of lists, and deeper than LISTS_MAX.
static struct open_list *innermost_list(struct parser *parser)
{
    uint32_t depth = parser->list_depth;
    return depth == 0 || depth > LISTS_MAX ? NULL : &parser->lists[depth - 1];
}

static struct str properties_of(struct parser *parser)
{
    static const char *const blocks[] = {"text", "heading", "code", "html"};
    struct builder out = builder_make(parser->arena);
    builder_add_c(&out, blocks[parser->block]);
    if (parser->block == BLOCK_IS_HEADING)
        builder_print(&out, " %u", parser->heading);
    if (parser->quotes > 0)
        builder_print(&out, " quote %u", parser->quotes);
    const struct open_list *list = innermost_list(parser);
    if (list != NULL)
        builder_print(&out, " %s %u", list->is_ordered ? "number" : "bullet", parser->list_depth);
    return builder_str(&out);
}

static struct markdown_event *paragraph(struct parser *parser)
{
    struct list *events = &parser->events->events;
    if (parser->has_paragraph)
        return LIST_AT(events, struct markdown_event, events->count - 1);
    struct markdown_event *event = add_event(parser, EVENT_PARAGRAPH);
    event->block = parser->block;
    event->level = parser->block == BLOCK_IS_HEADING ? parser->heading : parser->list_depth;
    event->label = parser->label;
    event->properties = properties_of(parser);
    event->first_run = (uint32_t)parser->events->runs.count;
    parser->label = STR("");
    parser->has_paragraph = true;
    return event;
}

static struct marks marks_now(const struct parser *parser)
{
    struct marks marks = {.bold = parser->bold > 0,
                          .italic = parser->italic > 0,
                          .strike = parser->strike > 0,
                          .code = parser->code > 0,
                          .link = parser->link};
    struct builder key = builder_make(parser->arena);
    builder_add_c(&key, marks.bold ? "b" : "");
    builder_add_c(&key, marks.italic ? "i" : "");
    builder_add_c(&key, marks.strike ? "s" : "");
    builder_add_c(&key, marks.code ? "c" : "");
    if (marks.link.length > 0) {
        builder_add_c(&key, "l ");
        builder_add(&key, marks.link);
        builder_add_c(&key, "\n");
        builder_add(&key, parser->link_title);
    }
    marks.key = builder_str(&key);
    return marks;
}

static struct markdown_run *add_run(struct parser *parser)
{
    struct markdown_event *event = paragraph(parser);
    event->run_count++;
    struct markdown_run *run = LIST_ADD(&parser->events->runs, struct markdown_run);
    run->marks = marks_now(parser);
    run->note = NO_INDEX;
    return run;
}

static bool insert_is_before(const void *row, size_t at, uint64_t place)
{
    const struct list *inserts = row;
    return LIST_AT(inserts, struct insert, at)->at < place;
}

// How many inserts stand before byte `at` of the copy.
static size_t inserts_before(const struct parser *parser, uint32_t at)
{
    return sorted_before(parser->inserts.count, &parser->inserts, insert_is_before, at);
}

// The place in the view of byte `at` of the copy.
static uint32_t place_in_view(const struct parser *parser, uint32_t at)
{
    size_t count = inserts_before(parser, at);
    const struct insert *last =
        count > 0 ? LIST_AT(&parser->inserts, struct insert, count - 1) : NULL;
    uint32_t inserted = last != NULL ? last->before + last->length : 0;
    return parser->offset + at - inserted;
}

// Where the parser's piece of text stands, when it points into the source and not at a text of the
// parser's own.
static void set_place(struct parser *parser, struct markdown_run *run, const char *text,
                      size_t size)
{
    uintptr_t start = (uintptr_t)parser->source.bytes;
    uintptr_t at = (uintptr_t)text;
    if (at < start || at + size > start + parser->source.length || size == 0)
        return;
    run->from = place_in_view(parser, (uint32_t)(at - start));
    run->to = place_in_view(parser, (uint32_t)(at - start + size));
    size_t before = inserts_before(parser, (uint32_t)(at - start + size));
    for (size_t i = inserts_before(parser, (uint32_t)(at - start)); i < before; i++) {
        const struct insert *insert = LIST_AT(&parser->inserts, struct insert, i);
        *LIST_ADD(&parser->events->shown, uint32_t) = parser->offset + insert->at - insert->before;
    }
    struct markdown_event *event = paragraph(parser);
    if (event->to == 0)
        event->from = run->from;
    event->to = run->to;
}

static void add_text(struct parser *parser, struct str text, const char *where, size_t size)
{
    if (parser->pictures > 0) {
        builder_add(&parser->description, text);
        return;
    }
    struct markdown_run *run = add_run(parser);
    run->text = text;
    set_place(parser, run, where, size);
}

static void add_object(struct parser *parser, enum object_kind kind, struct str key,
                       struct str description, struct str place)
{
    struct markdown_run *run = add_run(parser);
    run->is_object = true;
    run->object = (struct object){kind, key, description, NO_INDEX};
    set_place(parser, run, place.bytes, place.length);
}

// An attribute of a link with its entities resolved.
static struct str attribute(struct parser *parser, const MD_ATTRIBUTE *attribute)
{
    struct builder out = builder_make(parser->arena);
    for (size_t i = 0; attribute->size > 0 && attribute->substr_offsets[i] < attribute->size; i++) {
        MD_OFFSET from = attribute->substr_offsets[i];
        struct str piece = {attribute->text + from, attribute->substr_offsets[i + 1] - from};
        if (attribute->substr_types[i] == MD_TEXT_ENTITY)
            piece = markdown_entity(piece, parser->arena);
        builder_add(&out, piece);
    }
    return markdown_view_words(builder_str(&out), parser->arena);
}

static void open_list(struct parser *parser, struct open_list list)
{
    if (parser->list_depth < LISTS_MAX)
        parser->lists[parser->list_depth] = list;
    parser->list_depth++;
}

static void open_item(struct parser *parser)
{
    struct open_list *list = innermost_list(parser);
    if (list == NULL)
        return;
    parser->label = list->is_ordered
                        ? arena_print(parser->arena, "%u%c", list->number++, list->delimiter)
                        : STR("•");
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    struct parser *parser = userdata;
    parser->has_paragraph = false;
    switch (type) {
    case MD_BLOCK_QUOTE:
        parser->quotes++;
        break;
    case MD_BLOCK_UL:
        open_list(parser, (struct open_list){.is_ordered = false});
        break;
    case MD_BLOCK_OL: {
        const MD_BLOCK_OL_DETAIL *list = detail;
        open_list(parser, (struct open_list){true, list->start, list->mark_delimiter});
        break;
    }
    case MD_BLOCK_LI:
        open_item(parser);
        break;
    case MD_BLOCK_H:
        parser->block = BLOCK_IS_HEADING;
        parser->heading = ((const MD_BLOCK_H_DETAIL *)detail)->level;
        break;
    case MD_BLOCK_CODE:
        parser->block = BLOCK_IS_CODE;
        break;
    case MD_BLOCK_HTML:
        parser->block = BLOCK_IS_HTML;
        break;
    case MD_BLOCK_TABLE:
        add_event(parser, EVENT_TABLE);
        break;
    case MD_BLOCK_TR:
        add_event(parser, EVENT_ROW);
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        add_event(parser, EVENT_CELL);
        break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_P:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
        break;
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    (void)detail;
    struct parser *parser = userdata;
    parser->has_paragraph = false;
    switch (type) {
    case MD_BLOCK_QUOTE:
        parser->quotes--;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        parser->list_depth--;
        break;
    case MD_BLOCK_LI:
        parser->label = STR("");
        break;
    case MD_BLOCK_H:
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
        parser->block = BLOCK_IS_TEXT;
        break;
    case MD_BLOCK_TABLE:
    case MD_BLOCK_TR:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        add_event(parser, EVENT_CLOSE);
        break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_P:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
        break;
    }
    return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *userdata)
{
    struct parser *parser = userdata;
    parser->bold += type == MD_SPAN_STRONG;
    parser->italic += type == MD_SPAN_EM;
    parser->strike += type == MD_SPAN_DEL;
    parser->code += type == MD_SPAN_CODE;
    if (type == MD_SPAN_A) {
        const MD_SPAN_A_DETAIL *link = detail;
        parser->link = attribute(parser, &link->href);
        parser->link_title = attribute(parser, &link->title);
    }
    if (type == MD_SPAN_IMG && parser->pictures++ == 0) {
        const MD_SPAN_IMG_DETAIL *picture = detail;
        parser->description = builder_make(parser->arena);
        parser->picture = attribute(parser, &picture->src);
        parser->picture_source = (struct str){picture->src.text, picture->src.size};
        parser->picture_title = attribute(parser, &picture->title);
    }
    return 0;
}

static void add_picture(struct parser *parser)
{
    struct str description = builder_str(&parser->description);
    struct builder key = builder_make(parser->arena);
    builder_print(&key, "![%.*s](<%.*s>", STR_ARGS(description), STR_ARGS(parser->picture));
    if (parser->picture_title.length > 0)
        builder_print(&key, " \"%.*s\"", STR_ARGS(parser->picture_title));
    builder_add_byte(&key, ')');
    add_object(parser, OBJECT_PICTURE, builder_str(&key),
               arena_print(parser->arena, "picture %.*s", STR_ARGS(description)),
               parser->picture_source);
}

static int leave_span(MD_SPANTYPE type, void *detail, void *userdata)
{
    (void)detail;
    struct parser *parser = userdata;
    parser->bold -= type == MD_SPAN_STRONG;
    parser->italic -= type == MD_SPAN_EM;
    parser->strike -= type == MD_SPAN_DEL;
    parser->code -= type == MD_SPAN_CODE;
    if (type == MD_SPAN_A)
        parser->link = STR("");
    if (type == MD_SPAN_IMG && --parser->pictures == 0)
        add_picture(parser);
    return 0;
}

static bool is_line_break(struct str tag)
{
    return str_equal_ignoring_case(tag, STR("<br>")) ||
           str_equal_ignoring_case(tag, STR("<br/>")) ||
           str_equal_ignoring_case(tag, STR("<br />"));
}

// A piece of the source ends where the source does.
static struct str within_source(const struct parser *parser, const MD_CHAR *bytes, MD_SIZE size)
{
    uintptr_t start = (uintptr_t)parser->source.bytes;
    uintptr_t end = start + parser->source.length;
    uintptr_t at = (uintptr_t)bytes;
    bool runs_over = at >= start && at <= end && at + size > end;
    return (struct str){bytes, runs_over ? (size_t)(end - at) : size};
}

static void add_html(struct parser *parser, struct str piece)
{
    struct str words = markdown_view_words(piece, parser->arena);
    add_object(parser, OBJECT_OTHER, words,
               arena_print(parser->arena, "HTML %.*s", STR_ARGS(words)), piece);
}

// A reference to a note in a piece of text, from byte `at` on; the piece's length when there is none.
static size_t next_reference(const struct parser *parser, struct str piece, size_t at,
                             size_t *length, uint32_t *note)
{
    bool may_refer = !parser->is_note && parser->view->note_count > 0 && parser->pictures == 0;
    while (may_refer && at < piece.length) {
        at += str_find(str_skip(piece, at), STR("[^"));
        bool is_escaped = at == 0 && piece.bytes > parser->source.bytes && piece.bytes[-1] == '\\';
        if (!is_escaped && markdown_view_reference(parser->view, str_skip(piece, at), length, note))
            return at;
        at++;
    }
    return piece.length;
}

static void add_words(struct parser *parser, struct str piece)
{
    if (piece.length > 0)
        add_text(parser, markdown_view_words(piece, parser->arena), piece.bytes, piece.length);
}

// Text in which references to notes are objects.
static void add_text_and_references(struct parser *parser, struct str piece)
{
    size_t from = 0;
    size_t length = 0;
    uint32_t note = NO_INDEX;
    for (size_t at; (at = next_reference(parser, piece, from, &length, &note)) < piece.length;) {
        add_words(parser, str_slice(piece, from, at));
        add_object(parser, OBJECT_FOOTNOTE, STR(""),
                   arena_print(parser->arena, "footnote %u", note + 1),
                   str_slice(piece, at, at + length));
        LIST_AT(&parser->events->runs, struct markdown_run, parser->events->runs.count - 1)->note =
            note;
        from = at + length;
    }
    add_words(parser, str_skip(piece, from));
}

static int text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size, void *userdata)
{
    struct parser *parser = userdata;
    struct str piece = within_source(parser, bytes, size);
    bytes = piece.bytes;
    size = (MD_SIZE)piece.length;
    switch (type) {
    case MD_TEXT_NULLCHAR:
        break; // the source has none
    case MD_TEXT_BR:
        add_text(parser, STR("\n"), bytes, 0);
        break;
    case MD_TEXT_SOFTBR:
        add_text(parser, STR(" "), bytes, 0);
        if (parser->pictures == 0)
            LIST_AT(&parser->events->runs, struct markdown_run, parser->events->runs.count - 1)
                ->is_break = true;
        break;
    case MD_TEXT_ENTITY:
        add_text(parser, markdown_entity(piece, parser->arena), bytes, size);
        break;
    case MD_TEXT_HTML:
        if (parser->block == BLOCK_IS_HTML || parser->pictures > 0)
            add_words(parser, piece);
        else if (is_line_break(piece))
            add_text(parser, STR("\n"), bytes, size);
        else
            add_html(parser, piece);
        break;
    case MD_TEXT_NORMAL:
        add_text_and_references(parser, piece);
        break;
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
        add_words(parser, piece);
        break;
    }
    return 0;
}

// The parser (0.4.8) may report a byte too many where a text ends without a line end; it works on a
// copy that has one, and what it reports is cut at the end.
static struct str copy_of(struct parser *parser, struct str text, uint32_t from, uint32_t to,
                          const struct list *widenings)
{
    struct builder out = builder_make(parser->arena);
    uint32_t at = from;
    uint32_t before = 0;
    for (size_t i = 0; widenings != NULL && i < widenings->count; i++) {
        const struct markdown_widening *one = LIST_AT(widenings, struct markdown_widening, i);
        builder_add(&out, str_slice(text, at, one->at));
        at = one->at;
        struct insert *insert = LIST_ADD(&parser->inserts, struct insert);
        *insert = (struct insert){.at = (uint32_t)out.length, .before = before};
        const char *column = text.bytes[at - 1] == '|' ? COLUMN_AND_BAR : BAR_AND_COLUMN;
        for (uint32_t k = 0; k < one->columns; k++)
            builder_add_c(&out, column);
        if (one->columns == 0)
            builder_add_c(&out, DASHES_WANTED);
        insert->length = (uint32_t)out.length - insert->at;
        before += insert->length;
    }
    builder_add(&out, str_slice(text, at, to));
    builder_add_c(&out, "\n");
    return builder_str(&out);
}

bool markdown_events_read(const struct markdown_view *view, struct str text_seen, uint32_t from,
                          uint32_t to, const struct list *widenings, bool is_note,
                          struct arena *arena, struct markdown_events *events, struct error *error)
{
    *events =
        (struct markdown_events){LIST_MAKE(arena, struct markdown_event),
                                 LIST_MAKE(arena, struct markdown_run), LIST_MAKE(arena, uint32_t)};
    struct parser parser = {.arena = arena,
                            .offset = from,
                            .inserts = LIST_MAKE(arena, struct insert),
                            .view = view,
                            .is_note = is_note,
                            .events = events};
    struct str copy = copy_of(&parser, text_seen, from, to, widenings);
    parser.source = str_slice(copy, 0, copy.length - 1);
    unsigned flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
    MD_PARSER callbacks = {.flags = is_note ? flags | MD_FLAG_NOINDENTEDCODEBLOCKS : flags,
                           .enter_block = enter_block,
                           .leave_block = leave_block,
                           .enter_span = enter_span,
                           .leave_span = leave_span,
                           .text = text};
    // The source is shorter than 4 GiB.
    if (md_parse(copy.bytes, (MD_SIZE)copy.length, &callbacks, &parser) != 0)
        return error_set(error, TOO_LARGE, "the Markdown parser ran out of memory");
    return true;
}
