// SPDX-License-Identifier: Apache-2.0
// One paragraph of the Word file: its tags, its mark, what it may grow to.
#include "codec/xml_write.h"
#include "exchange/odt/odt_parts.h"

#include <inttypes.h>

#define REPEATED_MOST 200000

bool odt_check_size(const struct odt_writer *writer)
{
    size_t made = writer->body.length + writer->out->length + writer->paragraph.content.length +
                  writer->lists->abstracts.length + writer->lists->nums.length;
    for (int i = 0; i < TARGETS; i++)
        made += writer->notes[i].length;
    return made <= writer->limits->zip_part_bytes ||
           error_at(writer->error, TOO_LARGE, place_of(writer->name),
                    "the text would take more than %zu bytes", writer->limits->zip_part_bytes);
}

bool odt_repeat(struct odt_writer *writer, uint32_t times)
{
    writer->repeated += times - 1;
    return writer->repeated <= REPEATED_MOST ||
           error_at(writer->error, TOO_LARGE, place_of(writer->name),
                    "more than %d cells, rows or blanks are there by being repeated",
                    REPEATED_MOST);
}

void odt_paragraph_begin(struct odt_writer *writer, const struct odt_paragraph_look *look,
                         const struct odt_run_look *words)
{
    struct str link = writer->paragraph.link;
    builder_cut(&writer->paragraph.content, 0);
    writer->paragraph = (struct odt_paragraph){.is_open = true,
                                               .drops_space = true,
                                               .look = *look,
                                               .words = *words,
                                               .content = writer->paragraph.content,
                                               .link = link};
    builder_add(&writer->paragraph.content, writer->prefix);
    builder_add(&writer->paragraph.content, link);
    writer->prefix = STR("");
}

static void add_look(struct odt_writer *writer, bool is_mark_struck)
{
    struct odt_paragraph *paragraph = &writer->paragraph;
    builder_add_c(writer->out, "<w:p><w:pPr>");
    odt_paragraph_look_add(&paragraph->look, writer->out);
    builder_add_c(writer->out, "<w:rPr>");
    odt_add_marks(writer, writer->out, is_mark_struck);
    odt_run_look_add(&paragraph->words, writer->out);
    builder_add_c(writer->out, "</w:rPr>");
    if (paragraph->has_had) {
        const struct odt_region *region =
            LIST_AT(&writer->regions, struct odt_region, paragraph->had_until);
        odt_add_change(writer, writer->out, "pPrChange", region->author, region->date);
        builder_add_c(writer->out, "><w:pPr>");
        odt_paragraph_look_add(&paragraph->had, writer->out);
        builder_add_c(writer->out, "</w:pPr></w:pPrChange>");
    }
    builder_add_c(writer->out, "</w:pPr>");
}

bool odt_paragraph_end(struct odt_writer *writer, bool is_mark_struck)
{
    static const char contents_end[] = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    struct odt_paragraph *paragraph = &writer->paragraph;
    if (paragraph->link.length > 0)
        builder_add_c(&paragraph->content, "</w:hyperlink>");
    if (writer->contents_left > 0 && --writer->contents_left == 0)
        builder_add_c(&paragraph->content, contents_end);
    add_look(writer, is_mark_struck);
    builder_add(writer->out, builder_str(&paragraph->content));
    builder_add_c(writer->out, "</w:p>");
    paragraph->is_open = false;
    return odt_check_size(writer);
}
