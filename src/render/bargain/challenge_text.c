// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "render/bargain/spatial_parts.h"

static size_t name_width(const struct spatial_answer *answer, size_t d)
{
    size_t width = 6;
    for (uint32_t i = 0; i < answer->challenges[d].line.count; i++) {
        size_t length = utf8_count(challenge_actor(answer, d, i));
        width = length > width ? length : width;
    }
    return width;
}

static void add_name(struct builder *out, struct str name, size_t width)
{
    builder_add_c(out, "    ");
    builder_add(out, name);
    builder_add_spaces(out, width - utf8_count(name));
}

static void add_middle(struct builder *out, const struct challenge_middle *middle)
{
    builder_print(out, "median %.4f", challenge_shown(middle->lower, 1e-4));
    if (middle->upper > middle->lower)
        builder_print(out, " to %.4f", challenge_shown(middle->upper, 1e-4));
    builder_print(out, ", mean %.4f\n", challenge_shown(middle->mean, 1e-4));
}

static void add_rounds(const struct spatial_answer *answer, size_t d, struct builder *out)
{
    const struct challenge *played = &answer->challenges[d].played;
    builder_add_c(out, "    Start: ");
    add_middle(out, &played->start);
    for (uint32_t r = 0; r < played->round_count; r++) {
        const struct challenge_round *round = &played->rounds[r];
        builder_print(out, "    Round %u: ", r + 1);
        add_middle(out, &round->middle);
        for (uint32_t i = 0; i < answer->challenges[d].line.count; i++) {
            const struct challenge_move *move = &round->moves[i];
            if (move->kind == CHALLENGE_STAY)
                continue;
            struct str name = challenge_actor(answer, d, i);
            struct str toward = challenge_actor(answer, d, move->toward);
            builder_print(out, "      %.*s goes to %.4f: %s with %.*s\n", STR_ARGS(name),
                          challenge_shown(move->position, 1e-4), challenge_kind_name(move->kind),
                          STR_ARGS(toward));
        }
    }
}

static void add_end(const struct challenge *played, struct builder *out)
{
    switch (played->end) {
    case CHALLENGE_STABLE:
        builder_add_c(out, "    Then nobody moves any more.\n");
        break;
    case CHALLENGE_CYCLE:
        builder_print(out,
                      "    Then the positions after round %u come back: it goes round in a "
                      "circle, and the outcome is not settled.\n",
                      played->back_to);
        break;
    case CHALLENGE_OPEN:
        builder_print(out, "    After %d rounds they still move; the outcome is not settled.\n",
                      CHALLENGE_ROUNDS_MAX);
        break;
    }
}

static void add_actors(const struct spatial_answer *answer, size_t d, struct builder *out)
{
    const struct challenge_answer *challenge = &answer->challenges[d];
    size_t width = name_width(answer, d);
    builder_add_c(out, "\n");
    add_name(out, STR("Actor"), width);
    builder_add_c(out, "        risk       start         end\n");
    for (uint32_t i = 0; i < challenge->line.count; i++) {
        add_name(out, challenge_actor(answer, d, i), width);
        builder_print(
            out, "%12.4f%12.4f%12.4f\n", challenge->played.rounds[0].risk[i],
            challenge_shown(challenge->line.position[i], 1e-4),
            challenge_shown(challenge_last_round(&challenge->played)->moves[i].position, 1e-4));
    }
}

static void add_changes(const struct spatial_answer *answer, size_t d, struct builder *out)
{
    const struct challenge_answer *challenge = &answer->challenges[d];
    if (!challenge->changes)
        return;
    size_t width = name_width(answer, d);
    builder_add_c(out, "\n    The median at the end when one actor alone has a tenth less or more "
                       "(positions: of the range)\n");
    add_name(out, STR("Actor"), width);
    builder_add_c(out, "  less influence          more   less salience          more  lower "
                       "position        higher\n");
    for (uint32_t i = 0; i < challenge->line.count; i++) {
        const struct challenge_change *change = &challenge->changes[i];
        add_name(out, challenge_actor(answer, d, i), width);
        builder_print(out, "%16.4f%14.4f%16.4f%14.4f%16.4f%14.4f\n",
                      challenge_shown(change->capability_down, 1e-4),
                      challenge_shown(change->capability_up, 1e-4),
                      challenge_shown(change->salience_down, 1e-4),
                      challenge_shown(change->salience_up, 1e-4),
                      challenge_shown(change->position_down, 1e-4),
                      challenge_shown(change->position_up, 1e-4));
    }
}

void challenge_text_write(const struct spatial_answer *answer, size_t d, struct builder *out)
{
    builder_add_c(out, "\n  The challenge model (in real numbers, shown to four places)\n");
    add_rounds(answer, d, out);
    add_end(&answer->challenges[d].played, out);
    add_actors(answer, d, out);
    add_changes(answer, d, out);
}
