// SPDX-License-Identifier: Apache-2.0
// A timetable as JSON; docs/timetable.md names the fields.
#include "render/timetable/timetable_forms.h"

struct writing {
    const struct timetable_answer *t; // NULL where only a contradiction is written
    const struct plan *plan;
    struct json_writer json;
    struct arena *arena;
};

static void write_time(struct writing *w, const char *name, int64_t minutes)
{
    json_name(&w->json, name);
    if (minutes == TIME_UNBOUNDED || minutes == -TIME_UNBOUNDED)
        json_null(&w->json);
    else
        json_str(&w->json, timeline_date(w->plan, minutes, w->arena));
}

static void write_minutes(struct writing *w, const char *name, int64_t minutes)
{
    json_name(&w->json, name);
    if (minutes == TIME_UNBOUNDED || minutes == -TIME_UNBOUNDED)
        json_null(&w->json);
    else
        json_int(&w->json, minutes);
}

static void write_filled(struct writing *w, const char *name, struct str text)
{
    if (text.length > 0)
        json_member_str(&w->json, name, text);
}

static void write_event(struct writing *w, const char *name, uint32_t event)
{
    json_member_str(&w->json, name, names_at(w->plan->events, event));
}

static const char *kind_name(enum plan_kind kind)
{
    switch (kind) {
    case PLAN_LIMIT:
        return "limit";
    case PLAN_ANCHOR:
        return "anchor";
    case PLAN_CONDITION:
        return "condition";
    case PLAN_GUARANTEE:
        return "guarantee";
    case PLAN_STRUCTURAL:
        return "structural";
    case PLAN_UNCERTAIN:
        return "uncertain";
    }
    return "limit";
}

static void write_source(struct writing *w, const struct plan_limit *limit)
{
    write_filled(w, "clause", limit->clause);
    write_filled(w, "phrase", limit->phrase);
    write_filled(w, "party", limit->party);
    if (limit->file.length > 0) {
        json_member_str(&w->json, "file", limit->file);
        json_member_int(&w->json, "line", (int64_t)limit->line);
    }
}

static void write_bound(struct writing *w, const char *name, const struct plan_bound *bound)
{
    json_name(&w->json, name);
    switch (bound->kind) {
    case BOUND_NONE:
        json_null(&w->json);
        break;
    case BOUND_PERIOD:
        json_str(&w->json, period_print(w->arena, &bound->period));
        break;
    case BOUND_DATE:
        json_str(&w->json, moment_print(w->arena, bound->date, bound->date % DAY_MINUTES != 0));
        break;
    }
}

static void write_limit(struct writing *w, const struct plan_limit *limit)
{
    json_begin_object(&w->json);
    write_event(w, "event", limit->event);
    write_event(w, "reference", limit->reference);
    write_bound(w, "least", &limit->least);
    write_bound(w, "most", &limit->most);
    json_member_str(&w->json, "kind", str_of(kind_name(limit->kind)));
    json_member_str(&w->json, "rule", str_of(plan_rules(w->plan, limit)->name));
    json_member_bool(&w->json, "confirmed", limit->is_confirmed);
    json_member_bool(&w->json, "open", limit->is_open);
    write_filled(w, "assumed", limit->assumed);
    write_source(w, limit);
    json_end_object(&w->json);
}

static void write_cycle_link(struct writing *w, const struct plan_answer *answer, uint32_t number,
                             int64_t by)
{
    const struct link *link = &answer->network.links[number];
    struct plan_link source = answer->links[number];
    json_begin_object(&w->json);
    write_event(w, "from", link->from);
    write_event(w, "to", link->to);
    json_member_int(&w->json, "limit", link->most);
    if (by > 0)
        json_member_int(&w->json, "by", by);
    if (source.limit == LINK_NONE) {
        json_member_str(&w->json, "says", STR("the slip that was asked about"));
    } else {
        const struct plan_limit *limit = LIST_AT(&w->plan->limits, struct plan_limit, source.limit);
        json_member_str(&w->json, "says", timeline_says(w->plan, limit, source.is_most, w->arena));
        json_member_str(&w->json, "kind", str_of(kind_name(limit->kind)));
        write_source(w, limit);
    }
    json_end_object(&w->json);
}

