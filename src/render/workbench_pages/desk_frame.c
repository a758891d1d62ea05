// SPDX-License-Identifier: Apache-2.0
#include "render/workbench_pages/desk_frame.h"

#include "codec/html.h"
#include "render/workbench_pages/desk_assets.h"

#include <inttypes.h>

void desk_text(struct desk_page *page, struct str text)
{
    html_text(page->out, text);
}

void desk_plain(struct desk_page *page, const char *html)
{
    builder_add_c(page->out, html);
}

void desk_address(struct builder *out, struct str part)
{
    static const char plain[] =
        "-._~/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    for (size_t i = 0; i < part.length; i++) {
        unsigned char byte = (unsigned char)part.bytes[i];
        if (byte != 0 && strchr(plain, byte))
            builder_add_byte(out, (char)byte);
        else
            builder_print(out, "%%%02X", byte);
    }
}

void desk_link_begin(struct desk_page *page, const char *classes, const struct str *parts)
{
    builder_print(page->out, "<a%s%s%s href=\"", classes[0] ? " class=\"" : "", classes,
                  classes[0] ? "\"" : "");
    desk_text(page, page->frame->root);
    for (; parts->length > 0; parts++)
        desk_address(page->out, *parts);
    desk_plain(page, "\">");
}

void desk_link_end(struct desk_page *page)
{
    desk_plain(page, "</a>");
}

void desk_hidden(struct desk_page *page, const char *name, struct str value)
{
    builder_print(page->out, "<input type=\"hidden\" name=\"%s\" value=\"", name);
    desk_text(page, value);
    desk_plain(page, "\">");
}

// --- Parties

uint32_t desk_party_number(const struct desk_frame *frame, struct str id)
{
    uint32_t number = 0;
    while (number < frame->party_count && !str_equal(frame->parties[number].id, id))
        number++;
    return number;
}

struct str desk_party_name(const struct desk_frame *frame, struct str id)
{
    uint32_t number = desk_party_number(frame, id);
    return number < frame->party_count ? frame->parties[number].name : id;
}

void desk_party(struct desk_page *page, struct str id)
{
    uint32_t number = desk_party_number(page->frame, id);
    if (number < page->frame->party_count)
        builder_print(page->out, "<span class=\"party h%u\" title=\"", number);
    else
        desk_plain(page, "<span class=\"party other\" title=\"");
    desk_text(page, desk_party_name(page->frame, id));
    desk_plain(page, "\">");
    desk_text(page, id);
    desk_plain(page, "</span>");
}

// --- The head

static void add_asset(struct desk_page *page, const char *before, const char *name,
                      const char *after)
{
    desk_plain(page, before);
    desk_text(page, page->frame->assets);
    desk_assets_version(page->out);
    builder_print(page->out, "/%s%s", name, after);
}

static void add_assets(struct desk_page *page, const char *style)
{
    static const char sheet[] = "<link rel=\"stylesheet\" href=\"";
    static const char module[] = "<script type=\"module\" src=\"";
    add_asset(page, sheet, "page.css", "\">\n");
    if (style)
        add_asset(page, sheet, style, "\">\n");
    add_asset(page, sheet, "parties.css", "\">\n");
    add_asset(page, sheet, "desk.css", "\">\n");
    add_asset(page, module, "desk.js", "\"></script>\n");
    if (page->frame->place == DESK_NOWHERE)
        add_asset(page, module, "drop.js", "\"></script>\n");
    else
        add_asset(page, module, "live.js", "\"></script>\n");
    if (page->frame->vault.length > 0)
        add_asset(page, module, "vault.js", "\"></script>\n");
}

struct place_link {
    enum desk_place place;
    const char *words;
    struct str address;
};

static void add_places(struct desk_page *page)
{
    static const struct place_link places[] = {
        {DESK_STANDING, "Standing", STR_INIT("")},
        {DESK_TEXT, "Text", STR_INIT("/text")},
        {DESK_DRAFTS, "Drafts", STR_INIT("/drafts")},
        {DESK_TIME, "Time", STR_INIT("/time")},
        {DESK_PACKAGES, "Packages", STR_INIT("/packages")},
        {DESK_MEETINGS, "Meetings", STR_INIT("/meetings")},
        {DESK_STATEMENTS, "Statements", STR_INIT("/statements")},
        {DESK_PEOPLE, "People", STR_INIT("/people")},
        {DESK_RECORD, "Record", STR_INIT("/record")},
    };
    desk_plain(page, "<nav class=\"places\" aria-label=\"The case\"><ul>");
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        desk_plain(page, "<li><a href=\"");
        desk_text(page, page->frame->root);
        desk_plain(page, places[i].address.bytes);
        // At the top of a host the root is empty, and so would be its address.
        desk_plain(page, page->frame->root.length + places[i].address.length == 0 ? "/" : "");
        desk_plain(page,
                   places[i].place == page->frame->place ? "\" aria-current=\"page\">" : "\">");
        desk_plain(page, places[i].words);
        desk_plain(page, "</a></li>");
    }
    desk_plain(page, "</ul></nav>\n");
}

