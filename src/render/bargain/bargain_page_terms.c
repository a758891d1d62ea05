// SPDX-License-Identifier: Apache-2.0
// The draft on the table, and what stands in the way.
#include "codec/html.h"
#include "render/bargain/bargain_page_parts.h"
#include "render/bargain/bargain_parts.h"
#include "render/bargain/rule_words.h"
#include "render/bargain/value_text.h"
#include "render/page/page_table.h"

#define TRADES_SHOWN 12

static void add_value(struct builder *out, const struct scenario *scenario, int64_t value)
{
    builder_print(out, "<b>%.*s</b>",
                  STR_ARGS(page_grouped(value_text(scenario, value, out->arena), out->arena)));
}

static void add_party(struct builder *out, const struct scenario *scenario, uint32_t party)
{
    page_party(out, scenario->parties[party].name, party);
}

// --- The draft

static void add_standing(struct builder *out, bool crosses, int64_t gain)
{
    if (crosses)
        builder_add_c(out, "<td class=\"bad\">no: it crosses a red line</td>");
    else if (gain < 0)
        builder_add_c(out, "<td class=\"bad\">no: below its reserve</td>");
    else
        builder_add_c(out, "<td class=\"good\">yes</td>");
}

static void add_draft_parties(struct builder *out, const struct scenario *scenario,
                              const struct draft *draft)
{
    static const struct page_column columns[] = {
        {"Party", false}, {"value", true}, {"over its reserve", true}, {"would accept it", false}};
    page_table_begin(out, NULL);
    page_columns(out, columns, sizeof columns / sizeof columns[0]);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        int64_t gain = draft->values[p] - scenario->parties[p].reservation;
        builder_add_c(out, "<tr>");
        add_party_head(out, scenario, p);
        add_value_cell(out, scenario, draft->values[p]);
        add_value_cell(out, scenario, gain);
        add_standing(out, draft->crosses_red_line[p], gain);
        builder_add_c(out, "</tr>\n");
    }
    page_table_end(out);
}

static void add_change(struct builder *out, const struct scenario *scenario, struct choice choice,
                       uint32_t giver)
{
    const struct issue *issue = &scenario->issues[choice.issue];
    page_cell_begin(out, CELL_WORDS);
    if (giver != UINT32_MAX) {
        add_party(out, scenario, giver);
        builder_add_c(out, " gives ");
    }
    builder_add_c(out, "“");
    html_text(out, issue->options[choice.option]);
    builder_add_c(out, "” on ");
    html_text(out, issue->name);
    page_cell_end(out, CELL_WORDS);
}

static void add_trades(struct builder *out, const struct scenario *scenario,
                       const struct draft *draft)
{
    if (draft->trade_count == 0)
        return;
    page_table_begin(out, "Trades that are worse for nobody: what is given, and what each party "
                          "gains in all");
    page_columns_begin(out);
    page_cell(out, CELL_COLUMN, STR("One gives"));
    page_cell(out, CELL_COLUMN, STR("the other gives"));
    add_party_columns(out, scenario);
    page_columns_end(out);
    for (size_t i = 0; i < draft->trade_count && i < TRADES_SHOWN; i++) {
        const struct trade *trade = &draft->trades[i];
        builder_add_c(out, "<tr>");
        add_change(out, scenario, trade->first, trade->gives_first);
        add_change(out, scenario, trade->second, trade->gives_second);
        for (uint32_t p = 0; p < scenario->party_count; p++)
            add_value_cell(out, scenario, trade->gains[p]);
        builder_add_c(out, "</tr>\n");
    }
    page_table_end(out);
    if (draft->trade_count > TRADES_SHOWN)
        builder_print(out, "<p class=\"quiet\">And %zu more in the .json.</p>\n",
                      draft->trade_count - TRADES_SHOWN);
}

static void add_efficiency(struct builder *out, const struct scenario *scenario,
                           const struct draft *draft)
{
    builder_print(out, "<p>Packages that are worse for nobody: <b>%.*s</b>, the draft counted in.",
                  STR_ARGS(grouped_tally(&draft->at_least_as_good, out->arena)));
    if (draft->beaten_by) {
        builder_add_c(
            out, " One that is better for somebody and worse for nobody stands below, issue by "
                 "issue: ");
        for (uint32_t p = 0; p < scenario->party_count; p++) {
            builder_add_c(out, p == 0 ? "" : ", ");
            add_party(out, scenario, p);
            builder_add_byte(out, ' ');
            add_value(out, scenario, draft->beaten_values[p]);
        }
        builder_add_byte(out, '.');
    } else if (draft->has_verdict && draft->is_allowed) {
        builder_add_c(out, " None is better for somebody without loss to another.");
    }
    builder_add_c(out, "</p>\n");
}

void add_draft_section(struct builder *out, const struct bargain_answer *answer)
{
    const struct draft *draft = answer->draft;
    if (!draft)
        return;
    builder_add_c(out, "<h2>The draft on the table</h2>\n");
    if (!draft->is_allowed)
        builder_add_c(out, "<p class=\"bad\">The rules do not allow this package.</p>\n");
    add_draft_parties(out, answer->scenario, draft);
    add_efficiency(out, answer->scenario, draft);
    add_trades(out, answer->scenario, draft);
    if (draft->is_cut)
        builder_add_c(out, "<p class=\"warn\">Not all of this could be found within the budget."
                           "</p>\n");
}

