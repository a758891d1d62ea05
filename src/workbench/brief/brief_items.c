// SPDX-License-Identifier: Apache-2.0
// Small questions about what a brief has gathered.
#include "workbench/brief/brief.h"

struct str brief_field(const struct item *item, const char *name)
{
    return json_text(item->value, name);
}

struct str brief_day(const struct item *item)
{
    static const char *const names[] = {"date", "to", "from"};
    struct str day = STR("");
    for (size_t i = 0; i < sizeof names / sizeof names[0] && day.length == 0; i++)
        day = brief_field(item, names[i]);
    return day;
}

struct str brief_list(const struct brief *brief, const struct item *item, const char *name)
{
    const struct json *list = json_member(item->value, name);
    struct builder out = builder_make(brief->arena);
    for (size_t i = 0; list && list->kind == JSON_ARRAY && i < list->count; i++)
        builder_print(&out, "%s%.*s", i > 0 ? ", " : "", STR_ARGS(list->items[i].text));
    return builder_str(&out);
}

struct str brief_holders(const struct brief *brief, const struct sheet *sheet,
                         const struct wording *wording)
{
    struct builder out = builder_make(brief->arena);
    for (uint32_t i = 0; i < wording->party_count; i++)
        builder_print(&out, "%s%.*s", i > 0 ? ", " : "",
                      STR_ARGS(sheet->party_names[wording->parties[i].number]));
    return builder_str(&out);
}

struct list brief_items(const struct brief *brief, const char *kind)
{
    return items_of(brief->items, kind, brief->arena);
}

uint32_t brief_text_count(const struct brief *brief)
{
    uint32_t count = 0;
    for (size_t i = 0; i < brief->documents.count; i++)
        count += LIST_AT(&brief->documents, struct brief_document, i)->sheet != NULL;
    return count;
}

bool brief_is_possible(const struct brief *brief)
{
    const struct json *possible = json_member(brief->timetable, "possible");
    return !possible || possible->truth;
}

bool brief_is_acceptable(const struct brief *brief)
{
    const struct json *acceptable = json_member(brief->bargain, "acceptable");
    return !acceptable || !str_equal(acceptable->text, STR("0"));
}
