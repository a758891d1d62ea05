// SPDX-License-Identifier: Apache-2.0
#include "workbench/report_draw.h"

#include "exchange/docx_write/docx_report.h"
#include "render/page/page.h"

#include <inttypes.h>

// --- As a Word file

struct word_drawing {
    const struct report *report;
    struct arena *arena;
    struct docx_report made;
};

// One of the three parts of a colour, in percent, as Smith 1978 has it for hue, saturation and lightness:
// the distance of the hue from where that part is strongest, in degrees.
static uint32_t part_of_colour(uint32_t hue, uint32_t offset, uint32_t saturation,
                               uint32_t lightness)
{
    uint32_t place = (hue + offset) % 360;
    uint32_t ramp = place < 60    ? place * 100 / 60
                    : place < 180 ? 100
                    : place < 240 ? (240 - place) * 100 / 60
                                  : 0;
    uint32_t chroma = (lightness < 50 ? 2 * lightness : 200 - 2 * lightness) * saturation / 100;
    return lightness - chroma / 2 + chroma * ramp / 100;
}

// The fill behind a party's name, light enough for black words.
static struct str fill_of(size_t party, struct arena *arena)
{
    uint32_t hue = page_hue((uint32_t)party);
    uint32_t parts[3];
    static const uint32_t offsets[3] = {120, 0, 240};
    for (size_t i = 0; i < 3; i++)
        parts[i] = part_of_colour(hue, offsets[i], 65, 88) * 255 / 100;
    return arena_print(arena, "%02" PRIX32 "%02" PRIX32 "%02" PRIX32, parts[0], parts[1], parts[2]);
}

static const char *colour_of(enum report_tone tone)
{
    switch (tone) {
    case TONE_GOOD:
        return "1E6B3A";
    case TONE_WARN:
        return "7A4B00";
    case TONE_BAD:
        return "8A1C1C";
    case TONE_QUIET:
        return "5C5B61";
    case TONE_PLAIN:
        break;
    }
    return NULL;
}

static void add_run(struct list *runs, struct docx_report_run run)
{
    if (run.text.length > 0)
        *LIST_ADD(runs, struct docx_report_run) = run;
}

static void add_named(const struct word_drawing *drawing, struct list *runs, struct str text,
                      struct docx_report_run look)
{
    struct report_name name;
    size_t from = 0;
    while (report_next_name(drawing->report, text, from, &name)) {
        struct docx_report_run plain = look;
        struct docx_report_run named = look;
        plain.text = str_slice(text, from, name.at);
        named.text = drawing->report->names[name.number];
        named.fill = fill_of(name.number, drawing->arena);
        add_run(runs, plain);
        add_run(runs, named);
        from = name.at + named.text.length;
    }
    look.text = str_skip(text, from);
    add_run(runs, look);
}

static struct docx_report_text text_of(const struct word_drawing *drawing,
                                       const struct report_block *block, size_t cell,
                                       struct str text, bool is_head)
{
    static const struct str signs[] = {[TONE_PLAIN] = STR_INIT(""),
                                       [TONE_GOOD] = STR_INIT("✓ "),
                                       [TONE_WARN] = STR_INIT("! "),
                                       [TONE_BAD] = STR_INIT("✗ "),
                                       [TONE_QUIET] = STR_INIT("")};
    bool is_loud = block->tone != TONE_PLAIN && block->tone != TONE_QUIET;
    struct docx_report_run look = {.colour = colour_of(block->tone), .is_bold = is_head || is_loud};
    struct list runs = LIST_MAKE(drawing->arena, struct docx_report_run);
    look.text = signs[block->tone];
    add_run(&runs, look);
    for (size_t i = 0; i < block->links.count; i++) {
        const struct report_link *link = LIST_AT(&block->links, struct report_link, i);
        if (link->cell != cell)
            continue;
        struct docx_report_run leading = {.text = str_slice(text, 0, link->bytes),
                                          .target = link->target};
        add_run(&runs, leading);
        text = str_skip(text, link->bytes);
    }
    add_named(drawing, &runs, text, look);
    return (struct docx_report_text){LIST_ITEMS(&runs, struct docx_report_run), runs.count};
}

static void add_table(struct word_drawing *drawing, const struct report_block *table)
{
    struct docx_report_block *made = LIST_ADD(&drawing->made.blocks, struct docx_report_block);
    size_t count = table->cells.count;
    struct docx_report_text *cells =
        ARENA_ARRAY(drawing->arena, struct docx_report_text, count + 1);
    for (size_t i = 0; i < count; i++)
        cells[i] = text_of(drawing, table, i, *LIST_AT(&table->cells, struct str, i),
                           i < table->column_count);
    *made = (struct docx_report_block){.kind = DOCX_CELLS,
                                       .anchor = STR_INIT(""),
                                       .cells = cells,
                                       .words = LIST_ITEMS(&table->cells, struct str),
                                       .cell_count = count,
                                       .column_count = (uint32_t)table->column_count};
}

static void add_block(struct word_drawing *drawing, const struct report_block *block)
{
    static const enum docx_report_kind kinds[] = {[REPORT_HEADING] = DOCX_HEADING,
                                                  [REPORT_SUBHEADING] = DOCX_SUBHEADING,
                                                  [REPORT_PARAGRAPH] = DOCX_PARAGRAPH,
                                                  [REPORT_ITEM] = DOCX_ITEM};
    struct report_block table;
    if (block->kind == REPORT_CHART) {
        report_chart_table(&table, block, drawing->arena);
        add_table(drawing, &table);
    } else if (block->kind == REPORT_TABLE) {
        add_table(drawing, block);
    } else {
        struct docx_report_block *made = LIST_ADD(&drawing->made.blocks, struct docx_report_block);
        *made = (struct docx_report_block){.kind = kinds[block->kind],
                                           .anchor = block->anchor,
                                           .text = text_of(drawing, block, 0, block->text, false)};
    }
}

static bool write_docx(const struct report *report, const char *kind, struct arena *arena,
                       struct str *bytes, struct error *error)
{
    struct word_drawing drawing = {.report = report,
                                   .arena = arena,
                                   .made = {.kind = str_of(kind),
                                            .title = report->title,
                                            .subtitle = report->subtitle,
                                            .blocks = LIST_MAKE(arena, struct docx_report_block)}};
    for (size_t i = 0; i < report->blocks.count; i++)
        add_block(&drawing, LIST_AT(&report->blocks, struct report_block, i));
    return docx_write_report(&drawing.made, arena, bytes, error);
}

bool report_draw(const struct report *report, const char *kind, enum report_form form,
                 struct arena *arena, struct str *output, struct error *error)
{
    switch (form) {
    case REPORT_TEXT:
        *output = report_text(report);
        return true;
    case REPORT_MARKDOWN:
        *output = report_markdown(report);
        return true;
    case REPORT_HTML:
        *output = report_html(report, kind);
        return true;
    case REPORT_DOCX:
        return write_docx(report, kind, arena, output, error);
    }
    return false;
}
