// SPDX-License-Identifier: Apache-2.0
// The challenge model of a table of actors, as tables for a terminal or as JSON. Its numbers are
// doubles, shown to fixed places.
#include "base/utf8.h"
#include "workbench/bargain/spatial_answer.h"

#include <math.h>

#define PAIRS_SHOWN 100 // actors; a larger table of pairs is left out

// --- Playing

// Whole numbers of a column in its own unit.
static double *to_doubles(const int64_t *numbers, uint32_t count, uint32_t digits,
                          struct arena *arena)
{
    double *doubles = ARENA_ARRAY(arena, double, count);
    for (uint32_t i = 0; i < count; i++)
        doubles[i] = (double)numbers[i] / pow(10, digits);
    return doubles;
}

// Saliences are shares: as they stand up to 1, hundredths up to 100, else parts of the largest.
static double unit_of(const double *salience, uint32_t count)
{
    double most = 0;
    for (uint32_t i = 0; i < count; i++)
        most = fmax(most, salience[i]);
    return most <= 1 ? 1 : most <= 100 ? 100 : most;
}

static bool play(const struct actors_dimension *dimension, struct budget *budget,
                 struct arena *arena, struct challenge_view *view, struct error *error)
{
    const struct spatial_line *line = &dimension->line;
    uint32_t count = line->count;
    double *salience = to_doubles(line->salience, count, dimension->scale.salience_digits, arena);
    view->salience_unit = unit_of(salience, count);
    for (uint32_t i = 0; i < count; i++)
        salience[i] /= view->salience_unit;
    view->line = (struct challenge_line){
        count, to_doubles(line->position, count, dimension->scale.position_digits, arena),
        to_doubles(line->influence, count, dimension->scale.influence_digits, arena), salience};
    if (!challenge_play(&view->line, true, budget, arena, &view->played, error))
        return false;
    if (count > CHALLENGE_SENSITIVITY_MAX)
        return true;
    struct challenge_change *changes = ARENA_ARRAY(arena, struct challenge_change, count);
    view->changes = changes;
    return challenge_sensitivity(&view->line, budget, changes, error);
}

bool spatial_challenge(struct spatial_view *view, struct str source, struct budget *budget,
                       struct arena *arena, struct error *error)
{
    size_t count = view->actors.dimension_count;
    struct challenge_view *challenges = ARENA_ARRAY(arena, struct challenge_view, count);
    for (size_t d = 0; d < count; d++) {
        const struct actors_dimension *dimension = &view->actors.dimensions[d];
        struct place place = place_with_part(place_of(source), dimension->name);
        if (dimension->line.count > CHALLENGE_ACTORS_MAX)
            return error_at(error, TOO_LARGE, place,
                            "%u actors are more than the %d that the challenge model plays",
                            dimension->line.count, CHALLENGE_ACTORS_MAX);
        if (!play(dimension, budget, arena, &challenges[d], error))
            return false;
    }
    view->challenges = challenges;
    return true;
}

// --- What both faces say

static const char *kind_name(enum challenge_kind kind)
{
    switch (kind) {
    case CHALLENGE_STAY:
        break;
    case CHALLENGE_CONFRONTATION:
        return "confrontation";
    case CHALLENGE_COMPROMISE:
        return "compromise";
    case CHALLENGE_CAPITULATION:
        return "capitulation";
    }
    return "none";
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

static struct str actor_name(const struct spatial_view *view, size_t dimension, uint32_t i)
{
    return view->actors.names[view->actors.dimensions[dimension].actors[i]];
}

static const struct challenge_round *last_round(const struct challenge *played)
{
    return &played->rounds[played->round_count - 1];
}

// Without a minus before a zero.
static double shown(double number, double unit)
{
    return fabs(number) < unit / 2 ? 0 : number;
}

// --- JSON

static void member_number(struct json_writer *json, const char *name, double number)
{
    json_name(json, name);
    json_digits(json, arena_print(json->out->arena, "%.6f", shown(number, 1e-6)));
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

static void write_pairs(const struct spatial_view *view, size_t d, struct json_writer *json)
{
    const struct challenge_view *challenge = &view->challenges[d];
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
            json_member_str(json, "actor", actor_name(view, d, i));
            json_member_str(json, "other", actor_name(view, d, j));
            member_number(json, "chance", pair->chance);
            member_number(json, "gain", pair->gain);
            member_number(json, "exposure", pair->exposure);
            json_member_str(json, "gives_way_by", str_of(kind_name(pair->kind)));
            json_end_object(json);
        }
    }
    json_end_array(json);
}

