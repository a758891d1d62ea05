// SPDX-License-Identifier: Apache-2.0
// entente timetable --network: what can be said of bare networks of links.
#include "exchange/time_network/network_read.h"
#include "render/timetable/network_forms.h"
#include "timetable/proof.h"
#include "workbench/answer.h"
#include "workbench/door.h"

#include <entente/timetable.h>

#include <assert.h>

// What a repair may cost before the answer says that it is not known, in budget steps.
#define REPAIR_STEPS ((uint64_t)400 * 1000 * 1000)

static struct budget share_of(const struct budget *budget)
{
    struct budget share = *budget;
    if (share.steps_left > REPAIR_STEPS)
        share.steps_left = REPAIR_STEPS;
    return share;
}

// The repairs may take long: each gets a share of the budget, and going without is no failure.
static void find_repairs(struct network_answer *f, const struct settled *settled, uint32_t cycles,
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
    f->has_cycles = cycles > 0;
    if (f->has_cycles)
        negative_cycle_all(network, settled, UINT32_MAX, cycles, &share, arena, &f->cycles);
}

static bool find_drafts(struct network_answer *f, struct budget *budget, struct arena *arena,
                        struct error *error)
{
    const struct network_instance *instance = f->instance;
    const struct network *all = &instance->network;
    struct network_draft_answer *drafts =
        ARENA_ARRAY(arena, struct network_draft_answer, instance->draft_count);
    f->drafts = drafts;
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
        drafts[d].name = instance->draft_names[d];
        drafts[d].is_possible = done && settled.broken_count == 0;
    }
    arena_close(scratch);
    return done;
}

static bool find(const struct network_instance *instance, uint32_t cycles, struct budget *budget,
                 struct arena *arena, struct network_answer *f, struct error *error)
{
    const struct network *network = &instance->network;
    *f = (struct network_answer){.instance = instance};
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

struct network_writing {
    const struct entente_network_options *options;
    struct builder out;
    struct json_writer json;
    struct budget budget;
    struct entente_answer *answer;
};

static bool add_file(struct network_writing *w, const struct entente_file *file,
                     struct error *error)
{
    struct network_instances instances;
    if (!network_read(str_of(file->name), answer_file(file), &input_limits_default,
                      w->answer->arena, &instances, error))
        return false;
    for (size_t i = 0; i < instances.count; i++) {
        struct arena *arena = arena_open();
        struct network_answer finding;
        bool done =
            find(&instances.items[i], w->options->circles, &w->budget, arena, &finding, error);
        if (done && w->options->json)
            network_json_write(&w->json, &finding);
        else if (done)
            network_print(&w->out, &finding);
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
    struct network_writing w = {
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