static void write_cycle(struct writing *w, const struct plan_answer *answer,
                        const struct negative_cycle *cycle)
{
    json_name(&w->json, "circle");
    json_begin_array(&w->json);
    for (uint32_t i = 0; i < cycle->count; i++)
        write_cycle_link(w, answer, cycle->links[i], 0);
    json_end_array(&w->json);
    json_member_int(&w->json, "sum", cycle->sum);
    json_member_int(&w->json, "length", negative_cycle_clause_links(&answer->network, cycle));
    json_member_str(&w->json, "short_by", timeline_span(cycle->sum, w->arena));
}

static void write_contradiction(struct writing *w, const struct plan_answer *answer)
{
    write_cycle(w, answer, &answer->cycle);
    json_member_bool(&w->json, "counted_at_times", answer->is_counted_at_times);
    json_member_int(&w->json, "relaxation", answer->relaxation.total);
    json_name(&w->json, "relaxed");
    json_begin_array(&w->json);
    for (uint32_t i = 0; i < answer->relaxation.count; i++)
        write_cycle_link(w, answer, answer->relaxation.links[i], answer->relaxation.amounts[i]);
    json_end_array(&w->json);
    json_member_int(&w->json, "drop_clauses", answer->dropping.count);
    if (answer->cycles.count == 0)
        return;
    json_name(&w->json, "circles");
    json_begin_array(&w->json);
    for (uint32_t i = 0; i < answer->cycles.count; i++) {
        json_begin_object(&w->json);
        write_cycle(w, answer, &answer->cycles.items[i]);
        json_end_object(&w->json);
    }
    json_end_array(&w->json);
    json_member_bool(&w->json, "circles_complete", answer->cycles.is_complete);
}

static void write_row(struct writing *w, const struct timeline_row *row)
{
    const struct schedule *s = &w->t->answer.schedule;
    json_begin_object(&w->json);
    json_member_str(&w->json, "step", row->name);
    write_filled(w, "title", row->title);
    write_filled(w, "by", row->party);
    if (row->start != row->end) {
        write_time(w, "earliest_start", s->earliest[row->start]);
        write_time(w, "latest_start", s->latest[row->start]);
    }
    write_time(w, "earliest", s->earliest[row->end]);
    write_time(w, "latest", s->latest[row->end]);
    bool is_bounded =
        s->latest[row->end] != TIME_UNBOUNDED && s->earliest[row->end] != -TIME_UNBOUNDED;
    write_minutes(w, "slack",
                  is_bounded ? s->latest[row->end] - s->earliest[row->end] : TIME_UNBOUNDED);
    json_member_bool(&w->json, "critical", row->is_critical);
    struct str rule = timeline_rule(w->plan, &w->t->answer, row, w->arena);
    write_filled(w, "rule", rule);
    json_end_object(&w->json);
}

static void write_events(struct writing *w)
{
    const struct schedule *s = &w->t->answer.schedule;
    uint32_t count = names_count(w->plan->events);
    json_name(&w->json, "events");
    json_begin_array_inline(&w->json);
    for (uint32_t e = 0; e < count; e++)
        json_str(&w->json, names_at(w->plan->events, e));
    json_end_array(&w->json);
    const int64_t *times[] = {s->earliest, s->latest};
    static const char *const names[] = {"earliest", "latest"};
    for (int i = 0; i < 2; i++) {
        json_name(&w->json, names[i]);
        json_begin_array_inline(&w->json);
        for (uint32_t e = 0; e < count; e++)
            if (times[i][e] == TIME_UNBOUNDED || times[i][e] == -TIME_UNBOUNDED)
                json_null(&w->json);
            else
                json_int(&w->json, times[i][e]);
        json_end_array(&w->json);
    }
    write_minutes(w, "makespan", s->makespan);
    json_name(&w->json, "chain");
    json_begin_array_inline(&w->json);
    for (uint32_t i = 0; i < s->chain_count; i++)
        json_str(&w->json, names_at(w->plan->events, s->chain[i]));
    json_end_array(&w->json);
}

static void write_delay(struct writing *w)
{
    const struct timetable_delay *delay = &w->t->delay;
    json_name(&w->json, "slip");
    json_begin_object(&w->json);
    json_member_str(&w->json, "step", delay->step);
    json_member_int(&w->json, "by", delay->by);
    json_member_bool(&w->json, "possible", delay->is_possible);
    if (delay->is_possible) {
        json_name(&w->json, "moves");
        json_begin_array(&w->json);
        for (size_t i = 0; i < delay->move_count; i++) {
            json_begin_object_inline(&w->json);
            write_event(w, "event", delay->moves[i].event);
            json_member_int(&w->json, "by", delay->moves[i].by);
            write_time(w, "earliest", delay->answer.schedule.earliest[delay->moves[i].event]);
            json_end_object(&w->json);
        }
        json_end_array(&w->json);
    } else {
        write_contradiction(w, &delay->answer);
    }
    json_end_object(&w->json);
}

