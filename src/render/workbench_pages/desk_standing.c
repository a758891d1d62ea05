// SPDX-License-Identifier: Apache-2.0
//
// Every figure leads to its place.
#include "render/bargain/bargain_forms.h"
#include "render/page/page_table.h"
#include "render/timetable/timetable_forms.h"
#include "render/workbench_pages/desk_pages.h"
#include "render/workbench_pages/desk_sheet.h"

#include <inttypes.h>

enum { CONTESTS = 8, START_BYTES = 70 };

static void place_link(struct desk_page *page, const char *address)
{
    const struct str parts[] = {str_of(address), STR("")};
    desk_link_begin(page, "", parts);
}

// --- The texts

static void add_figure(struct desk_page *page, const struct desk_document *document,
                       const char *behind, uint32_t figure)
{
    page_cell_begin(page->out, CELL_NUMBER);
    const struct str parts[] = {STR("/text/"), document->id, STR("")};
    builder_add_c(page->out, "<a href=\"");
    desk_text(page, page->frame->root);
    for (const struct str *part = parts; part->length > 0; part++)
        desk_address(page->out, *part);
    builder_print(page->out, "%s\">%u</a>", behind, figure);
    page_cell_end(page->out, CELL_NUMBER);
}

static void add_document(struct desk_page *page, const struct desk_document *document)
{
    desk_plain(page, "<tr>");
    page_cell_begin(page->out, CELL_ROW);
    const struct str parts[] = {STR("/text/"), document->id, STR("")};
    desk_link_begin(page, "", parts);
    desk_text(page, document->title);
    desk_link_end(page);
    page_cell_end(page->out, CELL_ROW);
    if (document->sheet) {
        add_figure(page, document, "", document->sheet->party_count);
        add_figure(page, document, "", document->sheet->point_count);
        add_figure(page, document, "#r1", document->counts->open_slots);
        add_figure(page, document, "", document->counts->rival_slots);
        add_figure(page, document, "?reading=agreed", document->agreed);
        add_figure(page, document, "", document->parked);
    } else {
        desk_plain(page, "<td colspan=\"6\">");
        desk_text(page, document->trouble.length > 0 ? document->trouble : STR("no text yet"));
        desk_plain(page, "</td>");
    }
    desk_plain(page, "</tr>\n");
}

static void add_texts(struct desk_page *page, const struct desk_standing *standing)
{
    static const struct page_column columns[] = {
        {"Document", false},   {"Parties", true},        {"Points", true}, {"Open places", true},
        {"with rivals", true}, {"agreed ad ref.", true}, {"parked", true}};
    desk_plain(page, "<section data-part=\"texts\"><h2>The texts</h2>\n");
    if (standing->document_count == 0) {
        desk_plain(page, "<p>There is no text yet. ");
        place_link(page, "/drafts");
        desk_plain(page, "Enter a base and the drafts</a>.</p></section>\n");
        return;
    }
    page_table_begin(page->out, NULL);
    page_columns(page->out, columns, sizeof columns / sizeof *columns);
    for (uint32_t i = 0; i < standing->document_count; i++)
        add_document(page, &standing->documents[i]);
    page_table_end(page->out);
    desk_plain(page, "</section>\n");
}

// --- Who proposes how much

static void add_parties(struct desk_page *page, const struct desk_standing *standing)
{
    const struct desk_frame *frame = page->frame;
    desk_plain(page, "<section data-part=\"parties\"><h2>The parties</h2>\n");
    page_table_begin(page->out, "Proposals in each text, and how many of them others share");
    page_columns_begin(page->out);
    page_cell(page->out, CELL_COLUMN, STR("Party"));
    for (uint32_t d = 0; d < standing->document_count; d++)
        page_cell(page->out, CELL_NUMBER_COLUMN, standing->documents[d].title);
    page_columns_end(page->out);
    for (uint32_t i = 0; i < frame->party_count; i++) {
        desk_plain(page, "<tr>");
        page_cell_begin(page->out, CELL_ROW);
        desk_party(page, frame->parties[i].id);
        desk_plain(page, " ");
        desk_text(page, str_equal(frame->parties[i].name, frame->parties[i].id)
                            ? STR("")
                            : frame->parties[i].name);
        page_cell_end(page->out, CELL_ROW);
        for (uint32_t d = 0; d < standing->document_count; d++) {
            const struct desk_document *document = &standing->documents[d];
            page_cell_begin(page->out, CELL_NUMBER);
            for (uint32_t p = 0; document->sheet && p < document->sheet->party_count; p++) {
                if (!str_equal(document->sheet->party_names[p], frame->parties[i].id))
                    continue;
                const struct party_counts *counts = &document->counts->parties[p];
                builder_add_c(page->out, "<a href=\"");
                desk_text(page, frame->root);
                desk_plain(page, "/text/");
                desk_address(page->out, document->id);
                desk_plain(page, "?party=");
                desk_address(page->out, frame->parties[i].id);
                builder_print(page->out, "\">%u</a> <small>%u shared</small>", counts->proposals,
                              counts->shared);
            }
            page_cell_end(page->out, CELL_NUMBER);
        }
        desk_plain(page, "</tr>\n");
    }
    page_table_end(page->out);
    desk_plain(page, "</section>\n");
}

