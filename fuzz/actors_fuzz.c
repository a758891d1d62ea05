// SPDX-License-Identifier: Apache-2.0
// Property: in a table that is read, no majority replaces exactly the alternatives between the
// medians, votes for and against never exceed all the weight, and the mean lies between the ends.
#include "exchange/bargain/actors_csv.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check(bool truth)
{
    if (!truth)
        abort();
}

static void check_spatial(const struct spatial *spatial)
{
    uint32_t count = spatial->alternative_count;
    for (uint32_t a = 0; a < count && a < 50; a++) {
        const struct spatial_alternative *alternative = &spatial->alternatives[a];
        bool is_between =
            alternative->position >= spatial->lower && alternative->position <= spatial->upper;
        check((alternative->losses == 0) == is_between);
        check(alternative->wins + alternative->losses + alternative->ties == count - 1);
        for (uint32_t b = 0; b < a; b++)
            check(spatial_support(spatial, a, b) <=
                  spatial->total - spatial_support(spatial, b, a));
    }
    check(ratio_compare((struct ratio){spatial->alternatives[0].position, 1}, spatial->mean) <= 0);
    check(ratio_compare((struct ratio){spatial->alternatives[count - 1].position, 1},
                        spatial->mean) >= 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct actors actors;
    struct error error;
    if (actors_csv_read(STR("fuzz"), (struct str){(const char *)bytes, length}, arena, &actors,
                        &error))
        for (size_t d = 0; d < actors.dimension_count; d++) {
            struct spatial spatial;
            if (spatial_weigh(&actors.dimensions[d].line, arena, &spatial, &error))
                check_spatial(&spatial);
        }
    arena_close(arena);
    return 0;
}
