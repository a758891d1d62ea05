// SPDX-License-Identifier: Apache-2.0
// The record's own words as a page says them.
#include "base/builder.h"
#include "render/workbench_pages/desk_frame.h"

void desk_when(struct desk_page *page, struct str time)
{
    enum { DAY = 10, MINUTE = 16, WHOLE = 20 };
    desk_plain(page, "<time datetime=\"");
    desk_text(page, time);
    desk_plain(page, "\">");
    desk_text(page, time.length == WHOLE ? str_slice(time, 0, DAY) : time);
    if (time.length == WHOLE) {
        desk_plain(page, " ");
        desk_text(page, str_slice(time, DAY + 1, MINUTE));
        desk_plain(page, " UTC");
    }
    desk_plain(page, "</time>");
}

struct pair {
    const char *own, *said;
};

static struct str said_of(const struct pair *pairs, size_t count, struct str own)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(str_of(pairs[i].own), own))
            return str_of(pairs[i].said);
    return own;
}

struct str desk_act(struct str act)
{
    static const struct pair acts[] = {
        {"agree", "agreed ad referendum"},
        {"comment", "commented"},
        {"consent", "let the mediators read"},
        {"enter", "entered"},
        {"forget", "took out for good"},
        {"import", "brought in from files"},
        {"init", "began the case"},
        {"key", "made keys"},
        {"next", "made the next base"},
        {"park", "parked"},
        {"party", "entered a party"},
        {"reopen", "opened again"},
        {"seal", "sealed"},
        {"stance", "took a stance"},
        {"submit", "handed in a draft"},
    };
    return said_of(acts, sizeof acts / sizeof *acts, act);
}

static struct str kind_said(struct str kind)
{
    static const struct pair kinds[] = {
        {"delegate", "person"},      {"document", "text"},   {"key", "keys of"},
        {"match", "pair of points"}, {"slot", "open place"}, {"worth", "scores"},
    };
    return said_of(kinds, sizeof kinds / sizeof *kinds, kind);
}

// Ids of places end with eight digits of the hash of what the base says there, and have no blanks.
static struct str place_said(struct str id, struct arena *arena)
{
    size_t end = str_behind_last(id, '/');
    struct builder said = builder_make(arena);
    id = str_slice(id, 0, end > 0 ? end - 1 : id.length);
    for (size_t i = 0; i < id.length; i++)
        builder_add_byte(&said, (char)(id.bytes[i] == '_' ? ' ' : id.bytes[i]));
    return builder_str(&said);
}

struct str desk_subject(struct str kind, struct str id, struct arena *arena)
{
    struct str said = kind_said(kind);
    if (str_equal(kind, STR("case")))
        return STR("the case");
    if (str_equal(kind, STR("slot")))
        return arena_print(arena, "%.*s %.*s", STR_ARGS(said), STR_ARGS(place_said(id, arena)));
    if (!str_equal(kind, STR("stance")))
        return arena_print(arena, "%.*s %.*s", STR_ARGS(said), STR_ARGS(id));
    // The place, the start of the hash of a wording or nothing, whose it is.
    size_t behind = str_behind_last(id, '/');
    struct str place = str_slice(id, 0, behind > 0 ? behind - 1 : 0);
    size_t wording = str_behind_last(place, '/');
    place = str_slice(place, 0, wording > 0 ? wording - 1 : place.length);
    return arena_print(arena, "stance of %.*s on %.*s", STR_ARGS(str_skip(id, behind)),
                       STR_ARGS(place_said(place, arena)));
}
