// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/spatial_parts.h"

#define PAIRS_SHOWN 100 // actors; a larger table of pairs is left out

static void member_number(struct json_writer *json, const char *name, double number)
{
    json_name(json, name);
    json_digits(json, arena_print(json->out->arena, "%.6f", challenge_shown(number, 1e-6)));
}

static void write_middle(struct json_writer *json, const char *name,
                         const struct challenge_middle *middle)
{
    json_name(json, name);
    json_begin_object_inline(json);
    member_number(json, "median_lower", middle->lower);
    member_number(json, "median_upper", middle->upper);
    member_number(json, "mean", middle->mean);
    json_end_object(json);
}

static void write_pairs(const struct spatial_answer *answer, size_t d, struct json_writer *json)
{
    const struct challenge_answer *challenge = &answer->challenges[d];
    uint32_t count = challenge->line.count;
    json_name(json, "pairs");
    if (count > PAIRS_SHOWN) {
        json_null(json);
        return;
    }
    json_begin_array(json);
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t j = 0; j < count; j++) {
            const struct challenge_pair *pair = &challenge->played.pairs[(size_t)i * count + j];
            if (i == j)
                continue;
            json_begin_object_inline(json);
            json_member_str(json, "actor", challenge_actor(answer, d, i));
            json_member_str(json, "other", challenge_actor(answer, d, j));
            member_number(json, "chance", pair->chance);
            member_number(json, "gain", pair->gain);
            member_number(json, "exposure", pair->exposure);
            json_member_str(json, "gives_way_by", str_of(challenge_kind_name(pair->kind)));
            json_end_object(json);
        }
    }
    json_end_array(json);
}

static void write_round(const struct spatial_answer *answer, size_t d,
                        const struct challenge_round *round, struct json_writer *json)
{
    json_begin_object(json);
    write_middle(json, "middle", &round->middle);
    json_name(json, "moves");
    json_begin_array(json);
    for (uint32_t i = 0; i < answer->challenges[d].line.count; i++) {
        const struct challenge_move *move = &round->moves[i];
        if (move->kind == CHALLENGE_STAY)
            continue;
        json_begin_object_inline(json);
        json_member_str(json, "actor", challenge_actor(answer, d, i));
        json_member_str(json, "by", str_of(challenge_kind_name(move->kind)));
        json_member_str(json, "toward", challenge_actor(answer, d, move->toward));
        member_number(json, "position", move->position);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

static void write_actors(const struct spatial_answer *answer, size_t d, struct json_writer *json)
{
    const struct challenge_answer *challenge = &answer->challenges[d];
    json_name(json, "actors");
    json_begin_array(json);
    for (uint32_t i = 0; i < challenge->line.count; i++) {
        json_begin_object_inline(json);
        json_member_str(json, "actor", challenge_actor(answer, d, i));
        member_number(json, "risk", challenge->played.rounds[0].risk[i]);
        member_number(json, "start", challenge->line.position[i]);
        member_number(json, "end", challenge_last_round(&challenge->played)->moves[i].position);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_changes(const struct spatial_answer *answer, size_t d, struct json_writer *json)
{
    const struct challenge_answer *challenge = &answer->challenges[d];
    json_name(json, "sensitivity");
    if (!challenge->changes) {
        json_null(json);
        return;
    }
    json_begin_array(json);
    for (uint32_t i = 0; i < challenge->line.count; i++) {
        const struct challenge_change *change = &challenge->changes[i];
        json_begin_object_inline(json);
        json_member_str(json, "actor", challenge_actor(answer, d, i));
        member_number(json, "capability_down", change->capability_down);
        member_number(json, "capability_up", change->capability_up);
        member_number(json, "salience_down", change->salience_down);
        member_number(json, "salience_up", change->salience_up);
        member_number(json, "position_down", change->position_down);
        member_number(json, "position_up", change->position_up);
        json_end_object(json);
    }
    json_end_array(json);
}

static const char *end_name(enum challenge_end end)
{
    switch (end) {
    case CHALLENGE_STABLE:
        return "stable";
    case CHALLENGE_CYCLE:
        return "cycle";
    case CHALLENGE_OPEN:
        break;
    }
    return "open";
}

void challenge_json_write(const struct spatial_answer *answer, size_t d, struct json_writer *json)
{
    const struct challenge_answer *challenge = &answer->challenges[d];
    const struct challenge *played = &challenge->played;
    json_begin_object(json);
    json_member_str(json, "exactness",
                    STR("real-valued: worked in double precision, shown to 6 places"));
    member_number(json, "salience_unit", challenge->salience_unit);
    write_middle(json, "start", &played->start);
    write_middle(json, "outcome", &challenge_last_round(played)->middle);
    json_member_str(json, "end", str_of(end_name(played->end)));
    if (played->end == CHALLENGE_CYCLE)
        json_member_int(json, "back_to_round", played->back_to);
    json_name(json, "rounds");
    json_begin_array(json);
    for (uint32_t r = 0; r < played->round_count; r++)
        write_round(answer, d, &played->rounds[r], json);
    json_end_array(json);
    write_actors(answer, d, json);
    write_pairs(answer, d, json);
    write_changes(answer, d, json);
    json_end_object(json);
}
