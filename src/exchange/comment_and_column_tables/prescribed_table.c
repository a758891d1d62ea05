// SPDX-License-Identifier: Apache-2.0
#include "exchange/comment_and_column_tables/prescribed_table.h"

#include "base/builder.h"
#include "base/list.h"
#include "base/utf8.h"

#define MOST_HEAD_ROWS 3u // a title over the heads, and the heads
#define FEWEST_COLUMNS 2u
#define MOST_COLUMNS 40u
#define QUOTED_HEAD 40u

// What the heads of a table make of it.
struct heads {
    const struct prescribed_column *columns;
    uint32_t count;
    uint32_t row; // the row of heads
    enum prescribed_kind kind;
    bool is_near; // it would be one, but for `reason`
    const char *reason;
    bool is_base_assumed;
};

static uint32_t count_role(const struct heads *heads, enum column_role role)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < heads->count; i++)
        count += heads->columns[i].role == role;
    return count;
}

static bool near(struct heads *heads, const char *reason)
{
    heads->is_near = true;
    heads->reason = reason;
    return false;
}

// The base of a table of comments often bears the title of the text: it is the one column without a known
// head, before the suggestions.
static bool assume_base(struct heads *heads, struct prescribed_column *columns)
{
    for (uint32_t i = 0; i < heads->count && columns[i].role != COLUMN_SUGGESTION; i++)
        if (columns[i].role == COLUMN_OTHER && columns[i].head.length > 0) {
            columns[i].role = COLUMN_BASE;
            heads->is_base_assumed = true;
            return true;
        }
    return false;
}

static bool is_comments(struct heads *heads, struct prescribed_column *columns)
{
    uint32_t suggestions = count_role(heads, COLUMN_SUGGESTION);
    uint32_t comments = count_role(heads, COLUMN_COMMENT);
    if (suggestions == 0)
        return comments == 1 && count_role(heads, COLUMN_BASE) == 1
                   ? near(heads, "no column of drafting suggestions")
                   : false;
    if (suggestions > 1)
        return near(heads, "several columns of drafting suggestions");
    if (comments > 1)
        return near(heads, "several columns of comments");
    if (count_role(heads, COLUMN_BASE) > 1)
        return near(heads, "several columns of the base text");
    if (count_role(heads, COLUMN_BASE) == 0 && !assume_base(heads, columns))
        return near(heads, "no column of the base text before the suggestions");
    if (count_role(heads, COLUMN_AGREED) > 0 || count_role(heads, COLUMN_OTHER) > 0)
        return near(heads, "a column that is none of these");
    if (comments == 0)
        return near(heads, "no column of comments");
    return true;
}

// Rows are numbered, the first text is the base, what others hold comes next, what is agreed last.
static bool is_columns(struct heads *heads, struct prescribed_column *columns)
{
    uint32_t agreed = count_role(heads, COLUMN_AGREED);
    bool is_counted = count_role(heads, COLUMN_NUMBER) == 1;
    if (!is_counted || agreed == 0)
        return false;
    if (agreed > 1)
        return near(heads, "several columns of what is agreed");
    uint32_t base = NO_INDEX;
    for (uint32_t i = 0; i < heads->count && base == NO_INDEX; i++)
        if (columns[i].role == COLUMN_BASE || columns[i].role == COLUMN_OTHER)
            base = i;
    if (base == NO_INDEX || count_role(heads, COLUMN_SUGGESTION) > 0)
        return near(heads, "no column of the base text");
    columns[base].role = COLUMN_BASE;
    // "Council text" is somebody's, though it has a word of the base's heads.
    for (uint32_t i = base + 1; i < heads->count; i++)
        if (columns[i].role == COLUMN_BASE)
            columns[i].role = COLUMN_OTHER;
    if (count_role(heads, COLUMN_OTHER) == 0)
        return near(heads, "no column of a party beside the base text");
    for (uint32_t i = 0; i < heads->count; i++)
        if (columns[i].role == COLUMN_OTHER && columns[i].head.length == 0)
            return near(heads, "a column without a head");
    return true;
}

