// SPDX-License-Identifier: Apache-2.0
#include "render/timetable/timetable_parts.h"

#include "base/utf8.h"

#define LINE_BYTES 75 // RFC 5545, section 3.1: longer lines are folded

#define NO_LIMIT SIZE_MAX

struct calendar_writing {
    const struct plan *plan;
    const struct plan_answer *answer;
    const struct timeline *timeline;
    struct builder *out;
    struct arena *scratch;
    const uint32_t *row_of; // by event: its row, UINT32_MAX for the origin
    size_t *first_limit;    // of each event; NO_LIMIT
    size_t *next_limit;     // of the same event
};

// One content line, folded between characters.
static void add_line(struct builder *out, struct str line)
{
    size_t room = LINE_BYTES;
    for (size_t at = 0; at < line.length;) {
        size_t bytes;
        utf8_at(line, at, &bytes);
        if (bytes > room) {
            builder_add_c(out, "\r\n ");
            room = LINE_BYTES - 1;
        }
        builder_add(out, str_slice(line, at, at + bytes));
        room -= bytes;
        at += bytes;
    }
    builder_add_c(out, "\r\n");
}

static void add_property(struct calendar_writing *w, const char *name, struct str value)
{
    add_line(w->out, arena_print(w->scratch, "%s:%.*s", name, STR_ARGS(value)));
}

// TEXT values: backslash, semicolon and comma escaped, line ends as \n, controls left out.
static struct str text_value(struct calendar_writing *w, struct str text)
{
    struct builder out = builder_make(w->scratch);
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        if (byte == '\\' || byte == ';' || byte == ',')
            builder_add_byte(&out, '\\');
        if (byte == '\n')
            builder_add_c(&out, "\\n");
        else if ((unsigned char)byte >= 0x20 && byte != 0x7F)
            builder_add_byte(&out, byte);
    }
    return builder_str(&out);
}

static struct str digits_of(struct calendar_writing *w, struct str iso)
{
    struct builder out = builder_make(w->scratch);
    for (size_t i = 0; i < iso.length; i++)
        if (iso.bytes[i] != '-' && iso.bytes[i] != ':')
            builder_add_byte(&out, iso.bytes[i]);
    return builder_str(&out);
}

// "20150215T000000": local time without zone, for the text names none.
static struct str moment_value(struct calendar_writing *w, int64_t minutes)
{
    struct str iso = moment_print(w->scratch, w->plan->origin + minutes, true);
    return arena_print(w->scratch, "%.*s00", STR_ARGS(digits_of(w, iso)));
}

// "20150215": calendars disagree on how long a day of 24 hours is, but not on dates.
static struct str day_value(struct calendar_writing *w, int64_t minutes)
{
    struct str moment = moment_value(w, minutes);
    return str_slice(moment, 0, str_find_byte(moment, 'T'));
}

static void add_day(struct calendar_writing *w, const char *name, int64_t minutes)
{
    add_line(w->out,
             arena_print(w->scratch, "%s;VALUE=DATE:%.*s", name, STR_ARGS(day_value(w, minutes))));
}

static struct str uid_of(struct calendar_writing *w, struct str name)
{
    return arena_print(w->scratch, "%016llx@entente", (unsigned long long)str_hash(name));
}

// A least gap between two steps as RFC 9253 writes it: this task waits for the other.
static void add_relation(struct calendar_writing *w, const struct timeline_row *row,
                         const struct plan_limit *limit)
{
    uint32_t other = w->row_of[limit->reference];
    if (limit->least.kind != BOUND_PERIOD || limit->least.period.is_back || other == UINT32_MAX ||
        limit->kind == PLAN_STRUCTURAL || &w->timeline->rows[other] == row)
        return;
    const struct timeline_row *before = &w->timeline->rows[other];
    bool from_end = limit->reference == before->end;
    bool to_start = limit->event == row->start;
    const char *type = from_end ? (to_start ? "FINISHTOSTART" : "FINISHTOFINISH")
                                : (to_start ? "STARTTOSTART" : "STARTTOFINISH");
    struct str gap = STR("");
    const struct period *p = &limit->least.period;
    // GAP is a duration of days and hours; months and working days have no form there.
    if (p->months == 0 && p->working_days == 0 && p->clear_days == 0 && p->last == PERIOD_DAY &&
        p->days + p->minutes > 0)
        gap = arena_print(w->scratch, ";GAP=%.*s", STR_ARGS(period_print(w->scratch, p)));
    add_line(w->out, arena_print(w->scratch, "RELATED-TO;RELTYPE=%s%.*s:%.*s", type, STR_ARGS(gap),
                                 STR_ARGS(uid_of(w, before->name))));
}

// Those of the limits of both its ends, in the order of the plan.
static void add_relations(struct calendar_writing *w, const struct timeline_row *row)
{
    size_t start = w->first_limit[row->start];
    size_t end = row->end == row->start ? NO_LIMIT : w->first_limit[row->end];
    while (start != NO_LIMIT || end != NO_LIMIT) {
        size_t *at = start < end ? &start : &end;
        add_relation(w, row, LIST_AT(&w->plan->limits, struct plan_limit, *at));
        *at = w->next_limit[*at];
    }
}

static bool is_whole_day(const struct calendar_writing *w, int64_t minutes)
{
    return (w->plan->origin + minutes) % DAY_MINUTES == 0;
}

