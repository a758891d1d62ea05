// SPDX-License-Identifier: Apache-2.0
#include "merge/merge_note.h"

#include "base/builder.h"

// What a kind is called, and how a line goes on behind the number of its notes; NULL: such notes are few
// and say what was assumed, so that none of their words is left out.
static const struct {
    const char *word;
    const char *counted;
} kinds[NOTE_KIND_COUNT] = {
    [NOTE_READING] = {"reading", NULL},
    [NOTE_SIMILARITY] = {"likeness", NULL},
    [NOTE_STRUCK] = {"struck", NULL},
    [NOTE_FORM] = {"form", NULL},
    [NOTE_DIRECTION] = {"direction", NULL},
    [NOTE_COMPUTED] = {"computed", NULL},
    [NOTE_SETTING] = {"setting", NULL},
    [NOTE_UNIT] = {"units", " on units that several parties changed"},
    [NOTE_COMMENT] = {"comments", " on comments"},
    [NOTE_BOOKMARK] = {"bookmarks", " on bookmarks"},
    [NOTE_STORY] = {"stories", " on footnotes, endnotes and text boxes"},
    [NOTE_HEADER] = {"headers", " on headers and footers"},
    [NOTE_SECTION] = {"sections", " on sections"},
    [NOTE_TABLE] = {"tables", " on how tables look"},
    [NOTE_LINK] = {"links", " on links"},
    [NOTE_STYLE] = {"styles", " on styles and lists"},
    [NOTE_NOT_CARRIED] = {"not carried", " on what is not carried into the Word file"},
    [NOTE_OTHER] = {"other", ""},
};

struct str note_kind_word(enum note_kind kind)
{
    return str_of(kinds[kind].word);
}

bool note_kind_of_word(struct str word, enum note_kind *kind)
{
    for (int i = 0; i < NOTE_KIND_COUNT; i++)
        if (str_equal(word, str_of(kinds[i].word))) {
            *kind = (enum note_kind)i;
            return true;
        }
    return false;
}

// What is not carried names its party inside the sentence.
static bool is_headed(const struct merge_note *note)
{
    return note->party.length > 0 && note->kind != NOTE_NOT_CARRIED;
}

struct str merge_note_text(const struct merge_note *note, struct arena *arena)
{
    if (!is_headed(note))
        return note->words;
    return arena_print(arena, "%.*s: %.*s", STR_ARGS(note->party), STR_ARGS(note->words));
}

static bool is_of(const struct note_group *group, const struct merge_note *note)
{
    return group->kind == note->kind && str_equal(group->party, note->party);
}

struct list note_groups(const struct merge_note *notes, uint32_t count, struct arena *arena)
{
    struct list groups = LIST_MAKE(arena, struct note_group);
    uint32_t *group_of = ARENA_ARRAY(arena, uint32_t, (size_t)count + 1);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t g = 0;
        while (g < groups.count && !is_of(LIST_AT(&groups, struct note_group, g), &notes[i]))
            g++;
        if (g == groups.count)
            *LIST_ADD(&groups, struct note_group) =
                (struct note_group){.kind = notes[i].kind, .party = notes[i].party};
        LIST_AT(&groups, struct note_group, g)->count++;
        group_of[i] = g;
    }
    uint32_t *sorted = ARENA_ARRAY(arena, uint32_t, (size_t)count + 1);
    for (size_t g = 0; g < groups.count; g++) {
        struct note_group *group = LIST_AT(&groups, struct note_group, g);
        group->notes = sorted;
        for (uint32_t i = 0; i < count; i++)
            if (group_of[i] == g)
                *sorted++ = i;
    }
    return groups;
}

bool note_group_is_short(const struct note_group *group)
{
    return group->count > 1 && kinds[group->kind].counted != NULL;
}

struct str note_group_line(const struct note_group *group, const struct merge_note *notes,
                           struct arena *arena)
{
    struct builder line = builder_make(arena);
    if (note_group_is_short(group)) {
        if (group->party.length > 0)
            builder_print(&line, "%.*s: ", STR_ARGS(group->party));
        builder_print(&line, "%u notes%s", group->count, kinds[group->kind].counted);
        return builder_str(&line);
    }
    builder_add(&line, merge_note_text(&notes[group->notes[0]], arena));
    for (uint32_t i = 1; i < group->count; i++)
        builder_print(&line, "; %.*s", STR_ARGS(notes[group->notes[i]].words));
    return builder_str(&line);
}
