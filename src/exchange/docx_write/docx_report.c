// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/docx_report.h"

#include "base/direction.h"
#include "codec/xml_write.h"
#include "exchange/docx_write/column_shares.h"
#include "exchange/docx_write/docx_cells.h"
#include "exchange/docx_write/inserted.h"
#include "exchange/docx_write/new_package.h"
#include "exchange/docx_write/read_back.h"

#define PAGE_WIDTH 9638u // twentieths of a point: A4 between margins of 20 mm

static const char bullets[] =
    "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl "
    "w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText "
    "w:val=\"•\"/><w:lvlJc "
    "w:val=\"left\"/><w:pPr><w:ind w:left=\"360\" w:hanging=\"260\"/></w:pPr></w:lvl>"
    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";

struct report_writer {
    struct builder out;
    uint32_t bookmarks;
};

// The parts of w:rPr in the order of the schema.
static void add_run(struct builder *out, const struct docx_report_run *run, const char *size)
{
    const char *colour = run->target.length > 0 ? "1F4E8C" : run->colour;
    if (run->text.length == 0)
        return;
    if (run->target.length > 0) {
        builder_add_c(out, "<w:hyperlink w:anchor=\"");
        xml_add_value(out, run->target);
        builder_add_c(out, "\" w:history=\"1\">");
    }
    builder_add_c(out, run->is_bold ? "<w:r><w:rPr><w:b/>" : "<w:r><w:rPr>");
    if (colour)
        builder_print(out, "<w:color w:val=\"%s\"/>", colour);
    builder_add_c(out, size);
    if (run->target.length > 0)
        builder_add_c(out, "<w:u w:val=\"single\"/>");
    if (run->fill.length > 0)
        builder_print(out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%.*s\"/>",
                      STR_ARGS(run->fill));
    builder_add_c(out, "</w:rPr>");
    add_run_text(out, direction_closed(run->text, out->arena));
    builder_add_c(out, run->target.length > 0 ? "</w:r></w:hyperlink>" : "</w:r>");
}

static void add_runs(struct report_writer *writer, const struct docx_report_text *text,
                     const char *size)
{
    for (size_t i = 0; i < text->count; i++)
        add_run(&writer->out, &text->runs[i], size);
}

static void add_paragraph(struct report_writer *writer, const char *properties,
                          const struct docx_report_block *block)
{
    struct builder *out = &writer->out;
    builder_print(out, "<w:p><w:pPr>%s</w:pPr>", properties);
    if (block->anchor.length > 0) {
        builder_print(out, "<w:bookmarkStart w:id=\"%u\" w:name=\"", ++writer->bookmarks);
        xml_add_value(out, block->anchor);
        builder_print(out, "\"/><w:bookmarkEnd w:id=\"%u\"/>", writer->bookmarks);
    }
    add_runs(writer, &block->text, "");
    builder_add_c(out, "</w:p>");
}

static bool is_number(struct str words)
{
    for (size_t i = 0; i < words.length; i++)
        if (words.bytes[i] < '0' || words.bytes[i] > '9')
            return false;
    return words.length > 0;
}

static void add_cell(struct report_writer *writer, const struct docx_report_block *table, size_t i,
                     uint32_t width)
{
    struct builder *out = &writer->out;
    bool is_head = i < table->column_count;
    builder_print(out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>%s</w:tcPr>", width,
                  is_head ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E4E7EB\"/>" : "");
    builder_print(out, "<w:p><w:pPr><w:spacing w:after=\"40\"/>%s</w:pPr>",
                  is_number(table->words[i]) ? "<w:jc w:val=\"right\"/>" : "");
    add_runs(writer, &table->cells[i], "<w:sz w:val=\"18\"/>");
    builder_add_c(out, "</w:p></w:tc>");
}

static void add_table(struct report_writer *writer, const struct docx_report_block *table)
{
    struct builder *out = &writer->out;
    uint32_t columns = table->column_count;
    const uint32_t *shares = column_shares(table->words, table->cell_count, columns, out->arena);
    const uint32_t *widths = column_widths(shares, columns, PAGE_WIDTH, out->arena);
    cells_open_table(out, PAGE_WIDTH, widths, columns);
    for (size_t i = 0; i + columns <= table->cell_count; i += columns) {
        cells_open_row(out, i == 0);
        for (uint32_t c = 0; c < columns; c++)
            add_cell(writer, table, i + c, widths[c]);
        cells_close_row(out);
    }
    builder_add_c(out, "</w:tbl><w:p><w:pPr><w:spacing w:after=\"60\"/></w:pPr></w:p>");
}

static void add_block(struct report_writer *writer, const struct docx_report_block *block)
{
    switch (block->kind) {
    case DOCX_HEADING:
        add_paragraph(writer, "<w:pStyle w:val=\"Heading2\"/>", block);
        break;
    case DOCX_SUBHEADING:
        add_paragraph(writer, "<w:pStyle w:val=\"Heading3\"/>", block);
        break;
    case DOCX_PARAGRAPH:
        add_paragraph(writer, "", block);
        break;
    case DOCX_ITEM:
        add_paragraph(writer,
                      "<w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
                      "w:val=\"1\"/></w:numPr><w:spacing w:after=\"60\"/><w:ind w:left=\"360\" "
                      "w:hanging=\"260\"/>",
                      block);
        break;
    case DOCX_CELLS:
        add_table(writer, block);
        break;
    }
}

static void add_head(struct report_writer *writer, const struct docx_report *report)
{
    const struct docx_report_run runs[] = {{.text = report->kind, .colour = "5C5B61"},
                                           {.text = report->title},
                                           {.text = report->subtitle, .colour = "5C5B61"}};
    static const char *const properties[] = {"<w:spacing w:after=\"0\"/>",
                                             "<w:pStyle w:val=\"Heading1\"/>", ""};
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
        const struct docx_report_block block = {.text = {&runs[i], 1}};
        if (runs[i].text.length > 0)
            add_paragraph(writer, properties[i], &block);
    }
}

bool docx_write_report(const struct docx_report *report, struct arena *arena, struct str *bytes,
                       struct error *error)
{
    struct report_writer writer = {.out = builder_make(arena)};
    add_head(&writer, report);
    for (size_t i = 0; i < report->blocks.count; i++)
        add_block(&writer, LIST_AT(&report->blocks, struct docx_report_block, i));
    builder_add_c(&writer.out,
                  "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" "
                  "w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" "
                  "w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>");
    return new_package(builder_str(&writer.out), str_of(bullets), arena, bytes, error) &&
           docx_read_back_new(*bytes, &input_limits_default, error);
}
