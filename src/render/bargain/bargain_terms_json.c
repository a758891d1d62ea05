// SPDX-License-Identifier: Apache-2.0
// The negotiator's answers as JSON: the draft on the table, what blocks, prospects.
#include "render/bargain/bargain_forms.h"
#include "render/bargain/bargain_parts.h"
#include "render/bargain/rule_words.h"

static void write_digits(struct json_writer *writer, const char *name, const struct tally *tally)
{
    json_name(writer, name);
    if (tally->is_exact)
        json_digits(writer, tally->at_least);
    else
        json_null(writer);
}

static void write_party(struct json_writer *writer, const char *name,
                        const struct scenario *scenario, uint32_t party)
{
    json_member_str(writer, name, scenario->parties[party].name);
}

static void write_choice(struct json_writer *writer, const struct scenario *scenario,
                         struct choice choice)
{
    const struct issue *issue = &scenario->issues[choice.issue];
    json_member_str(writer, "issue", issue->name);
    json_member_str(writer, "option", issue->options[choice.option]);
}

static void write_row(struct json_writer *writer, const char *name, const int64_t *row,
                      uint32_t width)
{
    json_name(writer, name);
    if (!row) {
        json_null(writer);
        return;
    }
    json_begin_array_inline(writer);
    for (uint32_t p = 0; p < width; p++)
        json_int(writer, row[p]);
    json_end_array(writer);
}

static void write_package(struct json_writer *writer, const char *name,
                          const struct scenario *scenario, const uint32_t *package)
{
    json_name(writer, name);
    json_begin_array_inline(writer);
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        json_int(writer, package[i]);
    json_end_array(writer);
}

static void write_trade(struct json_writer *writer, const struct scenario *scenario,
                        const struct trade *trade)
{
    const struct choice choices[2] = {trade->first, trade->second};
    const uint32_t givers[2] = {trade->gives_first, trade->gives_second};
    json_begin_object_inline(writer);
    json_name(writer, "changes");
    json_begin_array_inline(writer);
    for (size_t i = 0; i < 2; i++) {
        json_begin_object_inline(writer);
        write_choice(writer, scenario, choices[i]);
        write_party(writer, "given_by", scenario, givers[i]);
        json_end_object(writer);
    }
    json_end_array(writer);
    write_row(writer, "gains", trade->gains, scenario->party_count);
    json_end_object(writer);
}

static void write_standing(struct json_writer *writer, const struct scenario *scenario,
                           const struct draft *draft)
{
    json_name(writer, "parties");
    json_begin_array(writer);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        int64_t gain = draft->values[p] - scenario->parties[p].reservation;
        json_begin_object_inline(writer);
        write_party(writer, "party", scenario, p);
        json_member_int(writer, "worth", draft->values[p]);
        json_member_int(writer, "over_reserve", gain);
        json_member_bool(writer, "crosses_red_line", draft->crosses_red_line[p]);
        json_member_bool(writer, "accepts", gain >= 0 && !draft->crosses_red_line[p]);
        json_end_object(writer);
    }
    json_end_array(writer);
}

void bargain_json_draft(const struct solution *solution, const struct draft *draft,
                        struct json_writer *writer)
{
    const struct scenario *scenario = solution->scenario;
    json_name(writer, "draft");
    json_begin_object(writer);
    write_package(writer, "package", scenario, draft->package);
    json_member_bool(writer, "allowed", draft->is_allowed);
    write_standing(writer, scenario, draft);
    if (draft->has_verdict)
        json_member_bool(writer, "efficient", draft->is_allowed && !draft->beaten_by);
    if (draft->beaten_by) {
        json_name(writer, "beaten_by");
        json_begin_object(writer);
        write_package(writer, "package", scenario, draft->beaten_by);
        write_row(writer, "utilities", draft->beaten_values, scenario->party_count);
        json_end_object(writer);
    }
    write_digits(writer, "packages_no_worse_for_anyone", &draft->at_least_as_good);
    json_name(writer, "better_points");
    json_begin_array(writer);
    int64_t row[SCENARIO_PARTIES_MAX];
    for (size_t i = 0; i < draft->better.count && i < 1000; i++) {
        front_point(&draft->better, i, row);
        json_begin_array_inline(writer);
        for (uint32_t p = 0; p < scenario->party_count; p++)
            json_int(writer, row[p]);
        json_end_array(writer);
    }
    json_end_array(writer);
    if (draft->is_cut)
        json_member_str(writer, "note", STR("not all of this could be found within the budget"));
    json_name(writer, "trades");
    json_begin_array(writer);
    for (size_t i = 0; i < draft->trade_count; i++)
        write_trade(writer, scenario, &draft->trades[i]);
    json_end_array(writer);
    json_end_object(writer);
}

