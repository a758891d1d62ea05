// SPDX-License-Identifier: Apache-2.0
// What can be said of a bare network, as JSON.
#include "render/timetable/network_forms.h"

static void write_event(struct json_writer *json, const struct network_instance *instance,
                        uint32_t event)
{
    if (instance->events)
        json_str(json, instance->events[event]);
    else
        json_int(json, event);
}

static void write_times(struct json_writer *json, const char *name, const int64_t *times,
                        uint32_t count)
{
    json_name(json, name);
    json_begin_array_inline(json);
    for (uint32_t e = 0; e < count; e++)
        if (times[e] == TIME_UNBOUNDED || times[e] == -TIME_UNBOUNDED)
            json_null(json);
        else
            json_int(json, times[e]);
    json_end_array(json);
}

// {"from","to","limit"} and what the file says of the link; by > 0 adds how far it gives way.
static void write_link(struct json_writer *json, const struct network_instance *instance,
                       uint32_t number, int64_t by)
{
    const struct link *link = &instance->network.links[number];
    json_begin_object_inline(json);
    json_name(json, "from");
    write_event(json, instance, link->from);
    json_name(json, "to");
    write_event(json, instance, link->to);
    json_member_int(json, "limit", link->most);
    if (by > 0)
        json_member_int(json, "by", by);
    if (instance->drafts)
        json_member_str(json, "draft", instance->draft_names[instance->drafts[number]]);
    if (instance->clauses && instance->clauses[number].length > 0)
        json_member_str(json, "clause", instance->clauses[number]);
    if (instance->phrases && instance->phrases[number].length > 0)
        json_member_str(json, "phrase", instance->phrases[number]);
    json_member_int(json, "line", (int64_t)instance->lines[number]);
    json_end_object(json);
}

static void write_cycle(struct json_writer *json, const struct network_instance *instance,
                        const struct negative_cycle *cycle)
{
    json_name(json, "circle");
    json_begin_array(json);
    for (uint32_t i = 0; i < cycle->count; i++)
        write_link(json, instance, cycle->links[i], 0);
    json_end_array(json);
    json_member_int(json, "sum", cycle->sum);
    json_member_int(json, "length", negative_cycle_clause_links(&instance->network, cycle));
}

static void write_possible(struct json_writer *json, const struct network_answer *f)
{
    const struct schedule *s = &f->schedule;
    const struct network_instance *instance = f->instance;
    uint32_t events = instance->network.events;
    json_name(json, "makespan");
    if (s->makespan == -TIME_UNBOUNDED)
        json_null(json);
    else
        json_int(json, s->makespan);
    if (instance->events) {
        json_name(json, "events");
        json_begin_array_inline(json);
        for (uint32_t e = 0; e < events; e++)
            json_str(json, instance->events[e]);
        json_end_array(json);
    }
    write_times(json, "earliest", s->earliest, events);
    write_times(json, "latest", s->latest, events);
    json_name(json, "critical");
    json_begin_array_inline(json);
    for (uint32_t e = 0; e < events; e++)
        if (s->earliest[e] == s->latest[e])
            write_event(json, instance, e);
    json_end_array(json);
    json_name(json, "chain");
    json_begin_array_inline(json);
    for (uint32_t i = 0; i < s->chain_count; i++)
        write_event(json, instance, s->chain[i]);
    json_end_array(json);
}

static void write_relaxation(struct json_writer *json, const struct network_answer *f)
{
    json_name(json, "relaxation");
    if (!f->has_relaxation) {
        json_null(json);
        return;
    }
    json_int(json, f->relaxation.total);
    json_name(json, "relaxed");
    json_begin_array(json);
    for (uint32_t i = 0; i < f->relaxation.count; i++)
        write_link(json, f->instance, f->relaxation.links[i], f->relaxation.amounts[i]);
    json_end_array(json);
}

static void write_drop_count(struct json_writer *json, const char *name,
                             const struct dropping *dropping)
{
    json_name(json, name);
    if (dropping->is_exact)
        json_int(json, dropping->count);
    else
        json_null(json);
}

static void write_drops(struct json_writer *json, const struct network_answer *f)
{
    write_drop_count(json, "drop", &f->links);
    json_member_int(json, "drop_at_least", f->links.at_least);
    json_name(json, "dropped");
    json_begin_array(json);
    for (uint32_t i = 0; i < f->links.count; i++)
        write_link(json, f->instance, f->links.items[i], 0);
    json_end_array(json);
    if (!f->instance->clauses)
        return;
    write_drop_count(json, "drop_clauses", &f->clauses);
    json_member_int(json, "drop_clauses_at_least", f->clauses.at_least);
    json_name(json, "dropped_clauses");
    json_begin_array_inline(json);
    for (uint32_t i = 0; i < f->clauses.count; i++)
        json_str(json, f->instance->clause_names[f->clauses.items[i]]);
    json_end_array(json);
}

static void write_cycles(struct json_writer *json, const struct network_answer *f)
{
    json_name(json, "circles");
    json_begin_array(json);
    for (uint32_t i = 0; i < f->cycles.count; i++) {
        json_begin_object(json);
        write_cycle(json, f->instance, &f->cycles.items[i]);
        json_end_object(json);
    }
    json_end_array(json);
    json_member_bool(json, "circles_complete", f->cycles.is_complete);
}

void network_json_write(struct json_writer *json, const struct network_answer *f)
{
    const struct network_instance *instance = f->instance;
    json_begin_object(json);
    json_member_str(json, "name", instance->name);
    json_member_bool(json, "possible", f->is_possible);
    if (f->is_possible) {
        write_possible(json, f);
    } else {
        write_cycle(json, instance, &f->cycle);
        write_relaxation(json, f);
        write_drops(json, f);
        if (f->has_cycles)
            write_cycles(json, f);
    }
    if (instance->draft_count > 0) {
        json_name(json, "drafts");
        json_begin_object_inline(json);
        for (uint32_t d = 0; d < instance->draft_count; d++) {
            json_name_str(json, f->drafts[d].name);
            json_begin_object_inline(json);
            json_member_bool(json, "possible", f->drafts[d].is_possible);
            json_end_object(json);
        }
        json_end_object(json);
    }
    json_end_object(json);
}
