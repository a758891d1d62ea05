// SPDX-License-Identifier: Apache-2.0
#include "workbench/counterparts/rival_reading.h"

struct fact_row rival_facts_of(const struct rival_reading *finding, uint32_t text,
                               const uint32_t *points, uint32_t count)
{
    struct list facts = LIST_MAKE(finding->arena, const struct fact *);
    struct str *texts = ARENA_ARRAY(finding->arena, struct str, count + 1);
    for (uint32_t k = 0; k < count; k++) {
        const struct subject *subject = &finding->subjects.of[text][points[k]];
        for (uint32_t f = 0; f < subject->fact_count; f++)
            *LIST_ADD(&facts, const struct fact *) = &subject->facts[f];
        texts[k] = finding->texts[text].items[points[k]].text;
    }
    return (struct fact_row){LIST_ITEMS(&facts, const struct fact *), (uint32_t)facts.count, texts,
                             count};
}
