// SPDX-License-Identifier: Apache-2.0
// Tables keep their rows and columns in every form: rows and columns are put in and taken out, cells
// changed, tables nested, several parties at one place; then each reading of each form must be the
// text that was made, cell by cell, and each row stand together wherever it is shown.
#include "verbs.h"

#include "codec/json.h"

#include <stdio.h>

enum { MOST_ROWS = 9, MOST_COLUMNS = 7, MOST_BLOCKS = 7, MOST_PARTIES = 3, MOST_WORDS = 4 };

static const char *const party_names[MOST_PARTIES] = {"Morre", "Ozara", "Quill"};

// A word is a number that stands for "w17x"; words stand once in a text.
struct made_words {
    uint32_t words[MOST_WORDS];
    uint32_t count;
};

// A cell: one or two paragraphs, perhaps with a table of two cells a row between them.
struct made_cell {
    struct made_words first;
    struct made_words last; // of a second paragraph
    bool has_last;
    struct made_words inner[2][2];
    uint32_t inner_rows;
};

struct made_row {
    struct made_cell cells[MOST_COLUMNS];
    uint32_t count;
};

struct made_block {
    bool is_table;
    struct made_words words; // of a paragraph
    struct made_row rows[MOST_ROWS];
    uint32_t row_count;
};

struct made_text {
    struct made_block blocks[MOST_BLOCKS];
    uint32_t count;
};

enum made_form { AS_MARKDOWN, AS_WORD, MADE_FORMS };

struct maker {
    struct tap_random random;
    uint32_t next_word;
    enum made_form form; // of the case: Markdown has no paragraphs and tables within cells
};

static uint32_t below(struct maker *maker, uint32_t bound)
{
    return tap_random_below(&maker->random, bound);
}

static struct made_words new_words(struct maker *maker)
{
    struct made_words made = {.count = 1 + below(maker, 3)};
    for (uint32_t i = 0; i < made.count; i++)
        made.words[i] = maker->next_word++;
    return made;
}

static struct made_cell new_cell(struct maker *maker)
{
    struct made_cell cell = {.inner_rows = 0};
    if (below(maker, 12) > 0)
        cell.first = new_words(maker);
    if (maker->form != AS_WORD)
        return cell;
    cell.has_last = below(maker, 6) == 0;
    if (cell.has_last)
        cell.last = new_words(maker);
    if (cell.has_last && below(maker, 2) == 0)
        for (; cell.inner_rows < 1 + cell.first.count % 2; cell.inner_rows++)
            for (uint32_t c = 0; c < 2; c++)
                cell.inner[cell.inner_rows][c] = new_words(maker);
    return cell;
}

static struct made_row new_row(struct maker *maker, uint32_t count)
{
    struct made_row row = {.count = count};
    for (uint32_t c = 0; c < count; c++)
        row.cells[c] = new_cell(maker);
    if (row.cells[0].first.count == 0)
        row.cells[0].first = new_words(maker);
    return row;
}

static struct made_block new_table(struct maker *maker)
{
    struct made_block table = {.is_table = true, .row_count = 1 + below(maker, 5)};
    uint32_t columns = 1 + below(maker, 4);
    for (uint32_t r = 0; r < table.row_count; r++) {
        // A cell that spans columns: the row has fewer of them.
        bool spans = maker->form == AS_WORD && columns > 1 && below(maker, 10) == 0;
        table.rows[r] = new_row(maker, columns - spans);
    }
    return table;
}

static struct made_block new_paragraph(struct maker *maker)
{
    return (struct made_block){.words = new_words(maker)};
}

static void put_block(struct made_text *text, uint32_t at, struct made_block block)
{
    if (text->count == MOST_BLOCKS)
        return;
    for (uint32_t i = text->count; i > at; i--)
        text->blocks[i] = text->blocks[i - 1];
    text->blocks[at] = block;
    text->count++;
}

static void take_block(struct made_text *text, uint32_t at)
{
    text->count--;
    for (uint32_t i = at; i < text->count; i++)
        text->blocks[i] = text->blocks[i + 1];
}

