// SPDX-License-Identifier: Apache-2.0
#include "render/workbench_pages/desk_frame.h"

#include <inttypes.h>

bool desk_may_act(const struct desk_frame *frame)
{
    return frame->role != DESK_READER;
}

void desk_form_begin(struct desk_page *page, const char *act, const char *classes)
{
    const struct desk_frame *frame = page->frame;
    builder_print(page->out,
                  "<form class=\"%s\" method=\"post\" enctype=\"multipart/form-data\" action=\"",
                  classes);
    desk_text(page, frame->root);
    desk_plain(page, "/acts\">");
    desk_hidden(page, "token", frame->token);
    if (act)
        desk_hidden(page, "act", str_of(act));
    desk_hidden(page, "back", frame->here);
    builder_print(page->out, "<input type=\"hidden\" name=\"size\" value=\"%" PRIu64 "\">\n",
                  frame->size);
}

void desk_form_end(struct desk_page *page)
{
    desk_plain(page, "</form>\n");
}

void desk_party_choice(struct desk_page *page, const char *words, const char *nobody)
{
    const struct desk_frame *frame = page->frame;
    if (frame->role != DESK_SECRETARIAT)
        return;
    builder_print(page->out, "<label>%s <select name=\"party\">", words);
    if (nobody)
        builder_print(page->out, "<option value=\"\">%s</option>", nobody);
    for (uint32_t i = 0; i < frame->party_count; i++) {
        desk_plain(page, "<option value=\"");
        desk_text(page, frame->parties[i].id);
        desk_plain(page, "\">");
        desk_text(page, frame->parties[i].name);
        desk_plain(page, "</option>");
    }
    desk_plain(page, "</select></label>\n");
}

void desk_acting_party(struct desk_page *page)
{
    desk_party_choice(page, "For", NULL);
}

void desk_input(struct desk_page *page, const char *words, const char *kind, const char *name,
                struct str value)
{
    builder_print(page->out, "<label>%s <input type=\"%s\" name=\"%s\" value=\"", words, kind,
                  name);
    desk_text(page, value);
    desk_plain(page, "\"></label>\n");
}

void desk_button(struct desk_page *page, const char *words, bool is_first)
{
    builder_print(page->out, "<button%s>%s</button>\n", is_first ? " class=\"first\"" : "", words);
}
