// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "exchange/plain/lines.h"
#include "exchange/plain/plain.h"
#include "text/draft.h"
#include "text/label.h"
#include "text/outline.h"

// Lines [first, first + count) are one paragraph.
struct joined {
    size_t first;
    size_t count;
};

static struct str line_text(const struct plain_source *source, const struct text_line *line)
{
    return str_slice(source->text, line->text_from, line->text_to);
}

// The line without the signs that close what stands in brackets or quotation marks: "second session;]".
static struct str without_closing(struct str line)
{
    static const struct str signs[] = {
        STR_INIT("]"),      STR_INIT(")"),      STR_INIT("}"), STR_INIT("\""), STR_INIT("\u201d"),
        STR_INIT("\u00bb"), STR_INIT("\u2019"), STR_INIT("'"), STR_INIT("*"),  STR_INIT("_")};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0];)
        if (str_ends_with(line, signs[i])) {
            line.length -= signs[i].length;
            i = 0;
        } else {
            i++;
        }
    return line;
}

// A label at the start of a wrapped line begins a paragraph, unless the line before runs on into
// it: "… in accordance with paragraph / 3. The …" has no mark at its end.
static bool begins_item(const struct plain_source *source, const struct text_lines *lines, size_t i)
{
    struct typed_label label;
    if (!label_typed(line_text(source, &lines->items[i]), &label))
        return false;
    struct str before = without_closing(line_text(source, &lines->items[i - 1]));
    char last = before.length > 0 ? before.bytes[before.length - 1] : ' ';
    return last == '.' || last == ';' || last == ':' || last == ',' ||
           str_ends_with(before, STR(" and")) || str_ends_with(before, STR(" or")) ||
           !text_line_is_full(lines, i - 1);
}

static bool begins_paragraph(const struct plain_source *source, const struct text_lines *lines,
                             size_t i)
{
    const struct text_line *line = &lines->items[i];
    if (lines->wrap_width == 0 || line->after_blank)
        return true;
    return !text_line_is_full(lines, i - 1) || begins_item(source, lines, i);
}

static struct list join_lines(const struct plain_source *source, const struct text_lines *lines,
                              struct arena *arena)
{
    struct list joined = LIST_MAKE(arena, struct joined);
    for (size_t i = 0; i < lines->count; i++) {
        if (i == 0 || begins_paragraph(source, lines, i))
            LIST_ADD(&joined, struct joined)->first = i;
        LIST_AT(&joined, struct joined, joined.count - 1)->count++;
    }
    return joined;
}

// Lines after the first give up their line end and indentation for one space.
static void add_runs(struct document_draft *draft, const struct plain_source *source,
                     const struct text_lines *lines, struct joined joined)
{
    for (size_t i = 0; i < joined.count; i++) {
        const struct text_line *line = &lines->items[joined.first + i];
        draft_text(draft, line_text(source, line), 0,
                   (struct origin){0, line->text_from, line->text_to});
        if (i + 1 < joined.count)
            draft_text(draft, STR(" "), 0, (struct origin){0, line->text_to, line[1].text_from});
    }
}

static struct str joined_text(const struct plain_source *source, const struct text_lines *lines,
                              struct joined joined, struct arena *arena)
{
    const struct text_line *first = &lines->items[joined.first];
    if (joined.count == 1)
        return line_text(source, first);
    struct builder text = builder_make(arena);
    for (size_t i = 0; i < joined.count; i++) {
        builder_add_c(&text, i == 0 ? "" : " ");
        builder_add(&text, line_text(source, &first[i]));
    }
    return builder_str(&text);
}

static const struct outline_fact *guess(const struct plain_source *source,
                                        const struct text_lines *lines, const struct list *joined,
                                        struct arena *arena)
{
    struct outline_line *outline = ARENA_ARRAY(arena, struct outline_line, joined->count);
    struct outline_fact *facts = ARENA_ARRAY(arena, struct outline_fact, joined->count);
    for (size_t i = 0; i < joined->count; i++) {
        struct joined one = *LIST_AT(joined, struct joined, i);
        const struct text_line *first = &lines->items[one.first];
        outline[i].text = joined_text(source, lines, one, arena);
        outline[i].stands_apart = first->after_blank && first[one.count - 1].before_blank;
    }
    outline_guess(outline, joined->count, arena, facts);
    return facts;
}

static const struct document *build(struct str name, const struct plain_source *source,
                                    const struct text_lines *lines, const struct list *joined,
                                    struct arena *arena)
{
    const struct outline_fact *facts = guess(source, lines, joined, arena);
    struct document_draft draft = draft_begin(arena, FORM_PLAIN, name);
    draft_expect(&draft, source->text.length + 1, joined->count, joined->count);
    draft_open(&draft, BLOCK_BODY, STR("body"), (struct origin){0, 0, 0});
    for (size_t i = 0; i < joined->count; i++) {
        struct joined one = *LIST_AT(joined, struct joined, i);
        const struct text_line *first = &lines->items[one.first];
        draft_open_paragraph(&draft, (struct origin){0, first->from, first->from});
        add_runs(&draft, source, lines, one);
        struct paragraph paragraph = {.kind = facts[i].kind,
                                      .level = facts[i].level,
                                      .label = facts[i].label,
                                      .properties =
                                          str_slice(source->text, first->from, first->text_from)};
        draft_close_paragraph(&draft, &paragraph, first[one.count - 1].to);
    }
    draft_close(&draft, STR(""), (uint32_t)source->text.length);
    struct document *document = draft_end(&draft);
    document->source = source;
    return document;
}

bool plain_read(struct str name, struct str bytes, const struct input_limits *limits,
                struct arena *arena, const struct document **document, struct error *error)
{
    struct plain_source *source = ARENA_NEW(arena, struct plain_source);
    if (!plain_source_read(name, bytes, limits, arena, source, error))
        return false;
    struct text_lines lines = text_lines_cut(source->text, arena);
    struct list joined = join_lines(source, &lines, arena);
    if (joined.count >= limits->paragraphs)
        return error_at(error, TOO_LARGE, place_of(name),
                        "the text has %zu paragraphs; the limit is %zu", joined.count,
                        limits->paragraphs);
    *document = build(name, source, &lines, &joined, arena);
    return true;
}