// --- What stands in the way

static void add_clause(struct builder *out, const struct scenario *scenario,
                       const struct clause *clause)
{
    builder_add_c(out, "<li>");
    html_text(out, rule_words(scenario, clause, out->arena));
    builder_add_c(out, "</li>\n");
}

static void add_contradiction(struct builder *out, const struct scenario *scenario,
                              const struct obstacles *obstacles)
{
    if (obstacles->contradiction_count == 0)
        return;
    builder_add_c(out, "<p class=\"bad\">These rules cannot all be kept; any one less would do:"
                       "</p>\n<ul>\n");
    for (size_t c = 0; c < obstacles->contradiction_count; c++)
        add_clause(out, scenario, &obstacles->contradiction[c]);
    builder_add_c(out, "</ul>\n");
}

static void add_gain(struct builder *out, const struct scenario *scenario,
                     const struct obstacles *obstacles)
{
    static const struct page_column columns[] = {{"Issue, out of dispute", false},
                                                 {"all could then gain", true}};
    if (!obstacles->has_gain)
        return;
    builder_add_c(out, "<p>All can gain ");
    add_value(out, scenario, obstacles->gain);
    builder_add_c(out, obstacles->gain < 0
                           ? " at the same time: the reserves are out of reach.</p>\n"
                           : " at the same time.</p>\n");
    if (obstacles->issue_count == 0)
        return;
    page_table_begin(out, NULL);
    page_columns(out, columns, 2);
    for (size_t i = 0; i < obstacles->issue_count; i++) {
        builder_add_c(out, "<tr>");
        page_cell(out, CELL_ROW, scenario->issues[obstacles->issues[i].issue].name);
        add_value_cell(out, scenario, obstacles->issues[i].gain);
        builder_add_c(out, "</tr>\n");
    }
    page_table_end(out);
}

static void add_issue_set(struct builder *out, const struct scenario *scenario,
                          const struct obstacles *obstacles)
{
    if (obstacles->issue_set_count == 0)
        return;
    builder_print(out, "<p>Agreement is possible once %s %s out of dispute: ",
                  obstacles->issue_set_count == 1 ? "this issue" : "these issues",
                  obstacles->issue_set_count == 1 ? "is" : "are");
    for (size_t i = 0; i < obstacles->issue_set_count; i++) {
        builder_add_c(out, i == 0 ? "" : "; ");
        html_text(out, scenario->issues[obstacles->issue_set[i]].name);
    }
    builder_add_c(out, obstacles->is_smallest_set ? ". No smaller set does.</p>\n" : ".</p>\n");
}

static void add_reserves(struct builder *out, const struct scenario *scenario,
                         const struct obstacles *obstacles)
{
    if (obstacles->reserve_count == 0 && obstacles->party_set_count == 0)
        return;
    builder_add_c(out, "<ul>\n");
    for (size_t i = 0; i < obstacles->reserve_count; i++) {
        builder_add_c(out, "<li>");
        add_party(out, scenario, obstacles->reserves[i].party);
        builder_add_c(out, " alone, by lowering its reserve by ");
        add_value(out, scenario, obstacles->reserves[i].by);
        builder_add_c(out, ", makes agreement possible.</li>\n");
    }
    if (obstacles->reserve_count == 0) {
        builder_add_c(out, "<li>Together, by lowering their reserves by ");
        add_value(out, scenario, obstacles->lower_each_by);
        builder_add_c(out, " each: ");
        for (size_t i = 0; i < obstacles->party_set_count; i++) {
            builder_add_c(out, i == 0 ? "" : ", ");
            add_party(out, scenario, obstacles->party_set[i]);
        }
        builder_add_c(out, ".</li>\n");
    }
    builder_add_c(out, "</ul>\n");
}

static void add_red_lines(struct builder *out, const struct scenario *scenario,
                          const struct obstacles *obstacles)
{
    static const struct page_column columns[] = {
        {"Party", false}, {"without its red line", false}, {"on", false}, {"acceptable", true}};
    if (obstacles->red_line_count == 0)
        return;
    page_table_begin(out, "How many packages would be acceptable if one red line fell");
    page_columns(out, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < obstacles->red_line_count; i++) {
        const struct dropped *dropped = &obstacles->red_lines[i];
        const struct issue *issue = &scenario->issues[dropped->choice.issue];
        builder_add_c(out, "<tr>");
        add_party_head(out, scenario, dropped->party);
        page_cell(out, CELL_WORDS, issue->options[dropped->choice.option]);
        page_cell(out, CELL_WORDS, issue->name);
        add_count_cell(out, &dropped->acceptable);
        builder_add_c(out, "</tr>\n");
    }
    page_table_end(out);
}

void add_obstacles_section(struct builder *out, const struct bargain_answer *answer)
{
    const struct obstacles *obstacles = answer->obstacles;
    if (!obstacles)
        return;
    builder_add_c(out, "<h2>What stands in the way</h2>\n");
    add_contradiction(out, answer->scenario, obstacles);
    add_gain(out, answer->scenario, obstacles);
    add_issue_set(out, answer->scenario, obstacles);
    add_reserves(out, answer->scenario, obstacles);
    add_red_lines(out, answer->scenario, obstacles);
    if (obstacles->is_cut)
        builder_add_c(out, "<p class=\"warn\">Not all of this could be found within the budget."
                           "</p>\n");
}
