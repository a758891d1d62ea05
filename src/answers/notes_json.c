// SPDX-License-Identifier: Apache-2.0
#include "answers/notes_json.h"

#include "base/checked.h"

static void write_group(struct json_writer *json, const struct note_group *group)
{
    json_begin_object_inline(json);
    json_member_str(json, "kind", note_kind_word(group->kind));
    if (group->party.length > 0)
        json_member_str(json, "party", group->party);
    json_name(json, "notes");
    json_begin_array_inline(json);
    for (uint32_t i = 0; i < group->count; i++)
        json_int(json, group->notes[i]);
    json_end_array(json);
    json_end_object(json);
}

void notes_json_write(struct json_writer *json, const struct merge_note *notes, uint32_t count,
                      struct arena *arena)
{
    json_name(json, "notes");
    json_begin_array(json);
    for (uint32_t i = 0; i < count; i++)
        json_str(json, merge_note_text(&notes[i], arena));
    json_end_array(json);
    if (count == 0)
        return;
    struct list groups = note_groups(notes, count, arena);
    json_name(json, "note_groups");
    json_begin_array(json);
    for (size_t g = 0; g < groups.count; g++)
        write_group(json, LIST_AT(&groups, struct note_group, g));
    json_end_array(json);
}

// A sentence begins with its party's name, which the group has; NOTE_OTHER keeps it.
static struct str without_name(struct str sentence, struct str party)
{
    bool is_headed = party.length > 0 && str_starts_with(sentence, party) &&
                     str_starts_with(str_skip(sentence, party.length), STR(": "));
    return is_headed ? str_skip(sentence, party.length + 2) : sentence;
}

static void read_group(const struct json *group, struct merge_note *made, uint32_t count)
{
    const struct json *kind_word = json_member(group, "kind");
    const struct json *party = json_member(group, "party");
    const struct json *places = json_member(group, "notes");
    enum note_kind kind;
    if (!kind_word || kind_word->kind != JSON_STRING ||
        !note_kind_of_word(kind_word->text, &kind) || !places || places->kind != JSON_ARRAY)
        return;
    for (size_t i = 0; i < places->count; i++) {
        const struct json *place = &places->items[i];
        int64_t at;
        if (place->kind != JSON_NUMBER || !checked_parse(place->text, &at) || at < 0 || at >= count)
            continue;
        struct merge_note *note = &made[at];
        note->kind = kind;
        note->party = party && party->kind == JSON_STRING ? party->text : STR("");
        if (kind != NOTE_NOT_CARRIED)
            note->words = without_name(note->words, note->party);
    }
}

void notes_json_read(const struct json *object, struct arena *arena,
                     const struct merge_note **notes, uint32_t *count)
{
    *notes = NULL;
    *count = 0;
    const struct json *sentences = json_member(object, "notes");
    const struct json *groups = json_member(object, "note_groups");
    if (!sentences || sentences->kind != JSON_ARRAY)
        return;
    struct merge_note *made = ARENA_ARRAY(arena, struct merge_note, sentences->count + 1);
    for (size_t i = 0; i < sentences->count; i++)
        made[i] = (struct merge_note){
            NOTE_OTHER, STR(""),
            sentences->items[i].kind == JSON_STRING ? sentences->items[i].text : STR("")};
    *notes = made;
    *count = (uint32_t)sentences->count;
    for (size_t g = 0; groups && groups->kind == JSON_ARRAY && g < groups->count; g++)
        read_group(&groups->items[g], made, *count);
}
