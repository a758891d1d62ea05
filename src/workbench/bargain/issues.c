// SPDX-License-Identifier: Apache-2.0
// issues: the open slots of a merged text as a scenario to be edited and weighed, with the wordings
// that the timetable cannot have together ruled out, and the numbers linked that have to make a whole.
#include "exchange/bargain/scores_table.h"
#include "exchange/bargain/slot_issues.h"
#include "render/bargain/issues_forms.h"
#include "workbench/answer.h"
#include "workbench/bargain/linked_numbers.h"
#include "workbench/door.h"
#include "workbench/report_draw.h"
#include "workbench/text/merged_file.h"
#include "workbench/timetable/timetable_rivals.h"

#include <entente/merge.h>

static struct slot_conflict conflict_of(const struct slot_exclusion *exclusion, struct arena *arena)
{
    struct slot_wording *wordings = ARENA_ARRAY(arena, struct slot_wording, exclusion->count);
    for (uint32_t j = 0; j < exclusion->count; j++)
        wordings[j] =
            (struct slot_wording){exclusion->choices[j].slot, exclusion->choices[j].wording};
    return (struct slot_conflict){wordings, exclusion->count, exclusion->says, false};
}

// What contradicts in time, then what does not add up.
static struct slot_ties ties_of(const struct slot_exclusions *exclusions,
                                const struct linked_numbers *numbers, struct arena *arena)
{
    size_t count = exclusions->count + numbers->conflict_count;
    struct slot_conflict *conflicts = ARENA_ARRAY(arena, struct slot_conflict, count + 1);
    for (size_t i = 0; i < exclusions->count; i++)
        conflicts[i] = conflict_of(&exclusions->items[i], arena);
    for (size_t i = 0; i < numbers->conflict_count; i++)
        conflicts[exclusions->count + i] = numbers->conflicts[i];
    return (struct slot_ties){conflicts, count, numbers->sums, numbers->sum_count};
}

static bool draw(const struct issues_answer *answer, enum entente_issues_form form,
                 struct entente_answer *made, struct error *error)
{
    static const enum report_form forms[] = {[ENTENTE_ISSUES_TEXT] = REPORT_TEXT,
                                             [ENTENTE_ISSUES_MARKDOWN] = REPORT_MARKDOWN,
                                             [ENTENTE_ISSUES_HTML] = REPORT_HTML,
                                             [ENTENTE_ISSUES_DOCX] = REPORT_DOCX};
    if (form == ENTENTE_ISSUES_JSON) {
        made->output = answer->scenario;
        return true;
    }
    if (form == ENTENTE_ISSUES_CSV)
        return scores_table_csv(answer, made->arena, &made->output, error);
    if (form == ENTENTE_ISSUES_XLSX)
        return scores_table_xlsx(answer, made->arena, &made->output, error);
    struct report report = issues_report(answer, made->arena);
    return report_draw(&report, "Issues", forms[form], made->arena, &made->output, error);
}

static bool issue(const struct entente_issues_options *options, const struct entente_file *merged,
                  struct budget *budget, struct entente_answer *made, struct error *error)
{
    const struct input_limits *limits = answer_limits(budget, made->arena);
    struct sheet sheet;
    struct slot_exclusions exclusions = {.is_complete = true};
    struct linked_numbers numbers;
    if (!merged_file_read(merged, limits, made->arena, &sheet, error) ||
        (!options->skip_timetable &&
         !timetable_exclusions(&sheet, budget, made->arena, &exclusions, error)) ||
        !linked_numbers_find(&sheet, limits, made->arena, &numbers, error))
        return false;
    struct slot_ties ties = ties_of(&exclusions, &numbers, made->arena);
    struct slot_issues issues = slot_issues_write(&sheet, &ties, made->arena);
    struct issues_answer answer = {.title = sheet.title,
                                   .parties = sheet.party_names,
                                   .party_count = sheet.party_count,
                                   .scenario = issues.scenario,
                                   .issues = issues.issues,
                                   .issue_count = issues.issue_count,
                                   .rules = issues.rules,
                                   .rule_count = issues.rule_count,
                                   .sums = issues.sums,
                                   .sum_count = issues.sum_count,
                                   .sums_common = numbers.common,
                                   .are_sums_complete = numbers.is_complete,
                                   .slot_count = sheet.slot_count,
                                   .common = exclusions.common,
                                   .is_complete = exclusions.is_complete};
    made->summary = issues_summary(&answer, made->arena);
    return draw(&answer, options->form, made, error);
}

bool entente_issues(const struct entente_issues_options *options, const struct entente_file *merged,
                    const struct entente_bounds *bounds, struct entente_answer **answer,
                    struct entente_error *error)
{
    struct entente_issues_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct entente_answer *made = answer_new();
    struct error inner;
    struct budget budget = answer_budget(bounds);
    if (!issue(options, merged, &budget, made, &inner) || !budget_check_room(&budget, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}
