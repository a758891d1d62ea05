// SPDX-License-Identifier: Apache-2.0
//
// Brackets: [base, RU: within 30 days] [US, EU: immediately]. The grammar and its escapes are in
// docs/merge.md; bracketed_read.c reads it again.
#include "exchange/markdown/inline.h"
#include "exchange/merged/text_unit.h"

enum { LONG_WORDING = 120 };

static const char nothing[] = "(nothing)";

static bool names(const struct text_writer *writer)
{
    return !writer->style.hide_names;
}

static void add_holders(struct text_writer *writer, const struct wording *wording,
                        const char *between)
{
    for (uint32_t i = 0; i < wording->party_count; i++) {
        builder_add_c(writer->out, i == 0 ? "" : between);
        text_add_name(writer, wording->parties[i].number);
    }
}

// The base's words inside one paragraph keep their marks in Markdown. They are borrowed from the
// base's text, which tells where they stand.
static bool write_from_base(struct text_writer *writer, const struct wording *wording)
{
    const struct document *base = writer->sheet->base;
    if (!wording->is_base || base == NULL || writer->style.medium != MEDIUM_MARKDOWN ||
        str_contains(wording->text, STR("\n")))
        return false;
    uintptr_t start = (uintptr_t)base->text.bytes;
    uintptr_t at = (uintptr_t)wording->text.bytes;
    if (at < start || at + wording->text.length > start + base->text.length)
        return false;
    // The base's text is shorter than 4 GiB.
    uint32_t from = (uint32_t)(at - start);
    bool has_bracket = str_find_byte(wording->text, '[') < wording->text.length ||
                       str_find_byte(wording->text, ']') < wording->text.length;
    struct markdown_inline options = {base, "\\\n", writer->keeps_source && !has_bracket};
    struct builder source = builder_make(writer->arena);
    markdown_inline_write(&options, from, from + (uint32_t)wording->text.length,
                          writer->at_line_start, &source);
    text_add_source(writer, builder_str(&source));
    writer->at_line_start = false;
    return true;
}

// The words of a wording; no words are said as "(nothing)", and words like that are escaped.
// is_empty_line: a line stays where there are none, and "(nothing)" would say that it goes.
static void add_wording(struct text_writer *writer, const struct wording *wording,
                        bool is_empty_line)
{
    if (wording->text.length == 0) {
        text_add_mark(writer, is_empty_line ? "" : nothing);
        return;
    }
    if (wording->part_count > 0 && writer->style.medium == MEDIUM_MARKDOWN) {
        text_write_blocks(writer, part_walk_of(wording, NO_INDEX));
        return;
    }
    if (write_from_base(writer, wording))
        return;
    if (str_equal(wording->text, str_of(nothing)))
        builder_add_byte(writer->out, '\\');
    text_add(writer, wording->text, true);
}

// The same of a wording that has words, without regard to how it is read back.
static void add_words(struct text_writer *writer, const struct wording *wording)
{
    if (wording->part_count > 0 && writer->style.medium == MEDIUM_MARKDOWN)
        text_write_blocks(writer, part_walk_of(wording, NO_INDEX));
    else
        text_add(writer, wording->text, true);
}

static void add_bracket(struct text_writer *writer, const struct wording *wording,
                        bool is_empty_line)
{
    text_add_mark(writer, "[");
    if (names(writer)) {
        if (wording->is_base)
            text_add_mark(writer, wording->party_count > 0 ? "base, " : "base");
        add_holders(writer, wording, ", ");
        text_add_mark(writer, ": ");
    }
    add_wording(writer, wording, is_empty_line);
    text_add_mark(writer, "]");
}

static void write_brackets(struct text_writer *writer, const struct sheet_slot *slot, bool is_apart)
{
    // In a cell a line that is one slot says itself whether it is there.
    bool is_line = writer->in_cell && writer->is_alone && !slot->whole;
    // A base of no words is not said where it can be told without.
    uint32_t first =
        slot->wordings[0].text.length == 0 && is_apart && slot->wording_count > 1 && !is_line;
    for (uint32_t i = first; i < slot->wording_count; i++) {
        if (i > first)
            text_add_mark(writer, " ");
        add_bracket(writer, &slot->wordings[i], is_line);
    }
}

// "RU oppose": who keeps the base, behind those who want to change it.
static void add_opposed(struct text_writer *writer, const struct sheet_slot *slot)
{
    const struct wording *base = &slot->wordings[0];
    if (base->party_count == 0)
        return;
    text_add_mark(writer, "; ");
    add_holders(writer, base, "/");
    text_add_mark(writer, " oppose");
}

// [US/EU propose; RU oppose: immediately], the base before it where it has words.
static void write_proposals(struct text_writer *writer, const struct sheet_slot *slot)
{
    const struct wording *base = &slot->wordings[0];
    bool has_base = base->text.length > 0;
    if (has_base) {
        text_add_mark(writer, "[base");
        if (names(writer) && base->party_count > 0) {
            text_add_mark(writer, "; ");
            add_holders(writer, base, "/");
            text_add_mark(writer, " keep");
        }
        for (uint32_t i = 1; i < slot->wording_count; i++)
            if (slot->wordings[i].text.length == 0) {
                text_add_mark(writer, "; ");
                if (names(writer))
                    add_holders(writer, &slot->wordings[i], "/");
                text_add_mark(writer, names(writer) ? " propose to delete" : "to be deleted");
            }
        text_add_mark(writer, ": ");
        add_words(writer, base);
        text_add_mark(writer, "]");
    }
    for (uint32_t i = 1; i < slot->wording_count; i++) {
        const struct wording *wording = &slot->wordings[i];
        if (wording->text.length == 0)
            continue;
        text_add_mark(writer, has_base || i > 1 ? " [" : "[");
        if (names(writer)) {
            add_holders(writer, wording, "/");
            text_add_mark(writer, " propose");
            add_opposed(writer, slot);
        } else {
            text_add_mark(writer, "proposed");
        }
        text_add_mark(writer, ": ");
        add_words(writer, wording);
        text_add_mark(writer, "]");
    }
}