static struct heads heads_of_row(const struct document *document, const struct table_row_cells *row,
                                 uint32_t number, struct arena *arena)
{
    struct prescribed_column *columns =
        ARENA_ARRAY(arena, struct prescribed_column, row->count + 1);
    struct heads heads = {columns, row->count, number, PRESCRIBED_NONE, false, "", false};
    for (uint32_t i = 0; i < row->count; i++) {
        columns[i].head = text_in_one_line(table_cell_text(document, row->cells[i].block), arena);
        columns[i].role = head_role(columns[i].head, arena);
        if (row->cells[i].span > 1)
            heads.is_near = true;
    }
    if (heads.is_near) { // a title over several columns, or heads joined with one another
        heads.is_near = count_role(&heads, COLUMN_SUGGESTION) > 0;
        heads.reason = "a head over several columns";
        return heads;
    }
    if (is_comments(&heads, columns))
        heads.kind = PRESCRIBED_COMMENTS;
    else if (!heads.is_near && is_columns(&heads, columns))
        heads.kind = PRESCRIBED_COLUMNS;
    return heads;
}

// The first of the uppermost rows whose heads are known.
static struct heads find_heads(const struct document *document, const struct table_cells *table,
                               struct arena *arena)
{
    struct heads found = {NULL, 0, 0, PRESCRIBED_NONE, false, "", false};
    for (uint32_t r = 0; r < table->row_count && r < MOST_HEAD_ROWS; r++) {
        const struct table_row_cells *row = &table->rows[r];
        if (row->count < FEWEST_COLUMNS || row->count > MOST_COLUMNS)
            continue;
        struct heads heads = heads_of_row(document, row, r, arena);
        if (heads.kind != PRESCRIBED_NONE)
            return heads;
        if (heads.is_near && !found.is_near)
            found = heads;
    }
    return found;
}

static size_t text_bytes(const struct document *document, uint32_t block)
{
    return table_cell_text(document, block).length;
}

static bool is_most(const struct document *document, size_t bytes)
{
    return bytes * 2 >= text_bytes(document, 0);
}

static bool have_same_heads(const struct heads *a, const struct heads *b)
{
    if (a->count != b->count || a->kind != b->kind)
        return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (a->columns[i].role != b->columns[i].role ||
            (a->columns[i].role == COLUMN_OTHER &&
             !str_equal(a->columns[i].head, b->columns[i].head)))
            return false;
    return true;
}

static struct str heads_quoted(const struct heads *heads, struct arena *arena)
{
    struct builder quoted = builder_make(arena);
    for (uint32_t i = 0; i < heads->count && i < 8; i++)
        builder_print(&quoted, "%s\"%.*s\"", i > 0 ? " | " : "",
                      STR_ARGS(utf8_start(heads->columns[i].head, QUOTED_HEAD)));
    return builder_str(&quoted);
}

static bool refuse_near(const struct document *document, const struct heads *heads,
                        struct arena *arena, struct error *error)
{
    bool is_columns =
        count_role(heads, COLUMN_AGREED) > 0 && count_role(heads, COLUMN_SUGGESTION) == 0;
    return error_at(error, BAD_INPUT, place_of(document->name),
                    "is nearly a table of %s, but has %s: its heads are %.*s; wanted: %s",
                    is_columns ? "columns" : "comments", heads->reason,
                    STR_ARGS(heads_quoted(heads, arena)),
                    is_columns ? "\"Row\" | a base | each party | \"Agreed\""
                               : "\"Base text\" | \"Drafting suggestions\" | \"Comments\"");
}

// The tables of the body, one after the other.
struct looking {
    const struct document *document;
    struct arena *arena;
    struct error *error;
    struct heads heads; // of the first that is one
    struct heads nearly;
    struct rows_read rows;
    size_t bytes; // of the tables that are taken
    size_t near_bytes;
    uint32_t left; // tables that are none
};

