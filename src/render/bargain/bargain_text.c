// SPDX-License-Identifier: Apache-2.0
// The answer as tables for a terminal.
#include "base/direction.h"
#include "render/bargain/bargain_forms.h"
#include "render/bargain/bargain_parts.h"
#include "render/bargain/rule_words.h"
#include "render/bargain/value_text.h"

#include <inttypes.h>
#include <string.h>

#define ROWS_SHOWN 12 // of a front

// A value, to stand in a column.
static void add_value(struct builder *out, const struct scenario *scenario, int64_t value,
                      size_t width)
{
    struct str text = value_text(scenario, value, out->arena);
    builder_add_spaces(out, text.length < width ? width - text.length : 1);
    builder_add(out, text);
}

static void add_counts(struct builder *out, const struct solution *solution)
{
    builder_print(out, "Packages       %.*s\n", STR_ARGS(solution->outcomes));
    builder_print(out, "  by the rules %.*s\n",
                  STR_ARGS(tally_text(&solution->logically_feasible, out->arena)));
    builder_print(out, "  and in time  %.*s\n",
                  STR_ARGS(tally_text(&solution->feasible, out->arena)));
    if (!solution->has_counts)
        return;
    builder_print(out, "  acceptable   %.*s\n",
                  STR_ARGS(tally_text(&solution->acceptable, out->arena)));
}

static void add_parties(struct builder *out, const struct solution *solution)
{
    const struct scenario *scenario = solution->scenario;
    size_t width = party_width(scenario);
    builder_add_byte(out, '\n');
    add_cell(out, STR("Party"), width);
    builder_add_c(out, "  reserve  best of all  best acceptable  would accept\n");
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        add_cell(out, scenario->parties[p].name, width);
        add_value(out, scenario, solution->reserve[p], 9);
        if (solution->ideal_feasible)
            add_value(out, scenario, solution->ideal_feasible[p], 13);
        else
            builder_add_c(out, "            -");
        if (solution->ideal_acceptable)
            add_value(out, scenario, solution->ideal_acceptable[p], 17);
        else
            builder_add_c(out, "                -");
        if (solution->has_counts)
            builder_print(out, "  %.*s",
                          STR_ARGS(tally_text(&solution->acceptable_to_each[p], out->arena)));
        builder_add_byte(out, '\n');
    }
}

static void add_package(struct builder *out, const struct scenario *scenario,
                        const uint32_t *package)
{
    builder_add_c(out, "    ");
    add_package_words(out, scenario, package);
    builder_add_byte(out, '\n');
}

// "A 12, B 7"
static void add_row(struct builder *out, const struct scenario *scenario, const int64_t *row)
{
    builder_add_c(out, "    ");
    for (uint32_t p = 0; p < scenario->party_count; p++)
        builder_print(out, "%s%.*s %.*s", p == 0 ? "" : ", ", STR_ARGS(scenario->parties[p].name),
                      STR_ARGS(value_text(scenario, row[p], out->arena)));
    builder_add_byte(out, '\n');
}

// The kind of an earlier point with the same first package; `kind` itself when there is none.
static int same_package_as(const uint32_t *packages, uint32_t issues, uint32_t shown, int kind)
{
    for (int other = 0; other < kind; other++)
        if (shown >> other & 1 &&
            memcmp(packages + (size_t)other * issues, packages + (size_t)kind * issues,
                   issues * sizeof *packages) == 0)
            return other;
    return kind;
}

// "Nash: largest product of gains (12)". A product's place is there though it may say nothing.
static void add_point_title(struct builder *out, const struct scenario *scenario,
                            enum point_kind kind, const struct fair_point *point)
{
    struct point_words words = point_words_of(kind);
    struct str values = point_values_text(scenario, kind, point, out->arena);
    builder_print(out, "\n%s%s%s", words.title, words.rule[0] ? ": " : "", words.rule);
    if (values.length > 0)
        builder_print(out, " (%.*s)", STR_ARGS(values));
}

static void add_point_rows(struct builder *out, const struct scenario *scenario,
                           const struct fair_point *point)
{
    int64_t row[SCENARIO_PARTIES_MAX];
    for (size_t i = 0; i < point->row_count && i < ROWS_SHOWN; i++)
        add_row(out, scenario, front_point(point->front, point->rows[i], row));
    if (point->row_count > ROWS_SHOWN)
        builder_print(out, "    and %zu more that tie\n", point->row_count - ROWS_SHOWN);
}

