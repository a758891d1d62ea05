// SPDX-License-Identifier: Apache-2.0
#include "render/text/view_forms.h"

#include "codec/html.h"
#include "codec/json.h"
#include "render/page/assets.h"
#include "render/page/page.h"
#include "render/text/page_body.h"
#include "text/kind_words.h"

static struct str text_of(const struct sheet *sheet, const struct point *point, struct arena *arena)
{
    struct builder out = builder_make(arena);
    point_text(sheet, point, (struct sheet_reading){.kind = READ_BASE}, &out);
    return builder_str(&out);
}

static const char *kind_name(enum view_kind kind)
{
    static const char *const names[] = {[VIEW_BASE] = "base",
                                        [VIEW_PARTY] = "party",
                                        [VIEW_AGREED] = "agreed",
                                        [VIEW_PACKAGE] = "package"};
    return names[kind];
}

static void write_point(struct json_writer *json, const struct sheet *sheet,
                        const struct point *point, struct arena *arena)
{
    json_begin_object_inline(json);
    json_member_str(json, "label", point->label);
    json_member_str(json, "path", point->path);
    json_member_str(json, "kind", str_of(paragraph_kind_word(point->kind)));
    if (point->level > 0)
        json_member_int(json, "level", point->level);
    if (point->label_is_computed)
        json_member_bool(json, "label_is_computed", true);
    if (point->cell.length > 0)
        json_member_str(json, "cell", point->cell);
    if (point->story.length > 0)
        json_member_str(json, "story", point->story);
    json_member_str(json, "text", text_of(sheet, point, arena));
    json_end_object(json);
}

struct str view_json(const struct view_answer *answer, struct arena *arena)
{
    const struct sheet *sheet = &answer->text;
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 2);
    json_begin_object(&json);
    json_member_str(&json, "format", STR("entente-view/1"));
    json_member_str(&json, "title", sheet->title);
    json_member_str(&json, "reading", str_of(kind_name(answer->kind)));
    if (answer->kind == VIEW_PARTY)
        json_member_str(&json, "party", answer->party);
    if (answer->kind == VIEW_PACKAGE)
        json_member_str(&json, "package", answer->package);
    json_name(&json, "points");
    json_begin_array(&json);
    for (uint32_t i = 0; i < sheet->point_count; i++)
        write_point(&json, sheet, &sheet->points[i], arena);
    json_end_array(&json);
    json_end_object(&json);
    return builder_str(&out);
}

// --- As a page

static struct str whose(const struct view_answer *answer, struct arena *arena)
{
    switch (answer->kind) {
    case VIEW_PARTY:
        return arena_print(arena, "%.*s’s text", STR_ARGS(answer->party));
    case VIEW_AGREED:
        return STR("What is agreed");
    case VIEW_PACKAGE:
        return arena_print(arena, "The text of the package %.*s", STR_ARGS(answer->package));
    case VIEW_BASE:
        break;
    }
    return STR("The base");
}

struct str view_page(const struct view_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct merged_page page = {.sheet = &answer->text,
                               .style = {.form = MERGED_REDLINE, .medium = MEDIUM_HTML},
                               .arena = arena,
                               .out = &out};
    struct page_head head = {.title = merged_page_title(&page),
                             .kind = whose(answer, arena),
                             .of = answer->text.title,
                             .style = merged_page_css};
    page_begin(&out, &head);
    builder_add_c(&out, "</header>\n");
    merged_page_points(&page);
    builder_print(
        &out,
        "<div class=\"wrap\"><footer>One reading of a merged text, %u point%s%s.</footer></div>\n",
        answer->text.point_count, answer->text.point_count == 1 ? "" : "s",
        answer->kind == VIEW_AGREED || answer->kind == VIEW_PACKAGE
            ? "; […] stands where it is open"
            : "");
    page_end(&out, STR(""));
    return builder_str(&out);
}
