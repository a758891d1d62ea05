// SPDX-License-Identifier: Apache-2.0
#include "base/checked.h"
#include "base/civil.h"
#include "base/utf8.h"
#include "codec/csv.h"
#include "codec/xml_write.h"
#include "codec/zip.h"
#include "exchange/spreadsheet/spreadsheet.h"

// The cell styles of styles.xml, in its order.
enum style { STYLE_PLAIN, STYLE_HEAD, STYLE_NUMBER, STYLE_PERCENT, STYLE_DATE };

enum { WIDTH_LEAST = 8, WIDTH_MOST = 60, NAME_LETTERS = 31 };

static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
#define MAIN_SPACE "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONSHIPS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define SHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."

// --- Cells

// "_x0041_" in somebody's words would be read as an "A": its underscore is written out.
static struct str escaped(struct str text, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < text.length; i++) {
        bool is_escape = text.bytes[i] == '_' && i + 6 < text.length && text.bytes[i + 1] == 'x' &&
                         text.bytes[i + 6] == '_';
        builder_add_c(&out, is_escape ? "_x005F" : "");
        builder_add_byte(&out, text.bytes[i]);
    }
    return builder_str(&out);
}

// The number of a day that is one, for the programs' own calendar; 0: written as words.
static int64_t day_number(struct str date)
{
    int64_t year, month, day;
    if (date.length != 10 || !checked_parse(str_slice(date, 0, 4), &year) ||
        !checked_parse(str_slice(date, 5, 7), &month) || !checked_parse(str_skip(date, 8), &day) ||
        year < 1901 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, (int)month))
        return 0;
    return day_of_civil((struct civil){year, (int)month, (int)day}) + 25569;
}

