// SPDX-License-Identifier: Apache-2.0
// What can be said of a bare network, for the terminal.
#include "render/timetable/network_forms.h"

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

void network_print(struct builder *out, const struct network_answer *f)
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
