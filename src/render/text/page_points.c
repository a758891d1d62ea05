// SPDX-License-Identifier: Apache-2.0
#include "render/text/page_tables.h"

#include "merge/other_labels.h"
#include "merge/table_points.h"

// Whether a wording of the point has a table.
static bool has_tables(const struct merged_page *page, const struct point *point)
{
    const struct sheet_slot *slot =
        point->segment_count == 1 ? segment_slot(page->sheet, point_segment(page->sheet, point, 0))
                                  : NULL;
    for (uint32_t i = 0; slot != NULL && i < slot->wording_count; i++)
        if (slot->wordings[i].part_count > 0)
            return true;
    return false;
}

static const char *element_of(const struct merged_page *page, const struct point *point)
{
    if (has_tables(page, point))
        return "div"; // a paragraph could hold none
    static const char *const headings[] = {"h2", "h2", "h3", "h4"};
    switch (point->kind) {
    case PARAGRAPH_HEADING:
        return headings[point->level < 3 ? point->level : 3];
    case PARAGRAPH_VERBATIM:
        return "pre";
    case PARAGRAPH_TEXT:
    case PARAGRAPH_ITEM:
        break;
    }
    return "p";
}

// "x0 xb": in these readings the point is not there.
static void add_absences(struct merged_page *page, const struct point *point)
{
    if (!point_exists(page->sheet, point, (struct sheet_reading){.kind = READ_BASE}))
        builder_add_c(page->out, " xb");
    for (uint32_t i = 0; i < page->sheet->party_count; i++)
        if (!point_exists(page->sheet, point, (struct sheet_reading){READ_PARTY, {i}}))
            builder_print(page->out, " x%u", i);
}

// A number for each reading that has its own; the base's stands where all are shown.
static void add_labels(struct merged_page *page, const struct point *point)
{
    const struct sheet *sheet = page->sheet;
    struct str base;
    struct str agreed;
    struct builder classes = builder_make(page->arena);
    bool has_base = point_label(sheet, point, (struct sheet_reading){.kind = READ_BASE}, 0, &base);
    point_label(sheet, point, (struct sheet_reading){.kind = READ_AGREED}, 0, &agreed);
    bool is_agreed = str_equal(agreed, base);
    builder_print(&classes, " v b%s", is_agreed ? " a" : "");
    for (uint32_t p = 0; p < sheet->party_count; p++) {
        struct str own;
        point_label(sheet, point, (struct sheet_reading){READ_PARTY, {p}}, 0, &own);
        if (str_equal(own, base))
            builder_print(&classes, " p%u", p);
    }
    if (has_base)
        merged_page_number(page, builder_str(&classes), base);
    for (uint32_t i = 0; i < point->label_count; i++) {
        const struct other_labels *other = &point->labels[i];
        if (other->party_count == 0 || other->items[0].length == 0 ||
            str_equal(other->items[0], base))
            continue;
        builder_cut(&classes, 0);
        builder_print(&classes, " v n%s",
                      !is_agreed && str_equal(other->items[0], agreed) ? " a" : "");
        for (uint32_t k = 0; k < other->party_count; k++)
            builder_print(&classes, " p%u", other->parties[k].number);
        merged_page_number(page, builder_str(&classes), other->items[0]);
    }
}

static void add_label(struct merged_page *page, const struct point *point)
{
    if (point->story.length > 0) {
        builder_add_c(page->out, "<span class=\"where\">");
        html_text(page->out, point->story);
        builder_add_c(page->out, "</span>");
    }
    if (point->label_count > 0)
        add_labels(page, point);
    else if (point->label_is_computed)
        merged_page_number(page, STR(""), point->label);
}

static void add_segments(struct merged_page *page, const struct point *point)
{
    page->option = 0;
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct segment *segment = point_segment(page->sheet, point, i);
        const struct sheet_slot *slot = segment_slot(page->sheet, segment);
        if (slot != NULL)
            merged_page_slot(page, slot);
        else
            merged_page_agreed(page, segment);
    }
}

// <section class="pt st-P x0" …> with the row number and the status letter in the margin.
static void open_section(struct merged_page *page, uint32_t number, enum row_status status)
{
    const struct point *point = &page->sheet->points[number];
    const char *letter = row_status_letter(status);
    builder_print(page->out, "<section class=\"pt st-%s", letter);
    if (point->cell.length == 0)
        add_absences(page, point);
    builder_print(page->out, "\" id=\"r%u\"><a href=\"#r%u\" title=\"", number + 1, number + 1);
    html_text(page->out, point->path);
    builder_print(page->out, "\">%u <span class=\"badge st-%s\" title=\"%s\">%s</span></a>",
                  number + 1, letter, row_status_word(status), letter);
}

