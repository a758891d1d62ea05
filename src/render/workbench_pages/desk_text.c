// SPDX-License-Identifier: Apache-2.0
#include "render/workbench_pages/desk_pages.h"
#include "render/workbench_pages/desk_sheet.h"

enum { START_BYTES = 80 };

static void document_link(struct desk_page *page, const char *classes, struct str document,
                          const char *behind)
{
    const struct str parts[] = {STR("/text/"), document, str_of(behind), STR("")};
    desk_link_begin(page, classes, parts);
}

// --- Above the text

static void add_documents(struct desk_page *page, const struct desk_document *own)
{
    const struct desk_frame *frame = page->frame;
    if (frame->document_count < 2)
        return;
    desk_plain(page, "<ul class=\"tabs\" aria-label=\"Documents\">");
    for (uint32_t i = 0; i < frame->document_count; i++) {
        bool is_own = str_equal(frame->documents[i].id, own->id);
        desk_plain(page, is_own ? "<li class=\"own\">" : "<li>");
        document_link(page, "", frame->documents[i].id, "");
        desk_text(page, frame->documents[i].name);
        desk_link_end(page);
        desk_plain(page, "</li>");
    }
    desk_plain(page, "</ul>\n");
}

static void add_downloads(struct desk_page *page, const struct desk_document *document,
                          bool has_columns)
{
    desk_plain(page, "<p class=\"take row\">");
    document_link(page, "button", document->id, has_columns ? "" : "/columns");
    desk_plain(page, has_columns ? "As one text" : "As columns");
    desk_link_end(page);
    desk_plain(page, " ");
    document_link(page, "button", document->id, "/findings");
    desk_plain(page, "Before signature");
    desk_link_end(page);
    static const char *const endings[] = {".docx", ".columns.html", ".html", ".md"};
    static const char *const words[] = {"Word file", "Columns", "Page", "Brackets"};
    desk_plain(page, " <span class=\"quiet\">Download:</span>");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        desk_plain(page, i > 0 ? " · " : " ");
        document_link(page, "", document->id, endings[i]);
        desk_plain(page, words[i]);
        desk_link_end(page);
    }
    desk_plain(page, "</p>\n");
}

static void add_option(struct desk_page *page, struct str value, struct str chosen,
                       const char *words)
{
    desk_plain(page, "<option value=\"");
    desk_text(page, value);
    desk_plain(page, str_equal(value, chosen) ? "\" selected>" : "\">");
    desk_plain(page, words);
}

static void add_reading_choice(struct desk_page *page, const struct desk_text *text)
{
    const struct sheet *sheet = text->document->sheet;
    desk_plain(page, "<label>Read <select name=\"reading\">");
    add_option(page, STR(""), text->reading, "all proposals</option>");
    add_option(page, STR("base"), text->reading, "the base</option>");
    add_option(page, STR("agreed"), text->reading, "what is agreed</option>");
    for (uint32_t i = 0; i < sheet->party_count; i++) {
        add_option(page, sheet->party_names[i], text->reading, "");
        desk_text(page, sheet->party_names[i]);
        desk_plain(page, "’s text</option>");
    }
    desk_plain(page, "</select></label>\n<label>Proposals of <select name=\"party\">");
    add_option(page, STR(""), text->party, "all</option>");
    for (uint32_t i = 0; i < sheet->party_count; i++) {
        add_option(page, sheet->party_names[i], text->party, "");
        desk_text(page, sheet->party_names[i]);
        desk_plain(page, "</option>");
    }
    desk_plain(page, "</select></label>\n");
}

static void add_choices(struct desk_page *page, const struct desk_text *text)
{
    desk_plain(page, "<form class=\"act look\" method=\"get\" role=\"search\" action=\"");
    desk_text(page, page->frame->here);
    desk_plain(page, "\">");
    if (!text->has_columns)
        add_reading_choice(page, text);
    desk_plain(page, "<label>Find <input type=\"search\" name=\"search\" value=\"");
    desk_text(page, text->search);
    desk_plain(page, "\"></label>\n<button>Show</button></form>\n");
}

// --- Outline, found points, open places

