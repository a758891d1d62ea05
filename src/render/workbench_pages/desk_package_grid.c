// SPDX-License-Identifier: Apache-2.0
#include "render/workbench_pages/desk_package_grid.h"
#include "render/page/page_table.h"
#include "render/workbench_pages/desk_sheet.h"

#include <string.h>

enum { START_BYTES = 48 };

uint32_t package_changes(const struct scenario *scenario, const uint32_t *options)
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

struct shown_package *package_grid_add(struct package_grid *grid, const uint32_t *options,
                                       const int64_t *values)
{
    struct shown_package *known = find_shown(grid, options);
    if (known || grid->count == SHOWN_MAX)
        return known;
    known = &grid->shown[grid->count++];
    *known =
        (struct shown_package){.options = options,
                               .values = values,
                               .names = ARENA_ARRAY(grid->page->arena, const char *, SHOWN_MAX),
                               .changes = package_changes(grid->scenario, options)};
    return known;
}

// --- The table

void package_grid_begin(const struct package_grid *grid, const char *caption)
{
    struct desk_page *page = grid->page;
    page_table_begin(page->out, caption);
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

static void add_changes(const struct package_grid *grid)
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
static void add_option(const struct package_grid *grid, uint32_t issue, uint32_t option)
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

static void add_issue(const struct package_grid *grid, uint32_t issue)
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

void package_grid_end(const struct package_grid *grid)
{
    size_t same = 0;
    add_changes(grid);
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
