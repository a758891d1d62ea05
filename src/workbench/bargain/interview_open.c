// SPDX-License-Identifier: Apache-2.0
// interview: what follows from a party's answers, and what to ask next.
#include <entente/bargain.h>

#include "advice/draft.h"
#include "exchange/bargain/replies.h"
#include "exchange/bargain/scored_json.h"
#include "exchange/bargain/scores_table.h"
#include "exchange/bargain/uncertain_json.h"
#include "exchange/spreadsheet/spreadsheet.h"
#include "render/bargain/interview_forms.h"
#include "workbench/answer.h"
#include "workbench/bargain/bargain_find.h"
#include "workbench/door.h"

#include <string.h>

// What an interview is about: a scenario, its tree of JSON, and what is asked of whom.
struct interview_case {
    const struct json *root;
    struct scenario scenario;
    struct interview interview;
    struct reply_list replies;
};

static bool find_party(const char *name, const struct scenario *scenario, struct arena *arena,
                       uint32_t *party, struct error *error)
{
    if (!name)
        return error_set(error, MISUSE, "an interview is with one party; name it with --party");
    *party = scenario_party_named(scenario, str_of(name));
    return *party != UINT32_MAX || bargain_no_party(scenario, str_of(name), arena, error);
}

static bool choose_aim(const struct entente_interview_options *options, struct arena *arena,
                       struct interview_case *about, struct error *error)
{
    static const struct {
        const char *name;
        enum interview_aim aim;
    } aims[] = {
        {"ranking", INTERVIEW_RANKING}, {"trades", INTERVIEW_TRADES}, {"front", INTERVIEW_FRONT}};
    struct interview *interview = &about->interview;
    if (options->package) {
        uint32_t *package = ARENA_ARRAY(arena, uint32_t, about->scenario.issue_count);
        interview->aim = INTERVIEW_PACKAGE;
        interview->package = package;
        if (options->wanted)
            return error_set(error, MISUSE,
                             "an interview for one package wants nothing else; leave out \"%s\"",
                             options->wanted);
        return draft_read(&about->scenario, str_of(options->package), arena, package, error);
    }
    for (size_t a = 0; a < sizeof aims / sizeof *aims; a++)
        if (!options->wanted || strcmp(options->wanted, aims[a].name) == 0) {
            interview->aim = aims[a].aim;
            return true;
        }
    return error_set(error, MISUSE,
                     "\"%s\" is nothing an interview is for; ranking, trades or front",
                     options->wanted);
}

// Whether nothing is said of what a party wants.
static bool is_blank(const struct json *party)
{
    return party->kind == JSON_OBJECT && party->count > 0 && !json_member(party, "scores") &&
           !json_member(party, "reservation");
}

static void add_zeros(struct builder *out, const struct json *issues)
{
    builder_add_c(out, "\"scores\":[");
    for (size_t i = 0; issues && i < issues->count; i++) {
        const struct json *options = json_member(&issues->items[i], "options");
        builder_add_c(out, i > 0 ? ",[" : "[");
        for (size_t o = 0; options && o < options->count; o++)
            builder_add_c(out, o > 0 ? ",0" : "0");
        builder_add_c(out, "]");
    }
    builder_add_c(out, "],");
}

// The text with scores of 0 put in where nothing is said: that is what interviews are for, and they do
// not look at these. Lines stay where they are.
static struct str with_zeros(const struct json *root, struct str text, struct arena *arena)
{
    const struct json *parties = json_member(root, "parties");
    struct builder out = builder_make(arena);
    size_t copied = 0;
    for (size_t p = 0; parties && parties->kind == JSON_ARRAY && p < parties->count; p++)
        if (is_blank(&parties->items[p])) {
            size_t behind = parties->items[p].byte + 1;
            builder_add(&out, str_slice(text, copied, behind));
            add_zeros(&out, json_member(root, "issues"));
            copied = behind;
        }
    builder_add(&out, str_skip(text, copied));
    return builder_str(&out);
}

// Which packages no other beats depends on the other parties, too.
static bool others_are_known(const struct interview_case *about, const struct uncertain *uncertain,
                             struct error *error)
{
    const struct json *parties = json_member(about->root, "parties");
    for (uint32_t p = 0; p < about->scenario.party_count; p++)
        if (p != about->interview.party &&
            (is_blank(&parties->items[p]) ||
             (uncertain->parties && !uncertain->parties[p].is_exact)))
            return error_set(
                error, MISUSE,
                "which packages no other beats depends on party \"%.*s\", whose scores "
                "are not known; interview it first, or ask for the ranking",
                STR_ARGS(about->scenario.parties[p].name));
    return true;
}

