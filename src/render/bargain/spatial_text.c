// SPDX-License-Identifier: Apache-2.0
// The figures as tables for a terminal.
#include "base/direction.h"
#include "base/utf8.h"
#include "render/bargain/spatial_forms.h"
#include "render/bargain/spatial_parts.h"

#define VOTES_WIDE 8 // positions; a wider table of votes is for the JSON

static void add_left(struct builder *out, struct str text, size_t width)
{
    size_t length = utf8_count(text);
    builder_add_spaces(out, length < width ? width - length : 0);
    builder_add(out, text);
}

static void add_right(struct builder *out, struct str text, size_t width)
{
    size_t length = utf8_count(text);
    builder_add(out, text);
    builder_add_spaces(out, length < width ? width - length : 1);
}

static void add_position(struct builder *out, const struct actors_dimension *dimension,
                         int64_t position, size_t width)
{
    add_left(out, spatial_decimal(position, dimension->scale.position_digits, out->arena), width);
}

static void add_weight(struct builder *out, const struct actors_dimension *dimension,
                       int64_t weight, size_t width)
{
    add_left(out, spatial_decimal(weight, spatial_weight_digits(dimension), out->arena), width);
}

static void add_middle(struct builder *out, const struct spatial_answer *answer, size_t d)
{
    const struct actors_dimension *dimension = &answer->actors.dimensions[d];
    const struct spatial *spatial = &answer->dimensions[d];
    builder_print(out, "%.*s\n  Weighted median  ", STR_ARGS(dimension->name));
    add_position(out, dimension, spatial->lower, 0);
    if (spatial->lower != spatial->upper) {
        builder_add_c(out, " to ");
        add_position(out, dimension, spatial->upper, 0);
        builder_add_c(out, " (half of the weight on each side)");
    }
    struct ratio mean = spatial_mean_of(answer, d);
    builder_print(out, "\n  Weighted mean    %.*s (exactly %.*s)\n",
                  STR_ARGS(spatial_about(mean, out->arena)),
                  STR_ARGS(ratio_print(mean, out->arena)));
    builder_add_c(out, "  No majority replaces");
    for (uint32_t i = 0; i < spatial->alternative_count; i++)
        if (spatial->alternatives[i].losses == 0) {
            builder_add_byte(out, ' ');
            add_position(out, dimension, spatial->alternatives[i].position, 0);
        }
    builder_add_byte(out, '\n');
}

static void add_alternatives(struct builder *out, const struct actors_dimension *dimension,
                             const struct spatial *spatial)
{
    builder_add_c(out, "\n    Position        Weight  wins  losses  ties\n");
    for (uint32_t i = 0; i < spatial->alternative_count; i++) {
        const struct spatial_alternative *alternative = &spatial->alternatives[i];
        add_position(out, dimension, alternative->position, 12);
        add_weight(out, dimension, alternative->weight, 14);
        builder_print(out, "%6u%8u%6u\n", alternative->wins, alternative->losses,
                      alternative->ties);
    }
}

static void add_votes(struct builder *out, const struct actors_dimension *dimension,
                      const struct spatial *spatial)
{
    uint32_t count = spatial->alternative_count;
    if (count > VOTES_WIDE) {
        builder_print(out, "\n  The votes between %u positions stand in the JSON.\n", count);
        return;
    }
    builder_add_c(out, "\n  Votes for the row against the column\n            ");
    for (uint32_t b = 0; b < count; b++)
        add_position(out, dimension, spatial->alternatives[b].position, 12);
    builder_add_byte(out, '\n');
    for (uint32_t a = 0; a < count; a++) {
        add_position(out, dimension, spatial->alternatives[a].position, 12);
        for (uint32_t b = 0; b < count; b++)
            add_weight(out, dimension, spatial_support(spatial, a, b), 12);
        builder_add_byte(out, '\n');
    }
}

static void add_turn(struct builder *out, const char *mark, struct str value)
{
    add_left(out, arena_print(out->arena, "%s%.*s", mark, STR_ARGS(value)), 14);
}

static void add_factor(struct builder *out, const char *bound, struct spatial_turn turn,
                       int64_t other, uint32_t digits)
{
    if (!turn.is_possible || other == 0)
        add_turn(out, "", STR("-"));
    else
        add_turn(out, arena_print(out->arena, "%s%s", bound, turn.is_beyond ? "" : "=").bytes,
                 spatial_about(spatial_factor(turn, other, digits), out->arena));
}

static void add_move(struct builder *out, const char *bound, struct spatial_turn turn,
                     const struct actors_dimension *dimension)
{
    if (!turn.is_possible)
        add_turn(out, "", STR("-"));
    else
        add_turn(out, bound,
                 spatial_decimal(turn.at, dimension->scale.position_digits, out->arena));
}

static void add_sensitivity(struct builder *out, const struct spatial_answer *answer, size_t d)
{
    const struct actors_dimension *dimension = &answer->actors.dimensions[d];
    const struct spatial *spatial = &answer->dimensions[d];
    size_t width = 6;
    for (uint32_t i = 0; i < dimension->line.count; i++) {
        size_t length = utf8_count(answer->actors.names[dimension->actors[i]]);
        width = length > width ? length : width;
    }
    builder_add_c(out, "\n  The median moves when one actor alone has\n  ");
    add_right(out, STR("Actor"), width);
    builder_add_c(out, "     influence  or influence      salience   or salience"
                       "      position   or position\n");
    for (uint32_t i = 0; i < dimension->line.count; i++) {
        const struct spatial_turns *turns = &spatial->turns[i];
        int64_t influence = dimension->line.influence[i];
        int64_t salience = dimension->line.salience[i];
        builder_add_c(out, "  ");
        add_right(out, answer->actors.names[dimension->actors[i]], width);
        add_factor(out, ">", turns->more_weight, salience, dimension->scale.influence_digits);
        add_factor(out, "<", turns->less_weight, salience, dimension->scale.influence_digits);
        add_factor(out, ">", turns->more_weight, influence, dimension->scale.salience_digits);
        add_factor(out, "<", turns->less_weight, influence, dimension->scale.salience_digits);
        add_move(out, ">", turns->higher, dimension);
        add_move(out, "<", turns->lower, dimension);
        builder_add_byte(out, '\n');
    }
}

static void add_tables(struct builder *out, const struct spatial_answer *answer)
{
    for (size_t d = 0; d < answer->actors.dimension_count; d++) {
        if (d > 0)
            builder_add_byte(out, '\n');
        add_middle(out, answer, d);
        add_alternatives(out, &answer->actors.dimensions[d], &answer->dimensions[d]);
        add_votes(out, &answer->actors.dimensions[d], &answer->dimensions[d]);
        add_sensitivity(out, answer, d);
        if (answer->challenges)
            challenge_text_write(answer, d, out);
    }
}

struct str spatial_text(const struct spatial_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    add_tables(&out, answer);
    return direction_plain(builder_str(&out), arena);
}