static void add_point_link(struct desk_page *page, const struct sheet *sheet, uint32_t number)
{
    struct builder words = builder_make(page->arena);
    const struct point *point = &sheet->points[number];
    point_text(sheet, point, (struct sheet_reading){.kind = READ_BASE}, &words);
    builder_print(page->out, "<a href=\"#r%u\">", number + 1);
    if (point->label_is_computed && point->label.length > 0) {
        desk_text(page, point->label);
        desk_plain(page, " ");
    }
    desk_text(page, desk_start(builder_str(&words), START_BYTES, page->arena));
    desk_plain(page, "</a>");
}

static void add_outline(struct desk_page *page, const struct sheet *sheet)
{
    uint32_t headings = 0;
    for (uint32_t i = 0; i < sheet->point_count; i++)
        headings += sheet->points[i].kind == PARAGRAPH_HEADING;
    if (headings < 2)
        return;
    builder_print(page->out, "<details class=\"fold\"><summary>Outline (%u headings)</summary><ul>",
                  headings);
    for (uint32_t i = 0; i < sheet->point_count; i++) {
        if (sheet->points[i].kind != PARAGRAPH_HEADING)
            continue;
        uint32_t level = sheet->points[i].level;
        builder_print(page->out, "<li class=\"l%u\">", level < 4 ? level : 4);
        add_point_link(page, sheet, i);
        desk_plain(page, "</li>\n");
    }
    desk_plain(page, "</ul></details>\n");
}

static void add_found(struct desk_page *page, const struct desk_text *text,
                      const struct sheet *sheet)
{
    if (text->search.length == 0)
        return;
    builder_print(page->out, "<section class=\"found\"><h2 class=\"small\">%u point%s with “",
                  text->found_count, text->found_count == 1 ? "" : "s");
    desk_text(page, text->search);
    desk_plain(page, "”</h2><ul>");
    for (uint32_t i = 0; i < sheet->point_count; i++) {
        if (!text->is_found[i])
            continue;
        desk_plain(page, "<li>");
        add_point_link(page, sheet, i);
        desk_plain(page, "</li>\n");
    }
    desk_plain(page, "</ul></section>\n");
}

static void add_change(struct desk_page *page, const struct desk_document *document,
                       uint32_t number)
{
    const struct sheet *sheet = document->sheet;
    const struct sheet_slot *slot = &sheet->slots[number];
    const struct point *point = &sheet->points[slot->point];
    struct str id = document->slots[number].id;
    desk_plain(page, "<li>");
    if (id.length > 0)
        desk_slot_link(page, "open-place", document->id, id);
    else
        builder_print(page->out, "<a href=\"#r%u\">", slot->point + 1);
    desk_text(page, desk_point_words(point));
    desk_plain(page, "</a> <del>");
    desk_text(page, desk_start(slot->wordings[0].text, START_BYTES, page->arena));
    desk_plain(page, "</del>");
    for (uint32_t w = 1; w < slot->wording_count; w++) {
        const struct wording *wording = &slot->wordings[w];
        desk_plain(page, w > 1 ? "; <ins>" : " <ins>");
        desk_text(page, desk_start(wording->text, START_BYTES, page->arena));
        desk_plain(page, "</ins> ");
        for (uint32_t k = 0; k < wording->party_count; k++)
            desk_party(page, sheet->party_names[wording->parties[k].number]);
    }
    desk_plain(page, "</li>\n");
}

static void add_changes(struct desk_page *page, const struct desk_document *document)
{
    const struct sheet *sheet = document->sheet;
    if (document->counts->open_slots == 0)
        return;
    builder_print(page->out,
                  "<details class=\"fold\"><summary>List of open places (%u)</summary><ol>",
                  document->counts->open_slots);
    for (uint32_t i = 0; i < sheet->slot_count; i++)
        if (sheet_slot_is_open(&sheet->slots[i]))
            add_change(page, document, i);
    desk_plain(page, "</ol></details>\n");
}

static void add_settled(struct desk_page *page, const struct desk_document *document)
{
    if (document->agreed + document->parked == 0)
        return;
    builder_print(page->out, "<p class=\"lede\">Of these <b>%u</b> agreed ad referendum",
                  document->agreed);
    if (document->parked > 0)
        builder_print(page->out, ", <b>%u</b> parked", document->parked);
    desk_plain(page, ".</p>\n");
}

