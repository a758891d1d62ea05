// SPDX-License-Identifier: Apache-2.0
// Time and packages, beside what is said in public.
#include "workbench/brief/brief_parts.h"

#include "exchange/foreign_scenarios/scenario_files.h"
#include "workbench/bargain/bargain_find.h"
#include "workbench/bargain/uncertain_find.h"
#include "workbench/timetable/timetable_find.h"

// The limits of the case as a steps file; JSON is YAML, and knows how to quote any name.
static bool case_steps(const struct brief_gathering *g, struct entente_file *file)
{
    struct list limits = brief_items(g, "limit");
    struct builder out = builder_make(g->arena);
    struct json_writer json = json_writer_make(&out, 1);
    json_begin_object(&json);
    json_member_str(&json, "proposals", STR("ignore"));
    json_name(&json, "limits");
    json_begin_array(&json);
    for (size_t i = 0; i < limits.count; i++) {
        const struct item *limit = *LIST_AT(&limits, const struct item *, i);
        json_begin_object(&json);
        json_member_str(&json, "event", brief_field(limit, "to"));
        json_member_str(&json, "after", brief_field(limit, "from"));
        static const char *const bounds[] = {"least", "most"};
        for (size_t b = 0; b < 2; b++)
            if (brief_field(limit, bounds[b]).length > 0)
                json_member_str(&json, bounds[b], brief_field(limit, bounds[b]));
        json_member_str(&json, "clause", brief_field(limit, "point"));
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
    struct str text = builder_str(&out);
    *file = (struct entente_file){"the case's limits", text.bytes, text.length};
    return limits.count > 0;
}

void brief_weigh_time(struct brief_gathering *g)
{
    struct entente_file *steps = ARENA_NEW(g->arena, struct entente_file);
    struct entente_timetable_options options = {.size = sizeof options, .from = g->options->from};
    if (g->options->steps)
        options.steps = g->options->steps;
    else if (case_steps(g, steps))
        options.steps = steps;
    else
        return;
    struct timetable_answer *found = ARENA_NEW(g->arena, struct timetable_answer);
    struct error trouble = {.code = ERROR_NONE};
    if (timetable_find(&options, &g->budget, g->arena, found, &trouble)) {
        g->brief->timetable = found;
        return;
    }
    char line[1024];
    error_print(&trouble, line, sizeof line);
    g->brief->timetable_trouble = arena_copy(g->arena, str_of(line));
}

// --- Packages

static bool read_scenario(const struct brief_gathering *g, const struct entente_file *file,
                          struct scenario *scenario)
{
    struct scenario_file source = {str_of(file->name), answer_file(file)};
    struct bargain_request everything = {.explain = true};
    struct uncertain uncertain;
    return scenario_files_read(&source, 1, &input_limits_default, g->arena, scenario, &uncertain,
                               g->error) &&
           (!uncertain.parties || uncertain_can_answer(&everything, g->error));
}

static bool weigh_now(struct brief_gathering *g, const struct scenario *scenario)
{
    struct bargain_request request = {.explain = true};
    struct bargain_answer *found = ARENA_NEW(g->arena, struct bargain_answer);
    if (!bargain_find(&request, scenario, &g->budget, g->arena, found, g->error))
        return false;
    g->brief->bargain = found;
    return true;
}

static bool weigh_before(struct brief_gathering *g, const struct scenario *now)
{
    struct scenario *before = ARENA_NEW(g->arena, struct scenario);
    struct prospects_answer *found = ARENA_NEW(g->arena, struct prospects_answer);
    if (!read_scenario(g, g->options->before, before) ||
        !bargain_compare(before, now, &g->budget, g->arena, found, g->error))
        return false;
    g->brief->prospects = found;
    return true;
}

// How many packages a party of the case could accept, by its id or its name; NULL: not in it, or not
// counted.
static const struct tally *accepts(const struct brief_gathering *g, const struct solution *solution,
                                   struct str party)
{
    const struct item *item = items_find(g->items, "party", party);
    for (uint32_t p = 0; solution->has_counts && p < solution->scenario->party_count; p++) {
        struct str name = solution->scenario->parties[p].name;
        if (str_equal(name, party) || (item && str_equal(name, brief_field(item, "name"))))
            return &solution->acceptable_to_each[p];
    }
    return NULL;
}

// What is said in public about others' changes, beside what the packages say.
static void gather_said(struct brief_gathering *g)
{
    const struct prospects_answer *prospects = g->brief->prospects;
    struct list statements = brief_items(g, "statement");
    for (size_t i = 0; i < statements.count; i++) {
        const struct item *statement = *LIST_AT(&statements, const struct item *, i);
        struct str speaker = brief_field(statement, "party");
        const struct json *implies = json_member(statement->value, "implies");
        for (size_t k = 0; implies && k < implies->count; k++) {
            struct str about = json_text(&implies->items[k], "party");
            if (about.length == 0 || speaker.length == 0 || str_equal(about, speaker))
                continue;
            *LIST_ADD(&g->brief->said, struct brief_said) = (struct brief_said){
                .statement = statement->id,
                .date = brief_field(statement, "date"),
                .speaker = speaker,
                .about = about,
                .stance = json_text(&implies->items[k], "stance"),
                .before = prospects ? accepts(g, prospects->old, speaker) : NULL,
                .now = accepts(g, g->brief->bargain->solution, speaker)};
        }
    }
}

bool brief_weigh_packages(struct brief_gathering *g)
{
    if (!g->options->scenario)
        return true;
    struct scenario *scenario = ARENA_NEW(g->arena, struct scenario);
    if (!read_scenario(g, g->options->scenario, scenario) || !weigh_now(g, scenario) ||
        (g->options->before && !weigh_before(g, scenario)))
        return false;
    gather_said(g);
    return true;
}
