// SPDX-License-Identifier: Apache-2.0
// The page of an exact answer: in words first, then every table.
#include "base/list.h"
#include "codec/html.h"
#include "render/bargain/bargain_forms.h"
#include "render/bargain/bargain_page_parts.h"
#include "render/bargain/value_text.h"
#include "render/page/page_table.h"

static const char how_to_read[] =
    "A package takes one option for each issue. A party’s reserve is what it has without "
    "agreement: a package is acceptable to it when it is worth that much or more and crosses none "
    "of "
    "its red lines. The front holds the packages that no other one beats for somebody without loss "
    "to another.";

static void add_lede(struct builder *out, const struct solution *solution)
{
    struct arena *arena = out->arena;
    uint32_t parties = solution->scenario->party_count;
    builder_print(out,
                  "<p class=\"lede\"><b>%u</b> part%s, <b>%u</b> issue%s: <b>%.*s</b> packages, "
                  "<b>%.*s</b> of them by the rules and in time",
                  parties, parties == 1 ? "y" : "ies", solution->scenario->issue_count,
                  solution->scenario->issue_count == 1 ? "" : "s",
                  STR_ARGS(page_grouped(solution->outcomes, arena)),
                  STR_ARGS(grouped_tally(&solution->feasible, arena)));
    if (solution->has_counts)
        builder_print(out, ", <b>%.*s</b> acceptable to %s",
                      STR_ARGS(grouped_tally(&solution->acceptable, arena)),
                      parties == 1 ? "it" : "all");
    builder_add_c(out, ".</p>\n");
}

static void add_verdict(struct builder *out, const struct solution *solution)
{
    bool is_alone = solution->scenario->party_count == 1;
    if (solution->has_ended)
        builder_add_c(
            out, "<p class=\"verdict warn\">Not finished: the time or the steps given ran out. "
                 "What stands "
                 "here is proved; where it says “not proved”, “at least” or “at most”, more may be "
                 "had.</p>\n");
    if (!solution->has_answer)
        builder_add_c(out,
                      "<p class=\"verdict warn\">Whether some package is acceptable to all was "
                      "not found out within the budget.</p>\n");
    else if (!solution->has_acceptable)
        builder_add_c(out, "<p class=\"verdict bad\">No package is acceptable to all.</p>\n");
    else if (is_alone)
        builder_add_c(out,
                      "<p class=\"verdict good\">There are packages that it could accept.</p>\n");
    else if (solution->has_counts && solution->acceptable.is_exact)
        builder_print(out, "<p class=\"verdict good\">%.*s package%s acceptable to all.</p>\n",
                      STR_ARGS(page_grouped(solution->acceptable.at_least, out->arena)),
                      str_equal(solution->acceptable.at_least, STR("1")) ? " is" : "s are");
    else
        builder_add_c(out, "<p class=\"verdict good\">Some package is acceptable to all.</p>\n");
    if (solution->has_uniform_concession && solution->min_uniform_concession > 0)
        builder_print(
            out,
            "<p>All reserves lowered by <b>%.*s</b> would reach a package, red lines left "
            "aside.</p>\n",
            STR_ARGS(value_text(solution->scenario, solution->min_uniform_concession, out->arena)));
}

// Whether another package is better than the draft, before anything else is said.
static void add_news(struct builder *out, const struct bargain_answer *answer)
{
    const struct draft *draft = answer->draft;
    const struct scenario *scenario = answer->scenario;
    if (!draft || !draft->beaten_by)
        return;
    if (draft->is_beaten_for_all && scenario->party_count > 1)
        builder_print(out,
                      "<p class=\"verdict good\">A package is better than the draft for all %u "
                      "parties.</p>\n<p>",
                      scenario->party_count);
    else
        builder_add_c(out, "<p class=\"verdict good\">A package is better than the draft and worse "
                           "for nobody.</p>\n<p>");
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        builder_add_c(out, p == 0 ? "" : ", ");
        page_party(out, scenario->parties[p].name, p);
        builder_print(
            out, " <b>%.*s</b> (+%.*s)",
            STR_ARGS(value_text(scenario, draft->beaten_values[p], out->arena)),
            STR_ARGS(value_text(scenario, draft->beaten_values[p] - draft->values[p], out->arena)));
    }
    builder_add_c(out, "; it stands below, issue by issue.</p>\n");
}

static void add_count_row(struct builder *out, const char *words, struct str count)
{
    builder_add_c(out, "<tr>");
    page_cell(out, CELL_ROW, str_of(words));
    page_cell(out, CELL_NUMBER, count);
    builder_add_c(out, "</tr>\n");
}

static void add_counts(struct builder *out, const struct solution *solution)
{
    static const struct page_column columns[] = {{"Packages", false}, {"How many", true}};
    struct arena *arena = out->arena;
    builder_add_c(out, "<h2>What can be combined</h2>\n");
    page_table_begin(out, NULL);
    page_columns(out, columns, 2);
    add_count_row(out, "all combinations of options", page_grouped(solution->outcomes, arena));
    add_count_row(out, "allowed by the rules", grouped_tally(&solution->logically_feasible, arena));
    add_count_row(out, "and possible in time", grouped_tally(&solution->feasible, arena));
    if (solution->has_counts)
        add_count_row(out, "and acceptable to all", grouped_tally(&solution->acceptable, arena));
    page_table_end(out);
}

// A cell from a row by party that may not be known.
static void add_optional(struct builder *out, const struct scenario *scenario, const int64_t *row,
                         uint32_t party)
{
    if (row)
        add_value_cell(out, scenario, row[party]);
    else
        add_blank_cell(out);
}

