// SPDX-License-Identifier: Apache-2.0
//
// Every wording is <span class="v c p0 p2">: c has the colour of its first holder, p0 p2 name all
// holders; the base's wording is "v b". The script shows one reading by these classes alone.
#include "render/text/page_body.h"

enum { LONG_WORDING = 120 };

static bool names(const struct merged_page *page)
{
    return !page->style.hide_names;
}

uint32_t merged_page_hue(const struct merged_page *page, struct party party)
{
    return page->hues ? page->hues[party.number] : party.number;
}

void merged_page_holder_classes(struct merged_page *page, const struct wording *wording)
{
    for (uint32_t i = 0; i < wording->party_count; i++)
        builder_print(page->out, " p%u", wording->parties[i].number);
}

#define PARAGRAPH_BREAK "<span class=\"pb\"></span>"

struct str merged_page_exact(const struct wording *wording)
{
    return wording->document != NULL
               ? str_slice(wording->document->text, wording->range.from, wording->range.to)
               : wording->text;
}

void merged_page_words(struct merged_page *page, const struct wording *wording, struct str words)
{
    const struct html_look look = {PARAGRAPH_BREAK, wording->document != page->sheet->base};
    if (words.length == 0)
        return;
    if (wording->document == NULL) {
        html_lines(page->out, words, PARAGRAPH_BREAK);
        return;
    }
    // Documents are shorter than 4 GiB.
    uint32_t from = (uint32_t)(words.bytes - wording->document->text.bytes);
    html_runs(page->out, wording->document, (struct range){from, from + (uint32_t)words.length},
              &look);
}

static void add_part(struct merged_page *page, const struct wording *wording, uint32_t part)
{
    static const char *const tags[] = {
        [BLOCK_TABLE] = "table class=\"grid\"", [BLOCK_ROW] = "tr", [BLOCK_CELL] = "td"};
    static const char *const ends[] = {
        [BLOCK_TABLE] = "table", [BLOCK_ROW] = "tr", [BLOCK_CELL] = "td"};
    const struct wording_part *own = &wording->parts[part];
    builder_print(page->out, "<%s>", tags[own->kind]);
    if (own->kind == BLOCK_CELL)
        merged_page_blocks(page, part_walk_exact(wording, part));
    else
        for (uint32_t i = part + 1; i < own->end; i = wording->parts[i].end)
            add_part(page, wording, i);
    builder_print(page->out, "</%s>", ends[own->kind]);
}

void merged_page_blocks(struct merged_page *page, struct part_walk walk)
{
    struct range bytes;
    uint32_t part;
    for (bool is_first = true; part_walk_next(&walk, &bytes, &part); is_first = false) {
        if (!is_first)
            builder_add_c(page->out, PARAGRAPH_BREAK);
        if (part == NO_INDEX)
            merged_page_words(page, walk.wording,
                              str_slice(merged_page_exact(walk.wording), bytes.from, bytes.to));
        else
            add_part(page, walk.wording, part);
    }
}

void merged_page_all_words(struct merged_page *page, const struct wording *wording)
{
    if (wording->part_count > 0)
        merged_page_blocks(page, part_walk_exact(wording, NO_INDEX));
    else
        merged_page_words(page, wording, merged_page_exact(wording));
}

static void add_names_html(struct merged_page *page, const struct wording *wording,
                           const char *between)
{
    struct builder text = builder_make(page->arena);
    add_names(page->sheet, wording->parties, wording->party_count, between, &text);
    html_text(page->out, builder_str(&text));
}

static void open_wording(struct merged_page *page, const struct wording *wording)
{
    builder_add_c(page->out, wording->is_base ? "<span class=\"v b" : "<span class=\"v c");
    if (!wording->is_base)
        builder_print(page->out, " h%u", merged_page_hue(page, wording->parties[0]));
    merged_page_holder_classes(page, wording);
    if (wording->is_base && names(page)) {
        builder_add_c(page->out, wording->party_count > 0 ? "\" title=\"Base, kept by "
                                                          : "\" title=\"Base, kept by nobody");
        add_names_html(page, wording, ", ");
    }
    builder_add_c(page->out, "\">");
}

