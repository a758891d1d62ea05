// SPDX-License-Identifier: Apache-2.0
// The answer as tables for a terminal.
#include "base/direction.h"
#include "render/bargain/bargain_forms.h"
#include "render/bargain/bargain_parts.h"
#include "render/bargain/uncertain_forms.h"
#include "render/bargain/uncertain_parts.h"

#include <inttypes.h>

#define PACKAGES_SHOWN 12
#define QUESTIONS_SHOWN 8

static void add_standings(struct builder *out, const struct standings *standings)
{
    struct str surely = tally_text(&standings->surely, out->arena);
    struct str possibly = tally_text(&standings->possibly, out->arena);
    builder_print(out, "%.*s for sure, %.*s possibly", STR_ARGS(surely), STR_ARGS(possibly));
}

static void add_counts(struct builder *out, const struct assessment *assessment)
{
    const struct undominated_counts *counts = &assessment->undominated;
    builder_print(out, "Packages       %.*s\n", STR_ARGS(assessment->packages));
    builder_print(out, "  and in time  %.*s\n  acceptable   ", STR_ARGS(assessment->feasible));
    add_standings(out, &assessment->for_all);
    builder_add_c(out, "\n  undominated  ");
    if (!assessment->is_complete) {
        builder_print(out, "not counted; of the %zu listed ", assessment->listed_count);
    }
    builder_print(out, "%" PRIu64 " for sure, %" PRIu64 " possibly, %" PRIu64 " never",
                  counts->surely, counts->possibly, counts->never);
    if (counts->open > 0)
        builder_print(out, ", %" PRIu64 " not decided", counts->open);
    builder_add_c(out, "\n(\"For sure\" holds for all worths that fit what is known, \"possibly\" "
                       "for some; the sure ones are among the possible.)\n");
}

static void add_parties(struct builder *out, const struct assessment *assessment)
{
    const struct views *views = assessment->views;
    size_t width = party_width(views->scenario);
    builder_add_byte(out, '\n');
    add_cell(out, STR("Party"), width);
    add_cell(out, STR("reserve"), 16);
    builder_add_c(out, "would accept\n");
    for (uint32_t p = 0; p < views->scenario->party_count; p++) {
        int64_t least = steps_floor(views->views[p].bounds.reserve_least);
        int64_t most = steps_ceiling(views->views[p].bounds.reserve_most);
        add_cell(out, views->scenario->parties[p].name, width);
        struct str reserve = least == most
                                 ? arena_print(out->arena, "%" PRId64, least)
                                 : arena_print(out->arena, "%" PRId64 " to %" PRId64, least, most);
        add_cell(out, reserve, 16);
        add_standings(out, &assessment->for_each[p]);
        builder_add_byte(out, '\n');
    }
}

// "A for sure, 12 to 20; B possibly, 3 to 9".
static void add_standing_of_each(struct builder *out, const struct scenario *scenario,
                                 const struct assessed *one)
{
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        int64_t least = steps_floor(one->least[p]);
        int64_t most = steps_ceiling(one->most[p]);
        builder_print(out, "%s%.*s %.*s, worth %" PRId64, p > 0 ? "; " : "",
                      STR_ARGS(scenario->parties[p].name),
                      STR_ARGS(standing_words(one->for_each[p])), least);
        if (least != most)
            builder_print(out, " to %" PRId64, most);
    }
}

static void add_assessed(struct builder *out, const struct scenario *scenario,
                         const struct assessed *one)
{
    builder_add_c(out, "    ");
    add_package_words(out, scenario, one->package);
    builder_print(out, "\n        acceptable %.*s (", STR_ARGS(standing_words(one->for_all)));
    add_standing_of_each(out, scenario, one);
    builder_print(out, ")\n        undominated %.*s\n",
                  STR_ARGS(standing_words(one->efficiency.undominated)));
    if (!one->efficiency.beaten_by)
        return;
    builder_add_c(out, "        better for all, whatever the worths: ");
    add_package_words(out, scenario, one->efficiency.beaten_by);
    builder_add_byte(out, '\n');
}

static void add_packages(struct builder *out, const struct assessment *assessment)
{
    if (assessment->listed_count == 0)
        return;
    builder_add_c(out, "\nPackages, the surest first\n");
    for (size_t i = 0; i < assessment->listed_count && i < PACKAGES_SHOWN; i++)
        add_assessed(out, assessment->views->scenario, &assessment->listed[i]);
    if (assessment->listed_count > PACKAGES_SHOWN)
        builder_print(out, "    and %zu more with --json or -o FILE.csv\n",
                      assessment->listed_count - PACKAGES_SHOWN);
}

static void add_draft(struct builder *out, const struct uncertain_answer *answer)
{
    if (!answer->draft)
        return;
    builder_add_c(out, "\nThe draft on the table");
    builder_add_c(out, answer->draft_is_allowed ? "\n" : ", which the rules or times forbid\n");
    add_assessed(out, answer->assessment->views->scenario, answer->draft);
}

static void add_outcome(struct builder *out, const char *answer, const struct outcome *outcome)
{
    builder_print(out, "        %s: %.*s undecided, %.*s acceptable for sure, %.*s possibly\n",
                  answer, STR_ARGS(outcome->undecided), STR_ARGS(outcome->surely),
                  STR_ARGS(outcome->possibly));
}

static void add_questions(struct builder *out, const struct scenario *scenario,
                          const struct questions *questions)
{
    if (questions->undecided.length == 0)
        builder_add_c(out, "\nWhat to ask next is not weighed: the packages could not be counted "
                           "exactly.\n");
    if (questions->undecided.length == 0 || str_equal(questions->undecided, STR("0")))
        return;
    builder_print(
        out, "\nWhat to ask next (%.*s packages are undecided; %zu of %zu questions weighed)\n",
        STR_ARGS(questions->undecided), questions->weighed, questions->possible);
    if (questions->count == 0)
        builder_add_c(out, "    no single question narrows this\n");
    for (size_t i = 0; i < questions->count && i < QUESTIONS_SHOWN; i++) {
        const struct weighed_question *weighed = &questions->items[i];
        struct str words = question_words(scenario, &weighed->question, out->arena);
        builder_print(out, "    %s%.*s\n", i < questions->best_count ? "* " : "  ",
                      STR_ARGS(words));
        add_outcome(out, "yes", &weighed->yes);
        add_outcome(out, "no ", &weighed->no);
    }
    if (questions->best_count > 1)
        builder_print(out, "    (* %zu questions leave as many after their worse answer)\n",
                      questions->best_count);
    if (questions->is_stopped)
        builder_add_c(out, "    (some questions could not be weighed within the budget)\n");
}

static void add_answer(struct builder *out, const struct uncertain_answer *answer)
{
    const struct assessment *assessment = answer->assessment;
    const struct scenario *scenario = assessment->views->scenario;
    add_counts(out, assessment);
    add_parties(out, assessment);
    add_draft(out, answer);
    add_packages(out, assessment);
    if (answer->questions)
        add_questions(out, scenario, answer->questions);
    builder_add_c(out,
                  "\nThe front and the fair points (Nash and others) are not defined while worths "
                  "are uncertain.\n");
    if (answer->is_stopped)
        builder_add_c(out, "Note: " UNCERTAIN_STOPPED ".\n");
    for (size_t i = 0; i < scenario->note_count; i++)
        builder_print(out, "Note: %.*s.\n", STR_ARGS(scenario->notes[i]));
}

struct str uncertain_text(const struct uncertain_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    add_answer(&out, answer);
    return direction_plain(builder_str(&out), arena);
}
