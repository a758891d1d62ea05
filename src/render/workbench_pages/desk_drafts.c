// SPDX-License-Identifier: Apache-2.0
#include "render/page/page_table.h"
#include "render/workbench_pages/desk_pages.h"
#include "render/workbench_pages/desk_sheet.h"

enum { START_BYTES = 160 };

static const struct page_column columns[] = {
    {"Draft", false}, {"Whose", false}, {"Tabled", false}, {"File", false}, {"Counts now", false}};

static void add_draft(struct desk_page *page, const struct desk_draft *draft)
{
    desk_plain(page, "<tr>");
    page_cell(page->out, CELL_ROW, draft->id);
    page_cell_begin(page->out, CELL_WORDS);
    if (draft->party.length > 0)
        desk_party(page, draft->party);
    else
        desk_plain(page, "the base");
    page_cell_end(page->out, CELL_WORDS);
    page_cell(page->out, CELL_WORDS, draft->date);
    page_cell_begin(page->out, CELL_WORDS);
    const struct str parts[] = {STR("/files/"), draft->id, STR("")};
    desk_link_begin(page, "", parts);
    desk_text(page, draft->file.length > 0 ? draft->file : STR("as it came"));
    desk_link_end(page);
    page_cell_end(page->out, CELL_WORDS);
    page_cell(page->out, CELL_WORDS, draft->is_current ? STR("✓ yes") : STR("no"));
    desk_plain(page, "</tr>\n");
}

static void add_upload(struct desk_page *page, const struct desk_drafts_of *own)
{
    if (!desk_may_act(page->frame))
        return;
    desk_form_begin(page, NULL, "act");
    desk_hidden(page, "document", own->document.id);
    desk_party_choice(page, "Whose", "the base");
    desk_plain(page, "<label>File <input type=\"file\" name=\"file\" required "
                     "accept=\".docx,.md,.markdown,.txt\">"
                     "</label>\n<button class=\"first\" name=\"act\" value=\"preview\">See what it "
                     "changes</button>\n"
                     "<button name=\"act\" value=\"draft\">Enter it</button>\n");
    desk_form_end(page);
}

static void add_downloads(struct desk_page *page, const struct desk_drafts_of *own)
{
    static const char *const endings[] = {".docx", ".columns.docx", ".next.docx", ".list.xlsx"};
    static const char *const words[] = {"Consolidated Word file", "Document in columns",
                                        "Next base, as it would go round", "Open places (.xlsx)"};
    if (!own->has_base || !own->has_drafts)
        return;
    desk_plain(page, "<p class=\"row\">Download: ");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const struct str parts[] = {STR("/text/"), own->document.id, str_of(endings[i]), STR("")};
        desk_plain(page, i > 0 ? " · " : "");
        desk_link_begin(page, "", parts);
        desk_plain(page, words[i]);
        desk_link_end(page);
    }
    desk_plain(page, " · <a href=\"");
    desk_text(page, page->frame->root);
    desk_plain(page, "/beside?document=");
    desk_address(page->out, own->document.id);
    desk_plain(page, "\">Two drafts side by side</a>");
    const struct str brief[] = {STR("/brief.docx"), STR(""), STR("")};
    desk_plain(page, " · ");
    desk_link_begin(page, "", brief);
    desk_plain(page, "The brief in Word");
    desk_link_end(page);
    desk_plain(page, "</p>\n");
}

// Rounds are begun by the secretariat alone.
static void add_next(struct desk_page *page, const struct desk_drafts_of *own)
{
    if (!own->has_base || page->frame->role != DESK_SECRETARIAT)
        return;
    desk_form_begin(page, "next", "act");
    desk_hidden(page, "document", own->document.id);
    desk_button(page, "Begin the next round", false);
    desk_plain(
        page, "<small class=\"quiet\">What is agreed goes into a new base; what is open stays open "
              "with its stances, and each party’s draft is set into it.</small>\n");
    desk_form_end(page);
}