// --- The page

static const char *reading_words(struct str reading)
{
    return str_equal(reading, STR("base"))     ? "The base"
           : str_equal(reading, STR("agreed")) ? "What is agreed; […] is open"
                                               : NULL;
}

static void add_reading(struct desk_page *page, const struct desk_text *text)
{
    const char *words = reading_words(text->reading);
    struct merged_page one = desk_sheet_page(page, text->one, MERGED_REDLINE);
    desk_plain(page, "<p class=\"lede\"><b>");
    if (words)
        desk_plain(page, words);
    else {
        desk_text(page, text->reading);
        desk_plain(page, "’s text");
    }
    desk_plain(page, "</b></p>\n");
    add_outline(page, text->one);
    add_found(page, text, text->one);
    desk_header_end(page);
    desk_plain(page, "<div class=\"wrap\">\n");
    merged_page_rows(&one);
    desk_plain(page, "</div>\n");
}

static uint32_t party_of(const struct sheet *sheet, struct str name)
{
    uint32_t number = 0;
    while (number < sheet->party_count && !str_equal(sheet->party_names[number], name))
        number++;
    return number;
}

static void add_all(struct desk_page *page, const struct desk_text *text)
{
    const struct desk_document *document = text->document;
    const struct sheet *sheet = document->sheet;
    struct party only = {party_of(sheet, text->party)};
    struct merged_page body =
        desk_sheet_page(page, sheet, text->has_columns ? MERGED_COLUMNS : MERGED_REDLINE);
    body.hues = desk_hues(page, sheet);
    body.marks = desk_marks(page, document);
    body.only = only.number < sheet->party_count ? &only : NULL;
    add_outline(page, sheet);
    add_changes(page, document);
    add_found(page, text, sheet);
    desk_header_end(page);
    desk_sheet_tools_begin(page, &body);
    if (text->has_columns)
        desk_plain(page, "<label class=\"need-js\"><input type=\"checkbox\" id=\"only-open\" "
                         "autocomplete=\"off\"> Only open rows</label>\n");
    desk_sheet_tools_end(page);
    desk_plain(page, "<div class=\"wrap text\" data-part=\"text\">\n");
    if (text->has_columns)
        merged_page_table_of_columns(&body);
    else
        merged_page_rows(&body);
    desk_plain(page, "</div>\n");
    desk_sheet_foot(page, &body);
}

static void add_nothing(struct desk_page *page, const struct desk_document *document)
{
    desk_main(page);
    if (document->trouble.length > 0) {
        desk_plain(page, "<p class=\"bad\">The drafts cannot be put together: ");
        desk_text(page, document->trouble);
        desk_plain(page, "</p>\n");
    } else {
        desk_plain(page, "<p>There is no text yet. <a href=\"");
        desk_text(page, page->frame->root);
        desk_plain(page, "/drafts\">Enter a base and the drafts</a>.</p>\n");
    }
    desk_main_end(page);
}

struct str desk_text_page(const struct desk_frame *frame, const struct desk_text *text,
                          struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct desk_page page = {&out, arena, frame};
    const struct desk_document *document = text->document;
    struct desk_head head = {.title = document->title,
                             .kind = text->has_columns ? STR("Text in columns") : STR("Text"),
                             .is_wide = text->has_columns,
                             .style = "text.css"};
    desk_begin(&page, &head);
    add_documents(&page, document);
    if (document->sheet) {
        struct merged_page counted = desk_sheet_page(&page, document->sheet, MERGED_REDLINE);
        desk_plain(&page, "<div data-part=\"counts\">\n");
        desk_sheet_counts(&page, &counted);
        add_settled(&page, document);
        desk_plain(&page, "</div>\n");
        add_downloads(&page, document, text->has_columns);
        add_choices(&page, text);
        if (text->one)
            add_reading(&page, text);
        else
            add_all(&page, text);
    } else {
        add_nothing(&page, document);
    }
    desk_end(&page);
    return builder_str(&out);
}
