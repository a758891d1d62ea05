// SPDX-License-Identifier: Apache-2.0
// entente spatial: the figures of a table of actors, as tables for a terminal or as JSON.
#include "base/utf8.h"
#include "workbench/answer.h"
#include "workbench/bargain/spatial_answer.h"

#include <entente/spatial.h>

#define PLACES_ABOUT 4
#define VOTES_WIDE 8 // positions; a wider table of votes is for the JSON

static uint128 power_of_ten(uint32_t exponent)
{
    uint128 power = 1;
    for (uint32_t i = 0; i < exponent; i++)
        power *= 10;
    return power;
}

// "-0.25" of 25 with two places; zeros at the end are left away.
static struct str decimal_text(bool is_negative, uint128 number, uint32_t places,
                               struct arena *arena)
{
    while (places > 0 && number % 10 == 0) {
        number /= 10;
        places--;
    }
    uint128 unit = power_of_ten(places);
    const char *sign = is_negative && number > 0 ? "-" : "";
    struct str whole = wide_print_128(number / unit, arena);
    if (places == 0)
        return arena_print(arena, "%s%.*s", sign, STR_ARGS(whole));
    struct str part = wide_print_128(number % unit, arena);
    struct builder text = builder_make(arena);
    builder_print(&text, "%s%.*s.", sign, STR_ARGS(whole));
    for (size_t i = part.length; i < places; i++)
        builder_add_byte(&text, '0');
    builder_add(&text, part);
    return builder_str(&text);
}

static uint128 size_of(int128 number)
{
    return (uint128)(number < 0 ? -number : number);
}

struct str spatial_decimal(int64_t number, uint32_t digits, struct arena *arena)
{
    return decimal_text(number < 0, size_of(number), digits, arena);
}

// The parts stay below 2^123 (weights below 2^61, at most 18 digits a column), so that ten times
// a rest fits.
struct str spatial_about(struct ratio ratio, struct arena *arena)
{
    uint128 number = size_of(ratio.above) / ratio.below;
    uint128 rest = size_of(ratio.above) % ratio.below;
    for (int i = 0; i < PLACES_ABOUT; i++) {
        rest *= 10;
        number = number * 10 + rest / ratio.below;
        rest %= ratio.below;
    }
    number += 2 * rest >= ratio.below;
    return decimal_text(ratio.above < 0, number, PLACES_ABOUT, arena);
}

struct ratio spatial_mean_of(const struct spatial_view *view, size_t dimension)
{
    struct ratio mean = view->dimensions[dimension].mean;
    mean.below *= power_of_ten(view->actors.dimensions[dimension].scale.position_digits);
    return mean;
}

uint32_t spatial_weight_digits(const struct actors_dimension *dimension)
{
    return dimension->scale.influence_digits + dimension->scale.salience_digits;
}

struct ratio spatial_factor(struct spatial_turn turn, int64_t other, uint32_t digits)
{
    return (struct ratio){turn.at, (uint128)other * power_of_ten(digits)};
}

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

static void add_middle(struct builder *out, const struct spatial_view *view, size_t d)
{
    const struct actors_dimension *dimension = &view->actors.dimensions[d];
    const struct spatial *spatial = &view->dimensions[d];
    builder_print(out, "%.*s\n  Weighted median  ", STR_ARGS(dimension->name));
    add_position(out, dimension, spatial->lower, 0);
    if (spatial->lower != spatial->upper) {
        builder_add_c(out, " to ");
        add_position(out, dimension, spatial->upper, 0);
        builder_add_c(out, " (half of the weight on each side)");
    }
    struct ratio mean = spatial_mean_of(view, d);
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

static void add_sensitivity(struct builder *out, const struct spatial_view *view, size_t d)
{
    const struct actors_dimension *dimension = &view->actors.dimensions[d];
    const struct spatial *spatial = &view->dimensions[d];
    size_t width = 6;
    for (uint32_t i = 0; i < dimension->line.count; i++) {
        size_t length = utf8_count(view->actors.names[dimension->actors[i]]);
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
        add_right(out, view->actors.names[dimension->actors[i]], width);
        add_factor(out, ">", turns->more_weight, salience, dimension->scale.influence_digits);
        add_factor(out, "<", turns->less_weight, salience, dimension->scale.influence_digits);
        add_factor(out, ">", turns->more_weight, influence, dimension->scale.salience_digits);
        add_factor(out, "<", turns->less_weight, influence, dimension->scale.salience_digits);
        add_move(out, ">", turns->higher, dimension);
        add_move(out, "<", turns->lower, dimension);
        builder_add_byte(out, '\n');
    }
}

static void add_tables(const struct spatial_view *view, struct builder *out)
{
    for (size_t d = 0; d < view->actors.dimension_count; d++) {
        if (d > 0)
            builder_add_byte(out, '\n');
        add_middle(out, view, d);
        add_alternatives(out, &view->actors.dimensions[d], &view->dimensions[d]);
        add_votes(out, &view->actors.dimensions[d], &view->dimensions[d]);
        add_sensitivity(out, view, d);
        if (view->challenges)
            spatial_challenge_text(view, d, out);
    }
}

static bool weigh_all(const struct entente_file *table, struct budget *budget, struct arena *arena,
                      struct spatial_view *view, struct error *error)
{
    struct str name = str_of(table->name);
    if (!actors_csv_read(name, answer_file(table), arena, &view->actors, error))
        return false;
    struct spatial *dimensions = ARENA_ARRAY(arena, struct spatial, view->actors.dimension_count);
    for (size_t d = 0; d < view->actors.dimension_count; d++) {
        const struct spatial_line *line = &view->actors.dimensions[d].line;
        if (!budget_spend(budget, (uint64_t)line->count * line->count))
            return budget_stopped(error);
        if (!spatial_weigh(line, arena, &dimensions[d], error)) {
            error->place = place_with_part(place_of(name), view->actors.dimensions[d].name);
            return false;
        }
    }
    view->dimensions = dimensions;
    return true;
}

bool entente_spatial(const struct entente_spatial_options *options,
                     const struct entente_file *table, const struct entente_bounds *bounds,
                     struct entente_answer **answer, struct entente_error *error)
{
    struct entente_answer *made = answer_new();
    struct spatial_view view = {0};
    struct error inner;
    struct budget budget = answer_budget(bounds);
    bool is_played = options && options->challenge;
    if (!weigh_all(table, &budget, made->arena, &view, &inner) ||
        (is_played &&
         !spatial_challenge(&view, str_of(table->name), &budget, made->arena, &inner))) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    struct builder out = builder_make(made->arena);
    if (options && options->form == ENTENTE_SPATIAL_JSON)
        spatial_add_json(&view, &out);
    else
        add_tables(&view, &out);
    made->output = builder_str(&out);
    made->summary = arena_copy(made->arena, view.actors.notes);
    *answer = made;
    return true;
}
