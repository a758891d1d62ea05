// SPDX-License-Identifier: Apache-2.0
// The fair points and the packages behind them, the front.
#include "codec/html.h"
#include "render/bargain/bargain_page_parts.h"
#include "render/bargain/bargain_parts.h"
#include "render/bargain/front_forms.h"
#include "render/page/page_table.h"

#include <string.h>

#define TIES_SHOWN 12
#define FRONT_SHOWN 40

enum { PICKS_MAX = POINT_KINDS + 2 };

// The packages that the page spells out, each once, with a letter.
struct picks {
    const struct scenario *scenario;
    const uint32_t *packages[PICKS_MAX];
    bool is_point[PICKS_MAX][POINT_KINDS]; // it is the first package behind this point
    size_t count;
    const uint32_t *draft;  // NULL: none
    const uint32_t *better; // beats the draft; NULL: none
};

// The letter's number; the package is taken up when it is new.
static size_t pick(struct picks *picks, const uint32_t *package)
{
    size_t bytes = picks->scenario->issue_count * sizeof *package;
    for (size_t i = 0; i < picks->count; i++)
        if (memcmp(picks->packages[i], package, bytes) == 0)
            return i;
    picks->packages[picks->count] = package;
    return picks->count++;
}

// What is fair is asked only where there are several parties; one has a best package.
static bool is_shown(const struct solution *solution, enum point_kind kind)
{
    bool is_alone =
        solution->scenario->party_count == 1 && solution->points[POINT_UTILITARIAN].is_defined;
    return solution->points[kind].is_defined && (!is_alone || kind == POINT_UTILITARIAN);
}

static struct picks picks_of(const struct bargain_answer *answer, struct arena *arena)
{
    struct picks picks = {.scenario = answer->scenario};
    for (enum point_kind kind = 0; kind < POINT_KINDS; kind++) {
        const struct fair_point *point = &answer->solution->points[kind];
        if (!is_shown(answer->solution, kind))
            continue;
        uint32_t *package = ARENA_ARRAY(arena, uint32_t, answer->scenario->issue_count);
        front_outcome(point->front, point->rows[0], package);
        picks.is_point[pick(&picks, package)][kind] = true;
    }
    if (answer->draft) {
        picks.draft = answer->draft->package;
        picks.better = answer->draft->beaten_by;
        pick(&picks, picks.draft);
    }
    if (picks.better)
        pick(&picks, picks.better);
    return picks;
}

static bool is_picked(const struct picks *picks, size_t i, const uint32_t *package)
{
    size_t bytes = picks->scenario->issue_count * sizeof *package;
    return package && memcmp(picks->packages[i], package, bytes) == 0;
}

static void add_letter(struct builder *out, size_t i)
{
    builder_print(out, "<span class=\"pick\">%c</span>", (char)('A' + i));
}

static void add_row_values(struct builder *out, const struct scenario *scenario, const int64_t *row)
{
    for (uint32_t p = 0; p < scenario->party_count; p++)
        add_gain_cell(out, scenario, p, row[p]);
}

// A row for each of the values that tie, the first with the package's letter.
static void add_point(struct builder *out, const struct picks *picks, enum point_kind kind,
                      const struct fair_point *point)
{
    struct point_words words = point_words_of(kind);
    size_t rows = point->row_count < TIES_SHOWN ? point->row_count : TIES_SHOWN;
    size_t letter = 0;
    while (!picks->is_point[letter][kind])
        letter++;
    builder_print(out,
                  "<tr><th scope=\"rowgroup\" rowspan=\"%zu\">%s<small>%s</small></th>"
                  "<td rowspan=\"%zu\">",
                  rows, words.title, words.rule, rows);
    html_text(out, point_values_text(picks->scenario, kind, point, out->arena));
    builder_add_c(out, "</td>");
    for (size_t i = 0; i < rows; i++) {
        int64_t row[SCENARIO_PARTIES_MAX];
        builder_add_c(out, i > 0 ? "<tr>" : "");
        add_row_values(out, picks->scenario, front_point(point->front, point->rows[i], row));
        page_cell_begin(out, CELL_WORDS);
        if (i == 0)
            add_letter(out, letter);
        else
            builder_print(out, "<small>as good%s</small>",
                          i + 1 == rows && rows < point->row_count ? ", and more" : "");
        page_cell_end(out, CELL_WORDS);
        builder_add_c(out, "</tr>\n");
    }
}

