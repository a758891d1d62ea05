// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/bracketed_file.h"

#include "base/list.h"
#include "base/utf8.h"
#include "base/utf8_repair.h"
#include "exchange/markdown/markdown.h"
#include "exchange/markdown/source_lines.h"
#include "exchange/open.h"
#include "exchange/plain/plain.h"
#include "text/said.h"
#include "workbench/page_furniture.h"

// "US,AU=Australia; NZ" or a line each.
static void read_register(const char *parties, struct arena *arena, struct bracket_input *input)
{
    struct list found = LIST_MAKE(arena, struct bracket_party);
    struct builder even = builder_make(arena);
    for (const char *c = parties ? parties : ""; *c; c++)
        builder_add_byte(&even, *c == ';' || *c == '\n' || *c == '\r' ? ',' : *c);
    struct str rest = builder_str(&even);
    struct str piece;
    while (str_cut(&rest, ',', &piece)) {
        size_t equals = str_find_byte(piece, '=');
        struct str code = str_trim(str_slice(piece, 0, equals));
        if (code.length > 0)
            *LIST_ADD(&found, struct bracket_party) =
                (struct bracket_party){code, str_trim(str_skip(piece, equals + 1))};
    }
    input->parties = LIST_ITEMS(&found, struct bracket_party);
    input->party_count = (uint32_t)found.count;
}

// Labels of the headings and items around the paragraph in hand.
#define LEVELS_MAX 12

struct bracketed_outline {
    struct str heading;
    struct str items[LEVELS_MAX + 1]; // by level, from 1
};

// "7." and "7)" are 7 in a path; "(a)" stays as it is.
static struct str path_part(struct str label)
{
    while (label.length > 1 && label.bytes[0] != '(' &&
           (label.bytes[label.length - 1] == '.' || label.bytes[label.length - 1] == ')'))
        label.length--;
    return label;
}

// A heading without a number is known by its first words.
#define TITLE_MAX 60

static struct str title_of(const struct document *document, const struct paragraph *paragraph,
                           struct arena *arena)
{
    if (paragraph->label.text.length > 0)
        return path_part(paragraph->label.text);
    struct range range = {paragraph->from, paragraph->to};
    struct str title = str_trim(text_said(document, range, STORIES_BY_NAME, arena));
    return utf8_start(title, TITLE_MAX);
}

static struct str path_of(const struct document *document, const struct paragraph *paragraph,
                          struct bracketed_outline *outline, struct arena *arena)
{
    uint32_t level = paragraph->level < LEVELS_MAX ? paragraph->level : LEVELS_MAX;
    if (paragraph->kind == PARAGRAPH_HEADING) {
        *outline = (struct bracketed_outline){.heading = title_of(document, paragraph, arena)};
        return outline->heading;
    }
    if (paragraph->kind == PARAGRAPH_ITEM && paragraph->label.text.length > 0) {
        for (uint32_t i = level; i <= LEVELS_MAX; i++)
            outline->items[i] = (struct str){0};
        outline->items[level] = path_part(paragraph->label.text);
    } else if (paragraph->kind != PARAGRAPH_ITEM && level == 0) {
        for (uint32_t i = 0; i <= LEVELS_MAX; i++)
            outline->items[i] = (struct str){0};
    }
    struct builder path = builder_make(arena);
    builder_add(&path, outline->heading);
    const char *joint = path.length > 0 ? "/" : "";
    for (uint32_t i = 0; i <= LEVELS_MAX; i++) {
        struct str item = outline->items[i];
        if (item.length == 0)
            continue;
        builder_add_c(&path, item.bytes[0] == '(' ? "" : joint);
        builder_add(&path, item);
        joint = ".";
    }
    return builder_str(&path);
}

static size_t skip_blanks(struct str text, size_t at, size_t to)
{
    while (at < to && (text.bytes[at] == ' ' || text.bytes[at] == '\t' || text.bytes[at] == '\f'))
        at++;
    return at;
}

// Behind what a paragraph bears in front of its words: Markdown's marks, its label.
static size_t words_from(const struct bracket_input *input, const struct paragraph *paragraph)
{
    size_t at = paragraph->origin.from;
    size_t to = paragraph->origin.to;
    if (input->is_markdown)
        at += markdown_prefix_length(input->text, at, to);
    at = skip_blanks(input->text, at, to);
    if (str_starts_with(str_slice(input->text, at, to), paragraph->label.text))
        at = skip_blanks(input->text, at + paragraph->label.text.length, to);
    return at < to ? at : to;
}

// Notes stand behind the body in a document, and anywhere in a source.
static int in_order_of_source(const void *a, const void *b)
{
    const struct bracket_point *left = a;
    const struct bracket_point *right = b;
    if (left->from != right->from)
        return left->from < right->from ? -1 : 1;
    return (left->to > right->to) - (left->to < right->to);
}

// Points that overlap the one before them are left out.
static void keep_apart(struct list *points)
{
    list_sort(points, in_order_of_source);
    size_t kept = 0;
    for (size_t i = 0; i < points->count; i++) {
        const struct bracket_point *point = LIST_AT(points, struct bracket_point, i);
        if (kept == 0 || point->from >= LIST_AT(points, struct bracket_point, kept - 1)->to)
            *LIST_AT(points, struct bracket_point, kept++) = *point;
    }
    list_cut(points, kept);
}