static void put_row(struct maker *maker, struct made_block *table)
{
    if (table->row_count == MOST_ROWS)
        return;
    uint32_t at = below(maker, table->row_count + 1);
    for (uint32_t r = table->row_count; r > at; r--)
        table->rows[r] = table->rows[r - 1];
    table->rows[at] = new_row(maker, table->rows[at == 0 ? 1 : 0].count);
    table->row_count++;
}

static void take_row(struct maker *maker, struct made_block *table)
{
    if (table->row_count < 2)
        return;
    uint32_t at = below(maker, table->row_count);
    table->row_count--;
    for (uint32_t r = at; r < table->row_count; r++)
        table->rows[r] = table->rows[r + 1];
}

static void put_column(struct maker *maker, struct made_block *table)
{
    uint32_t at = below(maker, table->rows[0].count + 1);
    for (uint32_t r = 0; r < table->row_count; r++) {
        struct made_row *row = &table->rows[r];
        uint32_t here = at < row->count ? at : row->count;
        if (row->count == MOST_COLUMNS)
            continue;
        for (uint32_t c = row->count; c > here; c--)
            row->cells[c] = row->cells[c - 1];
        row->cells[here] = new_cell(maker);
        row->count++;
    }
}

static void take_column(struct maker *maker, struct made_block *table)
{
    uint32_t at = below(maker, table->rows[0].count);
    for (uint32_t r = 0; r < table->row_count; r++) {
        struct made_row *row = &table->rows[r];
        if (row->count < 2 || at >= row->count)
            continue;
        row->count--;
        for (uint32_t c = at; c < row->count; c++)
            row->cells[c] = row->cells[c + 1];
    }
}

static void change_cell(struct maker *maker, struct made_block *table)
{
    struct made_row *row = &table->rows[below(maker, table->row_count)];
    struct made_cell *cell = &row->cells[below(maker, row->count)];
    if (cell->inner_rows > 0 && below(maker, 2) == 0)
        cell->inner[below(maker, cell->inner_rows)][below(maker, 2)] = new_words(maker);
    else if (cell->inner_rows == 1 && below(maker, 2) == 0) {
        cell->inner[1][0] = new_words(maker);
        cell->inner[1][1] = new_words(maker);
        cell->inner_rows = 2;
    } else if (below(maker, 4) == 0)
        *cell = new_cell(maker);
    else
        cell->first = new_words(maker);
}

static void change_table(struct maker *maker, struct made_block *table)
{
    switch (below(maker, 6)) {
    case 0:
        put_row(maker, table);
        return;
    case 1:
        take_row(maker, table);
        return;
    case 2:
        put_column(maker, table);
        return;
    case 3:
        take_column(maker, table);
        return;
    default:
        change_cell(maker, table);
    }
}

static void change_text(struct maker *maker, struct made_text *text)
{
    uint32_t at = below(maker, text->count);
    uint32_t what = below(maker, 12);
    if (what == 0)
        put_block(text, 1 + at, new_paragraph(maker));
    else if (what == 1 && text->count + 2 <= MOST_BLOCKS) {
        put_block(text, 1 + at, new_table(maker));
        put_block(text, 2 + at, new_paragraph(maker));
    } else if (what == 2 && text->count > 2)
        take_block(text, text->count - 2);
    else if (text->blocks[at].is_table)
        change_table(maker, &text->blocks[at]);
    else
        text->blocks[at].words.words[0] = maker->next_word++;
}

// --- As it should be read: a line a paragraph, with its cell before it

static void add_line(struct builder *out, struct str cell, const struct made_words *words)
{
    builder_print(out, "%.*s|", STR_ARGS(cell));
    for (uint32_t i = 0; i < words->count; i++)
        builder_print(out, "%sw%ux", i > 0 ? " " : "", words->words[i]);
    builder_add_byte(out, '\n');
}

static void add_cell_lines(struct builder *out, struct str name, const struct made_cell *cell)
{
    add_line(out, name, &cell->first);
    for (uint32_t r = 0; r < cell->inner_rows; r++)
        for (uint32_t c = 0; c < 2; c++)
            add_line(out,
                     arena_print(tap_arena(), "%.*s, table 1, row %u, column %u", STR_ARGS(name),
                                 r + 1, c + 1),
                     &cell->inner[r][c]);
    if (cell->has_last)
        add_line(out, name, &cell->last);
}

