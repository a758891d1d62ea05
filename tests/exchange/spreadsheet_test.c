// SPDX-License-Identifier: Apache-2.0
#include "codec/zip.h"
#include "exchange/spreadsheet/spreadsheet.h"
#include "tap.h"

#include <string.h>

static struct workbook read_bytes(const char *name, struct str bytes)
{
    struct workbook workbook = {.grid_count = 0};
    struct error error;
    tap_done(spreadsheet_read(str_of(name), bytes, &input_limits_default, tap_arena(), &workbook,
                              &error),
             &error, __FILE__, __LINE__);
    return workbook;
}

static struct str zipped(const struct zip_change *parts, size_t count)
{
    struct str bytes = {NULL, 0};
    struct error error;
    tap_done(zip_write(NULL, parts, count, tap_arena(), &bytes, &error), &error, __FILE__,
             __LINE__);
    return bytes;
}

// --- Numbers that people write

TEST(numbers_are_read_as_people_write_them)
{
    static const struct {
        const char *text;
        enum decimal_reading reading;
        int64_t units;
        uint32_t scale;
    } rows[] = {
        {"8.5", DECIMAL_READ, 85, 1},
        {"8,5", DECIMAL_READ, 85, 1},
        {"-12", DECIMAL_READ, -12, 0},
        {"\xe2\x88\x92"
         "12",
         DECIMAL_READ, -12, 0},
        {"+3", DECIMAL_READ, 3, 0},
        {"50%", DECIMAL_READ, 50, 2},
        {"8,5 %", DECIMAL_READ, 85, 3},
        {"1 234", DECIMAL_READ, 1234, 0},
        {"1\xc2\xa0"
         "234,50",
         DECIMAL_READ, 123450, 2},
        {"1,234.5", DECIMAL_READ, 12345, 1},
        {"1.234,5", DECIMAL_READ, 12345, 1},
        {"1,234,567", DECIMAL_READ, 1234567, 0},
        {"1.234.567", DECIMAL_READ, 1234567, 0},
        {"0.125", DECIMAL_READ, 125, 3},
        {"1234,567", DECIMAL_READ, 1234567, 3},
        {"1,234", DECIMAL_AMBIGUOUS, 0, 0},
        {"1.234", DECIMAL_AMBIGUOUS, 0, 0},
        {"1,23,456", DECIMAL_NONE, 0, 0},
        {"12 34", DECIMAL_NONE, 0, 0},
        {"1.2.3", DECIMAL_NONE, 0, 0},
        {"3-4", DECIMAL_NONE, 0, 0},
        {"1/2", DECIMAL_NONE, 0, 0},
        {"1e3", DECIMAL_NONE, 0, 0},
        {"", DECIMAL_NONE, 0, 0},
        {"-", DECIMAL_NONE, 0, 0},
        {"%", DECIMAL_NONE, 0, 0},
        {"5.", DECIMAL_NONE, 0, 0},
        {".5", DECIMAL_NONE, 0, 0},
        {"99999999999999999999", DECIMAL_TOO_LARGE, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct grid_decimal decimal;
        enum decimal_reading reading = decimal_of_text(str_of(rows[i].text), &decimal);
        CHECK_INT(reading, rows[i].reading);
        if (reading == DECIMAL_READ && rows[i].reading == DECIMAL_READ) {
            CHECK_INT(decimal.units, rows[i].units);
            CHECK_INT(decimal.scale, rows[i].scale);
        }
    }
}

// --- .xlsx by other hands

#define PART(path, words)                                                                          \
    {                                                                                              \
        .name = STR_INIT(path), .content = STR_INIT(words)                                         \
    }

static const struct zip_change scores[] = {
    PART(
        "xl/workbook.xml",
        "<x:workbook xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><x:sheets>"
        "<x:sheet name=\"Scores\" sheetId=\"4\" r:id=\"rId1\"/>"
        "<x:sheet name=\"Old\" sheetId=\"5\" state=\"hidden\" "
        "r:id=\"rId2\"/></x:sheets></x:workbook>"),
    PART("xl/_rels/workbook.xml.rels",
         "<Relationships xmlns=\"r\"><Relationship Id=\"rId1\" Type=\"a/worksheet\" "
         "Target=\"worksheets/one.xml\"/><Relationship Id=\"rId2\" Type=\"a/worksheet\" "
         "Target=\"/xl/worksheets/two.xml\"/><Relationship Id=\"rId3\" Type=\"a/sharedStrings\" "
         "Target=\"words.xml\"/><Relationship Id=\"rId4\" Type=\"a/styles\" Target=\"looks.xml\"/>"
         "</Relationships>"),
    PART("xl/words.xml", "<sst><si><t>Fisheries</t></si><si><r><rPr><b/></rPr><t>within </t></r><r>"
                         "<t>30 days</t></r><rPh sb=\"0\"><t>reading</t></rPh></si>"
                         "<si><t>a_x0009_b_x00_c_x000D__x000A_d</t></si></sst>"),
    PART("xl/looks.xml",
         "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"&quot;day &quot;0\"/>"
         "<numFmt numFmtId=\"165\" formatCode=\"[$-809]d mmmm yyyy\"/>"
         "<numFmt numFmtId=\"166\" formatCode=\"[h]:mm\"/></numFmts><cellXfs><xf/>"
         "<xf numFmtId=\"10\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
         "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs></styleSheet>"),
    PART("xl/worksheets/one.xml",
         "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" "
         "t=\"s\"><v>1</v></c>"
         "<c t=\"s\"><v>2</v></c></row><row><c><v>0.10000000000000001</v></c><c "
         "s=\"1\"><v>0.5</v></c>"
         "<c s=\"2\"><v>47908</v></c><c s=\"2\"><v>60</v></c><c s=\"3\"><v>12</v></c><c "
         "s=\"4\"><v>47908.75</v>"
         "</c><c s=\"5\"><v>1.5</v></c></row><row r=\"4\"><c r=\"B4\" t=\"b\"><v>1</v></c><c "
         "r=\"C4\" t=\"e\">"
         "<v>#DIV/0!</v></c><c r=\"D4\"><f>SUM(A1)</f></c><c r=\"E4\"><f>1+1</f><v>2</v></c><c "
         "r=\"F4\" "
         "t=\"str\"><f>A1</f><v></v></c><c r=\"G4\"><v>1.2E3</v></c><c r=\"A4\" "
         "t=\"inlineStr\"><is><t>late</t>"
         "</is></c></row><row r=\"6\"><c r=\"A6\"><v>1</v></c><c r=\"B6\"><v>2</v></c></row><row "
         "r=\"7\">"
         "<c r=\"A7\"><v>3</v></c></row></sheetData><mergeCells><mergeCell "
         "ref=\"A6:B7\"/></mergeCells>"
         "</worksheet>"),
    PART("xl/worksheets/two.xml", "<worksheet><sheetData/></worksheet>"),
};

TEST(what_others_write_is_read_with_its_types)
{
    struct workbook book = read_bytes("s.xlsx", zipped(scores, sizeof scores / sizeof *scores));
    static const struct {
        uint32_t row, column;
        enum grid_kind kind;
        const char *text;
    } rows[] = {
        {0, 0, GRID_TEXT, "Fisheries"},
        {0, 2, GRID_TEXT, "within 30 days"},
        {0, 3, GRID_TEXT, "a\tb_x00_c\nd"},
        {1, 0, GRID_NUMBER, "0.1"},
        {1, 1, GRID_NUMBER, "0.5"},
        {1, 2, GRID_DATE, "2031-03-01"},
        {1, 3, GRID_NUMBER, "60"},
        {1, 4, GRID_NUMBER, "12"},
        {1, 5, GRID_DATE, "2031-03-01T18:00:00"},
        {1, 6, GRID_NUMBER, "1.5"},
        {3, 0, GRID_TEXT, "late"},
        {3, 1, GRID_TRUTH, "true"},
        {3, 2, GRID_FAULT, "#DIV/0!"},
        {3, 3, GRID_FAULT, "#NOT STORED"},
        {3, 4, GRID_NUMBER, "2"},
        {3, 6, GRID_NUMBER, "1200"},
        {5, 0, GRID_NUMBER, "1"},
    };
    CHECK_INT(book.grid_count, 2);
    CHECK(book.grids[1].is_hidden);
    const struct grid *grid = &book.grids[0];
    CHECK_INT(grid->cell_count, sizeof rows / sizeof *rows);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct grid_cell *cell = grid_at(grid, rows[i].row, rows[i].column);
        if (!CHECK(cell != NULL))
            continue;
        CHECK_INT(cell->kind, rows[i].kind);
        CHECK_STR(cell->text, str_of(rows[i].text));
    }
    CHECK(grid_at(grid, 1, 1)->is_percent);
    CHECK_INT(grid_at(grid, 5, 0)->row_span, 2);
    CHECK_INT(grid_at(grid, 5, 0)->column_span, 2);
    CHECK_INT(book.note_count, 2); // two values under joined cells, one formula without a result
}

