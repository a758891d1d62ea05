// SPDX-License-Identifier: Apache-2.0
// Packages beside one another: what each party gains over its reserve, and issue by issue who gets its
// way.
#include "render/bargain/point_words.h"
#include "render/bargain/value_text.h"
#include "render/page/page_table.h"
#include "render/workbench_pages/desk_scoring.h"
#include "render/workbench_pages/desk_sheet.h"

#include <string.h>

enum { SHOWN_MAX = POINT_KINDS + 2, FILLED_MAX = 6, START_BYTES = 48 };

struct shown_package {
    const uint32_t *options;
    const int64_t *values; // by party
    const char **names;    // of the fair points it stands for
    size_t name_count;
    uint32_t changes; // issues where it is not the base's wording
};

struct package_grid {
    struct desk_page *page;
    const struct desk_packages *packages;
    const struct scenario *scenario;
    struct shown_package shown[SHOWN_MAX];
    size_t count;
};

// --- Which packages

static uint32_t changes_of(const struct scenario *scenario, const uint32_t *options)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        count += options[i] != 0;
    return count;
}

static struct shown_package *find_shown(struct package_grid *grid, const uint32_t *options)
{
    size_t bytes = grid->scenario->issue_count * sizeof *options;
    for (size_t i = 0; i < grid->count; i++)
        if (memcmp(grid->shown[i].options, options, bytes) == 0)
            return &grid->shown[i];
    return NULL;
}

// NULL: there is no room for one more.
static struct shown_package *add_package(struct package_grid *grid, const uint32_t *options,
                                         const int64_t *values)
{
    struct shown_package *known = find_shown(grid, options);
    if (known || grid->count == SHOWN_MAX)
        return known;
    known = &grid->shown[grid->count++];
    *known = (struct shown_package){
        .options = options,
        .values = values,
        .names = ARENA_ARRAY(grid->page->arena, const char *, POINT_KINDS + 2),
        .changes = changes_of(grid->scenario, options)};
    return known;
}

static struct shown_package *add_row(struct package_grid *grid, const struct front *front,
                                     size_t row)
{
    struct arena *arena = grid->page->arena;
    uint32_t *options = ARENA_ARRAY(arena, uint32_t, grid->scenario->issue_count + 1);
    int64_t *values = ARENA_ARRAY(arena, int64_t, grid->scenario->party_count + 1);
    front_outcome(front, row, options);
    front_point(front, row, values);
    return add_package(grid, options, values);
}

// The draft on the table, and what is better: with the letters that the figures below have for them.
static void add_draft(struct package_grid *grid, const struct draft *draft)
{
    struct shown_package *shown = draft ? add_package(grid, draft->package, draft->values) : NULL;
    if (shown)
        shown->names[shown->name_count++] = "on the table";
    if (shown && draft->beaten_by)
        shown = add_package(grid, draft->beaten_by, draft->beaten_values);
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
        changes[i] = changes_of(grid->scenario, options);
    }
    for (uint32_t few = 0; few <= grid->scenario->issue_count; few++)
        for (size_t i = 0; i < count && grid->count < FILLED_MAX; i++)
            if (changes[i] == few)
                add_row(grid, front, i);
}

// --- The table

static void add_heads(struct package_grid *grid)
{
    struct desk_page *page = grid->page;
    page_columns_begin(page->out);
    page_cell(page->out, CELL_COLUMN, STR("Package"));
    for (size_t i = 0; i < grid->count; i++) {
        const struct shown_package *shown = &grid->shown[i];
        page_cell_begin(page->out, CELL_COLUMN);
        builder_print(page->out, "<span class=\"pick\">%c</span><small>", (char)('A' + i));
        for (size_t n = 0; n < shown->name_count; n++)
            builder_print(page->out, "%s%s", n > 0 ? ", " : "", shown->names[n]);
        desk_plain(page, shown->name_count == 0 ? "efficient" : "");
        desk_plain(page, "</small>");
        page_cell_end(page->out, CELL_COLUMN);
    }
    page_columns_end(page->out);
}

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

static void add_changes(struct package_grid *grid)
{
    struct desk_page *page = grid->page;
    uint32_t least = UINT32_MAX;
    for (size_t i = 0; i < grid->count; i++)
        least = grid->shown[i].changes < least ? grid->shown[i].changes : least;
    desk_plain(page, "<tr class=\"lit\">");
    page_cell(page->out, CELL_ROW, STR("places unlike the base"));
    for (size_t i = 0; i < grid->count; i++)
        builder_print(
            page->out, "<td class=\"n\">%u%s</td>", grid->shown[i].changes,
            grid->count > 1 && grid->shown[i].changes == least ? " <small>the fewest</small>" : "");
    desk_plain(page, "</tr>\n");
}