static struct str lines_of(const struct made_text *text)
{
    struct builder out = builder_make(tap_arena());
    uint32_t tables = 0;
    for (uint32_t i = 0; i < text->count; i++) {
        const struct made_block *block = &text->blocks[i];
        if (!block->is_table) {
            add_line(&out, STR(""), &block->words);
            continue;
        }
        tables++;
        for (uint32_t r = 0; r < block->row_count; r++)
            for (uint32_t c = 0; c < block->rows[r].count; c++)
                add_cell_lines(
                    &out,
                    arena_print(tap_arena(), "table %u, row %u, column %u", tables, r + 1, c + 1),
                    &block->rows[r].cells[c]);
    }
    return builder_str(&out);
}

// --- As a file

static void add_word_paragraph(struct builder *out, const struct made_words *words)
{
    builder_add_c(out, "<w:p><w:r><w:t>");
    for (uint32_t i = 0; i < words->count; i++)
        builder_print(out, "%sw%ux", i > 0 ? " " : "", words->words[i]);
    builder_add_c(out, "</w:t></w:r></w:p>");
}

static void add_word_cell(struct builder *out, const struct made_cell *cell, uint32_t span)
{
    builder_add_c(out, "<w:tc><w:tcPr>");
    if (span > 1)
        builder_print(out, "<w:gridSpan w:val=\"%u\"/>", span);
    builder_add_c(out, "</w:tcPr>");
    add_word_paragraph(out, &cell->first);
    if (cell->inner_rows > 0)
        builder_add_c(out, "<w:tbl><w:tblPr/><w:tblGrid/>");
    for (uint32_t r = 0; r < cell->inner_rows; r++) {
        builder_add_c(out, "<w:tr>");
        for (uint32_t c = 0; c < 2; c++) {
            builder_add_c(out, "<w:tc>");
            add_word_paragraph(out, &cell->inner[r][c]);
            builder_add_c(out, "</w:tc>");
        }
        builder_add_c(out, "</w:tr>");
    }
    builder_add_c(out, cell->inner_rows > 0 ? "</w:tbl>" : "");
    if (cell->has_last)
        add_word_paragraph(out, &cell->last);
    builder_add_c(out, "</w:tc>");
}

static uint32_t widest(const struct made_block *table)
{
    uint32_t most = 0;
    for (uint32_t r = 0; r < table->row_count; r++)
        most = table->rows[r].count > most ? table->rows[r].count : most;
    return most;
}

static void add_word_table(struct builder *out, const struct made_block *table)
{
    builder_add_c(out, "<w:tbl><w:tblPr/><w:tblGrid/>");
    for (uint32_t r = 0; r < table->row_count; r++) {
        const struct made_row *row = &table->rows[r];
        builder_add_c(out, "<w:tr>");
        for (uint32_t c = 0; c < row->count; c++)
            add_word_cell(out, &row->cells[c], c == 0 ? 1 + widest(table) - row->count : 1);
        builder_add_c(out, "</w:tr>");
    }
    builder_add_c(out, "</w:tbl>");
}

static void add_markdown_words(struct builder *out, const struct made_words *words)
{
    for (uint32_t i = 0; i < words->count; i++)
        builder_print(out, "%sw%ux", i > 0 ? " " : "", words->words[i]);
}

static void add_markdown_table(struct builder *out, const struct made_block *table)
{
    for (uint32_t r = 0; r < table->row_count; r++) {
        for (uint32_t c = 0; c < table->rows[r].count; c++) {
            builder_add_c(out, "| ");
            add_markdown_words(out, &table->rows[r].cells[c].first);
            builder_add_byte(out, ' ');
        }
        builder_add_c(out, "|\n");
        for (uint32_t c = 0; r == 0 && c < table->rows[0].count; c++)
            builder_add_c(out, c + 1 < table->rows[0].count ? "| --- " : "| --- |\n");
    }
    builder_add_byte(out, '\n');
}