// The scenario and its tree.
static bool read_scenario(const struct entente_interview_options *options,
                          const struct entente_file *file, struct arena *arena,
                          struct interview_case *about, struct error *error)
{
    struct str source = str_of(file->name);
    struct str text = answer_file(file);
    struct uncertain uncertain;
    const struct input_limits *limits = &input_limits_default;
    if ((spreadsheet_is_package(text) || scores_table_is(text)) &&
        !scores_table_json(source, text, limits, arena, &text, error))
        return false;
    if (!json_read(source, text, limits, arena, &about->root, error))
        return false;
    text = with_zeros(about->root, text, arena);
    if (!uncertain_json_read(source, text, limits, arena, &about->scenario, &uncertain, error) ||
        !find_party(options->party, &about->scenario, arena, &about->interview.party, error) ||
        !choose_aim(options, arena, about, error))
        return false;
    if (about->interview.aim == INTERVIEW_FRONT && !others_are_known(about, &uncertain, error))
        return false;
    if (about->scenario.parties[about->interview.party].pair_count > 0)
        return error_set(error, MISUSE,
                         "party \"%s\" has pair values; an interview asks for scores that add up",
                         options->party);
    return true;
}

static bool read_case(const struct entente_interview_options *options,
                      const struct entente_file *file, struct arena *arena,
                      struct interview_case *about, struct error *error)
{
    about->interview =
        (struct interview){.scenario = &about->scenario, .asks_reserve = options->reserve};
    if (!read_scenario(options, file, arena, about, error))
        return false;
    if (options->answers &&
        !replies_read(str_of(options->answers->name), answer_file(options->answers),
                      &about->scenario, arena, &about->replies, error))
        return false;
    about->interview.replies = about->replies.items;
    about->interview.reply_count = about->replies.count;
    return true;
}

static struct str show(enum entente_interview_form form, const struct json *root,
                       const struct interview_answer *answer, struct arena *arena)
{
    switch (form) {
    case ENTENTE_INTERVIEW_JSON:
        return interview_json(answer, arena);
    case ENTENTE_INTERVIEW_SCENARIO:
        return scored_json(root, answer, arena);
    case ENTENTE_INTERVIEW_PROMPT:
        return interview_prompt(answer, arena);
    case ENTENTE_INTERVIEW_TEXT:
        break;
    }
    return interview_text(answer, arena);
}

static bool find(const struct entente_interview_options *options, const struct entente_file *file,
                 struct budget *budget, struct entente_answer *made, struct error *error)
{
    struct arena *arena = made->arena;
    struct interview_case about = {.root = NULL};
    struct interview_state state;
    if (!read_case(options, file, arena, &about, error) ||
        !interview_ask(&about.interview, budget, arena, &state, error))
        return false;
    struct interview_answer answer = {.interview = &about.interview,
                                      .state = &state,
                                      .lines = about.replies.lines,
                                      .line_numbers = about.replies.line_numbers};
    if (state.next.count > 0) {
        answer.if_left = reply_line(&about.scenario, &state.next, REPLY_LEFT, arena);
        answer.if_right = reply_line(&about.scenario, &state.next, REPLY_RIGHT, arena);
        if (state.next.right)
            answer.if_equal = reply_line(&about.scenario, &state.next, REPLY_EQUAL, arena);
    }
    if (state.contradiction && options->form == ENTENTE_INTERVIEW_SCENARIO)
        return error_set(error, BAD_INPUT, "%.*s", STR_ARGS(interview_text(&answer, arena)));
    made->is_no = !state.is_done;
    made->output = show(options->form, about.root, &answer, arena);
    if (options->form == ENTENTE_INTERVIEW_SCENARIO)
        made->summary = interview_text(&answer, arena);
    return true;
}

bool entente_interview(const struct entente_interview_options *options,
                       const struct entente_file *scenario, const struct entente_bounds *bounds,
                       struct entente_answer **answer, struct entente_error *error)
{
    struct entente_interview_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    struct entente_answer *made = answer_new();
    struct budget budget = bargain_budget(bounds);
    struct error inner;
    if (!find(&own, scenario, &budget, made, &inner)) {
        answer_error(&inner, error); // before the words that it quotes are let go
        entente_answer_free(made);
        return false;
    }
    *answer = made;
    return true;
}