// --- What is contested most

struct desk_contest {
    const struct desk_document *document;
    uint32_t slot;
};

static uint32_t heat(const struct desk_contest *contest)
{
    const struct sheet_slot *slot = &contest->document->sheet->slots[contest->slot];
    uint32_t departing = 0;
    for (uint32_t w = 1; w < slot->wording_count; w++)
        departing += slot->wordings[w].party_count;
    return slot->wording_count * 1000 + departing;
}

static int hotter(const void *a, const void *b)
{
    const struct desk_contest *x = a;
    const struct desk_contest *y = b;
    uint32_t x_heat = heat(x);
    uint32_t y_heat = heat(y);
    if (x_heat != y_heat)
        return (x_heat < y_heat) - (x_heat > y_heat);
    if (x->document != y->document)
        return (x->document > y->document) - (x->document < y->document);
    return (x->slot > y->slot) - (x->slot < y->slot);
}

static struct list contests_of(const struct desk_standing *standing, struct arena *arena)
{
    struct list contests = LIST_MAKE(arena, struct desk_contest);
    for (uint32_t d = 0; d < standing->document_count; d++) {
        const struct desk_document *document = &standing->documents[d];
        for (uint32_t s = 0; document->sheet && s < document->sheet->slot_count; s++)
            if (sheet_slot_is_open(&document->sheet->slots[s]) &&
                document->sheet->slots[s].wording_count > 2 &&
                !str_equal(document->slots[s].status, STR("agreed")))
                *LIST_ADD(&contests, struct desk_contest) = (struct desk_contest){document, s};
    }
    list_sort(&contests, hotter);
    return contests;
}

static void add_contest(struct desk_page *page, const struct desk_contest *contest)
{
    const struct desk_document *document = contest->document;
    const struct sheet_slot *slot = &document->sheet->slots[contest->slot];
    const struct point *point = &document->sheet->points[slot->point];
    struct str id = document->slots[contest->slot].id;
    desk_plain(page, "<li>");
    if (id.length > 0) {
        desk_slot_link(page, "", document->id, id);
    } else {
        const struct str parts[] = {STR("/text/"), document->id, STR("")};
        desk_link_begin(page, "", parts);
    }
    desk_text(page, desk_point_words(point));
    desk_plain(page, "</a> <small>");
    desk_text(page, document->title);
    desk_plain(page, "</small><br>");
    for (uint32_t w = 0; w < slot->wording_count; w++) {
        const struct wording *wording = &slot->wordings[w];
        desk_plain(page, w > 0 ? " · " : "");
        desk_plain(page, w == 0 ? "<span class=\"quiet\">base</span> " : "");
        for (uint32_t k = 0; w > 0 && k < wording->party_count; k++) {
            desk_party(page, document->sheet->party_names[wording->parties[k].number]);
            desk_plain(page, " ");
        }
        desk_text(page, desk_start(wording->text, START_BYTES, page->arena));
    }
    desk_plain(page, "</li>\n");
}

static void add_contests(struct desk_page *page, const struct desk_standing *standing)
{
    struct list contests = contests_of(standing, page->arena);
    if (contests.count == 0)
        return;
    desk_plain(page,
               "<section data-part=\"contests\"><h2>Contested most</h2>\n<ul class=\"spaced\">\n");
    for (size_t i = 0; i < contests.count && i < CONTESTS; i++)
        add_contest(page, LIST_AT(&contests, struct desk_contest, i));
    desk_plain(page, "</ul>\n");
    if (contests.count > CONTESTS)
        builder_print(page->out, "<p class=\"quiet\">and %zu more with rival proposals</p>\n",
                      contests.count - CONTESTS);
    desk_plain(page, "</section>\n");
}

// --- Time, packages, record

