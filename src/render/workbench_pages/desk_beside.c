// SPDX-License-Identifier: Apache-2.0
// Two drafts side by side: what only one of them has is marked in its column.
#include "merge/point_text.h"
#include "render/page/page_table.h"
#include "render/workbench_pages/desk_pages.h"
#include "render/workbench_pages/desk_sheet.h"

static const struct desk_draft *draft_of(const struct desk_beside *beside, struct str id)
{
    for (size_t i = 0; i < beside->drafts.count; i++) {
        const struct desk_draft *draft = LIST_AT(&beside->drafts, struct desk_draft, i);
        if (str_equal(draft->id, id))
            return draft;
    }
    return NULL;
}

static void add_name(struct desk_page *page, const struct desk_draft *draft)
{
    if (draft->party.length > 0)
        desk_text(page, desk_party_name(page->frame, draft->party));
    else
        desk_plain(page, "the base");
    desk_plain(page, ", ");
    desk_text(page, draft->date);
    desk_plain(page, " (");
    desk_text(page, draft->id);
    desk_plain(page, ")");
}

static void add_choice(struct desk_page *page, const struct desk_beside *beside, const char *name,
                       const char *words, struct str chosen)
{
    builder_print(page->out, "<label class=\"grow\">%s <select name=\"%s\">", words, name);
    for (size_t i = 0; i < beside->drafts.count; i++) {
        const struct desk_draft *draft = LIST_AT(&beside->drafts, struct desk_draft, i);
        desk_plain(page, "<option value=\"");
        desk_text(page, draft->id);
        desk_plain(page, str_equal(draft->id, chosen) ? "\" selected>" : "\">");
        add_name(page, draft);
        desk_plain(page, "</option>");
    }
    desk_plain(page, "</select></label>\n");
}

static void add_choices(struct desk_page *page, const struct desk_beside *beside)
{
    desk_plain(page, "<form class=\"act\" method=\"get\" data-at-once action=\"");
    desk_text(page, page->frame->root);
    desk_plain(page, "/beside\">");
    desk_hidden(page, "document", beside->document.id);
    add_choice(page, beside, "one", "Left", beside->one);
    add_choice(page, beside, "other", "Right", beside->other);
    desk_button(page, "Side by side", true);
    desk_plain(page, "</form>\n");
}

// A wording of a slot, marked as what only this side has.
static void add_own(struct desk_page *page, const struct sheet_slot *slot, bool is_right)
{
    const struct wording *wording = &slot->wordings[is_right ? slot->wording_count - 1 : 0];
    if (wording->text.length == 0)
        return;
    if (!sheet_slot_is_open(slot)) { // numbers that count on, a table of contents
        desk_text(page, wording->text);
        return;
    }
    desk_plain(page, is_right ? "<ins>" : "<del>");
    desk_text(page, wording->text);
    desk_plain(page, is_right ? "</ins>" : "</del>");
}

static void add_side(struct desk_page *page, const struct sheet *sheet, const struct point *point,
                     bool is_right)
{
    page_cell_begin(page->out, CELL_WORDS);
    desk_plain(page, "<span class=\"words\" dir=\"auto\">");
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct segment *segment = &sheet->segments[point->first_segment + i];
        if (segment->slot == NO_INDEX)
            desk_text(page, segment->text);
        else
            add_own(page, &sheet->slots[segment->slot], is_right);
    }
    desk_plain(page, "</span>");
    page_cell_end(page->out, CELL_WORDS);
}

static bool differs(const struct sheet *sheet, const struct point *point)
{
    for (uint32_t i = 0; i < point->segment_count; i++) {
        uint32_t slot = sheet->segments[point->first_segment + i].slot;
        if (slot != NO_INDEX && sheet_slot_is_open(&sheet->slots[slot]))
            return true;
    }
    return false;
}

// "differs" stands there in words too: colour alone says nothing to many.
static void add_point(struct desk_page *page, const struct sheet *sheet, const struct point *point)
{
    bool is_changed = differs(sheet, point);
    desk_plain(page, is_changed ? "<tr class=\"changed\">" : "<tr class=\"alike\">");
    page_cell_begin(page->out, CELL_ROW);
    desk_text(page, point->label.length > 0 ? point->label : STR("¶"));
    desk_plain(page, is_changed
                         ? " <span class=\"warn\">≠<span class=\"unseen\"> differs</span></span>"
                         : "");
    page_cell_end(page->out, CELL_ROW);
    add_side(page, sheet, point, false);
    add_side(page, sheet, point, true);
    desk_plain(page, "</tr>\n");
}

static void add_head(struct desk_page *page, const struct desk_draft *draft)
{
    page_cell_begin(page->out, CELL_COLUMN);
    add_name(page, draft);
    page_cell_end(page->out, CELL_COLUMN);
}

static void add_table(struct desk_page *page, const struct desk_beside *beside)
{
    const struct sheet *sheet = beside->sheet;
    uint32_t places = 0;
    for (uint32_t s = 0; s < sheet->slot_count; s++)
        places += sheet_slot_is_open(&sheet->slots[s]);
    builder_print(page->out, "<p><b>%u</b> place%s differ%s in words.</p>\n", places,
                  places == 1 ? "" : "s", places == 1 ? "s" : "");
    if (places > 0)
        desk_plain(page, "<p class=\"row need-js ways\"><button type=\"button\" id=\"before\" "
                         "aria-label=\"The difference before\">↑</button> <button type=\"button\" "
                         "id=\"next\">Next difference ↓</button> <label><input "
                         "type=\"checkbox\" id=\"only-open\"> only what differs</label></p>\n");
    page_table_begin(page->out, NULL);
    page_columns_begin(page->out);
    page_cell(page->out, CELL_COLUMN, STR("Point"));
    add_head(page, draft_of(beside, beside->one));
    add_head(page, draft_of(beside, beside->other));
    page_columns_end(page->out);
    for (uint32_t i = 0; i < sheet->point_count; i++)
        add_point(page, sheet, &sheet->points[i]);
    page_table_end(page->out);
}

struct str desk_beside_page(const struct desk_frame *frame, const struct desk_beside *beside,
                            struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct desk_page page = {&out, arena, frame};
    struct desk_head head = {.title = beside->document.name,
                             .kind = STR("Two drafts side by side"),
                             .is_wide = true,
                             .style = "text.css"};
    desk_begin(&page, &head);
    desk_main(&page);
    add_choices(&page, beside);
    if (beside->sheet) {
        desk_plain(&page, "<div data-part=\"beside\">\n");
        add_table(&page, beside);
        desk_plain(&page, "</div>\n");
    } else if (beside->trouble.length > 0) {
        desk_plain(&page, "<p class=\"bad\">✗ ");
        desk_text(&page, beside->trouble);
        desk_plain(&page, "</p>\n");
    } else {
        desk_plain(&page, "<p>There are no two drafts yet.</p>\n");
    }
    desk_main_end(&page);
    desk_end(&page);
    return builder_str(&out);
}
