// SPDX-License-Identifier: Apache-2.0
// What changed from round to round: what each meeting settled, who moved towards whom, what stays open where.
#include "render/brief/brief_parts.h"

enum { MOVES_MOST = 12, POINTS_MOST = 12 };

static struct str words_of(struct str text, struct arena *arena)
{
    struct str words = brief_shortened(text, arena);
    return words.length > 0 ? words : STR("nothing");
}

// --- Open at the end of each round

static size_t count_of(const struct list *counts, struct str name)
{
    for (size_t i = 0; i < counts->count; i++)
        if (str_equal(LIST_AT(counts, struct brief_open, i)->name, name))
            return LIST_AT(counts, struct brief_open, i)->count;
    return 0;
}

static void add_name(struct list *names, struct str name)
{
    for (size_t i = 0; i < names->count; i++)
        if (str_equal(*LIST_AT(names, struct str, i), name))
            return;
    *LIST_ADD(names, struct str) = name;
}

// The rounds of one document, as they follow one another.
struct rounds_of {
    const struct brief_round **items;
    size_t count;
};

static struct rounds_of rounds_of(const struct brief_answer *brief, struct str document,
                                  struct arena *arena)
{
    struct rounds_of found = {ARENA_ARRAY(arena, const struct brief_round *, brief->rounds.count),
                              0};
    for (size_t i = 0; i < brief->rounds.count; i++) {
        const struct brief_round *round = LIST_AT(&brief->rounds, struct brief_round, i);
        if (str_equal(round->document, document))
            found.items[found.count++] = round;
    }
    return found;
}

static void add_row(struct report *report, const struct rounds_of *rounds, const char *prefix,
                    struct str name, bool is_point)
{
    report_cell(report, "%s%.*s", prefix, STR_ARGS(name));
    for (size_t i = 0; i < rounds->count; i++)
        report_cell(
            report, "%zu",
            count_of(is_point ? &rounds->items[i]->points : &rounds->items[i]->parties, name));
}

static void add_rows(struct report *report, const struct rounds_of *rounds, bool is_point)
{
    struct list names = LIST_MAKE(report->arena, struct str);
    for (size_t i = rounds->count; i > 0; i--) {
        const struct list *counts =
            is_point ? &rounds->items[i - 1]->points : &rounds->items[i - 1]->parties;
        for (size_t k = 0; k < counts->count; k++)
            add_name(&names, LIST_AT(counts, struct brief_open, k)->name);
    }
    size_t most = is_point ? POINTS_MOST : names.count;
    for (size_t i = 0; i < names.count && i < most; i++)
        add_row(report, rounds, is_point ? "point " : "proposals of ",
                *LIST_AT(&names, struct str, i), is_point);
    if (names.count > most)
        report_item(report, TONE_QUIET, "%zu further points had open places.", names.count - most);
}

static void add_open(struct report *report, const struct rounds_of *rounds)
{
    struct builder heads = builder_make(report->arena);
    builder_add_c(&heads, "Open places");
    for (size_t i = 0; i < rounds->count; i++)
        builder_print(&heads, "|%s%.*s", rounds->items[i]->day.length > 0 ? "end of " : "now, ",
                      STR_ARGS(rounds->items[i]->base));
    report_table(report, arena_c_string(report->arena, builder_str(&heads)));
    report_cell(report, "all");
    for (size_t i = 0; i < rounds->count; i++)
        report_cell(report, "%zu", rounds->items[i]->open);
    report_cell(report, "went into the next base");
    for (size_t i = 0; i < rounds->count; i++)
        if (rounds->items[i]->day.length > 0)
            report_cell(report, "%zu", rounds->items[i]->settled);
        else
            report_cell(report, "–");
    add_rows(report, rounds, false);
    add_rows(report, rounds, true);
}

