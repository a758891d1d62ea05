// SPDX-License-Identifier: Apache-2.0
#include "workbench/bargain/bargain_sheets.h"

#include "base/checked.h"
#include "exchange/bargain/scores_sheets.h"
#include "render/bargain/bargain_forms.h"
#include "render/bargain/point_words.h"
#include "render/bargain/value_text.h"

#include <string.h>

#define DIGITS_MOST 15 // of a number that spreadsheets keep

struct answer_sheet {
    const struct bargain_answer *answer;
    struct arena *arena;
    struct grid_maker maker;
    uint32_t row;
    uint32_t column;
    struct error *error;
    bool is_done; // nothing went wrong so far
};

// Puts a cell behind the last one of the row.
static void put(struct answer_sheet *sheet, struct str text)
{
    int64_t number;
    bool is_number = text.length <= DIGITS_MOST && checked_parse(text, &number);
    struct grid_cell cell = {.row = sheet->row,
                             .column = sheet->column++,
                             .kind = is_number ? GRID_NUMBER : GRID_TEXT,
                             .text = text,
                             .row_span = 1,
                             .column_span = 1};
    if (sheet->is_done && text.length > 0)
        sheet->is_done = grid_add(&sheet->maker, cell, sheet->error);
}

static void end_row(struct answer_sheet *sheet)
{
    sheet->row++;
    sheet->column = 0;
}

static void put_row(struct answer_sheet *sheet, const char *words, struct str text)
{
    put(sheet, str_of(words));
    put(sheet, text);
    end_row(sheet);
}

static void put_counts(struct answer_sheet *sheet)
{
    const struct solution *solution = sheet->answer->solution;
    if (solution->has_ended)
        put_row(sheet, "Not finished: the time or the steps given ran out; more may be had",
                STR(""));
    put_row(sheet, "Packages", solution->outcomes);
    put_row(sheet, "by the rules", tally_text(&solution->logically_feasible, sheet->arena));
    put_row(sheet, "and in time", tally_text(&solution->feasible, sheet->arena));
    if (solution->has_counts)
        put_row(sheet, "acceptable to all", tally_text(&solution->acceptable, sheet->arena));
    if (solution->has_answer && !solution->has_acceptable)
        put_row(sheet, "No package is acceptable to all", STR(""));
    end_row(sheet);
}

static void put_value(struct answer_sheet *sheet, const int64_t *row, uint32_t party)
{
    put(sheet, row ? value_text(sheet->answer->scenario, row[party], sheet->arena) : STR(""));
}

static void put_parties(struct answer_sheet *sheet)
{
    static const char *const heads[] = {"Party", "reserve", "best of all", "best acceptable",
                                        "would accept"};
    const struct solution *solution = sheet->answer->solution;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        put(sheet, str_of(heads[i]));
    end_row(sheet);
    for (uint32_t p = 0; p < solution->scenario->party_count; p++) {
        put(sheet, solution->scenario->parties[p].name);
        put_value(sheet, solution->reserve, p);
        put_value(sheet, solution->ideal_feasible, p);
        put_value(sheet, solution->ideal_acceptable, p);
        if (solution->has_counts)
            put(sheet, tally_text(&solution->acceptable_to_each[p], sheet->arena));
        end_row(sheet);
    }
    end_row(sheet);
}

// A fair package: what it gives and takes.
struct pick {
    enum point_kind kind;
    bool is_proved;
    int64_t values[SCENARIO_PARTIES_MAX];
    const uint32_t *package;
};

static size_t pick_all(struct answer_sheet *sheet, struct pick picks[POINT_KINDS])
{
    const struct solution *solution = sheet->answer->solution;
    size_t count = 0;
    for (enum point_kind kind = 0; kind < POINT_KINDS; kind++) {
        const struct fair_point *point = &solution->points[kind];
        const struct direct *open = solution->unproved[kind];
        struct pick *pick = &picks[count];
        *pick = (struct pick){.kind = kind, .is_proved = point->is_defined};
        if (point->is_defined) {
            uint32_t *package =
                ARENA_ARRAY(sheet->arena, uint32_t, solution->scenario->issue_count);
            front_point(point->front, point->rows[0], pick->values);
            front_outcome(point->front, point->rows[0], package);
            pick->package = package;
            count++;
        } else if (open && open->has_known && open->package) {
            memcpy(pick->values, open->known, sizeof pick->values);
            pick->package = open->package;
            count++;
        }
    }
    return count;
}

