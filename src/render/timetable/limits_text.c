// SPDX-License-Identifier: Apache-2.0
// Time limits for the terminal.
#include "base/builder.h"
#include "base/direction.h"
#include "render/timetable/limits_forms.h"

static void print_limit(struct builder *out, struct str file, const struct limit *limit)
{
    builder_print(out, "%.*s:%zu:%zu: %s", STR_ARGS(file), limit->line, limit->column,
                  limit_relation_name(limit->relation));
    if (limit->value.length > 0)
        builder_print(out, " %.*s", STR_ARGS(limit->value));
    else if (limit->is_open)
        builder_add_c(out, " (open: no number)");
    builder_print(out, "  \"%.*s\"\n", STR_ARGS(limit->phrase));
    if (limit->step.length > 0)
        builder_print(out, "    step: %.*s\n", STR_ARGS(limit->step));
    if (limit->reference.length > 0)
        builder_print(out, "    from: %.*s (%s)\n", STR_ARGS(limit->reference),
                      limit_binding_name(limit->binding));
    if (limit->note.length > 0)
        builder_print(out, "    note: %.*s\n", STR_ARGS(limit->note));
}

static void print_unread(struct builder *out, struct str file, const struct limits_found *found)
{
    for (size_t i = 0; i < found->unread_count; i++) {
        const struct limit_unread *unread = &found->unread[i];
        builder_print(out, "%.*s:%zu:%zu: not read  \"%.*s\"\n", STR_ARGS(file), unread->line,
                      unread->column, STR_ARGS(unread->phrase));
    }
}

struct str limits_listing(const struct limits_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t f = 0; f < answer->file_count; f++)
        for (size_t i = 0; i < answer->files[f].found.count; i++)
            print_limit(&out, answer->files[f].file, &answer->files[f].found.items[i]);
    for (size_t f = 0; f < answer->file_count; f++)
        print_unread(&out, answer->files[f].file, &answer->files[f].found);
    return direction_plain(builder_str(&out), arena);
}