static struct entente_file file_of(const struct made_text *text, enum made_form form,
                                   const char *name)
{
    struct builder out = builder_make(tap_arena());
    for (uint32_t i = 0; i < text->count; i++) {
        const struct made_block *block = &text->blocks[i];
        if (form == AS_WORD && block->is_table)
            add_word_table(&out, block);
        else if (form == AS_WORD)
            add_word_paragraph(&out, &block->words);
        else if (block->is_table)
            add_markdown_table(&out, block);
        else {
            add_markdown_words(&out, &block->words);
            builder_add_c(&out, "\n\n");
        }
    }
    struct str bytes = builder_str(&out);
    if (form == AS_WORD)
        bytes = docx_made(tap_arena(), bytes);
    const char *whole = arena_c_string(
        tap_arena(), arena_print(tap_arena(), "%s.%s", name, form == AS_WORD ? "docx" : "md"));
    return verbs_file(whole, bytes);
}

// --- A case

struct made_case {
    struct made_text base;
    struct made_text texts[MOST_PARTIES];
    uint32_t party_count;
    enum made_form form;
    struct entente_file file;
    struct entente_draft drafts[MOST_PARTIES];
};

static void make_case(struct maker *maker, struct made_case *made)
{
    memset(made, 0, sizeof *made);
    maker->next_word = 1;
    maker->form = made->form = below(maker, MADE_FORMS);
    put_block(&made->base, 0, new_paragraph(maker));
    put_block(&made->base, 1, new_table(maker));
    put_block(&made->base, 2, new_paragraph(maker));
    if (below(maker, 3) == 0) {
        put_block(&made->base, 3, new_table(maker));
        put_block(&made->base, 4, new_paragraph(maker));
    }
    made->file = file_of(&made->base, made->form, "base");
    made->party_count = 1 + below(maker, MOST_PARTIES);
    for (uint32_t p = 0; p < made->party_count; p++) {
        made->texts[p] = made->base;
        for (uint32_t i = below(maker, 4) + 1; i > 0; i--)
            change_text(maker, &made->texts[p]);
        made->drafts[p] = (struct entente_draft){
            party_names[p], file_of(&made->texts[p], made->form, party_names[p])};
    }
}

// --- What is asked of every case

static const struct json *read_json(struct str output)
{
    const struct json *root = NULL;
    struct error error;
    return json_read(STR("made"), output, &input_limits_default, tap_arena(), &root, &error) ? root
                                                                                             : NULL;
}

// A reading as lines with their cells, or what was said in its place.
static struct str read_lines(const char *name, struct str merged, const char *party)
{
    struct str output;
    if (!verbs_view(name, merged, party, ENTENTE_VIEW_JSON, &output))
        return output;
    const struct json *points = json_member(read_json(output), "points");
    struct builder out = builder_make(tap_arena());
    for (size_t i = 0; points && i < points->count; i++) {
        // Paragraphs of a cell are lines of one in Markdown.
        struct str text = json_text(&points->items[i], "text");
        for (size_t at = 0; at <= text.length;) {
            struct str rest = str_skip(text, at);
            struct str line = str_slice(rest, 0, str_find_byte(rest, '\n'));
            builder_print(&out, "%.*s|%.*s\n", STR_ARGS(json_text(&points->items[i], "cell")),
                          STR_ARGS(line));
            at += line.length + 1;
        }
    }
    return builder_str(&out);
}

static bool is_same_reading(struct str found, const struct made_text *text)
{
    struct str wanted = lines_of(text);
    if (!str_equal(found, wanted))
        printf("# found:\n%.*s# wanted:\n%.*s", STR_ARGS(found), STR_ARGS(wanted));
    return str_equal(found, wanted);
}

static bool is_read_back(const struct made_case *made, enum entente_form form,
                         enum entente_format format, const char *name)
{
    struct str output;
    if (!verbs_merge(form, format, &made->file, made->drafts, made->party_count, &output)) {
        printf("# %.*s\n", STR_ARGS(output));
        return false;
    }
    bool is_right = is_same_reading(read_lines(name, output, NULL), &made->base);
    for (uint32_t p = 0; is_right && p < made->party_count; p++)
        is_right = is_same_reading(read_lines(name, output, party_names[p]), &made->texts[p]);
    if (!is_right)
        printf("# %s:\n%.*s\n", name, STR_ARGS(output));
    return is_right;
}

