// SPDX-License-Identifier: Apache-2.0
#include "render/page/page_table.h"
#include "render/timetable/timetable_forms.h"
#include "render/workbench_pages/desk_pages.h"
#include "render/workbench_pages/desk_sheet.h"

enum { START_BYTES = 60 };

// --- Which wordings

static void add_wording(struct desk_page *page, const struct desk_time *time, uint32_t slot,
                        uint32_t number)
{
    const struct sheet *sheet = time->document->sheet;
    const struct wording *wording = &sheet->slots[slot].wordings[number];
    builder_print(page->out, "<option value=\"%u=%u\"%s>", slot + 1, number + 1,
                  time->chosen[slot] == number ? " selected" : "");
    if (wording->is_base)
        desk_plain(page, "base");
    for (uint32_t i = 0; !wording->is_base && i < wording->party_count; i++) {
        desk_plain(page, i > 0 ? ", " : "");
        desk_text(page, sheet->party_names[wording->parties[i].number]);
    }
    desk_plain(page, ": ");
    desk_text(page, desk_start(wording->text, START_BYTES, page->arena));
    desk_plain(page, "</option>");
}

static void add_choices(struct desk_page *page, const struct desk_time *time)
{
    const struct sheet *sheet = time->document->sheet;
    if (!time->has_places) {
        desk_plain(page, "<p class=\"quiet\">There are too many open places to say which of them "
                         "bear on the time: "
                         "below, what is agreed counts, else the base.</p>\n");
        return;
    }
    if (time->places.count == 0)
        return;
    builder_print(
        page->out,
        "<details class=\"fold\" open><summary>Wordings that bear on the time (%zu): choose, and "
        "see "
        "whether they fit</summary>\n<form class=\"act\" method=\"get\" data-at-once action=\"",
        time->places.count);
    desk_text(page, page->frame->root);
    desk_plain(page, "/time\">");
    desk_hidden(page, "document", time->document->id);
    for (size_t i = 0; i < time->places.count; i++) {
        uint32_t slot = *LIST_AT(&time->places, uint32_t, i);
        desk_plain(page, "<label class=\"grow\">");
        desk_text(page, desk_point_words(&sheet->points[sheet->slots[slot].point]));
        desk_plain(page, " <select name=\"choice\">");
        for (uint32_t w = 0; w < sheet->slots[slot].wording_count; w++)
            add_wording(page, time, slot, w);
        desk_plain(page, "</select></label>\n");
    }
    desk_button(page, "Do they fit?", true);
    desk_plain(page, "</form></details>\n");
}

// --- Limits as they were read

static void add_bound(struct desk_page *page, const char *name, const char *words,
                      const struct plan_bound *bound)
{
    struct str value =
        bound->kind == BOUND_PERIOD ? period_print(page->arena, &bound->period) : STR("");
    desk_input(page, words, "text", name, value);
}

static bool can_confirm(const struct plan_limit *limit)
{
    return limit->kind != PLAN_STRUCTURAL && limit->kind != PLAN_ANCHOR && !limit->is_confirmed &&
           limit->least.kind != BOUND_DATE && limit->most.kind != BOUND_DATE;
}

static void add_confirming(struct desk_page *page, const struct desk_time *time,
                           const struct plan_limit *limit, size_t number)
{
    const struct plan *plan = &time->answer->plan;
    builder_print(page->out,
                  "<details class=\"fold\"><summary>Confirm or correct limit %zu</summary>\n",
                  number + 1);
    desk_form_begin(page, "limit", "act");
    desk_hidden(page, "document", time->document->id);
    desk_hidden(page, "point", limit->clause);
    desk_hidden(page, "clause", limit->phrase);
    desk_input(page, "The event", "text", "to", names_at(plan->events, limit->event));
    desk_input(page, "counted from", "text", "from", names_at(plan->events, limit->reference));
    add_bound(page, "least", "not before", &limit->least);
    add_bound(page, "most", "not after", &limit->most);
    desk_button(page, "It says this", true);
    desk_plain(page, "<small class=\"quiet\">P30D is 30 days, P1M a month, P10WD ten working days, "
                     "PT72H hours.</small>\n");
    desk_form_end(page);
    desk_plain(page, "</details>");
}

