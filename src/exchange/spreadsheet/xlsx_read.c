// SPDX-License-Identifier: Apache-2.0
//
//   xl/workbook.xml       <sheets><sheet name="Scores" r:id="rId1"/></sheets>
//   xl/sharedStrings.xml  <si><t>words</t></si>, or runs: <si><r><t>wo</t></r><r><t>rds</t></r></si>
//   xl/styles.xml         which numbers are days or per cent
//   xl/worksheets/….xml   <c r="B7" t="s" s="3"><f>…</f><v>12</v></c>, <mergeCell ref="A1:C1"/>
#include "exchange/spreadsheet/workbook_parts.h"
#include "exchange/spreadsheet/xlsx_styles.h"

#include "base/checked.h"

struct xlsx {
    struct workbook_reader *reader;
    const struct str *strings;
    size_t string_count;
    struct xlsx_styles styles;
    bool is_1904;
};

// --- Strings

static uint32_t hex_digit(char c)
{
    return c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
           : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10)
           : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                                  : 16;
}

// "_x0009_" stands for a character that XML cannot hold.
static bool escape_at(struct str text, size_t at, uint32_t *code)
{
    if (text.length - at < 7 || text.bytes[at + 1] != 'x' || text.bytes[at + 6] != '_')
        return false;
    *code = 0;
    for (size_t i = 2; i < 6; i++) {
        uint32_t digit = hex_digit(text.bytes[at + i]);
        if (digit == 16)
            return false;
        *code = *code * 16 + digit;
    }
    return *code > 0 && (*code < 0xD800 || *code > 0xDFFF);
}

static void add_unescaped(struct builder *out, struct str text)
{
    uint32_t code;
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] != '_' || !escape_at(text, i, &code)) {
            builder_add_byte(out, text.bytes[i]);
            continue;
        }
        if (code != '\r') // of a line end: the line feed follows
            builder_add_code_point(out, code < 32 && code != '\t' && code != '\n' ? 0xFFFD : code);
        i += 6;
    }
}

// The words of <si> or <is>: its own <t> and those of its runs, without readings of characters.
static struct str string_of(const struct xml *xml, uint32_t node, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (uint32_t child = node + 1; child < xml->nodes[node].end;) {
        if (node_is(xml, child, "rPh") || node_is(xml, child, "rPr") ||
            node_is(xml, child, "phoneticPr")) {
            child = xml->nodes[child].end;
            continue;
        }
        if (xml->nodes[child].name == XML_TEXT)
            add_unescaped(&out, xml_text(xml, child));
        child++;
    }
    return builder_str(&out);
}

static bool read_strings(struct xlsx *xlsx, struct str part)
{
    struct xml xml;
    struct list strings = LIST_MAKE(xlsx->reader->arena, struct str);
    if (!workbook_part(xlsx->reader, part, &xml))
        return false;
    uint32_t end = xml.node_count > 0 ? xml.nodes[0].end : 0;
    for (uint32_t node = 1; node < end; node = xml.nodes[node].end)
        if (node_is(&xml, node, "si"))
            *LIST_ADD(&strings, struct str) = string_of(&xml, node, xlsx->reader->arena);
    xlsx->strings = LIST_ITEMS(&strings, struct str);
    xlsx->string_count = strings.count;
    return true;
}

// --- Cells

// "B7" as row 6 and column 1; false when it is none.
static bool read_place(struct str text, uint32_t *row, uint32_t *column, size_t *length)
{
    size_t i = 0;
    uint64_t number = 0, letters = 0;
    for (; i < text.length && text.bytes[i] >= 'A' && text.bytes[i] <= 'Z' && i < 4; i++)
        letters = letters * 26 + (uint64_t)(text.bytes[i] - 'A') + 1;
    size_t first = i;
    for (; i < text.length && text.bytes[i] >= '0' && text.bytes[i] <= '9' && i < first + 8; i++)
        number = number * 10 + (uint64_t)(text.bytes[i] - '0');
    if (letters == 0 || number == 0 || letters > GRID_COLUMNS_MOST || number > GRID_ROWS_MOST)
        return false;
    *row = (uint32_t)number - 1;
    *column = (uint32_t)letters - 1;
    *length = i;
    return true;
}

static struct str value_text(const struct xml *xml, uint32_t node, struct arena *arena)
{
    uint32_t value = node_child(xml, node, "v");
    return value == NODE_NONE ? STR("") : string_of(xml, value, arena);
}

