// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/spatial_forms.h"

#include "render/bargain/spatial_parts.h"

#define VOTES_SHOWN 200 // alternatives; a larger table of votes is left out

// One dimension on its way out.
struct written {
    struct json_writer *json;
    const struct actors *actors;
    const struct actors_dimension *dimension;
    const struct spatial *spatial;
};

static void member_decimal(struct json_writer *json, const char *name, int64_t number,
                           uint32_t digits)
{
    json_name(json, name);
    json_digits(json, spatial_decimal(number, digits, json->out->arena));
}

static void member_position(const struct written *written, const char *name, int64_t position)
{
    member_decimal(written->json, name, position, written->dimension->scale.position_digits);
}

static void member_weight(const struct written *written, const char *name, int64_t weight)
{
    member_decimal(written->json, name, weight, spatial_weight_digits(written->dimension));
}

static void write_ratio(struct json_writer *json, struct ratio ratio)
{
    json_member_str(json, "exact", ratio_print(ratio, json->out->arena));
    json_name(json, "about");
    json_digits(json, spatial_about(ratio, json->out->arena));
}

// `other` of 0 means that no change of this factor changes the weight.
static void write_factor(struct json_writer *json, const char *name, struct spatial_turn turn,
                         int64_t other, uint32_t digits)
{
    json_name(json, name);
    if (!turn.is_possible || other == 0) {
        json_null(json);
        return;
    }
    json_begin_object_inline(json);
    write_ratio(json, spatial_factor(turn, other, digits));
    json_member_bool(json, "beyond", turn.is_beyond);
    json_end_object(json);
}

static void write_move(const struct written *written, const char *name, struct spatial_turn turn)
{
    json_name(written->json, name);
    if (!turn.is_possible) {
        json_null(written->json);
        return;
    }
    json_begin_object_inline(written->json);
    member_position(written, "to", turn.at);
    json_member_bool(written->json, "beyond", turn.is_beyond);
    json_end_object(written->json);
}

static void write_actor(const struct written *written, uint32_t i)
{
    struct json_writer *json = written->json;
    const struct actors_dimension *dimension = written->dimension;
    const struct spatial_turns *turns = &written->spatial->turns[i];
    int64_t influence = dimension->line.influence[i];
    int64_t salience = dimension->line.salience[i];
    uint32_t influence_digits = dimension->scale.influence_digits;
    uint32_t salience_digits = dimension->scale.salience_digits;
    json_begin_object(json);
    json_member_str(json, "actor", written->actors->names[dimension->actors[i]]);
    member_decimal(json, "influence", influence, influence_digits);
    member_position(written, "position", dimension->line.position[i]);
    member_decimal(json, "salience", salience, salience_digits);
    member_weight(written, "weight", written->spatial->weight[i]);
    write_factor(json, "influence_up", turns->more_weight, salience, influence_digits);
    write_factor(json, "influence_down", turns->less_weight, salience, influence_digits);
    write_factor(json, "salience_up", turns->more_weight, influence, salience_digits);
    write_factor(json, "salience_down", turns->less_weight, influence, salience_digits);
    write_move(written, "position_up", turns->higher);
    write_move(written, "position_down", turns->lower);
    json_end_object(json);
}

static void write_alternatives(const struct written *written)
{
    struct json_writer *json = written->json;
    json_name(json, "alternatives");
    json_begin_array(json);
    for (uint32_t i = 0; i < written->spatial->alternative_count; i++) {
        const struct spatial_alternative *alternative = &written->spatial->alternatives[i];
        json_begin_object_inline(json);
        member_position(written, "position", alternative->position);
        member_weight(written, "weight", alternative->weight);
        json_member_int(json, "wins", alternative->wins);
        json_member_int(json, "losses", alternative->losses);
        json_member_int(json, "ties", alternative->ties);
        json_member_bool(json, "unbeaten", alternative->losses == 0);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_unbeaten(const struct written *written)
{
    struct json_writer *json = written->json;
    json_name(json, "unbeaten");
    json_begin_array_inline(json);
    for (uint32_t i = 0; i < written->spatial->alternative_count; i++)
        if (written->spatial->alternatives[i].losses == 0)
            json_digits(json, spatial_decimal(written->spatial->alternatives[i].position,
                                              written->dimension->scale.position_digits,
                                              json->out->arena));
    json_end_array(json);
}

static void write_votes(const struct written *written)
{
    struct json_writer *json = written->json;
    uint32_t count = written->spatial->alternative_count;
    uint32_t digits = spatial_weight_digits(written->dimension);
    json_name(json, "votes");
    if (count > VOTES_SHOWN) {
        json_null(json);
        return;
    }
    json_begin_array(json);
    for (uint32_t a = 0; a < count; a++) {
        json_begin_array_inline(json);
        for (uint32_t b = 0; b < count; b++)
            json_digits(json, spatial_decimal(spatial_support(written->spatial, a, b), digits,
                                              json->out->arena));
        json_end_array(json);
    }
    json_end_array(json);
}

static void write_dimension(const struct written *written, const struct spatial_answer *answer,
                            size_t number)
{
    struct ratio mean = spatial_mean_of(answer, number);
    struct json_writer *json = written->json;
    const struct spatial *spatial = written->spatial;
    json_begin_object(json);
    json_member_str(json, "name", written->dimension->name);
    member_weight(written, "total_weight", spatial->total);
    json_name(json, "median");
    json_begin_object_inline(json);
    member_position(written, "lower", spatial->lower);
    member_position(written, "upper", spatial->upper);
    json_member_bool(json, "single", spatial->lower == spatial->upper);
    json_end_object(json);
    json_name(json, "mean");
    json_begin_object_inline(json);
    write_ratio(json, mean);
    json_end_object(json);
    write_unbeaten(written);
    write_alternatives(written);
    write_votes(written);
    json_name(json, "actors");
    json_begin_array(json);
    for (uint32_t i = 0; i < written->dimension->line.count; i++)
        write_actor(written, i);
    json_end_array(json);
    if (answer->challenges) {
        json_name(json, "challenge");
        challenge_json_write(answer, number, json);
    }
    json_end_object(json);
}

static void write_answer(struct builder *out, const struct spatial_answer *answer)
{
    struct json_writer json = json_writer_make(out, 1);
    json_begin_object(&json);
    json_member_str(&json, "format", STR("entente-spatial/1"));
    json_member_int(&json, "actor_count", answer->actors.count);
    json_name(&json, "dimensions");
    json_begin_array(&json);
    for (size_t d = 0; d < answer->actors.dimension_count; d++) {
        struct written written = {&json, &answer->actors, &answer->actors.dimensions[d],
                                  &answer->dimensions[d]};
        write_dimension(&written, answer, d);
    }
    json_end_array(&json);
    json_end_object(&json);
    builder_add_byte(out, '\n');
}

struct str spatial_json(const struct spatial_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    write_answer(&out, answer);
    return builder_str(&out);
}
