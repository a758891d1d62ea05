// SPDX-License-Identifier: Apache-2.0
#include "render/workbench_pages/desk_pages.h"
#include "render/workbench_pages/desk_sheet.h"

struct download {
    const char *ending;
    const char *words;
    const char *help;
};

static void add_downloads(struct desk_page *page, const struct desk_dropped *dropped)
{
    static const struct download downloads[] = {
        {".docx", "Word file", "tracked changes, each by its party"},
        {".columns.html", "Columns", "base, parties and agreed text side by side"},
        {".html", "Page", "one file to send on"},
        {".md", "Brackets", "[Party: words] as text"},
        {".json", "JSON", "for other programs"},
    };
    desk_plain(page, "<section class=\"take\" aria-label=\"Downloads\"><ul>\n");
    for (size_t i = 0; i < sizeof downloads / sizeof *downloads; i++) {
        builder_print(page->out, "<li><a class=\"button%s\" download href=\"",
                      i == 0 ? " first" : "");
        desk_text(page, dropped->address);
        builder_print(page->out, "%s\">%s</a> <small>%s</small></li>\n", downloads[i].ending,
                      downloads[i].words, downloads[i].help);
    }
    desk_plain(page, "</ul></section>\n");
}

static void add_keeping(struct desk_page *page, const struct desk_dropped *dropped,
                        struct str title)
{
    if (dropped->keep.length == 0)
        return;
    desk_plain(page, "<form class=\"act keep\" method=\"post\" action=\"");
    desk_text(page, page->frame->root);
    desk_plain(page, "/keep\">\n");
    desk_hidden(page, "token", page->frame->token);
    desk_hidden(page, "dropped", dropped->keep);
    desk_input(page, "Keep this as a case called", "text", "title", title);
    desk_button(page, "Keep", false);
    desk_plain(page,
               "<small class=\"quiet\">Then stances, comments, meetings and what is agreed can be "
               "recorded, round after round.</small>\n");
    desk_form_end(page);
}

struct str desk_result_page(const struct desk_frame *frame, const struct desk_dropped *dropped,
                            struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct desk_page page = {&out, arena, frame};
    struct merged_page text = desk_sheet_page(&page, &dropped->merge->sheet, MERGED_REDLINE);
    struct str title = merged_page_title(&text);
    struct desk_head head = {.title = title,
                             .kind = arena_print(arena, "Consolidated text · %.*s",
                                                 STR_ARGS(dropped->merge->sheet.title)),
                             .style = "text.css"};
    desk_begin(&page, &head);
    desk_sheet_counts(&page, &text);
    add_downloads(&page, dropped);
    add_keeping(&page, dropped, title);
    desk_header_end(&page);
    desk_sheet_tools_begin(&page, &text);
    desk_sheet_tools_end(&page);
    merged_page_rows(&text);
    desk_sheet_foot(&page, &text);
    desk_end(&page);
    return builder_str(&out);
}
