// SPDX-License-Identifier: Apache-2.0
// Tables keep their rows and columns in every form: rows and columns are put in and taken out, cells
// changed, tables nested, several parties at one place; then each reading of each form must be the
// text that was made, cell by cell, and each row stand together wherever it is shown.
#include "made_tables.h"

#include "codec/json.h"

#include <stdio.h>

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
    struct str wanted = made_text_lines(text);
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
        is_right = is_same_reading(read_lines(name, output, made_parties[p]), &made->texts[p]);
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
                text->blocks[i].rows[r].count < made_table_width(&text->blocks[i]))
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
        const char *party = p == 0 ? NULL : made_parties[p - 1];
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
    struct str base = made_text_lines(&made->base);
    struct str draft = made_text_lines(&made->texts[p]);
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
        made_case_make(&maker, made);
        const char *wrong = what_is_wrong(made);
        if (!CHECK(wrong == NULL)) {
            printf("# case %zu: %s\n# base (%s):\n%.*s", i, wrong, made->file.name,
                   STR_ARGS(made_text_lines(&made->base)));
            for (uint32_t p = 0; p < made->party_count; p++)
                printf("# %s:\n%.*s", made_parties[p], STR_ARGS(made_text_lines(&made->texts[p])));
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
