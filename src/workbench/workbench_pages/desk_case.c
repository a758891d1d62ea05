// SPDX-License-Identifier: Apache-2.0
// Pages of a case: the frame, then what each page shows.
#include "casefile/access.h"
#include "render/timetable/timetable_forms.h"
#include "render/workbench_pages/desk_frame.h"
#include "render/workbench_pages/desk_pages.h"
#include "workbench/door.h"
#include "workbench/workbench_pages/desk_parts.h"

// --- The frame

static const struct desk_name *names_of(struct desk_gathering *g, const char *kind,
                                        const char *field, uint32_t *count)
{
    struct list items = items_of(g->items, kind, g->arena);
    struct desk_name *names = ARENA_ARRAY(g->arena, struct desk_name, items.count + 1);
    for (size_t i = 0; i < items.count; i++) {
        const struct item *item = *LIST_AT(&items, const struct item *, i);
        names[i] = (struct desk_name){item->id, desk_field(item, field)};
    }
    *count = (uint32_t)items.count; // a case has fewer of them than 2^32
    return names;
}

// Entries that all parties may read: what a viewer enters for itself alone counts for no page of others.
static uint64_t open_entries(const struct casefile *casefile)
{
    uint64_t count = 0;
    for (size_t i = 0; i < casefile->logs.count; i++) {
        const struct log_read *log = LIST_AT(&casefile->logs, struct log_read, i);
        count += access_is_open(log->audience) ? log->size : 0;
    }
    return count;
}

// Which document of those that a page can show, and whether its questions are asked.
static void add_asked(const struct desk_gathering *g, enum entente_page page, struct builder *out)
{
    if ((page != ENTENTE_PAGE_TIME && page != ENTENTE_PAGE_PACKAGES) || !g->options->document)
        return;
    builder_add_c(out, "?document=");
    desk_address(out, str_of(g->options->document));
    if (page == ENTENTE_PAGE_PACKAGES && str_equal(str_of(g->options->reading), STR("questions")))
        builder_add_c(out, "&reading=questions");
}

// What the address of a page has behind the document's id.
static const char *behind_document(enum entente_page page)
{
    return page == ENTENTE_PAGE_COLUMNS    ? "/columns"
           : page == ENTENTE_PAGE_SLOT     ? "/slots/"
           : page == ENTENTE_PAGE_FINDINGS ? "/findings"
                                           : "";
}

// The address of a page, without what it was asked for besides.
static struct str here_of(const struct desk_gathering *g, const struct desk_frame *frame,
                          enum entente_page page)
{
    static const char *const addresses[] = {[ENTENTE_PAGE_STANDING] = "",
                                            [ENTENTE_PAGE_TEXT] = "/text",
                                            [ENTENTE_PAGE_COLUMNS] = "/text",
                                            [ENTENTE_PAGE_SLOT] = "/text",
                                            [ENTENTE_PAGE_DRAFTS] = "/drafts",
                                            [ENTENTE_PAGE_TIME] = "/time",
                                            [ENTENTE_PAGE_PACKAGES] = "/packages",
                                            [ENTENTE_PAGE_RECORD] = "/record",
                                            [ENTENTE_PAGE_PEOPLE] = "/people",
                                            [ENTENTE_PAGE_MEETINGS] = "/meetings",
                                            [ENTENTE_PAGE_STATEMENTS] = "/statements",
                                            [ENTENTE_PAGE_BESIDE] = "/beside",
                                            [ENTENTE_PAGE_CALENDAR] = "/time",
                                            [ENTENTE_PAGE_FINDINGS] = "/text"};
    struct builder out = builder_make(g->arena);
    bool is_text = page == ENTENTE_PAGE_TEXT || behind_document(page)[0];
    builder_add(&out, frame->root);
    builder_add_c(&out, addresses[page]);
    if (is_text && g->options->document) {
        builder_add_byte(&out, '/');
        desk_address(&out, str_of(g->options->document));
        builder_add_c(&out, behind_document(page));
        desk_address(&out, page == ENTENTE_PAGE_SLOT ? str_of(g->options->slot) : STR(""));
    }
    add_asked(g, page, &out);
    if (out.length == 0)
        builder_add_byte(&out, '/');
    return builder_str(&out);
}

struct desk_frame desk_case_frame(struct desk_gathering *g, enum desk_place place)
{
    struct desk_frame frame = desk_frame_of(g->options);
    const struct item *talks = items_find(g->items, "case", STR("case"));
    frame.place = place;
    frame.title = talks ? desk_field(talks, "title") : STR("");
    frame.viewer = g->handle->casefile->view.viewer;
    frame.size = open_entries(g->handle->casefile);
    frame.parties = names_of(g, "party", "name", &frame.party_count);
    frame.documents = names_of(g, "document", "title", &frame.document_count);
    frame.here = here_of(g, &frame, g->options->page);
    return frame;
}

// --- The pages

static bool show_text(struct desk_gathering *g, struct str *page)
{
    struct desk_text text;
    if (!desk_text_find(g, &text))
        return false;
    struct desk_frame frame = desk_case_frame(g, DESK_TEXT);
    *page = desk_text_page(&frame, &text, g->arena);
    return true;
}

static bool show_findings(struct desk_gathering *g, struct str *page)
{
    struct desk_findings findings;
    if (!desk_findings_find(g, &findings))
        return false;
    struct desk_frame frame = desk_case_frame(g, DESK_TEXT);
    *page = desk_findings_page(&frame, &findings, g->arena);
    return true;
}

