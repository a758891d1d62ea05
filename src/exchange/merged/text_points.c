// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "exchange/markdown/inline.h"
#include "exchange/markdown/markdown.h"
#include "exchange/markdown/source_lines.h"
#include "exchange/merged/merged_text_parts.h"
#include "merge/table_points.h"

#include <assert.h>

static bool is_markdown(const struct text_writer *writer)
{
    return writer->style.medium == MEDIUM_MARKDOWN;
}

static bool is_all_agreed(const struct point *point, const struct sheet *sheet)
{
    for (uint32_t i = 0; i < point->segment_count; i++)
        if (point_segment(sheet, point, i)->slot != NO_INDEX ||
            point_segment(sheet, point, i)->respacing_count > 0)
            return false;
    return true;
}

// Whether the base is Markdown and has notes.
static bool has_notes(const struct text_writer *writer)
{
    const struct document *base = writer->sheet->base;
    return base != NULL && base->form == FORM_MARKDOWN &&
           ((const struct markdown_source *)base->source)->note_count > 0;
}

// Whether Markdown counts on from it: "4.", "12)".
static bool is_counted_mark(struct str mark)
{
    size_t digits = 0;
    while (digits < mark.length && utf8_is_digit((uint8_t)mark.bytes[digits]))
        digits++;
    return digits > 0 && digits <= 9 && digits + 1 == mark.length &&
           (mark.bytes[digits] == '.' || mark.bytes[digits] == ')');
}

// The number that an item which somebody puts in bears with those who put it in, where it is of a list like
// the item before, else the mark of that.
static struct str inserted_mark(const struct text_writer *writer, const struct point *point)
{
    struct str before = writer->last_label;
    if (point->label_count == 0 || point->labels[0].count == 0 || before.length == 0)
        return before;
    struct str own = point->labels[0].items[0];
    bool is_alike = is_counted_mark(own) && is_counted_mark(before) &&
                    own.bytes[own.length - 1] == before.bytes[before.length - 1];
    return is_alike ? own : before;
}

// An inserted item has no number in the base: in Markdown it goes on in the list of the item before.
static void write_label(struct text_writer *writer, const struct point *point)
{
    bool is_new = point->paragraph == NO_INDEX;
    if (!is_markdown(writer) || writer->sheet->form != FORM_MARKDOWN) {
        if (is_new && str_equal(point->label, STR("new")))
            return;
        text_add(writer, point->label, false);
        builder_add_c(writer->out, " ");
        return;
    }
    // Markdown counts its items itself: the label is a list mark again.
    struct str mark = is_new ? inserted_mark(writer, point) : point->label;
    if (mark.length == 0)
        return;
    builder_add_c(writer->out, point->level > 1 ? "   " : "");
    text_add_mark(writer, "");
    builder_add(writer->out, str_equal(mark, STR("•")) ? STR("-") : mark);
    builder_add_byte(writer->out, ' ');
}

static void write_prefix(struct text_writer *writer, const struct point *point)
{
    writer->at_line_start = true;
    writer->after_bracket = false;
    writer->option = 0;
    const struct paragraph *own = text_own_source(writer, point);
    if (own != NULL) {
        struct str source = text_source(writer);
        size_t length = is_markdown(writer)
                            ? markdown_prefix_length(source, own->origin.from, own->origin.to)
                            : own->properties.length;
        struct str prefix = str_slice(source, own->origin.from, own->origin.from + length);
        while (writer->list_is_broken && prefix.length > 0 && prefix.bytes[0] == ' ')
            prefix = str_skip(prefix, 1);
        builder_add(writer->out, prefix);
        writer->at_line_start = str_trim(prefix).length == 0;
        return;
    }
    if (is_markdown(writer) && point->kind == PARAGRAPH_HEADING) {
        uint32_t level = point->level < 1 ? 1 : point->level > 6 ? 6 : point->level;
        for (uint32_t i = 0; i < level; i++)
            builder_add_byte(writer->out, '#');
        text_add_mark(writer, " ");
    }
    if (point->label_is_computed)
        write_label(writer, point);
}

static bool is_in_body(const struct document *base, const struct paragraph *own)
{
    return own->from < block_range(base, 0).to;
}

