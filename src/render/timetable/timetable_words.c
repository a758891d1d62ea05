// SPDX-License-Identifier: Apache-2.0
#include "render/timetable/timetable_parts.h"

struct str timetable_row_title(const struct timeline_row *row)
{
    return row->title.length > 0 ? row->title : row->name;
}

// "local.elections" as "local elections".
static struct str in_words(struct str name, const char *before, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_add_c(&out, before);
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        builder_add_byte(&out, c == '.' || c == '_' ? ' ' : c);
    }
    return builder_str(&out);
}

struct str timetable_row_words(const struct timeline_row *row, struct arena *arena)
{
    if (row->title.length > 0)
        return row->title;
    struct str name = row->name;
    if (str_ends_with(name, STR(".end")))
        return in_words(str_slice(name, 0, name.length - 4), "end of ", arena);
    if (str_ends_with(name, STR(".start")))
        return in_words(str_slice(name, 0, name.length - 6), "start of ", arena);
    return in_words(name, "", arena);
}

struct str timetable_unread(const struct plan *plan, struct arena *arena)
{
    size_t count = plan->unread.count;
    if (!plan->has_text)
        return STR("");
    return count == 0
               ? STR("no expression of time")
               : arena_print(arena, "%zu expression%s of time", count, count == 1 ? "" : "s");
}

struct str timetable_met(const struct timetable_answer *timetable, struct arena *arena)
{
    const struct plan *plan = &timetable->plan;
    size_t count = plan->limits.count;
    const char *read = plan->has_text ? " that was read" : "";
    if (count > 1)
        read = plan->has_text ? " that were read" : "";
    struct str head = count == 1 ? arena_print(arena, "The one limit%s can be met", read)
                                 : arena_print(arena, "All %zu limits%s can be met", count, read);
    if (!plan->has_text)
        return head;
    return arena_print(arena, "%.*s; %.*s %s", STR_ARGS(head),
                       STR_ARGS(timetable_unread(plan, arena)),
                       plan->unread.count == 1   ? "was not read"
                       : plan->unread.count == 0 ? "was left unread"
                                                 : "were not read");
}
