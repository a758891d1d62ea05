// SPDX-License-Identifier: Apache-2.0
//
// Without script the page is two fields for files. With it (web/drop.js) files may be dropped
// anywhere, the base is guessed and each draft gets a field for its party.
#include "render/workbench_pages/desk_frame.h"
#include "render/workbench_pages/desk_pages.h"

static const char kinds[] = ".docx,.md,.markdown,.txt";

static void add_file(struct desk_page *page, const char *name, const char *words, const char *help,
                     bool are_many)
{
    builder_print(page->out,
                  "<p class=\"field\"><label for=\"%s\"><b>%s</b></label>"
                  "<input type=\"file\" id=\"%s\" name=\"%s\" accept=\"%s\" required%s "
                  "aria-describedby=\"%s-help\"><small id=\"%s-help\">%s</small></p>\n",
                  name, words, name, name, kinds, are_many ? " multiple" : "", name, name, help);
}

static void add_form(struct desk_page *page)
{
    desk_plain(page, "<form id=\"drop\" class=\"drop\" method=\"post\" "
                     "enctype=\"multipart/form-data\" action=\"");
    desk_text(page, page->frame->root);
    desk_plain(page, "/merge\">\n");
    desk_hidden(page, "token", page->frame->token);
    desk_plain(
        page,
        "<div class=\"need-js zone\"><p class=\"large\">Drop the base and the drafts here</p>"
        "<p><button type=\"button\" id=\"choose\" class=\"first\">Choose the files …</button></p>"
        "<p class=\"quiet\">Word (.docx, with or without tracked changes), Markdown or plain text, "
        "all at once</p></div>\n<div class=\"plain\">\n");
    add_file(page, "base", "The base", "The text that everybody started from.", false);
    add_file(page, "drafts", "The drafts", "One changed copy from each party; choose all of them.",
             true);
    desk_plain(
        page,
        "<p class=\"field\"><label for=\"names\"><b>The parties</b></label>"
        "<input type=\"text\" id=\"names\" name=\"names\" autocomplete=\"off\" "
        "aria-describedby=\"names-help\"><small id=\"names-help\">In the order of the drafts, "
        "parted "
        "by commas. Left empty, they are taken from the names of the files.</small></p>\n</div>\n"
        "<div id=\"chosen\" class=\"need-js\"></div>\n<p class=\"go\">");
    desk_button(page, "Put them together", true);
    desk_plain(page, "</p>\n");
    desk_form_end(page);
}

struct str desk_drop_page(const struct desk_frame *frame, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct desk_page page = {&out, arena, frame};
    struct desk_head head = {.title = STR("One text from many drafts")};
    desk_begin(&page, &head);
    desk_plain(
        &page,
        "<p class=\"lede\">Every difference marked, with who wants it: as a Word file with tracked "
        "changes, as a page, in columns.</p>\n");
    desk_main(&page);
    add_form(&page);
    desk_plain(
        &page,
        "<p class=\"quiet\">The files go to the computer that this page comes from and nowhere "
        "else. Nothing is kept unless you say so.</p>\n");
    desk_main_end(&page);
    desk_end(&page);
    return builder_str(&out);
}