static void add_time(struct desk_page *page, const struct brief_answer *brief)
{
    desk_plain(page, "<section data-part=\"time\"><h2>");
    place_link(page, "/time");
    desk_plain(page, "Time</a></h2>\n<p>");
    if (brief->timetable_trouble.length > 0) {
        desk_plain(page, "<span class=\"bad\">The steps cannot be laid out:</span> ");
        desk_text(page, brief->timetable_trouble);
    } else if (!brief->timetable) {
        desk_plain(
            page,
            "No limit has been confirmed yet; the page of time shows those that the text has.");
    } else if (brief->timetable->answer.is_possible) {
        desk_plain(page, "<span class=\"good\">✓ ");
        desk_text(page, timetable_met(brief->timetable, page->arena));
        desk_plain(page, ".</span>");
    } else {
        desk_plain(page, "<span class=\"bad\">✗ The limits contradict.</span> The page of time "
                         "says which clauses do.");
    }
    desk_plain(page, "</p></section>\n");
}

static void add_packages(struct desk_page *page, const struct brief_answer *brief)
{
    desk_plain(page, "<section data-part=\"packages\"><h2>");
    place_link(page, "/packages");
    desk_plain(page, "Packages</a></h2>\n<p>");
    if (!brief->bargain) {
        desk_plain(page, "No scores have been weighed. ");
        desk_text(page, brief->bargain_trouble);
    } else if (bargain_answer_is_no(brief->bargain)) {
        desk_plain(page, "<span class=\"bad\">✗ No package is acceptable to all.</span>");
    } else if (brief->bargain->solution->has_counts) {
        desk_plain(page, "<span class=\"good\">✓ Packages that all could accept: ");
        desk_text(page, tally_text(&brief->bargain->solution->acceptable, page->arena));
        desk_plain(page, ".</span>");
    } else {
        desk_plain(page, "It is not known yet whether a package is acceptable to all.");
    }
    desk_plain(page, "</p></section>\n");
}

static void add_count(struct desk_page *page, const char *address, size_t count, const char *words)
{
    desk_plain(page, "<li>");
    place_link(page, address);
    builder_print(page->out, "%zu %s%s</a></li>", count, words, count == 1 ? "" : "s");
}

static void add_record(struct desk_page *page, const struct brief_answer *brief)
{
    desk_plain(page, "<section data-part=\"record\"><h2>");
    place_link(page, "/record");
    desk_plain(page, "Record</a></h2>\n<ul class=\"inline\">");
    desk_plain(page, "<li>");
    place_link(page, "/record");
    builder_print(page->out, "%" PRIu64 " entr%s</a></li>", page->frame->size,
                  page->frame->size == 1 ? "y" : "ies");
    add_count(page, "/meetings", brief->meetings.count, "meeting");
    add_count(page, "/statements", brief->statements.count, "statement");
    add_count(page, "/people", brief->delegates.count, "delegate");
    desk_plain(page, "</ul>\n");
    if (brief->meetings.count > 0) {
        const struct brief_meeting *last =
            LIST_AT(&brief->meetings, struct brief_meeting, brief->meetings.count - 1);
        desk_plain(page, "<p>Last meeting: ");
        desk_text(page, last->title.length > 0 ? last->title : last->item.id);
        desk_plain(page, last->place.length > 0 ? ", " : "");
        desk_text(page, last->place);
        desk_plain(page, last->day.length > 0 ? ", " : "");
        desk_text(page, last->day);
        desk_plain(page, "</p>\n");
        for (size_t i = 0; i < last->steps.count; i++) {
            const struct brief_step *step = LIST_AT(&last->steps, struct brief_step, i);
            desk_plain(page, i == 0 ? "<ul>\n<li>" : "<li>");
            desk_text(page, step->text);
            desk_plain(page, step->due.length > 0 ? " <small>until " : "");
            desk_text(page, step->due);
            desk_plain(page, step->due.length > 0 ? "</small></li>\n" : "</li>\n");
        }
        desk_plain(page, last->steps.count > 0 ? "</ul>\n" : "");
    }
    desk_plain(page, "</section>\n");
}

struct str desk_standing_page(const struct desk_frame *frame, const struct desk_standing *standing,
                              struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct desk_page page = {&out, arena, frame};
    struct desk_head head = {.title = STR("Where the talks stand")};
    desk_begin(&page, &head);
    if (standing->summary.length > 0) {
        desk_plain(&page, "<p class=\"lede\" dir=\"auto\">");
        desk_text(&page, standing->summary);
        desk_plain(&page, "</p>\n");
    }
    desk_plain(&page, "<p class=\"take row\"><a href=\"");
    desk_text(&page, frame->root);
    desk_plain(&page, "/brief.docx\" download>All of it as a Word file</a></p>\n");
    desk_main(&page);
    add_texts(&page, standing);
    add_contests(&page, standing);
    if (standing->document_count > 0)
        add_parties(&page, standing);
    add_time(&page, standing->brief);
    add_packages(&page, standing->brief);
    add_record(&page, standing->brief);
    desk_main_end(&page);
    desk_end(&page);
    return builder_str(&out);
}
