// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/challenge_page.h"

#include "codec/html.h"
#include "render/bargain/spatial_parts.h"
#include "render/page/page_table.h"

static void add_number(struct builder *out, double number)
{
    page_cell(out, CELL_NUMBER, arena_print(out->arena, "%.4f", challenge_shown(number, 1e-4)));
}

static void add_middle(struct builder *out, const struct challenge_middle *middle)
{
    page_cell_begin(out, CELL_NUMBER);
    builder_print(out, "%.4f", challenge_shown(middle->lower, 1e-4));
    if (middle->upper > middle->lower)
        builder_print(out, " to %.4f", challenge_shown(middle->upper, 1e-4));
    page_cell_end(out, CELL_NUMBER);
    add_number(out, middle->mean);
}

static void add_moves(struct builder *out, const struct spatial_answer *answer, size_t d,
                      const struct challenge_round *round)
{
    const char *between = "";
    page_cell_begin(out, CELL_WORDS);
    for (uint32_t i = 0; i < answer->challenges[d].line.count; i++) {
        const struct challenge_move *move = &round->moves[i];
        if (move->kind == CHALLENGE_STAY)
            continue;
        builder_add_c(out, between);
        html_text(out, challenge_actor(answer, d, i));
        builder_print(out, " to %.4f: %s with ", challenge_shown(move->position, 1e-4),
                      challenge_kind_name(move->kind));
        html_text(out, challenge_actor(answer, d, move->toward));
        between = "<br>";
    }
    if (between[0] == '\0')
        builder_add_c(out, "nobody moves");
    page_cell_end(out, CELL_WORDS);
}

static void add_rounds(struct builder *out, const struct spatial_answer *answer, size_t d)
{
    static const struct page_column columns[] = {
        {"Round", false}, {"median", true}, {"mean", true}, {"who gives way, and to whom", false}};
    const struct challenge *played = &answer->challenges[d].played;
    page_table_begin(out, NULL);
    page_columns(out, columns, sizeof columns / sizeof columns[0]);
    builder_add_c(out, "<tr>");
    page_cell(out, CELL_ROW, STR("start"));
    add_middle(out, &played->start);
    builder_add_c(out, "<td></td></tr>\n");
    for (uint32_t r = 0; r < played->round_count; r++) {
        builder_add_c(out, "<tr>");
        page_cell(out, CELL_ROW, arena_print(out->arena, "%u", r + 1));
        add_middle(out, &played->rounds[r].middle);
        add_moves(out, answer, d, &played->rounds[r]);
        builder_add_c(out, "</tr>\n");
    }
    page_table_end(out);
}

static void add_end(struct builder *out, const struct challenge *played)
{
    switch (played->end) {
    case CHALLENGE_STABLE:
        builder_add_c(out, "<p>Then nobody moves any more.</p>\n");
        break;
    case CHALLENGE_CYCLE:
        builder_print(
            out,
            "<p class=\"warn\">Then the positions after round %u come back: it goes round in "
            "a circle, and the outcome is not settled.</p>\n",
            played->back_to);
        break;
    case CHALLENGE_OPEN:
        builder_print(out,
                      "<p class=\"warn\">After %d rounds they still move; the outcome is not "
                      "settled.</p>\n",
                      CHALLENGE_ROUNDS_MAX);
        break;
    }
}

static void add_actors(struct builder *out, const struct spatial_answer *answer, size_t d)
{
    static const struct page_column columns[] = {
        {"Actor", false}, {"risk", true}, {"start", true}, {"end", true}};
    const struct challenge_answer *challenge = &answer->challenges[d];
    page_table_begin(out, "Where each began and where it ends");
    page_columns(out, columns, sizeof columns / sizeof columns[0]);
    for (uint32_t i = 0; i < challenge->line.count; i++) {
        builder_add_c(out, "<tr>");
        page_cell(out, CELL_ROW, challenge_actor(answer, d, i));
        add_number(out, challenge->played.rounds[0].risk[i]);
        add_number(out, challenge->line.position[i]);
        add_number(out, challenge_last_round(&challenge->played)->moves[i].position);
        builder_add_c(out, "</tr>\n");
    }
    page_table_end(out);
}

static void add_changes(struct builder *out, const struct spatial_answer *answer, size_t d)
{
    static const struct page_column columns[] = {
        {"Actor", false}, {"less influence", true}, {"more", true},  {"less salience", true},
        {"more", true},   {"lower position", true}, {"higher", true}};
    const struct challenge_answer *challenge = &answer->challenges[d];
    if (!challenge->changes)
        return;
    page_table_begin(
        out, "The median at the end when one actor alone has a tenth less or more (positions: "
             "of the range)");
    page_columns(out, columns, sizeof columns / sizeof columns[0]);
    for (uint32_t i = 0; i < challenge->line.count; i++) {
        const struct challenge_change *change = &challenge->changes[i];
        builder_add_c(out, "<tr>");
        page_cell(out, CELL_ROW, challenge_actor(answer, d, i));
        add_number(out, change->capability_down);
        add_number(out, change->capability_up);
        add_number(out, change->salience_down);
        add_number(out, change->salience_up);
        add_number(out, change->position_down);
        add_number(out, change->position_up);
        builder_add_c(out, "</tr>\n");
    }
    page_table_end(out);
}

void challenge_page_write(const struct spatial_answer *answer, size_t d, struct builder *out)
{
    builder_add_c(out,
                  "<h3>The challenge model</h3>\n<p class=\"quiet\">In real numbers, shown to four "
                  "places.</p>\n");
    add_rounds(out, answer, d);
    add_end(out, &answer->challenges[d].played);
    add_actors(out, answer, d);
    add_changes(out, answer, d);
}
