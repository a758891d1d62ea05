// SPDX-License-Identifier: Apache-2.0
//
//   content.xml  <table:table table:name="Scores">
//                  <table:table-row table:number-rows-repeated="2">
//                    <table:table-cell office:value-type="float" office:value="8.5"><text:p>8.5</text:p>
//                    <table:covered-table-cell/>
#include "exchange/spreadsheet/workbook_parts.h"

struct ods {
    struct workbook_reader *reader;
    struct xml xml;
};

// --- Words

static void add_paragraph(const struct ods *ods, uint32_t node, struct builder *out)
{
    const struct xml *xml = &ods->xml;
    for (uint32_t child = node + 1; child < xml->nodes[node].end;) {
        if (node_is(xml, child, "annotation") || node_is(xml, child, "ruby-text")) {
            child = xml->nodes[child].end;
            continue;
        }
        if (xml->nodes[child].name == XML_TEXT)
            builder_add(out, xml_text(xml, child));
        else if (node_is(xml, child, "s"))
            builder_add_spaces(out, (size_t)(node_number(xml, child, "c", 1) & 0xFF));
        else if (node_is(xml, child, "tab"))
            builder_add_byte(out, '\t');
        else if (node_is(xml, child, "line-break"))
            builder_add_byte(out, '\n');
        child++;
    }
}

static struct str words_of(const struct ods *ods, uint32_t cell)
{
    struct builder out = builder_make(ods->reader->arena);
    bool is_first = true;
    for (uint32_t node = cell + 1; node < ods->xml.nodes[cell].end;
         node = ods->xml.nodes[node].end) {
        if (!node_is(&ods->xml, node, "p"))
            continue;
        builder_add_c(&out, is_first ? "" : "\n");
        add_paragraph(ods, node, &out);
        is_first = false;
    }
    return builder_str(&out);
}

// --- Cells

static void take_number(const struct ods *ods, struct str value, struct grid_cell *cell)
{
    struct str plain = number_plain(value, ods->reader->arena);
    cell->kind = plain.length > 0 ? GRID_NUMBER : GRID_TEXT;
    cell->text = plain.length > 0 ? plain : value;
}

// Days before 1 March 1900 stay the words that stand there: programs differ on them.
static void take_date(struct str value, struct grid_cell *cell)
{
    if (str_compare(value, STR("1900-03-01")) < 0)
        return;
    size_t fraction = str_find_byte(value, '.');
    cell->kind = GRID_DATE;
    cell->text = str_slice(value, 0, fraction);
    if (str_ends_with(cell->text, STR("T00:00:00")))
        cell->text = str_slice(cell->text, 0, cell->text.length - 9);
}

static struct grid_cell cell_of(const struct ods *ods, uint32_t node)
{
    const struct xml *xml = &ods->xml;
    struct str type = node_value(xml, node, "value-type");
    struct str value = node_value(xml, node, "value");
    struct grid_cell cell = {
        .kind = GRID_TEXT,
        .is_formula = node_value(xml, node, "formula").length > 0,
        .is_percent = str_equal(type, STR("percentage")),
        .row_span = (uint32_t)(node_number(xml, node, "number-rows-spanned", 1) & 0xFFFFF),
        .column_span = (uint32_t)(node_number(xml, node, "number-columns-spanned", 1) & 0x7FFF),
    };
    cell.text = words_of(ods, node);
    if (str_equal(type, STR("date"))) {
        take_date(node_value(xml, node, "date-value"), &cell);
    } else if (str_equal(type, STR("boolean"))) {
        cell.kind = GRID_TRUTH;
        cell.text = node_value(xml, node, "boolean-value");
    } else if (value.length > 0 && !str_equal(type, STR("string"))) {
        take_number(ods, value, &cell);
    } else if (cell.is_formula && type.length == 0) {
        cell.kind = GRID_FAULT;
        cell.text = cell.text.length > 0 ? cell.text : STR("#NOT STORED");
        ods->reader->without_result++;
    } else if (cell.is_formula && str_starts_with(cell.text, STR("#"))) {
        cell.kind = GRID_FAULT;
    }
    return cell;
}