static void put_heads(struct answer_sheet *sheet, const struct pick *picks, size_t count)
{
    const struct solution *solution = sheet->answer->solution;
    put(sheet, STR("Issue"));
    for (size_t i = 0; i < count; i++)
        put(sheet, str_of(point_words_of(picks[i].kind).title));
    end_row(sheet);
    put(sheet, STR("is"));
    for (size_t i = 0; i < count; i++)
        put(sheet,
            picks[i].is_proved
                ? str_of(point_words_of(picks[i].kind).rule)
                : arena_print(sheet->arena, "not proved; %.*s",
                              STR_ARGS(unproved_words(solution, picks[i].kind, sheet->arena))));
    end_row(sheet);
}

// Issues × packages, then what each party gets, and how much that is over its reserve.
static void put_packages(struct answer_sheet *sheet)
{
    struct pick picks[POINT_KINDS];
    const struct scenario *scenario = sheet->answer->scenario;
    size_t count = pick_all(sheet, picks);
    if (count == 0)
        return;
    put_heads(sheet, picks, count);
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        put(sheet, scenario->issues[i].name);
        for (size_t k = 0; k < count; k++)
            put(sheet, scenario->issues[i].options[picks[k].package[i]]);
        end_row(sheet);
    }
    for (unsigned over = 0; over < 2; over++)
        for (uint32_t p = 0; p < scenario->party_count; p++) {
            put(sheet, arena_print(sheet->arena, "%.*s %s", STR_ARGS(scenario->parties[p].name),
                                   over ? "over its reserve" : "gets"));
            for (size_t k = 0; k < count; k++)
                put(sheet,
                    value_text(scenario,
                               picks[k].values[p] - (over ? scenario->parties[p].reservation : 0),
                               sheet->arena));
            end_row(sheet);
        }
}

static struct grid answer_grid(struct answer_sheet *sheet)
{
    put_counts(sheet);
    put_parties(sheet);
    put_packages(sheet);
    return grid_done(&sheet->maker, STR("Answer"));
}

static struct grid notes_grid(struct answer_sheet *sheet, bool has_scores)
{
    const struct scenario *scenario = sheet->answer->scenario;
    sheet->maker = grid_maker_make(STR("notes"), &input_limits_default, sheet->arena);
    sheet->row = 0;
    put_row(sheet,
            has_scores
                ? "Scores and Rules are what was answered; change them and answer this file again."
                : "The scores are not here: a table has no place for pair values, time "
                  "links and worths without an end behind the point.",
            STR(""));
    if (sheet->answer->solution->note)
        put_row(sheet, sheet->answer->solution->note, STR(""));
    for (size_t i = 0; i < scenario->note_count; i++) {
        put(sheet, scenario->notes[i]);
        end_row(sheet);
    }
    return grid_done(&sheet->maker, STR("Notes"));
}

bool bargain_xlsx(const struct bargain_answer *answer, struct arena *arena, struct str *bytes,
                  struct error *error)
{
    enum { ANSWER, NOTES, SCORES, RULES, SHEETS };
    struct grid grids[SHEETS];
    struct answer_sheet sheet = {.answer = answer,
                                 .arena = arena,
                                 .maker =
                                     grid_maker_make(STR("answer"), &input_limits_default, arena),
                                 .error = error,
                                 .is_done = true};
    bool has_scores = scores_sheets_can(answer->scenario);
    grids[ANSWER] = answer_grid(&sheet);
    grids[NOTES] = notes_grid(&sheet, has_scores);
    if (!sheet.is_done || (has_scores && !scores_sheets_make(answer->scenario, arena,
                                                             &grids[SCORES], &grids[RULES], error)))
        return false;
    const struct spreadsheet_look looks[SHEETS] = {[SCORES] = {NULL, 1, true}};
    const struct workbook workbook = {
        .name = STR("bargain"), .grids = grids, .grid_count = has_scores ? SHEETS : SCORES};
    return spreadsheet_write_xlsx(&workbook, looks, arena, bytes, error);
}
