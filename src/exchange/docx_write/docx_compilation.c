// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/docx_compilation.h"

#include "exchange/docx_write/docx_cells.h"
#include "merge/point_text.h"
#include "merge/table_points.h"

// Row, point, base text, delegation, drafting suggestions, comments; in all CELLS_WIDTH.
static const uint32_t widths[] = {700, 1100, 4400, 1300, 4600, 3300};
static const char *const heads[] = {
    "Row", "Point", "Base text", "Delegation", "Drafting suggestions", "Comments"};
enum { COLUMNS = sizeof widths / sizeof widths[0] };

struct compiling {
    const struct sheet *sheet;
    bool hide_names;
    const uint32_t *first_comment; // by point: its comments are those from here on
    const uint32_t *by_point;      // comments of drafts, by point
    struct arena *arena;
    struct builder out;
};

static struct str base_of(const struct compiling *compiling, const struct point *point)
{
    struct builder text = builder_make(compiling->arena);
    point_text(compiling->sheet, point, (struct sheet_reading){.kind = READ_BASE}, &text);
    return builder_str(&text);
}

// What a delegation says of a point, a line a comment; the author where it is somebody of the delegation.
static struct str comments_of(const struct compiling *compiling, uint32_t point, uint32_t party)
{
    const struct sheet *sheet = compiling->sheet;
    struct builder text = builder_make(compiling->arena);
    for (uint32_t i = compiling->first_comment[point]; i < compiling->first_comment[point + 1];
         i++) {
        const struct sheet_comment *comment = &sheet->comments[compiling->by_point[i]];
        if (comment->party.number != party)
            continue;
        if (text.length > 0)
            builder_add_byte(&text, '\n');
        bool is_own = str_equal(comment->author, sheet->party_names[party]);
        if (!is_own && !compiling->hide_names && comment->author.length > 0)
            builder_print(&text, "%.*s: ", STR_ARGS(comment->author));
        builder_add(&text, comment->text);
    }
    return builder_str(&text);
}

static bool departs(const struct compiling *compiling, uint32_t point, uint32_t party)
{
    return row_departs(compiling->sheet, point, point + 1, (struct party){party});
}

// A new provision of the party's stands between this point and the next one that the base has, so that
// its row must follow one of this point.
static bool leads_to_new(const struct compiling *compiling, uint32_t point, uint32_t party)
{
    const struct sheet *sheet = compiling->sheet;
    for (uint32_t i = point + 1; i < sheet->point_count; i++) {
        if (base_of(compiling, &sheet->points[i]).length > 0)
            return false;
        if (departs(compiling, i, party))
            return true;
    }
    return false;
}

static void add_suggestion(struct compiling *compiling, const struct point *point, uint32_t number)
{
    const struct sheet *sheet = compiling->sheet;
    const struct sheet_reading base = {.kind = READ_BASE};
    struct builder *out = &compiling->out;
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct segment *segment = point_segment(sheet, point, i);
        const struct sheet_slot *slot = segment_slot(sheet, segment);
        const struct wording *own = slot ? wording_of(slot, (struct party){number}) : NULL;
        if (!own || own->is_base || !sheet_slot_is_open(slot)) {
            cells_lines(out, cell_plain, segment_text(sheet, segment, base));
            continue;
        }
        cells_lines(out, cell_dropped, slot->wordings[0].text);
        cells_lines(out, cell_new, own->text);
    }
}

static void add_words(struct compiling *compiling, uint32_t point, uint32_t party)
{
    const struct point *own = &compiling->sheet->points[point];
    struct str comments = comments_of(compiling, point, party);
    bool is_unit = point_unit(compiling->sheet, own, 0) != NULL;
    cells_open(&compiling->out, widths[4], 1, CELL_ALONE, NULL);
    if (departs(compiling, point, party) && !is_unit)
        add_suggestion(compiling, own, party);
    cells_close(&compiling->out);
    if (departs(compiling, point, party) && is_unit)
        comments = arena_print(compiling->arena,
                               "%.*s%sRows or cells of a table come or go here, which this form "
                               "cannot show; see the text in columns.",
                               STR_ARGS(comments), comments.length > 0 ? "\n" : "");
    cells_open(&compiling->out, widths[5], 1, CELL_ALONE, NULL); // the last column
    cells_lines(&compiling->out, cell_plain, comments);
    cells_close(&compiling->out);
}