static int64_t times_of(const struct ods *ods, uint32_t node, const char *attribute)
{
    int64_t times = node_number(&ods->xml, node, attribute, 1);
    return times < 1 ? 1 : times > GRID_ROWS_MOST ? GRID_ROWS_MOST : times;
}

// Empty cells up to the edge of a sheet are written as one that is repeated; they cost nothing.
static bool read_row(const struct ods *ods, uint32_t row_node, uint32_t row,
                     struct grid_maker *maker, bool *is_empty)
{
    uint32_t column = 0;
    const struct xml *xml = &ods->xml;
    *is_empty = true;
    for (uint32_t node = row_node + 1; node < xml->nodes[row_node].end;
         node = xml->nodes[node].end) {
        bool is_covered = node_is(xml, node, "covered-table-cell");
        if (!is_covered && !node_is(xml, node, "table-cell"))
            continue;
        int64_t times = times_of(ods, node, "number-columns-repeated");
        struct grid_cell cell = cell_of(ods, node);
        bool is_filled = cell.text.length > 0;
        ods->reader->covered += is_covered && is_filled;
        for (int64_t i = 0; is_filled && !is_covered && i < times; i++) {
            cell.row = row;
            cell.column = column + (uint32_t)i;
            *is_empty = false;
            if (!grid_add(maker, cell, ods->reader->error))
                return false;
        }
        column += (uint32_t)times;
        if (column > GRID_COLUMNS_MOST)
            column = GRID_COLUMNS_MOST;
    }
    return true;
}

static bool read_table(const struct ods *ods, uint32_t table, struct grid_maker *maker)
{
    const struct xml *xml = &ods->xml;
    uint32_t row = 0;
    // Rows stand in the table, or in groups and heads of it; no table stands in a cell here.
    for (uint32_t node = table + 1; node < xml->nodes[table].end;) {
        if (!node_is(xml, node, "table-row")) {
            bool is_group = node_is(xml, node, "table-header-rows") ||
                            node_is(xml, node, "table-rows") ||
                            node_is(xml, node, "table-row-group");
            node = is_group ? node + 1 : xml->nodes[node].end;
            continue;
        }
        int64_t times = times_of(ods, node, "number-rows-repeated");
        bool is_empty = false;
        for (int64_t i = 0; i < times && !is_empty; i++)
            if (!read_row(ods, node, row + (uint32_t)i, maker, &is_empty))
                return false;
        row = row + times > GRID_ROWS_MOST ? GRID_ROWS_MOST : row + (uint32_t)times;
        node = xml->nodes[node].end;
    }
    return true;
}

// Styles of tables that are not displayed: their names.
static bool is_hidden(const struct ods *ods, struct str style)
{
    const struct xml *xml = &ods->xml;
    uint32_t styles = node_child(xml, 0, "automatic-styles");
    for (uint32_t node = styles + 1; styles != NODE_NONE && node < xml->nodes[styles].end;
         node = xml->nodes[node].end) {
        uint32_t properties = node_child(xml, node, "table-properties");
        if (properties != NODE_NONE && str_equal(node_value(xml, node, "name"), style))
            return str_equal(node_value(xml, properties, "display"), STR("false"));
    }
    return false;
}

bool ods_read(struct workbook_reader *reader)
{
    struct ods ods = {.reader = reader};
    if (!workbook_part(reader, STR("content.xml"), &ods.xml))
        return false;
    const struct xml *xml = &ods.xml;
    uint32_t body = xml->node_count > 0 ? node_child(xml, 0, "body") : NODE_NONE;
    uint32_t sheets = body == NODE_NONE ? NODE_NONE : node_child(xml, body, "spreadsheet");
    if (sheets == NODE_NONE)
        return error_at(reader->error, BAD_INPUT, place_of(reader->name), "no spreadsheet in it");
    for (uint32_t node = sheets + 1; node < xml->nodes[sheets].end; node = xml->nodes[node].end) {
        if (!node_is(xml, node, "table"))
            continue;
        struct grid_maker maker = grid_maker_make(reader->name, reader->limits, reader->arena);
        if (!read_table(&ods, node, &maker))
            return false;
        workbook_add_grid(reader, &maker, node_value(xml, node, "name"),
                          is_hidden(&ods, node_value(xml, node, "style-name")));
    }
    return true;
}
