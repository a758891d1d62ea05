// SPDX-License-Identifier: Apache-2.0
#include "frontier/program_cuts.h"

#include <stdlib.h>
#include <string.h>

#define BROKEN 1e-4
#define ROWS_AT_ONCE 40u

static bool add_broken(struct choice_program *program, struct blend *blend, const double *mixture)
{
    unsigned added = 0;
    for (size_t r = 0; r < program->rules.count && added < ROWS_AT_ONCE; r++) {
        const struct packing_rule *rule = LIST_AT(&program->rules, struct packing_rule, r);
        double sum = 0;
        for (uint32_t i = 0; i < rule->count; i++)
            sum += mixture[rule->options[i]];
        if (sum > rule->most + BROKEN)
            added += blend_add_rule(blend, (uint32_t)r);
    }
    return added > 0;
}

bool program_cuts_add(struct choice_program *program, struct blend *blend, const double *mixture,
                      bool thorough)
{
    (void)thorough;
    return add_broken(program, blend, mixture);
}