// Bytes [from, to) of a Markdown source without its notes, which are written behind the body.
static struct str without_notes(const struct text_writer *writer, uint32_t from, uint32_t to)
{
    const struct markdown_source *source = writer->sheet->base->source;
    struct builder out = builder_make(writer->arena);
    size_t first = markdown_note_at(source, from);
    // What stands inside of a note is its own.
    if (first < source->note_count && source->notes[first].from < from)
        first++;
    for (size_t i = first; from < to; i++) {
        bool is_inside = i < source->note_count && source->notes[i].from < to;
        uint32_t end = is_inside ? source->notes[i].from : to;
        if (end > from)
            builder_add(&out, str_slice(source->plain.text, from, end));
        from = is_inside ? source->notes[i].to : to;
    }
    return builder_str(&out);
}

// What stands behind a paragraph of the body, or of a note, up to the next one of the same.
static struct str gap_among_notes(const struct text_writer *writer, const struct paragraph *own)
{
    const struct document *base = writer->sheet->base;
    struct str source = text_source(writer);
    bool is_last = own + 1 == base->paragraphs + base->paragraph_count;
    if (is_in_body(base, own)) {
        bool ends_body = is_last || !is_in_body(base, own + 1);
        return without_notes(writer, own->origin.to,
                             ends_body ? (uint32_t)source.length : own[1].origin.from);
    }
    bool is_in_order = !is_last && own[1].origin.from >= own->origin.to;
    struct str gap =
        is_in_order ? without_notes(writer, own->origin.to, own[1].origin.from) : STR("");
    return str_trim(gap).length == 0 && is_in_order ? gap : is_last ? STR("") : writer->line_end;
}

// What stands in the base behind one of its paragraphs, whole lines only: a cell begins inside one.
static struct str gap_behind(const struct text_writer *writer, const struct paragraph *own)
{
    const struct document *base = writer->sheet->base;
    assert(base != NULL); // whose paragraph `own` is
    bool is_last = own + 1 == base->paragraphs + base->paragraph_count;
    struct str gap;
    if (has_notes(writer))
        gap = gap_among_notes(writer, own);
    else
        gap = str_slice(text_source(writer), text_source_end(writer, own),
                        is_last ? (uint32_t)text_source(writer).length : own[1].origin.from);
    while (!is_last && gap.length > 0 && gap.bytes[gap.length - 1] != '\n' &&
           gap.bytes[gap.length - 1] != '\r')
        gap.length--;
    return gap;
}

// Whether Markdown takes the point for a new block although no blank line stands before it.
static bool begins_block(const struct text_writer *writer, const struct point *point)
{
    bool has_mark = point->paragraph != NO_INDEX || writer->last_label.length > 0;
    return point->kind == PARAGRAPH_HEADING ||
           (point->kind == PARAGRAPH_ITEM && point->label_is_computed && has_mark);
}

// What stands between this point and the next: as in the base between its own two, so that taking
// an inserted point out again leaves what was there; else a blank line.
static void write_gap(struct text_writer *writer, const struct point *point,
                      const struct point *next)
{
    const struct paragraph *own = text_own_source(writer, point);
    const struct paragraph *behind = next != NULL ? text_own_source(writer, next) : NULL;
    if (own != NULL)
        writer->last_own = own;
    size_t written = writer->out->length;
    if (written > 0 && writer->out->bytes[written - 1] != '\n')
        builder_add(writer->out, writer->line_end);
    bool is_next = behind == NULL || (writer->last_own != NULL && writer->last_own + 1 == behind);
    if (next == NULL && own == NULL)
        return;
    if (writer->last_own == NULL || !is_next) {
        builder_add(writer->out, writer->line_end);
        return;
    }
    struct str gap = gap_behind(writer, writer->last_own);
    bool needs_line = gap.length == 0 && is_markdown(writer) && next != NULL &&
                      (own == NULL || behind == NULL || writer->list_is_broken) &&
                      (!begins_block(writer, next) || writer->list_is_broken);
    builder_add(writer->out, needs_line ? writer->line_end : gap);
}

