// SPDX-License-Identifier: Apache-2.0
// Time and packages: the public verbs' own answers, beside what is said in public.
#include "workbench/brief/brief_parts.h"

#include <entente/bargain.h>
#include <entente/timetable.h>

static const struct json *tree_of(const struct brief *brief, const struct entente_answer *answer)
{
    size_t length;
    const void *bytes = entente_answer_output(answer, &length);
    const struct json *tree = NULL;
    struct error error;
    struct str text = arena_copy(brief->arena, (struct str){bytes, length});
    if (!json_read(STR("answer"), text, &limits_default, brief->arena, &tree, &error))
        return NULL;
    return tree;
}

// The limits of the case as a steps file; JSON is YAML, and knows how to quote any name.
static bool case_steps(const struct brief *brief, struct entente_file *file)
{
    struct list limits = brief_items(brief, "limit");
    struct builder out = builder_make(brief->arena);
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

void brief_weigh_time(struct brief *brief, const struct entente_bounds *bounds)
{
    struct entente_file steps;
    struct entente_timetable_options options = {
        .size = sizeof options, .form = ENTENTE_TIMETABLE_JSON, .from = brief->options->from};
    if (brief->options->steps)
        options.steps = brief->options->steps;
    else if (case_steps(brief, &steps))
        options.steps = &steps;
    else
        return;
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_timetable(&options, bounds, &answer, &error)) {
        brief->timetable_trouble = arena_copy(brief->arena, str_of(error.message));
        return;
    }
    brief->timetable = tree_of(brief, answer);
    entente_answer_free(answer);
    if (brief_is_possible(brief))
        return;
    options.form = ENTENTE_TIMETABLE_TABLE;
    if (!entente_timetable(&options, bounds, &answer, &error))
        return;
    size_t length;
    const char *bytes = entente_answer_output(answer, &length);
    struct str says = {bytes, length};
    size_t blank = str_find(says, STR("\n\n"));
    brief->timetable_says = arena_copy(brief->arena, str_slice(says, 0, blank));
    entente_answer_free(answer);
}

// How many packages a party of the case could accept, by its id or its name; NULL: not in it.
static const struct json *accepts(const struct brief *brief, const struct json *scenario,
                                  const struct json *answer, struct str party)
{
    const struct item *item = items_find(brief->items, "party", party);
    const struct json *parties = json_member(scenario, "parties");
    const struct json *each = json_member(answer, "acceptable_to_each");
    for (size_t i = 0; parties && each && i < parties->count && i < each->count; i++) {
        struct str name = json_text(&parties->items[i], "name");
        if (str_equal(name, party) || (item && str_equal(name, brief_field(item, "name"))))
            return &each->items[i];
    }
    return NULL;
}

// What is said in public about others' changes, beside what the packages say.
static void gather_said(struct brief *brief, const struct json *scenario_before)
{
    struct list statements = brief_items(brief, "statement");
    for (size_t i = 0; i < statements.count; i++) {
        const struct item *statement = *LIST_AT(&statements, const struct item *, i);
        struct str speaker = brief_field(statement, "party");
        const struct json *implies = json_member(statement->value, "implies");
        for (size_t k = 0; implies && k < implies->count; k++) {
            struct str about = json_text(&implies->items[k], "party");
            if (about.length == 0 || speaker.length == 0 || str_equal(about, speaker))
                continue;
            *LIST_ADD(&brief->said, struct brief_said) = (struct brief_said){
                .statement = statement,
                .speaker = speaker,
                .about = about,
                .stance = json_text(&implies->items[k], "stance"),
                .before = accepts(brief, scenario_before, brief->before, speaker),
                .now = accepts(brief, brief->scenario, brief->bargain, speaker)};
        }
    }
}

static const struct json *scenario_tree(const struct brief *brief, const struct entente_file *file)
{
    const struct json *tree = NULL;
    struct error inner;
    if (!json_read(str_of(file->name), answer_file(file), &limits_default, brief->arena, &tree,
                   &inner))
        return NULL; // a format of another kind names its parties in another way
    return tree;
}

static bool weigh_before(struct brief *brief, struct entente_bargain_options *options,
                         const struct entente_bounds *bounds, struct error *error)
{
    const struct entente_file *before = brief->options->before;
    struct entente_answer *answer;
    struct entente_error trouble;
    if (!entente_bargain(options, before, bounds, &answer, &trouble))
        return error_set(error, BAD_INPUT, "%s", trouble.message);
    brief->before = tree_of(brief, answer);
    entente_answer_free(answer);
    options->form = ENTENTE_BARGAIN_TEXT;
    if (!entente_bargain_compare(options, before, brief->options->scenario, bounds, &answer,
                                 &trouble))
        return error_set(error, BAD_INPUT, "%s", trouble.message);
    size_t length;
    const char *bytes = entente_answer_output(answer, &length);
    struct str text = {bytes, length};
    brief->prospects = arena_copy(brief->arena, str_slice(text, 0, str_find_byte(text, '\n')));
    entente_answer_free(answer);
    return true;
}

bool brief_weigh_packages(struct brief *brief, const struct entente_bounds *bounds,
                          struct error *error)
{
    if (!brief->options->scenario)
        return true;
    struct entente_bargain_options options = {
        .size = sizeof options, .form = ENTENTE_BARGAIN_JSON, .explain = true};
    struct entente_answer *answer;
    struct entente_error trouble;
    if (!entente_bargain(&options, brief->options->scenario, bounds, &answer, &trouble))
        return error_set(error, BAD_INPUT, "%s", trouble.message);
    brief->bargain = tree_of(brief, answer);
    entente_answer_free(answer);
    brief->scenario = scenario_tree(brief, brief->options->scenario);
    const struct entente_file *before = brief->options->before;
    if (before && !weigh_before(brief, &options, bounds, error))
        return false;
    gather_said(brief, before ? scenario_tree(brief, before) : NULL);
    return true;
}