TEST(open_document_sheets_are_read)
{
    static const struct zip_change parts[] = {
        PART("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        PART(
            "content.xml",
            "<o:document-content xmlns:o=\"o\" xmlns:t=\"t\" "
            "xmlns:x=\"x\"><o:body><o:spreadsheet><t:table "
            "t:name=\"One\"><t:table-header-rows><t:table-row><t:table-cell "
            "o:value-type=\"string\">"
            "<x:p>a<x:s x:c=\"2\"/>b</x:p><x:p>c</x:p></t:table-cell><t:table-cell "
            "o:value-type=\"float\" o:value=\"8.5\" t:number-columns-repeated=\"2\"><x:p>8,50</x:p>"
            "</t:table-cell></t:table-row></t:table-header-rows><t:table-row "
            "t:number-rows-repeated=\"3\"><t:table-cell/></t:table-row><t:table-row><t:table-cell "
            "t:number-columns-spanned=\"2\" o:value-type=\"date\" "
            "o:date-value=\"2031-03-01T00:00:00\">"
            "<x:p>1.3.31</x:p></t:table-cell><t:covered-table-cell o:value-type=\"float\" "
            "o:value=\"7\">"
            "<x:p>7</x:p></t:covered-table-cell><t:table-cell o:value-type=\"percentage\" "
            "o:value=\"0.5\">"
            "<x:p>50%</x:p></t:table-cell></t:table-row><t:table-row "
            "t:number-rows-repeated=\"1048000\">"
            "<t:table-cell "
            "t:number-columns-repeated=\"16384\"/></t:table-row></t:table></o:spreadsheet>"
            "</o:body></o:document-content>"),
    };
    struct workbook book = read_bytes("s.ods", zipped(parts, 2));
    const struct grid *grid = &book.grids[0];
    CHECK_INT(grid->row_count, 5);
    CHECK_INT(grid->cell_count, 5);
    CHECK_STR(grid_text(grid, 0, 0), STR("a  b\nc"));
    CHECK_STR(grid_text(grid, 0, 2), STR("8.5"));
    CHECK_STR(grid_text(grid, 4, 0), STR("2031-03-01"));
    CHECK_INT(grid_at(grid, 4, 0)->column_span, 2);
    CHECK(grid_at(grid, 4, 1) == NULL);
    CHECK(grid_at(grid, 4, 2)->is_percent);
    CHECK_INT(book.note_count, 1);
}