static bool has_inner_table(const struct made_row *row)
{
    for (uint32_t c = 0; c < row->count; c++)
        if (row->cells[c].inner_rows > 0)
            return true;
    return false;
}

// Whether plain Markdown can say it: no tables within cells, no row with fewer cells.
static bool is_plain_markdown(const struct made_text *text)
{
    for (uint32_t i = 0; i < text->count; i++)
        for (uint32_t r = 0; r < text->blocks[i].row_count; r++)
            if (has_inner_table(&text->blocks[i].rows[r]) ||
                text->blocks[i].rows[r].count < widest(&text->blocks[i]))
                return false;
    return true;
}

// A reading that is written as Markdown, by a sheet or in place, reads as the same text again.
static bool is_resolved(const struct made_case *made, enum entente_form form,
                        enum entente_format format, const char *name)
{
    struct str output;
    struct str reading;
    struct str json;
    if (!verbs_merge(form, format, &made->file, made->drafts, made->party_count, &output))
        return false;
    for (uint32_t p = 0; p <= made->party_count; p++) {
        const char *party = p == 0 ? NULL : party_names[p - 1];
        const struct made_text *text = p == 0 ? &made->base : &made->texts[p - 1];
        if (!is_plain_markdown(text))
            continue;
        if (!verbs_view(name, output, party, ENTENTE_VIEW_MARKDOWN, &reading))
            return false;
        // As the merge of a text with itself, in which nothing is open.
        struct entente_file file = verbs_file("reading.md", reading);
        struct entente_draft same = {"Morre", file};
        if (!verbs_merge(ENTENTE_BRACKETS, ENTENTE_MARKDOWN, &file, &same, 1, &json) ||
            !is_same_reading(read_lines("again.md", json, NULL), text)) {
            printf("# %s %s:\n%.*s\n# from:\n%.*s\n", name, party ? party : "base",
                   STR_ARGS(reading), STR_ARGS(output));
            return false;
        }
    }
    return true;
}

// A merged text that is read and written again is the same to the byte.
static bool is_written_again(const struct made_case *made, enum entente_form form,
                             enum entente_format format, const char *name)
{
    struct str output;
    struct str again;
    if (!verbs_merge(form, format, &made->file, made->drafts, made->party_count, &output))
        return false;
    struct entente_file kept = verbs_file(name, output);
    bool is_same = verbs_merge(form, format, &kept, NULL, 0, &again) && str_equal(output, again);
    if (!is_same)
        printf("# written:\n%.*s\n# written again:\n%.*s\n", STR_ARGS(output), STR_ARGS(again));
    return is_same;
}

static bool has_words(struct str text, const struct made_words *words)
{
    for (uint32_t i = 0; i < words->count; i++)
        if (!str_contains(text, arena_print(tap_arena(), "w%ux", words->words[i])))
            return false;
    return true;
}

static bool has_row(struct str text, const struct made_row *row)
{
    for (uint32_t c = 0; c < row->count; c++)
        if (!has_words(text, &row->cells[c].first) || !has_words(text, &row->cells[c].last))
            return false;
    return true;
}

// Whether one of the pieces between `open` and `close` has all words of the row.
static bool row_stands_together(struct str output, const struct made_row *row, const char *open,
                                const char *close)
{
    for (size_t at = 0; at < output.length;) {
        struct str rest = str_skip(output, at);
        size_t from = str_find(rest, str_of(open));
        size_t to = str_find(str_skip(rest, from + 1), str_of(close));
        if (has_row(str_slice(rest, from, from + 1 + to), row))
            return true;
        at += from + 1;
    }
    return false;
}

static bool are_rows_whole(const struct made_text *text, struct str output, const char *open,
                           const char *close)
{
    for (uint32_t i = 0; i < text->count; i++)
        for (uint32_t r = 0; r < text->blocks[i].row_count; r++)
            if (!has_inner_table(&text->blocks[i].rows[r]) &&
                !row_stands_together(output, &text->blocks[i].rows[r], open, close))
                return false;
    return true;
}