static void add_initials(struct merged_page *page, const struct wording *wording)
{
    bool is_deletion = wording->text.length == 0;
    if (!names(page) && !is_deletion)
        return;
    builder_add_c(page->out, "<span class=\"who after\">");
    builder_add_c(page->out, is_deletion ? "delete" : "");
    builder_add_c(page->out, is_deletion && names(page) ? ": " : "");
    if (names(page))
        add_names_html(page, wording, ", ");
    builder_add_c(page->out, "</span>");
}

// White space at the ends stays outside of the line through or under the words.
static void redline_wording(struct merged_page *page, const struct wording *wording)
{
    if (wording->part_count > 0) {
        open_wording(page, wording);
        builder_add_c(page->out, wording->is_base ? "<del>" : "<ins>");
        merged_page_all_words(page, wording);
        builder_add_c(page->out, wording->is_base ? "</del>" : "</ins>");
        if (!wording->is_base)
            add_initials(page, wording);
        builder_add_c(page->out, "</span>");
        return;
    }
    struct str text = merged_page_exact(wording);
    struct str core = str_trim(text);
    size_t before = core.length > 0 ? (size_t)(core.bytes - text.bytes) : 0;
    const char *tag = wording->is_base ? "del" : "ins";
    open_wording(page, wording);
    merged_page_words(page, wording, str_slice(text, 0, before));
    if (core.length > 0) {
        builder_print(page->out, "<%s>", tag);
        merged_page_words(page, wording, core);
        builder_print(page->out, "</%s>", tag);
    }
    if (!wording->is_base)
        add_initials(page, wording);
    merged_page_words(page, wording, str_skip(text, before + core.length));
    builder_add_c(page->out, "</span>");
}

// What stands before the words: "US, EU: ", "US/EU propose; RU oppose: ".
static void add_lead(struct merged_page *page, const struct sheet_slot *slot,
                     const struct wording *wording)
{
    const struct wording *base = &slot->wordings[0];
    if (!names(page))
        return;
    builder_add_c(page->out, "<span class=\"who\">");
    if (page->style.form == MERGED_PROPOSALS) {
        if (wording->is_base)
            builder_add_c(page->out, wording->party_count > 0 ? "base; " : "base");
        add_names_html(page, wording, "/");
        if (wording->party_count > 0)
            builder_add_c(page->out, wording->is_base            ? " keep"
                                     : wording->text.length == 0 ? " propose to delete"
                                                                 : " propose");
        if (!wording->is_base && base->party_count > 0) {
            builder_add_c(page->out, "; ");
            add_names_html(page, base, "/");
            builder_add_c(page->out, " oppose");
        }
    } else {
        if (wording->is_base)
            builder_add_c(page->out, wording->party_count > 0 ? "base, " : "base");
        add_names_html(page, wording, ", ");
    }
    builder_add_c(page->out, ":</span> ");
}

static void bracket_wording(struct merged_page *page, const struct sheet_slot *slot,
                            const struct wording *wording)
{
    open_wording(page, wording);
    builder_add_c(page->out, "<span class=\"br\">[</span>");
    add_lead(page, slot, wording);
    if (wording->text.length > 0) {
        builder_add_c(page->out, wording->is_base ? "<span class=\"kept\">" : "<ins>");
        merged_page_all_words(page, wording);
        builder_add_c(page->out, wording->is_base ? "</span>" : "</ins>");
    } else {
        builder_add_c(page->out, "<span class=\"who\">(nothing)</span>");
    }
    builder_add_c(page->out, "<span class=\"br\">]</span></span>");
}

static void option_wording(struct merged_page *page, const struct wording *wording)
{
    open_wording(page, wording);
    builder_print(page->out, "<span class=\"who\">Option %u", ++page->option);
    if (names(page)) {
        builder_add_c(page->out, wording->is_base && wording->party_count > 0 ? ": base, " : ": ");
        if (wording->is_base && wording->party_count == 0)
            builder_add_c(page->out, "base");
        add_names_html(page, wording, ", ");
    }
    builder_add_c(page->out, "</span>");
    if (wording->text.length > 0)
        merged_page_all_words(page, wording);
    else
        builder_add_c(page->out, "<span class=\"who\">(nothing)</span>");
    builder_add_c(page->out, "</span>");
}