// How far the searches came that did not end: the best package met, and what none is above.
static void add_unproved(struct builder *out, const struct solution *solution)
{
    for (enum point_kind kind = 0; kind < POINT_KINDS; kind++) {
        const struct direct *direct = solution->unproved[kind];
        if (!direct || (!direct->has_known && !direct->has_most))
            continue;
        struct str gap = unproved_words(solution, kind, out->arena);
        builder_print(out, "\n%s: not proved%s%.*s\n", point_words_of(kind).title,
                      gap.length > 0 ? "; " : "", STR_ARGS(gap));
        if (direct->has_known)
            add_row(out, solution->scenario, direct->known);
        if (direct->package)
            add_package(out, solution->scenario, direct->package);
    }
}

// What is fair is asked only where there are several parties; one has a best package.
static void add_points(struct builder *out, const struct solution *solution)
{
    const struct scenario *scenario = solution->scenario;
    uint32_t issues = scenario->issue_count;
    uint32_t *packages = ARENA_ARRAY(out->arena, uint32_t, (size_t)POINT_KINDS * issues);
    uint32_t shown = 0;
    bool is_alone = scenario->party_count == 1 && solution->points[POINT_UTILITARIAN].is_defined;
    for (int kind = 0; kind < POINT_KINDS; kind++) {
        const struct fair_point *point = &solution->points[kind];
        if (!point->is_defined || (is_alone && kind != POINT_UTILITARIAN))
            continue;
        if (is_alone) {
            builder_add_c(out, "\nBest package");
        } else {
            add_point_title(out, scenario, (enum point_kind)kind, point);
        }
        builder_add_byte(out, '\n');
        add_point_rows(out, scenario, point);
        front_outcome(point->front, point->rows[0], packages + (size_t)kind * issues);
        int same = same_package_as(packages, issues, shown, kind);
        shown |= 1u << kind;
        if (same == kind)
            add_package(out, scenario, packages + (size_t)kind * issues);
        else
            builder_print(out, "    the package under %s\n",
                          point_words_of((enum point_kind)same).title);
    }
}

static void add_front_rows(struct builder *out, const struct solution *solution,
                           const struct front *front)
{
    int64_t row[SCENARIO_PARTIES_MAX];
    for (size_t i = 0; i < front->count && i < ROWS_SHOWN; i++)
        add_row(out, solution->scenario, front_point(front, i, row));
    if (front->count > ROWS_SHOWN)
        builder_print(out, "    and %zu more (--json lists them)\n", front->count - ROWS_SHOWN);
}

// A part of a front, and how far what is left out may be from it.
static void add_front_part(struct builder *out, const struct solution *solution)
{
    struct str words = front_part_words(solution, out->arena);
    if (words.length == 0)
        return;
    builder_print(out, "\nPareto front: %.*s.\n", STR_ARGS(words));
    add_front_rows(out, solution, &solution->front);
    builder_add_c(
        out,
        "  With each point left out goes one of these that is worse for nobody by more than\n");
    add_row(out, solution->scenario, solution->subset_error);
    builder_add_c(out, "  so that one of these may itself be beaten by a point left out.\n");
}

static void add_front(struct builder *out, const struct solution *solution)
{
    if (!solution->has_front)
        add_front_part(out, solution);
    if (!solution->has_front || solution->acceptable_front.count == 0)
        return;
    builder_print(out, "\nPareto front: %zu points, %zu of them acceptable\n",
                  solution->front.count, solution->acceptable_front.count);
    add_front_rows(out, solution, &solution->acceptable_front);
}

static void add_concessions(struct builder *out, const struct solution *solution)
{
    const struct scenario *scenario = solution->scenario;
    if (solution->concession_count == 0)
        return;
    builder_add_c(out, "\nWhat a concession buys\n");
    for (size_t i = 0; i < solution->concession_count; i++) {
        const struct concession *concession = &solution->concessions[i];
        builder_print(out, "    %.*s lowers its reserve by %.*s: %.*s acceptable\n",
                      STR_ARGS(scenario->parties[concession->party].name),
                      STR_ARGS(value_text(scenario, concession->lower_by, out->arena)),
                      STR_ARGS(tally_text(&concession->acceptable, out->arena)));
    }
}

