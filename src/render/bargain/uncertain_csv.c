// SPDX-License-Identifier: Apache-2.0
#include "codec/csv.h"
#include "render/bargain/uncertain_forms.h"
#include "render/bargain/uncertain_parts.h"

static void add_rows(struct builder *out, const struct uncertain_answer *answer)
{
    const struct scenario *scenario = answer->assessment->views->scenario;
    csv_words(out, STR("acceptable"));
    builder_add_byte(out, ',');
    csv_words(out, STR("undominated"));
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        static const char *const columns[] = {"acceptable to %.*s", "%.*s at least",
                                              "%.*s at most"};
        for (size_t c = 0; c < 3; c++) {
            builder_add_byte(out, ',');
            csv_words(out,
                      arena_print(out->arena, columns[c], STR_ARGS(scenario->parties[p].name)));
        }
    }
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        builder_add_byte(out, ',');
        csv_words(out, scenario->issues[i].name);
    }
    builder_add_c(out, "\r\n");
    for (size_t row = 0; row < answer->assessment->listed_count; row++) {
        const struct assessed *one = &answer->assessment->listed[row];
        struct str undominated = standing_code(one->efficiency.undominated);
        struct str acceptable = standing_code(one->for_all);
        builder_print(out, "%.*s,%.*s", STR_ARGS(acceptable), STR_ARGS(undominated));
        for (uint32_t p = 0; p < scenario->party_count; p++) {
            builder_add_byte(out, ',');
            builder_add(out, standing_code(one->for_each[p]));
            builder_add_byte(out, ',');
            csv_number(out, steps_floor(one->least[p]));
            builder_add_byte(out, ',');
            csv_number(out, steps_ceiling(one->most[p]));
        }
        for (uint32_t i = 0; i < scenario->issue_count; i++) {
            builder_add_byte(out, ',');
            csv_words(out, scenario->issues[i].options[one->package[i]]);
        }
        builder_add_c(out, "\r\n");
    }
}

struct str uncertain_csv(const struct uncertain_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    add_rows(&out, answer);
    return builder_str(&out);
}
