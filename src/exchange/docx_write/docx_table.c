// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/docx_table.h"

#include "codec/xml_write.h"
#include "exchange/docx_write/column_shares.h"
#include "exchange/docx_write/inserted.h"
#include "exchange/docx_write/new_package.h"
#include "exchange/docx_write/read_back.h"

#define TABLE_WIDTH 15400u // twentieths of a point: A4 landscape between margins of 12.7 mm

static void add_run(struct builder *out, const char *look, struct str text)
{
    if (text.length == 0)
        return;
    builder_print(out, "<w:r><w:rPr>%s<w:sz w:val=\"18\"/></w:rPr>", look);
    add_run_text(out, text);
    builder_add_c(out, "</w:r>");
}

static void add_line(struct builder *out, const struct docx_line *line)
{
    static const char *const looks[] = {[DOCX_PLAIN] = "",
                                        [DOCX_QUIET] = "<w:color w:val=\"5C5B61\"/>",
                                        [DOCX_ALERT] = "<w:color w:val=\"8A1C1C\"/>"};
    static const char *const stressed[] = {[DOCX_PLAIN] = "<w:b/>",
                                           [DOCX_QUIET] = "<w:color w:val=\"5C5B61\"/>",
                                           [DOCX_ALERT] = "<w:b/><w:color w:val=\"8A1C1C\"/>"};
    builder_add_c(out, "<w:p><w:pPr><w:spacing w:after=\"40\"/></w:pPr>");
    add_run(out, stressed[line->look], line->lead);
    if (line->lead.length > 0 && line->text.length > 0)
        add_run(out, looks[line->look], STR("  "));
    add_run(out, looks[line->look], line->text);
    builder_add_c(out, "</w:p>");
}

static void open_cell(struct builder *out, uint32_t width, const char *shade)
{
    builder_print(out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>", width);
    if (shade)
        builder_print(out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%s\"/>", shade);
    builder_add_c(out, "</w:tcPr>");
}

static void add_cell(struct builder *out, uint32_t width, const struct docx_cell *cell)
{
    open_cell(out, width, NULL);
    for (uint32_t l = 0; l < cell->count; l++)
        add_line(out, &cell->lines[l]);
    if (cell->count == 0)
        builder_add_c(out, "<w:p/>");
    builder_add_c(out, "</w:tc>");
}

static void add_head(struct builder *out, const struct docx_table *table, const uint32_t *widths)
{
    builder_print(out,
                  "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"%u\" "
                  "w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>",
                  TABLE_WIDTH);
    for (uint32_t c = 0; c < table->column_count; c++)
        builder_print(out, "<w:gridCol w:w=\"%u\"/>", widths[c]);
    builder_add_c(out, "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (uint32_t c = 0; c < table->column_count; c++) {
        struct docx_line line = {DOCX_PLAIN, table->heads[c], {NULL, 0}};
        open_cell(out, widths[c], "E4E7EB");
        add_line(out, &line);
        builder_add_c(out, "</w:tc>");
    }
    builder_add_c(out, "</w:tr>");
}

bool docx_write_table(const struct docx_table *table, struct arena *arena, struct str *bytes,
                      struct error *error)
{
    struct builder out = builder_make(arena);
    const uint32_t *widths = column_widths(table->shares, table->column_count, TABLE_WIDTH, arena);
    builder_add_c(&out, "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r>");
    add_run_text(&out, table->title);
    builder_add_c(&out, "</w:r></w:p>");
    struct docx_line summary = {DOCX_PLAIN, {NULL, 0}, table->summary};
    add_line(&out, &summary);
    add_head(&out, table, widths);
    for (uint32_t r = 0; r < table->row_count; r++) {
        builder_add_c(&out, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (uint32_t c = 0; c < table->column_count; c++)
            add_cell(&out, widths[c], &table->cells[r * table->column_count + c]);
        builder_add_c(&out, "</w:tr>");
    }
    builder_add_c(&out,
                  "</w:tbl><w:p/><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" "
                  "w:orient=\"landscape\"/><w:pgMar w:top=\"720\" w:right=\"720\" w:bottom=\"720\" "
                  "w:left=\"720\" w:header=\"360\" w:footer=\"360\" w:gutter=\"0\"/></w:sectPr>");
    return new_package(builder_str(&out), STR(""), arena, bytes, error) &&
           docx_read_back_new(*bytes, &input_limits_default, error);
}