static void add_draft(struct builder *out, const struct scenario *scenario,
                      const struct draft *draft)
{
    builder_add_c(out, "\nThe draft on the table\n");
    add_package(out, scenario, draft->package);
    if (!draft->is_allowed)
        builder_add_c(out, "    The rules do not allow this package.\n");
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        int64_t gain = draft->values[p] - scenario->parties[p].reservation;
        builder_print(out, "    %.*s: %.*s, %.*s %s its reserve%s\n",
                      STR_ARGS(scenario->parties[p].name),
                      STR_ARGS(value_text(scenario, draft->values[p], out->arena)),
                      STR_ARGS(value_text(scenario, gain < 0 ? -gain : gain, out->arena)),
                      gain < 0 ? "below" : "above",
                      draft->crosses_red_line[p] ? "; it crosses a red line" : "");
    }
    builder_print(out, "    Packages that are worse for nobody: %.*s (the draft counted in)\n",
                  STR_ARGS(tally_text(&draft->at_least_as_good, out->arena)));
    for (size_t i = 0; i < draft->trade_count && i < ROWS_SHOWN; i++) {
        const struct trade *trade = &draft->trades[i];
        const struct issue *first = &scenario->issues[trade->first.issue];
        const struct issue *second = &scenario->issues[trade->second.issue];
        builder_print(
            out,
            "    Trade: %.*s gives \"%.*s\" on %.*s (+%.*s in all), "
            "%.*s gives \"%.*s\" on %.*s (+%.*s in all)\n",
            STR_ARGS(scenario->parties[trade->gives_first].name),
            STR_ARGS(first->options[trade->first.option]), STR_ARGS(first->name),
            STR_ARGS(value_text(scenario, trade->gains[trade->gives_first], out->arena)),
            STR_ARGS(scenario->parties[trade->gives_second].name),
            STR_ARGS(second->options[trade->second.option]), STR_ARGS(second->name),
            STR_ARGS(value_text(scenario, trade->gains[trade->gives_second], out->arena)));
    }
}

// Only where the better package differs from the draft: "Seat: Borduria (draft: Aland)".
static void add_changed_options(struct builder *out, const struct scenario *scenario,
                                const struct draft *draft)
{
    size_t same = 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        const struct issue *issue = &scenario->issues[i];
        same += draft->beaten_by[i] == draft->package[i];
        if (draft->beaten_by[i] != draft->package[i])
            builder_print(out, "    %.*s: %.*s (draft: %.*s)\n", STR_ARGS(issue->name),
                          STR_ARGS(issue->options[draft->beaten_by[i]]),
                          STR_ARGS(issue->options[draft->package[i]]));
    }
    if (same > 0)
        builder_print(out, "    and the other %zu issue%s as in the draft\n", same,
                      same == 1 ? "" : "s");
}

// What a reader who weighs a draft wants first: whether another package is better, and for whom.
static void add_news(struct builder *out, const struct scenario *scenario,
                     const struct draft *draft)
{
    if (!draft->beaten_by && draft->has_verdict && draft->is_allowed)
        builder_add_c(out, "No package is better than the draft for one party without being worse "
                           "for another.\n\n");
    if (!draft->beaten_by)
        return;
    if (draft->is_beaten_for_all && scenario->party_count > 1)
        builder_print(out, "A package is better than the draft for all %u parties:\n    ",
                      scenario->party_count);
    else
        builder_add_c(out, "A package is better than the draft and worse for nobody:\n    ");
    for (uint32_t p = 0; p < scenario->party_count; p++)
        builder_print(
            out, "%s%.*s %.*s (+%.*s)", p == 0 ? "" : ", ", STR_ARGS(scenario->parties[p].name),
            STR_ARGS(value_text(scenario, draft->beaten_values[p], out->arena)),
            STR_ARGS(value_text(scenario, draft->beaten_values[p] - draft->values[p], out->arena)));
    builder_add_byte(out, '\n');
    add_changed_options(out, scenario, draft);
    for (uint32_t p = 0; p < scenario->party_count; p++)
        if (draft->beaten_values[p] < scenario->parties[p].reservation)
            builder_print(out, "    It is still below the reserve of %.*s.\n",
                          STR_ARGS(scenario->parties[p].name));
    builder_add_byte(out, '\n');
}