static void add_rounds(const struct brief_answer *brief, struct report *report)
{
    struct list documents = LIST_MAKE(report->arena, struct str);
    for (size_t i = 0; i < brief->rounds.count; i++)
        add_name(&documents, LIST_AT(&brief->rounds, struct brief_round, i)->document);
    for (size_t i = 0; i < documents.count; i++) {
        struct str document = *LIST_AT(&documents, struct str, i);
        struct rounds_of rounds = rounds_of(brief, document, report->arena);
        report_paragraph(report, TONE_PLAIN, "%.*s, by base:", STR_ARGS(document));
        add_open(report, &rounds);
    }
}

// --- What each meeting settled

static struct str meeting_words(const struct brief_answer *brief, struct str id,
                                struct arena *arena)
{
    if (id.length == 0)
        return STR("outside of meetings");
    for (size_t i = 0; i < brief->meetings.count; i++) {
        const struct brief_meeting *m = LIST_AT(&brief->meetings, struct brief_meeting, i);
        if (str_equal(m->item.id, id))
            return arena_print(arena, "%.*s%s%.*s%s%.*s", STR_ARGS(id),
                               m->place.length > 0 ? ", " : "", STR_ARGS(m->place),
                               m->day.length > 0 ? ", " : "", STR_ARGS(m->day));
    }
    return id;
}

static void add_settlement(struct report *report, const struct brief_places *places,
                           const struct brief_settlement *s)
{
    struct arena *arena = report->arena;
    struct str where = s->base.length > 0 ? arena_print(arena, "settled in %.*s (%.*s)",
                                                        STR_ARGS(s->base), STR_ARGS(s->how))
                                          : STR("agreed, in no base yet");
    report_item(report, s->is_reopened ? TONE_WARN : TONE_PLAIN, "%.*s %.*s: “%.*s”, %.*s%s",
                STR_ARGS(s->document), STR_ARGS(s->point), STR_ARGS(words_of(s->wording, arena)),
                STR_ARGS(where), s->is_reopened ? "; opened again since" : "");
    report_link(report, brief_place_anchor(places, s->document, s->point),
                s->document.length + 1 + s->point.length);
}

static void add_settlements(const struct brief_answer *brief, const struct brief_places *places,
                            struct report *report)
{
    struct list meetings = LIST_MAKE(report->arena, struct str);
    for (size_t i = 0; i < brief->settlements.count; i++)
        add_name(&meetings, LIST_AT(&brief->settlements, struct brief_settlement, i)->meeting);
    for (size_t m = 0; m < meetings.count; m++) {
        struct str meeting = *LIST_AT(&meetings, struct str, m);
        report_paragraph(report, TONE_PLAIN,
                         "Settled, %.*s:", STR_ARGS(meeting_words(brief, meeting, report->arena)));
        for (size_t i = 0; i < brief->settlements.count; i++) {
            const struct brief_settlement *s =
                LIST_AT(&brief->settlements, struct brief_settlement, i);
            if (str_equal(s->meeting, meeting))
                add_settlement(report, places, s);
        }
    }
}

// --- Who moved

static void add_moves(const struct brief_answer *brief, const struct brief_places *places,
                      struct report *report)
{
    if (brief->moves.count == 0)
        return;
    report_paragraph(report, TONE_PLAIN, "Who moved, the latest first:");
    report_table(report, "Day|Party|Point|From|To|Towards");
    for (size_t i = 0; i < brief->moves.count && i < MOVES_MOST; i++) {
        const struct brief_move *move = LIST_AT(&brief->moves, struct brief_move, i);
        report_cell(report, "%.*s", STR_ARGS(move->day));
        report_cell(report, "%.*s", STR_ARGS(move->party));
        report_cell(report, "%.*s %.*s", STR_ARGS(move->document), STR_ARGS(move->point));
        report_link(report, brief_place_anchor(places, move->document, move->point),
                    move->document.length + 1 + move->point.length);
        report_cell(report, "%.*s", STR_ARGS(words_of(move->from, report->arena)));
        report_cell(report, "%.*s", STR_ARGS(words_of(move->to, report->arena)));
        report_cell(report, "%.*s",
                    STR_ARGS(move->towards.length > 0 ? move->towards : STR("nobody")));
    }
    if (brief->moves.count > MOVES_MOST)
        report_item(report, TONE_QUIET, "%zu earlier moves are not shown here.",
                    brief->moves.count - MOVES_MOST);
}

