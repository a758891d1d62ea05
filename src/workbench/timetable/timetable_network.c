// SPDX-License-Identifier: Apache-2.0
// entente timetable --network: what can be said of bare networks of links.
#include "codec/json.h"
#include "exchange/time_network/network_read.h"
#include "timetable/negative_cycle.h"
#include "timetable/proof.h"
#include "timetable/repair.h"
#include "timetable/schedule.h"
#include "workbench/answer.h"
#include "workbench/door.h"

#include <entente/timetable.h>

#include <assert.h>

// What a repair may cost before the answer says that it is not known, in budget steps.
#define REPAIR_STEPS ((uint64_t)400 * 1000 * 1000)

struct draft_verdict {
    struct str name;
    bool is_possible;
};

// All that is found out about one instance.
struct finding {
    const struct network_instance *instance;
    bool is_possible;
    enum schedule_end end;
    struct schedule schedule;    // when possible
    struct negative_cycle cycle; // when not, and the rest too
    struct cycles cycles;
    bool has_relaxation;
    struct relaxation relaxation;
    struct dropping links;
    struct dropping clauses;
    struct draft_verdict *drafts;
};

static struct budget share_of(const struct budget *budget)
{
    struct budget share = *budget;
    if (share.steps_left > REPAIR_STEPS)
        share.steps_left = REPAIR_STEPS;
    return share;
}

// The repairs may take long: each gets a share of the budget, and going without is no failure.
static void find_repairs(struct finding *f, const struct settled *settled, uint32_t cycles,
                         const struct budget *budget, struct arena *arena)
{
    const struct network *network = &f->instance->network;
    struct error error;
    struct budget share = share_of(budget);
    f->has_relaxation = repair_relax(network, settled, &share, arena, &f->relaxation, &error) &&
                        f->relaxation.is_possible;
    assert(!f->has_relaxation || !proof_of_relaxation(network, &f->relaxation));
    share = share_of(budget);
    repair_drop(network, DROP_LINKS, &share, arena, &f->links);
    share = share_of(budget);
    if (f->instance->clauses)
        repair_drop(network, DROP_CLAUSES, &share, arena, &f->clauses);
    share = share_of(budget);
    if (cycles > 0)
        negative_cycle_all(network, settled, UINT32_MAX, cycles, &share, arena, &f->cycles);
}

static bool find_drafts(struct finding *f, struct budget *budget, struct arena *arena,
                        struct error *error)
{
    const struct network_instance *instance = f->instance;
    const struct network *all = &instance->network;
    f->drafts = ARENA_ARRAY(arena, struct draft_verdict, instance->draft_count);
    struct arena *scratch = arena_open();
    struct link *links = ARENA_ARRAY(scratch, struct link, all->count);
    bool done = true;
    for (uint32_t d = 0; done && d < instance->draft_count; d++) {
        struct network own = {all->events, links, 0};
        for (uint32_t i = 0; i < all->count; i++)
            if (instance->drafts[i] == d)
                links[own.count++] = all->links[i];
        struct settled settled;
        done = network_settle(&own, false, budget, scratch, &settled, error);
        f->drafts[d].name = instance->draft_names[d];
        f->drafts[d].is_possible = done && settled.broken_count == 0;
    }
    arena_close(scratch);
    return done;
}

static bool find(const struct network_instance *instance, uint32_t cycles, struct budget *budget,
                 struct arena *arena, struct finding *f, struct error *error)
{
    const struct network *network = &instance->network;
    *f = (struct finding){.instance = instance};
    struct settled settled;
    if (!network_settle(network, true, budget, arena, &settled, error) ||
        !find_drafts(f, budget, arena, error))
        return false;
    f->is_possible = settled.broken_count == 0;
    if (f->is_possible) {
        // Numbered events come from project files, whose last event is the end of all.
        f->end = instance->events ? SCHEDULE_OPEN : SCHEDULE_LAST_EVENT;
        schedule_make(network, &settled, f->end, arena, &f->schedule);
        assert(!proof_of_schedule(network, f->end, &f->schedule));
        return true;
    }
    if (!negative_cycle_fewest(network, &settled, budget, arena, &f->cycle, error))
        return false;
    assert(!proof_of_negative_cycle(network, &f->cycle));
    find_repairs(f, &settled, cycles, budget, arena);
    return true;
}

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

static void write_possible(struct json_writer *json, const struct finding *f)
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

static void write_relaxation(struct json_writer *json, const struct finding *f)
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

static void write_drops(struct json_writer *json, const struct finding *f)
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

static void write_cycles(struct json_writer *json, const struct finding *f)
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

static void write_finding(struct json_writer *json, const struct finding *f, uint32_t cycles)
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
        if (cycles > 0)
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

static void print_event(struct builder *out, const struct network_instance *instance,
                        uint32_t event)
{
    if (instance->events)
        builder_add(out, instance->events[event]);
    else
        builder_print(out, "%u", event);
}