static void add_limit(struct desk_page *page, const struct desk_time *time,
                      const struct plan_limit *limit, size_t number)
{
    const struct plan *plan = &time->answer->plan;
    desk_plain(page, "<li>");
    desk_text(page, timeline_limit(plan, limit, page->arena));
    desk_plain(page, " <small>");
    desk_text(page, limit->clause.length > 0
                        ? arena_print(page->arena, "clause %.*s", STR_ARGS(limit->clause))
                        : STR(""));
    desk_plain(page, limit->is_confirmed ? " <span class=\"good\">✓ confirmed</span>" : " as read");
    desk_plain(page, limit->is_open ? " <span class=\"warn\">vague, no number</span></small>"
                                    : "</small>");
    if (limit->phrase.length > 0) {
        desk_plain(page, "<blockquote dir=\"auto\">");
        desk_text(page, limit->phrase);
        desk_plain(page, "</blockquote>");
    }
    if (limit->assumed.length > 0) {
        desk_plain(page, "<small class=\"warn\">assumed: ");
        desk_text(page, limit->assumed);
        desk_plain(page, "</small>");
    }
    if (desk_may_act(page->frame) && can_confirm(limit))
        add_confirming(page, time, limit, number);
    desk_plain(page, "</li>\n");
}

static void add_limits(struct desk_page *page, const struct desk_time *time)
{
    const struct list *limits = &time->answer->plan.limits;
    desk_plain(
        page,
        "<section data-part=\"limits\"><h2>Limits as they were read</h2>\n<ol class=\"spaced\">\n");
    for (size_t i = 0; i < limits->count; i++) {
        const struct plan_limit *limit = LIST_AT(limits, struct plan_limit, i);
        if (limit->kind != PLAN_STRUCTURAL)
            add_limit(page, time, limit, i);
    }
    desk_plain(page, "</ol></section>\n");
}

// --- The page

static void add_calendar(struct desk_page *page, const struct desk_time *time)
{
    struct builder ignored = builder_make(page->arena);
    if (!timetable_ics(time->answer, &ignored))
        return;
    desk_plain(page, "<p class=\"row\">Download: <a download href=\"");
    desk_text(page, page->frame->root);
    desk_plain(page, "/time/");
    desk_address(page->out, time->document->id);
    desk_plain(page, ".ics");
    for (size_t i = 0; i < time->places.count; i++) {
        uint32_t slot = *LIST_AT(&time->places, uint32_t, i);
        builder_print(page->out, "%schoice=%u=%u", i == 0 ? "?" : "&amp;", slot + 1,
                      time->chosen[slot] + 1);
    }
    desk_plain(page, "\">as a calendar (.ics)</a></p>\n");
}

static void add_documents(struct desk_page *page, const struct desk_time *time)
{
    const struct desk_frame *frame = page->frame;
    if (frame->document_count < 2)
        return;
    desk_plain(page, "<ul class=\"tabs\" aria-label=\"Documents\">");
    for (uint32_t i = 0; i < frame->document_count; i++) {
        bool is_own = str_equal(frame->documents[i].id, time->document->id);
        desk_plain(page, is_own ? "<li class=\"own\"><a href=\"" : "<li><a href=\"");
        desk_text(page, frame->root);
        desk_plain(page, "/time?document=");
        desk_address(page->out, frame->documents[i].id);
        desk_plain(page, "\">");
        desk_text(page, frame->documents[i].name);
        desk_plain(page, "</a></li>");
    }
    desk_plain(page, "</ul>\n");
}

struct str desk_time_page(const struct desk_frame *frame, const struct desk_time *time,
                          struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct desk_page page = {&out, arena, frame};
    struct desk_head head = {
        .title = STR("Time"), .kind = time->document->title, .style = "time.css"};
    desk_begin(&page, &head);
    add_documents(&page, time);
    if (time->answer)
        timetable_page_lede(time->answer, &out);
    desk_main(&page);
    if (!time->document->sheet)
        desk_plain(&page, "<p>There is no text yet whose limits could be read.</p>\n");
    if (time->trouble.length > 0) {
        desk_plain(&page, "<p class=\"bad\">The steps cannot be laid out: ");
        desk_text(&page, time->trouble);
        desk_plain(&page, "</p>\n");
    }
    if (time->document->sheet)
        add_choices(&page, time);
    if (time->answer) {
        add_calendar(&page, time);
        desk_plain(&page, "<div data-part=\"timetable\">\n");
        timetable_page_sections(time->answer, &out);
        desk_plain(&page, "</div>\n");
        add_limits(&page, time);
    }
    desk_main_end(&page);
    desk_end(&page);
    return builder_str(&out);
}