TEST(tables_of_text_are_read_in_the_encodings_that_programs_write)
{
    struct workbook book = read_bytes("a.csv", STR("\xef\xbb\xbfissue;worth\r\nFish;8,5\r\n"));
    CHECK_STR(grid_text(&book.grids[0], 0, 0), STR("issue"));
    CHECK_STR(grid_text(&book.grids[0], 1, 1), STR("8,5"));
    CHECK_INT(book.note_count, 0);
    book = read_bytes("a.csv", STR("\xff\xfe"
                                   "a\0\t\0\xe9\0\n\0"));
    CHECK_STR(grid_text(&book.grids[0], 0, 1), STR("é"));
    book = read_bytes("a.csv", STR("price;10 \x80;caf\xe9\n"));
    CHECK_STR(grid_text(&book.grids[0], 0, 1), STR("10 €"));
    CHECK_STR(grid_text(&book.grids[0], 0, 2), STR("café"));
    CHECK_INT(book.note_count, 1);
}

// --- What is written is read the same

static struct str random_words(struct tap_random *random)
{
    static const char *const words[] = {
        "=1+1", "_x0041_", "a\nb",  "  two  ",       "<&>\"'",   "é😀", "-5",
        "007",  "TRUE",    "plain", "_x005F_x0041_", "1.5.2026", "@x"};
    return str_of(words[tap_random_below(random, sizeof words / sizeof *words)]);
}

static struct grid_cell random_cell(struct tap_random *random, uint32_t row, uint32_t column)
{
    struct grid_cell cell = {.row = row, .column = column, .kind = GRID_TEXT};
    uint32_t kind = tap_random_below(random, 4);
    cell.text = random_words(random);
    if (kind == 1) {
        cell.kind = GRID_NUMBER;
        cell.is_percent = tap_random_below(random, 3) == 0;
        int64_t units = (int64_t)tap_random_below(random, 2000001) - 1000000;
        cell.text = arena_print(tap_arena(), "%lld", (long long)units);
        if (tap_random_below(random, 2) == 0 && units % 10 != 0)
            cell.text = arena_print(tap_arena(), "%s%lld.%lld", units < 0 ? "-" : "",
                                    (long long)(units < 0 ? -units : units) / 10,
                                    (long long)(units < 0 ? -units : units) % 10);
    } else if (kind == 2) {
        cell.kind = GRID_TRUTH;
        cell.text = tap_random_below(random, 2) == 0 ? STR("true") : STR("false");
    } else if (kind == 3 && tap_random_below(random, 3) == 0) {
        cell.kind = GRID_DATE;
        cell.text = arena_print(tap_arena(), "20%02u-%02u-%02u", tap_random_below(random, 100),
                                1 + tap_random_below(random, 12), 1 + tap_random_below(random, 28));
    } else if (tap_random_below(random, 4) == 0) {
        cell.row_span = 1 + tap_random_below(random, 3);
        cell.column_span = 1 + tap_random_below(random, 3);
    }
    return cell;
}

