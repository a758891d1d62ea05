// SPDX-License-Identifier: Apache-2.0
#include "exchange/markdown/inline.h"

#include "codec/markdown.h"
#include "exchange/plain/plain.h"
#include "text/said.h"

// What emphasis does not begin or end with here: Markdown takes no white space there, and
// punctuation only where no word stands outside.
static bool stays_outside(char c)
{
    bool is_mark = (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
                   (c >= '{' && c <= '~');
    return c == ' ' || c == '\t' || c == '\n' || is_mark;
}

static void add_lines(const struct markdown_inline *options, struct str text, bool at_line_start,
                      struct builder *out)
{
    struct str rest = text;
    struct str line;
    while (str_cut(&rest, '\n', &line)) {
        markdown_escape(out, line, at_line_start);
        if (line.bytes + line.length < text.bytes + text.length)
            builder_add_c(out, options->line_break);
        at_line_start = true;
    }
}

// The source of bytes [from, to) of one run; false when it does not say just these.
static bool source_of(const struct markdown_inline *options, const struct text_run *run,
                      uint32_t from, uint32_t to, struct str *piece)
{
    if (!options->keep_source || options->document->form != FORM_MARKDOWN)
        return false;
    struct str source = ((const struct plain_source *)options->document->source)->text;
    struct origin origin = run->origin;
    struct str all = str_slice(source, origin.from, origin.to);
    bool is_whole = from == run->from && to == run->to;
    bool is_same = str_equal(all, str_slice(options->document->text, run->from, run->to));
    if (all.length == 0 || (!is_same && !is_whole))
        return false;
    uint32_t start = is_same ? origin.from + (from - run->from) : origin.from;
    uint32_t end = is_same ? origin.from + (to - run->from) : origin.to;
    // An escaped character begins a run; its backslash stands before.
    if (from == run->from && start > 0 && source.bytes[start - 1] == '\\')
        start--;
    *piece = str_slice(source, start, end);
    return true;
}

// Text of one look, run by run.
static void add_pieces(const struct markdown_inline *options, uint32_t from, uint32_t to,
                       bool at_line_start, struct builder *out)
{
    const struct document *document = options->document;
    uint32_t at = from;
    for (uint32_t i = run_at(document, from); at < to; i++) {
        const struct text_run *run = &document->runs[i];
        uint32_t end = run->to < to ? run->to : to;
        struct str source;
        if (source_of(options, run, at, end, &source))
            builder_add(out, source);
        else
            add_lines(options, str_slice(document->text, at, end), at_line_start && at == from,
                      out);
        at = end;
    }
}

// A fence of backquotes longer than any inside.
static void add_code(struct str text, struct builder *out)
{
    size_t longest = 0;
    size_t run = 0;
    for (size_t i = 0; i < text.length; i++) {
        run = text.bytes[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    bool pad = text.length > 0 && (text.bytes[0] == '`' || text.bytes[text.length - 1] == '`');
    for (size_t i = 0; i <= longest; i++)
        builder_add_byte(out, '`');
    builder_add_c(out, pad ? " " : "");
    builder_add(out, text);
    builder_add_c(out, pad ? " " : "");
    for (size_t i = 0; i <= longest; i++)
        builder_add_byte(out, '`');
}

static const char *emphasis(const struct marks *marks)
{
    return marks->bold && marks->italic ? "***" : marks->bold ? "**" : marks->italic ? "*" : "";
}

// Our own reader takes a target of plain words for words.
static bool leads_somewhere(struct str link)
{
    for (size_t i = 0; i < link.length; i++)
        if (link.bytes[i] == '.' || link.bytes[i] == '/' || link.bytes[i] == ':' ||
            link.bytes[i] == '#' || link.bytes[i] == '?' || link.bytes[i] == '_')
            return true;
    return false;
}

static void add_marked(const struct markdown_inline *options, const struct marks *marks,
                       struct range range, bool at_line_start, struct builder *out)
{
    struct str text = options->document->text;
    uint32_t from = range.from;
    uint32_t to = range.to;
    while (from < to && !marks->code && stays_outside(text.bytes[from]))
        from++;
    while (to > from && !marks->code && stays_outside(text.bytes[to - 1]))
        to--;
    add_pieces(options, range.from, from, at_line_start, out);
    if (from < to) {
        builder_add_c(out, emphasis(marks));
        builder_add_c(out, marks->strike ? "~~" : "");
        bool has_link = leads_somewhere(marks->link);
        builder_add_c(out, has_link ? "[" : "");
        if (marks->code)
            add_code(str_slice(text, from, to), out);
        else
            add_pieces(options, from, to, at_line_start && from == range.from, out);
        if (has_link)
            builder_print(out, "](<%.*s>)", STR_ARGS(marks->link));
        builder_add_c(out, marks->strike ? "~~" : "");
        builder_add_c(out, emphasis(marks));
    }
    add_pieces(options, to, range.to, false, out);
}

struct str markdown_note_label(struct str story, struct arena *arena)
{
    if (str_starts_with(story, STR("footnote ")))
        return str_skip(story, sizeof "footnote " - 1);
    if (str_starts_with(story, STR("endnote ")))
        return arena_print(arena, "e%.*s", STR_ARGS(str_skip(story, sizeof "endnote " - 1)));
    return STR("");
}

// A unit that is no text: as its Markdown where it comes from there, a note as "[^1]", others by name.
static void add_object(const struct document *document, const struct text_run *run,
                       struct builder *out)
{
    const struct object *object = &document->objects[run->object];
    struct str label = STR("");
    if (object->story != NO_INDEX)
        label = markdown_note_label(document->blocks[object->story].key, out->arena);
    if (document->form == FORM_MARKDOWN && object->story != NO_INDEX) {
        const struct plain_source *source = document->source;
        builder_add(out, str_slice(source->text, run->origin.from, run->origin.to));
    } else if (document->form == FORM_MARKDOWN) {
        builder_add(out, object->key);
    } else if (label.length > 0) {
        builder_print(out, "[^%.*s]", STR_ARGS(label));
    } else {
        struct builder said = builder_make(out->arena);
        object_say(document, object, STORIES_BY_NAME, &said);
        markdown_escape(out, builder_str(&said), false);
    }
}

static bool look_alike(const struct marks *a, const struct marks *b)
{
    return a->bold == b->bold && a->italic == b->italic && a->strike == b->strike &&
           a->code == b->code && str_equal(a->link, b->link);
}

void markdown_inline_write(const struct markdown_inline *options, uint32_t from, uint32_t to,
                           bool at_line_start, struct builder *out)
{
    const struct document *document = options->document;
    uint32_t at = from;
    uint32_t i = run_at(document, from);
    while (at < to && i < document->run_count) {
        const struct text_run *run = &document->runs[i];
        const struct marks *marks = &document->marks[run->marks];
        if (run->object != NO_INDEX) {
            add_object(document, run, out);
            at = run->to;
            i++;
            continue;
        }
        // Neighbours that look alike are written as one.
        uint32_t end = run->to;
        while (++i < document->run_count && end < to && document->runs[i].object == NO_INDEX &&
               document->runs[i].from == end &&
               look_alike(&document->marks[document->runs[i].marks], marks))
            end = document->runs[i].to;
        end = end < to ? end : to;
        add_marked(options, marks, (struct range){at, end}, at_line_start && at == from, out);
        at = end;
    }
}