static void take_number(const struct xlsx *xlsx, int64_t style, struct grid_cell *cell)
{
    struct arena *arena = xlsx->reader->arena;
    enum xlsx_shown shown = xlsx_shown_as(&xlsx->styles, style);
    struct str plain = number_plain(cell->text, arena);
    struct str date;
    cell->kind = plain.length > 0 ? GRID_NUMBER : GRID_TEXT;
    cell->text = plain.length > 0 ? plain : cell->text;
    cell->is_percent = shown == SHOWN_PERCENT;
    if (shown == SHOWN_DATE && xlsx_date(plain, xlsx->is_1904, arena, &date)) {
        cell->kind = GRID_DATE;
        cell->text = date;
    }
}

static void take_value(struct xlsx *xlsx, const struct xml *xml, uint32_t node,
                       struct grid_cell *cell)
{
    struct arena *arena = xlsx->reader->arena;
    struct str type = node_value(xml, node, "t");
    int64_t number;
    cell->text = value_text(xml, node, arena);
    cell->kind = GRID_TEXT;
    if (str_equal(type, STR("s"))) {
        bool is_there = checked_parse(cell->text, &number) && number >= 0 &&
                        (uint64_t)number < xlsx->string_count;
        cell->text = is_there ? xlsx->strings[number] : STR("");
    } else if (str_equal(type, STR("inlineStr"))) {
        uint32_t words = node_child(xml, node, "is");
        cell->text = words == NODE_NONE ? STR("") : string_of(xml, words, arena);
    } else if (str_equal(type, STR("b"))) {
        cell->kind = GRID_TRUTH;
        cell->text = str_equal(cell->text, STR("1")) ? STR("true") : STR("false");
    } else if (str_equal(type, STR("e"))) {
        cell->kind = GRID_FAULT;
    } else if (str_equal(type, STR("d"))) {
        cell->kind = GRID_DATE;
    } else if (!str_equal(type, STR("str")) && cell->text.length > 0) {
        take_number(xlsx, node_number(xml, node, "s", 0), cell);
    }
}

static bool read_cell(struct xlsx *xlsx, const struct xml *xml, uint32_t node,
                      struct grid_cell cell, struct grid_maker *maker)
{
    uint32_t formula = node_child(xml, node, "f");
    cell.is_formula = formula != NODE_NONE;
    take_value(xlsx, xml, node, &cell);
    if (cell.is_formula && cell.text.length == 0 &&
        !str_equal(node_value(xml, node, "t"), STR("str"))) {
        cell.kind = GRID_FAULT;
        cell.text = STR("#NOT STORED");
        xlsx->reader->without_result++;
    }
    return cell.text.length == 0 || grid_add(maker, cell, xlsx->reader->error);
}

// Rows and cells without a place follow the one before.
static bool read_rows(struct xlsx *xlsx, const struct xml *xml, uint32_t data,
                      struct grid_maker *maker)
{
    int64_t row = 0;
    size_t length;
    for (uint32_t node = data + 1; node < xml->nodes[data].end; node = xml->nodes[node].end) {
        if (!node_is(xml, node, "row"))
            continue;
        row = node_number(xml, node, "r", row + 1);
        if (row < 1 || row > GRID_ROWS_MOST)
            return error_set(xlsx->reader->error, BAD_INPUT, "a row with the number %lld",
                             (long long)row);
        struct grid_cell cell = {.row = (uint32_t)row - 1};
        for (uint32_t c = node + 1; c < xml->nodes[node].end; c = xml->nodes[c].end) {
            if (!node_is(xml, c, "c"))
                continue;
            uint32_t named_row, named_column;
            if (read_place(node_value(xml, c, "r"), &named_row, &named_column, &length))
                cell.row = named_row, cell.column = named_column;
            if (!read_cell(xlsx, xml, c, cell, maker))
                return false;
            cell.column++;
        }
    }
    return true;
}