static bool take_table(struct looking *looking, const struct table_cells *table,
                       const struct heads *heads)
{
    bool is_known = heads->kind != PRESCRIBED_NONE;
    size_t bytes = text_bytes(looking->document, table->block);
    bool is_first = looking->heads.kind == PRESCRIBED_NONE;
    bool goes_on = !is_first && !is_known && table->width == looking->heads.count;
    if (!is_known && !goes_on) {
        if (heads->is_near && bytes > looking->near_bytes) {
            looking->nearly = *heads;
            looking->near_bytes = bytes;
        }
        looking->left++;
        return true;
    }
    if (is_first) {
        looking->heads = *heads;
        looking->rows.columns = heads->columns;
        looking->rows.column_count = heads->count;
        looking->rows.is_comments = heads->kind == PRESCRIBED_COMMENTS;
    } else if (is_known && !have_same_heads(&looking->heads, heads)) {
        return error_at(
            looking->error, BAD_INPUT, place_of(looking->document->name),
            "has two such tables with different heads: %.*s, then %.*s; give them as two files",
            STR_ARGS(heads_quoted(&looking->heads, looking->arena)),
            STR_ARGS(heads_quoted(heads, looking->arena)));
    }
    if (goes_on)
        rows_note(&looking->rows,
                  STR("a table without heads is read on under the heads before it"));
    looking->bytes += bytes;
    rows_read_table(&looking->rows, table, is_known ? heads->row + 1 : 0);
    return true;
}

static void tell_outside(struct looking *looking)
{
    size_t all = text_bytes(looking->document, 0);
    struct arena *arena = looking->arena;
    if (looking->heads.is_base_assumed)
        for (uint32_t i = 0; i < looking->heads.count; i++)
            if (looking->heads.columns[i].role == COLUMN_BASE)
                rows_note(&looking->rows,
                          arena_print(arena, "the column \"%.*s\" is taken for the base text",
                                      STR_ARGS(looking->heads.columns[i].head)));
    if (all > looking->bytes + looking->bytes / 10)
        rows_note(
            &looking->rows,
            arena_print(arena,
                        "what stands outside of the table (%zu of %zu bytes of text) is not read",
                        all - looking->bytes, all));
}

bool prescribed_table_read(const struct document *document, struct arena *arena,
                           struct prescribed_table *table, struct error *error)
{
    struct looking looking = {.document = document, .arena = arena, .error = error};
    looking.rows = rows_read_make(document, arena);
    uint32_t end = document->blocks[0].end;
    *table = (struct prescribed_table){.kind = PRESCRIBED_NONE};
    for (uint32_t i = 1; i < end; i = document->blocks[i].end) {
        if (document->blocks[i].kind != BLOCK_TABLE)
            continue;
        struct table_cells cells = table_cells_of(document, i, arena);
        struct heads heads = find_heads(document, &cells, arena);
        if (!take_table(&looking, &cells, &heads))
            return false;
    }
    if (looking.nearly.is_near && is_most(document, looking.near_bytes))
        return refuse_near(document, &looking.nearly, arena, error);
    if (looking.heads.kind == PRESCRIBED_NONE || !is_most(document, looking.bytes))
        return true;
    tell_outside(&looking);
    *table =
        (struct prescribed_table){.kind = looking.heads.kind,
                                  .columns = looking.heads.columns,
                                  .column_count = looking.heads.count,
                                  .rows = LIST_ITEMS(&looking.rows.rows, struct prescribed_row),
                                  .row_count = (uint32_t)looking.rows.rows.count,
                                  .notes = LIST_ITEMS(&looking.rows.notes, struct str),
                                  .note_count = (uint32_t)looking.rows.notes.count};
    return true;
}

uint32_t prescribed_column_of(const struct prescribed_table *table, enum column_role role)
{
    uint32_t column = 0;
    while (column < table->column_count && table->columns[column].role != role)
        column++;
    return column;
}

struct str prescribed_row_name(const struct prescribed_table *table,
                               const struct prescribed_row *row, struct arena *arena)
{
    uint32_t column = prescribed_column_of(table, COLUMN_NUMBER);
    struct str number = column < table->column_count ? row->cells[column].words : STR("");
    number = str_trim(utf8_start(text_in_one_line(number, arena), QUOTED_HEAD));
    if (number.length == 0)
        return arena_print(arena, "row %u", row->place);
    return arena_print(arena, "row %u (%.*s)", row->place, STR_ARGS(number));
}
