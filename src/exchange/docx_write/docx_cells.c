// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/docx_cells.h"

#include "base/direction.h"
#include "codec/xml_write.h"
#include "exchange/docx_write/inserted.h"
#include "exchange/docx_write/new_package.h"
#include "exchange/docx_write/read_back.h"

const struct cell_look cell_plain = {"", ""};
const struct cell_look cell_bold = {"<w:b/>", ""};
const struct cell_look cell_struck = {"<w:strike/><w:color w:val=\"8A1C1C\"/>", ""};
const struct cell_look cell_added = {"<w:color w:val=\"1C4A8A\"/>", "<w:u w:val=\"single\"/>"};
const struct cell_look cell_new = {"", "<w:highlight w:val=\"yellow\"/>"};
const struct cell_look cell_dropped = {"<w:strike/>", ""};

void cells_title(struct builder *out, struct str title)
{
    builder_add_c(out, "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r>");
    add_run_text(out, title);
    builder_add_c(out, "</w:r></w:p>");
}

void cells_open_table(struct builder *out, uint32_t width, const uint32_t *widths, uint32_t count)
{
    builder_print(out,
                  "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"%u\" "
                  "w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>",
                  width);
    for (uint32_t i = 0; i < count; i++)
        builder_print(out, "<w:gridCol w:w=\"%u\"/>", widths[i]);
    builder_add_c(out, "</w:tblGrid>");
}

void cells_open_row(struct builder *out, bool is_head)
{
    builder_print(out, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>", is_head ? "<w:tblHeader/>" : "");
}

void cells_close_row(struct builder *out)
{
    builder_add_c(out, "</w:tr>");
}

void cells_open(struct builder *out, uint32_t width, uint32_t span, enum cell_join join,
                const char *shade)
{
    builder_print(out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/>", width);
    if (span > 1)
        builder_print(out, "<w:gridSpan w:val=\"%u\"/>", span);
    if (join != CELL_ALONE)
        builder_add_c(out, join == CELL_BEGINS ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
    if (shade)
        builder_print(out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%s\"/>", shade);
    builder_add_c(out, "</w:tcPr><w:p><w:pPr><w:spacing w:after=\"40\"/></w:pPr>");
}

void cells_close(struct builder *out)
{
    builder_add_c(out, "</w:p></w:tc>");
}

void cells_run(struct builder *out, struct cell_look look, struct str text)
{
    if (text.length == 0)
        return;
    builder_print(out, "<w:r><w:rPr>%s<w:sz w:val=\"18\"/>%s</w:rPr>", look.before, look.behind);
    add_run_text(out, direction_closed(text, out->arena));
    builder_add_c(out, "</w:r>");
}

void cells_lines(struct builder *out, struct cell_look look, struct str text)
{
    for (;;) {
        size_t end = str_find_byte(text, '\n');
        cells_run(out, look, str_slice(text, 0, end));
        if (end == text.length)
            return;
        builder_add_c(out, "</w:p><w:p><w:pPr><w:spacing w:after=\"40\"/></w:pPr>");
        text = str_skip(text, end + 1);
    }
}

void cells_add(struct builder *out, uint32_t width, const char *shade, struct cell_look look,
               struct str text)
{
    cells_open(out, width, 1, CELL_ALONE, shade);
    cells_run(out, look, text);
    cells_close(out);
}

static bool parts_words(struct str text, size_t at)
{
    return at == 0 || at >= text.length || (unsigned char)text.bytes[at] <= ' ' ||
           (unsigned char)text.bytes[at - 1] <= ' ';
}

void cells_changed(struct builder *out, struct str base, struct str text, struct cell_look dropped,
                   struct cell_look added)
{
    size_t most = base.length < text.length ? base.length : text.length;
    size_t from = 0;
    size_t same = 0; // at the end
    for (size_t at = 0; at <= most; at++) {
        if (parts_words(base, at) && parts_words(text, at))
            from = at;
        if (at == most || base.bytes[at] != text.bytes[at])
            break;
    }
    for (size_t n = 0; n <= most - from; n++) {
        if (parts_words(base, base.length - n) && parts_words(text, text.length - n))
            same = n;
        if (n == most - from || base.bytes[base.length - n - 1] != text.bytes[text.length - n - 1])
            break;
    }
    cells_lines(out, cell_plain, str_slice(base, 0, from));
    cells_lines(out, dropped, str_slice(base, from, base.length - same));
    cells_lines(out, added, str_slice(text, from, text.length - same));
    cells_lines(out, cell_plain, str_skip(base, base.length - same));
}

bool cells_package(struct builder *out, struct arena *arena, struct str *bytes, struct error *error)
{
    builder_add_c(out,
                  "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar "
                  "w:top=\"720\" w:right=\"720\" w:bottom=\"720\" w:left=\"720\" "
                  "w:header=\"360\" w:footer=\"360\" w:gutter=\"0\"/></w:sectPr>");
    return new_package(builder_str(out), STR(""), arena, bytes, error) &&
           docx_read_back_new(*bytes, &input_limits_default, error);
}
