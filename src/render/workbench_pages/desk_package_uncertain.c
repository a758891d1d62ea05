// SPDX-License-Identifier: Apache-2.0
// Packages while not all scores are known: what each party makes of them, and what to ask next. A package
// is told by where it is unlike the base: with all its wordings nobody would read it.
#include "render/bargain/standing_words.h"
#include "render/page/page_table.h"
#include "render/workbench_pages/desk_package_grid.h"
#include "render/workbench_pages/desk_sheet.h"

enum { QUESTIONS_SHOWN = 5, START_BYTES = 60 };

// --- Packages

// The listed package that stands in a column; the draft's own.
static const struct assessed *assessed_of(const struct uncertain_answer *answer,
                                          const uint32_t *options)
{
    for (size_t i = 0; i < answer->assessment->listed_count; i++)
        if (answer->assessment->listed[i].package == options)
            return &answer->assessment->listed[i];
    return answer->draft;
}

static void add_standing(struct desk_page *page, enum standing standing)
{
    builder_print(page->out, "<b class=\"%s\">%.*s</b>", standing_tone(standing),
                  STR_ARGS(standing_words(standing)));
}

static void add_all(const struct package_grid *grid, const struct uncertain_answer *answer)
{
    struct desk_page *page = grid->page;
    desk_plain(page, "<tr>");
    page_cell(page->out, CELL_ROW, STR("acceptable to all"));
    for (size_t i = 0; i < grid->count; i++) {
        desk_plain(page, "<td>");
        add_standing(page, assessed_of(answer, grid->shown[i].options)->for_all);
        desk_plain(page, "</td>");
    }
    desk_plain(page, "</tr>\n");
}

static void add_party(const struct package_grid *grid, const struct uncertain_answer *answer,
                      uint32_t party)
{
    struct desk_page *page = grid->page;
    desk_plain(page, "<tr>");
    page_cell_begin(page->out, CELL_ROW);
    desk_party(page, grid->scenario->parties[party].name);
    page_cell_end(page->out, CELL_ROW);
    for (size_t i = 0; i < grid->count; i++) {
        const struct assessed *one = assessed_of(answer, grid->shown[i].options);
        desk_plain(page, "<td>");
        add_standing(page, one->for_each[party]);
        desk_plain(page, " <small>worth ");
        desk_text(page, steps_range_text(one->least[party], one->most[party], page->arena));
        desk_plain(page, "</small></td>");
    }
    desk_plain(page, "</tr>\n");
}

static void name(struct shown_package *shown, const char *words)
{
    if (shown && shown->name_count < SHOWN_MAX)
        shown->names[shown->name_count++] = words;
}

static void fill(struct package_grid *grid, const struct uncertain_answer *answer)
{
    const struct assessment *assessment = answer->assessment;
    if (answer->draft)
        name(package_grid_add(grid, answer->draft->package, NULL), "on the table");
    for (size_t i = 0; i < assessment->listed_count && grid->count < FILLED_MAX; i++) {
        size_t before = grid->count;
        struct shown_package *shown = package_grid_add(grid, assessment->listed[i].package, NULL);
        if (grid->count > before)
            name(shown, i == 0 ? "the surest" : "as listed");
    }
}

static void add_packages(struct desk_page *page, const struct desk_packages *packages)
{
    const struct uncertain_answer *answer = packages->uncertain;
    struct package_grid grid = {
        .page = page, .packages = packages, .scenario = answer->assessment->views->scenario};
    fill(&grid, answer);
    if (grid.count == 0)
        return;
    desk_plain(page, "<h2>Packages, the surest first</h2>\n");
    package_grid_begin(&grid, "What each party makes of them as far as its scores are known");
    add_all(&grid, answer);
    for (uint32_t p = 0; p < grid.scenario->party_count; p++)
        add_party(&grid, answer, p);
    package_grid_end(&grid);
}

// --- What to ask next

static void add_difference(struct desk_page *page, const struct scenario *scenario, uint32_t issue,
                           uint32_t option)
{
    desk_plain(page, "<li>");
    desk_text(page, scenario->issues[issue].name);
    desk_plain(page, ": <span dir=\"auto\">");
    desk_text(page, desk_start(scenario->issues[issue].options[option], START_BYTES, page->arena));
    desk_plain(page, "</span></li>");
}

static void add_package_question(struct desk_page *page, const struct scenario *scenario,
                                 const struct question *question)
{
    uint32_t changes = package_changes(scenario, question->package);
    desk_plain(page, "Would ");
    desk_party(page, scenario->parties[question->party].name);
    if (changes == 0) {
        desk_plain(page, " accept the base’s wording everywhere?");
        return;
    }
    builder_print(page->out,
                  " accept this: the base’s wording everywhere but at %u place%s?\n<details "
                  "class=\"fold\"><summary>The places</summary><ul>",
                  changes, changes == 1 ? "" : "s");
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        if (question->package[i] != 0)
            add_difference(page, scenario, i, question->package[i]);
    desk_plain(page, "</ul></details>");
}

static void add_question(struct desk_page *page, const struct scenario *scenario,
                         const struct weighed_question *weighed)
{
    desk_plain(page, "<tr><td>");
    if (weighed->question.kind == QUESTION_PACKAGE)
        add_package_question(page, scenario, &weighed->question);
    else
        desk_text(page, question_words(scenario, &weighed->question, page->arena));
    desk_plain(page, "</td>");
    page_cell(page->out, CELL_NUMBER, page_grouped(weighed->yes.undecided, page->arena));
    page_cell(page->out, CELL_NUMBER, page_grouped(weighed->no.undecided, page->arena));
    desk_plain(page, "</tr>\n");
}

static void add_questions(struct desk_page *page, const struct desk_packages *packages)
{
    static const struct page_column columns[] = {
        {"Question", false}, {"undecided after yes", true}, {"after no", true}};
    const struct questions *questions = packages->uncertain->questions;
    if (!questions || questions->count == 0)
        return;
    desk_plain(page, "<h2>What to ask next</h2>\n");
    page_table_begin(page->out, "The question first whose worse answer leaves fewest packages "
                                "undecided");
    page_columns(page->out, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < questions->count && i < QUESTIONS_SHOWN; i++)
        add_question(page, packages->uncertain->assessment->views->scenario, &questions->items[i]);
    page_table_end(page->out);
}

void desk_package_uncertain(struct desk_page *page, const struct desk_packages *packages)
{
    add_packages(page, packages);
    add_questions(page, packages);
}