static void write_issue_list(struct json_writer *writer, const struct scenario *scenario,
                             const struct obstacles *obstacles)
{
    json_name(writer, "issues");
    json_begin_array(writer);
    for (size_t i = 0; i < obstacles->issue_count; i++) {
        json_begin_object_inline(writer);
        json_member_str(writer, "issue", scenario->issues[obstacles->issues[i].issue].name);
        json_member_int(writer, "common_gain_if_released", obstacles->issues[i].gain);
        json_end_object(writer);
    }
    json_end_array(writer);
    if (obstacles->issue_set_count == 0)
        return;
    json_name(writer, "issue_set");
    json_begin_array_inline(writer);
    for (size_t i = 0; i < obstacles->issue_set_count; i++)
        json_str(writer, scenario->issues[obstacles->issue_set[i]].name);
    json_end_array(writer);
    json_member_bool(writer, "issue_set_is_smallest", obstacles->is_smallest_set);
}

static void write_reserves(struct json_writer *writer, const struct scenario *scenario,
                           const struct obstacles *obstacles)
{
    json_name(writer, "reserves");
    json_begin_array(writer);
    for (size_t i = 0; i < obstacles->reserve_count; i++) {
        json_begin_object_inline(writer);
        write_party(writer, "party", scenario, obstacles->reserves[i].party);
        json_member_int(writer, "lower_by", obstacles->reserves[i].by);
        json_end_object(writer);
    }
    json_end_array(writer);
    if (obstacles->party_set_count == 0)
        return;
    json_name(writer, "party_set");
    json_begin_array_inline(writer);
    for (size_t i = 0; i < obstacles->party_set_count; i++)
        json_str(writer, scenario->parties[obstacles->party_set[i]].name);
    json_end_array(writer);
    json_member_int(writer, "party_set_lower_each_by", obstacles->lower_each_by);
}

static void write_red_lines(struct json_writer *writer, const struct scenario *scenario,
                            const struct obstacles *obstacles)
{
    json_name(writer, "red_lines");
    json_begin_array(writer);
    for (size_t i = 0; i < obstacles->red_line_count; i++) {
        const struct dropped *dropped = &obstacles->red_lines[i];
        json_begin_object_inline(writer);
        write_party(writer, "party", scenario, dropped->party);
        write_choice(writer, scenario, dropped->choice);
        write_digits(writer, "acceptable", &dropped->acceptable);
        write_row(writer, "best_for_each", dropped->best_for_each, scenario->party_count);
        json_end_object(writer);
    }
    json_end_array(writer);
}

// Each clause as the options that must not all be taken, issue by issue; of a sum those that have numbers.
static void write_contradiction(struct json_writer *writer, const struct scenario *scenario,
                                const struct obstacles *obstacles)
{
    json_name(writer, "contradiction");
    json_begin_array(writer);
    for (size_t c = 0; c < obstacles->contradiction_count; c++) {
        const struct clause *clause = &obstacles->contradiction[c];
        json_begin_object_inline(writer);
        if (clause->sum)
            json_member_str(writer, "sum", sum_ends_words(clause->sum, writer->out->arena));
        for (uint32_t l = 0; l < clause->count; l++) {
            const struct issue *issue = &scenario->issues[clause->literals[l].issue];
            json_name_str(writer, issue->name);
            json_begin_array_inline(writer);
            for (uint32_t o = 0; o < issue->option_count; o++)
                if (clause->literals[l].threatens[o])
                    json_str(writer, issue->options[o]);
            json_end_array(writer);
        }
        json_end_object(writer);
    }
    json_end_array(writer);
}

