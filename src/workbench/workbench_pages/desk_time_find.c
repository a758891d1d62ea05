// SPDX-License-Identifier: Apache-2.0
// A document's limits under wordings that are chosen: the text that they make is read, what people
// have confirmed joins in, and all of it is worked out.
#include "base/checked.h"
#include "clauses/clause_names.h"
#include "merge/point_text.h"
#include "workbench/brief/brief_find.h"
#include "workbench/text/choices.h"
#include "workbench/timetable/slot_reading.h"
#include "workbench/timetable/timetable_find.h"
#include "workbench/timetable/timetable_text.h"
#include "workbench/workbench_pages/desk_parts.h"

// Above this many open places it is not looked which of them bear on the time.
enum { SLOTS_LOOKED_AT = 600 };

// --- What is chosen

// "12=2": of the sheet's slot 12 the wording 2, both from 1. What says something else is passed over:
// the text may have changed since the page was made.
static void take_choice(const struct sheet *sheet, struct str choice, uint32_t *chosen)
{
    int64_t slot;
    int64_t wording;
    size_t equals = str_find_byte(choice, '=');
    if (equals == choice.length || !checked_parse(str_slice(choice, 0, equals), &slot) ||
        !checked_parse(str_skip(choice, equals + 1), &wording) || slot < 1 ||
        slot > sheet->slot_count || wording < 1 || wording > sheet->slots[slot - 1].wording_count)
        return;
    chosen[slot - 1] = (uint32_t)(wording - 1);
}

// What is agreed counts as agreed; else the base's wording, and what the options say instead.
static uint32_t *choose(struct desk_gathering *g, const struct desk_document *document)
{
    const struct sheet *sheet = document->sheet;
    uint32_t *chosen = ARENA_ARRAY(g->arena, uint32_t, sheet->slot_count + 1);
    for (uint32_t s = 0; s < sheet->slot_count; s++) {
        const struct desk_slot *slot = &document->slots[s];
        const struct wording *all = sheet_slot_agreed(sheet, &sheet->slots[s]);
        chosen[s] = all ? (uint32_t)(all - sheet->slots[s].wordings) : 0;
        struct str agreed;
        if (!str_equal(slot->status, STR("agreed")) ||
            !desk_wording_text(slot, slot->agreed, &agreed))
            continue;
        for (uint32_t w = 0; w < sheet->slots[s].wording_count; w++)
            if (str_equal(sheet->slots[s].wordings[w].text, agreed))
                chosen[s] = w;
    }
    for (size_t i = 0; i < g->options->choice_count; i++)
        take_choice(sheet, str_of(g->options->choices[i]), chosen);
    return chosen;
}

// --- Which places bear on the time

// What a point tells of times, in its words.
static struct str times_in(struct desk_gathering *g, struct limits_grammars *grammars,
                           struct str text)
{
    struct limits_text source = {
        .name = STR("point"), .text = text, .has_paragraph_lines = true, .grammars = grammars};
    struct limits_found found;
    struct error ignored;
    struct builder out = builder_make(g->arena);
    if (!limits_read(&source, g->arena, &found, &ignored))
        return STR("");
    for (size_t i = 0; i < found.count; i++)
        builder_print(&out, "%.*s\n", STR_ARGS(found.items[i].phrase));
    for (size_t i = 0; i < found.unread_count; i++)
        builder_print(&out, "%.*s\n", STR_ARGS(found.unread[i].phrase));
    return builder_str(&out);
}

// Whether the wordings of the slot, with the words around them, tell of different times.
static bool bears_on_time(struct desk_gathering *g, const struct sheet *sheet, uint32_t number,
                          struct limits_grammars *grammars)
{
    const struct sheet_slot *slot = &sheet->slots[number];
    const struct point *point = &sheet->points[slot->point];
    struct str first = STR("");
    for (uint32_t w = 0; w < slot->wording_count; w++) {
        struct builder out = builder_make(g->arena);
        for (uint32_t i = 0; i < point->segment_count; i++) {
            const struct segment *segment = point_segment(sheet, point, i);
            struct sheet_reading base = {.kind = READ_BASE};
            builder_add(&out, segment->slot == number ? slot->wordings[w].text
                                                      : segment_text(sheet, segment, base));
        }
        struct str times = times_in(g, grammars, builder_str(&out));
        if (w > 0 && !str_equal(times, first))
            return true;
        first = times;
    }
    return false;
}