static bool is_long(const struct sheet_slot *slot)
{
    for (uint32_t i = 0; i < slot->wording_count; i++) {
        struct str text = slot->wordings[i].text;
        if (text.length > LONG_WORDING || str_contains(text, STR("\n")))
            return true;
    }
    return slot->whole;
}

// "Option 2 (US, EU): …", a paragraph each.
static void write_options(struct text_writer *writer, const struct sheet_slot *slot)
{
    bool is_markdown = writer->style.medium == MEDIUM_MARKDOWN;
    if (!writer->at_line_start)
        text_end_paragraph(writer);
    for (uint32_t i = 0; i < slot->wording_count; i++) {
        const struct wording *wording = &slot->wordings[i];
        text_add_mark(writer, is_markdown ? "**" : "");
        builder_print(writer->out, "Option %u", ++writer->option);
        if (names(writer)) {
            builder_add_c(writer->out, wording->is_base ? " (base" : " (");
            builder_add_c(writer->out, wording->is_base && wording->party_count > 0 ? ", " : "");
            add_holders(writer, wording, ", ");
            builder_add_c(writer->out, ")");
        }
        text_add_mark(writer, is_markdown ? ":** " : ": ");
        add_wording(writer, wording, false);
        text_end_paragraph(writer);
    }
}

// White space at the ends of a text: Markdown's marks must touch the words.
struct trimmed {
    struct str before;
    struct str core;
    struct str behind;
};

static struct trimmed trim(struct str text)
{
    struct str core = str_trim(text);
    if (core.length == 0)
        return (struct trimmed){.core = text};
    size_t from = (size_t)(core.bytes - text.bytes);
    return (struct trimmed){str_slice(text, 0, from), core, str_skip(text, from + core.length)};
}

static const char *underlined(struct text_writer *writer, const struct wording *wording)
{
    static const int colours[] = {34, 32, 35, 36, 33};
    switch (writer->style.medium) {
    case MEDIUM_MARKDOWN:
        return "**";
    case MEDIUM_TERMINAL:
        return arena_c_string(writer->arena, arena_print(writer->arena, "\033[4;%dm",
                                                         colours[wording->parties[0].number % 5]));
    case MEDIUM_TEXT:
    case MEDIUM_HTML:
        break;
    }
    return "{+";
}

static void add_initials(struct text_writer *writer, const struct wording *wording)
{
    bool is_deletion = wording->text.length == 0;
    if (names(writer)) {
        text_add_mark(writer, is_deletion ? "(delete: " : " (");
        add_holders(writer, wording, ", ");
        text_add_mark(writer, ")");
    } else if (is_deletion) {
        text_add_mark(writer, "(delete)");
    }
}

// The base struck out, each proposal underlined with its initials behind: never colour alone.
static void write_redline(struct text_writer *writer, const struct sheet_slot *slot)
{
    static const char *const struck[] = {"~~", "[-", "\033[9;31m", "[-"};
    static const char *const struck_end[] = {"~~", "-]", "\033[0m", "-]"};
    static const char *const added_end[] = {"**", "+}", "\033[0m", "+}"};
    enum merged_medium medium = writer->style.medium;
    for (uint32_t i = 0; i < slot->wording_count; i++) {
        const struct wording *wording = &slot->wordings[i];
        bool is_base = wording->is_base;
        struct trimmed text = trim(wording->text);
        bool has_tables = wording->part_count > 0;
        if (has_tables)
            text = (struct trimmed){.core = wording->text};
        text_add(writer, text.before, true);
        if (text.core.length > 0) {
            text_add_mark(writer, is_base ? struck[medium] : underlined(writer, wording));
            if (has_tables)
                add_words(writer, wording);
            else
                text_add(writer, text.core, true);
            text_add_mark(writer, is_base ? struck_end[medium] : added_end[medium]);
        }
        if (!is_base)
            add_initials(writer, wording);
        text_add(writer, text.behind, true);
        bool has_next = i + 1 < slot->wording_count;
        if (has_next && wording->text.length > 0 && text.behind.length == 0)
            text_add_mark(writer, " ");
    }
}

void text_write_slot(struct text_writer *writer, const struct sheet_slot *slot, bool is_apart)
{
    switch (writer->style.form) {
    case MERGED_BRACKETS:
    case MERGED_COLUMNS:
    case MERGED_JSON:
        write_brackets(writer, slot, is_apart);
        return;
    case MERGED_PROPOSALS:
    case MERGED_OPTIONS:
    case MERGED_REDLINE:
        break;
    }
    if (!sheet_slot_is_open(slot))
        text_add(writer, slot->wordings[0].text, true);
    else if (writer->style.form == MERGED_REDLINE)
        write_redline(writer, slot);
    else if (writer->style.form == MERGED_PROPOSALS)
        write_proposals(writer, slot);
    else if (is_long(slot))
        write_options(writer, slot);
    else
        write_brackets(writer, slot, is_apart);
}