static void take_points(const struct document *document, struct arena *arena,
                        struct bracket_input *input)
{
    struct list points = LIST_MAKE(arena, struct bracket_point);
    struct bracketed_outline outline = {0};
    for (uint32_t i = 0; i < document->paragraph_count; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        struct str path = path_of(document, paragraph, &outline, arena);
        if (paragraph->origin.to <= paragraph->origin.from)
            continue;
        *LIST_ADD(&points, struct bracket_point) =
            (struct bracket_point){.label = paragraph->label.text,
                                   .path = path,
                                   .kind = paragraph->kind,
                                   .level = paragraph->level,
                                   .from = paragraph->origin.from,
                                   .text_from = words_from(input, paragraph),
                                   .to = paragraph->origin.to};
    }
    keep_apart(&points);
    input->points = LIST_ITEMS(&points, struct bracket_point);
    input->point_count = (uint32_t)points.count;
}

// The text of a .docx is the document's own: a line a paragraph.
static bool read_docx(struct str name, struct str bytes, const struct input_limits *limits,
                      struct arena *arena, struct bracketed_file *file, struct error *error)
{
    static const struct reading accepted = {.kind = READING_ACCEPT};
    const struct document *document;
    if (!document_open(name, bytes, &accepted, limits, arena, &document, error))
        return false;
    struct list points = LIST_MAKE(arena, struct bracket_point);
    struct bracketed_outline outline = {0};
    for (uint32_t i = 0; i < document->paragraph_count; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        *LIST_ADD(&points, struct bracket_point) =
            (struct bracket_point){.label = paragraph->label.text,
                                   .path = path_of(document, paragraph, &outline, arena),
                                   .kind = paragraph->kind,
                                   .level = paragraph->level,
                                   .from = paragraph->from,
                                   .text_from = paragraph->from + paragraph->label.typed_bytes,
                                   .to = paragraph->to};
    }
    file->input.text = text_in_words(document, arena);
    file->input.points = LIST_ITEMS(&points, struct bracket_point);
    file->input.point_count = (uint32_t)points.count;
    file->notes = document->notes;
    file->note_count = document->note_count;
    return true;
}

static bool is_markdown_name(struct str name)
{
    return str_ends_with(name, STR(".md")) || str_ends_with(name, STR(".markdown"));
}

static bool has_utf16_mark(struct str bytes)
{
    return str_starts_with(bytes, STR("\xff\xfe")) || str_starts_with(bytes, STR("\xfe\xff"));
}

// Repairs what is broken and notes where; places count as in the repaired text.
static struct str repair(struct str bytes, struct arena *arena, struct bracketed_file *file)
{
    const size_t *at;
    struct str text = utf8_repair(bytes, arena, &at, &file->repaired_count);
    struct text_place **places = ARENA_ARRAY(arena, struct text_place *, file->repaired_count);
    file->repaired = ARENA_ARRAY(arena, struct text_place, file->repaired_count);
    for (size_t i = 0; i < file->repaired_count; i++) {
        file->repaired[i].at = at[i];
        places[i] = &file->repaired[i];
    }
    bracket_places_fill(text, places, file->repaired_count);
    return text;
}

// The whole text as one point, when its reader would not have it.
static void take_whole(struct str text, struct arena *arena, struct bracket_input *input)
{
    struct bracket_point *point = ARENA_NEW(arena, struct bracket_point);
    *point = (struct bracket_point){.to = text.length};
    input->text = text;
    input->points = point;
    input->point_count = 1;
}

bool bracketed_file_read(struct str name, struct str bytes, const char *parties,
                         const struct input_limits *limits, struct arena *arena,
                         struct bracketed_file *file, struct error *error)
{
    *file = (struct bracketed_file){.name = name};
    if (bytes.length > limits->file_bytes)
        return error_at(error, TOO_LARGE, place_of(name), "the file has more than %zu bytes",
                        limits->file_bytes);
    read_register(parties, arena, &file->input);
    bool is_package;
    if (!document_is_package(name, bytes, &is_package, error))
        return false;
    if (is_package)
        return read_docx(name, bytes, limits, arena, file, error);
    file->input.is_markdown = is_markdown_name(name);
    struct str text = bytes;
    if (!has_utf16_mark(bytes))
        text = repair(bytes, arena, file);
    if (!file->input.is_markdown)
        text = page_furniture_blank(text, arena);
    const struct document *document;
    struct error refusal;
    bool is_read = file->input.is_markdown
                       ? markdown_read(name, text, limits, arena, &document, &refusal)
                       : plain_read(name, text, limits, arena, &document, &refusal);
    if (is_read) {
        const struct plain_source *source = document->source;
        file->input.text = source->text;
        take_points(document, arena, &file->input);
        return true;
    }
    struct str *note = ARENA_NEW(arena, struct str);
    *note = arena_print(arena, "the points are not told apart: %s", refusal.message);
    file->notes = note;
    file->note_count = 1;
    if (has_utf16_mark(bytes))
        text = repair(bytes, arena, file);
    take_whole(text, arena, &file->input);
    return true;
}