// One delegation's row of a provision; NO_INDEX: nobody's.
static void add_row(struct compiling *compiling, uint32_t point, uint32_t party,
                    enum cell_join join)
{
    const struct sheet *sheet = compiling->sheet;
    struct builder *out = &compiling->out;
    bool is_first = join != CELL_GOES_ON;
    const struct str before[] = {arena_print(compiling->arena, "%u", point + 1),
                                 sheet->points[point].label,
                                 base_of(compiling, &sheet->points[point])};
    cells_open_row(out, false);
    for (uint32_t c = 0; c < sizeof before / sizeof before[0]; c++) {
        cells_open(out, widths[c], 1, join, NULL);
        bool is_heading = sheet->points[point].kind == PARAGRAPH_HEADING;
        if (is_first)
            cells_lines(out, is_heading || c == 0 ? cell_bold : cell_plain, before[c]);
        cells_close(out);
    }
    struct str name = STR("");
    if (party != NO_INDEX)
        name = compiling->hide_names ? arena_print(compiling->arena, "Party %u", party + 1)
                                     : sheet->party_names[party];
    cells_add(out, widths[3], NULL, cell_bold, name); // the column of delegations
    if (party != NO_INDEX) {
        add_words(compiling, point, party);
    } else {
        cells_add(out, widths[4], NULL, cell_plain, STR(""));
        cells_add(out, widths[5], NULL, cell_plain, STR("")); // the last column
    }
    cells_close_row(out);
}

static void add_provision(struct compiling *compiling, uint32_t point)
{
    const struct sheet *sheet = compiling->sheet;
    bool has_base = base_of(compiling, &sheet->points[point]).length > 0;
    uint32_t *named = ARENA_ARRAY(compiling->arena, uint32_t, sheet->party_count + 1);
    uint32_t count = 0;
    for (uint32_t p = 0; p < sheet->party_count; p++)
        if (departs(compiling, point, p) || comments_of(compiling, point, p).length > 0 ||
            (has_base && leads_to_new(compiling, point, p)))
            named[count++] = p;
    if (count == 0 && has_base)
        add_row(compiling, point, NO_INDEX, CELL_ALONE);
    for (uint32_t i = 0; i < count; i++)
        add_row(compiling, point, named[i],
                count == 1 ? CELL_ALONE
                : i == 0   ? CELL_BEGINS
                           : CELL_GOES_ON);
}

// Comments of drafts by their points: counted, then laid out.
static void index_comments(struct compiling *compiling)
{
    const struct sheet *sheet = compiling->sheet;
    uint32_t *first = ARENA_ARRAY(compiling->arena, uint32_t, (size_t)sheet->point_count + 2);
    uint32_t *by_point = ARENA_ARRAY(compiling->arena, uint32_t, sheet->comment_count + 1);
    for (uint32_t i = 0; i < sheet->comment_count; i++)
        if (!sheet->comments[i].is_of_base)
            first[sheet->comments[i].point + 2]++;
    for (uint32_t i = 2; i < sheet->point_count + 2; i++)
        first[i] += first[i - 1];
    for (uint32_t i = 0; i < sheet->comment_count; i++)
        if (!sheet->comments[i].is_of_base)
            by_point[first[sheet->comments[i].point + 1]++] = i;
    compiling->first_comment = first;
    compiling->by_point = by_point;
}

bool docx_write_compilation(const struct sheet *sheet, const struct docx_columns_options *options,
                            struct arena *arena, struct str *bytes, struct error *error)
{
    struct compiling compiling = {.sheet = sheet,
                                  .hide_names = options->hide_names,
                                  .arena = arena,
                                  .out = builder_make(arena)};
    index_comments(&compiling);
    cells_title(&compiling.out, sheet->title);
    cells_open_table(&compiling.out, CELLS_WIDTH, widths, COLUMNS);
    cells_open_row(&compiling.out, true);
    for (uint32_t c = 0; c < COLUMNS; c++)
        cells_add(&compiling.out, widths[c], "E4E7EB", cell_bold, str_of(heads[c]));
    cells_close_row(&compiling.out);
    for (uint32_t i = 0; i < sheet->point_count; i++)
        add_provision(&compiling, i);
    builder_add_c(&compiling.out, "</w:tbl><w:p/>");
    return cells_package(&compiling.out, arena, bytes, error);
}