static void write_round(const struct spatial_view *view, size_t d,
                        const struct challenge_round *round, struct json_writer *json)
{
    json_begin_object(json);
    write_middle(json, "middle", &round->middle);
    json_name(json, "moves");
    json_begin_array(json);
    for (uint32_t i = 0; i < view->challenges[d].line.count; i++) {
        const struct challenge_move *move = &round->moves[i];
        if (move->kind == CHALLENGE_STAY)
            continue;
        json_begin_object_inline(json);
        json_member_str(json, "actor", actor_name(view, d, i));
        json_member_str(json, "by", str_of(kind_name(move->kind)));
        json_member_str(json, "toward", actor_name(view, d, move->toward));
        member_number(json, "position", move->position);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

static void write_actors(const struct spatial_view *view, size_t d, struct json_writer *json)
{
    const struct challenge_view *challenge = &view->challenges[d];
    json_name(json, "actors");
    json_begin_array(json);
    for (uint32_t i = 0; i < challenge->line.count; i++) {
        json_begin_object_inline(json);
        json_member_str(json, "actor", actor_name(view, d, i));
        member_number(json, "risk", challenge->played.rounds[0].risk[i]);
        member_number(json, "start", challenge->line.position[i]);
        member_number(json, "end", last_round(&challenge->played)->moves[i].position);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_changes(const struct spatial_view *view, size_t d, struct json_writer *json)
{
    const struct challenge_view *challenge = &view->challenges[d];
    json_name(json, "sensitivity");
    if (!challenge->changes) {
        json_null(json);
        return;
    }
    json_begin_array(json);
    for (uint32_t i = 0; i < challenge->line.count; i++) {
        const struct challenge_change *change = &challenge->changes[i];
        json_begin_object_inline(json);
        json_member_str(json, "actor", actor_name(view, d, i));
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

void spatial_challenge_json(const struct spatial_view *view, size_t d, struct json_writer *json)
{
    const struct challenge_view *challenge = &view->challenges[d];
    const struct challenge *played = &challenge->played;
    json_begin_object(json);
    json_member_str(json, "exactness",
                    STR("real-valued: worked in double precision, shown to 6 places"));
    member_number(json, "salience_unit", challenge->salience_unit);
    write_middle(json, "start", &played->start);
    write_middle(json, "outcome", &last_round(played)->middle);
    json_member_str(json, "end", str_of(end_name(played->end)));
    if (played->end == CHALLENGE_CYCLE)
        json_member_int(json, "back_to_round", played->back_to);
    json_name(json, "rounds");
    json_begin_array(json);
    for (uint32_t r = 0; r < played->round_count; r++)
        write_round(view, d, &played->rounds[r], json);
    json_end_array(json);
    write_actors(view, d, json);
    write_pairs(view, d, json);
    write_changes(view, d, json);
    json_end_object(json);
}

// --- Tables for a terminal

static size_t name_width(const struct spatial_view *view, size_t d)
{
    size_t width = 6;
    for (uint32_t i = 0; i < view->challenges[d].line.count; i++) {
        size_t length = utf8_count(actor_name(view, d, i));
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
    builder_print(out, "median %.4f", shown(middle->lower, 1e-4));
    if (middle->upper > middle->lower)
        builder_print(out, " to %.4f", shown(middle->upper, 1e-4));
    builder_print(out, ", mean %.4f\n", shown(middle->mean, 1e-4));
}

static void add_rounds(const struct spatial_view *view, size_t d, struct builder *out)
{
    const struct challenge *played = &view->challenges[d].played;
    builder_add_c(out, "    Start: ");
    add_middle(out, &played->start);
    for (uint32_t r = 0; r < played->round_count; r++) {
        const struct challenge_round *round = &played->rounds[r];
        builder_print(out, "    Round %u: ", r + 1);
        add_middle(out, &round->middle);
        for (uint32_t i = 0; i < view->challenges[d].line.count; i++) {
            const struct challenge_move *move = &round->moves[i];
            if (move->kind == CHALLENGE_STAY)
                continue;
            struct str name = actor_name(view, d, i);
            struct str toward = actor_name(view, d, move->toward);
            builder_print(out, "      %.*s goes to %.4f: %s with %.*s\n", STR_ARGS(name),
                          shown(move->position, 1e-4), kind_name(move->kind), STR_ARGS(toward));
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

static void add_actors(const struct spatial_view *view, size_t d, struct builder *out)
{
    const struct challenge_view *challenge = &view->challenges[d];
    size_t width = name_width(view, d);
    builder_add_c(out, "\n");
    add_name(out, STR("Actor"), width);
    builder_add_c(out, "        risk       start         end\n");
    for (uint32_t i = 0; i < challenge->line.count; i++) {
        add_name(out, actor_name(view, d, i), width);
        builder_print(out, "%12.4f%12.4f%12.4f\n", challenge->played.rounds[0].risk[i],
                      shown(challenge->line.position[i], 1e-4),
                      shown(last_round(&challenge->played)->moves[i].position, 1e-4));
    }
}

static void add_changes(const struct spatial_view *view, size_t d, struct builder *out)
{
    const struct challenge_view *challenge = &view->challenges[d];
    if (!challenge->changes)
        return;
    size_t width = name_width(view, d);
    builder_add_c(out, "\n    The median at the end when one actor alone has a tenth less or more "
                       "(positions: of the range)\n");
    add_name(out, STR("Actor"), width);
    builder_add_c(out, "  less influence          more   less salience          more  lower "
                       "position        higher\n");
    for (uint32_t i = 0; i < challenge->line.count; i++) {
        const struct challenge_change *change = &challenge->changes[i];
        add_name(out, actor_name(view, d, i), width);
        builder_print(out, "%16.4f%14.4f%16.4f%14.4f%16.4f%14.4f\n",
                      shown(change->capability_down, 1e-4), shown(change->capability_up, 1e-4),
                      shown(change->salience_down, 1e-4), shown(change->salience_up, 1e-4),
                      shown(change->position_down, 1e-4), shown(change->position_up, 1e-4));
    }
}

void spatial_challenge_text(const struct spatial_view *view, size_t d, struct builder *out)
{
    builder_add_c(out, "\n  The challenge model (in real numbers, shown to four places)\n");
    add_rounds(view, d, out);
    add_end(&view->challenges[d].played, out);
    add_actors(view, d, out);
    add_changes(view, d, out);
}
