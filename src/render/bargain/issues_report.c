// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/issues_forms.h"

static void add_issue(struct report *report, const struct slot_issue *issue, size_t number)
{
    struct str heading = arena_print(report->arena, "%zu. %.*s", number, STR_ARGS(issue->name));
    report_heading(report, arena_c_string(report->arena, heading));
    report_table(report, "option|held by|wording");
    for (uint32_t o = 0; o < issue->option_count; o++) {
        const struct issue_option *option = &issue->options[o];
        report_cell(report, "%u", o);
        report_cell(report, "%.*s", STR_ARGS(option->holders));
        report_cell(report, "%.*s",
                    STR_ARGS(option->words.length > 0 ? option->words : STR("(nothing)")));
    }
}

static void add_rule(struct report *report, const struct issues_answer *answer,
                     const struct issue_rule *rule)
{
    struct builder out = builder_make(report->arena);
    for (uint32_t i = 0; i < rule->count; i++) {
        const struct slot_issue *issue = &answer->issues[rule->choices[i].issue];
        builder_print(&out, "%s%.*s (%.*s)", i > 0 ? " with " : "", STR_ARGS(issue->name),
                      STR_ARGS(issue->options[rule->choices[i].option].name));
    }
    report_item(report, TONE_WARN, "%.*s: %.*s", STR_ARGS(builder_str(&out)),
                STR_ARGS(rule->reason));
}

static void add_rules_of(struct report *report, const struct issues_answer *answer, bool numbers,
                         const char *heading)
{
    bool is_headed = false;
    for (size_t r = 0; r < answer->rule_count; r++) {
        if (answer->rules[r].is_of_numbers != numbers)
            continue;
        if (!is_headed)
            report_heading(report, heading);
        is_headed = true;
        add_rule(report, answer, &answer->rules[r]);
    }
}

static void add_sum(struct report *report, const struct issues_answer *answer,
                    const struct issue_sum *sum)
{
    struct builder out = builder_make(report->arena);
    for (uint32_t i = 0; i < sum->count; i++) {
        uint32_t issue = sum->choices[i].issue;
        if (i == 0 || sum->choices[i - 1].issue != issue)
            builder_print(&out, "%s%.*s", i > 0 ? ", " : "", STR_ARGS(answer->issues[issue].name));
    }
    report_item(report, TONE_WARN, "%.*s (%.*s)", STR_ARGS(sum->reason),
                STR_ARGS(builder_str(&out)));
}

static void add_sums(struct report *report, const struct issues_answer *answer)
{
    if (answer->sum_count > 0)
        report_heading(report, "Numbers that are linked");
    for (size_t s = 0; s < answer->sum_count; s++)
        add_sum(report, answer, &answer->sums[s]);
    add_rules_of(report, answer, true, "Wordings whose numbers do not go together");
    if (answer->sums_common.length > 0)
        report_paragraph(report, TONE_BAD, "No choice of wordings makes it right: %.*s",
                         STR_ARGS(answer->sums_common));
    if (!answer->are_sums_complete)
        report_paragraph(report, TONE_WARN,
                         "Not all wordings were added up: more numbers may be linked.");
}

static void add_rules(struct report *report, const struct issues_answer *answer)
{
    add_rules_of(report, answer, false, "What time forbids");
    if (answer->common.length > 0)
        report_paragraph(report, TONE_BAD, "What all agree on cannot be met in time: %.*s",
                         STR_ARGS(answer->common));
    else if (!answer->is_complete)
        report_paragraph(report, TONE_WARN,
                         "Not all choices were looked at: more may contradict in time.");
}

struct report issues_report(const struct issues_answer *answer, struct arena *arena)
{
    struct report report =
        report_make(arena, answer->title.length > 0 ? answer->title : STR("Open places"),
                    arena_print(arena, "%zu %s from %u open places", answer->issue_count,
                                answer->issue_count == 1 ? "issue" : "issues", answer->slot_count));
    for (size_t i = 0; i < answer->issue_count; i++)
        add_issue(&report, &answer->issues[i], i + 1);
    if (answer->issue_count == 0)
        report_paragraph(&report, TONE_GOOD, "Nothing is open.");
    add_rules(&report, answer);
    add_sums(&report, answer);
    return report;
}