void bargain_json_obstacles(const struct solution *solution, const struct obstacles *obstacles,
                            struct json_writer *writer)
{
    const struct scenario *scenario = solution->scenario;
    json_name(writer, "blocks");
    json_begin_object(writer);
    if (obstacles->has_gain)
        json_member_int(writer, "common_gain", obstacles->gain);
    if (obstacles->is_cut)
        json_member_str(writer, "note", STR("not all of this could be found within the budget"));
    if (obstacles->contradiction_count > 0)
        write_contradiction(writer, scenario, obstacles);
    write_issue_list(writer, scenario, obstacles);
    write_reserves(writer, scenario, obstacles);
    write_red_lines(writer, scenario, obstacles);
    json_end_object(writer);
}

static void write_gain_bounds(struct json_writer *writer, struct gain_range gain)
{
    json_name(writer, "common_gain");
    json_begin_object_inline(writer);
    json_name(writer, "at_least");
    if (gain.least == GAIN_NONE)
        json_null(writer);
    else
        json_int(writer, gain.least);
    json_member_int(writer, "at_most", gain.most);
    json_end_object(writer);
}

static void write_side(struct json_writer *writer, const char *name,
                       const struct side_prospects *side, uint32_t parties)
{
    json_name(writer, name);
    json_begin_object(writer);
    write_digits(writer, "acceptable", &side->acceptable);
    json_name(writer, "acceptable_to_each");
    json_begin_array_inline(writer);
    for (uint32_t p = 0; p < parties; p++)
        if (side->to_each[p].is_exact)
            json_digits(writer, side->to_each[p].at_least);
        else
            json_null(writer);
    json_end_array(writer);
    if (side->has_common_gain)
        json_member_int(writer, "common_gain", side->common_gain);
    else if (side->common.most != GAIN_NONE)
        write_gain_bounds(writer, side->common);
    write_row(writer, "ideal_acceptable", side->ideal, parties);
    if (side->nash.is_defined)
        json_member_str(writer, "nash", side->nash.values[0]);
    json_end_object(writer);
}

static void write_prospects(const struct scenario *scenario, const struct prospects *prospects,
                            struct json_writer *writer)
{
    json_member_str(writer, "verdict", str_of(verdict_code(prospects->verdict)));
    json_name(writer, "verdict_for_each");
    json_begin_object_inline(writer);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        json_name_str(writer, scenario->parties[p].name);
        json_str(writer, str_of(verdict_code(prospects->for_each[p])));
    }
    json_end_object(writer);
    write_side(writer, "old", &prospects->old, scenario->party_count);
    write_side(writer, "new", &prospects->new, scenario->party_count);
    if (prospects->is_comparable)
        write_digits(writer, "kept", &prospects->kept);
    if (prospects->gained.length > 0) {
        json_name(writer, "gained");
        json_digits(writer, prospects->gained);
        json_name(writer, "lost");
        json_digits(writer, prospects->lost);
    }
    json_name(writer, "changes");
    json_begin_array(writer);
    for (size_t i = 0; i < prospects->change_count; i++) {
        const struct issue_change *change = &prospects->changes[i];
        json_begin_object_inline(writer);
        json_member_str(writer, "issue", scenario->issues[change->issue].name);
        json_member_int(writer, "raises_common_gain_by", change->raises);
        if (change->most_hit != UINT32_MAX) {
            write_party(writer, "most_affected", scenario, change->most_hit);
            json_member_int(writer, "best_gain_changes_by", change->hit_by);
        }
        json_end_object(writer);
    }
    json_end_array(writer);
    if (prospects->is_cut)
        json_member_bool(writer, "complete", false);
}

struct str prospects_json(const struct prospects_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer writer = json_writer_make(&out, 1);
    json_begin_object(&writer);
    json_member_str(&writer, "format", STR("entente-bargain-prospects/1"));
    write_prospects(answer->old->scenario, answer->prospects, &writer);
    json_end_object(&writer);
    return builder_str(&out);
}