// The best package met on the way, where the search did not end.
static void add_unproved(struct builder *out, const struct solution *solution, enum point_kind kind)
{
    struct str gap = unproved_words(solution, kind, out->arena);
    builder_print(out, "<tr><th scope=\"row\">%s<small>not proved</small></th><td>%s%.*s</td>",
                  point_words_of(kind).title, gap.length > 0 ? "" : "best known", STR_ARGS(gap));
    add_row_values(out, solution->scenario, solution->unproved[kind]->known);
    builder_add_c(out, "<td></td></tr>\n");
}

static bool has_known(const struct solution *solution, enum point_kind kind)
{
    return solution->unproved[kind] && solution->unproved[kind]->has_known;
}

static void add_points(struct builder *out, const struct solution *solution,
                       const struct picks *picks)
{
    bool has_rows = false;
    for (enum point_kind kind = 0; kind < POINT_KINDS; kind++)
        has_rows = has_rows || is_shown(solution, kind) || has_known(solution, kind);
    if (!has_rows)
        return;
    bool is_alone = picks->scenario->party_count == 1;
    builder_print(out, "<h2>%s</h2>\n", is_alone ? "The best package" : "Fair points");
    page_table_begin(out, "What each party gets, and how much that is over its reserve");
    page_columns_begin(out);
    page_cell(out, CELL_COLUMN, STR("Point"));
    page_cell(out, CELL_COLUMN, STR("compares"));
    add_party_columns(out, picks->scenario);
    page_cell(out, CELL_COLUMN, STR("package"));
    page_columns_end(out);
    for (enum point_kind kind = 0; kind < POINT_KINDS; kind++) {
        if (is_shown(solution, kind))
            add_point(out, picks, kind, &solution->points[kind]);
        else if (has_known(solution, kind))
            add_unproved(out, solution, kind);
    }
    page_table_end(out);
}

static void add_pick_column(struct builder *out, const struct picks *picks, size_t i)
{
    const char *between = "";
    page_cell_begin(out, CELL_COLUMN);
    add_letter(out, i);
    builder_add_c(out, "<small>");
    for (enum point_kind kind = 0; kind < POINT_KINDS; kind++)
        if (picks->is_point[i][kind]) {
            builder_print(out, "%s%s", between, point_words_of(kind).title);
            between = ", ";
        }
    if (is_picked(picks, i, picks->draft))
        builder_print(out, "%sthe draft on the table", between);
    if (is_picked(picks, i, picks->better))
        builder_print(out, "%sbetter than the draft", between);
    builder_add_c(out, "</small>");
    page_cell_end(out, CELL_COLUMN);
}

static bool is_same_in_all(const struct picks *picks, uint32_t issue)
{
    for (size_t i = 1; i < picks->count; i++)
        if (picks->packages[i][issue] != picks->packages[0][issue])
            return false;
    return picks->count > 1;
}

static void add_packages(struct builder *out, const struct picks *picks)
{
    if (picks->count == 0)
        return;
    builder_print(out, "<h2>%s</h2>\n",
                  picks->count > 1 ? "These packages, issue by issue" : "This package");
    page_table_begin(out, picks->count > 1 ? "Pale: the same in all of them" : NULL);
    page_columns_begin(out);
    page_cell(out, CELL_COLUMN, STR("Issue"));
    for (size_t i = 0; i < picks->count; i++)
        add_pick_column(out, picks, i);
    page_columns_end(out);
    for (uint32_t issue = 0; issue < picks->scenario->issue_count; issue++) {
        builder_print(out, "<tr%s>", is_same_in_all(picks, issue) ? " class=\"same\"" : "");
        page_cell(out, CELL_ROW, picks->scenario->issues[issue].name);
        for (size_t i = 0; i < picks->count; i++)
            page_cell(out, CELL_WORDS,
                      picks->scenario->issues[issue].options[picks->packages[i][issue]]);
        builder_add_c(out, "</tr>\n");
    }
    page_table_end(out);
}

