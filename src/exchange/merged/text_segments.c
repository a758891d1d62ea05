// SPDX-License-Identifier: Apache-2.0
// The segments of a point as lines: agreed text, in the base's own source where it can be, and slots.
#include "exchange/markdown/inline.h"
#include "exchange/merged/merged_text_parts.h"
#include "exchange/plain/plain.h"
#include "text/fold.h"

static bool is_markdown(const struct text_writer *writer)
{
    return writer->style.medium == MEDIUM_MARKDOWN;
}

// Whether a wording of the point takes in tables, rows or cells.
static bool has_parts(const struct sheet *sheet, const struct point *point)
{
    const struct sheet_slot *slot =
        point->segment_count == 1 ? segment_slot(sheet, point_segment(sheet, point, 0)) : NULL;
    for (uint32_t i = 0; slot != NULL && i < slot->wording_count; i++)
        if (slot->wordings[i].part_count > 0)
            return true;
    return false;
}

// The base's record of a point that it has in the same form as the output; NULL when there is none.
const struct paragraph *text_own_source(const struct text_writer *writer, const struct point *point)
{
    const struct sheet *sheet = writer->sheet;
    bool is_same_form = sheet->form == (is_markdown(writer) ? FORM_MARKDOWN : FORM_PLAIN);
    if (sheet->base == NULL || !is_same_form || point->paragraph == NO_INDEX ||
        has_parts(sheet, point))
        return NULL;
    return &sheet->base->paragraphs[point->paragraph];
}

struct str text_source(const struct text_writer *writer)
{
    return ((const struct plain_source *)writer->sheet->base->source)->text;
}

uint32_t text_source_end(const struct text_writer *writer, const struct paragraph *own)
{
    const struct document *base = writer->sheet->base;
    uint32_t at = own->origin.to;
    bool ends_line = at == 0 || text_source(writer).bytes[at - 1] == '\n' ||
                     text_source(writer).bytes[at - 1] == '\r';
    uint32_t number = (uint32_t)(own - base->paragraphs);
    for (uint32_t b = 0; !ends_line && b < base->block_count; b++) {
        struct range range = {0, 0};
        if (base->blocks[b].kind == BLOCK_TABLE)
            range = block_range(base, b);
        if (range.from <= base->paragraphs[number].from && base->paragraphs[number].to < range.to)
            return base->blocks[b].origin.to;
    }
    return at;
}

bool text_looks_bracketed(const struct text_writer *writer, struct str source)
{
    struct str rest = source;
    size_t at;
    while ((at = str_find_byte(rest, '[')) < rest.length) {
        rest = str_skip(rest, at + 1);
        if (str_starts_with(rest, STR("base")))
            return true;
        for (uint32_t i = 0; i < writer->sheet->party_count; i++)
            if (str_starts_with(rest, writer->sheet->party_names[i]))
                return true;
    }
    return false;
}

static void write_agreed(struct text_writer *writer, const struct segment *segment,
                         const struct markdown_inline *inline_options)
{
    if (!is_markdown(writer) || writer->sheet->base == NULL ||
        segment->base.from == segment->base.to) {
        text_add(writer, segment->text, false);
        return;
    }
    char first = segment->text.length > 0 ? segment->text.bytes[0] : ' ';
    if (writer->after_bracket && (first == '(' || first == ':'))
        builder_add_byte(writer->out, '\\');
    struct builder source = builder_make(writer->arena);
    markdown_inline_write(inline_options, segment->base.from, segment->base.to,
                          writer->at_line_start, &source);
    text_add_source(writer, builder_str(&source));
    writer->at_line_start = writer->at_line_start && segment->text.length == 0;
    writer->after_bracket = false;
}

// Whether two texts of the same words differ in nothing that must be said: more or less white space
// in the same places, other quotation marks.
static bool are_set_alike(struct str a, struct str b, struct arena *arena)
{
    return str_equal(text_fold(a, arena), text_fold(b, arena));
}

static bool is_respaced_by(const struct segment *segment, struct party party)
{
    for (uint32_t i = 0; i < segment->respacing_count; i++)
        for (uint32_t k = 0; k < segment->respacings[i].party_count; k++)
            if (segment->respacings[i].parties[k].number == party.number)
                return true;
    return false;
}

// Another white space that joins or parts words must be said, or the words could not be read back;
// more or less of it, and other quotation marks or dashes, need not.
static bool write_respaced(struct text_writer *writer, const struct segment *segment, bool is_apart)
{
    bool is_alike = true;
    for (uint32_t i = 0; i < segment->respacing_count; i++)
        is_alike =
            is_alike && are_set_alike(segment->text, segment->respacings[i].text, writer->arena);
    if (is_alike || writer->style.form != MERGED_BRACKETS || writer->style.hide_names)
        return false;
    uint32_t party_count = writer->sheet->party_count;
    struct wording *wordings =
        ARENA_ARRAY(writer->arena, struct wording, segment->respacing_count + 1);
    struct party *keepers = ARENA_ARRAY(writer->arena, struct party, party_count + 1);
    wordings[0] = (struct wording){.text = segment->text, .parties = keepers, .is_base = true};
    for (uint32_t i = 0; i < party_count; i++)
        if (!is_respaced_by(segment, (struct party){i}))
            keepers[wordings[0].party_count++].number = i;
    for (uint32_t i = 0; i < segment->respacing_count; i++)
        wordings[i + 1] = (struct wording){.text = segment->respacings[i].text,
                                           .parties = segment->respacings[i].parties,
                                           .party_count = segment->respacings[i].party_count};
    struct sheet_slot slot = {.wordings = wordings, .wording_count = segment->respacing_count + 1};
    text_write_slot(writer, &slot, is_apart);
    return true;
}

void text_write_segments(struct text_writer *writer, const struct point *point,
                         const char *line_break)
{
    const struct paragraph *own = text_own_source(writer, point);
    writer->keeps_source =
        own != NULL && !text_looks_bracketed(writer, str_slice(text_source(writer),
                                                               own->origin.from, own->origin.to));
    struct markdown_inline options = {writer->sheet->base, line_break, writer->keeps_source};
    bool is_apart = true;
    writer->is_alone = point->segment_count == 1;
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct segment *segment = point_segment(writer->sheet, point, i);
        const struct sheet_slot *slot = segment_slot(writer->sheet, segment);
        bool is_slot = slot != NULL || write_respaced(writer, segment, is_apart);
        if (slot != NULL)
            text_write_slot(writer, slot, is_apart);
        else if (!is_slot)
            write_agreed(writer, segment, &options);
        is_apart = !is_slot && str_trim(segment->text).length > 0;
    }
}