static void add_document(struct desk_page *page, const struct desk_drafts_of *own)
{
    desk_plain(page, "<section data-part=\"drafts-");
    desk_text(page, own->document.id);
    desk_plain(page, "\"><h2>");
    const struct str parts[] = {STR("/text/"), own->document.id, STR("")};
    desk_link_begin(page, "", parts);
    desk_text(page, own->document.name);
    desk_link_end(page);
    desk_plain(page, "</h2>\n");
    if (own->drafts.count > 0) {
        page_table_begin(page->out, NULL);
        page_columns(page->out, columns, sizeof columns / sizeof *columns);
        for (size_t i = 0; i < own->drafts.count; i++)
            add_draft(page, LIST_AT(&own->drafts, struct desk_draft, i));
        page_table_end(page->out);
    } else {
        desk_plain(page, "<p>There is no text yet: enter the base first.</p>\n");
    }
    add_downloads(page, own);
    add_upload(page, own);
    add_next(page, own);
    desk_plain(page, "</section>\n");
}

// --- A draft that is not entered yet

static void add_proposal(struct desk_page *page, const struct desk_preview *preview,
                         const struct sheet_slot *slot)
{
    const struct point *point = &preview->sheet->points[slot->point];
    const struct wording *own = wording_of(slot, (struct party){preview->number});
    if (own->is_base)
        return;
    desk_plain(page, "<li><b>");
    desk_text(page, desk_point_words(point));
    desk_plain(page, "</b> <del>");
    desk_text(page, desk_start(slot->wordings[0].text, START_BYTES, page->arena));
    desk_plain(page, "</del> <ins>");
    desk_text(page, desk_start(own->text, START_BYTES, page->arena));
    desk_plain(page, "</ins>");
    for (uint32_t i = 0; i < own->party_count; i++) {
        struct str holder = preview->sheet->party_names[own->parties[i].number];
        desk_plain(page, own->parties[i].number == preview->number ? "" : " as ");
        if (own->parties[i].number != preview->number)
            desk_party(page, holder);
    }
    desk_plain(page, "</li>\n");
}

static void add_changes(struct desk_page *page, const struct desk_preview *preview)
{
    builder_print(page->out,
                  "<p><b>%u</b> proposal%s, <b>%u</b> of them shared with others. Open places: "
                  "<b>%u</b> now, "
                  "<b>%u</b> with it.</p>\n<ol class=\"spaced\">\n",
                  preview->proposals, preview->proposals == 1 ? "" : "s", preview->shared,
                  preview->open_before, preview->open_after);
    for (uint32_t i = 0; i < preview->sheet->slot_count; i++)
        if (sheet_slot_is_open(&preview->sheet->slots[i]))
            add_proposal(page, preview, &preview->sheet->slots[i]);
    desk_plain(page, "</ol>\n");
}

static void add_preview(struct desk_page *page, const struct desk_drafts *drafts)
{
    const struct desk_preview *preview = drafts->preview;
    if (!preview)
        return;
    desk_plain(page, "<section class=\"step\"><h2>What ");
    desk_text(page, preview->file);
    desk_plain(page, " changes in ");
    desk_text(page, drafts->previewed.name);
    desk_plain(page, "</h2>\n");
    if (preview->trouble.length > 0) {
        desk_plain(page, "<p class=\"bad\">✗ ");
        desk_text(page, preview->trouble);
        desk_plain(page, "</p></section>\n");
        return;
    }
    if (preview->sheet)
        add_changes(page, preview);
    else
        desk_plain(page, "<p>It is the new base: slots and stances begin anew from it.</p>\n");
    desk_form_begin(page, "draft", "act");
    desk_hidden(page, "document", drafts->previewed.id);
    desk_hidden(page, "party", preview->party);
    desk_hidden(page, "upload", preview->upload);
    desk_button(page, "Enter it", true);
    desk_plain(page, "<small class=\"quiet\">Nothing of it is in the case yet.</small>\n");
    desk_form_end(page);
    desk_plain(page, "</section>\n");
}

struct str desk_drafts_page(const struct desk_frame *frame, const struct desk_drafts *drafts,
                            struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct desk_page page = {&out, arena, frame};
    struct desk_head head = {.title = STR("Drafts")};
    desk_begin(&page, &head);
    desk_main(&page);
    add_preview(&page, drafts);
    for (uint32_t i = 0; i < drafts->document_count; i++)
        add_document(&page, &drafts->documents[i]);
    if (desk_may_act(frame)) {
        desk_plain(&page, "<section><h2>Another document</h2>\n");
        desk_form_begin(&page, "document", "act");
        desk_input(&page, "Title", "text", "title", STR(""));
        desk_button(&page, "Add", false);
        desk_form_end(&page);
        desk_plain(&page, "</section>\n");
    }
    desk_main_end(&page);
    desk_end(&page);
    return builder_str(&out);
}
