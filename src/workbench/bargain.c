// SPDX-License-Identifier: Apache-2.0
#include <entente/bargain.h>

#include "bargain/solution.h"
#include "exchange/bargain/scenario_json.h"
#include "workbench/answer.h"
#include "workbench/bargain_json.h"

static void write_json(const struct solution *solution, struct arena *arena, struct str *output)
{
    struct builder out = builder_make(arena);
    struct json_writer writer = json_writer_make(&out, 1);
    json_begin_object(&writer);
    json_member_str(&writer, "format", STR("entente-bargain-answer/1"));
    if (solution->scenario->name.length > 0)
        json_member_str(&writer, "name", solution->scenario->name);
    bargain_json_write(solution, &writer);
    json_end_object(&writer);
    *output = builder_str(&out);
}

bool entente_bargain(const struct entente_bargain_options *options,
                     const struct entente_file *scenario_file, const struct entente_bounds *bounds,
                     struct entente_answer **answer, struct entente_error *error)
{
    (void)options;
    struct entente_answer *made = answer_new();
    struct budget budget = answer_budget(bounds);
    struct scenario *scenario = ARENA_NEW(made->arena, struct scenario);
    struct solution solution;
    struct error inner;
    bool done = scenario_json_read(str_of(scenario_file->name), answer_file(scenario_file),
                                   &limits_default, made->arena, scenario, &inner) &&
                solution_find(scenario, &solution_all, &budget, made->arena, &solution, &inner);
    if (!done) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    write_json(&solution, made->arena, &made->output);
    made->is_no = !solution.has_acceptable;
    *answer = made;
    return true;
}