void add_points_table(struct builder *out, const struct bargain_answer *answer)
{
    struct picks picks = picks_of(answer, out->arena);
    add_points(out, answer->solution, &picks);
}

void add_points_section(struct builder *out, const struct bargain_answer *answer)
{
    struct picks picks = picks_of(answer, out->arena);
    add_points(out, answer->solution, &picks);
    add_packages(out, &picks);
}

// --- The front

static bool is_of_point(const struct fair_point *point, const int64_t *row, uint32_t parties)
{
    for (size_t i = 0; i < point->row_count && i < TIES_SHOWN; i++) {
        int64_t values[SCENARIO_PARTIES_MAX];
        front_point(point->front, point->rows[i], values);
        if (memcmp(values, row, parties * sizeof *row) == 0)
            return true;
    }
    return false;
}

static void add_point_names(struct builder *out, const struct solution *solution,
                            const int64_t *row)
{
    const char *between = "";
    page_cell_begin(out, CELL_WORDS);
    for (enum point_kind kind = 0; kind < POINT_KINDS; kind++)
        if (is_shown(solution, kind) &&
            is_of_point(&solution->points[kind], row, solution->scenario->party_count)) {
            builder_print(out, "%s%s", between, point_words_of(kind).title);
            between = ", ";
        }
    page_cell_end(out, CELL_WORDS);
}

static void add_front_table(struct builder *out, const struct solution *solution)
{
    const struct front *front = &solution->acceptable_front;
    if (front->count == 0)
        return;
    page_table_begin(out, "The acceptable ones, best for the first party first");
    page_columns_begin(out);
    add_party_columns(out, solution->scenario);
    page_cell(out, CELL_COLUMN, STR("fair point"));
    page_columns_end(out);
    for (size_t i = 0; i < front->count && i < FRONT_SHOWN; i++) {
        int64_t row[SCENARIO_PARTIES_MAX];
        front_point(front, i, row);
        builder_add_c(out, "<tr>");
        add_row_values(out, solution->scenario, row);
        add_point_names(out, solution, row);
        builder_add_c(out, "</tr>\n");
    }
    page_table_end(out);
    if (front->count > FRONT_SHOWN)
        builder_print(out,
                      "<p class=\"quiet\">And %zu more; written as .csv or .json they are all "
                      "listed.</p>\n",
                      front->count - FRONT_SHOWN);
}

// How many points there are, or how far from all of them the part is that was found.
static void add_front_words(struct builder *out, const struct solution *solution)
{
    if (solution->has_front) {
        builder_print(out, "<p><b>%zu</b> point%s, <b>%zu</b> of them acceptable to all",
                      solution->front.count, solution->front.count == 1 ? "" : "s",
                      solution->acceptable_front.count);
        if (solution->efficient_outcomes.length > 0)
            builder_print(out, "; <b>%.*s</b> package%s behind them",
                          STR_ARGS(page_grouped(solution->efficient_outcomes, out->arena)),
                          str_equal(solution->efficient_outcomes, STR("1")) ? " stands"
                                                                            : "s stand");
        builder_add_c(out, ".</p>\n");
        return;
    }
    if (!solution->subset_error)
        return;
    builder_print(
        out,
        "<p>The whole front was too large: <b>%.*s</b>. With each point left out goes one of "
        "these that is worse for nobody by more than what stands here, so that one of these may "
        "itself be beaten by a point left out:</p>\n",
        STR_ARGS(front_part_words(solution, out->arena)));
    page_table_begin(out, NULL);
    page_columns_begin(out);
    add_party_columns(out, solution->scenario);
    page_columns_end(out);
    builder_add_c(out, "<tr>");
    for (uint32_t p = 0; p < solution->scenario->party_count; p++)
        add_value_cell(out, solution->scenario, solution->subset_error[p]);
    builder_add_c(out, "</tr>\n");
    page_table_end(out);
}

void add_front_section(struct builder *out, const struct solution *solution)
{
    if (solution->front.count == 0)
        return;
    builder_add_c(out, "<h2>The front</h2>\n");
    add_front_words(out, solution);
    builder_add_c(out, "<figure class=\"front\">\n");
    front_svg(solution, out);
    builder_add_c(out, "</figure>\n");
    if (solution->has_front)
        add_front_table(out, solution);
}