static bool is_redline(const struct merged_page *page)
{
    return page->style.form == MERGED_REDLINE || page->style.form == MERGED_COLUMNS;
}

void merged_page_wording_begin(struct merged_page *page, const struct sheet_slot *slot,
                               const struct wording *wording, bool is_first)
{
    builder_add_c(page->out, "<span class=\"slot\">");
    open_wording(page, wording);
    if (is_redline(page) || !is_first)
        return;
    builder_add_c(page->out, "<span class=\"br\">[</span>");
    add_lead(page, slot, wording);
}

void merged_page_wording_end(struct merged_page *page, const struct sheet_slot *slot,
                             const struct wording *wording, bool is_last)
{
    if (is_last && !is_redline(page))
        builder_add_c(page->out, "<span class=\"br\">]</span>");
    if (is_last && is_redline(page) && !wording->is_base)
        add_initials(page, wording);
    builder_add_c(page->out, "</span>");
    for (uint32_t i = 1; is_last && wording->is_base && i < slot->wording_count; i++) {
        const struct wording *other = &slot->wordings[i];
        if (other->part_count > 0)
            continue;
        builder_add_byte(page->out, ' ');
        if (is_redline(page)) {
            open_wording(page, other);
            add_initials(page, other);
            builder_add_c(page->out, "</span>");
        } else {
            bracket_wording(page, slot, other);
        }
    }
    builder_add_c(page->out, "</span>");
}

static bool is_long(const struct sheet_slot *slot)
{
    for (uint32_t i = 0; i < slot->wording_count; i++)
        if (slot->wordings[i].text.length > LONG_WORDING ||
            str_contains(slot->wordings[i].text, STR("\n")))
            return true;
    return slot->whole;
}

// Whether a filter by party leaves a wording out.
static bool is_left_out(const struct merged_page *page, const struct wording *wording)
{
    return page->only != NULL && !wording->is_base && !wording_has(wording, *page->only);
}

static void add_mark(struct merged_page *page, const struct sheet_slot *slot)
{
    if (page->marks != NULL)
        builder_add(page->out, page->marks[slot - page->sheet->slots]);
}

// The wordings of a slot, or as if the party that is looked at held no other than the base's.
static bool is_as_base(const struct merged_page *page, const struct sheet_slot *slot)
{
    return page->only != NULL && wording_of(slot, *page->only)->is_base;
}

static void numbering(struct merged_page *page, const struct sheet_slot *slot)
{
    builder_add_c(page->out, "<span class=\"slot num\">");
    open_wording(page, &slot->wordings[0]);
    merged_page_all_words(page, &slot->wordings[0]);
    builder_add_c(page->out, "</span></span>");
}

void merged_page_slot(struct merged_page *page, const struct sheet_slot *slot)
{
    if (!sheet_slot_is_open(slot) || is_as_base(page, slot)) {
        numbering(page, slot);
        return;
    }
    bool are_options = page->style.form == MERGED_OPTIONS && is_long(slot);
    builder_add_c(page->out, are_options ? "<span class=\"slot opts\">" : "<span class=\"slot\">");
    bool is_first = true;
    for (uint32_t i = 0; i < slot->wording_count; i++) {
        const struct wording *wording = &slot->wordings[i];
        bool is_silent = wording->is_base && wording->text.length == 0 && !are_options;
        if (is_left_out(page, wording))
            continue;
        if (!is_first && !are_options)
            builder_add_byte(page->out, ' ');
        is_first = is_silent;
        if (is_silent) {
            open_wording(page, wording);
            builder_add_c(page->out, "</span>");
        } else if (are_options) {
            option_wording(page, wording);
        } else if (page->style.form == MERGED_REDLINE || page->style.form == MERGED_COLUMNS) {
            redline_wording(page, wording);
        } else {
            bracket_wording(page, slot, wording);
        }
    }
    add_mark(page, slot);
    builder_add_c(page->out, "</span>");
}
