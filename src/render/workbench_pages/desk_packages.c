// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/bargain_forms.h"
#include "render/bargain/uncertain_forms.h"
#include "render/workbench_pages/desk_pages.h"
#include "render/workbench_pages/desk_scoring.h"

static const struct scenario *weighed(const struct desk_packages *packages)
{
    if (packages->answer)
        return packages->answer->scenario;
    return packages->uncertain ? packages->uncertain->assessment->views->scenario : NULL;
}

static bool has_scores_of(const struct scenario *scenario, struct str party)
{
    return scenario && scenario_party_named(scenario, party) != UINT32_MAX;
}

// Whose scores the mediator may weigh, and whose are missing.
static void add_whose(struct desk_page *page, const struct desk_packages *packages)
{
    const struct desk_frame *frame = page->frame;
    const struct scenario *scenario = weighed(packages);
    uint32_t missing = 0;
    if (!packages->is_of_all || !scenario)
        return;
    desk_plain(page, "<p>Weighed: the scores of ");
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        desk_plain(page, p > 0 ? " " : "");
        desk_party(page, scenario->parties[p].name);
    }
    for (uint32_t p = 0; p < frame->party_count; p++) {
        struct str id = frame->parties[p].id;
        if (has_scores_of(scenario, id) || str_equal(id, frame->viewer))
            continue;
        desk_plain(page, missing++ == 0 ? ". Nothing that you may read is there of " : " ");
        desk_party(page, id);
    }
    desk_plain(page,
               missing > 0 ? ", so “all” below is all whose scores are weighed.</p>\n" : ".</p>\n");
}

static void add_nothing(struct desk_page *page, const struct desk_packages *packages)
{
    if (packages->is_of_all)
        desk_plain(
            page, "<p>No scores of this document have been opened to the mediators yet. Each party "
                  "gives them on its own page of packages, and ticks there that the mediators may "
                  "read them.</p>\n");
    else if (page->frame->role == DESK_PARTY)
        desk_plain(page, "<p>Your party has not scored the open wordings of this document yet, or "
                         "its keys are not open here.</p>\n");
    else
        desk_plain(page, "<p>Scores are sealed to the parties that gave them: nothing can be "
                         "weighed here. A party scores on this page once it has signed in; a "
                         "mediator then sees what the parties opened to the mediators.</p>\n");
}

static void add_answer(struct desk_page *page, const struct desk_packages *packages)
{
    desk_plain(page, "<div data-part=\"packages\">\n");
    if (packages->trouble.length > 0) {
        desk_plain(page, "<p class=\"warn\">Not all could be weighed: ");
        desk_text(page, packages->trouble);
        desk_plain(page, "</p>\n");
    }
    add_whose(page, packages);
    if (packages->answer) {
        bargain_page_verdict(packages->answer, page->out);
        desk_package_grid(page, packages);
        desk_package_table(page, packages);
        bargain_page_moves(packages->answer, page->out);
        bargain_page_figures(packages->answer, page->out);
    } else if (packages->uncertain) {
        uncertain_page_verdict(packages->uncertain, page->out);
        desk_package_uncertain(page, packages);
        desk_package_table(page, packages);
        uncertain_page_foot(packages->uncertain, page->out);
    } else {
        add_nothing(page, packages);
    }
    desk_plain(page, "</div>\n");
}

static void add_documents(struct desk_page *page, const struct desk_packages *packages)
{
    const struct desk_frame *frame = page->frame;
    if (frame->document_count < 2 || !packages->document)
        return;
    desk_plain(page, "<ul class=\"tabs\" aria-label=\"Documents\">");
    for (uint32_t i = 0; i < frame->document_count; i++) {
        bool is_own = str_equal(frame->documents[i].id, packages->document->id);
        desk_plain(page, is_own ? "<li class=\"own\"><a aria-current=\"true\" href=\""
                                : "<li><a href=\"");
        desk_text(page, frame->root);
        desk_plain(page, "/packages?document=");
        desk_address(page->out, frame->documents[i].id);
        desk_plain(page, "\">");
        desk_text(page, frame->documents[i].name);
        desk_plain(page, "</a></li>");
    }
    desk_plain(page, "</ul>\n");
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
    add_documents(&page, packages);
    desk_main(&page);
    if (frame->vault.length > 0) {
        desk_in_browser(&page);
    } else {
        desk_scoring(&page, packages);
        add_answer(&page, packages);
    }
    desk_main_end(&page);
    desk_end(&page);
    return builder_str(&out);
}
