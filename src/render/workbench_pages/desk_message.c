// SPDX-License-Identifier: Apache-2.0
#include "render/workbench_pages/desk_frame.h"
#include "render/workbench_pages/desk_pages.h"

static void add_paragraphs(struct desk_page *page, struct str text)
{
    struct str line;
    while (str_cut(&text, '\n', &line)) {
        desk_plain(page, "<p dir=\"auto\">");
        desk_text(page, line);
        desk_plain(page, "</p>\n");
    }
}

static void add_sign_in(struct desk_page *page, const struct desk_message *message)
{
    desk_plain(page, "<form class=\"act tall\" method=\"post\" action=\"");
    desk_text(page, page->frame->root);
    desk_plain(page, "/sign-in\">\n");
    desk_hidden(page, "token", page->frame->token);
    desk_hidden(page, "back", message->back);
    if (message->party.length > 0)
        desk_hidden(page, "party", message->party);
    else
        desk_plain(page, "<label>Party <input type=\"text\" name=\"party\" "
                         "autocomplete=\"username\" required></label>\n");
    if (message->link.length > 0)
        desk_hidden(page, "link", message->link);
    desk_plain(page,
               "<label>Passphrase <input type=\"password\" name=\"passphrase\" autocomplete=\"");
    desk_plain(page, message->is_new_passphrase ? "new-password" : "current-password");
    desk_plain(page, "\" required></label>\n");
    if (message->is_new_passphrase)
        desk_plain(page, "<label>Once more <input type=\"password\" name=\"again\" "
                         "autocomplete=\"new-password\" required></label>\n");
    desk_button(page, "Open", true);
    desk_plain(page, "<p class=\"quiet\" id=\"keys-there\">The passphrase opens your party’s keys "
                     "on the computer "
                     "that serves this page: whoever runs it could read what is sealed to you "
                     "while you are signed "
                     "in.</p>\n");
    if (page->frame->vault.length > 0)
        desk_plain(
            page,
            "<p class=\"quiet\" id=\"keys-here\" hidden>The passphrase stays in this browser, "
            "which "
            "seals, opens and signs by itself: whoever runs the server sees when your party seals "
            "something and about how long it is, and could read your scores, reserve and notes "
            "only "
            "by giving you another program than this one.</p>\n");
    desk_form_end(page);
}

static void add_cases(struct desk_page *page, const struct desk_message *message)
{
    desk_plain(page, message->case_count > 0 ? "<ul class=\"cases\">\n" : "");
    for (size_t i = 0; i < message->case_count; i++) {
        desk_plain(page, "<li><a href=\"");
        desk_text(page, message->cases[i].id);
        desk_plain(page, "\" dir=\"auto\">");
        desk_text(page, message->cases[i].name);
        desk_plain(page, "</a> <small>");
        desk_text(page, message->case_notes[i]);
        desk_plain(page, "</small></li>\n");
    }
    desk_plain(page, message->case_count > 0 ? "</ul>\n" : "");
}

struct str desk_message_page(const struct desk_frame *frame, const struct desk_message *message,
                             struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct desk_page page = {&out, arena, frame};
    struct desk_head head = {.title = message->headline};
    if (message->status > 0)
        head.kind = arena_print(arena, "%d", message->status);
    desk_begin(&page, &head);
    desk_main(&page);
    add_paragraphs(&page, message->text);
    add_cases(&page, message);
    if (message->asks_passphrase) {
        add_sign_in(&page, message);
    } else if (message->back.length > 0) {
        desk_plain(&page, "<p><a href=\"");
        desk_text(&page, message->back);
        desk_plain(&page, "\">");
        desk_text(&page, message->back_to.length > 0 ? message->back_to : STR("Go on"));
        desk_plain(&page, "</a></p>\n");
    }
    desk_main_end(&page);
    desk_end(&page);
    return builder_str(&out);
}
