// SPDX-License-Identifier: Apache-2.0
#include "codec/csv.h"
#include "render/bargain/bargain_parts.h"
#include "render/bargain/front_forms.h"

static bool reaches_reserves(const struct solution *solution, const int64_t *values)
{
    for (uint32_t p = 0; p < solution->scenario->party_count; p++)
        if (values[p] < solution->reserve[p])
            return false;
    return true;
}

void front_csv(const struct solution *solution, struct builder *out)
{
    const struct scenario *scenario = solution->scenario;
    uint32_t *package = ARENA_ARRAY(out->arena, uint32_t, scenario->issue_count + 1);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        csv_words(out, scenario->parties[p].name);
        builder_add_byte(out, ',');
    }
    csv_words(out, STR("reaches every reserve"));
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        builder_add_byte(out, ',');
        csv_words(out, scenario->issues[i].name);
    }
    builder_add_c(out, "\r\n");
    int64_t values[SCENARIO_PARTIES_MAX];
    for (size_t row = 0; row < solution->front.count; row++) {
        front_point(&solution->front, row, values);
        front_outcome(&solution->front, row, package);
        for (uint32_t p = 0; p < scenario->party_count; p++) {
            csv_number(out, values[p]);
            builder_add_byte(out, ',');
        }
        builder_add_c(out, reaches_reserves(solution, values) ? "yes" : "no");
        for (uint32_t i = 0; i < scenario->issue_count; i++) {
            builder_add_byte(out, ',');
            csv_words(out, scenario->issues[i].options[package[i]]);
        }
        builder_add_c(out, "\r\n");
    }
    struct str part = front_part_words(solution, out->arena);
    if (part.length > 0) { // a row that no program takes for a point
        csv_words(out, part);
        builder_add_c(out, "\r\n");
    }
}
