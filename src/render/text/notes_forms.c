// SPDX-License-Identifier: Apache-2.0
#include "render/text/notes_forms.h"

#include "codec/html.h"

void notes_add_lines(struct builder *out, const struct merge_note *notes, uint32_t count, bool each)
{
    struct arena *scratch = arena_open();
    bool is_short = false;
    for (uint32_t i = 0; each && i < count; i++)
        builder_print(out, "note: %.*s\n", STR_ARGS(merge_note_text(&notes[i], scratch)));
    struct list groups = note_groups(notes, each ? 0 : count, scratch);
    for (size_t g = 0; g < groups.count; g++) {
        const struct note_group *group = LIST_AT(&groups, struct note_group, g);
        builder_print(out, "note: %.*s\n", STR_ARGS(note_group_line(group, notes, scratch)));
        is_short = is_short || note_group_is_short(group);
    }
    if (is_short)
        builder_print(out, "note: --notes says each of the %u notes\n", count);
    arena_close(scratch);
}

static void add_group(struct builder *out, const struct note_group *group,
                      const struct merge_note *notes, struct arena *scratch)
{
    bool is_short = note_group_is_short(group);
    builder_add_c(out, is_short ? "<li><details><summary>" : "<li>");
    html_text(out, note_group_line(group, notes, scratch));
    if (is_short) {
        builder_add_c(out, "</summary><ul>\n");
        for (uint32_t i = 0; i < group->count; i++) {
            builder_add_c(out, "<li>");
            html_text(out, merge_note_text(&notes[group->notes[i]], scratch));
            builder_add_c(out, "</li>\n");
        }
        builder_add_c(out, "</ul></details>");
    }
    builder_add_c(out, "</li>\n");
}

void notes_add_items(struct builder *out, const struct merge_note *notes, uint32_t count)
{
    struct arena *scratch = arena_open();
    struct list groups = note_groups(notes, count, scratch);
    for (size_t g = 0; g < groups.count; g++)
        add_group(out, LIST_AT(&groups, struct note_group, g), notes, scratch);
    arena_close(scratch);
}
