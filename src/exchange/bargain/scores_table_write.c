// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/scores_table.h"
#include "exchange/bargain/slot_rules.h"
#include "exchange/spreadsheet/spreadsheet.h"

// A sheet that is filled from its top row down.
struct scores_sheet {
    struct grid_maker maker;
    uint32_t row;
};

static struct scores_sheet sheet_begin(struct arena *arena)
{
    return (struct scores_sheet){.maker =
                                     grid_maker_make(STR("scores"), &input_limits_default, arena)};
}

static bool put(struct scores_sheet *sheet, uint32_t column, enum grid_kind kind, struct str text,
                struct error *error)
{
    return text.length == 0 || grid_add(&sheet->maker,
                                        (struct grid_cell){.row = sheet->row,
                                                           .column = column,
                                                           .kind = kind,
                                                           .text = text,
                                                           .row_span = 1,
                                                           .column_span = 1},
                                        error);
}

static bool put_heading(const struct issues_answer *answer, struct scores_sheet *sheet,
                        struct error *error)
{
    if (!put(sheet, 0, GRID_TEXT, STR("issue"), error) ||
        !put(sheet, 1, GRID_TEXT, STR("option"), error))
        return false;
    for (uint32_t p = 0; p < answer->party_count; p++)
        if (!put(sheet, 2 + p, GRID_TEXT, answer->parties[p], error))
            return false;
    sheet->row++;
    return true;
}

static bool put_scores(const struct issues_answer *answer, struct scores_sheet *sheet,
                       struct error *error)
{
    for (size_t i = 0; i < answer->issue_count; i++) {
        const struct slot_issue *issue = &answer->issues[i];
        for (uint32_t o = 0; o < issue->option_count; o++, sheet->row++) {
            if (!put(sheet, 0, GRID_TEXT, issue->name, error) ||
                !put(sheet, 1, GRID_TEXT, issue->options[o].name, error))
                return false;
            for (uint32_t p = 0; p < answer->party_count; p++)
                if (!put(sheet, 2 + p, GRID_NUMBER,
                         issue->held[o * answer->party_count + p] ? STR("1") : STR("0"), error))
                    return false;
        }
    }
    if (!put(sheet, 0, GRID_TEXT, STR("reserve"), error))
        return false;
    for (uint32_t p = 0; p < answer->party_count; p++)
        if (!put(sheet, 2 + p, GRID_NUMBER, STR("0"), error))
            return false;
    sheet->row++;
    return true;
}

// "Issue: option" of each, then why.
static bool put_rules(const struct issues_answer *answer, struct scores_sheet *sheet,
                      struct arena *arena, struct error *error)
{
    for (size_t r = 0; r < answer->rule_count; r++, sheet->row++) {
        const struct issue_rule *rule = &answer->rules[r];
        if (!put(sheet, 0, GRID_TEXT, STR("not together"), error))
            return false;
        for (uint32_t c = 0; c < rule->count; c++) {
            const struct slot_issue *issue = &answer->issues[rule->choices[c].issue];
            struct str name = arena_print(arena, "%.*s: %.*s", STR_ARGS(issue->name),
                                          STR_ARGS(issue->options[rule->choices[c].option].name));
            if (!put(sheet, 1 + c, GRID_TEXT, name, error))
                return false;
        }
        if (!put(sheet, 1 + rule->count, GRID_TEXT,
                 arena_print(arena, "because %.*s", STR_ARGS(rule->reason)), error))
            return false;
    }
    return true;
}

// "Issue: option = number" of each that counts, then why.
static bool put_sums(const struct issues_answer *answer, struct scores_sheet *sheet,
                     struct arena *arena, struct error *error)
{
    for (size_t s = 0; s < answer->sum_count; s++, sheet->row++) {
        const struct issue_sum *sum = &answer->sums[s];
        if (!put(sheet, 0, GRID_TEXT, STR("sum exactly"), error) ||
            !put(sheet, 1, GRID_NUMBER, scenario_decimal(arena, sum->exactly), error))
            return false;
        for (uint32_t c = 0; c < sum->count; c++) {
            const struct slot_issue *issue = &answer->issues[sum->choices[c].issue];
            struct str name = arena_print(arena, "%.*s: %.*s = %.*s", STR_ARGS(issue->name),
                                          STR_ARGS(issue->options[sum->choices[c].option].name),
                                          STR_ARGS(scenario_decimal(arena, sum->millionths[c])));
            if (!put(sheet, 2 + c, GRID_TEXT, name, error))
                return false;
        }
        if (!put(sheet, 2 + sum->count, GRID_TEXT,
                 arena_print(arena, "because %.*s", STR_ARGS(sum->reason)), error))
            return false;
    }
    return true;
}

static bool put_notes(struct scores_sheet *sheet, struct error *error)
{
    static const char *const lines[] = {
        "Scores are a first guess, to be filled in: a party has 1 for the wording that it holds, 0 "
        "for "
        "every other, and a reserve of 0.",
        "A score is what an option is worth to the party: any numbers, compared within its own "
        "column. "
        "Write \"red line\" behind the score of an option that it never accepts.",
        "The reserve is what the party has without agreement, as a sum of its scores.",
        "Rows may be left out or added; options of one issue stand together.",
        "Rules: \"not together\", \"only with\" (the first only with the second) and \"exactly "
        "one\", "
        "each followed by \"issue: option\" in cells of their own; \"sum exactly\" and a number, "
        "then "
        "\"issue: option = number\" of each option.",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++, sheet->row++)
        if (!put(sheet, 0, GRID_TEXT, str_of(lines[i]), error))
            return false;
    return true;
}

bool scores_table_xlsx(const struct issues_answer *answer, struct arena *arena, struct str *bytes,
                       struct error *error)
{
    enum { SCORES, RULES, NOTES, SHEETS };
    struct scores_sheet sheets[SHEETS] = {sheet_begin(arena), sheet_begin(arena),
                                          sheet_begin(arena)};
    if (!put_heading(answer, &sheets[SCORES], error) ||
        !put_scores(answer, &sheets[SCORES], error) ||
        !put_rules(answer, &sheets[RULES], arena, error) ||
        !put_sums(answer, &sheets[RULES], arena, error) || !put_notes(&sheets[NOTES], error))
        return false;
    static const uint32_t widths[] = {24, 60};
    uint32_t *columns = ARENA_ARRAY(arena, uint32_t, answer->party_count + 2);
    for (uint32_t c = 0; c < answer->party_count + 2; c++)
        columns[c] = c < 2 ? widths[c] : 14;
    const struct spreadsheet_look looks[SHEETS] = {[SCORES] = {columns, 1, true}};
    const struct grid grids[SHEETS] = {grid_done(&sheets[SCORES].maker, STR("Scores")),
                                       grid_done(&sheets[RULES].maker, STR("Rules")),
                                       grid_done(&sheets[NOTES].maker, STR("Notes"))};
    const struct workbook workbook = {.name = STR("scores"), .grids = grids, .grid_count = SHEETS};
    return spreadsheet_write_xlsx(&workbook, looks, arena, bytes, error);
}

bool scores_table_csv(const struct issues_answer *answer, struct arena *arena, struct str *bytes,
                      struct error *error)
{
    struct scores_sheet sheet = sheet_begin(arena);
    if (!put_heading(answer, &sheet, error) || !put_scores(answer, &sheet, error) ||
        !put_rules(answer, &sheet, arena, error) || !put_sums(answer, &sheet, arena, error))
        return false;
    struct grid grid = grid_done(&sheet.maker, STR("Scores"));
    *bytes = spreadsheet_write_csv(&grid, arena);
    return true;
}
