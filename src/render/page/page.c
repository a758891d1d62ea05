// SPDX-License-Identifier: Apache-2.0
#include "render/page/page.h"

#include "codec/html.h"
#include "render/page/assets.h"

// Colours that are far apart first; then steps of the golden angle.
uint32_t page_hue(uint32_t party)
{
    static const uint32_t hues[] = {212, 22, 150, 285, 46, 330, 187, 100, 250, 0};
    enum { COUNT = sizeof hues / sizeof hues[0] };
    return party < COUNT ? hues[party] : (party * 1375 / 10) % 360;
}

static void add_style(struct builder *out, const struct page_head *head)
{
    builder_add_c(out, "<style>\n");
    builder_add(out, page_css);
    builder_add(out, head->style);
    for (uint32_t i = 0; i < head->hue_count; i++)
        builder_print(out, ".h%u{--h:%u}", i, page_hue(i));
    if (head->is_wide)
        builder_add_c(out, "\n@page{size:A4 landscape;margin:12mm}");
    builder_add_c(out, "\n</style>\n");
}

void page_begin(struct builder *out, const struct page_head *head)
{
    builder_add_c(
        out, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
             "'unsafe-inline'; script-src 'unsafe-inline'\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"generator\" content=\"Entente\">\n<title>");
    html_text(out, head->title);
    builder_add_c(out, "</title>\n");
    add_style(out, head);
    builder_print(out, "</head>\n<body%s>\n<header class=\"wrap\"><p class=\"kicker\">",
                  head->is_wide ? " class=\"wide\"" : "");
    html_text(out, head->kind);
    builder_add_c(out, head->of.length > 0 ? " · " : "");
    html_text(out, head->of);
    builder_add_c(out, "</p><h1 class=\"title\" dir=\"auto\">");
    html_text(out, head->title);
    builder_add_c(out, "</h1>\n");
}

void page_end(struct builder *out, struct str script)
{
    if (script.length > 0) {
        builder_add_c(out, "<script>\n");
        builder_add(out, script);
        builder_add_c(out, "</script>\n");
    }
    builder_add_c(out, "</body>\n</html>\n");
}