static bool is_same_in_all(const struct package_grid *grid, uint32_t issue)
{
    for (size_t i = 1; i < grid->count; i++)
        if (grid->shown[i].options[issue] != grid->shown[0].options[issue])
            return false;
    return grid->count > 1;
}

static void add_holder(struct desk_page *page, struct str holder)
{
    if (str_equal(holder, STR("base")))
        desk_plain(page, "<span class=\"quiet\">base</span> ");
    else {
        desk_party(page, holder);
        desk_plain(page, " ");
    }
}

// "Nereth, Velmark: 600 observers": whose, in their colours, and the first words.
static void add_option(struct package_grid *grid, uint32_t issue, uint32_t option)
{
    struct desk_page *page = grid->page;
    struct str name = grid->scenario->issues[issue].options[option];
    const struct slot_issue *own =
        desk_issue_named(grid->packages, grid->scenario->issues[issue].name);
    desk_plain(page, "<td>");
    for (uint32_t o = 0; own && o < own->option_count; o++) {
        if (!str_equal(own->options[o].name, name))
            continue;
        struct str holders = own->options[o].holders;
        struct str each;
        while (str_cut(&holders, ',', &each))
            add_holder(page, str_trim(each));
        name = own->options[o].words;
        break;
    }
    desk_plain(page, "<span dir=\"auto\">");
    desk_text(page, desk_start(name, START_BYTES, page->arena));
    desk_plain(page, "</span></td>");
}

static void add_issue(struct package_grid *grid, uint32_t issue)
{
    struct desk_page *page = grid->page;
    struct str name = grid->scenario->issues[issue].name;
    desk_plain(page, "<tr>");
    page_cell_begin(page->out, CELL_ROW);
    desk_issue_link(page, grid->packages, desk_issue_named(grid->packages, name), name);
    page_cell_end(page->out, CELL_ROW);
    for (size_t i = 0; i < grid->count; i++)
        add_option(grid, issue, grid->shown[i].options[issue]);
    desk_plain(page, "</tr>\n");
}

// What lies apart first; what is the same in all packages is folded up.
static void add_issues(struct package_grid *grid)
{
    size_t same = 0;
    for (uint32_t i = 0; i < grid->scenario->issue_count; i++) {
        if (is_same_in_all(grid, i))
            same++;
        else
            add_issue(grid, i);
    }
    page_table_end(grid->page->out);
    if (same == 0)
        return;
    builder_print(grid->page->out,
                  "<details class=\"fold\"><summary>The same in all of them (%zu)</summary>\n<ul "
                  "class=\"alike\">\n",
                  same);
    for (uint32_t i = 0; i < grid->scenario->issue_count; i++) {
        struct str name = grid->scenario->issues[i].name;
        if (!is_same_in_all(grid, i))
            continue;
        desk_plain(grid->page, "<li>");
        desk_issue_link(grid->page, grid->packages, desk_issue_named(grid->packages, name), name);
        desk_plain(grid->page, ": ");
        desk_text(grid->page, grid->scenario->issues[i].options[grid->shown[0].options[i]]);
        desk_plain(grid->page, "</li>\n");
    }
    desk_plain(grid->page, "</ul></details>\n");
}

static void add_table(struct package_grid *grid, const char *caption)
{
    page_table_begin(grid->page->out, caption);
    add_heads(grid);
    for (uint32_t p = 0; p < grid->scenario->party_count; p++)
        add_gains(grid, p);
    add_changes(grid);
    add_issues(grid);
}

static void add_nearest(struct package_grid *grid)
{
    const struct desk_packages *packages = grid->packages;
    grid->shown[0] =
        (struct shown_package){.options = packages->nearest,
                               .values = packages->nearest_values,
                               .changes = changes_of(grid->scenario, packages->nearest)};
    grid->shown[0].names = ARENA_ARRAY(grid->page->arena, const char *, POINT_KINDS + 2);
    grid->shown[0].names[grid->shown[0].name_count++] = "the nearest";
    grid->count = 1;
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
    desk_plain(page, grid.scenario->party_count > 1
                         ? "<h2>Packages that all could accept</h2>\n"
                         : "<h2>Packages that your party could accept</h2>\n");
    add_table(&grid,
              "What each gains over its reserve, and where the packages lie apart: efficient ones, "
              "the fair points first, then those with the fewest changes to the base");
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
