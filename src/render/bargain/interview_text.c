// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/interview_forms.h"

#include "base/builder.h"

#include <inttypes.h>

static void add_side(struct builder *out, const struct scenario *scenario,
                     const struct choice *choices, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct issue *issue = &scenario->issues[choices[i].issue];
        builder_print(out, "%s%.*s: %.*s", i > 0 ? "; " : "", STR_ARGS(issue->name),
                      STR_ARGS(issue->options[choices[i].option]));
    }
    builder_add_byte(out, '\n');
}

static void add_question(struct builder *out, const struct interview_answer *answer)
{
    const struct scenario *scenario = answer->interview->scenario;
    const struct weighing *next = &answer->state->next;
    struct str party = scenario->parties[answer->interview->party].name;
    if (!next->right) {
        builder_print(out, "Would %.*s accept this package?\n     ", STR_ARGS(party));
        add_side(out, scenario, next->left, next->count);
        return;
    }
    builder_print(out, "Which would %.*s rather have%s?\n  1  ", STR_ARGS(party),
                  next->count < scenario->issue_count ? ", all else equal" : "");
    add_side(out, scenario, next->left, next->count);
    builder_add_c(out, "  2  ");
    add_side(out, scenario, next->right, next->count);
}

static void add_progress(struct builder *out, const struct interview_answer *answer)
{
    const struct interview_state *state = answer->state;
    builder_print(out, "%zu answers so far; of %zu comparisons wanted at least %zu are open\n",
                  answer->interview->reply_count, state->wanted_count,
                  state->wanted_open > 0 ? state->wanted_open : 1);
}

static void add_contradiction(struct builder *out, const struct interview_answer *answer)
{
    const struct interview_state *state = answer->state;
    builder_add_c(out, "These answers cannot all hold; one of them must be taken back:\n");
    for (size_t i = 0; i < state->contradiction_count; i++) {
        size_t reply = state->contradiction[i];
        builder_print(out, "  line %zu: %.*s\n", answer->line_numbers[reply],
                      STR_ARGS(answer->lines[reply]));
    }
}

static void add_sure(struct builder *out, const struct interview_answer *answer)
{
    static const char *const sure[] = {
        [INTERVIEW_RANKING] = "how %.*s ranks all packages",
        [INTERVIEW_TRADES] = "how %.*s ranks packages that differ in at most two issues",
        [INTERVIEW_FRONT] = "which packages no other beats, by what %.*s answered",
        [INTERVIEW_PACKAGE] =
            "which packages %.*s likes better, and which less, than the one asked for"};
    const struct interview *interview = answer->interview;
    builder_print(out, "After %zu answers it is sure ", interview->reply_count);
    builder_print(out, sure[interview->aim],
                  STR_ARGS(interview->scenario->parties[interview->party].name));
    builder_add_c(out, interview->asks_reserve ? ", and which it accepts" : "");
    if (answer->state->package_count > 1)
        builder_print(out, " (%zu packages, %zu pairs)", answer->state->package_count,
                      answer->state->package_count * (answer->state->package_count - 1) / 2);
    builder_add_c(out, "\n");
}

static void add_scores(struct builder *out, const struct interview_answer *answer)
{
    const struct scenario *scenario = answer->interview->scenario;
    builder_add_c(out, "Scores that fit all answers:\n");
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        for (uint32_t o = 0; o < scenario->issues[i].option_count; o++)
            builder_print(out, "  %.*s: %.*s  %" PRId64 "\n", STR_ARGS(scenario->issues[i].name),
                          STR_ARGS(scenario->issues[i].options[o]),
                          answer->state->scores[scenario->issues[i].first + o]);
    if (answer->interview->asks_reserve)
        builder_print(out, "  reserve  %" PRId64 "\n", answer->state->reserve);
    else
        builder_add_c(out, "Its reserve was not asked for (--reserve) and is left open\n");
    if (answer->interview->aim != INTERVIEW_RANKING)
        builder_add_c(out, "What was not asked for may be otherwise than these scores say\n");
}

struct str interview_text(const struct interview_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    if (answer->state->contradiction) {
        add_contradiction(&out, answer);
    } else if (answer->state->is_done) {
        add_sure(&out, answer);
        add_scores(&out, answer);
    } else {
        add_question(&out, answer);
        builder_print(&out, "To be added to the answers: one of\n  %.*s\n  %.*s\n",
                      STR_ARGS(answer->if_left), STR_ARGS(answer->if_right));
        if (answer->if_equal.length > 0)
            builder_print(&out, "  %.*s\n", STR_ARGS(answer->if_equal));
        add_progress(&out, answer);
    }
    return builder_str(&out);
}

struct str interview_prompt(const struct interview_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    if (answer->state->contradiction || answer->state->is_done)
        return builder_str(&out);
    builder_print(&out, "%.*s\n%.*s\n%.*s\n", STR_ARGS(answer->if_left), STR_ARGS(answer->if_right),
                  STR_ARGS(answer->if_equal));
    builder_add_byte(&out, '\n');
    add_question(&out, answer);
    builder_add_c(&out, answer->state->next.right
                            ? "1, 2, = when both are worth as much, q to leave: "
                            : "y, n, q to leave: ");
    return builder_str(&out);
}