static void add_viewer(struct desk_page *page)
{
    const struct desk_frame *frame = page->frame;
    desk_plain(page, "<p class=\"you\"><span id=\"here\" class=\"need-js\"></span>");
    if (frame->viewer.length > 0) {
        desk_plain(page, "you are ");
        desk_party(page, frame->viewer);
    } else {
        desk_plain(page, frame->role == DESK_SECRETARIAT ? "you are the secretariat"
                                                         : "what all parties may see");
    }
    desk_plain(page, "</p>");
    if (frame->leave.length == 0)
        return;
    desk_plain(page, "<form class=\"leave\" method=\"post\" action=\"");
    desk_text(page, frame->leave);
    desk_plain(page, "\">");
    desk_hidden(page, "token", frame->token);
    desk_plain(page, "<button>Sign out</button></form>");
}

static void add_bar(struct desk_page *page)
{
    const struct desk_frame *frame = page->frame;
    desk_plain(
        page,
        "<header class=\"bar\"><a class=\"skip\" href=\"#main\">To the page</a><p class=\"mark\">");
    if (frame->list.length > 0) {
        desk_plain(page, "<a href=\"");
        desk_text(page, frame->list);
        desk_plain(page, "\">Entente</a>");
    } else {
        desk_plain(page, "Entente");
    }
    if (frame->title.length > 0) {
        desk_plain(page, " <span class=\"of\" dir=\"auto\">");
        desk_text(page, frame->title);
        desk_plain(page, "</span>");
    }
    desk_plain(page, "</p>\n");
    if (frame->place != DESK_NOWHERE) {
        add_viewer(page);
        add_places(page);
    }
    desk_plain(page, "</header>\n");
}

// What has just been done, and what happens while the page is open.
static void add_message(struct desk_page *page)
{
    static const char *const tones[] = {
        [DESK_DONE] = "done", [DESK_TOLD] = "told", [DESK_REFUSED] = "refused"};
    static const char *const signs[] = {
        [DESK_DONE] = "✓ ", [DESK_TOLD] = "", [DESK_REFUSED] = "✗ "};
    const struct desk_frame *frame = page->frame;
    desk_plain(page, "<div class=\"wrap\" id=\"news\" role=\"status\">");
    if (frame->message.length > 0) {
        builder_print(page->out, "<p class=\"message %s\" dir=\"auto\">%s", tones[frame->tone],
                      signs[frame->tone]);
        desk_text(page, frame->message);
        desk_plain(page, "</p>");
    }
    desk_plain(page, "</div>\n");
}

void desk_begin(struct desk_page *page, const struct desk_head *head)
{
    const struct desk_frame *frame = page->frame;
    desk_plain(page,
               "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    desk_text(page, head->title);
    desk_plain(page, frame->title.length > 0 ? " · " : "");
    desk_text(page, frame->title);
    desk_plain(page, "</title>\n<link rel=\"icon\" href=\"data:,\">\n");
    add_assets(page, head->style);
    builder_print(page->out, "</head>\n<body class=\"desk%s\"", head->is_wide ? " wide" : "");
    if (frame->place != DESK_NOWHERE) {
        desk_plain(page, " data-root=\"");
        desk_text(page, frame->root);
        builder_print(page->out, "\" data-size=\"%" PRIu64 "\"", frame->size);
    }
    if (frame->vault.length > 0) {
        desk_plain(page, " data-vault=\"");
        desk_text(page, frame->vault);
        desk_plain(page, "\" data-party=\"");
        desk_text(page, frame->viewer);
        desk_plain(page, "\"");
    }
    desk_plain(page, ">\n");
    add_bar(page);
    add_message(page);
    desk_plain(page, "<main id=\"main\">\n<div class=\"wrap top\">");
    if (head->kind.length > 0) {
        desk_plain(page, "<p class=\"kicker\">");
        desk_text(page, head->kind);
        desk_plain(page, "</p>");
    }
    desk_plain(page, "<h1 class=\"title\" dir=\"auto\">");
    desk_text(page, head->title);
    desk_plain(page, "</h1>\n");
}

void desk_in_browser(struct desk_page *page)
{
    desk_plain(page,
               "<section id=\"vault\" data-part=\"vault\"><p role=\"status\">What is sealed to "
               "your party is "
               "opened in this browser, by script. The server cannot show it.</p></section>\n");
}

void desk_header_end(struct desk_page *page)
{
    desk_plain(page, "</div>\n");
}

void desk_main(struct desk_page *page)
{
    desk_plain(page, "</div>\n<div class=\"wrap report\">\n");
}

void desk_main_end(struct desk_page *page)
{
    desk_plain(page, "</div>\n");
}

void desk_end(struct desk_page *page)
{
    desk_plain(page, "</main>\n</body>\n</html>\n");
}