static void add_parties(struct builder *out, const struct solution *solution)
{
    static const struct page_column columns[] = {
        {"Party", false},          {"reserve", true},        {"best of all", true},
        {"best acceptable", true}, {"least on front", true}, {"would accept", true}};
    const struct scenario *scenario = solution->scenario;
    builder_add_c(out, "<h2>What each party can reach</h2>\n");
    page_table_begin(out, NULL);
    page_columns(out, columns, sizeof columns / sizeof columns[0]);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        builder_add_c(out, "<tr>");
        add_party_head(out, scenario, p);
        add_value_cell(out, scenario, solution->reserve[p]);
        add_optional(out, scenario, solution->ideal_feasible, p);
        add_optional(out, scenario, solution->ideal_acceptable, p);
        add_optional(out, scenario, solution->nadir_front, p);
        if (solution->has_counts)
            add_count_cell(out, &solution->acceptable_to_each[p]);
        else
            add_blank_cell(out);
        builder_add_c(out, "</tr>\n");
    }
    page_table_end(out);
}

static size_t steps_of_same(const struct solution *solution, size_t first)
{
    size_t count = 1;
    while (first + count < solution->concession_count &&
           solution->concessions[first + count].party == solution->concessions[first].party)
        count++;
    return count;
}

// With the best that each party could then reach.
static void add_concession(struct builder *out, const struct solution *solution,
                           const struct concession *concession)
{
    const struct scenario *scenario = solution->scenario;
    add_value_cell(out, scenario, concession->lower_by);
    add_count_cell(out, &concession->acceptable);
    for (uint32_t p = 0; p < scenario->party_count; p++)
        add_optional(out, scenario, concession->best_for_each, p);
    builder_add_c(out, "</tr>\n");
}

static void add_concessions(struct builder *out, const struct solution *solution)
{
    const struct scenario *scenario = solution->scenario;
    if (solution->concession_count == 0)
        return;
    builder_add_c(out, "<h2>What a concession buys</h2>\n");
    page_table_begin(out,
                     "One party alone lowers its reserve: how many packages are then acceptable "
                     "to all, and the best of them for each");
    page_columns_begin(out);
    page_cell(out, CELL_COLUMN, STR("Party"));
    page_cell(out, CELL_NUMBER_COLUMN, STR("lowers by"));
    page_cell(out, CELL_NUMBER_COLUMN, STR("acceptable"));
    add_party_columns(out, scenario);
    page_columns_end(out);
    size_t steps = 0;
    for (size_t i = 0; i < solution->concession_count; i++) {
        builder_add_c(out, "<tr>");
        if (steps == 0) {
            uint32_t party = solution->concessions[i].party;
            steps = steps_of_same(solution, i);
            builder_print(out, "<th scope=\"rowgroup\" rowspan=\"%zu\">", steps);
            page_party(out, scenario->parties[party].name, party);
            builder_add_c(out, "</th>");
        }
        steps--;
        add_concession(out, solution, &solution->concessions[i]);
    }
    page_table_end(out);
}

static struct list notes_of(const struct bargain_answer *answer, struct arena *arena)
{
    struct list notes = LIST_MAKE(arena, struct str);
    const struct scenario *scenario = answer->scenario;
    if (answer->solution->note)
        *LIST_ADD(&notes, struct str) = str_of(answer->solution->note);
    if (scenario->scale > 1)
        *LIST_ADD(&notes, struct str) = arena_print(
            arena, "values stand in the profiles' own units, to %d places", VALUE_PLACES);
    for (size_t i = 0; i < scenario->note_count; i++)
        *LIST_ADD(&notes, struct str) = scenario->notes[i];
    return notes;
}

static void add_sections(struct builder *out, const struct bargain_answer *answer)
{
    const struct solution *solution = answer->solution;
    add_news(out, answer);
    add_verdict(out, solution);
    add_counts(out, solution);
    add_parties(out, solution);
    add_draft_section(out, answer);
    add_obstacles_section(out, answer);
    add_points_section(out, answer);
    add_front_section(out, solution);
    add_concessions(out, solution);
}

void bargain_page_verdict(const struct bargain_answer *answer, struct builder *out)
{
    add_lede(out, answer->solution);
    add_news(out, answer);
    add_verdict(out, answer->solution);
}

void bargain_page_moves(const struct bargain_answer *answer, struct builder *out)
{
    add_draft_section(out, answer);
    add_obstacles_section(out, answer);
    add_concessions(out, answer->solution);
}

void bargain_page_figures(const struct bargain_answer *answer, struct builder *out)
{
    struct list notes = notes_of(answer, out->arena);
    add_parties(out, answer->solution);
    if (answer->scenario->party_count > 1) {
        add_points_table(out, answer);
        add_front_section(out, answer->solution);
    }
    add_counts(out, answer->solution);
    packages_page_notes(out, LIST_ITEMS(&notes, struct str), notes.count, how_to_read);
}

struct str bargain_page(const struct bargain_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct list notes = notes_of(answer, arena);
    packages_page_begin(&out, answer->scenario->name, "What everyone could accept",
                        answer->scenario->party_count);
    add_lede(&out, answer->solution);
    builder_add_c(&out, "</header>\n<main class=\"wrap report\">\n");
    add_sections(&out, answer);
    packages_page_end(&out, LIST_ITEMS(&notes, struct str), notes.count, how_to_read);
    return builder_str(&out);
}