// An inserted paragraph ends the list around it: what was set in under an item would then be code,
// so it is set out until the next line that stands at the margin.
static void watch_list(struct text_writer *writer, const struct point *point,
                       const struct paragraph *own)
{
    if (!is_markdown(writer))
        return;
    if (own == NULL && !begins_block(writer, point))
        writer->list_is_broken = true;
    else if (own != NULL && text_source(writer).bytes[own->origin.from] != ' ')
        writer->list_is_broken = false;
}

// Whether a wording in the point goes over several paragraphs.
static bool has_paragraphs(const struct sheet *sheet, const struct point *point)
{
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct sheet_slot *slot = segment_slot(sheet, point_segment(sheet, point, i));
        for (uint32_t k = 0; slot != NULL && k < slot->wording_count; k++)
            if (str_contains(slot->wordings[k].text, STR("\n")))
                return true;
    }
    return false;
}

static void write_point(struct text_writer *writer, uint32_t i)
{
    const struct sheet *sheet = writer->sheet;
    const struct point *point = &sheet->points[i];
    const struct paragraph *own = text_own_source(writer, point);
    watch_list(writer, point, own);
    if (own != NULL)
        writer->last_label = point->label_is_computed ? point->label : STR("");
    bool is_verbatim = own != NULL && is_markdown(writer) && is_all_agreed(point, sheet) &&
                       !writer->list_is_broken;
    if (is_verbatim) {
        struct str source = str_slice(text_source(writer), own->origin.from, own->origin.to);
        is_verbatim = !text_looks_bracketed(writer, source);
        if (is_verbatim)
            builder_add(writer->out, source);
    }
    if (!is_verbatim) {
        write_prefix(writer, point);
        text_write_segments(writer, point, "\\\n");
        writer->list_is_broken = writer->list_is_broken || has_paragraphs(sheet, point);
    }
    write_gap(writer, point, i + 1 < sheet->point_count ? point + 1 : NULL);
}

// Behind a table: what the base has behind its last row.
static void write_table_gap(struct text_writer *writer, const struct point *last,
                            const struct point *next)
{
    struct str source = writer->sheet->base != NULL && writer->sheet->form == FORM_MARKDOWN
                            ? text_source(writer)
                            : STR("");
    const struct paragraph *own = text_own_source(writer, last);
    const struct paragraph *behind = next != NULL ? text_own_source(writer, next) : NULL;
    bool is_as_in_base = own != NULL && own == writer->last_own &&
                         (next == NULL || (behind != NULL && behind == own + 1));
    if (!is_as_in_base) {
        builder_add(writer->out, writer->line_end);
        return;
    }
    size_t from = text_source_end(writer, own);
    size_t to = behind != NULL ? behind->origin.from : source.length;
    builder_add(writer->out, str_slice(source, from, markdown_line_start(source, to)));
}

// "[^1]:" as the base has it, or by the story's number.
static void open_note(struct text_writer *writer, const struct point *point, struct str label)
{
    size_t length = writer->out->length;
    bool is_apart =
        length < 2 ||
        (writer->out->bytes[length - 1] == '\n' &&
         (writer->out->bytes[length - 2] == '\n' || writer->out->bytes[length - 2] == '\r'));
    if (!is_apart)
        builder_add(writer->out, writer->line_end);
    const struct document *base = writer->sheet->base;
    if (!has_notes(writer)) {
        builder_print(writer->out, "[^%.*s]:", STR_ARGS(label));
        return;
    }
    // What stands first in it, or what a draft has put before that.
    const struct markdown_source *source = base->source;
    uint32_t at = (uint32_t)source->plain.text.length;
    for (; point < writer->sheet->points + writer->sheet->point_count; point++) {
        const struct paragraph *own = text_own_source(writer, point);
        if (own != NULL) {
            at = own->origin.from;
            break;
        }
    }
    size_t note = markdown_note_at(source, at);
    if (note < source->note_count)
        builder_add(writer->out, str_slice(source->plain.text, source->notes[note].from,
                                           source->notes[note].words_from));
}

