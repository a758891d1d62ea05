// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/bargain_forms.h"
#include "render/page/page_table.h"
#include "render/workbench_pages/desk_pages.h"
#include "render/workbench_pages/desk_sheet.h"

#include <inttypes.h>

enum { START_BYTES = 140 };

static const struct page_column columns[] = {
    {"Wording", false}, {"Held by", false}, {"Score", true}, {"Red line", false}};

static void add_option(struct desk_page *page, const struct desk_packages *packages, size_t issue,
                       uint32_t option)
{
    const struct issue_option *own = &packages->issues[issue].options[option];
    const struct desk_score *score = &packages->scores[issue][option];
    desk_plain(page, "<tr>");
    page_cell_begin(page->out, CELL_ROW);
    desk_text(page, desk_start(own->words, START_BYTES, page->arena));
    page_cell_end(page->out, CELL_ROW);
    page_cell(page->out, CELL_WORDS, own->holders);
    page_cell_begin(page->out, CELL_NUMBER);
    builder_print(page->out, "<input type=\"number\" step=\"1\" name=\"score.%zu.%u\" value=\"",
                  issue, option);
    if (score->is_known)
        builder_print(page->out, "%" PRId64, score->value);
    builder_print(page->out, "\" aria-label=\"Score of option %u of issue %zu\">", option + 1,
                  issue + 1);
    page_cell_end(page->out, CELL_NUMBER);
    page_cell_begin(page->out, CELL_WORDS);
    builder_print(page->out,
                  "<input type=\"checkbox\" name=\"red\" value=\"%zu.%u\" aria-label=\"Option %u "
                  "of issue %zu is a "
                  "red line\">",
                  issue, option, option + 1, issue + 1);
    page_cell_end(page->out, CELL_WORDS);
    desk_plain(page, "</tr>\n");
}

static void add_issue(struct desk_page *page, const struct desk_packages *packages, size_t number)
{
    const struct slot_issue *issue = &packages->issues[number];
    builder_print(page->out, "<h3>%zu. ", number + 1);
    desk_text(page, issue->name);
    desk_plain(page, "</h3>\n");
    page_table_begin(page->out, NULL);
    page_columns(page->out, columns, sizeof columns / sizeof *columns);
    for (uint32_t o = 0; o < issue->option_count; o++)
        add_option(page, packages, number, o);
    page_table_end(page->out);
}

// Who scores gives its own worth of each wording; nobody else's is ever in this form.
static void add_scoring(struct desk_page *page, const struct desk_packages *packages)
{
    if (page->frame->role != DESK_PARTY || packages->is_of_all || !packages->may_score)
        return;
    desk_plain(page, "<details class=\"fold step\"><summary>What each wording of ");
    desk_text(page, packages->document.name);
    desk_plain(page, " is worth to your party</summary>\n<p>Whole numbers; only their differences "
                     "count. Sealed: "
                     "other parties never see them.</p>\n");
    desk_form_begin(page, "scores", "scores");
    desk_hidden(page, "document", packages->document.id);
    for (size_t i = 0; i < packages->issue_count; i++)
        add_issue(page, packages, i);
    desk_plain(
        page,
        "<div class=\"act\"><label>Reserve: what you have without agreement <input type=\"number\" "
        "step=\"1\" name=\"reserve\" value=\"");
    desk_text(page, packages->reserve);
    desk_plain(page, "\"></label>\n<label class=\"row\"><input type=\"checkbox\" "
                     "name=\"with_mediator\" value=\"yes\"> "
                     "The mediators may read it too</label>\n");
    desk_button(page, "Seal these scores", true);
    desk_plain(page, "</div>\n");
    desk_form_end(page);
    desk_plain(page, "</details>\n");
}

static void add_answer(struct desk_page *page, const struct desk_packages *packages)
{
    desk_plain(page, "<div data-part=\"packages\">\n");
    if (packages->trouble.length > 0) {
        desk_plain(page, "<p class=\"warn\">Not all could be weighed: ");
        desk_text(page, packages->trouble);
        desk_plain(page, "</p>\n");
    }
    if (packages->answer)
        bargain_page_sections(packages->answer, page->out);
    else if (packages->is_of_all)
        desk_plain(page, "<p>No scores have been opened to the mediators yet.</p>\n");
    else if (page->frame->role == DESK_PARTY)
        desk_plain(page, "<p>Your party has not scored the open wordings yet, or its keys are not "
                         "open here.</p>\n");
    else
        desk_plain(page, "<p>Scores are sealed to the parties that gave them: nothing can be "
                         "weighed here.</p>\n");
    desk_plain(page, "</div>\n");
}

struct str desk_packages_page(const struct desk_frame *frame, const struct desk_packages *packages,
                              struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct desk_page page = {&out, arena, frame};
    struct desk_head head = {.title = STR("Packages"),
                             .kind = packages->is_of_all
                                         ? STR("The scores that the mediators may read")
                                         : STR("Your own scores"),
                             .style = "packages.css"};
    if (frame->role != DESK_PARTY && !packages->is_of_all)
        head.kind = STR("");
    desk_begin(&page, &head);
    desk_main(&page);
    add_scoring(&page, packages);
    add_answer(&page, packages);
    desk_main_end(&page);
    desk_end(&page);
    return builder_str(&out);
}
