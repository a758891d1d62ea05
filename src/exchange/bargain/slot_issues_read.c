// SPDX-License-Identifier: Apache-2.0
#include "codec/json.h"
#include "exchange/bargain/slot_issues.h"

struct chooser {
    struct str source;
    struct str text;
    const struct sheet *sheet;
    struct arena *arena;
    const struct str **chosen;
    struct error *error;
};

static bool refuse(const struct chooser *chooser, const struct json *issue, uint32_t number,
                   const char *what)
{
    struct place place = place_in(chooser->source, chooser->text, issue->byte);
    place.has_byte = false;
    place = place_with_part(place, arena_print(chooser->arena, "issues[%u]", number));
    return error_at(chooser->error, BAD_INPUT, place, "%s", what);
}

static const struct json *list_of(const struct json *object, const char *name, size_t count)
{
    const struct json *list = json_member(object, name);
    return list && list->kind == JSON_ARRAY && list->count == count ? list : NULL;
}

// Gives the slots of one issue the wordings of one option.
static bool choose(const struct chooser *chooser, const struct json *issue, uint32_t number,
                   uint32_t option)
{
    const struct json *slots = json_member(issue, "slots");
    size_t count = slots && slots->kind == JSON_ARRAY ? slots->count : 0;
    const struct json *points = list_of(issue, "points", count);
    const struct json *options = json_member(issue, "options");
    const struct json *rows = list_of(issue, "wordings", options ? options->count : 0);
    if (count == 0 || !points || !rows)
        return refuse(
            chooser, issue, number,
            "has no \"slots\", \"points\" and \"wordings\" as entente issues writes them, "
            "one row of wordings for each option");
    const struct json *row = &rows->items[option];
    if (row->kind != JSON_ARRAY || row->count != count)
        return refuse(chooser, issue, number, "has an option without one wording for each slot");
    for (size_t i = 0; i < count; i++) {
        int64_t slot;
        if (!json_whole(&slots->items[i], &slot) || slot < 1 || slot > chooser->sheet->slot_count)
            return refuse(chooser, issue, number,
                          "names a slot that the merged text does not have");
        struct str path = chooser->sheet->points[chooser->sheet->slots[slot - 1].point].path;
        if (points->items[i].kind != JSON_STRING || !str_equal(points->items[i].text, path))
            return refuse(chooser, issue, number,
                          "names a slot of another point; was the scenario made from this text?");
        if (row->items[i].kind != JSON_STRING)
            return refuse(chooser, issue, number, "has a wording that is not a text");
        if (chooser->chosen[slot - 1])
            return refuse(chooser, issue, number, "names a slot that another issue names too");
        chooser->chosen[slot - 1] = &row->items[i].text;
    }
    return true;
}

static void settle(const struct chooser *chooser, struct sheet *settled, uint32_t *open_count)
{
    const struct sheet *sheet = chooser->sheet;
    struct sheet_slot *slots =
        ARENA_ARRAY(chooser->arena, struct sheet_slot, sheet->slot_count + 1);
    struct wording *wordings = ARENA_ARRAY(chooser->arena, struct wording, sheet->slot_count + 1);
    *open_count = 0;
    for (uint32_t s = 0; s < sheet->slot_count; s++) {
        const struct wording *agreed = sheet_slot_agreed(sheet, &sheet->slots[s]);
        wordings[s] = (struct wording){.text = STR("[…]"), .is_base = true};
        if (chooser->chosen[s])
            wordings[s].text = *chooser->chosen[s];
        else if (agreed)
            wordings[s].text = agreed->text;
        else
            (*open_count)++;
        slots[s] = sheet->slots[s];
        slots[s].wordings = &wordings[s];
        slots[s].wording_count = 1;
    }
    *settled = *sheet;
    settled->slots = slots;
}

bool slot_issues_settle(struct str source, struct str text, const uint32_t *package, uint32_t count,
                        const struct sheet *sheet, const struct input_limits *limits,
                        struct arena *arena, struct sheet *settled, uint32_t *open_count,
                        struct error *error)
{
    const struct json *root;
    if (!json_read(source, text, limits, arena, &root, error))
        return false;
    const struct json *issues = list_of(root, "issues", count);
    if (!issues)
        return error_at(error, BAD_INPUT, place_of(source),
                        "the package does not have one option for each issue");
    struct chooser chooser = {
        source, text, sheet, arena, ARENA_ARRAY(arena, const struct str *, sheet->slot_count + 1),
        error};
    for (uint32_t i = 0; i < count; i++)
        if (!choose(&chooser, &issues->items[i], i, package[i]))
            return false;
    settle(&chooser, settled, open_count);
    return true;
}
