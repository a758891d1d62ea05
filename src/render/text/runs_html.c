// SPDX-License-Identifier: Apache-2.0
#include "render/text/runs_html.h"

#include "text/said.h"

static const char object_character[] = "\xef\xbf\xbc";

static void add_line(struct builder *out, struct str line)
{
    struct str rest = line;
    for (;;) {
        size_t at = str_find(rest, str_of(object_character));
        html_text(out, str_slice(rest, 0, at));
        if (at == rest.length)
            return;
        builder_add_c(out, "<span class=\"obj\">object</span>");
        rest = str_skip(rest, at + 3);
    }
}

void html_lines(struct builder *out, struct str text, const char *line_break)
{
    struct str rest = text;
    struct str line;
    while (str_cut(&rest, '\n', &line)) {
        add_line(out, line);
        if (line.bytes + line.length < text.bytes + text.length)
            builder_add_c(out, line_break);
    }
}

static bool is_safe_link(struct str link)
{
    return str_starts_with(link, STR("https://")) || str_starts_with(link, STR("http://")) ||
           str_starts_with(link, STR("mailto:")) || str_starts_with(link, STR("#"));
}

struct tag {
    bool is_on;
    const char *open;
    const char *close;
};

static void add_marked(struct builder *out, const struct marks *marks, struct str text)
{
    const struct tag tags[] = {
        {marks->bold, "<strong>", "</strong>"},  {marks->italic, "<em>", "</em>"},
        {marks->strike, "<s>", "</s>"},          {marks->code, "<code>", "</code>"},
        {marks->superscript, "<sup>", "</sup>"}, {marks->subscript, "<sub>", "</sub>"},
    };
    size_t count = sizeof tags / sizeof tags[0];
    bool has_link = is_safe_link(marks->link);
    if (has_link) {
        builder_add_c(out, "<a rel=\"noreferrer\" href=\"");
        html_text(out, marks->link);
        builder_add_c(out, "\">");
    }
    for (size_t i = 0; i < count; i++)
        builder_add_c(out, tags[i].is_on ? tags[i].open : "");
    html_lines(out, text, "<br>");
    for (size_t i = count; i-- > 0;)
        builder_add_c(out, tags[i].is_on ? tags[i].close : "");
    builder_add_c(out, has_link ? "</a>" : "");
}

// A unit that is no text, as a box with its name; of a note, a text box that somebody has put in
// the words too, which stand nowhere else.
static void add_object(struct builder *out, const struct document *document,
                       const struct object *object, bool with_story)
{
    struct builder said = builder_make(out->arena);
    object_say(document, object, with_story ? STORIES_IN_WORDS : STORIES_BY_NAME, &said);
    builder_add_c(out, "<span class=\"obj\">");
    html_text(out, str_slice(builder_str(&said), 1, said.length - 1));
    builder_add_c(out, "</span>");
}

// Between two runs stand paragraphs' marks only.
static void add_breaks(struct builder *out, uint32_t count, const char *paragraph_break)
{
    while (count-- > 0)
        builder_add_c(out, paragraph_break);
}

void html_runs(struct builder *out, const struct document *document, struct range range,
               const struct html_look *look)
{
    uint32_t at = range.from;
    for (uint32_t i = run_at(document, range.from); i < document->run_count; i++) {
        const struct text_run *run = &document->runs[i];
        uint32_t end = run->to < range.to ? run->to : range.to;
        if (run->from >= range.to)
            break;
        if (run->from > at)
            add_breaks(out, run->from - at, look->paragraph_break);
        if (run->from > at)
            at = run->from;
        if (end <= at)
            continue;
        if (run->object == NO_INDEX)
            add_marked(out, &document->marks[run->marks], str_slice(document->text, at, end));
        else
            add_object(out, document, &document->objects[run->object], look->with_stories);
        at = end;
    }
    if (at < range.to)
        add_breaks(out, range.to - at, look->paragraph_break);
}