static struct grid random_grid(struct tap_random *random, const char *name)
{
    struct error error;
    struct grid_maker maker = grid_maker_make(STR("t"), &input_limits_default, tap_arena());
    uint32_t count = tap_random_below(random, 40);
    for (uint32_t i = 0; i < count; i++)
        tap_done(grid_add(&maker,
                          random_cell(random, tap_random_below(random, 12),
                                      tap_random_below(random, 30)),
                          &error),
                 &error, __FILE__, __LINE__);
    return grid_done(&maker, str_of(name));
}

static void check_same(const struct grid *found, const struct grid *wanted)
{
    CHECK_INT(found->cell_count, wanted->cell_count);
    for (size_t i = 0; i < found->cell_count && i < wanted->cell_count; i++) {
        const struct grid_cell *a = &found->cells[i];
        const struct grid_cell *b = &wanted->cells[i];
        bool is_same = a->row == b->row && a->column == b->column && a->kind == b->kind &&
                       a->is_percent == b->is_percent && str_equal(a->text, b->text) &&
                       a->row_span == b->row_span && a->column_span == b->column_span;
        if (!CHECK(is_same))
            CHECK_STR(a->text, b->text);
    }
}

TEST(a_written_workbook_is_read_back_cell_for_cell)
{
    struct tap_random random = {7};
    for (uint32_t i = 0; i < tap_size(300, 10000); i++) {
        struct grid grids[2] = {random_grid(&random, "Scores"), random_grid(&random, "scores")};
        struct workbook book = {STR("t.xlsx"), grids, 2, NULL, 0};
        struct spreadsheet_look looks[2] = {{.head_rows = i % 3, .is_landscape = true}, {0}};
        struct str bytes = {NULL, 0}, again = {NULL, 0};
        struct error error;
        tap_done(spreadsheet_write_xlsx(&book, looks, tap_arena(), &bytes, &error) &&
                     spreadsheet_write_xlsx(&book, looks, tap_arena(), &again, &error),
                 &error, __FILE__, __LINE__);
        CHECK_STR(again, bytes);
        struct workbook found = read_bytes("t.xlsx", bytes);
        if (!CHECK_INT(found.grid_count, 2))
            return;
        check_same(&found.grids[0], &grids[0]);
        check_same(&found.grids[1], &grids[1]);
        CHECK_STR(found.grids[1].name, STR("Sheet 2"));
    }
}

TEST(a_csv_never_holds_what_a_program_would_compute)
{
    struct grid_maker maker = grid_maker_make(STR("t"), &input_limits_default, tap_arena());
    struct error error;
    static const char *const words[] = {"=1+1", "+1", "-x", "@a", "\tx"};
    for (uint32_t i = 0; i < 5; i++)
        tap_done(grid_add(&maker,
                          (struct grid_cell){.row = i, .kind = GRID_TEXT, .text = str_of(words[i])},
                          &error),
                 &error, __FILE__, __LINE__);
    struct grid grid = grid_done(&maker, STR("t"));
    struct str csv = spreadsheet_write_csv(&grid, tap_arena());
    struct str line;
    for (size_t i = 0; i < 5 && str_cut(&csv, '\n', &line); i++)
        CHECK(str_starts_with(line, STR("\"'")));
}

TEST(sheets_too_large_are_refused)
{
    struct input_limits few = input_limits_default;
    struct workbook book;
    struct error error;
    few.sheet_cells = 5;
    CHECK(!spreadsheet_read(STR("s.xlsx"), zipped(scores, sizeof scores / sizeof *scores), &few,
                            tap_arena(), &book, &error));
    CHECK_INT(error.code, TOO_LARGE);
    CHECK(!spreadsheet_read(STR("s.ods"), STR("PK\x03\x04"), &few, tap_arena(), &book, &error));
    CHECK_INT(error.code, BAD_INPUT);
}

TESTS(TAP_ENTRY(numbers_are_read_as_people_write_them),
      TAP_ENTRY(what_others_write_is_read_with_its_types), TAP_ENTRY(open_document_sheets_are_read),
      TAP_ENTRY(tables_of_text_are_read_in_the_encodings_that_programs_write),
      TAP_ENTRY(a_written_workbook_is_read_back_cell_for_cell),
      TAP_ENTRY(a_csv_never_holds_what_a_program_would_compute),
      TAP_ENTRY(sheets_too_large_are_refused))