static void add_contradiction(struct builder *out, const struct scenario *scenario,
                              const struct obstacles *obstacles)
{
    builder_add_c(out, "    These rules cannot all be kept; any one less would do:\n");
    for (size_t c = 0; c < obstacles->contradiction_count; c++) {
        struct str words = rule_words(scenario, &obstacles->contradiction[c], out->arena);
        builder_print(out, "      %.*s\n", STR_ARGS(words));
    }
}

static void add_blocks(struct builder *out, const struct scenario *scenario,
                       const struct obstacles *obstacles)
{
    builder_add_c(out, "\nWhat stands in the way\n");
    if (obstacles->contradiction_count > 0)
        add_contradiction(out, scenario, obstacles);
    if (obstacles->has_gain)
        builder_print(out, "    All can gain %.*s at the same time%s.\n",
                      STR_ARGS(value_text(scenario, obstacles->gain, out->arena)),
                      obstacles->gain < 0 ? ": the reserves are out of reach" : "");
    for (size_t i = 0; i < obstacles->issue_count && i < 5; i++)
        builder_print(out, "    Out of dispute, %.*s would make that %.*s.\n",
                      STR_ARGS(scenario->issues[obstacles->issues[i].issue].name),
                      STR_ARGS(value_text(scenario, obstacles->issues[i].gain, out->arena)));
    for (size_t i = 0; i < obstacles->reserve_count; i++)
        builder_print(
            out, "    %.*s alone, by lowering its reserve by %.*s, makes agreement possible.\n",
            STR_ARGS(scenario->parties[obstacles->reserves[i].party].name),
            STR_ARGS(value_text(scenario, obstacles->reserves[i].by, out->arena)));
    if (obstacles->reserve_count == 0 && obstacles->party_set_count > 0) {
        builder_print(out, "    Together, by lowering their reserves by %.*s each:",
                      STR_ARGS(value_text(scenario, obstacles->lower_each_by, out->arena)));
        for (size_t i = 0; i < obstacles->party_set_count; i++)
            builder_print(out, "%s%.*s", i == 0 ? " " : ", ",
                          STR_ARGS(scenario->parties[obstacles->party_set[i]].name));
        builder_add_byte(out, '\n');
    }
    for (size_t i = 0; i < obstacles->red_line_count; i++) {
        const struct dropped *dropped = &obstacles->red_lines[i];
        const struct issue *issue = &scenario->issues[dropped->choice.issue];
        builder_print(out, "    Without %.*s's red line \"%.*s\" on %.*s: %.*s acceptable\n",
                      STR_ARGS(scenario->parties[dropped->party].name),
                      STR_ARGS(issue->options[dropped->choice.option]), STR_ARGS(issue->name),
                      STR_ARGS(tally_text(&dropped->acceptable, out->arena)));
    }
}

static void add_answer(struct builder *out, const struct bargain_answer *answer)
{
    const struct solution *solution = answer->solution;
    if (solution->has_ended)
        builder_add_c(out,
                      "Not finished: the time or the steps given ran out. What stands here is "
                      "proved; where it "
                      "says \"not proved\", \"at least\" or \"at most\", more may be had.\n\n");
    if (answer->draft)
        add_news(out, answer->scenario, answer->draft);
    add_counts(out, solution);
    add_parties(out, solution);
    if (solution->has_answer && !solution->has_acceptable)
        builder_add_c(out, "\nNo package is acceptable to all.\n");
    if (solution->has_uniform_concession && solution->min_uniform_concession > 0)
        builder_print(
            out, "All reserves lowered by %.*s would reach a package.\n",
            STR_ARGS(value_text(answer->scenario, solution->min_uniform_concession, out->arena)));
    add_points(out, solution);
    add_unproved(out, solution);
    add_front(out, solution);
    add_concessions(out, solution);
    if (answer->draft)
        add_draft(out, answer->scenario, answer->draft);
    if (answer->obstacles)
        add_blocks(out, answer->scenario, answer->obstacles);
    builder_add_byte(out, '\n');
    if (solution->note)
        builder_print(out, "Note: %s.\n", solution->note);
    if (answer->scenario->scale > 1)
        builder_print(out,
                      "Note: these tables show worths in the profiles' own units, to %d "
                      "places.\n",
                      VALUE_PLACES);
    for (size_t i = 0; i < answer->scenario->note_count; i++)
        builder_print(out, "Note: %.*s.\n", STR_ARGS(answer->scenario->notes[i]));
}

struct str bargain_text(const struct bargain_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    add_answer(&out, answer);
    return direction_plain(builder_str(&out), arena);
}