static void print_link(struct builder *out, const struct network_instance *instance,
                       uint32_t number)
{
    const struct link *link = &instance->network.links[number];
    builder_add_c(out, "    ");
    print_event(out, instance, link->to);
    // A limit below 0 reads better the other way round: at least so long before.
    builder_add_c(out, link->most < 0 ? " at least " : " at most ");
    builder_print(out, "%lld", (long long)(link->most < 0 ? -link->most : link->most));
    builder_add_c(out, link->most < 0 ? " before " : " after ");
    print_event(out, instance, link->from);
    builder_print(out, "  (");
    if (instance->drafts)
        builder_print(out, "%.*s ", STR_ARGS(instance->draft_names[instance->drafts[number]]));
    if (instance->clauses && instance->clauses[number].length > 0)
        builder_print(out, "%.*s, ", STR_ARGS(instance->clauses[number]));
    builder_print(out, "line %zu)", instance->lines[number]);
    if (instance->phrases && instance->phrases[number].length > 0)
        builder_print(out, " \"%.*s\"", STR_ARGS(instance->phrases[number]));
    builder_add_byte(out, '\n');
}

static void print_drop(struct builder *out, const char *unit, const struct dropping *dropping)
{
    if (dropping->is_exact)
        builder_print(out, "  fewest %s to drop: %u\n", unit, dropping->count);
    else
        builder_print(out, "  fewest %s to drop: between %u and %u\n", unit, dropping->at_least,
                      dropping->count);
}

static void print_finding(struct builder *out, const struct finding *f)
{
    const struct network_instance *instance = f->instance;
    builder_print(out, "%.*s: ", STR_ARGS(instance->name));
    for (uint32_t d = 0; d < instance->draft_count; d++)
        builder_print(out, "%.*s alone %s, ", STR_ARGS(f->drafts[d].name),
                      f->drafts[d].is_possible ? "possible" : "not possible");
    if (f->is_possible) {
        builder_print(out, "possible, makespan %lld, %u events on the critical chain\n",
                      (long long)f->schedule.makespan, f->schedule.chain_count);
        return;
    }
    builder_print(out, "not possible, %u limits contradict by %lld:\n",
                  negative_cycle_clause_links(&instance->network, &f->cycle),
                  (long long)-f->cycle.sum);
    for (uint32_t i = 0; i < f->cycle.count; i++)
        print_link(out, instance, f->cycle.links[i]);
    if (f->has_relaxation)
        builder_print(out, "  least total relaxation: %lld, over %u limits\n",
                      (long long)f->relaxation.total, f->relaxation.count);
    print_drop(out, "limits", &f->links);
    if (instance->clauses)
        print_drop(out, "clauses", &f->clauses);
    for (uint32_t i = 0; i < f->cycles.count; i++) {
        builder_print(out, "  contradiction %u, short by %lld:\n", i + 1,
                      (long long)-f->cycles.items[i].sum);
        for (uint32_t j = 0; j < f->cycles.items[i].count; j++)
            print_link(out, instance, f->cycles.items[i].links[j]);
    }
}

struct writing {
    const struct entente_network_options *options;
    struct builder out;
    struct json_writer json;
    struct budget budget;
    struct entente_answer *answer;
};

static bool add_file(struct writing *w, const struct entente_file *file, struct error *error)
{
    struct network_instances instances;
    if (!network_read(str_of(file->name), answer_file(file), &limits_default, w->answer->arena,
                      &instances, error))
        return false;
    for (size_t i = 0; i < instances.count; i++) {
        struct arena *arena = arena_open();
        struct finding finding;
        bool done =
            find(&instances.items[i], w->options->circles, &w->budget, arena, &finding, error);
        if (done && w->options->json)
            write_finding(&w->json, &finding, w->options->circles);
        else if (done)
            print_finding(&w->out, &finding);
        w->answer->is_no = w->answer->is_no || (done && !finding.is_possible);
        arena_close(arena);
        if (!done)
            return false;
    }
    return true;
}

bool entente_timetable_network(const struct entente_network_options *options,
                               const struct entente_file *files, size_t file_count,
                               const struct entente_bounds *bounds, struct entente_answer **answer,
                               struct entente_error *error)
{
    struct entente_network_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct writing w = {
        .options = options,
        .budget = answer_budget(bounds),
        .answer = answer_new(),
    };
    w.out = builder_make(w.answer->arena);
    w.json = json_writer_make(&w.out, 1);
    if (w.options->json)
        json_begin_array(&w.json);
    struct error inner;
    for (size_t i = 0; i < file_count; i++)
        if (!add_file(&w, &files[i], &inner)) {
            entente_answer_free(w.answer);
            return answer_error(&inner, error);
        }
    if (w.options->json)
        json_end_array(&w.json);
    w.answer->output = builder_str(&w.out);
    *answer = w.answer;
    return true;
}