// "A1:C2" spans the cell at its beginning.
static void join_cells(const struct xml *xml, struct grid_maker *maker)
{
    uint32_t merges = xml->node_count > 0 ? node_child(xml, 0, "mergeCells") : NODE_NONE;
    if (merges == NODE_NONE)
        return;
    struct names *places = names_make(maker->arena);
    for (size_t i = 0; i < maker->cells.count; i++) {
        const struct grid_cell *cell = LIST_AT(&maker->cells, struct grid_cell, i);
        (void)names_add(places, grid_place(cell->row, cell->column, maker->arena));
    }
    for (uint32_t node = merges + 1; node < xml->nodes[merges].end; node = xml->nodes[node].end) {
        struct str range = node_value(xml, node, "ref");
        uint32_t row, column, last_row, last_column;
        size_t length;
        if (!read_place(range, &row, &column, &length) || length >= range.length ||
            !read_place(str_skip(range, length + 1), &last_row, &last_column, &length) ||
            last_row < row || last_column < column)
            continue;
        uint32_t at = names_find(places, grid_place(row, column, maker->arena));
        if (at == NAMES_NONE || at >= maker->cells.count)
            continue;
        struct grid_cell *cell = LIST_AT(&maker->cells, struct grid_cell, at);
        cell->row_span = last_row - row + 1;
        cell->column_span = last_column - column + 1;
    }
}

// --- Sheets

static bool read_sheet(struct xlsx *xlsx, struct str part, struct str name, bool is_hidden)
{
    struct xml xml;
    struct workbook_reader *reader = xlsx->reader;
    struct grid_maker maker = grid_maker_make(reader->name, reader->limits, reader->arena);
    if (!workbook_part(reader, part, &xml))
        return false;
    uint32_t data = xml.node_count > 0 ? node_child(&xml, 0, "sheetData") : NODE_NONE;
    if (data == NODE_NONE)
        return true; // a chart's sheet
    if (!read_rows(xlsx, &xml, data, &maker))
        return false;
    join_cells(&xml, &maker);
    workbook_add_grid(reader, &maker, name, is_hidden);
    return true;
}

// A target as its part's name: "worksheets/sheet1.xml" beside xl/workbook.xml, or from the root.
static struct str target_of(struct str target, struct arena *arena)
{
    return str_starts_with(target, STR("/")) ? str_skip(target, 1)
                                             : arena_print(arena, "xl/%.*s", STR_ARGS(target));
}

// The part that a relationship leads to: by its id, or the first of a type. Empty: none.
static struct str related(const struct xml *relations, struct str id, struct str type,
                          struct arena *arena)
{
    uint32_t end = relations->node_count > 0 ? relations->nodes[0].end : 0;
    for (uint32_t node = 1; node < end; node = relations->nodes[node].end) {
        bool is_it = id.length > 0 ? str_equal(node_value(relations, node, "Id"), id)
                                   : str_ends_with(node_value(relations, node, "Type"), type);
        if (is_it)
            return target_of(node_value(relations, node, "Target"), arena);
    }
    return STR("");
}

static bool read_sheets(struct xlsx *xlsx, const struct xml *book, const struct xml *relations)
{
    uint32_t sheets = node_child(book, 0, "sheets");
    for (uint32_t node = sheets + 1; sheets != NODE_NONE && node < book->nodes[sheets].end;
         node = book->nodes[node].end) {
        if (!node_is(book, node, "sheet"))
            continue;
        struct str state = node_value(book, node, "state");
        // Its "id" of the relationships stands behind "sheetId" and has a prefix.
        struct str part =
            related(relations, node_value(book, node, "id"), STR(""), xlsx->reader->arena);
        if (part.length > 0 && !read_sheet(xlsx, part, node_value(book, node, "name"),
                                           state.length > 0 && !str_equal(state, STR("visible"))))
            return false;
    }
    return true;
}

bool xlsx_read(struct workbook_reader *reader)
{
    struct xlsx xlsx = {.reader = reader};
    struct xml book, relations, styles;
    struct arena *arena = reader->arena;
    if (!workbook_part(reader, STR("xl/workbook.xml"), &book) ||
        !workbook_part(reader, STR("xl/_rels/workbook.xml.rels"), &relations))
        return false;
    if (book.node_count == 0)
        return error_at(reader->error, BAD_INPUT, place_of(reader->name), "no workbook in it");
    uint32_t properties = node_child(&book, 0, "workbookPr");
    struct str epoch =
        properties == NODE_NONE ? STR("") : node_value(&book, properties, "date1904");
    xlsx.is_1904 = str_equal(epoch, STR("1")) || str_equal(epoch, STR("true"));
    if (!workbook_part(reader, related(&relations, STR(""), STR("/styles"), arena), &styles) ||
        !read_strings(&xlsx, related(&relations, STR(""), STR("/sharedStrings"), arena)))
        return false;
    xlsx.styles = xlsx_styles_read(&styles, arena);
    return read_sheets(&xlsx, &book, &relations);
}
