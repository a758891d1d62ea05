// SPDX-License-Identifier: Apache-2.0
// Place by place: the words of every point with an open place, and who moved there, when, towards whom.
#include "render/brief/brief_parts.h"

#include "base/utf8.h"

enum { SHOWN_BYTES = 120 };

// --- Its words

static void add_agreed(struct builder *out, struct str text)
{
    if (text.length <= SHOWN_BYTES) {
        builder_add(out, text);
        return;
    }
    builder_add(out, utf8_start(text, SHOWN_BYTES / 2));
    builder_add_c(out, " … ");
    builder_add(out, utf8_end(text, SHOWN_BYTES / 2));
}

static bool is_blank(char letter)
{
    return (unsigned char)letter <= ' ';
}

// A wording that begins or ends with white space parts the words beside it.
static bool parts_words(const struct sheet_slot *slot, bool at_end)
{
    for (uint32_t w = 0; w < slot->wording_count; w++) {
        struct str text = slot->wordings[w].text;
        if (text.length > 0 && is_blank(text.bytes[at_end ? text.length - 1 : 0]))
            return true;
    }
    return false;
}

static void add_slot(struct builder *out, const struct sheet *sheet, const struct sheet_slot *slot)
{
    if (out->length > 0 && parts_words(slot, false))
        builder_add_byte(out, ' ');
    for (uint32_t w = 0; w < slot->wording_count; w++) {
        const struct wording *wording = &slot->wordings[w];
        struct str holders = brief_holders(sheet, wording, out->arena);
        struct str words = str_trim(wording->text);
        builder_print(out, "%s[%s%s%.*s: %.*s]", w > 0 ? " " : "", wording->is_base ? "base" : "",
                      wording->is_base && holders.length > 0 ? ", " : "", STR_ARGS(holders),
                      STR_ARGS(words.length > 0 ? words : STR("nothing")));
    }
    builder_add_c(out, parts_words(slot, true) ? " " : "");
}

static void add_words(const struct brief_place *place, struct report *report)
{
    struct builder out = builder_make(report->arena);
    const struct point *point = &place->sheet->points[place->at];
    const struct segment *segments = place->sheet->segments + point->first_segment;
    if (point->label_is_computed && point->label.length > 0 && point->paragraph != NO_INDEX)
        builder_print(&out, "%.*s ", STR_ARGS(point->label));
    for (uint32_t i = 0; i < point->segment_count; i++)
        if (segments[i].slot == NO_INDEX)
            add_agreed(&out, segments[i].text);
        else
            add_slot(&out, place->sheet, &place->sheet->slots[segments[i].slot]);
    report_paragraph(report, TONE_PLAIN, "%.*s", STR_ARGS(str_trim(builder_str(&out))));
}

// --- What happened to it

static struct str quoted(struct str text, struct arena *arena)
{
    struct str words = brief_shortened(text, arena);
    return words.length > 0 ? arena_print(arena, "“%.*s”", STR_ARGS(words)) : STR("nothing");
}

struct happening {
    struct str day;
    size_t number; // keeps the order of one day
    struct str words;
};

static int happening_order(const void *a, const void *b)
{
    const struct happening *x = a;
    const struct happening *y = b;
    int days = str_compare(x->day, y->day);
    return days != 0 ? days : (x->number > y->number) - (x->number < y->number);
}

static struct str move_words(const struct brief_move *move, struct arena *arena)
{
    struct str towards = move->towards.length > 0 ? move->towards : STR("nobody");
    return arena_print(arena, "%.*s, %.*s moves from %.*s to %.*s, towards %.*s",
                       STR_ARGS(move->day), STR_ARGS(move->party),
                       STR_ARGS(quoted(move->from, arena)), STR_ARGS(quoted(move->to, arena)),
                       STR_ARGS(towards));
}

static struct str settlement_words(const struct brief_settlement *s, struct arena *arena)
{
    struct builder out = builder_make(arena);
    bool is_taken = s->base.length > 0 && !str_equal(s->how, STR("agreed"));
    builder_print(&out, "%.*s, %s", STR_ARGS(s->day), is_taken ? "taken" : "agreed");
    if (is_taken)
        builder_print(&out, " (%.*s)", STR_ARGS(s->how));
    if (s->meeting.length > 0)
        builder_print(&out, " at the meeting %.*s", STR_ARGS(s->meeting));
    builder_print(&out, ": %.*s", STR_ARGS(quoted(s->wording, arena)));
    if (s->base.length > 0)
        builder_print(&out, ", text since %.*s", STR_ARGS(s->base));
    builder_add_c(&out, s->is_reopened ? "; opened again since" : "");
    return builder_str(&out);
}

// The happenings of every place, by its number: struct list of struct happening.
static struct list *happenings_of(const struct brief_answer *brief,
                                  const struct brief_places *places, struct arena *arena)
{
    struct list *found = ARENA_ARRAY(arena, struct list, places->items.count + 1);
    for (size_t i = 0; i < places->items.count; i++)
        found[i] = LIST_MAKE(arena, struct happening);
    for (size_t i = brief->moves.count; i > 0; i--) { // the latest stand first
        const struct brief_move *m = LIST_AT(&brief->moves, struct brief_move, i - 1);
        uint32_t at = brief_place_number(places, m->document, m->point);
        *LIST_ADD(&found[at], struct happening) =
            (struct happening){m->day, found[at].count, move_words(m, arena)};
    }
    for (size_t i = 0; i < brief->settlements.count; i++) {
        const struct brief_settlement *s = LIST_AT(&brief->settlements, struct brief_settlement, i);
        uint32_t at = brief_place_number(places, s->document, s->point);
        *LIST_ADD(&found[at], struct happening) =
            (struct happening){s->day, found[at].count, settlement_words(s, arena)};
    }
    for (size_t i = 0; i < places->items.count; i++)
        list_sort(&found[i], happening_order);
    return found;
}

static void add_one(const struct brief_place *place, struct str anchor,
                    const struct list *happenings, struct report *report)
{
    report_subheading(report, "%.*s %.*s", STR_ARGS(place->document), STR_ARGS(place->point));
    report_anchor(report, anchor);
    if (place->sheet)
        add_words(place, report);
    for (size_t i = 0; i < happenings->count; i++)
        report_item(report, TONE_PLAIN, "%.*s.",
                    STR_ARGS(LIST_AT(happenings, struct happening, i)->words));
    if (!place->sheet)
        report_paragraph(report, TONE_QUIET, "Nothing is open there now.");
}

void brief_add_places(const struct brief_answer *brief, const struct brief_places *places,
                      struct report *report)
{
    struct list *happenings = happenings_of(brief, places, report->arena);
    size_t count = places->items.count;
    if (count == 0)
        return;
    size_t first = report->blocks.count;
    bool has_happened = false;
    report_heading(report, "Place by place");
    report_paragraph(report, TONE_QUIET,
                     "Every point with an open place, and what has happened to it since.");
    for (size_t i = 0; i < count && i < BRIEF_PLACES; i++) {
        const struct brief_place *place = LIST_AT(&places->items, struct brief_place, i);
        size_t before = report->blocks.count;
        add_one(place, brief_place_anchor(places, place->document, place->point), &happenings[i],
                report);
        has_happened = has_happened || happenings[i].count > 0;
        if (happenings[i].count == 0)
            report_keep_from_terminal(report, before);
    }
    if (count > BRIEF_PLACES)
        report_paragraph(report, TONE_QUIET,
                         "%zu further places are not shown here; show CASE slots lists all.",
                         count - BRIEF_PLACES);
    if (!has_happened)
        report_keep_from_terminal(report, first);
}