static bool is_shown_by_rows(const struct made_case *made, enum entente_form form,
                             enum entente_format format, const char *open, const char *close)
{
    struct str output;
    if (!verbs_merge(form, format, &made->file, made->drafts, made->party_count, &output))
        return false;
    output = arena_print(tap_arena(), "\n%.*s", STR_ARGS(output)); // each line has one before it
    bool is_right = are_rows_whole(&made->base, output, open, close);
    for (uint32_t p = 0; is_right && p < made->party_count; p++)
        is_right = are_rows_whole(&made->texts[p], output, open, close);
    if (!is_right)
        printf("# shown:\n%.*s\n", STR_ARGS(output));
    return is_right;
}

static bool are_listed(const struct made_case *made, uint32_t p)
{
    struct str output;
    if (!verbs_revisions(&made->file, &made->drafts[p].file, &output))
        return false;
    struct str base = lines_of(&made->base);
    struct str draft = lines_of(&made->texts[p]);
    for (uint32_t word = 1; word < 2000; word++) {
        struct str text = arena_print(tap_arena(), "w%ux", word);
        if (str_contains(base, text) != str_contains(draft, text) && !str_contains(output, text))
            return false;
    }
    return true;
}

static const char *what_is_wrong(const struct made_case *made)
{
    for (uint32_t p = 0; p < made->party_count; p++)
        if (!are_listed(made, p))
            return "the list of revisions";
    if (!is_read_back(made, ENTENTE_JSON, ENTENTE_TEXT, "merged.json"))
        return "JSON";
    if (!is_read_back(made, ENTENTE_BRACKETS, ENTENTE_MARKDOWN, "merged.md"))
        return "brackets in Markdown";
    if (!is_resolved(made, ENTENTE_JSON, ENTENTE_TEXT, "merged.json"))
        return "view of JSON as Markdown";
    if (!is_resolved(made, ENTENTE_BRACKETS, ENTENTE_MARKDOWN, "merged.md"))
        return "view of Markdown as Markdown";
    if (!is_written_again(made, ENTENTE_JSON, ENTENTE_TEXT, "merged.json"))
        return "JSON written again";
    if (made->form == AS_WORD &&
        !is_written_again(made, ENTENTE_BRACKETS, ENTENTE_MARKDOWN, "merged.md"))
        return "Markdown written again";
    if (!is_shown_by_rows(made, ENTENTE_REDLINE, ENTENTE_HTML, "<tr", "</tr>\n"))
        return "page";
    if (!is_shown_by_rows(made, ENTENTE_COLUMNS, ENTENTE_HTML, "<tr class=\"st-",
                          "<tr class=\"st-"))
        return "page of columns";
    if (!is_shown_by_rows(made, ENTENTE_COLUMNS, ENTENTE_MARKDOWN, "\n", "\n"))
        return "columns in Markdown";
    if (!is_shown_by_rows(made, ENTENTE_REDLINE, ENTENTE_MARKDOWN, "\n", "\n"))
        return "redline in Markdown";
    struct str output;
    if (made->form == AS_WORD && !verbs_merge(ENTENTE_REDLINE, ENTENTE_DOCX, &made->file,
                                              made->drafts, made->party_count, &output)) {
        printf("# %.*s\n", STR_ARGS(output));
        return ".docx";
    }
    if (!verbs_merge(ENTENTE_COLUMNS, ENTENTE_DOCX, &made->file, made->drafts, made->party_count,
                     &output))
        return "columns in Word";
    return NULL;
}

TEST(rows_and_columns_are_whole_in_every_form)
{
    struct maker maker = {.random = {20310411}};
    size_t cases = tap_size(500, 10000);
    for (size_t i = 0; i < cases; i++) {
        struct arena_mark mark = arena_mark(tap_arena());
        struct made_case *made = ARENA_NEW(tap_arena(), struct made_case);
        make_case(&maker, made);
        const char *wrong = what_is_wrong(made);
        if (!CHECK(wrong == NULL)) {
            printf("# case %zu: %s\n# base (%s):\n%.*s", i, wrong, made->file.name,
                   STR_ARGS(lines_of(&made->base)));
            for (uint32_t p = 0; p < made->party_count; p++)
                printf("# %s:\n%.*s", party_names[p], STR_ARGS(lines_of(&made->texts[p])));
        }
        arena_rewind(tap_arena(), mark);
    }
}