// Dates where the plan speaks of days, times where it speaks of hours; both ends of one kind, and
// the end behind the beginning, as RFC 5545 wants it.
static void add_times(struct calendar_writing *w, int64_t start, int64_t due)
{
    bool has_start = start != -TIME_UNBOUNDED;
    bool has_due = due != TIME_UNBOUNDED;
    bool are_days = (!has_start || is_whole_day(w, start)) && (!has_due || is_whole_day(w, due));
    if (are_days) {
        if (has_start && (!has_due || start < due))
            add_day(w, "DTSTART", start);
        if (has_due)
            add_day(w, "DUE", due);
        return;
    }
    if (has_start)
        add_property(w, "DTSTART", moment_value(w, start));
    // A day counts to its last minute.
    if (has_due)
        add_property(w, "DUE",
                     moment_value(w, is_whole_day(w, due) ? due + DAY_MINUTES - 1 : due + 1));
}

static void add_description(struct calendar_writing *w, const struct timeline_row *row)
{
    uint32_t number = row->late != LINK_NONE ? row->late : row->early;
    struct builder notes = builder_make(w->scratch);
    if (number != LINK_NONE) {
        const struct plan_limit *limit = LIST_AT(&w->plan->limits, struct plan_limit, number);
        builder_add(&notes, timeline_says(w->plan, limit, row->late != LINK_NONE, w->scratch));
        builder_print(&notes, " (%.*s)\n", STR_ARGS(timeline_place(limit, w->scratch)));
    }
    if (row->is_in_dispute)
        builder_add_c(&notes, "In dispute: this step is part of a contradiction\n");
    builder_add(&notes, timeline_rule(w->plan, w->answer, row, w->scratch));
    if (notes.length > 0)
        add_property(w, "DESCRIPTION", text_value(w, builder_str(&notes)));
}

static void begin_entry(struct calendar_writing *w, const char *kind, struct str uid)
{
    add_property(w, "BEGIN", str_of(kind));
    add_property(w, "UID", uid);
    add_line(w->out, arena_print(w->scratch, "DTSTAMP:%.*sZ", STR_ARGS(moment_value(w, 0))));
}

static void add_task(struct calendar_writing *w, const struct timeline_row *row)
{
    const struct schedule *s = &w->answer->schedule;
    begin_entry(w, "VTODO", uid_of(w, row->name));
    add_property(w, "SUMMARY", text_value(w, timetable_row_title(row)));
    add_times(w, s->earliest[row->start], s->latest[row->end]);
    if (row->party.length > 0)
        add_property(w, "CATEGORIES", text_value(w, row->party));
    add_description(w, row);
    add_relations(w, row);
    add_property(w, "END", STR("VTODO"));
}

// Calendars that know no tasks show days: the last day of each step that has one, as a whole day
// that blocks nobody's time.
static void add_deadline(struct calendar_writing *w, const struct timeline_row *row)
{
    const struct schedule *s = &w->answer->schedule;
    int64_t due = s->latest[row->end];
    if (due == TIME_UNBOUNDED)
        return;
    bool is_fixed = s->earliest[row->end] == due;
    struct str title = timetable_row_title(row);
    begin_entry(w, "VEVENT", arena_print(w->scratch, "day-%.*s", STR_ARGS(uid_of(w, row->name))));
    add_property(w, "SUMMARY",
                 text_value(w, is_fixed
                                   ? title
                                   : arena_print(w->scratch, "Last day: %.*s", STR_ARGS(title))));
    add_day(w, "DTSTART", due);
    add_day(w, "DTEND", due + DAY_MINUTES);
    add_property(w, "TRANSP", STR("TRANSPARENT"));
    if (row->party.length > 0)
        add_property(w, "CATEGORIES", text_value(w, row->party));
    add_description(w, row);
    add_property(w, "END", STR("VEVENT"));
}

static void index_rows(struct calendar_writing *w)
{
    uint32_t events = names_count(w->plan->events);
    uint32_t *row_of = ARENA_ARRAY(w->scratch, uint32_t, events);
    for (uint32_t e = 0; e < events; e++)
        row_of[e] = UINT32_MAX;
    for (uint32_t i = 0; i < w->timeline->count; i++)
        row_of[w->timeline->rows[i].start] = row_of[w->timeline->rows[i].end] = i;
    w->row_of = row_of;
}

static void index_limits(struct calendar_writing *w)
{
    uint32_t events = names_count(w->plan->events);
    w->first_limit = ARENA_ARRAY(w->scratch, size_t, events);
    w->next_limit = ARENA_ARRAY(w->scratch, size_t, w->plan->limits.count);
    for (uint32_t e = 0; e < events; e++)
        w->first_limit[e] = NO_LIMIT;
    for (size_t i = w->plan->limits.count; i > 0; i--) {
        uint32_t event = LIST_AT(&w->plan->limits, struct plan_limit, i - 1)->event;
        w->next_limit[i - 1] = w->first_limit[event];
        w->first_limit[event] = i - 1;
    }
}

bool timetable_ics(const struct timetable_answer *timetable, struct builder *out)
{
    const struct plan *plan = &timetable->plan;
    const struct plan_answer *answer = &timetable->answer;
    const struct timeline *timeline = &timetable->timeline;
    if (!plan->has_origin)
        return false;
    struct calendar_writing w = {
        .plan = plan, .answer = answer, .timeline = timeline, .out = out, .scratch = arena_open()};
    index_rows(&w);
    index_limits(&w);
    builder_add_c(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Entente//Timetable//EN\r\n"
                       "CALSCALE:GREGORIAN\r\n");
    for (size_t i = 0; i < timeline->count; i++) {
        add_task(&w, &timeline->rows[i]);
        add_deadline(&w, &timeline->rows[i]);
    }
    builder_add_c(out, "END:VCALENDAR\r\n");
    arena_close(w.scratch);
    return true;
}
