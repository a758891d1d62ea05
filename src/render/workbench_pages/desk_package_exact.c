// SPDX-License-Identifier: Apache-2.0
// Packages of exact scores: what each party gains over its reserve, and issue by issue who gets its way.
#include "render/bargain/point_words.h"
#include "render/bargain/value_text.h"
#include "render/page/page_table.h"
#include "render/workbench_pages/desk_package_grid.h"
#include "render/workbench_pages/desk_sheet.h"

// --- Which packages

static struct shown_package *add_row(struct package_grid *grid, const struct front *front,
                                     size_t row)
{
    struct arena *arena = grid->page->arena;
    uint32_t *options = ARENA_ARRAY(arena, uint32_t, grid->scenario->issue_count + 1);
    int64_t *values = ARENA_ARRAY(arena, int64_t, grid->scenario->party_count + 1);
    front_outcome(front, row, options);
    front_point(front, row, values);
    return package_grid_add(grid, options, values);
}

// The draft on the table, and what is better: with the letters that the figures below have for them.
static void add_draft(struct package_grid *grid, const struct draft *draft)
{
    struct shown_package *shown =
        draft ? package_grid_add(grid, draft->package, draft->values) : NULL;
    if (shown)
        shown->names[shown->name_count++] = "on the table";
    if (shown && draft->beaten_by)
        shown = package_grid_add(grid, draft->beaten_by, draft->beaten_values);
    if (shown && draft->beaten_by)
        shown->names[shown->name_count++] = "better than it";
}

static void add_points(struct package_grid *grid, const struct solution *solution)
{
    bool is_alone = grid->scenario->party_count == 1;
    for (enum point_kind kind = 0; kind < POINT_KINDS; kind++) {
        const struct fair_point *point = &solution->points[kind];
        if (!point->is_defined || (is_alone && kind != POINT_UTILITARIAN))
            continue;
        struct shown_package *shown = add_row(grid, point->front, point->rows[0]);
        if (shown)
            shown->names[shown->name_count++] = is_alone ? "the best" : point_words_of(kind).title;
    }
}

// Of the efficient ones that are left, those with the fewest changes to the base.
static void add_others(struct package_grid *grid, const struct front *front)
{
    enum { LOOKED_AT = 2000 };
    struct arena *arena = grid->page->arena;
    size_t count = front->count < LOOKED_AT ? front->count : LOOKED_AT;
    uint32_t *options = ARENA_ARRAY(arena, uint32_t, grid->scenario->issue_count + 1);
    uint32_t *changes = ARENA_ARRAY(arena, uint32_t, count + 1);
    for (size_t i = 0; i < count; i++) {
        front_outcome(front, i, options);
        changes[i] = package_changes(grid->scenario, options);
    }
    for (uint32_t few = 0; few <= grid->scenario->issue_count; few++)
        for (size_t i = 0; i < count && grid->count < FILLED_MAX; i++)
            if (changes[i] == few)
                add_row(grid, front, i);
}

// --- The table

static void add_gains(struct package_grid *grid, uint32_t party)
{
    struct desk_page *page = grid->page;
    const struct scenario *scenario = grid->scenario;
    desk_plain(page, "<tr>");
    page_cell_begin(page->out, CELL_ROW);
    desk_party(page, scenario->parties[party].name);
    desk_plain(page, " <small>over its reserve of ");
    desk_text(page, value_text(scenario, scenario->parties[party].reservation, page->arena));
    desk_plain(page, "</small>");
    page_cell_end(page->out, CELL_ROW);
    for (size_t i = 0; i < grid->count; i++) {
        int64_t gain = grid->shown[i].values[party] - scenario->parties[party].reservation;
        builder_print(page->out, "<td class=\"n\"><b class=\"%s\">%s%.*s</b></td>",
                      gain < 0 ? "bad" : "gain", gain < 0 ? "" : "+",
                      STR_ARGS(value_text(scenario, gain, page->arena)));
    }
    desk_plain(page, "</tr>\n");
}

static void add_table(struct package_grid *grid, const char *caption)
{
    package_grid_begin(grid, caption);
    for (uint32_t p = 0; p < grid->scenario->party_count; p++)
        add_gains(grid, p);
    package_grid_end(grid);
}

static void add_nearest(struct package_grid *grid)
{
    const struct desk_packages *packages = grid->packages;
    struct shown_package *shown =
        package_grid_add(grid, packages->nearest, packages->nearest_values);
    shown->names[shown->name_count++] = "the nearest";
    add_draft(grid, packages->answer->draft);
    desk_plain(grid->page, "<h2>The package that is nearest</h2>\n");
    add_table(grid,
              "With all reserves lowered alike it would be acceptable first; red lines are left "
              "aside. Below: what each is short of, or has to spare");
}

void desk_package_grid(struct desk_page *page, const struct desk_packages *packages)
{
    const struct solution *solution = packages->answer->solution;
    struct package_grid grid = {
        .page = page, .packages = packages, .scenario = packages->answer->scenario};
    if (packages->nearest) {
        add_nearest(&grid);
        return;
    }
    add_points(&grid, solution);
    add_draft(&grid, packages->answer->draft);
    add_others(&grid, &solution->acceptable_front);
    if (grid.count == 0)
        return;
    desk_plain(page, grid.scenario->party_count > 1 ? "<h2>Packages that all could accept</h2>\n"
                                                    : "<h2>The best package for it alone</h2>\n");
    add_table(&grid, grid.scenario->party_count > 1
                         ? "What each gains over its reserve, and where the packages lie apart: "
                           "efficient ones, the fair points first, then those with the fewest "
                           "changes to the base"
                         : "What it gains over its reserve, and its wordings place by place");
}

// --- The package on the table

static void add_choice(struct desk_page *page, const struct desk_packages *packages,
                       const struct scenario *scenario, uint32_t issue)
{
    desk_plain(page, "<label>");
    desk_text(page, scenario->issues[issue].name);
    desk_plain(page, " <select name=\"choice\">");
    for (uint32_t o = 0; o < scenario->issues[issue].option_count; o++) {
        builder_print(page->out, "<option value=\"%u=%u\"%s>", issue + 1, o + 1,
                      packages->table && packages->table[issue] == o ? " selected" : "");
        desk_text(page, desk_start(scenario->issues[issue].options[o], 70, page->arena));
        desk_plain(page, "</option>");
    }
    desk_plain(page, "</select></label>\n");
}

void desk_package_table(struct desk_page *page, const struct desk_packages *packages)
{
    const struct scenario *scenario = packages->answer
                                          ? packages->answer->scenario
                                          : packages->uncertain->assessment->views->scenario;
    builder_print(page->out,
                  "<details class=\"fold step\"%s><summary>Put a package on the table and improve "
                  "it</summary>\n<p>Choose a wording at each place. Below it is said how each "
                  "party stands to it, and which package is better for all.</p>\n<form "
                  "class=\"act choices\" method=\"get\" action=\"",
                  packages->table ? " open" : "");
    desk_text(page, page->frame->root);
    desk_plain(page, "/packages\">");
    if (packages->document)
        desk_hidden(page, "document", packages->document->id);
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        add_choice(page, packages, scenario, i);
    desk_button(page, "How does it do?", true);
    desk_plain(page, "</form></details>\n");
}
