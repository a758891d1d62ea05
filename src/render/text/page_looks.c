// SPDX-License-Identifier: Apache-2.0
// Agreed words, and what some parties show in another way without changing a word.
#include "base/sorted.h"
#include "base/utf8.h"
#include "render/text/page_body.h"

enum { LOOKS_LISTED = 300, LONGEST_SHOWN = 120 };

// "US, EU: bold"
static struct str look_title(const struct merged_page *page,
                             const struct format_change *format_change)
{
    struct str words = format_change->change;
    struct builder title = builder_make(page->arena);
    if (words.length == 0)
        return words;
    if (!page->style.hide_names) {
        add_names(page->sheet, format_change->parties, format_change->party_count, ", ", &title);
        builder_add_c(&title, ": ");
    }
    builder_add(&title, words);
    return builder_str(&title);
}

static bool look_begins_before(const void *row, size_t at, uint64_t place)
{
    const struct format_change *looks = row;
    return looks[at].base.from < place;
}

// The first words with another look that begin at or behind a byte of the base.
static uint32_t first_look(const struct merged_page *page, uint32_t at)
{
    return (uint32_t)sorted_before(page->word_looks, page->sheet->format_changes,
                                   look_begins_before, at);
}

static void add_look(struct merged_page *page, const struct format_change *format_change,
                     const struct html_look *how)
{
    struct str title = look_title(page, format_change);
    if (title.length > 0) {
        builder_print(page->out, "<span class=\"look h%u\" title=\"",
                      merged_page_hue(page, format_change->parties[0]));
        html_text(page->out, title);
        builder_add_c(page->out, "\">");
    }
    html_runs(page->out, page->sheet->base, format_change->base, how);
    if (title.length > 0)
        builder_add_c(page->out, "</span>");
}

void merged_page_agreed(struct merged_page *page, const struct segment *segment)
{
    const struct document *base = page->sheet->base;
    const struct html_look how = {"<br>", false};
    struct range range = segment->base;
    if (base == NULL || range.to <= range.from) {
        html_lines(page->out, segment->text, "<br>");
        return;
    }
    uint32_t at = range.from;
    for (uint32_t i = first_look(page, at); i < page->word_looks; i++) {
        const struct format_change *format_change = &page->sheet->format_changes[i];
        if (format_change->base.to > range.to)
            break;
        if (format_change->base.from < at)
            continue; // another party's look of the same words is in the list
        html_runs(page->out, base, (struct range){at, format_change->base.from}, &how);
        add_look(page, format_change, &how);
        at = format_change->base.to;
    }
    html_runs(page->out, base, (struct range){at, range.to}, &how);
}

static void add_item(struct merged_page *page, const struct format_change *format_change,
                     struct str title)
{
    static const char *const scopes[] = {[FORMAT_OF_WORDS] = " — “",
                                         [FORMAT_OF_PARAGRAPH] = " — paragraph “",
                                         [FORMAT_OF_NUMBER] = " — paragraph “"};
    struct str text = format_change->text;
    struct str shown = utf8_start(text, LONGEST_SHOWN);
    builder_print(page->out, "<li><a href=\"#r%u\">%u</a> ", format_change->point + 1,
                  format_change->point + 1);
    html_text(page->out, title);
    if (format_change->scope == FORMAT_OF_LAYOUT) {
        builder_add_c(page->out, "</li>\n");
        return;
    }
    builder_add_c(page->out, scopes[format_change->scope]);
    html_lines(page->out, shown, " ");
    builder_add_c(page->out, shown.length < text.length ? " …”</li>\n" : "”</li>\n");
}

void merged_page_looks(struct merged_page *page)
{
    const struct sheet *sheet = page->sheet;
    const struct sheet_counts *counts = &page->counts;
    uint32_t count = counts->format_changes + counts->number_changes + counts->layout_changes;
    if (count == 0)
        return;
    builder_print(page->out,
                  "<details class=\"notes\"%s><summary>%u change%s of %s</summary><ul>\n",
                  count <= 20 ? " open" : "", count, count == 1 ? "" : "s",
                  count == counts->format_changes ? "format alone" : "format, numbering or layout");
    uint32_t listed = 0;
    for (uint32_t i = 0; i < sheet->format_change_count && listed < LOOKS_LISTED; i++) {
        struct str title = look_title(page, &sheet->format_changes[i]);
        if (title.length == 0)
            continue;
        add_item(page, &sheet->format_changes[i], title);
        listed++;
    }
    if (listed < count)
        builder_print(page->out, "<li>and %u more</li>\n", count - listed);
    builder_add_c(page->out, "</ul></details>\n");
}