static void write_controllability(struct writing *w)
{
    const struct controllability *controllability = &w->t->controllability;
    json_name(&w->json, "control");
    json_begin_object(&w->json);
    json_member_bool(&w->json, "controllable", controllability->is_controllable);
    json_name(&w->json, "uncertain");
    json_begin_array_inline(&w->json);
    for (size_t i = 0; i < w->plan->limits.count; i++) {
        const struct plan_limit *limit = LIST_AT(&w->plan->limits, struct plan_limit, i);
        if (limit->kind == PLAN_UNCERTAIN)
            json_str(&w->json, names_at(w->plan->events, limit->event));
    }
    json_end_array(&w->json);
    json_name(&w->json, "loop");
    json_begin_array_inline(&w->json);
    for (uint32_t i = 0; i < controllability->loop_count; i++)
        json_str(&w->json, names_at(w->plan->events, controllability->loop[i]));
    json_end_array(&w->json);
    json_end_object(&w->json);
}

static void write_unread(struct writing *w)
{
    json_name(&w->json, "unread");
    json_begin_array(&w->json);
    for (size_t i = 0; i < w->plan->unread.count; i++) {
        const struct plan_unread *unread = LIST_AT(&w->plan->unread, struct plan_unread, i);
        json_begin_object(&w->json);
        json_member_str(&w->json, "phrase", unread->phrase);
        write_filled(w, "clause", unread->clause);
        json_member_str(&w->json, "file", unread->file);
        json_member_int(&w->json, "line", (int64_t)unread->line);
        json_end_object(&w->json);
    }
    json_end_array(&w->json);
}

static void write_next(struct writing *w)
{
    json_name(&w->json, "next");
    json_begin_array_inline(&w->json);
    for (size_t i = 0; i < w->t->timeline.count; i++)
        if (timetable_is_next(w->t, &w->t->timeline.rows[i]))
            json_str(&w->json, w->t->timeline.rows[i].name);
    json_end_array(&w->json);
}

void timetable_json_contradiction(struct json_writer *json, const struct plan *plan,
                                  const struct plan_answer *answer, struct arena *arena)
{
    struct writing w = {NULL, plan, *json, arena};
    write_contradiction(&w, answer);
    *json = w.json;
}

void timetable_json_write(struct json_writer *json, const struct timetable_answer *timetable,
                          struct arena *arena)
{
    const struct plan *plan = &timetable->plan;
    struct writing w = {timetable, plan, *json, arena};
    json_begin_object(&w.json);
    json_member_bool(&w.json, "possible", timetable->answer.is_possible);
    json_member_str(&w.json, "unit", STR("minute"));
    write_time(&w, "origin", 0);
    if (!timetable->answer.is_possible)
        write_contradiction(&w, &timetable->answer);
    write_events(&w);
    json_name(&w.json, "steps");
    json_begin_array(&w.json);
    for (size_t i = 0; i < timetable->timeline.count; i++)
        write_row(&w, &timetable->timeline.rows[i]);
    json_end_array(&w.json);
    json_name(&w.json, "limits");
    json_begin_array(&w.json);
    for (size_t i = 0; i < plan->limits.count; i++)
        write_limit(&w, LIST_AT(&plan->limits, struct plan_limit, i));
    json_end_array(&w.json);
    if (plan->has_text)
        write_unread(&w);
    if (timetable->has_controllability)
        write_controllability(&w);
    if (timetable->has_from)
        write_next(&w);
    if (timetable->has_delay)
        write_delay(&w);
    json_name(&w.json, "notes");
    json_begin_array(&w.json);
    for (size_t i = 0; i < plan->notes.count; i++)
        json_str(&w.json, *LIST_AT(&plan->notes, struct str, i));
    json_end_array(&w.json);
    json_end_object(&w.json);
    *json = w.json;
}

struct str timetable_json(const struct timetable_answer *timetable, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 1);
    timetable_json_write(&json, timetable, arena);
    return builder_str(&out);
}