static bool show_standing(struct desk_gathering *g, struct str *page)
{
    struct desk_standing standing;
    if (!desk_standing_find(g, &standing))
        return false;
    struct desk_frame frame = desk_case_frame(g, DESK_STANDING);
    *page = desk_standing_page(&frame, &standing, g->arena);
    return true;
}

static bool show_slot(struct desk_gathering *g, struct str *page)
{
    struct desk_slot_view view;
    if (!desk_slot_find(g, &view))
        return false;
    struct desk_frame frame = desk_case_frame(g, DESK_TEXT);
    *page = desk_slot_page(&frame, &view, g->arena);
    return true;
}

static bool show_drafts(struct desk_gathering *g, struct str *page)
{
    struct desk_drafts drafts;
    if (!desk_drafts_find(g, &drafts))
        return false;
    struct desk_frame frame = desk_case_frame(g, DESK_DRAFTS);
    *page = desk_drafts_page(&frame, &drafts, g->arena);
    return true;
}

static bool show_record(struct desk_gathering *g, struct str *page)
{
    struct desk_record record;
    if (!desk_record_find(g, &record))
        return false;
    struct desk_frame frame = desk_case_frame(g, DESK_RECORD);
    *page = desk_record_page(&frame, &record, g->arena);
    return true;
}

static bool show_time(struct desk_gathering *g, struct str *page)
{
    struct desk_time time;
    if (!desk_time_find(g, &time))
        return false;
    struct desk_frame frame = desk_case_frame(g, DESK_TIME);
    *page = desk_time_page(&frame, &time, g->arena);
    return true;
}

static bool show_beside(struct desk_gathering *g, struct str *page)
{
    struct desk_beside beside;
    if (!desk_beside_find(g, &beside))
        return false;
    struct desk_frame frame = desk_case_frame(g, DESK_DRAFTS);
    *page = desk_beside_page(&frame, &beside, g->arena);
    return true;
}

static bool show_calendar(struct desk_gathering *g, struct str *page)
{
    struct desk_time time;
    struct builder out = builder_make(g->arena);
    if (!desk_time_find(g, &time))
        return false;
    if (!time.answer || !timetable_ics(time.answer, &out))
        return error_set(g->error, NOT_FOUND,
                         "no day of this timetable is known, and a calendar cannot say \"day 3\"");
    *page = builder_str(&out);
    return true;
}

static bool show_packages(struct desk_gathering *g, struct str *page)
{
    struct desk_packages packages;
    if (!desk_packages_find(g, &packages))
        return false;
    struct desk_frame frame = desk_case_frame(g, DESK_PACKAGES);
    *page = desk_packages_page(&frame, &packages, g->arena);
    return true;
}

static bool show_items(struct desk_gathering *g, const char *kinds, enum desk_place place,
                       struct str (*draw)(const struct desk_frame *, const struct desk_items *,
                                          struct arena *),
                       struct str *page)
{
    struct desk_items items;
    if (!desk_items_find(g, kinds, &items))
        return false;
    if (place == DESK_STATEMENTS)
        desk_report_find(g, &items);
    struct desk_frame frame = desk_case_frame(g, place);
    *page = draw(&frame, &items, g->arena);
    return true;
}

static bool show(struct desk_gathering *g, struct str *page)
{
    switch (g->options->page) {
    case ENTENTE_PAGE_STANDING:
        return show_standing(g, page);
    case ENTENTE_PAGE_TEXT:
    case ENTENTE_PAGE_COLUMNS:
        return show_text(g, page);
    case ENTENTE_PAGE_FINDINGS:
        return show_findings(g, page);
    case ENTENTE_PAGE_SLOT:
        return show_slot(g, page);
    case ENTENTE_PAGE_DRAFTS:
        return show_drafts(g, page);
    case ENTENTE_PAGE_RECORD:
        return show_record(g, page);
    case ENTENTE_PAGE_PEOPLE:
        return show_items(g, "delegate,group", DESK_PEOPLE, desk_people_page, page);
    case ENTENTE_PAGE_MEETINGS:
        return show_items(g, "meeting", DESK_MEETINGS, desk_meetings_page, page);
    case ENTENTE_PAGE_STATEMENTS:
        return show_items(g, "statement", DESK_STATEMENTS, desk_statements_page, page);
    case ENTENTE_PAGE_TIME:
        return show_time(g, page);
    case ENTENTE_PAGE_PACKAGES:
        return show_packages(g, page);
    case ENTENTE_PAGE_BESIDE:
        return show_beside(g, page);
    case ENTENTE_PAGE_CALENDAR:
        return show_calendar(g, page);
    }
    return error_set(g->error, MISUSE, "there is no such page");
}

bool entente_case_page(const struct entente_page_options *options, struct entente_case *handle,
                       const struct entente_bounds *bounds, struct entente_answer **answer,
                       struct entente_error *error)
{
    struct entente_page_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    struct desk_gathering g = {.handle = handle,
                               .options = &own,
                               .bounds = bounds,
                               .budget = answer_budget(bounds),
                               .arena = made->arena,
                               .error = &inner};
    bool done = case_reads_on(handle, &inner);
    g.items = &handle->casefile->items;
    done = done && show(&g, &made->output);
    return case_finish(done, made, answer, &inner, error);
}
