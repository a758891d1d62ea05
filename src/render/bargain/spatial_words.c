// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "render/bargain/spatial_parts.h"

#include <math.h>

#define PLACES_ABOUT 4

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

struct ratio spatial_mean_of(const struct spatial_answer *answer, size_t dimension)
{
    struct ratio mean = answer->dimensions[dimension].mean;
    mean.below *= power_of_ten(answer->actors.dimensions[dimension].scale.position_digits);
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

const char *challenge_kind_name(enum challenge_kind kind)
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

struct str challenge_actor(const struct spatial_answer *answer, size_t dimension, uint32_t i)
{
    return answer->actors.names[answer->actors.dimensions[dimension].actors[i]];
}

const struct challenge_round *challenge_last_round(const struct challenge *played)
{
    return &played->rounds[played->round_count - 1];
}

double challenge_shown(double number, double unit)
{
    return fabs(number) < unit / 2 ? 0 : number;
}