static void add_comment(struct merged_page *page, uint32_t number)
{
    const struct sheet_comment *comment = &page->sheet->comments[number];
    builder_print(page->out, "<li%s id=\"note%u\"><span class=\"who\">",
                  comment->is_resolved ? " class=\"done\"" : "", number + 1);
    bool has_author = comment->author.length > 0 && !page->style.hide_names;
    html_text(page->out, has_author ? comment->author : STR("somebody"));
    if (!comment->is_of_base && !page->style.hide_names) {
        builder_add_c(page->out, " (");
        html_text(page->out, page->sheet->party_names[comment->party.number]);
        builder_add_c(page->out, ")");
    }
    if (comment->date.length > 0) {
        builder_add_c(page->out, ", ");
        html_text(page->out, str_slice(comment->date, 0, sizeof "2031-03-01" - 1));
    }
    builder_add_c(page->out, comment->is_resolved ? ", settled</span>" : "</span>");
    if (comment->parent == NO_INDEX && comment->about.length > 0) {
        builder_add_c(page->out, " on <q>");
        html_lines(page->out, comment->about, " ");
        builder_add_c(page->out, "</q>");
    }
    builder_add_c(page->out, ": ");
    html_lines(page->out, comment->text, " ");
}

enum { DEEPEST_THREAD = 16 };

// The comment that a thread begins with.
static uint32_t first_of_thread(const struct sheet *sheet, uint32_t number)
{
    for (uint32_t i = 0; i < DEEPEST_THREAD && sheet->comments[number].parent != NO_INDEX; i++)
        number = sheet->comments[number].parent;
    return number;
}

static void add_thread(struct merged_page *page, uint32_t first)
{
    bool has_answers = false;
    add_comment(page, first);
    for (uint32_t i = first + 1; i < page->sheet->comment_count; i++) {
        if (first_of_thread(page->sheet, i) != first)
            continue;
        builder_add_c(page->out, has_answers ? "</li>" : "<ul>");
        has_answers = true;
        add_comment(page, i);
    }
    builder_add_c(page->out, has_answers ? "</li></ul></li>" : "</li>");
}

// What is said of points [first, first + count), a thread an item, and what the page has to say of them.
static void add_said(struct merged_page *page, uint32_t first, uint32_t count)
{
    bool has_any = false;
    for (uint32_t i = 0; i < page->sheet->comment_count; i++) {
        const struct sheet_comment *comment = &page->sheet->comments[i];
        if (first_of_thread(page->sheet, i) != i || comment->point < first ||
            comment->point >= first + count)
            continue;
        builder_add_c(page->out, has_any ? "" : "<ul class=\"said\">");
        has_any = true;
        add_thread(page, i);
    }
    builder_add_c(page->out, has_any ? "</ul>\n" : "");
    for (uint32_t i = first; page->below && i < first + count; i++)
        builder_add(page->out, page->below[i]);
}

static void add_point(struct merged_page *page, uint32_t number)
{
    const struct point *point = &page->sheet->points[number];
    const char *element = element_of(page, point);
    open_section(page, number, point_status(page->sheet, point));
    builder_print(page->out, "<%s dir=\"auto\"", element);
    if (point->kind == PARAGRAPH_ITEM && point->level > 1)
        builder_print(page->out, " class=\"i%u\"", point->level < 4 ? point->level : 4);
    builder_add_c(page->out, ">");
    add_label(page, point);
    add_segments(page, point);
    builder_print(page->out, "</%s>", element);
    add_said(page, number, 1);
    builder_add_c(page->out, "</section>\n");
}

static void add_words(struct merged_page *page, uint32_t number, const void *context)
{
    const struct point *point = &page->sheet->points[number];
    (void)context;
    if (point->label_is_computed || point->label_count > 0)
        add_label(page, point);
    add_segments(page, point);
}

static void add_unit(struct merged_page *page, const struct unit_place *place, const void *context)
{
    (void)context;
    merged_page_unit(page, place);
}

static void add_table(struct merged_page *page, uint32_t first, uint32_t count)
{
    static const struct table_look look = {add_words, add_unit, NULL};
    enum row_status worst = ROW_AGREED;
    for (uint32_t i = first; i < first + count; i++) {
        enum row_status status = point_status(page->sheet, &page->sheet->points[i]);
        worst = status > worst ? status : worst;
    }
    open_section(page, first, worst);
    builder_add_c(page->out, "<div class=\"scroll\">");
    merged_page_table(page, first, first + count, 0, &look);
    builder_add_c(page->out, "</div>");
    add_said(page, first, count);
    builder_add_c(page->out, "</section>\n");
}

void merged_page_rows(struct merged_page *page)
{
    for (uint32_t i = 0; i < page->sheet->point_count;) {
        uint32_t cells = table_points(page->sheet, i, page->sheet->point_count, 0);
        if (cells > 0)
            add_table(page, i, cells);
        else
            add_point(page, i);
        i += cells > 0 ? cells : 1;
    }
}

void merged_page_points(struct merged_page *page)
{
    builder_add_c(page->out, "<main class=\"wrap\">\n");
    merged_page_rows(page);
    builder_add_c(page->out, "</main>\n");
}
