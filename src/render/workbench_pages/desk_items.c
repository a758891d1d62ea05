// SPDX-License-Identifier: Apache-2.0
// People and meetings: what the case has of them, and the forms that add to it.
#include "render/workbench_pages/desk_items.h"
#include "render/case/case_forms.h"
#include "render/page/page_table.h"
#include "render/workbench_pages/desk_pages.h"

void desk_list(struct desk_page *page, const struct case_list *list)
{
    struct report report = report_make(page->arena, STR(""), STR(""));
    desk_plain(page, "<section data-part=\"");
    desk_text(page, list->plural);
    desk_plain(page, "\">\n");
    case_report_list(&report, list);
    report_blocks(&report, page->out);
    desk_plain(page, "</section>\n");
}

// --- People

static void add_parties(struct desk_page *page)
{
    static const struct page_column columns[] = {{"Party", false}, {"Name", false}};
    const struct desk_frame *frame = page->frame;
    desk_plain(page, "<section data-part=\"parties\"><h2>Parties</h2>\n");
    page_table_begin(page->out, NULL);
    page_columns(page->out, columns, sizeof columns / sizeof *columns);
    for (uint32_t i = 0; i < frame->party_count; i++) {
        desk_plain(page, "<tr>");
        page_cell_begin(page->out, CELL_ROW);
        desk_party(page, frame->parties[i].id);
        page_cell_end(page->out, CELL_ROW);
        page_cell(page->out, CELL_WORDS, frame->parties[i].name);
        desk_plain(page, "</tr>\n");
    }
    page_table_end(page->out);
    desk_plain(page, "</section>\n");
}

static void add_invitation(struct desk_page *page)
{
    desk_plain(page, "<section class=\"step\"><h2>Invite a party</h2>\n");
    desk_form_begin(page, "invite", "act");
    desk_acting_party(page);
    desk_button(page, "Make a link", true);
    desk_plain(
        page,
        "<small class=\"quiet\">The link is shown once and opens once. Whoever opens it acts as "
        "that party.</small>\n");
    desk_form_end(page);
    desk_plain(page, "<h3>Take an invitation back</h3>\n");
    desk_form_begin(page, "revoke", "act");
    desk_acting_party(page);
    desk_button(page, "Take back", false);
    desk_plain(page,
               "<small class=\"quiet\">Links that nobody has opened are void, and whoever is "
               "signed in as that party is signed out. Its passphrase still opens.</small>\n");
    desk_form_end(page);
    desk_plain(page, "<h3>Add a party</h3>\n");
    desk_form_begin(page, "party", "act");
    desk_plain(
        page, "<label>Short name <input type=\"text\" name=\"id\" required pattern=\"[^\\s/:,+]+\" "
              "autocomplete=\"off\"></label>\n");
    desk_input(page, "Name in full", "text", "name", STR(""));
    desk_plain(
        page, "<label>Role <select name=\"role\"><option>party</option><option>mediator</option>"
              "<option>observer</option><option>adviser</option><option>guarantor</option></select>"
              "</label>\n");
    desk_button(page, "Add", false);
    desk_form_end(page);
    desk_plain(page, "</section>\n");
}

struct str desk_people_page(const struct desk_frame *frame, const struct desk_items *items,
                            struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct desk_page page = {&out, arena, frame};
    struct desk_head head = {.title = STR("People")};
    desk_begin(&page, &head);
    desk_main(&page);
    add_parties(&page);
    for (size_t i = 0; i < items->list_count; i++)
        desk_list(&page, &items->lists[i]);
    if (frame->role == DESK_SECRETARIAT)
        add_invitation(&page);
    if (desk_may_act(frame)) {
        desk_plain(&page, "<section class=\"step\"><h2>Add a person</h2>\n");
        desk_form_begin(&page, "delegate", "act");
        desk_acting_party(&page);
        desk_plain(&page, "<label>Name <input type=\"text\" name=\"name\" required "
                          "autocomplete=\"off\"></label>\n");
        desk_input(&page, "Office or task", "text", "role", STR(""));
        desk_button(&page, "Add", false);
        desk_form_end(&page);
        desk_plain(&page, "</section>\n");
    }
    desk_main_end(&page);
    desk_end(&page);
    return builder_str(&out);
}

// --- Meetings

static void add_meeting_form(struct desk_page *page)
{
    const struct desk_frame *frame = page->frame;
    desk_plain(page, "<section class=\"step\"><h2>Enter a meeting</h2>\n");
    desk_form_begin(page, "meeting", "act");
    desk_plain(
        page,
        "<label class=\"grow\">What it is called <input type=\"text\" name=\"title\" required "
        "autocomplete=\"off\"></label>\n");
    desk_input(page, "First day", "date", "from", str_slice(frame->now, 0, 10));
    desk_input(page, "Last day", "date", "to", STR(""));
    desk_input(page, "Place", "text", "place", STR(""));
    desk_plain(page, "<fieldset class=\"full\"><legend>Who meets</legend>");
    for (uint32_t i = 0; i < frame->party_count; i++) {
        desk_plain(page, "<label class=\"row\"><input type=\"checkbox\" name=\"format\" value=\"");
        desk_text(page, frame->parties[i].id);
        desk_plain(page, "\"> ");
        desk_text(page, frame->parties[i].name);
        desk_plain(page, "</label> ");
    }
    desk_plain(page, "</fieldset>\n<label class=\"full\">Agenda, a line each <textarea "
                     "name=\"agenda\" dir=\"auto\">"
                     "</textarea></label>\n<label class=\"full\">Next steps, a line each <textarea "
                     "name=\"next_steps\" dir=\"auto\"></textarea></label>\n");
    desk_button(page, "Enter", true);
    desk_form_end(page);
    desk_plain(page, "</section>\n");
}

struct str desk_meetings_page(const struct desk_frame *frame, const struct desk_items *items,
                              struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct desk_page page = {&out, arena, frame};
    struct desk_head head = {.title = STR("Meetings")};
    desk_begin(&page, &head);
    desk_main(&page);
    for (size_t i = 0; i < items->list_count; i++) {
        if (items->lists[i].count == 0)
            desk_plain(&page, "<p>No meeting has been entered yet.</p>\n");
        desk_list(&page, &items->lists[i]);
    }
    if (desk_may_act(frame))
        add_meeting_form(&page);
    desk_main_end(&page);
    desk_end(&page);
    return builder_str(&out);
}