static void find_places(struct desk_gathering *g, const struct desk_document *document,
                        struct desk_time *time)
{
    const struct sheet *sheet = document->sheet;
    struct limits_grammars *grammars = limits_grammars_make(g->arena);
    time->places = LIST_MAKE(g->arena, uint32_t);
    time->has_places = document->counts->open_slots <= SLOTS_LOOKED_AT;
    for (uint32_t s = 0; time->has_places && s < sheet->slot_count; s++)
        if (sheet_slot_is_open(&sheet->slots[s]) && bears_on_time(g, sheet, s, grammars))
            *LIST_ADD(&time->places, uint32_t) = s;
}

// --- The plan

static bool read_text(struct desk_gathering *g, const struct sheet *sheet, uint32_t *chosen,
                      struct plan *plan)
{
    struct choices choices = {.wordings = chosen};
    struct sheet settled;
    struct slot_points points;
    struct slot_reading reading;
    struct str *paths = ARENA_ARRAY(g->arena, struct str, sheet->point_count + 1);
    struct str *names = ARENA_ARRAY(g->arena, struct str, sheet->point_count + 1);
    for (uint32_t i = 0; i < sheet->point_count; i++)
        paths[i] = sheet->points[i].path;
    clause_names(paths, sheet->point_count, g->arena, names);
    choices_settle(sheet, &choices, STR(""), g->arena, &settled);
    slot_points_make(&settled, g->arena, &points);
    slot_reading_make(&settled, &points, names, 0, g->arena, &reading);
    struct timetable_text text = {.source = &reading.text};
    if (!budget_spend(&g->budget, reading.text.text.length))
        return budget_stopped(g->error);
    if (!limits_read(&reading.text, g->arena, &text.found, g->error))
        return false;
    timetable_text_join(&text, true, plan);
    return true;
}

// The limits that people have confirmed for this document, and for none.
static bool confirmed_plan(struct desk_gathering *g, struct str document, struct plan *plan)
{
    struct list all = items_of(g->items, "limit", g->arena);
    struct list own = LIST_MAKE(g->arena, const struct item *);
    for (size_t i = 0; i < all.count; i++) {
        const struct item *item = *LIST_AT(&all, const struct item *, i);
        struct str of = desk_field(item, "document");
        if (of.length == 0 || str_equal(of, document))
            *LIST_ADD(&own, const struct item *) = item;
    }
    if (!brief_plan(&own, g->arena, plan, g->error))
        return false;
    // By its words a confirmed limit is known in the text again.
    for (size_t i = 0; i < own.count; i++)
        LIST_AT(&plan->limits, struct plan_limit, i)->phrase =
            desk_field(*LIST_AT(&own, const struct item *, i), "clause");
    return true;
}

bool desk_time_find(struct desk_gathering *g, struct desk_time *time)
{
    const struct item *item;
    struct desk_document *document = ARENA_NEW(g->arena, struct desk_document);
    struct timetable_answer *answer = ARENA_NEW(g->arena, struct timetable_answer);
    struct entente_timetable_options options = {.size = sizeof options};
    struct plan plan;
    if (!desk_document_asked(g, &item) || !desk_document_find(g, item, document))
        return false;
    *time = (struct desk_time){.document = document};
    if (!document->sheet)
        return true;
    uint32_t *chosen = choose(g, document);
    time->chosen = chosen;
    find_places(g, document, time);
    if (confirmed_plan(g, document->id, &plan) && read_text(g, document->sheet, chosen, &plan) &&
        timetable_work_out(&options, &plan, &g->budget, g->arena, answer, g->error)) {
        time->answer = answer;
        return true;
    }
    char line[1024];
    if (g->error->code == STOPPED)
        return false;
    error_print(g->error, line, sizeof line);
    time->trouble = arena_copy(g->arena, str_of(line));
    return true;
}