// A note of several paragraphs has all but the first set in.
static void write_story(struct text_writer *writer, uint32_t i)
{
    const struct point *point = &writer->sheet->points[i];
    bool is_new = point->story.length > 0 && (i == 0 || !str_equal(point[-1].story, point->story));
    struct str label = markdown_note_label(point->story, writer->arena);
    if (point->story.length == 0 || !is_markdown(writer))
        return;
    if (is_new && label.length > 0)
        open_note(writer, point, label);
    else if (is_new)
        builder_print(writer->out, "<!-- entente: %.*s -->\n\n", STR_ARGS(point->story));
    bool is_own = text_own_source(writer, point) != NULL;
    if (label.length > 0 && !is_own)
        builder_add_c(writer->out, is_new ? " " : "    ");
}

static void add_footer_name(struct builder *out, struct str name)
{
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        if (c == '%' || c == ';' || c == '>' || c == ']' || c == '\n')
            builder_print(out, "%%%02X", (unsigned)(unsigned char)c);
        else
            builder_add_byte(out, c);
    }
}

// Text that can stand in a comment of Markdown: one line without two hyphens that touch.
static void add_commented(struct builder *out, struct str text)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        bool touches = c == '-' && out->length > 0 && out->bytes[out->length - 1] == '-';
        builder_add_c(out, touches ? " " : "");
        builder_add_byte(out, (unsigned char)c < ' ' ? ' ' : c);
    }
}

// What is said beside the text, in lines that our reader knows for no part of it.
static void write_comments(struct text_writer *writer)
{
    const struct sheet *sheet = writer->sheet;
    struct builder *out = writer->out;
    for (uint32_t i = 0; is_markdown(writer) && i < sheet->comment_count; i++) {
        const struct sheet_comment *comment = &sheet->comments[i];
        builder_add(out, writer->line_end);
        builder_print(out, "<!-- entente: comment %u", i + 1);
        if (!writer->style.hide_names) {
            builder_add_c(out, " by ");
            add_commented(out, comment->author);
        }
        if (!writer->style.hide_names && !comment->is_of_base) {
            builder_add_c(out, " (");
            add_commented(out, sheet->party_names[comment->party.number]);
            builder_add_byte(out, ')');
        }
        builder_add_c(out, comment->is_resolved ? ", settled" : "");
        if (comment->parent != NO_INDEX)
            builder_print(out, ", in answer to %u", comment->parent + 1);
        builder_add_c(out, ", at ");
        add_commented(out, sheet->points[comment->point].path);
        builder_add_c(out, comment->about.length > 0 ? " on \"" : "");
        add_commented(out, comment->about);
        builder_add_c(out, comment->about.length > 0 ? "\": " : ": ");
        add_commented(out, comment->text);
        builder_add_c(out, " -->");
        builder_add(out, writer->line_end);
    }
}

// Without it a reader could not know a party that holds the base everywhere.
static void write_footer(struct text_writer *writer)
{
    bool is_comment = is_markdown(writer);
    if (writer->style.form != MERGED_BRACKETS || writer->style.hide_names ||
        writer->style.medium == MEDIUM_TERMINAL)
        return;
    builder_add(writer->out, writer->line_end);
    builder_add_c(writer->out, is_comment ? "<!-- entente-merge/1; parties: " : "[parties: ");
    for (uint32_t i = 0; i < writer->sheet->party_count; i++) {
        builder_add_c(writer->out, i == 0 ? "" : "; ");
        add_footer_name(writer->out, writer->sheet->party_names[i]);
    }
    builder_add_c(writer->out, is_comment ? " -->\n" : "]\n");
}

void text_write_points(struct text_writer *writer)
{
    const struct sheet *sheet = writer->sheet;
    bool has_source = sheet->base != NULL && sheet->form != FORM_DOCX;
    writer->line_end =
        has_source ? ((const struct plain_source *)sheet->base->source)->line_end : STR("\n");
    uint32_t i = 0;
    while (i < sheet->point_count) {
        const struct point *point = &sheet->points[i];
        write_story(writer, i);
        if (point->cell.length == 0 || !is_markdown(writer)) {
            write_point(writer, i++);
            continue;
        }
        uint32_t count = table_points(sheet, i, sheet->point_count, 0);
        text_write_table(writer, i, count);
        write_table_gap(writer, &sheet->points[i + count - 1],
                        i + count < sheet->point_count ? &sheet->points[i + count] : NULL);
        i += count;
    }
    write_comments(writer);
    write_footer(writer);
}