// The first slot of a unit in a merged text's JSON.
static const struct json *slot_of_unit(const struct json *root, const char *unit, size_t *count)
{
    const struct json *points = json_member(root, "points");
    const struct json *found = NULL;
    *count = 0;
    for (size_t i = 0; points && i < points->count; i++) {
        const struct json *segments = json_member(&points->items[i], "segments");
        for (size_t k = 0; segments && k < segments->count; k++) {
            if (!str_equal(json_text(&segments->items[k], "unit"), str_of(unit)))
                continue;
            found = *count == 0 ? &segments->items[k] : found;
            ++*count;
        }
    }
    return found;
}

static struct entente_file table_file(const char *name, const char *rows)
{
    return verbs_file(name, arena_print(tap_arena(), "Schedule of fees.\n\n%s\nEnd.\n", rows));
}

TEST(a_row_and_a_column_that_came_are_one_slot_each)
{
    struct entente_file base = table_file("base.md", "| Service | Fee |\n| --- | --- |\n"
                                                     "| Pilotage | 400 |\n| Towage | 900 |\n"
                                                     "| Mooring | 150 |\n");
    struct entente_draft draft = {
        "A", table_file("a.md", "| Service | Unit | Fee |\n| --- | --- | --- |\n"
                                "| Pilotage | ship | 400 |\n| Storage | day | 30 |\n"
                                "| Towage | hour | 950 |\n| Mooring | ship | 150 |\n")};
    struct str output;
    size_t count;
    REQUIRE(verbs_merge(ENTENTE_JSON, ENTENTE_TEXT, &base, &draft, 1, &output));
    const struct json *root = read_json(output);
    const struct json *row = slot_of_unit(root, "rows", &count);
    REQUIRE(row != NULL);
    CHECK_INT(count, 1);
    const struct json *rows = json_member(&json_member(row, "variants")->items[1], "rows");
    REQUIRE(rows != NULL && rows->count == 1 && rows->items[0].count == 3);
    CHECK_STR(rows->items[0].items[2].text, STR("30"));
    const struct json *cell = slot_of_unit(root, "cells", &count);
    REQUIRE(cell != NULL && json_member(cell, "column") != NULL);
    CHECK_INT(count, 4); // the row that came has its own
    CHECK_STR(json_member(json_member(root, "summary"), "slots")->text, STR("3"));
    REQUIRE(verbs_merge(ENTENTE_BRACKETS, ENTENTE_MARKDOWN, &base, &draft, 1, &output));
    CHECK(str_contains(output, STR("| Service | [cell A: Unit] | Fee |\n")));
    CHECK(str_contains(output, STR("| [row A: Storage | day | 30] |\n")));
    CHECK(str_contains(output, STR("| Towage | [cell A: hour] | [base: 900] [A: 950] |\n")));
}

TEST(a_row_before_one_that_changed_is_a_row_of_its_own)
{
    struct entente_file base = table_file(
        "base.md", "| Control | Owner |\n| --- | --- |\n| MFA | Security |\n| Backup | IT |\n");
    struct entente_draft drafts[] = {
        {"A", table_file("a.md", "| Control | Owner |\n| --- | --- |\n| Review | Compliance |\n"
                                 "| MFA | Identity |\n| Backup | IT |\n")},
        {"B", table_file("b.md", "| Control | Owner |\n| --- | --- |\n| Patching | IT |\n"
                                 "| MFA | Security |\n| Backup | IT |\n")}};
    struct str output;
    REQUIRE(verbs_merge(ENTENTE_BRACKETS, ENTENTE_MARKDOWN, &base, drafts, 2, &output));
    CHECK(str_contains(output, STR("| [row A: Review | Compliance] |\n"
                                   "| [row B: Patching | IT] |\n"
                                   "| MFA | [base, B: Security] [A: Identity] |\n")));
    REQUIRE(verbs_view("merged.md", output, NULL, ENTENTE_VIEW_AS_KEPT, &output));
    CHECK_STR(output, ((struct str){base.bytes, base.length}));
}

TESTS(TAP_ENTRY(a_row_and_a_column_that_came_are_one_slot_each),
      TAP_ENTRY(a_row_before_one_that_changed_is_a_row_of_its_own),
      TAP_ENTRY(rows_and_columns_are_whole_in_every_form))
