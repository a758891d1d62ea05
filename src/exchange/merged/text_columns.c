// SPDX-License-Identifier: Apache-2.0
#include "codec/markdown.h"
#include "exchange/merged/text_write.h"

// One cell of a Markdown table: a line.
static void add_cell(struct text_writer *writer, struct str text)
{
    struct str rest = text;
    struct str line;
    bool is_first = true;
    while (str_cut(&rest, '\n', &line)) {
        builder_add_c(writer->out, is_first ? "" : "<br>");
        markdown_escape(writer->out, line, false);
        is_first = false;
    }
    builder_add_c(writer->out, " | ");
}

static struct str reading_of(const struct text_writer *writer, const struct point *point,
                             struct sheet_reading reading)
{
    struct builder text = builder_make(writer->arena);
    point_text(writer->sheet, point, reading, &text);
    return builder_str(&text);
}

static void write_row(struct text_writer *writer, uint32_t number)
{
    const struct sheet *sheet = writer->sheet;
    const struct point *point = &sheet->points[number];
    enum row_status status = point_status(sheet, point);
    struct str base = reading_of(writer, point, (struct sheet_reading){.kind = READ_BASE});
    builder_print(writer->out, "| %u | %s | ", number + 1, row_status_letter(status));
    add_cell(writer, point->label);
    add_cell(writer, base);
    for (uint32_t i = 0; i < sheet->party_count; i++) {
        struct str text = reading_of(writer, point, (struct sheet_reading){READ_PARTY, {i}});
        add_cell(writer, str_equal(text, base) ? STR("=") : text);
    }
    add_cell(writer, reading_of(writer, point, (struct sheet_reading){.kind = READ_AGREED}));
    writer->out->length--; // the space behind the last bar
    builder_add_byte(writer->out, '\n');
}

void text_write_columns(struct text_writer *writer)
{
    const struct sheet *sheet = writer->sheet;
    builder_add_c(writer->out, "| Row | Status | Point | Base |");
    for (uint32_t i = 0; i < sheet->party_count; i++) {
        builder_add_byte(writer->out, ' ');
        if (writer->options.hide_names)
            builder_print(writer->out, "Party %u", i + 1);
        else
            markdown_escape(writer->out, sheet->party_names[i], false);
        builder_add_c(writer->out, " |");
    }
    builder_add_c(writer->out, " Agreed |\n|");
    for (uint32_t i = 0; i < sheet->party_count + 5; i++)
        builder_add_c(writer->out, " --- |");
    builder_add_byte(writer->out, '\n');
    for (uint32_t i = 0; i < sheet->point_count; i++)
        write_row(writer, i);
}