static void add_cell(struct builder *out, const struct grid_cell *cell, bool is_head)
{
    bool is_number = cell->kind == GRID_NUMBER;
    int64_t day = cell->kind == GRID_DATE ? day_number(cell->text) : 0;
    enum style style = cell->is_percent ? STYLE_PERCENT
                       : day > 0        ? STYLE_DATE
                       : is_head        ? STYLE_HEAD
                       : is_number      ? STYLE_NUMBER
                                        : STYLE_PLAIN;
    builder_print(out, "<c r=\"%.*s\" s=\"%d\"",
                  STR_ARGS(grid_place(cell->row, cell->column, out->arena)), (int)style);
    if (is_number) {
        builder_print(out, "><v>%.*s</v></c>", STR_ARGS(cell->text));
    } else if (day > 0) {
        builder_print(out, "><v>%lld</v></c>", (long long)day);
    } else if (cell->kind == GRID_TRUTH) {
        builder_print(out, " t=\"b\"><v>%d</v></c>", str_equal(cell->text, STR("true")));
    } else {
        builder_add_c(out, " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        xml_add_text(out, escaped(cell->text, out->arena));
        builder_add_c(out, "</t></is></c>");
    }
}

static void add_rows(struct builder *out, const struct grid *grid, uint32_t head_rows)
{
    builder_add_c(out, "<sheetData>");
    for (uint32_t row = 0; row < grid->row_count; row++) {
        builder_print(out, "<row r=\"%u\">", row + 1);
        for (size_t i = grid->row_starts[row]; i < grid->row_starts[row + 1]; i++)
            add_cell(out, &grid->cells[i], row < head_rows);
        builder_add_c(out, "</row>\n");
    }
    builder_add_c(out, "</sheetData>");
}

static void add_joined(struct builder *out, const struct grid *grid)
{
    size_t count = 0;
    for (size_t i = 0; i < grid->cell_count; i++) {
        const struct grid_cell *cell = &grid->cells[i];
        if (cell->row_span <= 1 && cell->column_span <= 1)
            continue;
        builder_print(out, "%s<mergeCell ref=\"%.*s:%.*s\"/>", count++ == 0 ? "<mergeCells>" : "",
                      STR_ARGS(grid_place(cell->row, cell->column, out->arena)),
                      STR_ARGS(grid_place(cell->row + cell->row_span - 1,
                                          cell->column + cell->column_span - 1, out->arena)));
    }
    builder_add_c(out, count > 0 ? "</mergeCells>" : "");
}

// --- Sheets

static void widen(struct str text, size_t *width)
{
    struct str line;
    while (str_cut(&text, '\n', &line))
        if (utf8_count(line) + 2 > *width)
            *width = utf8_count(line) + 2;
}

static void add_columns(struct builder *out, const struct grid *grid,
                        const struct spreadsheet_look *look)
{
    size_t *widths = ARENA_ARRAY(out->arena, size_t, grid->column_count);
    for (size_t i = 0; i < grid->cell_count; i++)
        widen(grid->cells[i].text, &widths[grid->cells[i].column]);
    if (grid->column_count > 0)
        builder_add_c(out, "<cols>");
    for (uint32_t column = 0; column < grid->column_count; column++) {
        size_t width = look->widths                   ? look->widths[column]
                       : widths[column] < WIDTH_LEAST ? WIDTH_LEAST
                       : widths[column] > WIDTH_MOST  ? WIDTH_MOST
                                                      : widths[column];
        builder_print(out, "<col min=\"%u\" max=\"%u\" width=\"%zu\" customWidth=\"1\"/>",
                      column + 1, column + 1, width);
    }
    builder_add_c(out, grid->column_count > 0 ? "</cols>" : "");
}

static struct str sheet_xml(const struct grid *grid, const struct spreadsheet_look *look,
                            struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_add_c(&out, declaration);
    builder_add_c(&out, "<worksheet xmlns=\"" MAIN_SPACE "\">"
                        "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>"
                        "<sheetView workbookViewId=\"0\">");
    if (look->head_rows > 0)
        builder_print(&out,
                      "<pane ySplit=\"%u\" topLeftCell=\"A%u\" activePane=\"bottomLeft\" "
                      "state=\"frozen\"/>",
                      look->head_rows, look->head_rows + 1);
    builder_add_c(&out, "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
    add_columns(&out, grid, look);
    add_rows(&out, grid, look->head_rows);
    add_joined(&out, grid);
    builder_print(&out,
                  "<pageSetup paperSize=\"9\" orientation=\"%s\" fitToHeight=\"0\"/></worksheet>",
                  look->is_landscape ? "landscape" : "portrait");
    return builder_str(&out);
}

// A sheet's name may not be empty, too long, hold : \ / ? * [ ], or be another's.
static const struct str *sheet_names(const struct workbook *workbook, struct arena *arena)
{
    struct str *names = ARENA_ARRAY(arena, struct str, workbook->grid_count);
    for (size_t n = 0; n < workbook->grid_count; n++) {
        struct builder out = builder_make(arena);
        struct str name = workbook->grids[n].name;
        for (size_t i = 0; i < name.length; i++) {
            bool is_barred = str_find_byte(STR(":\\/?*[]'"), name.bytes[i]) < 8;
            builder_add_byte(&out, is_barred ? ' ' : name.bytes[i]);
        }
        names[n] = str_trim(utf8_start(builder_str(&out), NAME_LETTERS));
        bool is_taken = names[n].length == 0;
        for (size_t i = 0; i < n; i++)
            is_taken = is_taken || str_equal_ignoring_case(names[i], names[n]);
        if (is_taken)
            names[n] = arena_print(arena, "Sheet %zu", n + 1);
    }
    return names;
}

// --- The workbook

static void add_titles(struct builder *out, const struct workbook *workbook,
                       const struct str *names, const struct spreadsheet_look *looks)
{
    builder_add_c(out, "<definedNames>");
    for (size_t i = 0; i < workbook->grid_count; i++)
        if (looks && looks[i].head_rows > 0) {
            builder_print(out, "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"%zu\">'",
                          i);
            xml_add_text(out, names[i]);
            builder_print(out, "'!$1:$%u</definedName>", looks[i].head_rows);
        }
    builder_add_c(out, "</definedNames>");
}

static bool has_titles(const struct workbook *workbook, const struct spreadsheet_look *looks)
{
    for (size_t i = 0; looks && i < workbook->grid_count; i++)
        if (looks[i].head_rows > 0)
            return true;
    return false;
}

static struct str workbook_xml(const struct workbook *workbook,
                               const struct spreadsheet_look *looks, struct arena *arena)
{
    struct builder out = builder_make(arena);
    const struct str *names = sheet_names(workbook, arena);
    builder_add_c(&out, declaration);
    builder_add_c(&out,
                  "<workbook xmlns=\"" MAIN_SPACE "\" xmlns:r=\"" RELATIONSHIPS "\"><sheets>");
    for (size_t i = 0; i < workbook->grid_count; i++) {
        builder_add_c(&out, "<sheet");
        xml_add_attribute(&out, "name", names[i]);
        builder_print(&out, " sheetId=\"%zu\" r:id=\"rId%zu\"/>", i + 1, i + 1);
    }
    builder_add_c(&out, "</sheets>");
    if (has_titles(workbook, looks))
        add_titles(&out, workbook, names, looks);
    builder_add_c(&out, "</workbook>");
    return builder_str(&out);
}

static struct str relations_xml(const struct workbook *workbook, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_add_c(&out, declaration);
    builder_add_c(&out, "<Relationships xmlns=\"" PACKAGE "/relationships\">");
    for (size_t i = 0; i < workbook->grid_count; i++)
        builder_print(&out,
                      "<Relationship Id=\"rId%zu\" Type=\"" RELATIONSHIPS "/worksheet\" "
                      "Target=\"worksheets/sheet%zu.xml\"/>",
                      i + 1, i + 1);
    builder_print(&out,
                  "<Relationship Id=\"rId%zu\" Type=\"" RELATIONSHIPS
                  "/styles\" Target=\"styles.xml\"/></Relationships>",
                  workbook->grid_count + 1);
    return builder_str(&out);
}

static struct str types_xml(const struct workbook *workbook, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_add_c(&out, declaration);
    builder_add_c(
        &out, "<Types xmlns=\"" PACKAGE "/content-types\"><Default Extension=\"rels\" "
              "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override "
              "PartName=\"/xl/workbook.xml\" ContentType=\"" SHEET_TYPE "sheet.main+xml\"/>"
              "<Override PartName=\"/xl/styles.xml\" ContentType=\"" SHEET_TYPE "styles+xml\"/>");
    for (size_t i = 0; i < workbook->grid_count; i++)
        builder_print(&out,
                      "<Override PartName=\"/xl/worksheets/sheet%zu.xml\" ContentType=\"" SHEET_TYPE
                      "worksheet+xml\"/>",
                      i + 1);
    builder_add_c(&out, "</Types>");
    return builder_str(&out);
}

static const char package_xml[] = "<Relationships xmlns=\"" PACKAGE
                                  "/relationships\"><Relationship Id=\"rId1\" Type=\"" RELATIONSHIPS
                                  "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

// Plain, head, number, per cent; words wrap and stand at the top of their cells.
static const char styles_xml[] =
    "<styleSheet xmlns=\"" MAIN_SPACE
    "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/>"
    "</font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills "
    "count=\"3\"><fill>"
    "<patternFill patternType=\"none\"/></fill><fill><patternFill "
    "patternType=\"gray125\"/></fill><fill>"
    "<patternFill patternType=\"solid\"><fgColor "
    "rgb=\"FFE8ECEF\"/></patternFill></fill></fills><borders "
    "count=\"2\"><border/><border><bottom style=\"thin\"><color "
    "rgb=\"FF8A949C\"/></bottom></border>"
    "</borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"5\"><xf "
    "applyAlignment=\"1\">"
    "<alignment vertical=\"top\" wrapText=\"1\"/></xf><xf fontId=\"1\" fillId=\"2\" borderId=\"1\" "
    "applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment "
    "vertical=\"top\" "
    "wrapText=\"1\"/></xf><xf applyAlignment=\"1\"><alignment vertical=\"top\"/></xf><xf "
    "numFmtId=\"10\" "
    "applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment "
    "vertical=\"top\"/></xf><xf numFmtId=\"14\" applyNumberFormat=\"1\" "
    "applyAlignment=\"1\"><alignment vertical=\"top\"/></xf></cellXfs></styleSheet>";

static void add_part(struct list *parts, struct str name, struct str content)
{
    *LIST_ADD(parts, struct zip_change) = (struct zip_change){.name = name, .content = content};
}

bool spreadsheet_write_xlsx(const struct workbook *workbook, const struct spreadsheet_look *looks,
                            struct arena *arena, struct str *bytes, struct error *error)
{
    static const struct spreadsheet_look plain = {0};
    struct list parts = LIST_MAKE(arena, struct zip_change);
    add_part(&parts, STR("[Content_Types].xml"), types_xml(workbook, arena));
    add_part(&parts, STR("_rels/.rels"), arena_print(arena, "%s%s", declaration, package_xml));
    add_part(&parts, STR("xl/workbook.xml"), workbook_xml(workbook, looks, arena));
    add_part(&parts, STR("xl/_rels/workbook.xml.rels"), relations_xml(workbook, arena));
    add_part(&parts, STR("xl/styles.xml"), arena_print(arena, "%s%s", declaration, styles_xml));
    for (size_t i = 0; i < workbook->grid_count; i++)
        add_part(&parts, arena_print(arena, "xl/worksheets/sheet%zu.xml", i + 1),
                 sheet_xml(&workbook->grids[i], looks ? &looks[i] : &plain, arena));
    return zip_write(NULL, LIST_ITEMS(&parts, struct zip_change), parts.count, arena, bytes, error);
}

// --- .csv

struct str spreadsheet_write_csv(const struct grid *grid, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (uint32_t row = 0; row < grid->row_count; row++) {
        for (uint32_t column = 0; column < grid->column_count; column++) {
            const struct grid_cell *cell = grid_at(grid, row, column);
            builder_add_c(&out, column > 0 ? "," : "");
            if (cell && cell->kind == GRID_NUMBER)
                builder_add(&out, cell->text);
            else if (cell)
                csv_words(&out, cell->text);
        }
        builder_add_c(&out, "\r\n");
    }
    return builder_str(&out);
}