bool brief_has_rounds(const struct brief_answer *brief)
{
    return brief->rounds.count + brief->moves.count + brief->settlements.count > 0;
}

void brief_add_rounds(const struct brief_answer *brief, const struct brief_places *places,
                      struct report *report)
{
    if (!brief_has_rounds(brief) && brief->too_many_slots == 0)
        return;
    report_heading(report, "From round to round");
    if (brief->too_many_slots > 0) {
        report_paragraph(
            report, TONE_PLAIN,
            "Not looked at: the case has %zu open places, too many to follow through the "
            "record here; log has every entry.",
            brief->too_many_slots);
        return;
    }
    add_rounds(brief, report);
    add_settlements(brief, places, report);
    add_moves(brief, places, report);
}

// --- For programs

static void write_counts(struct json_writer *json, const char *name, const struct list *counts)
{
    json_name(json, name);
    json_begin_object(json);
    for (size_t i = 0; i < counts->count; i++) {
        const struct brief_open *open = LIST_AT(counts, struct brief_open, i);
        json_name_str(json, open->name);
        json_int(json, (int64_t)open->count);
    }
    json_end_object(json);
}

static void write_round(struct json_writer *json, const struct brief_round *round)
{
    json_begin_object(json);
    json_member_str(json, "document", round->document);
    json_member_str(json, "base", round->base);
    json_member_str_or_null(json, "until", round->day);
    json_member_int(json, "settled", (int64_t)round->settled);
    json_member_int(json, "open", (int64_t)round->open);
    write_counts(json, "proposals", &round->parties);
    write_counts(json, "points", &round->points);
    json_end_object(json);
}

static void write_move(struct json_writer *json, const struct brief_move *move)
{
    json_begin_object_inline(json);
    json_member_str(json, "date", move->day);
    json_member_str(json, "party", move->party);
    json_member_str(json, "slot", move->slot);
    json_member_str(json, "point", move->point);
    json_member_str(json, "from", move->from);
    json_member_str(json, "to", move->to);
    json_member_str(json, "towards", move->towards);
    json_end_object(json);
}

static void write_settlement(struct json_writer *json, const struct brief_settlement *s)
{
    json_begin_object_inline(json);
    json_member_str(json, "date", s->day);
    json_member_str_or_null(json, "meeting", s->meeting);
    json_member_str(json, "slot", s->slot);
    json_member_str(json, "point", s->point);
    json_member_str(json, "wording", s->wording);
    json_member_str_or_null(json, "base", s->base);
    json_member_str(json, "how", s->how);
    json_member_bool(json, "reopened", s->is_reopened);
    json_end_object(json);
}

void brief_rounds_json(struct json_writer *json, const struct brief_answer *brief)
{
    if (brief->too_many_slots > 0)
        json_member_int(json, "rounds_not_looked_at_for_slots", (int64_t)brief->too_many_slots);
    if (!brief_has_rounds(brief))
        return;
    json_name(json, "rounds");
    json_begin_array(json);
    for (size_t i = 0; i < brief->rounds.count; i++)
        write_round(json, LIST_AT(&brief->rounds, struct brief_round, i));
    json_end_array(json);
    json_name(json, "moves");
    json_begin_array(json);
    for (size_t i = 0; i < brief->moves.count; i++)
        write_move(json, LIST_AT(&brief->moves, struct brief_move, i));
    json_end_array(json);
    json_name(json, "settled");
    json_begin_array(json);
    for (size_t i = 0; i < brief->settlements.count; i++)
        write_settlement(json, LIST_AT(&brief->settlements, struct brief_settlement, i));
    json_end_array(json);
}
